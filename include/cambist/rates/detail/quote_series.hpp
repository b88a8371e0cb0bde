// SPDX-License-Identifier: MIT
#pragma once

// The quotes of one pair of currencies, as a table keeps them.

#include <cambist/money/currency.hpp>
#include <cambist/numbers/exact.hpp>
#include <cambist/rates/detail/days.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

CAMBIST_BEGIN
namespace detail {

// What a quote was besides its ratio: enough to show it again as published. What many share stands in its heading.
struct quote_note {
    std::uint32_t heading = 0;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::int32_t published = no_day;
    std::int16_t decimals = -1;
    bool reversed = false; // published as second for first
};

// A quote with all that it says. `ratio` is of `second` for one of `first`, exactly, so that taking an inverse loses
// nothing.
struct noted_quote {
    currency first;
    currency second;
    std::int32_t day; // `no_day`: it holds on any
    exact ratio;
    quote_note note;

    // The day from which it was.
    std::int32_t known() const noexcept { return note.published != no_day ? note.published : day; }
};

struct quote_series {
    static constexpr std::ptrdiff_t no_row = -1;

    struct point {
        exact ratio;
        std::int32_t day;
    };

    currency first;
    currency second;
    std::vector<point> points{};             // in order of their days
    std::vector<quote_note> notes{};         // of the points
    std::optional<exact> undated{};          // what holds on any day
    quote_note undated_note{};               // of that
    std::int32_t undated_last = INT32_MAX;   // the day until which it does: a pair of an older unit shares the newer's
    std::vector<std::int32_t> last_by_day{}; // where days are dense: the last row on or before each, from the first on

    const exact& ratio_at(std::ptrdiff_t row) const noexcept { return points[static_cast<std::size_t>(row)].ratio; }
    std::int32_t day_at(std::ptrdiff_t row) const noexcept { return points[static_cast<std::size_t>(row)].day; }
    const quote_note& note_at(std::ptrdiff_t row) const noexcept { return notes[static_cast<std::size_t>(row)]; }

    bool holds_on(std::int32_t day) const noexcept { return undated && day <= undated_last; }
    bool is_shared() const noexcept { return undated_last != INT32_MAX; }
    std::size_t size() const noexcept { return points.size() + (undated && !is_shared() ? 1 : 0); }
    bool is_in_order() const noexcept {
        if (!points.empty() && points.front().day == no_day) return false;
        for (std::size_t i = 1; i < points.size(); ++i) {
            if (points[i - 1].day >= points[i].day) return false;
        }
        return true;
    }
    // All quotes, that without a day first, if it is the pair's own.
    template <class Visit>
    void for_each(const Visit& visit) const {
        if (undated && !is_shared()) visit(noted_quote{first, second, no_day, *undated, undated_note});
        for (std::size_t i = 0; i < points.size(); ++i)
            visit(noted_quote{first, second, points[i].day, points[i].ratio, notes[i]});
    }
    void append(const noted_quote& q);

    // The last row on or before a day, or `no_row`.
    std::ptrdiff_t last_not_after(std::int32_t day) const noexcept;
    // The first row on or after a day, or `no_row`.
    std::ptrdiff_t first_not_before(std::int32_t day) const noexcept {
        const std::ptrdiff_t row = last_not_after(day);
        if (row != no_row && day_at(row) == day) return row;
        return row + 1 < static_cast<std::ptrdiff_t>(points.size()) ? row + 1 : no_row;
    }

    // Days that are quoted one by one are then found without a search.
    void index_days();
};

// How many elements are not above `limit`: a binary search without branches on the data.
template <class T, class Key>
std::size_t count_not_above(const std::vector<T>& sorted, Key key, decltype(key(sorted[0])) limit) noexcept {
    const T* base = sorted.data();
    std::size_t count = sorted.size();
    while (count > 1) {
        const std::size_t half = count / 2;
        base += key(base[half]) <= limit ? half : 0;
        count -= half;
    }
    return static_cast<std::size_t>(base - sorted.data()) + (count == 1 && key(*base) <= limit ? 1 : 0);
}

inline std::ptrdiff_t quote_series::last_not_after(std::int32_t day) const noexcept {
    if (points.empty() || day < points.front().day) return no_row;
    if (day >= points.back().day) return static_cast<std::ptrdiff_t>(points.size()) - 1;
    if (!last_by_day.empty()) return last_by_day[static_cast<std::size_t>(day - points.front().day)];
    return static_cast<std::ptrdiff_t>(count_not_above(
               points, [](const point& p) { return p.day; }, day)) -
           1;
}

} // namespace detail
CAMBIST_END
