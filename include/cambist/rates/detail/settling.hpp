// SPDX-License-Identifier: MIT
#pragma once

// Which of several quotes of one pair and day answers. Each source first settles with itself: what it said last stands.
// Then sources are settled with each other: the preferred ones alone count, and have to agree.

#include <cambist/rates/detail/first_standing.hpp>
#include <cambist/rates/detail/rate_graph.hpp>
#include <cambist/rates/lookup.hpp>
#include <cambist/rates/no_rate.hpp>
#include <cambist/rates/rate.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

CAMBIST_BEGIN
namespace detail {

class settling {
public:
    settling(const rate_graph& graph, const std::vector<std::string>& precedence);

    // Puts the quotes of a pair in the order of their days, one of each. The others go to `passed_over`, but for those
    // that only repeat their source. \throws contradicting_rates
    void settle(quote_series& s, std::vector<noted_quote>& passed_over) const;

private:
    using iterator = std::vector<noted_quote>::const_iterator;
    struct source {
        std::size_t rank = 0; // lower where it is preferred
        std::size_t number = 0;
    };

    const source& source_of(const noted_quote& q) const { return sources_[q.note.heading]; }
    noted_quote settled(iterator begin, iterator end, std::vector<noted_quote>& passed_over) const;
    [[noreturn]] void refuse(const noted_quote& one, const noted_quote& other) const;
    // Of quotes that agree the first that was known counts, and of those the one with the most digits.
    static bool goes_before(const noted_quote& a, const noted_quote& b) {
        return a.known() != b.known() ? a.known() < b.known() : a.note.decimals > b.note.decimals;
    }

    const rate_graph& graph_;
    std::vector<source> sources_; // by heading
};

inline settling::settling(const rate_graph& graph, const std::vector<std::string>& precedence) : graph_(graph) {
    std::map<std::string_view, source> named;
    for (const rate_list::heading& h : graph.headings) named.try_emplace(h.source, source{precedence.size()});
    for (std::size_t rank = precedence.size(); rank-- > 0;) {
        if (const auto found = named.find(precedence[rank]); found != named.end()) found->second.rank = rank;
    }
    std::size_t number = 0;
    for (auto& [name, its] : named) its.number = number++;
    sources_.reserve(graph.headings.size());
    for (const rate_list::heading& h : graph.headings) sources_.push_back(named.at(h.source));
}

inline void settling::settle(quote_series& s, std::vector<noted_quote>& passed_over) const {
    if (s.is_in_order()) return;
    std::vector<noted_quote> order;
    order.reserve(s.points.size());
    s.for_each([&](const noted_quote& q) { order.push_back(q); });
    s.points.clear();
    s.notes.clear();
    // The order of adding must not matter.
    std::stable_sort(order.begin(), order.end(), [this](const noted_quote& a, const noted_quote& b) {
        const auto place = [this](const noted_quote& q) {
            return std::tuple(q.day, source_of(q).rank, source_of(q).number);
        };
        const auto first = place(a);
        const auto second = place(b);
        return first != second ? first < second : goes_before(a, b);
    });
    std::vector<noted_quote> others;
    const iterator last = order.end();
    for (iterator begin = order.begin(); begin != last;) {
        const iterator end = std::find_if(begin, last, [&](const noted_quote& q) { return q.day != begin->day; });
        s.append(settled(begin, end, others));
        begin = end;
    }
    s.points.shrink_to_fit();
    s.notes.shrink_to_fit();
    // The newer unit's pair has those without a day, too.
    if (s.is_shared()) std::erase_if(others, [](const noted_quote& q) { return q.day == no_day; });
    passed_over.insert(passed_over.end(), others.begin(), others.end());
}

// Of those of one day, in order of their sources: the preferred first.
inline noted_quote settling::settled(iterator begin, iterator end, std::vector<noted_quote>& passed_over) const {
    iterator chosen = end;
    for (iterator from = begin; from != end;) {
        const iterator to = std::find_if(
            from, end, [&](const noted_quote& q) { return source_of(q).number != source_of(*from).number; });
        if (source_of(*from).rank != source_of(*begin).rank) {
            passed_over.insert(passed_over.end(), from, end);
            break;
        }
        const iterator standing = first_standing(
            from, to, [](const noted_quote& q) { return q.known(); },
            [](const noted_quote& q) -> const exact& { return q.ratio; });
        passed_over.insert(passed_over.end(), from, standing);
        if (chosen == end) chosen = standing;
        for (iterator each = standing; each != to; ++each) {
            if (each->ratio != chosen->ratio) refuse(*chosen, *each);
        }
        if (standing != chosen) {
            const bool is_better = goes_before(*standing, *chosen);
            passed_over.push_back(is_better ? *chosen : *standing);
            if (is_better) chosen = standing;
        }
        from = to;
    }
    return *chosen;
}

inline void settling::refuse(const noted_quote& one, const noted_quote& other) const {
    const rate first = graph_.as_published(one);
    const rate second = graph_.as_published(other);
    const bool is_of_one_source = first.source() == second.source() && !first.source().empty();
    throw contradicting_rates("two rates" + (first.day() ? on_day(first.day()) : " without a day") +
                              " contradict each other: " + attributed(first) + " and " + attributed(second) +
                              "; keep one of them, or say which " +
                              (is_of_one_source ? "was published later" : "source is preferred"));
}

} // namespace detail
CAMBIST_END
