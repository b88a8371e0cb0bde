// SPDX-License-Identifier: MIT
#include "command.hpp"
#include "output/json.hpp"
#include "output/output_files.hpp"
#include "output/plot.hpp"
#include "output/say.hpp"
#include "output/table.hpp"
#include "rate_arguments.hpp"
#include "table_arguments.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace program {

namespace {

using currency_pair = std::pair<currency, currency>;

struct rates_arguments {
    rate_arguments rates;
    table_arguments table;
    std::string pair;
    std::string plot;
    std::string write;
    bool check = false;
    bool exact = false;
    bool json = false;

    /// Whether anything is printed besides what was passed over.
    bool prints() const { return json || check || asks() || (plot.empty() && write.empty()); }
    bool asks() const { return rates.asked.day || rates.asked.how.over(); }
};

constexpr int shown_digits = 10; // of an answer; its exact value stands beside

currency_pair read_pair(const std::string& text, const currency_set& known) {
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos) throw parse_error("two currencies, as USD/EUR", text, 0);
    return {known.parse(text.substr(0, slash)), known.parse(text.substr(slash + 1))};
}

// What the files hold, one conversion if it was asked for, and what is suspect.
struct holdings {
    asked_rates asked; ///< empty where nothing is asked: files that contradict themselves can still be looked at
    std::vector<rate> quotes;
    std::vector<currency> pivots;
    std::vector<io::unread_commodity> passed_over;
    io::left_out_counts left_out;
    std::vector<coverage> pairs;
    std::optional<currency_pair> pair;
    std::optional<conversion> answer;
    std::optional<std::vector<finding>> findings;
};

// Whether a pair's quotes may have part in the pair that was asked for: its own, or legs through pivots.
bool concerns(const holdings& held, const currency& base, const currency& quote) {
    if (!held.pair) return true;
    const auto is_passed = [&](const currency& c) {
        return c == held.pair->first || c == held.pair->second ||
               std::find(held.pivots.begin(), held.pivots.end(), c) != held.pivots.end();
    };
    return is_passed(base) && is_passed(quote);
}

json pair_json(const coverage& c) {
    const auto day = [](bool is_any, std::chrono::sys_days each) { return is_any ? json(to_string(each)) : json(); };
    const bool is_silent = c.silence().count() != 0;
    return {{"base", to_string(c.base)},
            {"quote", to_string(c.quote)},
            {"days", c.days},
            {"undated", c.undated},
            {"first", day(c.days != 0, c.first)},
            {"last", day(c.days != 0, c.last)},
            {"missing", c.missing},
            {"silence_days", c.silence().count()},
            {"silent_after", day(is_silent, c.silent_after)},
            {"silent_until", day(is_silent, c.silent_until)},
            {"suspended", c.suspended}};
}

json answer_json(const holdings& held) {
    return {{"base", to_string(held.pair->first)},
            {"quote", to_string(held.pair->second)},
            {"exact", exact_json(held.answer->result().amount())},
            {"legs", legs_json(held.answer->legs())}};
}

json finding_json(const finding& f) {
    return {{"kind", to_string(f.kind)},
            {"what", f.what},
            {"file", text_or_null(f.where.file)},
            {"line", line_or_null(f.where)}};
}

json passed_over_json(const io::unread_commodity& each) {
    return {{"commodity", each.commodity},
            {"count", each.count},
            {"file", text_or_null(each.first.file)},
            {"line", line_or_null(each.first)}};
}

void print_json(const holdings& held) {
    print({{"quotes", held.quotes.size()},
           {"pivots", array_of(held.pivots, [](const currency& each) { return to_string(each); })},
           {"pairs", array_of(held.pairs, pair_json)},
           {"passed_over", array_of(held.passed_over, passed_over_json)},
           {"left_out", left_out_json(held.left_out)},
           {"answer", held.answer ? answer_json(held) : json()},
           {"findings", held.findings ? array_of(*held.findings, finding_json) : json()}});
}

std::string days_text(std::chrono::days count) {
    return std::to_string(count.count()) + (count.count() == 1 ? " day" : " days");
}

