// SPDX-License-Identifier: MIT
// The cold bodies, compiled once: what a consumer of cambist::compiled need not compile again.
#include <cambist/bulk/converted_tally.ipp>
#include <cambist/bulk/detail/tally_buckets.ipp>
#include <cambist/bulk/tally.ipp>
#include <cambist/bulk/tally_state.ipp>
#include <cambist/money/allocate.ipp>
#include <cambist/numbers/detail/factored_sums.ipp>
#include <cambist/numbers/exact.ipp>
#include <cambist/numbers/round_table.ipp>
#include <cambist/plans/detail/overlaps.ipp>
#include <cambist/plans/detail/plan_links.ipp>
#include <cambist/plans/detail/report_axis.ipp>
#include <cambist/plans/detail/report_cells.ipp>
#include <cambist/plans/detail/report_display.ipp>
#include <cambist/plans/detail/report_valuation.ipp>
#include <cambist/plans/detail/standings.ipp>
#include <cambist/plans/portfolio.ipp>
#include <cambist/plans/report.ipp>
#include <cambist/plans/report_difference.ipp>
#include <cambist/rates/about/audit.ipp>
#include <cambist/rates/about/coverage.ipp>
#include <cambist/rates/law.ipp>
#include <cambist/rates/rate_table.ipp>
#include <cambist/rates/router.ipp>
#include <cambist/text/figure_words.ipp>
#include <cambist/text/format.ipp>
#include <cambist/text/parse.ipp>
