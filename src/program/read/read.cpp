// SPDX-License-Identifier: MIT
#include "command.hpp"
#include "output/json.hpp"
#include "output/table.hpp"
#include "rate_arguments.hpp"
#include "read/judged.hpp"

#include <cambist/io/file.hpp>

#include <fmt/format.h>

#include <memory>

namespace program {

namespace {

struct read_arguments {
    std::string file;
    std::string language;
    std::string to;
    rate_arguments rates;
    std::string html;
    std::string plans;
    bool json = false;
};

// Rates from the command line; where these do not cover a pair, the ones that the text states.
class known_rates {
    // By the text's own where those that are given do not cover it.
    template <class Use>
    auto covering(Use use) const {
        try {
            return use(stated_.rates);
        } catch (const stale_rate&) {
            throw;
        } catch (const no_rate&) {
            return use(own_);
        }
    }

public:
    known_rates(const read_arguments& given, const prose::reading& said)
        : stated_(given.rates.read()), own_(prose::rates_of(said)) {}

    figure convert(const figure& f, const currency& to) const {
        return covering([&](const rate_table& rates) { return cambist::convert(f, stated_.into(to, rates)); });
    }
    /// None without a rate.
    std::optional<prose::verdict> judge(const prose::reading& said, std::size_t find) const {
        try {
            return covering([&](const rate_table& rates) { return prose::judge(said, find, stated_.into({}, rates)); });
        } catch (const stale_rate&) {
            throw;
        } catch (const no_rate&) {
            return std::nullopt;
        }
    }

private:
    asked_rates stated_;
    rate_table own_;
};

judged_text judge(const read_arguments& given, std::string text) {
    std::optional<prose::language> in;
    if (!given.language.empty()) in = read_argument("--lang", [&] { return prose::language(given.language); });
    prose::reading said = prose::parse(text, in);
    judged_text j{std::move(text), std::move(said), {}, {}, {}};
    if (!given.to.empty()) j.to = read_argument("--to", [&] { return parse_currency(given.to); });
    const known_rates rates(given, j.said);
    for (std::size_t i = 0; i < j.said.figures.size(); ++i) {
        const prose::find& f = j.said.figures[i];
        j.converted.emplace_back();
        j.verdicts.emplace_back();
        if (j.to) j.converted.back() = rates.convert(f.amount, *j.to);
        if (f.restates) j.verdicts.back() = rates.judge(j.said, i);
    }
    return j;
}

json verdict_json(const prose::verdict& v) {
    json object;
    object["consistent"] = v.consistent();
    object["gap"] = exact_json(v.with.gap);
    object["restated"] =
        amount_json(v.in_its_currency.currency(), v.in_its_currency.value(), std::nullopt, v.in_its_currency.bounds());
    object["reconciled"] = v.with.common ? bounds_json(v.in_its_currency.currency(), *v.with.common) : json();
    object["legs"] = legs_json(v.receipt.legs());
    return object;
}

json candidate_json(const prose::candidate& c) {
    return {{"kind", to_string(c.what)},
            {"value", text_or_null(c.value)},
            {"text", c.words},
            {"begin", c.begin},
            {"end", c.end}};
}

json rate_json(const prose::rate_note& n) {
    return {{"text", n.words},
            {"begin", n.begin},
            {"end", n.end},
            {"quote", to_string(n.quote)},
            {"base", to_string(n.quote.base().currency())},
            {"currency", to_string(n.quote.quote().currency())},
            {"exact", exact_json(n.quote.value())},
            {"low", exact_json(n.quote.bounds().low())},
            {"high", exact_json(n.quote.bounds().high())}};
}

void print_json(const judged_text& j) {
    json document;
    document["language"] = j.said.in.tag();
    document["figures"] = json::array();
    for (std::size_t i = 0; i < j.said.figures.size(); ++i) {
        json object = find_json(j.said.figures[i]);
        object["verdict"] = j.verdicts[i] ? verdict_json(*j.verdicts[i]) : json();
        const auto& to = j.converted[i];
        object["converted"] = to ? amount_json(to->currency(), to->value(), std::nullopt, to->bounds()) : json();
        object["nearby"] = array_of(j.said.figures[i].nearby, candidate_json);
        document["figures"].push_back(std::move(object));
    }
    document["rates"] = array_of(j.said.rates, rate_json);
    print(document);
}

// A blank for each run of blanks, so that a figure broken over lines stands in one.
std::string one_line(const std::string& text) {
    std::string line;
    for (const char c : text) {
        const bool is_blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!is_blank) line += c;
        else if (!line.empty() && line.back() != ' ') line += ' ';
    }
    return line;
}

void print_text(const judged_text& j) {
    using side = table::side;
    table shown(j.to ? std::vector{side::right, side::left, side::left, side::left}
                     : std::vector{side::right, side::left, side::left});
    const auto row = [&](std::vector<std::string> cells, const std::string& converted) {
        if (j.to) cells.push_back(converted);
        shown.add(std::move(cells));
    };
    row({"", "figure", "as reported"}, j.to ? "in " + to_string(*j.to) : "");
    shown.rule();
    for (std::size_t i = 0; i < j.said.figures.size(); ++i) {
        const prose::find& f = j.said.figures[i];
        std::string words = one_line(f.amount.words());
        if (f.restates) words += " (restates " + std::to_string(*f.restates + 1) + ")";
        row({std::to_string(i + 1), words, interval_text(f.amount)},
            j.converted[i] ? interval_text(*j.converted[i]) : "");
    }
    fmt::print("{}", shown.text());
    for (const prose::rate_note& n : j.said.rates) fmt::print("rate stated: {}\n", n.quote);
    for (const auto& v : j.verdicts) {
        if (v) fmt::print("{} restates {}: {}\n", v->find + 1, v->restated + 1, verdict_text(*v));
    }
}

void run(const read_arguments& given) {
    const judged_text j = judge(given, io::read_file(given.file));
    if (!given.html.empty()) io::write_file(given.html, page_of(j));
    if (!given.plans.empty())
        io::write_file(given.plans, draft_of(j, given.file == "-" ? "standard input" : given.file));
    if (given.json) print_json(j);
    else if (given.html.empty() && given.plans.empty()) print_text(j);
}

} // namespace

