// SPDX-License-Identifier: MIT
// Laws of reading rates: what is written in any form is read back, and the same content in several forms is the same
// table.
#include <cambist/io/file.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/text/parse.hpp>

#include "../../../src/io/files/zip.hpp"
#include "../quotes.hpp"
#include "support/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

using namespace cambist;
using namespace cambist::io;
using std::chrono::days;
using std::chrono::sys_days;

namespace {

/// A quote as text, which no reader of ours had a part in.
struct written {
    std::string base;
    std::string quote;
    std::string price;
    std::string unit = "1";
    std::string day; // empty where none is stated
    std::string source;
    std::string published;

    friend bool operator==(const written&, const written&) = default;
    friend auto operator<=>(const written&, const written&) = default;
};

/// What a rate says, as it would be written. A price keeps the digits it was read with.
written said(const rate& r) {
    const std::string text = to_string(r); // "100 JPY = 0.5869 EUR"
    const std::size_t equals = text.find(" = ");
    const std::string base = text.substr(0, equals);
    const std::string price = text.substr(equals + 3);
    return {base.substr(base.find(' ') + 1),
            price.substr(price.find(' ') + 1),
            price.substr(0, price.find(' ')),
            base.substr(0, base.find(' ')),
            r.day() ? to_string(*r.day()) : "",
            r.source(),
            r.published() ? to_string(*r.published()) : ""};
}

std::vector<written> said(const rate_file& file) {
    std::vector<written> all;
    for (const rate& each : file.quotes) all.push_back(said(each));
    std::sort(all.begin(), all.end());
    return all;
}

constexpr std::string_view codes[] = {"EUR", "USD", "JPY", "GBP", "CHF", "KWD", "XAU", "IDR"};

std::string some_day(support::generator& g) { return to_string(sys_days(days(g.between(-20'000, 40'000)))); }

std::string some_price(support::generator& g) {
    std::string text = g.one_in(3) ? "0" : g.digits(1 + g.below(g.one_in(20) ? 30 : 6));
    const std::size_t decimals = g.below(g.one_in(20) ? 30 : 7);
    if (decimals != 0) text += '.' + std::string(g.below(3), '0') + g.digits(decimals);
    return text == "0" ? "1" : text;
}

/// No two of one pair and day, but for their source and day of publication where `all` of a form's columns are there.
std::vector<written> some_quotes(support::generator& g, bool all) {
    std::vector<written> quotes;
    std::set<std::tuple<std::string, std::string, std::string, std::string, std::string>> seen;
    for (std::size_t i = g.below(30); i > 0; --i) {
        written w;
        w.base = codes[g.below(std::size(codes))];
        do w.quote = codes[g.below(std::size(codes))];
        while (w.quote == w.base);
        w.price = some_price(g);
        if (!all || !g.one_in(5)) w.day = some_day(g);
        if (all && g.one_in(3)) w.unit = g.one_in(2) ? "100" : "0.5";
        if (all && g.one_in(2)) w.source = g.one_in(2) ? "A \"quoted\", source" : "Bank €";
        if (all && g.one_in(3)) w.published = some_day(g);
        if (seen.emplace(w.base, w.quote, w.day, w.source, w.published).second) quotes.push_back(w);
    }
    return quotes;
}

std::vector<written> sorted(std::vector<written> quotes) {
    std::sort(quotes.begin(), quotes.end());
    return quotes;
}

std::string in_csv_quotes(const std::string& text) {
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string(2, c) : std::string(1, c);
    return quoted + "\"";
}

/// A history as the ECB has one: a row for each day, units for one euro.
struct history {
    std::vector<std::string> columns;
    std::map<std::string, std::map<std::string, std::string>> rows; // by day, by currency

