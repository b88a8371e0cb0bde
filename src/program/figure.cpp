// SPDX-License-Identifier: MIT
#include "command.hpp"
#include "output/amounts.hpp"
#include "output/json.hpp"

#include <fmt/format.h>

#include <memory>

namespace program {

namespace {

struct figure_arguments {
    std::vector<std::string> texts;
    std::string language;
    bool json = false;
};

struct parsed {
    prose::find found;
    std::string language;
};

// The expression itself; or the one figure that a few words around it leave no doubt of.
parsed parse_as(const std::string& text, const prose::language& in) {
    prose::account how;
    const prose::reading said = prose::parse(text, in);
    try {
        figure f = prose::parse_figure(text, in);
        const std::size_t begin = text.find(f.words());
        for (const prose::find& each : said.figures) {
            if (each.begin == begin && each.amount.bounds() == f.bounds()) how = each.how;
        }
        return {{begin, begin + f.words().size(), f, how, {}, {}}, in.tag()};
    } catch (const parse_error&) {
        std::size_t own = 0;
        for (const prose::find& each : said.figures) own += each.restates ? 0u : 1u;
        if (own != 1 || said.figures.front().restates) throw;
        return {said.figures.front(), in.tag()};
    }
}

parsed parse(const std::string& text, const std::string& tag) {
    if (!tag.empty()) {
        const prose::language in = read_argument("--lang", [&] { return prose::language(tag); });
        return read_argument("TEXT", [&] { return parse_as(text, in); });
    }
    const prose::language detected = prose::detect_language(text);
    try {
        return read_argument("TEXT", [&] { return parse_as(text, detected); });
    } catch (const parse_error&) {
        // Few words tell no language; another may read them.
        for (const prose::language& other : prose::languages()) {
            try {
                parsed found = parse_as(text, other);
                if (found.found.amount.currency()) return found;
            } catch (const error&) {
            }
        }
        throw;
    }
}

void run(const figure_arguments& given) {
    std::vector<parsed> all;
    for (const std::string& text : given.texts) all.push_back(parse(text, given.language));
    if (given.json) {
        json array = json::array();
        for (const parsed& each : all) {
            json object = find_json(each.found);
            object["language"] = each.language;
            object["verdict"] = json();
            array.push_back(std::move(object));
        }
        print(array);
        return;
    }
    for (const parsed& each : all) {
        const figure& f = each.found.amount;
        fmt::print("{}\n  {}, {}\n", f.words(), interval_text(f), to_string(f.stated()));
        if (const std::string why = each.found.why(); !why.empty()) fmt::print("  {} ({})\n", why, each.language);
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
    command->add_option("--lang", given->language, language_help("Their"))->type_name("LANG");
    command->add_flag("--json", given->json, "Print JSON, one object for each TEXT; exact values are text");
    command->footer("Examples:\n"
                    "  cambist figure \"some 700,000 euros\" \"€1–2bn\" --lang en\n"
                    "  cambist figure \"deux milliards cinq cents millions d'euros\" --lang fr --json\n"
                    "  cambist figure \"Rs 86,45,210\" \"₹1 lakh crore\" --lang en-IN");
    command->callback([given] { run(*given); });
}

} // namespace program
