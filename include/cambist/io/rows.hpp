// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/bulk/tally.hpp>
#include <cambist/detail/compiled_only.hpp>
#include <cambist/io/file.hpp>
#include <cambist/io/form.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

CAMBIST_BEGIN
namespace io {

/// Which columns of a table are added up, as its header names them. Other columns mean nothing.
struct row_columns {
    std::string date = "date";         ///< of days as 2024-05-29
    std::string currency = "currency"; ///< of codes that are accepted
    std::string amount = "amount";     ///< of plain numerals, positive or negative
    std::string group{};               ///< of any text, by which totals are kept apart; none where empty
};

/// What totals of rows are kept apart by, as it is said in text, and the column that it takes (`row_columns::group`).
struct row_keys {
    tally_by first = tally_by::nothing;
    tally_by then = tally_by::nothing;
    std::string column{};
};

/// "month", "fiscal-year:07", "currency" or a column by its heading; or two of these, of which one may be a column, as
/// "office,month". A column that is called as a key is "column:month". Throws parse_error.
row_keys parse_row_keys(std::string_view text);

/// A row that was set aside.
struct bad_row {
    std::string why;         ///< with its file, line and column
    std::string_view text;   ///< as it stands in the file, without the line's end
    std::string_view header; ///< of its file, the same
};

/// How far a reading is.
struct row_progress {
    const std::string& file;
    std::uint64_t bytes; ///< read of this file
    std::uint64_t rows;  ///< added up so far, of all files
};

/// How rows are read. The callbacks are called on the caller's thread; what one throws ends the reading, and passes
/// through.
struct row_options {
    row_columns columns{};
    /// The codes that amounts may be of.
    currency_set accepted = currency_set::with_market_units();
    /// How the files are written, where not as plain CSV with these columns. They are read on one thread, in memory of
    /// their size; columns are then those of the form, and `columns.group` a field of it or a heading.
    std::optional<form> written{};
    /// Is told of what a form does not take of a file.
    std::function<void(const left_out_counts& of)> left_out{};
    /// Blocks of a file are read side by side on so many, with the same result to the last bit; 0 is 1. Where the
    /// system starts fewer, on those.
    unsigned threads = 1;
    /// How much of a file a thread takes at once. A block is longer where one row is, of at most `max_row_bytes`.
    std::size_t block_bytes = std::size_t{1} << 20;
    /// Takes each row that cannot be added, in the order of the files; where there is none, the first is refused. What
    /// is no CSV at all is refused in any case.
    std::function<void(const bad_row&)> set_aside{};
    /// Is told before each block, at the end of each file, and where reading failed. To stop, it throws.
    std::function<void(const row_progress&)> progress{};
    /// Is told when the system starts fewer threads than before: how many there are now.
    std::function<void(unsigned)> fewer_threads{};
};

/// The most bytes of one row of a file that is read in blocks. An open quote is noticed there at the latest.
inline constexpr std::size_t max_row_bytes = std::size_t{16} << 20;

/// Adds up the rows of CSV files of any size, as one; "-" is standard input. The first line of each names its columns,
/// in any order.
///
///     const tally ledger = io::tally_rows({"ledger.csv"}, {.threads = 8});
///     converted_tally(ledger, currencies::EUR, rates).rounded();
///
/// An amount is counted in its currency's minor unit, or in as many more decimals as it is written with. Time is
/// proportional to the files; memory is the tally's for each thread, and two blocks each.
/// \throws file_error, csv_error, encoding_error, date_error, currency_error, parse_error, limit_error, each with its
/// file, line and column: the first that stands in the files, on any number of threads
tally tally_rows(const std::vector<std::string>& files, const row_options& options = {});
/// The same of a stream, which `name` is the file of.
tally tally_rows(std::istream& from, const std::string& name, const row_options& options = {});

} // namespace io
CAMBIST_END