    std::string csv(bool comma_last, bool blanks) const {
        const std::string comma = blanks ? ", " : ",";
        std::string text = "Date";
        for (const std::string& each : columns) text += comma + each;
        text += comma_last ? comma + "\n" : "\n";
        for (const auto& [day, cells] : rows) {
            text += day;
            for (const std::string& each : columns) text += comma + (cells.count(each) != 0 ? cells.at(each) : "N/A");
            text += comma_last ? comma + "\n" : "\n";
        }
        return text;
    }
    std::string xml() const {
        std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                           "<gesmes:Envelope xmlns:gesmes=\"http://www.gesmes.org/xml/2002-08-01\" "
                           "xmlns=\"http://www.ecb.int/vocabulary/2002-08-01/eurofxref\">\n"
                           "<gesmes:subject>Reference rates</gesmes:subject><Cube>\n";
        for (const auto& [day, cells] : rows) {
            text += "<Cube time=\"" + day + "\">\n";
            for (const auto& [code, price] : cells)
                text += "  <Cube currency=\"" + code + "\" rate=\"" + price + "\"/>\n";
            text += "</Cube>\n";
        }
        return text + "</Cube></gesmes:Envelope>\n";
    }
};

history some_history(support::generator& g) {
    history h;
    for (const std::string_view code : codes) {
        // Of these the ECB publishes five, in this order; the dollar always.
        const bool is_ecbs = code != "EUR" && code != "KWD" && code != "XAU";
        if (is_ecbs && (h.columns.empty() || g.one_in(2))) h.columns.emplace_back(code);
    }
    for (std::size_t i = g.below(20); i > 0; --i) {
        auto& row = h.rows[some_day(g)];
        for (const std::string& each : h.columns) {
            if (!g.one_in(4)) row[each] = some_price(g);
        }
    }
    return h;
}

std::vector<written> all_of(const history& h) {
    std::vector<written> quotes;
    for (const auto& [day, cells] : h.rows) {
        for (const auto& [code, price] : cells) quotes.push_back({"EUR", code, price, "1", day, "ECB", ""});
    }
    return sorted(quotes);
}

} // namespace

TEST_CASE("law: forms: random quotes are read back from CSV and TOML, whatever the order of the columns") {
    for (std::uint64_t i = 0; i < 1'000; ++i) {
        support::generator g(support::seed(), i);
        CAPTURE(support::seed());
        CAPTURE(i);
        const std::vector<written> quotes = some_quotes(g, true);
        std::vector<std::string written::*> fields{&written::day,      &written::base, &written::quote,
                                                   &written::price,    &written::unit, &written::source,
                                                   &written::published};
        std::vector<std::string> names{"day", "base", "quote", "rate", "unit", "source", "published"};
        for (std::size_t k = names.size(); k > 1; --k) {
            const std::size_t with = g.below(k);
            std::swap(fields[k - 1], fields[with]);
            std::swap(names[k - 1], names[with]);
        }
        std::string csv;
        for (std::size_t k = 0; k < names.size(); ++k) csv += (k == 0 ? "" : ",") + names[k];
        csv += "\n";
        for (const written& each : quotes) {
            for (std::size_t k = 0; k < fields.size(); ++k) {
                const std::string& text = each.*fields[k];
                csv += (k == 0 ? "" : ",") +
                       (g.one_in(3) || text.find_first_of("\",") != std::string::npos ? in_csv_quotes(text) : text);
            }
            csv += g.one_in(2) ? "\r\n" : "\n";
        }
        std::string toml;
        for (const written& each : quotes) {
            toml +=
                "[[rate]]\nquote = \"" + each.unit + " " + each.base + " = " + each.price + " " + each.quote + "\"\n";
            if (!each.day.empty()) toml += "day = " + (g.one_in(2) ? each.day : "\"" + each.day + "\"") + "\n";
            if (!each.source.empty()) toml += "source = '" + each.source + "'\n";
            if (!each.published.empty()) toml += "published = " + each.published + "\n";
        }
        CHECK(said(parse_quotes_csv(csv)) == sorted(quotes));
        CHECK(said(parse_rates(csv)) == sorted(quotes));
        CHECK(said(parse_quotes_toml(toml)) == sorted(quotes));
        if (!quotes.empty()) CHECK(said(parse_rates(toml)) == sorted(quotes));
    }
}

