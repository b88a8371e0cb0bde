// SPDX-License-Identifier: MIT
#include <cambist/io/form.hpp>

#include "form_columns.hpp"
#include "unpack.hpp"

#include <set>

CAMBIST_BEGIN
namespace io {

form_view look(const form& by, std::string_view bytes, const std::string& file, std::size_t rows) {
    const unpacked inside(bytes, file);
    const auto cells = open_cells(by, inside.bytes(), inside.file());
    form_columns of(by, *cells);
    form_view view;
    std::set<std::string> fields{"date",  "base",     "quote",  "rate",  "unit",
                                 "power", "currency", "amount", "debit", "credit"};
    for (const auto& [field, columns] : by.columns) fields.insert(field);
    while (view.rows.size() < rows && of.next()) {
        form_view::row& row = view.rows.emplace_back();
        row.where = cells->place();
        for (const std::string& each : fields)
            if (const auto value = of.field(each)) row.fields.emplace_back(each, value->text);
        for (const wide_column& each : of.wide()) {
            if (row.fields.size() > 12) break;
            std::string name;
            for (const pattern::found& part : each.parts) (name += name.empty() ? "" : " ") += of.name_of(part.text);
            row.fields.emplace_back(name, std::string(of.at(each.index).text));
        }
    }
    view.headings = cells->headings();
    view.left_out = of.passed_over();
    return view;
}

} // namespace io
CAMBIST_END
