// SPDX-License-Identifier: MIT
// Arithmetic on money against boost::multiprecision::cpp_rational, both over the same 4,096 values.

#include <cambist/money/money.hpp>

#include <benchmark/benchmark.h>
#include <boost/multiprecision/cpp_int.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <random>
#include <string>
#include <vector>

namespace {

using boost::multiprecision::cpp_rational;
using cambist::exact;
using euro = cambist::money<cambist::currencies::EUR>;

constexpr std::size_t count = 4096;

struct fraction {
    std::int64_t num;
    std::int64_t den;
};

std::int64_t pick(std::mt19937_64& random, std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(high - low + 1));
}

// Up to a million euro either way.
std::vector<fraction> cents() {
    std::mt19937_64 random(1);
    std::vector<fraction> result;
    for (std::size_t i = 0; i < count; ++i) result.push_back({pick(random, -100'000'000, 100'000'000), 100});
    return result;
}

// The same in lowest terms: denominators of 1, 2, 4, 5, 10, 20, 25, 50 and 100.
std::vector<fraction> reduced_cents() {
    std::vector<fraction> result = cents();
    for (fraction& f : result) {
        const std::int64_t common = std::gcd(f.num, f.den);
        f = {f.num / common, f.den / common};
    }
    return result;
}

// Denominators of 1 to 20 in lowest terms, as a plan's yearly shares have them; that of their sum is 232,792,560.
std::vector<fraction> shares() {
    std::mt19937_64 random(2);
    std::vector<fraction> result;
    while (result.size() < count) {
        const fraction f{pick(random, -100'000'000, 100'000'000), pick(random, 1, 20)};
        if (std::gcd(f.num, f.den) == 1) result.push_back(f);
    }
    return result;
}

template <class T>
std::vector<T> values(const std::vector<fraction>& from) {
    std::vector<T> result;
    for (const fraction& f : from) {
        if constexpr (std::same_as<T, cpp_rational>) result.emplace_back(f.num, f.den);
        else if constexpr (std::same_as<T, double>) result.push_back(double(f.num) / double(f.den));
        else result.emplace_back(exact(f.num) / f.den);
    }
    return result;
}

euro total(const std::vector<euro>& amounts) { return sum(amounts); }
cpp_rational total(const std::vector<cpp_rational>& amounts) {
    cpp_rational result;
    for (const cpp_rational& each : amounts) result += each;
    return result;
}

std::string fraction_of(const euro& amount) { return to_fraction(amount.amount()); }
std::string fraction_of(const cpp_rational& amount) {
    return numerator(amount).str() + "/" + denominator(amount).str();
}

template <class T>
void sum_of(benchmark::State& state, const std::vector<fraction>& from) {
    const std::vector<T> amounts = values<T>(from);
    const std::string expected = fraction_of(total(values<cpp_rational>(from)));
    if (fraction_of(total(amounts)) != expected) state.SkipWithError("a wrong sum");
    for (auto _ : state) benchmark::DoNotOptimize(total(amounts));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(count));
}

template <class T>
void sum_cents(benchmark::State& state) {
    sum_of<T>(state, cents());
}
template <class T>
void sum_reduced_cents(benchmark::State& state) {
    sum_of<T>(state, reduced_cents());
}
template <class T>
void sum_shares(benchmark::State& state) {
    sum_of<T>(state, shares());
}
BENCHMARK_TEMPLATE(sum_cents, euro);
BENCHMARK_TEMPLATE(sum_cents, cpp_rational);
BENCHMARK_TEMPLATE(sum_reduced_cents, euro);
BENCHMARK_TEMPLATE(sum_reduced_cents, cpp_rational);
BENCHMARK_TEMPLATE(sum_shares, euro);
BENCHMARK_TEMPLATE(sum_shares, cpp_rational);

// Amounts of two decimals times rates of four, each product into a place of its own.
template <class T, class Rate>
void multiply(benchmark::State& state) {
    std::mt19937_64 random(3);
    std::vector<fraction> quotes;
    for (std::size_t i = 0; i < count; ++i) quotes.push_back({pick(random, 5'000, 20'000), 10'000});
    const std::vector<T> amounts = values<T>(cents());
    const std::vector<Rate> rates = values<Rate>(quotes);
    std::vector<T> products = amounts;
    for (auto _ : state) {
        for (std::size_t i = 0; i < count; ++i) products[i] = amounts[i] * rates[i];
        benchmark::DoNotOptimize(products.data());
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(count));
}
BENCHMARK_TEMPLATE(multiply, euro, exact);
BENCHMARK_TEMPLATE(multiply, cpp_rational, cpp_rational);
BENCHMARK_TEMPLATE(multiply, double, double);

} // namespace
