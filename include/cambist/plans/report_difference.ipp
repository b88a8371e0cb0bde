// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/report_difference.hpp>

#include <map>
#include <stdexcept>
#include <tuple>
#include <utility>

CAMBIST_BEGIN
namespace detail {

// Groups of ids: those that links join are one.
class joined_ids {
public:
    std::size_t group_of(const std::string& id) { return root(number_of(id)); }
    void join(const std::string& a, const std::string& b) {
        const std::size_t x = root(number_of(a));
        const std::size_t y = root(number_of(b));
        parents_[x < y ? y : x] = x < y ? x : y;
    }

private:
    std::size_t number_of(const std::string& id) {
        const auto [at, fresh] = numbers_.try_emplace(id, parents_.size());
        if (fresh) parents_.push_back(at->second);
        return at->second;
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

class report_comparison {
public:
    explicit report_comparison(const currency& to) : to_(to) {}

    void read(const report& from, bool is_after) {
        const valuation at = from.options().at;
        per_phase_ = at != valuation::on_day && at != valuation::announcement;
        for (const plan& p : from.source().plans()) {
            for (const std::string& old : p.supersedes) ids_.join(p.id, old);
            if (!p.adds_to.empty()) ids_.join(p.id, p.adds_to);
        }
        const bool by_year = from.options().by == report_key::year;
        for (const report::row& each : from.rows())
            read(from, {by_year ? std::stoi(each.key) : 0, each.key}, each.cell, is_after);
        if (from.unphased() != nullptr) read(from, {unphased, {}}, *from.unphased(), is_after);
    }

    // Rows in order, with what makes each.
    std::vector<report_difference::row> rows() {
        std::map<std::pair<std::size_t, currency>, sides> wholes; // what a group is in all rows, in its own currency
        for (const auto& [at, side] : entries_) {
            sides& whole = wholes[{ids_.group_of(at.id), at.in}];
            whole += side;
        }
        std::map<std::size_t, std::pair<bool, bool>> present; // of a group, in which report
        for (const auto& [at, side] : entries_) {
            auto& [earlier, later] = present[ids_.group_of(at.id)];
            earlier = earlier || side.in_before;
            later = later || side.in_after;
        }
        // The same place in a group's rows may be of several plans; it is one.
        std::map<std::tuple<row_key, std::size_t, currency>, sides> joined;
        for (const auto& [at, side] : entries_) joined[{at.row, ids_.group_of(at.id), at.in}] += side;

        for (const auto& [at, side] : joined) {
            const auto& [row, group, in] = at;
            earlier_[{per_phase_ ? row : row_key(), in}] += side;
        }

        std::map<row_key, report_effects> made;
        for (const auto& [at, side] : joined) {
            const auto& [row, group, in] = at;
            report_effects& effects = made.try_emplace(row, no_effects(to_)).first->second;
            effects.before += money<>(side.value_before, to_);
            effects.after += money<>(side.value_after, to_);
            const auto& [earlier, later] = present.at(group);
            if (!earlier) effects.added += money<>(side.value_after, to_);
            else if (!later) effects.cancelled -= money<>(side.value_before, to_);
            else explain(effects, side, wholes.at({group, in}), earlier_.at({per_phase_ ? row : row_key(), in}));
        }
        std::vector<report_difference::row> result;
        for (auto& [row, effects] : made) result.push_back({row.second, std::move(effects)});
        return result;
    }

private:
    // Years in their order; what has no period comes last.
    using row_key = std::pair<int, std::string>;
    static constexpr int unphased = 1'000'000;

    struct place {
        row_key row;
        std::string id;
        currency in;
        friend bool operator<(const place& a, const place& b) {
            return std::tie(a.row, a.id, a.in) < std::tie(b.row, b.id, b.in);
        }
    };
    struct sides {
        exact before; // in its own currency
        exact after;
        exact value_before; // in that of the report
        exact value_after;
        bool in_before = false;
        bool in_after = false;

        sides& operator+=(const sides& other) {
            before += other.before;
            after += other.after;
            value_before += other.value_before;
            value_after += other.value_after;
            in_before = in_before || other.in_before;
            in_after = in_after || other.in_after;
            return *this;
        }
    };

    void read(const report& from, const row_key& row, const report::cell& cell, bool is_after) {
        for (const report::part& part : cell.parts) {
            const money<> own = from.reported(part);
            const exact value = from.amount(part).amount();
            sides& side = entries_[{row, from.source().plans()[part.plan].id, own.currency()}];
            (is_after ? side.after : side.before) += own.amount();
            (is_after ? side.value_after : side.value_before) += value;
            (is_after ? side.in_after : side.in_before) = true;
        }
    }

    // What a whole that both reports have put into this row: from A·s at rate f to B·t at rate g. Where the earlier
    // report has none of it here, its rate is that of the same whole elsewhere, or of the same currency: in this row,
    // where each phase has rates of its own.
    void explain(report_effects& effects, const sides& side, const sides& whole, const sides& of_currency) const {
        exact earlier;
        if (side.before != 0) earlier = side.value_before / side.before;
        else if (whole.before != 0 && !per_phase_) earlier = whole.value_before / whole.before;
        else if (of_currency.before != 0) earlier = of_currency.value_before / of_currency.before;
        else if (side.after != 0) earlier = side.value_after / side.after;
        // Where all of it is new in its currency, it is revised and not moved.
        const exact share = whole.before == 0 ? exact(0) : side.before / whole.before;
        const exact unmoved = whole.before == 0 ? side.after : whole.after * share;
        const exact revised = (unmoved - side.before) * earlier;
        const exact phasing = (side.after - unmoved) * earlier;
        effects.revised += money<>(revised, to_);
        effects.phasing += money<>(phasing, to_);
        effects.rates += money<>(side.value_after - side.value_before - revised - phasing, to_);
    }

    currency to_;
    bool per_phase_ = false;
    joined_ids ids_{};
    std::map<std::pair<row_key, currency>, sides> earlier_{};
    std::map<place, sides> entries_{};
};

} // namespace detail

CAMBIST_INLINE report_difference::report_difference(const report& before, const report& after)
    : total_(detail::no_effects(after.currency())) {
    require_same(before.currency(), after.currency());
    if (before.options().by != after.options().by || before.options().across != after.options().across)
        throw std::invalid_argument("two reports by different keys");
    detail::report_comparison compared(after.currency());
    compared.read(before, false);
    compared.read(after, true);
    rows_ = compared.rows();
    for (const row& each : rows_) {
        total_.before += each.effects.before;
        total_.after += each.effects.after;
        total_.added += each.effects.added;
        total_.cancelled += each.effects.cancelled;
        total_.revised += each.effects.revised;
        total_.phasing += each.effects.phasing;
        total_.rates += each.effects.rates;
    }
}

CAMBIST_END
