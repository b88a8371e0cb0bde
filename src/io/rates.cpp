// SPDX-License-Identifier: MIT
#include <cambist/io/file.hpp>
#include <cambist/io/rates.hpp>

#include "quoting.hpp"

#include <utility>

CAMBIST_BEGIN
namespace io {

using cambist::detail::quoted;

void rate_file::add_to(rate_table::builder& table) const& { rate_file(*this).add_to(table); }

void rate_file::add_to(rate_table::builder& table) && {
    table.add(std::move(quotes));
    for (const currency& through : pivots) table.pivot(through);
}

rate_file read_rates(std::string_view text, const std::string& file, const currency_set& accepted) {
    csv_reader in(text, file);
    in.next_header();
    if (is_ecb_csv(in)) return read_ecb_rows(in, text.size());
    if (is_quotes_csv(in)) return read_quotes_rows(in, accepted);
    refuse<csv_error>(in.place(in.row()[0]),
                      "no table of rates: the header should be \"Date,USD,JPY,...\", as the ECB's, or "
                      "\"day,base,quote,rate\"; " +
                          quoted(in.row()[0].text) + " stands there");
}

rate_file read_rates_file(const std::string& path, const currency_set& accepted) {
    return read_rates(read_file(path), path == "-" ? "standard input" : path, accepted);
}

} // namespace io
CAMBIST_END
