// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/detail/phase_lines.ipp>
#include <cambist/plans/report.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

CAMBIST_BEGIN
namespace detail {

// What a part of a report is, in the currency of its plan: a share of the amount, or instalments with what these leave.
class part_amounts {
public:
    part_amounts(const plan& of, const report::part& part)
        : plan_(of), share_(part.share), first_(part.first_instalment), end_(part.end_of_instalments),
          first_day_(part.first_day), end_day_(part.end_day), count_(of.instalments.size()) {}

    exact nominal() const {
        if (!has_instalments()) return plan_.amount.nominal() * share_;
        exact sum;
        for (std::size_t i = first_; i < std::min(end_, count_); ++i)
            sum += plan_.instalments[i].amount.nominal() * share_of(i);
        if (has_rest()) sum += plan_.amount.nominal() - nominal_of(0, count_);
        return sum;
    }

    interval bounds() const {
        if (!has_instalments()) return plan_.amount.bounds() * share_;
        if (is_whole()) return plan_.amount.bounds();
        interval sum = exact();
        for (std::size_t i = first_; i < std::min(end_, count_); ++i)
            sum += plan_.instalments[i].amount.bounds() * share_of(i);
        if (has_rest()) sum += plan_.amount.bounds() - bounds_of(0, count_);
        return sum;
    }

    bool is_stand_in() const {
        if (!has_instalments() || is_whole()) return plan_.amount.is_stand_in();
        if (has_rest() && plan_.amount.is_stand_in()) return true;
        return std::any_of(at(has_rest() ? 0 : first_), at(std::min(end_, count_)),
                           [](const instalment& i) { return i.amount.is_stand_in(); });
    }

    // How much of an instalment it has, that lies in it or at one of its ends.
    exact share_of(std::size_t number) const {
        const int first = number == first_ ? first_day_ : 0;
        const int end = number + 1 == end_ ? end_day_ : 0;
        if (first == 0 && end == 0) return 1;
        const period on(plan_.instalments[number].on);
        const period own(on.first() + std::chrono::days(first),
                         end == 0 ? on.last() : on.first() + std::chrono::days(end - 1));
        return weight_within(own, true, phasing::instalments) / weight_within(on, true, phasing::instalments);
    }

private:
    bool has_instalments() const noexcept { return end_ != 0; }
    bool has_rest() const noexcept { return end_ > count_; }
    bool is_whole() const {
        return first_ == 0 && first_day_ == 0 &&
               (has_rest() || (end_ == count_ && end_day_ == 0 && nominal_of(0, count_) == plan_.amount.nominal()));
    }

    std::vector<instalment>::const_iterator at(std::size_t number) const {
        return plan_.instalments.begin() + static_cast<std::ptrdiff_t>(number);
    }
    exact nominal_of(std::size_t from, std::size_t to) const {
        exact sum;
        for (auto each = at(from); each < at(to); ++each) sum += each->amount.nominal();
        return sum;
    }
    interval bounds_of(std::size_t from, std::size_t to) const {
        interval sum = exact();
        for (auto each = at(from); each < at(to); ++each) sum += each->amount.bounds();
        return sum;
    }

    const plan& plan_;
    const exact& share_;
    std::size_t first_;
    std::size_t end_;
    int first_day_;
    int end_day_;
    std::size_t count_;
};

} // namespace detail
CAMBIST_END
