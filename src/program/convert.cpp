// SPDX-License-Identifier: MIT
#include "command.hpp"
#include "output/json.hpp"
#include "output/round_to.hpp"
#include "output/say.hpp"
#include "rate_arguments.hpp"

#include <cambist/io/file.hpp>
#include <cambist/io/file_writer.hpp>

#include <algorithm>
#include <charconv>
#include <memory>

namespace program {

namespace {

struct convert_arguments {
    std::vector<std::string> words; // the amount's, then the currency
    rate_arguments rates;
    std::string round = "minor";
    std::optional<rounding> mode; // the receipt's where none is said
    bool explain = false;
    bool exact = false;
    bool json = false;

    notation style() const { return exact ? notation::fraction : notation::plain; }
};

std::optional<int> whole(const std::string& text) {
    int value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

intermediate between_members(const std::string& text) {
    if (text == "exact") return {};
    const std::optional<int> count = whole(text);
    if (!count) throw parse_error("exact or a number of decimals", text, 0);
    return intermediate::rounded(*count);
}

void check_cash_day(const currency& of, std::chrono::sys_days day) {
    const cash_rule& rule = *find_cash_rule(of);
    if (to_string(day) < rule.since)
        throw rounding_error("cash in " + to_string(of) + " is rounded to " + std::string(rule.step) + " since " +
                             std::string(rule.since) + "; name a step for " + to_string(day));
}

// By which rates were looked up, as --lookup takes it; empty where none was.
std::string lookup_of(const conversion& receipt) {
    const bool is_asked = receipt.asked() && (receipt.asked()->day || receipt.asked()->how.over());
    return is_asked && !receipt.legs().empty() ? to_string(receipt.asked()->how) : "";
}

void print_story(const asked_rates& asked, const figure& reported, const conversion& receipt, const figure& result,
                 const round_to& shown, rounding mode, notation style) {
    say("\n{}", reported.words());
    if (!reported.bounds().is_point()) say(", which is {:,} {}", reported.bounds(), reported.currency());
    say("\n");
    if (const std::string request = format_request(receipt); !request.empty()) say("  asked for {}\n", request);
    if (receipt.legs().empty()) say("  no rate is needed from a currency to itself\n");
    for (const leg& each : receipt.legs()) say("  {}\n", format_leg(each, style));
    if (result.value()) {
        say("  exactly {} {}\n", *result.value(), result.currency());
        if (const exact residue = shown.residue(*result.value(), mode); residue != 0) {
            say("  rounded {}; the residue is {} {}\n", mode, residue, result.currency());
        }
    }
    const bool by_market = std::any_of(receipt.legs().begin(), receipt.legs().end(),
                                       [](const leg& each) { return each.basis == basis::market; });
    if (by_market && !result.bounds().is_point()) {
        say("  the interval takes each rate as {}\n", asked.precision == rate_precision::as_published
                                                          ? "its digits leave it open"
                                                          : "a point; --rate-interval widens it by the rate's digits");
    }
}

struct target {
    const asked_rates& asked;
    currency to;
    round_to shown;
};

// Shows one amount, or adds it to `all` where JSON is asked for.
void convert_one(const convert_arguments& given, const figure& reported, const target& into, json& all) {
    const asked_rates& asked = into.asked;
    const money<> nominal(reported.value().value_or(exact(1)), reported.currency());
    const conversion receipt = explain(nominal, asked.into(into.to));
    const figure result = convert(reported, receipt, asked.precision);
    const rounding mode = given.mode.value_or(into.shown.is_cash() ? rounding::half_up : receipt.payment_rounding());
    const auto interval_text = [&] {
        return format_interval(result.bounds(), {.grouped = true, .digits = into.shown.digits()});
    };

    if (given.json) {
        const auto rounded = result.value() ? into.shown.decimal(*result.value(), mode) : std::nullopt;
        all.push_back({{"amount", figure_json(reported)},
                       {"result", amount_json(into.to, result.value(), rounded, result.bounds())},
                       {"lookup", text_or_null(lookup_of(receipt))},
                       {"legs", legs_json(receipt.legs())}});
        return;
    }
    if (result.value()) say("{} {}", into.shown.shown(*result.value(), mode), into.to);
    if (!result.value()) say("{} {}", interval_text(), into.to);
    else if (!result.bounds().is_point()) say("  in {}", interval_text());
    say("\n");
    if (given.explain) print_story(asked, reported, receipt, result, into.shown, mode, given.style());
}

// Amounts from standard input, one a line, up to the first that cannot be converted. A blank line stays one.
void convert_lines(const convert_arguments& given, const target& into, json& all) {
    const std::string text = io::read_file("-");
    std::size_t number = 0;
    for (std::size_t start = 0; start < text.size(); ++number) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        std::string line = text.substr(start, end - start);
        if (line.ends_with('\r')) line.pop_back();
        start = end + 1;
        if (line.find_first_not_of(" \t") == std::string::npos) {
            if (!given.json) say("\n");
            continue;
        }
        try {
            convert_one(given, parse_figure(line, into.asked.known), into, all);
        } catch (error& e) {
            e.locate({"standard input", number + 1, e.where().column});
            throw;
        }
    }
}

void run(const convert_arguments& given) {
    std::string text = given.words.front();
    for (std::size_t i = 1; i + 1 < given.words.size(); ++i) text += " " + given.words[i];
    const bool is_list = text == "-";

    std::vector<std::string> read = given.rates.files;
    if (is_list) read.emplace_back("-");
    io::check_files(read, {});
    const asked_rates asked = given.rates.read();
    const auto read_amount = [&] { return parse_figure(text, asked.known); };
    const std::optional<figure> sole = is_list ? std::nullopt : std::optional(read_argument("AMOUNT", read_amount));
    const currency to = read_argument("CURRENCY", [&] { return asked.known.parse(given.words.back()); });
    const round_to shown = read_argument("--round", [&] { return round_to(given.round, to); });
    if (shown.is_cash() && asked.day) read_argument("--round", [&] { check_cash_day(to, *asked.day); });
    json all = json::array();
    if (is_list) convert_lines(given, {asked, to, shown}, all);
    else convert_one(given, *sole, {asked, to, shown}, all);
    if (given.json) print(is_list ? all : all.front());
}

} // namespace

void add_convert(CLI::App& app) {
    auto given = std::make_shared<convert_arguments>();
    CLI::App* command = app.add_subcommand("convert", "Convert one amount, exactly, and say how");
    command->group("Commands");
    command
        ->add_option("amount", given->words,
                     "The amount as reported, and the currency to convert it to; - is\nstandard input, with an amount "
                     "on each line")
        ->required()
        ->type_name("AMOUNT CURRENCY")
        ->expected(2, 10);
    given->rates.add_to(*command);
    add_currencies(*command, given->rates.known);
    command
        ->add_option("--round", given->round,
                     "To the minor unit (what is done if nothing is said), not at all, to\nthe smallest coin, to N "
                     "decimals, or to a step, as 0.05 or step:5")
        ->type_name("minor|none|cash|N|STEP");
    add_read_option(
        *command, "--intermediate", "exact|N",
        "Between two national units of the euro, the euro amount: exact (if\nnothing is said), or half up to "
        "N decimals, 3 or more",
        [given](const std::string& text) { given->rates.asked.between = between_members(text); });
    command
        ->add_option("--mode", given->mode,
                     "half_even, half_up, half_down, up, down, ceiling, floor or\nzero_five_up; if nothing is said "
                     "half_even, or half_up where\n"
                     "the law's ratios take part, and for cash")
        ->type_name("MODE")
        ->transform(by_name<rounding>());
    command->add_flag("--explain", given->explain,
                      "Show each quote, its day and its source, and what rounding took off");
    command->add_flag("--exact", given->exact, "Show averages as exact fractions");
    command->add_flag("--json", given->json, "Print JSON; exact values are text");
    command->footer("Examples:\n"
                    "  cambist convert \"15.7 bn EUR\" USD --rate \"1 USD = 0.9211 EUR\" --explain\n"
                    "  cambist convert 1000 USD GBP --rates eurofxref-hist.csv --on 2024-05-29\n"
                    "  cambist convert \"753.45 HRK\" EUR --on 2024-01-02\n"
                    "  cambist convert \"15000 GBX\" USD --rates eurofxref-hist.csv --on 2024-05-29\n"
                    "  cambist convert - EUR --rates eurofxref-hist.csv --on 2024-05-29 <amounts.txt\n"
                    "  cambist convert \"EUR 1000\" XAU --rate \"1 XAU = 2162.30 EUR\" --round 6");
    command->callback([given] { run(*given); });
}

} // namespace program
