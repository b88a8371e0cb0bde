// SPDX-License-Identifier: MIT
#include <cambist/prose/draft.hpp>
#include <cambist/text/detail/toml.hpp>
#include <cambist/text/figure_words.hpp>
#include <cambist/text/utf8.hpp>

#include <algorithm>
#include <iterator>

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

// What the text says near a figure, as a comment that becomes a key of the plan where a person takes the '#' away.
std::string hint(const candidate& c) {
    const std::string words = "  # \"" + line_of(c.words) + "\"\n";
    switch (c.what) {
    case kind::from: return "# from = " + c.value + words;
    case kind::to: return "# to = " + c.value + words;
    case kind::years: return "## over " + c.value + " years:" + words;
    case kind::announced: return (c.value.empty() ? "## announced:" : "# announced = " + c.value) + words;
    case kind::status: return "# status = " + toml(c.value) + words;
    case kind::supersedes: return "## supersedes = \"F?\"" + words;
    case kind::context: return "kind = \"context\"" + words; // so that it is in no total until a person says so
    }
    return {};
}

// The hints, of which a second one of its kind stays a comment: a plan has a key once.
std::string hints_of(const std::vector<candidate>& all) {
    std::string hints;
    std::vector<kind> told;
    for (const candidate& c : all) {
        const std::string line = hint(c);
        const bool is_again = std::find(told.begin(), told.end(), c.what) != told.end();
        hints += is_again && !line.starts_with("##") ? (line.starts_with("#") ? "#" : "## ") + line : line;
        if (!line.starts_with("##")) told.push_back(c.what);
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

std::string plan_of(const find& f, std::size_t number) {
    const std::string plan = "\n[[plan]]\nid = \"F" + std::to_string(number) +
                             "\"\namount = " + toml(short_form(f.amount)) + "\nnote = " + toml(f.amount.words()) + "\n";
    if (f.restates) return plan + "restates = \"F" + std::to_string(*f.restates + 1) + "\"\n";
    return plan + "## holder = \"\"\n## project = \"\"\n## country = \"\"\n" + hints_of(f.nearby) +
           keys_without(f.nearby);
}

} // namespace

std::string draft_plans(const reading& said, std::string_view source) {
    std::string file = "# Drafted from " + line_of(source) +
                       ": to be completed by a person. What the text does not say, or only\n"
                       "# hints at, stands in comments; confirm it, and take the '#' away; where two stand, complete "
                       "the line first.\n\n"
                       "title = " +
                       toml("Figures of " + std::string(source)) + "\n";
    for (const rate_note& n : said.rates) {
        file += "\n[[rate]]\nquote = " + toml(to_string(n.quote)) + "\nsource = " + toml(n.words) +
                "\n# day = 2024-05-29              # none is stated, so it holds on any day\n";
    }
    for (std::size_t i = 0; i < said.figures.size(); ++i) file += plan_of(said.figures[i], i + 1);
    return file;
}

} // namespace prose
CAMBIST_END
