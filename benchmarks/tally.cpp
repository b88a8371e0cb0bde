// SPDX-License-Identifier: MIT
// Exact sums over columns against the loop that people write: double, a factor for each currency and day. 50 million
// rows of 40 currencies on 6,983 days, in random order and by day; the same columns for both. Rates are made up.

#include <cambist/bulk/tally_parallel.hpp>

#include <cambist/rates/conversion.hpp>
#include <cambist/bulk/converted_tally.hpp>

#include <benchmark/benchmark.h>
#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

namespace {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;
using cambist::converted_tally;
using cambist::currency;
using cambist::denomination;
using cambist::exact;
using cambist::money;
using cambist::tally;
using std::chrono::days;
using std::chrono::sys_days;

constexpr std::size_t currency_count = 40;
constexpr std::size_t day_count = 6983;
constexpr std::int32_t first_day = 10'595; // 1999-01-04
constexpr std::size_t few = 200'000;       // rows, for what takes hundreds of nanoseconds each

struct order_random {};
struct order_sorted {};

// Everything any benchmark reads, made once.
struct data {
    std::vector<denomination> currencies;
    std::vector<std::int64_t> amounts; // minor units, up to a million either way
    std::vector<std::uint16_t> codes;
    std::vector<std::int32_t> random_days;
    std::vector<std::int32_t> sorted_days;
    std::vector<std::int64_t> mantissas; // units for one euro, in 1/10,000, by currency and day
    std::vector<double> factors;         // euro for a minor unit, the same way
    cambist::rate_table rates;

    data() {
        const char* wanted = std::getenv("CAMBIST_BENCHMARK_ROWS");
        const std::size_t rows = wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : 50'000'000;
        std::mt19937_64 random(1);
        for (std::size_t i = 0; i < rows; ++i) {
            amounts.push_back(static_cast<std::int64_t>(random() % 200'000'001) - 100'000'000);
            codes.push_back(static_cast<std::uint16_t>(random() % currency_count));
            random_days.push_back(first_day + static_cast<std::int32_t>(random() % day_count));
        }
        sorted_days = random_days;
        std::sort(sorted_days.begin(), sorted_days.end());

        for (std::size_t c = 0; c < currency_count; ++c) {
            const char letters[] = {'O', 'W', static_cast<char>('A' + c / 26), static_cast<char>('A' + c % 26)};
            currencies.emplace_back(cambist::own_currency({letters, 4}, 2));
        }
        cambist::rate_table::builder building;
        building.pivot(cambist::currencies::EUR);
        for (std::size_t c = 0; c < currency_count; ++c) {
            for (std::size_t d = 0; d < day_count; ++d) {
                const auto mantissa = static_cast<std::int64_t>(10'000 + random() % 90'000);
                mantissas.push_back(mantissa);
                factors.push_back(0.01 / (static_cast<double>(mantissa) / 10'000));
                building.add(cambist::rate(money<>(1, cambist::currencies::EUR),
                                           money<>(exact(mantissa) / 10'000, currencies[c].currency))
                                 .on(sys_days(days(first_day + static_cast<std::int32_t>(d)))));
            }
        }
        rates = building.build();
    }

    const std::vector<std::int32_t>& days_of(order_random) const { return random_days; }
    const std::vector<std::int32_t>& days_of(order_sorted) const { return sorted_days; }
    std::size_t rows() const { return amounts.size(); }
};

const data& shared() {
    static const data made;
    return made;
}

template <class Order>
tally tally_of(unsigned threads = 1) {
    const data& d = shared();
    tally t(d.currencies);
    cambist::tally_parallel(t, {d.amounts, d.codes, d.days_of(Order())}, threads);
    return t;
}

template <class Order>
double double_sum() {
    const data& d = shared();
    const std::int64_t* const amounts = d.amounts.data();
    const std::uint16_t* const codes = d.codes.data();
    const std::int32_t* const when = d.days_of(Order()).data();
    const double* const factors = d.factors.data();
    const std::size_t rows = d.rows();
    double sum = 0;
    for (std::size_t i = 0; i < rows; ++i)
        sum += static_cast<double>(amounts[i]) *
               factors[codes[i] * day_count + static_cast<std::size_t>(when[i] - first_day)];
    return sum;
}

const tally& random_tally() {
    static const tally made = tally_of<order_random>();
    return made;
}

void count_rows(benchmark::State& state, std::size_t rows) {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows));
}

template <class Order>
void tally_exact(benchmark::State& state) {
    shared();
    for (auto _ : state) benchmark::DoNotOptimize(tally_of<Order>().rows());
    count_rows(state, shared().rows());
    // The inexact sum is near, or something is wrong with either.
    const exact total = converted_tally(random_tally(), cambist::currencies::EUR, shared().rates).rounded().amount();
    if (std::abs(static_cast<double>(total) / double_sum<order_random>() - 1) > 1e-9)
        state.SkipWithError("a wrong sum");
}

template <class Order>
void tally_double(benchmark::State& state) {
    shared();
    for (auto _ : state) benchmark::DoNotOptimize(double_sum<Order>());
    count_rows(state, shared().rows());
}

template <int Threads>
void tally_threads(benchmark::State& state) {
    shared();
    for (auto _ : state) benchmark::DoNotOptimize(tally_of<order_random>(Threads).rows());
    count_rows(state, shared().rows());
    if (tally_of<order_random>(Threads).state() != random_tally().state()) state.SkipWithError("other bytes");
}

// The exact sum that people write.
void tally_cpp_rational(benchmark::State& state) {
    const data& d = shared();
    const std::size_t rows = std::min(few, d.rows());
    cpp_rational sum;
    for (auto _ : state) {
        sum = 0;
        for (std::size_t i = 0; i < rows; ++i) {
            const std::int64_t mantissa =
                d.mantissas[d.codes[i] * day_count + static_cast<std::size_t>(d.random_days[i] - first_day)];
            const cpp_rational converted = cpp_rational(d.amounts[i], 100) * cpp_rational(10'000, mantissa);
            benchmark::DoNotOptimize(&converted);
        }
    }
    count_rows(state, rows);
}

// Per row of the 50 million, to stand beside the tallying.
void tally_rounded_total(benchmark::State& state) {
    const tally& t = random_tally();
    for (auto _ : state)
        benchmark::DoNotOptimize(
            converted_tally(t, cambist::currencies::EUR, shared().rates).rounded().amount().sign());
    count_rows(state, shared().rows());
}

void tally_full_fraction(benchmark::State& state) {
    const tally& t = random_tally();
    for (auto _ : state)
        benchmark::DoNotOptimize(converted_tally(t, cambist::currencies::EUR, shared().rates).total().amount().sign());
    count_rows(state, shared().rows());
}

BENCHMARK_TEMPLATE(tally_exact, order_random)->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(tally_double, order_random)->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(tally_exact, order_sorted)->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(tally_double, order_sorted)->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(tally_threads, 1)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_TEMPLATE(tally_threads, 2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(tally_cpp_rational)->Unit(benchmark::kMillisecond);
BENCHMARK(tally_rounded_total)->Unit(benchmark::kMillisecond);
BENCHMARK(tally_full_fraction)->Unit(benchmark::kMillisecond);

} // namespace
