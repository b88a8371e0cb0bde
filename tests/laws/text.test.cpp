// SPDX-License-Identifier: MIT

// What reading and writing promise: what was written reads back the same, and no text makes anything but an error.
#include <cambist/figures/precision.hpp>
#include <cambist/text.hpp>
#include <cambist/text/parse.hpp>

#include "support/oracle.hpp"
#include "support/random.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using oracle::rational;
using support::for_all;
using support::generator;
using support::many;

namespace {

rational to_rational(const exact& x) { return oracle::read(to_fraction(x)); }

// A decimal numeral without a sign.
std::string plain_numeral(generator& g) {
    std::string text = g.one_in(6) ? "0" : g.digits(1 + g.below(g.one_in(20) ? 60 : 15));
    if (g.one_in(2)) {
        text += '.';
        for (int n = g.between(1, 12); n > 0; --n) text += static_cast<char>('0' + g.below(10));
    }
    return text;
}
std::string positive_numeral(generator& g) {
    for (;;) {
        std::string text = plain_numeral(g);
        if (text.find_first_of("123456789") != std::string::npos) return text;
    }
}

currency any_currency(generator& g) {
    static const std::vector<currency> some{
        EUR, USD, JPY, BHD, XAU, CLF, DEM, own_currency("B2X", 2), own_currency("COIN123", 18)};
    return some[g.below(some.size())];
}
const currency_set& accepted() {
    static const currency_set set({own_currency("B2X", 2), own_currency("COIN123", 18)});
    return set;
}

rounding any_mode(generator& g) { return static_cast<rounding>(g.below(8)); }

std::string without_commas(std::string text) {
    std::erase(text, ',');
    return text;
}

// A number as compact notation writes it: "15.65 bn".
rational read_compact(std::string_view text) {
    static const std::map<std::string_view, int> scales{{"k", 3}, {"m", 6}, {"bn", 9}, {"tn", 12}};
    const std::size_t blank = text.find(' ');
    if (blank == std::string_view::npos) return oracle::read(text);
    return oracle::read(text.substr(0, blank)) * oracle::power_of_ten(scales.at(text.substr(blank + 1)));
}

} // namespace

TEST_CASE("law: text: an amount reads back as it was written") {
    for_all(many, [](generator& g) {
        const std::string sign = g.one_in(2) ? "-" : "";
        const money<> m{exact(sign + plain_numeral(g)), any_currency(g)};
        CHECK(parse_money(to_string(m), accepted()) == m);
        CHECK(parse_money(fmt::format("{}", m), accepted()) == m);
        CHECK(parse_money(to_string(m.currency()) + " " + to_string(m.amount()), accepted()) == m);
    });
}

TEST_CASE("law: text: a rate reads back with its value and its digits") {
    for_all(many, [](generator& g) {
        const currency base = any_currency(g);
        currency price = any_currency(g);
        while (price == base) price = any_currency(g);
        const std::string units = positive_numeral(g);
        const std::string number = positive_numeral(g);
        const rate read =
            parse_rate(units + " " + to_string(base) + " = " + number + " " + to_string(price), accepted());
        const std::size_t point = number.find('.');
        CHECK(read.decimals() == (point == std::string::npos ? 0 : static_cast<int>(number.size() - point - 1)));
        const rate again = parse_rate(to_string(read), accepted());
        CHECK(again.base() == read.base());
        CHECK(again.quote() == read.quote());
        CHECK(again.decimals() == read.decimals());
        CHECK(again.bounds() == read.bounds());
        CHECK(to_string(again) == to_string(read));

        // And a table shows it as it was.
        const rate_table table = rate_table::builder().law({}).add(read).build();
        CHECK(to_string(table.legs(price, base, {}).at(0).quote) == to_string(read));
        CHECK(table.legs(price, base, {})[0].quote.bounds() == read.bounds());
    });
}

