// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/io/file.hpp>
#include <cambist/io/indices.hpp>
#include <cambist/io/plans.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/io/rows.hpp>
#include <cambist/numbers/outcome.hpp>

#include <string>
#include <string_view>
#include <vector>

CAMBIST_BEGIN
namespace io {

// The calls of the same name without `try_`, with their errors kept rather than thrown.

inline outcome<std::string> try_read_file(const std::string& path) {
    return attempt([&] { return read_file(path); });
}
inline outcome<rate_file> try_read_rates_file(const std::string& path, const rates_options& options = {}) {
    return attempt([&] { return read_rates_file(path, options); });
}
inline outcome<rate_table> try_read_rate_table(const std::string& path, const rates_options& options = {}) {
    return attempt([&] { return read_rate_table(path, options); });
}
inline outcome<rate_file> try_parse_rates(std::string_view text, const std::string& file = {},
                                          const rates_options& options = {}) {
    return attempt([&] { return parse_rates(text, file, options); });
}
inline outcome<plan_file> try_read_plans_file(const std::string& path, const plans_options& options = {}) {
    return attempt([&] { return read_plans_file(path, options); });
}
inline outcome<plan_file> try_parse_plans(std::string_view text, const std::string& file = {},
                                          const plans_options& options = {}) {
    return attempt([&] { return parse_plans(text, file, options); });
}
inline outcome<std::vector<index_level>>
try_read_indices_file(const std::string& path, const currency_set& accepted = currency_set::with_market_units()) {
    return attempt([&] { return read_indices_file(path, accepted); });
}
inline outcome<std::vector<index_level>>
try_parse_indices_csv(std::string_view text, const std::string& file = {},
                      const currency_set& accepted = currency_set::with_market_units()) {
    return attempt([&] { return parse_indices_csv(text, file, accepted); });
}
inline outcome<tally> try_tally_rows(const std::vector<std::string>& files, const row_options& options = {}) {
    return attempt([&] { return tally_rows(files, options); });
}

} // namespace io
CAMBIST_END
