// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/detail/factored_sums.hpp>
#include <cambist/plans/detail/part_amounts.ipp>
#include <cambist/plans/report.hpp>

#include <algorithm>
#include <map>
#include <utility>

CAMBIST_BEGIN
namespace detail {

// Puts a part behind others. What is like the last one adds to it: the phases of a plan come one after another, and are
// one part where they share a line. Its bounds are those of its share, which phases of opposite signs would only widen.
inline bool join_last(report::part& last, const report::part& p) {
    if (last.plan != p.plan || last.receipt != p.receipt) return false;
    if (last.end_of_instalments != p.first_instalment + (p.first_day == 0 ? 0U : 1U) || last.end_day != p.first_day)
        return false;
    last.share += p.share;
    last.end_of_instalments = p.end_of_instalments;
    last.end_day = p.end_day;
    if (!last.over || !p.over || p.over->first() > last.over->last() + std::chrono::days(1)) last.over.reset();
    else last.over = period(last.over->first(), std::max(last.over->last(), p.over->last()));
    return true;
}
inline void append(std::vector<report::part>& parts, const report::part& p) {
    if (parts.empty() || !join_last(parts.back(), p)) parts.push_back(p);
}

// Makes the cells of a report of their parts, once all receipts are there.
class report_cells {
public:
    report_cells(const portfolio& plans, const std::vector<report::receipt>& receipts, const translation& at)
        : plans_(plans.plans()), receipts_(receipts), at_(at), places_(places_by_day(receipts)),
          by_receipt_(factors_of(receipts, places_)) {}

    report::cell of(std::vector<report::part>&& parts) const {
        std::vector<sums::term> terms;
        terms.reserve(parts.size());
        bool is_point = at_.precision == rate_precision::point;
        bool assumed = false;
        bool stand_in = false;
        for (const report::part& each : parts) {
            const plan& whose = plans_[each.plan];
            const part_amounts amount(whose, each);
            terms.push_back({places_[each.receipt], amount.nominal()});
            is_point = is_point && whose.amount.bounds().is_point() && each.end_of_instalments == 0;
            assumed = assumed || !whose.assumed.empty();
            stand_in = stand_in || amount.is_stand_in();
        }
        const money<> total(by_receipt_(terms), at_.to);
        interval bounds = is_point ? interval(total.amount()) : bounds_of(parts);
        return {total, std::move(bounds), total, std::move(parts), assumed, stand_in};
    }

private:
    using sums = factored_sums;

    // Where each receipt stands among all by day: what a line has in common is often its time.
    static std::vector<std::size_t> places_by_day(const std::vector<report::receipt>& receipts) {
        std::vector<std::pair<asked_day, std::size_t>> order;
        order.reserve(receipts.size());
        for (const report::receipt& each : receipts) {
            const std::vector<leg>& legs = each.rate.legs();
            order.emplace_back(legs.empty() ? asked_day() : legs.front().quote.day(), order.size());
        }
        std::sort(order.begin(), order.end());
        std::vector<std::size_t> places(order.size());
        for (std::size_t place = 0; place < order.size(); ++place) places[order[place].second] = place;
        return places;
    }

    static std::vector<exact> factors_of(const std::vector<report::receipt>& receipts,
                                         const std::vector<std::size_t>& places) {
        std::vector<exact> factors(receipts.size());
        for (std::size_t i = 0; i < receipts.size(); ++i) factors[places[i]] = receipts[i].factor();
        return factors;
    }

    // A rate that several parts share is one number, however little is known of it: it is applied to their sum.
    interval bounds_of(const std::vector<report::part>& parts) const {
        std::vector<sums::term> low;
        std::vector<sums::term> high;
        bound low_end = bound::closed;
        bound high_end = bound::closed;
        std::map<std::size_t, interval> of_receipt;
        for (const report::part& each : parts) {
            const interval own = part_amounts(plans_[each.plan], each).bounds();
            if (at_.precision != rate_precision::point) {
                of_receipt.try_emplace(each.receipt, exact()).first->second += own;
                continue;
            }
            low.push_back({places_[each.receipt], own.low()});
            high.push_back({places_[each.receipt], own.high()});
            low_end = std::max(low_end, own.low_end());
            high_end = std::max(high_end, own.high_end());
        }
        interval sum(by_receipt_(low), by_receipt_(high), low_end, high_end);
        for (const auto& [receipt, amount] : of_receipt) sum += amount * receipts_[receipt].bounds(at_.precision);
        return sum;
    }

    const std::vector<plan>& plans_;
    const std::vector<report::receipt>& receipts_;
    const translation& at_;
    std::vector<std::size_t> places_;
    sums by_receipt_;
};

} // namespace detail
CAMBIST_END
