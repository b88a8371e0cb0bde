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

// The draft with the '#' of some of the lines that it offers taken away.
template <class Take>
std::string completed(const std::string& draft, Take take) {
    std::istringstream lines(draft);
    std::string file;
    for (std::string line; std::getline(lines, line);) {
        const bool is_offered = line.starts_with("# ") && line.substr(0, line.find(" # ", 2)).find(" = ") != line.npos;
        file += (is_offered && take() ? line.substr(2) : line) + "\n";
    }
    return file;
}

constexpr std::string_view crowded =
    "It announced and then scrapped a plan to invest $5 billion by 2029 or until 2030 from 2035, in a market worth "
    "revenue of $7 billion, replacing one of $5 billion announced in 2021, replaced by €3 billion (1 dollar = 0.9 "
    "euro).";

} // namespace

TEST_CASE("draft law: with any of the offered '#' taken away it is a plan file, and its plans are a portfolio") {
    const std::string draft = prose::draft_plans(prose::parse(crowded, prose::language("en")), crowded, "report.txt");
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
        for (const plan& p : read.plans) CHECK_FALSE(p.confirmed);
        const portfolio checked(read.plans);
        for (const standing s : checked.standings()) CHECK(s == standing::unconfirmed);
    }
}
