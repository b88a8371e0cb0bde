// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/report_key.hpp>

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <vector>

CAMBIST_BEGIN
namespace detail {

// The rows, or columns, of a report, numbered as they come.
class report_axis {
public:
    struct line {
        std::string text{};
        std::optional<period> days{}; // by days
        bool unphased = false;        // by days: of plans that state no period; the last one

        auto rank() const {
            return std::tuple(unphased, days ? days->first() : std::chrono::sys_days(), std::string_view(text));
        }
    };

    explicit report_axis(const report_key& by) : by_(by), rule_(key_rule(by)) {}

    // The line of a part of a plan; of its days, none of which another line of the axis has.
    std::size_t number(const plan& p, const std::optional<period>& over) {
        if (by_.is_by_days()) return over ? by_days(*over) : unphased();
        if (&p != last_) number_of_last_ = by_text(rule_.said(p));
        last_ = &p;
        return number_of_last_;
    }
    const line& operator[](std::size_t number) const { return lines_[number]; }
    std::size_t size() const noexcept { return lines_.size(); }

    // In the order of their keys.
    std::vector<std::size_t> order() const {
        std::vector<std::size_t> numbers(lines_.size());
        std::iota(numbers.begin(), numbers.end(), std::size_t{0});
        std::sort(numbers.begin(), numbers.end(),
                  [this](std::size_t a, std::size_t b) { return lines_[a].rank() < lines_[b].rank(); });
        return numbers;
    }

private:
    std::size_t by_text(std::string&& text) {
        const auto [at, fresh] = by_text_.try_emplace(std::move(text), lines_.size());
        if (fresh) lines_.push_back({at->first});
        return at->second;
    }
    std::size_t by_days(const period& part) {
        const period days = by_.days().period_of(part.first());
        const auto [at, fresh] = by_day_.try_emplace(days.first().time_since_epoch().count(), lines_.size());
        if (fresh) lines_.push_back({by_.days().name_of(days), days});
        return at->second;
    }
    std::size_t unphased() {
        if (!unphased_) {
            unphased_ = lines_.size();
            lines_.push_back({{}, {}, true});
        }
        return *unphased_;
    }

    report_key by_;
    const report_key_rule& rule_;
    std::vector<line> lines_{};
    std::unordered_map<std::string, std::size_t> by_text_{};
    std::unordered_map<std::int64_t, std::size_t> by_day_{}; // the first of the line's
    std::optional<std::size_t> unphased_{};
    const plan* last_ = nullptr; // whose phases come one after another, in one line but by days
    std::size_t number_of_last_ = 0;
};

} // namespace detail
CAMBIST_END
