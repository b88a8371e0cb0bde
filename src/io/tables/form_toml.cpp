// SPDX-License-Identifier: MIT
#include <cambist/io/form.hpp>

#include "../formats/toml.hpp"
#include "../text/days.hpp"
#include "../text/pattern.hpp"
#include "cells.hpp"
#include "form_columns.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

CAMBIST_BEGIN
namespace io {
namespace {

using texts = std::vector<std::string>;

// What a key is read into, each of the kinds that there are.
constexpr std::pair<std::string_view, std::string form::*> line_keys[] = {
    {"publisher", &form::publisher}, {"rows", &form::rows},       {"encoding", &form::encoding},
    {"header", &form::header},       {"decimal", &form::decimal}, {"grouping", &form::grouping},
    {"against", &form::against},     {"price", &form::price},     {"delimiter", &form::delimiter},
    {"fiscal", &form::fiscal},       {"quotes", &form::quotes}};
constexpr std::pair<std::string_view, texts form::*> list_keys[] = {
    {"says", &form::says},     {"sheets", &form::sheets},   {"end", &form::end},   {"comment", &form::comment},
    {"totals", &form::totals}, {"missing", &form::missing}, {"date", &form::date}, {"wide", &form::wide},
    {"turned", &form::turned}, {"title", &form::title}};
constexpr std::pair<std::string_view, bool form::*> truth_keys[] = {
    {"parallel", &form::parallel}, {"blocks", &form::blocks}, {"indian", &form::indian},
    {"minor", &form::minor},       {"exact", &form::exact},   {"notes", &form::notes},
    {"debits", &form::debits}};
constexpr std::pair<std::string_view, std::map<std::string, std::string, std::less<>> form::*> map_keys[] = {
    {"names", &form::names}, {"units", &form::units}};
constexpr std::string_view constant_keys[] = {
    "base", "quote",  "currency", "unit", "power",     "group",  "project", "holder", "country", "status",
    "kind", "period", "from",     "to",   "announced", "valued", "note",    "source", "day"};
constexpr std::string_view other_keys[] = {"container", "skip", "digits", "headings", "columns", "parts", "repeats"};

std::vector<std::string_view> all_keys() {
    std::vector<std::string_view> all(std::begin(other_keys), std::end(other_keys));
    const auto add = [&all](const auto& keys) {
        for (const auto& [key, member] : keys) all.push_back(key);
    };
    add(line_keys);
    add(list_keys);
    add(truth_keys);
    add(map_keys);
    all.insert(all.end(), std::begin(constant_keys), std::end(constant_keys));
    return all;
}

bool add_pairs(std::string_view text, std::map<std::string, std::string, std::less<>>& into);

class form_reader : toml_reader {
public:
    form_reader(std::string_view text, const std::string& file) : toml_reader(text, file) {}

