// SPDX-License-Identifier: MIT
#include <cambist/io/file.hpp>
#include <cambist/io/rates.hpp>

#include "../quotes.hpp"
#include "../refused.hpp"
#include "../zip_of.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace cambist;
using namespace cambist::io;

namespace {

/// So many bytes 'a', deflated into 158 times fewer (RFC 1951): a first one, and copies of the 258 before.
std::string deflated(std::size_t bytes) {
    std::string packed;
    unsigned pending = 0;
    unsigned filled = 0;
    const auto put = [&](unsigned bits, unsigned count) {
        pending |= bits << filled;
        for (filled += count; filled >= 8; filled -= 8, pending >>= 8) packed += static_cast<char>(pending & 0xff);
    };
    const auto put_code = [&](unsigned code, unsigned count) { // a Huffman code goes in from its highest bit
        while (count-- > 0) put(code >> count & 1, 1);
    };
    put(1, 1);
    put(1, 2);
    put_code(0x30 + 'a', 8);
    for (std::size_t i = 1; i < bytes; i += 258) {
        put_code(0xc5, 8);
        put_code(0, 5);
    }
    put_code(0, 7);
    put(0, 7);
    return packed;
}

const std::string csv = "Date,USD,\n2024-05-29,1.0857,\n2024-05-28,1.0882,\n";

template <class Error>
std::string told(const std::string& bytes) {
    return refused<Error>([&] { parse_rates(bytes, "z.zip"); });
}

} // namespace

TEST_CASE("zip: one file in it is read, and cited within the archive") {
    CHECK(shown(parse_rates(zip({{"eurofxref.csv", csv}}), "z.zip")) ==
          std::vector<std::string>{"1 EUR = 1.0857 USD on 2024-05-29 at z.zip/eurofxref.csv:2:12; ECB",
                                   "1 EUR = 1.0882 USD on 2024-05-28 at z.zip/eurofxref.csv:3:12; ECB"});
    CHECK(shown(parse_rates(zip({{"a.csv", csv}}))) == shown(parse_rates(csv, "a.csv")));
    CHECK(parse_rates(zip({{"a.xml", "<gesmes:Envelope xmlns:gesmes='http://www.gesmes.org/xml/2002-08-01'/>"}}))
              .quotes.empty());
    CHECK(told<rate_error>(zip({{"a.csv", "Date,USD,\n2024-05-29,0,\n"}})).starts_with("z.zip/a.csv:2:12: "));
}

TEST_CASE("zip: other than one file") {
    CHECK(told<archive_error>(zip({})) ==
          "z.zip: a zip archive of 0 files, where one was looked for; unzip it, and name the file that is meant");
    CHECK(told<archive_error>(zip({{"a.csv", csv}, {"b.csv", csv}})) ==
          "z.zip: a zip archive of 2 files, where one was looked for; unzip it, and name the file that is meant");
    CHECK(told<archive_error>(zip({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<workbook/>"}})) ==
          "z.zip: this is a workbook; say its form (--form), or save its sheet as CSV");
    CHECK(told<archive_error>(zip({{"a/", ""}})) == "z.zip: holds 'a/', which is no name of a file");
    CHECK(told<archive_error>(zip({{"a\nb", csv}})) == "z.zip: holds 'a\\x0ab', which is no name of a file");
    CHECK(told<archive_error>(zip({{"", csv}})) == "z.zip: holds '', which is no name of a file");
    CHECK(told<csv_error>(zip({{"b.zip", zip({{"a.csv", csv}})}})) ==
          "z.zip/b.zip:1:1: this is a zip archive; unzip it, and read the CSV inside");
}

TEST_CASE("zip: damaged, encrypted or unknown") {
    CHECK(told<archive_error>(zip({{"a.csv", csv, 1}})) == "z.zip: cannot be unzipped: CRC error");
    CHECK(told<archive_error>(zip({{"a.csv", csv, 0, 99}})).starts_with("z.zip: cannot be unzipped: "));
    CHECK(told<archive_error>(zip({{"a.csv", csv, 0, 0, 0, 1}})).starts_with("z.zip: cannot be unzipped: "));
    CHECK(told<archive_error>(zip({{"a.csv", "not deflated", 0, 8, 100}})).starts_with("z.zip: cannot be unzipped: "));
    const std::string whole = zip({{"a.csv", csv}});
    for (std::size_t size = 4; size < whole.size(); ++size) {
        CAPTURE(size);
        CHECK(told<archive_error>(whole.substr(0, size)).starts_with("z.zip: cannot be unzipped: "));
    }
    // Any byte may be wrong: then it is refused, or says the same.
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string wrong = whole;
        wrong[at] = static_cast<char>(wrong[at] ^ 0x55);
        CAPTURE(at);
        try {
            const rate_file file = parse_rates(wrong, "z.zip");
            CHECK(file.quotes.size() == 2);
            CHECK(to_string(file.quotes[0]) == "1 EUR = 1.0857 USD");
        } catch (const error&) {
        }
    }
}

TEST_CASE("zip: what would unpack without bound is stopped at the bound, whatever it says of its size") {
    const std::string large = deflated(max_unzipped_bytes + 259);
    CHECK(large.size() < max_unzipped_bytes / 150);
    for (const std::uint32_t size : {std::uint32_t{100}, static_cast<std::uint32_t>(max_unzipped_bytes + 259)}) {
        CHECK(told<archive_error>(zip({{"a.csv", large, 1, 8, size}})) ==
              "z.zip: unpacks to more than 67108864 bytes; unzip it, if that is right, and read the file inside");
    }
    // The same way of packing within bounds is read, so the test above shows what it says.
    std::string text(259, 'a');
    CHECK(told<csv_error>(zip({{"a.csv", deflated(259), crc32(text), 8, 259}}))
              .starts_with("z.zip/a.csv:1:1: no file of rates"));
}
