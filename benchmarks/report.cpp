// SPDX-License-Identifier: MIT
// A report of 100,000 plans by holder and year, against the loop that people write: double, and a map by holder and
// year. Up to 19 years of 2000 to 2029, 20 currencies, 1,000 holders. Plans and rates are made up.

#include <cambist/plans/report.hpp>
#include <cambist/text/parse.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

using cambist::exact;
using cambist::money;
using cambist::partial_date;
using cambist::plan;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

constexpr std::size_t plan_count = 100'000;
constexpr sys_days day = year(2024) / 5 / 29;
constexpr const char* codes[] = {"EUR", "USD", "GBP", "JPY", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK",
                                 "HUF", "CAD", "AUD", "NZD", "CNY", "INR", "KRW", "BRL", "MXN", "ZAR"};

struct whole_years {};
struct months {}; // from some month to another, by days

template <class Period>
struct data {
    std::vector<std::size_t> currency_of; // by plan
    std::vector<double> factors{1};       // euro for one, by currency
    cambist::rate_table rates;
    cambist::portfolio plans;

    data() : data(std::mt19937_64(1)) {}

private:
    explicit data(std::mt19937_64 random) : rates(made_rates(random)), plans(made_plans(random)) {}

    cambist::rate_table made_rates(std::mt19937_64& random) {
        cambist::rate_table::builder building;
        building.pivot(cambist::currencies::EUR);
        for (std::size_t i = 1; i < std::size(codes); ++i) {
            const auto mantissa = static_cast<std::int64_t>(5'000 + random() % 200'000);
            const money<> one(exact(mantissa) / 10'000, cambist::parse_currency(codes[i]));
            building.add(cambist::rate(money<>(1, cambist::currencies::EUR), one).on(day));
            factors.push_back(10'000 / static_cast<double>(mantissa));
        }
        return building.build();
    }
    std::vector<plan> made_plans(std::mt19937_64& random) {
        const auto below = [&random](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
        std::vector<plan> made;
        for (std::size_t i = 0; i < plan_count; ++i) {
            currency_of.push_back(random() % std::size(codes));
            const auto cents = static_cast<std::int64_t>(random() % 1'000'000'000);
            plan p{.id = "plan " + std::to_string(i),
                   .amount = cambist::figure(
                       money<>(exact(cents) / 100, cambist::parse_currency(codes[currency_of.back()])))};
            p.project = "project " + std::to_string(i);
            p.holder = "holder " + std::to_string(below(1'000));
            const int first = 2000 + below(21);
            const int last = std::min(first + below(19), 2028);
            p.from = is_whole() ? partial_date(year(first))
                                : partial_date(year(first) / month(static_cast<unsigned>(1 + below(12))));
            p.to = is_whole() ? partial_date(year(last))
                              : partial_date(year(last + 1) / month(static_cast<unsigned>(1 + below(12))));
            made.push_back(std::move(p));
        }
        return made;
    }
    static constexpr bool is_whole() { return std::is_same_v<Period, whole_years>; }
};

template <class Period>
const data<Period>& shared() {
    static const data<Period> made;
    return made;
}

struct double_report {
    std::map<std::pair<std::string, int>, double> cells{};
    std::map<std::string, double> rows{};
    std::map<int, double> columns{};
    double total = 0;
};

template <class Period>
double_report report_of(const data<Period>& d) {
    double_report made;
    for (std::size_t i = 0; i < plan_count; ++i) {
        const plan& p = d.plans.plans()[i];
        const cambist::period over = *period_of(p);
        const int first = over.first_year();
        const int last = over.last_year();
        const double amount = static_cast<double>(*p.amount.value()) * d.factors[d.currency_of[i]];
        for (int y = first; y <= last; ++y) {
            double share = 1.0 / (last - first + 1);
            if (!over.is_whole_years()) {
                const sys_days from = std::max<sys_days>(over.first(), year(y) / 1 / 1);
                const sys_days to = std::min<sys_days>(over.last(), year(y) / 12 / 31);
                share = static_cast<double>((to - from).count() + 1) / static_cast<double>(over.length().count());
            }
            made.cells[{p.holder, y}] += amount * share;
            made.rows[p.holder] += amount * share;
            made.columns[y] += amount * share;
            made.total += amount * share;
        }
    }
    return made;
}

template <class Period>
void report_exact(benchmark::State& state) {
    const data<Period>& d = shared<Period>();
    cambist::report_options options;
    options.by = cambist::report_key::holder;
    options.across = cambist::report_key::year;
    const cambist::translation at{.to = cambist::currencies::EUR, .rates = d.rates, .day = day};
    for (auto _ : state) {
        state.PauseTiming();
        cambist::portfolio plans = d.plans;
        state.ResumeTiming();
        benchmark::DoNotOptimize(cambist::report(std::move(plans), options, at).total().total.amount().sign());
    }
    // The inexact total is near, or something is wrong with either.
    const double total = static_cast<double>(cambist::report(d.plans, options, at).total().total.amount());
    if (std::abs(total / report_of(d).total - 1) > 1e-9) state.SkipWithError("a wrong total");
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(plan_count));
}

template <class Period>
void report_double(benchmark::State& state) {
    const data<Period>& d = shared<Period>();
    for (auto _ : state) benchmark::DoNotOptimize(report_of(d).total);
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(plan_count));
}

// The same plans, announced on any of a thousand days, of which each has rates of its own.
struct announced_plans {
    static constexpr int day_count = 1'000;

    std::mt19937_64 random{2};
    cambist::rate_table rates = made_rates();
    cambist::portfolio plans = made_plans();

private:
    cambist::rate_table made_rates() {
        cambist::rate_table::builder building;
        building.pivot(cambist::currencies::EUR);
        for (int d = 0; d < day_count; ++d) {
            for (std::size_t i = 1; i < std::size(codes); ++i) {
                const auto mantissa = static_cast<std::int64_t>(5'000 + random() % 200'000);
                const money<> one(exact(mantissa) / 10'000, cambist::parse_currency(codes[i]));
                building.add(cambist::rate(money<>(1, cambist::currencies::EUR), one).on(day - std::chrono::days(d)));
            }
        }
        return building.build();
    }
    cambist::portfolio made_plans() {
        std::vector<plan> made = shared<whole_years>().plans.plans();
        for (plan& each : made) {
            const std::chrono::days before(static_cast<int>(random() % day_count));
            each.announced = partial_date(std::chrono::year_month_day(day - before));
        }
        return cambist::portfolio(std::move(made));
    }
};

const announced_plans& announced() {
    static const announced_plans made;
    return made;
}

template <cambist::valuation At, cambist::report_key_kind By>
void report_valued(benchmark::State& state) {
    const announced_plans& d = announced();
    const cambist::translation at{.to = cambist::currencies::EUR, .rates = d.rates, .day = day};
    for (auto _ : state) {
        state.PauseTiming();
        cambist::portfolio plans = d.plans;
        cambist::report_options options;
        options.by = By;
        options.at = At;
        state.ResumeTiming();
        benchmark::DoNotOptimize(
            cambist::report(std::move(plans), std::move(options), at).total().total.amount().sign());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(plan_count));
}

constexpr cambist::valuation on_day = cambist::valuation::on_day;
constexpr cambist::valuation announcement = cambist::valuation::announcement;
constexpr cambist::report_key_kind by_holder = cambist::report_key::holder;
constexpr cambist::report_key_kind by_year = cambist::report_key::year;

BENCHMARK_TEMPLATE(report_valued, announcement, by_holder)->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(report_valued, on_day, by_holder)->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(report_valued, announcement, by_year)->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(report_valued, on_day, by_year)->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(report_exact, whole_years)->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(report_double, whole_years)->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(report_exact, months)->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(report_double, months)->Unit(benchmark::kMillisecond);

} // namespace
