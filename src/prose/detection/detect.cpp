// SPDX-License-Identifier: MIT
// Which language a text is in.
#include <cambist/prose/language.hpp>

#include "../words/glued.hpp"
#include "../words/table.hpp"
#include "profiles.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace cambist_prose {

namespace {

// A longer text has enough words of other kinds.
constexpr std::size_t few_bytes = 200;
// Each word of a table speaks for its language, and a number written as one word speaks louder.
constexpr std::size_t for_word = 1;
constexpr std::size_t for_glued = 2;
constexpr std::size_t for_point = 1;
// What so many tables have, as "euro" and "mld", tells of none.
constexpr std::ptrdiff_t of_many = 4;

// The decimal point of a number, as in "3,5" and "1.234.567"; '\0' where it may be either.
char point_of(std::string_view number) {
    const std::size_t last = number.find_last_of(".,");
    if (last == std::string_view::npos) return '\0';
    const char mark = number[last];
    const char other = mark == '.' ? ',' : '.';
    if (number.find(mark) != last) return other; // it groups
    return number.size() - last - 1 == 3 ? '\0' : mark;
}

// How much a node's phrase tells of the language.
std::size_t told_by(const lexicon::node& n) {
    for (const entry& e : n.entries) {
        if (e.what == category::detect) return static_cast<std::size_t>(e.power);
    }
    return 0;
}

// Each language gets points for what a text has of its own.
class detector {
public:
    detector() {
        for (const language_table& table : language_tables()) lexicons_.push_back(&lexicon::of(language_of(table)));
        for (std::size_t l = 0; l < lexicons_.size(); ++l) take_in(l);
        for (weights& w : words_) {
            if (std::ssize(w) - std::count(w.begin(), w.end(), 0) >= of_many) w.clear();
        }
    }

    /// In the order of the tables.
    std::vector<std::size_t> points_of(std::string_view text) const {
        std::vector<std::size_t> points(lexicons_.size());
        lexer cut(text, all_);
        token before{};
        for (token t = cut.next(); t.kind != kind::end; before = t, t = cut.next()) {
            const std::string_view written = text.substr(t.begin, t.length);
            switch (t.kind) {
            case kind::number: add_point(written, points); break;
            case kind::ideograph: add(ideographs_, points); break;
            case kind::symbol: add_pair(before, t, points); break;
            case kind::word:
                if (t.id != 0) add(words_[t.id], points);
                else if (text.size() <= few_bytes) add_glued(written, points);
                break;
            default: break;
            }
        }
        return points;
    }
    /// Whether a text that tells no language is taken for this one.
    bool is_fallback(std::size_t l) const { return language_tables()[l].code == lexicons_[l]->said().fallback; }

private:
    using weights = std::vector<std::size_t>; // of each language; or empty
    struct pair {                             // "d'": a letter, and a sign that touches it
        std::uint16_t first;
        std::uint16_t second;
        weights tell;
    };

    static prose::language language_of(const language_table& table) { return prose::language(table.code); }

    void take_in(std::size_t l) {
        const vocabulary& own = lexicons_[l]->words();
        for (std::uint16_t id = 1; id < own.size(); ++id) {
            if (const std::uint32_t root = lexicons_[l]->root(id)) take_in(l, own.word(id), lexicons_[l]->at(root));
        }
    }
    void take_in(std::size_t l, const std::string& word, const lexicon::node& root) {
        const std::size_t told = told_by(root);
        if (word == dictionary::ideograph_mark) give(ideographs_, l, told);
        else if (word.size() > 1) give(words_of(word), l, told != 0 ? told : for_word);
        for (const lexicon::node::edge& e : root.edges) {
            const std::size_t by_pair = told_by(lexicons_[l]->at(e.to));
            const auto second = static_cast<std::uint16_t>(e.by >> 1);
            if (by_pair != 0 && e.by == lexicon::node::key(second, gap::none))
                give(pair_of(word, lexicons_[l]->words().word(second)), l, by_pair);
        }
    }
    void give(weights& to, std::size_t l, std::size_t weight) {
        to.resize(lexicons_.size());
        to[l] += weight;
    }
    std::uint16_t known(const std::string& word) {
        const std::uint16_t id = all_.add(word);
        words_.resize(std::max<std::size_t>(words_.size(), id + std::size_t{1}));
        return id;
    }
    weights& words_of(const std::string& word) { return words_[known(word)]; }
    weights& pair_of(const std::string& first, const std::string& second) {
        const std::uint16_t one = known(first);
        const std::uint16_t other = known(second);
        for (pair& p : pairs_) {
            if (p.first == one && p.second == other) return p.tell;
        }
        return pairs_.emplace_back(pair{one, other, {}}).tell;
    }

