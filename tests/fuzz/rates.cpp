// SPDX-License-Identifier: MIT

// Files of rates in each form, and of price indices. A quote is written as what it was read as.
#include <cambist/io/indices.hpp>

#include "fuzz.hpp"
#include "rate_laws.hpp"

using namespace cambist;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::input in(data, size);
    if (in.choice % 8 == 7) {
        const auto levels = fuzz::read_or_refused([&] { return io::parse_indices_csv(in.text, "indices"); });
        for (std::size_t i = 0; levels && i < levels->size(); ++i)
            fuzz::require((*levels)[i].level.sign() > 0, "a price level is above zero");
        return 0;
    }
    const auto file = fuzz::read_or_refused([&]() -> io::rate_file {
        switch (in.choice % 8) {
        case 0: return io::parse_ecb_csv(in.text, "rates");
        case 1: return io::parse_table_csv(in.text, "rates", {.base = currencies::USD});
        case 2: return io::parse_ecb_xml(in.text, "rates");
        case 3: return io::parse_quotes_csv(in.text, "rates");
        case 4: return io::parse_quotes_toml(in.text, "rates");
        default: return io::parse_rates(in.text, "rates");
        }
    });
    if (file) fuzz::check_quotes(*file);
    return 0;
}
