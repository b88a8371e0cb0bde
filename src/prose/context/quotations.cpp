// SPDX-License-Identifier: MIT
#include "quotations.hpp"

#include "../amounts/rate_notes.hpp"
#include "../words/table.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace cambist_prose {

namespace {

// How many tokens before a scale word its amount begins, and after it ends.
constexpr std::size_t before_word = 8;
constexpr std::size_t after_word = 8;

// The power of ten of a scale word that a table has in full; 0 where it has none.
int power_of(const lexicon& words, std::string_view folded) {
    const std::uint16_t id = words.words().find(folded);
    if (id == 0 || words.root(id) == 0) return 0;
    for (const entry& e : words.at(words.root(id)).entries) {
        const bool is_scale = e.what == category::scale || e.what == category::plural;
        if (is_scale && !e.abbreviation && !e.beside && !e.uncounted) return e.power;
    }
    return 0;
}

} // namespace

std::optional<finding> quotation_reader::read(std::size_t word, std::size_t first) {
    std::optional<finding> found;
    for (const std::string_view code : languages_with(word)) {
        auto f = read_in(code, word, first);
        if (f && found && !(f->amount == found->amount)) return std::nullopt;
        if (f && (!found || code == at_.words().said().fallback)) found = std::move(f);
    }
    return found;
}

std::vector<std::string_view> quotation_reader::languages_with(std::size_t word) const {
    const std::string folded = folded_text(at_.text_of(at_.at(word)));
    std::vector<std::string_view> all;
    int power = 0;
    for (const language_table& each : language_tables()) {
        const int said = each.code == own_.code() ? 0 : power_of(lexicon::of(prose::language(each.code)), folded);
        if (said == 0) continue;
        if (std::exchange(power, said) != said && !all.empty()) return {}; // "billion"
        all.push_back(each.code);
    }
    return all;
}

std::optional<finding> quotation_reader::read_in(std::string_view code, std::size_t word, std::size_t first) {
    std::size_t begin = word;
    while (begin > std::max(first, at_.first()) && word - begin < before_word && at_.at(begin).gap != gap::paragraph)
        --begin;
    std::size_t end = word + 1;
    while (end - word < after_word && at_.at(end).kind != kind::end && at_.at(end).gap != gap::paragraph) ++end;
    const std::size_t place = at_.at(word).begin - at_.at(begin).begin;

    std::string tag(code); // a region's money is its own in any language
    if (!own_.region().empty()) (tag += '-') += own_.region();
    cursor there(at_.words_of(begin, end), lexicon::of(prose::language(tag)));
    grammar figures(there, policy_);
    for (std::size_t i = 0; there.at(i).kind != kind::end && there.at(i).begin <= place;) {
        const std::size_t neutral = figures.neutral_end(i);
        auto f = neutral == i && figures.may_begin(i) ? figures.read(i, nowhere) : std::nullopt;
        i = f ? f->end : std::max(neutral, i + 1);
        if (!f || there.at(f->end - 1).end() <= place) continue;
        const std::string_view name = std::string_view(f->amount.words()).substr(f->how.name, f->how.name_length);
        if (f->is_article || (name == "$" && at_.lands().is_abroad())) return std::nullopt;
        const std::size_t from = at_.at(begin).begin;
        const auto first_token = token_at(begin, from + there.at(f->begin).begin);
        const auto last_token = token_at(word, from + there.at(f->end - 1).begin);
        if (!first_token || !last_token) return std::nullopt;
        f->begin = *first_token;
        f->end = *last_token + 1;
        f->how.quoted_in = code;
        return figures_.in_context(*std::move(f));
    }
    return std::nullopt;
}

// The token from `i` on that begins at a byte.
std::optional<std::size_t> quotation_reader::token_at(std::size_t i, std::size_t byte) {
    while (at_.at(i).kind != kind::end && at_.at(i).begin < byte) ++i;
    return at_.at(i).begin == byte ? std::optional(i) : std::nullopt;
}

} // namespace cambist_prose
