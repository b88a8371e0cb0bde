// SPDX-License-Identifier: MIT

// Nothing is passed over in silence: each number beside a currency or a scale word is in a figure, in a rate or said
// not to be read, whatever blanks and words are put between them; and what is put into an amount makes it no other.
#include <cambist/prose/parse.hpp>

#include "amounts/cursor.hpp"
#include "corpus.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

using namespace cambist;
using cambist_prose::category;
using cambist_prose::entry;
using cambist_prose::gap;
using cambist_prose::kind;

namespace {

// The tokens of a text, by the words of its language's table alone.
class amounts_of {
public:
    amounts_of(std::string_view text, const prose::language& in) : at_(text, cambist_prose::lexicon::of(in)) {}

    bool is_end(std::size_t i) { return at_.at(i).kind == kind::end; }
    cambist_prose::token at(std::size_t i) {
        at_.release(i);
        return at_.at(i);
    }
    bool is_number(std::size_t i) {
        std::size_t next = i;
        return at_.at(i).kind == kind::number || at_.longest(i, {category::number, category::part}, next) != nullptr;
    }
    // Whether a currency or a scale word goes on with it; a sign on a line of its own is of what follows.
    bool has_more(std::size_t i) {
        if (at_.at(i + 1).kind == kind::symbol && at_.begins_line(i + 1)) return false;
        return at_.at(i + 1).gap != gap::paragraph && (is_money(i + 1) || is_scale(i + 1));
    }
    // Whether a currency's sign or code stands before it.
    bool has_sign(std::size_t i) {
        if (i == at_.first() || at_.at(i).gap == gap::paragraph || !is_money(i - 1)) return false;
        return at_.at(i - 1).kind == kind::symbol || at_.is_code_like(at_.at(i - 1));
    }

private:
    bool is_money(std::size_t i) {
        std::size_t next = i;
        if (is_end(i) || at_.longest(i, category::blocker, next) != nullptr) return false;
        const entry* e =
            at_.longest(i, {category::currency, category::sign, category::before, category::unclear}, next);
        if (e != nullptr) return !e->weak;
        return at_.is_code_like(at_.at(i)) && at_.words().is_strong(at_.text_of(at_.at(i)));
    }
    bool is_scale(std::size_t i) {
        constexpr int million = 6;
        std::size_t next = i;
        const entry* e = at_.longest(i, {category::scale, category::plural}, next);
        if (e == nullptr) return false;
        return e->abbreviation ? at_.at(i).gap == gap::none && at_.at(i).length > 1 : e->power >= million;
    }

    cambist_prose::cursor at_;
};

struct specimen {
    std::string place{};
    prose::language language;
    std::string words{};
};

// All sentences of the corpus, and all that are read wrongly elsewhere.
std::vector<specimen> specimens() {
    std::vector<specimen> all;
    for (const corpus::text& t : corpus::texts()) all.push_back({t.name, prose::language(t.language), t.plain});
    for (const corpus::expression& e : corpus::expressions())
        all.push_back({e.place, prose::language(e.language), e.words});
    for (const char* file : {"misreadings", "quotations", "nearby"}) {
        for (const auto& each : corpus::lines_of(file, {""})) {
            if (each.line.empty() || each.line.starts_with('#')) continue;
            const std::vector<std::string> f = corpus::split(each.line, " | ");
            all.push_back({each.place, prose::language(f.front()), f.back()});
        }
    }
    return all;
}

void check_all_seen(const std::string& text, const prose::language& in) {
    CAPTURE(text);
    const prose::reading said = prose::parse(text, in);
    const auto is_in = [](const auto& all, std::size_t place) {
        return std::any_of(all.begin(), all.end(), [&](const auto& f) { return f.begin <= place && place < f.end; });
    };
    amounts_of amounts(text, in);
    for (std::size_t i = 0; !amounts.is_end(i); ++i) {
        const cambist_prose::token t = amounts.at(i);
        if (!amounts.is_number(i) || !(amounts.has_more(i) || amounts.has_sign(i))) continue;
        CAPTURE(text.substr(t.begin, t.length));
        CHECK((is_in(said.figures, t.begin) || is_in(said.rates, t.begin) || is_in(said.not_read, t.begin)));
    }
}

// Of an interval its larger end, if it has one.
exact size_of(const interval& all) {
    return all.high_end() == bound::infinite ? abs(all.low()) : std::max(abs(all.low()), abs(all.high()));
}

// With something put in at each place of a text that is so; how many there are.
template <class Is, class Check>
int check_with(const std::string& text, std::size_t taken, Is is_place, std::vector<std::string> inserted,
               Check check) {
    int count = 0;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (!is_place(i)) continue;
        for (const std::string& each : inserted) {
            std::string changed = text;
            check(changed.replace(i, taken, each));
            ++count;
        }
    }
    return count;
}

