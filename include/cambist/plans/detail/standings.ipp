// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/detail/plan_links.ipp>
#include <cambist/plans/portfolio.hpp>

#include <algorithm>

CAMBIST_BEGIN
namespace detail {

// Which plans count, by what was known on a day.
class standing_rules {
public:
    standing_rules(const std::vector<plan>& plans, const plan_links& links, const portfolio_options& options)
        : plans_(plans), links_(links), options_(options) {}

    std::vector<standing> standings() const {
        const std::vector<bool> replaced = find_replaced();
        std::vector<standing> found(plans_.size());
        for (std::size_t i = 0; i < plans_.size(); ++i) found[i] = alone(plans_[i], replaced[i]);
        // An increment stands as the nearest of those it adds to that does not count.
        for (const std::size_t i : links_.order()) {
            if (found[i] == standing::counted && links_.base_of(i)) found[i] = found[*links_.base_of(i)];
        }
        return found;
    }

private:
    bool is_known(const plan& p) const noexcept {
        return !options_.as_of || (p.announced && p.announced->last_day() <= *options_.as_of);
    }
    plan_status status_of(const plan& p) const noexcept {
        const bool is_later = options_.as_of && p.status_since && *options_.as_of < p.status_since->first_day();
        return is_later ? plan_status::announced : p.status;
    }
    bool counts(plan_status status) const noexcept {
        if (options_.counted.empty())
            return status == plan_status::announced || status == plan_status::in_execution ||
                   status == plan_status::completed;
        return std::find(options_.counted.begin(), options_.counted.end(), status) != options_.counted.end();
    }

    // Only talk replaces nothing yet, unless it counts; nor does what nobody has confirmed.
    bool replaces(const plan& p) const noexcept {
        if (!p.confirmed) return false;
        const plan_status status = status_of(p);
        const bool is_talk = status == plan_status::rumoured || status == plan_status::in_negotiation;
        return is_known(p) && (!is_talk || counts(status));
    }
    // Whatever replaces a plan replaces all that this one would have.
    std::vector<bool> find_replaced() const {
        std::vector<bool> replaced(plans_.size(), false);
        for (auto each = links_.order().rbegin(); each != links_.order().rend(); ++each) {
            if (!replaced[*each] && !replaces(plans_[*each])) continue;
            for (const std::size_t old : links_.superseded_by(*each)) replaced[old] = true;
        }
        return replaced;
    }

    // But for what it adds to.
    standing alone(const plan& p, bool is_replaced) const noexcept {
        if (!p.confirmed) return standing::unconfirmed;
        if (p.kind == plan_kind::context) return standing::context;
        if (!p.restates.empty()) return standing::restatement;
        if (!is_known(p)) return standing::not_known;
        if (is_replaced) return standing::superseded;
        const plan_status status = status_of(p);
        return counts(status) ? standing::counted : uncounted(status);
    }
    static standing uncounted(plan_status status) noexcept {
        switch (status) {
        case plan_status::rumoured: return standing::rumoured;
        case plan_status::in_negotiation: return standing::in_negotiation;
        case plan_status::cancelled: return standing::cancelled;
        default: return standing::left_out;
        }
    }

    const std::vector<plan>& plans_;
    const plan_links& links_;
    const portfolio_options& options_;
};

} // namespace detail
CAMBIST_END
