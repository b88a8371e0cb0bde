// SPDX-License-Identifier: MIT
#include "plans/printed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <tuple>

namespace program {

page_unit::page_unit(const report& of) : digits_(of.digits()), code_(to_string(of.currency())) {
    exact largest = abs(of.total().total.amount());
    const auto look = [&](const report::row& row) { largest = std::max(largest, abs(row.cell.total.amount())); };
    for (const report::row& row : of.rows()) look(row);
    if (of.unphased_row()) look(*of.unphased_row());
    for (const scale& each : scales) {
        if (largest < exact::pow10(each.power + 3)) break;
        size_ = exact::pow10(each.power);
        word_ = &each;
        digits_ = 0;
    }
}

std::string page_unit::in(std::string_view word, std::string_view between) const {
    return word_ == nullptr ? code_ : std::string(word).append(between) + code_;
}
std::string page_unit::name() const { return in(word_ != nullptr ? word_->plural : "", " of "); }
std::string page_unit::sign() const { return in(word_ != nullptr ? word_->sign : "", " "); }

std::string page_unit::text(const exact& amount, rounding mode) const {
    return format_number(amount / size_, {.grouped = true, .digits = digits_, .mode = mode});
}

std::string page_unit::range(const interval& known, std::string_view between) const {
    if (known.high_end() == bound::infinite) return text(known.low(), rounding::floor) + " or more";
    if (known.low_end() == bound::infinite) return text(known.high(), rounding::ceiling) + " or less";
    const bool is_negative = known.low().sign() < 0; // a dash would stand beside a minus
    return text(known.low(), rounding::floor).append(is_negative ? " to " : between) +
           text(known.high(), rounding::ceiling);
}

std::string page_unit::amount(const exact& x) const {
    return text(x) + " " + in(word_ != nullptr ? word_->word : "", " ");
}

std::string printed::keys() const {
    const std::size_t comma = by.find(',');
    return comma == std::string::npos ? by : key() + " and " + by.substr(comma + 1);
}

std::size_t printed::unvalued() const {
    const auto is = [](const report::aside& each) { return each.why == standing::unvalued; };
    return static_cast<std::size_t>(std::count_if(report.asides().begin(), report.asides().end(), is));
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

std::vector<std::string> printed::instalments() const {
    std::vector<std::string> lines;
    bool add_up = true;
    const plan* last = nullptr;
    for (const report::part& part : report.total().parts) {
        const plan& whose = plan_of(part.plan);
        if (part.end_of_instalments == 0 || &whose == last) continue;
        last = &whose;
        exact paid;
        interval known = exact();
        for (const instalment& each : whose.instalments) {
            paid += each.amount.nominal();
            known += each.amount.bounds();
        }
        add_up = add_up && known == whose.amount.bounds();
        if (paid == whose.amount.nominal()) continue;
        lines.push_back(
            fmt::format("{}: its instalments come to {:,} {}, its amount to {}; the difference is in no year", whose.id,
                        paid, whose.amount.currency(), words_of(whose.amount)));
    }
    if (!add_up) {
        lines.emplace_back("Years have the intervals of instalments, and totals those of the amounts: they need not "
                           "add up.");
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

std::vector<std::string> printed::story(const report::cell& number) const {
    std::vector<std::string> lines;
    for (const story_part& each : story_of(report, number)) {
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
    return lines;
}

std::vector<std::string> printed::checks() const {
    std::vector<std::string> lines;
    for (const report::check& line : report.checks()) {
        const plan& checked = plan_of(line.plan);
        const std::string verdict = !line.also ? "no rate to compare by"
                                    : line.reconciled
                                        ? fmt::format("consistent; both allow {:c} {}", *line.reconciled, code())
                                        : "INCONSISTENT";
        lines.push_back(fmt::format("{} is also reported as {}: {}", checked.id, checked.also->words(), verdict));
    }
    return lines;
}

namespace {

// "JPY to EUR, RON to EUR, USD to EUR and 3 more"
std::string few_of(const std::set<std::string>& names) {
    constexpr std::size_t most = 3;
    std::vector<std::string> shown;
    for (auto at = names.begin(); at != names.end() && shown.size() < most; ++at) shown.push_back(*at);
    const std::size_t others = names.size() - shown.size();
    return joined(shown, ", ") + (others == 0 ? "" : " and " + std::to_string(others) + " more");
}

} // namespace

std::vector<std::string> printed::rates() const {
    struct used {
        leg at;
        std::set<std::string> to{}; // "USD to EUR"
    };
    std::map<std::tuple<currency, currency, asked_day, asked_day, std::string>, used> quotes;
    for (const report::receipt& receipt : report.receipts()) {
        const std::string name = to_string(receipt.rate.amount().currency()) + " to " + code();
        for (const leg& each : receipt.rate.legs()) {
            const rate& quote = each.quote;
            const auto& made = each.made_from;
            const std::string shown = joined(
                {to_string(quote), std::string(to_string(each.direction)), quote.source(), to_string(quote.where())},
                " ");
            const auto [at, fresh] =
                quotes.try_emplace({quote.base().currency(), quote.quote().currency(), made ? made->first : quote.day(),
                                    made ? made->last : quote.day(), shown},
                                   used{each});
            if (!fresh && each.age() > at->second.at.age()) at->second.at = each;
            at->second.to.insert(name);
        }
    }
    std::vector<std::string> lines;
    for (const auto& [place, each] : quotes) lines.push_back(few_of(each.to) + ": " + told(each.at));
    return lines;
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

std::string why(const aside_story& aside) {
    std::string text(to_string(aside.line->why));
    if (aside.line->why == standing::restatement) {
        text = "restates " + aside.whose->restates;
        if (aside.line->consistent) text += *aside.line->consistent ? ", consistent" : ", INCONSISTENT";
    }
    if (aside.line->why == standing::unvalued) text += ": " + aside.line->no_rate;
    std::vector<std::string> ids;
    for (const plan* each : aside.superseded_by) ids.push_back(each->id);
    return text + (ids.empty() ? "" : " by " + joined(ids, ", "));
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
