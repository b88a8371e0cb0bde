// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/compiled_only.hpp>
#include <cambist/numbers/outcome.hpp>
#include <cambist/prose/parse.hpp>
#include <cambist/rates/conversion.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

CAMBIST_BEGIN
namespace prose {

/// Whether a restatement can be true beside what it restates.
struct verdict {
    std::size_t find = 0;     ///< the restatement, an index into `reading::figures`
    std::size_t restated = 0; ///< the figure that it says again, another
    figure in_its_currency;   ///< the restatement, in the currency of what it restates
    agreement with;           ///< of the two, in that currency: the interval that both allow, or how far they are apart
    conversion receipt;       ///< how it got there

    bool consistent() const noexcept { return with.consistent(); }
};

/// "consistent; together [1980.365 m, 2072.475 m] EUR", or by how much they are apart.
std::string to_string(const verdict& v);

/// The rates that a text states, none of them with a day. \throws contradicting_rates, unlawful_rate
rate_table rates_of(const reading& said);

/// A verdict on one restatement, in the currency of what it restates (`at.to` plays no part). \throws as `explain`
/// does; argument_error for a figure that restates none
verdict judge(const reading& said, std::size_t find, const translation& at);

/// A verdict on each restatement in a text. Throws as `judge` does of one.
std::vector<verdict> judge(const reading& said, const translation& at);

/// What becomes of each figure of a text, in their order. One that no rate answers for has the error, and the others
/// their values.
struct judgement {
    std::vector<std::optional<outcome<figure>>> converted{}; ///< to `at.to`; none where that says no currency
    std::vector<std::optional<outcome<verdict>>> verdicts{}; ///< on what restates another; none on other figures
};

/// Converts and judges each figure, at the rates given or, for a pair of which these have none, at those that the text
/// states. A rate given that is too old is refused, and not passed over; where rates that the text states contradict
/// each other or the law, each figure that needs one has that error.
///
///     const judgement all = judge_all(said, {.to = EUR, .rates = rates, .day = day});
///     if (const auto& euros = all.converted[0]; *euros) use(**euros); else log(euros->what());
///
judgement judge_all(const reading& said, const translation& at);

} // namespace prose
CAMBIST_END
