// SPDX-License-Identifier: MIT
#include "output/plot.hpp"

#include "output/gnuplot.hpp"
#include "output/html.hpp"
#include "output/lines.hpp"
#include "output/status.hpp"

#include <cambist/io/file_writer.hpp>
#include <cambist/numbers/error.hpp>
#include <cambist/numbers/rounding.hpp>
#include <cambist/rates/period.hpp>
#include <cambist/text/printable.hpp>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace program {

using namespace cambist;

namespace {

constexpr std::chrono::days longest_line{7};

// A number as far as a plot can show it.
std::string plotted(const exact& x) {
    constexpr int digits = 12;
    return to_string(round(x, significant{digits}).rounded);
}

// Text for gnuplot, which takes nothing in single quotes for a command.
std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : printable(text)) {
        if (c == '\'') result += "''";
        else result += c;
    }
    return result + "'";
}

// What gnuplot makes of a script: a picture that has come to its end.
std::string drawn(const std::string& terminal, const std::string& script, std::string_view end) {
    std::string picture = run_gnuplot("set terminal " + terminal + "\n" + script);
    if (picture.find(end) == std::string::npos)
        throw ended("nothing is drawn: gnuplot made no whole picture of it", unusable);
    return picture;
}

constexpr std::string_view svg_end = "</svg>";
constexpr std::string_view png_end = "IEND\xae\x42\x60\x82";

constexpr const char* svg = "svg size 900,400 dynamic background 'white' noenhanced";
constexpr const char* png = "pngcairo size 1800,800 fontscale 1.6 noenhanced";

} // namespace

picture_form form_of_picture(const std::string& path) {
    if (io::is_standard_output(path) || path.ends_with(".svg")) return picture_form::svg;
    if (path.ends_with(".png")) return picture_form::png;
    throw parse_error("a file name ending in .svg or .png", path, 0);
}

std::string plot_history(picture_form form, const std::string& title, const std::vector<worth_on_day>& points) {
    if (points.empty()) throw ended("nothing to plot: the pair is quoted on no day", unusable);
    std::string script = "set title " + quoted(title) +
                         "\nset xdata time\nset timefmt '%Y-%m-%d'\nset format x '%Y'\nset grid\nunset key\n"
                         "$data << END\n";
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i != 0 && points[i].day - points[i - 1].day > longest_line) script += "\n"; // which breaks the line
        script += to_string(points[i].day) + " " + plotted(points[i].worth) + "\n";
    }
    script += "END\nplot $data using 1:2 with linespoints pointtype 7 pointsize 0.15\n";
    return form == picture_form::svg ? drawn(svg, script, svg_end) : drawn(png, script, png_end);
}

namespace {

// Sizes of bar charts, in pixels.
struct sizes {
    int width;
    int margin;       // at the left, for the numbers of the axis
    int most_years;   // that are numbered
    int most_numbers; // along an axis
};
constexpr sizes of_desk{840, 76, 12, 7};
constexpr sizes of_phone{400, 64, 5, 3};
constexpr int right_margin = 34; // half of the last number
constexpr int font = 15;
constexpr int letter = 8; // about as wide as one is
constexpr int line_height = 24;
constexpr int upright_height = 300;

// Colours that the colour-blind tell apart too (Paul Tol's bright scheme), and pale grey for what is taken together.
constexpr const char* colours[] = {"#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#cccccc"};
static_assert(std::size(colours) == most_series + 1);

// About how wide a text is.
int width_of(std::string_view text) { return static_cast<int>(display_width(text)) * letter; }

std::string filled(std::size_t series) { return "linecolor rgb '" + std::string(colours[series]) + "'"; }
constexpr const char* whole_range = "range as reported";
constexpr const char* thin_line = "linewidth 1.5 linecolor rgb '#222222'";

// What is drawn, each thing with its name.
struct drawing {
    std::string data{};
    std::string plots{};
    std::vector<std::string> names{};

