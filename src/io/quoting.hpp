// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: what the readers of rates share.

#include <cambist/currency.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/rate_list.hpp>

#include "csv.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

CAMBIST_BEGIN
namespace io {

/// The digits after a numeral's point.
inline int decimals_of(std::string_view number) noexcept {
    const std::size_t point = number.find('.');
    return point == std::string_view::npos ? 0 : static_cast<int>(number.size() - point - 1);
}

// ---- the European Central Bank's forms

/// "2024-01-05" or "05 January 2024". \throws date_error
std::chrono::sys_days ecb_day(std::string_view text);

/// The heading of what one euro is worth in `quoted`, by the ECB.
inline std::uint32_t ecb_heading(rate_list& quotes, const currency& quoted, const std::string& file) {
    return quotes.under({money<>(1, currencies::EUR), quoted, "ECB", file});
}

// ---- tables, by the header that has been read

bool is_ecb_csv(const csv_reader& header);
rate_file read_ecb_rows(csv_reader& in, std::size_t bytes);
bool is_quotes_csv(const csv_reader& header);
rate_file read_quotes_rows(csv_reader& in, const currency_set& accepted);

} // namespace io
CAMBIST_END
