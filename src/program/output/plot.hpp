// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/exact.hpp>
#include <cambist/numbers/interval.hpp>
#include <cambist/rates/about/history.hpp>

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace program {

enum class picture_form { svg, png };

/// By the end of a file's name, .svg or .png; standard output takes SVG. \throws parse_error
picture_form form_of_picture(const std::string& path);

/// A line through the points, by gnuplot; it breaks where no point is for more than a week. \throws ended if there is
/// nothing to draw, or gnuplot is not here, or draws nothing
std::string plot_history(picture_form form, const std::string& title, const std::vector<cambist::worth_on_day>& points);

/// What a bar is made of, and what is known of the whole.
struct bar {
    std::string name{};                ///< what is written above it; of a year, nothing
    std::string told{};                ///< its numbers, which stand after its name
    std::vector<cambist::exact> parts; ///< one for each series, stacked: above zero those above it
    cambist::interval bounds;          ///< bounded: where no end is known, as far as the bar reaches
    bool assumed = false;              ///< marked with an asterisk
    bool endless = false;              ///< marked with an arrow, since it has no upper end
    bool several = false;              ///< it is others together, and grey
    int year = 0;
    bool stand_in = false; ///< a number in it stands for a range or a limit: marked with a tilde
};

/// Bars upright by year, with bars that lie below them on a scale of their own; either may be missing.
struct bar_chart {
    std::string title{};       ///< none is drawn where it is empty
    std::string description{}; ///< for those who do not see it
    std::string unit;          ///< "bn EUR"
    std::vector<std::string> series{};
    std::vector<bar> years{};
    std::vector<bar> others{};
};

/// The most series that a chart keeps apart, and the most bars that lie.
inline constexpr std::size_t most_series = 6;
inline constexpr std::size_t most_lying = 40;

/// How wide a chart is drawn, so that its words can be read.
enum class chart_width { of_desk, of_phone };

/// Draws it with a line over each bar for its interval, as an SVG element by gnuplot. \throws as above
std::string plot_bars(const bar_chart& chart, chart_width width = chart_width::of_desk);

} // namespace program
