// SPDX-License-Identifier: MIT
#include "command.hpp"
#include "output/json.hpp"
#include "output/say.hpp"
#include "rate_arguments.hpp"

#include <cambist/text/short_form.hpp>
#include <cambist/text/try_parse.hpp>

#include <memory>

namespace program {

namespace {

struct figure_arguments {
    std::vector<std::string> texts;
    std::optional<prose::language> language;
    currency_set known = currency_set::with_market_units();
    bool json = false;
};

// Prose has ISO's currencies; an amount by the code of another is read as `convert` takes it.
prose::sole_figure read(const figure_arguments& given, const std::string& text) {
    const outcome<figure> by_code = try_parse_figure(text, given.known);
    const bool is_other = by_code && by_code->currency() && find_currency(by_code->currency()) == nullptr;
    if (!is_other) return prose::parse_sole_figure(text, given.language);
    return {{0, text.size(), *by_code}, given.language.value_or(prose::language("en"))};
}

void run(const figure_arguments& given) {
    std::vector<prose::sole_figure> all;
    for (const std::string& text : given.texts) all.push_back(read_argument("TEXT", [&] { return read(given, text); }));
    if (given.json) {
        return print(array_of(all, [](const prose::sole_figure& each) {
            return with(find_json(each.found), {{"language", each.in.tag()}});
        }));
    }
    for (const prose::sole_figure& each : all) {
        const figure& f = each.found.amount;
        say("{}\n  {}, {}\n", f.words(), short_bounds(f), to_string(f.stated()));
        if (const std::string why = each.found.why(); !why.empty()) say("  {} ({})\n", why, each.in.tag());
    }
}

} // namespace

void add_figure(CLI::App& app) {
    auto given = std::make_shared<figure_arguments>();
    CLI::App* command = app.add_subcommand("figure", "Say what an amount means as people write it");
    command->group("Commands");
    command->add_option("text", given->texts, "Amounts as written, each one argument")
        ->required()
        ->type_name("TEXT...");
    add_language(*command, "Their", given->language);
    add_currencies(*command, given->known);
    command->add_flag("--json", given->json, "Print JSON, one object for each TEXT; exact values are text");
    command->footer("Examples:\n"
                    "  cambist figure \"some 700,000 euros\" \"€1–2bn\" --lang en\n"
                    "  cambist figure \"deux milliards cinq cents millions d'euros\" --lang fr --json\n"
                    "  cambist figure \"Rs 86,45,210\" \"₹1 lakh crore\" --lang en-IN");
    command->callback([given] { run(*given); });
}

} // namespace program
