// SPDX-License-Identifier: MIT
#include <cambist/io/file_writer.hpp>

#include "../file_of.hpp"
#include "../refused.hpp"

#include <doctest/doctest.h>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

using namespace cambist;
using namespace cambist::io;
using namespace std::string_literals;
namespace fs = std::filesystem;

namespace {

/// A folder that is gone when the test is, with all that is in it.
class folder {
public:
    folder() { fs::create_directory(path_); }
    ~folder() { fs::remove_all(path_); }
    folder(const folder&) = delete;
    folder& operator=(const folder&) = delete;

    std::string operator/(const char* name) const { return (path_ / name).string(); }
    std::vector<std::string> names() const {
        std::vector<std::string> all;
        for (const auto& each : fs::directory_iterator(path_)) all.push_back(each.path().filename().string());
        std::sort(all.begin(), all.end());
        return all;
    }
    const fs::path& path() const { return path_; }

private:
    fs::path path_ = fs::temp_directory_path() / ("cambist-" + std::to_string(std::random_device()()));
};

using names = std::vector<std::string>;

std::string refused_to_write(const std::string& path) {
    return refused<file_error>([&] { write_file(path, "some"); });
}
std::string refused_together(const names& inputs, const names& outputs) {
    return refused<file_error>([&] { check_files(inputs, outputs); });
}

} // namespace

