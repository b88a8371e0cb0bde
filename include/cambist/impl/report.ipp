// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/report.hpp>

#include <algorithm>
#include <map>

CAMBIST_BEGIN

// A cell while it is added up: intervals by receipt, so that a rate which several plans share is applied once.
struct report::draft {
    std::vector<part> parts{};
    std::map<std::size_t, interval> bounds{};
    bool assumed = false;

    void add(part p, const interval& reported, bool is_assumed) {
        const auto [at, fresh] = bounds.try_emplace(p.receipt, reported);
        if (!fresh) at->second += reported;
        parts.push_back(std::move(p));
        assumed = assumed || is_assumed;
    }
};

CAMBIST_INLINE report::report(portfolio plans, const rate_table& rates, report_options options)
    : portfolio_(std::move(plans)), options_(std::move(options)) {
    aggregate(rates);
    display();
    set_aside(rates);
}

CAMBIST_INLINE std::size_t report::receipt_of(const currency& from, const rate_table& rates) {
    for (std::size_t i = 0; i < receipts_.size(); ++i) {
        if (receipts_[i].amount().currency() == from) return i;
    }
    receipts_.push_back(explain(money<>(1, from), options_.to, rates, options_.day, options_.how));
    return receipts_.size() - 1;
}

CAMBIST_INLINE std::string report::key_of(const plan& p) const {
    switch (options_.by) {
    case report_key::holder: return p.holder;
    case report_key::country: return p.country;
    case report_key::project: return p.project;
    case report_key::currency: return to_string(p.amount.currency());
    case report_key::status: return std::string(to_string(p.status));
    case report_key::year: break;
    }
    return {};
}

CAMBIST_INLINE report::cell report::finish(draft&& from) const {
    // Equal denominators add without a gcd, so plans are added as reported and each currency is converted once.
    std::map<std::size_t, exact> reported;
    for (const part& p : from.parts) reported[p.receipt] += *portfolio_.plans()[p.plan].amount.value() * p.share;
    exact total;
    for (const auto& [receipt, amount] : reported) total += amount * receipts_[receipt].result().amount();
    std::optional<interval> bounds;
    for (const auto& [receipt, reported_bounds] : from.bounds) {
        const interval converted = options_.precision == rate_precision::point
                                       ? reported_bounds * receipts_[receipt].result().amount()
                                       : reported_bounds * receipts_[receipt].bounds();
        bounds = bounds ? *bounds + converted : converted;
    }
    const money<> sum(std::move(total), options_.to);
    return {sum, bounds.value_or(exact()), sum, std::move(from.parts), from.assumed};
}

CAMBIST_INLINE void report::aggregate(const rate_table& rates) {
    std::map<std::string, draft> by_key;
    std::map<int, draft> by_year;
    draft unphased;
    draft total;
    const auto add = [](draft& into, const part& p, const figure& amount, bool assumed) {
        into.add(p, amount.bounds() * p.share, assumed);
    };
    for (std::size_t i = 0; i < portfolio_.plans().size(); ++i) {
        if (portfolio_.standings()[i] != standing::counted) continue;
        const plan& p = portfolio_.plans()[i];
        try {
            const std::size_t receipt = receipt_of(p.amount.currency(), rates);
            const money<> converted(*p.amount.value() * receipts_[receipt].result().amount(), options_.to);
            const bool assumed = !p.assumed.empty();
            const part whole{i, exact(1), converted, receipt};
            add(total, whole, p.amount, assumed);
            if (options_.by != report_key::year) {
                add(by_key[key_of(p)], whole, p.amount, assumed);
                continue;
            }
            const std::vector<phase> phases = phases_of(p);
            if (phases.empty()) add(unphased, whole, p.amount, assumed);
            for (const phase& each : phases) {
                add(by_year[each.year], {i, each.share, converted * each.share, receipt}, p.amount, assumed);
            }
        } catch (error& e) {
            if (e.where().file.empty() && e.where().line == 0) e.locate(p.where);
            throw;
        }
    }
    for (auto& [key, drafted] : by_key) rows_.push_back({key, finish(std::move(drafted))});
    for (auto& [year, drafted] : by_year) rows_.push_back({std::to_string(year), finish(std::move(drafted))});
    if (!unphased.parts.empty()) unphased_ = finish(std::move(unphased));
    total_ = finish(std::move(total));
}

// The displayed total is rounded; the rows share it out by largest remainder.
CAMBIST_INLINE void report::display() {
    const exact unit = exact::pow10(-digits());
    const exact displayed = round(total_->total.amount(), step{unit}, options_.mode).rounded;
    total_->displayed = money<>(displayed, options_.to);

    std::vector<cell*> cells;
    for (row& r : rows_) cells.push_back(&r.cell);
    if (unphased_) cells.push_back(&*unphased_);
    exact left = displayed / unit;
    std::vector<exact> whole;
    std::vector<exact> rest;
    for (const cell* c : cells) {
        const exact units = c->total.amount() / unit;
        whole.push_back(floor(units));
        rest.push_back(units - whole.back());
        left -= whole.back();
    }
    std::vector<std::size_t> order(cells.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rest[a] > rest[b]; });
    for (std::size_t i = 0; i < order.size() && left > 0; ++i, left -= 1) whole[order[i]] += 1;
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i]->displayed = money<>(whole[i] * unit, options_.to);
}

CAMBIST_INLINE void report::set_aside(const rate_table& rates) {
    // What is in no total is shown as reported where no rate allows more.
    const auto in_target = [&](const figure& f) -> std::optional<figure> {
        try {
            return convert(f, receipts_[receipt_of(f.currency(), rates)], options_.precision);
        } catch (const no_rate&) {
            return std::nullopt;
        }
    };
    for (std::size_t i = 0; i < portfolio_.plans().size(); ++i) {
        const plan& p = portfolio_.plans()[i];
        const standing why = portfolio_.standings()[i];
        const std::optional<figure> amount = in_target(p.amount);
        if (p.also) {
            check line{i, in_target(*p.also), {}};
            if (amount && line.also) line.reconciled = reconcile(*amount, *line.also);
            checks_.push_back(std::move(line));
        }
        if (why == standing::counted) continue;
        aside line{i, why, amount, {}};
        if (const plan* original = portfolio_.find(p.restates); original != nullptr && amount) {
            if (const std::optional<figure> stated = in_target(original->amount))
                line.consistent = consistent(*amount, *stated);
        }
        asides_.push_back(std::move(line));
    }
}

CAMBIST_END
