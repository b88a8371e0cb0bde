// SPDX-License-Identifier: MIT
#include <cambist/cambist.hpp>

#include "support/founding.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using namespace std::chrono_literals;

// From words to words: the founding example as somebody would type it in.

namespace {

plan typed(std::string id, std::string_view amount, std::string holder) {
    plan p{std::move(id), parse_figure(amount)};
    p.holder = std::move(holder);
    p.project = p.holder + " " + p.id;
    return p;
}

std::vector<plan> typed_plans() {
    plan f2 = typed("F2", "2 bn EUR", "AWS");
    f2.also = parse_figure("2.2 bn USD");
    f2.from = parse_partial_date("2020");
    f2.to = parse_partial_date("2029");
    plan f4 = typed("F4", "15.7 bn EUR", "AWS");
    f4.supersedes = {"F5"};
    const plan f5 = typed("F5", "2.5 bn EUR", "AWS");
    const plan f7 = typed("F7", "7.8 bn EUR", "AWS");
    plan f8 = typed("F8", "270 bn USD", "");
    f8.kind = plan_kind::context;
    return {f2, f4, f5, f7, f8};
}

report in(const currency& to, report_key by = report_key::holder) {
    return report(portfolio(typed_plans()), {.by = by},
                  {.to = to, .rates = rate_table{parse_rate("1 USD = 0.9211 EUR")}});
}

} // namespace

TEST_CASE("cambist: figures read from text are those of the founding example") {
    CHECK(parse_figure("2 bn EUR") == founding::f2().amount);
    CHECK(parse_figure("2.2 bn USD") == founding::f3().amount);
    CHECK(parse_figure("15.7 bn EUR") == founding::f4().amount);
    CHECK(parse_figure("270 bn USD") == founding::f8().amount);
    CHECK(parse_figure("billions of euros") == founding::f1().amount);
}

TEST_CASE("cambist: from plans as typed to totals as printed") {
    CHECK(fmt::format("{:,m} in {:c}", in(EUR).total().displayed, in(EUR).total().bounds) ==
          "25,500,000,000.00 EUR in [24.90 bn, 26.10 bn]");
    CHECK(fmt::format("{:,m}", in(USD).total().displayed) == "27,684,290,522.20 USD");
    CHECK(fmt::format("{:/}", in(USD).total().total) == "255000000000000/9211 USD");
    CHECK(fmt::format("{:,m}", in(EUR, report_key::year).rows().at(0).cell.displayed) == "200,000,000.00 EUR");
    CHECK(in(EUR).checks().at(0).reconciled == interval(1'980'365'000, 2'072'475'000));
}

