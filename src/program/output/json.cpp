// SPDX-License-Identifier: MIT
#include "output/json.hpp"

#include <cstdio>

namespace program {

namespace {

json day_or_null(const asked_day& day) { return day ? json(to_string(*day)) : json(); }

json sample_json(const sample& made) {
    json object;
    object["quotes"] = made.quotes;
    object["first"] = to_string(made.first);
    object["last"] = to_string(made.last);
    object["sources"] = array_of(made.sources, [](const sample::origin& each) {
        return json{{"source", text_or_null(each.source)},
                    {"file", text_or_null(each.file)},
                    {"basis", to_string(each.basis)},
                    {"quotes", each.quotes}};
    });
    object["by_law"] = array_of(made.laws, [](const sample::by_law& each) {
        return json{{"ratio", to_string(each.ratio)},
                    {"from", day_or_null(each.ratio.day())},
                    {"source", text_or_null(each.ratio.source())},
                    {"quotes", each.quotes},
                    {"days", each.days}};
    });
    object["of"] = made.of.empty() ? json() : json(made.of);
    return object;
}

json leg_json(const leg& l) {
    json object;
    object["quote"] = to_string(l.quote);
    object["direction"] = to_string(l.direction);
    object["basis"] = to_string(l.basis);
    object["requested"] = day_or_null(l.requested);
    object["effective"] = day_or_null(l.effective);
    object["age_days"] = l.age().count();
    object["made_from"] = l.made_from ? sample_json(*l.made_from) : json();
    object["source"] = text_or_null(l.quote.source());
    object["file"] = text_or_null(l.quote.where().file);
    object["line"] = line_or_null(l.quote.where());
    return object;
}

} // namespace

json exact_json(const exact& x) { return exact_text(x); }
json text_or_null(const std::string& text) { return text.empty() ? json() : json(text); }
json line_or_null(const citation& where) { return where.line == 0 ? json() : json(where.line); }

json amount_json(const currency& c, const std::optional<exact>& value, const std::optional<std::string>& rounded,
                 const interval& bounds) {
    json object;
    object["currency"] = to_string(c);
    object["exact"] = value ? exact_json(*value) : json();
    object["rounded"] = rounded ? json(*rounded) : json();
    object["low"] = bounds.low_end() == bound::infinite ? json() : exact_json(bounds.low());
    object["high"] = bounds.high_end() == bound::infinite ? json() : exact_json(bounds.high());
    object["low_closed"] = bounds.low_end() == bound::closed;
    object["high_closed"] = bounds.high_end() == bound::closed;
    return object;
}

json bounds_json(const currency& c, const interval& bounds) {
    return amount_json(c, std::nullopt, std::nullopt, bounds);
}

json figure_json(const figure& f) {
    std::optional<std::string> rounded;
    if (f.value() && f.currency().has_minor_unit()) rounded = to_decimal(*f.value(), {f.currency().digits()});
    json object = amount_json(f.currency(), f.value(), rounded, f.bounds());
    object["text"] = text_or_null(f.words());
    return object;
}

json find_json(const prose::find& f) {
    json object;
    object["text"] = f.amount.words();
    object["begin"] = f.begin;
    object["end"] = f.end;
    const json amount = amount_json(f.amount.currency(), f.amount.value(), std::nullopt, f.amount.bounds());
    for (const char* key : {"currency", "exact", "low", "high", "low_closed", "high_closed"})
        object[key] = amount.at(key);
    if (!f.amount.currency()) object["currency"] = json();
    object["qualifier"] = to_string(f.amount.stated());
    object["restates"] = f.restates ? json(*f.restates) : json();
    object["verdict"] = json();
    object["why"] = text_or_null(f.why());
    return object;
}

json legs_json(const std::vector<leg>& legs) { return array_of(legs, leg_json); }

void print(const json& document) {
    // Bytes that are no UTF-8 can only come from the command line; they are shown as the replacement character.
    const std::string text = document.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
    std::fwrite(text.data(), 1, text.size(), stdout);
}

} // namespace program
