// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/detail/plan_links.ipp>
#include <cambist/plans/portfolio.hpp>

#include <algorithm>

CAMBIST_BEGIN
namespace detail {

// A live plan of a project, with its days.
struct project_span {
    const plan* of;
    period over;
    std::size_t root; // spans that add to one plan may overlap

    friend bool operator<(const project_span& a, const project_span& b) {
        if (a.of->project != b.of->project) return a.of->project < b.of->project;
        return a.over.first() < b.over.first();
    }
};

// \throws portfolio_error for live plans of one project whose periods overlap, unless they add to one plan
inline void check_overlaps(const portfolio& plans, const plan_links& links,
                           const std::vector<std::optional<period>>& periods) {
    const std::vector<std::size_t> roots = links.roots();
    std::vector<project_span> spans;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const plan& p = plans.plans()[i];
        if (plans.standings()[i] != standing::counted || p.project.empty() || !periods[i]) continue;
        spans.push_back({&p, *periods[i], roots[i]});
    }
    std::stable_sort(spans.begin(), spans.end());
    // A span that overlaps any earlier one of its project overlaps the one that ends last, as that was let be.
    const project_span* last = nullptr;
    for (const project_span& s : spans) {
        if (last != nullptr && last->of->project != s.of->project) last = nullptr;
        if (last != nullptr && last->root != s.root && overlap(last->over, s.over)) {
            refuse_plan(*s.of, "and " + cited(*last->of) + " are both live plans of " + detail::quoted(s.of->project) +
                                   " and overlap (" + to_string(last->over) + ", " + to_string(s.over) +
                                   "); link one to the other by supersedes or adds to, or name two projects");
        }
        if (last == nullptr || last->over.last() < s.over.last()) last = &s;
    }
}

} // namespace detail
CAMBIST_END
