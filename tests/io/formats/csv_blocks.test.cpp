// SPDX-License-Identifier: MIT
#include "../../../src/io/formats/csv_blocks.hpp"

#include "../../../src/io/formats/csv.hpp"

#include "support/random.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>
#include <tuple>
#include <vector>

using namespace cambist;
using namespace cambist::io;
using support::generator;

namespace {

// A file of its own, removed when done.
struct file {
    explicit file(const std::string& bytes)
        : path((std::filesystem::temp_directory_path() /
                ("cambist-blocks-" + std::to_string(reinterpret_cast<std::uintptr_t>(this))))
                   .string()) {
        std::ofstream(path, std::ios::binary) << bytes;
    }
    file(const file&) = delete;
    file& operator=(const file&) = delete;
    ~file() { std::filesystem::remove(path); }
    std::string path;
};

using field = std::tuple<std::string, std::size_t, std::size_t, std::string>;
using table = std::vector<std::vector<field>>;

void read_rows(csv_reader in, table& into) {
    while (in.next()) {
        std::vector<field>& row = into.emplace_back();
        for (const csv_field& f : in.row())
            row.emplace_back(f.text, f.line, f.column, to_string(in.place(f, f.text.size())));
    }
}

table whole(const std::string& text, const std::string& name) {
    table rows;
    read_rows(csv_reader(text, name), rows);
    return rows;
}

table in_blocks(const std::string& path, std::size_t bytes) {
    table rows;
    csv_blocks blocks(open_file(path), bytes);
    for (csv_blocks::block b; blocks.next(b);) read_rows(b.reader(path), rows);
    return rows;
}

std::string any_csv(generator& g) {
    std::string text = g.one_in(5) ? "\xef\xbb\xbf" : "";
    for (std::size_t rows = g.below(30); rows > 0; --rows) {
        for (std::size_t fields = 1 + g.below(4); fields > 0; --fields) {
            const bool quoted = g.one_in(3);
            if (quoted) text += '"';
            for (std::size_t size = g.below(g.one_in(10) ? 200 : 8); size > 0; --size) {
                const char* const pieces[] = {"a", "1", "-", " ", "\xc3\xa9", ",", "\n", "\r\n", "\"\""};
                text += pieces[g.below(quoted ? 9 : 5)];
            }
            if (quoted) text += '"';
            if (fields != 1) text += ',';
        }
        if (rows != 1 || g.one_in(2)) text += g.one_in(3) ? "\r\n" : "\n";
    }
    return text;
}

} // namespace

TEST_CASE("csv_blocks: any size of block gives the rows and places of the whole") {
    support::for_all(3'000, [](generator& g) {
        const std::string text = any_csv(g);
        const file f(text);
        const table expected = whole(text, f.path);
        CHECK(in_blocks(f.path, 1 + g.below(100)) == expected);
        CHECK(in_blocks(f.path, std::size_t{1} << 20) == expected);
    });
}

TEST_CASE("csv_blocks: what is wrong is refused at its place, whatever the block") {
    for (const std::size_t bytes : {std::size_t{1}, std::size_t{7}, std::size_t{1000}}) {
        const file stray("a,b\n\"x\ny\",2\n3,4\"5\n6,7\n");
        CHECK_REFUSES(csv_error, in_blocks(stray.path, bytes), stray.path + ":4:4:", "a quote inside a field");
        const file open("a,b\n1,2\n3,\"4\n5,6\n");
        CHECK_REFUSES(csv_error, in_blocks(open.path, bytes), open.path + ":3:3:", "never closed");
        const file text("a,b\n\"1\n\",2\n\xff,4\n");
        CHECK_REFUSES(encoding_error, in_blocks(text.path, bytes), text.path + ":4:1:", "UTF-8");
    }
}

TEST_CASE("csv_blocks: a row has a size at most, and memory ends there") {
    const file f("a\n\"" + std::string(max_row_bytes + 3'000'000, 'x'));
    CHECK_REFUSES(limit_error, in_blocks(f.path, 1 << 20), f.path + ":2:1:", "16777216 bytes");
    const file long_field("a\n\"" + std::string(max_field_bytes + 1, 'x') + "\"\n");
    CHECK_REFUSES(limit_error, in_blocks(long_field.path, 1 << 20), long_field.path + ":2:1:");
}

TEST_CASE("csv_blocks: files that cannot be read, and an empty one") {
    CHECK_REFUSES(file_error, open_file("no/such/file.csv"), "no/such/file.csv", "cannot be read");
    CHECK_REFUSES(file_error, in_blocks(".", 10), "cannot be read");
    const file f("");
    csv_blocks blocks(open_file(f.path));
    csv_blocks::block b;
    CHECK(!blocks.next(b));
    CHECK(!blocks.next(b));
    CHECK(blocks.bytes() == 0);
}
