// SPDX-License-Identifier: MIT
// Laws of forms: a table written by a form is read by it as what it was, in every dialect, order of columns and rows;
// and no number is other than its cell's text.
#include <cambist/io/plans.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/io/rows.hpp>

#include "../file_of.hpp"
#include "support/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

using namespace cambist;
using namespace cambist::io;
using std::chrono::days;
using std::chrono::sys_days;

namespace {

using lines = std::vector<std::string>;

/// A row as text that no reader of ours had a part in: a day, a currency, a plain number, a name.
struct entry {
    sys_days day;
    std::string code;
    std::string number; // "-1234.50"
    std::string name;
};

constexpr std::string_view codes[] = {"USD", "JPY", "GBP", "CHF", "KWD"};
constexpr const char* months[] = {"January", "February", "March",     "April",   "May",      "June",
                                  "July",    "August",   "September", "October", "November", "December"};

template <class T>
void shuffle(support::generator& g, std::vector<T>& all) {
    for (std::size_t k = all.size(); k > 1; --k) std::swap(all[k - 1], all[g.below(k)]);
}

std::vector<entry> some_entries(support::generator& g, bool positive) {
    std::vector<entry> all;
    for (std::size_t i = 1 + g.below(12); i > 0; --i) {
        entry e;
        e.day = sys_days(days(10'000 + static_cast<int>(all.size())));
        e.code = codes[g.below(std::size(codes))];
        e.number = g.one_in(5) ? "0" : g.digits(1 + g.below(9));
        if (!g.one_in(3)) e.number += "." + g.digits(1 + g.below(5));
        if (exact(e.number) == 0) e.number = "7.25";
        if (!positive && g.one_in(4)) e.number.insert(0, "-");
        e.name = "Name " + std::to_string(all.size()) + (g.one_in(3) ? ", \"quoted\"" : g.one_in(3) ? "; Zürich" : "");
        all.push_back(e);
    }
    return all;
}

/// How a table is written: the form, and a writer that shares nothing with its reader.
class dialect {
public:
    explicit dialect(support::generator& g) : g_(g) {
        delimiter_ = std::string_view(",;\t|")[g.below(4)];
        decimal_ = g.one_in(2) ? "." : ",";
        const std::vector<std::string> marks{"", decimal_ == "." ? "," : ".", " ", "'"};
        grouping_ = marks[g.below(marks.size())];
        indian_ = !grouping_.empty() && g.one_in(4);
        pattern_ = g.below(4);
        columns_ = {"Day, of it", "Currency", "Amount (net)", "Name", "Unused"};
        shuffle(g, columns_);
        has_title_ = g.one_in(2);
        has_end_ = g.one_in(2);
        minus_ = g.below(4);
    }

    std::string toml(const std::string& fields) const {
        const char* patterns[] = {"%Y-%m-%d", "%d.%m.%Y", "%m/%d/%Y", "%d %B %Y"};
        std::string text = "delimiter = \"" + std::string(delimiter_ == '\t' ? "\\t" : std::string(1, delimiter_)) +
                           "\"\ndecimal = \"" + decimal_ + "\"\ndate = \"" + patterns[pattern_] + "\"\n";
        if (!grouping_.empty()) text += "grouping = \"" + grouping_ + "\"\n";
        if (indian_) text += "indian = true\n";
        if (has_title_) text += "header = '" + columns_.front() + "'\n";
        if (has_end_) text += "end = \"Sum\"\n";
        return text + "names = { \"franc\" = \"CHF\" }\nmissing = \"n/a\"\n[columns]\n" + fields;
    }

    std::string table(const std::vector<entry>& all) {
        std::string text = has_title_ ? "A title" + std::string(1, delimiter_) + "2024\n\n" : "";
        text += line(columns_);
        for (const entry& e : all) {
            lines cells;
            for (const std::string& each : columns_)
                cells.push_back(each == "Day, of it"     ? day(e.day)
                                : each == "Currency"     ? (e.code == "CHF" && g_.one_in(2) ? "franc" : e.code)
                                : each == "Amount (net)" ? number(e.number)
                                : each == "Name"         ? e.name
                                                         : "n/a");
            text += line(cells);
            if (g_.one_in(6)) text += "\n";
        }
        return text + (has_end_ ? "Sum of all;;\nnot, a \"table" : "");
    }

private:
    std::string line(const lines& cells) {
        std::string text;
        for (const std::string& each : cells) {
            if (&each != &cells.front()) text += delimiter_;
            const bool must = each.find_first_of(std::string("\"\n") + delimiter_) != std::string::npos;
            if (!must && !g_.one_in(4)) {
                text += (g_.one_in(6) ? " " : "") + each;
                continue;
            }
            text += '"';
            for (const char c : each) text.append(c == '"' ? 2 : 1, c);
            text += '"';
        }
        return text + (g_.one_in(2) ? "\r\n" : "\n");
    }
    std::string day(sys_days of) const {
        const std::string iso = to_string(of);
        const std::string y = iso.substr(0, 4), m = iso.substr(5, 2), d = iso.substr(8, 2);
        if (pattern_ == 1) return d + "." + m + "." + y;
        if (pattern_ == 2) return m + "/" + d + "/" + y;
        return pattern_ == 3 ? d + " " + months[std::stoul(m) - 1] + " " + y : iso;
    }
    std::string number(std::string plain) const {
        const bool is_negative = plain.starts_with('-');
        if (is_negative) plain.erase(0, 1);
        const std::size_t point = plain.find('.');
        std::string whole = plain.substr(0, point);
        for (std::size_t at = whole.size(), width = 3; !grouping_.empty() && at > width; width = indian_ ? 2 : 3) {
            at -= width;
            whole.insert(at, grouping_);
        }
        const std::string text = whole + (point == std::string::npos ? "" : decimal_ + plain.substr(point + 1));
        if (!is_negative) return text;
        return minus_ == 0   ? "-" + text
               : minus_ == 1 ? text + "-"
               : minus_ == 2 ? "(" + text + ")"
                             : "\xe2\x88\x92" + text;
    }

    support::generator& g_;
    char delimiter_;
    std::string decimal_;
    std::string grouping_;
    bool indian_ = false;
    std::size_t pattern_;
    lines columns_;
    bool has_title_;
    bool has_end_;
    std::size_t minus_;
};

lines sorted(lines all) {
    std::sort(all.begin(), all.end());
    return all;
}

} // namespace

TEST_CASE("law: form: rates that were written by a form are read by it as what they were") {
    support::for_all(support::many / 10, [](support::generator& g) {
        std::vector<entry> all = some_entries(g, true);
        lines expected;
        for (const entry& e : all) expected.push_back("1 " + e.code + " = " + e.number + " EUR on " + to_string(e.day));
        for (int again = 0; again < 2; ++again) { // in another dialect and order
            shuffle(g, all);
            dialect d(g);
            const form by = parse_form(
                "quote = \"EUR\"\n" + d.toml("date = \"day, OF it\"\nbase = \"Currency\"\nrate = \"Amount(net)\"\n"),
                "t");
            lines read;
            for (const rate& each : parse_rates_by(by, d.table(all), "f").quotes) {
                read.push_back("1 " + to_string(each.base().currency()) + " = " +
                               to_decimal(each.value(), {each.decimals().value_or(0)}) + " EUR on " +
                               to_string(*each.day()));
            }
            CHECK(sorted(read) == sorted(expected));
        }
    });
}

TEST_CASE("law: form: rows and plans that were written by a form are read by it as what they were") {
    support::for_all(support::many / 10, [](support::generator& g) {
        std::vector<entry> all = some_entries(g, false);
        std::map<std::string, exact> sums;
        lines expected;
        for (const entry& e : all) {
            sums[e.code] += exact(e.number);
            expected.push_back(e.name + ": " + to_string(exact(e.number)) + " " + e.code + " " + to_string(e.day));
        }
        shuffle(g, all);
        dialect d(g);
        const form by = parse_form(d.toml("date = \"Day, of it\"\nfrom = \"Day, of it\"\nto = \"Day, of it\"\nid = "
                                          "\"Name\"\namount = \"Amount (net)\"\n"),
                                   "t");
        const std::string text = d.table(all);
        lines plans;
        for (const plan& p : parse_plans_by(by, text, "f").plans) {
            plans.push_back(p.id + ": " + to_string(*p.amount.value()) + " " + to_string(p.amount.currency()) + " " +
                            to_string(*p.from));
            CHECK(p.from == p.to);
        }
        CHECK(sorted(plans) == sorted(expected));
        const file_of table(text);
        row_options options;
        options.written = by;
        const tally held = tally_rows({table.path()}, options);
        for (const tally_total& each : held.totals(tally_by::nothing))
            CHECK(each.amount.amount() == sums[to_string(each.amount.currency())]);
    });
}

TEST_CASE("law: form: a wide table is what it is with a row for each number") {
    support::for_all(support::many / 10, [](support::generator& g) {
        const std::size_t rows = 1 + g.below(6);
        lines years;
        for (int y = 2020; y < 2026; ++y)
            if (!g.one_in(3)) years.push_back(std::to_string(y));
        if (years.empty()) years.push_back("2020");
        shuffle(g, years);
        std::string wide = "id";
        for (const std::string& each : years) wide += "," + each;
        std::string tall = "id,year,amount\n";
        wide += "\n";
        for (std::size_t i = 0; i < rows; ++i) {
            wide += "P" + std::to_string(i);
            for (const std::string& each : years) {
                const std::string number =
                    g.one_in(4) ? "" : g.digits(1 + g.below(5)) + (g.one_in(2) ? "." + g.digits(2) : "");
                wide += "," + number;
                if (!number.empty()) tall += "P" + std::to_string(i) + "/" + each + "," + each + "," + number + "\n";
            }
            wide += "\n";
        }
        const std::string keys =
            "currency = \"EUR\"\ndecimal = \".\"\nunit = \"" + std::string(g.one_in(2) ? "million" : "1") + "\"\n";
        const auto read = [](const std::string& toml, const std::string& text) {
            lines all;
            for (const plan& p : parse_plans_by(parse_form(toml, "t"), text, "f").plans)
                all.push_back(p.id + " " + to_string(p.amount.bounds()) + p.amount.words() + " " + to_string(*p.from) +
                              to_string(*p.to));
            return all;
        };
        CHECK(read(keys + "wide = \"{year}\"", wide) == read(keys + "columns.year = \"year\"", tall));
    });
}