namespace {

// With so many digits after the point at most.
exact some_decimal(generator& g, int digits) {
    const exact whole(g.one_in(4) ? std::to_string(g.below(30)) : g.digits(1 + g.below(15)));
    return whole * exact::pow10(g.between(-digits, 12));
}

// A figure that somebody may have reported, of every kind.
figure reported_figure(generator& g) {
    const currency of = any_currency(g);
    const exact v = some_decimal(g, 4);
    const exact reach = some_decimal(g, 4);
    const int power = 3 * g.between(0, 4);
    switch (g.below(11)) {
    case 0: return figure(money<>(g.one_in(2) ? v : -v, of));
    case 1: return reported_amount(money<>(v, of), decimals{*v.shortest_decimals() + g.between(0, 4)});
    case 2: { // "15.70 bn"
        const int digits = g.between(0, 4);
        const exact unit = exact::pow10(power - digits);
        const exact value = exact(static_cast<std::int64_t>(g.below(100'000))) * unit;
        const bool to_minor_unit = power == 0 && of.has_minor_unit() && digits >= of.digits();
        return reported_amount({value, unit, unit, to_minor_unit}, of, qualifier::rounded);
    }
    case 3: { // "about 700000", whose zeros do not count
        const exact unit = exact::pow10(g.between(-4, 16));
        return reported_amount({(10 * exact(g.between(0, 999)) + g.between(1, 9)) * unit, unit, unit, false}, of,
                               qualifier::about);
    }
    case 4: return {v, interval(v - reach, v + reach), of, g.one_in(2) ? qualifier::rounded : qualifier::about};
    case 5: return {v, interval::from(v), of, qualifier::at_least};
    case 6: return {v, interval::from(v, bound::open), of, qualifier::more_than};
    case 7: return {v, interval(0, v), of, qualifier::at_most};
    case 8: return {v + 1, interval(0, v + 1, bound::closed, bound::open), of, qualifier::less_than};
    case 9: return reported_range(g.one_in(2) ? v : -v, v + reach, of);
    default: return reported_vague(exact::pow10(power == 0 ? 12 : power), of);
    }
}

figure without_words(const figure& f) { return {f.value(), f.bounds(), f.currency(), f.stated()}; }

} // namespace

TEST_CASE("law: text: every figure that is reported reads back from its words as it was") {
    for_all(many, [](generator& g) {
        const figure f = reported_figure(g);
        const std::optional<std::string> words = to_words(f);
        CAPTURE(f.bounds());
        CAPTURE(to_string(f.currency()));
        CAPTURE(to_string(f.stated()));
        REQUIRE(words.has_value());
        CAPTURE(*words);
        const figure read = parse_figure(*words, accepted());
        CHECK(without_words(read) == f);
        CHECK(read.words() == *words);
        CHECK(to_words(read) == words);
    });
}

TEST_CASE("law: text: a figure that is computed reads back as it was, or has no words") {
    int said = 0;
    for_all(many, [&](generator& g) {
        const figure a = reported_figure(g);
        figure f = a * (g.one_in(2) ? exact(g.between(-3, 3)) : g.value());
        if (g.one_in(2)) f = f + a;
        const std::optional<std::string> words = to_words(f);
        if (!words) return;
        CAPTURE(*words);
        CHECK(without_words(parse_figure(*words, accepted())) == f);
        ++said;
    });
    CHECK(said > many / 10);
}

TEST_CASE("law: text: days and dates from year 1 to 9999 read back as they were written") {
    const std::chrono::sys_days first = std::chrono::year(1) / 1 / 1;
    const std::chrono::sys_days last = std::chrono::year(9999) / 12 / 31;
    for_all(many, [&](generator& g) {
        const std::chrono::sys_days day =
            first + std::chrono::days(g.between(0, static_cast<int>((last - first).count())));
        const std::chrono::year_month_day on(day);
        CHECK(parse_day(to_string(day)) == day);
        for (const partial_date& date :
             {partial_date(on.year()), partial_date(on.year() / on.month()), partial_date(on)}) {
            CHECK(parse_partial_date(to_string(date)) == date);
        }
    });
}

TEST_CASE("law: text: ten digits in the shape of a day are one exactly if the calendar has it") {
    constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for_all(many, [&](generator& g) {
        const int year = g.one_in(3) ? g.between(0, 9999) : 100 * g.between(0, 99);
        const int month = g.between(0, 13);
        const int day = g.one_in(2) ? g.between(27, 32) : g.between(0, 35);
        const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        const bool exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 &&
                            day <= lengths[month - 1] + (month == 2 && leap ? 1 : 0);
        const std::string text = fmt::format("{:04}-{:02}-{:02}", year, month, day);
        if (exists) {
            CHECK(to_string(parse_day(text)) == text);
        } else {
            CHECK_THROWS_AS(parse_day(text), date_error);
            CHECK_THROWS_AS(parse_partial_date(text), date_error);
        }
    });
}

TEST_CASE("law: text: a look-up reads back as it was written") {
    for_all(many, [](generator& g) {
        const lookup how = g.one_in(3) ? lookup::on_or_before(unbounded)
                                       : lookup::on_or_before(std::chrono::days(g.between(0, 999'999)));
        CHECK(parse_lookup(to_string(how)) == how);
    });
}

TEST_CASE("law: text: .N is to_decimal, grouped or not, and within half a unit or one") {
    for_all(many, [](generator& g) {
        const exact x = g.value();
        const int digits = g.between(0, 30);
        const rounding mode = any_mode(g);
        const std::string spec = "." + std::to_string(digits) + "~" + std::string(to_string(mode)) + "}";
        const std::string plain = fmt::format(fmt::runtime("{:" + spec), x);
        CHECK(plain == to_decimal(x, {digits}, mode));
        const std::string grouped = fmt::format(fmt::runtime("{:," + spec), x);
        CHECK(without_commas(grouped) == plain);
        const std::size_t whole = std::min(grouped.find('.'), grouped.size());
        for (std::size_t i = 0; i < whole; ++i)
            CHECK((grouped[i] == ',') == ((whole - i) % 4 == 0 && i != 0 && grouped[i - 1] != '-'));

        const rational distance = oracle::distance(oracle::read(plain), to_rational(x)) * oracle::power_of_ten(digits);
        CHECK(distance < 1);
        if (mode == rounding::half_even || mode == rounding::half_up || mode == rounding::half_down)
            CHECK(distance * 2 <= 1);
        CHECK(fmt::format("{:/}", x) == to_fraction(x));
        CHECK(exact(fmt::format("{}", x)) == x);
    });
}

TEST_CASE("law: text: compact is the number rounded to significant digits, under another name") {
    for_all(many, [](generator& g) {
        const exact x = g.one_in(2) ? g.value() : exact(plain_numeral(g));
        const int digits = g.between(1, 12);
        const rounding mode = any_mode(g);
        const std::string text =
            fmt::format(fmt::runtime("{:." + std::to_string(digits) + "c~" + std::string(to_string(mode)) + "}"), x);
        CHECK(oracle::to_text(read_compact(text)) == to_fraction(round(x, significant{digits}, mode).rounded));
    });
}

TEST_CASE("law: text: an interval as printed contains the interval") {
    for_all(many, [](generator& g) {
        exact low = g.value();
        const exact other = g.value();
        exact high = g.one_in(3) ? other : low + abs(other) / g.between(1, 1000);
        if (high < low) std::swap(low, high);
        if (low == high) high += 1;
        const auto end = [&] { return g.one_in(6) ? bound::infinite : g.one_in(2) ? bound::open : bound::closed; };
        const interval i{low, high, end(), end()};
        const bool compact = g.one_in(2);
        const std::string grouping = g.one_in(2) ? "," : "";
        const std::string digits = compact && g.one_in(3) ? "" : "." + std::to_string(g.between(1, 10));
        const std::string spec =
            "{:" + grouping + digits + (compact ? "c" : "") + "~" + std::string(to_string(any_mode(g))) + "}";
        CAPTURE(spec);
        const std::string text = fmt::format(fmt::runtime(spec), i);
        const std::size_t middle = text.find(", ");
        REQUIRE(middle != std::string::npos);
        const std::string printed_low = without_commas(text.substr(1, middle - 1));
        const std::string printed_high = without_commas(text.substr(middle + 2));
        CHECK((text.front() == '[') == (i.low_end() == bound::closed));
        CHECK((text.back() == ']') == (i.high_end() == bound::closed));
        CHECK((printed_low == "-∞") == (i.low_end() == bound::infinite));
        CHECK((printed_high == "∞)") == (i.high_end() == bound::infinite));
        if (i.low_end() != bound::infinite) CHECK(read_compact(printed_low) <= to_rational(low));
        if (i.high_end() != bound::infinite) {
            CHECK(read_compact(std::string_view(printed_high).substr(0, printed_high.size() - 1)) >= to_rational(high));
        }
    });
}

TEST_CASE("law: text: a bare number is within half a unit of its last digit, whatever its scale") {
    const std::vector<std::pair<std::string, int>> written_scales{{"", 0},    {" k", 3},       {" m", 6}, {"mn", 6},
                                                                  {" bn", 9}, {" billion", 9}, {"tn", 12}};
    for_all(many, [&](generator& g) {
        const std::string number = plain_numeral(g);
        const auto& [word, power] = written_scales[g.below(written_scales.size())];
        const currency of = any_currency(g);
        const bool hedged = g.one_in(3);
        const std::string hedge = hedged ? "about " : "";
        const figure f = parse_figure(g.one_in(2) ? hedge + number + word + " " + to_string(of)
                                                  : hedge + to_string(of) + " " + number + word,
                                      accepted());
        CHECK(f.currency() == of);

        const std::size_t point = number.find('.');
        const int decimals = point == std::string::npos ? 0 : static_cast<int>(number.size() - point - 1);
        const rational value = oracle::read(number) * oracle::power_of_ten(power);
        CHECK(oracle::agree(f.value().value(), value));
        rational half = rational(oracle::power_of_ten(power), oracle::power_of_ten(decimals)) / 2;
        if (power == 0 && !hedged && of.has_minor_unit() && decimals >= of.digits()) half = 0;
        if (hedged && point == std::string::npos && value != 0) {
            for (std::size_t i = number.size(); number[--i] == '0';) half *= 10;
        }
        CHECK(oracle::agree(f.bounds().low(), value - half));
        CHECK(oracle::agree(f.bounds().high(), value + half));
        CHECK((f.bounds().low_end() == bound::closed && f.bounds().high_end() == bound::closed));
        CHECK(f.stated() == (hedged ? qualifier::about : half == 0 ? qualifier::exact : qualifier::rounded));
    });
}

// ---- any text at all

namespace {

std::string mutated(generator& g, std::string text) {
    static const std::string_view pieces[] = {
        "-",        "+",      ".",         ",",      " ",   "  ",   "0",   "9",         "e",        "E",
        "/",        "=",      "$",         "€",      "–",   "\xff", "EUR", "USD",       "bn",       " and ",
        "between ", "about ", "at least ", "1e9999", "nan", "inf",  ":",   "unbounded", "00000000", "\xe2\x82"};
    for (int n = g.between(1, 4); n > 0; --n) {
        const std::size_t at = text.empty() ? 0 : g.below(text.size() + 1);
        const std::size_t length = g.below(4);
        switch (g.below(6)) {
        case 0: text.erase(at, length); break;
        case 1: text.insert(at, pieces[g.below(std::size(pieces))]); break;
        case 2: text.insert(at, 1, static_cast<char>(g.below(256))); break;
        case 3:
            if (at < text.size()) text[at] = static_cast<char>(g.below(256));
            break;
        case 4: text.insert(at, text.substr(at / 2, length * 3)); break;
        default:
            if (at + 1 < text.size()) std::swap(text[at], text[at + 1]);
        }
    }
    return text;
}

// Whether the text was read; anything thrown that is no error of the library fails the test.
template <class Read>
bool reads(const std::string& text, Read read) {
    try {
        read(text);
        return true;
    } catch (const error& e) {
        CHECK_FALSE(std::string_view(e.what()).empty());
        bool printable = true;
        for (const char c : std::string_view(e.what()))
            printable = printable && static_cast<unsigned char>(c) >= 0x20 && c != 0x7f;
        CHECK(printable);
        return false;
    }
}

} // namespace

TEST_CASE("law: text: mangled text is read or refused as an error, and never anything else") {
    const std::vector<std::string> seeds{"15.7 bn EUR",
                                         "EUR 15.7bn",
                                         "€15.7 billion",
                                         "about 700000 EUR",
                                         "at least 2 m USD",
                                         "up to 5 bn EUR",
                                         "between 1 and 2 bn EUR",
                                         "between EUR 1 and EUR 2 bn",
                                         "1-2 bn EUR",
                                         "1–2bn€",
                                         "billions of euros",
                                         "1 USD = 0.9211 EUR",
                                         "100 JPY = 0.5869 EUR",
                                         "15.70 EUR",
                                         "-1e3 USD",
                                         "B2X 5",
                                         "2024-05-29",
                                         "2024-05",
                                         "2024",
                                         "on-or-before:3",
                                         "on-or-before:unbounded",
                                         "exactly",
                                         "half_even",
                                         "157/10"};
    std::map<int, int> read;
    for_all(many * 3, [&](generator& g) {
        const std::string text = mutated(g, seeds[g.below(seeds.size())]);
        CAPTURE(text);
        read[0] += reads(text, [](const std::string& t) {
            const figure f = parse_figure(t, accepted());
            CHECK(f.words() == t);
            CHECK(f.currency());
            if (f.value() && f.bounds().low_end() != bound::infinite) CHECK(f.bounds().low() <= *f.value());
            if (f.value() && f.bounds().high_end() != bound::infinite) CHECK(f.bounds().high() >= *f.value());
            CHECK_FALSE(fmt::format("{:c}", f).empty());
        });
        read[1] += reads(text, [](const std::string& t) {
            const money<> m = parse_money(t, accepted());
            if (to_string(m).size() <= max_digits) CHECK(parse_money(to_string(m), accepted()) == m);
        });
        read[2] += reads(text, [](const std::string& t) {
            const rate r = parse_rate(t, accepted());
            CHECK(r.value() > 0);
            CHECK(to_string(parse_rate(to_string(r), accepted())) == to_string(r));
        });
        read[3] += reads(text, [](const std::string& t) {
            const std::chrono::sys_days day = parse_day(t);
            CHECK(to_string(day) == t);
        });
        read[4] += reads(text, [](const std::string& t) {
            const partial_date date = parse_partial_date(t);
            CHECK(to_string(date) == t);
        });
        read[5] += reads(text, [](const std::string& t) {
            const lookup how = parse_lookup(t);
            CHECK(parse_lookup(to_string(how)) == how);
        });
        read[6] += reads(text, [](const std::string& t) { static_cast<void>(parse_rounding(t)); });
        read[7] += reads(text, [](const std::string& t) {
            const exact number = parse_rate_number(t);
            CHECK(number > 0);
        });
        read[8] += reads(text, [](const std::string& t) { static_cast<void>(exact(std::string_view(t))); });
    });
    for (const auto& each : read) {
        CAPTURE(each.first);
        CHECK(each.second > 0); // some of what was mangled is text still
    }
}
