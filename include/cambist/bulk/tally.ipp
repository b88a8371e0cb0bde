// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/bulk/detail/tally_buckets.ipp>
#include <cambist/bulk/tally.hpp>
#include <cambist/rates/detail/days.hpp>
#include <cambist/rates/law.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

CAMBIST_BEGIN
namespace detail {

// Indices beyond the last set the highest bit, of themselves or of the difference: a loop that compilers make short.
template <class Index>
bool is_below(const Index* indices, std::size_t count, std::size_t bound) noexcept {
    constexpr auto high_bit = static_cast<Index>(Index{1} << (8 * sizeof(Index) - 1));
    if (bound > high_bit)
        return std::all_of(indices, indices + count, [bound](Index index) { return index < bound; });
    const auto last = static_cast<Index>(bound - 1);
    Index beyond = 0;
    for (std::size_t row = 0; row < count; ++row)
        beyond = static_cast<Index>(beyond | indices[row] | static_cast<Index>(last - indices[row]));
    return beyond < high_bit;
}

// The names of the keys that buckets count under, one after the other: what does not change is not named again.
class key_names {
public:
    explicit key_names(const tally_by& by) : by_(by) {}

    // Whether the name is that of the bucket before.
    bool stays(std::string_view group, const currency& unit, std::int32_t day) {
        if (!std::exchange(is_first_, false) && is_same(group, unit, day)) return true;
        group_ = group;
        unit_ = unit;
        if (by_.of() != tally_by::kind::days) return false;
        const period days = by_.days().period_of(day_of(day));
        first_ = day_number(days.first());
        last_ = day_number(days.last());
        return false;
    }
    // Of the last that was asked about.
    std::string name() const {
        switch (by_.of()) {
        case tally_by::kind::nothing: break;
        case tally_by::kind::group: return std::string(group_);
        case tally_by::kind::currency: return to_string(unit_);
        case tally_by::kind::days: return by_.days().name_of({day_of(first_), day_of(last_)});
        }
        return {};
    }

private:
    bool is_same(std::string_view group, const currency& unit, std::int32_t day) const {
        switch (by_.of()) {
        case tally_by::kind::nothing: break;
        case tally_by::kind::group: return group == group_;
        case tally_by::kind::currency: return unit == unit_;
        case tally_by::kind::days: return day >= first_ && day <= last_;
        }
        return true;
    }

    tally_by by_;
    bool is_first_ = true;
    std::string_view group_{};
    currency unit_{};
    std::int32_t first_ = 0;
    std::int32_t last_ = 0;
};

} // namespace detail

CAMBIST_INLINE tally::tally(const std::vector<denomination>& denominations, const std::vector<std::string>& groups,
                            const std::optional<period>& within, std::size_t memory)
    : first_(detail::day_number(within ? std::max(within->first(), first_day) : first_day)),
      last_(detail::day_number(within ? std::min(within->last(), last_day) : last_day)),
      buckets_(first_, last_, memory) {
    // A name given twice would count rows under the wrong index.
    std::uint32_t next = 0;
    for (const denomination& d : denominations) {
        if (add_denomination(d) != next++)
            throw tally_error("a denomination of " + to_string(d.currency) + " given twice");
    }
    next = 0;
    for (const std::string& name : groups) {
        if (add_group(name) != next++) throw tally_error("the group " + detail::quoted(name) + " given twice");
    }
}

CAMBIST_INLINE tally tally::blank() const {
    return tally(denominations_, groups_, period(detail::day_of(first_), detail::day_of(last_)), buckets_.most_bytes());
}

CAMBIST_INLINE std::uint32_t tally::add_denomination(const denomination& d) {
    if (const auto known = denomination_numbers_.find(d); known != denomination_numbers_.end()) return known->second;
    if (denominations_.size() == max_denominations)
        throw limit_error("a tally of more than " + std::to_string(max_denominations) + " denominations");
    const auto number = static_cast<std::uint32_t>(denominations_.size());
    denominations_.push_back(d);
    try {
        denomination_numbers_.emplace(d, number);
    } catch (...) {
        denominations_.pop_back();
        throw;
    }
    return number;
}

