// SPDX-License-Identifier: MIT
#include "tokens.hpp"

#include "signs.hpp"

#include <cambist/numbers/detail/numeral.hpp>

#include <algorithm>
#include <array>
#include <bit>

namespace cambist_prose {

namespace {

// ASCII by kind, so that plain prose is cut without decoding.
constexpr std::array<letter, 128> ascii_kinds = [] {
    std::array<letter, 128> all{};
    for (char32_t c = 0; c < all.size(); ++c) all[c] = kind_of(c);
    return all;
}();

bool is_plain_letter(char c) noexcept { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// What the letter of U+00C0 to U+00FF is without its accent, of which two bytes begin here; a dot where it is none.
char accented(const char* from) noexcept {
    constexpr char lead = '\xc3';
    const auto trail = static_cast<unsigned char>(from[1]);
    return from[0] == lead && (trail & 0xc0) == 0x80 ? latin_letters[trail & 0x3f] : '.';
}

// A word's folded form, as far as it can mean something.
class folded_word {
public:
    void add(char32_t code) noexcept {
        if (size_ > max_word_bytes) return;
        const folded f = fold(code);
        for (std::size_t i = 0; i < f.size; ++i) text_[size_++] = f.text[i];
        if (f.rest != 0) size_ += encode_utf8(f.rest, text_ + size_);
    }
    // A letter with an accent, of which two bytes begin here; whether it is one.
    bool add_accented(const char* from) noexcept {
        const char letter = accented(from);
        if (letter == '.' || size_ > max_word_bytes) return false;
        text_[size_++] = letter;
        return true;
    }
    // Plain letters from there on; how many.
    std::size_t add_plain(std::string_view text) noexcept {
        std::size_t n = 0;
        for (; n < text.size() && size_ <= max_word_bytes && is_plain_letter(text[n]); ++n)
            text_[size_++] = static_cast<char>(text[n] | 0x20);
        return n;
    }
    std::uint16_t id(const vocabulary& words) const noexcept {
        if (size_ <= sizeof(std::uint64_t)) return words.find_short(load_eight(text_)); // 0 of none
        return size_ > max_word_bytes ? std::uint16_t{0} : words.find({text_, size_});
    }

private:
    char text_[max_word_bytes + 8] = {}; // a character more than counts
    std::size_t size_ = 0;
};

letter kind_at(std::string_view text, std::size_t at, std::uint32_t& bytes, char32_t& code) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
        bytes = 1;
        code = lead;
        return ascii_kinds[lead];
    }
    const character c = decode_utf8(text, at);
    bytes = c.bytes;
    code = c.code;
    return c.code == character::bad ? letter::control : kind_of(c.code);
}

// The end of the letters that begin at a place.
std::size_t end_of_letters(std::string_view text, std::size_t at, folded_word& form) {
    while (at < text.size()) {
        at += form.add_plain(text.substr(at));
        if (at == text.size()) break;
        if (at + 1 < text.size() && form.add_accented(text.data() + at)) {
            at += 2;
            continue;
        }
        std::uint32_t bytes = 1;
        char32_t code = 0;
        const letter l = kind_at(text, at, bytes, code);
        if (l != letter::word && l != letter::mark) break;
        form.add(code);
        at += bytes;
    }
    return at;
}

// Where a word goes on that a line's end broke here, "Milli-" and "arden"; 0 where none is broken.
std::size_t after_break(std::string_view text, std::size_t at) noexcept {
    if (at >= text.size() || text[at] != '-') return 0;
    const std::size_t line = text.find_first_not_of(" \t\r", at + 1);
    if (line == std::string_view::npos || text[line] != '\n') return 0;
    const std::size_t next = text.find_first_not_of(" \t", line + 1);
    return next == std::string_view::npos || (text[next] >= 'A' && text[next] <= 'Z') ? 0 : next;
}

using cambist::detail::is_digit;

// Whether a number's digits surely do not go on with this.
bool ends_number(char c) noexcept {
    return (c & 0x80) == 0 && c != '.' && c != ',' && c != '\'' && c != ' ' && c != '\v' && c != '\f';
}

// Where the marks that nobody sees end: soft hyphens, blanks of no width.
std::size_t after_invisible(std::string_view text, std::size_t at) noexcept {
    while (at < text.size() && (text[at] & 0x80) != 0) {
        const character c = decode_utf8(text, at);
        if (!is_invisible(c.code)) break;
        at += c.bytes;
    }
    return at;
}

// Digits, fullwidth ones too.
std::size_t count_digits(std::string_view text) noexcept {
    const auto is_ascii = [](char c) { return (c & 0x80) == 0; };
    if (std::all_of(text.begin(), text.end(), is_ascii)) return text.size();
    std::size_t digits = 0;
    for (std::size_t at = 0; at < text.size();) {
        const character c = decode_utf8(text, at);
        digits += std::size_t{!is_invisible(c.code)};
        at += c.bytes;
    }
    return digits;
}

// Whether ASCII's sign stands here, once, and is no point of a number.
bool is_lone_sign(const char* at) noexcept {
    const auto c = static_cast<unsigned char>(*at);
    return c < 0x80 && ascii_kinds[c] == letter::symbol && at[1] != *at && (c != '.' || at[1] < '0' || at[1] > '9');
}

// Whether a point after this token, and before digits, belongs to them: that of "€.5" does.
bool leads_number(const token& t, char32_t code) noexcept {
    return t.kind == kind::symbol && !(t.length == 1 && (code == ')' || code == '.' || code == ']' || code == '-'));
}

} // namespace

