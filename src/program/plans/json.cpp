// SPDX-License-Identifier: MIT
#include "output/json.hpp"
#include "plans/printed.hpp"

#include <utility>

namespace program {

namespace {

json part_json(const story_part& each) {
    const report::part& part = each.part();
    return {{"plan", each.whose().id},
            {"share", exact_json(part.share)},
            {"exact", exact_json(each.amount().amount())},
            {"receipt", part.receipt},
            {"from", part.over ? json(to_string(part.over->first())) : json()},
            {"to", part.over ? json(to_string(part.over->last())) : json()}};
}

json plan_json(const plan& each) {
    return {{"holder", text_or_null(each.holder)},
            {"project", text_or_null(each.project)},
            {"country", text_or_null(each.country)},
            {"status", to_string(each.status)},
            {"amount", figure_json(each.amount)},
            {"assumed", each.assumed},
            {"file", text_or_null(each.where.file)},
            {"line", line_or_null(each.where)},
            {"confirmed", each.confirmed}};
}

json sum_json(const printed& p, const report::cell& cell) {
    return with(amount_json(cell.total.currency(), cell.total.amount(), p.decimal(cell.displayed), cell.bounds),
                {{"assumed", cell.assumed}, {"stand_in", cell.stand_in}});
}

// The same without what is usual.
json short_json(const printed& p, const report::cell& cell) {
    const json whole = sum_json(p, cell);
    json made{{"exact", whole["exact"]}, {"rounded", whole["rounded"]}};
    for (const char* end : {"low", "high"})
        if (whole[end] != whole["exact"]) made[end] = whole[end];
    for (const char* end : {"low_closed", "high_closed"})
        if (!whole[end]) made[end] = false;
    for (const char* mark : {"assumed", "stand_in"})
        if (whole[mark]) made[mark] = true;
    return made;
}

// Rows and their cells, each number with the ids of its plans.
class row_writer {
public:
    row_writer(json_writer& out, const printed& p, bool explained) : out_(out), p_(p), explained_(explained) {}

    void write(std::string_view name, const json& key, const report::row& row) {
        out_.object(name, [&] {
            if (!key.is_null()) out_.item("key", key);
            out_.items(sum_json(p_, row.cell));
            if (p_.report.columns().empty()) return write_plans(row.cell);
            out_.array("cells", [&] {
                for (const report::cell& each : row.cells) write_cell(each);
            });
        });
    }

private:
    void write_cell(const report::cell& cell) {
        if (cell.parts.empty()) return out_.item({}, {});
        out_.object({}, [&] {
            out_.items(short_json(p_, cell));
            write_plans(cell);
        });
    }
    void write_plans(const report::cell& cell) {
        out_.array("plans", plans_of(p_.report, cell), [](const plan* each) { return each->id; });
        if (explained_) out_.array("parts", story_of(p_.report, cell), part_json);
    }

    json_writer& out_;
    const printed& p_;
    bool explained_;
};

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
    object["why"] = verdict_words(s, p.report.digits());
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
    return {{"rows", array_of(changes.rows(),
                              [](const report_difference::row& row) {
                                  return with({{"key", row.key}}, effects_json(row.effects));
                              })},
            {"total", effects_json(changes.total())}};
}

json receipt_json(const report::receipt& receipt) {
    return {{"from", to_string(receipt.rate.amount().currency())},
            {"factor", exact_json(receipt.factor())},
            {"prices", receipt.base ? exact_json(receipt.prices()) : json()},
            {"legs", legs_json(receipt.rate.legs())}};
}

void write_missing(json_writer& out, const report& of) {
    out.array("missing_rates", of.missing_rates(), [](const report::missing& each) {
        return json{{"from", to_string(each.from)}, {"when", each.when}};
    });
}

} // namespace

void print_missing_json(const report& of) {
    json_writer out;
    out.object({}, [&] {
        out.item("to", to_string(of.currency()));
        write_missing(out, of);
    });
}

void print_json(const printed& p, bool explained) {
    json_writer out;
    out.object({}, [&] {
        out.items({{"title", p.title}, {"to", p.code()}, {"by", p.by}});
        row_writer rows(out, p, explained);
        out.array("rows", [&] {
            for (const report::row& each : p.report.rows()) rows.write({}, each.key, each);
        });
        out.array("columns", p.report.columns(), [&](const report::column& each) {
            return with({{"key", each.unphased ? json() : json(each.key)}}, sum_json(p, each.cell));
        });
        if (p.report.unphased_row()) rows.write("unphased", {}, *p.report.unphased_row());
        else out.item("unphased", {});
        out.item("total", sum_json(p, p.report.total()));
        out.array("not_in_total", asides_of(p.report), aside_json);
        out.item("unconfirmed", p.unconfirmed());
        out.array("also_reported", p.report.checks(), [&](const report::check& each) { return check_json(p, each); });
        out.item("stated_total", p.stated ? stated_json(p) : json());
        write_missing(out, p.report);
        out.array("passed_over", p.passed_over, passed_over_json);
        if (!p.left_out.empty()) out.item("left_out", left_out_json(p.left_out));
        out.item("changes", p.changes ? changes_json(*p.changes) : json());
        out.array("receipts", p.report.receipts(), receipt_json);
        out.object("plans", [&] {
            for (const plan& each : p.report.source().plans()) out.item(each.id, plan_json(each));
        });
    });
}

} // namespace program
