// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/report.hpp>

/// A report's options, and its translation but for the rates.
struct report_question : cambist::report_options {
    cambist::currency to{};
    cambist::asked_day day{};
    cambist::lookup how{};
    cambist::rate_precision precision = cambist::rate_precision::point;

    report_question(const cambist::currency& target) : to(target) {}

    cambist::translation at(const cambist::rate_table& rates) const {
        return {.to = to, .rates = rates, .day = day, .how = how, .precision = precision};
    }
};
