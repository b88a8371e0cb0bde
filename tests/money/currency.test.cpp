// SPDX-License-Identifier: MIT
#include <cambist/money/currency.hpp>
#include <cambist/money/market_units.hpp>

#include "support/refusal.hpp"
#include "support/show.hpp"

#include <cambist/money/money.hpp>

#include <doctest/doctest.h>

#include <compare>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <vector>

#ifndef CAMBIST_SHARED_DIR
#    define CAMBIST_SHARED_DIR "../shared"
#endif

using namespace cambist;
using namespace std::string_literals;
using namespace std::string_view_literals;

// ---- known before the program runs

static_assert(parse_currency("EUR") == currencies::EUR);
static_assert(currencies::EUR.digits() == 2 && currencies::JPY.digits() == 0 && currencies::BHD.digits() == 3 &&
              currencies::CLF.digits() == 4);
static_assert(currencies::EUR.has_minor_unit() && currencies::JPY.has_minor_unit());
static_assert(!currencies::XAU.has_minor_unit() && !currencies::XDR.has_minor_unit());
static_assert(own_currency("BTC", 8).digits() == 8 && !own_currency("POINTS").has_minor_unit());
static_assert(currencies::EUR < currencies::USD && !(currencies::USD < currencies::EUR));
static_assert(static_cast<bool>(currencies::EUR));
static_assert(!std::is_convertible_v<const char*, currency> && !std::is_constructible_v<currency, const char*>);

namespace {

std::vector<std::string> accepted_codes() {
    std::vector<std::string> codes;
    for (char a = 'A'; a <= 'Z'; ++a) {
        for (char b = 'A'; b <= 'Z'; ++b) {
            for (char c = 'A'; c <= 'Z'; ++c) {
                if (std::string code{a, b, c}; find_currency(code) != nullptr) codes.push_back(std::move(code));
            }
        }
    }
    return codes;
}

// One line of comma-separated values; a quoted field may hold commas and doubled quotes. Blanks at a field's end are
// dropped, and a no-break space is a space.
std::vector<std::string> split(const std::string& line) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') fields.back() += line[i++];
        else if (line[i] == '"') quoted = !quoted;
        else if (line[i] == ',' && !quoted) fields.emplace_back();
        else if (line.compare(i, 2, "\xc2\xa0") == 0) fields.back() += ' ', ++i;
        else fields.back() += line[i];
    }
    for (std::string& field : fields) field.erase(field.find_last_not_of(" \r") + 1);
    return fields;
}

} // namespace

// ---- reading codes

TEST_CASE("currency: a code is three capitals that ISO 4217 knows") {
    for (const std::string_view code :
         {""sv, "EU"sv, "EURO"sv, "EuR"sv, "eur"sv, "E\xd0\x85R"sv, "\xef\xbc\xa5\xef\xbc\xb5\xef\xbc\xb2"sv, "EUR "sv,
          " EUR"sv, "E1R"sv, "978"sv, "ZZZ"sv, "EUR\0"sv, "EUR\n"sv, "none"sv, "AAA"sv}) {
        const std::string shown = detail::quoted(code);
        CAPTURE(shown);
        CHECK_THROWS_AS(parse_currency(code), currency_error);
        CHECK(find_currency(code) == nullptr);
    }
    CHECK_THROWS_WITH_AS(parse_currency("EURO"),
                         "'EURO' is no ISO 4217 currency code; codes are three capital letters, as in EUR, and your "
                         "own are declared first",
                         currency_error);
    // what other systems trip over
    CHECK(parse_currency("CLF").digits() == 4);
    CHECK(parse_currency("BHD").digits() == 3);
    CHECK(parse_currency("MRU").digits() == 2); // its unit is a fifth; ISO says two digits
    CHECK_FALSE(parse_currency("XAU").has_minor_unit());
    CHECK(parse_currency("XTS").code() == "XTS"); // the code reserved for tests is one of ISO's
    for (const auto& [code, successor] : {std::pair("BYR", "BYN"), std::pair("TRL", "TRY"), std::pair("ROL", "RON")}) {
        CHECK(find_currency(code)->historic);
        CHECK(find_currency(code)->successor == parse_currency(successor));
        CHECK_FALSE(parse_currency(code) == parse_currency(successor));
    }
}

