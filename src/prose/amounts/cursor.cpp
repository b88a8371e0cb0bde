// SPDX-License-Identifier: MIT
#include "cursor.hpp"

#include <algorithm>

namespace cambist_prose {

token cursor::cut_to(std::size_t i) {
    while (i >= end_) {
        if (end_ != first_ && tokens_[end_ - first_ - 1].kind == kind::end) return tokens_[end_ - first_ - 1];
        if (end_ - first_ + lexer::block > tokens_.size()) tokens_.resize(tokens_.size() * 2 + 2 * chunk);
        end_ += lexer_.next(tokens_.data() + (end_ - first_));
    }
    return tokens_[i - first_];
}

void cursor::let_go(std::size_t i) {
    const std::size_t from = i - reach;
    std::copy(tokens_.begin() + static_cast<std::ptrdiff_t>(from - first_),
              tokens_.begin() + static_cast<std::ptrdiff_t>(end_ - first_), tokens_.begin());
    first_ = from;
}

std::string cursor::phrase(std::size_t begin, std::size_t end) {
    const token t = at(begin);
    if (end == begin + 1 && t.id != 0) return lexicon_.words().word(t.id);
    return folded_text(words_of(begin, end));
}

bool cursor::begins_line(std::size_t i) {
    if (i == first_) return true;
    const std::size_t from = at(i - 1).end();
    return text_.substr(from, at(i).begin - from).find('\n') != std::string_view::npos;
}

const entry* cursor::longest_from(const token& first, std::size_t i, categories wanted, std::size_t& next) {
    const entry* best = nullptr;
    std::size_t length = 1;
    for (std::uint32_t n = lexicon_.root(first.id); n != 0; ++length) {
        if ((lexicon_.at(n).has & wanted.bits()) != 0) {
            for (const entry& e : lexicon_.at(n).entries) {
                if (!wanted.has(e.what) || !is_spelled(e, first, i + length - 1)) continue;
                best = &e;
                next = i + length;
                break;
            }
        }
        if (lexicon_.at(n).edges.empty()) break;
        const token t = at(i + length);
        n = lexicon_.follow(n, t.id, t.gap);
    }
    return best;
}

bool cursor::is_sign(const token& t, std::string_view sign) const {
    if (t.length == 1) return sign.size() == 1 && text_[t.begin] == sign.front();
    return text_of(t) == sign || (t.id != 0 && lexicon_.words().word(t.id) == sign);
}

bool cursor::is_spelled(const entry& e, const token& first, std::size_t last) {
    if (e.spelled.empty()) return true;
    const std::string_view written = text_.substr(first.begin, at(last).end() - first.begin);
    return written == e.spelled || (written.size() > e.spelled.size() && plain_text(written) == e.spelled);
}

} // namespace cambist_prose
