// SPDX-License-Identifier: MIT
#include <cambist/io/plans.hpp>
#include <cambist/plans/portfolio.hpp>
#include <cambist/prose/draft.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>

using namespace cambist;

namespace {

// The draft with the '#' of some of the lines that it offers taken away, and some of its "confirmed" too.
template <class Take>
std::string completed(const std::string& draft, Take take) {
    std::istringstream lines(draft);
    std::string file;
    for (std::string line; std::getline(lines, line);) {
        const bool is_offered = line.starts_with("# ") && line.substr(0, line.find(" # ", 2)).find(" = ") != line.npos;
        if (line == "confirmed = false" && take()) continue;
        file += (is_offered && take() ? line.substr(2) : line) + "\n";
    }
    return file;
}

constexpr std::string_view texts[] = {
    "It announced and then scrapped a plan to invest $5 billion by 2029 or until 2030 from 2035, in a market worth "
    "revenue of $7 billion, replacing one of $5 billion announced in 2021, replaced by €3 billion (1 dollar = 0.9 "
    "euro).",
    "A $5 billion plan\n\nIt announced $5 billion (€4.6 billion), the $5 billion replacing $6 billion (€5.5 billion) "
    "and "
    "replaced by $6 billion, which supersedes $5 billion. The $5 billion was replaced by $6 billion, superseded by $5 "
    "billion."};

} // namespace

TEST_CASE("draft law: with any of the offered '#' taken away it is a plan file, and its plans are a portfolio") {
    for (const std::string_view text : texts) {
        const std::string draft = prose::draft_plans(prose::parse(text, prose::language("en")), text, "report.txt");
        CHECK(draft.find("\n## ") != draft.npos);
        std::uint64_t seed = 1;
        for (int i = 0; i < 300; ++i) {
            const int every = i % 3; // all, none, or some
            const std::string file = completed(draft, [&] {
                seed = seed * 6364136223846793005u + 1442695040888963407u;
                return every == 0 || (every == 2 && (seed >> 62 & 1) != 0);
            });
            CAPTURE(file);
            const io::plan_file read = io::parse_plans_toml(file);
            const portfolio checked(read.plans);
            for (std::size_t plan = 0; plan < read.plans.size(); ++plan) {
                CHECK(read.plans[plan].confirmed == (checked.standings()[plan] != standing::unconfirmed));
                if (every != 2) CHECK(read.plans[plan].confirmed == (every == 0));
            }
        }
    }
}
