// SPDX-License-Identifier: MIT
#include "tree.hpp"

#include "../formats/xml.hpp"
#include "../text/encoding.hpp"
#include "../text/text.hpp"
#include "form_columns.hpp"

#include <algorithm>
#include <map>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

std::vector<std::string> parts_of(std::string_view path) {
    std::vector<std::string> parts;
    while (!path.empty()) {
        const std::string_view part = path.substr(0, path.find('/'));
        if (!part.empty()) parts.emplace_back(part);
        path.remove_prefix(std::min(part.size() + 1, path.size()));
    }
    return parts;
}

// The paths that a form names.
std::vector<std::string> paths_of(const form& by) {
    std::set<std::string> all(std::begin(own_names), std::end(own_names));
    all.insert("rate");
    all.erase("id");    // what rows stand in has one of its own,
    all.erase("total"); // and a total of all
    for (const auto& [field, names] : by.columns)
        for (const column_name& each : names) all.insert(each.heading);
    for (const auto& [column, patterns] : by.parts) all.insert(column);
    return {all.begin(), all.end()};
}

// Names of siblings that share one are numbered from 1, "Rate[2]".
std::vector<std::string> names_of_children(const tree_node& of) {
    std::map<std::string_view, std::pair<std::size_t, std::size_t>> count;
    for (const tree_node& each : of.children) ++count[each.name].first;
    std::vector<std::string> names;
    for (const tree_node& each : of.children) {
        auto& [all, next] = count[each.name];
        names.push_back(all == 1 ? each.name : each.name + "[" + std::to_string(++next) + "]");
    }
    return names;
}

// A path that begins above the row, "../../@day", without its steps up; and how many they are.
std::pair<std::string_view, std::size_t> without_steps_up(std::string_view path) {
    std::size_t steps = 0;
    for (; path.starts_with("../"); ++steps) path.remove_prefix(3);
    return {path, steps};
}

// What stands at a path, of siblings of one name the first.
const tree_node* node_at(const tree_node& from, std::string_view path) {
    const tree_node* at = &from;
    for (const std::string& part : parts_of(path)) {
        const auto child = std::find_if(at->children.begin(), at->children.end(),
                                        [&](const tree_node& each) { return each.name == part; });
        if (child == at->children.end()) return nullptr;
        at = &*child;
    }
    return at;
}
const tree_node* leaf_at(const tree_node& from, std::string_view path) {
    const tree_node* at = node_at(from, path);
    return at != nullptr && at->is_leaf ? at : nullptr;
}
const tree_node* list_at(const tree_node& from, std::string_view path) {
    const tree_node* at = path.empty() ? nullptr : node_at(from, path);
    return at != nullptr && at->is_list && at != &from ? at : nullptr;
}

} // namespace

rows_of_tree::rows_of_tree(const form& by, std::string text, const std::string& file)
    : cell_source(file), by_(by), text_(std::move(text)),
      root_(by.in == container::xml ? read_xml(text_, file) : read_json(text_, file)), path_(parts_of(by.rows)),
      from_root_(by.in == container::json || by.rows.starts_with('/')), wanted_(paths_of(by)) {
    for (std::size_t end = text_.find('\n'); end != std::string::npos; end = text_.find('\n', end + 1))
        line_starts_.push_back(end + 1);
    enter(root_);
}

// By what stands on the stack below the root of a file; XML's root is an element with a name.
bool rows_of_tree::is_at(std::size_t steps) const {
    const std::size_t named = stack_.size() - 1;
    if (from_root_ ? named != steps : named < steps) return false;
    for (std::size_t i = 0; i < steps; ++i) {
        const std::string& name = stack_[stack_.size() - steps + i].of->name;
        if (path_[i] != "*" && path_[i] != name) return false;
    }
    return true;
}

void rows_of_tree::enter(const tree_node& of) {
    stack_.push_back({&of});
    if (has_come_near_) return;
    const auto any = std::find(path_.begin(), path_.end(), "*");
    has_come_near_ = is_at(static_cast<std::size_t>(any - path_.begin()));
}

bool rows_of_tree::next() {
    while (!stack_.empty()) {
        scope& now = stack_.back();
        if (now.child == 0 && is_row()) {
            if (by_.parallel && listed_ == 0) find_lists(*now.of);
            if (by_.parallel && listed_ < length_) {
                take_list(listed_++);
                return true;
            }
            listed_ = 0;
            now.child = now.of->children.size() + 1;
            if (by_.parallel) continue;
            take(*now.of);
            stack_.pop_back();
            return true;
        }
        if (now.child >= now.of->children.size()) {
            stack_.pop_back();
            continue;
        }
        enter(now.of->children[now.child++]);
    }
    if (!has_come_near_)
        refuse<csv_error>({file()},
                          "nothing stands at " + detail::quoted(by_.rows) +
                              "; say where its rows are (rows = \"...\"), as \"data/*\"; the whole file is \"/\"");
    return false;
}

