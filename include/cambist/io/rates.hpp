// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rate_table.hpp>

#include <string>
#include <string_view>
#include <vector>

CAMBIST_BEGIN
namespace io {

/// What a file of rates says, each quote with the file, line and column it stands at.
struct rate_file {
    std::vector<rate> quotes{};
    /// The currencies that the publisher quotes all others against: the euro, for the ECB.
    std::vector<currency> pivots{};

    /// Adds quotes and pivots.
    void add_to(rate_table::builder& table) const;
};

/// The European Central Bank's euro reference rates as CSV, daily or history: "Date,USD,JPY,…" and a line for each day,
/// units for one euro, "N/A" or nothing where there is no quote. `file` is what citations call it.
/// \throws csv_error, encoding_error, date_error, currency_error, rate_error, duplicate_error: one bad line refuses the file
rate_file read_ecb_csv(std::string_view text, const std::string& file = {});

/// Quotes one to a line, with the header "day,base,quote,rate": one `base` is `rate` of `quote` on `day`, which may be
/// empty for a quote that holds on any day. Throws as `read_ecb_csv` does.
rate_file read_quotes_csv(std::string_view text, const std::string& file = {}, const currency_set& accepted = {});

/// Either, told apart by the header.
rate_file read_rates(std::string_view text, const std::string& file = {}, const currency_set& accepted = {});

/// The same from a file on disk. \throws file_error besides
rate_file read_rates_file(const std::string& path, const currency_set& accepted = {});

} // namespace io
CAMBIST_END
