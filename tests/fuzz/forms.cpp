// SPDX-License-Identifier: MIT

// A form and, behind a line of dashes, a table: read as rates and as plans, or refused, the same each time and by
// any line ends.
#include <cambist/io/form.hpp>
#include <cambist/io/plans.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/text/utf8.hpp>

#include "fuzz.hpp"

using namespace cambist;

namespace {

// What is read, or how it is refused.
template <class Read>
std::string outcome_of(Read read) {
    try {
        return read();
    } catch (const error& e) {
        fuzz::check_message(e.what());
        return e.what();
    }
}

std::string rates_of(const io::form& by, std::string_view table) {
    return outcome_of([&] {
        std::string all;
        for (const rate& each : io::parse_rates_by(by, table, "table").quotes) {
            fuzz::require(each.value().sign() > 0, "a rate is above zero");
            all += to_string(each) + to_string(each.where()) + "\n";
        }
        return all;
    });
}

std::string plans_of(const io::form& by, std::string_view table) {
    return outcome_of([&] {
        const io::plan_file read = io::parse_plans_by(by, table, "table");
        std::string all;
        for (const plan& each : read.plans) {
            fuzz::require(each.amount.bounds().contains(each.amount.nominal()) || each.amount.is_stand_in(),
                          "an amount is among those that it may be");
            all += each.id + to_string(each.amount.bounds()) + to_string(each.where) + "\n";
        }
        return all;
    });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::input in(data, size);
    constexpr std::string_view between = "\n---\n";
    const std::size_t at = in.text.find(between);
    if (at == std::string_view::npos) return 0;
    const std::string_view table = in.text.substr(at + between.size());
    const auto by = fuzz::read_or_refused([&] { return io::parse_form(in.text.substr(0, at), "form"); });
    if (!by) return 0;
    const bool is_rates = in.choice % 2 == 0;
    const std::string once = is_rates ? rates_of(*by, table) : plans_of(*by, table);
    (void)outcome_of([&] { return std::to_string(io::look(*by, table, "table").rows.size()); });
    fuzz::require(once == (is_rates ? rates_of(*by, table) : plans_of(*by, table)), "reading again says the same");
    // A line end of another kind says nothing, but in quotes or beside bytes that an error shows.
    if (by->in != io::container::csv || table.find_first_of("\"\r") != std::string_view::npos) return 0;
    if (!by->encoding.empty() || find_invalid_utf8(table) != std::string_view::npos) return 0;
    std::string other;
    for (const char c : table) other += c == '\n' ? std::string("\r\n") : std::string(1, c);
    fuzz::require(once == (is_rates ? rates_of(*by, other) : plans_of(*by, other)), "line ends mean nothing");
    return 0;
}
