// SPDX-License-Identifier: MIT
#include <cambist/prose/judge.hpp>
#include <cambist/text/short_form.hpp>

#include <string>
#include <utility>

CAMBIST_BEGIN
namespace prose {

std::string to_string(const verdict& v) {
    const currency& c = v.in_its_currency.currency();
    if (v.with.common)
        return "consistent; together " + short_bounds(figure(std::nullopt, *v.with.common, c, qualifier::between));
    return "inconsistent; they are " + short_bounds(figure(v.with.gap, v.with.gap, c, qualifier::exact)) + " apart";
}

rate_table rates_of(const reading& said) {
    rate_table::builder table;
    for (const rate_note& note : said.rates) table.add(note.quote);
    return table.build();
}

verdict judge(const reading& said, std::size_t find, const translation& at) {
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

std::vector<verdict> judge(const reading& said, const translation& at) {
    std::vector<verdict> all;
    for (std::size_t i = 0; i < said.figures.size(); ++i) {
        if (said.figures[i].restates) all.push_back(judge(said, i, at));
    }
    return all;
}

namespace {

// By the rates given or, where they know none, by the text's own.
template <class Use>
auto by_either(const translation& given, const outcome<rate_table>& own, Use use) {
    return attempt([&] {
        try {
            return use(given);
        } catch (const stale_rate&) {
            throw;
        } catch (const no_rate&) {
            return use({given.to, own.value(), given.day, given.how, given.between, given.precision});
        }
    });
}

} // namespace

judgement judge_all(const reading& said, const translation& at) {
    const outcome<rate_table> own = attempt([&] { return rates_of(said); });
    judgement all;
    for (std::size_t i = 0; i < said.figures.size(); ++i) {
        const find& each = said.figures[i];
        auto& converted = all.converted.emplace_back();
        auto& verdict = all.verdicts.emplace_back();
        if (at.to) converted = by_either(at, own, [&](const translation& by) { return convert(each.amount, by); });
        if (each.restates) verdict = by_either(at, own, [&](const translation& by) { return judge(said, i, by); });
    }
    return all;
}

} // namespace prose
CAMBIST_END