std::string plain_text(std::string_view text) {
    if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return std::string(text); // most
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const character c = decode_utf8(text, at);
        char bytes[4];
        if (c.code == character::bad) out += text[at];
        else if (!is_invisible(c.code)) out.append(bytes, encode_utf8(plain(c.code), bytes));
        at += c.bytes;
    }
    return out;
}

std::uint16_t id_of(std::string_view word, const vocabulary& words) {
    folded_word form;
    return end_of_letters(word, 0, form) == word.size() ? form.id(words) : words.find(folded_text(word));
}

std::string folded_text(std::string_view word) {
    std::string text;
    for (std::size_t at = 0; at < word.size();) {
        const character c = decode_utf8(word, at);
        at += c.bytes;
        const folded f = fold(c.code);
        text.append(f.text, f.size);
        char bytes[4];
        if (f.rest != 0) text.append(bytes, encode_utf8(f.rest, bytes));
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
        if (l == letter::mark && is_invisible(code)) {
            at_ += bytes;
            continue;
        }
        if (l != letter::space && l != letter::paragraph) break;
        lines += l == letter::paragraph ? 2 : code == '\n' || code == '\f' ? 1 : 0;
        any = true;
        at_ += bytes;
    }
    t.gap = lines > 1 ? gap::paragraph : any ? gap::space : gap::none;
}

// A word with accents, broken, or at the end of the text; most words are cut by a block.
void lexer::word(token& t) {
    const std::size_t start = at_;
    folded_word form;
    at_ = end_of_letters(text_, at_, form);
    t.id = form.id(words_);
    const bool has_hyphen = at_ < text_.size() && text_[at_] == '-';
    if (const std::size_t next = has_hyphen ? after_break(text_, at_) : 0; next != 0) {
        const std::size_t end = end_of_letters(text_, next, form);
        if (const std::uint16_t whole = form.id(words_); whole != 0 && end != next) {
            t.id = whole;
            at_ = end;
        }
    }
    t.kind = kind::word;
    t.length = static_cast<std::uint32_t>(at_ - start);
}

// Whether a word before a hyphen goes on behind a line's end: it is made whole then.
bool lexer::join_broken(token& t, std::size_t hyphen) {
    if (after_break(text_, hyphen) == 0) return false;
    at_ = t.begin;
    word(t);
    return at_ > hyphen;
}

// The end of the run of digits that begins here, fullwidth ones too.
std::size_t lexer::digits_from(std::size_t at) const noexcept {
    while (at < text_.size()) {
        if (is_digit(text_[at])) {
            ++at;
            continue;
        }
        if ((text_[at] & 0x80) == 0) break;
        std::uint32_t bytes = 1;
        char32_t code = 0;
        const letter l = kind_at(text_, at, bytes, code);
        if (l == letter::mark && is_invisible(code)) {
            const std::size_t next = after_invisible(text_, at);
            if (next == text_.size() || kind_at(text_, next, bytes, code) != letter::digit) break;
            at = next;
        } else if (l != letter::digit) {
            break;
        }
        at += bytes;
    }
    return at;
}

