// SPDX-License-Identifier: MIT
#include "command.hpp"
#include "output/json.hpp"
#include "output/plot.hpp"
#include "output/table.hpp"
#include "rate_arguments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <utility>

namespace program {

namespace {

using currency_pair = std::pair<currency, currency>;

struct rates_arguments {
    rate_arguments rates;
    std::optional<currency_pair> pair;
    std::string plot;
    bool check = false;
    bool exact = false;
    bool json = false;

    bool asks() const { return rates.asked.day || rates.asked.how.over(); }
};

constexpr int shown_digits = 10; // of an answer; its exact value stands beside

currency_pair read_pair(const std::string& text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos) throw parse_error("two currencies, as USD/EUR", text, 0);
    return {parse_currency(text.substr(0, slash)), parse_currency(text.substr(slash + 1))};
}

// What the files hold, one conversion if it was asked for, and what is suspect.
struct holdings {
    asked_rates asked; ///< empty where nothing is asked: files that contradict themselves can still be looked at
    std::vector<rate> quotes;
    std::vector<currency> pivots;
    std::vector<coverage> pairs;
    std::optional<currency_pair> pair;
    std::optional<conversion> answer;
    std::optional<std::vector<finding>> findings;
};

// Whether a pair's quotes have part in the pair that was asked for: its own, or one leg through a pivot.
bool concerns(const holdings& held, const currency& base, const currency& quote) {
    if (!held.pair) return true;
    const auto [a, b] = *held.pair;
    const auto is = [&](const currency& x, const currency& y) {
        return (base == x && quote == y) || (base == y && quote == x);
    };
    if (is(a, b)) return true;
    for (const currency& through : held.pivots) {
        if (is(a, through) || is(b, through)) return true;
    }
    return false;
}

json pair_json(const coverage& c) {
    json object;
    object["base"] = to_string(c.base);
    object["quote"] = to_string(c.quote);
    object["days"] = c.days;
    object["undated"] = c.undated;
    object["first"] = c.days == 0 ? json() : json(to_string(c.first));
    object["last"] = c.days == 0 ? json() : json(to_string(c.last));
    object["missing"] = c.missing;
    object["silence_days"] = c.silence().count();
    object["silent_after"] = c.silence().count() == 0 ? json() : json(to_string(c.silent_after));
    object["silent_until"] = c.silence().count() == 0 ? json() : json(to_string(c.silent_until));
    object["suspended"] = c.suspended;
    return object;
}

void print_json(const holdings& held) {
    json document;
    document["quotes"] = held.quotes.size();
    document["pivots"] = json::array();
    for (const currency& each : held.pivots) document["pivots"].push_back(to_string(each));
    document["pairs"] = json::array();
    for (const coverage& each : held.pairs) document["pairs"].push_back(pair_json(each));
    document["answer"] = json();
    if (held.answer) {
        document["answer"] = {{"base", to_string(held.pair->first)},
                              {"quote", to_string(held.pair->second)},
                              {"exact", exact_json(held.answer->result().amount())},
                              {"legs", legs_json(held.answer->legs())}};
    }
    document["findings"] = json();
    if (held.findings) {
        document["findings"] = json::array();
        for (const finding& each : *held.findings) {
            document["findings"].push_back({{"kind", to_string(each.kind)},
                                            {"what", each.what},
                                            {"file", text_or_null(each.where.file)},
                                            {"line", line_or_null(each.where)}});
        }
    }
    print(document);
}

std::string days_text(std::chrono::days count) {
    return std::to_string(count.count()) + (count.count() == 1 ? " day" : " days");
}

void print_pairs(const holdings& held) {
    std::set<currency> currencies;
    for (const coverage& each : held.pairs) currencies.insert({each.base, each.quote});
    std::string pivots;
    for (const currency& each : held.pivots)
        pivots += (pivots.empty() ? "; pairs cross through " : ", ") + to_string(each);
    fmt::print("{} quotes, {} currencies{}\n\n", held.quotes.size(), currencies.size(), pivots);
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
    fmt::print("{}", lines.text());
}

void print_answer(const holdings& held, notation style) {
    const money<>& result = held.answer->result();
    const auto [shown, residue] = round(result.amount(), significant{shown_digits});
    fmt::print("1 {} = {} {}\n", held.pair->first, shown, result.currency());
    if (residue != 0) fmt::print("  exactly {:/} {}\n", result.amount(), result.currency());
    for (const leg& each : held.answer->legs()) fmt::print("  {}\n", format_leg(each, style));
}

void print_findings(const std::vector<finding>& findings) {
    if (findings.empty()) fmt::print("nothing suspect\n");
    for (const finding& each : findings) fmt::print("{}: {}\n", to_string(each.kind), each.what);
}

// A quote for each day on which the pair has one, or both its legs do.
std::vector<point_of_day> history(const holdings& held) {
    std::set<std::chrono::sys_days> days;
    for (const rate& each : held.quotes) {
        if (each.day()) days.insert(*each.day());
    }
    std::vector<point_of_day> points;
    for (const std::chrono::sys_days day : days) {
        try {
            const auto [base, quote] = *held.pair;
            points.push_back({day, held.asked.rates.convert(1, base, quote, day, lookup::exactly())});
        } catch (const no_rate&) {
            // A day without is a gap, and the plot shows it.
        }
    }
    return points;
}

holdings read_files(const rates_arguments& given) {
    holdings held;
    held.pair = given.pair;
    const auto& known_on = given.rates.asked.known_on;
    const auto is_known = [&](const rate& each) {
        const auto& since = each.published() ? each.published() : each.day();
        return !known_on || !since || *since <= *known_on;
    };
    const rate_table::builder stated = given.rates.collect({}, {}, [&](const io::rate_file& file) {
        std::copy_if(file.quotes.begin(), file.quotes.end(), std::back_inserter(held.quotes), is_known);
        for (const currency& each : file.pivots) {
            if (std::find(held.pivots.begin(), held.pivots.end(), each) == held.pivots.end())
                held.pivots.push_back(each);
        }
    });
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
    if ((given.asks() || !given.plot.empty()) && !given.pair)
        throw parse_error("--pair, which says what is asked for, as in --pair USD/EUR", "", 0);

    holdings held = read_files(given);
    if (given.asks()) held.answer = explain(money<>(1, held.pair->first), held.asked.into(held.pair->second));
    if (!given.plot.empty())
        plot_history(given.plot, to_string(held.pair->second) + " for one " + to_string(held.pair->first),
                     history(held));
    if (given.check) held.findings = check(held);

    if (given.json) print_json(held);
    else if (!held.answer && !held.findings && given.plot.empty()) print_pairs(held);
    if (!given.json && held.answer) print_answer(held, given.exact ? notation::fraction : notation::plain);
    if (!given.json && held.findings) print_findings(*held.findings);
    if (held.findings && !held.findings->empty()) {
        std::fflush(stdout);
        throw found_wanting(std::to_string(held.findings->size()) + " suspect; see the list");
    }
}

} // namespace

