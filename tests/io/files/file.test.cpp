// SPDX-License-Identifier: MIT
#include <cambist/io/file.hpp>
#include <cambist/io/plans.hpp>
#include <cambist/io/rates.hpp>

#include "../file_of.hpp"
#include "../refused.hpp"
#include "support/counting.hpp"

#include <doctest/doctest.h>

#include <unistd.h>

#include <filesystem>
#include <string>
#include <thread>

using namespace cambist;
using namespace cambist::io;
using namespace std::string_literals;

TEST_CASE("file: reading takes memory for what is there, and not for what might be") {
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, std::size_t{65'535}, std::size_t{65'536}, std::size_t{3'000'001}}) {
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
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{65'535}, std::size_t{65'536},
                                   std::size_t{65'537}, bytes.size()}) {
        const file_of file(bytes.substr(0, size));
        CHECK(read_file(file.path()) == bytes.substr(0, size));
    }
}

TEST_CASE("file: one that cannot be read") {
    CHECK(refused<file_error>([] { read_file("no/such.file"); }) ==
          "no/such.file: cannot be read: No such file or directory");
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
    CHECK(refused<file_error>([&] { read_file(file.path()); }) ==
          file.path() + ": is larger than 1073741824 bytes; split it");
}

TEST_CASE("file: what is read from it is cited by its path") {
    const file_of rates("Date,USD,\n2024-05-29,1.0857,\n");
    CHECK(to_string(read_rates_file(rates.path()).quotes[0].where()) == rates.path() + ":2:12");
    const file_of plans("[[plan]]\nid = \"a\"\namount = \"1 EUR\"\n");
    CHECK(to_string(read_plans_file(plans.path()).plans.at(0).where) == plans.path() + ":1:1");
}
