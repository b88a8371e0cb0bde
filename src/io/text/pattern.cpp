// SPDX-License-Identifier: MIT
#include "pattern.hpp"

#include "words.hpp"

#include <cambist/numbers/detail/numeral.hpp>
#include <cambist/numbers/error.hpp>

#include <algorithm>
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

// Where digits end or begin, at or after `from`.
std::size_t find_end_of_kind(std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at)
        if (is_digit(text[at - 1]) != is_digit(text[at])) return at;
    return std::string_view::npos;
}

bool is_of_digits(std::string_view name) { return name == "unit" || name == "year"; }

// Parts that are numbers or periods do not take what is none, so that a pattern leaves other headings alone.
bool fits(std::string_view name, std::string_view text, const pattern::day_test& is_day) {
    const auto digits = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
    if (name == "unit") return digits == text.size() && digits != 0;
    if (name == "year") return digits == text.size() && digits == 4;
    if (name == "period") return digits >= 2;
    if (name == "date" && is_day) return digits != 0 && is_day(text);
    if (name != "fiscal") return !text.empty();
    constexpr std::string_view besides = "FYfyQq/- '\xe2\x80\x93"; // "FY2024", "2024/25", "Q1 FY 2024-25"
    return digits >= 2 && std::all_of(text.begin(), text.end(),
                                      [&](char c) { return is_digit(c) || besides.find(c) != std::string_view::npos; });
}

// A text beyond these is taken apart at the first places, or not at all.
constexpr std::size_t longest_with_second_try = 200;
constexpr std::size_t most_parts = 32;

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
        std::string name(text.substr(open + 1, close - open - 1));
        if (!parts_.empty() && literal.empty() && is_of_digits(parts_.back().name) == is_of_digits(name))
            throw parse_error("text between two parts, of which neither or both are digits", name, open);
        if (parts_.size() == most_parts)
            throw parse_error("at most " + std::to_string(most_parts) + " parts", name, open);
        parts_.push_back({std::move(name), literal});
        at = close + 1;
    }
}

// One text: each part ends at the first place that lets all behind it fit.
class pattern::matching {
public:
    matching(const pattern& of, std::string_view text, const day_test& is_day)
        : parts_(of.parts_), text_(text), is_day_(is_day), end_(text.size()) {
        std::size_t left = of.after_.size(); // which ends the text
        while (left != 0) left -= is_any_blank(text_[--end_]) ? 0u : 1u;
        if (parts_.size() > 1 && text.size() <= longest_with_second_try)
            failed_.resize(parts_.size() * (text.size() + 1));
    }

    bool find(std::size_t part, std::size_t at) {
        if (part + 1 == parts_.size()) return at <= end_ && take(part, at, end_);
        if (has_failed(part, at)) return false;
        for (std::size_t from = at + 1;;) {
            const auto [end, next] = find_next(part + 1, from);
            if (end == std::string_view::npos) break;
            if (take(part, at, end)) {
                if (find(part + 1, next)) return true;
                all_.pop_back();
            }
            if (failed_.empty()) return false;
            from = end + 1;
        }
        if (!failed_.empty()) failed_[part * (text_.size() + 1) + at] = true;
        return false;
    }
    std::vector<found> all() && { return std::move(all_); }

private:
    bool has_failed(std::size_t part, std::size_t at) const {
        return !failed_.empty() && failed_[part * (text_.size() + 1) + at];
    }
    // Where the one before it ends, and it begins.
    std::pair<std::size_t, std::size_t> find_next(std::size_t part, std::size_t from) const {
        if (!parts_[part].before.empty()) return find_folded(text_, parts_[part].before, from);
        const std::size_t at = find_end_of_kind(text_, from);
        return {at, at};
    }
    bool take(std::size_t part, std::size_t begin, std::size_t end) {
        const std::string_view stands = without_ends(text_.substr(begin, end - begin));
        if (!fits(parts_[part].name, stands, is_day_)) return false;
        all_.push_back({parts_[part].name, std::string(stands)});
        return true;
    }

    const std::vector<part>& parts_;
    std::string_view text_;
    const day_test& is_day_;
    std::size_t end_; // of the last part
    std::vector<found> all_{};
    std::vector<bool> failed_{}; // by part and where it begins; none where there is no second try
};

std::optional<std::vector<pattern::found>> pattern::match(std::string_view whole, const day_test& is_day) const {
    const std::string_view text = without_ends(whole);
    if (parts_.empty()) return folded(text) == after_ ? std::optional(std::vector<found>()) : std::nullopt;
    const auto [begin, at] = find_folded(text, parts_.front().before, 0);
    if (begin != 0 || !folded(text).ends_with(after_)) return std::nullopt;
    matching made(*this, text, is_day);
    return made.find(0, at) ? std::optional(std::move(made).all()) : std::nullopt;
}

std::optional<std::vector<pattern::found>> match_first(const std::vector<pattern>& patterns, std::string_view text,
                                                       const pattern::day_test& is_day) {
    for (const pattern& each : patterns) {
        if (auto parts = each.match(text, is_day)) return parts;
    }
    return std::nullopt;
}

} // namespace io
CAMBIST_END
