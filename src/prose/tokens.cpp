// SPDX-License-Identifier: MIT
#include "tokens.hpp"

#include <algorithm>
#include <array>

namespace cambist_prose {

namespace {

// ASCII by kind, so that plain prose is cut without decoding.
constexpr std::array<letter, 128> ascii_kinds = [] {
    std::array<letter, 128> kinds{};
    for (std::size_t c = 0; c < 128; ++c) {
        const bool is_letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        kinds[c] = is_letter                              ? letter::word
                   : c >= '0' && c <= '9'                 ? letter::digit
                   : c == ' ' || (c >= '\t' && c <= '\r') ? letter::space
                   : c < 0x20 || c == 0x7f                ? letter::control
                                                          : letter::symbol;
    }
    return kinds;
}();

void append(std::string& text, char32_t code) {
    const auto byte = [](char32_t c) { return static_cast<char>(static_cast<unsigned char>(c)); };
    if (code < 0x80) {
        text += byte(code);
    } else if (code < 0x800) {
        text += byte(0xc0 | code >> 6);
        text += byte(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        text += byte(0xe0 | code >> 12);
        text += byte(0x80 | (code >> 6 & 0x3f));
        text += byte(0x80 | (code & 0x3f));
    } else {
        text += byte(0xf0 | code >> 18);
        text += byte(0x80 | (code >> 12 & 0x3f));
        text += byte(0x80 | (code >> 6 & 0x3f));
        text += byte(0x80 | (code & 0x3f));
    }
}

letter kind_at(std::string_view text, std::size_t at, std::uint32_t& bytes, char32_t& code) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
        bytes = 1;
        code = lead;
        return ascii_kinds[lead];
    }
    const character c = decode(text, at);
    bytes = c.bytes;
    code = c.code;
    return c.code == character::bad ? letter::control : kind_of(c.code);
}

} // namespace

vocabulary::vocabulary() : words_(1), slots_(8192), seen_(65536 / 64) {}

void vocabulary::place(std::uint16_t id) {
    const std::uint64_t hash = hash_of(words_[id]);
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].id != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {hash, id};
    seen_[(hash >> 48) / 64] |= std::uint64_t{1} << (hash >> 48) % 64;
}

std::uint16_t vocabulary::add(std::string_view folded) {
    if (const std::uint16_t id = find(folded)) return id;
    const auto id = static_cast<std::uint16_t>(words_.size());
    words_.emplace_back(folded);
    if (words_.size() * 2 > slots_.size()) {
        slots_.assign(slots_.size() * 2, {});
        for (std::size_t i = 1; i < words_.size(); ++i) place(static_cast<std::uint16_t>(i));
    } else {
        place(id);
    }
    return id;
}

std::string plain_text(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const character c = decode(text, at);
        if (c.code == character::bad) out += text[at];
        else append(out, plain(c.code));
        at += c.bytes;
    }
    return out;
}

std::string folded_text(std::string_view word) {
    std::string text;
    for (std::size_t at = 0; at < word.size();) {
        const character c = decode(word, at);
        at += c.bytes;
        const folded f = fold(c.code);
        text.append(f.text, f.size);
        if (f.rest != 0) append(text, f.rest);
    }
    return text;
}

void lexer::skip_blanks(token& t) {
    int lines = 0;
    bool any = false;
    while (at_ < text_.size()) {
        std::uint32_t bytes = 1;
        char32_t code = 0;
        const letter l = kind_at(text_, at_, bytes, code);
        if (l != letter::space && l != letter::paragraph) break;
        lines += l == letter::paragraph ? 2 : code == '\n' || code == '\f' ? 1 : 0;
        any = true;
        at_ += bytes;
    }
    t.gap = lines > 1 ? gap::paragraph : any ? gap::space : gap::none;
}

void lexer::word(token& t) {
    const std::size_t start = at_;
    char small[max_word_bytes];
    std::size_t size = 0;
    // Plain letters, which most words are made of throughout.
    const auto is_plain = [&] {
        return at_ < text_.size() && (text_[at_] & 0x80) == 0 &&
               ascii_kinds[static_cast<unsigned char>(text_[at_])] == letter::word;
    };
    for (; is_plain() && size < max_word_bytes; ++at_) small[size++] = static_cast<char>(text_[at_] | 0x20);
    if (at_ < text_.size() && (is_plain() || (text_[at_] & 0x80) != 0)) {
        std::string rest(small, size);
        for (; at_ < text_.size();) {
            std::uint32_t bytes = 1;
            char32_t code = 0;
            const letter l = kind_at(text_, at_, bytes, code);
            if (l != letter::word && l != letter::mark) break;
            at_ += bytes;
            if (rest.size() > max_word_bytes) continue;
            const folded f = fold(code);
            rest.append(f.text, f.size);
            if (f.rest != 0) append(rest, f.rest);
        }
        t.id = rest.size() > max_word_bytes ? std::uint16_t{0} : words_.find(rest);
    } else {
        t.id = words_.find({small, size});
    }
    t.kind = kind::word;
    t.length = static_cast<std::uint32_t>(at_ - start);
}

