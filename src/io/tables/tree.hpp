// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: JSON and XML as one kind of tree, and its rows.

#include "../text/text.hpp"
#include "cells.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

CAMBIST_BEGIN
namespace io {

/// The most values within values that JSON may have.
inline constexpr int max_json_depth = 64;

/// The most values that a file of JSON or XML has, elements and attributes counted: in memory each is a hundred bytes.
inline constexpr std::size_t max_tree_nodes = 5'000'000;

/// A value of JSON: a member's name is its key, an element's its number from 0. Or an element of XML, whose attributes
/// are children named with an @ before them.
struct tree_node {
    std::string name{};
    std::string text{};
    std::vector<tree_node> children{};
    std::size_t offset = 0; ///< where it stands
    bool is_leaf = true;    ///< a value with a text
    bool plain = false;     ///< a number of JSON
    bool is_list = false;   ///< an array of JSON
};

/// One more, at `place()`. \throws limit_error for one too many
template <class Place>
void count_node(std::size_t& nodes, Place place) {
    if (++nodes > max_tree_nodes) {
        refuse<limit_error>(place(), "more than " + std::to_string(max_tree_nodes) +
                                         " values in a file of JSON or XML; split it, or ask for it as CSV");
    }
}

/// A child by its name; null if there is none.
inline const tree_node* child_of(const tree_node* of, std::string_view name) {
    if (of == nullptr) return nullptr;
    const auto found = std::find_if(of->children.begin(), of->children.end(),
                                    [&](const tree_node& each) { return each.name == name; });
    return found == of->children.end() ? nullptr : &*found;
}

/// \throws json_error, depth_error beyond `max_json_depth`, limit_error beyond `max_tree_nodes`, encoding_error.
/// Linear.
tree_node read_json(std::string_view text, const std::string& file);
/// \throws xml_error, doctype_error, depth_error, limit_error beyond `max_tree_nodes`, encoding_error. Linear.
tree_node read_xml(std::string_view text, const std::string& file);

/// The rows of a tree: what stands at the form's path. A row's cells are the leaves in it, by their paths from it, with
/// the row's own text as "." and its own name as "*"; and what the form asks for by a path that the row does not have,
/// from the nearest that it stands in; "../day" is of what it stands in itself, and "../*" its name.
class rows_of_tree final : public cell_source {
public:
    rows_of_tree(const form& by, std::string text, const std::string& file);

    bool next() override;

private:
    // What rows look for outside of themselves: of each path the cell, if something they stand in has it.
    struct scope {
        const tree_node* of;
        std::size_t child = 0;
        std::vector<cell> found{};
    };
    bool is_row() const { return is_at(path_.size()); }
    bool is_at(std::size_t steps) const;
    void enter(const tree_node& of);
    void take(const tree_node& of);
    void take_list(std::size_t number);
    void find_lists(const tree_node& of);
    void add(const tree_node& of, const std::string& path, std::vector<std::string>& names);
    cell cell_of(const tree_node& of) const;
    cell named_cell(const tree_node& of) const;
    void inherit(std::size_t levels, std::vector<std::string>& names);
    const std::vector<cell>& found_in(std::size_t level);

    const form& by_;
    std::string text_;
    tree_node root_;
    std::vector<std::string> path_{};
    bool from_root_ = false;
    std::vector<std::string> wanted_{};
    std::vector<scope> stack_{};
    std::vector<std::size_t> line_starts_{0};
    bool has_come_near_ = false;                                    // to where rows stand, as far as names say it
    std::vector<std::pair<std::string, const tree_node*>> lists_{}; // side by side, by their paths
    std::size_t length_ = 0;                                        // of those that are rows
    std::size_t listed_ = 0;                                        // rows taken of them
};

} // namespace io
CAMBIST_END
