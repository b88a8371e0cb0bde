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

// How many sums of rows and columns are not rounded as they would be alone; too many where one is a unit off.
int off_alone(const std::vector<exact>& cells, const std::vector<exact>& shown, std::size_t columns, rounding mode) {
    int off = 0;
    const auto look = [&](std::size_t first, std::size_t stride, std::size_t end) {
        exact exactly;
        exact sum;
        for (std::size_t i = first; i < end; i += stride) {
            exactly += cells[i];
            sum += shown[i];
        }
        if (round(exactly, step{1}, mode).rounded != sum) off += abs(exactly - sum) < 1 ? 1 : 1'000;
    };
    for (std::size_t r = 0; r < cells.size() / columns; ++r) look(r * columns, 1, (r + 1) * columns);
    for (std::size_t c = 0; c < columns; ++c) look(c, columns, cells.size());
    return off;
}

// The least that any choice of cells up and down makes of that, by trying them all.
int least_off(const std::vector<exact>& cells, std::size_t columns, rounding mode) {
    exact all;
    for (const exact& each : cells) all += each;
    const exact goal = round(all, step{1}, mode).rounded;
    int least = 1'000'000;
    for (unsigned up = 0; up < 1U << cells.size(); ++up) {
        std::vector<exact> shown;
        exact sum;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            shown.push_back((up >> i & 1U) != 0 ? ceil(cells[i]) : floor(cells[i]));
            sum += shown.back();
        }
        if (sum == goal) least = std::min(least, off_alone(cells, shown, columns, mode));
    }
    return least;
}

} // namespace

TEST_CASE("round table: sums of rows and columns are rounded as they would be alone, but for as few as can be") {
    for_all(support::many / 10, [](generator& g) {
        const std::size_t columns = static_cast<std::size_t>(g.between(1, 4));
        const std::size_t rows = static_cast<std::size_t>(g.between(1, columns == 4 ? 2 : 3));
        std::vector<exact> cells;
        const int of = g.one_in(2) ? 2 : g.between(3, 20);
        for (std::size_t i = 0; i < rows * columns; ++i) cells.push_back(exact(g.between(-30, 30)) / of);
        const auto mode = static_cast<rounding>(g.below(8));
        const std::vector<exact> shown = round_table(cells, columns, step{1}, mode);
        check_table(cells, columns, step{1}, mode);
        CHECK(off_alone(cells, shown, columns, mode) == least_off(cells, columns, mode));
    });
}

TEST_CASE("round table: ties that fit stay where they are rounded alone") {
    const std::vector<exact> halves{exact("2.5"), exact("3.5")};
    CHECK(round_table(halves, 1, step{1}) == std::vector<exact>{2, 4});
    CHECK(round_table(halves, 2, step{1}) == std::vector<exact>{2, 4});
}

TEST_CASE("round table: of the sums that give way, it is those that are nearest to a tie") {
    // Up, the rows are 42 and 84 and the columns 35 and 91, and all is 125: 41.2 and 90.1 give way.
    const std::vector<exact> cells{exact("6.5"), exact("34.7"), exact("27.9"), exact("55.4")};
    CHECK(round_table(cells, 2, {1}, rounding::up) == std::vector<exact>{7, 34, 28, 56});
    // Up, the rows are 2 and 3 and the columns 4 and 1, and all is 4: 1.1 and 0.2 give way.
    const std::vector<exact> other{exact("1.1"), 0, exact("2.5"), exact("0.2")};
    CHECK(round_table(other, 2, {1}, rounding::ceiling) == std::vector<exact>{1, 0, 3, 0});
}

TEST_CASE("round table: of two rows, too, those nearest to the next unit go up") {
    // The rows are 2 and 3, and the columns 3, 2 and 0: 16/9 and -13/9 go up first, and then what is left to -16/9.
    const std::vector<exact> cells{exact("16/9"), exact("-16/9"), exact("13/9"),
                                   exact("12/9"), exact("30/9"),  exact("-13/9")};
    CHECK(round_table(cells, 3, {1}, rounding::half_up) == std::vector<exact>{2, -1, 1, 1, 3, -1});
}

TEST_CASE("round table: no sum gives way that need not") {
    // Alone the rows are 14 and 7, the columns 11 and 11, and all is 22: a row gives way, and no column.
    const std::vector<exact> cells{5, exact("9.5"), exact("6.5"), 1};
    CHECK(round_table(cells, 2, {1}, rounding::zero_five_up) == std::vector<exact>{5, 10, 6, 1});
    // Where one that gave way is rounded as it is alone again, another need not give way.
    const std::vector<exact> ties{exact("4.5"), exact("-4.5"), 3, 13, 3, 12, exact("0.5"), -8, 10, 1, -6, exact("8.5")};
    const std::vector<exact> shown = round_table(ties, 4, {1}, rounding::half_down);
    CHECK(off_alone(ties, shown, 4, rounding::half_down) == 2);
    CHECK(least_off(ties, 4, rounding::half_down) == 2);
}

TEST_CASE("round table: a whole sum of numbers that are not stays as it is, where it can") {
    // Down, the rows are 45, 35 and 25 and all is 106: of the sums that are not whole one row and column go up.
    const std::vector<exact> cells{18, exact("13.5"), 14, exact("7.5"), 12, exact("15.5"), 14, 7, exact("4.5")};
    CHECK(round_table(cells, 3, {1}, rounding::floor) == std::vector<exact>{18, 14, 14, 7, 12, 16, 14, 7, 4});
}

TEST_CASE("round table: a sum of a row is the same in every layout") {
    // 26,398,141,903.73 in millions, over four columns, beside a row that pulls the other way.
    const std::vector<exact> cells{
        exact("6599.53547593"), exact("6599.53547593"), exact("6599.53547593"), exact("6599.53547594"),
        exact("0.6"),           exact("0.6"),           exact("0.6"),           exact("0.6")};
    const std::vector<exact> shown = round_table(cells, 4, step{1});
    CHECK(shown[0] + shown[1] + shown[2] + shown[3] == 26'398);
    CHECK(shown[4] + shown[5] + shown[6] + shown[7] == 3); // nearer to a tie, of 26,400.54 in all
    check_table(cells, 4, step{1}, rounding::half_even);
}

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

TEST_CASE("round table: what is a whisper above a negative multiple of the unit is rounded up by less than one") {
    const exact nearly = exact("-255.8") + exact::pow10(-40);
    CHECK(round_table(std::vector<exact>{nearly, 1}, 1, step{exact("0.1")}, rounding::up) ==
          std::vector<exact>{exact("-255.8"), 1});
    check_table({nearly, 1, nearly, 2}, 2, step{exact("0.1")}, rounding::up);
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
            else if (g.one_in(4))
                cells.push_back(g.between(-40, 40) + exact(g.between(-9, 9)) * exact::pow10(-g.between(1, 60)));
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
