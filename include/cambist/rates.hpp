// SPDX-License-Identifier: MIT
#pragma once

// Quotes as published, the law's ratios, which day may answer, receipts; and, in rates/about/, what is said of many
// rates.

#if __cplusplus < 202002L
#    include <cambist needs C++20: compile with -std=c++20>
#endif

#include <cambist/rates/about/audit.hpp>
#include <cambist/rates/about/coverage.hpp>
#include <cambist/rates/about/difference.hpp>
#include <cambist/rates/about/history.hpp>
#include <cambist/rates/about/price_index.hpp>
#include <cambist/rates/calendar.hpp>
#include <cambist/rates/conversion.hpp>
#include <cambist/rates/law.hpp>
#include <cambist/rates/leg.hpp>
#include <cambist/rates/lookup.hpp>
#include <cambist/rates/no_rate.hpp>
#include <cambist/rates/period.hpp>
#include <cambist/rates/rate.hpp>
#include <cambist/rates/rate_list.hpp>
#include <cambist/rates/rate_table.hpp>
#include <cambist/rates/router.hpp>
#include <cambist/rates/translation.hpp>
#include <cambist/rates/try_convert.hpp>