CAMBIST_INLINE std::uint32_t tally::add_group(std::string_view name) {
    if (const auto known = group_numbers_.find(name); known != group_numbers_.end()) return known->second;
    if (groups_.size() == max_groups)
        throw limit_error("a tally of more than " + std::to_string(max_groups) + " groups");
    if (name.size() > max_group_bytes)
        throw limit_error("a group's name of more than " + std::to_string(max_group_bytes) + " bytes");
    const auto number = static_cast<std::uint32_t>(groups_.size());
    groups_.emplace_back(name);
    try {
        group_numbers_.emplace(groups_.back(), number);
    } catch (...) {
        groups_.pop_back();
        throw;
    }
    return number;
}

CAMBIST_INLINE detail::tally_buckets::extent tally::names(std::int32_t first, std::int32_t last) const noexcept {
    return {static_cast<std::uint32_t>(groups_.size()), static_cast<std::uint32_t>(denominations_.size()), first, last};
}

CAMBIST_INLINE void tally::count_rows(std::uint64_t more) const {
    if (more > max_rows - rows_) throw limit_error("a tally of more than " + std::to_string(max_rows) + " rows");
}

// Room for columns of a block that are not as the buckets take them.
struct tally::scratch {
    std::array<std::int32_t, detail::tally_buckets::block_rows> days;
    std::array<std::uint32_t, detail::tally_buckets::block_rows> groups;
    std::uint32_t no_group;
};

CAMBIST_INLINE std::string tally::days_text() const {
    return to_string(detail::day_of(first_)) + " to " + to_string(detail::day_of(last_));
}

// Why a row is refused, or nothing.
CAMBIST_INLINE std::string tally::objection(const tally_columns& columns, std::size_t row) const {
    const auto beyond = [&](const char* what, std::uint32_t index, std::size_t count) {
        return std::string("no ") + what + " has the index " + std::to_string(index) + "; there are " +
               std::to_string(count);
    };
    if (columns.denominations[row] >= denominations_.size())
        return beyond("denomination", columns.denominations[row], denominations_.size());
    if (!columns.groups.empty() && columns.groups[row] >= groups_.size())
        return beyond("group", columns.groups[row], groups_.size());
    const bool numbered = columns.days.days().empty();
    // A day of the calendar may be beyond those that have a number.
    const std::int64_t day =
        numbered ? columns.days.numbers()[row] : columns.days.days()[row].time_since_epoch().count();
    if (day >= first_ && day <= last_) return {};
    return "the day " + std::to_string(day) + ", counted from 1970-01-01, is not within " + days_text();
}

CAMBIST_INLINE void tally::refuse_first_bad(const tally_columns& columns, std::size_t from) const {
    for (std::size_t row = from;; ++row) {
        if (std::string why = objection(columns, row); !why.empty()) throw row_error(row, std::move(why));
    }
}

template <class Index>
detail::tally_buckets::rows<Index> tally::block_of(const tally_columns& columns, std::size_t at, std::size_t count,
                                                   scratch& held) const {
    detail::tally_buckets::rows<Index> block{columns.amounts.data() + at,
                                             columns.denominations.data<Index>() + at,
                                             held.days.data(),
                                             nullptr,
                                             held.no_group,
                                             count};
    if (columns.days.days().empty()) {
        block.days = columns.days.numbers().data() + at;
    } else {
        for (std::size_t row = 0; row < count; ++row) {
            held.days[row] =
                static_cast<std::int32_t>(std::clamp<std::int64_t>(columns.days[at + row], INT32_MIN, INT32_MAX));
        }
    }
    if (!columns.groups.empty()) {
        block.groups = held.groups.data();
        for (std::size_t row = 0; row < count; ++row) held.groups[row] = columns.groups[at + row];
    }
    return block;
}

template <class Index>
void tally::add_block(const tally_columns& columns, std::size_t& added, scratch& held) {
    const std::size_t at = added;
    const std::size_t count = std::min(columns.amounts.size() - at, detail::tally_buckets::block_rows);
    auto block = block_of<Index>(columns, at, count, held);

    if (!detail::is_below(block.denominations, count, denominations_.size()) ||
        (block.groups != nullptr && !detail::is_below(block.groups, count, groups_.size())))
        refuse_first_bad(columns, at);

    // The columns by which the next block is checked come while this one is added.
    const std::size_t next = std::min(columns.amounts.size() - at - count, detail::tally_buckets::block_rows);
    detail::prefetch(block.denominations + count, next);
    if (block.days != held.days.data()) block.ahead = next;

    if (!buckets_.has_room(count)) buckets_.reserve(names(0, -1), count, expected_);
    std::size_t done = 0;
    for (;;) {
        auto rest = block;
        rest.amounts += done;
        rest.denominations += done;
        rest.days += done;
        if (rest.groups != nullptr) rest.groups += done;
        rest.count -= done;
        std::size_t more = 0;
        try {
            buckets_.add(rest, more);
        } catch (...) {
            added = at + done + more;
            throw;
        }
        done += more;
        added = at + done;
        if (done == count) return;
        const auto [first, last] = std::minmax_element(block.days + done, block.days + count);
        if (*first < first_ || *last > last_) refuse_first_bad(columns, added);
        buckets_.reserve(names(*first, *last), count - done, expected_);
    }
}

