// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/exact.hpp>
#include <cambist/interval.hpp>

#include <chrono>
#include <string>
#include <vector>

namespace program {

/// Replaces a file's content. \throws cambist::error
void write_file(const std::string& path, const std::string& bytes);

struct point_of_day {
    std::chrono::sys_days day;
    cambist::exact value;
};
/// Draws a line through the points to a file ending in .svg or .png, by gnuplot; it breaks where no point is for more
/// than a week. \throws cambist::error if there is nothing to draw, or gnuplot is not here or refuses
void plot_history(const std::string& path, const std::string& title, const std::vector<point_of_day>& points);

struct bar {
    std::string name;
    cambist::exact value;
    cambist::interval bounds; ///< bounded
};
/// Bars with their intervals, as SVG, by gnuplot. \throws as above
std::string plot_bars(const std::string& title, const std::vector<bar>& bars);

} // namespace program
