// SPDX-License-Identifier: MIT
#include <cambist/bulk/converted_tally.hpp>
#include <cambist/io/rows.hpp>
#include <cambist/text/parse.hpp>

#include "../file_of.hpp"
#include "../refused.hpp"
#include "support/random.hpp"
#include "support/refusal.hpp"
#include "support/scarce_memory.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <vector>

using namespace cambist;
using namespace cambist::io;
using namespace std::chrono;
using support::generator;

namespace {

const std::string header = "date,currency,amount\n";

tally of(const std::string& text, const row_options& options = {}) {
    std::istringstream in(text);
    return tally_rows(in, "rows.csv", options);
}

std::string total(const tally& t) {
    std::string text;
    for (const tally_total& each : t.totals()) text += (text.empty() ? "" : "; ") + to_string(each.amount);
    return text;
}

std::string any_date(generator& g) { return to_string(sys_days(year(2000) / 1 / 1) + days(g.below(9'000))); }

// Rows with all that may stand in them, some of them bad.
std::string any_rows(generator& g, bool bad) {
    std::string text = "note,amount,office,date,currency\n";
    for (std::size_t rows = g.below(60); rows > 0; --rows) {
        const char* const amounts[] = {"1", "-2.50", "1e3", "0.001", "92233720368547758.07", "\"7\"", " 8 "};
        const char* const wrong[] = {"", "1,5", "x", "0.0000000000000000001", "\"2,00\""};
        const char* const offices[] = {"", "Oslo", "\"Paris, or\nthereabouts\"", "\xe6\x9d\xb1\xe4\xba\xac"};
        const char* const codes[] = {"EUR", "JPY", "USD"};
        text += g.one_in(4) ? "\"a\nb\"," : ",";
        text += bad && g.one_in(5) ? wrong[g.below(5)] : amounts[g.below(7)];
        text += std::string(",") + offices[g.below(4)] + "," + any_date(g) + "," + codes[g.below(3)];
        text += bad && g.one_in(20) ? "\r\n\n" : "\n";
    }
    return text;
}

struct outcome {
    std::string state;
    std::string refusal;
    std::vector<std::string> aside;
    friend bool operator==(const outcome&, const outcome&) = default;
};

outcome read_so(const std::string& text, unsigned threads, std::size_t block_bytes, bool sets_aside) {
    outcome made;
    row_options options{.columns = {.group = "office"}, .threads = threads, .block_bytes = block_bytes};
    if (sets_aside) {
        options.set_aside = [&](const bad_row& bad) {
            made.aside.push_back(bad.why + "|" + std::string(bad.text) + "|" + std::string(bad.header));
        };
    }
    try {
        made.state = of(text, options).state();
    } catch (const error& e) {
        made.refusal = e.what();
    }
    return made;
}

// A stream that fails after its text.
class failing : public std::streambuf {
public:
    explicit failing(std::string text) : text_(std::move(text)) {
        setg(text_.data(), text_.data(), text_.data() + text_.size());
    }

private:
    int_type underflow() override { throw std::runtime_error("unplugged"); }
    std::string text_;
};

} // namespace

TEST_CASE("rows: keys of totals, as they are said") {
    const auto both = [](const char* text) {
        const row_keys keys = parse_row_keys(text);
        return to_string(keys.first) + " " + to_string(keys.then) + " " + keys.column;
    };
    CHECK(both("month") == "month nothing ");
    CHECK(both("fiscal-year:07") == "fiscal-year:07 nothing ");
    CHECK(both("fiscal-quarter:04-06:FY,currency") == "fiscal-quarter:04-06:FY currency ");
    CHECK(both("office") == "group nothing office");
    CHECK(both("Cost center,quarter") == "group quarter Cost center");
    CHECK(both("year,column:year") == "year group year");
    CHECK(both("column:fiscal-year:07") == "group nothing fiscal-year:07");
    CHECK_REFUSES(parse_error, parse_row_keys(""), "a key: year");
    CHECK_REFUSES(parse_error, parse_row_keys("column:"), "a key: year");
    CHECK_REFUSES(parse_error, parse_row_keys("month,"), "1:7: ", "a key: year");
    CHECK_REFUSES(parse_error, parse_row_keys("month,month"), "two different keys");
    CHECK_REFUSES(parse_error, parse_row_keys("office,town"), "1:8: ", "at most one column beside \"office\"");
    CHECK_REFUSES(parse_error, parse_row_keys("office,fiscal-year"), "04 or 04-06");
    CHECK_REFUSES(parse_error, parse_row_keys("month:7"), "the end of the key");
}

TEST_CASE("rows: in units beside ISO's, and in currencies of one's own") {
    CHECK(total(of(header + "2024-01-01,GBX,12.5\n2024-01-01,CNH,3\n")) == "3 CNH; 12.5 GBX");
    row_options options;
    options.accepted = currency_set({own_currency("BTC", 8)});
    CHECK(total(of(header + "2024-01-01,BTC,0.00000001\n", options)) == "0.00000001 BTC");
    CHECK_THROWS_AS(of(header + "2024-01-01,GBX,1\n", options), currency_error);
}

TEST_CASE("rows: with fewer threads than asked for the sum is the same, and it is told") {
    std::string text = "date,currency,amount,office\n";
    for (int row = 0; row < 5'000; ++row) text += "2024-05-29,EUR," + std::to_string(row) + ".25,Oslo\n";
    row_options options{.columns = {.group = "office"}, .threads = 200, .block_bytes = 64};
    std::vector<unsigned> told;
    options.fewer_threads = [&](unsigned threads) { told.push_back(threads); };
    const std::string state = of(text, {.columns = {.group = "office"}}).state();
    CHECK(of(text, options).state() == state);
    CHECK(told.empty());
    if (support::is_sanitized) return;
    std::string scarce;
    {
        const support::scarce_memory limit(std::size_t{60} << 20);
        scarce = of(text, options).state();
    }
    CHECK(scarce == state);
    REQUIRE_FALSE(told.empty());
    CHECK(told.back() >= 1);
    CHECK(told.front() < 200);
    CHECK(std::is_sorted(told.rbegin(), told.rend()));
}

TEST_CASE("rows: what is no CSV is told from others by its beginning, however small blocks are") {
    using namespace std::literals;
    const std::pair<std::string_view, std::string_view> others[] = {
        {"PK\x03\x04,\n\0\0[Content_Types].xml\n"sv, "rows.csv:1:1: this is a workbook; save its sheet as CSV"},
        {"PK\x03\x04,\nrows.csv\n"sv, "rows.csv:1:1: this is a zip archive; unzip it, and read the CSV inside"},
        {"[\n\n{\"date\": 1}]\n"sv, "rows.csv:1:1: this is JSON; write what is wanted of it as CSV or TOML"},
        {"%PDF-1.7\n"sv, "rows.csv:1:1: this is a PDF; look for the same as CSV, where it was published"}};
    for (const auto& [text, why] : others) {
        for (const std::size_t block_bytes : {std::size_t{1}, std::size_t{5}, std::size_t{1} << 20})
            CHECK(read_so(std::string(text), 1, block_bytes, false).refusal == why);
    }
    const std::string long_enough = header + std::string(2 * 4'096, ' ').insert(4'096, "\n");
    CHECK(read_so(long_enough, 1, 7, true) == read_so(long_enough, 1, std::size_t{1} << 20, true));
}

TEST_CASE("rows: added up by the columns that the header names, in any order") {
    const tally t =
        of("amount, date ,note,currency\n1.50,2024-05-29,a,EUR\n-0.25,2024-05-30,b,EUR\n7,2024-05-29,c,JPY\n");
    CHECK(total(t) == "1.25 EUR; 7 JPY");
    CHECK(t.rows() == 3);
    const std::vector<tally::bucket> buckets = t.buckets();
    REQUIRE(buckets.size() == 3);
    CHECK(buckets[0].day == sys_days(2024y / May / 29));
    CHECK(buckets[1].day == sys_days(2024y / May / 30));
    CHECK(of(header).empty());
}

TEST_CASE("rows: the columns may be called otherwise, and one may make groups") {
    const row_options options{.columns = {.date = "day", .currency = "ccy", .amount = "net", .group = "who"}};
    const tally t =
        of("who,day,ccy,net,amount\na,2024-05-29,EUR,1,x\nb,2024-05-29,EUR,2,x\na,2024-05-29,USD,4,x\n", options);
    const std::vector<tally_total> totals = t.totals(tally_by::group);
    REQUIRE(totals.size() == 3);
    CHECK(totals[0].key + " " + to_string(totals[0].amount) == "a 1 EUR");
    CHECK(totals[1].key + " " + to_string(totals[1].amount) == "a 4 USD");
    CHECK(totals[2].key + " " + to_string(totals[2].amount) == "b 2 EUR");
    CHECK(refused<csv_error>([&] { of("who,day,ccy,amount\n", options); }) ==
          "rows.csv:1:1: no column is named 'net' in the header");
    CHECK(refused<csv_error>([&] { of("", options); }) ==
          "rows.csv:1:1: an empty file; its first line names the columns day, ccy and net");
}

TEST_CASE("rows: an amount has the decimals it is written with, and 64 bits") {
    const auto sum_of = [](const std::string& a, const std::string& b) {
        return to_string(
            of(header + "2024-05-29,EUR," + a + "\n2024-05-29,EUR," + b + "\n").totals()[0].amount.amount());
    };
    CHECK(sum_of("0.005", "-0.0000001") == "0.0049999");
    CHECK(sum_of("1e3", "+2.5E-3") == "1000.0025");
    CHECK(sum_of("92233720368547758.07", "92233720368547758.07") == "184467440737095516.14");
    CHECK(sum_of("0.000000000000000001", "1.0000000000000000000000") == "1.000000000000000001");
    CHECK(sum_of("00000000000000000000000000012", "-0") == "12");
    for (const char* const beyond :
         {"92233720368547758.08", "9223372036854775807", "0.0000000000000000001", "1e9999"}) {
        CAPTURE(beyond);
        const std::string why = refused<limit_error>([&] { sum_of("1", beyond); });
        CHECK(why.substr(0, why.find(" of minor")) == "rows.csv:3:16: an amount that does not fit 64 bits");
    }
    CHECK(refused<parse_error>([&] { sum_of("1", ".5"); }) == "rows.csv:3:16: expected a digit, found '.'");
}

TEST_CASE("rows: the same state, refusal and rows aside on any number of threads, in blocks of any size") {
    support::for_all(support::many / 32, [](generator& g) {
        const bool bad = g.one_in(2);
        const std::string text = any_rows(g, bad);
        const bool sets_aside = g.one_in(2);
        const outcome whole = read_so(text, 1, std::size_t{1} << 20, sets_aside);
        CHECK((bad || whole.refusal.empty()));
        CHECK(read_so(text, 1, 1 + g.below(200), sets_aside) == whole);
        CHECK(read_so(text, static_cast<unsigned>(2 + g.below(4)), 1 + g.below(200), sets_aside) == whole);
        CHECK(read_so(text, 0, 64, sets_aside) == whole);
    });
}

TEST_CASE("rows: the state of a file is that of its rows added one by one") {
    support::for_all(100, [](generator& g) {
        std::string text = header;
        tally expected;
        for (std::size_t rows = g.below(40); rows > 0; --rows) {
            const std::string date = any_date(g);
            const auto cents = static_cast<std::int64_t>(g.below(1'000'000)) - 500'000;
            text += date + ",EUR," + to_decimal(exact(cents) / 100, {2}) + "\n";
            expected.add(money<>(exact(cents) / 100, currencies::EUR), parse_day(date));
        }
        CHECK(of(text, {.threads = 3, .block_bytes = 100}).state() == expected.state());
    });
}

TEST_CASE("rows: a bad one is set aside as it stands, with its place and header") {
    std::vector<std::string> aside;
    row_options options;
    options.set_aside = [&](const bad_row& bad) {
        aside.push_back(bad.why + "|" + std::string(bad.text) + "|" + std::string(bad.header));
    };
    const tally t = of("\xef\xbb\xbf" + header +
                           "2024-05-29,EUR,1\n2024-05-29,EUR,\"2,0\"\r\n\n2024-05-29,EUR,4,5\n2024-05-29,EUR,8",
                       options);
    CHECK(total(t) == "9 EUR");
    REQUIRE(aside.size() == 3);
    CHECK(aside[0].starts_with("rows.csv:3:18: expected"));
    CHECK(aside[0].ends_with("|2024-05-29,EUR,\"2,0\"|date,currency,amount"));
    CHECK(aside[1] == "rows.csv:4:1: a blank line; remove it||date,currency,amount");
    CHECK(aside[2] ==
          "rows.csv:5:18: a row of 4 fields, where the header has 3|2024-05-29,EUR,4,5|date,currency,amount");
    // What is no CSV is refused in any case.
    CHECK(refused<csv_error>([&] { of(header + "2024-05-29,EUR,\"1", options); }) ==
          "rows.csv:2:16: a quote that is never closed");
    // And what the callback throws passes through.
    options.set_aside = [](const bad_row&) { throw std::runtime_error("the disk is full"); };
    options.threads = 2;
    CHECK_THROWS_WITH_AS(of(header + "x,EUR,1\n", options), "the disk is full", std::runtime_error);
}

TEST_CASE("rows: several files are one, and what is refused cites its own") {
    CHECK(refused_at<file_error>([] { tally_rows({"no/such.csv"}); }) == "no/such.csv");
    CHECK(tally_rows(std::vector<std::string>{}).empty());
    const tally once = tally_rows({"examples/rows/ledger.csv"});
    const tally twice =
        tally_rows({"examples/rows/ledger.csv", "examples/rows/ledger.csv"}, {.threads = 2, .block_bytes = 50});
    tally both = once;
    both.merge(once);
    CHECK(once.rows() == 9);
    CHECK(twice.state() == both.state());
}

TEST_CASE("rows: progress is told before each block, and at the end") {
    std::string text = header;
    for (int i = 0; i < 100; ++i) text += "2024-05-29,EUR,1\n";
    for (const unsigned threads : {1u, 3u}) {
        std::vector<std::uint64_t> bytes;
        std::vector<std::uint64_t> rows;
        row_options options{.threads = threads, .block_bytes = 170};
        options.progress = [&](const row_progress& now) {
            CHECK(now.file == "rows.csv");
            bytes.push_back(now.bytes);
            rows.push_back(now.rows);
        };
        CHECK(of(text, options).rows() == 100);
        CHECK(bytes.size() > 10);
        CHECK(bytes.front() == 0);
        CHECK(bytes.back() == text.size());
        CHECK(rows.front() == 0);
        CHECK(rows.back() == 100);
        CHECK(std::is_sorted(bytes.begin(), bytes.end()));
        CHECK(std::is_sorted(rows.begin(), rows.end()));
    }
}

TEST_CASE("rows: what progress throws stops the reading, in its midst and where it fails") {
    struct enough {};
    std::string text = header;
    for (int i = 0; i < 1000; ++i) text += "2024-05-29,EUR,1\n";
    for (const unsigned threads : {1u, 4u}) {
        std::uint64_t seen = 0;
        row_options options{.threads = threads, .block_bytes = 170};
        options.progress = [&](const row_progress& now) {
            seen = now.bytes;
            if (now.bytes > 3'000) throw enough();
        };
        CHECK_THROWS_AS(of(text, options), enough);
        CHECK(seen < 4'000);

        bool stop = false;
        failing plug(header + "2024-05-29,EUR,1\n");
        std::istream in(&plug);
        options.progress = [&](const row_progress&) {
            if (stop) throw enough();
            stop = true; // asked for while the first block is waited for
        };
        CHECK_THROWS_AS(tally_rows(in, "pipe", options), enough);
    }
    failing plug(header);
    std::istream in(&plug);
    CHECK(refused<file_error>([&] { tally_rows(in, "pipe"); }) == "pipe: cannot be read");
}

TEST_CASE("law: rows: through a form they are what they are as plain CSV, however their cells are written") {
    form written;
    written.delimiter = ";";
    written.decimal = ",";
    written.grouping = ".";
    written.date = {"%d.%m.%Y"};
    written.missing = {"n/a"};
    written.names = {{"Euro", "EUR"}};
    written.columns = {{"date", {{"Tag"}}}, {"amount", {{"Betrag"}}}, {"currency", {{"W"}}}};
    written.constants = {{"currency", "GBP"}};
    support::for_all(400, [&](generator& g) {
        std::string plain = "date,currency,amount,office\n";
        std::string other = "Tag;Betrag;W;office\n";
        for (std::size_t i = g.below(30); i-- > 0;) {
            const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
            const std::string year = std::to_string(2020 + g.between(0, 3));
            const std::string month = two(g.between(1, 12));
            const std::string day = two(g.between(1, 28));
            const std::string whole = std::to_string(g.between(1, 999));
            const std::string rest = two(g.between(0, 99)) + (g.one_in(2) ? "5" : "");
            const bool is_grouped = g.one_in(4);
            const bool is_negative = g.one_in(3);
            const bool is_whole = g.one_in(4);
            const int currency = g.between(0, 3);
            const std::string office = g.one_in(3) ? "" : "Leeds";
            plain += year + "-" + month + "-" + day + "," +
                     (currency == 0   ? "EUR"
                      : currency == 1 ? "USD"
                                      : "GBP") +
                     "," + (is_negative ? "-" : "") + whole + (is_grouped ? "123" : "") + (is_whole ? "" : "." + rest) +
                     "," + office + "\n";
            const bool is_after = g.one_in(3);
            other += day + "." + month + "." + year + ";" + (is_negative && !is_after ? "-" : "") + whole +
                     (is_grouped ? ".123" : "") + (is_whole ? "" : "," + rest) + (is_negative && is_after ? "-" : "") +
                     ";" +
                     (currency == 0   ? "Euro"
                      : currency == 1 ? "usd"
                      : currency == 2 ? ""
                                      : "n/a") +
                     ";" + (office.empty() && g.one_in(2) ? "n/a" : office) + "\n";
        }
        row_options by_office;
        by_office.columns.group = "office";
        const tally expected = of(plain, by_office);
        by_office.written = written;
        const file_of held(other);
        CHECK(tally_rows({held.path()}, by_office) == expected);
    });
}
