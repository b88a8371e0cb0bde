// SPDX-License-Identifier: MIT
#pragma once

// Over which days a way is averaged, and whether they will do.

#include <cambist/numbers/detail/counted.hpp>
#include <cambist/rates/detail/way.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

CAMBIST_BEGIN
namespace detail {

// Days without a quote, and how many there may be.
struct silence {
    std::int32_t after;
    std::int32_t until;
    std::int64_t allowed;
    bool is_for_good = false; // no younger quote is held

    std::int64_t length() const noexcept { return std::int64_t{until} - after; }
};

// The days on which all pairs of a way were quoted in a period.
class averaged_days {
public:
    averaged_days(const question& asked, const way& over) : over_(*asked.how.over()) {
        for (std::size_t k = 0; k < over.count; ++k) {
            if (is_dated(over.hops[k], asked)) lines_.push_back(timeline_of(asked.graph, *over.hops[k].quotes, over_));
        }
        for (const timeline& line : lines_) of_.push_back(line.days.size());
        std::sort(of_.begin(), of_.end());
        if (lines_.size() > 1) keep_common(lines_);
    }

    // A pair that has dated quotes is averaged over them; one that has none holds on any day.
    static bool is_dated(const way::hop& h, const question& asked) {
        return !h.quotes->points.empty() || !h.quotes->holds_on(asked.day);
    }

    bool are_none() const { return !lines_.empty() && lines_.front().days.empty(); }

    // The first silence that is longer than a look-up allows; the whole period where nothing is quoted in it.
    std::optional<silence> silence_beyond(const lookup& how) const;

    // Of the first pair of which none was taken yet.
    derivation take_mean() {
        timeline line = std::move(lines_[taken_++]);
        const auto is_quoted = [](const timeline::observation& o) { return o.row != quote_series::no_row; };
        const auto quote = std::find_if(line.days.begin(), line.days.end(), is_quoted);
        const bool turned = quote != line.days.end() && line.is_turned(*quote);
        const exact mean = line.mean(turned);
        const bool are_all = of_.front() == of_.back() && of_.front() == line.days.size();
        return {turned ? exact(1) / mean : mean, turned, std::move(line), are_all ? std::vector<std::size_t>() : of_};
    }

private:
    static constexpr std::int64_t usual_silence = 10; // days
    static constexpr std::int64_t longest_rest = 5;   // after the last quote: the longest that the ECB's rates know

    std::int64_t usual_distance() const;
    bool goes_on_after(std::int32_t day) const;

    period over_;
    std::vector<timeline> lines_{};
    std::vector<std::size_t> of_{}; // days of each, the fewest first
    std::size_t taken_ = 0;
};

inline std::optional<silence> averaged_days::silence_beyond(const lookup& how) const {
    const std::int32_t first = day_number(over_.first());
    const std::int32_t last = day_number(over_.last());
    if (lines_.empty()) return std::nullopt;
    if (are_none()) return silence{first, last, 0};
    const bool is_usual = how.limit().is_usual();
    std::optional<std::int64_t> distance; // worked out where it matters
    const auto allowed_at_least = [&](std::int64_t days) {
        if (!distance) distance = usual_distance();
        return std::max(days, *distance);
    };
    const auto too_long = [&](silence s, std::int64_t usually) {
        if (is_usual) s.allowed = s.length() > usually ? allowed_at_least(usually) : usually;
        return s.length() > s.allowed ? std::optional(s) : std::nullopt;
    };
    const std::int64_t named = limit_in_days(how);
    std::int32_t before = first;
    for (const timeline::observation& each : lines_.front().days) {
        if (const auto found = too_long({before, each.day, named}, usual_silence)) return found;
        before = each.day;
    }
    const bool is_last = last - before > longest_rest && !goes_on_after(last);
    return too_long({before, last, named, is_last}, is_last && is_usual ? longest_rest : usual_silence);
}

// One and a half times the median distance between all quotes of a pair, of the pair where it is longest.
inline std::int64_t averaged_days::usual_distance() const {
    std::int64_t longest = 0;
    std::vector<std::int64_t> distances;
    for (const timeline& line : lines_) {
        distances.clear();
        for (const stretch& s : line.stretches) {
            if (s.quotes == nullptr) continue;
            const std::vector<quote_series::point>& points = s.quotes->points;
            for (std::size_t i = 1; i < points.size(); ++i)
                distances.push_back(std::int64_t{points[i].day} - points[i - 1].day);
        }
        if (distances.empty()) continue;
        std::sort(distances.begin(), distances.end());
        const std::size_t half = distances.size() / 2;
        const std::int64_t twice_median = distances[half] + distances[distances.size() - 1 - half];
        longest = std::max(longest, twice_median * 3 / 4);
    }
    return longest;
}

// The law goes on for good.
inline bool averaged_days::goes_on_after(std::int32_t day) const {
    return std::all_of(lines_.begin(), lines_.end(), [day](const timeline& line) {
        const quote_series* quotes = line.stretches.back().quotes;
        return quotes == nullptr || (!quotes->points.empty() && quotes->points.back().day > day);
    });
}

// Why the quotes of a period are not averaged, if there are any: "quotes of EUR and RUB are silent from 2022-03-01
// ...".
inline std::string silence_of(const question& asked, const way& over, const std::string& pair) {
    const averaged_days days(asked, over);
    const std::optional<silence> found = days.silence_beyond(asked.how);
    if (!found || days.are_none()) return "";
    const std::string length = counted(found->length(), "day");
    const std::string after = to_string(day_of(found->after));
    const std::string what =
        found->is_for_good ? " end on " + after + ", " + length + " before the period does"
                           : " are silent from " + after + " to " + to_string(day_of(found->until)) + ", " + length;
    return ": quotes of " + pair + what + ", and the look-up allows " + (found->is_for_good ? "" : "gaps of ") +
           counted(found->allowed, "day") +
           "; allow more, by a number of days or \"unbounded\", or average a shorter period";
}

} // namespace detail
CAMBIST_END
