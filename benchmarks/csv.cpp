// SPDX-License-Identifier: MIT
// A million rows of CSV, each converted at the rate of its own day: what `cambist sum` does, against a small reader of
// CSV into double that checks nothing, and against mawk. Rates are made up, 10 currencies on 7,000 days.

#include <cambist/bulk/converted_tally.hpp>
#include <cambist/io/rows.hpp>

#include <benchmark/benchmark.h>

#include <sys/resource.h>

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace {

using cambist::exact;
using cambist::money;
using std::chrono::days;
using std::chrono::sys_days;

constexpr std::size_t row_count = 1'000'000;
constexpr std::size_t day_count = 7'000;
constexpr sys_days first_day = std::chrono::year(2004) / 1 / 5;
constexpr std::string_view codes[] = {"USD", "GBP", "JPY", "CHF", "SEK", "NOK", "CAD", "AUD", "PLN", "CZK"};

// The files, the same rates in the three forms, and what the sum is near.
struct files {
    std::filesystem::path directory = std::filesystem::temp_directory_path() / "cambist-benchmark-csv";
    std::string rows = directory / "rows.csv";
    std::string other_rows = directory / "zeilen.csv"; // the same, as a bank has them
    std::string factors_file = directory / "factors.txt";
    cambist::rate_table rates;
    std::unordered_map<std::string, std::vector<double>> factors; // euro for one, by day

    files() {
        std::filesystem::create_directories(directory);
        std::mt19937_64 random(1);
        cambist::rate_table::builder building;
        std::ofstream out(factors_file);
        out.precision(17);
        for (const std::string_view code : codes) {
            std::vector<double>& of_code = factors[std::string(code)];
            for (std::size_t d = 0; d < day_count; ++d) {
                const auto mantissa = static_cast<std::int64_t>(10'000 + random() % 90'000);
                const sys_days day = first_day + days(d);
                building.add(cambist::rate(money<>(1, cambist::currencies::EUR),
                                           money<>(exact(mantissa) / 10'000, cambist::parse_currency(code)))
                                 .on(day));
                of_code.push_back(10'000.0 / static_cast<double>(mantissa));
                out << cambist::to_string(day) << ' ' << code << ' ' << of_code.back() << '\n';
            }
        }
        rates = building.build();
        std::ofstream csv(rows);
        csv << "date,currency,amount,office\n";
        std::ofstream other(other_rows);
        other << "Tag;W;Betrag;office\n";
        for (std::size_t i = 0; i < row_count; ++i) {
            const auto cents = static_cast<std::int64_t>(random() % 20'000'001) - 10'000'000;
            const std::string_view code = codes[random() % std::size(codes)];
            const std::string day = cambist::to_string(first_day + days(random() % day_count));
            std::string amount = code == "JPY" ? to_string(exact(cents / 100)) : to_decimal(exact(cents) / 100, {2});
            const auto office = random() % 100;
            csv << day << ',' << code << ',' << amount << ",office " << office << '\n';
            if (const std::size_t point = amount.find('.'); point != std::string::npos) amount[point] = ',';
            other << day.substr(8) << '.' << day.substr(5, 2) << '.' << day.substr(0, 4) << ';' << code << ';' << amount
                  << ";office " << office << '\n';
        }
    }
    files(const files&) = delete;
    files& operator=(const files&) = delete;
    ~files() {
        std::error_code ignored;
        std::filesystem::remove_all(directory, ignored);
    }
};

const files& shared() {
    static const files made;
    return made;
}

exact exact_total() {
    const cambist::tally rows = cambist::io::tally_rows({shared().rows});
    return cambist::converted_tally(rows, cambist::currencies::EUR, shared().rates).rounded().amount();
}

exact total_by_form() {
    cambist::io::form written;
    written.delimiter = ";";
    written.decimal = ",";
    written.date = {"%d.%m.%Y"};
    written.columns = {{"date", {{"Tag"}}}, {"currency", {{"W"}}}, {"amount", {{"Betrag"}}}};
    const cambist::tally rows = cambist::io::tally_rows({shared().other_rows}, {.written = written});
    return cambist::converted_tally(rows, cambist::currencies::EUR, shared().rates).rounded().amount();
}

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

// Takes a line apart at the commas outside quotes.
void split(const std::string& line, std::vector<std::string>& fields) {
    fields.assign(1, {});
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') quoted = !quoted;
        else if (c == ',' && !quoted) fields.emplace_back();
        else fields.back() += c;
    }
}

double double_total() {
    double sum = 0;
    std::ifstream in(shared().rows);
    std::string line;
    std::vector<std::string> fields;
    for (std::getline(in, line); std::getline(in, line);) {
        split(line, fields);
        const std::string_view date = fields[0];
        const sys_days day =
            std::chrono::year(number(date.substr(0, 4))) / number(date.substr(5, 2)) / number(date.substr(8, 2));
        double amount = 0;
        std::from_chars(fields[2].data(), fields[2].data() + fields[2].size(), amount);
        sum += amount * shared().factors.at(fields[1]).at(static_cast<std::size_t>((day - first_day).count()));
    }
    return sum;
}

void csv_exact(benchmark::State& state) {
    shared();
    exact total;
    for (auto _ : state) total = exact_total();
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(row_count));
    if (std::abs(static_cast<double>(total) - double_total()) > 1) state.SkipWithError("a wrong sum");
}

void csv_by_form(benchmark::State& state) {
    shared();
    exact total;
    for (auto _ : state) total = total_by_form();
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(row_count));
    if (total != exact_total()) state.SkipWithError("a wrong sum");
}

void csv_double(benchmark::State& state) {
    shared();
    for (auto _ : state) benchmark::DoNotOptimize(double_total());
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(row_count));
}

double seconds_of_children() {
    rusage used{};
    getrusage(RUSAGE_CHILDREN, &used);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

// Processor time of a command, which counts as its benchmark's.
void run_command(benchmark::State& state, const std::string& command) {
    if (std::system("command -v mawk >/dev/null") != 0) {
        state.SkipWithError("no mawk here");
        return;
    }
    for (auto _ : state) {
        const double before = seconds_of_children();
        if (std::system(command.c_str()) != 0) state.SkipWithError("the command failed");
        state.SetIterationTime(seconds_of_children() - before);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(row_count));
}

void csv_mawk(benchmark::State& state) {
    const files& f = shared();
    run_command(state, "mawk 'NR == FNR { factor[$1, $2] = $3; next } { sum += $3 * "
                       "factor[$1, $2] } END { printf \"%.2f\\n\", sum }' " +
                           f.factors_file + " FS=, " + f.rows + " >/dev/null");
}

// Adding up the column alone, of all currencies together, which means nothing.
void csv_mawk_adding(benchmark::State& state) {
    run_command(state, "mawk -F, '{ sum += $3 } END { printf \"%.2f\\n\", sum }' " + shared().rows + " >/dev/null");
}

BENCHMARK(csv_exact)->Unit(benchmark::kMillisecond);
BENCHMARK(csv_by_form)->Unit(benchmark::kMillisecond);
BENCHMARK(csv_double)->Unit(benchmark::kMillisecond);
BENCHMARK(csv_mawk)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(csv_mawk_adding)->Unit(benchmark::kMillisecond)->UseManualTime();

} // namespace
