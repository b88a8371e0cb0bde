// SPDX-License-Identifier: MIT
// Reading the European Central Bank's history, 1.9 MB of CSV in memory, into a built table, against a bare loop that
// splits the lines and calls strtod. It is the ECB's own where that lies beside the project, and else a made-up one.

#include <cambist/io/rates.hpp>

#include <benchmark/benchmark.h>

#include <malloc.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <random>
#include <string>
#include <utility>

namespace {

using cambist::rate_table;

// As wide, as long and as full of "N/A" as the ECB's.
std::string made_up_history() {
    constexpr int columns = 41;
    std::mt19937_64 random(1);
    std::string text = "Date";
    for (int c = 0; c < columns; ++c) {
        constexpr const char* codes[] = {"AUD", "BGN", "BRL", "CAD", "CHF", "CNY", "CYP", "CZK", "DKK", "EEK", "GBP",
                                         "HKD", "HRK", "HUF", "IDR", "ILS", "INR", "ISK", "JPY", "KRW", "LTL", "LVL",
                                         "MTL", "MXN", "MYR", "NOK", "NZD", "PHP", "PLN", "ROL", "RON", "RUB", "SEK",
                                         "SGD", "SIT", "SKK", "THB", "TRL", "TRY", "USD", "ZAR"};
        text += std::string(",") + codes[c];
    }
    text += ",\n";
    std::chrono::sys_days day = std::chrono::year(2004) / 12 / 31; // before the law of any of these
    for (int row = 0; row < 6983; ++row, day -= std::chrono::days(1)) {
        text += cambist::to_string(day);
        for (int c = 0; c < columns; ++c) {
            char cell[16] = ",N/A";
            if (random() % 100 >= 24)
                std::snprintf(cell, sizeof cell, ",%d.%04d", static_cast<int>(random() % 200),
                              static_cast<int>(1 + random() % 9998));
            text += cell;
        }
        text += ",\n";
    }
    return text;
}

const std::string& history() {
    static const std::string text = [] {
        const std::string archive = "../shared/data/eurofxref-hist.zip";
        if (std::filesystem::exists(archive)) {
            std::string bytes;
            std::FILE* const unzipped = popen(("unzip -p " + archive).c_str(), "r");
            for (int c = 0; unzipped != nullptr && (c = std::getc(unzipped)) != EOF;) bytes += static_cast<char>(c);
            if (unzipped != nullptr && pclose(unzipped) == 0) return bytes;
        }
        std::printf("there is no %s, or no unzip; the history is made up\n", archive.c_str());
        return made_up_history();
    }();
    return text;
}

rate_table read_table(const std::string& text) {
    rate_table::builder table;
    cambist::io::parse_ecb_csv(text, "eurofxref-hist.csv").add_to(table);
    return table.build();
}

std::size_t allocated() {
    const auto in_use = ::mallinfo2();
    return in_use.uordblks + in_use.hblkhd;
}

// Time for one quote; what the table takes, as the allocator counts it.
void read_history(benchmark::State& state) {
    const std::string& text = history();
    (void)read_table(text);
    const std::size_t before = allocated();
    std::size_t bytes = 0;
    std::size_t quotes = 0;
    {
        const rate_table kept = read_table(text);
        bytes = allocated() - before;
        quotes = kept.size();
    }
    for (auto _ : state) {
        const rate_table table = read_table(text);
        benchmark::DoNotOptimize(&table);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(quotes));
    state.counters["table_megabytes"] = static_cast<double>(bytes) / 1e6;
}
BENCHMARK(read_history)->Unit(benchmark::kMillisecond);

// Splits lines and fields, and believes strtod; "N/A" is 0.
void split_and_strtod(benchmark::State& state) {
    const std::string& text = history();
    const std::size_t quotes = read_table(text).size();
    for (auto _ : state) {
        double sum = 0;
        const char* const end = text.data() + text.size();
        for (const char* line = text.data(); line < end;) {
            const auto rest = static_cast<std::size_t>(end - line);
            const auto* next = static_cast<const char*>(std::memchr(line, '\n', rest));
            if (next == nullptr) next = end;
            const char* field = line;
            while (field < next) {
                const auto* comma =
                    static_cast<const char*>(std::memchr(field, ',', static_cast<std::size_t>(next - field)));
                if (comma == nullptr) break;
                field = comma + 1;
                sum += std::strtod(field, nullptr);
            }
            line = next + 1;
        }
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(quotes));
}
BENCHMARK(split_and_strtod)->Unit(benchmark::kMillisecond);

} // namespace
