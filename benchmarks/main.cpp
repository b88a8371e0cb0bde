// SPDX-License-Identifier: MIT
// Runs every benchmark nine times, in a random order that interleaves them, and compares medians. Nothing here fails:
// a ratio missed on a busy machine is something to look into, not an error.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace {

// Ours is to be `wanted` times as fast as the baseline, or more; below 1, it may be slower. 0 asks nothing.
struct comparison {
    const char* what;
    const char* ours;
    const char* baseline;
    double wanted;
};

constexpr double a_third = 1.0 / 3;
constexpr double most_megabytes = 12;

constexpr comparison comparisons[] = {
    {"sum, two decimals: cpp_rational", "sum_cents<euro>", "sum_cents<cpp_rational>", 100},
    {"sum, two decimals reduced: cpp_rational", "sum_reduced_cents<euro>", "sum_reduced_cents<cpp_rational>", 8},
    {"sum, denominators 1 to 20: cpp_rational", "sum_shares<euro>", "sum_shares<cpp_rational>", 8},
    {"multiply by a rate: cpp_rational", "multiply<euro, exact>", "multiply<cpp_rational, cpp_rational>", 30},
    {"multiply by a rate: double", "multiply<euro, exact>", "multiply<double, double>", 0},
    {"convert across: map", "convert_across<with_rate_table>", "convert_across<with_map>", 1},
    {"convert across: map of maps", "convert_across<with_rate_table>", "convert_across<with_map_of_maps>", 1},
    {"convert across: sorted array", "convert_across<with_rate_table>", "convert_across<with_sorted_array>", a_third},
    {"convert across: columns", "convert_across<with_rate_table>", "convert_across<with_columns>", a_third},
    {"convert to euro: map", "convert_to_euro<with_rate_table>", "convert_to_euro<with_map>", 1},
    {"convert to euro: map of maps", "convert_to_euro<with_rate_table>", "convert_to_euro<with_map_of_maps>", 1},
    {"convert to euro: sorted array", "convert_to_euro<with_rate_table>", "convert_to_euro<with_sorted_array>",
     a_third},
    {"convert to euro: columns", "convert_to_euro<with_rate_table>", "convert_to_euro<with_columns>", a_third},
    {"exactly: sorted array", "look_up<lookup::rule::exactly>", "convert_across<with_sorted_array>", a_third},
    {"on_or_before: sorted array", "look_up<lookup::rule::on_or_before>", "convert_across<with_sorted_array>", a_third},
    {"on_or_after: sorted array", "look_up<lookup::rule::on_or_after>", "convert_across<with_sorted_array>", a_third},
    {"nearest: sorted array", "look_up<lookup::rule::nearest>", "convert_across<with_sorted_array>", a_third},
    {"linear: sorted array", "look_up<lookup::rule::linear>", "convert_across<with_sorted_array>", a_third},
    {"closing: sorted array", "look_up<lookup::rule::closing>", "convert_across<with_sorted_array>", a_third},
    {"average of a year, a 300th: one look-up", "look_up<lookup::rule::average>", "look_up<lookup::rule::on_or_before>",
     1},
    {"reading the history: lines and strtod", "read_history", "split_and_strtod", 0.5},
    {"prose, English, dense: ICU finds numbers", "read_prose<english, dense>", "find_with_icu<english, dense>", 1},
    {"prose, English, ordinary: ICU finds numbers", "read_prose<english, ordinary>", "find_with_icu<english, ordinary>",
     1},
    {"prose, English, ordinary: what stands nearby", "read_nearby<english, ordinary>", "read_prose<english, ordinary>",
     1},
    {"prose, English, sparse: ICU finds numbers", "read_prose<english, sparse>", "find_with_icu<english, sparse>", 1},
    {"prose, French, dense: ICU finds numbers", "read_prose<french, dense>", "find_with_icu<french, dense>", 1},
    {"prose, French, ordinary: ICU finds numbers", "read_prose<french, ordinary>", "find_with_icu<french, ordinary>",
     1},
    {"prose, French, sparse: ICU finds numbers", "read_prose<french, sparse>", "find_with_icu<french, sparse>", 1},
    {"across with its receipt: without", "explain_across", "convert_across<with_rate_table>", 0},
    {"to euro with its receipt: without", "explain_to_euro", "convert_to_euro<with_rate_table>", 0},
    {"report, whole years: double in maps", "report_exact<whole_years>", "report_double<whole_years>", 1.0 / 3},
    {"report, months: double in maps", "report_exact<months>", "report_double<months>", 1.0 / 3},
    {"report by holder, at announcement: on one day", "report_valued<announcement, by_holder>",
     "report_valued<on_day, by_holder>", 1.0 / 2},
    {"report by year, at announcement: on one day", "report_valued<announcement, by_year>",
     "report_valued<on_day, by_year>", 1.0 / 2},
    {"tally, random rows: double", "tally_exact<order_random>", "tally_double<order_random>", 1 / 1.15},
    {"tally, rows by day: double", "tally_exact<order_sorted>", "tally_double<order_sorted>", 1 / 1.05},
    {"tally, two threads: one", "tally_threads<2>", "tally_threads<1>", 1.7},
    {"tally, random rows: cpp_rational", "tally_exact<order_random>", "tally_cpp_rational", 100},
    {"rounded total of it: tallying", "tally_rounded_total", "tally_exact<order_random>", 2},
    {"CSV: double", "csv_exact", "csv_double", 1},
    {"CSV: mawk, converting by double", "csv_exact", "csv_mawk", 3},
    {"CSV, as a form has it: plain CSV", "csv_by_form", "csv_exact", 0.5},
    {"CSV: mawk, only adding", "csv_exact", "csv_mawk_adding", 0},
    {"full fraction of it: tallying", "tally_full_fraction", "tally_exact<order_random>", 1.0 / 20},
};

