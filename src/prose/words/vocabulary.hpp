// SPDX-License-Identifier: MIT
#pragma once

#include "bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cambist_prose {

/// Longer words mean nothing here.
inline constexpr std::size_t max_word_bytes = 96;

/// The words that mean something, by their folded form.
class vocabulary {
public:
    vocabulary();

    std::uint16_t add(std::string_view folded);
    /// 0 where it is not there.
    std::uint16_t find(std::string_view folded) const noexcept {
        return folded.size() <= 8 ? find_short(load_up_to_eight(folded)) : find_long(folded);
    }
    /// A word of up to eight bytes, with zeros after them: most are.
    std::uint16_t find_short(std::uint64_t word) const noexcept {
        const slot* s = short_.data() + place_of(word);
        // Nobody can foretell whether a word is one of these, so two slots are compared without a branch; and seldom do
        // both hold others.
        const auto id = static_cast<std::uint16_t>((s[0].key == word ? s[0].id : 0) | (s[1].key == word ? s[1].id : 0));
        if ((id == 0) & (s[0].id != 0) & (s[1].id != 0)) [[unlikely]] {
            for (s += 2; s->id != 0; ++s) {
                if (s->key == word) return s->id;
            }
        }
        return id;
    }
    /// A longer one. No more than the words that are made known can collide on purpose, and a word that collides with
    /// one of them is compared.
    std::uint16_t find_long(std::string_view folded) const noexcept;
    /// A longer one of plain letters, capitals or not.
    std::uint16_t find_long_in_capitals(std::string_view letters) const noexcept;

    std::size_t size() const noexcept { return words_.size(); }
    const std::string& word(std::uint16_t id) const noexcept { return words_[id]; }

private:
    struct slot {
        std::uint64_t key = 0; ///< the word itself, or a longer one's hash
        std::uint16_t id = 0;
    };
    // The top bits of a product depend on all of a word.
    std::size_t place_of(std::uint64_t key) const noexcept { return key * 0xbf58476d1ce4e5b9u >> shift_; }
    template <class Is>
    std::uint16_t find_hash(std::uint64_t hash, Is is) const noexcept;
    void make_room();
    void place(std::uint16_t id);

    std::vector<std::string> words_{1};
    // Slots for four times the words, so that most words of a text, which are none of these, are found so at once; and
    // more behind them, for those that find theirs taken.
    std::vector<slot> short_{};
    std::vector<slot> long_{};
    int shift_ = 0;
};

} // namespace cambist_prose