void add_read(CLI::App& app) {
    auto given = std::make_shared<read_arguments>();
    CLI::App* command = app.add_subcommand("read", "Find the amounts of money in a text, and judge what it says twice");
    command->group("Commands");
    command->add_option("file", given->file, "A text in UTF-8; - is standard input")->required()->type_name("FILE");
    command
        ->add_option("--lang", given->language, language_help("Its"))
        ->type_name("LANG");
    command->add_option("--to", given->to, "A currency to convert every figure to")->type_name("CURRENCY");
    given->rates.add_to(*command);
    CLI::Option* as_json = command->add_flag("--json", given->json, "Print JSON; exact values are text");
    command->add_option("--html", given->html, "Write a page of the text with each figure marked and explained")
        ->type_name("FILE")
        ->excludes(as_json);
    command
        ->add_option(
            "--plans", given->plans,
            "Draft a plan file: what the text does not say stands in it as\ncomments, for a person to complete")
        ->type_name("FILE")
        ->excludes(as_json);
    command->footer("Rates that the text states are used where no other is given.\n\n"
                    "Examples:\n"
                    "  cambist read examples/texts/cloud-plans.txt --to EUR\n"
                    "  cambist read examples/texts/cloud-plans.txt --json\n"
                    "  cambist read examples/texts/cloud-plans.txt --plans -\n"
                    "  cambist read report-eurofxref.txt --to USD --rates eurofxref-hist.csv --on 2024-05-29");
    command->callback([given] { run(*given); });
}

} // namespace program
