// SPDX-License-Identifier: MIT
#include <cambist/io/rates.hpp>
#include <cambist/parse.hpp>

#include "quoting.hpp"

#include <map>
#include <tuple>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

constexpr std::string_view quotes_header[] = {"day", "base", "quote", "rate"};

void check_quotes_header(const csv_reader& in) {
    const std::span<const csv_field> header = in.row();
    bool as_it_should = header.size() == std::size(quotes_header);
    for (std::size_t i = 0; as_it_should && i < header.size(); ++i)
        as_it_should = trimmed(header[i]).text == quotes_header[i];
    if (!as_it_should) refuse<csv_error>(in.place(header[0]), "the header should be \"day,base,quote,rate\"");
}

} // namespace

bool is_quotes_csv(const csv_reader& in) { return trimmed(in.row()[0]).text == quotes_header[0]; }

rate_file read_quotes_rows(csv_reader& in, const currency_set& accepted) {
    check_quotes_header(in);
    rate_file read;
    const auto currency_of = [&](std::string_view code) { return accepted.parse(code); };
    using key = std::tuple<asked_day, currency, currency>;
    std::map<key, std::size_t> lines;
    while (in.next()) {
        in.check_length(std::size(quotes_header));
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
        rate stated = read_field(in, quote_field, [&](std::string_view) {
            return rate(money<>(1, base), money<>(std::move(price), quote));
        });
        stated.cite(in.place(rate_field)).written_to(decimals_of(rate_field.text));
        if (day) stated.on(*day);
        read.quotes.add(stated);
    }
    return read;
}

rate_file read_quotes_csv(std::string_view text, const std::string& file, const currency_set& accepted) {
    csv_reader in(text, file);
    in.next_header();
    return read_quotes_rows(in, accepted);
}

} // namespace io
CAMBIST_END