// The end of what goes on with the number after its digits: a separator and more digits; `at` itself if nothing does.
std::size_t lexer::separated(std::size_t at, group last, bool& has_point) const noexcept {
    if (at >= text_.size()) return at;
    if (const char c = text_[at]; (c & 0x80) == 0) { // most numbers end here
        if (ends_number(c)) return at;
        const char next = at + 1 < text_.size() ? text_[at + 1] : ' ';
        if ((next & 0x80) == 0 && !is_digit(next)) return at;
        if (is_digit(next) && (c == '.' || c == ',')) {
            has_point = true;
            return digits_from(at + 1);
        }
    }
    return after_separator(at, last, has_point);
}

std::size_t lexer::after_separator(std::size_t at, group last, bool& has_point) const noexcept {
    const std::size_t sign = after_invisible(text_, at);
    if (sign >= text_.size()) return at;
    std::uint32_t bytes = 1;
    char32_t code = 0;
    const letter l = kind_at(text_, sign, bytes, code);
    const char32_t mark = plain(code);
    const std::size_t start = after_invisible(text_, sign + bytes);
    const std::size_t end = digits_from(start);
    if (end == start) return at;
    // U+066B and U+30FB stand for a comma and a point, and U+00B7 for a point, too
    if (mark == '.' || mark == ',' || mark == 0x66b || mark == 0x30fb || mark == 0xb7) {
        has_point = true;
        return end;
    }
    const bool is_blank = l == letter::space && code != '\n' && code != '\t' && code != '\r';
    if (mark != '\'' && !is_blank) return at;
    // A group of three after one of up to three; and what follows is no further digit by the way it was found.
    const std::size_t digits = count_digits(text_.substr(start, end - start));
    if (mark == '\'' && digits != 3) return end; // "5'3 millones"
    if (digits != 3 || has_point) return at;
    const std::size_t before = count_digits(text_.substr(last.begin, at - last.begin));
    return (last.is_first ? before <= 3 : before == 3) ? end : at;
}

// The end of the number that begins here.
std::size_t lexer::number_from(std::size_t at) const noexcept {
    bool has_point = false;
    if (text_[at] == '.') {
        has_point = true;
        ++at;
    }
    std::size_t group_begin = at;
    at = digits_from(at);
    for (bool first = true;; first = false) {
        const std::size_t end = separated(at, {group_begin, first}, has_point);
        if (end == at) break;
        group_begin = after_invisible(text_, at);
        group_begin += decode_utf8(text_, group_begin).bytes;
        at = end;
    }
    // "5,-" and "1'234.–": no cents
    if (at + 1 < text_.size() && (text_[at] == ',' || text_[at] == '.')) {
        for (const std::string_view dash : {std::string_view("--"), std::string_view("-"), en_dash, em_dash}) {
            if (text_.substr(at + 1, dash.size()) != dash) continue;
            const std::size_t after = at + 1 + dash.size();
            if (after < text_.size() && digits_from(after) != after) break;
            at = after;
            break;
        }
    }
    if (at < text_.size() && (text_[at] & 0x80) != 0) {
        const character c = decode_utf8(text_, at);
        if (fraction_of(c.code).numerator != 0) at += c.bytes;
    }
    return at;
}

// The same, with more text beyond the limit: at once where plain digits end within it, and a number surely ends with
// them.
std::size_t lexer::number_within(std::size_t begin, std::size_t limit) const noexcept {
    const char* const text = text_.data();
    std::size_t at = begin + 1;
    while (at < limit && is_digit(text[at])) ++at;
    const bool is_before_word = text[at] == ' ' && ends_number(text[at + 1]) && !is_digit(text[at + 1]);
    const bool is_over = at != limit && (is_before_word || ends_number(text[at]));
    return is_over ? at : number_from(begin);
}

token lexer::next() {
    token t;
    skip_blanks(t);
    t.begin = at_;
    if (at_ >= text_.size()) return t;
    std::uint32_t bytes = 1;
    char32_t code = 0;
    const letter l = kind_at(text_, at_, bytes, code);
    const bool is_point = code == '.' && (t.gap != gap::none || at_ == 0 || is_after_sign_) && at_ + 1 < text_.size() &&
                          text_[at_ + 1] >= '0' && text_[at_ + 1] <= '9';
    if (l == letter::word) {
        word(t);
    } else if (l == letter::digit || is_point) {
        t.kind = kind::number;
        at_ = number_from(at_);
        t.length = static_cast<std::uint32_t>(at_ - t.begin);
    } else {
        sign(t, l, code, bytes);
    }
    is_after_sign_ = leads_number(t, code);
    return t;
}

