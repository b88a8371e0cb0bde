// SPDX-License-Identifier: MIT
#include "plans/printed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace program {

common_scale scale_of_numbers(const report& of) {
    exact largest = abs(of.total().total.amount());
    const auto look = [&](const report::row& row) { largest = std::max(largest, abs(row.cell.total.amount())); };
    for (const report::row& row : of.rows()) look(row);
    if (of.unphased_row()) look(*of.unphased_row());
    return {largest, of.currency(), of.digits()};
}

std::string printed::keys() const {
    const std::size_t comma = by.find(',');
    return comma == std::string::npos ? by : key() + " and " + by.substr(comma + 1);
}

std::size_t printed::standing_as(standing why) const {
    const auto is = [&](const report::aside& each) { return each.why == why; };
    return static_cast<std::size_t>(std::count_if(report.asides().begin(), report.asides().end(), is));
}

std::string printed::unconfirmed_words() const {
    const std::size_t count = unconfirmed();
    if (count == 0) return {};
    return fmt::format("{} of {} plans {} unconfirmed, and in no total; whoever confirms one takes its "
                       "\"confirmed = false\" away",
                       count, report.source().plans().size(), count == 1 ? "is" : "are");
}

std::string printed::known(const interval& bounds) { return bounds.is_point() ? "exact" : fmt::format("{:c}", bounds); }

std::string printed::marks(const report::cell& cell) {
    return std::string(cell.assumed ? "*" : "") + (cell.stand_in ? "~" : "");
}

std::vector<std::string> printed::stand_ins() const {
    std::vector<std::string> lines;
    const auto add = [&](const std::string& id, const figure& amount) {
        if (amount.is_stand_in()) lines.push_back(id + ": " + words_of(amount) + ": " + stand_in_words(amount));
    };
    for (const plan* each : plans_of(report, report.total())) {
        add(each->id, each->amount);
        for (const instalment& paid : each->instalments) add(each->id + ", " + to_string(paid.on), paid.amount);
    }
    return lines;
}

std::string printed::told(leg each) const {
    if (is_published) {
        each.quote.cite(cited(each.quote.where()));
        if (each.made_from)
            for (sample::origin& of : each.made_from->sources) of.file = cited({of.file, 0, 0}).file;
    }
    return format_leg(each, of_rates);
}

std::string printed::earlier_name() const { return place({earlier, 0, 0}); }

citation printed::cited(citation where) const {
    if (is_published) where.file = std::filesystem::path(where.file).filename().string();
    return where;
}

some_lines printed::story(const report::cell& number, std::size_t most) const {
    some_lines told_first{{}, number.parts.size()};
    std::vector<std::string>& lines = told_first.lines;
    for (const story_part& each : story_of(report, number)) {
        if (lines.size() == most) break;
        const plan& whose = each.whose();
        const report::part& part = each.part();
        std::string line = fmt::format("{}: {} = {}{}", whose.id, part_words(each), each.amount(),
                                       part.over ? ", " + to_string(*part.over) : "");
        const report::receipt& taken = each.receipt();
        if (taken.base) {
            line += fmt::format("; prices of {} to {}: {} to {}", taken.then->when, taken.base->when, taken.then->level,
                                taken.base->level);
        }
        for (const leg& step : taken.rate.legs()) line += "; " + told(step);
        for (const std::string& field : whose.assumed) line += "; assumed: " + field;
        const std::string where = place(whose.where);
        lines.push_back(line + (where.empty() ? "" : "  (" + where + ")"));
    }
    return told_first;
}

std::vector<std::string> printed::checks() const {
    std::vector<std::string> lines;
    for (const report::check& line : report.checks()) lines.push_back(check_words(report, line));
    return lines;
}

namespace {

// "JPY to EUR, RON to EUR, USD to EUR and 3 more"
std::string few_of(const std::set<currency>& origin, const std::string& target) {
    constexpr std::size_t most = 3;
    std::vector<std::string> shown;
    for (auto at = origin.begin(); at != origin.end() && shown.size() < most; ++at)
        shown.push_back(to_string(*at) + " to " + target);
    const std::size_t others = origin.size() - shown.size();
    return joined(shown, ", ") + (others == 0 ? "" : " and " + std::to_string(others) + " more");
}

} // namespace

some_lines printed::rates(std::size_t most) const {
    const std::vector<used_quote> used = used_quotes(report);
    some_lines told_first{{}, used.size()};
    for (std::size_t i = 0; i < std::min(used.size(), most); ++i)
        told_first.lines.push_back(few_of(used[i].origin, code()) + ": " + told(used[i].at));
    return told_first;
}

std::string_view printed::rates_taken_as() const {
    return report.precision() == rate_precision::as_published ? "its digits leave it open" : "a point";
}

std::vector<std::vector<std::string>>
printed::change_rows(const std::function<std::string(const exact&)>& shown) const {
    std::vector<std::vector<std::string>> rows;
    const auto add = [&](const std::string& name, const report_effects& of) {
        rows.push_back({name});
        for (const auto& [word, effect] : effects) rows.back().push_back(shown((of.*effect).amount()));
    };
    for (const report_difference::row& row : changes->rows()) add(name(row.key), row.effects);
    add("Total", changes->total());
    return rows;
}

std::string why(const io::unread_plan& each) { return each.id + (each.id.empty() ? "" : ": ") + each.why; }

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string text;
    for (const std::string& each : words) {
        if (!each.empty()) text.append(text.empty() ? "" : between) += each;
    }
    return text;
}

std::string years_text(const report& by_year) {
    const std::string& first = by_year.rows().front().key;
    const std::string& last = by_year.rows().back().key;
    return first == last ? first : first + " to " + last;
}

} // namespace program
