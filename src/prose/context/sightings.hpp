// SPDX-License-Identifier: MIT
#pragma once

#include "../amounts/grammar.hpp"

#include <cambist/prose/parse.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace cambist_prose {

/// Finds amounts that are not read: a number beside a currency or a scale word that became no figure.
class sighting_reader {
public:
    sighting_reader(cursor& at, grammar& figures, std::vector<prose::unread_amount>& seen)
        : at_(at), figures_(figures), seen_(seen) {}

    /// Whether an amount without a currency of its own may end with the scale word at `i`, and where it begins.
    std::optional<std::size_t> amount_before(std::size_t i);
    /// An amount from `begin` on whose currency is that of the last figure, which ends before `last_end`; none where
    /// its sentence leaves a doubt.
    std::optional<finding> read_elided(std::size_t begin, const prose::find& last, std::size_t last_end);
    /// A number without a scale word or a currency that is told beside the last figure, in its sentence: one that says
    /// what that was, "€3.30, up from 2.10 a year earlier"; a doubtful one is noted, "Siemens 330 Euro, SAP 38". `last`
    /// has no scale word either where it `is_plain`, and so many decimals.
    std::optional<finding> read_bare(const prose::find& last, std::size_t last_end, bool is_plain, int decimals);
    /// Notes what stands from one token to another, and is no figure; `hint` is the currency of the figure before it.
    void note(prose::unread_amount::kind what, std::size_t begin, std::size_t end, const currency& hint);
    /// What stands around a word that tells of a currency, if a number does; none of it before `last_end`.
    std::optional<doubt> around(std::size_t money, std::size_t last_end);
    /// Whether no sentence ends between two tokens.
    bool is_one_sentence(std::size_t begin, std::size_t end);

private:
    bool is_number(std::size_t i);
    bool is_unknown(std::size_t i);
    bool is_inserted(std::size_t i);
    bool ends_sentence(std::size_t i);
    bool may_stand_between(std::size_t i);
    bool is_alone(std::size_t end);
    bool is_name(std::size_t i);
    bool is_compared(std::size_t i);
    bool is_ending(std::size_t i);
    bool are_parallel(std::size_t a, std::size_t b);
    bool is_counted(std::size_t i);

    cursor& at_;
    grammar& figures_;
    std::vector<prose::unread_amount>& seen_;
};

} // namespace cambist_prose
