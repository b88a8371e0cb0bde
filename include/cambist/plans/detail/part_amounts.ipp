// SPDX-License-Identifier: MIT
#pragma once

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
          count_(of.instalments.size()) {}

    exact nominal() const {
        if (!has_instalments()) return plan_.amount.nominal() * share_;
        exact sum = nominal_of(first_, std::min(end_, count_));
        if (has_rest()) sum += plan_.amount.nominal() - nominal_of(0, count_);
        return sum;
    }

    interval bounds() const {
        if (!has_instalments()) return plan_.amount.bounds() * share_;
        if (is_whole()) return plan_.amount.bounds();
        interval sum = bounds_of(first_, std::min(end_, count_));
        if (has_rest()) sum += plan_.amount.bounds() - bounds_of(0, count_);
        return sum;
    }

    bool is_stand_in() const {
        if (!has_instalments() || is_whole()) return plan_.amount.is_stand_in();
        if (has_rest() && plan_.amount.is_stand_in()) return true;
        return std::any_of(at(has_rest() ? 0 : first_), at(std::min(end_, count_)),
                           [](const instalment& i) { return i.amount.is_stand_in(); });
    }

private:
    bool has_instalments() const noexcept { return end_ != 0; }
    bool has_rest() const noexcept { return end_ > count_; }
    bool is_whole() const {
        return first_ == 0 && (has_rest() || (end_ == count_ && nominal_of(0, count_) == plan_.amount.nominal()));
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
    std::size_t count_;
};

} // namespace detail
CAMBIST_END
