// SPDX-License-Identifier: MIT
#include <cambist/io/file.hpp>
#include <cambist/io/plans.hpp>
#include <cambist/io/rates.hpp>

#include "refused.hpp"
#include "support/counting.hpp"

#include <doctest/doctest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <ostream>
#include <random>
#include <string>
#include <thread>

using namespace cambist;
using namespace cambist::io;
using namespace std::string_literals;

namespace {

/// A file that is gone when the test is.
class file_of {
public:
    explicit file_of(const std::string& bytes)
        : path_(std::filesystem::temp_directory_path() / ("cambist-" + std::to_string(std::random_device()()))) {
        std::ofstream(path_, std::ios::binary) << bytes;
    }
    ~file_of() { std::filesystem::remove(path_); }
    file_of(const file_of&) = delete;
    file_of& operator=(const file_of&) = delete;

    std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

} // namespace

TEST_CASE("file: reading takes memory for what is there, and not for what might be") {
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{65'535}, std::size_t{65'536}, std::size_t{3'000'001}}) {
        CAPTURE(size);
        const std::string bytes = std::string(size, 'x');
        const file_of whole(bytes);
        std::string read;
        CHECK(support::allocated_by([&] { read = read_file(whole.path()); }).bytes <= size + 20'000);
        CHECK(read == bytes);

        int ends[2] = {}; // a pipe does not say how long it is
        REQUIRE(pipe(ends) == 0);
        std::thread writer([&] {
            for (std::size_t at = 0; at < size;) {
                const ssize_t count = write(ends[1], bytes.data() + at, size - at);
                if (count <= 0) break;
                at += static_cast<std::size_t>(count);
            }
            close(ends[1]);
        });
        CHECK(support::allocated_by([&] { read = read_file("/dev/fd/" + std::to_string(ends[0])); }).bytes <=
              size * 5 / 2 + 200'000);
        writer.join();
        close(ends[0]);
        CHECK(read == bytes);
    }
}

TEST_CASE("file: all bytes of it") {
    std::string bytes;
    for (int i = 0; i < 300'000; ++i) bytes += static_cast<char>(i % 251);
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{65'535}, std::size_t{65'536}, std::size_t{65'537}, bytes.size()}) {
        const file_of file(bytes.substr(0, size));
        CHECK(read_file(file.path()) == bytes.substr(0, size));
    }
}

TEST_CASE("file: one that cannot be read") {
    CHECK(refused<file_error>([] { read_file("no/such.file"); }) == "no/such.file: cannot be read: No such file or directory");
    CHECK(refused<file_error>([] { read_file("."); }) == ".: cannot be read: Is a directory");
    CHECK(refused<file_error>([] { read_file(""); }) == "cannot be read: No such file or directory");
    CHECK(refused<file_error>([] { read_file("a\0b"s); }) != "not refused");
    CHECK(refused_at<file_error>([] { read_rates_file("no/such.csv"); }) == "no/such.csv");
    CHECK(refused_at<file_error>([] { read_plans_file("no/such.toml"); }) == "no/such.toml");
}

TEST_CASE("file: one that is too large is refused unread") {
    const file_of file("");
    std::error_code failed;
    std::filesystem::resize_file(file.path(), max_file_bytes + 1, failed); // a hole, which takes no room
    if (failed) {
        MESSAGE("skipped: a file of that size cannot be made here");
        return;
    }
    CHECK(refused<file_error>([&] { read_file(file.path()); }) == file.path() + ": is larger than 1073741824 bytes; split it");
}

TEST_CASE("file: what is read from it is cited by its path") {
    const file_of rates("Date,USD,\n2024-05-29,1.0857,\n");
    CHECK(to_string(read_rates_file(rates.path()).quotes[0].where()) == rates.path() + ":2:12");
    const file_of plans("[[plan]]\nid = \"a\"\namount = \"1 EUR\"\n");
    CHECK(to_string(read_plans_file(plans.path()).plans.at(0).where) == plans.path() + ":1:1");
}

TEST_CASE("file: one that is written is there when it is committed, and not before") {
    const file_of file("old");
    file_writer out(file.path());
    out.stream() << "new " << 1 << std::string(100'000, 'x');
    CHECK(read_file(file.path()) == "old");
    out.commit();
    CHECK(read_file(file.path()) == "new 1" + std::string(100'000, 'x'));
    CHECK_FALSE(std::filesystem::exists(file.path() + ".part"));
}

TEST_CASE("file: what is not committed leaves the old one, and nothing beside it") {
    const file_of file("old");
    {
        file_writer out(file.path());
        out.stream() << "half of it";
    }
    CHECK(read_file(file.path()) == "old");
    CHECK_FALSE(std::filesystem::exists(file.path() + ".part"));
    const file_of none("");
    std::filesystem::remove(none.path());
    { file_writer(none.path()).stream() << "half of it"; }
    CHECK_FALSE(std::filesystem::exists(none.path()));
}

TEST_CASE("file: in short, with any bytes") {
    const file_of file("old and longer");
    write_file(file.path(), "a\0b\n"s);
    CHECK(read_file(file.path()) == "a\0b\n"s);
    write_file(file.path(), "");
    CHECK(read_file(file.path()).empty());
}

TEST_CASE("file: its permissions and the link to it stay") {
    namespace fs = std::filesystem;
    const file_of file("old");
    const fs::path link = file.path() + ".link";
    fs::permissions(file.path(), fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink(file.path(), link);
    write_file(link.string(), "new");
    CHECK(fs::is_symlink(link));
    fs::remove(link);
    CHECK(read_file(file.path()) == "new");
    CHECK(fs::status(file.path()).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("file: one that cannot be written") {
    const auto refused_to_write = [](const std::string& path) {
        return refused<file_error>([&] { write_file(path, "some"); });
    };
    CHECK(refused_to_write("no/such/place.txt") == "no/such/place.txt: cannot be written: No such file or directory");
    CHECK(refused_to_write(".") == ".: cannot be written: Is a directory");
    CHECK(refused_to_write("") == "cannot be written: No such file or directory");
    CHECK(refused_to_write("a\0b"s) != "not refused");
    if (std::filesystem::exists("/dev/full")) {
        CHECK(refused_to_write("/dev/full") == "/dev/full: cannot be written: No space left on device");
        CHECK(std::filesystem::is_character_file("/dev/full"));
    }
}
