// SPDX-License-Identifier: MIT
#pragma once

// A tally as bytes, and back; the form is described at tally::state.

#include <cambist/bulk/tally.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

CAMBIST_BEGIN
namespace detail {

inline constexpr std::string_view tally_magic = "cmbtally";
inline constexpr std::uint8_t tally_version = 1;
inline constexpr std::size_t tally_checksum_bytes = 8;

constexpr std::array<std::uint64_t, 256> make_crc64_table() noexcept {
    std::array<std::uint64_t, 256> table{};
    for (std::uint64_t byte = 0; byte < 256; ++byte) {
        std::uint64_t rest = byte;
        for (int bit = 0; bit < 8; ++bit) rest = rest >> 1 ^ ((rest & 1) != 0 ? 0xc96c5795d7870f42u : 0);
        table[byte] = rest;
    }
    return table;
}

// CRC-64 of ECMA-182, reflected, all ones in and out.
inline std::uint64_t crc64(std::string_view bytes) noexcept {
    static constexpr std::array<std::uint64_t, 256> table = make_crc64_table();
    std::uint64_t rest = UINT64_MAX;
    for (const char c : bytes) rest = rest >> 8 ^ table[(rest ^ static_cast<unsigned char>(c)) & 0xff];
    return ~rest;
}

inline void append_number(std::string& to, uint128 value) {
    for (; value >= 0x80; value >>= 7) to += static_cast<char>(static_cast<unsigned char>(value) | 0x80);
    to += static_cast<char>(value);
}

// 2n for n, 2n - 1 for -n.
inline uint128 folded(int128 value) noexcept { return value < 0 ? magnitude(value) * 2 - 1 : magnitude(value) * 2; }
inline int128 unfolded(uint128 value) noexcept {
    return value % 2 == 0 ? static_cast<int128>(value / 2) : -static_cast<int128>(value / 2) - 1;
}

inline std::string bytes_of(const denomination& d) {
    std::string bytes = to_string(d.currency);
    bytes.resize(7, '\0');
    bytes += static_cast<char>(d.currency.has_minor_unit() ? d.currency.digits() + 1 : 0);
    bytes += static_cast<char>(d.digits + denomination::most_digits);
    return bytes;
}

// Reads what append_number and its like wrote, and refuses all else.
class state_reader {
public:
    explicit state_reader(std::string_view bytes) : bytes_(bytes) {}

    std::size_t at() const noexcept { return at_; }
    std::size_t left() const noexcept { return bytes_.size() - at_; }
    [[noreturn]] void refuse(const char* why) const { throw tally_state_error(why, at_); }

    std::string_view take(std::size_t count) {
        if (count > left()) refuse("it ends too early");
        at_ += count;
        return bytes_.substr(at_ - count, count);
    }
    uint128 number(uint128 most) {
        uint128 value = 0;
        for (int shift = 0;; shift += 7) {
            const auto byte = static_cast<unsigned char>(take(1)[0]);
            const uint128 part = byte & 0x7f;
            if (shift > 126 || part << shift >> shift != part) refuse("a number of too many bits");
            value |= part << shift;
            if (byte >= 0x80) continue;
            if (byte == 0 && shift != 0) refuse("a number with needless bytes");
            if (value > most) refuse("a number out of its range");
            return value;
        }
    }
    /// How many of something come, of at least so many bytes each.
    std::size_t count(std::size_t least_bytes) {
        const uint128 value = number(UINT64_MAX);
        if (value > left() / least_bytes) refuse("it ends too early");
        return static_cast<std::size_t>(value);
    }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

inline denomination read_denomination(state_reader& in) {
    const std::string_view text = in.take(7);
    const std::string_view code = text.substr(0, text.find('\0'));
    const int minor = static_cast<unsigned char>(in.take(1)[0]) - 1;
    const int digits = static_cast<unsigned char>(in.take(1)[0]) - denomination::most_digits;
    if (text.find_first_not_of('\0', code.size()) != std::string_view::npos) in.refuse("a code with a gap");
    if (minor > 18 || digits > denomination::most_digits) in.refuse("a denomination of too many digits");
    try {
        const currency_facts* known = find_currency(code);
        const currency c = known != nullptr ? known->currency : make_own(code, minor);
        if (c.minor_digits != minor) in.refuse("a minor unit that is not the currency's");
        return {c, digits};
    } catch (const currency_error&) {
        in.refuse("a code that is no currency's");
    }
}

// All before the checksum, which is right, and whose head is.
inline std::string_view checked_body(std::string_view bytes) {
    if (!bytes.starts_with(tally_magic)) throw tally_state_error("it does not begin as one", 0);
    const std::size_t end = bytes.size() - std::min(bytes.size(), tally_checksum_bytes);
    state_reader in(bytes.substr(0, end));
    in.take(tally_magic.size());
    if (const int version = in.take(1)[0]; version != tally_version)
        in.refuse(
            ("version " + std::to_string(version) + ", and this program reads version " + std::to_string(tally_version))
                .c_str());
    std::uint64_t checksum = 0;
    for (std::size_t i = bytes.size(); i-- > end;) checksum = checksum << 8 | static_cast<unsigned char>(bytes[i]);
    if (checksum != crc64(bytes.substr(0, end)))
        throw tally_state_error("its checksum is wrong, so it is damaged or cut short", end);
    return bytes.substr(0, end);
}

// Buckets as they are written, of so many groups and denominations, all of which have some.
class series_reader {
public:
    using buckets = std::vector<std::pair<tally_key, tally_sum>>;

    series_reader(state_reader& in, std::size_t groups, std::size_t denominations)
        : in_(in), groups_(groups), denominations_(denominations) {}

