// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/detail/factored_sums.hpp>
#include <cambist/numbers/detail/largest_remainder.hpp>
#include <cambist/numbers/exact.ipp>
#include <cambist/numbers/round_table.hpp>

#include <algorithm>
#include <cstdint>

CAMBIST_BEGIN
namespace detail {

// Which fractions of a table go up: entries, of a row and a column each, of which every line takes a stated number. One
// row and column more take up what is missing to whole sums, so that there is an answer.
//
// What is nearest to one goes first, where its lines still have room; what is then missing is made good along paths
// that turn one entry up and the next one down, which leaves the lines between as they are.
class entry_choice {
public:
    entry_choice(std::size_t rows, std::size_t columns)
        : rows_(rows), room_(rows + columns), entries_of_(rows + columns) {}

    void add(std::size_t row, std::size_t column, std::uint64_t nearness, std::size_t cell) {
        entries_.push_back({row, rows_ + column, nearness, cell, false});
    }
    void row_takes(std::size_t row, std::int64_t count) { room_[row] = count; }
    void column_takes(std::size_t column, std::int64_t count) { room_[rows_ + column] = count; }

    // `up(cell)` for each that is chosen.
    template <class Use>
    void choose(Use up) {
        std::stable_sort(entries_.begin(), entries_.end(),
                         [](const entry& a, const entry& b) { return a.nearness > b.nearness; });
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            entry& e = entries_[i];
            entries_of_[e.row].push_back(i);
            entries_of_[e.column].push_back(i);
            if (room_[e.row] == 0 || room_[e.column] == 0) continue;
            e.chosen = true;
            --room_[e.row];
            --room_[e.column];
        }
        while (make_good()) {
        }
        for (const entry& e : entries_) {
            if (e.chosen) up(e.cell);
        }
    }

private:
    struct entry {
        std::size_t row;
        std::size_t column;
        std::uint64_t nearness;
        std::size_t cell;
        bool chosen;
    };
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    // The shortest path from a row to a column that both lack an entry; breadth first.
    bool make_good() {
        std::vector<std::size_t> by(room_.size(), none); // the entry through which a line was reached
        std::vector<std::size_t> reached;
        for (std::size_t row = 0; row < rows_; ++row) {
            if (room_[row] > 0) reached.push_back(row);
        }
        std::vector<bool> seen(room_.size(), false);
        for (const std::size_t row : reached) seen[row] = true;
        for (std::size_t i = 0; i < reached.size(); ++i) {
            const std::size_t line = reached[i];
            const bool is_row = line < rows_;
            if (!is_row && room_[line] > 0) {
                turn(line, by);
                return true;
            }
            for (const std::size_t each : entries_of_[line]) {
                const entry& e = entries_[each];
                const std::size_t next = is_row ? e.column : e.row;
                if (e.chosen == is_row || seen[next]) continue;
                seen[next] = true;
                by[next] = each;
                reached.push_back(next);
            }
        }
        return false;
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
        const cpp_int whole = quotient >> bits; // toward minus infinity
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

inline std::vector<exact> round_both_ways(std::span<const exact> cells, std::size_t columns, const step& unit,
                                          rounding mode) {
    const std::size_t rows = cells.size() / columns;
    std::vector<exact> whole;
    std::vector<rough_sum> of_row(rows);
    std::vector<rough_sum> of_column(columns);
    rough_sum all;
    exact units;
    entry_choice choice(rows + 1, columns + 1);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto [below, rest, is_exact] = rough::quotient(cells[i], unit.size);
        whole.push_back(below);
        units += below;
        if (rest == 0 && is_exact) continue;
        for (rough_sum* sum : {&of_row[i / columns], &of_column[i % columns], &all}) {
            sum->low += rest;
            ++sum->count;
        }
        choice.add(i / columns, i % columns, static_cast<std::uint64_t>(rest), i);
    }
    const auto exactly = [&](std::size_t first, std::size_t stride, std::size_t count) {
        std::vector<exact> each;
        for (std::size_t i = first; count > 0; i += stride, --count) each.push_back(cells[i] / unit.size - whole[i]);
        return sum_by_halves(each);
    };
    const auto rounded = [&](const exact& of_rests) {
        return *(round((units + of_rests) * unit.size, unit, mode).rounded / unit.size - units).to_int64();
    };
    std::int64_t goal = rounded(exact_of(all.low) / rough_sum::one);
    if (goal != rounded(exact_of(all.high()) / rough_sum::one)) goal = rounded(exactly(0, 1, cells.size()));

    // A line that is not whole may round down: then its part of the further row or column goes up instead.
    constexpr std::size_t no_cell = static_cast<std::size_t>(-1);
    std::int64_t of_rows = 0;
    std::int64_t of_columns = 0;
    for (std::size_t r = 0; r < rows; ++r) {
        const auto [most, is_whole] = of_row[r].next_whole([&] { return exactly(r * columns, 1, columns); });
        choice.row_takes(r, most);
        of_rows += most;
        if (!is_whole) choice.add(r, columns, of_row[r].missing(most), no_cell);
    }
    for (std::size_t c = 0; c < columns; ++c) {
        const auto [most, is_whole] = of_column[c].next_whole([&] { return exactly(c, columns, rows); });
        choice.column_takes(c, most);
        of_columns += most;
        if (!is_whole) choice.add(rows, c, of_column[c].missing(most), no_cell);
    }
    choice.row_takes(rows, of_columns - goal);
    choice.column_takes(columns, of_rows - goal);
    choice.choose([&](std::size_t cell) {
        if (cell != no_cell) whole[cell] += 1;
    });
    for (exact& each : whole) each *= unit.size;
    return whole;
}

} // namespace detail

CAMBIST_INLINE std::vector<exact> round_table(std::span<const exact> cells, std::size_t columns, const step& unit,
                                              rounding mode) {
    if (columns == 0 ? !cells.empty() : cells.size() % columns != 0)
        throw argument_error("round_table: the rows are not whole");
    if (cells.empty()) return {};
    if (columns == 1 || columns == cells.size()) {
        const exact sum = detail::sum_by_halves({cells.begin(), cells.end()});
        return round_to_sum(cells, round(sum, unit, mode).rounded, unit);
    }
    return detail::round_both_ways(cells, columns, unit, mode);
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
