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

// Of some spans of one project: the one that ends last, and of those with another root the one that does.
class last_spans {
public:
    // The span that a further one would overlap first, if any does.
    const project_span* rival_of(const project_span& s) const noexcept {
        return last_ != nullptr && last_->root == s.root ? other_ : last_;
    }
    void add(const project_span& s) noexcept {
        if (ends_before(last_, s)) {
            if (last_ != nullptr && last_->root != s.root) other_ = last_;
            last_ = &s;
        } else if (last_->root != s.root && ends_before(other_, s)) {
            other_ = &s;
        }
    }

private:
    static bool ends_before(const project_span* a, const project_span& b) noexcept {
        return a == nullptr || a->over.last() < b.over.last();
    }

    const project_span* last_ = nullptr;
    const project_span* other_ = nullptr;
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
    last_spans so_far;
    const std::string* project = nullptr;
    for (const project_span& s : spans) {
        if (project != nullptr && *project != s.of->project) so_far = {};
        project = &s.of->project;
        const project_span* rival = so_far.rival_of(s);
        if (rival != nullptr && overlap(rival->over, s.over)) {
            refuse_plan(*s.of, "and " + cited(*rival->of) + " are both live plans of " + detail::quoted(s.of->project) +
                                   " and overlap (" + to_string(rival->over) + ", " + to_string(s.over) +
                                   "); link one to the other by supersedes or adds to, or name two projects");
        }
        so_far.add(s);
    }
}

} // namespace detail
CAMBIST_END
