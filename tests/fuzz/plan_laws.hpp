// SPDX-License-Identifier: MIT
#pragma once

// Laws of what is read as plans.

#include <cambist/io/plans.hpp>
#include <cambist/plans/story.hpp>

#include "fuzz.hpp"

#include <string>
#include <utility>

namespace fuzz {

/// What is written of a file is read as the same, which is written so again. A plan that no file can say is refused.
inline void check_written_again(const cambist::io::plan_file& file) {
    using namespace cambist::io;
    const auto check = [&](auto write, auto read) {
        const auto written = read_or_refused([&] { return write(file); });
        if (!written) return;
        const auto again = read_or_refused([&] { return read(*written); });
        require(again.has_value(), "what is written can be read");
        require(again->plans.size() == file.plans.size() && again->rates.size() == file.rates.size(),
                "nothing is lost in writing");
        for (std::size_t i = 0; i < file.plans.size(); ++i) {
            require(again->plans[i].id == file.plans[i].id && again->plans[i].note == file.plans[i].note &&
                        again->plans[i].amount.bounds() == file.plans[i].amount.bounds(),
                    "a plan is read as what it was");
        }
        require(write(*again) == *written, "what was read is written so again");
    };
    check([](const plan_file& f) { return to_plans_toml(f); },
          [](const std::string& text) { return parse_plans_toml(text); });
    check([](const plan_file& f) { return to_plans_csv(f); },
          [](const std::string& text) { return parse_plans_csv(text); });
}

inline void check_cell(const cambist::report& of, const cambist::report::cell& number) {
    cambist::money<> sum(0, of.currency());
    for (const cambist::story_part& each : story_of(of, number)) sum += each.amount();
    require(sum == number.total, "parts sum to their cell");
    require(number.bounds.contains(number.total.amount()), "a cell is within its bounds");
}

/// Rows sum to the total, as exact and as displayed, and every cell is what its parts come to; by holder and by year.
inline void check_reports(const cambist::io::plan_file& file) {
    using namespace cambist;
    if (file.plans.size() > 100) return;
    const auto plans = read_or_refused([&] { return portfolio(file.plans); });
    if (!plans) return;
    for (const report_key by : {report_key::holder, report_key::year}) {
        const auto made = read_or_refused([&] {
            const rate_table rates = [&] {
                rate_table::builder quotes;
                for (const rate& each : file.rates) quotes.add(each);
                return quotes.build();
            }();
            const currency to = file.plans.empty() ? currencies::EUR : file.plans.front().amount.currency();
            return report(*plans, {.by = by, .leave_unvalued = true}, {.to = to, .rates = rates});
        });
        if (!made) continue;
        money<> total(0, made->currency());
        money<> displayed(0, made->currency());
        const auto add = [&](const report::cell& cell) {
            total += cell.total;
            displayed += cell.displayed;
            check_cell(*made, cell);
        };
        for (const report::row& row : made->rows()) add(row.cell);
        if (made->unphased() != nullptr) add(*made->unphased());
        check_cell(*made, made->total());
        require(total == made->total().total && displayed == made->total().displayed, "rows sum to the total");
    }
}

} // namespace fuzz
