// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/phasing.hpp>
#include <cambist/plans/portfolio.hpp>

#include <algorithm>
#include <numeric>

CAMBIST_BEGIN

namespace detail {

[[noreturn]] inline void refuse_plan(const plan& p, const std::string& why) {
    portfolio_error refusal("plan " + p.id + " " + why);
    refusal.locate(p.where);
    throw refusal;
}

inline std::string cited(const plan& p) {
    const std::string place = to_string(p.where);
    return p.id + (place.empty() ? "" : " (" + place + ")");
}

// Of a status that does not count.
inline standing standing_of(plan_status status) noexcept {
    switch (status) {
    case plan_status::rumoured: return standing::rumoured;
    case plan_status::in_negotiation: return standing::in_negotiation;
    case plan_status::cancelled: return standing::cancelled;
    default: return standing::left_out;
    }
}

} // namespace detail

CAMBIST_INLINE portfolio::portfolio(std::vector<plan> plans, portfolio_options options)
    : plans_(std::move(plans)), options_(std::move(options)) {
    check_ids();
    check_links();
    rank();
    check_overlaps();
}

CAMBIST_INLINE const plan* portfolio::find(std::string_view id) const noexcept {
    const std::size_t at = index_of(id);
    return at < plans_.size() ? &plans_[at] : nullptr;
}

CAMBIST_INLINE std::size_t portfolio::index_of(std::string_view id) const noexcept {
    const auto at = std::lower_bound(by_id_.begin(), by_id_.end(), id,
                                     [this](std::size_t i, std::string_view key) { return plans_[i].id < key; });
    return at != by_id_.end() && plans_[*at].id == id ? *at : plans_.size();
}

CAMBIST_INLINE void portfolio::check_ids() {
    by_id_.resize(plans_.size());
    std::iota(by_id_.begin(), by_id_.end(), std::size_t{0});
    std::stable_sort(by_id_.begin(), by_id_.end(),
                     [this](std::size_t a, std::size_t b) { return plans_[a].id < plans_[b].id; });
    for (const plan& p : plans_) {
        if (p.id.empty()) detail::refuse_plan(p, "has no id; give it one");
        try {
            (void)period_of(p);
        } catch (const period_error& e) {
            period_error refusal("plan " + p.id + ": " + e.message());
            refusal.locate(p.where);
            throw refusal;
        }
    }
    for (std::size_t i = 1; i < by_id_.size(); ++i) {
        const plan& one = plans_[by_id_[i - 1]];
        const plan& other = plans_[by_id_[i]];
        if (one.id == other.id)
            detail::refuse_plan(other, "has the id of another, " + detail::cited(one) + "; rename one");
    }
}

CAMBIST_INLINE void portfolio::check_links() const {
    for (const plan& p : plans_) {
        for (const std::string& id : p.supersedes) {
            if (find(id) == nullptr)
                detail::refuse_plan(p, "supersedes " + detail::quoted(id) + ", which is no plan here");
        }
        if (!p.restates.empty()) {
            const plan* original = find(p.restates);
            if (original == nullptr)
                detail::refuse_plan(p, "restates " + detail::quoted(p.restates) + ", which is no plan here");
            if (original == &p) detail::refuse_plan(p, "restates itself");
            if (!original->restates.empty())
                detail::refuse_plan(p, "restates " + original->id + ", itself a restatement; link to the original");
        }
    }
    for (const plan& p : plans_) {
        if (p.adds_to.empty()) continue;
        const plan* base = find(p.adds_to);
        if (base == nullptr) detail::refuse_plan(p, "adds to " + detail::quoted(p.adds_to) + ", which is no plan here");
        if (!(base->amount.currency() == p.amount.currency())) {
            detail::refuse_plan(p, "in " + to_string(p.amount.currency()) + " adds to " + base->id + " in " +
                                       to_string(base->amount.currency()) + "; make it a plan of its own");
        }
        if (!base->restates.empty() || base->kind == plan_kind::context)
            detail::refuse_plan(p, "adds to " + base->id + ", which is in no total; link to the plan itself");
    }
    // Depth first over the links, by hand: a long chain must not use up the stack.
    enum class mark : unsigned char { unseen, open, done };
    std::vector<mark> marks(plans_.size(), mark::unseen);
    struct visit {
        std::size_t plan;
        std::size_t next;
    };
    for (std::size_t start = 0; start < plans_.size(); ++start) {
        if (marks[start] != mark::unseen) continue;
        std::vector<visit> path{{start, 0}};
        marks[start] = mark::open;
        while (!path.empty()) {
            visit& top = path.back();
            const plan& at = plans_[top.plan];
            const std::size_t links = at.supersedes.size() + (at.adds_to.empty() ? 0 : 1);
            if (top.next == links) {
                marks[top.plan] = mark::done;
                path.pop_back();
                continue;
            }
            const std::size_t link = top.next++;
            const std::size_t to = index_of(link < at.supersedes.size() ? at.supersedes[link] : at.adds_to);
            if (marks[to] == mark::open)
                detail::refuse_plan(plans_[to], "supersedes or adds to itself, through " + plans_[path.back().plan].id);
            if (marks[to] == mark::unseen) {
                marks[to] = mark::open;
                path.push_back({to, 0});
            }
        }
    }
}