// "Prices passed over, of what is no currency: 3. AAPL (2), HOOL (1)"
void print_passed_over(const holdings& held) {
    std::size_t count = 0;
    std::map<std::string, std::size_t> names;
    for (const io::unread_commodity& each : held.passed_over) {
        count += each.count;
        names[each.commodity] += each.count;
    }
    if (count == 0) return;
    say("\nPrices passed over, of what is no currency: {}. {}\n", count, counted_names(names));
}

void print_left_out(const holdings& held) {
    if (held.left_out.empty()) return;
    say("\n{}\n", left_out_words(held.left_out));
}

void print_pairs(const holdings& held) {
    std::set<currency> currencies;
    for (const coverage& each : held.pairs) currencies.insert({each.base, each.quote});
    std::string pivots;
    for (const currency& each : held.pivots)
        pivots += (pivots.empty() ? "; pairs cross through " : ", ") + to_string(each);
    say("{} {}, {} currencies{}\n\n", held.quotes.size(), held.quotes.size() == 1 ? "quote" : "quotes",
        currencies.size(), pivots);
    table lines({table::side::left, table::side::right, table::side::left, table::side::left, table::side::right,
                 table::side::left, table::side::left});
    lines.add({"pair", "days", "first", "last", "missing", "longest silence", ""});
    lines.rule();
    for (const coverage& each : held.pairs) {
        const std::string name = to_string(each.base) + "/" + to_string(each.quote);
        if (each.days == 0) {
            lines.add({name, "any", "", "", "", "", ""});
            continue;
        }
        const std::string silence =
            each.silence().count() == 0 ? "" : days_text(each.silence()) + " to " + to_string(each.silent_until);
        lines.add({name, std::to_string(each.days), to_string(each.first), to_string(each.last),
                   std::to_string(each.missing), silence,
                   each.suspended ? "suspended since " + to_string(each.last) : ""});
    }
    put(lines.text());
}

void print_answer(const holdings& held, notation style) {
    const money<>& result = held.answer->result();
    const auto [shown, residue] = round(result.amount(), significant{shown_digits});
    say("1 {} {} {} {}\n", held.pair->first, residue == 0 ? '=' : '~', shown, result.currency());
    if (residue != 0) say("  exactly {:/} {}\n", result.amount(), result.currency());
    for (const leg& each : held.answer->legs()) say("  {}\n", format_leg(each, style));
}

void print_findings(const std::vector<finding>& findings) {
    if (findings.empty()) say("nothing suspect\n");
    for (const finding& each : findings) say("{}: {}\n", to_string(each.kind), each.what);
}

holdings read_files(const rates_arguments& given) {
    holdings held;
    const auto& known_on = given.rates.asked.known_on;
    const auto is_known = [&](const rate& each) {
        const auto& since = cambist::detail::known_day(each);
        return !known_on || !since || *since <= *known_on;
    };
    const auto add_pivot = [&](const currency& each) {
        if (std::find(held.pivots.begin(), held.pivots.end(), each) == held.pivots.end()) held.pivots.push_back(each);
    };
    currency_set known = given.rates.known;
    const rate_table::builder stated = given.rates.collect({}, known, [&](const io::rate_file& file) {
        std::copy_if(file.quotes.begin(), file.quotes.end(), std::back_inserter(held.quotes), is_known);
        held.passed_over.insert(held.passed_over.end(), file.passed_over.begin(), file.passed_over.end());
        held.left_out.add(file.left_out);
        for (const currency& each : file.pivots) add_pivot(each);
    });
    for (const std::string& code : given.rates.pivots) add_pivot(known.parse(code));
    if (!given.pair.empty()) held.pair = read_argument("--pair", [&] { return read_pair(given.pair, known); });
    if (given.asks() || !given.plot.empty()) held.asked = given.rates.built(stated);
    for (const coverage& each : coverage_of(held.quotes)) {
        if (concerns(held, each.base, each.quote)) held.pairs.push_back(each);
    }
    return held;
}