// Whether each figure of a text is within a factor of ten of an amount, or is of all amounts from no larger one on.
void check_magnitude(const std::string& text, const prose::language& in, const exact& meant) {
    constexpr int ten = 10;
    CAPTURE(text);
    for (const prose::find& f : prose::parse(text, in).figures) {
        const interval& bounds = f.amount.bounds();
        const exact read = size_of(bounds);
        CHECK(read < meant * ten);
        CHECK((read * ten > meant || bounds.high_end() == bound::infinite));
    }
}

// Checks a text with each of these in place of the blank after a number of an amount; how many there were.
template <class Check>
int check_after_numbers(const std::string& text, const prose::language& in, std::initializer_list<const char*> between,
                        const Check& check) {
    int count = 0;
    amounts_of amounts(text, in);
    for (std::size_t i = 0; !amounts.is_end(i); ++i) {
        const std::size_t end = amounts.at(i).end();
        const cambist_prose::token next = amounts.at(i + 1);
        if (!amounts.is_number(i) || !amounts.has_more(i) || next.gap != gap::space) continue;
        for (const char* each : between) {
            std::string changed = text;
            check(changed.replace(end, next.begin - end, each));
            ++count;
        }
    }
    return count;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

} // namespace

TEST_CASE("prose silence law: each number beside a currency or a scale word is in a figure, in a rate or not read") {
    for (const specimen& each : specimens()) {
        CAPTURE(each.place);
        check_all_seen(each.words, each.language);
    }
}

TEST_CASE("prose silence law: so it is with blanks of any kind, with unknown words and with line ends before them") {
    int count = 0;
    for (const specimen& each : specimens()) {
        if (each.words.find('\n') != std::string::npos) continue;
        CAPTURE(each.place);
        count += check_after_numbers(
            each.words, each.language,
            {"\u00a0", "\u2009", "\n", "\t", "  ", " xqzv ", " - ", "-", "\u00ad", "\u200b", "&nbsp;", " (xqzv) "},
            [&](const std::string& changed) { check_all_seen(changed, each.language); });
    }
    CHECK(count >= 20'000);
}

TEST_CASE("prose silence law: blanks of any kind, line ends and marks that nobody sees never make an amount another") {
    int count = 0;
    for (const corpus::expression& e : corpus::expressions()) {
        if (!e.meaning || e.meaning->currency.empty() || e.words.find('(') != std::string::npos) continue;
        CAPTURE(e.place);
        const prose::language in(e.language);
        const exact meant = size_of(e.meaning->bounds);
        const auto check = [&](const std::string& changed) { check_magnitude(changed, in, meant); };
        const std::string& text = e.words;
        count += check_with(
            text, 1, [&](std::size_t i) { return text[i] == ' '; }, {"\u00a0", "\u2009", "\u202f", "\n", "  ", " \n "},
            check);
        const auto is_within = [&](std::size_t i) {
            return (is_letter(text[i]) && is_letter(text[i - 1])) || (is_digit(text[i]) && text[i - 1] != ' ');
        };
        count += check_with(text, 0, is_within, {"\u00ad", "\u200b", "\u2060"}, check);
    }
    CHECK(count >= 50'000);
}

TEST_CASE("prose silence law: words that nobody knows within an amount never make it another") {
    int count = 0;
    for (const corpus::expression& e : corpus::expressions()) {
        if (!e.meaning || e.meaning->currency.empty() || e.words.find('(') != std::string::npos) continue;
        CAPTURE(e.place);
        const prose::language in(e.language);
        const exact meant = size_of(e.meaning->bounds);
        count += check_after_numbers(e.words, in, {" xqzv ", " xqzv xqzw ", " (xqzv) ", " [xqzv xqzw] ", " Xqzv Xqzw "},
                                     [&](const std::string& changed) { check_magnitude(changed, in, meant); });
    }
    CHECK(count >= 5'000);
}

TEST_CASE("prose silence law: words and blanks between the groups of a number never make an amount another") {
    int count = 0;
    for (const corpus::expression& e : corpus::expressions()) {
        if (!e.meaning || e.meaning->currency.empty() || e.words.find('(') != std::string::npos) continue;
        CAPTURE(e.place);
        const std::string& text = e.words;
        const auto digits_at = [&](std::size_t i) {
            return static_cast<std::size_t>(
                       std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(i), text.end(), is_digit) -
                       text.begin()) -
                   i;
        };
        const auto is_mark = [&](std::size_t i) {
            return is_digit(text[i - 1]) && (text[i] == ',' || text[i] == '.' || text[i] == ' ') &&
                   digits_at(i + 1) == 3;
        };
        const prose::language in(e.language);
        const exact meant = size_of(e.meaning->bounds);
        count += check_with(text, 1, is_mark, {" xqzv ", " xqzv xqzw ", " (xqzv) ", " [xqzv xqzw] ", ", ", " , "},
                            [&](const std::string& changed) { check_magnitude(changed, in, meant); });
    }
    CHECK(count >= 500);
}
