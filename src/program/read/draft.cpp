// SPDX-License-Identifier: MIT
#include "read/text.hpp"

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

} // namespace

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
    for (std::size_t i = 0; i < read.said.figures.size(); ++i) {
        const prose::find& f = read.said.figures[i];
        file += "\n[[plan]]\nid = \"F" + std::to_string(i + 1) + "\"\namount = " + toml(short_form(f.amount)) + "\n";
        file += "note = " + toml(f.amount.words()) + "\n";
        if (f.restates) {
            file += "restates = \"F" + std::to_string(*f.restates + 1) + "\"\n";
            continue;
        }
        bool has_from = false, has_to = false, has_status = false, has_announced = false, is_context = false;
        std::string hints;
        for (const prose::candidate& c : f.nearby) {
            const std::string words = "  # \"" + comment(c.words) + "\"\n";
            using kind = prose::candidate::kind;
            switch (c.what) {
            case kind::from:
                hints += "# from = " + c.value + words;
                has_from = true;
                break;
            case kind::to:
                hints += "# to = " + c.value + words;
                has_to = true;
                break;
            case kind::years: hints += "# over " + c.value + " years:" + words; break;
            case kind::announced:
                hints += c.value.empty() ? "# announced:" + words : "# announced = " + c.value + words;
                has_announced = true;
                break;
            case kind::status:
                hints += "# status = " + toml(c.value) + words;
                has_status = true;
                break;
            case kind::supersedes: hints += "# supersedes = \"F?\"" + words; break;
            case kind::context:
                hints += "# kind = \"context\"" + words;
                is_context = true;
                break;
            }
        }
        file += "# holder = \"\"\n# project = \"\"\n# country = \"\"\n" + hints;
        if (!has_from) file += "# from =\n";
        if (!has_to) file += "# to =\n";
        if (!has_announced) file += "# announced =\n";
        if (!has_status) file += "# status = \"announced\"\n";
        if (!is_context) file += "# kind = \"plan\"\n";
    }
    return file;
}

} // namespace program