void rows_of_tree::take(const tree_node& of) {
    row_.clear();
    std::vector<std::string> names{"*"};
    row_.push_back(named_cell(of));
    add(of, "", names);
    inherit(stack_.size() - 1, names);
    head(std::move(names));
}

// Of lists side by side, what each has at a place.
void rows_of_tree::take_list(std::size_t number) {
    row_.clear();
    std::vector<std::string> names;
    for (const auto& [path, list] : lists_) {
        if (list->children.size() == length_) {
            add(list->children[number], path, names);
            continue;
        }
        names.push_back(path); // a column that says nothing
        row_.emplace_back();
    }
    inherit(stack_.size(), names);
    head(std::move(names));
}

// Those that the form names, wherever below they stand; they are of one length, and so are all where none is named or
// headings are patterns.
void rows_of_tree::find_lists(const tree_node& of) {
    lists_.clear();
    length_ = 0;
    for (const std::string& each : wanted_)
        if (const tree_node* list = list_at(of, each)) lists_.emplace_back(each, list);
    const std::size_t named = lists_.size();
    for (const tree_node& each : of.children) {
        const auto is_it = [&](const auto& known) { return known.second == &each; };
        if (each.is_list && std::none_of(lists_.begin(), lists_.end(), is_it)) lists_.emplace_back(each.name, &each);
    }
    const bool says_something = of.is_leaf || !of.children.empty();
    if (lists_.empty() && says_something)
        refuse<json_error>(place(cell_of(of)), "no lists of columns in " + detail::quoted(of.name) +
                                                   "; say what has them (rows = \"...\"; the whole file is \"/\")");
    const std::size_t told = named == 0 || !by_.wide.empty() ? lists_.size() : named;
    for (std::size_t i = 0; i < told; ++i) {
        const tree_node& each = *lists_[i].second;
        if (i != 0 && each.children.size() != length_)
            refuse<json_error>(place(cell_of(each)), "a list of " + std::to_string(each.children.size()) +
                                                         " beside one of " + std::to_string(length_) +
                                                         "; those of a table are of one length (parallel = true)");
        length_ = each.children.size();
    }
}

void rows_of_tree::add(const tree_node& of, const std::string& path, std::vector<std::string>& names) {
    const bool holds_rather_than_says = !of.children.empty() && without_blanks(of.text).empty();
    if (of.is_leaf && !holds_rather_than_says) {
        names.push_back(path.empty() ? "." : path);
        row_.push_back(cell_of(of));
    }
    const std::vector<std::string> children = names_of_children(of);
    for (std::size_t i = 0; i < children.size(); ++i)
        add(of.children[i], path.empty() ? children[i] : path + "/" + children[i], names);
}

cell rows_of_tree::cell_of(const tree_node& of) const {
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), of.offset);
    return {without_blanks(of.text), static_cast<std::size_t>(after - line_starts_.begin()),
            of.offset - *(after - 1) + 1, of.plain};
}
cell rows_of_tree::named_cell(const tree_node& of) const {
    cell name = cell_of(of);
    name.text = of.name;
    name.plain = false;
    return name;
}

// What of the wanted stands somewhere on the way to a row. Each step is looked through once.
const std::vector<cell>& rows_of_tree::found_in(std::size_t level) {
    std::vector<cell>& found = stack_[level].found;
    if (!found.empty()) return found;
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
        const auto [path, steps_up] = without_steps_up(wanted_[i]);
        const tree_node* leaf = path.empty() ? nullptr : leaf_at(*stack_[level].of, path);
        if (leaf != nullptr) found.push_back(cell_of(*leaf));
        else found.push_back(level == 0 || steps_up != 0 ? cell() : stack_[level - 1].found[i]);
    }
    return found;
}

void rows_of_tree::inherit(std::size_t levels, std::vector<std::string>& names) {
    for (std::size_t level = 0; level < levels; ++level) (void)found_in(level);
    const std::set<std::string> own(names.begin(), names.end());
    for (std::size_t i = 0; i < wanted_.size() && levels > 0; ++i) {
        const auto [path, steps_up] = without_steps_up(wanted_[i]);
        if (steps_up >= stack_.size()) continue;
        const scope& above = stack_[steps_up == 0 ? levels - 1 : stack_.size() - 1 - steps_up];
        const cell found = steps_up != 0 && path == "*" ? named_cell(*above.of) : above.found[i];
        if (found.text.empty() || own.contains(wanted_[i])) continue;
        names.push_back(wanted_[i]);
        row_.push_back(found);
    }
}

std::unique_ptr<cell_source> json_cells(const form& by, std::string_view bytes, const std::string& file) {
    return std::make_unique<rows_of_tree>(by, to_utf8(bytes, by.encoding, file), file);
}

} // namespace io
CAMBIST_END
