// SPDX-License-Identifier: MIT
#include <cambist/prose/draft.hpp>

#include "text.hpp"

#include <cambist/text/detail/toml.hpp>
#include <cambist/text/figure_words.hpp>
#include <cambist/text/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

CAMBIST_BEGIN
namespace prose {

namespace {

// Text as one line of UTF-8, whatever it is; words that were found are, a file's name and what stands nearby may not
// be.
std::string line_of(std::string_view text) {
    std::string line(text);
    for (std::size_t at = 0; at < line.size();) {
        const utf8_character c = decode_utf8(line, at);
        if (c.code == utf8_character::bad) line[at] = '?';
        else if (c.code < 0x20 || c.code == 0x7f) line[at] = ' ';
        at += c.bytes;
    }
    return line;
}
std::string id_of(std::size_t plan) { return "\"F" + std::to_string(plan + 1) + '"'; }
std::string toml(std::string_view text) { return detail::toml_string(line_of(text)); }

// An amount in the short form that plan files take, meaning the same interval.
std::string short_form(const figure& f) {
    if (auto words = to_words(f)) return *std::move(words);
    // No words say it as it was said; a limit or a range says the same interval, or little more than it.
    const interval& b = f.bounds();
    if (b.high_end() == bound::infinite) {
        const bool is_open = b.low_end() == bound::open;
        const figure limit(b.low(), b, f.currency(), is_open ? qualifier::more_than : qualifier::at_least);
        if (auto words = to_words(limit)) return *std::move(words);
    }
    if (auto words = to_words(reported_range(b.low(), b.high(), f.currency()))) return *std::move(words);
    return to_words(reported_range(floor(b.low()), ceil(b.high()), f.currency())).value_or("");
}

using kind = candidate::kind;

// A year is a number of TOML, a month is text.
std::string date(const std::string& value) { return value.find('-') == std::string::npos ? value : toml(value); }

// What the text says near a figure, as a comment that becomes a key of the plan where a person takes the '#' away.
std::string hint(const candidate& c) {
    const std::string words = "  # \"" + line_of(c.words) + "\"\n";
    switch (c.what) {
    case kind::from: return "# from = " + date(c.value) + words;
    case kind::to: return (c.value.empty() ? "## to:" : "# to = " + date(c.value)) + words;
    case kind::years: return "## over " + c.value + " years:" + words;
    case kind::announced: return (c.value.empty() ? "## announced:" : "# announced = " + c.value) + words;
    case kind::status: return "# status = " + toml(c.value) + words;
    case kind::supersedes:
        return c.value.empty() ? "## supersedes = \"F?\"" + words : "# supersedes = \"F" + c.value + '"' + words;
    case kind::superseded_by: return "## superseded:" + words;
    case kind::each: return "## an amount for each " + c.value + ", and so not of the whole:" + words;
    case kind::context: return "kind = \"context\"" + words; // so that it is in no total until a person says so
    }
    return {};
}

// Whether a hint cannot stand beside another: a plan has a key once, and ends no earlier than it begins.
bool contradict(const candidate& a, const candidate& b) {
    return a.what == b.what || (a.what == kind::from && b.what == kind::to && b.value < a.value) ||
           (a.what == kind::to && b.what == kind::from && a.value < b.value);
}

// Which plans supersede which, by the lines that are offered: none comes back to where it began.
class successions {
public:
    explicit successions(std::size_t plans) : group_(plans) { std::iota(group_.begin(), group_.end(), std::size_t{0}); }

    // Whether a plan may be offered to supersede one more; noted then.
    bool add(std::size_t plan, std::size_t old) {
        const std::size_t one = group_of(plan);
        const std::size_t other = old < group_.size() ? group_of(old) : one;
        if (one == other) return false;
        group_[one] = other;
        return true;
    }

private:
    std::size_t group_of(std::size_t plan) {
        while (group_[plan] != plan) plan = group_[plan] = group_[group_[plan]];
        return plan;
    }

