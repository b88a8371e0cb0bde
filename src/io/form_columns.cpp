// SPDX-License-Identifier: MIT
#include "form_columns.hpp"

#include "text.hpp"
#include "words.hpp"

#include <algorithm>
#include <utility>

CAMBIST_BEGIN
namespace io {

form_columns::form_columns(const form& by, cell_source& cells) : by_(by), cells_(cells), text_(by) {
    for (const std::string& each : by.wide) wide_patterns_.emplace_back(each);
    for (const auto& [column, patterns] : by.parts) {
        part_patterns_.emplace_back(column, std::vector<pattern>());
        for (const std::string& each : patterns) part_patterns_.back().second.emplace_back(each);
    }
    for (const auto& [name, code] : by.names) folded_names_.emplace(folded(name), code);
}

std::optional<std::size_t> form_columns::find(const column_name& name) const {
    if (name.number != 0)
        return name.number <= cells_.headings().size() ? std::optional(name.number - 1) : std::nullopt;
    const auto found = by_heading_.find(folded(name.heading));
    if (found == by_heading_.end()) return std::nullopt;
    if (found->second != cells_.headings().size()) return found->second;
    refuse<csv_error>(cells_.place(),
                      "two columns are named " + detail::quoted(name.heading) + "; say the number of the one");
}

// Nothing where the table has none of them: the row is asked, and refused where it needs it.
std::vector<std::size_t> form_columns::columns_of(std::string_view field) {
    std::vector<std::size_t> found;
    const auto stated = by_.columns.find(field);
    if (stated == by_.columns.end()) {
        if (const auto own = find({std::string(field), 0})) found.push_back(*own);
        return found;
    }
    for (const column_name& each : stated->second)
        if (const auto index = find(each)) found.push_back(*index);
    return found;
}

void form_columns::lay_out() {
    table_ = cells_.table();
    by_heading_.clear();
    fields_.clear();
    wide_.clear();
    taken_apart_.clear();
    repeated_.clear();
    const std::vector<std::string>& headings = cells_.headings();
    for (std::size_t i = 0; i < headings.size(); ++i) {
        const std::string name = folded(headings[i]);
        if (name.empty() || by_heading_.emplace(name, i).second) continue;
        by_heading_[name] = headings.size(); // of several; refused if it is asked for
    }
    std::vector<bool> is_used(headings.size());
    const auto use = [&](const column_name& name) {
        const auto index = find(name);
        if (index) is_used[*index] = true;
        return index;
    };
    for (const auto& [field, names] : by_.columns)
        for (const column_name& each : names) (void)use(each);
    for (const char* own : {"date", "base", "quote", "unit", "power", "published", "currency"})
        if (!by_.columns.contains(own)) (void)use({own, 0});
    for (const auto& [column, patterns] : part_patterns_)
        if (const auto index = use({column, 0})) taken_apart_.emplace_back(*index, &patterns);
    for (const column_name& each : by_.repeats)
        if (const auto index = use(each)) repeated_.emplace_back(*index, "");
    if (wide_patterns_.empty()) return;
    for (std::size_t i = 0; i < headings.size(); ++i) {
        if (is_used[i] || headings[i].empty()) continue;
        if (auto parts = match_first(wide_patterns_, headings[i])) wide_.push_back({i, std::move(*parts)});
        else ++passed_over_[headings[i]];
    }
}

bool form_columns::next() {
    while (cells_.next()) {
        if (table_ != cells_.table()) lay_out();
        repeat();
        if (is_total()) {
            if (check_total_) check_total_();
        } else if (take_apart()) {
            return true;
        }
    }
    return false;
}

void form_columns::repeat() {
    for (auto& [index, last] : repeated_)
        if (const cell now = at(index); !now.text.empty()) last = std::string(now.text);
}

bool form_columns::is_total() const {
    const cell first = at(0);
    return std::any_of(by_.totals.begin(), by_.totals.end(),
                       [&](const std::string& each) { return first.text.starts_with(each); });
}

bool form_columns::take_apart() {
    parts_.clear();
    for (const auto& [index, patterns] : taken_apart_) {
        const cell whole = at(index);
        auto found = match_first(*patterns, whole.text);
        if (!found) {
            ++passed_over_[std::string(whole.text)];
            return false;
        }
        for (pattern::found& each : *found) parts_[each.name] = {std::move(each.text), whole};
    }
    return true;
}

cell form_columns::at(std::size_t index) const { return index < cells_.row().size() ? cells_.row()[index] : cell(); }

const std::vector<std::size_t>& form_columns::columns(std::string_view field) {
    const auto known = fields_.find(field);
    return known != fields_.end() ? known->second : fields_.emplace(field, columns_of(field)).first->second;
}

std::optional<std::size_t> form_columns::sole_column(std::string_view name) {
    const std::vector<std::size_t>& all = columns(name);
    const auto is_repeated = [&](const auto& each) { return each.first == all.front(); };
    if (!taken_apart_.empty() || all.size() != 1) return std::nullopt;
    return std::none_of(repeated_.begin(), repeated_.end(), is_repeated) ? std::optional(all.front()) : std::nullopt;
}

std::optional<said> form_columns::field(std::string_view name) {
    if (const auto part = parts_.find(name); part != parts_.end()) return part->second;
    said all;
    for (const std::size_t index : columns(name)) {
        cell one = at(index);
        std::string text(one.text);
        for (const auto& [repeated, last] : repeated_)
            if (repeated == index) text = last;
        if (text.empty() || text_.says_nothing({text, 0, 0, false})) continue;
        if (all.text.empty()) all.at = one;
        else all.text += ' ';
        all.text += text;
    }
    if (!all.text.empty()) return all;
    if (const auto constant = by_.constants.find(name); constant != by_.constants.end())
        return said{constant->second, {}};
    return std::nullopt;
}

std::optional<said> form_columns::field(std::string_view name, const wide_column& of) {
    for (const pattern::found& each : of.parts)
        if (each.name == name) return said{each.text, at(of.index)};
    return field(name);
}

said form_columns::required(std::string_view name, const wide_column* of) {
    if (auto value = of != nullptr ? field(name, *of) : field(name)) return *std::move(value);
    std::string known;
    for (const std::string& each : cells_.headings())
        if (!each.empty() && known.size() < 300) (known += known.empty() ? "" : ", ") += detail::quoted(each);
    refuse<csv_error>(cells_.place(), "nothing says the " + std::string(name) +
                                          " of this row; the form says in which column it is (columns." +
                                          std::string(name) + " = \"...\"; --columns " + std::string(name) +
                                          "=...); there are " + known);
}

std::string form_columns::name_of(std::string_view text) const {
    const auto known = folded_names_.find(folded(text));
    return known != folded_names_.end() ? known->second : std::string(text);
}

} // namespace io
CAMBIST_END
