// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/round_table.hpp>

#include <algorithm>
#include <stdexcept>

CAMBIST_BEGIN
namespace detail {

// The fractions of a table that still have to become 0 or 1. A row and a column more take up what is missing to whole
// sums, so that the fractions of every line sum to an integer. Entries are edges between rows and columns; where they
// close a circle, alternately more and less of each leaves all sums as they are, until one entry is whole and drops
// out. What is left is a forest, and in a forest whose lines have integer sums nothing is fractional.
class circle_rounding {
public:
    circle_rounding(std::size_t rows, std::size_t columns) : columns_(columns), edges_of_(rows + columns) {}

    // `toward`, for the one entry that is to end at 0 or 1 rather than at either.
    static constexpr int either = -1;

    void add(std::size_t row, std::size_t column, exact value, std::size_t cell, int toward = either) {
        if (value == 0) return;
        const std::size_t edge = take(edge_type{row_node(row), column, std::move(value), cell, toward});
        std::vector<std::size_t> circle = path(column, row_node(row));
        if (circle.empty()) {
            link(edge);
            return;
        }
        circle.insert(circle.begin(), edge);
        push(circle);
        for (std::size_t i = 0; i < circle.size(); ++i) {
            const std::size_t each = circle[i];
            const exact& now = edges_[each].value;
            const bool whole = now == 0 || now == 1;
            if (whole && edges_[each].cell != no_cell) result_.push_back({edges_[each].cell, now == 1});
            if (whole && i != 0) unlink(each);
            if (whole) free_.push_back(each);
            if (!whole && i == 0) link(each);
        }
    }

    static constexpr std::size_t no_cell = static_cast<std::size_t>(-1);
    struct settled {
        std::size_t cell;
        bool up;
    };
    const std::vector<settled>& result() const noexcept { return result_; }

private:
    struct edge_type {
        std::size_t row;
        std::size_t column;
        exact value;
        std::size_t cell;
        int toward;
    };

    std::size_t row_node(std::size_t row) const noexcept { return columns_ + row; }

    std::size_t take(edge_type e) {
        if (free_.empty()) {
            edges_.push_back(std::move(e));
            return edges_.size() - 1;
        }
        const std::size_t at = free_.back();
        free_.pop_back();
        edges_[at] = std::move(e);
        return at;
    }
    void link(std::size_t edge) {
        edges_of_[edges_[edge].row].push_back(edge);
        edges_of_[edges_[edge].column].push_back(edge);
    }
    void unlink(std::size_t edge) {
        std::erase(edges_of_[edges_[edge].row], edge);
        std::erase(edges_of_[edges_[edge].column], edge);
    }

    // The edges from one node to another, if they are connected. Rows in the forest are no more than columns, since
    // each has two entries or more.
    std::vector<std::size_t> path(std::size_t from, std::size_t to) {
        struct visit {
            std::size_t node;
            std::size_t by;
            std::size_t next;
        };
        std::vector<visit> way{{from, no_cell, 0}};
        while (!way.empty()) {
            visit& top = way.back();
            if (top.node == to) {
                std::vector<std::size_t> found;
                for (std::size_t i = 1; i < way.size(); ++i) found.push_back(way[i].by);
                return found;
            }
            if (top.next == edges_of_[top.node].size()) {
                way.pop_back();
                continue;
            }
            const std::size_t edge = edges_of_[top.node][top.next++];
            if (edge == top.by) continue;
            const edge_type& e = edges_[edge];
            way.push_back({e.row == top.node ? e.column : e.row, edge, 0});
        }
        return {};
    }

    void push(const std::vector<std::size_t>& circle) {
        // How far the even ones can go up and the odd ones down, and the other way round.
        exact up = 1;
        exact down = 1;
        int wanted = 0; // the way that an entry with a goal asks for
        for (std::size_t i = 0; i < circle.size(); ++i) {
            const edge_type& e = edges_[circle[i]];
            const exact rest = 1 - e.value;
            up = std::min(up, i % 2 == 0 ? rest : e.value);
            down = std::min(down, i % 2 == 0 ? e.value : rest);
            if (e.toward != either) wanted = (e.toward == 1) == (i % 2 == 0) ? 1 : -1;
        }
        const bool goes_up = wanted != 0 ? wanted == 1 : up <= down; // else what moves them least
        for (std::size_t i = 0; i < circle.size(); ++i) {
            exact& value = edges_[circle[i]].value;
            if ((i % 2 == 0) == goes_up) value += goes_up ? up : down;
            else value -= goes_up ? up : down;
        }
    }

    std::size_t columns_;
    std::vector<std::vector<std::size_t>> edges_of_; // of the forest, by node: columns, then rows
    std::vector<edge_type> edges_{};
    std::vector<std::size_t> free_{};
    std::vector<settled> result_{};
};

} // namespace detail

CAMBIST_INLINE std::vector<exact> round_table(std::span<const exact> cells, std::size_t columns, const step& unit,
                                              rounding mode) {
    if (columns == 0 ? !cells.empty() : cells.size() % columns != 0)
        throw std::invalid_argument("round_table: the rows are not whole");
    if (cells.empty()) return {};
    const std::size_t rows = cells.size() / columns;
    std::vector<exact> whole;
    std::vector<exact> rests;
    std::vector<exact> of_row(rows);
    std::vector<exact> of_column(columns);
    exact all;
    exact units;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const exact scaled = cells[i] / unit.size;
        whole.push_back(floor(scaled));
        rests.push_back(scaled - whole.back());
        units += whole.back();
        if (rests.back() == 0) continue;
        of_row[i / columns] += rests.back();
        of_column[i % columns] += rests.back();
        all += rests.back();
    }
    const exact up_to_whole = floor(all);
    const exact goal = round((units + all) * unit.size, unit, mode).rounded / unit.size - units - up_to_whole;

    detail::circle_rounding rounding_off(rows + 1, columns + 1);
    constexpr std::size_t slack = detail::circle_rounding::no_cell;
    rounding_off.add(rows, columns, all - up_to_whole, slack, goal == 1 ? 1 : 0);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c)
            rounding_off.add(r, c, std::move(rests[r * columns + c]), r * columns + c);
        rounding_off.add(r, columns, ceil(of_row[r]) - of_row[r], slack);
    }
    for (std::size_t c = 0; c < columns; ++c) rounding_off.add(rows, c, ceil(of_column[c]) - of_column[c], slack);
    for (const auto& [cell, up] : rounding_off.result()) {
        if (up) whole[cell] += 1;
    }
    for (exact& each : whole) each *= unit.size;
    return whole;
}

CAMBIST_END
