// SPDX-License-Identifier: MIT
#include "plans/page.hpp"
#include "output/html.hpp"
#include "style.hpp"

#include <algorithm>
#include <utility>

namespace program {

namespace {

constexpr std::size_t most_on_page = 1000;   // of a list beside the table; --csv and --json have all
constexpr std::size_t most_numbers = 20'000; // of the table, each with its story

void require_readable(const report& of) {
    const std::size_t numbers = of.rows().size() * std::max<std::size_t>(1, of.columns().size());
    if (numbers <= most_numbers) return;
    throw limit_error("a page of " + std::to_string(numbers) + " numbers; at most " + std::to_string(most_numbers) +
                      " can be read on one: ask for other keys by --by, or for --csv or --json");
}

std::string paragraph(const std::string& text) { return text_element("p", text) + "\n"; }

std::string list(std::string_view title, const some_lines& lines) {
    return lines.count == 0 ? "" : text_element("h2", title) + "\n" + html_list(lines);
}
std::string list(std::string_view title, std::vector<std::string> lines) {
    return list(title, first_of(std::move(lines), most_on_page));
}
std::string titled_table(const std::string& title, const std::vector<html_heading>& headings,
                         const std::vector<html_row>& rows) {
    return rows.empty() ? "" : html_table(title, headings, rows, most_on_page);
}

std::vector<const plan*> counted_plans(const printed& p) { return plans_of(p.report, p.report.total()); }

std::string standfirst(const printed& p) {
    const report::cell& total = p.report.total();
    const common_scale unit = scale_of_numbers(p.report);
    const std::size_t count = counted_plans(p).size();
    std::string text = escaped(count == 1 ? "One plan comes to " : std::to_string(count) + " plans come to ") +
                       text_element("strong", unit.amount(total.total.amount()));
    if (!total.bounds.is_point())
        text += " (as reported, " +
                escaped((total.bounds.is_bounded() ? "between " : "") + unit.range(total.bounds, " and ")) + ")";
    text += ".";
    if (const report::cell* unphased = p.by_year ? p.by_year->unphased() : nullptr) {
        const exact apart = unphased->total.amount();
        text += escaped(" Of it " + unit.amount(total.total.amount() - apart) + " is spread over " +
                        years_text(*p.by_year) + "; for " + unit.amount(apart) + " no period is stated.");
    } else if (p.by_year) {
        text += escaped(" It is spread over " + years_text(*p.by_year) + ".");
    }
    if (const std::size_t asides = p.report.asides().size(); asides != 0)
        text += " " + std::to_string(asides) + " more " + (asides == 1 ? "figure is" : "figures are") + " in no total.";
    if (const std::string words = p.unconfirmed_words(); !words.empty()) text += " " + escaped(words) + ".";
    if (p.changes) {
        const report_effects& all = p.changes->total();
        text += escaped(" In " + p.earlier_name() + " it was " + unit.amount(all.before.amount()) + ".");
    }
    const std::string html = element("p class=\"standfirst\"", text) + "\n";
    if (!p.stated) return html;
    return html + paragraph("The stated total, " + p.stated->stated.words() + ", is " +
                            verdict_words(*p.stated, p.report.digits()) + ".");
}

std::string chart_html(const printed& p) {
    if (p.report.total().parts.empty()) return {};
    std::string words = "Bars are the amounts as named";
    words += p.report.total().bounds.is_point() ? "." : ", lines the range of a whole bar as it was reported.";
    if (p.by_year && p.by_year->unphased() != nullptr)
        words += " What states no period is in no year: it lies below, on the scale of the whole.";
    if (p.report.total().assumed) words += " * Something that nobody stated is assumed.";
    const std::string title =
        (p.by_year ? "By year, in " : "By " + p.keys() + ", in ") + scale_of_numbers(p.report).sign();
    return element("figure class=\"fits\"",
                   "\n" + element("div class=\"of-desk\"", chart(p, title)) + "\n" +
                       element("div class=\"of-phone\"", chart(p, title, chart_width::of_phone)) + "\n" +
                       element("figcaption", words) + "\n") +
           "\n";
}

std::string status_of(const plan& p) {
    const std::string status(to_string(p.status));
    if (!p.announced) return status;
    return (p.status == plan_status::announced ? "" : status + ", ") + "announced " + to_string(*p.announced);
}

// With an asterisk at each end that nobody stated.
std::string period_text(const plan& p) {
    if (!p.instalments.empty()) return "in instalments";
    const auto end = [&](const std::optional<partial_date>& date, const char* field) {
        const bool assumed = std::count(p.assumed.begin(), p.assumed.end(), field) != 0;
        return date ? to_string(*date) + (assumed ? "*" : "") : "";
    };
    const std::string from = end(p.from, "from");
    const std::string to = end(p.to, "to");
    if (from == to) return from;
    return from.empty() ? "to " + to : to.empty() ? "from " + from : from + " to " + to;
}

html_cell whose_and_what(const plan& p) { return text_cell(joined({p.holder, p.project, p.country}, " · ")); }
html_cell note_and_source(const printed& p, const plan& of) {
    return text_cell(joined({of.note, of.source, p.place(of.where)}, " "), " class=\"aside\"");
}

std::string plans_html(const printed& p) {
    std::vector<html_row> rows;
    for (const plan* each : counted_plans(p)) {
        rows.push_back({text_cell(each->id),
                        {whose_and_what(*each), text_cell(each->amount.words()), text_cell(period_text(*each)),
                         text_cell(status_of(*each)), note_and_source(p, *each)},
                        " id=\"" + plan_anchor(*each) + "\""});
    }
    return titled_table("The plans",
                        {{"Plan"}, {"Whose and what"}, {"As reported"}, {"Period"}, {"Status"}, {"Note and source"}},
                        rows);
}

std::string asides_html(const printed& p) {
    std::vector<html_row> rows;
    for (const aside_story& aside : asides_of(p.report)) {
        const plan& whose = *aside.whose;
        const std::optional<exact> amount = aside.converted();
        const std::string into = amount ? " = " + scale_of_numbers(p.report).amount(*amount) : "";
        rows.push_back({text_cell(whose.id),
                        {whose_and_what(whose), text_cell(whose.amount.words() + into), text_cell(aside_words(aside)),
                         note_and_source(p, whose)}});
    }
    return titled_table("In no total", {{"Figure"}, {"Whose and what"}, {"As reported"}, {"Why"}, {"Note and source"}},
                        rows);
}

std::string changes_html(const printed& p) {
    if (!p.changes) return {};
    std::vector<html_heading> headings{{p.keys()}};
    for (const auto& [word, effect] : effects) headings.push_back({capital(word), true});
    std::vector<html_row> rows;
    const common_scale unit = scale_of_numbers(p.report);
    for (const std::vector<std::string>& each : p.change_rows([&](const exact& x) { return unit.text(x); })) {
        rows.push_back({text_cell(each.front())});
        for (std::size_t i = 1; i < each.size(); ++i) rows.back().cells.push_back(number_cell(each[i]));
    }
    return titled_table("From " + p.earlier_name() + " to this, in " + unit.name() + ", each number rounded by itself",
                        headings, rows);
}

std::string assumptions_html(const printed& p) {
    std::vector<std::string> lines;
    for (const plan* each : counted_plans(p)) {
        for (const std::string& field : each->assumed) {
            const std::optional<partial_date> date = field == "from" ? each->from
                                                     : field == "to" ? each->to
                                                                     : std::nullopt;
            lines.push_back(each->id + ": nobody stated \"" + field + "\"; " + (date ? to_string(*date) : "it") +
                            " is assumed");
        }
    }
    return list("Assumptions, marked *", lines);
}

std::string passed_over_html(const printed& p) {
    std::vector<std::string> lines;
    for (const io::unread_plan& each : p.passed_over) lines.push_back(why(each) + " (" + p.place(each.where) + ")");
    return list("Not read, and in nothing above", lines);
}

} // namespace

std::string page(printed p) {
    require_readable(p.report);
    p.is_published = true;
    const std::string hint = "Every number opens at a tap, and closes at another: what it is made of, exactly, and "
                             "where that was read. What is shown is rounded so that it adds up" +
                             std::string(p.report.columns().empty() ? "." : " in both directions.");
    return html_page(p.title.empty() ? "Plans in " + p.code() : p.title, css::plans_page,
                     standfirst(p) + chart_html(p) + report_table(p) + element("p class=\"aside\"", hint) + "\n" +
                         changes_html(p) + assumptions_html(p) +
                         list("Numbers that stand for what is none, marked ~", p.stand_ins()) +
                         list("Instalments", instalment_words(p.report, p.report.total())) + plans_html(p) +
                         asides_html(p) + list("Reported otherwise", p.checks()) + passed_over_html(p) +
                         list(std::string("Rates, each taken as ").append(p.rates_taken_as()), p.rates(most_on_page)));
}

} // namespace program
