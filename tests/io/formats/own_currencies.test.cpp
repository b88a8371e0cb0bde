// SPDX-License-Identifier: MIT
// A file's own currencies: so many, each once.
#include <cambist/io/file.hpp>
#include <cambist/io/plans.hpp>
#include <cambist/io/rates.hpp>

#include "../../../src/io/formats/own_currencies.hpp"
#include "../refused.hpp"
#include "support/refusal.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace cambist;
using namespace cambist::io;

namespace {

std::string own_code(std::size_t number) {
    std::string letters(5, 'Q');
    for (std::size_t at = 4; at-- > 0; number /= 26) letters[at] = static_cast<char>('A' + number % 26);
    return letters;
}

std::string declared_toml(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "[[currency]]\ncode = \"" + own_code(i) + "\"\n";
    return text;
}
std::string declared_csv(std::size_t count) {
    std::string text = "kind,id,amount\n";
    for (std::size_t i = 0; i < count; ++i) text += "currency," + own_code(i) + ",\n";
    return text;
}

} // namespace

TEST_CASE("own currencies: as many as there may be, and no more") {
    currency_set declared;
    for (std::size_t i = 0; i < max_own_currencies; ++i) declare_own(declared, own_currency(own_code(i)), {});
    CHECK_REFUSES(limit_error, declare_own(declared, own_currency("QQQ"), {"p.csv", 7, 1}), "p.csv:7:1",
                  "100000 currencies");
    CHECK_REFUSES(limit_error, parse_plans_csv(declared_csv(max_own_currencies + 1)), "100000 currencies", "100002:");
}

TEST_CASE("own currencies: a second one of a code is refused, where it stands") {
    CHECK_REFUSES(duplicate_error, parse_plans_csv(declared_csv(2) + "currency,AAAAQ,5\n"), "4:", "AAAAQ");
    CHECK_REFUSES(duplicate_error, parse_plans_toml(declared_toml(2) + "[[currency]]\ncode = \"AAABQ\"\n"),
                  "6:", "AAABQ");
}
