// SPDX-License-Identifier: MIT
#pragma once

// Plans, their years, what counts, totals, and why they changed.

#if __cplusplus < 202002L
#    include <cambist needs C++20: compile with -std=c++20>
#endif

#include <cambist/plans/phasing.hpp>
#include <cambist/plans/plan.hpp>
#include <cambist/plans/portfolio.hpp>
#include <cambist/plans/report.hpp>
#include <cambist/plans/report_difference.hpp>
#include <cambist/plans/report_key.hpp>
#include <cambist/plans/stated_total.hpp>
#include <cambist/plans/story.hpp>
