// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/compiled_only.hpp>
#include <cambist/io/form.hpp>
#include <cambist/rates/rate_list.hpp>
#include <cambist/rates/rate_table.hpp>

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

CAMBIST_BEGIN
namespace io {

/// What a journal's signs stand for, as {"$", USD}.
using commodity_signs = std::map<std::string, currency, std::less<>>;

/// What is known of files of rates that does not stand in them.
struct rates_options {
    /// The codes that quotes may be of.
    currency_set accepted = currency_set::with_market_units();
    /// In journals.
    commodity_signs signs{};
    /// Names in journals that are no currencies, whatever they look like: AMD is a share, too.
    std::set<std::string, std::less<>> no_currencies{};
    /// What tables with a column for each currency are quoted against, where they do not say it; none refuses them.
    currency base{};
    /// How the files are written, where they are of no form that is known by what is in them.
    std::optional<form> written{};
};

/// A commodity of a journal that is no currency among those accepted, so that its prices were not read.
struct unread_commodity {
    std::string commodity;
    std::size_t count = 0; ///< of the directives
    citation first{};
};

/// What a file of rates says, each quote with the file, line and column it stands at.
struct rate_file {
    rate_list quotes{};
    /// The currencies that the publisher quotes all others against: the euro, for the ECB.
    std::vector<currency> pivots{};
    /// Shares and the like, in a journal.
    std::vector<unread_commodity> passed_over{};
    left_out_counts left_out{}; ///< of a file read by a form
    std::string title{};                ///< TOML may state one
    std::vector<currency> currencies{}; ///< and may declare some

