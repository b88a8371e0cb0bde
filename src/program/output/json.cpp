// SPDX-License-Identifier: MIT
#include "output/json.hpp"

#include "output/say.hpp"

namespace program {

namespace {

json ends_json(const interval& bounds) {
    return {{"low", bounds.low_end() == bound::infinite ? json() : exact_json(bounds.low())},
            {"high", bounds.high_end() == bound::infinite ? json() : exact_json(bounds.high())},
            {"low_closed", bounds.low_end() == bound::closed},
            {"high_closed", bounds.high_end() == bound::closed}};
}

json day_or_null(const asked_day& day) { return day ? json(to_string(*day)) : json(); }

json origin_json(const sample::origin& each) {
    return {{"source", text_or_null(each.source)},
            {"file", text_or_null(each.file)},
            {"basis", to_string(each.basis)},
            {"quotes", each.quotes}};
}

json by_law_json(const sample::by_law& each) {
    return {{"ratio", to_string(each.ratio)},
            {"from", day_or_null(each.ratio.day())},
            {"source", text_or_null(each.ratio.source())},
            {"quotes", each.quotes},
            {"days", each.days}};
}

json sample_json(const sample& made) {
    return {{"quotes", made.quotes},
            {"first", to_string(made.first)},
            {"last", to_string(made.last)},
            {"sources", array_of(made.sources, origin_json)},
            {"by_law", array_of(made.laws, by_law_json)},
            {"of", made.of.empty() ? json() : json(made.of)}};
}

json leg_json(const leg& l) {
    return {{"quote", to_string(l.quote)},
            {"direction", to_string(l.direction)},
            {"basis", to_string(l.basis)},
            {"requested", day_or_null(l.requested)},
            {"effective", day_or_null(l.effective)},
            {"age_days", l.age().count()},
            {"made_from", l.made_from ? sample_json(*l.made_from) : json()},
            {"source", text_or_null(l.quote.source())},
            {"file", text_or_null(l.quote.where().file)},
            {"line", line_or_null(l.quote.where())}};
}

} // namespace

json exact_json(const exact& x) { return exact_text(x); }
json left_out_json(const io::left_out_counts& of) {
    return {{"rows", json(of.rows)}, {"columns", json(of.columns)}};
}

json text_or_null(const std::string& text) { return text.empty() ? json() : json(text); }
json line_or_null(const citation& where) { return where.line == 0 ? json() : json(where.line); }
json with(json object, const json& more) {
    object.update(more);
    return object;
}

json amount_json(const currency& c, const std::optional<exact>& value, const std::optional<std::string>& rounded,
                 const interval& bounds) {
    return with({{"currency", to_string(c)},
                 {"exact", value ? exact_json(*value) : json()},
                 {"rounded", rounded ? json(*rounded) : json()}},
                ends_json(bounds));
}

json amount_json(const figure& f) { return amount_json(f.currency(), f.value(), std::nullopt, f.bounds()); }

json bounds_json(const currency& c, const interval& bounds) {
    return amount_json(c, std::nullopt, std::nullopt, bounds);
}

json figure_json(const figure& f) {
    std::optional<std::string> rounded;
    if (f.value() && f.currency().has_minor_unit()) rounded = to_decimal(*f.value(), {f.currency().digits()});
    return with(amount_json(f.currency(), f.value(), rounded, f.bounds()), {{"text", text_or_null(f.words())}});
}

json find_json(const prose::find& f) {
    const json amount = with({{"text", f.amount.words()},
                              {"begin", f.begin},
                              {"end", f.end},
                              {"currency", text_or_null(to_string(f.amount.currency()))},
                              {"exact", f.amount.value() ? exact_json(*f.amount.value()) : json()}},
                             ends_json(f.amount.bounds()));
    return with(amount, {{"qualifier", to_string(f.amount.stated())},
                         {"restates", f.restates ? json(*f.restates) : json()},
                         {"verdict", json()},
                         {"why", text_or_null(f.why())}});
}

json legs_json(const std::vector<leg>& legs) { return array_of(legs, leg_json); }

namespace {

constexpr int most_lines = 2; // deep

// Bytes that are no UTF-8 can only come from the command line; they are shown as the replacement character.
std::string dumped(const json& value, int indent = -1) {
    return printable_json(value.dump(indent, ' ', false, json::error_handler_t::replace));
}

} // namespace

void print(const json& document) { put(dumped(document, 2) + "\n"); }

void json_writer::item(std::string_view name, const json& value) {
    begin(name);
    put(dumped(value));
}

void json_writer::items(const json& object) {
    for (const auto& [name, value] : object.items()) item(name, value);
}

void json_writer::open(std::string_view name, char bracket) {
    begin(name);
    put({&bracket, 1});
    ++depth_;
    is_first_ = true;
}

void json_writer::close(char bracket) {
    --depth_;
    if (!is_first_ && depth_ < most_lines) new_line();
    put({&bracket, 1});
    is_first_ = false;
    if (depth_ == 0) put("\n");
}

void json_writer::begin(std::string_view name) {
    if (!is_first_) put(",");
    is_first_ = false;
    if (depth_ > 0 && depth_ <= most_lines) new_line();
    if (!name.empty()) put(dumped(name) + (depth_ <= most_lines ? ": " : ":"));
}

void json_writer::new_line() const { put("\n" + std::string(2 * static_cast<std::size_t>(depth_), ' ')); }

} // namespace program
