// SPDX-License-Identifier: MIT
#pragma once

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

// Plans by number, and their links from one to the other: the plans that each supersedes, and the one it adds to.
// None leads in a circle.
class plan_links {
public:
    // Ids are those of the portfolio, which need have nothing else yet. \throws portfolio_error
    explicit plan_links(const portfolio& of) : of_(of), supersedes_(size()), base_(size()) {
        for (std::size_t i = 0; i < size(); ++i) {
            read_supersedes(i);
            check_restatement(plan_at(i));
        }
        for (std::size_t i = 0; i < size(); ++i) read_increment(i);
        find_order();
    }

    const std::vector<std::size_t>& superseded_by(std::size_t plan) const { return supersedes_[plan]; }
    // The plan that one adds to.
    const std::optional<std::size_t>& base_of(std::size_t plan) const { return base_[plan]; }
    // Each plan once, after all that it supersedes or adds to.
    const std::vector<std::size_t>& order() const noexcept { return order_; }

    // For each plan the one that it adds to in the end, or itself.
    std::vector<std::size_t> roots() const {
        std::vector<std::size_t> roots(size());
        for (const std::size_t i : order_) roots[i] = base_[i] ? roots[*base_[i]] : i;
        return roots;
    }

private:
    std::size_t size() const noexcept { return of_.plans().size(); }
    const plan& plan_at(std::size_t i) const { return of_.plans()[i]; }

    void read_supersedes(std::size_t i) {
        for (const std::string& id : plan_at(i).supersedes) {
            const std::optional<std::size_t> old = of_.index_of(id);
            if (!old) refuse_plan(plan_at(i), "supersedes " + detail::quoted(id) + ", which is no plan here");
            supersedes_[i].push_back(*old);
        }
    }

    void check_restatement(const plan& p) const {
        if (p.restates.empty()) return;
        const plan* original = of_.find(p.restates);
        if (original == nullptr) refuse_plan(p, "restates " + detail::quoted(p.restates) + ", which is no plan here");
        if (original == &p) refuse_plan(p, "restates itself");
        if (!original->restates.empty())
            refuse_plan(p, "restates " + original->id + ", itself a restatement; link to the original");
    }

    void read_increment(std::size_t i) {
        const plan& p = plan_at(i);
        if (p.adds_to.empty()) return;
        base_[i] = of_.index_of(p.adds_to);
        if (!base_[i]) refuse_plan(p, "adds to " + detail::quoted(p.adds_to) + ", which is no plan here");
        const plan& base = plan_at(*base_[i]);
        if (!(base.amount.currency() == p.amount.currency())) {
            refuse_plan(p, "in " + to_string(p.amount.currency()) + " adds to " + base.id + " in " +
                               to_string(base.amount.currency()) + "; make it a plan of its own");
        }
        if (!base.restates.empty() || base.kind == plan_kind::context)
            refuse_plan(p, "adds to " + base.id + ", which is in no total; link to the plan itself");
    }

    // The plan's link of that number; none beyond the last.
    std::optional<std::size_t> link(std::size_t plan, std::size_t number) const {
        const std::vector<std::size_t>& old = supersedes_[plan];
        if (number < old.size()) return old[number];
        return number == old.size() ? base_[plan] : std::nullopt;
    }

    // Depth first over the links, by hand: a long chain must not use up the stack.
    void find_order() {
        enum class mark : unsigned char { unseen, open, done };
        struct visit {
            std::size_t plan;
            std::size_t next; // of its links
        };
        std::vector<mark> marks(size(), mark::unseen);
        std::vector<visit> path;
        const auto enter = [&](std::size_t plan) {
            marks[plan] = mark::open;
            path.push_back({plan, 0});
        };
        for (std::size_t start = 0; start < size(); ++start) {
            if (marks[start] == mark::unseen) enter(start);
            while (!path.empty()) {
                visit& top = path.back();
                const std::optional<std::size_t> to = link(top.plan, top.next++);
                if (!to) {
                    marks[top.plan] = mark::done;
                    order_.push_back(top.plan);
                    path.pop_back();
                } else if (marks[*to] == mark::open) {
                    refuse_plan(plan_at(*to), "supersedes or adds to itself, through " + plan_at(top.plan).id);
                } else if (marks[*to] == mark::unseen) {
                    enter(*to);
                }
            }
        }
    }

    const portfolio& of_;
    std::vector<std::vector<std::size_t>> supersedes_;
    std::vector<std::optional<std::size_t>> base_;
    std::vector<std::size_t> order_{};
};

} // namespace detail
CAMBIST_END
