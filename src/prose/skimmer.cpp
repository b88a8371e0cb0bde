// SPDX-License-Identifier: MIT
#include "skimmer.hpp"

#include <cambist/currency.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>

namespace cambist_prose {

namespace {

// ASCII letters as 1 to 26; 0 is any other byte, and `beyond` one that is no ASCII.
constexpr std::uint8_t beyond = 255;
constexpr std::array<std::uint8_t, 256> numbers = [] {
    std::array<std::uint8_t, 256> all{};
    for (std::size_t c = 0; c < 256; ++c) {
        const std::size_t small = c | 0x20;
        all[c] = c >= 0x80 ? beyond : small >= 'a' && small <= 'z' ? static_cast<std::uint8_t>(small - 'a' + 1) : 0;
    }
    return all;
}();

constexpr std::uint8_t number_of(char c) noexcept { return numbers[static_cast<unsigned char>(c)]; }

constexpr std::size_t key_of(std::uint8_t a, std::uint8_t b, std::uint8_t c) noexcept {
    return std::size_t{a} << 10 | std::size_t{b} << 5 | c;
}

} // namespace

const skimmer& skimmer::of(const lexicon& words) {
    static std::mutex guard;
    static std::map<const lexicon*, std::unique_ptr<const skimmer>> made;
    const std::lock_guard lock(guard);
    std::unique_ptr<const skimmer>& slot = made[&words];
    if (!slot) slot.reset(new skimmer(words));
    return *slot;
}

skimmer::skimmer(const lexicon& words) : words_(&words.words()) {
    for (std::size_t id = 1; id < words_->size(); ++id) {
        const auto narrow = static_cast<std::uint16_t>(id);
        if (!words.is_money(narrow)) continue;
        ids_.set(id);
        const std::string& word = words_->word(narrow);
        const character first = decode(word, 0);
        if (number_of(word[0]) == 0 || number_of(word[0]) == beyond) {
            if (first.code < characters_.size()) characters_.set(first.code);
            continue;
        }
        std::uint8_t n[letters] = {};
        for (std::size_t i = 0; i < letters && i < word.size(); ++i)
            n[i] = number_of(word[i]) == beyond ? 0 : number_of(word[i]);
        begins_.set(key_of(n[0], n[1], n[2]));
    }
    for (const currency_facts& row : detail::iso.rows) {
        const std::string code = row.currency.code();
        codes_.set(key_of(number_of(code[0]), number_of(code[1]), number_of(code[2])));
    }
}

std::size_t skimmer::next(std::string_view text, std::size_t at) const noexcept {
    const std::size_t size = text.size();
    const auto at_letter = [&](std::size_t i) { return i < size ? number_of(text[i]) : std::uint8_t{0}; };
    while (at < size) {
        const std::uint8_t first = number_of(text[at]);
        if (first == 0) {
            if (characters_.test(static_cast<unsigned char>(text[at]))) return at;
            ++at;
            continue;
        }
        if (first == beyond) {
            const character c = decode(text, at);
            const char32_t code = plain(c.code);
            // fullwidth letters are left to the lexer
            if (code < characters_.size() ? characters_.test(code) || code != c.code : false) return at;
            at += c.bytes;
            continue;
        }
        const std::size_t start = at;
        const std::uint8_t second = at_letter(at + 1);
        const std::uint8_t third = second == 0 ? std::uint8_t{0} : at_letter(at + 2);
        std::size_t end = at + 1;
        while (end < size && number_of(text[end]) != 0 && number_of(text[end]) != beyond) ++end;
        bool is_plain = end >= size || number_of(text[end]) != beyond;
        if (!is_plain) { // an accent, which may be anywhere in the word
            while (end < size && number_of(text[end]) != 0) {
                const character c = decode(text, end);
                const letter l = c.code == character::bad ? letter::control : kind_of(c.code);
                if (l != letter::word && l != letter::mark) break;
                end += c.bytes;
            }
        }
        const std::string_view word = text.substr(start, end - start);
        at = end;
        if (word.size() > max_word_bytes) continue;
        if (second != beyond && third != beyond) {
            const std::size_t key = key_of(first, second, third);
            if (word.size() == 3 && codes_.test(key) && ((word[0] | word[1] | word[2]) & 0x20) == 0) return start;
            if (is_plain && !begins_.test(key)) continue;
        }
        std::uint16_t id = 0;
        if (is_plain) {
            char small[max_word_bytes];
            for (std::size_t i = 0; i < word.size(); ++i) small[i] = static_cast<char>(word[i] | 0x20);
            id = words_->find({small, word.size()});
        } else {
            id = words_->find(folded_text(word));
        }
        if (id != 0 && ids_.test(id)) return start;
    }
    return size;
}

} // namespace cambist_prose