    void add(const std::string& what, const std::string& name) {
        plots += (plots.empty() ? "plot " : ", ") + what;
        names.push_back(name);
    }
    std::string script() {
        std::string all = std::move(data) + std::move(plots) + "\n";
        data.clear();
        plots.clear();
        return all;
    }
};

// Names stand above what is drawn, side by side as far as there is room.
class legend {
public:
    legend(const bar_chart& chart, const sizes& drawn) : room_(drawn.width - drawn.margin - right_margin) {
        for (std::size_t i = 0; i < chart.series.size(); ++i) add("with boxes " + filled(i), chart.series[i]);
        const auto any = [&](auto is) {
            return std::any_of(chart.years.begin(), chart.years.end(), is) ||
                   std::any_of(chart.others.begin(), chart.others.end(), is);
        };
        if (any([](const bar& each) { return !each.bounds.is_point(); }))
            add("with yerrorbars pointtype -1 " + std::string(thin_line), whole_range);
        if (any([](const bar& each) { return each.assumed; })) add("", "* assumed in part");
        if (any([](const bar& each) { return each.stand_in; })) add("", "~ a range or a limit in part");
        if (any([](const bar& each) { return each.endless; })) add("", "↑ or more");
    }
    std::size_t columns() const {
        constexpr int sample = 60; // of the colour, and what is between two names
        return static_cast<std::size_t>(std::max(1, room_ / (longest_ + sample)));
    }
    int height() const { return static_cast<int>((entries_.size() + columns() - 1) / columns()) * line_height; }
    void draw(drawing& into) const {
        for (const auto& [how, name] : entries_) into.add("keyentry " + how + " title " + quoted(name), name);
    }

private:
    void add(const std::string& how, const std::string& name) {
        entries_.emplace_back(how, name);
        longest_ = std::max(longest_, width_of(name));
    }

    std::vector<std::pair<std::string, std::string>> entries_{};
    int room_;
    int longest_ = 0;
};

// One row of bars, upright or lying.
class panel {
public:
    panel(const bar_chart& chart, const std::vector<bar>& bars, bool lying)
        : chart_(chart), bars_(bars), lying_(lying) {}

    void draw(drawing& into) const {
        const auto add = [&](const std::string& rows, const std::string& how, const std::string& name) {
            if (rows.empty()) return;
            const std::string block = "$data" + std::to_string(into.names.size());
            into.data += block + " << END\n" + rows + "END\n";
            into.add(block + " using " + how + " notitle", name);
        };
        for (std::size_t i = 0; i < std::max<std::size_t>(chart_.series.size(), 1); ++i) {
            add(boxes(i, false), "1:2:3:4:5:6 with boxxyerror " + filled(i),
                i < chart_.series.size() ? chart_.series[i] : "amount as named");
        }
        add(boxes(0, true), "1:2:3:4:5:6 with boxxyerror " + filled(most_series), "others together");
        // Ends as wide as the bars leave room for.
        const std::string ends = plotted(std::min(exact("0.006"), exact("0.3") / exact(bars_.size())));
        add(lines(),
            std::string(lying_ ? "2:1:3:(0)" : "1:2:(0):3") + " with vectors heads size screen " + ends + ",90 fixed " +
                thin_line,
            whole_range);
        if (lying_) return;
        add(marks(&bar::assumed), "1:2:('*') with labels offset 0,0.4", "assumed in part");
        add(marks(&bar::stand_in), "1:2:('~') with labels offset 1,0.4", "a range or a limit in part");
        add(marks(&bar::endless), "1:2:('↑') with labels offset 0,0.8", "or more");
    }

private:
    // Where a bar stands, and how far it reaches to both sides.
    exact place(std::size_t i) const { return lying_ ? exact(-static_cast<int>(i)) : exact(bars_[i].year); }
    exact half() const { return lying_ ? exact("0.18") : exact("0.38"); }

