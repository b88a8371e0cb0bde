// SPDX-License-Identifier: MIT
#pragma once

// Small IATI files, and what is made of them.

#include <cambist/cambist.hpp>
#include <cambist/io/plans.hpp>

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <string_view>

namespace iati {

using namespace cambist;
using namespace cambist::io;

/// An activity of version 2 with more in it.
inline std::string activity(std::string_view more, std::string_view id = "XX-1",
                            std::string_view attributes = " default-currency=\"USD\"") {
    return "<iati-activity" + std::string(attributes) + "><iati-identifier>" + std::string(id) +
           "</iati-identifier><reporting-org ref=\"XX\" type=\"10\"><narrative>An agency</narrative></reporting-org>"
           "<title><narrative>Water</narrative><narrative xml:lang=\"fr\">Eau</narrative></title>"
           "<activity-status code=\"2\"/>" +
           std::string(more) + "</iati-activity>";
}
inline std::string whole(std::string_view activities) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\">\n" +
           std::string(activities) + "\n</iati-activities>\n";
}
inline std::string budget(std::string_view type, std::string_view from, std::string_view to, std::string_view value,
                          std::string_view value_attributes = " value-date=\"2020-01-15\"") {
    return "<budget" + std::string(type) + "><period-start iso-date=\"" + std::string(from) +
           "\"/><period-end iso-date=\"" + std::string(to) + "\"/><value" + std::string(value_attributes) + ">" +
           std::string(value) + "</value></budget>";
}
inline std::string transaction(std::string_view type, std::string_view day, std::string_view value) {
    return "<transaction><transaction-type code=\"" + std::string(type) + "\"/><transaction-date iso-date=\"" +
           std::string(day) + "\"/><value value-date=\"" + std::string(day) + "\">" + std::string(value) +
           "</value></transaction>";
}
inline plan_file read(std::string_view inside, iati_view view = iati_view::budgets) {
    return parse_iati(whole(activity(inside)), "i.xml", view);
}

/// Whole dollars of each year, and of the total under 0.
inline std::map<int, exact> by_year(const plan_file& file) {
    const report all(portfolio(file.plans), {.by = report_key::year}, {.to = currencies::USD, .rates = rate_table()});
    std::map<int, exact> years{{0, all.total().total.amount()}};
    for (const report::row& row : all.rows()) years[std::stoi(row.key)] = row.cell.total.amount();
    return years;
}

/// Why the only budget of a file is passed over.
inline std::string why(std::string_view inside) {
    const plan_file file = read(inside);
    CHECK(file.plans.empty());
    REQUIRE(file.passed_over.size() == 1);
    return file.passed_over[0].why;
}

} // namespace iati
