// SPDX-License-Identifier: MIT

// The reader against a corpus that was written independently of it: tests/prose/corpus. What it misses, and what it
// finds that is not there, is printed.
#include <cambist/prose/read.hpp>

#include "corpus.hpp"

#include <doctest/doctest.h>

#include <iostream>

using namespace cambist;

namespace {

// What a corpus must reach of each.
const exact required("0.98");

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
    return to_string(f.currency()) == t.currency && f.bounds() == t.bounds && name_of(f.stated()) == t.qualifier;
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
                      << to_string(f.bounds()) << " " << name_of(f.stated()) << "\n";
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
        const prose::reading said = prose::read_figures(t.plain, prose::language(t.language));
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
                              << name_of(f.amount.stated()) << (f.restates ? ", a restatement" : "") << "\n";
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