    buckets read_all() {
        for (std::size_t left = in_.count(6); left > 0; --left) read_series();
        if (in_.left() != 0) in_.refuse("there is more after its end");
        const auto all = [](const std::vector<bool>& seen) {
            return std::find(seen.begin(), seen.end(), false) == seen.end();
        };
        if (!all(groups_) || !all(denominations_)) in_.refuse("a name without rows");
        return std::move(read_);
    }

private:
    static constexpr std::int64_t origin = tally::first_day.time_since_epoch().count();
    static constexpr std::int64_t end = tally::last_day.time_since_epoch().count();

    void read_series() {
        if (groups_.empty() || denominations_.empty()) in_.refuse("a series of nothing");
        const auto group = static_cast<std::uint32_t>(in_.number(groups_.size() - 1));
        const auto of = static_cast<std::uint32_t>(in_.number(denominations_.size() - 1));
        if (last_ && *last_ >= std::pair(group, of)) in_.refuse("series out of order");
        last_ = {group, of};
        groups_[group] = denominations_[of] = true;
        std::size_t left = in_.count(3);
        if (left == 0) in_.refuse("a series of nothing");
        for (std::int64_t day = origin; left > 0; --left, ++day) {
            day += static_cast<std::int64_t>(in_.number(static_cast<uint128>(end - origin)));
            if (day > end) in_.refuse("a day out of the calendar");
            read_.push_back({{group, of, static_cast<std::int32_t>(day)}, read_sum()});
        }
    }
    tally_sum read_sum() {
        tally_sum read;
        read.rows = static_cast<std::uint64_t>(in_.number(tally::max_rows - rows_));
        if (read.rows == 0) in_.refuse("a bucket without rows");
        rows_ += read.rows;
        const uint128 most = uint128{read.rows} << 63; // of so many amounts of 64 bits
        read.sum = unfolded(in_.number(most * 2 - 1));
        if (read.sum > 0 && magnitude(read.sum) > most - read.rows) in_.refuse("a sum that so few rows cannot have");
        return read;
    }

    state_reader& in_;
    std::vector<bool> groups_; // whether a series was of it
    std::vector<bool> denominations_;
    std::optional<std::pair<std::uint32_t, std::uint32_t>> last_{};
    std::uint64_t rows_ = 0;
    buckets read_{};
};

} // namespace detail

CAMBIST_INLINE std::string tally::state() const {
    const std::vector<bucket> all = buckets();
    // Names that have rows, numbered in their order.
    std::map<std::string_view, std::size_t> groups;
    std::map<std::string, std::size_t> denominations;
    struct series {
        std::size_t from;
        std::size_t count;
    };
    std::vector<series> runs;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i != 0 && all[i].group == all[i - 1].group && all[i].denomination == all[i - 1].denomination) {
            ++runs.back().count;
            continue;
        }
        runs.push_back({i, 1});
        groups.emplace(all[i].group, 0);
        denominations.emplace(detail::bytes_of(all[i].denomination), 0);
    }

    std::string bytes(detail::tally_magic);
    bytes += static_cast<char>(detail::tally_version);
    detail::append_number(bytes, groups.size());
    std::size_t number = 0;
    for (auto& [name, at] : groups) {
        at = number++;
        detail::append_number(bytes, name.size());
        bytes += name;
    }
    detail::append_number(bytes, denominations.size());
    number = 0;
    for (auto& [nine, at] : denominations) {
        at = number++;
        bytes += nine;
    }
    detail::append_number(bytes, runs.size());
    for (const series& run : runs) {
        const bucket& first = all[run.from];
        detail::append_number(bytes, groups.at(first.group));
        detail::append_number(bytes, denominations.at(detail::bytes_of(first.denomination)));
        detail::append_number(bytes, run.count);
        std::int64_t next = first_day.time_since_epoch().count();
        for (std::size_t i = run.from; i < run.from + run.count; ++i) {
            const std::int64_t day = all[i].day.time_since_epoch().count();
            detail::append_number(bytes, static_cast<detail::uint128>(day - next));
            detail::append_number(bytes, all[i].held.rows);
            detail::append_number(bytes, detail::folded(all[i].held.sum));
            next = day + 1;
        }
    }
    std::uint64_t checksum = detail::crc64(bytes);
    for (std::size_t i = 0; i < detail::tally_checksum_bytes; ++i, checksum >>= 8)
        bytes += static_cast<char>(checksum & 0xff);
    return bytes;
}

CAMBIST_INLINE tally tally::from_state(std::string_view bytes, std::size_t memory) {
    detail::state_reader in(detail::checked_body(bytes));
    in.take(detail::tally_magic.size() + 1);
    tally read(std::vector<denomination>(), {}, std::nullopt, memory);
    const std::size_t groups = in.count(1);
    for (std::size_t i = 0; i < groups; ++i) {
        const std::string_view name = in.take(static_cast<std::size_t>(in.number(max_group_bytes)));
        if (i != 0 && read.groups_.back() >= name) in.refuse("groups out of order");
        read.add_group(name);
    }
    const std::size_t denominations = in.count(9);
    std::string before;
    for (std::size_t i = 0; i < denominations; ++i) {
        const denomination d = detail::read_denomination(in);
        std::string nine = detail::bytes_of(d);
        if (i != 0 && before >= nine) in.refuse("denominations out of order");
        before = std::move(nine);
        read.add_denomination(d);
    }
    const auto held = detail::series_reader(in, groups, denominations).read_all();
    read.put([&held](auto use) {
        for (const auto& [key, sum] : held) use(key, sum);
    });
    return read;
}

CAMBIST_END
