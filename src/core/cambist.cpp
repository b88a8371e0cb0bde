// SPDX-License-Identifier: MIT
// The cold bodies, compiled once: what a consumer of cambist::compiled need not compile again.
#include <cambist/bulk/converted_tally.ipp>
#include <cambist/bulk/detail/tally_buckets.ipp>
#include <cambist/bulk/tally.ipp>
#include <cambist/bulk/tally_state.ipp>
#include <cambist/bulk/tally_units.ipp>
#include <cambist/money/allocate.ipp>
#include <cambist/money/currency.ipp>
#include <cambist/numbers/detail/factored_sums.ipp>
#include <cambist/numbers/detail/numeral.ipp>
#include <cambist/numbers/error.ipp>
#include <cambist/numbers/exact.ipp>
#include <cambist/numbers/round_table.ipp>
#include <cambist/plans/detail/missing_rates.ipp>
#include <cambist/plans/detail/overlaps.ipp>
#include <cambist/plans/detail/part_amounts.ipp>
#include <cambist/plans/detail/phase_lines.ipp>
#include <cambist/plans/detail/plan_links.ipp>
#include <cambist/plans/detail/report_axis.ipp>
#include <cambist/plans/detail/report_cells.ipp>
#include <cambist/plans/detail/report_display.ipp>
#include <cambist/plans/detail/report_valuation.ipp>
#include <cambist/plans/detail/standings.ipp>
#include <cambist/plans/phasing.ipp>
#include <cambist/plans/portfolio.ipp>
#include <cambist/plans/report.ipp>
#include <cambist/plans/report_difference.ipp>
#include <cambist/plans/story.ipp>
#include <cambist/rates/about/audit.ipp>
#include <cambist/rates/about/coverage.ipp>
#include <cambist/rates/about/difference.ipp>
#include <cambist/rates/about/history.ipp>
#include <cambist/rates/about/price_index.ipp>
#include <cambist/rates/calendar.ipp>
#include <cambist/rates/detail/rate_graph.ipp>
#include <cambist/rates/law.ipp>
#include <cambist/rates/rate_list.ipp>
#include <cambist/rates/rate_table.ipp>
#include <cambist/rates/router.ipp>
#include <cambist/text/common_scale.ipp>
#include <cambist/text/figure_words.ipp>
#include <cambist/text/format_conversion.ipp>
#include <cambist/text/format_figure.ipp>
#include <cambist/text/format_money.ipp>
#include <cambist/text/format_number.ipp>
#include <cambist/text/parse.ipp>
#include <cambist/text/parse_report_key.ipp>
#include <cambist/text/plan_words.ipp>
#include <cambist/text/short_form.ipp>

// What config.hpp asks for.
const char CAMBIST_BUILT = 0;
