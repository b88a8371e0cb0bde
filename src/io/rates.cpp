// SPDX-License-Identifier: MIT
#include <cambist/io/file.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/parse.hpp>

#include "csv.hpp"

#include <date/date.h>

#include <algorithm>
#include <cstdint>
#include <locale>
#include <map>
#include <optional>
#include <sstream>
#include <tuple>
#include <unordered_map>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

using cambist::detail::quoted;

constexpr std::string_view ecb_header = "Date";
constexpr std::string_view quotes_header[] = {"day", "base", "quote", "rate"};

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

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

std::chrono::sys_days ecb_day(std::string_view text) { return is_spelled(text) ? spelled_day(text) : parse_day(text); }

int decimals_of(std::string_view number) noexcept {
    const std::size_t point = number.find('.');
    return point == std::string_view::npos ? 0 : static_cast<int>(number.size() - point - 1);
}

// Reads a field, so that errors say where in the file they stand.
template <class Read>
auto read_field(const csv_reader& in, const csv_field& field, Read read) {
    return reading_at([&] { return read(field.text); }, [&](std::size_t offset) { return in.place(field, offset); });
}

void refuse_empty(csv_reader& in) {
    if (!in.next())
        refuse<csv_error>({in.file(), 1, 1}, "an empty file; it should begin with a line that names its columns");
}

void check_length(const csv_reader& in, std::size_t columns) {
    const std::span<const csv_field> row = in.row();
    if (in.is_blank()) refuse<csv_error>(in.place(row[0]), "a blank line; remove it");
    if (row.size() == columns) return;
    refuse<csv_error>(row.size() > columns ? in.place(row[columns]) : in.end_of_row(),
                      "a row of " + std::to_string(row.size()) + " fields, where the header has " +
                          std::to_string(columns));
}

// ---- the ECB's form

// The currencies of the columns after the first; none for the last where the header ends in a comma, as the ECB's does.
std::vector<std::optional<currency>> ecb_columns(const csv_reader& in) {
    const std::span<const csv_field> header = in.row();
    std::vector<std::optional<currency>> columns;
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
        columns.emplace_back(named);
    }
    if (seen.empty()) refuse<csv_error>(in.end_of_row(), "a header that names no currency");
    return columns;
}

void read_ecb_row(const csv_reader& in, const std::vector<std::optional<currency>>& columns, std::chrono::sys_days day,
                  std::vector<rate>& quotes) {
    const money<> one_euro(1, currencies::EUR);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const csv_field field = trimmed(in.row()[i + 1]);
        const bool absent = field.text.empty() || field.text == "N/A";
        if (!columns[i]) {
            if (!field.text.empty())
                refuse<csv_error>(in.place(field), quoted(field.text) + " stands in a column without a name");
        } else if (*columns[i] == currencies::EUR) {
            if (absent || read_field(in, field, parse_rate_number) != 1) {
                refuse<rate_error>(in.place(field),
                                   "one euro is one euro; " + quoted(field.text) + " stands in the column EUR");
            }
        } else if (!absent) {
            exact price = read_field(in, field, parse_rate_number);
            quotes.push_back(rate(one_euro, money<>(std::move(price), *columns[i]))
                                 .on(day)
                                 .from("ECB")
                                 .cite(in.place(field))
                                 .written_to(decimals_of(field.text)));
        }
    }
}

bool is_ecb(const csv_reader& in) { return trimmed(in.row()[0]).text == ecb_header; }

rate_file read_ecb_rows(csv_reader& in, std::size_t bytes) {
    const std::vector<std::optional<currency>> columns = ecb_columns(in);
    rate_file read{{}, {currencies::EUR}};
    // The ECB's history spends 8.7 bytes on a quote. No file is believed to hold very many before they are read.
    read.quotes.reserve(std::min<std::size_t>(bytes / 8, std::size_t{1} << 18));
    std::unordered_map<std::int64_t, std::size_t> lines; // by day
    while (in.next()) {
        check_length(in, columns.size() + 1);
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

// ---- quotes one to a line

bool is_quotes(const csv_reader& in) { return trimmed(in.row()[0]).text == quotes_header[0]; }

void check_quotes_header(const csv_reader& in) {
    const std::span<const csv_field> header = in.row();
    bool as_it_should = header.size() == std::size(quotes_header);
    for (std::size_t i = 0; as_it_should && i < header.size(); ++i)
        as_it_should = trimmed(header[i]).text == quotes_header[i];
    if (!as_it_should) refuse<csv_error>(in.place(header[0]), "the header should be \"day,base,quote,rate\"");
}

rate_file read_quotes_rows(csv_reader& in, const currency_set& accepted) {
    check_quotes_header(in);
    rate_file read;
    const auto currency_of = [&](std::string_view code) { return accepted.parse(code); };
    using key = std::tuple<asked_day, currency, currency>;
    std::map<key, std::size_t> lines;
    while (in.next()) {
        check_length(in, std::size(quotes_header));
        const csv_field day_field = trimmed(in.row()[0]);
        const csv_field base_field = trimmed(in.row()[1]);
        const csv_field quote_field = trimmed(in.row()[2]);
        const csv_field rate_field = trimmed(in.row()[3]);
        asked_day day;
        if (!day_field.text.empty()) day = read_field(in, day_field, parse_day);
        const currency base = read_field(in, base_field, currency_of);
        const currency quote = read_field(in, quote_field, currency_of);
        exact price = read_field(in, rate_field, parse_rate_number);
        const auto [earlier, is_new] = lines.emplace(key(day, base, quote), day_field.line);
        if (!is_new) {
            refuse<duplicate_error>(in.place(day_field),
                                    "a second rate of " + to_string(base) + " in " + to_string(quote) +
                                        (day ? " on " + to_string(*day) : " without a day") +
                                        "; the first is on line " + std::to_string(earlier->second));
        }
        rate& added = read.quotes.emplace_back(read_field(in, quote_field, [&](std::string_view) {
            return rate(money<>(1, base), money<>(std::move(price), quote));
        }));
        added.cite(in.place(rate_field)).written_to(decimals_of(rate_field.text));
        if (day) added.on(*day);
    }
    return read;
}

} // namespace

void rate_file::add_to(rate_table::builder& table) const {
    for (const rate& quote : quotes) table.add(quote);
    for (const currency& through : pivots) table.pivot(through);
}

rate_file read_ecb_csv(std::string_view text, const std::string& file) {
    csv_reader in(text, file);
    refuse_empty(in);
    if (!is_ecb(in)) {
        refuse<csv_error>(in.place(in.row()[0]),
                          "the header should be \"Date,USD,JPY,...\"; " + quoted(in.row()[0].text) + " stands there");
    }
    return read_ecb_rows(in, text.size());
}

rate_file read_quotes_csv(std::string_view text, const std::string& file, const currency_set& accepted) {
    csv_reader in(text, file);
    refuse_empty(in);
    return read_quotes_rows(in, accepted);
}

rate_file read_rates(std::string_view text, const std::string& file, const currency_set& accepted) {
    csv_reader in(text, file);
    refuse_empty(in);
    if (is_ecb(in)) return read_ecb_rows(in, text.size());
    if (is_quotes(in)) return read_quotes_rows(in, accepted);
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
