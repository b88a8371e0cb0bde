// SPDX-License-Identifier: MIT

// What grows with a file or a portfolio grows no faster than it, but for sorting. Each is as large as it takes to tell.
#include <cambist/bulk/tally.hpp>
#include <cambist/io.hpp>
#include <cambist/plans.hpp>
#include <cambist/rates.hpp>

#include "support/instructions.hpp"

#include <sstream>
#include <string>
#include <utility>
#include <vector>

using namespace cambist;
using support::cost;
using work = std::function<void()>;

namespace {

std::string numbered(const char* before, std::size_t number) { return before + std::to_string(1'000'000 + number); }

// "AAAAX", "AAABX" and so on.
std::string code(std::size_t number) {
    std::string letters(5, 'X');
    for (std::size_t at = 4; at-- > 0; number /= 26) letters[at] = static_cast<char>('A' + number % 26);
    return letters;
}

// ---- what is done

work reading_plans(std::string text) {
    return [text = std::move(text)] { static_cast<void>(io::parse_plans(text)); };
}
work by_form(const char* toml, std::string text) {
    return [by = io::parse_form(toml), text = std::move(text)] { static_cast<void>(io::parse_rates_by(by, text)); };
}
work reading_rates(std::string text) {
    return [text = std::move(text)] { static_cast<void>(io::parse_rates(text)); };
}

void tell_all(const portfolio& plans, report_options options = {}) {
    const report made(plans, std::move(options), {.to = currencies::USD, .rates = rate_table()});
    for (const report::row& each : made.rows()) static_cast<void>(plans_of(made, each.cell));
    static_cast<void>(story_of(made, made.total()));
    static_cast<void>(asides_of(made));
}
work reporting(std::vector<plan> plans, report_key by = report_key::holder) {
    return [plans = std::move(plans), by] { tell_all(portfolio(plans), {.by = by}); };
}
work writing(io::plan_file file) {
    return [file = std::move(file)] {
        static_cast<void>(io::to_plans_csv(file));
        static_cast<void>(io::to_plans_toml(file));
    };
}

// ---- plans

plan numbered_plan(std::size_t number, const std::string& project) {
    plan p{numbered("P", number), figure(money<>(10, currencies::USD))};
    p.project = project;
    p.from = p.to = partial_date(std::chrono::year(2020));
    return p;
}
std::vector<plan> numbered_plans(std::size_t count) {
    std::vector<plan> plans;
    for (std::size_t i = 0; i < count; ++i) plans.push_back(numbered_plan(i, numbered("B", i)));
    return plans;
}

std::vector<plan> chain_of_increments(std::size_t count, bool all_to_the_first) {
    std::vector<plan> plans;
    for (std::size_t i = 0; i < count; ++i) {
        plans.push_back(numbered_plan(i, "Bridge"));
        if (i != 0) plans.back().adds_to = plans[all_to_the_first ? 0 : i - 1].id;
    }
    return plans;
}

// Each plan of a number in a row supersedes the ones before it in the row.
std::vector<plan> superseding(std::size_t count, std::size_t in_a_row) {
    std::vector<plan> plans = numbered_plans(count);
    for (std::size_t i = in_a_row; i <= count; i += in_a_row) {
        plan& last = plans[i - 1];
        for (std::size_t old = i - in_a_row; old + 1 < i; ++old) last.supersedes.push_back(plans[old].id);
    }
    return plans;
}
std::vector<plan> chain_of_revisions(std::size_t count) {
    std::vector<plan> plans = numbered_plans(count);
    for (std::size_t i = 1; i < count; ++i) plans[i].supersedes = {plans[i - 1].id};
    return plans;
}

std::vector<plan> with_instalments(std::size_t count) {
    std::vector<plan> plans{numbered_plan(0, "Bridge")};
    plans[0].amount = figure(money<>(static_cast<std::int64_t>(count), currencies::USD));
    for (std::size_t i = 0; i < count; ++i) {
        const auto day = std::chrono::sys_days(std::chrono::days(40'000 - static_cast<int>(i)));
        plans[0].instalments.emplace_back(partial_date(std::chrono::year_month_day(day)), money<>(1, currencies::USD));
    }
    return plans;
}

// ---- files

std::string budget(int type, int year, const char* valued) {
    const std::string y = std::to_string(year);
    return "<budget type=\"" + std::to_string(type) + "\"><period-start iso-date=\"" + y +
           "-01-01\"/><period-end iso-date=\"" + y + "-12-31\"/><value value-date=\"" + valued +
           "\">1000</value></budget>";
}
std::string activity(std::size_t number, const std::string& budgets) {
    return "<iati-activity default-currency=\"USD\"><iati-identifier>" + numbered("XM-", number) +
           "</iati-identifier><activity-status code=\"2\"/>" + budgets + "</iati-activity>\n";
}
std::string iati(const std::string& activities) {
    return "<iati-activities version=\"2.03\">" + activities + "</iati-activities>";
}
std::string half_revised(std::size_t count) {
    const std::string budgets =
        budget(1, 2020, "2020-01-01") + budget(1, 2021, "2020-01-01") + budget(2, 2021, "2020-06-01");
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += activity(i, budgets);
    return iati(all);
}
// Of one activity: years one after another, each revised.
std::string revised_years(std::size_t count) {
    std::string budgets;
    for (std::size_t i = 0; i < count; ++i) {
        const int year = 1000 + static_cast<int>(i);
        budgets += budget(1, year, "2020-01-01") + budget(2, year, "2020-06-01");
    }
    return iati(activity(0, budgets));
}

std::string currencies_toml(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "[[currency]]\ncode = \"" + code(i) + "\"\ndigits = 2\n";
    for (std::size_t i = 0; i < count; ++i)
        text += "[[plan]]\nid = \"" + numbered("P", i) + "\"\namount = \"5 " + code(count - 1 - i) + "\"\n";
    return text;
}
std::string currencies_csv(std::size_t count) {
    std::string text = "kind,id,amount\n";
    for (std::size_t i = 0; i < count; ++i) text += "currency," + code(i) + ",2\n";
    for (std::size_t i = 0; i < count; ++i) text += "," + numbered("P", i) + ",5 " + code(count - 1 - i) + "\n";
    return text;
}

std::string lines(std::size_t count, const std::string& header, const std::function<std::string(std::size_t)>& line) {
    std::string text = header;
    for (std::size_t i = 0; i < count; ++i) text += line(i) + "\n";
    return text;
}
std::string day(std::size_t number) {
    return to_string(std::chrono::sys_days(std::chrono::days(static_cast<int>(number))));
}

std::string state(std::size_t groups) {
    tally held({denomination(currencies::EUR)});
    for (std::size_t i = 0; i < groups; ++i) {
        const std::int64_t amount[] = {5};
        const std::uint32_t none[] = {0};
        const std::uint32_t group[] = {held.add_group(numbered("G", i))};
        const std::int32_t on[] = {static_cast<std::int32_t>(i % 10)};
        tally_columns row{amount, none, std::span<const std::int32_t>(on)};
        row.groups = group;
        held.add(row);
    }
    return held.state();
}

std::vector<rate> quotes_of_own(std::size_t count, const currency& all_in = currencies::USD) {
    std::vector<rate> quotes;
    for (std::size_t i = 0; i < count; ++i)
        quotes.push_back(rate(money<>(1, own_currency(code(i), 2)), money<>(2, all_in)));
    return quotes;
}

std::vector<rate> quotes_by_day(std::size_t count) {
    std::vector<rate> quotes;
    for (std::size_t i = 0; i < count; ++i)
        quotes.push_back(rate(money<>(1, currencies::EUR), money<>(exact("1.1"), currencies::USD))
                             .on(std::chrono::sys_days(std::chrono::days(11'000 + static_cast<int>(i)))));
    return quotes;
}
work auditing(std::vector<rate> quotes) {
    return [quotes = std::move(quotes)] {
        static_cast<void>(audit(quotes));
        static_cast<void>(coverage_of(quotes));
    };
}

const cost costs[] = {
    {"iati.half_revised", 300, [](std::size_t n) { return reading_plans(half_revised(n)); }},
    {"iati.revised_years", 300, [](std::size_t n) { return reading_plans(revised_years(n)); }},
    {"iati.report", 300, [](std::size_t n) { return reporting(io::parse_iati(half_revised(n)).plans); }},
    {"plans.report", 500, [](std::size_t n) { return reporting(numbered_plans(n)); }},
    {"plans.report_by_project", 500, [](std::size_t n) { return reporting(numbered_plans(n), report_key::project); }},
    {"plans.report_by_year", 500, [](std::size_t n) { return reporting(numbered_plans(n), report_key::year); }},
    {"plans.difference", 300,
     [](std::size_t n) {
         const auto made = [n](std::int64_t each) {
             std::vector<plan> plans = numbered_plans(n);
             for (plan& p : plans) p.amount = figure(money<>(each, currencies::USD));
             return report(portfolio(std::move(plans)), {.by = report_key::project},
                           {.to = currencies::USD, .rates = rate_table()});
         };
         return [before = made(1), after = made(2)] { static_cast<void>(report_difference(before, after)); };
     }},
    {"plans.chain_of_increments", 1000, [](std::size_t n) { return reporting(chain_of_increments(n, false)); }},
    {"plans.increments", 1'000, [](std::size_t n) { return reporting(chain_of_increments(n, true)); }},
    {"plans.superseding_200", 1'000, [](std::size_t n) { return reporting(superseding(n, 200)); }},
    {"plans.superseding_all", 1'000, [](std::size_t n) { return reporting(superseding(n, n)); }},
    {"plans.chain_of_revisions", 1'000, [](std::size_t n) { return reporting(chain_of_revisions(n)); }},
    {"plans.instalments", 2000,
     [](std::size_t n) { return [plans = with_instalments(n)] { static_cast<void>(phases_of(plans[0])); }; }},
    {"plans.instalments_by_year", 500, [](std::size_t n) { return reporting(with_instalments(n), report_key::year); }},
    {"currencies.toml", 1000, [](std::size_t n) { return reading_plans(currencies_toml(n)); }},
    {"currencies.csv", 1000, [](std::size_t n) { return reading_plans(currencies_csv(n)); }},
    {"currencies.write", 500, [](std::size_t n) { return writing(io::parse_plans_csv(currencies_csv(n))); }},
    {"currencies.rates", 2000,
     [](std::size_t n) {
         return [quotes = quotes_of_own(n)] {
             rate_table::builder table;
             for (const rate& each : quotes) table.add(each);
             const rate_table made = table.build();
             for (const rate& each : quotes)
                 static_cast<void>(explain(each.base(), {.to = currencies::USD, .rates = made}));
         };
     }},
    {"rates.audit_by_day", 500, [](std::size_t n) { return auditing(quotes_by_day(n)); }},
    {"rates.audit_by_currency", 500, [](std::size_t n) { return auditing(quotes_of_own(n)); }},
    {"rates.audit_against_first", 500, [](std::size_t n) { return auditing(quotes_of_own(n, own_currency("A00"))); }},
    {"rates.by_day", 500,
     [](std::size_t n) {
         return [quotes = quotes_by_day(n)] {
             rate_table::builder table;
             for (const rate& each : quotes) table.add(each);
             const rate_table made = table.build();
             for (const rate& each : quotes)
                 static_cast<void>(explain(each.base(), {.to = currencies::USD, .rates = made, .day = each.day()}));
             static_cast<void>(history_of(made, currencies::EUR, currencies::USD));
         };
     }},
    {"rates.csv", 500,
     [](std::size_t n) {
         return reading_rates(
             lines(n, "day,base,quote,rate\n", [](std::size_t i) { return day(i) + ",USD,EUR,0.9211"; }));
     }},
    {"rates.ledger", 500,
     [](std::size_t n) {
         return reading_rates(lines(n, "", [](std::size_t i) { return "P " + day(i) + " EUR 1.10 USD"; }));
     }},
    {"rates.ledger_names", 500,
     [](std::size_t n) {
         return reading_rates(lines(n, "", [](std::size_t i) { return "P 2024-05-29 " + code(i) + " 1.10 USD"; }) +
                              "P 2024-05-29 EUR 1.10 USD\n");
     }},
    {"rates.beancount", 500,
     [](std::size_t n) {
         return reading_rates(lines(n, "", [](std::size_t i) { return day(i) + " price EUR 1.10 USD"; }));
     }},
    {"rates.toml", 400,
     [](std::size_t n) {
         return reading_rates(
             lines(n, "", [](std::size_t i) { return "[[rate]]\nquote = \"1 USD = 0.9211 EUR\"\nday = " + day(i); }));
     }},
    {"forms.rates", 500,
     [](std::size_t n) {
         return by_form("base = \"EUR\"\nwide = \"{quote}\"\ndate = \"%d.%m.%Y\"\ndecimal = \".\"\ngrouping = \",\"",
                        lines(n, "date,USD,JPY,none\n", [](std::size_t i) {
                            return "01.02." + std::to_string(1000 + i) + ",1.25,\"1,234.5\",x";
                        }));
     }},
    {"forms.blocks", 500,
     [](std::size_t n) {
         return by_form("base = \"EUR\"\nheader = \"Day\"\nblocks = true\nheadings = 2\nwide = \"{quote} mid\"\n"
                        "columns.date = \"Day\"",
                        lines(n, "", [](std::size_t i) { return "Day,USD\n,mid\n" + day(i) + ",1.25"; }));
     }},
    {"forms.json", 500,
     [](std::size_t n) {
         return by_form(
             "container = \"json\"\nrows = \"*/rates/*\"\nbase = \"EUR\"\ncolumns = { quote = \"*\", rate = \".\" }",
             "[" + lines(n, "", [n](std::size_t i) {
                 return "{\"date\":\"" + day(i) + "\",\"rates\":{\"USD\":1.25,\"CHF\":0.95}}" + (i + 1 == n ? "" : ",");
             }) + "]");
     }},
    {"forms.plans", 500,
     [](std::size_t n) {
         return [by = io::parse_form(
                     "currency = \"EUR\"\nfiscal = \"07:ends\"\nwide = \"{fiscal}\"\ntotals = \"Total\"\nnotes = true"),
                 text = lines(n, "id,FY2024,FY2025,total,other\n", [](std::size_t i) {
                     return numbered("P", i) + ",1.25,2.50,3.75,x" + (i % 10 == 9 ? "\nTotal,12.50,25.00,," : "");
                 })] { static_cast<void>(io::parse_plans_by(by, text)); };
     }},
    {"rows.groups", 1000,
     [](std::size_t n) {
         return [text = lines(n, "date,currency,amount,office\n",
                              [](std::size_t i) { return day(i % 10) + ",EUR,1.25," + numbered("G", i); })] {
             std::istringstream in(text);
             const tally held = io::tally_rows(in, "rows.csv", {.columns = {.group = "office"}});
             static_cast<void>(held.totals(tally_by::group));
         };
     }},
    {"state.read", 500,
     [](std::size_t n) {
         return [bytes = state(n)] {
             tally all = tally::from_state(bytes);
             all.merge(tally::from_state(bytes));
             static_cast<void>(all.state());
         };
     }},
    {"numbers.allocate", 2000,
     [](std::size_t n) {
         return [weights = std::vector<exact>(n, exact(1))] {
             static_cast<void>(allocate(money<>(10'007, currencies::USD), weights));
         };
     }},
};

} // namespace

int main(int argc, char** argv) { return support::do_cost(argc, argv, costs); }
