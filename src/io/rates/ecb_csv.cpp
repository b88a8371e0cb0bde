// SPDX-License-Identifier: MIT
#include <cambist/io/rates.hpp>
#include <cambist/text/parse.hpp>

#include "quoting.hpp"

#include <date/date.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <locale>
#include <map>
#include <span>
#include <sstream>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

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

// In the order of the ECB's columns, historic ones too.
constexpr std::string_view ecb_order[] = {"USD", "JPY", "BGN", "CYP", "CZK", "DKK", "EEK", "GBP", "HUF", "LTL", "LVL",
                                          "MTL", "PLN", "ROL", "RON", "SEK", "SIT", "SKK", "CHF", "ISK", "NOK", "HRK",
                                          "RUB", "TRL", "TRY", "AUD", "BRL", "CAD", "CNY", "HKD", "IDR", "ILS", "INR",
                                          "KRW", "MXN", "MYR", "NZD", "PHP", "SGD", "THB", "ZAR"};

struct table_column {
    enum class kind : std::uint8_t { quotes, base, nothing } of; // nothing: the last, after a closing comma
    currency quoted{};
    currency base{};           // of the row before
    std::uint32_t heading = 0; // of quotes against that
};

// The columns after the first.
std::vector<table_column> table_columns(const csv_reader& in, const currency_set& accepted) {
    using kind = table_column::kind;
    const std::span<const csv_field> header = in.row();
    std::vector<table_column> columns;
    std::map<currency, std::size_t> seen;
    bool has_base = false;
    for (std::size_t i = 1; i < header.size(); ++i) {
        const csv_field field = trimmed(header[i]);
        if (field.text.empty()) {
            if (i + 1 != header.size()) refuse<csv_error>(in.place(field), "a column without a name");
            columns.push_back({kind::nothing});
        } else if (field.text == "base") {
            if (std::exchange(has_base, true)) refuse<duplicate_error>(in.place(field), "a second column \"base\"");
            columns.push_back({kind::base});
        } else {
            const currency named = read_field(in, field, [&](std::string_view code) { return accepted.parse(code); });
            if (!seen.emplace(named, i).second)
                refuse<duplicate_error>(in.place(field), "a second column of " + to_string(named));
            columns.push_back({kind::quotes, named});
        }
    }
    if (seen.empty()) refuse<csv_error>(in.end_of_row(), "a header that names no currency");
    return columns;
}

// What a row is quoted against.
currency base_of_row(const csv_reader& in, const std::vector<table_column>& columns, const table_publisher& by) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].of != table_column::kind::base) continue;
        return read_field(in, trimmed(in.row()[i + 1]), [&](std::string_view code) { return by.accepted.parse(code); });
    }
    return by.base;
}

void read_table_row(const csv_reader& in, std::vector<table_column>& columns, const table_publisher& by,
                    const currency& base, std::chrono::sys_days day, rate_list& quotes) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const csv_field field = trimmed(in.row()[i + 1]);
        table_column& column = columns[i];
        const bool absent = field.text.empty() || field.text == "N/A";
        if (column.of == table_column::kind::nothing) {
            if (!field.text.empty())
                refuse<csv_error>(in.place(field), detail::quoted(field.text) + " stands in a column without a name");
        } else if (column.of == table_column::kind::base) {
            continue;
        } else if (column.quoted == base) {
            if (absent || read_field(in, field, read_rate_number) != 1) {
                const std::string code = to_string(base);
                refuse<rate_error>(in.place(field),
                                   "one " + (base == currencies::EUR ? "euro is one euro" : code + " is one " + code) +
                                       "; " + detail::quoted(field.text) + " stands in the column " + code);
            }
        } else if (!absent) {
            if (column.base != base) {
                column.base = base;
                column.heading = quotes.under({money<>(1, base), column.quoted, by.source, in.file()});
            }
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

bool is_table_csv(const csv_reader& in) { return trimmed(in.row()[0]).text == "Date"; }

bool is_ecb_csv(const csv_reader& in) {
    const std::span<const csv_field> header = in.row();
    if (!is_table_csv(in) || header.size() < 3 || !trimmed(header.back()).text.empty()) return false;
    const auto* next = std::begin(ecb_order);
    for (const csv_field& each : header.subspan(1, header.size() - 2)) {
        next = std::find(next, std::end(ecb_order), trimmed(each).text);
        if (next++ == std::end(ecb_order)) return false;
    }
    return trimmed(header[1]).text == ecb_order[0];
}

rate_file read_table_rows(csv_reader& in, std::size_t bytes, const table_publisher& by) {
    rate_file read;
    std::vector<table_column> columns = table_columns(in, by.accepted);
    const bool says_base = std::any_of(columns.begin(), columns.end(),
                                       [](const table_column& each) { return each.of == table_column::kind::base; });
    if (!says_base && !by.base) {
        refuse<csv_error>(
            in.place(in.row()[0]),
            "nothing says what these rates are against: the table is not the ECB's, which has its columns "
            "in its order, USD first, and a comma at the end; say the currency (--base), or in a column "
            "\"base\"");
    }
    // The ECB's history spends 8.7 bytes on a quote. No file is believed to hold very many before they are read.
    read.quotes.reserve(std::min<std::size_t>(bytes / 8, std::size_t{1} << 18));
    std::map<std::pair<currency, std::chrono::sys_days>, read_day> rows;
    while (in.next()) {
        in.check_length(columns.size() + 1);
        const csv_field first = trimmed(in.row()[0]);
        const std::chrono::sys_days day = read_field(in, first, ecb_day);
        const currency base = base_of_row(in, columns, by);
        const auto [earlier, is_new] = rows.try_emplace({base, day}, read_day{first.line, read.quotes.size(), 0});
        if (is_new) {
            read_table_row(in, columns, by, base, day, read.quotes);
            earlier->second.end = read.quotes.size();
            continue;
        }
        rate_list again;
        std::vector<table_column> again_columns = columns;
        for (table_column& each : again_columns) each.base = {}; // headings are the list's
        read_table_row(in, again_columns, by, base, day, again);
        if (earlier->second.says_same(read.quotes, again)) continue;
        refuse<duplicate_error>(in.place(first), "a second row for " + to_string(day) +
                                                     ", which says otherwise; the first is on line " +
                                                     std::to_string(earlier->second.line));
    }
    if (by.base) read.pivots.push_back(by.base);
    for (const auto& [of, row] : rows) {
        if (std::find(read.pivots.begin(), read.pivots.end(), of.first) == read.pivots.end())
            read.pivots.push_back(of.first);
    }
    return read;
}

static rate_file parse_table(std::string_view text, const std::string& file, const table_publisher& by) {
    csv_reader in(text, file);
    in.next_header();
    if (!is_table_csv(in)) {
        refuse<csv_error>(in.place(in.row()[0]), "the header should be \"Date,USD,JPY,...\"; " +
                                                     detail::quoted(in.row()[0].text) + " stands there");
    }
    return read_table_rows(in, text.size(), by);
}

rate_file parse_ecb_csv(std::string_view text, const std::string& file) { return parse_table(text, file, ecb()); }

rate_file parse_table_csv(std::string_view text, const std::string& file, const rates_options& options) {
    return parse_table(text, file, {options.base, {}, options.accepted});
}

} // namespace io
CAMBIST_END
