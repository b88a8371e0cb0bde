// SPDX-License-Identifier: MIT
#include "plot.hpp"

#include <cambist/error.hpp>
#include <cambist/io/file.hpp>
#include <cambist/period.hpp>
#include <cambist/rounding.hpp>

#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace program {

using namespace cambist;

namespace {

constexpr std::chrono::days longest_line{7};
constexpr std::size_t upright_names = 8; // that fit below their bars

// A number as far as a plot can show it.
std::string plotted(const exact& x) {
    constexpr int digits = 12;
    return to_string(round(x, significant{digits}).rounded);
}

// Text for gnuplot, which takes nothing in single quotes for a command.
std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text) {
        if (c == '\'') result += "''";
        else result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return result + "'";
}

// A file that is gone when its name is.
class temporary_file {
public:
    temporary_file() : path_((std::filesystem::temp_directory_path() / "cambist-XXXXXX").string()) {
        const int opened = mkstemp(path_.data());
        if (opened < 0) throw error("no temporary file can be made in " + path_);
        close(opened);
    }
    temporary_file(const temporary_file&) = delete; // two would remove it twice
    temporary_file& operator=(const temporary_file&) = delete;
    ~temporary_file() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    const std::string& path() const noexcept { return path_; }

private:
    std::string path_;
};

// What gnuplot makes of a script: the bytes of a picture.
std::string drawn(const std::string& terminal, const std::string& script) {
    const temporary_file picture;
    const std::string text = "set terminal " + terminal + "\nset output " + quoted(picture.path()) + "\n" + script;
    // Where it is not here, or ends early, writing to it must not end this program.
    std::signal(SIGPIPE, SIG_IGN);
    std::FILE* gnuplot = popen("gnuplot >/dev/null 2>&1", "w");
    const bool written = gnuplot != nullptr && std::fwrite(text.data(), 1, text.size(), gnuplot) == text.size();
    const int status = gnuplot != nullptr ? pclose(gnuplot) : -1;
    if (!written || status != 0)
        throw error("nothing is drawn: gnuplot is not here, or refused (Debian has it as gnuplot-nox)");
    return io::read_file(picture.path());
}

constexpr const char* svg = "svg size 900,400 dynamic background 'white' noenhanced";
constexpr const char* png = "pngcairo size 1800,800 fontscale 1.6 noenhanced";

} // namespace

void write_file(const std::string& path, const std::string& bytes) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    const bool written = file != nullptr && std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    const bool closed = file != nullptr && std::fclose(file) == 0;
    if (!written || !closed) throw error(path + " cannot be written");
}

void plot_history(const std::string& path, const std::string& title, const std::vector<point_of_day>& points) {
    const bool as_svg = path.ends_with(".svg");
    if (!as_svg && !path.ends_with(".png")) throw parse_error("a file name ending in .svg or .png", path, 0);
    if (points.empty()) throw error("nothing to plot: the pair is quoted on no day");
    std::string script = "set title " + quoted(title) +
                         "\nset xdata time\nset timefmt '%Y-%m-%d'\nset format x '%Y'\nset grid\nunset key\n"
                         "$data << END\n";
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i != 0 && points[i].day - points[i - 1].day > longest_line) script += "\n"; // which breaks the line
        script += to_string(points[i].day) + " " + plotted(points[i].value) + "\n";
    }
    script += "END\nplot $data using 1:2 with linespoints pointtype 7 pointsize 0.15\n";
    write_file(path, drawn(as_svg ? svg : png, script));
}

std::string plot_bars(const std::string& title, const std::vector<bar>& bars) {
    if (bars.empty()) throw error("nothing to plot: the report has no rows");
    std::string script =
        "set title " + quoted(title) +
        "\nset grid y\nunset key\nset boxwidth 0.7\nset style fill solid 0.5\nset datafile separator tab\n"
        "set format y '%.3s %c'\nset yrange [*<0:*]\n";
    if (bars.size() > upright_names) script += "set xtics rotate by -45\n";
    script += "set xtics (";
    for (std::size_t i = 0; i < bars.size(); ++i)
        script += (i == 0 ? "" : ", ") + quoted(bars[i].name) + " " + std::to_string(i);
    script += ")\n$data << END\n";
    for (std::size_t i = 0; i < bars.size(); ++i) {
        script += std::to_string(i) + "\t" + plotted(bars[i].value) + "\t" + plotted(bars[i].bounds.low()) + "\t" +
                  plotted(bars[i].bounds.high()) + "\n";
    }
    script += "END\nplot $data using 1:2 with boxes linecolor rgb '#4477aa', $data using 1:2:3:4 with yerrorbars "
              "linecolor rgb '#222222' pointtype 0\n";
    return drawn(svg, script);
}

} // namespace program