    // One series' part of each bar, upon those of the series before: gnuplot's x, y and the box's ends.
    std::string boxes(std::size_t series, bool several) const {
        std::string rows;
        for (std::size_t i = 0; i < bars_.size(); ++i) {
            const std::vector<exact>& parts = bars_[i].parts;
            if ((parts[series] == 0 && series != 0) || bars_[i].several != several) continue;
            exact from;
            for (std::size_t below = 0; below < series; ++below) {
                if (parts[below].sign() == parts[series].sign()) from += parts[below];
            }
            const exact to = from + parts[series];
            const std::string ends = plotted(std::min(from, to)) + "\t" + plotted(std::max(from, to));
            const std::string sides = plotted(place(i) - half()) + "\t" + plotted(place(i) + half());
            rows += plotted(lying_ ? to : place(i)) + "\t" + plotted(lying_ ? place(i) : to) + "\t" +
                    (lying_ ? ends + "\t" + sides : sides + "\t" + ends) + "\n";
        }
        return rows;
    }
    // From where, and how far.
    std::string lines() const {
        std::string rows;
        for (std::size_t i = 0; i < bars_.size(); ++i) {
            const interval& known = bars_[i].bounds;
            if (known.is_point()) continue;
            rows += plotted(place(i)) + "\t" + plotted(known.low()) + "\t" + plotted(known.high() - known.low()) + "\n";
        }
        return rows;
    }
    std::string marks(bool bar::*has) const {
        std::string rows;
        for (const bar& each : bars_) {
            if (each.*has) rows += std::to_string(each.year) + "\t" + plotted(each.bounds.high()) + "\n";
        }
        return rows;
    }

    const bar_chart& chart_;
    const std::vector<bar>& bars_;
    bool lying_;
};

// Of the axis of years, so that few enough have their numbers.
int year_step(int span, int most) {
    for (const int step : {1, 2, 5, 10, 20, 50, 100}) {
        if (span / step <= most) return step;
    }
    return 1000;
}

// 1, 2 or 5 times a power of ten, of which so many reach as far.
exact number_step(const exact& span, int most) {
    for (exact ten = exact::pow10(-3);; ten *= 10) {
        for (const int times : {1, 2, 5}) {
            if (ten * times * most >= span) return ten * times;
        }
    }
}

constexpr const char* grid = "linecolor rgb '#dddddd' linetype 1 linewidth 1\n";

std::string upright_axes(const bar_chart& chart, const sizes& drawn) {
    const int first = chart.years.front().year;
    const int last = chart.years.back().year;
    const int step = year_step(last - first, drawn.most_years);
    const int numbered = first + (step - first % step) % step;
    return "set xrange [" + plotted(first - exact("0.6")) + ":" + plotted(last + exact("0.6")) + "]\nset xtics " +
           std::to_string(numbered) + "," + std::to_string(step) +
           " scale 0\nset yrange [*<0:*]\nset offsets 0,0,graph 0.06,0\nset ytics scale 0 format '%.10g'\nset "
           "xzeroaxis "
           "linetype 1 linecolor rgb '#555555'\n"
           "set grid noxtics ytics " +
           grid;
}

// Each bar is called what it is above it, so that no name is too long: in one line where there is room, else in two.
class names_above {
public:
    names_above(const bar_chart& chart, const sizes& drawn) : chart_(chart) {
        for (const bar& each : chart.others)
            in_two_ = in_two_ || width_of(each.name + ": " + each.told) > drawn.width - drawn.margin - right_margin;
        exact lowest;
        exact highest;
        for (const bar& each : chart.others) {
            lowest = std::min(lowest, each.bounds.low());
            highest = std::max(highest, each.bounds.high());
        }
        step_ = number_step(highest - lowest, drawn.most_numbers);
    }
    /// A bar and its name, in pixels.
    int height() const { return in_two_ ? 3 * line_height : 2 * line_height; }

