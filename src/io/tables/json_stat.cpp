// SPDX-License-Identifier: MIT
#include "../text/encoding.hpp"
#include "../text/text.hpp"
#include "tree.hpp"

#include <algorithm>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

// https://json-stat.org/full: values in row-major order of the dimensions; a dimension's headings are its id, and
// "ID/label".
class dataset final : public cell_source {
public:
    dataset(const form& by, std::string_view bytes, const std::string& file)
        : cell_source(file), text_(to_utf8(bytes, by.encoding, file)), root_(read_json(text_, file)), lines_(text_) {
        values_ = &required(&root_, "value");
        std::size_t count = 1;
        std::vector<std::string> names{"value"};
        for (const tree_node& id : required(&root_, "id").children) {
            const tree_node& of = required(child_of(&required(&root_, "dimension"), id.text), "category");
            dimensions_.push_back(categories_of(of));
            if (dimensions_.back().empty() || count > text_.size() / dimensions_.back().size())
                refuse_here(of, "a dimension of more values than the file has");
            count *= dimensions_.back().size();
            names.push_back(id.text);
            names.push_back(id.text + "/label");
        }
        count_ = count;
        head(std::move(names));
    }

    bool next() override {
        while (number_ < values_->children.size()) {
            const tree_node& value = values_->children[number_++];
            // A list has all values, an object those that there are.
            std::size_t rest = 0;
            for (const char c : value.name)
                rest = rest > count_ ? count_ : rest * 10 + static_cast<std::size_t>(c - '0');
            if (rest >= count_) refuse_here(value, "more values than its dimensions have");
            row_.clear();
            row_.push_back(cell_of(value));
            std::size_t step = count_;
            for (const std::vector<category>& each : dimensions_) {
                step /= each.size();
                const category& stands = each[rest / step];
                rest %= step;
                const cell at = row_.front();
                row_.push_back({stands.key, at.line, at.column, false});
                row_.push_back({stands.label, at.line, at.column, false});
            }
            return true;
        }
        return false;
    }

private:
    struct category {
        std::string_view key;
        std::string_view label;
    };

    std::vector<category> categories_of(const tree_node& of) {
        const tree_node* index = child_of(&of, "index");
        const tree_node* labels = child_of(&of, "label");
        std::vector<category> all;
        const auto add = [&](std::string_view key) {
            const tree_node* label = child_of(labels, key);
            all.push_back({key, label != nullptr ? std::string_view(label->text) : key});
        };
        if (index == nullptr) { // of one category, it may be left out
            if (labels != nullptr && labels->children.size() == 1) add(labels->children.front().name);
        } else if (!index->children.empty() && text_[index->offset] == '[') {
            for (const tree_node& each : index->children) add(each.text);
        } else {
            std::vector<std::pair<std::string_view, std::string_view>> places;
            for (const tree_node& each : index->children) places.emplace_back(each.text, each.name);
            std::sort(places.begin(), places.end(), [](const auto& a, const auto& b) {
                return std::pair(a.first.size(), a.first) < std::pair(b.first.size(), b.first);
            });
            for (const auto& [number, key] : places) add(key);
        }
        return all;
    }

    cell cell_of(const tree_node& of) {
        const citation where = lines_.place(file(), of.offset);
        return {of.text, where.line, where.column, of.plain};
    }
    const tree_node& required(const tree_node* of, std::string_view name) {
        if (const tree_node* found = child_of(of, name)) return *found;
        refuse<json_error>({file(), 1, 1}, "no dataset of JSON-stat 2: it has no \"" + std::string(name) + "\"");
    }
    [[noreturn]] void refuse_here(const tree_node& at, const char* why) {
        refuse<json_error>(lines_.place(file(), at.offset), why);
    }

    std::string text_;
    tree_node root_;
    line_counter lines_;
    const tree_node* values_ = nullptr;
    std::vector<std::vector<category>> dimensions_{};
    std::size_t count_ = 0;
    std::size_t number_ = 0;
};

} // namespace

std::unique_ptr<cell_source> json_stat_cells(const form& by, std::string_view bytes, const std::string& file) {
    return std::make_unique<dataset>(by, bytes, file);
}

} // namespace io
CAMBIST_END
