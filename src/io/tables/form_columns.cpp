// SPDX-License-Identifier: MIT
#include "form_columns.hpp"

#include "../text/text.hpp"
#include "../text/words.hpp"

#include <cambist/numbers/detail/numeral.hpp>

#include <algorithm>
#include <utility>

CAMBIST_BEGIN
namespace io {

namespace {

using cambist::detail::is_digit;

// That no two currencies share.
constexpr std::pair<std::string_view, std::string_view> signs[] = {
    {"\xe2\x82\xac", "EUR"}, {"euro", "EUR"}, {"euros", "EUR"}, {"US$", "USD"}, {"A$", "AUD"},
    {"C$", "CAD"},           {"HK$", "HKD"},  {"NZ$", "NZD"},   {"S$", "SGD"},  {"z\xc5\x82", "PLN"}};

// What a row of JSON or XML is called, which is no column of the file.
constexpr std::string_view name_of_row = "*";

} // namespace

form_columns::form_columns(const form& by, cell_source& cells) : by_(by), cells_(cells), text_(by) {
    is_day_ = [this](std::string_view text) { return text_.is_day(text); };
    for (const std::string& each : by.wide) wide_patterns_.emplace_back(each);
    for (const auto& [column, patterns] : by.parts) {
        part_patterns_.emplace_back(column, std::vector<pattern>());
        for (const std::string& each : patterns) part_patterns_.back().second.emplace_back(each);
    }
    for (const auto& [name, code] : by.names) folded_names_.emplace(folded(name), code);
}

std::optional<std::size_t> form_columns::find(const column_name& name) {
    if (name.number != 0)
        return name.number <= cells_.headings().size() ? std::optional(name.number - 1) : std::nullopt;
    const auto found = by_heading_.find(folded(name.heading));
    if (found == by_heading_.end()) return find_by_pattern(name.heading);
    if (found->second != cells_.headings().size()) return found->second;
    refuse<csv_error>(cells_.place(),
                      "two columns are named " + detail::quoted(name.heading) + "; say the number of the one");
}

// Where there are no headings, a name is a number.
column_name form_columns::column_called(const std::string& name) const {
    const bool is_number = by_.headings == 0 && name.size() < 6 && std::all_of(name.begin(), name.end(), is_digit);
    return is_number && !name.empty() ? column_name{{}, std::stoul(name)} : column_name{name};
}

std::optional<std::size_t> form_columns::find_by_pattern(const std::string& heading) {
    if (heading.find('{') == std::string::npos) return std::nullopt;
    const pattern sought(heading);
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < cells_.headings().size(); ++i) {
        auto parts = sought.match(cells_.headings()[i]);
        if (!parts) continue;
        if (found)
            refuse<csv_error>(cells_.place(), detail::quoted(heading) + " is the heading of two columns, " +
                                                  detail::quoted(cells_.headings()[*found]) + " and " +
                                                  detail::quoted(cells_.headings()[i]) + "; say the number of the one");
        found = i;
        named_parts_.push_back({i, std::move(*parts)});
    }
    return found;
}

std::string form_columns::known_headings() const {
    std::string known;
    for (const std::string& each : cells_.headings())
        if (!each.empty() && known.size() < 300) (known += known.empty() ? "" : ", ") += detail::quoted(each);
    return known;
}

// A heading that the form names, and the table does not have: what was meant would be left out in silence.
void form_columns::refuse_missing(const column_name& name, std::string_view key) const {
    if (name.number != 0)
        refuse<csv_error>(cells_.place(), "there is no column " + std::to_string(name.number) + ", only " +
                                              std::to_string(cells_.headings().size()) + " (" + std::string(key) +
                                              " = ...)");
    std::vector<std::string_view> names;
    for (const auto& [known, heading] : met_headings_) names.push_back(known);
    constexpr std::size_t longest = 60;
    const auto nearest = met_headings_.find(nearest_to(folded(name.heading), names, longest));
    const std::string meant = nearest == met_headings_.end() ? "; there are " + known_headings()
                                                             : "; did you mean " + as_written(nearest->second) + "?";
    refuse<csv_error>(cells_.place(), "no column is named " + detail::quoted(name.heading) + ", as the form says (" +
                                          std::string(key) + " = \"...\")" + meant);
}

