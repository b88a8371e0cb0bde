// SPDX-License-Identifier: MIT
#include "row_tally.hpp"

#include <cambist/text/parse.hpp>

#include "../text/text.hpp"

#include <algorithm>
#include <cstring>
#include <optional>

CAMBIST_BEGIN
namespace io {
namespace {

constexpr std::array powers_of_ten = [] {
    std::array<std::int64_t, 19> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
    return powers;
}();

[[noreturn]] void refuse_amount() {
    throw limit_error("an amount that does not fit 64 bits of minor units, or has more than " +
                      std::to_string(denomination::most_digits) + " decimals");
}

} // namespace

std::string_view text_of_row(const csv_reader& in) {
    const char* const begin = in.row().front().written.data();
    const std::string_view last = in.row().back().written;
    return {begin, static_cast<std::size_t>(last.data() + last.size() - begin)};
}

row_layout read_layout(const csv_reader& header, const row_columns& named) {
    const auto row = header.row();
    const auto find = [&](std::string_view name) {
        const auto is_it = [&](const csv_field& field) { return trimmed(field).text == name; };
        const auto at = std::find_if(row.begin(), row.end(), is_it);
        if (at == row.end())
            refuse<csv_error>(header.place(row.front()),
                              "no column is named " + detail::quoted(name) + " in the header");
        if (const auto again = std::find_if(at + 1, row.end(), is_it); again != row.end())
            refuse<csv_error>(header.place(*again), "a second column named " + detail::quoted(name));
        return static_cast<std::size_t>(at - row.begin());
    };
    row_layout layout{row.size(), find(named.date), find(named.currency), find(named.amount)};
    if (!named.group.empty()) layout.group = find(named.group);
    return layout;
}

void row_tally::read(const csv_blocks::block& block, const std::string& file, const row_layout& layout) {
    amounts_.clear();
    denominations_.clear();
    days_.clear();
    group_numbers_.clear();
    csv_reader in = block.reader(file);
    if (block.begins_file()) in.next(); // the header
    while (in.next()) {
        if (!sets_aside_) {
            read_row(in, layout);
            continue;
        }
        try {
            read_row(in, layout);
        } catch (const error& e) {
            bad_.push_back({e.what(), std::string(text_of_row(in))});
        }
    }
    tally_columns columns{amounts_, denominations_, days_};
    if (layout.group != row_layout::no_group) columns.groups = group_numbers_;
    tally_.add(columns);
}

void row_tally::add(std::int32_t day, std::string_view plain, std::string_view of_code, std::string_view group) {
    amount read = amount_of(plain);
    const std::uint32_t of = denomination_of(of_code, read);
    if (!bring(read, tally_.denominations()[of])) refuse_amount();
    group_numbers_.push_back(group_of(group));
    days_.push_back(day);
    amounts_.push_back(read.units);
    denominations_.push_back(of);
}

void row_tally::flush() {
    tally_.add({amounts_, denominations_, days_, group_numbers_});
    amounts_.clear();
    days_.clear();
    denominations_.clear();
    group_numbers_.clear();
}

void row_tally::read_row(const csv_reader& in, const row_layout& layout) {
    const auto row = in.row();
    if (row.size() != layout.columns) in.check_length(layout.columns); // which refuses it
    const auto read_field = [&](std::size_t column, auto how) {
        // Blanks are rare, and copying a field to take them off costs as much as reading it.
        csv_field bare;
        const csv_field* field = &row[column];
        if (field->text.starts_with(' ') || field->text.ends_with(' ')) {
            bare = trimmed(*field);
            field = &bare;
        }
        return reading_at([&] { return how(field->text); },
                          [&](std::size_t offset) { return in.place(*field, offset); });
    };
    const std::int32_t day = read_field(layout.date, [this](std::string_view text) { return day_of(text); });
    amount read = read_field(layout.amount, amount_of);
    const std::uint32_t of =
        read_field(layout.currency, [&](std::string_view text) { return denomination_of(text, read); });
    if (!bring(read, tally_.denominations()[of]))
        read_field(layout.amount, [](std::string_view) -> int { refuse_amount(); });
    if (layout.group != row_layout::no_group)
        group_numbers_.push_back(read_field(layout.group, [this](std::string_view text) { return group_of(text); }));
    days_.push_back(day);
    amounts_.push_back(read.units);
    denominations_.push_back(of);
}

std::int32_t row_tally::day_of(std::string_view text) {
    if (text.size() == last_date_.size() && std::memcmp(text.data(), last_date_.data(), last_date_.size()) == 0)
        return last_day_;
    last_day_ = static_cast<std::int32_t>(parse_day(text).time_since_epoch().count());
    std::memcpy(last_date_.data(), text.data(), last_date_.size());
    return last_day_;
}

// Strictly a numeral. Most have few digits and no exponent.
row_tally::amount row_tally::amount_of(std::string_view text) {
    const cambist::detail::numeral n = cambist::detail::scan_numeral(text);
    const int decimals = std::clamp(-n.scale, 0, denomination::most_digits);
    if (n.significant <= 18 && decimals == -n.scale) return {n.negative ? -n.mantissa : n.mantissa, decimals};
    const std::optional<std::int64_t> units = (parse_numeral(text) * exact::pow10(decimals)).to_int64();
    if (!units) refuse_amount();
    return {*units, decimals};
}

std::uint32_t row_tally::denomination_of(std::string_view text, amount& read) {
    std::uint64_t key = static_cast<std::uint64_t>(read.decimals + 1);
    if (text.size() <= 7) {
        for (const char c : text) key = key << 8 | static_cast<unsigned char>(c);
    }
    code& met = codes_[(key * 0x9e3779b97f4a7c15u) >> 56];
    if (met.key != key || text.size() > 7) {
        const currency c = accepted_->parse(text);
        met = {key, tally_.add_denomination(c.digits() >= read.decimals && c.has_minor_unit()
                                                ? denomination(c)
                                                : denomination(c, read.decimals))};
    }
    const denomination& counted = tally_.denominations()[met.denomination];
    const int minor = counted.currency.digits();
    if (counted.digits > minor && read.decimals > minor && read.units % 10 == 0) {
        // Zeros at the end ask for no digit.
        do {
            read.units /= 10;
            --read.decimals;
        } while (read.decimals > minor && read.units % 10 == 0);
        return denomination_of(text, read);
    }
    return met.denomination;
}

bool row_tally::bring(amount& read, const denomination& counted) {
    return counted.digits == read.decimals ||
           !__builtin_mul_overflow(read.units, powers_of_ten[static_cast<std::size_t>(counted.digits - read.decimals)],
                                   &read.units);
}

std::uint32_t row_tally::group_of(std::string_view name) {
    if (const auto known = groups_.find(name); known != groups_.end()) return known->second;
    const std::uint32_t number = tally_.add_group(name);
    groups_.emplace(name, number);
    return number;
}

} // namespace io
CAMBIST_END