// Room for the days that some rows have, spread evenly with the first and the last among them: growing to them one by
// one would take its time. The others find room when they come.
CAMBIST_INLINE void tally::reserve_days(const tally_columns& columns) {
    constexpr std::size_t samples = 256;
    const std::size_t rows = columns.amounts.size();
    std::int32_t first = last_;
    std::int32_t last = first_;
    for (std::size_t i = 0; i <= std::min(samples, rows - 1); ++i) {
        const std::size_t row = i == samples ? rows - 1 : rows * i / samples;
        const std::int64_t day = columns.days[row];
        if (day < first_ || day > last_) continue;
        first = std::min(first, static_cast<std::int32_t>(day));
        last = std::max(last, static_cast<std::int32_t>(day));
    }
    if (first <= last) buckets_.reserve(names(first, last), 0, expected_);
}

template <class Index>
void tally::add_all(const tally_columns& columns) {
    scratch held;
    held.no_group = columns.groups.empty() ? add_group("") : 0;
    std::size_t added = 0;
    const std::size_t count = columns.amounts.size();
    expected_ += count;
    try {
        reserve_days(columns);
        while (added < count) add_block<Index>(columns, added, held);
    } catch (...) {
        for (std::size_t at = 0; at < added; at += detail::tally_buckets::block_rows) {
            const std::size_t size = std::min(added - at, detail::tally_buckets::block_rows);
            buckets_.undo(block_of<Index>(columns, at, size, held));
        }
        expected_ -= count;
        throw;
    }
    rows_ += count;
}

CAMBIST_INLINE void tally::add(const tally_columns& columns) {
    const std::size_t count = columns.amounts.size();
    const auto check = [count](const char* what, std::size_t size) {
        if (size == count) return;
        throw tally_error("columns of " + std::to_string(count) + " amounts and " + std::to_string(size) + " " + what);
    };
    check("denominations", columns.denominations.size());
    check("days", columns.days.size());
    if (!columns.groups.empty()) check("groups", columns.groups.size());
    count_rows(count);
    if (count == 0) return;
    switch (columns.denominations.width()) {
    case 1: return add_all<std::uint8_t>(columns);
    case 2: return add_all<std::uint16_t>(columns);
    default: return add_all<std::uint32_t>(columns);
    }
}

CAMBIST_INLINE void tally::add(const money<>& amount, civil_day day, std::string_view group) {
    const denomination minor(amount.currency());
    const exact units = amount.amount() / minor.unit();
    const std::optional<std::int64_t> whole = units.to_int64();
    if (!whole)
        throw tally_error(to_string(amount) + (units.is_integer()
                                                   ? " has more minor units than 64 bits hold"
                                                   : " is no whole number of minor units; round it first"));
    const std::uint32_t denomination_number = add_denomination(minor);
    const std::uint32_t group_number = add_group(group);
    const std::chrono::sys_days on = day;
    add(tally_columns{std::span(&*whole, 1), std::span(&denomination_number, 1),
                      std::span<const std::chrono::sys_days>(&on, 1), std::span(&group_number, 1)});
}

// Adds sums whose names are known, all or none: what may throw comes before the first is added.
template <class ForEach>
void tally::put(ForEach for_each_bucket) {
    std::size_t count = 0;
    std::uint64_t rows = 0;
    std::int32_t first = INT32_MAX;
    std::int32_t last = INT32_MIN;
    for_each_bucket([&](const detail::tally_key& key, const detail::tally_sum& held) {
        count_rows(held.rows);
        rows += held.rows;
        count_rows(rows);
        ++count;
        first = std::min(first, key.day);
        last = std::max(last, key.day);
    });
    if (count == 0) return;
    for (const std::int32_t day : {first, last}) {
        if (day >= first_ && day <= last_) continue;
        throw tally_error("what is merged has the day " + to_string(detail::day_of(day)) + ", which is not within " +
                          days_text());
    }
    buckets_.reserve(names(first, last), count, expected_ + count);
    bool in_words = buckets_.has_words_for(rows);
    for_each_bucket([&](const detail::tally_key& key, const detail::tally_sum& held) {
        in_words = buckets_.prepare(key, held) && in_words;
    });
    if (in_words) {
        buckets_.count_in_words(rows);
        for_each_bucket(
            [&](const detail::tally_key& key, const detail::tally_sum& held) { buckets_.add_to_words(key, held); });
    } else {
        buckets_.need_wide();
        for_each_bucket(
            [&](const detail::tally_key& key, const detail::tally_sum& held) { buckets_.add_wide(key, held); });
    }
    expected_ += count;
    rows_ += rows;
}

