// SPDX-License-Identifier: MIT
#include "vocabulary.hpp"

#include <algorithm>
#include <bit>

namespace cambist_prose {

namespace {

// Of the first eight bytes and the last eight: a longer word is compared anyway.
std::uint64_t hash_of(std::uint64_t first, std::uint64_t last, std::size_t size) noexcept {
    return (first + size) * 0x9e3779b97f4a7c15u ^ last;
}

} // namespace

vocabulary::vocabulary() { make_room(); }

template <class Is>
std::uint16_t vocabulary::find_hash(std::uint64_t hash, Is is) const noexcept {
    for (const slot* s = long_.data() + place_of(hash);; ++s) {
        if (s->id == 0 || (s->key == hash && is(words_[s->id]))) return s->id;
    }
}

std::uint16_t vocabulary::find_long(std::string_view folded) const noexcept {
    return find_hash(hash_of(load_eight(folded.data()), load_eight(folded.data() + folded.size() - 8), folded.size()),
                     [&](const std::string& word) { return word == folded; });
}

std::uint16_t vocabulary::find_long_in_capitals(std::string_view letters) const noexcept {
    const auto small = [](const char* from) { return load_eight(from) | eight_of(0x20); };
    return find_hash(hash_of(small(letters.data()), small(letters.data() + letters.size() - 8), letters.size()),
                     [&](const std::string& word) {
                         return std::equal(word.begin(), word.end(), letters.begin(), letters.end(),
                                           [](char a, char b) { return a == static_cast<char>(b | 0x20); });
                     });
}

void vocabulary::place(std::uint16_t id) {
    const std::string& word = words_[id];
    const bool is_short = word.size() <= 8;
    const std::uint64_t key =
        is_short ? load_up_to_eight(word)
                 : hash_of(load_eight(word.data()), load_eight(word.data() + word.size() - 8), word.size());
    slot* s = (is_short ? short_ : long_).data() + place_of(key);
    while (s->id != 0) ++s;
    *s = {key, id};
}

void vocabulary::make_room() {
    const std::size_t size = std::bit_ceil(words_.size()) * 4;
    shift_ = 64 - std::countr_zero(size);
    // At worst each word, of twice as many as there are now, stands behind the last place, and two that are empty
    // behind them all.
    short_.assign(size + 2 * words_.size() + 2, {});
    long_.assign(size + 2 * words_.size() + 2, {});
    for (std::size_t i = 1; i < words_.size(); ++i) place(static_cast<std::uint16_t>(i));
}

std::uint16_t vocabulary::add(std::string_view folded) {
    if (const std::uint16_t id = find(folded)) return id;
    const auto id = static_cast<std::uint16_t>(words_.size());
    words_.emplace_back(folded);
    if (std::has_single_bit(words_.size())) make_room(); // doubles as they do
    else place(id);
    return id;
}

} // namespace cambist_prose
