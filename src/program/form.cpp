// SPDX-License-Identifier: MIT
#include "command.hpp"
#include "output/say.hpp"
#include "output/table.hpp"
#include "table_arguments.hpp"

#include <cambist/io/file.hpp>

#include <algorithm>
#include <memory>

namespace program {

namespace {

struct form_arguments {
    std::string file;
    table_arguments table;
    currency_set known;
};

void list_forms() {
    table lines({table::side::left, table::side::left, table::side::left});
    lines.add({"form", "publisher", "recognised"});
    lines.rule();
    for (const io::form& each : io::shipped_forms())
        lines.add({each.name, each.publisher, each.says.empty() ? "by name" : "by what it says"});
    put(lines.text());
}

void show(const io::form_view& view) {
    say("headings:");
    for (std::size_t i = 0; i < view.headings.size() && i < 40; ++i)
        say("{}{}", i == 0 ? " " : " | ", view.headings[i]);
    say("\n");
    for (const io::form_view::row& each : view.rows) {
        say("{}:", to_string(each.where));
        for (const auto& [field, text] : each.fields) say(" {} = {};", field, text);
        say("\n");
    }
    if (view.rows.empty()) say("no rows\n");
    if (!view.left_out.empty()) say("left out: {}\n", counted_names(view.left_out));
}

// Fields that neither rates nor rows can do without.
void show_missing(const io::form_view& view) {
    if (view.rows.empty()) return;
    const auto& fields = view.rows.front().fields;
    const auto has = [&](std::string_view name) {
        return std::any_of(fields.begin(), fields.end(), [&](const auto& each) { return each.first == name; });
    };
    if (!has("date")) say("missing: date; say its column (--columns date=HEADING)\n");
    const bool is_rates = has("base") || has("quote") || has("rate");
    if (!is_rates && !has("amount") && !has("debit") && !has("credit"))
        say("missing: amount, of rows (--columns amount=HEADING), or rate, base and quote, of rates\n");
    if (!is_rates && has("amount") && !has("currency"))
        say("missing: currency, unless it stands beside the amounts (--currency)\n");
}

void run(const form_arguments& given) {
    if (given.file.empty()) return list_forms();
    const std::string bytes = io::read_file(given.file);
    std::optional<io::form> by = given.table.read();
    if (by) {
        say("{}\n", by->name.empty() ? "form: as said" : "form: " + by->name);
    } else if (const io::form* found = io::recognised_form(bytes, given.file)) {
        by = *found;
        say("form: {}, {}, by what the file says\n", by->name, by->publisher);
    } else {
        by.emplace();
        say("form: none is recognised; read as CSV (--form)\n");
    }
    const io::form_view view = io::look(*by, bytes, given.file);
    show(view);
    show_missing(view);
}

} // namespace

void add_form(CLI::App& app) {
    auto given = std::make_shared<form_arguments>();
    CLI::App* command = app.add_subcommand("form", "Show how a table is understood, or the forms there are");
    command->group("Commands");
    command->add_option("file", given->file, "A table; - is standard input. Without one, all forms are listed")
        ->type_name("FILE");
    given->table.add_to(*command, given->known);
    command->footer("Examples:\n"
                    "  cambist form\n"
                    "  cambist form examples/rows/ledger.csv\n"
                    "  cambist form payments.csv --delimiter ';' --decimal , --date %d.%m.%Y");
    command->callback([given] { run(*given); });
}

} // namespace program