CAMBIST_INLINE void tally::merge(const tally& other) {
    if (&other == this) return merge(tally(other));
    constexpr std::uint32_t unknown = UINT32_MAX;
    std::vector<std::uint32_t> groups(other.groups_.size(), unknown);
    std::vector<std::uint32_t> denominations(other.denominations_.size(), unknown);
    put([&](auto use) {
        other.buckets_.for_each([&](detail::tally_key key, const detail::tally_sum& held) {
            std::uint32_t& group = groups[key.group];
            if (group == unknown) group = add_group(other.groups_[key.group]);
            std::uint32_t& denomination_number = denominations[key.denomination];
            if (denomination_number == unknown)
                denomination_number = add_denomination(other.denominations_[key.denomination]);
            key.group = group;
            key.denomination = denomination_number;
            use(key, held);
        });
    });
}

CAMBIST_INLINE std::vector<std::uint32_t> tally::group_order() const {
    std::vector<std::uint32_t> order;
    order.reserve(groups_.size());
    for (const auto& known : group_numbers_) order.push_back(known.second);
    return order;
}

CAMBIST_INLINE std::vector<std::uint32_t> tally::denomination_order() const {
    std::vector<std::uint32_t> order;
    order.reserve(denominations_.size());
    for (const auto& known : denomination_numbers_) order.push_back(known.second);
    return order;
}

CAMBIST_INLINE exact tally::bucket::units() const { return detail::exact_of(held.sum); }

CAMBIST_INLINE std::vector<tally::bucket> tally::buckets() const {
    std::vector<bucket> result;
    result.reserve(buckets_.size());
    for_each([&](const detail::tally_key& key, const detail::tally_sum& held) {
        result.push_back({groups_[key.group], denominations_[key.denomination], detail::day_of(key.day), held});
    });
    return result;
}

CAMBIST_INLINE bool tally::is_same(const tally& other) const {
    if (rows_ != other.rows_) return false;
    const std::vector<bucket> a = buckets();
    const std::vector<bucket> b = other.buckets();
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const bucket& x, const bucket& y) {
        return x.group == y.group && x.denomination == y.denomination && x.day == y.day && x.held == y.held;
    });
}

CAMBIST_INLINE std::vector<tally_total> tally::totals(const tally_by& by, const tally_by& then) const {
    // Sums of 128 bits hold all rows of a denomination, too.
    std::map<std::tuple<std::string, std::string, denomination>, detail::tally_sum> sums;
    detail::tally_sum* into = nullptr;
    std::optional<denomination> before;
    detail::key_names first(by);
    detail::key_names second(then);
    for (const bucket& each : buckets()) {
        const denomination of(unit_on(each.denomination.currency, each.day), each.denomination.digits); // units apart
        const std::int32_t day = detail::day_number(each.day);
        const bool first_stays = first.stays(each.group, of.currency, day);
        const bool second_stays = second.stays(each.group, of.currency, day);
        if (!first_stays || !second_stays || before != of) into = &sums[{first.name(), second.name(), of}];
        into->sum += each.held.sum;
        into->rows += each.held.rows;
        before = of;
    }
    std::vector<tally_total> totals;
    for (const auto& [key, held] : sums) {
        const auto& [name, second_name, of] = key;
        const money<> amount(detail::exact_of(held.sum) * of.unit(), of.currency);
        tally_total* const last = totals.empty() ? nullptr : &totals.back();
        if (last != nullptr && last->key == name && last->then == second_name &&
            last->amount.currency() == of.currency) {
            last->amount += amount;
            last->rows += held.rows;
        } else {
            totals.push_back({name, amount, held.rows, second_name});
        }
    }
    return totals;
}

CAMBIST_END

#include <cambist/bulk/tally_state.ipp>
