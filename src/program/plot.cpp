// SPDX-License-Identifier: MIT
#include "plot.hpp"

#include <cambist/error.hpp>
#include <cambist/period.hpp>
#include <cambist/rounding.hpp>

#include <csignal>
#include <cstdio>

namespace program {

using namespace cambist;

namespace {

constexpr std::chrono::days longest_line{7};
constexpr int plotted_digits = 12; // what a plot can show

std::string script(const std::string& path, const std::string& title, const std::vector<point_of_day>& points) {
    const bool svg = path.ends_with(".svg");
    if (!svg && !path.ends_with(".png")) throw parse_error("a file name ending in .svg or .png", path, 0);
    std::string quoted;
    for (const char c : path) {
        if (c == '\n' || c == '\0') throw parse_error("a file name in one line", path, 0);
        quoted += c == '\'' ? "''" : std::string(1, c);
    }
    std::string text = std::string("set terminal ") +
                       (svg ? "svg size 900,400 dynamic background 'white'" : "pngcairo size 1800,800 fontscale 1.6") +
                       "\nset output '" + quoted + "'\nset title '" + title +
                       "'\nset xdata time\nset timefmt '%Y-%m-%d'\nset format x '%Y'\nset grid\nunset key\n"
                       "$data << END\n";
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i != 0 && points[i].day - points[i - 1].day > longest_line) text += "\n"; // which breaks the line
        text += to_string(points[i].day) + " " +
                to_string(round(points[i].value, significant{plotted_digits}).rounded) + "\n";
    }
    return text + "END\nplot $data using 1:2 with linespoints pointtype 7 pointsize 0.15\n";
}

} // namespace

void plot(const std::string& path, const std::string& title, const std::vector<point_of_day>& points) {
    const std::string text = script(path, title, points);
    if (points.empty()) throw error("nothing to plot: the pair is quoted on no day");
    // Where it is not here, or ends early, writing to it must not end this program.
    std::signal(SIGPIPE, SIG_IGN);
    std::FILE* gnuplot = popen("gnuplot >/dev/null 2>&1", "w");
    const bool written = gnuplot != nullptr && std::fwrite(text.data(), 1, text.size(), gnuplot) == text.size();
    const int status = gnuplot != nullptr ? pclose(gnuplot) : -1;
    if (!written || status != 0)
        throw error(path + " is not drawn: gnuplot is not here, or refused (Debian has it as gnuplot-nox)");
}

} // namespace program
