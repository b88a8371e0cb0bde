// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/detail/factored_sums.hpp>
#include <cambist/numbers/detail/largest_remainder.hpp>
#include <cambist/numbers/exact.ipp>
#include <cambist/numbers/round_table.hpp>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <utility>

CAMBIST_BEGIN
namespace detail {

// Which fractions of a table go up: entries, of a row and a column each, of which every line takes a stated number. One
// row and column more take up what is missing to whole sums, so that there is an answer: an entry there is a margin,
// the sum of a line that goes down.
//
// Margins stand as they would alone, but for as few as the sum of all asks for, those nearest to a tie. Then what is
// nearest to one goes up, where its lines still have room; what is missing is made good along paths that turn one entry
// up and the next one down, which leaves the lines between as they are: by paths without margins, then by those that
// turn the fewest away from where they stand alone.
class entry_choice {
public:
    entry_choice(std::size_t rows, std::size_t columns)
        : rows_(rows), room_(rows + columns), entries_of_(rows + columns) {}

    void add(std::size_t row, std::size_t column, std::uint64_t nearness, std::size_t cell) {
        entries_.push_back({row, rows_ + column, nearness, cell, false});
    }
    // Whether it is chosen where it stands alone.
    void add_margin(std::size_t row, std::size_t column, std::uint64_t nearness, bool alone) {
        entries_.push_back({row, rows_ + column, nearness, no_cell, alone, alone, true});
    }
    void row_takes(std::size_t row, std::int64_t count) { room_[row] = count; }
    void column_takes(std::size_t column, std::int64_t count) { room_[rows_ + column] = count; }

    // `up(cell)` for each that is chosen.
    template <class Use>
    void choose(Use up) {
        std::stable_sort(entries_.begin(), entries_.end(),
                         [](const entry& a, const entry& b) { return a.nearness > b.nearness; });
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            entries_of_[entries_[i].row].push_back(i);
            entries_of_[entries_[i].column].push_back(i);
            if (entries_[i].chosen) take(entries_[i], 1);
        }
        fit_margins(rows_ - 1);
        fit_margins(room_.size() - 1);
        for (entry& e : entries_) {
            if (e.is_margin || room_[e.row] <= 0 || room_[e.column] <= 0) continue;
            e.chosen = true;
            take(e, 1);
        }
        while (make_good(false)) {
        }
        while (make_good(true)) {
        }
        for (const entry& e : entries_) {
            if (e.chosen && !e.is_margin) up(e.cell);
        }
    }

private:
    struct entry {
        std::size_t row;
        std::size_t column;
        std::uint64_t nearness;
        std::size_t cell;
        bool chosen;
        bool alone = false;
        bool is_margin = false;
    };
    static constexpr std::size_t no_cell = static_cast<std::size_t>(-1);
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    void take(const entry& e, std::int64_t count) {
        room_[e.row] -= count;
        room_[e.column] -= count;
    }

    // The further row or column has as many margins as it takes: in order of nearness, those that stand down begin.
    void fit_margins(std::size_t line) {
        std::vector<std::size_t>& margins = entries_of_[line];
        const auto turn = [&](std::size_t each, bool chosen) {
            entry& e = entries_[each];
            if (room_[line] == 0 || e.chosen == chosen) return;
            e.chosen = chosen;
            take(e, chosen ? 1 : -1);
        };
        if (room_[line] > 0) {
            for (const std::size_t each : margins) turn(each, true);
        } else {
            for (auto each = margins.rbegin(); each != margins.rend(); ++each) turn(*each, false);
        }
    }

    // A path from a row to a column that both lack an entry, of the fewest margins turned away from where they stand.
    bool make_good(bool over_margins) {
        constexpr std::int64_t far = std::int64_t{1} << 62;
        std::vector<std::int64_t> cost(room_.size(), far);
        std::vector<std::size_t> by(room_.size(), none); // the entry through which a line was reached
        std::deque<std::size_t> reached;
        for (std::size_t row = 0; row < rows_; ++row) {
            if (room_[row] <= 0) continue;
            cost[row] = 0;
            reached.push_back(row);
        }
        std::size_t best = none;
        for (; !reached.empty(); reached.pop_front()) {
            const std::size_t line = reached.front();
            const bool is_row = line < rows_;
            if (!is_row && room_[line] > 0 && (best == none || cost[line] < cost[best])) best = line;
            if (best != none && !over_margins) break;
            for (const std::size_t each : entries_of_[line]) {
                const entry& e = entries_[each];
                const std::size_t next = is_row ? e.column : e.row;
                const std::int64_t at = cost[line] + (!e.is_margin ? 0 : e.chosen == e.alone ? 1 : -1);
                if (e.chosen == is_row || at >= cost[next] || (e.is_margin && !over_margins)) continue;
                cost[next] = at;
                by[next] = each;
                reached.push_back(next);
            }
        }
        if (best != none) turn(best, by);
        return best != none;
    }
    void turn(std::size_t line, const std::vector<std::size_t>& by) {
        --room_[line];
        while (by[line] != none) {
            entry& e = entries_[by[line]];
            e.chosen = !e.chosen;
            line = line == e.column ? e.row : e.column;
        }
        --room_[line];
    }

