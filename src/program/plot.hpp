// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/exact.hpp>

#include <chrono>
#include <string>
#include <vector>

namespace program {

struct point_of_day {
    std::chrono::sys_days day;
    cambist::exact value;
};

/// Draws a line through the points to a file ending in .svg or .png, by gnuplot; it breaks where no point is for more
/// than a week. \throws cambist::error if there is nothing to draw, or gnuplot is not here or refuses
void plot(const std::string& path, const std::string& title, const std::vector<point_of_day>& points);

} // namespace program
