// SPDX-License-Identifier: MIT
#include "command.hpp"
#include "output/progress.hpp"

namespace program {

namespace {

void repeated(CLI::App& command, const char* name, std::vector<std::string>& values, const char* type,
              const char* help) {
    command.add_option(name, values, help)
        ->type_name(type)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

} // namespace

void rate_arguments::add_to(CLI::App& command) {
    repeated(command, "--rate", quotes, "QUOTE",
             "A rate as published, \"1 USD = 0.9211 EUR\", which holds on any day;\nmay be repeated");
    repeated(command, "--rates", files, "FILE",
             "Rates: the ECB's files (CSV, XML, zip), CSV of day,base,quote,rate,\n"
             "TOML, or the prices of a ledger, hledger or beancount journal; may\nbe repeated");
    add_choice_to(command);
    command.add_flag("--rate-interval", as_published, "Widen intervals by what the digits of the rates leave open");
}

void rate_arguments::add_choice_to(CLI::App& command) {
    repeated(command, "--sign", signs, "SIGN=CODE", "What a journal's sign stands for, as $=USD; may be repeated");
    repeated(command, "--pivot", pivots, "CURRENCY",
             "What pairs without a quote may cross through; a file of the ECB\ndeclares EUR");
    command.add_option("--on", day, "The day of conversion, as 2024-05-29; needed as soon as a dated\nrate is")
        ->type_name("DAY");
    command
        .add_option("--lookup", lookup,
                    "Which day's rate may answer: on-or-before:DAYS (at most so many days\n"
                    "older; 7 if nothing is said), on-or-before:unbounded, exactly,\n"
                    "on-or-after:DAYS, nearest:DAYS, linear:DAYS, average:2023,\n"
                    "average:2023-Q2 or average:2023-05, closing:2023")
        ->type_name("LOOKUP");
    command.add_option("--known-on", known_on, "Only what was published by that day, as last revised by then")
        ->type_name("DAY");
}

io::commodity_signs rate_arguments::meant(const currency_set& accepted) const {
    io::commodity_signs result;
    for (const std::string& sign : signs) {
        const std::size_t equals = sign.rfind('=');
        result.insert_or_assign(sign.substr(0, equals), read_argument("--sign", [&] {
                                    if (equals == std::string::npos || equals == 0)
                                        throw parse_error("a sign and its code, as $=USD", sign, 0);
                                    return accepted.parse(sign.substr(equals + 1));
                                }));
    }
    return result;
}

void rate_arguments::collect(rate_table::builder& into, const currency_set& accepted) const {
    const io::commodity_signs signs_meant = meant(accepted);
    for (const std::string& file : files) {
        const progress step = reading_of(file);
        io::read_rates_file(file, accepted, signs_meant).add_to(into);
    }
    for (const std::string& quote : quotes) {
        into.add(read_argument("--rate", [&] { return parse_rate(quote, accepted).from("--rate"); }));
    }
    for (const std::string& code : pivots) into.pivot(read_argument("--pivot", [&] { return accepted.parse(code); }));
}

asked_day rate_arguments::on() const {
    return day.empty() ? asked_day() : read_argument("--on", [this] { return asked_day(parse_day(day)); });
}

rate_table rate_arguments::build(const rate_table::builder& collected) const {
    rate_table table = collected.build();
    if (known_on.empty()) return table;
    return table.as_known_on(read_argument("--known-on", [this] { return parse_day(known_on); }));
}

cambist::lookup rate_arguments::how() const {
    return lookup.empty() ? cambist::lookup() : read_argument("--lookup", [this] { return parse_lookup(lookup); });
}

} // namespace program