TEST_CASE("law: forms: random prices are read back from journals") {
    for (std::uint64_t i = 0; i < 1'000; ++i) {
        support::generator g(support::seed(), i);
        CAPTURE(support::seed());
        CAPTURE(i);
        const std::vector<written> quotes = some_quotes(g, false);
        std::string ledger;
        std::string beancount;
        for (const written& each : quotes) {
            std::string slashed = each.day;
            std::replace(slashed.begin(), slashed.end(), '-', '/');
            const bool first = g.one_in(2);
            ledger += "P " + (g.one_in(2) ? slashed : each.day) + (g.one_in(3) ? " 12:30:00 " : " ") + each.base + " " +
                      (first ? each.quote + " " + each.price : each.price + " " + each.quote) + "\n";
            beancount += each.day + " price " + each.base + "  " + each.price + " " + each.quote +
                         (g.one_in(3) ? " ; \"" : "") + "\n";
            if (g.one_in(3)) ledger += "; P 2024-01-01 USD 1 EUR\n\n    P 2024-01-01 USD 1 EUR\n";
            if (g.one_in(3)) beancount += "  note: \"2024-01-01\n2024-01-01 price USD 1 EUR\"\n";
        }
        CHECK(said(parse_ledger_prices(ledger)) == sorted(quotes));
        CHECK(said(parse_beancount_prices(beancount)) == sorted(quotes));
        if (!quotes.empty()) {
            CHECK(said(parse_rates(ledger)) == sorted(quotes));
            CHECK(said(parse_rates(beancount)) == sorted(quotes));
        }
    }
}

TEST_CASE("law: forms: a random history is the same in each of the ECB's forms") {
    for (std::uint64_t i = 0; i < 1'000; ++i) {
        support::generator g(support::seed(), i);
        CAPTURE(support::seed());
        CAPTURE(i);
        const history h = some_history(g);
        const std::vector<written> expected = all_of(h);
        CHECK(said(parse_rates(h.csv(true, false))) == expected);
        CHECK(said(parse_rates(h.csv(true, true))) == expected);
        CHECK(said(parse_ecb_csv(h.csv(g.one_in(2), g.one_in(2)))) == expected);
        CHECK(said(parse_rates(h.xml())) == expected);
    }
}

TEST_CASE("law: forms: files in any order, or one by one, make one table") {
    for (std::uint64_t i = 0; i < 200; ++i) {
        support::generator g(support::seed(), i);
        CAPTURE(support::seed());
        CAPTURE(i);
        const history h = some_history(g);
        rate_table::builder whole;
        parse_rates(h.csv(true, false), "h").add_to(whole);
        rate_table::builder parts;
        std::vector<history> pieces(3, history{h.columns, {}});
        for (const auto& [day, cells] : h.rows) pieces[g.below(3)].rows[day] = cells;
        for (const history& each : pieces)
            parse_rates(g.one_in(2) ? each.csv(true, false) : each.xml(), "h").add_to(parts);
        const rate_table a = whole.build();
        const rate_table b = parts.build();
        CHECK(a.size() == b.size());
        for (const written& each : all_of(h)) {
            const currency quoted = parse_currency(each.quote);
            const auto day = parse_day(each.day);
            // An amount from before a currency's first day is refused by both.
            const auto value = [&](const rate_table& t) -> std::optional<exact> {
                try {
                    return t.convert(1, currencies::EUR, quoted, day, lookup::exactly());
                } catch (const not_in_use&) {
                    return std::nullopt;
                }
            };
            CHECK(value(a) == value(b));
            if (value(a)) CHECK(value(a) == exact(each.price));
        }
    }
}

