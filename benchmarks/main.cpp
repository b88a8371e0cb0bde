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
    {"read prose: ICU finds digits and scale words", "read_prose", "find_with_icu", 1},
    {"across with its receipt: without", "explain_across", "convert_across<with_rate_table>", 0},
    {"to euro with its receipt: without", "explain_to_euro", "convert_to_euro<with_rate_table>", 0},
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
        if (medians_.empty()) std::printf("(no medians: they need two repetitions or more)\n");
    }

private:
    std::map<std::string, double> medians_{};
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