// Whether a column's text is taken apart into fields, rather than chosen by.
bool form_columns::has_parts(std::size_t index) const {
    const auto has_some = [](const pattern& each) { return !each.names().empty(); };
    return std::any_of(taken_apart_.begin(), taken_apart_.end(), [&](const auto& each) {
        return each.index == index && std::any_of(each.patterns->begin(), each.patterns->end(), has_some);
    });
}

// Nothing where the table has none of them: the row is asked, and refused where it needs it.
std::vector<std::size_t> form_columns::columns_of(std::string_view field) {
    std::vector<std::size_t> found;
    const auto stated = by_.columns.find(field);
    if (stated == by_.columns.end()) {
        const auto own = find({std::string(field), 0}); // unless it is another's, or of parts
        if (!own || is_stated_[*own] || has_parts(*own)) return found;
        if (by_.constants.contains(field))
            refuse<csv_error>(cells_.place(), "a column " + detail::quoted(cells_.headings()[*own]) +
                                                  ", where the form says the " + std::string(field) +
                                                  " itself; say which counts (columns." + std::string(field) +
                                                  " = false)");
        found.push_back(*own);
        return found;
    }
    for (const column_name& each : stated->second)
        if (const auto index = find(each)) found.push_back(*index);
    return found;
}

void form_columns::lay_out() {
    end_table();
    table_ = cells_.table();
    by_heading_.clear();
    fields_.clear();
    wide_.clear();
    unfit_.clear();
    named_parts_.clear();
    taken_apart_.clear();
    repeated_.clear();
    const std::vector<std::string>& headings = cells_.headings();
    is_taken_.assign(headings.size(), false);
    is_stated_.assign(headings.size(), false);
    is_own_.assign(headings.size(), false);
    for (std::size_t i = 0; i < headings.size(); ++i) {
        const std::string name = folded(headings[i]);
        if (!name.empty()) met_headings_.emplace(name, headings[i]);
        if (name.empty() || by_heading_.emplace(name, i).second) continue;
        by_heading_[name] = headings.size(); // of several; refused if it is asked for
    }
    // Tables of other containers have the columns that some row has.
    const bool has_all = by_.in == container::csv && by_.headings != 0 && !by_.blocks;
    std::vector<bool> is_used(headings.size());
    const auto use = [&](const column_name& name, const std::string& key) {
        const auto index = find(name);
        if (index) is_used[*index] = true;
        else if (has_all && !key.empty()) refuse_missing(name, key);
        if (!key.empty()) note_column(name, key, index.has_value());
        return index;
    };
    for (const auto& [field, names] : by_.columns)
        for (const column_name& each : names)
            if (const auto index = use(each, "columns." + field)) is_stated_[*index] = true;
    for (const std::string_view own : own_names)
        if (!by_.columns.contains(own))
            if (const auto index = use({std::string(own), 0}, "")) is_own_[*index] = true;
    for (const auto& [column, patterns] : part_patterns_)
        taken_apart_.push_back({use(column_called(column), "parts"), column, &patterns});
    for (const column_name& each : by_.repeats)
        if (const auto index = use(each, "")) repeated_.push_back({*index});
    lay_out_wide(is_used);
    headings_ = headings;
}

void form_columns::lay_out_wide(const std::vector<bool>& is_used) {
    const std::vector<std::string>& headings = cells_.headings();
    for (std::size_t i = 0; i < headings.size() && !wide_patterns_.empty(); ++i) {
        if (is_used[i] || headings[i].empty()) continue;
        if (auto parts = match_first(wide_patterns_, headings[i], is_day_)) wide_.push_back({i, std::move(*parts)});
        else if (headings[i] != name_of_row) unfit_.push_back(i);
    }
}