    form read(const std::string& name, const std::string& file) {
        const toml::table table = parse();
        const std::vector<std::string_view> known = all_keys();
        check_keys(table, known);
        form made;
        made.name = name;
        made.place = file;
        for (const auto& [key, member] : line_keys)
            if (const toml::node* node = table.get(key)) made.*member = string(*node, key);
        for (const auto& [key, member] : list_keys)
            if (const toml::node* node = table.get(key)) made.*member = list_of_texts(*node, key);
        for (const auto& [key, member] : truth_keys)
            if (const toml::node* node = table.get(key)) made.*member = truth(*node, key);
        for (const auto& [key, member] : map_keys)
            if (const toml::node* node = table.get(key)) made.*member = map_of_texts(*node, key);
        for (const std::string_view key : constant_keys)
            if (const toml::node* node = table.get(key)) made.constants.emplace(key, text_or_number(*node, key));
        read_others(table, made);
        check(table, made);
        return made;
    }

private:
    void read_others(const toml::table& table, form& made) {
        if (const toml::node* node = table.get("container")) {
            const std::optional<container> named = from_name<container>(string(*node, "container"));
            if (!named)
                refuse_at(*node, "no container is called " + as_written(string(*node, "container")) +
                                     remedy(string(*node, "container"), names_of<container>));
            made.in = *named;
        }
        if (const toml::node* node = table.get("skip")) made.skip = count(*node, "skip", 1'000'000);
        if (const toml::node* node = table.get("headings")) made.headings = headings(*node);
        if (const toml::node* node = table.get("digits")) made.digits = static_cast<int>(count(*node, "digits", 1'000));
        if (const toml::node* node = table.get("repeats")) made.repeats = columns(*node, "repeats");
        if (const toml::node* node = table.get("columns")) {
            for (const auto& [key, value] : keys_of(*node, "columns"))
                made.columns.emplace(key.str(), columns(value, key.str()));
        }
        if (const toml::node* node = table.get("parts")) {
            for (const auto& [key, value] : keys_of(*node, "parts"))
                made.parts.emplace(key.str(), list_of_texts(value, key.str()));
        }
    }

    void check(const toml::table& table, const form& made) {
        const std::optional<form_fault> found = fault_of(made);
        if (!found) return;
        const toml::node* at = table.get(found->key);
        refuse_at(at != nullptr ? *at : static_cast<const toml::node&>(table), found->why);
    }

    const toml::table& keys_of(const toml::node& node, std::string_view key) {
        if (!node.is_table()) refuse_type(node, key, "a table");
        return *node.as_table();
    }

    // An empty text is one here: the blank line that ends a table.
    std::string element(const toml::node& node, std::string_view key) {
        if (!node.is_string()) refuse_type(node, key, "text, or a list of texts");
        return node.as_string()->get();
    }
    texts list_of_texts(const toml::node& node, std::string_view key) {
        if (!node.is_array()) return {element(node, key)};
        texts all;
        for (const toml::node* each : list(node, key)) all.push_back(element(*each, key));
        return all;
    }
    // A table, or the shorter "SDR = XDR, YEN = JPY".
    std::map<std::string, std::string, std::less<>> map_of_texts(const toml::node& node, std::string_view key) {
        std::map<std::string, std::string, std::less<>> all;
        if (!node.is_table()) {
            for (const std::string& each : list_of_texts(node, key)) {
                if (!add_pairs(each, all))
                    refuse_at(node, named(key) + R"( is a table, or text as "SDR = XDR, YEN = JPY")");
            }
            return all;
        }
        for (const auto& [name, value] : keys_of(node, key)) all.emplace(name.str(), text_or_number(value, name.str()));
        return all;
    }
    std::string text_or_number(const toml::node& node, std::string_view key) {
        if (node.is_integer()) return std::to_string(node.as_integer()->get());
        return string(node, key, "text or an integer");
    }
    bool truth(const toml::node& node, std::string_view key) {
        if (!node.is_boolean()) refuse_type(node, key, "true or false");
        return node.as_boolean()->get();
    }
    std::size_t headings(const toml::node& node) {
        if (node.is_boolean()) return node.as_boolean()->get() ? 1 : 0;
        return count(node, "headings", 10);
    }
    std::size_t count(const toml::node& node, std::string_view key, std::int64_t most) {
        if (!node.is_integer() || node.as_integer()->get() < 0 || node.as_integer()->get() > most)
            refuse_type(node, key, "a number from 0 to " + std::to_string(most));
        return static_cast<std::size_t>(node.as_integer()->get());
    }
    column_name column(const toml::node& node, std::string_view key) {
        if (!node.is_integer()) return {string(node, key, "a heading or a number")};
        if (node.as_integer()->get() < 1) refuse_at(node, "columns are numbered from 1");
        return {{}, count(node, key, 10'000)};
    }
    std::vector<column_name> columns(const toml::node& node, std::string_view key) {
        if (node.is_boolean() && !node.as_boolean()->get()) return {}; // not even that of the field's own name
        if (!node.is_array()) return {column(node, key)};
        std::vector<column_name> all;
        for (const toml::node* each : list(node, key)) all.push_back(column(*each, key));
        return all;
    }
};

// A name that has a comma or an equals sign in it stands in single quotes.
bool add_pairs(std::string_view text, std::map<std::string, std::string, std::less<>>& into) {
    const auto skip_blanks = [&] { text.remove_prefix(std::min(text.find_first_not_of(' '), text.size())); };
    const auto bare = [](std::string_view each) { return std::string(each.substr(0, each.find_last_not_of(' ') + 1)); };
    for (skip_blanks(); !text.empty(); skip_blanks()) {
        const bool is_quoted = text.starts_with('\'');
        if (is_quoted) text.remove_prefix(1);
        const std::size_t end = text.find(is_quoted ? '\'' : '=');
        if (end == std::string_view::npos || end == 0) return false;
        const std::string name = bare(text.substr(0, end));
        text.remove_prefix(is_quoted ? end + 1 : end);
        skip_blanks();
        if (!text.starts_with('=')) return false;
        text.remove_prefix(1);
        skip_blanks();
        const std::string_view code = text.substr(0, text.find(','));
        if (bare(code).empty()) return false;
        into.insert_or_assign(name, bare(code));
        text.remove_prefix(std::min(code.size() + 1, text.size()));
    }
    return true;
}

} // namespace

namespace {

// Any name may be a field that rows are kept apart by, but for one that was to be another.
void refuse_slip(std::string_view field) {
    std::vector<std::string_view> fields(std::begin(own_names), std::end(own_names));
    fields.insert(fields.end(), std::begin(said_names), std::end(said_names));
    if (const std::string_view meant = slip_of(field, fields); !meant.empty())
        throw parse_error("a field; did you mean " + named(meant) + "?", std::string(field), 0);
}

} // namespace

std::optional<form_fault> fault_of(const form& f) {
    if (f.delimiter.size() != 1 || std::string_view("\r\n\"").find(f.delimiter) != std::string_view::npos)
        return form_fault{"delimiter", R"("delimiter" is one byte, as ";" or "\t")"};
    if (!f.quotes.empty() && f.quotes != "loose" && f.quotes != "none")
        return form_fault{"quotes", R"("quotes" is "loose" or "none", where a quote inside a cell is text)"};
    if (!f.decimal.empty() && f.decimal != "." && f.decimal != ",")
        return form_fault{"decimal", R"("decimal" is "." or ",")"};
    if (!f.grouping.empty() && f.grouping == f.decimal)
        return form_fault{"grouping", R"("grouping" and "decimal" are one mark)"};
    if (!f.grouping.empty() && f.decimal.empty())
        return form_fault{"grouping", R"("grouping" needs "decimal" beside it)"};
    const bool has_paths = f.in == container::json || f.in == container::xml;
    if (has_paths && f.rows.empty())
        return form_fault{"container", R"(a form of JSON or XML says where its rows are: rows = "data/*")"};
    if (!has_paths && !f.rows.empty()) return form_fault{"rows", R"("rows" is of JSON and XML)"};
    if (f.blocks && (f.header.empty() || f.headings == 0))
        return form_fault{"blocks", R"("blocks" needs what the headings of each begin with: header = "Date")"};
    const auto fault_in = [](std::string_view key, const auto& read) -> std::optional<form_fault> {
        try {
            read();
        } catch (const error& e) {
            return form_fault{key, named(key) + ": " + e.message()};
        }
        return std::nullopt;
    };
    if (auto found = fault_in("fiscal", [&] {
            if (!f.fiscal.empty()) (void)parse_fiscal_years(f.fiscal);
        }))
        return found;
    if (auto found = fault_in("date", [&] {
            for (const std::string& each : f.date) check_days(each);
        }))
        return found;
    const auto fault_in_patterns = [&](std::string_view key, const texts& patterns) {
        return fault_in(key, [&] {
            for (const std::string& each : patterns) {
                const pattern made(each);
                for (const std::string_view part : made.names()) refuse_slip(part);
            }
        });
    };
    if (auto found = fault_in_patterns("wide", f.wide)) return found;
    if (auto found = fault_in_patterns("title", f.title)) return found;
    for (const auto& each : f.parts)
        if (auto found = fault_in_patterns("parts", each.second)) return found;
    return fault_in("columns", [&] {
        for (const auto& [field, names] : f.columns) refuse_slip(field);
    });
}

void say(form& of, std::string_view key, std::string_view text) {
    for (const auto& [name, member] : line_keys)
        if (name == key) return void(of.*member = std::string(text));
    for (const auto& [name, member] : list_keys)
        if (name == key) return (of.*member).push_back(std::string(text));
    for (const auto& [name, member] : map_keys) {
        if (name != key) continue;
        if (add_pairs(text, of.*member)) return;
        throw parse_error("NAME = WHAT, and perhaps more of them after commas", std::string(text), 0);
    }
    if (is_one_of(key, constant_keys)) return void(of.constants.insert_or_assign(std::string(key), std::string(text)));
    if (key == "columns") {
        std::map<std::string, std::string, std::less<>> pairs;
        if (!add_pairs(text, pairs))
            throw parse_error("FIELD=HEADING, and perhaps more of them after commas", std::string(text), 0);
        for (const auto& [field, heading] : pairs) {
            const bool is_number = heading.find_first_not_of("0123456789") == std::string::npos && heading.size() < 6;
            of.columns.insert_or_assign(
                field, std::vector{is_number ? column_name{{}, std::stoul(heading)} : column_name{heading}});
        }
        return;
    }
    throw parse_error("a key of a form", std::string(key), 0);
}

form parse_form(std::string_view toml, const std::string& file, const std::string& name) {
    return form_reader(toml, file).read(name, file);
}

} // namespace io
CAMBIST_END
