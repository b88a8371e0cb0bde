// SPDX-License-Identifier: MIT
#include "table_arguments.hpp"

#include "command.hpp"
#include "rate_arguments.hpp"

namespace program {

namespace {

struct key_option {
    const char* name;
    const char* type;
    const char* help;
};
constexpr key_option key_options[] = {
    {"--delimiter", "CHAR", "Between columns, as ';'"},
    {"--decimal", "MARK", "The decimal mark, . or ,"},
    {"--grouping", "MARK", "Between thousands: . , ' or a blank"},
    {"--date", "PATTERN", "How days are written, as %d.%m.%Y"},
    {"--columns", "FIELD=HEADING", "Which columns are read, as date=Buchungstag,amount=Betrag"},
    {"--currency", "CURRENCY", "What all amounts are in; \"BTC 8\", or a file of TOML, declares your own"},
    {"--unit", "N", "What one is, as 1000 in a table of thousands"},
    {"--encoding", "NAME", "Of the text, as windows-1252; UTF-8 if nothing is said"},
    {"--header", "WORDS", "What the line of headings begins with, where others come before it"},
    {"--end", "WORDS", "What the first line after the table begins with; \"\" is a blank line"},
    {"--fiscal", "MM", "When fiscal years begin, as 07 or 04-06; with :ends or :begins, what\none year alone means"},
    {"--wide", "PATTERN", "Headings that say what the numbers below are of, as '{base}', '{year}'"},
    {"--missing", "WORDS", "A cell that says nothing, as n/a"},
    {"--totals", "WORDS", "What rows begin with that sum up those above; they are only checked"},
    {"--names", "NAME=CODE", "What the file calls currencies, as STG=GBP"},
};

} // namespace

void table_arguments::add_to(CLI::App& command, currency_set& known) {
    command
        .add_option("--form", form,
                    "How the table is written: the name of a form that comes with\ncambist, or a file of TOML")
        ->type_name("FORM");
    for (const key_option& each : key_options) {
        const std::string key = each.name + 2;
        repeatable(command
                       .add_option_function<std::vector<std::string>>(
                           each.name,
                           [this, key, &known](const std::vector<std::string>& said) {
                               for (const std::string& text : said) {
                                   const bool declares = text.find(' ') != std::string::npos || text.ends_with(".toml");
                                   if (key != "currency" || !declares) keys.emplace_back(key, text);
                                   else read_argument("--currency", [&] { declare(known, text); });
                               }
                           },
                           each.help)
                       ->type_name(each.type));
    }
}

std::optional<io::form> table_arguments::read() const {
    if (form.empty() && keys.empty()) return std::nullopt;
    io::form made = form.empty() ? io::form() : io::find_form(form);
    bool says_days = false;
    for (const auto& each : keys) { // no binding, which Clang 14 captures in no lambda
        const auto& [key, text] = each;
        const std::string option = "--" + key;
        if (key == "date" && !std::exchange(says_days, true)) made.date.clear(); // in the place of the form's
        read_argument(option.c_str(), [&] { io::say(made, each.first, each.second); });
    }
    return made;
}

} // namespace program
