// SPDX-License-Identifier: MIT
#include "profiles.hpp"

#include <cambist/text/utf8.hpp>

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
        std::string word;
        for (std::size_t at = 0; at < text.size();) {
            const cambist::utf8_character c = cambist::decode_utf8(text, at);
            at += c.bytes;
            if (c.code >= 0x370 && c.code != cambist::utf8_character::bad) count_script(c.code, found);
            if (c.code != cambist::utf8_character::bad && is_word_letter(c.code)) {
                const bool is_apostrophe = c.code == '\'' || c.code == 0x2019;
                if (!is_apostrophe) word.append(text.substr(at - c.bytes, c.bytes));
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

    // Names tell nothing, and are not counted.
    void count(const std::string& word, recognition& found) const {
        if (word.front() >= 'A' && word.front() <= 'Z' && word.size() > 1) return;
        ++found.words;
        add(words_, word, found);
        for (std::size_t at = 0; at < word.size();) {
            const cambist::utf8_character c = cambist::decode_utf8(word, at);
            if (c.code >= 0x80) add(letters_, word.substr(at, c.bytes), found);
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
    static void add(const Map& all, const std::string& text, recognition& found) {
        const auto at = all.find(text);
        if (at == all.end()) return;
        for (const weight& w : at->second) found.all[w.language].points += w.points;
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
