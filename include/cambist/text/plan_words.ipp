// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/detail/part_amounts.ipp>
#include <cambist/text/format_conversion.hpp>
#include <cambist/text/format_figure.hpp>
#include <cambist/text/plan_words.hpp>

#include <vector>

CAMBIST_BEGIN

CAMBIST_INLINE std::string words_of(const figure& f) {
    return f.words().empty() ? format_figure(f, {.style = notation::compact}) : f.words();
}

CAMBIST_INLINE std::string stand_in_words(const figure& f) {
    const std::string shown = format_money({f.nominal(), f.currency()}, {.style = notation::compact, .digits = 4});
    const std::string endless = f.bounds().high_end() == bound::infinite ? "; no upper end is stated" : "";
    switch (f.stated()) {
    case qualifier::between: return "a range, whose middle, " + shown + ", is shown";
    case qualifier::vague: return "no number; " + shown + " is shown" + endless;
    default: return "a limit, whose stated end, " + shown + ", is shown" + endless;
    }
}

CAMBIST_INLINE std::string part_words(const story_part& of) {
    const plan& whose = of.whose();
    const report::part& part = of.part();
    const std::string whole = words_of(whose.amount);
    if (part.end_of_instalments == 0) return whole + (part.share == 1 ? "" : fmt::format(" x {}", part.share));
    std::string paid;
    for (std::size_t i = part.first_instalment; i < part.end_of_instalments; ++i) {
        const bool is_left = i == whose.instalments.size();
        paid += paid.empty() ? "" : " + ";
        paid += is_left ? std::string("what instalments leave") : words_of(whose.instalments[i].amount);
        const exact share = is_left ? exact(1) : detail::part_amounts(whose, part).share_of(i);
        if (share != 1) paid += fmt::format(" x {}", share);
    }
    return paid + " of " + whole;
}

CAMBIST_INLINE std::vector<std::string> instalment_words(const report& of, const report::cell& number) {
    std::vector<std::string> lines;
    bool add_up = true;
    const plan* last = nullptr;
    for (const report::part& part : number.parts) {
        const plan& whose = of.source().plans()[part.plan];
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

CAMBIST_INLINE std::string check_words(const report& of, const report::check& line) {
    const plan& checked = of.source().plans()[line.plan];
    const std::string verdict = !line.also ? "no rate to compare by"
                                : line.reconciled
                                    ? fmt::format("consistent; both allow {:c} {}", *line.reconciled, of.currency())
                                    : "INCONSISTENT";
    return fmt::format("{} is also reported as {}: {}", checked.id, checked.also->words(), verdict);
}

CAMBIST_INLINE std::string aside_words(const aside_story& aside) {
    const report::aside& line = *aside.line;
    std::string text(to_string(line.why));
    const bool is_unconfirmed = line.why == standing::unconfirmed;
    if (is_unconfirmed && aside.whose->kind == plan_kind::context) (text += ", ") += to_string(standing::context);
    if (line.why == standing::restatement || (is_unconfirmed && !aside.whose->restates.empty())) {
        text = (is_unconfirmed ? text + ", restates " : "restates ") + aside.whose->restates;
        if (line.consistent) text += *line.consistent ? ", consistent" : ", INCONSISTENT";
    }
    if (line.why == standing::unvalued) text += ": " + line.no_rate;
    const char* between = " by ";
    for (const plan* each : aside.superseded_by) {
        text += between + each->id;
        between = ", ";
    }
    return text;
}

CAMBIST_INLINE std::string verdict_words(const stated_total& s, int digits) {
    const summation& check = s.check;
    const std::string code = " " + to_string(check.currency);
    const auto amount = [&](const interval& i) {
        return (i.is_point() ? format_number(i.low(), {.grouped = true, .digits = digits}) : fmt::format("{:c}", i)) +
               code;
    };
    std::string text = "the plans come to " + amount(check.parts) + ", the stated total to " + amount(check.total);
    for (const leg& each : s.into.legs()) text += fmt::format(" ({})", each);
    if (check.verdict.common) return "consistent: " + text + "; both allow " + amount(*check.verdict.common);
    if (s.left_out != 0) {
        return "not judged: " + text +
               fmt::format("; {} more {} left out, and may be what is between", s.left_out,
                           s.left_out == 1 ? "plan was" : "plans were");
    }
    if (check.verdict.gap == 0) return "INCONSISTENT: " + text + "; they touch at an end that is left out";
    const bool short_of = check.parts.high_end() != bound::infinite && check.total.low_end() != bound::infinite &&
                          check.parts.high() < check.total.low();
    // No more than what is certain.
    return "INCONSISTENT: " + text +
           fmt::format("; the plans {} it by {:.4c~down}{} at least", short_of ? "fall short of" : "exceed",
                       check.verdict.gap, code);
}

CAMBIST_END
