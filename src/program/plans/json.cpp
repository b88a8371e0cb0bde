// SPDX-License-Identifier: MIT
#include "plans/plans.hpp"

#include <utility>

namespace program {

namespace {

json cell_json(const printed& p, const report::cell& cell) {
    json object = amount_json(cell.total.currency(), cell.total.amount(), p.decimal(cell.displayed), cell.bounds);
    object["assumed"] = cell.assumed;
    json parts = json::array();
    p.each_plan(cell, [&](const plan& each, const report::part& part) {
        parts.push_back({{"plan", each.id},
                         {"share", exact_json(part.share)},
                         {"exact", exact_json(p.report.amount(part).amount())},
                         {"receipt", part.receipt},
                         {"from", part.over ? json(to_string(part.over->first())) : json()},
                         {"to", part.over ? json(to_string(part.over->last())) : json()},
                         {"file", text_or_null(each.where.file)},
                         {"line", line_or_null(each.where)}});
    });
    object["plans"] = std::move(parts);
    return object;
}

// With a cell for each column, where there are columns.
json line_json(const printed& p, const report::row& row) {
    json line = cell_json(p, row.cell);
    if (p.report.columns().empty()) return line;
    line["cells"] = json::array();
    for (const report::cell& cell : row.cells) line["cells"].push_back(cell_json(p, cell));
    return line;
}

json row_json(const printed& p, const report::row& row) {
    json line{{"key", row.key}};
    line.update(line_json(p, row));
    return line;
}

json stated_json(const stated_total& s) {
    const auto bounds = [&](const interval& i) { return amount_json(s.check.currency, std::nullopt, std::nullopt, i); };
    json object;
    object["stated"] = figure_json(s.stated);
    object["converted"] = bounds(s.check.total);
    object["legs"] = legs_json(s.into.legs());
    object["consistent"] = s.check.consistent();
    object["reconciled"] = s.check.verdict.common ? bounds(*s.check.verdict.common) : json();
    object["gap"] = s.check.consistent() ? json() : exact_json(s.check.verdict.gap);
    object["why"] = s.verdict();
    return object;
}

json effects_json(const report_effects& e) {
    json object;
    object["before"] = exact_json(e.before.amount());
    object["new"] = exact_json(e.added.amount());
    object["cancelled"] = exact_json(e.cancelled.amount());
    object["revised"] = exact_json(e.revised.amount());
    object["phasing"] = exact_json(e.phasing.amount());
    object["rates"] = exact_json(e.rates.amount());
    object["after"] = exact_json(e.after.amount());
    return object;
}

} // namespace

void print_json(const printed& p) {
    json document;
    document["title"] = p.title;
    document["to"] = p.code();
    document["by"] = p.given.by;
    document["rows"] = json::array();
    for (const report::row& row : p.report.rows()) document["rows"].push_back(row_json(p, row));
    document["columns"] = json::array();
    for (const report::column& column : p.report.columns()) {
        json line{{"key", column.unphased ? json() : json(column.key)}};
        line.update(cell_json(p, column.cell));
        document["columns"].push_back(std::move(line));
    }
    document["unphased"] = p.report.unphased_row() ? line_json(p, *p.report.unphased_row()) : json();
    document["total"] = cell_json(p, p.report.total());
    document["not_in_total"] = json::array();
    for (const report::aside& line : p.report.asides()) {
        const plan& aside = p.plan_of(line.plan);
        document["not_in_total"].push_back({{"plan", aside.id},
                                            {"why", to_string(line.why)},
                                            {"amount", figure_json(aside.amount)},
                                            {"converted", line.converted ? figure_json(*line.converted) : json()},
                                            {"superseded_by", superseders(p, aside)},
                                            {"restates", aside.restates.empty() ? json() : json(aside.restates)},
                                            {"consistent", line.consistent ? json(*line.consistent) : json()}});
    }
    document["also_reported"] = json::array();
    for (const report::check& line : p.report.checks()) {
        json verdict{{"plan", p.plan_of(line.plan).id}};
        verdict["also"] = line.also ? figure_json(*line.also) : json();
        verdict["consistent"] = line.also ? json(line.reconciled.has_value()) : json();
        verdict["reconciled"] =
            line.reconciled ? amount_json(p.report.currency(), std::nullopt, std::nullopt, *line.reconciled) : json();
        document["also_reported"].push_back(std::move(verdict));
    }
    document["stated_total"] = p.stated == nullptr ? json() : stated_json(*p.stated);
    document["passed_over"] = json::array();
    for (const io::unread_plan& each : p.passed_over) {
        document["passed_over"].push_back({{"plan", text_or_null(each.id)},
                                           {"why", each.why},
                                           {"file", text_or_null(each.where.file)},
                                           {"line", line_or_null(each.where)}});
    }
    document["changes"] = json();
    if (p.changes) {
        document["changes"] = {{"rows", json::array()}, {"total", effects_json(p.changes->total())}};
        for (const report_difference::row& row : p.changes->rows()) {
            json line{{"key", row.key}};
            line.update(effects_json(row.effects));
            document["changes"]["rows"].push_back(std::move(line));
        }
    }
    document["receipts"] = json::array();
    for (const report::receipt& receipt : p.report.receipts()) {
        document["receipts"].push_back({{"from", to_string(receipt.rate.amount().currency())},
                                        {"factor", exact_json(receipt.factor())},
                                        {"prices", receipt.base ? exact_json(receipt.prices()) : json()},
                                        {"legs", legs_json(receipt.rate.legs())}});
    }
    print(document);
}

} // namespace program
