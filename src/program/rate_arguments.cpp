// SPDX-License-Identifier: MIT
#include "rate_arguments.hpp"

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
    command.add_flag_callback(
        "--rate-interval", [this] { asked.precision = rate_precision::as_published; },
        "Widen intervals by what the digits of the rates leave open");
}

void rate_arguments::add_choice_to(CLI::App& command) {
    repeated(command, "--sign", signs, "SIGN=CODE", "What a journal's sign stands for, as $=USD; may be repeated");
    repeated(command, "--pivot", pivots, "CURRENCY",
             "What pairs without a quote may cross through; a file of the ECB\ndeclares EUR");
    add_read_option(command, "--on", "DAY",
                    "The day of conversion, as 2024-05-29; needed as soon as a dated\nrate is",
                    [this](const std::string& text) { asked.day = parse_day(text); });
    add_read_option(command, "--lookup", "LOOKUP",
                    "Which day's rate may answer: on-or-before:DAYS (at most so many days\n"
                    "older; 7 if nothing is said), on-or-before:unbounded, exactly,\n"
                    "on-or-after:DAYS, nearest:DAYS, linear:DAYS, average:2023,\n"
                    "average:2023-Q2 or average:2023-05, closing:2023; these may have a\n"
                    "bound too, as average:2023:30 or closing:2023:unbounded",
                    [this](const std::string& text) { asked.how = parse_lookup(text); });
    add_read_option(command, "--known-on", "DAY", "Only what was published by that day, as last revised by then",
                    [this](const std::string& text) { asked.known_on = parse_day(text); });
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

asked_rates rate_arguments::read(rate_table::builder stated, const currency_set& accepted) const {
    return built(collect(std::move(stated), accepted));
}

rate_table::builder rate_arguments::collect(rate_table::builder stated, const currency_set& accepted,
                                            const std::function<void(const io::rate_file&)>& seen) const {
    const io::commodity_signs signs_meant = meant(accepted);
    for (const std::string& name : files) {
        const progress step = reading_of(name);
        const io::rate_file file = io::read_rates_file(name, accepted, signs_meant);
        file.add_to(stated);
        if (seen) seen(file);
    }
    for (const std::string& quote : quotes) {
        stated.add(read_argument("--rate", [&] { return parse_rate(quote, accepted).from("--rate"); }));
    }
    for (const std::string& code : pivots) stated.pivot(read_argument("--pivot", [&] { return accepted.parse(code); }));

    return stated;
}

asked_rates rate_arguments::built(const rate_table::builder& stated) const {
    asked_rates all{asked, stated.build()};
    if (asked.known_on) all.rates = all.rates.as_known_on(*asked.known_on);
    return all;
}

} // namespace program