CAMBIST_INLINE bool portfolio::is_known(const plan& p) const noexcept {
    return !options_.as_of || (p.announced && p.announced->last_day() <= *options_.as_of);
}

CAMBIST_INLINE plan_status portfolio::status_of(const plan& p) const noexcept {
    return options_.as_of && p.status_since && *options_.as_of < p.status_since->first_day() ? plan_status::announced
                                                                                             : p.status;
}

CAMBIST_INLINE bool portfolio::counts(plan_status status) const noexcept {
    if (options_.counted.empty())
        return status == plan_status::announced || status == plan_status::in_execution ||
               status == plan_status::completed;
    return std::find(options_.counted.begin(), options_.counted.end(), status) != options_.counted.end();
}

// The plan that increments, however many, add to.
CAMBIST_INLINE std::size_t portfolio::root_of(std::size_t index) const noexcept {
    while (!plans_[index].adds_to.empty()) index = index_of(plans_[index].adds_to);
    return index;
}

CAMBIST_INLINE void portfolio::rank() {
    standings_.assign(plans_.size(), standing::counted);
    std::vector<bool> replaced(plans_.size(), false);
    std::vector<std::size_t> replacing;
    for (std::size_t i = 0; i < plans_.size(); ++i) {
        // What is only talked about replaces nothing yet, unless it counts.
        const plan_status status = status_of(plans_[i]);
        const bool is_talk = status == plan_status::rumoured || status == plan_status::in_negotiation;
        if (is_known(plans_[i]) && (!is_talk || counts(status))) replacing.push_back(i);
    }
    // Whatever replaces a plan replaces all that this one would have.
    while (!replacing.empty()) {
        const std::size_t by = replacing.back();
        replacing.pop_back();
        for (const std::string& id : plans_[by].supersedes) {
            const std::size_t old = index_of(id);
            if (replaced[old]) continue;
            replaced[old] = true;
            replacing.push_back(old);
        }
    }
    for (std::size_t i = 0; i < plans_.size(); ++i) {
        const plan& p = plans_[i];
        const plan_status status = status_of(p);
        standing& s = standings_[i];
        if (p.kind == plan_kind::context) s = standing::context;
        else if (!p.restates.empty()) s = standing::restatement;
        else if (!is_known(p)) s = standing::not_known;
        else if (replaced[i]) s = standing::superseded;
        else if (!counts(status)) s = detail::standing_of(status);
        else if (!p.amount.is_countable()) s = standing::open_ended;
    }
    // An increment stands as the nearest of those it adds to that does not count.
    std::vector<bool> settled(plans_.size(), false);
    for (std::size_t i = 0; i < plans_.size(); ++i) {
        std::vector<std::size_t> chain;
        for (std::size_t at = i; !settled[at]; at = index_of(plans_[at].adds_to)) {
            chain.push_back(at);
            settled[at] = true;
            if (plans_[at].adds_to.empty()) break;
        }
        for (; !chain.empty(); chain.pop_back()) {
            const plan& p = plans_[chain.back()];
            standing& s = standings_[chain.back()];
            if (!p.adds_to.empty() && s == standing::counted) s = standings_[index_of(p.adds_to)];
        }
    }
}

CAMBIST_INLINE void portfolio::check_overlaps() const {
    struct span {
        const plan* of;
        period over;
        std::size_t root; // what adds to one plan may overlap
    };
    std::vector<span> spans;
    for (std::size_t i = 0; i < plans_.size(); ++i) {
        if (standings_[i] != standing::counted || plans_[i].project.empty()) continue;
        if (const std::optional<period> over = period_of(plans_[i])) spans.push_back({&plans_[i], *over, root_of(i)});
    }
    std::stable_sort(spans.begin(), spans.end(), [](const span& a, const span& b) {
        if (a.of->project != b.of->project) return a.of->project < b.of->project;
        return a.over.first() < b.over.first();
    });
    // Of the project's spans so far: the one that ends last, and the one of another plan that does.
    const span* last = nullptr;
    const span* other = nullptr;
    for (const span& s : spans) {
        if (last != nullptr && last->of->project != s.of->project) last = other = nullptr;
        const span* rival = last != nullptr && last->root == s.root ? other : last;
        if (rival != nullptr && overlap(rival->over, s.over)) {
            detail::refuse_plan(*s.of, "and " + detail::cited(*rival->of) + " are both live plans of " +
                                           detail::quoted(s.of->project) + " and overlap (" + to_string(rival->over) +
                                           ", " + to_string(s.over) +
                                           "); link one to the other by supersedes or adds to, or name two projects");
        }
        if (last == nullptr || last->over.last() < s.over.last()) {
            if (last != nullptr && last->root != s.root) other = last;
            last = &s;
        } else if (last->root != s.root && (other == nullptr || other->over.last() < s.over.last())) {
            other = &s;
        }
    }
}

CAMBIST_END
