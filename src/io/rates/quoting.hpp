// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: the common part of the readers of rates.

#include <cambist/io/rates.hpp>
#include <cambist/money/currency.hpp>
#include <cambist/rates/rate_list.hpp>
#include <cambist/text/detail/words.hpp>
#include <cambist/text/parse.hpp>

#include "../formats/csv.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

CAMBIST_BEGIN
namespace io {

using cambist::detail::digits_after_point;
using cambist::detail::is_digit;

/// `parse_rate_number`; short numerals, which is most of what a file of rates holds, at once. \throws rate_error
inline exact read_rate_number(std::string_view text) {
    constexpr std::size_t longest = 19; // 18 digits and a point
    std::uint64_t digits = 0;           // which holds 19 of them, though an exact does not
    std::size_t point = text.size();
    bool is_plain = !text.empty() && text.size() <= longest && text.back() != '.' && text.front() != '.';
    for (std::size_t i = 0; is_plain && i < text.size(); ++i) {
        if (is_digit(text[i])) digits = digits * 10 + static_cast<unsigned>(text[i] - '0');
        else if (text[i] == '.' && point == text.size()) point = i;
        else is_plain = false;
    }
    is_plain = is_plain && digits != 0 && (text.size() < longest || point != text.size());
    if (!is_plain) return parse_rate_number(text);
    const int decimals = point == text.size() ? 0 : static_cast<int>(text.size() - point - 1);
    return exact(static_cast<std::int64_t>(digits)) * exact::pow10(-decimals);
}

/// The quotes of a file, of which no two of one pair, day, source and day of publication may differ: other than that,
/// precedence and revisions are the table's to settle.
class seen_quotes {
public:
    /// Adds a quote to those read, unless it is there. \throws duplicate_error at a second one that says otherwise
    void add(const rate& quote, rate_list& read) {
        const std::uint32_t source =
            sources_.try_emplace(quote.source(), static_cast<std::uint32_t>(sources_.size())).first->second;
        const auto [earlier, is_new] = places_.try_emplace(
            {quote.day(), quote.base().currency(), quote.quote().currency(), quote.published(), source}, read.size());
        if (is_new) return read.add(quote);
        const rate first = read[earlier->second];
        if (first.value() == quote.value()) return;
        std::string message = "a second rate of " + to_string(quote.base().currency()) + " in " +
                              to_string(quote.quote().currency()) +
                              (quote.day() ? " on " + to_string(*quote.day()) : " without a day");
        if (!quote.source().empty()) message += ", " + cambist::detail::quoted(quote.source());
        if (quote.published()) message += ", published " + to_string(*quote.published());
        refuse<duplicate_error>(quote.where(), message + ", which says otherwise; the first is on line " +
                                                   std::to_string(first.where().line));
    }

private:
    using day = std::optional<std::chrono::sys_days>;

    std::map<std::tuple<day, currency, currency, day, std::uint32_t>, std::size_t> places_{}; // in the list
    std::map<std::string, std::uint32_t> sources_{};
};

/// What a table says of a day, from a line on: a part of the quotes read.
struct read_day {
    std::size_t line;
    std::size_t begin;
    std::size_t end;

    bool says_same(const rate_list& read, const rate_list& again) const {
        if (again.size() != end - begin) return false;
        for (std::size_t i = 0; i < again.size(); ++i) {
            if (again[i].quote() != read[begin + i].quote()) return false;
        }
        return true;
    }
};

// ---- the European Central Bank's forms

/// "2024-01-05" or "05 January 2024". \throws date_error
std::chrono::sys_days ecb_day(std::string_view text);

/// Who published a table, and against what it quotes, unless each row says so.
struct table_publisher {
    currency base{};
    std::string source{};
    currency_set accepted = currency_set::with_market_units();
};
inline table_publisher ecb() { return {currencies::EUR, "ECB", {}}; }

/// The heading of what one euro is worth in `quoted`, by the ECB.
inline std::uint32_t ecb_heading(rate_list& quotes, const currency& quoted, const std::string& file) {
    return quotes.under({money<>(1, currencies::EUR), quoted, "ECB", file});
}

// ---- journals

/// Whether a line is a price directive of ledger or hledger, or of beancount.
bool has_ledger_price(std::string_view line) noexcept;
bool has_beancount_price(std::string_view line) noexcept;
/// Whether a text has lines that only journals have.
bool is_journal(std::string_view text);

// ---- tables, by the header that has been read

/// Whether it has a column for each currency; and whether these are the ECB's.
bool is_table_csv(const csv_reader& header);
bool is_ecb_csv(const csv_reader& header);
/// `bytes` are the whole file's. \throws csv_error where nothing says what is quoted against
rate_file read_table_rows(csv_reader& in, std::size_t bytes, const table_publisher& by);
bool is_quotes_csv(const csv_reader& header);
rate_file read_quotes_rows(csv_reader& in, const currency_set& accepted);

} // namespace io
CAMBIST_END