    std::vector<std::size_t> group_; // of plans that are linked: each leads to its last
};

// The hints of a plan, of which one that contradicts another stays a comment.
std::string hints_of(const std::vector<candidate>& all, std::size_t plan, successions& offered) {
    std::string hints;
    std::vector<const candidate*> told;
    for (const candidate& c : all) {
        const std::string line = hint(c);
        bool is_against =
            std::any_of(told.begin(), told.end(), [&](const candidate* other) { return contradict(*other, c); });
        if (c.what == kind::supersedes && !c.value.empty() && !is_against)
            is_against = !offered.add(plan, std::stoul(c.value) - 1);
        hints += is_against && !line.starts_with("##") ? (line.starts_with("#") ? "#" : "## ") + line : line;
        if (!is_against && !line.starts_with("##")) told.push_back(&c);
    }
    return hints;
}

// The keys that every plan is to have, where the text gives no hint of them.
std::string keys_without(const std::vector<candidate>& hints) {
    constexpr std::pair<kind, const char*> keys[] = {{kind::from, "## from =\n"},
                                                     {kind::to, "## to =\n"},
                                                     {kind::announced, "## announced =\n"},
                                                     {kind::status, "# status = \"announced\"\n"},
                                                     {kind::context, "# kind = \"plan\"\n"}};
    std::string missing;
    for (const auto& [what, key] : keys) {
        const auto is_of = [what = what](const candidate& c) { return c.what == what; };
        if (std::none_of(hints.begin(), hints.end(), is_of)) missing += key;
    }
    return missing;
}

// Plans that may be told twice, by their amounts: the first may be in a headline.
class told_plans {
public:
    explicit told_plans(const std::vector<find>& all) : is_restated_(all.size()) {
        for (const find& f : all)
            if (f.restates) is_restated_[*f.restates] = true;
    }

    // The line that links a figure to the first of its amount; empty where there is none.
    std::string link(const figure& amount, std::size_t i) {
        const auto [first, is_new] = first_.try_emplace(to_string(amount.bounds()) + to_string(amount.currency()), i);
        if (is_new) return {};
        // what others restate is to restate none
        const std::string mark = is_restated_[i] ? "## " : "# ";
        return mark + "restates = " + id_of(first->second) +
               "  # the same amount, and perhaps the same plan told twice\n";
    }

private:
    std::vector<bool> is_restated_;
    std::unordered_map<std::string, std::size_t> first_{};
};

// The lines of a text, counted as far as was asked last.
class line_counter {
public:
    explicit line_counter(std::string_view text) : text_(text) {}

    std::size_t line_of(std::size_t place) {
        line_ +=
            static_cast<std::size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(std::exchange(at_, place)),
                                                text_.begin() + static_cast<std::ptrdiff_t>(place), '\n'));
        return line_;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
};

// Writes the plans of a text, one after the other.
class plan_writer {
public:
    plan_writer(const std::vector<find>& all, const std::vector<sentence>& sentences, std::string_view text)
        : all_(all), sentences_(sentences), text_(text), lines_(text), told_(all), offered_(all.size()) {}

    std::string plan(std::size_t i);

private:
    const std::vector<find>& all_;
    const std::vector<sentence>& sentences_;
    std::string_view text_;
    line_counter lines_;
    told_plans told_;
    successions offered_;
};

std::string plan_writer::plan(std::size_t i) {
    const find& f = all_[i];
    const sentence& around = sentences_[i];
    cambist_prose::require_in(text_, f);
    if (around.begin > around.end || around.end > text_.size())
        throw argument_error("the sentence of " + detail::quoted(f.amount.words()) + " is not in the text");
    const std::string_view words = text_.substr(around.begin, around.end - around.begin);
    std::string plan =
        "\n[[plan]]\nid = " + id_of(i) + "\nconfirmed = false\namount = " + toml(short_form(f.amount)) +
        "\nnote = " + toml("line " + std::to_string(lines_.line_of(f.begin)) + ": " + std::string(words)) + "\n";
    if (f.restates) return plan + "restates = " + id_of(*f.restates) + "\n";
    return plan + told_.link(f.amount, i) + "## holder = \"\"\n## project = \"\"\n## country = \"\"\n" +
           hints_of(around.candidates, i, offered_) + keys_without(around.candidates);
}

} // namespace

std::string draft_plans(const reading& said, std::string_view text, std::string_view source) {
    return draft_plans(said, read_nearby(said, text), text, source);
}

std::string draft_plans(const reading& said, const std::vector<sentence>& nearby, std::string_view text,
                        std::string_view source) {
    if (nearby.size() != said.figures.size())
        throw argument_error(std::to_string(said.figures.size()) + " figures have as many sentences, and here are " +
                             std::to_string(nearby.size()));
    std::string file =
        "# Drafted from " + line_of(source) +
        ": to be completed by a person. A plan is in no total until its line\n"
        "# \"confirmed\" is taken away. What the text does not say, or only hints at, stands in comments: "
        "confirm it,\n# and take the '#' away; where two stand, complete the line first.\n\n"
        "title = " +
        toml("Figures of " + std::string(source)) + "\n";
    for (const rate_note& n : said.rates) {
        file += "\n[[rate]]\nquote = " + toml(to_string(n.quote)) + "\nsource = " + toml(n.words) +
                "\n# day = 2024-05-29              # none is stated, so it holds on any day\n";
    }
    plan_writer plans(said.figures, nearby, text);
    for (std::size_t i = 0; i < said.figures.size(); ++i) file += plans.plan(i);
    return file;
}

} // namespace prose
CAMBIST_END
