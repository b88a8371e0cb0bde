// SPDX-License-Identifier: MIT
#include "output/json.hpp"
#include "plans/printed.hpp"

#include <utility>

namespace program {

namespace {

json part_json(const story_part& each) {
    const report::part& part = each.part();
    const citation& where = each.whose().where;
    return {{"plan", each.whose().id},
            {"share", exact_json(part.share)},
            {"exact", exact_json(each.amount().amount())},
            {"receipt", part.receipt},
            {"from", part.over ? json(to_string(part.over->first())) : json()},
            {"to", part.over ? json(to_string(part.over->last())) : json()},
            {"file", text_or_null(where.file)},
            {"line", line_or_null(where)}};
}

json cell_json(const printed& p, const report::cell& cell) {
    json object = amount_json(cell.total.currency(), cell.total.amount(), p.decimal(cell.displayed), cell.bounds);
    object["assumed"] = cell.assumed;
    object["stand_in"] = cell.stand_in;
    object["plans"] = array_of(story_of(p.report, cell), part_json);
    return object;
}

// With a cell for each column, where there are columns.
json line_json(const printed& p, const report::row& row) {
    json line = cell_json(p, row.cell);
    if (p.report.columns().empty()) return line;
    line["cells"] = array_of(row.cells, [&](const report::cell& cell) { return cell_json(p, cell); });
    return line;
}

json keyed(json key, const json& what) {
    json line{{"key", std::move(key)}};
    line.update(what);
    return line;
}

json stated_json(const printed& p) {
    const stated_total& s = *p.stated;
    const auto bounds = [&](const interval& i) { return bounds_json(s.check.currency, i); };
    json object;
    object["stated"] = figure_json(s.stated);
    object["converted"] = bounds(s.check.total);
    object["legs"] = legs_json(s.into.legs());
    object["consistent"] = s.check.consistent() || s.is_impossible() ? json(s.check.consistent()) : json();
    object["reconciled"] = s.check.verdict.common ? bounds(*s.check.verdict.common) : json();
    object["gap"] = s.check.consistent() ? json() : exact_json(s.check.verdict.gap);
    object["why"] = s.verdict(p.report.digits());
    return object;
}

json effects_json(const report_effects& of) {
    json object;
    for (const auto& [name, effect] : effects) object[name] = exact_json((of.*effect).amount());
    return object;
}

json aside_json(const aside_story& aside) {
    const plan& whose = *aside.whose;
    const report::aside& line = *aside.line;
    return {{"plan", whose.id},
            {"why", to_string(line.why)},
            {"no_rate", text_or_null(line.no_rate)},
            {"amount", figure_json(whose.amount)},
            {"converted", line.converted ? figure_json(*line.converted) : json()},
            {"superseded_by", array_of(aside.superseded_by, [](const plan* each) { return each->id; })},
            {"restates", text_or_null(whose.restates)},
            {"consistent", line.consistent ? json(*line.consistent) : json()}};
}

json check_json(const printed& p, const report::check& check) {
    const auto bounds = [&](const interval& i) { return bounds_json(p.report.currency(), i); };
    return {{"plan", p.plan_of(check.plan).id},
            {"also", check.also ? figure_json(*check.also) : json()},
            {"consistent", check.also ? json(check.reconciled.has_value()) : json()},
            {"reconciled", check.reconciled ? bounds(*check.reconciled) : json()}};
}

json passed_over_json(const io::unread_plan& each) {
    return {{"plan", text_or_null(each.id)},
            {"why", each.why},
            {"file", text_or_null(each.where.file)},
            {"line", line_or_null(each.where)}};
}

json changes_json(const report_difference& changes) {
    return {
        {"rows", array_of(changes.rows(),
                          [](const report_difference::row& row) { return keyed(row.key, effects_json(row.effects)); })},
        {"total", effects_json(changes.total())}};
}

json receipt_json(const report::receipt& receipt) {
    return {{"from", to_string(receipt.rate.amount().currency())},
            {"factor", exact_json(receipt.factor())},
            {"prices", receipt.base ? exact_json(receipt.prices()) : json()},
            {"legs", legs_json(receipt.rate.legs())}};
}

} // namespace

void print_json(const printed& p) {
    const auto row = [&](const report::row& r) { return keyed(r.key, line_json(p, r)); };
    const auto column = [&](const report::column& c) {
        return keyed(c.unphased ? json() : json(c.key), cell_json(p, c.cell));
    };
    const auto check = [&](const report::check& c) { return check_json(p, c); };
    json document;
    document["title"] = p.title;
    document["to"] = p.code();
    document["by"] = p.by;
    document["rows"] = array_of(p.report.rows(), row);
    document["columns"] = array_of(p.report.columns(), column);
    document["unphased"] = p.report.unphased_row() ? line_json(p, *p.report.unphased_row()) : json();
    document["total"] = cell_json(p, p.report.total());
    document["not_in_total"] = array_of(asides_of(p.report), aside_json);
    document["also_reported"] = array_of(p.report.checks(), check);
    document["stated_total"] = p.stated ? stated_json(p) : json();
    document["passed_over"] = array_of(p.passed_over, passed_over_json);
    document["changes"] = p.changes ? changes_json(*p.changes) : json();
    document["receipts"] = array_of(p.report.receipts(), receipt_json);
    print(document);
}

} // namespace program
