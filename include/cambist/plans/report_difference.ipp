// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/detail/report_valuation.ipp>
#include <cambist/plans/report_difference.hpp>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <tuple>
#include <utility>

CAMBIST_BEGIN
namespace detail {

// Plans of two portfolios in groups: those of one id, and those that links join.
class plan_groups {
public:
    plan_groups(const std::vector<plan>& before, const std::vector<plan>& after) {
        for (const std::vector<plan>* plans : {&before, &after}) {
            for (const plan& p : *plans) add(p);
        }
        // A parent's number is below its own.
        for (std::size_t& parent : parents_) parent = parents_[parent];
    }

    std::size_t of(const plan& p) const { return parents_[numbers_.at(p.id)]; }

private:
    void add(const plan& p) {
        const std::size_t own = number(p.id);
        for (const std::string& old : p.supersedes) join(own, number(old));
        if (!p.adds_to.empty()) join(own, number(p.adds_to));
    }
    std::size_t number(const std::string& id) {
        const auto [at, fresh] = numbers_.try_emplace(id, parents_.size());
        if (fresh) parents_.push_back(at->second);
        return at->second;
    }
    void join(std::size_t a, std::size_t b) {
        a = root(a);
        b = root(b);
        parents_[std::max(a, b)] = std::min(a, b);
    }
    std::size_t root(std::size_t n) {
        while (parents_[n] != n) n = parents_[n] = parents_[parents_[n]];
        return n;
    }

    std::map<std::string, std::size_t> numbers_{};
    std::vector<std::size_t> parents_{};
};

inline report_effects no_effects(const currency& to) {
    const money<> zero(0, to);
    return {zero, zero, zero, zero, zero, zero, zero};
}

inline void add_to(report_effects& sum, const report_effects& more) {
    sum.before += more.before;
    sum.after += more.after;
    sum.added += more.added;
    sum.cancelled += more.cancelled;
    sum.revised += more.revised;
    sum.phasing += more.phasing;
    sum.rates += more.rates;
}

class report_comparison {
public:
    report_comparison(const report& before, const report& after)
        : to_(after.currency()), per_phase_(is_per_phase(after.options().at)),
          groups_(before.source().plans(), after.source().plans()) {
        read(before, &sides::before);
        read(after, &sides::after);
        for (const auto& [at, both] : entries_) {
            wholes_[{at.group, at.in}] += both;
            presence& of = presences_[at.group];
            of.before = of.before || both.before.is_there;
            of.after = of.after || both.after.is_there;
            currencies_[rates_of(at)] += both;
        }
    }

    // In order, with the effects in each.
    std::vector<report_difference::row> rows() const {
        std::map<row_key, report_effects> made;
        for (const auto& [at, both] : entries_)
            add_to(made.try_emplace(at.row, no_effects(to_)).first->second, effects_of(at, both));
        std::vector<report_difference::row> result;
        for (auto& [row, effects] : made) result.push_back({std::get<std::string>(row), std::move(effects)});
        return result;
    }

private:
    // By days in their order, and plans that state no period last; else by name.
    using row_key = std::tuple<bool, std::chrono::sys_days, std::string>;

    // A group's plans of one currency in one row.
    struct place {
        row_key row;
        std::size_t group;
        currency in;
        friend bool operator<(const place& a, const place& b) {
            return std::tie(a.row, a.group, a.in) < std::tie(b.row, b.group, b.in);
        }
    };
    struct side {
        exact amount{}; // in its own currency
        exact value{};  // in that of the reports
        bool is_there = false;

        side& operator+=(const side& other) {
            amount += other.amount;
            value += other.value;
            is_there = is_there || other.is_there;
            return *this;
        }
    };
    struct sides {
        side before{};
        side after{};

        sides& operator+=(const sides& other) {
            before += other.before;
            after += other.after;
            return *this;
        }
    };

    struct presence {
        bool before = false;
        bool after = false;
    };

    void read(const report& from, side sides::*which) {
        const auto read_row = [&](const report::row& row, bool is_unphased) {
            const row_key key(is_unphased, row.days ? row.days->first() : std::chrono::sys_days(), row.key);
            for (const report::part& part : row.cell.parts) {
                const money<> own = from.reported(part);
                const std::size_t group = groups_.of(from.source().plans()[part.plan]);
                entries_[{key, group, own.currency()}].*which += {own.amount(), from.amount(part).amount(), true};
            }
        };
        for (const report::row& each : from.rows()) read_row(each, false);
        if (from.unphased_row()) read_row(*from.unphased_row(), true);
    }

    // Where amounts have the same rates: in a currency, and where each phase has rates of its own, in a row of it.
    std::pair<row_key, currency> rates_of(const place& at) const { return {per_phase_ ? at.row : row_key(), at.in}; }

    report_effects effects_of(const place& at, const sides& both) const {
        report_effects effects = no_effects(to_);
        effects.before = money<>(both.before.value, to_);
        effects.after = money<>(both.after.value, to_);
        const presence& in = presences_.at(at.group);
        if (!in.before) effects.added = effects.after;
        else if (!in.after) effects.cancelled = -effects.before;
        else explain(effects, at, both);
        return effects;
    }

    // Of a group that both reports have, in this row: from A·s at rate f to B·t at rate g.
    void explain(report_effects& effects, const place& at, const sides& both) const {
        const sides& whole = wholes_.at({at.group, at.in});
        const exact earlier = earlier_rate(at, both, whole);
        // Where all of it is new in its currency, it is revised and not moved.
        const bool is_new = whole.before.amount == 0;
        const exact unmoved =
            is_new ? both.after.amount : whole.after.amount * (both.before.amount / whole.before.amount);
        const exact revised = (unmoved - both.before.amount) * earlier;
        const exact phasing = (both.after.amount - unmoved) * earlier;
        effects.revised = money<>(revised, to_);
        effects.phasing = money<>(phasing, to_);
        effects.rates = money<>(both.after.value - both.before.value - revised - phasing, to_);
    }

    // Where the earlier report has none of a group here, its rate is that of the same group elsewhere, or of the same
    // currency: in this row, where each phase has rates of its own.
    exact earlier_rate(const place& at, const sides& both, const sides& whole) const {
        if (both.before.amount != 0) return both.before.value / both.before.amount;
        if (whole.before.amount != 0 && !per_phase_) return whole.before.value / whole.before.amount;
        const side& of_currency = currencies_.at(rates_of(at)).before;
        if (of_currency.amount != 0) return of_currency.value / of_currency.amount;
        return both.after.amount != 0 ? both.after.value / both.after.amount : exact(0);
    }

    currency to_;
    bool per_phase_;
    plan_groups groups_;
    std::map<place, sides> entries_{};
    std::map<std::pair<std::size_t, currency>, sides> wholes_{}; // of a group in its currency, in all rows
    std::map<std::size_t, presence> presences_{};                // of a group
    std::map<std::pair<row_key, currency>, sides> currencies_{};
};

} // namespace detail

CAMBIST_INLINE report_difference::report_difference(const report& before, const report& after)
    : total_(detail::no_effects(after.currency())) {
    require_same(before.currency(), after.currency());
    if (before.options().by != after.options().by || before.options().across != after.options().across)
        throw argument_error("two reports by different keys");
    rows_ = detail::report_comparison(before, after).rows();
    for (const row& each : rows_) detail::add_to(total_, each.effects);
}

CAMBIST_END
