// SPDX-License-Identifier: MIT
#include "vocabulary.hpp"

#include <algorithm>

namespace cambist_prose {

vocabulary::vocabulary() : words_(1), short_(1024), long_(1024) {}

// Of the first eight bytes and the last eight, which overlap or leave out what is between: a word of more than eight
// bytes is compared anyway.
std::uint64_t vocabulary::hash_of(std::string_view text) noexcept {
    return mixed(mixed(load_eight(text.data()) + text.size()) ^ load_eight(text.data() + text.size() - 8));
}

template <class Is>
std::uint16_t vocabulary::find_hash(std::uint64_t hash, Is is) const noexcept {
    for (std::size_t at = hash & (long_.size() - 1);; at = (at + 1) & (long_.size() - 1)) {
        const slot& s = long_[at];
        if (s.id == 0 || (s.key == hash && is(words_[s.id]))) return s.id;
    }
}

std::uint16_t vocabulary::find_long(std::string_view folded) const noexcept {
    return find_hash(hash_of(folded), [&](const std::string& word) { return word == folded; });
}

std::uint16_t vocabulary::find_long_in_capitals(std::string_view letters) const noexcept {
    const char* const last = letters.data() + letters.size() - 8;
    const std::uint64_t hash = mixed(mixed((load_eight(letters.data()) | eight_of(0x20)) + letters.size()) ^
                                     (load_eight(last) | eight_of(0x20)));
    return find_hash(hash, [&](const std::string& word) {
        return word.size() == letters.size() &&
               std::equal(word.begin(), word.end(), letters.begin(),
                          [](char a, char b) { return a == static_cast<char>(b | 0x20); });
    });
}

void vocabulary::place(std::uint16_t id) {
    const std::string& word = words_[id];
    const bool is_short = word.size() <= 8;
    std::vector<slot>& slots = is_short ? short_ : long_;
    const std::uint64_t key = is_short ? load_up_to_eight(word) : hash_of(word);
    std::size_t at = is_short ? place_of(key) : key & (slots.size() - 1);
    while (slots[at].id != 0) at = (at + 1) & (slots.size() - 1);
    slots[at] = {key, id};
}

std::uint16_t vocabulary::add(std::string_view folded) {
    if (const std::uint16_t id = find(folded)) return id;
    const auto id = static_cast<std::uint16_t>(words_.size());
    words_.emplace_back(folded);
    constexpr std::size_t room =
        4; // slots for a word, so that most words of a text, which are none, are found so at once
    if (words_.size() * room <= short_.size()) {
        place(id);
        return id;
    }
    short_.assign(short_.size() * 2, {});
    long_.assign(short_.size(), {});
    for (std::size_t i = 1; i < words_.size(); ++i) place(static_cast<std::uint16_t>(i));
    return id;
}

} // namespace cambist_prose