    /// Adds quotes and pivots.
    void add_to(rate_table::builder& table) const&;
    /// The same without a copy, as in `read_rates_file(path).add_to(table)`.
    void add_to(rate_table::builder& table) &&;
};

// All files are UTF-8; a byte order mark at the start is dropped. One bad line refuses the file: nothing is read of it.
// CSV is read by RFC 4180, strictly: LF or CRLF; every row as long as the header; no blank lines. Blanks around an
// unquoted field mean nothing. Rows may come in any order. An equal quote twice in a file is one quote.

/// The European Central Bank's euro reference rates as CSV, daily or history: "Date,USD,JPY,..." and a row for each
/// day, units for one euro. A day is "2024-01-05" or, as in the daily file, "05 January 2024". "N/A" or nothing is no
/// quote; a header without rows is a file without quotes. A column of the euro itself must say 1 in every row. A second
/// row for one day is refused, unless it says the same. `file` is what citations call the text. \throws csv_error,
/// encoding_error, date_error, currency_error, rate_error, duplicate_error, limit_error, each with the line and column
/// it is about
rate_file parse_ecb_csv(std::string_view text, const std::string& file = {});

/// Any table of that form, by whomever: units for one of a base, which is `options.base` or stands in each row, in a
/// column "base". The base's own column must say 1. Throws as `parse_ecb_csv` does
rate_file parse_table_csv(std::string_view text, const std::string& file = {}, const rates_options& options = {});

/// The same as XML, daily, of 90 days or history: gesmes:Envelope, and in it Cube, Cube time="2024-01-05", Cube
/// currency="USD" rate="1.0921". UTF-8 only, by its declaration too; a document type declaration is refused before
/// anything in it is read, as are unknown elements and attributes. Read in one pass, elements at most `max_xml_depth`
/// deep. \throws xml_error, doctype_error, depth_error, and as `parse_ecb_csv` does
rate_file parse_ecb_xml(std::string_view text, const std::string& file = {});

/// Quotes one to a row: one `base` is `rate` of `quote` on `day`, which may be empty for a quote that holds on any day.
/// The header names the columns "day", "base", "quote" and "rate" and, where they are wanted, "unit" (so many of
/// `base`, as 100 JPY; 1 if empty), "source" and "published" (the day it became known), in any order. A second row for
/// one day, base, quote, source and day of publication is refused, unless it says the same. Throws as `parse_ecb_csv`
/// does.
rate_file parse_quotes_csv(std::string_view text, const std::string& file = {},
                           const currency_set& accepted = currency_set::with_market_units());

/// Such a table, in the order of the quotes, which `parse_quotes_csv` reads as the same; pivots and own currencies have
/// no place in it. \throws rate_error for a rate that is no decimal number
std::string to_quotes_csv(const rate_list& quotes);

/// Quotes as TOML: a table for each, with `quote = "1 USD = 0.9211 EUR"` and, where they are wanted, `day`, `source`
/// and `published`; besides them `title`, `pivots` and own currencies, all as in a file of plans. A quote is cited at
/// its `[[rate]]`. Duplicates are refused as in CSV. \throws toml_error, and as `parse_ecb_csv` does
rate_file parse_quotes_toml(std::string_view text, const std::string& file = {},
                            const currency_set& accepted = currency_set::with_market_units());

/// The prices of a ledger or hledger journal: "P 2024-05-29 USD 0.9211 EUR" is 1 USD = 0.9211 EUR.
///
/// Dates have a year, and -, / or . between their parts. After the date may come a time; of several times of one day
/// the last counts, and a second price at one time is refused, unless it says the same. The price may stand before or
/// after its currency. Commodities are codes that are `accepted`, and signs: "€", "US$" and the like, and those given;
/// "$", "£" and "¥" are shared by several currencies and refused, unless given. Numbers are plain; commas may part
/// thousands before a decimal point. A price of a commodity that is no currency, or is said to be none, or in one, is
/// passed over, and listed.
/// All else is not read: comments, transactions and other directives, with their indented lines, and what stands
/// between "comment" and "end comment". A journal that includes another is refused, and so is one that declares a
/// decimal comma. \throws journal_error, encoding_error, date_error, currency_error, rate_error, duplicate_error,
/// limit_error
rate_file parse_ledger_prices(std::string_view text, const std::string& file = {}, const rates_options& options = {});

/// The same of a beancount file: "2024-05-29 price USD 0.9211 EUR". Strings of other directives may run over lines.
/// What a commodity directive says is heeded: one whose "asset-class" or "type" is not cash or a currency, or whose
/// "export" names a place of trade, is none.
rate_file parse_beancount_prices(std::string_view text, const std::string& file = {},
                                 const rates_options& options = {});

/// A table of any form. Each quote is cited at its cell; its source is the form's publisher, with the price taken where
/// there are several. A currency that is on one side of all quotes is the pivot. A number of an amount of zero is
/// refused: say that it is missing. \throws csv_error, json_error, xml_error, archive_error, parse_error, date_error,
/// currency_error, rate_error, duplicate_error, encoding_error, limit_error, each with its place and what mends it
rate_file parse_rates_by(const form& written, std::string_view bytes, const std::string& file = {},
                         const rates_options& options = {});

/// Any of these, told apart by what is in it; or a zip archive of one file that is one of these, as the ECB
/// publishes its history. What is read from an archive is cited as "eurofxref-hist.zip/eurofxref-hist.csv". A table is
/// the ECB's if it has the ECB's columns in the ECB's order, the dollar among them, and its closing comma. A file that
/// says of itself that it is of a shipped form is read by that; `options.written` is for all others.
/// \throws archive_error besides
rate_file parse_rates(std::string_view text, const std::string& file = {}, const rates_options& options = {});

/// The same from a file on disk; "-" is standard input. \throws file_error besides
rate_file read_rates_file(const std::string& path, const rates_options& options = {});

/// A table of one such file, to convert by at once. Those of several are added to a `rate_table::builder`
/// (`rate_file::add_to`). \throws contradicting_rates besides, unlawful_rate
rate_table read_rate_table(const std::string& path, const rates_options& options = {});

} // namespace io
CAMBIST_END
