// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rate_list.hpp>
#include <cambist/rate_table.hpp>

#include <string>
#include <string_view>
#include <vector>

CAMBIST_BEGIN
namespace io {

/// What a file of rates says, each quote with the file, line and column it stands at.
struct rate_file {
    rate_list quotes{};
    /// The currencies that the publisher quotes all others against: the euro, for the ECB.
    std::vector<currency> pivots{};

    /// Adds quotes and pivots.
    void add_to(rate_table::builder& table) const&;
    /// The same without a copy, as in `read_rates_file(path).add_to(table)`.
    void add_to(rate_table::builder& table) &&;
};

// All of them read CSV by RFC 4180, strictly: UTF-8, a byte order mark at the start dropped; LF or CRLF; every row as
// long as the header; no blank lines. Blanks around an unquoted field mean nothing. Rows may come in any order. One bad
// line refuses the file: nothing is read of it.

/// The European Central Bank's euro reference rates as CSV, daily or history: "Date,USD,JPY,..." and a row for each
/// day, units for one euro. A day is "2024-01-05" or, as in the daily file, "05 January 2024". "N/A" or nothing is no
/// quote; a header without rows is a file without quotes. A column of the euro itself must say 1 in every row. A second
/// row for one day is refused, even if it says the same. `file` is what citations call the text. \throws csv_error,
/// encoding_error, date_error, currency_error, rate_error, duplicate_error, limit_error, each with the line and column
/// it is about
rate_file read_ecb_csv(std::string_view text, const std::string& file = {});

/// The same as XML, daily, of 90 days or history: gesmes:Envelope, and in it Cube, Cube time="2024-01-05", Cube
/// currency="USD" rate="1.0921". UTF-8 only, by its declaration too; a document type declaration is refused before
/// anything in it is read, as are unknown elements and attributes. Read in one pass, elements at most `max_xml_depth`
/// deep. \throws xml_error, doctype_error, depth_error, and as `read_ecb_csv` does
rate_file read_ecb_xml(std::string_view text, const std::string& file = {});

/// Quotes one to a row, with the header "day,base,quote,rate": one `base` is `rate` of `quote` on `day`, which may be
/// empty for a quote that holds on any day. A second row for one day, base and quote is refused, even if it says the
/// same. Throws as `read_ecb_csv` does.
rate_file read_quotes_csv(std::string_view text, const std::string& file = {}, const currency_set& accepted = {});

/// Any of these, told apart by what it begins with; or a zip archive of one file that is one of these, as the ECB
/// publishes its history. What is read from an archive is cited as "eurofxref-hist.zip/eurofxref-hist.csv".
/// \throws archive_error besides
rate_file read_rates(std::string_view text, const std::string& file = {}, const currency_set& accepted = {});

/// The same from a file on disk; "-" is standard input. \throws file_error besides
rate_file read_rates_file(const std::string& path, const currency_set& accepted = {});

} // namespace io
CAMBIST_END
