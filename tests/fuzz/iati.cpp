// SPDX-License-Identifier: MIT

// IATI activities, by each view. What is read has ids of its own, and can be written as a plan file.
#include <cambist/io/plans.hpp>

#include "fuzz.hpp"
#include "plan_laws.hpp"

#include <set>

using namespace cambist;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::input in(data, size);
    const auto file = fuzz::read_or_refused(
        [&] { return io::parse_iati(in.text, "activities", static_cast<io::iati_view>(in.choice % 4)); });
    if (!file) return 0;
    std::set<std::string> ids;
    for (const plan& each : file->plans) {
        fuzz::require(ids.insert(each.id).second, "an id is given once");
        fuzz::require(each.from && each.to && each.where.line != 0, "a plan has its days and its place");
    }
    for (const io::unread_plan& each : file->passed_over)
        fuzz::require(!each.why.empty(), "what is passed over says why");
    fuzz::check_written_again(*file);
    fuzz::check_reports(*file);
    return 0;
}
