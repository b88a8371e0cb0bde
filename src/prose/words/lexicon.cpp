// SPDX-License-Identifier: MIT
#include "lexicon.hpp"

#include "table.hpp"

#include <cambist/numbers/error.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

namespace cambist_prose {

namespace {

std::string replaced(std::string text, std::string_view sign, std::string_view by) {
    for (std::size_t at = 0; (at = text.find(sign, at)) != std::string::npos; at += by.size())
        text.replace(at, sign.size(), by);
    return text;
}

// Whether a scale word is no abbreviation, which may be many a thing: "bin", "mil", "md".
bool is_in_full(std::string_view word) {
    constexpr std::size_t longer = 5;
    return word.size() >= longer || (!word.empty() && (static_cast<unsigned char>(word.front()) & 0x80) != 0);
}

// Phrases that stand around figures, and are never part of one.
constexpr categories around{category::detect,   category::period,       category::status,      category::year,
                            category::equals,   category::restate,      category::per,         category::per_unit,
                            category::change,   category::symbolic,     category::comparative, category::comma,
                            category::stop,     category::change_after, category::foreign,     category::harmless,
                            category::national, category::credit,       category::part_of,     category::counted,
                            category::elides,   category::land,         category::beyond,      category::each};

} // namespace

const lexicon& lexicon::of(const prose::language& l) {
    static std::mutex guard;
    static std::map<std::string, std::unique_ptr<const lexicon>, std::less<>> made;
    const std::lock_guard lock(guard);
    std::unique_ptr<const lexicon>& slot = made[l.tag()];
    if (!slot) slot.reset(new lexicon(l));
    return *slot;
}

lexicon::lexicon(const prose::language& l) {
    read_table(common_table(), "common", l.region(), said_);
    for (const language_table& table : language_tables()) {
        if (table.code == l.code()) read_table(table.text, table.code, l.region(), said_);
    }
    for (const auto& [phrase, meaning] : said_.phrases) {
        add(phrase, meaning);
        // an abbreviation is as often written without its point
        if (phrase.size() > 2 && phrase.back() == '.' && meaning.what != category::sign)
            add(std::string_view(phrase).substr(0, phrase.size() - 1), meaning);
    }
    if (said_.is_glued) {
        for (const auto& [part, meaning] : said_.morphemes) morphemes_.emplace(part, meaning);
    }
    // The grammar's own signs, so that it knows their fullwidth forms.
    for (const std::string_view sign : {"(", ")", "[", "]", ".", ",", ";", ":", "/", "%", "+", "-", "!", "?"})
        words_.add(sign);
    index();
    mark_money();
}

// The traits and the reach of each word.
void lexicon::index() {
    roots_.resize(words_.size());
    traits_.resize(words_.size());
    // All that a phrase through a node may become; a node is made after the one before it.
    std::vector<std::uint64_t> reach(nodes_.size());
    for (std::size_t n = nodes_.size(); n-- > 0;) {
        reach[n] = nodes_[n].has;
        for (const node::edge& e : nodes_[n].edges) reach[n] |= reach[e.to];
    }
    // A number in words begins some of what is told, too: "three-year".
    const std::uint16_t count = words_.find(dictionary::count_mark);
    const categories told = count != 0 && roots_[count] != 0
                                ? categories{category::period, category::status, category::each, category::number}
                                : categories{category::period, category::status, category::each};
    for (std::size_t id = 0; id < words_.size(); ++id) {
        const std::uint64_t reached = reach[roots_[id]];
        reach_.push_back(reached);
        if ((reached & told.bits()) != 0) traits_[id] |= tell_bit;
        if (roots_[id] != 0 && (nodes_[roots_[id]].has & categories{category::scale, category::plural}.bits()) != 0)
            traits_[id] |= scale_bit;
        if (roots_[id] != 0 && (nodes_[roots_[id]].has & categories(category::change).bits()) != 0)
            traits_[id] |= change_bit;
        if (roots_[id] != 0 && (nodes_[roots_[id]].has & categories(category::foreign).bits()) != 0 &&
            (traits_[id] & belong_bit) == 0 && is_in_full(words_.word(static_cast<std::uint16_t>(id))))
            traits_[id] |= foreign_bit;
    }
    for (const auto& [phrase, endings] : said_.exceptions) {
        traits_[lexer(phrase, words_).next().id] |= exception_bit;
        for (const std::string& ending : endings) exceptional_[phrase].add(ending);
    }
}

// One word of each currency's phrase tells of it: "dollars" of "new zealand dollars", else the first.
void lexicon::mark_money() {
    for (const std::vector<std::uint16_t>& phrase : money_phrases_) {
        if (phrase.size() == 1) traits_[phrase.front()] |= money_bit;
    }
    for (const std::vector<std::uint16_t>& phrase : money_phrases_) {
        if (std::none_of(phrase.begin(), phrase.end(), [this](std::uint16_t id) { return is_money(id); }))
            traits_[phrase.front()] |= money_bit;
    }
}

bool lexicon::is_strong(std::string_view code) const {
    return std::find(said_.codes.begin(), said_.codes.end(), code) != said_.codes.end();
}

bool lexicon::is_dollar(std::string_view code) const {
    return std::find(said_.dollars.begin(), said_.dollars.end(), code) != said_.dollars.end();
}

const std::vector<std::string>* lexicon::exceptions(std::string_view phrase) const {
    const auto found = said_.exceptions.find(std::string(phrase));
    return found == said_.exceptions.end() ? nullptr : &found->second;
}

const vocabulary* lexicon::exceptional_words(std::string_view phrase) const {
    const auto found = exceptional_.find(std::string(phrase));
    return found == exceptional_.end() ? nullptr : &found->second;
}

// The tokens of a phrase, by the same rules as those of a text; words are made known on the way.
std::vector<lexicon::step> lexicon::steps_of(std::string_view phrase) {
    std::string marked(phrase);
    for (const auto& [mark, sign] :
         {std::pair{"%Y", dictionary::year_mark}, {"%N", dictionary::count_mark}, {"%C", dictionary::ideograph_mark}})
        marked = replaced(std::move(marked), mark, sign);
    std::vector<step> steps;
    lexer cut(marked, words_);
    for (token t = cut.next(); t.kind != kind::end; t = cut.next())
        steps.push_back({words_.add(folded_text(std::string_view(marked).substr(t.begin, t.length))), t.gap});
    if (steps.empty()) throw parse_error("a phrase", std::string(phrase), 0);
    roots_.resize(words_.size());
    traits_.resize(words_.size());
    return steps;
}

// The node of a phrase, with those that lead to it.
std::uint32_t lexicon::node_of(const std::vector<step>& steps) {
    const auto fresh = [this] {
        nodes_.emplace_back();
        return static_cast<std::uint32_t>(nodes_.size() - 1);
    };
    std::uint32_t& root = roots_[steps.front().id];
    if (root == 0) root = fresh();
    std::uint32_t n = root;
    for (std::size_t i = 1; i < steps.size(); ++i) {
        std::uint32_t next = follow(n, steps[i].id, steps[i].before);
        if (next == 0) {
            next = fresh();
            const std::uint32_t by = node::key(steps[i].id, steps[i].before);
            std::vector<node::edge>& edges = nodes_[n].edges;
            const auto place = std::lower_bound(edges.begin(), edges.end(), by,
                                                [](const node::edge& e, std::uint32_t key) { return e.by < key; });
            edges.insert(place, {by, next});
        }
        n = next;
    }
    return n;
}

void lexicon::add(std::string_view phrase, entry meaning) {
    if (meaning.what == category::sign && phrase.find(' ') == std::string_view::npos) meaning.spelled = phrase;
    const std::vector<step> steps = steps_of(phrase);
    if (!around.has(meaning.what)) {
        for (const step& s : steps) traits_[s.id] |= belong_bit;
    }
    constexpr categories of_countries{category::land, category::national};
    constexpr categories unnamed{category::unclear, category::cents};
    if ((meaning.money && !of_countries.has(meaning.what)) || unnamed.has(meaning.what)) {
        std::vector<std::uint16_t>& ids = money_phrases_.emplace_back();
        for (const step& s : steps) ids.push_back(s.id);
    }
    // What is said later of a phrase replaces what was said before, as a region's line does.
    node& n = nodes_[node_of(steps)];
    const auto same = std::find_if(n.entries.begin(), n.entries.end(), [&](const entry& e) {
        return e.what == meaning.what && e.what != category::period && e.what != category::status &&
               e.spelled == meaning.spelled;
    });
    n.has |= categories(meaning.what).bits();
    n.is_context = n.is_context || (meaning.what == category::status && meaning.name == "context");
    n.is_time =
        n.is_time || (meaning.what == category::period && (meaning.name == "in" || meaning.name.ends_with(" half")));
    if (same != n.entries.end()) *same = std::move(meaning);
    else n.entries.push_back(std::move(meaning));
    std::stable_sort(n.entries.begin(), n.entries.end(),
                     [](const entry& a, const entry& b) { return a.what < b.what; });
}

} // namespace cambist_prose
