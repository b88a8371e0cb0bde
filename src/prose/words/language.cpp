// SPDX-License-Identifier: MIT
#include <cambist/prose/language.hpp>

#include "table.hpp"

#include <cambist/numbers/detail/numeral.hpp>

#include <algorithm>

namespace cambist_prose {

std::string known_tags() {
    std::string tags;
    for (const language_table& each : language_tables()) (tags += tags.empty() ? "" : ", ") += each.code;
    return tags;
}

} // namespace cambist_prose

CAMBIST_BEGIN
namespace prose {

namespace {

constexpr std::size_t max_subtag = 8;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_capital(c) || is_small(c); }
using cambist::detail::is_digit;
bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }
bool is_all(std::string_view text, bool (*belongs)(char)) { return std::all_of(text.begin(), text.end(), belongs); }

bool is_region(std::string_view subtag) {
    return (subtag.size() == 2 && is_all(subtag, is_letter)) ||
           (subtag.size() == 3 && is_all(subtag, [](char c) { return is_digit(c); }));
}

std::string in_small_letters(std::string_view text) {
    std::string small(text);
    for (char& c : small) c = static_cast<char>(is_capital(c) ? c + 32 : c);
    return small;
}
std::string in_capitals(std::string_view text) {
    std::string capitals(text);
    for (char& c : capitals) c = static_cast<char>(is_small(c) ? c - 32 : c);
    return capitals;
}

std::vector<std::string_view> subtags_of(std::string_view tag) {
    std::vector<std::string_view> all;
    for (std::size_t start = 0; start <= tag.size();) {
        const std::size_t end = std::min(tag.find_first_of("-_", start), tag.size());
        const std::string_view part = all.emplace_back(tag.substr(start, end - start));
        if (part.empty() || part.size() > max_subtag || !is_all(part, is_letter_or_digit))
            throw language_error(detail::quoted(tag) + " is no language tag; write one as fr, de-CH or en-IN");
        start = end + 1;
    }
    return all;
}

} // namespace

void language::read(std::string_view tag) {
    const std::vector<std::string_view> subtags = subtags_of(tag);
    tag_ = in_small_letters(subtags.front());
    const auto& tables = cambist_prose::language_tables();
    if (std::none_of(tables.begin(), tables.end(), [&](const auto& each) { return each.code == tag_; }))
        throw language_error("no table for the language " + detail::quoted(tag) + "; there are " +
                             cambist_prose::known_tags());
    const auto region = std::find_if(subtags.begin() + 1, subtags.end(), is_region);
    if (region != subtags.end()) tag_ += '-' + in_capitals(*region);
}

std::vector<language> languages() {
    std::vector<language> all;
    for (const cambist_prose::language_table& t : cambist_prose::language_tables()) all.emplace_back(t.code);
    return all;
}

} // namespace prose
CAMBIST_END
