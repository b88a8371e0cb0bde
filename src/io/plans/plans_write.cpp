// SPDX-License-Identifier: MIT
#include <cambist/io/plans.hpp>
#include <cambist/text/detail/toml.hpp>
#include <cambist/text/parse.hpp>

#include "plan_schema.hpp"
#include "plan_text.hpp"

#include <array>
#include <set>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

using cambist::detail::toml_string;

// A key of a plan and its value.
struct stated_value {
    std::string_view key;
    std::vector<std::string> texts{};
    bool is_list = false;
    bool is_text = true;             // which TOML puts between quotes
    std::vector<std::string> days{}; // of instalments, parallel to their amounts
};

[[noreturn]] void refuse_plan(const plan& p, const std::string& why) {
    throw plan_write_error("plan " + cambist::detail::quoted(p.id) + " cannot be written: " + why);
}

// The amount's own words, where they are read as it: other readers' and a computed amount's are not.
std::string text_of(const plan& p, const figure& f) {
    try {
        if (parse_figure(f.words(), currency_set({f.currency()})) == f) return f.words();
    } catch (const error&) {
    }
    if (auto words = to_words(f)) return *std::move(words);
    refuse_plan(p, "no words are read as its amount, which " +
                       (f.words().empty() ? "has none" : cambist::detail::quoted(f.words()) + " is not"));
}

// ---- plans

std::vector<stated_value> all_of(const plan& p) {
    std::vector<stated_value> all;
    const auto is_assumed = [&](std::string_view key) {
        return std::find(p.assumed.begin(), p.assumed.end(), key) != p.assumed.end();
    };
    const auto text = [&](std::string_view key, std::string value) {
        if (!value.empty()) all.push_back({key, {std::move(value)}});
    };
    const auto date = [&](std::string_view key, const std::optional<partial_date>& value) {
        if (value) text(key, to_string(*value));
    };
    const auto word = [&](std::string_view key, std::string_view value, bool is_default) {
        if (!is_default || is_assumed(key)) text(key, std::string(value));
    };
    const auto list = [&](std::string_view key, std::vector<std::string> values) {
        if (!values.empty()) all.push_back({key, std::move(values), true});
    };
    text("id", p.id);
    word("kind", to_string(p.kind), p.kind == plan_kind::plan);
    if (!p.confirmed) all.push_back({.key = "confirmed", .texts = {"false"}, .is_text = false});
    text("project", p.project);
    text("holder", p.holder);
    text("country", p.country);
    text("amount", text_of(p, p.amount));
    if (p.also) text("also", text_of(p, *p.also));
    date("from", p.from);
    date("to", p.to);
    if (p.phased != phasing::unstated) text("phasing", std::string(to_string(p.phased)));
    std::vector<std::string> weights;
    for (const exact& each : p.profile) weights.push_back(to_string(each));
    list("profile", std::move(weights));
    if (!p.instalments.empty()) {
        stated_value& paid = all.emplace_back(stated_value{"instalments", {}, true});
        for (const instalment& each : p.instalments) {
            paid.days.push_back(to_string(each.on));
            paid.texts.push_back(text_of(p, each.amount));
        }
    }
    word("status", to_string(p.status), p.status == plan_status::announced);
    date("status_since", p.status_since);
    date("announced", p.announced);
    date("valued", p.valued);
    list("supersedes", p.supersedes);
    text("adds_to", p.adds_to);
    text("restates", p.restates);
    list("assumed", p.assumed);
    text("note", p.note);
    text("source", p.source);
    return all;
}

bool same_amount(const figure& a, const figure& b) {
    return a.currency() == b.currency() && a.value() == b.value() && a.bounds() == b.bounds() &&
           a.stated() == b.stated();
}
bool same(const plan& a, const plan& b) {
    const auto same_instalments = [&] {
        return std::equal(
            a.instalments.begin(), a.instalments.end(), b.instalments.begin(), b.instalments.end(),
            [](const instalment& x, const instalment& y) { return x.on == y.on && same_amount(x.amount, y.amount); });
    };
    return a.id == b.id && same_amount(a.amount, b.amount) && a.project == b.project && a.holder == b.holder &&
           a.country == b.country && a.kind == b.kind && a.confirmed == b.confirmed && a.status == b.status &&
           a.from == b.from && a.to == b.to && a.phased == b.phased && a.profile == b.profile && same_instalments() &&
           a.announced == b.announced && a.valued == b.valued && a.status_since == b.status_since &&
           a.also.has_value() == b.also.has_value() && (!a.also || same_amount(*a.also, *b.also)) &&
           a.supersedes == b.supersedes && a.adds_to == b.adds_to && a.restates == b.restates &&
           a.assumed == b.assumed && a.note == b.note && a.source == b.source;
}

// Reads the written text again: a plan that no reader would take, or take for another, is none to write.
template <class Read>
void check(const std::vector<plan>& plans, Read read) {
    plan_file again;
    try {
        again = read();
    } catch (const error& e) {
        throw plan_write_error(std::string("what would be written cannot be read, ") + e.what());
    }
    for (std::size_t i = 0; i < plans.size(); ++i) {
        if (i >= again.plans.size() || !same(plans[i], again.plans[i]))
            refuse_plan(plans[i], "it would not be read as what it is");
    }
}

// ---- forms

std::string toml_value(const stated_value& s) {
    if (!s.is_list) return s.is_text ? toml_string(s.texts[0]) : s.texts[0];
    std::string list = "[";
    for (std::size_t i = 0; i < s.texts.size(); ++i) {
        list += i == 0 ? "" : ", ";
        list += s.days.empty() ? toml_string(s.texts[i])
                               : "{ on = " + toml_string(s.days[i]) + ", amount = " + toml_string(s.texts[i]) + " }";
    }
    return list + "]";
}