std::vector<bool> form_columns::are_taken() const {
    std::vector<bool> all = is_taken_;
    for (const apart& each : taken_apart_)
        if (each.index) all[*each.index] = true;
    for (const wide_column& each : wide_) all[each.index] = true;
    return all;
}

std::string form_columns::heading_of(std::size_t index) const {
    return by_.headings == 0 && by_.in == container::csv ? "column " + std::to_string(index + 1) : headings_[index];
}

std::vector<std::size_t> form_columns::untaken() const {
    const std::vector<bool> is_taken = are_taken();
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < is_taken.size(); ++i)
        if (!is_taken[i] && !heading_of(i).empty()) all.push_back(i);
    return all;
}

// A table of which no row is taken has its rows left out, and not its columns.
void form_columns::end_table() {
    if (!has_taken_row_) return;
    const std::vector<bool> is_taken = are_taken();
    for (std::size_t i = 0; i < is_taken.size(); ++i)
        if (is_taken[i]) taken_headings_.insert(heading_of(i));
    for (const std::size_t index : unfit_) ++left_out_.columns[heading_of(index)];
    const bool is_wide = !wide_patterns_.empty(); // then the others are those that no pattern fits
    for (const std::size_t index : untaken())
        if (is_wide ? is_own_[index] : headings_[index] != name_of_row) ++left_out_.columns[heading_of(index)];
    has_taken_row_ = false;
}

left_out_counts form_columns::left_out() {
    end_table();
    left_out_counts all = left_out_;
    for (const std::string& each : taken_headings_) all.columns.erase(each); // which another row has no use for
    for (const auto& [what, count] : cells_.passed_over()) all.rows[what] += count;
    return all;
}

// Whether a column that the form names stands in some table: in others it may be missing.
void form_columns::note_column(const column_name& name, const std::string& key, bool is_there) {
    const auto [at, is_new] = stated_.try_emplace({key, name.heading, name.number}, is_there);
    if (!is_new) at->second = at->second || is_there;
}

// In JSON and XML what nothing has is not written; that is refused of what says what a number is, and else counted.
void form_columns::check_stated() {
    if (table_ != 0 && !by_.title.empty() && !cells_.has_met_title())
        refuse<csv_error>(cells_.place(),
                          "no line outside of the table is as " + as_written(by_.title.front()) + " (title = \"...\")");
    constexpr std::string_view telling[] = {"amount", "debit", "credit", "currency", "in",   "unit", "power",
                                            "rate",   "base",  "quote",  "date",     "year", "parts"};
    const bool is_tree = by_.in == container::json || by_.in == container::xml;
    for (const auto& [column, is_there] : stated_) {
        const auto& [key, heading, number] = column;
        if (is_there) continue;
        if (!is_tree || is_one_of(std::string_view(key).substr(key.find('.') + 1), telling))
            refuse_missing({heading, number}, key);
        ++left_out_.columns["no column " + heading];
    }
}

bool form_columns::next() {
    while (cells_.next()) {
        if (table_ != cells_.table()) lay_out();
        repeat();
        if (is_total()) {
            if (check_total_) check_total_();
        } else if (take_apart()) {
            return has_taken_row_ = true;
        }
    }
    check_stated();
    return false;
}

void form_columns::repeat() {
    for (repeated& each : repeated_) {
        const cell now = at(each.index);
        if (now.text.empty()) continue;
        each.text = std::string(now.text);
        each.at = now;
    }
}

// By the first cell that says something.
bool form_columns::is_total() const {
    if (by_.totals.empty()) return false;
    const auto row = cells_.row();
    const auto first = std::find_if(row.begin(), row.end(), [](const cell& each) { return !each.text.empty(); });
    const std::string text = first == row.end() ? "" : folded(first->text);
    return std::any_of(by_.totals.begin(), by_.totals.end(),
                       [&](const std::string& each) { return text.starts_with(folded(each)); });
}

