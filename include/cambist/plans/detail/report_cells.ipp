// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/detail/factored_sums.hpp>
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
    last.share += p.share;
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
        : plans_(plans.plans()), receipts_(receipts), at_(at), summands_(plans_.size()),
          by_receipt_(factors_of(receipts)) {
        for (std::size_t i = 0; i < plans_.size(); ++i) {
            if (plans.standings()[i] != standing::counted) continue;
            const plan& p = plans_[i];
            summands_[i] = {*p.amount.value(), p.amount.bounds().is_point(), !p.assumed.empty()};
        }
    }

    report::cell of(std::vector<report::part>&& parts) const {
        std::vector<sums::term> terms;
        terms.reserve(parts.size());
        bool is_point = at_.precision == rate_precision::point;
        bool assumed = false;
        for (const report::part& each : parts) {
            const summand& amount = summands_[each.plan];
            terms.push_back({each.receipt, amount.value * each.share});
            is_point = is_point && amount.is_point;
            assumed = assumed || amount.assumed;
        }
        const money<> total(by_receipt_(terms), at_.to);
        interval bounds = is_point ? interval(total.amount()) : bounds_of(parts);
        return {total, std::move(bounds), total, std::move(parts), assumed};
    }

private:
    using sums = factored_sums;

    // The facts of a plan that each of its parts needs.
    struct summand {
        exact value{};
        bool is_point = true;
        bool assumed = false;
    };

    static std::vector<exact> factors_of(const std::vector<report::receipt>& receipts) {
        std::vector<exact> factors;
        factors.reserve(receipts.size());
        for (const report::receipt& each : receipts) factors.push_back(each.factor());
        return factors;
    }

    interval bounds_of(const std::vector<report::part>& parts) const {
        std::vector<sums::term> low;
        std::vector<sums::term> high;
        bool low_closed = true;
        bool high_closed = true;
        for (const report::part& each : parts) {
            const interval own = plans_[each.plan].amount.bounds() * each.share;
            low.push_back({each.receipt, own.low()});
            high.push_back({each.receipt, own.high()});
            low_closed = low_closed && own.low_end() == bound::closed;
            high_closed = high_closed && own.high_end() == bound::closed;
        }
        const auto end = [](bool closed) { return closed ? bound::closed : bound::open; };
        const auto [lowest, highest] = at_.precision == rate_precision::point
                                           ? std::pair(by_receipt_(low), by_receipt_(high))
                                           : widened(low, high);
        return {lowest, highest, end(low_closed), end(high_closed)};
    }

    // A rate that several parts share is one number, however little is known of it: it is applied to their sum.
    std::pair<exact, exact> widened(const std::vector<sums::term>& low, const std::vector<sums::term>& high) const {
        std::map<std::size_t, std::pair<exact, exact>> of_receipt;
        for (std::size_t i = 0; i < low.size(); ++i) {
            of_receipt[low[i].factor].first += low[i].value;
            of_receipt[high[i].factor].second += high[i].value;
        }
        std::pair<exact, exact> sum;
        for (const auto& [receipt, ends] : of_receipt) {
            const interval each = interval(ends.first, ends.second) * receipts_[receipt].bounds(at_.precision);
            sum.first += each.low();
            sum.second += each.high();
        }
        return sum;
    }

    const std::vector<plan>& plans_;
    const std::vector<report::receipt>& receipts_;
    const translation& at_;
    std::vector<summand> summands_; // by plan
    sums by_receipt_;
};

} // namespace detail
CAMBIST_END
