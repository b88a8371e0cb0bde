// SPDX-License-Identifier: MIT
// The cold bodies, compiled once: what a consumer of cambist::compiled need not compile again.
#include <cambist/impl/allocate.ipp>
#include <cambist/impl/audit.ipp>
#include <cambist/impl/converted_tally.ipp>
#include <cambist/impl/coverage.ipp>
#include <cambist/impl/exact.ipp>
#include <cambist/impl/factored_sums.ipp>
#include <cambist/impl/format.ipp>
#include <cambist/impl/law.ipp>
#include <cambist/impl/parse.ipp>
#include <cambist/impl/portfolio.ipp>
#include <cambist/impl/rate_table.ipp>
#include <cambist/impl/report.ipp>
#include <cambist/impl/report_difference.ipp>
#include <cambist/impl/round_table.ipp>
#include <cambist/impl/route.ipp>
#include <cambist/impl/tally.ipp>
