// SPDX-License-Identifier: MIT
#pragma once

#include "finding.hpp"
#include "money.hpp"
#include "operand.hpp"
#include "qualifiers.hpp"
#include "range.hpp"
#include "shared_scale.hpp"
#include "vague.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace cambist_prose {

/// Reads figures at given places of a text: a number with its currency and what qualifies it, a range, or no number.
class grammar {
public:
    grammar(cursor& at, const prose::reading_options& policy, bare_number bare = bare_number::is_none)
        : at_(at), policy_(policy), money_(at, policy), operands_(at, money_, bare), qualifiers_(at, money_),
          ranges_(at, operands_, qualifiers_, bare), shared_(at, operands_),
          vague_(at, money_, qualifiers_, policy, bare) {}
    grammar(const grammar&) = delete;
    grammar& operator=(const grammar&) = delete;

    /// Whether a figure may begin with this token; most tokens may not.
    bool may_begin(std::size_t i);
    /// Whether a figure, or what makes none of it, may have this token.
    bool may_belong(std::size_t i);
    /// Whether a currency's code stands here.
    bool is_code(std::size_t i) { return money_.code(i).has_value(); }
    /// The figure that begins here; `after_find` is the token after the last find, where a comparison may stand.
    std::optional<finding> read(std::size_t i, std::size_t after_find);
    /// The same for a number that may have no currency, by a grammar that was made so.
    std::optional<finding> read_bare(std::size_t i);
    /// Where the words that make no figure of what stands here end: "went up to", "one symbolic euro"; `i` if there are
    /// none.
    std::size_t neutral_end(std::size_t i);
    /// The end of the number at `i`, which may have no currency.
    std::optional<std::size_t> bare_end(std::size_t i);
    /// The amount whose number is at `number` and whose words begin at `i`, in a currency that it does not name; none
    /// where it has no scale word, unless it may have none.
    std::optional<finding> read_elided(std::size_t i, std::size_t number, const currency& money, bool may_be_bare);
    /// An amount here that another language's grammar read, as this language's words around it have it: "about 5
    /// Milliarden Euro"; none where these make it a part of something longer.
    std::optional<finding> in_context(finding quoted);
    /// Takes note of a figure's currency.
    void note(const currency& named) { money_.note(named); }
    /// The last amount that was seen and, being in doubt, not taken; then forgotten.
    std::optional<doubt> take_doubt() { return operands_.take_doubt(); }
    /// A currency by itself, and the token after it.
    std::optional<currency> currency_at(std::size_t i, std::size_t& next) { return money_.alone(i, next); }

private:
    std::optional<finding> read_from(std::size_t i);
    std::optional<finding> read_between(const prefix& before);
    std::optional<finding> read_number(const prefix& before);
    std::optional<finding> read_amount(const prefix& before, const operand& o);
    std::optional<finding> read_changing(const prefix& before, operand low, bool is_changing);
    bool is_scale_in_doubt(const operand& o, std::size_t next);
    bool goes_on(std::size_t i);
    prefix before_quoted(std::size_t i);
    void explain(finding& f, const operand& o);

    cursor& at_;
    const prose::reading_options& policy_;
    money_reader money_;
    operand_reader operands_;
    qualifier_reader qualifiers_;
    range_reader ranges_;
    shared_scale_reader shared_;
    vague_reader vague_;
};

} // namespace cambist_prose
