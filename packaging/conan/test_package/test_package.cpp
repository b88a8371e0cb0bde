// SPDX-License-Identifier: MIT
#include <cambist/cambist.hpp>
#ifdef WITH_IO
#    include <cambist/io.hpp>
#endif
#ifdef WITH_PROSE
#    include <cambist/prose.hpp>
#endif

#include <fmt/format.h>

int main() {
    using namespace cambist;
    const rate_table rates{rate(1_EUR, 1.0857_USD)};
    const money<> dollars = convert(100_EUR, currencies::USD, rates);
    fmt::print("{}\n", dollars);
    if (dollars != money<>(exact("108.57"), currencies::USD)) return 1;
#ifdef WITH_IO
    const io::rate_file read = io::parse_rates("day,base,quote,rate\n2024-05-29,EUR,USD,1.0857\n", "rates.csv");
    fmt::print("{} quote read\n", read.quotes.size());
    if (read.quotes.size() != 1) return 1;
#endif
#ifdef WITH_PROSE
    const auto found = prose::parse("It costs 2.5 million euros.");
    fmt::print("{} figure found\n", found.figures.size());
    if (found.figures.size() != 1) return 1;
#endif
}