// The end of the run of digits that begins here, fullwidth ones too.
std::size_t lexer::digits_from(std::size_t at) const noexcept {
    while (at < text_.size()) {
        std::uint32_t bytes = 1;
        char32_t code = 0;
        if (kind_at(text_, at, bytes, code) != letter::digit) break;
        at += bytes;
    }
    return at;
}

// The end of what goes on with the number after its digits: a separator and more digits; `at` itself if nothing does.
std::size_t lexer::separated(std::size_t at, bool after_group, bool& has_point) const noexcept {
    if (at >= text_.size()) return at;
    std::uint32_t bytes = 1;
    char32_t code = 0;
    const letter l = kind_at(text_, at, bytes, code);
    const char32_t mark = plain(code);
    const std::size_t start = at + bytes;
    const std::size_t end = digits_from(start);
    if (end == start) return at;
    if (mark == '.' || mark == ',' || mark == 0x66b || mark == 0x30fb) { // Arabic's comma, and Japanese's point
        has_point = true;
        return end;
    }
    const bool is_blank = l == letter::space && code != '\n' && code != '\t' && code != '\r';
    if (mark != '\'' && !is_blank) return at;
    // A group of three after one of up to three; and what follows is no further digit by the way it was found.
    std::size_t digits = 0;
    for (std::size_t i = start; i < end; ++digits) i += decode(text_, i).bytes;
    return after_group && digits == 3 && !has_point ? end : at;
}

void lexer::number(token& t) {
    const std::size_t start = at_;
    bool has_point = false;
    if (text_[at_] == '.') {
        has_point = true;
        ++at_;
    }
    std::size_t group = at_;
    at_ = digits_from(at_);
    for (bool first = true;; first = false) {
        const std::size_t width = at_ - group; // bytes; fullwidth digits take three each
        const bool is_fullwidth = width != 0 && (static_cast<unsigned char>(text_[group]) & 0x80) != 0;
        const std::size_t digits = is_fullwidth ? width / 3 : width;
        const std::size_t end = separated(at_, first ? digits <= 3 : digits == 3, has_point);
        if (end == at_) break;
        std::size_t next = at_;
        next += decode(text_, next).bytes;
        group = next;
        at_ = end;
    }
    // "5,-" and "1'234.\xe2\x80\x93": no cents
    if (at_ + 1 < text_.size() && (text_[at_] == ',' || text_[at_] == '.')) {
        for (const std::string_view dash : {"--", "-", "\xe2\x80\x93", "\xe2\x80\x94"}) {
            if (text_.substr(at_ + 1, dash.size()) != dash) continue;
            const std::size_t after = at_ + 1 + dash.size();
            if (after < text_.size() && digits_from(after) != after) break;
            at_ = after;
            break;
        }
    }
    if (at_ < text_.size()) {
        const character c = decode(text_, at_);
        if (fraction_of(c.code).numerator != 0) at_ += c.bytes;
    }
    t.kind = kind::number;
    t.length = static_cast<std::uint32_t>(at_ - start);
}

token lexer::next() {
    token t = cut();
    if (is_after_skip_) t.gap = gap::paragraph;
    is_after_skip_ = false;
    const std::string_view written = text_.substr(t.begin, t.length);
    is_after_sign_ = t.kind == kind::symbol && written != ")" && written != "." && written != "]" && written != "-";
    return t;
}

token lexer::cut() {
    token t;
    skip_blanks(t);
    t.begin = at_;
    if (at_ >= text_.size()) return t;
    std::uint32_t bytes = 1;
    char32_t code = 0;
    const letter l = kind_at(text_, at_, bytes, code);
    switch (l) {
    case letter::word: word(t); return t;
    case letter::digit: number(t); return t;
    case letter::fraction:
        at_ += bytes;
        t.kind = fraction_of(code).numerator != 0 ? kind::number : kind::symbol;
        t.length = bytes;
        return t;
    case letter::symbol:
        if (code == '.' && (t.gap != gap::none || at_ == 0 || is_after_sign_) && at_ + 1 < text_.size() &&
            text_[at_ + 1] >= '0' && text_[at_ + 1] <= '9') {
            number(t);
            return t;
        }
        [[fallthrough]];
    case letter::ideograph:
    default: break;
    }
    // A run of one sign, or of what means nothing, is one token, so that no text makes more of them than it has words.
    const bool is_control = l == letter::control || l == letter::mark;
    at_ += bytes;
    t.kind = l == letter::ideograph ? kind::ideograph : is_control ? kind::control : kind::symbol;
    while (t.kind != kind::ideograph && at_ < text_.size()) {
        std::uint32_t more = 1;
        char32_t again = 0;
        const letter same = kind_at(text_, at_, more, again);
        if (is_control ? same != letter::control && same != letter::mark : again != code) break;
        at_ += more;
    }
    t.length = static_cast<std::uint32_t>(at_ - t.begin);
    if (!is_control && t.length <= 4) {
        const folded f = fold(code);
        std::string form(f.text, f.size);
        if (f.rest != 0) append(form, f.rest);
        if (t.length == bytes) t.id = words_.find(form);
    }
    return t;
}

} // namespace cambist_prose
