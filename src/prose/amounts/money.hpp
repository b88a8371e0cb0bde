// SPDX-License-Identifier: MIT
#pragma once

#include "quantity.hpp"

#include <cambist/prose/parse.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace cambist_prose {

/// A currency beside a number: its sign, its code or its name.
struct money_word {
    cambist::currency money{};
    std::size_t begin = 0;
    std::size_t end = 0;
    cambist_prose::family family = family::none;
    bool is_weak = false; ///< needs a scale word, groups or decimals
    bool is_weight = false;
    bool is_code = false;
    bool is_sign = false;
    bool is_sign_only = false; ///< of a people: its money has the sign alone, and not the name: "dollars Mexican"
    exact hundredth{};         ///< 1/100 of "pence", 0 of "pounds"
};

/// Reads currencies.
class money_reader {
public:
    money_reader(cursor& at, const prose::reading_options& policy) : at_(at), policy_(policy) {}

    /// Three capitals that ISO 4217 knows; those that are no everyday money need more than a bare number.
    std::optional<money_word> code(std::size_t i) {
        return at_.is_code_like(at_.at(i)) ? known_code(i) : std::nullopt; // few words are
    }
    /// One that may stand before a number.
    std::optional<money_word> before(std::size_t i);
    /// One after a number, which ends before `i`.
    std::optional<money_word> after(std::size_t i, const quantity& number, bool has_before);
    /// A people's adjective behind an amount, which says whose its money is: "$5 million Canadian".
    std::optional<money_word> national(std::size_t i);
    /// Takes note of a figure's currency, which clears names that it shares with others: "francs", after "Swiss
    /// francs".
    void note(const currency& named) {
        if (named_.empty() || !(named_.back() == named)) add(named);
    }
    /// One by itself, for "0.92 euro per dollar".
    std::optional<currency> alone(std::size_t i, std::size_t& next);

private:
    void add(const currency& named);
    std::optional<money_word> known_code(std::size_t i);
    money_word resolved(const entry& e, std::size_t begin, std::size_t end) const;
    std::optional<money_word> word_after(std::size_t i);
    void join_dollar(money_word& coded);
    std::optional<money_word> cleared(const entry& e, std::size_t begin, std::size_t end) const;
    bool is_event(std::size_t i);
    bool is_point(const money_word& found, const quantity& number);
    bool is_of_next(const money_word& found, const quantity& number, bool has_before, bool is_joined);

    cursor& at_;
    const prose::reading_options& policy_;
    std::vector<currency> named_{}; // by the figures so far
};

} // namespace cambist_prose
