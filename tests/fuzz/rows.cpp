// SPDX-License-Identifier: MIT

// Rows of CSV, added up: in blocks of any size, on any number of threads, the same as whole, or the same refusal.
#include <cambist/io/rows.hpp>

#include "fuzz.hpp"

#include <sstream>

using namespace cambist;

namespace {

struct outcome {
    std::string state{};
    std::string refusal{};
    std::string aside{};
    friend bool operator==(const outcome&, const outcome&) = default;
};

outcome read_so(std::string_view text, std::size_t block_bytes, unsigned threads, bool sets_aside) {
    outcome made;
    io::row_options options{.columns = {.group = "office"}, .threads = threads, .block_bytes = block_bytes};
    if (sets_aside) {
        options.set_aside = [&](const io::bad_row& bad) {
            fuzz::check_message(bad.why);
            (made.aside += bad.why).append("|") += bad.text;
        };
    }
    std::istringstream in{std::string(text)};
    try {
        const tally held = io::tally_rows(in, "rows", options);
        made.state = held.state();
        money<> sum(0, currencies::EUR);
        for (const tally_total& each : held.totals(tally_by::group))
            if (each.amount.currency() == currencies::EUR) sum += each.amount;
        for (const tally_total& each : held.totals(tally_by::nothing))
            if (each.amount.currency() == currencies::EUR) fuzz::require(each.amount == sum, "groups sum to the total");
    } catch (const error& e) {
        fuzz::check_message(e.what());
        made.refusal = e.what();
        made.aside.clear(); // what was told until then, which nobody goes on with
    }
    return made;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::input in(data, size);
    const bool sets_aside = in.choice % 2 != 0;
    const outcome whole = read_so(in.text, std::size_t{1} << 20, 1, sets_aside);
    fuzz::require(read_so(in.text, 1 + in.choice / 2 % 32, 1, sets_aside) == whole, "blocks equal the whole");
    if (in.choice >= 0xf0) // threads are dear
        fuzz::require(read_so(in.text, 7, 3, sets_aside) == whole, "threads equal one");
    return 0;
}