static_assert(sizeof(currency) == 8 && alignof(currency) == 8);
static_assert(currencies::EUR <=> currencies::USD == std::strong_ordering::less);
static_assert(currencies::XAU.minor_digits == -1 && !currencies::XAU.has_minor_unit());
static_assert(std::is_same_v<money<parse_currency("EUR")>, money<currencies::EUR>>);

TEST_CASE("currency: in order by code, a shorter one first, then by digits") {
    const std::vector<currency> order = {
        currency(),          currencies::ADP,         own_currency("BTC", 0),     own_currency("BTC", 8),
        own_currency("BTC"), own_currency("BTC1", 8), own_currency("BTCCASH", 8), currencies::EUR};
    for (std::size_t a = 0; a < order.size(); ++a) {
        for (std::size_t b = 0; b < order.size(); ++b) {
            CHECK((order[a] <=> order[b]) == (a <=> b));
            CHECK((order[a] == order[b]) == (a == b));
        }
    }
}

TEST_CASE("currency: what is known of one") {
    CHECK(find_currency("EUR")->number == 978);
    CHECK(find_currency("EUR")->name == "Euro");
    CHECK(find_currency(978)->currency == currencies::EUR);
    CHECK(find_currency(currencies::DEM)->successor == currencies::EUR);
    CHECK(find_currency("DEM")->historic);
    // An older unit of a code is another currency, of which the table of codes knows nothing.
    CHECK(find_currency(currencies::VES)->currency == currencies::VES);
    CHECK(find_currency(detail::currency_access::older(currencies::VES, 1)) == nullptr);
}

TEST_CASE("currency: the table is in order, and every row is found by each of its keys") {
    const std::vector<std::string> codes = accepted_codes();
    CHECK(codes.size() == detail::iso_count);
    currency last;
    for (const std::string& code : codes) {
        CAPTURE(code);
        const currency_facts* facts = find_currency(code);
        const currency c = parse_currency(code);
        CHECK(facts->currency == c);
        CHECK(c.code() == code);
        CHECK(c.code().size() == 3);
        CHECK(to_string(c) == code);
        CHECK(last < c);
        last = c;
        CHECK(find_currency(c) == facts);
        CHECK_FALSE(facts->name.empty());
        CHECK(c.digits() >= 0);
        CHECK(c.digits() <= 4);
        if (facts->number != 0) {
            const currency_facts* by_number = find_currency(facts->number);
            REQUIRE(by_number != nullptr);
            CHECK(by_number->number == facts->number);
            if (!facts->historic) CHECK(by_number == facts); // an active currency comes before those it replaced
        }
    }
    CHECK(currency().code() == "");
    CHECK(find_currency(0) == nullptr);
    CHECK(find_currency(-1) == nullptr);
    CHECK(find_currency(currency()) == nullptr);
    CHECK(find_currency(own_currency("BTC", 8)) == nullptr);
}

TEST_CASE("currency: days of use are days, and successors lead to a currency in use") {
    const auto is_day = [](std::int32_t day) {
        const int year = day / 10000;
        const int month = day / 100 % 100;
        const bool fits = year >= 1600 && year <= 2100 && month >= 1 && month <= 12;
        return day == 0 || (fits && day % 100 >= 1 && day % 100 <= 31);
    };
    for (const std::string& code : accepted_codes()) {
        const currency_facts& facts = *find_currency(code);
        CAPTURE(facts.currency);
        CHECK(is_day(facts.first_day));
        CHECK(is_day(facts.last_day));
        if (facts.first_day != 0 && facts.last_day != 0) CHECK(facts.first_day <= facts.last_day);
        if (facts.last_day != 0) CHECK(facts.historic);

        std::set<std::string> seen;
        for (const currency_facts* at = &facts; at != nullptr && at->successor; at = find_currency(at->successor)) {
            REQUIRE(seen.insert(to_string(at->currency)).second); // no circle
            CHECK(at->historic);
        }
    }
    CHECK(find_currency("DEM")->first_day == 19480620);
    CHECK(find_currency("DEM")->last_day == 20020228);
    CHECK(find_currency("EUR")->last_day == 0);
}

