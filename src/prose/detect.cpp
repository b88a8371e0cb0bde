// SPDX-License-Identifier: MIT
// Which language a text is in.
#include <cambist/prose/language.hpp>

#include "glued.hpp"
#include "profiles.hpp"
#include "table.hpp"

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
    }

    prose::language of(std::string_view text) const {
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
        return best(points);
    }

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

    // Where nothing tells, or the most is told by several, the one that falls back on itself or else the first.
    prose::language best(const std::vector<std::size_t>& points) const {
        std::size_t best = 0;
        for (std::size_t l = 0; l < points.size(); ++l) {
            const bool is_fallback = language_tables()[l].code == lexicons_[l]->said().fallback;
            if (points[l] > points[best] || (points[l] == points[best] && is_fallback)) best = l;
        }
        return language_of(language_tables()[best]);
    }

    std::vector<const lexicon*> lexicons_{}; // in the order of the tables
    vocabulary all_{};
    std::vector<weights> words_{1}; // by their ids in `all_`
    std::vector<pair> pairs_{};
    weights ideographs_{};
};

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

} // namespace

language_guess guess_language(std::string_view text) {
    using recognised = cambist_prose::recognition::language;
    static const cambist_prose::detector words;
    language_guess guess{{}, words.of(text.substr(0, max_detected_bytes)), 0};
    const cambist_prose::recognition seen = cambist_prose::recognise(text);
    const std::vector<language> read = languages();
    const auto has_table = [&](const recognised& l) {
        return std::any_of(read.begin(), read.end(), [&](const language& each) { return each.code() == l.code; });
    };
    const recognised* own = nullptr;
    const recognised* rival = nullptr;
    for (const recognised& l : seen.all) {
        if (l.code == guess.read_as->code()) own = &l;
        else if (rival == nullptr || l.points > rival->points) rival = &l;
    }
    const std::size_t points = own == nullptr ? 0 : own->points;
    if (own != nullptr) guess.name = own->name;
    std::size_t told = points;
    std::size_t against = rival->points;
    if (!has_table(*rival) && is_another(rival->points, points)) {
        guess = {std::string(rival->name), std::nullopt, 0};
        std::swap(told, against);
    } else if (seen.words >= many_words && std::max(told, against) / for_word * words_for_one < seen.words) {
        guess = {{}, std::nullopt, 0};
    }
    const auto weight = [](std::size_t of) { return (of + for_word) * (of + for_word); };
    guess.sure = static_cast<int>(100 * weight(told) / (weight(told) + weight(against)));
    return guess;
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
