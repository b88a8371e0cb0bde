// SPDX-License-Identifier: MIT

// Files of plans: TOML, CSV, IATI by each view, or whatever it is found to be.
#include <cambist/io/plans.hpp>

#include "fuzz.hpp"
#include "plan_laws.hpp"

using namespace cambist;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::input in(data, size);
    const auto file = fuzz::read_or_refused([&]() -> io::plan_file {
        switch (in.choice % 3) {
        case 0: return io::parse_plans_toml(in.text, "plans");
        case 1: return io::parse_plans_csv(in.text, "plans");
        default: return io::parse_plans(in.text, "plans", {.view = static_cast<io::iati_view>(in.choice / 3 % 4)});
        }
    });
    if (!file) return 0;
    fuzz::check_written_again(*file);
    fuzz::check_reports(*file);
    return 0;
}
