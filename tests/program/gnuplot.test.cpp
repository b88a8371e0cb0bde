// SPDX-License-Identifier: MIT
#include "output/gnuplot.hpp"

#include "output/status.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

/// While it lives, a script of the shell is what is found as gnuplot.
class stand_in {
public:
    explicit stand_in(const std::string& script) {
        fs::create_directory(folder_);
        std::ofstream(folder_ / "gnuplot") << "#!/bin/sh\n" << script << "\n";
        fs::permissions(folder_ / "gnuplot", fs::perms::owner_all);
        setenv("PATH", (folder_.string() + ":" + path_).c_str(), 1);
    }
    ~stand_in() {
        setenv("PATH", path_.c_str(), 1);
        fs::remove_all(folder_);
    }
    stand_in(const stand_in&) = delete;
    stand_in& operator=(const stand_in&) = delete;

private:
    fs::path folder_ = fs::temp_directory_path() / ("cambist-" + std::to_string(std::random_device()()));
    std::string path_ = std::getenv("PATH");
};

std::string refused(const std::string& script, std::chrono::milliseconds longest = 1h) {
    const stand_in gnuplot(script);
    try {
        return "drawn: " + program::run_gnuplot("plot x", longest);
    } catch (const program::ended& e) {
        return e.what();
    }
}

} // namespace

TEST_CASE("gnuplot: it gets the script, and what it writes comes back") {
    CHECK(refused("cat") == "drawn: plot x");
    CHECK(refused("echo $*") == "drawn: --default-settings\n");
    CHECK(refused("head -c 200000 /dev/zero | tr '\\0' x").size() == 200'007);
    CHECK(refused("echo told >&2") == "drawn: ");
}

TEST_CASE("gnuplot: one that fails, is cut off, or cannot be had, in cambist's words") {
    CHECK(refused("exit 1") == "nothing is drawn: gnuplot failed at it");
    CHECK(refused("echo half of it; exit 3") == "nothing is drawn: gnuplot failed at it");
    CHECK(refused("kill -9 $$") == "nothing is drawn: gnuplot failed at it");
    const std::string path = std::getenv("PATH");
    setenv("PATH", "/none", 1);
    CHECK_THROWS_WITH_AS(program::run_gnuplot("plot x"),
                         "nothing is drawn: gnuplot is not here (Debian has it as gnuplot-nox)", program::ended);
    setenv("PATH", path.c_str(), 1);
}

TEST_CASE("gnuplot: one that does not end, or writes without end, is ended") {
    CHECK(refused("exec sleep 1000", 100ms) == "nothing is drawn: gnuplot took too long, and was ended");
    CHECK(refused("exec 1>&-; exec sleep 1000", 100ms) == "nothing is drawn: gnuplot took too long, and was ended");
    CHECK(refused("exec yes") == "nothing is drawn: gnuplot wrote more than 67108864 bytes");
}
