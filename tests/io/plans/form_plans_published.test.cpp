// SPDX-License-Identifier: MIT
// What seven tables of plans say, read by the shipped forms: ../shared/data/published, which is not ours to copy.
#include <cambist/io/file.hpp>
#include <cambist/io/plans.hpp>
#include <cambist/plans/portfolio.hpp>
#include <cambist/text/parse.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using namespace cambist;
using namespace cambist::io;

namespace {

const std::string folder = "../shared/data/published/plans/";

using chosen = std::function<bool(const plan&)>;

struct truth {
    std::string file, what, currency, value, remark;
};

std::vector<truth> read_truth() {
    std::ifstream in(folder + "truth.tsv");
    std::vector<truth> all;
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        std::istringstream cells(line);
        truth each;
        for (std::string* cell : {&each.file, &each.what, &each.currency, &each.value, &each.remark})
            std::getline(cells, *cell, '\t');
        all.push_back(each);
    }
    return all;
}

std::string form_of(const std::string& file) {
    const std::map<std::string, std::string> names{{"nyc_capital.csv", "nyc-capital"},
                                                   {"uk_cra.csv", "uk-cra"},
                                                   {"croatia.csv", "croatia"},
                                                   {"schleswig_holstein.csv", "schleswig-holstein"},
                                                   {"grants360.json", "grants360"},
                                                   {"italy_projects.csv", "opencoesione"},
                                                   {"capex.csv", "capex"}};
    return names.at(file);
}

// The plans of a file, by its form with some keys said otherwise.
std::vector<plan> plans_of(const std::string& file, const std::function<void(form&)>& change = {}) {
    form by = find_form(form_of(file));
    if (change) change(by);
    return parse_plans_by(by, read_file(folder + file), file).plans;
}

// What a question of the truth asks for: which plans, and how much of each.
struct question {
    std::vector<plan> of;
    std::vector<chosen> all{};
    int year = 0; // by days
    std::string end{};
};

bool begins(const std::string& text, const std::string& with) { return text.starts_with(with); }
std::string after(const std::string& text, const std::string& words) { return text.substr(words.size()); }

// One part of it, as "holder X" or "fiscal year 2003-04".
void narrow(question& q, const truth& t, const std::string& part) {
    const auto keep = [&](chosen which) { q.all.push_back(std::move(which)); };
    const auto months = [&](const std::string& from, const std::string& to) {
        keep([=](const plan& p) { return p.from && to_string(*p.from) == from && to_string(*p.to) == to; });
    };
    if (begins(part, "total of ") && t.file == "croatia.csv")
        q.of = plans_of(t.file, [&](form& by) { by.columns.find("amount")->second = {{after(part, "total of ")}}; });
    else if (begins(part, "fiscal year ")) {
        const int stated = std::stoi(after(part, "fiscal year ").substr(0, 4));
        const bool is_us = t.file == "nyc_capital.csv";
        const int first = is_us ? stated - 1 : stated;
        months(std::to_string(first) + (is_us ? "-07" : "-04"), std::to_string(first + 1) + (is_us ? "-06" : "-03"));
    } else if (begins(part, "total of fiscal years") || begins(part, "fiscal years"))
        keep([](const plan& p) { return p.from.has_value(); });
    else if (part == "prior actuals") keep([](const plan& p) { return p.id.ends_with("/combined_prior_actuals"); });
    else if (part == "remainder to complete") keep([](const plan& p) { return p.id.ends_with("/combined_r_t_c"); });
    else if (part == "city share")
        q.of = plans_of(t.file, [](form& by) {
            by.wide = {"city{fiscal}"};
            by.columns.erase("total");
        });
    else if (part == "CAP") {
        q.of = plans_of(t.file, [](form& by) { by.columns.find("note")->second = {{"CAP or CUR"}}; });
        keep([](const plan& p) { return p.note == "CAP"; });
    } else if (part == "disbursed")
        q.of = plans_of(t.file, [](form& by) { by.columns.find("amount")->second = {{"amountDisbursed"}}; });
    else if (begins(part, "holder ")) keep([=](const plan& p) { return begins(p.holder, after(part, "holder ")); });
    else if (begins(part, "region ")) keep([=](const plan& p) { return p.country == after(part, "region "); });
    else if (begins(part, "programme ")) keep([=](const plan& p) { return p.source == after(part, "programme "); });
    else if (part == "state Concluso") {
        q.of = plans_of(t.file, [](form& by) { by.columns.find("note")->second = {{"OC_STATO_PROGETTO"}}; });
        keep([](const plan& p) { return p.note == "Concluso" && p.status == plan_status::completed; });
    } else if (begins(part, "project ") && t.file == "nyc_capital.csv")
        keep([=](const plan& p) { return begins(p.id, after(part, "project ") + "/"); });
    else if (begins(part, "project tesa SE")) keep([](const plan& p) { return p.holder == "tesa SE"; });
    else if (part == "first row") keep([](const plan& p) { return p.id == "croatia.csv/1"; });
    else if (begins(part, "year ")) q.year = std::stoi(part.substr(5));
    else if (begins(part, "begun in ") || begins(part, "planned to begin in ")) {
        const int year = std::stoi(part.substr(part.rfind(' ')));
        keep([=](const plan& p) { return p.from && static_cast<int>(p.from->year()) == year; });
    } else if (begins(part, "contracted in ")) {
        const int year = std::stoi(part.substr(part.rfind(' ')));
        keep([=](const plan& p) { return static_cast<int>(p.announced->year()) == year; });
    } else if (begins(part, "awarded in ")) {
        const std::map<std::string, std::string> day{{"June", "2014-06"}, {"July", "2014-07"}, {"December", "2014-12"}};
        const std::string month = day.at(after(part, "awarded in ").substr(0, part.rfind(' ') - 11));
        keep([=](const plan& p) { return begins(to_string(*p.announced), month); });
    } else if (part == "low" || part == "high") q.end = part;
    else if (part == "Google (Alphabet) + Meta")
        keep([](const plan& p) { return p.holder == "Google (Alphabet)" || p.holder == "Meta"; });
    else if (part == "Amazon + Google (Alphabet) + Meta")
        keep([](const plan& p) { return p.holder != "Microsoft (Azure)"; });
    else if (part == "2025 guidance") keep([](const plan& p) { return p.note == "2025 (guidance)"; });
    else if (t.file == "capex.csv" &&
             (begins(part, "20") || begins(part, "FY") || begins(part, "Q") || begins(part, "Original")))
        keep([=](const plan& p) { return p.note == part; });
    else if (t.file == "capex.csv") keep([=](const plan& p) { return p.holder == part; });
    else if (part == "all years" || part == "total" || part == "Ukupno prihvatljivi troškovi")
        keep([](const plan&) { return true; });
    else FAIL("what is asked is not known: ", part);
}

