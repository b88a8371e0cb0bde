// SPDX-License-Identifier: MIT
#include "plans/arguments.hpp"

#include <cambist/io/indices.hpp>

#include <limits>
#include <optional>
#include <utility>

namespace program {

namespace {

void read_keys(const std::string& text, report_options& options) {
    const std::size_t comma = text.find(',');
    options.by = parse_report_key(std::string_view(text).substr(0, comma));
    if (comma == std::string::npos) return;
    options.across = parse_report_key(std::string_view(text).substr(comma + 1));
    if (options.across == options.by) throw parse_error("two different keys", text, 0);
}

// "on:DAY", "average:30", "constant:2010:unbounded": a name, the day or year that it takes, a bound that it may take.
void read_valuation(const plans_arguments& given, const currency_set& accepted, report_options& options,
                    asked_day& day) {
    constexpr std::string_view then_last = " then last";
    std::string_view rest = given.valuation;
    if (rest.empty()) return;
    options.then_last = rest.ends_with(then_last);
    if (options.then_last) rest.remove_suffix(then_last.size());
    const auto next = [&] {
        const std::size_t colon = rest.find(':');
        const std::string_view word = rest.substr(0, colon);
        rest = colon == std::string_view::npos ? "" : rest.substr(colon + 1);
        return word;
    };
    const std::optional<valuation> named = from_name<valuation>(next());
    if (!named)
        throw parse_error("on:DAY, announcement[:DAYS], average[:DAYS], closing[:DAYS] or constant:YEAR[:DAYS]",
                          given.valuation, 0);
    options.at = *named;
    if (named == valuation::on_day) day = parse_day(rest);
    else if (named == valuation::constant_prices) options.base = parse_partial_date(next());
    if (named != valuation::on_day && !rest.empty()) options.bound = parse_day_limit(rest);
    const bool by_period = named == valuation::average || named == valuation::closing;
    if (options.then_last && !by_period)
        throw parse_error("\"then last\" after average or closing", given.valuation, 0);
    if (named != valuation::constant_prices) return;
    if (given.deflators.empty()) throw parse_error("--deflators FILE beside constant prices", given.valuation, 0);
    options.prices = price_indices(io::read_indices_file(given.deflators, accepted));
}

} // namespace

cambist::report_options plans_arguments::report_options(const currency_set& accepted, asked_day& day) const {
    cambist::report_options options;
    read_argument("--by", [&] { read_keys(by, options); });
    read_argument("--valuation", [&] { read_valuation(*this, accepted, options, day); });
    options.leave_unvalued = true; // refused, if they are, when all is known that is missing
    return options;
}

std::size_t plans_arguments::most_listed() const noexcept {
    constexpr std::size_t usually = 20;
    return all ? std::numeric_limits<std::size_t>::max() : usually;
}

cambist::portfolio_options plans_arguments::portfolio_options() const {
    cambist::portfolio_options options;
    if (!as_of.empty()) options.as_of = read_argument("--as-of", [&] { return parse_day(as_of); });
    options.counted = statuses;
    return options;
}

} // namespace program
