// SPDX-License-Identifier: MIT
#include <cambist/io/form.hpp>

#include "../files/unpack.hpp"
#include "form_columns.hpp"

#include <iterator>
#include <set>

CAMBIST_BEGIN
namespace io {

namespace {

// Of a wide table, a few of its numbers, called by what their headings say.
void show_wide(form_columns& of, form_view& view) {
    constexpr std::size_t most_shown = 12;
    form_view::row& row = view.rows.back();
    for (const wide_column& each : of.wide()) {
        view.said.insert("number");
        for (const pattern::found& part : each.parts) view.said.insert(part.name);
        if (row.fields.size() > most_shown) continue;
        std::string name;
        for (const pattern::found& part : each.parts) (name += name.empty() ? "" : " ") += of.name_of(part.text);
        if (name.empty()) name = of.cells().headings()[each.index];
        row.fields.emplace_back(name, std::string(of.at(each.index).text));
    }
}

} // namespace

form_view look(const form& by, std::string_view bytes, const std::string& file, std::size_t rows) {
    const unpacked inside(bytes, file);
    const auto cells = open_cells(by, inside.bytes(), inside.file());
    form_columns of(by, *cells);
    form_view view;
    std::set<std::string> fields(std::begin(said_names), std::end(said_names));
    fields.insert(std::begin(own_names), std::end(own_names));
    for (const auto& [field, columns] : by.columns) fields.insert(field);
    for (const auto& [field, constant] : by.constants) fields.insert(field);
    while (view.rows.size() < rows && of.next()) {
        form_view::row& row = view.rows.emplace_back();
        row.where = cells->place();
        for (const std::string& each : fields) {
            const auto value = of.field(each);
            if (!value) continue;
            view.said.insert(each);
            row.fields.emplace_back(each, value->text);
        }
        for (const char* amount : {"amount", "also"})
            if (of.in_heading("in", amount)) view.said.insert("in");
        show_wide(of, view);
    }
    const bool has_side = view.said.contains("base") || view.said.contains("quote");
    if (!by.against.empty() && has_side) view.said.insert({"base", "quote"});
    view.headings = cells->headings();
    view.left_out = of.left_out();
    return view;
}

} // namespace io
CAMBIST_END
