// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/prose/parse.hpp>
#include <cambist/rates/conversion.hpp>

#include <cstddef>
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

/// The rates that a text states, none of them with a day. \throws contradicting_rates, unlawful_rate
inline rate_table rates_of(const reading& said) {
    rate_table::builder table;
    for (const rate_note& note : said.rates) table.add(note.quote);
    return table.build();
}

/// A verdict on one restatement, in the currency of what it restates (`at.to` plays no part). \throws as `explain`
/// does; argument_error for a figure that restates none
inline verdict judge(const reading& said, std::size_t find, const translation& at) {
    if (find >= said.figures.size() || !said.figures[find].restates)
        throw argument_error("no figure " + std::to_string(find) + " that says an earlier one again");
    const std::size_t restated = *said.figures[find].restates;
    const figure& first = said.figures[restated].amount;
    const figure& again = said.figures[find].amount;
    conversion receipt = explain(money<>(1, again.currency()), at.into(first.currency()));
    figure converted = convert(again, receipt, at.precision);
    agreement with = compare(first, converted);
    return {find, restated, std::move(converted), std::move(with), std::move(receipt)};
}

/// A verdict on each restatement in a text. Throws as `judge` does of one.
inline std::vector<verdict> judge(const reading& said, const translation& at) {
    std::vector<verdict> all;
    for (std::size_t i = 0; i < said.figures.size(); ++i) {
        if (said.figures[i].restates) all.push_back(judge(said, i, at));
    }
    return all;
}

} // namespace prose
CAMBIST_END
