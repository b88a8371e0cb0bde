// SPDX-License-Identifier: MIT
// Reading figures in prose, against ICU's regular expressions finding just digits before a scale word in the same text.
#ifdef CAMBIST_BENCHMARK_PROSE

#    include <cambist/prose/read.hpp>

#    include <benchmark/benchmark.h>
#    include <unicode/regex.h>
#    include <unicode/unistr.h>

#    include <cstdint>
#    include <string>

namespace {

// A page of news: a figure in every other sentence.
constexpr const char* news = "Amazon Web Services is in talks with Italy to invest billions of euros in expanding its "
                             "data centres there, two people "
                             "who know of the matter said on Wednesday. It opened its first region in the country four "
                             "years ago, and has since hired "
                             "staff in Milan, Rome and Turin. The company plans to spend 2 billion euros ($2.2 "
                             "billion) by 2029, and could either "
                             "enlarge an existing site near Milan or build a new one, the people said, asking not to "
                             "be named because no decision has "
                             "been taken yet. A spokesman declined to comment. The talks are at an early stage and may "
                             "come to nothing, and the size "
                             "of the investment has not been settled. Governments across Europe court the providers of "
                             "computing services, which need "
                             "land, water and above all electricity, and which promise work in return. In Spain the "
                             "company announced 15.7 billion "
                             "euros for Aragon in May, where it already runs three sites. Critics say that the "
                             "promised jobs are few, and that most "
                             "of them end once the buildings stand. The regional government says that it will see to "
                             "the training of electricians "
                             "and technicians. The market for such services is worth $270 billion and grows by a fifth "
                             "each year, according to a "
                             "report that the industry's association published last week. Rivals are building too, in "
                             "Germany, in France and in the "
                             "Nordic countries, where power is cheap and the air is cold for most of the year.\n\n";

std::string text() {
    std::string all;
    while (all.size() < 1'000'000) all += news;
    return all;
}

void count_bytes(benchmark::State& state, std::size_t bytes) {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

void read_prose(benchmark::State& state) {
    const std::string all = text();
    const cambist::prose::language english("en");
    for (auto _ : state) benchmark::DoNotOptimize(cambist::prose::read_figures(all, english).figures.size());
    count_bytes(state, all.size());
}
BENCHMARK(read_prose);

// What ICU reads is UTF-16; making it of UTF-8 is not timed.
void find_with_icu(benchmark::State& state) {
    const std::string all = text();
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(all);
    UErrorCode status = U_ZERO_ERROR;
    icu::RegexMatcher matcher(icu::UnicodeString::fromUTF8(
                                  "[0-9]+(?:[.,][0-9]+)*[ \\u00a0-]?(?:thousand|million|billion|trillion|bn|m|k)\\b"),
                              UREGEX_CASE_INSENSITIVE, status);
    for (auto _ : state) {
        matcher.reset(wide);
        int found = 0;
        while (matcher.find(status)) ++found;
        benchmark::DoNotOptimize(found);
    }
    if (U_FAILURE(status)) state.SkipWithError(u_errorName(status));
    count_bytes(state, all.size());
}
BENCHMARK(find_with_icu);

} // namespace

#endif
