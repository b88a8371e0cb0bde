// SPDX-License-Identifier: MIT
#include <cambist/numbers/round_table.hpp>

#include "support/random.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace cambist;
using support::for_all;
using support::generator;

namespace {

// Every number and every sum is within one unit, whole ones are untouched, and the sum of all is rounded as asked.
void check_table(const std::vector<exact>& cells, std::size_t columns, const step& unit, rounding mode) {
    const std::vector<exact> shown = round_table(cells, columns, unit, mode);
    REQUIRE(shown.size() == cells.size());
    const auto near = [&](const exact& a, const exact& b) {
        const exact units = a / unit.size;
        return abs(a - b) < unit.size && b / unit.size >= floor(units) && b / unit.size <= ceil(units);
    };
    const std::size_t rows = cells.size() / columns;
    std::vector<exact> exact_rows(rows), exact_columns(columns), shown_rows(rows), shown_columns(columns);
    exact all;
    exact all_shown;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        CHECK((shown[i] / unit.size).is_integer());
        CHECK(near(cells[i], shown[i]));
        exact_rows[i / columns] += cells[i];
        shown_rows[i / columns] += shown[i];
        exact_columns[i % columns] += cells[i];
        shown_columns[i % columns] += shown[i];
        all += cells[i];
        all_shown += shown[i];
    }
    for (std::size_t r = 0; r < rows; ++r) CHECK(near(exact_rows[r], shown_rows[r]));
    for (std::size_t c = 0; c < columns; ++c) CHECK(near(exact_columns[c], shown_columns[c]));
    CHECK(all_shown == round(all, unit, mode).rounded);
}

} // namespace

TEST_CASE("round table: thirds in both directions") {
    const std::vector<exact> thirds(9, exact(1) / 3);
    const std::vector<exact> shown = round_table(thirds, 3, step{1});
    CHECK(std::count(shown.begin(), shown.end(), exact(1)) == 3); // one in each row and column
    check_table(thirds, 3, step{1}, rounding::half_even);
}

TEST_CASE("round table: one row, one column, one number, none") {
    CHECK(round_table({}, 0, step{1}).empty());
    CHECK(round_table({}, 3, step{1}).empty());
    const std::vector<exact> numbers{exact("0.5"), exact("0.5"), exact("1.7"), 2};
    check_table(numbers, 1, step{1}, rounding::half_even);
    check_table(numbers, 4, step{1}, rounding::ceiling);
    CHECK(round_table(std::vector<exact>{exact("2.5")}, 1, step{1}) == std::vector<exact>{2});
    CHECK_THROWS_AS(round_table(numbers, 3, step{1}), argument_error);
    CHECK_THROWS_AS(round_table(numbers, 0, step{1}), argument_error);
}

TEST_CASE("round to sum: down, and then up what lost most, to the sum that is asked for") {
    const std::vector<exact> numbers{exact("0.5"), exact("-0.2"), exact("1.5"), 2};
    CHECK(round_to_sum(numbers, 4, step{1}) == std::vector<exact>{1, 0, 1, 2});
    CHECK(round_to_sum(numbers, 3, step{1}) == std::vector<exact>{0, 0, 1, 2});
    CHECK(round_to_sum(numbers, 2, step{1}) == std::vector<exact>{0, -1, 1, 2});
    CHECK(round_to_sum({}, 0, step{1}).empty());
    CHECK_THROWS_AS(round_to_sum(numbers, 1, step{1}), rounding_error);
    CHECK_THROWS_AS(round_to_sum(numbers, 7, step{1}), rounding_error);
    CHECK_THROWS_AS(round_to_sum(numbers, exact("3.5"), step{1}), rounding_error);
}

TEST_CASE("law: round table: rows, columns and all add up, each within a unit, on any table") {
    for_all(3'000, [](generator& g) {
        const auto rows = static_cast<std::size_t>(g.between(1, 7));
        const auto columns = static_cast<std::size_t>(g.between(1, 7));
        const step unit{g.one_in(2) ? exact("0.01") : exact(g.between(1, 20)) / 20};
        constexpr rounding modes[] = {rounding::half_even, rounding::half_up, rounding::down, rounding::ceiling};
        std::vector<exact> cells;
        for (std::size_t i = 0; i < rows * columns; ++i) {
            if (g.one_in(3)) cells.emplace_back(g.between(-40, 40));
            else if (g.one_in(6)) cells.push_back(g.value());
            else cells.push_back(exact(g.between(-4'000, 4'000)) / g.between(1, 30));
        }
        // Whole sums of lines are where roundings go wrong.
        if (g.one_in(2)) {
            exact sum;
            for (std::size_t c = 0; c + 1 < columns; ++c) sum += cells[c];
            cells[columns - 1] = floor(sum) - sum;
        }
        check_table(cells, columns, unit, modes[g.below(4)]);
    });
}

TEST_CASE("round table: many rows take time in proportion") {
    std::vector<exact> cells;
    for (int i = 0; i < 2'000 * 30; ++i) cells.push_back(exact(i % 97) / 17);
    check_table(cells, 30, step{exact("0.01")}, rounding::half_even);
}
