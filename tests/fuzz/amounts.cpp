// SPDX-License-Identifier: MIT

// Strict text: numbers, money, figures, quotes, days and periods. What is written of a value is read as it.
#include <cambist/text.hpp>

#include "fuzz.hpp"

using namespace cambist;
using fuzz::read_or_refused;
using fuzz::require;

namespace {

template <class Read, class Write>
void check_again(Read read, Write write, std::string_view text) {
    const auto value = read_or_refused([&] { return read(text); });
    if (!value) return;
    const std::string written = write(*value);
    const auto again = read_or_refused([&] { return read(std::string_view(written)); });
    require(again.has_value(), "what is written can be read");
    require(*again == *value, "and is read as what it was");
    require(write(*again) == written, "and is written so again");
}

void check_figure(std::string_view text) {
    const auto value = read_or_refused([&] { return parse_figure(text); });
    if (!value) return;
    require(value->words() == text, "a figure keeps its words");
    // Of "less than 5 EUR" it is the limit itself, which is not among them.
    const interval& known = value->bounds();
    require(known.low_end() == bound::infinite || known.low() <= value->nominal(), "a figure is not below its bounds");
    require(known.high_end() == bound::infinite || value->nominal() <= known.high(),
            "a figure is not above its bounds");
    const std::string written = format_figure(*value);
    const auto again = read_or_refused([&] { return parse_figure(written); });
    if (again) require(again->currency() == value->currency(), "a figure keeps its currency");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto plain = [](const auto& value) { return to_string(value); };
    const fuzz::input in(data, size);
    switch (in.choice % 8) {
    case 0: check_again([](std::string_view t) { return exact(t); }, plain, in.text); break;
    case 1: check_again([](std::string_view t) { return parse_money(t); }, plain, in.text); break;
    case 2: check_again([](std::string_view t) { return parse_day(t); }, plain, in.text); break;
    case 3: check_again([](std::string_view t) { return parse_partial_date(t); }, plain, in.text); break;
    case 4: (void)read_or_refused([&] { return parse_period(in.text); }); break;
    case 5: check_again([](std::string_view t) { return parse_lookup(t); }, plain, in.text); break;
    case 6:
        if (const auto quote = read_or_refused([&] { return parse_rate(in.text); }))
            require(parse_rate(to_string(*quote)).value() == quote->value(), "a quote is read as what it was");
        break;
    default: check_figure(in.text);
    }
    return 0;
}
