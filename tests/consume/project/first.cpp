// SPDX-License-Identifier: MIT
#include "consumer.hpp"

#include <cambist/cambist.hpp>

#ifdef CONSUMER_READS_FILES
#    include <cambist/io/rates.hpp>
#endif
#ifdef CONSUMER_READS_TEXT
#    include <cambist/prose/parse.hpp>
#endif

// Leaves the 64 bits of a value held in place in one file, comes back in the other.
int main() {
    cambist::exact value = half(factorial(30)) * 2;
    for (int i = 2; i <= 30; ++i) value = value / i;
    if (value != 1) return 1;
#ifdef CONSUMER_READS_FILES
    if (cambist::io::parse_rates("day,base,quote,rate\n2024-01-05,USD,EUR,0.9211\n").quotes.size() != 1) return 2;
#endif
#ifdef CONSUMER_READS_TEXT
    if (cambist::prose::parse("2 milliards d'euros").figures.size() != 1) return 4;
#endif
    return fmt::format("{}", value) == "1" ? 0 : 3;
}
