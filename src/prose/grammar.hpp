// SPDX-License-Identifier: MIT
#pragma once

#include "quantity.hpp"

#include <cambist/prose/read.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace cambist_prose {

/// A figure in the tokens of a text, with what the reader must know to go on.
struct finding {
    finding(std::size_t first, std::size_t after, figure read) : begin(first), end(after), amount(std::move(read)) {}

    std::size_t begin; ///< the first token
    std::size_t end;   ///< the token after the last
    figure amount;
    prose::account how{};
    bool is_plain = false;   ///< one number without a scale word, a hedge or a limit: may be a side of a rate
    bool is_article = false; ///< "a dollar": no figure but beside "=" or "per share"
    int decimals = 0;        ///< written after the point
};

/// Reads figures at given places of a text.
class grammar {
public:
    grammar(cursor& at, const prose::reading_options& policy) : at_(at), policy_(policy) {}

    /// Whether a figure may begin with this token; most tokens may not.
    bool may_begin(std::size_t i);
    /// Whether a figure, or what makes none of it, may have this token.
    bool may_belong(std::size_t i);
    /// Whether a currency's code stands here.
    bool is_code(std::size_t i) { return code_at(i).has_value(); }
    /// The figure that begins here; `after` is the token after the last find, where a comparison may stand.
    std::optional<finding> read(std::size_t i, std::size_t after_find);
    /// The same for a number without a currency.
    std::optional<finding> read_bare(std::size_t i);
    /// Where the words that make no figure of what stands here end: "went up to", "one symbolic euro"; `i` if there are
    /// none.
    std::size_t neutral_end(std::size_t i);

    /// What stands for a currency at `i`, for "0.92 euro per dollar".
    std::optional<currency> currency_at(std::size_t i, std::size_t& next);

private:
    struct money_word {
        cambist::currency money{};
        std::size_t begin = 0;
        std::size_t end = 0;
        char family = '\0';
        bool is_weak = false; // needs a scale word, groups or decimals
        bool is_weight = false;
        bool is_code = false;
        bool is_sign = false;
        cambist::exact hundredth{}; // 1/100 of "pence", 0 of "pounds"
    };
    struct operand {
        quantity number{};
        std::optional<money_word> before{};
        std::optional<money_word> after{};
        std::size_t begin = 0;
        std::size_t end = 0;
        bool is_negative = false;
        bool is_accounting = false;

        std::optional<cambist::currency> money() const;
        bool has_money() const { return before || after; }
    };
    struct prefix {
        std::size_t begin = 0;
        std::size_t end = 0;
        qualifier stated = qualifier::rounded;
        bool is_neutral = false;
    };

    std::optional<money_word> money_before(std::size_t i);
    std::optional<money_word> money_after(std::size_t i, const quantity& number, bool has_before);
    std::optional<money_word> code_at(std::size_t i);
    money_word resolved(const entry& e, std::size_t begin, std::size_t end) const;
    const operand* read_operand(std::size_t i, bool joined = true);
    bool read_operand_at(std::size_t i, bool joined, operand& o);
    bool finish_operand(operand& o, const quantity& number, bool needs_money);
    bool begins_line(std::size_t i);
    void take_minor(operand& o);
    bool is_number_start(std::size_t i);
    bool is_minus(std::size_t i);

    prefix read_prefix(std::size_t i, std::size_t after_find);
    std::optional<finding> read_range(std::size_t begin, std::size_t i, categories connector, bool joined);
    // Of a change the first may be the larger; the two are then no range, but two figures of one currency.
    std::optional<finding> continue_range(std::size_t begin, const operand& low, categories connector,
                                          exact* changed_from = nullptr);
    std::optional<finding> read_number(const prefix& before, std::size_t from);
    std::optional<finding> read_vague(std::size_t begin, std::size_t i);
    std::optional<finding> read_amount(const prefix& before, const operand& o);
    std::optional<finding> changed_from(const prefix& before, operand low, const exact& value, const currency& money);
    void read_suffix(std::size_t& end, qualifier& stated, bool& is_hedged);
    bool is_after_change(std::size_t i);
    std::size_t after_article(std::size_t i);
    bool is_weighed(const operand& o);
    bool is_unless(std::size_t i, std::string_view phrase);
    const entry* scale_before(std::size_t i, std::size_t& next);
    std::optional<quantity> scaled_number(std::size_t i, std::size_t end, const entry& scale);

    std::string_view words(std::size_t begin, std::size_t end);
    std::size_t from_start(std::string_view part) const;
    std::string phrase(std::size_t begin, std::size_t end);

    cursor& at_;
    const prose::reading_options& policy_;
    bool is_bare_ = false; // whether a figure may have no currency
    struct {
        std::size_t at = static_cast<std::size_t>(-1);
        bool joined = false;
        bool is_bare = false;
        bool is_operand = false;
        operand read{};
    } tried_{}; // the last operand that was read
};

} // namespace cambist_prose
