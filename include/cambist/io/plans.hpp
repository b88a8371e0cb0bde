// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/io/file.hpp>
#include <cambist/plan.hpp>
#include <cambist/rate_table.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

CAMBIST_BEGIN
namespace io {

/// A plan file that is not TOML, or does not follow the schema.
using plan_file_error = toml_error;

/// The most plans of one file.
inline constexpr std::size_t max_plans = 1'000'000;

/// What a plan file says: plans, and the rates stated beside them.
struct plan_file {
    std::string title{};
    std::vector<plan> plans{};
    std::vector<rate> rates{};
    std::vector<currency> pivots{};
    currency_set currencies{}; ///< ISO 4217 and the file's own
};

/// Reads plans from TOML by the schema in examples/plans/README.md. Unknown keys are refused; amounts are text, so no
/// number passes through binary floating point. Every plan and rate cites the file and line it stands at. What one plan
/// says of another is checked by `portfolio`.
/// \throws plan_file_error, encoding_error, duplicate_error, limit_error (beyond `max_plans`), and the errors of what a
/// field is read as, each with its line and column: one bad line refuses the file
plan_file read_plans(std::string_view toml, const std::string& file = {});

/// The same from a file on disk; "-" is standard input. \throws file_error besides
plan_file read_plans_file(const std::string& path);

} // namespace io
CAMBIST_END
