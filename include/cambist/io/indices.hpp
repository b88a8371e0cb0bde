// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/compiled_only.hpp>
#include <cambist/io/file.hpp>
#include <cambist/rates/about/price_index.hpp>

#include <string>
#include <string_view>
#include <vector>

CAMBIST_BEGIN
namespace io {

/// The most levels of one file.
inline constexpr std::size_t max_index_levels = 1'000'000;

/// Price indices (deflators) as CSV with the header "currency,period,index" or "currency,period,index,source": a row
/// for each year ("2006") or month ("2006-05"). Each level cites the file, line and column it stands at. \throws
/// csv_error, encoding_error, currency_error, date_error, parse_error, limit_error, each with its line and column
std::vector<index_level> parse_indices_csv(std::string_view text, const std::string& file = {},
                                           const currency_set& accepted = currency_set::with_market_units());

/// The same from a file on disk; "-" is standard input. \throws file_error besides
std::vector<index_level> read_indices_file(const std::string& path,
                                           const currency_set& accepted = currency_set::with_market_units());

} // namespace io
CAMBIST_END