// ---- own currencies

TEST_CASE("currency: own ones have three to seven of A-Z and 0-9, and are none of ISO's") {
    for (const auto code : {"BTC", "USDC", "A00", "POINTS", "ABCDEFG"}) {
        const currency c = own_currency(code, 8);
        CHECK(c.code() == code);
        CHECK(c.digits() == 8);
        CHECK(c.has_minor_unit());
        CHECK_FALSE(c == own_currency(code, 7));
        CHECK_FALSE(own_currency(code).has_minor_unit());
        CHECK(own_currency(code) == own_currency(code));
    }
    CHECK(own_currency("BTC", 0).has_minor_unit());
    CHECK(own_currency("BTC", 18).digits() == 18);
    for (const auto code : {"", "AB", "ABCDEFGH", "btc", "1BT", "B-C", "B C", "BTC ",
                            "\xc3\x84"
                            "BC"}) {
        CAPTURE(code);
        CHECK_THROWS_AS(own_currency(code, 2), currency_error);
        CHECK_THROWS_AS(own_currency(code), currency_error);
    }
    CHECK_THROWS_AS(own_currency("BTC", -1), currency_error);
    CHECK_THROWS_AS(own_currency("BTC", 19), currency_error);
    CHECK_THROWS_WITH_AS(own_currency("EUR", 2), "'EUR' is ISO 4217's; give your own currency another code",
                         currency_error);
    CHECK_THROWS_AS(own_currency("DEM", 2), currency_error);
    CHECK_THROWS_AS(own_currency("XAU"), currency_error);
}

TEST_CASE("currency: a set accepts ISO's codes and those it was given") {
    const currency btc = own_currency("BTC", 8);
    currency_set set;
    CHECK(set.parse("EUR") == currencies::EUR);
    CHECK_THROWS_AS(set.parse("BTC"), currency_error);
    set.add(btc);
    CHECK(set.parse("BTC") == btc);
    CHECK(set.parse("EUR") == currencies::EUR);
    CHECK_THROWS_AS(set.parse("ETH"), currency_error);
    CHECK(currency_set({btc, own_currency("ETH", 18)}).parse("ETH").digits() == 18);
    CHECK_THROWS_AS(currency_set({btc}).parse(""), currency_error);
}

TEST_CASE("currency: units beside ISO's are known to those who ask for them") {
    CHECK_REFUSES(currency_error, parse_currency("GBX"), "GBX");
    CHECK_REFUSES(currency_error, currency_set().parse("GBX"), "GBX");
    currency_set known = currency_set::with_market_units();
    CHECK(known.parse("GBX") == own_currency("GBX", 0));
    CHECK(known.parse("CNH") == own_currency("CNH", 2));
    CHECK(known.parse("EUR") == currencies::EUR);
    CHECK(known.own().empty());
    CHECK_REFUSES(currency_error, known.parse("BTC"), "BTC");
    known.add(own_currency("GBX", 4)); // what a file declares is meant
    CHECK(known.parse("GBX") == own_currency("GBX", 4));
    std::string_view before;
    for (const market_unit& each : market_units) {
        CAPTURE(to_string(each.self));
        CHECK(before < each.self.code());
        CHECK(find_market_unit(each.self.code()) == &each);
        CHECK(find_currency(each.self.code()) == nullptr);
        CHECK(each.per.empty() == !each.of);
        CHECK_FALSE(each.name.empty());
        CHECK_FALSE(each.source.empty());
        before = detail::currency_access::code_of(each.self);
    }
    CHECK(find_market_unit("EUR") == nullptr);
}

