// SPDX-License-Identifier: MIT
#include "read/judged.hpp"

#include <algorithm>
#include <optional>

namespace program {

namespace {

// A TOML string; what could end it or turn it is written as an escape, and what is no UTF-8 as a question mark.
std::string toml(std::string_view text) {
    constexpr char hex[] = "0123456789abcdef";
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte == '"' || byte == '\\') (out += '\\') += text[at];
        else if (byte == '\n' || byte == '\t' || byte == '\r') out += ' ';
        else if (byte < 0x20 || byte == 0x7f) ((out += "\\u00") += hex[byte >> 4]) += hex[byte & 15];
        else out += text[at];
    }
    return out + "\"";
}

// Whether the words are UTF-8 throughout; finds are, candidates and files' names may not be.
std::string comment(std::string_view text) {
    std::string out;
    for (const char c : text) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    return out;
}

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

using kind = prose::candidate::kind;

// What the text says near a figure, as a comment that becomes a key of the plan where a person takes the '#' away.
std::string hint(const prose::candidate& c) {
    const std::string words = "  # \"" + comment(c.words) + "\"\n";
    switch (c.what) {
    case kind::from: return "# from = " + c.value + words;
    case kind::to: return "# to = " + c.value + words;
    case kind::years: return "# over " + c.value + " years:" + words;
    case kind::announced: return (c.value.empty() ? "# announced:" : "# announced = " + c.value) + words;
    case kind::status: return "# status = " + toml(c.value) + words;
    case kind::supersedes: return "# supersedes = \"F?\"" + words;
    case kind::context: return "# kind = \"context\"" + words;
    }
    return {};
}

// The keys that every plan is to have, where the text gives no hint of them.
std::string keys_without(const std::vector<prose::candidate>& hints) {
    constexpr std::pair<kind, const char*> keys[] = {{kind::from, "# from =\n"},
                                                     {kind::to, "# to =\n"},
                                                     {kind::announced, "# announced =\n"},
                                                     {kind::status, "# status = \"announced\"\n"},
                                                     {kind::context, "# kind = \"plan\"\n"}};
    std::string missing;
    for (const auto& [what, key] : keys) {
        const auto is_of = [what = what](const prose::candidate& c) { return c.what == what; };
        if (std::none_of(hints.begin(), hints.end(), is_of)) missing += key;
    }
    return missing;
}

std::string plan_of(const prose::find& f, std::size_t number) {
    const std::string plan = "\n[[plan]]\nid = \"F" + std::to_string(number) +
                             "\"\namount = " + toml(short_form(f.amount)) + "\nnote = " + toml(f.amount.words()) + "\n";
    if (f.restates) return plan + "restates = \"F" + std::to_string(*f.restates + 1) + "\"\n";
    std::string hints;
    for (const prose::candidate& c : f.nearby) hints += hint(c);
    return plan + "# holder = \"\"\n# project = \"\"\n# country = \"\"\n" + hints + keys_without(f.nearby);
}

} // namespace

std::string draft_of(const judged_text& read, const std::string& source) {
    std::string file = "# Drafted from " + comment(source) +
                       ": to be completed by a person. What the text does not say, or only\n"
                       "# hints at, stands in comments; confirm it, and take the '#' away.\n\n"
                       "title = " +
                       toml("Figures of " + source) + "\n";
    for (const prose::rate_note& n : read.said.rates) {
        file += "\n[[rate]]\nquote = " + toml(to_string(n.quote)) + "\nsource = " + toml(n.words) +
                "\n# day = 2024-05-29              # none is stated, so it holds on any day\n";
    }
    for (std::size_t i = 0; i < read.said.figures.size(); ++i) file += plan_of(read.said.figures[i], i + 1);
    return file;
}

} // namespace program