void add_rates(CLI::App& app) {
    auto given = std::make_shared<rates_arguments>();
    CLI::App* command = app.add_subcommand("rates", "Show what files of rates hold, answer a look-up, find mistakes");
    command->group("Commands");
    command->add_option("files", given->rates.files, "Files of rates; - is standard input")->required()->type_name("FILE...");
    add_read_option(*command, "--pair", "PAIR", "Only this pair, as USD/EUR: euros for one dollar",
                    [given](const std::string& text) { given->pair = read_pair(text); });
    given->rates.add_choice_to(*command);
    command->add_flag("--check", given->check,
                      "List what is contradictory or unlikely: inverses and triangles that\n"
                      "do not close, repeated quotes, weekends, misplaced points; ends with\n"
                      "status 1 if there is any");
    command
        ->add_option("--plot", given->plot,
                     "Draw the pair's history, with its gaps, to a file ending in\n.svg or .png (by gnuplot)")
        ->type_name("FILE");
    command->add_flag("--exact", given->exact, "Show averages as exact fractions");
    command->add_flag("--json", given->json, "Print JSON; exact values are text");
    command->footer("Examples:\n"
                    "  cambist rates examples/rates/sample-ecb.csv\n"
                    "  cambist rates examples/rates/sample-ecb.csv --pair USD/GBP --on 2024-05-29\n"
                    "  cambist rates eurofxref-hist.zip --pair EUR/USD --lookup average:2023\n"
                    "  cambist rates eurofxref-hist.zip --check\n"
                    "  cambist rates eurofxref-hist.zip --pair EUR/ISK --plot krona.svg");
    command->callback([given] { run(*given); });
}

} // namespace program
