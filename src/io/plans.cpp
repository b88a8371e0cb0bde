// SPDX-License-Identifier: MIT
#include <cambist/io/file.hpp>
#include <cambist/io/plans.hpp>
#include <cambist/parse.hpp>

#include "toml.hpp"

#include <algorithm>
#include <span>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

using cambist::detail::quoted;

// ---- the schema: examples/plans/README.md

constexpr std::string_view file_keys[] = {"title", "pivots", "currency", "rate", "plan"};
constexpr std::string_view plan_keys[] = {"id",         "project",  "holder",    "country", "amount",      "also",
                                          "from",       "to",       "announced", "phasing", "instalments", "status",
                                          "supersedes", "restates", "assumed",   "note",    "source",      "kind"};
constexpr std::string_view instalment_keys[] = {"on", "amount"};

// The words of an enumeration, in its order; `phasing` has no word for what is not stated.
constexpr std::string_view phasing_words[] = {"whole years", "actual days", "instalments"};
constexpr phasing phasings[] = {phasing::whole_years, phasing::actual_days, phasing::instalments};
constexpr std::string_view kind_words[] = {"plan", "context"};
constexpr plan_kind kinds[] = {plan_kind::plan, plan_kind::context};
constexpr plan_status statuses[] = {plan_status::rumoured,     plan_status::in_negotiation, plan_status::announced,
                                    plan_status::in_execution, plan_status::completed,      plan_status::cancelled};
constexpr std::string_view status_words[] = {to_string(statuses[0]), to_string(statuses[1]), to_string(statuses[2]),
                                             to_string(statuses[3]), to_string(statuses[4]), to_string(statuses[5])};

// ---- reading

class plan_reader : toml_reader {
public:
    plan_reader(std::string_view text, const std::string& file) : toml_reader(text, file) {}