// Everything that is no word and no number. A run of one sign, or of what means nothing, is one token, so that no text
// makes more of them than it has words.
void lexer::sign(token& t, letter l, char32_t code, std::uint32_t bytes) {
    at_ += bytes;
    t.length = bytes;
    if (l == letter::fraction) {
        t.kind = fraction_of(code).numerator != 0 ? kind::number : kind::symbol;
        return;
    }
    const bool is_control = l == letter::control || l == letter::mark;
    t.kind = l == letter::ideograph ? kind::ideograph : is_control ? kind::control : kind::symbol;
    while (t.kind != kind::ideograph && at_ < text_.size()) {
        std::uint32_t more = 1;
        char32_t again = 0;
        const letter same = kind_at(text_, at_, more, again);
        if (is_control ? same != letter::control && same != letter::mark : again != code) break;
        at_ += more;
    }
    t.length = static_cast<std::uint32_t>(at_ - t.begin);
    if (is_control || t.length != bytes) return;
    folded_word form;
    form.add(code);
    t.id = form.id(words_);
}

// By how many there are: the lowest bytes of eight.
constexpr std::uint64_t first_bytes[] = {
    0, 0xff, 0xffff, 0xffffff, 0xffffffff, 0xffffffffff, 0xffffffffffff, 0xffffffffffffff, 0xffffffffffffffff};

// Most tokens are words of plain letters, numbers and single signs, after one blank or none. Of 64 bytes such words are
// cut without looking at each byte; `next` cuts what is not so.
std::size_t lexer::next(token* to) {
    if (text_.size() - at_ < block + 8) {
        *to = next();
        return 1;
    }
    const token* const first = to;
    const std::size_t base = at_;
    const char* const text = text_.data();
    const std::uint64_t letters = letters_of_64(text + base);
    std::size_t at = base;
    bool is_after_sign = is_after_sign_;
    while (at < base + block) {
        std::size_t begin = at;
        gap before = gap::none;
        if (text[at] == ' ') [[likely]] {
            before = gap::space;
            ++begin;
        }
        const std::size_t place = begin - base;
        const auto size = static_cast<std::size_t>(place < block ? std::countr_one(letters >> place) : 0);
        if (place + size == block && at != base) break; // a word that may go on in the next block
        const char* const from = text + begin;
        if (size != 0 && (from[size] & 0x80) == 0 && place + size != block) {
            const std::uint16_t id = size <= 8
                                         ? words_.find_short((load_eight(from) | eight_of(0x20)) & first_bytes[size])
                                         : words_.find_long_in_capitals({from, size});
            *to++ = {begin, static_cast<std::uint32_t>(size), id, kind::word, before};
            at = begin + size;
            is_after_sign = false;
        } else if (is_digit(*from)) {
            at = number_within(begin, base + block);
            *to++ = {begin, static_cast<std::uint32_t>(at - begin), 0, kind::number, before};
            is_after_sign = false;
        } else if (*from == '-' && to != first && to[-1].kind == kind::word && before == gap::none &&
                   join_broken(to[-1], begin)) {
            at = at_;
        } else if (is_lone_sign(from)) {
            const auto sign = static_cast<unsigned char>(*from);
            *to++ = {begin, 1, words_.find_short(sign), kind::symbol, before};
            at = begin + 1;
            is_after_sign = leads_number(to[-1], sign);
        } else if (accented(from + size) != '.') {
            token& t = *to++;
            t = {begin, 0, 0, kind::word, before};
            at_ = begin;
            word(t);
            at = at_;
            is_after_sign = false;
        } else {
            at_ = at;
            is_after_sign_ = is_after_sign;
            *to++ = next();
            at = at_;
            is_after_sign = is_after_sign_;
        }
    }
    at_ = at;
    is_after_sign_ = is_after_sign;
    return static_cast<std::size_t>(to - first);
}

} // namespace cambist_prose
