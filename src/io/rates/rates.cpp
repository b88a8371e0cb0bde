// SPDX-License-Identifier: MIT
#include <cambist/io/file.hpp>
#include <cambist/io/rates.hpp>

#include "../files/unpack.hpp"
#include "quoting.hpp"

#include <algorithm>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

bool is_xml(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return text.starts_with('<') && !is_html(text);
}

// Whether it begins as a table of ours does, in any order of its columns.
bool is_header(std::string_view line) {
    bool base = false;
    bool quote = false;
    for (bool first = true;; first = false) {
        std::string_view cell = line.substr(0, line.find(','));
        const std::size_t size = cell.size();
        cell.remove_prefix(std::min(cell.find_first_not_of(" \""), cell.size()));
        cell.remove_suffix(cell.size() - (cell.find_last_not_of(" \"\r") + 1));
        if (first && (cell == "Date" || cell == "day")) return true;
        base = base || cell == "base";
        quote = quote || cell == "quote";
        if (base && quote) return true;
        if (size == line.size()) return false;
        line.remove_prefix(size + 1);
    }
}

enum class dialect { csv, toml, ledger, beancount, journal };

// By the first line that only one form has. What has none is taken for CSV, and refused as such, unless it is a journal
// otherwise.
dialect dialect_of(std::string_view text) {
    const std::string_view whole = text;
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if (is_header(text.substr(0, text.find('\n')))) return dialect::csv;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        if (line.starts_with("[[rate]]") || line.starts_with("[[currency]]")) return dialect::toml;
        if (has_ledger_price(line)) return dialect::ledger;
        if (has_beancount_price(line)) return dialect::beancount;
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return is_journal(whole) ? dialect::journal : dialect::csv;
}

rate_file read_table(std::string_view text, const std::string& file, const rates_options& options) {
    csv_reader in(text, file);
    in.next_header();
    if (is_ecb_csv(in)) return read_table_rows(in, text.size(), ecb());
    if (is_table_csv(in)) return read_table_rows(in, text.size(), {options.base, {}, options.accepted});
    if (is_quotes_csv(in)) return read_quotes_rows(in, options.accepted);
    refuse<csv_error>(in.place(in.row()[0]),
                      "no file of rates that is known: the header of a table should be \"Date,USD,JPY,...\", as the "
                      "ECB's, or \"day,base,quote,rate\", TOML has [[rate]], and a journal price directives; " +
                          detail::quoted(in.row()[0].text) + " stands there");
}

rate_file read_unzipped(std::string_view text, const std::string& file, const rates_options& options) {
    if (is_xml(text)) return parse_ecb_xml(text, file);
    switch (dialect_of(text)) {
    case dialect::toml: return parse_quotes_toml(text, file, options.accepted);
    case dialect::ledger: return parse_ledger_prices(text, file, options);
    case dialect::beancount: return parse_beancount_prices(text, file, options);
    case dialect::journal:
        refuse<journal_error>({file, 1, 1}, "a journal without prices; they stand in lines as \"P 2024-05-29 USD 0.92 "
                                            "EUR\" or \"2024-05-29 price USD 0.92 EUR\"");
    case dialect::csv: break;
    }
    return read_table(text, file, options);
}

} // namespace

void rate_file::add_to(rate_table::builder& table) const& { rate_file(*this).add_to(table); }

void rate_file::add_to(rate_table::builder& table) && {
    table.add(std::move(quotes));
    for (const currency& through : pivots) table.pivot(through);
}

rate_file parse_rates(std::string_view text, const std::string& file, const rates_options& options) {
    const unpacked inside(text, file);
    if (options.written) return parse_rates_by(*options.written, inside.bytes(), inside.file(), options);
    if (const form* by = recognised_form(inside.bytes(), inside.file()))
        return parse_rates_by(*by, inside.bytes(), inside.file(), options);
    if (is_workbook(inside.bytes()))
        refuse<archive_error>({inside.file(), 0, 0},
                              "this is a workbook; say its form (--form), or save its sheet as CSV");
    return read_unzipped(inside.bytes(), inside.file(), options);
}

rate_file read_rates_file(const std::string& path, const rates_options& options) {
    return parse_rates(read_file(path), path == "-" ? "standard input" : path, options);
}

rate_table read_rate_table(const std::string& path, const rates_options& options) {
    rate_table::builder table;
    read_rates_file(path, options).add_to(table);
    return table.build();
}

} // namespace io
CAMBIST_END
