// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/detail/counted.hpp>
#include <cambist/plans/report.hpp>

#include <algorithm>
#include <cstddef>
#include <exception>
#include <set>
#include <string>
#include <utility>
#include <vector>

CAMBIST_BEGIN
namespace detail {

// The rates that a report asked for and that are not held, and of how many plans.
class missing_rates {
public:
    // Of a currency, on a day or over a period; `thrown` is the error that says so.
    void add(const currency& from, const std::string& when, std::exception_ptr thrown) {
        if (!first_) first_ = std::move(thrown);
        const auto at =
            std::find_if(pairs_.begin(), pairs_.end(), [&](const of_currency& each) { return each.from == from; });
        of_currency& of = at != pairs_.end() ? *at : pairs_.emplace_back(of_currency{from, {}});
        if (of.when.insert(when).second) ++count_;
    }
    void add_plan() noexcept { ++plans_; }

    // A no_rate that says so, the error itself where it is but one; null where none is missing.
    std::exception_ptr refusal(const currency& to) const {
        if (count_ <= 1) return first_;
        constexpr std::size_t most_pairs = 3;
        std::string text;
        for (std::size_t i = 0; i < std::min(most_pairs, pairs_.size()); ++i)
            text +=
                (i == 0 ? "" : "; ") + to_string(pairs_[i].from) + " to " + to_string(to) + " " + days_of(pairs_[i]);
        if (pairs_.size() > most_pairs) text += "; and " + counted(pairs_.size() - most_pairs, "more pair");
        return std::make_exception_ptr(
            no_rate(counted(count_, "rate") + " are missing, for " + counted(plans_, "plan") + ": " + text));
    }
    std::vector<report::missing> all() const {
        std::vector<report::missing> each;
        for (const of_currency& pair : pairs_) each.push_back({pair.from, {pair.when.begin(), pair.when.end()}});
        return each;
    }

private:
    struct of_currency {
        currency from;
        std::set<std::string> when;
    };

    static std::string days_of(const of_currency& pair) {
        constexpr std::size_t most = 40;
        std::string text;
        std::size_t shown = 0;
        for (const std::string& each : pair.when) {
            if (++shown > most) return text + " and " + std::to_string(pair.when.size() - most) + " more";
            text += (text.empty() ? "" : ", ") + each;
        }
        return text;
    }

    std::exception_ptr first_{};
    std::vector<of_currency> pairs_{};
    std::size_t count_ = 0;
    std::size_t plans_ = 0;
};

} // namespace detail
CAMBIST_END
