// SPDX-License-Identifier: MIT
#include <cambist/io/rates.hpp>
#include <cambist/text/parse.hpp>

#include "quoting.hpp"

#include <date/date.h>

#include <algorithm>
#include <cstdint>
#include <locale>
#include <map>
#include <optional>
#include <sstream>
#include <unordered_map>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

using cambist::detail::quoted;

// "05 January 2024", as the ECB's daily file has it.
bool is_spelled(std::string_view text) noexcept {
    return text.size() > 2 && is_digit(text[0]) && is_digit(text[1]) && text[2] == ' ';
}

std::chrono::sys_days spelled_day(std::string_view text) {
    const std::string form = "%d %B %Y";
    std::istringstream in{std::string(text)};
    in.imbue(std::locale::classic());
    date::year_month_day day;
    // date's parser is generous with signs, blanks and cases; what it read must print as it stood.
    if (!(in >> date::parse(form, day)) || !day.ok() || day.year() <= date::year(0) ||
        date::format(std::locale::classic(), form, day) != text) {
        throw date_error("a date as \"05 January 2024\"", std::string(text), 0);
    }
    return std::chrono::sys_days(std::chrono::days(date::sys_days(day).time_since_epoch().count()));
}

struct ecb_column {
    std::optional<currency> quoted{}; // none for the last where the header ends in a comma, as the ECB's does
    std::uint32_t heading = 0;        // of the quotes; none for the euro
};

// The columns after the first.
std::vector<ecb_column> ecb_columns(const csv_reader& in, rate_list& quotes) {
    const std::span<const csv_field> header = in.row();
    std::vector<ecb_column> columns;
    std::map<currency, std::size_t> seen;
    for (std::size_t i = 1; i < header.size(); ++i) {
        const csv_field field = trimmed(header[i]);
        if (field.text.empty()) {
            if (i + 1 != header.size()) refuse<csv_error>(in.place(field), "a column without a name");
            columns.emplace_back();
            break;
        }
        const currency named = read_field(in, field, [](std::string_view text) { return parse_currency(text); });
        if (!seen.emplace(named, i).second)
            refuse<duplicate_error>(in.place(field), "a second column of " + to_string(named));
        const bool is_euro = named == currencies::EUR;
        columns.push_back({named, is_euro ? 0 : ecb_heading(quotes, named, in.file())});
    }
    if (seen.empty()) refuse<csv_error>(in.end_of_row(), "a header that names no currency");
    return columns;
}

void read_ecb_row(const csv_reader& in, const std::vector<ecb_column>& columns, std::chrono::sys_days day,
                  rate_list& quotes) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const csv_field field = trimmed(in.row()[i + 1]);
        const ecb_column& column = columns[i];
        const bool absent = field.text.empty() || field.text == "N/A";
        if (!column.quoted) {
            if (!field.text.empty())
                refuse<csv_error>(in.place(field), quoted(field.text) + " stands in a column without a name");
        } else if (*column.quoted == currencies::EUR) {
            if (absent || read_field(in, field, read_rate_number) != 1) {
                refuse<rate_error>(in.place(field),
                                   "one euro is one euro; " + quoted(field.text) + " stands in the column EUR");
            }
        } else if (!absent) {
            const auto [line, number_column] = in.position(field);
            quotes.add(column.heading, {read_field(in, field, read_rate_number),
                                        day,
                                        digits_after_point(field.text),
                                        line,
                                        number_column,
                                        {}});
        }
    }
}

} // namespace

std::chrono::sys_days ecb_day(std::string_view text) { return is_spelled(text) ? spelled_day(text) : parse_day(text); }

bool is_ecb_csv(const csv_reader& in) { return trimmed(in.row()[0]).text == "Date"; }

rate_file read_ecb_rows(csv_reader& in, std::size_t bytes) {
    rate_file read{{}, {currencies::EUR}};
    const std::vector<ecb_column> columns = ecb_columns(in, read.quotes);
    // The ECB's history spends 8.7 bytes on a quote. No file is believed to hold very many before they are read.
    read.quotes.reserve(std::min<std::size_t>(bytes / 8, std::size_t{1} << 18));
    std::unordered_map<std::int64_t, std::size_t> lines; // by day
    while (in.next()) {
        in.check_length(columns.size() + 1);
        const csv_field first = trimmed(in.row()[0]);
        const std::chrono::sys_days day = read_field(in, first, ecb_day);
        const auto [earlier, is_new] = lines.emplace(day.time_since_epoch().count(), first.line);
        if (!is_new) {
            refuse<duplicate_error>(in.place(first), "a second row for " + to_string(day) + "; the first is on line " +
                                                         std::to_string(earlier->second));
        }
        read_ecb_row(in, columns, day, read.quotes);
    }
    return read;
}

rate_file parse_ecb_csv(std::string_view text, const std::string& file) {
    csv_reader in(text, file);
    in.next_header();
    if (!is_ecb_csv(in)) {
        refuse<csv_error>(in.place(in.row()[0]),
                          "the header should be \"Date,USD,JPY,...\"; " + quoted(in.row()[0].text) + " stands there");
    }
    return read_ecb_rows(in, text.size());
}

} // namespace io
CAMBIST_END
