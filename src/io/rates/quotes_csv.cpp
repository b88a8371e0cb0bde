// SPDX-License-Identifier: MIT
#include <cambist/io/rates.hpp>
#include <cambist/text/parse.hpp>

#include "../text/words.hpp"
#include "quoting.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

enum column : std::size_t { day, base, quote, price, unit, source, published, column_count };
constexpr std::string_view column_names[] = {"day", "base", "quote", "rate", "unit", "source", "published"};
constexpr std::size_t needed = 4;
static_assert(std::size(column_names) == column_count);

// Where in a row each column stands.
using places = std::optional<std::size_t>[column_count];

void read_columns(const csv_reader& in, places& at) {
    for (std::size_t i = 0; i < in.row().size(); ++i) {
        const csv_field field = trimmed(in.row()[i]);
        const auto name = std::find(std::begin(column_names), std::end(column_names), field.text);
        if (field.text.empty()) refuse<csv_error>(in.place(field), "a column without a name");
        if (name == std::end(column_names))
            refuse<csv_error>(in.place(field),
                              "unknown column " + detail::quoted(field.text) + remedy(field.text, column_names));
        std::optional<std::size_t>& place = at[name - std::begin(column_names)];
        if (place) refuse<duplicate_error>(in.place(field), "a second column " + named(field.text));
        place = i;
    }
    for (std::size_t i = 0; i < needed; ++i) {
        if (!at[i]) {
            refuse<csv_error>(in.end_of_row(), "no column " + named(column_names[i]) +
                                                   "; the header should be \"day,base,quote,rate\", and may have "
                                                   "\"unit\", \"source\" and \"published\" besides");
        }
    }
}

class quote_row {
public:
    quote_row(const csv_reader& in, const currency_set& accepted) : in_(in), accepted_(accepted) {
        read_columns(in, at_);
    }

    rate read() const {
        const auto currency_in = [&](column c) {
            return read_field(in_, field(c), [&](std::string_view code) { return accepted_.parse(code); });
        };
        const currency of = currency_in(base);
        const currency in = currency_in(quote);
        const csv_field stated = field(price);
        exact value = read_field(in_, stated, read_rate_number);
        exact units = has(unit) ? read_field(in_, field(unit), read_rate_number) : exact(1);
        rate result = read_field(in_, field(quote), [&](std::string_view) {
            return rate(money<>(std::move(units), of), money<>(std::move(value), in));
        });
        result.cite(in_.place(stated)).written_to(digits_after_point(stated.text));
        if (has(day)) result.on(read_field(in_, field(day), parse_day));
        if (has(published)) result.published(read_field(in_, field(published), parse_day));
        if (has(source)) result.from(line_of(field(source)));
        return result;
    }

private:
    // Whether a column stands in the row, and says something there.
    bool has(column c) const { return at_[c] && !field(c).text.empty(); }
    csv_field field(column c) const { return trimmed(in_.row()[*at_[c]]); }

    std::string line_of(const csv_field& text) const {
        for (std::size_t i = 0; i < text.text.size(); ++i) {
            const auto byte = static_cast<unsigned char>(text.text[i]);
            if (byte < 0x20 || byte == 0x7f)
                refuse<csv_error>(in_.place(text, i),
                                  "a control character, " + detail::quoted(text.text.substr(i, 1)) + ", in a source");
        }
        return std::string(text.text);
    }

    const csv_reader& in_;
    const currency_set& accepted_;
    places at_{};
};

} // namespace

bool is_quotes_csv(const csv_reader& header) {
    const auto has = [&](std::string_view name) {
        return std::any_of(header.row().begin(), header.row().end(),
                           [&](const csv_field& field) { return trimmed(field).text == name; });
    };
    return trimmed(header.row()[0]).text == column_names[day] || (has(column_names[base]) && has(column_names[quote]));
}

rate_file read_quotes_rows(csv_reader& in, const currency_set& accepted) {
    const quote_row row(in, accepted);
    const std::size_t columns = in.row().size();
    rate_file read;
    seen_quotes seen;
    while (in.next()) {
        in.check_length(columns);
        seen.add(row.read(), read.quotes);
    }
    return read;
}

rate_file parse_quotes_csv(std::string_view text, const std::string& file, const currency_set& accepted) {
    csv_reader in(text, file);
    in.next_header();
    return read_quotes_rows(in, accepted);
}

} // namespace io
CAMBIST_END
