// SPDX-License-Identifier: MIT
#pragma once

#include "output/amounts.hpp"
#include "output/key_name.hpp"
#include "output/lines.hpp"
#include "output/plot.hpp"

#include <cambist/cambist.hpp>
#include <cambist/io/plans.hpp>
#include <cambist/text/common_scale.hpp>
#include <cambist/text/plan_words.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace program {

using namespace cambist;

/// What numbers on a page and in its chart are told in.
common_scale scale_of_numbers(const report& of);

/// A report with what stands beside it, and the words for it: all that is printed of one is asked here, and only laid
/// out as text, page, chart, CSV and JSON.
struct printed {
    std::string title;
    std::string by; ///< "holder", or "holder,year"
    const cambist::report& report;
    std::size_t most_listed; ///< in text: ids of a number, and lines of a list
    std::vector<io::unread_plan> passed_over{};
    io::left_out_counts left_out{};
    std::string set_aside_in{};               ///< the file that lists plans of no rate, and those passed over
    std::optional<cambist::report> by_year{}; ///< for charts
    std::optional<stated_total> stated{};
    std::string earlier{};                      ///< the file it is compared with,
    std::optional<report_difference> changes{}; ///< and what changed since
    bool is_published = false;                  ///< files are called by their names then, wherever they lie
    notation of_rates = notation::plain;        ///< that were made from several quotes

    /// Plans that count, and are in no total for want of a rate.
    std::size_t unvalued() const { return standing_as(standing::unvalued); }
    /// Plans that were drafted, and that nobody has confirmed.
    std::size_t unconfirmed() const { return standing_as(standing::unconfirmed); }
    std::size_t standing_as(standing why) const;
    /// How many these are, and what to do; empty where there is none.
    std::string unconfirmed_words() const;
    const plan& plan_of(std::size_t index) const { return report.source().plans()[index]; }
    std::string code() const { return to_string(report.currency()); }
    std::string decimal(const money<>& m) const { return to_decimal(m.amount(), {report.digits()}); }
    std::string grouped(const exact& x) const { return format_number(x, {.grouped = true, .digits = report.digits()}); }
    /// What is known of a number: "exact", or "[26.6 bn, 29.1 bn]".
    static std::string known(const interval& bounds);
    /// Of a number: "*" for an assumption in it, "~" for one that stands for a range, a limit or a vague amount.
    static std::string marks(const report::cell& cell);
    /// Whether a sum is shown otherwise than it would be alone, so that the table adds up: it is marked "†".
    bool gives_way(const report::cell& sum) const {
        return gives_way(sum, sum.displayed.amount(), decimals{report.digits()});
    }
    template <class To>
    bool gives_way(const report::cell& sum, const exact& shown, const To& to) const {
        return round(sum.total, to, report.options().mode).rounded.amount() != shown;
    }
    static constexpr const char* way_given = "a unit off what it is rounded to alone, so that the table adds up";
    /// The key of the rows, and "holder and year" of a report by both.
    std::string key() const { return by.substr(0, by.find(',')); }
    std::string keys() const;
    /// A key as it is shown.
    static std::string name(const std::string& key) { return key.empty() ? "(not stated)" : key_name(key); }
    static std::string name(const report::column& column) { return column.unphased ? "(no period)" : name(column.key); }

    /// Rows, the one that stands apart, and nothing else: use(name, row).
    template <class Use>
    void each_row(Use use) const {
        for (const report::row& row : report.rows()) use(name(row.key), row);
        if (report.unphased_row()) use("(no period)", *report.unphased_row());
    }
    /// The same and the total, as cells.
    template <class Use>
    void each_cell(Use use) const {
        each_row([&](const std::string& shown, const report::row& row) { use(shown, row.cell); });
        use("Total", report.total());
    }

    /// The file it is compared with, as it is called where this is published.
    std::string earlier_name() const;
    /// "plans.toml:87:1", and with the way to the file where it is not published.
    std::string place(const citation& where) const { return to_string(cited(where)); }
    citation cited(citation where) const;
    /// A leg in words, which cite its quote as `place` does.
    std::string told(leg each) const;
    /// Of each part of a number: plan, share, days, rates, and where it was read.
    some_lines story(const report::cell& number, std::size_t most) const;
    /// Of each plan, what number stands for what is none: "F1: billions of euros; one unit, 1 bn EUR, is shown".
    std::vector<std::string> stand_ins() const;
    /// Figures that were reported twice.
    std::vector<std::string> checks() const;
    /// "USD to EUR: 1 USD = 0.9211 EUR, as quoted, on any day": each quote once, by pair, then by day, with all that it
    /// was used for; of several ages the greatest. And what a rate was taken as.
    some_lines rates(std::size_t most) const;
    std::string_view rates_taken_as() const;
    /// What changed: a name, and its numbers in the order of `effects`.
    std::vector<std::vector<std::string>> change_rows(const std::function<std::string(const exact&)>& shown) const;
};

/// The numbers of a difference, and what they are called.
inline constexpr std::pair<const char*, money<> report_effects::*> effects[] = {
    {"before", &report_effects::before},       {"new", &report_effects::added},
    {"cancelled", &report_effects::cancelled}, {"revised", &report_effects::revised},
    {"phasing", &report_effects::phasing},     {"rates", &report_effects::rates},
    {"after", &report_effects::after}};

/// "XX-1/budget/5: a period ... ends before it begins".
std::string why(const io::unread_plan& each);

/// What stands for plans that could not be read or valued: CSV of plan, why, file and line.
std::string set_aside_csv(const printed& p);

/// What is not empty, with something between.
std::string joined(const std::vector<std::string>& words, std::string_view between);

/// "2020 to 2040", of a report by year that has rows.
std::string years_text(const report& by_year);

/// With what every total is made of, where it is to be explained.
void print_text(const printed& p, bool explained);
/// The story of the cell of such a name, "AWS" or "AWS,2026". \throws parse_error where there is none
void print_cell(const printed& p, const std::string& cell);
void print_csv(const printed& p);
/// With the shares and days that each number is made of, where it is to be explained.
void print_json(const printed& p, bool explained);
/// Of a report that is refused for want of rates, these alone.
void print_missing_json(const report& of);
/// Those that were passed over, under a title; nothing where there are none.
void print_passed_over(const std::vector<io::unread_plan>& all, const std::string& title, std::size_t most_listed);

/// A chart by year with its intervals, as SVG, and of the rows where no year can be had. \throws ended without gnuplot
std::string chart(const printed& p, const std::string& title, chart_width width = chart_width::of_desk);
/// One page that needs no other: the table, the chart, and each number's story. \throws limit_error where it is of more
/// numbers than can be read
std::string page(printed p);

} // namespace program