std::string csv_value(const stated_value& s) {
    std::string cell = s.texts[0];
    if (s.is_list) {
        cell.clear();
        for (std::size_t i = 0; i < s.texts.size(); ++i) {
            cell += i == 0 ? "" : "; ";
            const std::string element = (s.days.empty() ? "" : s.days[i] + ": ") + s.texts[i];
            for (std::size_t at = 0; at < element.size(); ++at) {
                const bool is_outer = at == 0 || at + 1 == element.size();
                if (element[at] == ';' || element[at] == '\\' || (element[at] == ' ' && is_outer)) cell += '\\';
                cell += element[at];
            }
        }
    }
    if (needs_guard(cell)) cell.insert(0, "'");
    return csv_cell(std::move(cell));
}

// Those that are not of ISO 4217.
std::vector<currency> own_currencies(const plan_file& file, const std::vector<plan>& plans) {
    std::vector<currency> own;
    std::set<currency> seen;
    const auto add = [&](const currency& c) {
        const currency_facts* known = find_currency(c.code());
        if (known != nullptr && known->currency == c) return;
        if (seen.insert(c).second) own.push_back(c);
    };
    for (const currency& c : file.currencies.own()) add(c);
    for (const currency& c : file.pivots) add(c);
    for (const rate& r : file.rates) {
        add(r.base().currency());
        add(r.quote().currency());
    }
    for (const plan& p : plans) {
        add(p.amount.currency());
        if (p.also) add(p.also->currency());
    }
    return own;
}

// The title, currencies and rates of a file, in the cells of a plan that come nearest.
std::vector<std::vector<stated_value>> rows_beside_plans(const plan_file& file, const std::vector<plan>& plans) {
    std::vector<std::vector<stated_value>> rows;
    const auto add = [&](std::string_view kind) -> std::vector<stated_value>& {
        return rows.emplace_back(std::vector<stated_value>{{"kind", {std::string(kind)}}});
    };
    if (!file.title.empty()) add("title").push_back({"note", {file.title}});
    for (const currency& c : own_currencies(file, plans)) {
        std::vector<stated_value>& row = add("currency");
        row.push_back({"id", {c.code()}});
        if (c.has_minor_unit()) row.push_back({"amount", {std::to_string(c.digits())}});
    }
    for (const currency& c : file.pivots) add("pivot").push_back({"id", {c.code()}});
    for (const rate& r : file.rates) {
        std::vector<stated_value>& row = add("rate");
        row.push_back({"amount", {to_string(r)}});
        if (r.day()) row.push_back({"from", {to_string(*r.day())}});
        if (r.published()) row.push_back({"announced", {to_string(*r.published())}});
        if (!r.source().empty()) row.push_back({"source", {r.source()}});
    }
    return rows;
}

std::string csv_of(const plan_file& file, const std::vector<plan>& plans) {
    std::array<bool, std::size(plan_keys)> used{};
    std::vector<std::array<std::string, std::size(plan_keys)>> rows;
    const auto index_of = [](std::string_view key) {
        return static_cast<std::size_t>(std::find(std::begin(plan_keys), std::end(plan_keys), key) -
                                        std::begin(plan_keys));
    };
    used[index_of("id")] = used[index_of("amount")] = true;
    const auto add = [&](const std::vector<stated_value>& all) {
        auto& row = rows.emplace_back();
        for (const stated_value& each : all) {
            used[index_of(each.key)] = true;
            row[index_of(each.key)] = csv_value(each);
        }
    };
    for (const std::vector<stated_value>& row : rows_beside_plans(file, plans)) add(row);
    for (const plan& p : plans) add(all_of(p));
    std::string text;
    const auto line = [&](const auto& cells) {
        std::string_view before;
        for (std::size_t i = 0; i < std::size(plan_keys); ++i) {
            if (!used[i]) continue;
            (text += before) += cells[i];
            before = ",";
        }
        text += '\n';
    };
    line(plan_keys);
    for (const auto& row : rows) line(row);
    check(plans, [&] { return parse_plans_csv(text); });
    return text;
}

} // namespace

std::string to_plans_toml(const plan_file& file) {
    std::string text;
    const auto line = [&](std::string_view key, const std::string& value) { ((text += key) += " = ") += value + "\n"; };
    const std::vector<currency> own = own_currencies(file, file.plans);
    if (!file.title.empty()) line("title", toml_string(file.title));
    if (!file.pivots.empty()) {
        stated_value pivots{"pivots", {}, true};
        for (const currency& c : file.pivots) pivots.texts.push_back(c.code());
        line("pivots", toml_value(pivots));
    }
    for (const currency& c : own) {
        text += text.empty() ? "[[currency]]\n" : "\n[[currency]]\n";
        line("code", toml_string(c.code()));
        if (c.has_minor_unit()) line("digits", std::to_string(c.digits()));
    }
    for (const rate& r : file.rates) {
        text += text.empty() ? "[[rate]]\n" : "\n[[rate]]\n";
        line("quote", toml_string(to_string(r)));
        if (r.day()) line("day", to_string(*r.day()));
        if (!r.source().empty()) line("source", toml_string(r.source()));
        if (r.published()) line("published", to_string(*r.published()));
    }
    for (const plan& p : file.plans) {
        text += text.empty() ? "[[plan]]\n" : "\n[[plan]]\n";
        for (const stated_value& each : all_of(p)) line(each.key, toml_value(each));
    }
    check(file.plans, [&] { return parse_plans_toml(text); });
    return text;
}

std::string to_plans_csv(const plan_file& file) { return csv_of(file, file.plans); }

std::string to_plans_csv(const std::vector<plan>& plans) { return csv_of({}, plans); }

} // namespace io
CAMBIST_END
