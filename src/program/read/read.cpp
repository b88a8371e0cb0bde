// SPDX-License-Identifier: MIT
#include "command.hpp"
#include "output/json.hpp"
#include "output/output_files.hpp"
#include "output/say.hpp"
#include "output/table.hpp"
#include "rate_arguments.hpp"
#include "read/judged.hpp"

#include <cambist/io/article.hpp>
#include <cambist/io/file_writer.hpp>
#include <cambist/prose/draft.hpp>
#include <cambist/prose/nearby.hpp>

#include <filesystem>
#include <memory>

namespace program {

namespace {

struct read_arguments {
    std::string file;
    std::optional<prose::language> language;
    std::string region; // none where none is said
    std::string encoding;
    currency to; // none where none is said
    rate_arguments rates;
    std::string html;
    std::string plans;
    bool json = false;
};

// The language named, or the one that the text seems to be in.
prose::language language_of(const read_arguments& given, const std::optional<prose::language_guess>& guess,
                            const std::string& text) {
    const prose::language known = given.language   ? *given.language
                                  : guess->read_as ? *guess->read_as
                                                   : prose::detect_language(text); // which refuses it
    return given.region.empty() ? known : prose::language(std::string(known.code()) + "-" + given.region);
}

// What is written is handed on, and is not to say where its text lay.
std::string published_name(const std::string& path) {
    return path == "-" ? "standard input" : std::filesystem::path(path).filename().string();
}

// Every figure in the currency asked for, or a refusal.
std::vector<std::optional<figure>> all_converted(const prose::judgement& judged) {
    std::vector<std::optional<figure>> all;
    for (const auto& each : judged.converted) all.push_back(each ? std::optional(each->value()) : std::nullopt);
    return all;
}

// A restatement is judged where there is a rate; one that is too old, or contradicts another, is refused.
std::vector<std::optional<prose::verdict>> all_verdicts(const prose::judgement& judged) {
    std::vector<std::optional<prose::verdict>> all;
    for (const auto& each : judged.verdicts) {
        const bool is_unknown = each && !*each && each->kind() != error_kind::stale_rate &&
                                dynamic_cast<const no_rate*>(&each->error()) != nullptr;
        all.push_back(each && !is_unknown ? std::optional(each->value()) : std::nullopt);
    }
    return all;
}

judged_text judge(const read_arguments& given) {
    io::article read = io::read_article(given.file, given.encoding);
    std::optional<prose::language_guess> guess;
    if (!given.language) guess = prose::guess_language(read.text);
    prose::reading said = prose::parse(read.text, language_of(given, guess, read.text));
    const asked_rates rates = given.rates.read();
    const prose::judgement judged = prose::judge_all(said, rates.into(given.to));
    return {all_converted(judged), all_verdicts(judged),       std::move(read.text),
            std::move(read.title), published_name(given.file), std::move(read.day),
            std::move(said),       std::move(guess),           given.to};
}

json verdict_json(const prose::verdict& v) {
    const auto bounds = [&](const interval& i) { return bounds_json(v.in_its_currency.currency(), i); };
    return {{"consistent", v.consistent()},
            {"gap", exact_json(v.with.gap)},
            {"restated", amount_json(v.in_its_currency)},
            {"reconciled", v.with.common ? bounds(*v.with.common) : json()},
            {"legs", legs_json(v.receipt.legs())}};
}

json candidate_json(const prose::candidate& c) {
    return {{"kind", to_string(c.what)},
            {"value", text_or_null(c.value)},
            {"text", c.words},
            {"begin", c.begin},
            {"end", c.end}};
}

json unread_json(const prose::unread_amount& u, std::string_view text) {
    return {{"text", text.substr(u.begin, u.end - u.begin)},
            {"begin", u.begin},
            {"end", u.end},
            {"kind", to_string(u.what)},
            {"missing", u.missing()},
            {"settled_by", text_or_null(option_for(u))},
            {"hint", text_or_null(to_string(u.hint))}};
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
    const std::vector<prose::sentence> sentences = prose::read_nearby(j.said, j.text);
    json figures = json::array();
    for (std::size_t i = 0; i < j.said.figures.size(); ++i) {
        figures.push_back(
            with(find_json(j.said.figures[i]), {{"verdict", j.verdicts[i] ? verdict_json(*j.verdicts[i]) : json()},
                                                {"converted", j.converted[i] ? amount_json(*j.converted[i]) : json()},
                                                {"nearby", array_of(sentences[i].candidates, candidate_json)}}));
    }
    const json guess = j.guess ? json{{"name", j.guess->name}, {"sure", j.guess->sure}} : json();
    print({{"language", j.said.in.tag()},
           {"guess", guess},
           {"figures", figures},
           {"rates", array_of(j.said.rates, rate_json)},
           {"not_read", array_of(j.said.not_read, [&](const auto& u) { return unread_json(u, j.text); })}});
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

// "2 amounts were seen and not read: '5 million pesos' ...", which is all there is of a text without figures.
void print_unread(const judged_text& j) {
    constexpr std::size_t most_shown = 3;
    const std::vector<prose::unread_amount>& all = j.said.not_read;
    if (all.empty()) {
        if (j.said.figures.empty()) say("no amount of money was seen\n");
        return;
    }
    std::string shown;
    for (std::size_t i = 0; i < all.size() && i < most_shown; ++i) {
        shown += (i == 0 ? " '" : "; '") + one_line(j.text.substr(all[i].begin, all[i].end - all[i].begin)) + "' " +
                 lack_of(all[i]);
    }
    say("{} {} seen and not read:{}{}\n", all.size(), all.size() == 1 ? "amount was" : "amounts were", shown,
        all.size() > most_shown ? "; --json lists them" : "");
}

void print_text(const judged_text& j) {
    using side = table::side;
    table shown(j.to ? std::vector{side::right, side::left, side::left, side::left}
                     : std::vector{side::right, side::left, side::left});
    const auto row = [&](std::vector<std::string> cells, const std::string& converted) {
        if (j.to) cells.push_back(converted);
        shown.add(std::move(cells));
    };
    row({"", "figure", "as reported"}, j.to ? "in " + to_string(j.to) : "");
    shown.rule();
    for (std::size_t i = 0; i < j.said.figures.size(); ++i) {
        const prose::find& f = j.said.figures[i];
        std::string words = one_line(f.amount.words());
        if (f.how.is_assumed) words += " (currency assumed)";
        if (!f.how.quoted_in.empty()) (words += " (in ").append(f.how.quoted_in) += ')';
        if (f.restates) words += " (restates " + std::to_string(*f.restates + 1) + ")";
        row({std::to_string(i + 1), words, short_bounds(f.amount)},
            j.converted[i] ? short_bounds(*j.converted[i]) : "");
    }
    if (!j.said.figures.empty()) put(shown.text());
    for (const prose::rate_note& n : j.said.rates) say("rate stated: {}\n", n.quote);
    for (const auto& v : j.verdicts) {
        if (v) say("{} restates {}: {}\n", v->find + 1, v->restated + 1, to_string(*v));
    }
    print_unread(j);
    if (j.guess) say("the language was guessed: {}, {} % sure\n", j.guess->name, j.guess->sure);
}

void run(const read_arguments& given) {
    std::vector<std::string> read = given.rates.files;
    read.push_back(given.file);
    std::vector<std::string> written;
    for (const std::string& each : {given.html, given.plans})
        if (!each.empty()) written.push_back(each);
    io::check_files(read, written);

    const judged_text j = judge(given);
    output_files files;
    if (!given.html.empty()) files.write(given.html, page_of(j));
    if (!given.plans.empty()) files.write(given.plans, prose::draft_plans(j.said, j.text, j.source));
    files.finish();
    if (given.json) print_json(j);
    else if (written.empty()) print_text(j);
    files.commit();
}

} // namespace

void add_read(CLI::App& app) {
    auto given = std::make_shared<read_arguments>();
    CLI::App* command = app.add_subcommand("read", "Find the amounts of money in a text, and judge what it says twice");
    command->group("Commands");
    command->add_option("file", given->file, "A text, or a page of HTML; - is standard input")
        ->required()
        ->type_name("FILE");
    add_language(*command, "Its", given->language);
    add_region(*command, given->region);
    command
        ->add_option("--encoding", given->encoding,
                     "What the text is encoded in, as windows-1252, if not in UTF-8 or\nUTF-16 with a mark")
        ->type_name("NAME");
    add_read_option(*command, "--to", "CURRENCY", "A currency to convert every figure to",
                    [given](const std::string& text) { given->to = parse_currency(text); });
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
