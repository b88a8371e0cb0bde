// SPDX-License-Identifier: MIT
#include <cambist/text/plan_words.hpp>

#include "support/founding.hpp"
#include "support/show.hpp"

#include <cambist/text/figure_words.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;

TEST_CASE("plan words: what stands for a figure that names no number") {
    CHECK(stand_in_words(parse_figure("between 91 and 93 bn USD")) == "a range, whose middle, 92.00 bn USD, is shown");
    CHECK(stand_in_words(parse_figure("at least 2 bn EUR")) ==
          "a limit, whose stated end, 2.000 bn EUR, is shown; no upper end is stated");
    CHECK(stand_in_words(parse_figure("billions of euros")) ==
          "no number; 1.000 bn EUR is shown; no upper end is stated");
    CHECK(words_of(parse_figure("2 bn EUR")) == "2 bn EUR");
    CHECK(words_of(figure(money<>(2'000'000, EUR))) == "2.00 m EUR");
}

TEST_CASE("plan words: a share of an amount, and instalments of one") {
    using std::chrono::year;
    plan shared{.id = "A", .amount = parse_figure("2 bn EUR")};
    shared.from = partial_date(year(2024));
    shared.to = partial_date(year(2027));
    plan paid{.id = "B", .amount = parse_figure("100 m EUR")};
    paid.instalments = {{partial_date(year(2024)), parse_figure("33 m EUR")},
                        {partial_date(year(2024)), parse_figure("34 m EUR")},
                        {partial_date(year(2025)), parse_figure("32 m EUR")}};
    report_options options;
    options.by = report_key::year;
    const rate_table rates = founding::rates();
    const report made(portfolio({shared, paid}), options, {.to = EUR, .rates = rates});
    const auto words = [&](const report::cell& cell) {
        std::vector<std::string> all;
        for (const story_part& each : story_of(made, cell)) all.push_back(part_words(each));
        return all;
    };
    CHECK(words(made.rows().at(0).cell) ==
          std::vector<std::string>{"2 bn EUR x 0.25", "33 m EUR + 34 m EUR of 100 m EUR"});
    CHECK(words(*made.unphased()) == std::vector<std::string>{"what instalments leave of 100 m EUR"});
    CHECK(words(made.total()).at(0) == "2 bn EUR");
}
