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
        : plans_(plans.plans()), receipts_(receipts), at_(at), by_receipt_(factors_of(receipts)) {}

    report::cell of(std::vector<report::part>&& parts) const {
        std::vector<sums::term> terms;
        terms.reserve(parts.size());
        bool is_point = at_.precision == rate_precision::point;
        bool assumed = false;
        bool stand_in = false;
        for (const report::part& each : parts) {
            const plan& whose = plans_[each.plan];
            const part_amounts amount(whose, each);
            terms.push_back({each.receipt, amount.nominal()});
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

    static std::vector<exact> factors_of(const std::vector<report::receipt>& receipts) {
        std::vector<exact> factors;
        factors.reserve(receipts.size());
        for (const report::receipt& each : receipts) factors.push_back(each.factor());
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
            low.push_back({each.receipt, own.low()});
            high.push_back({each.receipt, own.high()});
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
    sums by_receipt_;
};

} // namespace detail
CAMBIST_END
