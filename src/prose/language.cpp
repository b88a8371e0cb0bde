// SPDX-License-Identifier: MIT
#include <cambist/prose/language.hpp>

#include "quantity.hpp"

#include <algorithm>

CAMBIST_BEGIN
namespace prose {

namespace {

bool is_all(std::string_view text, bool (*belongs)(char)) { return std::all_of(text.begin(), text.end(), belongs); }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_letter_or_digit(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

std::string known_tags() {
    std::string tags;
    for (const cambist_prose::language_table& t : cambist_prose::language_tables())
        (tags += tags.empty() ? "" : ", ") += t.code;
    return tags;
}

// Which languages each word speaks for, and how much.
class detector {
public:
    detector() {
        const auto& tables = cambist_prose::language_tables();
        weights_.resize(1);
        for (std::size_t l = 0; l < tables.size(); ++l) {
            const cambist_prose::lexicon& words = cambist_prose::lexicon::of(language(tables[l].code));
            lexicons_.push_back(&words);
            for (std::uint16_t id = 1; id < words.words().size(); ++id) {
                const std::uint32_t root = words.root(id);
                if (root == 0 || words.words().word(id).size() < 2) continue;
                const bool is_function_word =
                    (words.at(root).has & cambist_prose::categories(cambist_prose::category::detect).bits()) != 0;
                const std::uint16_t mine = all_.add(words.words().word(id));
                weights_.resize(std::max<std::size_t>(weights_.size(), mine + std::size_t{1}));
                weights_[mine].resize(tables.size());
                weights_[mine][l] += is_function_word ? 3 : 1;
            }
        }
    }

    language of(std::string_view text) const {
        const auto& tables = cambist_prose::language_tables();
        std::vector<std::size_t> scores(tables.size());
        std::size_t ideographs = 0;
        cambist_prose::lexer cut(text, all_);
        cambist_prose::token before{};
        for (cambist_prose::token t = cut.next(); t.kind != cambist_prose::kind::end; before = t, t = cut.next()) {
            ideographs += t.kind == cambist_prose::kind::ideograph ? 1 : 0;
            const std::string_view written = text.substr(t.begin, t.length);
            if (t.kind == cambist_prose::kind::number) {
                if (const char point = point_of(written); point != '\0') {
                    for (std::size_t l = 0; l < scores.size(); ++l)
                        scores[l] += lexicons_[l]->decimal().front() == point ? 1u : 0u;
                }
            } else if (t.kind == cambist_prose::kind::symbol && before.length == 1 &&
                       t.gap == cambist_prose::gap::none && (written == "'" || written == "\xe2\x80\x99")) {
                const char elided = text[before.begin]; // "d'euros" and "l'Italie"; "l'euro" is Italian too
                if (elided == 'd' || elided == 'l' || elided == 'L' || elided == 'D') {
                    scores[index_of("fr")] += 2;
                    scores[index_of("it")] += 1;
                }
            } else if (t.id == 0 && t.kind == cambist_prose::kind::word && text.size() <= few_bytes) {
                for (std::size_t l = 0; l < scores.size(); ++l) // "duecentomila", "zweihunderttausend"
                    scores[l] += cambist_prose::is_glued_number(written, *lexicons_[l]) ? 2u : 0u;
            }
            if (t.id == 0 || t.kind != cambist_prose::kind::word || weights_[t.id].empty()) continue;
            for (std::size_t l = 0; l < scores.size(); ++l) scores[l] += weights_[t.id][l];
        }
        std::size_t best = index_of("en");
        scores[index_of("ja")] += ideographs * 2;
        for (std::size_t l = 0; l < scores.size(); ++l) {
            if (scores[l] > scores[best]) best = l;
        }
        return language(tables[best].code);
    }

private:
    // A longer text has enough words of other kinds.
    static constexpr std::size_t few_bytes = 200;

    // What is the decimal point of a number, as in "3,5" and "1.234.567"; '\0' where it may be either.
    static char point_of(std::string_view number) {
        const std::size_t last = number.find_last_of(".,");
        if (last == std::string_view::npos) return '\0';
        const char mark = number[last];
        const char other = mark == '.' ? ',' : '.';
        if (number.find(mark) != last) return other; // it groups
        return number.size() - last - 1 == 3 ? '\0' : mark;
    }
    static std::size_t index_of(std::string_view code) {
        const auto& tables = cambist_prose::language_tables();
        const auto found =
            std::find_if(tables.begin(), tables.end(), [&](const auto& each) { return each.code == code; });
        return static_cast<std::size_t>(found - tables.begin());
    }

    std::vector<const cambist_prose::lexicon*> lexicons_{}; // in the order of the tables
    cambist_prose::vocabulary all_{};
    std::vector<std::vector<std::size_t>> weights_{};
};

} // namespace

language::language(std::string_view tag) {
    std::string code;
    std::string region;
    for (std::size_t start = 0; start <= tag.size();) {
        const std::size_t end = std::min(tag.find_first_of("-_", start), tag.size());
        const std::string_view part = tag.substr(start, end - start);
        if (part.empty() || part.size() > 8 || !is_all(part, is_letter_or_digit)) {
            throw language_error(detail::quoted(tag) + " is no language tag; write one as fr, de-CH or en-IN");
        }
        std::string subtag(part);
        if (start == 0) {
            for (char& c : subtag) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
            code = std::move(subtag);
        } else if (region.empty() &&
                   ((part.size() == 2 && is_all(part, is_letter)) ||
                    (part.size() == 3 && is_all(part, [](char c) { return c >= '0' && c <= '9'; })))) {
            for (char& c : subtag) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
            region = std::move(subtag);
        }
        start = end + 1;
    }
    const auto& tables = cambist_prose::language_tables();
    if (std::none_of(tables.begin(), tables.end(), [&](const auto& each) { return each.code == code; }))
        throw language_error("no table for the language " + detail::quoted(tag) + "; there are " + known_tags());
    tag_ = region.empty() ? code : code + "-" + region;
}

std::vector<language> languages() {
    std::vector<language> all;
    for (const cambist_prose::language_table& t : cambist_prose::language_tables()) all.emplace_back(t.code);
    return all;
}

language detect_language(std::string_view text) {
    static const detector words;
    return words.of(text.substr(0, max_detected_bytes));
}

} // namespace prose
CAMBIST_END