TEST_CASE("file_writer: the new file is there when it is committed, and not before") {
    const folder in;
    write_file(in / "a", "old");
    file_writer out(in / "a");
    out.stream() << "new " << 1 << std::string(100'000, 'x');
    CHECK(read_file(in / "a") == "old");
    out.finish();
    CHECK(read_file(in / "a") == "old");
    out.commit();
    CHECK(read_file(in / "a") == "new 1" + std::string(100'000, 'x'));
    CHECK(in.names() == names{"a"});
}

TEST_CASE("file_writer: what is not committed leaves the old one, and nothing beside it") {
    const folder in;
    write_file(in / "a", "old");
    for (const bool finished : {false, true}) {
        file_writer out(in / "a");
        out.stream() << "half of it";
        if (finished) out.finish();
    }
    { file_writer(in / "b").stream() << "half of it"; }
    CHECK(read_file(in / "a") == "old");
    CHECK(in.names() == names{"a"});
}

TEST_CASE("file_writer: in short, with any bytes") {
    const file_of file("old and longer");
    write_file(file.path(), "a\0b\n"s);
    CHECK(read_file(file.path()) == "a\0b\n"s);
    write_file(file.path(), "");
    CHECK(read_file(file.path()).empty());
}

TEST_CASE("file_writer: permissions are the old file's, or those that the process gives") {
    const folder in;
    write_file(in / "a", "old");
    for (const mode_t mode : {0600u, 0640u, 0644u, 0755u}) {
        REQUIRE(chmod((in / "a").c_str(), mode) == 0);
        write_file(in / "a", "new");
        struct stat now {};
        REQUIRE(stat((in / "a").c_str(), &now) == 0);
        CHECK((now.st_mode & 07777) == mode);
    }
    for (const mode_t mask : {022u, 027u, 077u}) {
        const mode_t before = umask(mask);
        fs::remove(in / "b");
        write_file(in / "b", "new");
        umask(before);
        struct stat now {};
        REQUIRE(stat((in / "b").c_str(), &now) == 0);
        CHECK((now.st_mode & 07777) == (0666 & ~mask));
    }
}

TEST_CASE("file_writer: links stay, and what they lead to is written, be it there or not") {
    const folder in;
    fs::create_directory(in / "far");
    write_file(in / "far/a", "old");
    fs::create_symlink("far/a", in / "one");
    fs::create_symlink(in / "one", in / "two");
    write_file(in / "two", "new");
    CHECK(fs::is_symlink(in / "one"));
    CHECK(fs::is_symlink(in / "two"));
    CHECK(read_file(in / "far/a") == "new");

    fs::create_symlink("far/b", in / "dangling");
    write_file(in / "dangling", "made");
    CHECK(fs::is_symlink(in / "dangling"));
    CHECK(read_file(in / "far/b") == "made");

    fs::create_symlink("circle", in / "circle");
    CHECK(refused_to_write(in / "circle").find("Too many levels of symbolic links") != std::string::npos);
    fs::create_symlink("none/c", in / "nowhere");
    CHECK(refused_to_write(in / "nowhere") == (in / "nowhere") + ": cannot be written: No such file or directory");

    fs::create_hard_link(in / "far/a", in / "hard");
    write_file(in / "hard", "other");
    CHECK(read_file(in / "far/a") == "new");
    CHECK(in.names() == names{"circle", "dangling", "far", "hard", "nowhere", "one", "two"});
}

TEST_CASE("file_writer: one that cannot be written") {
    CHECK(refused_to_write("no/such/place.txt") == "no/such/place.txt: cannot be written: No such file or directory");
    CHECK(refused_to_write(".") == ".: cannot be written: Is a directory");
    CHECK(refused_to_write("") == "cannot be written: No such file or directory");
    CHECK(refused_to_write("/no/such/") == "/no/such/: cannot be written: Is a directory");
    CHECK(refused_to_write("a\0b"s) != "not refused");
    const folder in;
    write_file(in / "a", "old");
    CHECK(refused_to_write(in / "a/b") == (in / "a/b") + ": cannot be written: Not a directory");
    CHECK(refused_to_write(in / "b/") == (in / "b/") + ": cannot be written: Is a directory");
    if (geteuid() == 0) return; // who may write everything
    REQUIRE(chmod((in / "a").c_str(), 0400) == 0);
    CHECK(refused_to_write(in / "a") == (in / "a") + ": cannot be written: Permission denied");
}

TEST_CASE("file_writer: what is no regular file is written through, and stays what it is") {
    if (fs::exists("/dev/full")) {
        CHECK(refused_to_write("/dev/full") ==
              "/dev/full: cannot be written: No space left on device; make room, or name a file elsewhere");
        CHECK(fs::is_character_file("/dev/full"));
        const folder in;
        fs::create_symlink("/dev/full", in / "full");
        CHECK(refused_to_write(in / "full").find("No space left") != std::string::npos);
        CHECK(fs::is_symlink(in / "full"));
    }
    write_file("/dev/null", "some");
    CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("file_writer: on a disk that is full the old file stands") {
    const folder in;
    write_file(in / "a", "old");
    rlimit before{};
    REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
    const rlimit small{10'000, before.rlim_max};
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
    const std::string message = refused<file_error>([&] { write_file(in / "a", std::string(20'000, 'x')); });
    REQUIRE(setrlimit(RLIMIT_FSIZE, &before) == 0);
    std::signal(SIGXFSZ, handler);
    CHECK(message ==
          (in / "a") + ": cannot be written: File too large; raise the limit of a file's size, or write less");
    CHECK(read_file(in / "a") == "old");
    CHECK(in.names() == names{"a"});
}

TEST_CASE("file_writer: a place that is taken meanwhile by what is no file") {
    const folder in;
    file_writer out(in / "a");
    out.stream() << "new";
    fs::create_directory(in / "a");
    write_file(in / "a/b", "in it");
    const std::string message = refused<file_error>([&] { out.commit(); });
    CHECK(message.starts_with((in / "a") + ": did not change: the new file cannot take its place: "));
    CHECK(read_file(in / "a/b") == "in it");
    CHECK(in.names() == names{"a"});
}

TEST_CASE("file_writer: many at once, moved, and in any order") {
    const folder in;
    std::vector<file_writer> all;
    for (int i = 0; i < 100; ++i) {
        all.emplace_back(in / std::to_string(i).c_str());
        all.back().stream() << i;
    }
    CHECK(in.names().size() <= 100); // of those that have names
    for (std::size_t i = all.size(); i-- > 50;) all[i].commit();
    all.clear();
    CHECK(in.names().size() == 50);
    CHECK(read_file(in / "77") == "77");
}

TEST_CASE("file_writer: for a handler of signals, what is not committed is removed") {
    const folder in;
    write_file(in / "a", "old");
    file_writer out(in / "a");
    out.stream() << "half";
    remove_unfinished_files();
    CHECK(in.names() == names{"a"});
    CHECK(read_file(in / "a") == "old");
}

TEST_CASE("check_files: an output that is an input, by any name of it") {
    const folder in;
    write_file(in / "in.csv", "rows");
    fs::create_symlink(in / "in.csv", in / "link.csv");
    fs::create_hard_link(in / "in.csv", in / "hard.csv");
    const names inputs{"other.csv", in / "in.csv"};
    for (const std::string& name : {in / "in.csv", in / "./in.csv", in / "link.csv", in / "hard.csv"}) {
        const std::string message = refused_together(inputs, {in / "out.csv", name});
        CHECK(message.starts_with(name + ": is an input, which would be lost; name another file to write"));
    }
    check_files(inputs, names{in / "out.csv", "-"});
    check_files(names{"/dev/null", "/dev/null"}, names{"/dev/null", "/dev/null"}); // of which there is always another
    check_files(names{in / "in.csv", in / "link.csv"}, {});                        // as often as one likes
}

TEST_CASE("check_files: two outputs that are one") {
    const folder in;
    fs::create_directory(in / "far");
    fs::create_directory_symlink("far", in / "near");
    fs::create_symlink("far/b", in / "dangling");
    CHECK(refused_together({}, {in / "a", in / "far/../a"})
              .starts_with((in / "far/../a") + ": two outputs would be this one file"));
    CHECK(refused_together({}, {in / "far/a", in / "near/a"}) != "not refused");
    CHECK(refused_together({}, {in / "dangling", in / "near/b"}) != "not refused");
    CHECK(refused_together({}, {"-", in / "a", "/dev/stdout"}) ==
          "standard output: two outputs would go there; name a file for one of them");
    check_files({}, names{in / "a", in / "b", in / "far/a"});
}

TEST_CASE("check_files: what can be read but once") {
    CHECK(refused_together({"-", "a", "-"}, {}) == "standard input: can be read but once; name it once");
    CHECK(refused_together({"-", "/dev/stdin"}, {}) == "standard input: can be read but once; name it once");
    const folder in;
    REQUIRE(mkfifo((in / "pipe").c_str(), 0600) == 0);
    CHECK(refused_together({in / "pipe", in / "./pipe"}, {}) ==
          (in / "./pipe") + ": can be read but once; name it once");
    CHECK(refused_together({in / "pipe"}, {in / "pipe"}) != "not refused");
}
