// SPDX-License-Identifier: MIT

// Prices of ledger's, hledger's and beancount's journals.
#include "fuzz.hpp"
#include "rate_laws.hpp"

using namespace cambist;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::input in(data, size);
    const io::rates_options options{.signs = {{"$", currencies::USD}}, .no_currencies = {"AMD"}};
    const auto file = fuzz::read_or_refused([&] {
        return in.choice % 2 == 0 ? io::parse_ledger_prices(in.text, "journal", options)
                                  : io::parse_beancount_prices(in.text, "journal", options);
    });
    if (!file) return 0;
    fuzz::check_quotes(*file);
    for (const io::unread_commodity& each : file->passed_over)
        fuzz::require(each.count != 0 && each.first.line != 0, "what is passed over is counted, with its place");
    return 0;
}
