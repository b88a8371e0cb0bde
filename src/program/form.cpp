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
    if (!view.left_out.rows.empty()) say("rows left out: {}\n", counted_names(view.left_out.rows));
    if (!view.left_out.columns.empty()) say("columns left out: {}\n", counted_names(view.left_out.columns));
}

// Whether an amount has its currency beside it, by a letter or a sign.
bool names_currency(const io::form_view& view) {
    constexpr std::string_view numeric = "0123456789.,' +-()";
    for (const io::form_view::row& row : view.rows)
        for (const auto& [field, text] : row.fields)
            if (field == "amount" && text.find_first_not_of(numeric) != std::string::npos) return true;
    return view.said.contains("in");
}

// What the table says enough for, or what it lacks to be read as that of which it says most.
void show_missing(const io::form_view& view) {
    if (view.rows.empty()) return;
    struct purpose {
        const char* name;
        std::vector<std::string> needs;
        std::vector<std::string> lacks{};
    };
    std::vector<purpose> all{{"rates", {"date", "base", "quote", "rate"}},
                             {"rows", {"date", "amount", "currency"}},
                             {"plans", {"amount", "currency"}}};
    std::string complete;
    for (purpose& each : all) {
        for (const std::string& need : each.needs) {
            // Of a wide table rates and plans have the numbers, but rows do not.
            const bool is_wide = need == "rate" || (need == "amount" && std::string_view(each.name) == "plans");
            const bool is_said = view.said.contains(need) || (is_wide && view.said.contains("number")) ||
                                 (need == "currency" && names_currency(view)) ||
                                 (need == "amount" && (view.said.contains("debit") || view.said.contains("credit")));
            if (!is_said) each.lacks.push_back(need);
        }
        if (each.lacks.empty()) (complete += complete.empty() ? "" : ", ") += each.name;
    }
    if (!complete.empty()) return say("complete, as {}\n", complete);
    for (const purpose& each : all) {
        say("missing, for {}:", each.name);
        for (const std::string& lack : each.lacks)
            say("{} {} (--columns {}=HEADING{})", &lack == &each.lacks.front() ? "" : ",", lack, lack,
                lack == "currency" ? ", or --currency" : "");
        say("\n");
    }
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