TEST_CASE("law: forms: a file that was damaged is read, or refused with its line; nothing worse") {
    const std::string_view forms[] = {
        "Date, USD, JPY, \n05 January 2024, 1.0921, 158.20, \n04 January 2024, N/A, 157.99, \n",
        "<?xml version='1.0' encoding='UTF-8'?>\n<gesmes:Envelope xmlns:gesmes='http://www.gesmes.org/xml/2002-08-01' "
        "xmlns='http://www.ecb.int/vocabulary/2002-08-01/eurofxref'><Cube>\n<Cube time='2024-01-05'>"
        "<Cube currency='USD' rate='1.0921'/><Cube rate='158.20' currency='JPY'/></Cube></Cube></gesmes:Envelope>",
        "day,base,quote,rate,unit,source,published\n2024-05-29,JPY,EUR,0.5869,100,\"a "
        "\"\"b\"\"\",2024-05-30\r\n,USD,EUR,0.92,,,\n",
        "pivots = ['EUR']\n[[currency]]\ncode = 'CREDIT'\n[[rate]]\nquote = '1 CREDIT = 0.92 EUR'\nday = 2024-05-29\n",
        "; mine\ncomment\nend comment\nP 2024/05/29 16:00:00 USD €0.92 ; a\n2024-05-29 Shop\n  A  1 EUR\nP 2024-5-30 "
        "\"EUR\" 17,580.25 IDR",
        "option \"a\" \"b\"\n2024-05-29 * \"Shop\" \"over\nlines\"\n  A  1 EUR\n2024-05-29 price USD 0.9211 EUR ; a\n",
    };
    constexpr std::string_view awkward = "\"',;<>/=[]#. \n\r\t\\-+&0919eEP$";
    std::size_t read = 0;
    for (std::uint64_t i = 0; i < 20'000; ++i) {
        support::generator g(support::seed(), i);
        CAPTURE(support::seed());
        CAPTURE(i);
        std::string text(forms[g.below(std::size(forms))]);
        for (std::uint64_t changes = 1 + g.below(3); changes > 0; --changes) {
            const std::size_t at = g.below(text.size() + 1);
            const char c = g.one_in(4) ? static_cast<char>(g.below(256)) : awkward[g.below(awkward.size())];
            switch (g.below(5)) {
            case 0: text.insert(at, 1, c); break;
            case 1: text.erase(at, 1 + g.below(3)); break;
            case 2: text.insert(at, text.substr(g.below(text.size() + 1), g.below(40))); break;
            case 3: text.resize(at); break;
            default:
                if (at < text.size()) text[at] = c;
            }
            if (text.empty()) text = "P";
        }
        try {
            read += parse_rates(text, "f").quotes.size() < 100;
        } catch (const error& e) {
            CHECK(e.where().file == "f");
            CHECK(e.where().line > 0);
            CHECK(e.where().line <= 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
        }
    }
    CHECK(read > 1'000);
}

// ---- the facts of ../shared/data/README.md

TEST_CASE("forms: the ECB's whole history, straight from its zip") {
    const std::string archive = "../shared/data/eurofxref-hist.zip";
    if (!std::filesystem::exists(archive)) {
        MESSAGE("skipped: there is no " << archive);
        return;
    }
    const unzipped inside = unzip(read_file(archive), archive);
    const std::string& text = inside.bytes;
    const rate_file file = read_rates_file(archive);
    CHECK(inside.name == "eurofxref-hist.csv");
    CHECK(text.size() == 1'891'690);
    CHECK(file.pivots == std::vector{currencies::EUR});
    CHECK(file.quotes.size() == 6'983 * 41 - 68'748);
    CHECK(file.quotes[0].where().file == archive + "/eurofxref-hist.csv");

    // The text itself, so that what was read can be compared with it.
    std::size_t lines = 0;
    std::size_t absent = 0;
    for (std::size_t at = 0; at < text.size(); ++lines) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = std::string_view(text).substr(at, end - at);
        REQUIRE(line.ends_with(','));
        for (std::size_t found = line.find("N/A"); found != std::string_view::npos; found = line.find("N/A", found + 1))
            ++absent;
        at = end + 1;
    }
    CHECK(lines == 6'984);
    CHECK(absent == 68'748);

    std::vector<sys_days> newest_first;
    std::map<std::string, std::set<sys_days>> by_code;
    for (const rate& quote : file.quotes) {
        if (newest_first.empty() || newest_first.back() != *quote.day()) newest_first.push_back(*quote.day());
        by_code[to_string(quote.quote().currency())].insert(*quote.day());
        REQUIRE(quote.base() == money<>(1, currencies::EUR));
        REQUIRE(quote.source() == "ECB");
    }
    CHECK(newest_first.size() == 6'983);
    CHECK(std::is_sorted(newest_first.rbegin(), newest_first.rend()));
    CHECK(newest_first.front() == parse_day("2026-04-13"));
    CHECK(newest_first.back() == parse_day("1999-01-04"));
    CHECK(by_code.size() == 41);
    CHECK(by_code.count("GRD") == 0);

    int weekends = 0;
    int weekdays_missing = 0;
    days longest{0};
    const std::set<sys_days> all(newest_first.begin(), newest_first.end());
    const auto is_weekend = [](sys_days day) { return std::chrono::weekday(day).iso_encoding() > 5; };
    for (sys_days day = *all.begin(), last = day; day <= *all.rbegin(); day += days(1)) {
        if (all.count(day) != 0) {
            weekends += is_weekend(day);
            longest = std::max(longest, day - last);
            last = day;
        } else {
            weekdays_missing += !is_weekend(day);
        }
    }
    CHECK(weekends == 0);
    CHECK(weekdays_missing == 133);
    CHECK(longest == days(5));

    std::map<std::string, int> holes;
    for (const auto& [code, quoted] : by_code) {
        for (const sys_days day : all)
            holes[code] += day > *quoted.begin() && day < *quoted.rbegin() && quoted.count(day) == 0;
    }
    for (const auto& each : holes) {
        CAPTURE(each.first);
        CHECK(each.second == (each.first == "ISK" ? 2'341 : 0));
    }
    CHECK(*by_code["RUB"].rbegin() == parse_day("2022-03-01"));
    CHECK(*by_code["HRK"].rbegin() == parse_day("2022-12-30"));
    CHECK(*by_code["BGN"].rbegin() == parse_day("2025-12-31"));

    // A quote is cited where its digits stand, and nothing contradicts the law.
    const auto line_of = [&](std::size_t number) {
        std::size_t at = 0;
        for (; number > 1; --number) at = text.find('\n', at) + 1;
        return std::string_view(text).substr(at, text.find('\n', at) - at);
    };
    for (std::size_t i = 0; i < file.quotes.size(); i += 9'973) {
        const rate quote = file.quotes[i];
        const std::string_view line = line_of(quote.where().line);
        const std::string_view number =
            line.substr(quote.where().column - 1, line.find(',', quote.where().column) - quote.where().column + 1);
        CHECK(line.starts_with(to_string(*quote.day()) + ","));
        CHECK(line[quote.where().column - 2] == ',');
        CHECK(to_string(quote) == "1 EUR = " + std::string(number) + " " + to_string(quote.quote().currency()));
    }
    rate_table::builder building;
    file.add_to(building);
    const rate_table table = building.build();
    CHECK(table.size() == file.quotes.size());
    CHECK(table.convert(1, currencies::EUR, currencies::USD, parse_day("2024-04-01")) == exact("1.0811"));
    CHECK_THROWS_AS(table.convert(1, currencies::EUR, currencies::ISK, parse_day("2013-06-14")), stale_rate);

    // On or before a day in the span, no currency that has a rate is older than four days.
    for (sys_days day = *all.begin(); day <= *all.rbegin(); day += days(1)) {
        const std::vector<leg> legs = table.legs(currencies::EUR, currencies::USD, day);
        REQUIRE(legs.size() == 1);
        REQUIRE(legs[0].age() <= days(4));
    }

    // The same content as CSV, as XML, and zipped.
    history h;
    for (const rate& quote : file.quotes) {
        const written w = said(quote);
        h.rows[w.day][w.quote] = w.price;
    }
    for (const auto& [code, quoted] : by_code) h.columns.push_back(code);
    const std::vector<written> expected = said(file);
    CHECK(said(parse_rates(text)) == expected);
    CHECK(said(parse_rates(h.xml())) == expected);
    CHECK(said(parse_ecb_csv(h.csv(true, true))) == expected);
    rate_table::builder from_xml;
    parse_rates(h.xml()).add_to(from_xml);
    const rate_table other = from_xml.build();
    CHECK(other.size() == table.size());
    for (std::size_t i = 0; i < file.quotes.size(); i += 7) {
        const rate quote = file.quotes[i];
        const auto in = [&](const rate_table& t) {
            return t.convert(1, currencies::EUR, quote.quote().currency(), quote.day(), lookup::exactly());
        };
        REQUIRE(in(table) == in(other));
        REQUIRE(in(table) == quote.value());
    }
}
