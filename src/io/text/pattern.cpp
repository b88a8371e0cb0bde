// SPDX-License-Identifier: MIT
#include "pattern.hpp"

#include "words.hpp"

#include <cambist/numbers/detail/numeral.hpp>
#include <cambist/numbers/error.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

using cambist::detail::is_digit;

constexpr bool is_any_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Where what is written as `folded`, or as a blank, stands first at or after `from`, and ends; npos where nowhere.
std::pair<std::size_t, std::size_t> find_folded(std::string_view text, std::string_view sought, std::size_t from) {
    for (std::size_t begin = from; begin <= text.size(); ++begin) {
        std::size_t at = begin;
        std::size_t done = 0;
        while (done < sought.size() && at < text.size()) {
            const char c = is_any_blank(text[at]) ? ' ' : in_lower_case(text[at]);
            if (c == sought[done]) ++at, ++done;
            else if (c == ' ' && at != begin) ++at;
            else break;
        }
        if (done == sought.size()) return {begin, at};
    }
    return {std::string_view::npos, std::string_view::npos};
}

std::string_view without_ends(std::string_view text) {
    while (!text.empty() && is_any_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_any_blank(text.back())) text.remove_suffix(1);
    return text;
}

// Parts that are numbers or periods do not take what is none, so that a pattern leaves other headings alone.
bool fits(std::string_view name, std::string_view text) {
    const auto digits = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
    if (name == "unit") return digits == text.size() && digits != 0;
    if (name == "year") return digits == text.size() && digits == 4;
    if (name == "period") return digits >= 2;
    if (name != "fiscal") return !text.empty();
    constexpr std::string_view besides = "FYfyQq/- '\xe2\x80\x93"; // "FY2024", "2024/25", "Q1 FY 2024-25"
    return digits >= 2 && std::all_of(text.begin(), text.end(),
                                      [&](char c) { return is_digit(c) || besides.find(c) != std::string_view::npos; });
}

} // namespace

std::string folded(std::string_view text) {
    std::string all;
    for (const char c : text) {
        if (!is_any_blank(c)) all += in_lower_case(c);
    }
    return all;
}

pattern::pattern(std::string_view text) {
    std::size_t at = 0;
    for (;;) {
        const std::size_t open = text.find('{', at);
        std::string literal = folded(text.substr(at, open - at));
        if (literal.empty() && open != at) literal = " "; // a blank alone parts two parts
        if (open == std::string_view::npos) {
            after_ = literal == " " ? "" : literal;
            return;
        }
        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos || close == open + 1)
            throw parse_error("a part's name in braces, as {base}", std::string(text.substr(open)), open);
        if (!parts_.empty() && literal.empty())
            throw parse_error("text between two parts", std::string(text.substr(open, 1)), open);
        parts_.push_back({std::string(text.substr(open + 1, close - open - 1)), literal});
        at = close + 1;
    }
}

std::optional<std::vector<pattern::found>> pattern::match(std::string_view whole) const {
    const std::string_view text = without_ends(whole);
    std::vector<found> all;
    if (parts_.empty()) return folded(text) == after_ ? std::optional(all) : std::nullopt;
    auto [begin, at] = find_folded(text, parts_.front().before, 0);
    if (begin != 0) return std::nullopt;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        std::size_t end = text.size();
        std::size_t next = end;
        if (i + 1 < parts_.size()) {
            std::tie(end, next) = find_folded(text, parts_[i + 1].before, at + 1);
            if (end == std::string_view::npos) return std::nullopt;
        } else if (!after_.empty()) { // the last occurrence, which ends the text
            const std::string tail = folded(text.substr(at));
            if (!tail.ends_with(after_) || tail.size() == after_.size()) return std::nullopt;
            std::size_t left = after_.size();
            while (left != 0) left -= is_any_blank(text[--end]) ? 0u : 1u;
        }
        const std::string_view stands = without_ends(text.substr(at, end - at));
        if (!fits(parts_[i].name, stands)) return std::nullopt;
        all.push_back({parts_[i].name, std::string(stands)});
        at = next;
    }
    return all;
}

std::optional<std::vector<pattern::found>> match_first(const std::vector<pattern>& patterns, std::string_view text) {
    for (const pattern& each : patterns) {
        if (auto parts = each.match(text)) return parts;
    }
    return std::nullopt;
}

} // namespace io
CAMBIST_END
