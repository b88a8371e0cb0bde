// SPDX-License-Identifier: MIT
#include <cambist/io/rates.hpp>

#include <cambist/numbers/rounding.hpp>

#include "../text/text.hpp"

#include <algorithm>
#include <optional>

CAMBIST_BEGIN
namespace io {
namespace {

// With the digits it was written to.
std::string number_of(const exact& value, int decimals) {
    const std::optional<int> shortest = value.shortest_decimals();
    if (!shortest) throw rate_error(to_fraction(value) + " is no decimal number, which a rate in CSV is");
    return to_decimal(value, {std::max(decimals, *shortest)});
}

} // namespace

std::string to_quotes_csv(const rate_list& quotes) {
    std::string text = "day,base,quote,rate,unit,source,published\n";
    const auto day = [](const std::optional<std::chrono::sys_days>& on) { return on ? to_string(*on) : std::string(); };
    for (const rate& each : quotes) {
        const exact& units = each.base().amount();
        text += day(each.day()) + "," + each.base().currency().code() + "," + each.quote().currency().code() + "," +
                number_of(each.quote().amount(), each.decimals().value_or(0)) + "," +
                (units == 1 ? "" : number_of(units, 0)) + "," + csv_cell(each.source()) + "," + day(each.published()) +
                "\n";
    }
    return text;
}

} // namespace io
CAMBIST_END
