// SPDX-License-Identifier: MIT
#pragma once

// What receipts say of a quote that was made from several.

#include <cambist/rates/detail/way.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

CAMBIST_BEGIN
namespace detail {

class made_quote {
public:
    made_quote(const rate_graph& graph, const derivation& made) : graph_(graph), made_(made) {
        const timeline& line = made.from;
        sample_.quotes = line.days.size();
        sample_.first = day_of(line.days.front().day);
        sample_.last = day_of(line.days.back().day);
        sample_.of = made.of;
        for (const timeline::observation& each : line.days) count(line.stretches[each.stretch], each.row);
        if (const int most = most_ >= 0 ? most_ : most_carried_; most >= 0) sample_.decimals = most;
    }

    // As if it had been published, for as many units as the first of them was.
    rate quote() const {
        const quote_series& pair = *made_.from.pair;
        const timeline::observation& first = made_.from.days.front();
        const bool is_own = made_.from.stretches[first.stretch].quotes == &pair &&
                            made_.from.is_turned(first) == made_.turned;
        const exact units = is_own ? graph_.headings[pair.note_at(first.row).heading].base.amount() : exact(1);
        const exact price = made_.turned ? units / made_.ratio : units * made_.ratio;
        rate result(money<>(units, made_.turned ? pair.second : pair.first),
                    money<>(price, made_.turned ? pair.first : pair.second));
        if (sample_.sources.size() == 1)
            result.from(sample_.sources.front().source).cite({sample_.sources.front().file, 0, 0});
        if (fewest_) result.decimals_ = fewest_;
        return result;
    }
    sample take_sample() { return std::move(sample_); }

private:
    void count(const stretch& s, std::ptrdiff_t row) {
        for (const fixed_ratio* ratio : s.laws) count_law(*ratio, s.quotes == nullptr);
        if (s.quotes == nullptr) {
            count_source(s.laws.back()->source, "", basis::law);
            most_carried_ = std::max(most_carried_, s.laws.back()->decimals);
            return;
        }
        const quote_note& note = s.quotes->note_at(row);
        const rate_list::heading& under = graph_.headings[note.heading];
        count_source(under.source, under.file, basis::market);
        if (note.decimals < 0) return;
        int decimals = note.decimals;
        if (!s.laws.empty()) {
            const exact scale = made_.turned ? exact(1) / s.scale : s.scale;
            decimals -= leading_exponent(scale) + (scale == exact::pow10(leading_exponent(scale)) ? 0 : 1);
        }
        int& most = s.laws.empty() ? most_ : most_carried_;
        most = std::max(most, decimals);
        fewest_ = std::min(fewest_.value_or(decimals), decimals);
    }
    void count_source(std::string_view source, std::string_view file, basis of) {
        std::vector<sample::origin>& all = sample_.sources;
        const auto at = std::find_if(all.begin(), all.end(), [&](const sample::origin& o) {
            return o.source == source && o.file == file && o.basis == of;
        });
        if (at != all.end()) ++at->quotes;
        else all.push_back({std::string(source), std::string(file), of, 1});
    }
    void count_law(const fixed_ratio& ratio, bool alone) {
        std::vector<sample::by_law>& all = sample_.laws;
        auto at = std::find_if(all.begin(), all.end(), [&](const sample::by_law& l) {
            return l.ratio.day() == ratio.from && l.ratio.quote().currency() == ratio.old_currency;
        });
        if (at == all.end()) at = all.insert(at, {ratio.as_rate()});
        ++(alone ? at->days : at->quotes);
    }

    const rate_graph& graph_;
    const derivation& made_;
    sample sample_{};
    int most_ = -1;         // decimals of quotes in the pair's own units,
    int most_carried_ = -1; // and of what the law carried over
    std::optional<int> fewest_{};
};

} // namespace detail
CAMBIST_END