    plan_file read_all();

private:
    template <class Value>
    Value choice(const toml::table& table, std::string_view key, std::span<const std::string_view> words,
                 std::span<const Value> values, Value otherwise) {
        const toml::node* node = table.get(key);
        if (node == nullptr) return otherwise;
        const std::string& word = string(*node, key);
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i] == word) return values[i];
        }
        refuse_at(*node, "no " + std::string(key) + " is called " + quoted(word) + remedy(word, words));
    }

    // ---- dates

    std::optional<partial_date> date(const toml::table& table, std::string_view key) {
        const toml::node* node = table.get(key);
        if (node == nullptr) return std::nullopt;
        return read_date(*node, key);
    }
    partial_date read_date(const toml::node& node, std::string_view key) {
        constexpr std::string_view expected = "a year, month or day, as in 2024, \"2024-05\" or 2024-05-29";
        if (!node.is_integer() && !node.is_date()) return read_text(node, key, parse_partial_date, expected);
        const std::string stated = node.is_date() ? day_text(node) : std::to_string(node.as_integer()->get());
        return reading_at([&] { return parse_partial_date(stated); }, [&](std::size_t) { return place_of(node); });
    }

    // ---- plans

    figure read_figure(const toml::node& node, std::string_view key) {
        return read_text(
            node, key, [&](std::string_view text) { return parse_figure(text, accepted()); },
            "text, as in \"15.7 bn EUR\"");
    }

    plan read_plan(const toml::table& table) {
        check_keys(table, plan_keys);
        plan p{line(required(table, "id", "plan"), "id"), read_figure(required(table, "amount", "plan"), "amount")};
        p.where = place_of(table);
        p.project = text(table, "project");
        p.holder = text(table, "holder");
        p.country = text(table, "country");
        p.kind = choice<plan_kind>(table, "kind", kind_words, kinds, p.kind);
        p.status = choice<plan_status>(table, "status", status_words, statuses, p.status);
        p.announced = date(table, "announced");
        if (const toml::node* also = table.get("also")) p.also = read_figure(*also, "also");
        read_period(table, p);
        read_links(table, p);
        read_assumed(table, p);
        if (const toml::node* note = table.get("note")) p.note = printable(*note, "note", "\n\t");
        p.source = text(table, "source");
        return p;
    }

    void read_period(const toml::table& table, plan& p) {
        p.from = date(table, "from");
        p.to = date(table, "to");
        if (p.from && p.to) {
            reading_at([&] { return period_of(p); }, [&](std::size_t) { return place_of(*table.get("to")); });
        }
        p.phased = choice<phasing>(table, "phasing", phasing_words, phasings, p.phased);
        const toml::node* instalments = table.get("instalments");
        const toml::node* stated = table.get("phasing");
        if (p.phased == phasing::instalments && instalments == nullptr)
            refuse_at(*stated, "phasing by instalments, and none are listed");
        if (instalments == nullptr) return;
        if (stated != nullptr && p.phased != phasing::instalments) {
            refuse_at(*stated, "instalments are listed, so that \"phasing\" is \"instalments\" or left out");
        }
        for (const toml::table* each : tables(table, "instalments")) p.instalments.push_back(read_instalment(*each, p));
        if (p.instalments.empty()) refuse_at(*instalments, "\"instalments\" says nothing; leave it out");
    }

    instalment read_instalment(const toml::table& table, const plan& p) {
        check_keys(table, instalment_keys);
        const partial_date on = read_date(required(table, "on", "instalment"), "on");
        const toml::node& node = required(table, "amount", "instalment");
        const figure amount = read_figure(node, "amount");
        if (!amount.is_countable() || amount.value()->sign() <= 0)
            refuse_at(node, "an instalment is one amount, above zero");
        if (!(amount.currency() == p.amount.currency())) {
            refuse_at(node, "an instalment in " + to_string(amount.currency()) + " of a plan in " +
                                to_string(p.amount.currency()));
        }
        return {on, money<>(*amount.value(), amount.currency())};
    }

    void read_links(const toml::table& table, plan& p) {
        p.restates = text(table, "restates");
        const toml::node* supersedes = table.get("supersedes");
        if (supersedes == nullptr) return;
        if (!supersedes->is_array()) {
            if (!supersedes->is_string())
                refuse_type(*supersedes, "supersedes", "text, the id of a plan, or a list of such");
            p.supersedes.push_back(line(*supersedes, "supersedes"));
            return;
        }
        for (const toml::node* each : list(*supersedes, "supersedes"))
            p.supersedes.push_back(line(*each, "supersedes"));
    }

    void read_assumed(const toml::table& table, plan& p) {
        const toml::node* assumed = table.get("assumed");
        if (assumed == nullptr) return;
        for (const toml::node* each : list(*assumed, "assumed")) {
            const std::string& field = string(*each, "assumed");
            if (!is_one_of(field, plan_keys))
                refuse_at(*each, "no field is called " + quoted(field) + remedy(field, plan_keys));
            if (!table.contains(field) || field == "id" || field == "assumed") {
                refuse_at(*each,
                          named(field) + " is marked as assumed, but " +
                              (table.contains(field) ? "is nothing one can assume" : "the plan does not have it"));
            }
            if (std::find(p.assumed.begin(), p.assumed.end(), field) != p.assumed.end()) {
                refuse_at<duplicate_error>(*each, named(field) + " is marked as assumed twice");
            }
            p.assumed.push_back(field);
        }
    }
};

plan_file plan_reader::read_all() {
    const toml::table file = parse();
    check_keys(file, file_keys);
    plan_file read;
    read.title = text(file, "title");
    read_currencies(file);
    read.currencies = accepted();
    read.pivots = read_pivots(file);
    read.rates = read_rates(file);
    for (const toml::table* each : tables(file, "plan")) {
        if (read.plans.size() == max_plans)
            refuse_at<limit_error>(*each, "more than " + std::to_string(max_plans) + " plans; split the file");
        read.plans.push_back(read_plan(*each));
    }
    return read;
}

} // namespace

plan_file read_plans(std::string_view toml, const std::string& file) { return plan_reader(toml, file).read_all(); }

plan_file read_plans_file(const std::string& path) {
    return read_plans(read_file(path), path == "-" ? "standard input" : path);
}

} // namespace io
CAMBIST_END