    std::size_t rows_;
    std::vector<std::int64_t> room_; // by line: rows, then columns
    std::vector<std::vector<std::size_t>> entries_of_;
    std::vector<entry> entries_{};
};

// A number rounded down to a multiple of 2^-62: the integer below, and how far it is above that.
struct rough {
    static constexpr int bits = 62;
    static constexpr std::int64_t one = std::int64_t{1} << bits;

    exact whole;
    std::int64_t rest;
    bool is_exact;

    bool is_whole() const noexcept { return rest == 0 && is_exact; }

    // Of a quotient, which is brought to lowest terms nowhere: that would cost more than all else.
    static rough quotient(const exact& x, const exact& unit) {
        if (x.is_inline() && unit.is_inline()) {
            const int128 num = int128{exact_parts::numerator(x)} * exact_parts::denominator(unit);
            const int128 den = int128{exact_parts::denominator(x)} * exact_parts::numerator(unit);
            if (den == static_cast<std::int64_t>(den)) {
                const int128 below = num / den - (num % den < 0 ? 1 : 0);
                const int128 rest = (num - below * den) << bits;
                return {exact_of(below), static_cast<std::int64_t>(rest / den), rest % den == 0};
            }
        }
        const fraction a = limbs_access::open(x);
        const fraction b = limbs_access::open(unit);
        cpp_int quotient;
        cpp_int left;
        divide_qr(cpp_int((a.num * b.den) << bits), cpp_int(a.den * b.num), quotient, left);
        if (left < 0) --quotient;
        // The magnitude is shifted: Boost 1.74 loses the sign of a negative number that it shifts to the right.
        const cpp_int whole = quotient < 0 ? cpp_int(-(((-quotient - 1) >> bits) + 1)) : cpp_int(quotient >> bits);
        return {limbs_access::close(whole, 1, true), static_cast<std::int64_t>(cpp_int(quotient - (whole << bits))),
                left == 0};
    }
};

// The sum of what rough numbers have above whole ones.
struct rough_sum {
    static constexpr int bits = rough::bits;
    static constexpr std::int64_t one = rough::one;

    int128 low = 0;
    std::int64_t count = 0; // of those that are not whole

    int128 high() const noexcept { return low + count; } // and never that, but for none
    struct above {
        std::int64_t ceiling;
        bool is_whole; // so that the sum is that
    };
    // The least integer that is not below; what only the exact sum decides is asked of it.
    template <class Exactly>
    above next_whole(Exactly exactly) const {
        const auto below = static_cast<std::int64_t>(low >> bits);
        if (count == 0) return {below, true};
        if ((low & (one - 1)) != 0 && high() >> bits == below) return {below + 1, false};
        const exact sum = exactly();
        return {*ceil(sum).to_int64(), sum.is_integer()};
    }
    // How far the ceiling is above.
    std::uint64_t missing(std::int64_t ceiling) const noexcept {
        return static_cast<std::uint64_t>((int128{ceiling} << bits) - low);
    }
};

// The sum of some numbers: whole units, and what they have above those.
struct line_sum {
    exact whole{};
    rough_sum rest{};

    void add(const rough& each) {
        whole += each.whole;
        if (each.is_whole()) return;
        rest.low += each.rest;
        ++rest.count;
    }
    // How far above its whole units it is rounded; what only the exact sum of the rests decides is asked of it.
    template <class Exactly>
    std::int64_t rounded(const step& unit, rounding mode, Exactly exactly) const {
        const auto of = [&](const exact& rests) {
            const exact units = round((whole + rests) * unit.size, unit, mode).rounded / unit.size;
            return *(units - whole).to_int64();
        };
        const std::int64_t found = of(exact_of(rest.low) / rough_sum::one);
        if (rest.count == 0 || found == of(exact_of(rest.high()) / rough_sum::one)) return found;
        return of(exactly());
    }
};

class table_rounding {
public:
    table_rounding(std::span<const exact> cells, std::size_t columns, const step& unit, rounding mode)
        : cells_(cells), columns_(columns), rows_(cells.size() / columns), unit_(unit), mode_(mode), of_row_(rows_),
          of_column_(columns), choice_(rows_ + 1, columns + 1) {}