TEST_CASE("cambist: an amount converted, explained and rounded") {
    const rate_table rates{parse_rate("1 EUR = 1.0857 USD").on(parse_day("2024-05-29"))};
    const conversion receipt =
        explain(parse_money("1000000 USD"),
                {.to = EUR, .rates = rates, .day = parse_day("2024-06-01"), .how = parse_lookup("on-or-before:3")});
    CHECK(fmt::format("{:,m}", receipt.result()) == "921,064.75 EUR");
    CHECK(receipt.rounded(minor_unit, parse_rounding("half-up")).rounded == 921'064.75_EUR);
}

TEST_CASE("cambist: every error is of one family") {
    static_assert(std::is_base_of_v<error, unanswered> && std::is_base_of_v<error, unreadable> &&
                  std::is_base_of_v<error, misuse> && std::is_base_of_v<std::exception, error>);
    static_assert(std::is_base_of_v<unanswered, no_rate> && std::is_base_of_v<unanswered, contradicting_rates> &&
                  std::is_base_of_v<unanswered, unlawful_rate> && std::is_base_of_v<unanswered, phasing_error> &&
                  std::is_base_of_v<unanswered, portfolio_error> && std::is_base_of_v<unanswered, valuation_error> &&
                  std::is_base_of_v<unanswered, no_index> && std::is_base_of_v<unanswered, index_error>);
    static_assert(std::is_base_of_v<unreadable, parse_error> && std::is_base_of_v<parse_error, date_error> &&
                  std::is_base_of_v<unreadable, limit_error> && std::is_base_of_v<unreadable, currency_error> &&
                  std::is_base_of_v<unreadable, rate_error> && std::is_base_of_v<unreadable, tally_state_error>);
    static_assert(std::is_base_of_v<misuse, currency_mismatch> && std::is_base_of_v<misuse, division_by_zero> &&
                  std::is_base_of_v<misuse, interval_error> && std::is_base_of_v<misuse, period_error> &&
                  std::is_base_of_v<misuse, rounding_error> && std::is_base_of_v<misuse, tally_error> &&
                  std::is_base_of_v<misuse, weights_error> && std::is_base_of_v<misuse, inexact_split> &&
                  std::is_base_of_v<misuse, argument_error>);
}

TEST_CASE("cambist: an error says its own kind, not that of what it derives from") {
    const auto kind = [](const error& e) { return e.kind(); };
    CHECK(kind(no_rate("")) == error_kind::no_rate);
    CHECK(kind(stale_rate("")) == error_kind::stale_rate);
    CHECK(kind(day_required("")) == error_kind::day_required);
    CHECK(kind(date_error("a date", "", 0)) == error_kind::date);
    CHECK(kind(row_error(3, "")) == error_kind::row);
    CHECK(kind(missing_rates(EUR, {{parse_day("2024-05-29"), money<>(1, USD), 1}}, "")) == error_kind::missing_rates);
}

namespace {

// Each value up to the last has a name of its own, which is read as it; and this is the last one's.
template <named Enum>
void check_names(Enum last, std::string_view name) {
    REQUIRE(names_of<Enum>.size() == static_cast<std::size_t>(last) + 1);
    for (const std::string_view each : names_of<Enum>) {
        CAPTURE(each);
        const std::optional<Enum> value = from_name<Enum>(each);
        REQUIRE(value);
        CHECK_FALSE(each.empty());
        CHECK(to_string(*value) == each);
        CHECK(fmt::format("{}", *value) == each);
        CHECK(names_of<Enum>[static_cast<std::size_t>(*value)].data() == each.data()); // so none stands twice
    }
    CHECK(to_string(last) == name);
    CHECK_FALSE(from_name<Enum>("no such name"));
}

} // namespace

TEST_CASE("cambist: what an enumeration's values are called is written once, for showing and for reading") {
    check_names(error_kind::row, "row");
    check_names(rounding::zero_five_up, "zero_five_up");
    check_names(bound::infinite, "infinite");
    check_names(direction::inverse, "inverse");
    check_names(basis::law, "law");
    check_names(suspicion::unchecked, "unchecked");
    check_names(calendar::fiscal_quarter, "fiscal-quarter");
    check_names(qualifier::vague, "vague");
    check_names(rate_precision::as_published, "as_published");
    check_names(rounding_convention::ceiling, "ceiling");
    check_names(significance::hedge_aware, "hedge_aware");
    check_names(plan_status::cancelled, "cancelled");
    check_names(plan_kind::context, "context");
    check_names(phasing::instalments, "instalments");
    check_names(standing::unvalued, "no rate");
    check_names(report_key::status, "status");
    check_names(valuation::constant_prices, "constant");
    check_names(notation::fraction, "fraction");
}

TEST_CASE("cambist: one table serves many threads") {
    const rate_table table{rate(1_EUR, 1.0857_USD).on(2024y / 5 / 29),
                           rate(1_EUR, money<JPY>(exact("123456789012345678901/7"))).on(2024y / 5 / 29)};
    std::vector<money<>> totals(4, money<>(0, EUR));
    std::vector<std::thread> threads;
    for (money<>& total : totals) {
        threads.emplace_back([&] {
            for (int i = 0; i < 1000; ++i) {
                total += convert(0.01_USD, EUR, table, 2024y / 6 / 1) + convert(1_JPY, EUR, table, 2024y / 6 / 1);
            }
        });
    }
    for (std::thread& each : threads) each.join();
    for (const money<>& total : totals) {
        CHECK(total.amount() == exact("10") / exact("1.0857") + exact("7000/123456789012345678901"));
    }
}
