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

TEST_CASE("plan words: instalments that come to another sum than their plan") {
    plan p{.id = "B", .amount = parse_figure("100 m EUR")};
    p.instalments = {{partial_date(std::chrono::year(2024)), parse_figure("33 m EUR")},
                     {partial_date(std::chrono::year(2025)), parse_figure("66.8 m EUR")}};
    const rate_table none;
    const auto words = [&](const plan& each) {
        const report made(portfolio({each}), {.by = report_key::year}, {.to = EUR, .rates = none});
        return instalment_words(made, made.total());
    };
    const std::vector<std::string> lines = words(p);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] ==
          "B: its instalments come to 99,800,000 EUR, its amount to 100 m EUR; the difference is in no year");
    CHECK(lines[1].starts_with("Years have the intervals of instalments"));
    p.instalments[1].amount = parse_figure("67 m EUR");
    CHECK(words(p) == std::vector<std::string>{lines[1]});
    p.amount = figure(money<>(100, EUR));
    p.instalments = {{partial_date(std::chrono::year(2024)), figure(money<>(100, EUR))}};
    CHECK(words(p).empty());
}

TEST_CASE("plan words: amounts that were reported twice, and plans that are in no total") {
    std::vector<plan> plans{{.id = "A", .amount = parse_figure("2 bn EUR")},
                            {.id = "B", .amount = parse_figure("2 bn EUR")},
                            {.id = "C", .amount = parse_figure("2 bn EUR")},
                            {.id = "D", .amount = parse_figure("2.2 bn USD")}};
    plans[0].also = parse_figure("2.2 bn USD");
    plans[1].also = parse_figure("9 bn USD");
    plans[2].also = parse_figure("9 bn JPY");
    plans[2].supersedes = {"E", "F"};
    plans[3].restates = "A";
    plans.push_back({.id = "E", .amount = parse_figure("1 bn EUR")});
    plans.push_back({.id = "F", .amount = parse_figure("1 bn EUR")});
    plans.push_back({.id = "G", .amount = parse_figure("1 bn EUR")});
    plans.back().supersedes = {"F"};
    const rate_table rates = founding::rates();
    const report made(portfolio(std::move(plans)), {}, {.to = EUR, .rates = rates});
    REQUIRE(made.checks().size() == 3);
    CHECK(check_words(made, made.checks()[0]) ==
          "A is also reported as 2.2 bn USD: consistent; both allow [1.980 bn, 2.073 bn] EUR");
    CHECK(check_words(made, made.checks()[1]) == "B is also reported as 9 bn USD: INCONSISTENT");
    CHECK(check_words(made, made.checks()[2]) == "C is also reported as 9 bn JPY: no rate to compare by");
    std::vector<std::string> why;
    for (const aside_story& each : asides_of(made)) why.push_back(aside_words(each));
    CHECK(why == std::vector<std::string>{"restates A, consistent", "superseded by C", "superseded by C, G"});
}
