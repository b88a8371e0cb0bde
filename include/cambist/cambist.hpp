// SPDX-License-Identifier: MIT
#pragma once

// Everything but the opt-in headers: boost.hpp, ostream.hpp and those of the components.

#include <cambist/error.hpp>
#include <cambist/fwd.hpp>
#include <cambist/version.hpp>
// numbers
#include <cambist/exact.hpp>
#include <cambist/interval.hpp>
#include <cambist/round_table.hpp>
#include <cambist/rounding.hpp>
// money
#include <cambist/allocate.hpp>
#include <cambist/currency.hpp>
#include <cambist/money.hpp>
// rates
#include <cambist/audit.hpp>
#include <cambist/conversion.hpp>
#include <cambist/coverage.hpp>
#include <cambist/difference.hpp>
#include <cambist/law.hpp>
#include <cambist/lookup.hpp>
#include <cambist/price_index.hpp>
#include <cambist/rate.hpp>
#include <cambist/rate_list.hpp>
#include <cambist/rate_table.hpp>
// bulk
#include <cambist/converted_tally.hpp>
#include <cambist/tally.hpp>
// what was reported
#include <cambist/aggregate.hpp>
#include <cambist/figure.hpp>
#include <cambist/precision.hpp>
#include <cambist/summation.hpp>
// plans
#include <cambist/period.hpp>
#include <cambist/phasing.hpp>
#include <cambist/plan.hpp>
#include <cambist/portfolio.hpp>
#include <cambist/report.hpp>
#include <cambist/report_difference.hpp>
// text
#include <cambist/format.hpp>
#include <cambist/parse.hpp>