    static void add(const weights& given, std::vector<std::size_t>& points) {
        for (std::size_t l = 0; l < given.size(); ++l) points[l] += given[l];
    }
    void add_pair(const token& before, const token& t, std::vector<std::size_t>& points) const {
        if (t.gap != gap::none) return;
        for (const pair& p : pairs_) {
            if (p.first == before.id && p.second == t.id) add(p.tell, points);
        }
    }
    void add_point(std::string_view number, std::vector<std::size_t>& points) const {
        const char point = point_of(number);
        for (std::size_t l = 0; l < points.size(); ++l)
            points[l] += lexicons_[l]->decimal().front() == point ? for_point : 0;
    }
    // "duecentomila", "zweihunderttausend"
    void add_glued(std::string_view word, std::vector<std::size_t>& points) const {
        for (std::size_t l = 0; l < points.size(); ++l) points[l] += read_glued(word, *lexicons_[l]) ? for_glued : 0;
    }

    std::vector<const lexicon*> lexicons_{}; // in the order of the tables
    vocabulary all_{};
    std::vector<weights> words_{1}; // by their ids in `all_`
    std::vector<pair> pairs_{};
    weights ideographs_{};
};

// How much tells for a language: words of its table, if it has one, and of its profile.
struct candidate_language {
    std::string_view code{};
    std::string_view name{};
    std::size_t table = 0;
    std::size_t profile = 0;
    std::size_t in_names = 0;
    bool is_fallback = false;

    std::size_t all() const noexcept { return table * recognition::for_word + profile + in_names; }
};

struct candidates {
    candidate_language read{};  // the likeliest of those with a table
    candidate_language rival{}; // the next of them
    candidate_language other{}; // the likeliest of those without
    std::size_t words = 0;
};

candidates candidates_of(std::string_view text) {
    static const detector words;
    const recognition seen = recognise(text);
    const std::vector<std::size_t> points = words.points_of(text.substr(0, prose::max_detected_bytes));
    candidates all;
    all.words = seen.words;
    for (const recognition::language& l : seen.all) {
        const auto& tables = language_tables();
        const auto table = std::find_if(tables.begin(), tables.end(), [&](const auto& t) { return t.code == l.code; });
        if (table == tables.end()) {
            if (all.other.code.empty() ||
                std::pair(l.points, l.in_names) > std::pair(all.other.profile, all.other.in_names))
                all.other = {l.code, l.name, 0, l.points, l.in_names};
            continue;
        }
        const auto i = static_cast<std::size_t>(table - tables.begin());
        const candidate_language found{l.code, l.name, points[i], l.points, l.in_names, words.is_fallback(i)};
        const auto order = [](const candidate_language& c) { return std::pair(c.all(), c.is_fallback); };
        if (all.read.code.empty() || order(found) > order(all.read)) all.rival = std::exchange(all.read, found);
        else if (all.rival.code.empty() || found.all() > all.rival.all()) all.rival = found;
    }
    return all;
}

} // namespace

} // namespace cambist_prose

CAMBIST_BEGIN
namespace prose {

namespace {

// Where another language is told by this much more than the one that would be read, that is not what the text is in.
constexpr std::size_t for_word = cambist_prose::recognition::for_word;
constexpr std::size_t few_points = 3 * for_word;
bool is_another(std::size_t other, std::size_t own) { return other >= few_points && other > own + own / 3 + for_word; }

// Of so many words a known language has more than one in so many.
constexpr std::size_t many_words = 60;
constexpr std::size_t words_for_one = 25;

int share(std::size_t told, std::size_t against) {
    const auto weight = [](std::size_t of) { return (of + for_word) * (of + for_word); };
    return static_cast<int>(100 * weight(told) / (weight(told) + weight(against)));
}

} // namespace

language_guess guess_language(std::string_view text) {
    const cambist_prose::candidates all = cambist_prose::candidates_of(text);
    const auto& [read, rival, other, words] = all;
    if (words >= many_words && std::max(read.profile, other.profile) / for_word * words_for_one < words)
        return {{}, std::nullopt, 0};
    if (is_another(other.profile, read.profile))
        return {std::string(other.name), std::nullopt, share(other.profile, read.profile)};
    if (other.all() >= few_points && other.all() >= read.all()) // no better than a toss-up
        return {std::string(other.name), std::nullopt, share(other.all(), read.all())};
    return {std::string(read.name), language(read.code),
            share(read.all(), std::max(std::min(other.all(), read.all()), rival.all()))};
}

language detect_language(std::string_view text) {
    const language_guess guess = guess_language(text);
    if (guess.read_as) return *guess.read_as;
    throw language_error(
        (guess.name.empty() ? "this is like no language that is known" : "this looks like " + guess.name) +
        "; there are " + cambist_prose::known_tags());
}

} // namespace prose
CAMBIST_END
