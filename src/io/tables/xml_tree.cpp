// SPDX-License-Identifier: MIT
#include "../formats/xml.hpp"
#include "../text/encoding.hpp"
#include "tree.hpp"

#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

// Without the namespace before it.
std::string without_namespace(std::string_view name) { return std::string(name.substr(name.rfind(' ') + 1)); }

class tree_reader final : xml_reader {
public:
    tree_reader(std::string_view text, const std::string& file)
        : xml_reader(text, file, "a table", encodings::recoded) {}

    tree_node read() {
        open_.push_back({});
        run();
        return std::move(open_.front());
    }

private:
    void start(std::string_view name, const char** attributes) override {
        count_node(nodes_, [&] { return here(); });
        tree_node& element = open_.emplace_back();
        element.name = without_namespace(name);
        element.offset = offset();
        for (; *attributes != nullptr; attributes += 2) {
            count_node(nodes_, [&] { return here(); });
            tree_node& attribute = element.children.emplace_back();
            attribute.name = "@" + without_namespace(attributes[0]);
            attribute.text = attributes[1];
            attribute.offset = element.offset;
        }
    }
    void end() override {
        tree_node element = std::move(open_.back());
        open_.pop_back();
        open_.back().is_leaf = open_.size() == 1 ? false : open_.back().is_leaf;
        open_.back().children.push_back(std::move(element));
    }
    void characters(std::string_view text) override { open_.back().text += text; }

    std::vector<tree_node> open_{}; // each in the one before
    std::size_t nodes_ = 0;
};

} // namespace

tree_node read_xml(std::string_view text, const std::string& file) { return tree_reader(text, file).read(); }

std::unique_ptr<cell_source> xml_cells(const form& by, std::string_view bytes, const std::string& file) {
    const std::string encoding = by.encoding.empty() ? declared_encoding(bytes) : by.encoding;
    return std::make_unique<rows_of_tree>(by, to_utf8(bytes, encoding, file), file);
}

} // namespace io
CAMBIST_END
