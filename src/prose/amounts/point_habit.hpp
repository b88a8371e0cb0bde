// SPDX-License-Identifier: MIT
#pragma once

#include "../words/lexicon.hpp"

#include <cstddef>
#include <string_view>

namespace cambist_prose {

/// Which mark is the decimal point where three digits follow it: the language's, unless the text's other numbers say
/// otherwise. They are looked at once, and only when it is asked for.
class point_habit {
public:
    point_habit(std::string_view text, const lexicon& words) : text_(text), words_(words) {}

    bool is_point(char mark);
    /// Whether it is one to the language.
    bool is_customary(char mark) const;
    /// Whether other numbers of the text say what a mark is, and do not contradict each other.
    bool is_told(char mark) { return decides(mark); }
    /// Whether they contradict each other, or one alone the language.
    bool is_torn(char mark);

private:
    struct evidence { // how much says so
        std::size_t is_point = 0;
        std::size_t groups = 0;
    };
    struct answer {
        std::size_t for_point;
        std::size_t for_groups;
    };
    bool decides(char mark);
    answer of(char mark);
    evidence& seen(char mark) noexcept { return mark == '.' ? full_stop_ : comma_; }
    void look();
    void look_at(std::size_t begin, std::size_t end);
    bool is_amount(std::size_t begin, std::size_t end) const;
    bool is_money_before(std::size_t end) const;

    std::string_view text_;
    const lexicon& words_;
    bool has_looked_ = false;
    evidence full_stop_{};
    evidence comma_{};
};

} // namespace cambist_prose