std::vector<finding> check(holdings& held) {
    const auto is_meant = [&](const rate& each) {
        return concerns(held, each.base().currency(), each.quote().currency());
    };
    held.quotes.erase(std::stable_partition(held.quotes.begin(), held.quotes.end(), is_meant), held.quotes.end());
    return audit(held.quotes);
}

void run(const rates_arguments& given) {
    if ((given.asks() || !given.plot.empty()) && given.pair.empty())
        throw parse_error("--pair, which says what is asked for, as in --pair USD/EUR", "", 0);

    std::vector<std::string> written;
    for (const std::string& each : {given.plot, given.write})
        if (!each.empty()) written.push_back(each);
    if (given.prints()) written.emplace_back("-");
    io::check_files(given.rates.files, written);
    const picture_form form = given.plot.empty() ? picture_form::svg : form_of_picture(given.plot);

    holdings held = read_files(given);
    output_files files;
    if (given.asks()) held.answer = explain(money<>(1, held.pair->first), held.asked.into(held.pair->second));
    if (!given.plot.empty())
        files.write(given.plot,
                    plot_history(form, to_string(held.pair->second) + " for one " + to_string(held.pair->first),
                                 history_of(held.asked.rates, held.pair->first, held.pair->second)));
    if (!given.write.empty()) {
        rate_list all;
        for (const rate& each : held.quotes) all.add(each);
        files.write(given.write, io::to_quotes_csv(all));
    }
    if (given.check) held.findings = check(held);

    files.finish();
    if (given.json) print_json(held);
    else if (given.prints() && !held.answer && !held.findings) print_pairs(held);
    if (!given.json && held.answer) print_answer(held, given.exact ? notation::fraction : notation::plain);
    if (!given.json && held.findings) print_findings(*held.findings);
    if (!given.json && !io::is_standard_output(given.plot) && !io::is_standard_output(given.write)) {
        print_passed_over(held);
        print_left_out(held);
    }
    files.commit();
    if (held.findings && !held.findings->empty()) {
        throw found_wanting(std::to_string(held.findings->size()) + " suspect; see the list");
    }
}

} // namespace

void add_rates(CLI::App& app) {
    auto given = std::make_shared<rates_arguments>();
    CLI::App* command = app.add_subcommand("rates", "Show what files of rates hold, answer a look-up, find mistakes");
    command->group("Commands");
    command->add_option("files", given->rates.files, "Files of rates; - is standard input")
        ->required()
        ->type_name("FILE...");
    add_read_option(*command, "--pair", "PAIR", "Only this pair, as USD/EUR: euros for one dollar",
                    [given](const std::string& text) { given->pair = text; });
    given->rates.add_choice_to(*command);
    given->table.add_to(*command, given->rates.known);
    command->add_flag("--check", given->check,
                      "List what is contradictory or unlikely: inverses and triangles that\n"
                      "do not close, repeated quotes, weekends, misplaced points; ends with\n"
                      "status 1 if there is any");
    command
        ->add_option("--plot", given->plot,
                     "Draw the pair's history, with its gaps, to a file ending in\n.svg or .png (by gnuplot)")
        ->type_name("FILE");
    command
        ->add_option(
            "--write", given->write,
            "Write all quotes to FILE as plain CSV, one to a row, with day, base,\nquote, rate, unit, source and "
            "day of publication")
        ->type_name("FILE");
    command->add_flag("--exact", given->exact, "Show averages as exact fractions");
    command->add_flag("--json", given->json, "Print JSON; exact values are text");
    command->footer("Examples:\n"
                    "  cambist rates examples/rates/sample-ecb.csv\n"
                    "  cambist rates examples/rates/sample-ecb.csv --pair USD/GBP --on 2024-05-29\n"
                    "  cambist rates eurofxref-hist.zip --pair EUR/USD --lookup average:2023\n"
                    "  cambist rates eurofxref-hist.zip --check\n"
                    "  cambist rates eurofxref-hist.zip --pair EUR/ISK --plot krona.svg");
    command->callback([given] {
        given->rates.written = given->table.read();
        run(*given);
    });
}

} // namespace program
