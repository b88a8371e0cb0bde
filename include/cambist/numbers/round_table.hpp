// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/rounding.hpp>

#include <cstddef>
#include <span>
#include <vector>

CAMBIST_BEGIN

/// Rounds a table of numbers to multiples of `unit` so that what is shown adds up in both directions: every number,
/// every sum of a row or column, and the sum of all is within one unit of its exact value, and a number that needs no
/// rounding stays as it is. The sum of all is rounded by `mode`, and so are as many sums of rows and columns as can be,
/// and of a single row or column as many numbers. (Controlled rounding, after Cox 1987: it always exists.)
///
///     round_table(cells, 3, step{exact("0.01")});   // row by row, three columns
///
/// The nearest to the next unit go up first: of one row or column, those of the largest remainders. O(cells × (rows +
/// columns)) at most, after sorting.
/// \throws argument_error unless the rows are whole
std::vector<exact> round_table(std::span<const exact> cells, std::size_t columns, const step& unit,
                               rounding mode = rounding::half_even);

/// Rounds numbers to multiples of `unit` so that they sum to `sum`: each down, and then those up that lost most by it,
/// ties to the lower index. O(n log n). \throws rounding_error unless `sum` can be made so
std::vector<exact> round_to_sum(std::span<const exact> numbers, const exact& sum, const step& unit);

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/numbers/round_table.ipp>
#endif