// Prints medians and their spread, and keeps the medians: nanoseconds of processor time for one item.
class median_reporter : public benchmark::ConsoleReporter {
public:
    median_reporter() : ConsoleReporter(OO_None) {}

    void ReportRuns(const std::vector<Run>& runs) override {
        std::vector<Run> shown;
        for (const Run& run : runs) {
            const bool median = run.aggregate_name == "median";
            if (median || run.aggregate_name == "cv" || run.error_occurred) shown.push_back(run);
            const auto items = run.counters.find("items_per_second");
            const auto megabytes = run.counters.find("table_megabytes");
            if (median && megabytes != run.counters.end()) megabytes_ = megabytes->second.value;
            if (median && items != run.counters.end()) {
                medians_[run.run_name.function_name] = 1e9 / items->second.value;
            }
        }
        ConsoleReporter::ReportRuns(shown);
    }

    void print_comparisons() const {
        std::printf("\nMedians in ns of processor time; the ratio is how many times as fast ours is.\n");
        std::printf("%-44s %10s %10s %8s %8s\n", "what: baseline", "ours", "baseline", "ratio", "wanted");
        for (const comparison& each : comparisons) {
            const auto ours = medians_.find(each.ours);
            const auto baseline = medians_.find(each.baseline);
            if (ours == medians_.end() || baseline == medians_.end()) continue;
            const double ratio = baseline->second / ours->second;
            std::printf("%-44s %10.2f %10.2f %8.2f", each.what, ours->second, baseline->second, ratio);
            if (each.wanted > 0) std::printf(" %8.2f%s", each.wanted, ratio >= each.wanted ? "" : "  missed");
            std::printf("\n");
        }
        if (megabytes_ > 0) {
            std::printf("%-44s %10.2f MB, wanted below %.0f%s\n", "the history in memory", megabytes_, most_megabytes,
                        megabytes_ < most_megabytes ? "" : "  missed");
        }
        if (medians_.empty()) std::printf("(no medians: they need two repetitions or more)\n");
    }

private:
    std::map<std::string, double> medians_{};
    double megabytes_ = 0;
};

} // namespace

int main(int argc, char** argv) {
    // Flags given on the command line come later and prevail.
    std::string defaults[] = {"--benchmark_enable_random_interleaving=true", "--benchmark_repetitions=9",
                              "--benchmark_display_aggregates_only=true"};
    std::vector<char*> arguments{argv[0]};
    for (std::string& each : defaults) arguments.push_back(each.data());
    arguments.insert(arguments.end(), argv + 1, argv + argc);
    int count = static_cast<int>(arguments.size());
    arguments.push_back(nullptr);
    benchmark::Initialize(&count, arguments.data());
    if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) return 2;
    median_reporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    reporter.print_comparisons();
    benchmark::Shutdown();
    return 0;
}
