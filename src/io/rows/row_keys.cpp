// SPDX-License-Identifier: MIT
#include <cambist/io/rows.hpp>

#include <cambist/text/detail/words.hpp>
#include <cambist/text/parse.hpp>

CAMBIST_BEGIN
namespace io {
namespace {

tally_by read_key(std::string_view text, std::size_t at, row_keys& into) {
    constexpr std::string_view column = "column:";
    if (text == "currency") return tally_by::currency;
    if (from_name<calendar_kind>(text.substr(0, text.find(':'))))
        return cambist::detail::reading({text, at}, parse_calendar);
    if (text.starts_with(column)) text.remove_prefix(column.size());
    if (text.empty()) throw parse_error("a key: year, quarter, month, fiscal-year:07, currency, or a column", "", at);
    if (!into.column.empty())
        throw parse_error("at most one column beside \"" + into.column + "\"", std::string(text), at);
    into.column = text;
    return tally_by::group;
}

} // namespace

row_keys parse_row_keys(std::string_view text) {
    row_keys keys;
    const std::size_t comma = text.find(',');
    keys.first = read_key(text.substr(0, comma), 0, keys);
    if (comma == std::string_view::npos) return keys;
    keys.then = read_key(text.substr(comma + 1), comma + 1, keys);
    if (keys.then == keys.first) throw parse_error("two different keys", std::string(text), 0);
    return keys;
}

} // namespace io
CAMBIST_END
