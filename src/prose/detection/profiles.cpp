// SPDX-License-Identifier: MIT
#include "profiles.hpp"

#include "../words/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <unordered_map>

namespace cambist_prose {

namespace {

// A longer text has enough words in these.
constexpr std::size_t profiled_bytes = 8'192;
// What tells a language from its neighbours speaks louder than what it shares with them.
constexpr std::size_t for_mark = 2 * recognition::for_word;

char32_t hexadecimal(std::string_view text) {
    std::uint32_t code = 0;
    std::from_chars(text.data(), text.data() + text.size(), code, 16);
    return code;
}

// Each of the parts that a sign parts.
template <class Use>
void each_part(std::string_view text, char by, Use use) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(by), text.size());
        if (end != 0) use(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

bool is_word_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' || c == 0x2019 ||
           (c >= 0xc0 && c < 0x2000 && c != 0xd7 && c != 0xf7) || c >= 0x3040;
}

// The small letter of a capital of the alphabets whose languages have a profile.
char32_t small(char32_t c) {
    const auto is_in = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    if (is_in('A', 'Z') || (is_in(0xc0, 0xde) && c != 0xd7) || is_in(0x391, 0x3a9) || is_in(0x410, 0x42f))
        return c + 0x20;
    if (is_in(0x400, 0x40f)) return c + 0x50;
    if (c == 0x130) return 'i';                                                            // of Turkish
    const bool is_odd = is_in(0x139, 0x148) || is_in(0x179, 0x17e) || is_in(0x1af, 0x1b0); // capitals have odd numbers
    const bool is_even = is_in(0x100, 0x137) || is_in(0x14a, 0x177) || is_in(0x1a0, 0x1a1) || is_in(0x218, 0x21b) ||
                         is_in(0x490, 0x491) || is_in(0x1e00, 0x1eff);
    return (is_odd && c % 2 != 0) || (is_even && c % 2 == 0) ? c + 1 : c;
}

// Whether all but a few letters are capitals, so that none of them tells a name.
bool is_in_capitals(std::string_view text) {
    constexpr std::ptrdiff_t most = 4; // capitals for a small letter
    const auto count = [&](char first) {
        return std::count_if(text.begin(), text.end(), [first](char c) { return c >= first && c <= first + 25; });
    };
    return count('A') > most * count('a');
}

class profiles {
public:
    profiles() {
        each_part(profile_table(), '\n', [&](std::string_view line) {
            if (line.front() != '#') add(line);
        });
    }

    recognition of(std::string_view text) const {
        recognition found;
        found.all = languages_;
        const bool is_shouted = is_in_capitals(text);
        std::string word;
        for (std::size_t at = 0; at < text.size();) {
            const character c = decode_utf8(text, at);
            at += c.bytes;
            if (c.code >= 0x370 && c.code != character::bad) count_script(c.code, found);
            if (c.code != character::bad && is_word_letter(c.code)) {
                const bool is_apostrophe = c.code == '\'' || c.code == 0x2019;
                char letter[4];
                if (!is_apostrophe) word.append(letter, encode_utf8(is_shouted ? small(c.code) : c.code, letter));
                if (!is_apostrophe && at < text.size()) continue;
            }
            if (!word.empty()) count(word, found);
            word.clear();
        }
        return found;
    }

private:
    struct weight {
        std::uint16_t language;
        std::size_t points;
    };

    // "pt Portuguese : de a | não ~ã"
    void add(std::string_view line) {
        const std::size_t colon = line.find(" :");
        const std::size_t bar = std::min(line.find(" | ", colon), line.size());
        const auto own = static_cast<std::uint16_t>(languages_.size());
        recognition::language made{};
        each_part(line.substr(0, colon), ' ', [&](std::string_view part) {
            if (made.code.empty()) made.code = part;
            else if (made.name.empty()) made.name = part;
            else if (part != "script") add_script(part, own);
        });
        languages_.push_back(made);
        each_part(line.substr(colon + 2, bar - colon - 2), ' ',
                  [&](std::string_view word) { add(word, own, recognition::for_word); });
        each_part(line.substr(std::min(bar + 3, line.size())), ' ',
                  [&](std::string_view word) { add(word, own, for_mark); });
    }
    // "3040-30FF*8", "3400-9FFF/6"
    void add_script(std::string_view part, std::uint16_t own) {
        const std::size_t dash = std::min(part.find('-'), part.size() - 1);
        const std::size_t sign = std::min(part.find_first_of("*/"), part.size());
        std::size_t by = 1;
        if (sign != part.size()) std::from_chars(part.data() + sign + 1, part.data() + part.size(), by);
        const bool is_part = sign != part.size() && part[sign] == '/';
        scripts_.push_back({hexadecimal(part.substr(0, dash)), hexadecimal(part.substr(dash + 1, sign - dash - 1)), own,
                            is_part ? recognition::for_word / by : recognition::for_word * by});
    }
    void add(std::string_view word, std::uint16_t own, std::size_t points) {
        auto& into = word.front() == '~' ? letters_ : words_;
        if (word.front() == '~') word.remove_prefix(1);
        into[std::string(word)].push_back({own, points});
    }

    // Names tell little: their letters alone are counted, apart from the others.
    void count(const std::string& word, recognition& found) const {
        const bool is_name = word.front() >= 'A' && word.front() <= 'Z' && word.size() > 1;
        const auto points = is_name ? &recognition::language::in_names : &recognition::language::points;
        if (!is_name) {
            ++found.words;
            add(words_, word, points, found);
        }
        for (std::size_t at = 0; at < word.size();) {
            const character c = decode_utf8(word, at);
            if (c.code >= 0x80) add(letters_, word.substr(at, c.bytes), points, found);
            at += c.bytes;
        }
    }
    // A character of a script of its own.
    void count_script(char32_t code, recognition& found) const {
        for (const script& s : scripts_) {
            if (code >= s.first && code <= s.last) found.all[s.language].points += s.points;
        }
    }
    template <class Map>
    static void add(const Map& all, const std::string& text, std::size_t recognition::language::*to,
                    recognition& found) {
        const auto at = all.find(text);
        if (at == all.end()) return;
        for (const weight& w : at->second) found.all[w.language].*to += w.points;
    }

    struct script {
        char32_t first;
        char32_t last;
        std::uint16_t language;
        std::size_t points; // of each of its characters
    };

    std::vector<recognition::language> languages_{};
    std::vector<script> scripts_{};
    std::unordered_map<std::string, std::vector<weight>> words_{};
    std::unordered_map<std::string, std::vector<weight>> letters_{};
};

} // namespace

recognition recognise(std::string_view text) {
    static const profiles all;
    return all.of(text.substr(0, profiled_bytes));
}

} // namespace cambist_prose
