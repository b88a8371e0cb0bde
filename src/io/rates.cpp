// SPDX-License-Identifier: MIT
#include <cambist/io/file.hpp>
#include <cambist/io/rates.hpp>

#include "quoting.hpp"
#include "zip.hpp"

#include <algorithm>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

using cambist::detail::quoted;

// XML that is no page of HTML, which is saved in place of a file.
bool is_xml(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    const auto begins = [&](std::string_view lower) {
        return text.size() >= lower.size() &&
               std::equal(lower.begin(), lower.end(), text.begin(),
                          [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); });
    };
    return text.starts_with('<') && !begins("<html") && !begins("<!doctype html");
}

rate_file read_unzipped(std::string_view text, const std::string& file, const currency_set& accepted) {
    if (is_xml(text)) return read_ecb_xml(text, file);
    csv_reader in(text, file);
    in.next_header();
    if (is_ecb_csv(in)) return read_ecb_rows(in, text.size());
    if (is_quotes_csv(in)) return read_quotes_rows(in, accepted);
    refuse<csv_error>(in.place(in.row()[0]),
                      "no table of rates: the header should be \"Date,USD,JPY,...\", as the ECB's, or "
                      "\"day,base,quote,rate\"; " +
                          quoted(in.row()[0].text) + " stands there");
}

} // namespace

void rate_file::add_to(rate_table::builder& table) const& { rate_file(*this).add_to(table); }

void rate_file::add_to(rate_table::builder& table) && {
    table.add(std::move(quotes));
    for (const currency& through : pivots) table.pivot(through);
}

rate_file read_rates(std::string_view text, const std::string& file, const currency_set& accepted) {
    if (!is_zip(text)) return read_unzipped(text, file, accepted);
    const unzipped inside = unzip(text, file);
    return read_unzipped(inside.bytes, file.empty() ? inside.name : file + "/" + inside.name, accepted);
}

rate_file read_rates_file(const std::string& path, const currency_set& accepted) {
    return read_rates(read_file(path), path == "-" ? "standard input" : path, accepted);
}

} // namespace io
CAMBIST_END
