// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/report.hpp>

#include <string>
#include <vector>

CAMBIST_BEGIN

/// Why a number of one report is another in the next. The five add up to the difference, exactly.
struct report_effects {
    money<> before;
    money<> after;
    money<> added;     ///< plans that the earlier report does not count, nor any that they replace
    money<> cancelled; ///< plans that the later one does not count, nor any that replaces them
    money<> revised;   ///< amounts that changed, at the earlier rates
    money<> phasing;   ///< amounts that moved to another row, or to days of other rates, at the earlier rates
    money<> rates;     ///< what is there in the later report, moved from the earlier rates to its own

    money<> total() const { return after - before; }
};

/// The difference between two reports of one kind, such as last year's and this year's.
///
/// Plans are the same where their ids are, and where one supersedes or adds to the other. A currency that only one of
/// the reports takes at some day is valued at that report's rate in both.
class report_difference {
public:
    struct row {
        std::string key;
        report_effects effects;
    };

    /// \throws currency_mismatch, or argument_error where the reports have other rows or columns
    report_difference(const report& before, const report& after);

    /// In order of their keys; by year, plans without a period come last, with no key.
    const std::vector<row>& rows() const noexcept { return rows_; }
    const report_effects& total() const noexcept { return total_; }

private:
    std::vector<row> rows_{};
    report_effects total_;
};

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/plans/report_difference.ipp>
#endif