exact answer(const question& q, const std::string& currency) {
    exact sum;
    for (const plan& p : q.of) {
        if (to_string(p.amount.currency()) != currency) continue;
        if (!std::all_of(q.all.begin(), q.all.end(), [&](const chosen& each) { return each(p); })) continue;
        exact value = q.end == "low"    ? p.amount.bounds().low()
                      : q.end == "high" ? p.amount.bounds().high()
                                        : p.amount.nominal();
        if (q.year != 0) {
            const auto over = period_of(p);
            value = over ? value * over->days_in(q.year).count() / over->length().count() : exact();
        }
        sum += value;
    }
    return sum;
}

} // namespace

TEST_CASE("Published plans: every value that seven tables say") {
    if (!std::filesystem::exists(folder)) {
        MESSAGE("SKIPPED: no ../shared/data/published");
        return;
    }
    std::size_t checked = 0;
    for (const truth& each : read_truth()) {
        CAPTURE(each.file);
        CAPTURE(each.what);
        question asked{plans_of(each.file)};
        ++checked;
        if (each.currency == "count") {
            CHECK(std::to_string(asked.of.size()) == each.value);
            continue;
        }
        std::istringstream parts(each.what);
        std::string part;
        while (std::getline(parts, part, ',')) narrow(asked, each, part.substr(part.find_first_not_of(' ')));
        const std::size_t over = each.value.find('/');
        const exact value = over == std::string::npos
                                ? exact(each.value)
                                : exact(each.value.substr(0, over)) / exact(each.value.substr(over + 1));
        const exact found = answer(asked, each.currency);
        CHECK_MESSAGE(found == value, to_string(found), " is not ", each.value);
    }
    CHECK(checked == 72);
}

TEST_CASE("Published plans: each table says of which form it is, and makes a portfolio") {
    if (!std::filesystem::exists(folder)) {
        MESSAGE("SKIPPED: no ../shared/data/published");
        return;
    }
    for (const char* file : {"nyc_capital.csv", "uk_cra.csv", "croatia.csv", "schleswig_holstein.csv", "grants360.json",
                             "italy_projects.csv", "capex.csv"}) {
        CAPTURE(file);
        plan_file read = read_plans_file(folder + file);
        CHECK_FALSE(read.plans.empty());
        CHECK_NOTHROW(portfolio(read.plans));
        CHECK_FALSE(to_plans_csv(read).empty());
        CHECK_FALSE(to_plans_toml(read).empty());
    }
}