    std::string axes() const {
        const exact lowest = 1 - exact(static_cast<int>(chart_.others.size()));
        std::string script =
            "unset xzeroaxis\nset yzeroaxis linetype 1 linecolor rgb '#555555'\nset xrange [*<0:*]\nset "
            "offsets 0,0,0,0\nset xtics " +
            plotted(step_) + " scale 0 format '%.10g'\nunset ytics\nset yrange [" +
            plotted(lowest - (in_two_ ? exact("0.25") : exact("0.4"))) + (in_two_ ? ":0.75" : ":0.6") +
            "]\nset grid xtics noytics " + grid;
        for (std::size_t i = 0; i < chart_.others.size(); ++i) {
            const bar& each = chart_.others[i];
            const exact top = -static_cast<int>(i);
            script += in_two_ ? label(each.name, top + exact("0.6")) + label(each.told, top + exact("0.35"))
                              : label(each.name + ": " + each.told, top + exact("0.36"));
        }
        return script;
    }

private:
    static std::string label(const std::string& text, const exact& at) {
        return "set label " + quoted(text) + " at graph 0, first " + plotted(at) + " left offset 0.5,0\n";
    }

    const bar_chart& chart_;
    exact step_{};
    bool in_two_ = false;
};

// The element alone, named for those who do not see it and for those who point at a bar.
std::string named(std::string picture, const bar_chart& chart, const std::vector<std::string>& names) {
    picture.erase(0, picture.find("<svg")); // the XML declaration has no place within a page
    const auto replace = [&](std::string_view from, const std::string& to) {
        const std::size_t at = picture.find(from);
        if (at != std::string::npos) picture.replace(at, picture.find('<', at + 8) - at, "<title>" + escaped(to));
        return at;
    };
    picture.insert(4, " role=\"img\" aria-label=\"" + escaped(chart.description) + "\"");
    replace("<title>Gnuplot", chart.title.empty() ? chart.description : chart.title);
    for (const std::string& name : names) replace("<title>gnuplot_plot", name);
    return picture;
}

} // namespace

std::string plot_bars(const bar_chart& chart, chart_width width) {
    if (chart.years.empty() && chart.others.empty()) throw ended("nothing to plot: the report has no rows", unusable);
    const sizes& size = width == chart_width::of_phone ? of_phone : of_desk;
    const legend names(chart, size);
    const names_above others(chart, size);
    const bool both = !chart.years.empty() && !chart.others.empty();
    const int title = chart.title.empty() ? 0 : line_height + 4;
    const int top = title + names.height() + line_height + 10; // the unit stands above the axis
    const int bottom = chart.years.empty() ? top : top + upright_height;
    const int lying = both ? bottom + 2 * line_height : bottom;
    const int end = lying + static_cast<int>(chart.others.size()) * others.height();
    const int height = end + line_height + 8;
    const auto at = [&](int y) { return plotted(1 - exact(y) / height); };
    const auto between = [&](int from, int to) {
        return "set tmargin at screen " + at(from) + "\nset bmargin at screen " + at(to) + "\n";
    };
    const auto written = [&](const std::string& text, int y, const std::string& how) {
        return "set label " + quoted(text) + " at screen 0.01, " + at(y) + " left" + how + "\n";
    };

    drawing all;
    std::string script =
        "set encoding utf8\nset datafile separator tab\nset style fill solid 1.0 noborder\n"
        "set tics nomirror\nset border 0 linecolor rgb '#555555'\nset multiplot\nset lmargin at screen " +
        plotted(exact(size.margin) / size.width) + "\nset rmargin at screen " +
        plotted(1 - exact(right_margin) / size.width) + "\nset key at screen 0.985, " + at(title + 2) +
        " right top horizontal Left reverse samplen 1.2 maxcols " + std::to_string(names.columns()) + "\n";
    if (title != 0) script += written(chart.title, title / 2, " font ',17'");
    names.draw(all);
    if (!chart.years.empty()) {
        panel(chart, chart.years, false).draw(all);
        script += written(chart.unit, top - line_height, "") + upright_axes(chart, size) + between(top, bottom) +
                  all.script() + "unset label\nunset key\n";
    }
    if (!chart.others.empty()) {
        panel(chart, chart.others, true).draw(all);
        script += written(chart.unit, end + line_height / 2, "") + others.axes() + between(lying, end) + all.script();
    }
    const std::string terminal = "svg size " + std::to_string(size.width) + "," + std::to_string(height) +
                                 " dynamic font 'sans-serif," + std::to_string(font) +
                                 "' background 'white' noenhanced";
    return named(drawn(terminal, script, svg_end), chart, all.names);
}

} // namespace program