bool form_columns::take_apart() {
    parts_.clear();
    for (const apart& each : taken_apart_) {
        const cell whole = each.index ? at(*each.index) : cell(); // which is not in each row of JSON, nor in each sheet
        auto found = match_first(*each.patterns, whole.text, is_day_);
        if (!found) found = match_first(*each.patterns, whole.text); // whose date is refused where it is read
        if (!found) {
            ++left_out_.rows[whole.text.empty() ? "rows without " + std::string(each.column) : std::string(whole.text)];
            return false;
        }
        for (pattern::found& part : *found) parts_[part.name] = {std::move(part.text), whole};
    }
    return true;
}

cell form_columns::at(std::size_t index) const { return index < cells_.row().size() ? cells_.row()[index] : cell(); }

const std::vector<std::size_t>& form_columns::columns(std::string_view field) {
    const auto known = fields_.find(field);
    if (known != fields_.end()) return known->second;
    const std::vector<std::size_t>& found = fields_.emplace(field, columns_of(field)).first->second;
    for (const std::size_t each : found) is_taken_[each] = true;
    return found;
}

std::optional<std::size_t> form_columns::sole_column(std::string_view name) {
    const std::vector<std::size_t>& all = columns(name);
    const auto is_repeated = [&](const repeated& each) { return each.index == all.front(); };
    if (!taken_apart_.empty() || !named_parts_.empty() || !by_.title.empty() || all.size() != 1) return std::nullopt;
    return std::none_of(repeated_.begin(), repeated_.end(), is_repeated) ? std::optional(all.front()) : std::nullopt;
}

std::optional<said> form_columns::field(std::string_view name) {
    if (const auto part = parts_.find(name); part != parts_.end()) return part->second;
    said all;
    for (const std::size_t index : columns(name)) {
        cell one = at(index);
        for (const repeated& each : repeated_) {
            if (each.index != index) continue;
            one = each.at;
            one.text = each.text;
        }
        const std::string text(one.text);
        if (text.empty() || text_.says_nothing({text, 0, 0, false})) continue;
        if (all.text.empty()) all.at = one;
        else all.text += ' ';
        all.text += text;
    }
    if (!all.text.empty()) return all;
    for (const wide_column& each : named_parts_)
        if (const std::string* part = name == "in" ? nullptr : each.part(name)) return said{*part, at(each.index)};
    if (const auto* stated = cells_.stated(name)) return said{stated->first, stated->second};
    const bool is_day = name == "date";
    if (const auto constant = by_.constants.find(is_day ? "day" : name); constant != by_.constants.end())
        return said{constant->second, {{}, 0, 0, is_day}}; // as 2024-05-29
    return std::nullopt;
}

std::optional<said> form_columns::field(std::string_view name, const wide_column& of) {
    if (const std::string* part = of.part(name)) return said{*part, at(of.index)};
    return field(name);
}

std::optional<said> form_columns::in_heading(std::string_view part, std::string_view field) {
    const std::vector<std::size_t>& of = columns(field);
    for (const wide_column& each : named_parts_) {
        const std::string* text = each.part(part);
        if (text != nullptr && std::find(of.begin(), of.end(), each.index) != of.end())
            return said{*text, at(each.index)};
    }
    return std::nullopt;
}

said form_columns::required(std::string_view name, const wide_column* of) {
    if (auto value = of != nullptr ? field(name, *of) : field(name)) return *std::move(value);
    refuse<csv_error>(cells_.place(), "nothing says the " + std::string(name) +
                                          " of this row; the form says in which column it is (columns." +
                                          std::string(name) + " = \"...\"; --columns " + std::string(name) +
                                          "=...); there are " + known_headings());
}

std::string form_columns::name_of(std::string_view text) const {
    const auto known = folded_names_.find(folded(text));
    if (known != folded_names_.end()) return known->second;
    for (const auto& [sign, code] : signs)
        if (folded(text) == folded(sign)) return std::string(code);
    return std::string(text);
}

} // namespace io
CAMBIST_END
