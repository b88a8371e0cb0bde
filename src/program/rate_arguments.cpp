// SPDX-License-Identifier: MIT
#include "rate_arguments.hpp"

#include "command.hpp"
#include "output/lines.hpp"
#include "output/progress.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <map>
#include <utility>

namespace program {

namespace {

void repeated(CLI::App& command, const char* name, std::vector<std::string>& values, const char* type,
              const char* help) {
    repeatable(command.add_option(name, values, help)->type_name(type));
}

} // namespace

void accept(currency_set& known, const std::vector<currency>& more) {
    for (const currency& each : more) {
        const currency* given = known.find(each.code());
        if (given == nullptr) known.add(each);
        else if (*given != each) throw currency_error("another currency is called " + to_string(each));
    }
}

void declare(currency_set& known, const std::string& text) {
    if (text.ends_with(".toml")) return accept(known, io::read_rates_file(text, {.accepted = known}).currencies);
    accept(known, {parse_own_currency(text)});
}

void add_currencies(CLI::App& command, currency_set& known) {
    const auto read = [&known](const std::vector<std::string>& said) {
        for (const std::string& text : said) read_argument("--currency", [&] { declare(known, text); });
    };
    repeatable(command
                   .add_option_function<std::vector<std::string>>(
                       "--currency", read,
                       "A currency of your own and the digits of its minor unit, as \"BTC 8\",\nor a file of TOML that "
                       "declares some; may be repeated")
                   ->type_name("CURRENCY"));
}

void rate_arguments::add_to(CLI::App& command) {
    repeated(command, "--rate", quotes, "QUOTE",
             "A rate as published, \"1 USD = 0.9211 EUR\", which holds on any day;\nmay be repeated");
    repeated(command, "--rates", files, "FILE",
             "Rates: the ECB's files (CSV, XML, zip), CSV of day,base,quote,rate,\n"
             "TOML, or the prices of a ledger, hledger or beancount journal; may\nbe repeated");
    command
        .add_option("--rates-form", form,
                    "How files of rates are written that do not say it: the name of\na form (see 'cambist form'), or a "
                    "file of TOML")
        ->type_name("FORM");
    add_choice_to(command);
    command.add_flag_callback(
        "--rate-interval", [this] { asked.precision = rate_precision::as_published; },
        "Widen intervals by what the digits of the rates leave open");
}

void rate_arguments::add_choice_to(CLI::App& command) {
    repeated(command, "--sign", signs, "SIGN=CODE", "What a journal's sign stands for, as $=USD; may be repeated");
    repeated(command, "--not-currency", no_currencies, "NAME",
             "A name that is no currency in journals, as AMD where that is a\nshare; may be repeated");
    command
        .add_option("--base", base,
                    "What tables with a column for each currency are quoted against,\nwhere they are not the ECB's and "
                    "do not say it")
        ->type_name("CURRENCY");
    repeated(
        command, "--pivot", pivots, "CURRENCY",
        "What pairs without a quote may cross through, up to three of them;\na file of the ECB declares EUR; may be "
        "repeated");
    add_read_option(command, "--on", "DAY", "The day of conversion, as 2024-05-29; needed as soon as a dated\nrate is",
                    [this](const std::string& text) { asked.day = parse_day(text); });
    add_read_option(command, "--lookup", "LOOKUP",
                    "Which day's rate may answer: on-or-before:DAYS (at most so many days\n"
                    "older; 7 if nothing is said), on-or-before:unbounded, exactly,\n"
                    "before:DAYS, on-or-after:DAYS, nearest:DAYS, linear:DAYS;\n"
                    "average:month, quarter or year, closing:month, quarter or year, which\n"
                    "the day is in; average:2023, average:2023-Q2 or average:2023-05,\n"
                    "closing:2023; these may have a bound too, as average:2023:30 or\n"
                    "closing:month:unbounded",
                    [this](const std::string& text) { asked.how = parse_lookup(text); });
    add_read_option(command, "--known-on", "DAY", "Only what was published by that day, as last revised by then",
                    [this](const std::string& text) { asked.known_on = parse_day(text); });
}

io::rates_options rate_arguments::file_options(const currency_set& accepted) const {
    io::rates_options options{accepted, {}, {no_currencies.begin(), no_currencies.end()}, {}, written};
    if (!form.empty()) options.written = io::find_form(form);
    if (!base.empty()) options.base = read_argument("--base", [&] { return accepted.parse(base); });
    for (const std::string& sign : signs) {
        const std::size_t equals = sign.rfind('=');
        options.signs.insert_or_assign(sign.substr(0, equals), read_argument("--sign", [&] {
                                           if (equals == std::string::npos || equals == 0)
                                               throw parse_error("a sign and its code, as $=USD", sign, 0);
                                           return accepted.parse(sign.substr(equals + 1));
                                       }));
    }
    return options;
}

asked_rates rate_arguments::read(rate_table::builder stated, currency_set accepted) const {
    io::left_out_counts left_out;
    asked_rates all =
        built(collect(std::move(stated), accepted, [&](const io::rate_file& file) { left_out.add(file.left_out); }));
    if (!left_out.empty()) fmt::print(stderr, "cambist: rates: {}\n", left_out_words(left_out));
    all.known = std::move(accepted);
    return all;
}

rate_table::builder rate_arguments::collect(rate_table::builder stated, currency_set& accepted,
                                            const std::function<void(const io::rate_file&)>& seen) const {
    io::rates_options options = file_options(accepted);
    for (const std::string& name : files) {
        const progress step = reading_of(name);
        const io::rate_file file = io::read_rates_file(name, options);
        file.add_to(stated);
        accept(accepted, file.currencies);
        accept(options.accepted, file.currencies);
        if (seen) seen(file);
    }
    for (const std::string& quote : quotes) {
        stated.add(read_argument("--rate", [&] { return parse_rate(quote, accepted).from("--rate"); }));
    }
    for (const std::string& code : pivots) stated.pivot(read_argument("--pivot", [&] { return accepted.parse(code); }));

    return stated;
}

asked_rates rate_arguments::built(const rate_table::builder& stated) const {
    return {asked, asked.known_on ? stated.build_as_known_on(*asked.known_on) : stated.build()};
}

} // namespace program