    std::vector<exact> run() {
        read();
        std::int64_t of_rows = 0;
        std::int64_t of_columns = 0;
        for (std::size_t r = 0; r < rows_; ++r) of_rows += add_row(r);
        for (std::size_t c = 0; c < columns_; ++c) of_columns += add_column(c);
        const std::int64_t goal = alone(all_, {0, 1, cells_.size()});
        choice_.row_takes(rows_, of_columns - goal);
        choice_.column_takes(columns_, of_rows - goal);
        choice_.choose([&](std::size_t cell) { whole_[cell] += 1; });
        for (exact& each : whole_) each *= unit_.size;
        return std::move(whole_);
    }

private:
    // The cells of a line.
    struct cells_of {
        std::size_t first;
        std::size_t stride;
        std::size_t count;
    };

    void read() {
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const rough each = rough::quotient(cells_[i], unit_.size);
            whole_.push_back(each.whole);
            for (line_sum* sum : {&of_row_[i / columns_], &of_column_[i % columns_], &all_}) sum->add(each);
            if (!each.is_whole()) choice_.add(i / columns_, i % columns_, static_cast<std::uint64_t>(each.rest), i);
        }
    }

    exact exactly(const cells_of& line) const {
        std::vector<exact> each;
        for (std::size_t i = 0; i < line.count; ++i) {
            const std::size_t at = line.first + i * line.stride;
            each.push_back(cells_[at] / unit_.size - whole_[at]);
        }
        return sum_by_halves(each);
    }

    std::int64_t alone(const line_sum& sum, const cells_of& line) const {
        return sum.rounded(unit_, mode_, [&] { return exactly(line); });
    }

    // A line that is not whole may round down: then its part of the further row or column goes up instead.
    std::int64_t add_row(std::size_t r) {
        const cells_of line{r * columns_, 1, columns_};
        const auto [most, is_whole] = of_row_[r].rest.next_whole([&] { return exactly(line); });
        choice_.row_takes(r, most);
        if (!is_whole) choice_.add_margin(r, columns_, of_row_[r].rest.missing(most), alone(of_row_[r], line) < most);
        return most;
    }
    std::int64_t add_column(std::size_t c) {
        const cells_of line{c, columns_, rows_};
        const auto [most, is_whole] = of_column_[c].rest.next_whole([&] { return exactly(line); });
        choice_.column_takes(c, most);
        if (!is_whole)
            choice_.add_margin(rows_, c, of_column_[c].rest.missing(most), alone(of_column_[c], line) < most);
        return most;
    }

    std::span<const exact> cells_;
    std::size_t columns_;
    std::size_t rows_;
    step unit_;
    rounding mode_;
    std::vector<exact> whole_{};
    std::vector<line_sum> of_row_;
    std::vector<line_sum> of_column_;
    line_sum all_{};
    entry_choice choice_;
};

// Each as it is alone, but for as few as the sum asks for, those nearest to a tie.
inline std::vector<exact> round_line(std::span<const exact> numbers, const step& unit, rounding mode) {
    std::vector<exact> rounded;
    line_sum all;
    exact whole;
    for (const exact& each : numbers) {
        all.add(rough::quotient(each, unit.size));
        rounded.push_back(round(each, unit, mode).rounded / unit.size);
        whole += rounded.back();
    }
    const std::int64_t above = all.rounded(unit, mode, [&] {
        return sum_by_halves({numbers.begin(), numbers.end()}) / unit.size - all.whole;
    });
    std::int64_t missing = *(all.whole + above - whole).to_int64();
    const exact way = missing < 0 ? -1 : 1;
    // Those that were rounded the other way, which a unit brings to their other neighbour.
    std::vector<exact> lost;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        lost.push_back((numbers[i] / unit.size - rounded[i]) * way);
        if (lost.back().sign() > 0) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return lost[a] > lost[b]; });
    for (std::size_t i = 0; missing != 0; ++i, missing -= missing < 0 ? -1 : 1) rounded[order[i]] += way;
    for (exact& each : rounded) each *= unit.size;
    return rounded;
}

} // namespace detail

CAMBIST_INLINE std::vector<exact> round_table(std::span<const exact> cells, std::size_t columns, const step& unit,
                                              rounding mode) {
    if (columns == 0 ? !cells.empty() : cells.size() % columns != 0)
        throw argument_error("round_table: the rows are not whole");
    if (cells.empty()) return {};
    if (columns == 1 || columns == cells.size()) return detail::round_line(cells, unit, mode);
    return detail::table_rounding(cells, columns, unit, mode).run();
}

CAMBIST_INLINE std::vector<exact> round_to_sum(std::span<const exact> numbers, const exact& sum, const step& unit) {
    std::vector<exact> units;
    units.reserve(numbers.size());
    for (const exact& each : numbers) units.push_back(each / unit.size);
    units = detail::largest_remainder(std::move(units), sum / unit.size);
    for (exact& each : units) each *= unit.size;
    return units;
}

CAMBIST_END
