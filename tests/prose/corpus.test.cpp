// SPDX-License-Identifier: MIT

// The reader against a corpus that was written independently of it: tests/prose/corpus. What it misses, and what it
// finds that is not there, is printed.
#include <cambist/prose/nearby.hpp>
#include <cambist/prose/parse.hpp>

#include "corpus.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <iostream>
#include <map>

using namespace cambist;

namespace {

// The share of each that must be read right: all of it, so that the loss of one word is seen.
const exact required = 1;

struct score {
    int found = 0; // by the reader
    int true_ = 0; // in the corpus
    int right = 0; // in both

    exact precision() const { return found == 0 ? exact(1) : exact(right) / found; }
    exact recall() const { return true_ == 0 ? exact(1) : exact(right) / true_; }
    void print(const char* of) const {
        std::cout << of << ": " << right << " right of " << found << " found and " << true_ << " there; precision "
                  << to_decimal(precision(), {4}) << ", recall " << to_decimal(recall(), {4}) << "\n";
    }
    void check(const char* of) const {
        print(of);
        CHECK(precision() >= required);
        CHECK(recall() >= required);
    }
};

bool matches(const corpus::truth& t, const figure& f) {
    return to_string(f.currency()) == t.currency && f.bounds() == t.bounds && to_string(f.stated()) == t.qualifier;
}

} // namespace

TEST_CASE("prose corpus: single expressions") {
    score s;
    int count = 0;
    for (const corpus::expression& e : corpus::expressions()) {
        ++count;
        s.true_ += e.meaning ? 1 : 0;
        try {
            const figure f = prose::parse_figure(e.words, prose::language(e.language));
            ++s.found;
            if (e.meaning && matches(*e.meaning, f)) {
                ++s.right;
                continue;
            }
            std::cout << "  " << e.place << ": '" << e.words << "' was read as " << to_string(f.currency()) << " "
                      << to_string(f.bounds()) << " " << to_string(f.stated()) << "\n";
        } catch (const error& refused) {
            if (e.meaning)
                std::cout << "  " << e.place << ": '" << e.words << "' was refused: " << refused.what() << "\n";
        }
    }
    CHECK(count >= 1900);
    s.check("expressions");
}

TEST_CASE("prose corpus: figures in texts, their ends and what they restate") {
    score figures, rates;
    int count = 0;
    for (const corpus::text& t : corpus::texts()) {
        ++count;
        const prose::reading said = prose::parse(t.plain, prose::language(t.language));
        CAPTURE(t.name);
        CHECK(prose::detect_language(t.plain).code() == prose::language(t.language).code());
        figures.found += static_cast<int>(said.figures.size());
        figures.true_ += static_cast<int>(t.figures.size());
        std::vector<bool> used(said.figures.size());
        for (const corpus::marked& m : t.figures) {
            bool is_right = false;
            for (std::size_t i = 0; i < said.figures.size(); ++i) {
                const prose::find& f = said.figures[i];
                if (f.begin != m.begin || f.end != m.end) continue;
                used[i] = true;
                is_right = matches(m.meaning, f.amount) && f.restates == m.restates;
                if (!is_right)
                    std::cout << "  " << t.name << ": '" << f.amount.words() << "' was read as "
                              << to_string(f.amount.currency()) << " " << to_string(f.amount.bounds()) << " "
                              << to_string(f.amount.stated()) << (f.restates ? ", a restatement" : "") << "\n";
            }
            figures.right += is_right ? 1 : 0;
            if (!is_right)
                std::cout << "  " << t.name << ": missed '" << t.plain.substr(m.begin, m.end - m.begin) << "'\n";
        }
        for (std::size_t i = 0; i < used.size(); ++i) {
            if (!used[i]) std::cout << "  " << t.name << ": not there: '" << said.figures[i].amount.words() << "'\n";
        }
        rates.found += static_cast<int>(said.rates.size());
        rates.true_ += static_cast<int>(t.rates.size());
        for (const corpus::marked_rate& m : t.rates) {
            bool is_right = false;
            for (const prose::rate_note& n : said.rates) {
                if (n.begin == m.begin && n.end == m.end && to_string(n.quote) == m.quote) is_right = true;
            }
            if (!is_right) {
                for (const prose::rate_note& n : said.rates)
                    std::cout << "  " << t.name << ": rate '" << n.words << "' is " << to_string(n.quote) << "\n";
            }
            rates.right += is_right ? 1 : 0;
        }
    }
    CHECK(count >= 240);
    figures.check("figures in texts");
    rates.check("rates in texts");
}

TEST_CASE("prose corpus: periods and statuses nearby") {
    int count = 0;
    for (const corpus::sentence& s : corpus::sentences()) {
        CAPTURE(s.words);
        ++count;
        const prose::reading said = prose::parse(s.words, prose::language(s.language));
        REQUIRE_FALSE(said.figures.empty());
        const std::vector<prose::candidate> near = prose::read_nearby(said, s.words).front().candidates;
        for (const std::string& wanted : s.nearby) {
            CAPTURE(wanted);
            CHECK(std::any_of(near.begin(), near.end(), [&](const prose::candidate& c) {
                return std::string(to_string(c.what)) + "=" + c.value == wanted &&
                       s.words.substr(c.begin, c.end - c.begin) == c.words;
            }));
        }
        if (s.nearby.empty()) CHECK(near.empty());
    }
    CHECK(count >= 140);
}

TEST_CASE("prose corpus laws: an expression is found alone, in a sentence, and beside another") {
    const std::map<std::string, std::string> joined = corpus::sentences_of_two();
    score s;
    std::map<std::string, corpus::expression> last;
    for (const corpus::expression& e : corpus::expressions()) {
        if (!e.meaning || e.meaning->currency.empty() || e.words.find('(') != std::string::npos) continue;
        const prose::language in(e.language);
        const auto before = last.find(e.language);
        if (before != last.end()) {
            std::string text = joined.at(std::string(in.code()));
            text.replace(text.find("{}"), 2, before->second.words);
            text.replace(text.find("{}"), 2, e.words);
            const prose::reading said = prose::parse(text, in);
            const auto finds = [&](const corpus::truth& t) {
                return std::any_of(said.figures.begin(), said.figures.end(),
                                   [&](const prose::find& f) { return matches(t, f.amount); });
            };
            const bool is_right =
                said.figures.size() == 2 && finds(*before->second.meaning) && finds(*e.meaning) && said.rates.empty();
            if (!is_right) std::cout << "  '" << text << "' was not read as two\n";
            s.found += 1;
            s.true_ += 1;
            s.right += is_right ? 1 : 0;
        }
        last.insert_or_assign(e.language, e);
    }
    s.check("pairs of expressions");
}