TEST_CASE("currency: a set of many finds each, in whatever order they were added") {
    const auto code = [](int number) {
        const int mixed = number * 389 % 1'000; // each once
        return "X" + std::to_string(1'000 + mixed);
    };
    currency_set set;
    for (int number = 0; number < 1'000; ++number) {
        set.add(own_currency(code(number), 2));
        if (number % 97 != 0 && number != 999) continue;
        for (int held = 0; held < 1'000; ++held) {
            const currency* found = set.find(code(held));
            REQUIRE((found != nullptr) == (held <= number));
            if (found != nullptr) REQUIRE(found->code() == code(held));
        }
    }
    CHECK(set.own().at(7).code() == code(7)); // as they were added
    set.add(own_currency(code(7), 5));        // of one code the first is meant
    CHECK(set.parse(code(7)).digits() == 2);
    CHECK(set.find("X100000123") == nullptr);
    CHECK(set.find("EUR") == nullptr);
    CHECK(currency_set().find("") == nullptr);
    const currency_set longest({own_currency("POINTSX")});
    CHECK(longest.parse("POINTSX") == own_currency("POINTSX"));
    CHECK(longest.find("POINTSXY") == nullptr);
    CHECK(longest.find("POINTS") == nullptr);
}

TEST_CASE("currency: ordered by code, and hashed") {
    CHECK(own_currency("BTC", 8) < currencies::EUR);
    CHECK(own_currency("EURX", 2) < currencies::USD);
    CHECK(currencies::EUR < own_currency("EURX", 0));
    CHECK(currency() < currencies::AED);
    std::unordered_set<std::size_t> hashes;
    for (const std::string& code : accepted_codes()) hashes.insert(std::hash<currency>()(parse_currency(code)));
    CHECK(hashes.size() == detail::iso_count);
}

// ---- against what others say

TEST_CASE("currency: numbers, names and withdrawal as a table of ISO's lists one and three has them") {
    std::ifstream file(CAMBIST_SHARED_DIR "/data/iso4217-codes-all.csv");
    if (!file) {
        MESSAGE("skipped: no " CAMBIST_SHARED_DIR "/data/iso4217-codes-all.csv here");
        return;
    }
    struct listed {
        std::set<int> numbers;
        std::set<std::string> names;
        std::string digits;
        bool active = false;
    };
    std::map<std::string, listed> theirs;
    std::string line;
    std::getline(file, line);
    REQUIRE(line.starts_with("Entity,Currency,AlphabeticCode,NumericCode,MinorUnit,WithdrawalDate"));
    while (std::getline(file, line)) {
        const std::vector<std::string> fields = split(line);
        REQUIRE(fields.size() == 6);
        if (fields[2].empty()) continue; // a country without a currency
        listed& entry = theirs[fields[2]];
        if (!fields[3].empty()) entry.numbers.insert(std::stoi(fields[3]));
        entry.names.insert(fields[1]);
        if (fields[5].empty()) {
            entry.active = true;
            entry.digits = fields[4];
        }
    }
    CHECK(theirs.size() > 250);
    for (const auto& each : theirs) {
        const std::string& code = each.first;
        const listed& entry = each.second;
        CAPTURE(code);
        const currency_facts* ours = find_currency(code);
        REQUIRE(ours != nullptr);
        CHECK(ours->historic == !entry.active);
        if (ours->number == 0) CHECK(entry.numbers.empty());
        else CHECK(entry.numbers.contains(ours->number));
        CHECK(entry.names.contains(std::string(ours->name)));
        if (entry.active) {
            CHECK((ours->currency.has_minor_unit() ? std::to_string(ours->currency.digits()) : "-") == entry.digits);
        }
    }
    std::string beyond; // codes we have and that table has not
    for (const std::string& code : accepted_codes()) {
        if (!theirs.contains(code)) beyond += code + " ";
    }
    CHECK(beyond == "");
}

TEST_CASE("currency: digits as others state them, of withdrawn codes too") {
    std::ifstream file(CAMBIST_SHARED_DIR "/facts/currency_digits.tsv");
    if (!file) {
        MESSAGE("skipped: no " CAMBIST_SHARED_DIR "/facts/currency_digits.tsv here");
        return;
    }
    std::string code;
    std::string digits;
    int rows = 0;
    while (file >> code >> digits) {
        CAPTURE(code);
        const currency c = parse_currency(code);
        CHECK((c.has_minor_unit() ? std::to_string(c.digits()) : "none") == digits);
        ++rows;
    }
    CHECK(rows > 200);
}
