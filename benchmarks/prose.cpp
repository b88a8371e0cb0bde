// SPDX-License-Identifier: MIT
// Reading figures in prose, against ICU's regular expressions finding just digits before a scale word in the same text.
#ifdef CAMBIST_BENCHMARK_PROSE

#    include "news.hpp"

#    include <cambist/prose/nearby.hpp>

#    include <benchmark/benchmark.h>
#    include <unicode/regex.h>
#    include <unicode/unistr.h>

#    include <cstdint>
#    include <string>

namespace {

constexpr std::size_t megabyte = 1'000'000;
// Of a hundred sentences, those that name an amount: some name two, so that there is about a figure a sentence.
constexpr int dense = 90;
constexpr int ordinary = 30;
constexpr int sparse = 5;

struct english {
    static constexpr const char* tag = "en";
    static constexpr const news::paper& paper = news::english;
    static constexpr const char* pattern = R"(\d[\d.,]*\s*(?:thousand|million|billion|trillion|bn|m|k)\b)";
};
struct french {
    static constexpr const char* tag = "fr";
    static constexpr const news::paper& paper = news::french;
    static constexpr const char* pattern = R"(\d[\d.,]*\s*(?:mille|millions?|milliards?|billions?|Mds?|M|k)\b)";
};

void count_bytes(benchmark::State& state, std::size_t bytes) {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

template <class Of, int MoneyPercent>
void read_prose(benchmark::State& state) {
    const std::string all = news::pages(Of::paper, MoneyPercent, megabyte);
    const cambist::prose::language language(Of::tag);
    for (auto _ : state) benchmark::DoNotOptimize(cambist::prose::parse(all, language).figures.size());
    count_bytes(state, all.size());
}
BENCHMARK(read_prose<english, dense>);
BENCHMARK(read_prose<english, ordinary>);
BENCHMARK(read_prose<english, sparse>);
BENCHMARK(read_prose<french, dense>);
BENCHMARK(read_prose<french, ordinary>);
BENCHMARK(read_prose<french, sparse>);

// What the sentences of figures hint at, besides.
template <class Of, int MoneyPercent>
void read_nearby(benchmark::State& state) {
    const std::string all = news::pages(Of::paper, MoneyPercent, megabyte);
    const cambist::prose::reading said = cambist::prose::parse(all, cambist::prose::language(Of::tag));
    for (auto _ : state) benchmark::DoNotOptimize(cambist::prose::read_nearby(said, all).size());
    count_bytes(state, all.size());
}
BENCHMARK(read_nearby<english, ordinary>);

// What ICU reads is UTF-16; making it of UTF-8 is not timed.
template <class Of, int MoneyPercent>
void find_with_icu(benchmark::State& state) {
    const std::string all = news::pages(Of::paper, MoneyPercent, megabyte);
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(all);
    UErrorCode status = U_ZERO_ERROR;
    icu::RegexMatcher matcher(icu::UnicodeString::fromUTF8(Of::pattern), UREGEX_CASE_INSENSITIVE, status);
    for (auto _ : state) {
        matcher.reset(wide);
        int found = 0;
        while (matcher.find(status)) ++found;
        benchmark::DoNotOptimize(found);
    }
    if (U_FAILURE(status)) state.SkipWithError(u_errorName(status));
    count_bytes(state, all.size());
}
BENCHMARK(find_with_icu<english, dense>);
BENCHMARK(find_with_icu<english, ordinary>);
BENCHMARK(find_with_icu<english, sparse>);
BENCHMARK(find_with_icu<french, dense>);
BENCHMARK(find_with_icu<french, ordinary>);
BENCHMARK(find_with_icu<french, sparse>);

} // namespace

#endif
