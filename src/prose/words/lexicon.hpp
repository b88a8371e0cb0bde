// SPDX-License-Identifier: MIT
#pragma once

#include "dictionary.hpp"
#include "tokens.hpp"

#include <cambist/prose/language.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cambist_prose {

/// A language's dictionary, ready to be matched against tokens.
class lexicon {
public:
    /// That of a language; made once, and kept.
    static const lexicon& of(const prose::language& l);

    struct node {
        std::vector<entry> entries{};
        std::uint64_t has = 0;   ///< categories of its entries
        bool is_context = false; ///< of a status: what is no plan, as a market
        bool is_time = false;    ///< of a period: a year, or a half of one
        struct edge {
            std::uint32_t by; ///< a word, and whether a blank is before it
            std::uint32_t to;
        };
        std::vector<edge> edges{}; ///< in order

        static constexpr std::uint32_t key(std::uint16_t id, gap before) noexcept {
            return std::uint32_t{id} << 1 | (before == gap::space ? 1u : 0u);
        }
    };

    const vocabulary& words() const noexcept { return words_; }
    /// As the tables say it.
    const dictionary& said() const noexcept { return said_; }
    std::string_view decimal() const noexcept { return said_.decimal; } ///< any of these is a decimal point
    /// Whether numbers are written as one word, and whether words stand apart.
    bool glues() const noexcept { return said_.is_glued; }
    bool is_spaced() const noexcept { return said_.is_spaced; }
    /// Whether one letter is a scale word though it stands apart from its digits.
    bool stands_apart(char letter, bool is_after_sign) const noexcept {
        return said_.apart.find(letter) != std::string::npos ||
               (is_after_sign && said_.apart_after_sign.find(letter) != std::string::npos);
    }
    /// Whether one letter is a scale word before the sign that it touches.
    bool leads(char letter) const noexcept {
        return said_.leads.find(static_cast<char>(letter | 0x20)) != std::string::npos;
    }
    bool is_change(std::uint16_t id) const noexcept { return (traits_[id] & change_bit) != 0; }
    bool is_strong(std::string_view code) const;
    bool is_dollar(std::string_view code) const;

    /// Whether a phrase that may be part of a figure has this word anywhere.
    bool belongs(std::uint16_t id) const noexcept { return (traits_[id] & belong_bit) != 0; }

    /// The nodes of the phrases: the one of a first word, and the one after another. 0 is none.
    std::uint32_t root(std::uint16_t id) const noexcept { return roots_[id]; }
    /// The categories of all phrases that begin with this word.
    std::uint64_t reach(std::uint16_t id) const noexcept { return reach_[id]; }
    std::uint32_t follow(std::uint32_t from, std::uint16_t id, gap before) const noexcept {
        if (id == 0 || before == gap::paragraph) return 0;
        const std::uint32_t by = node::key(id, before);
        const std::vector<node::edge>& edges = nodes_[from].edges;
        constexpr std::size_t few = 8;
        auto at = edges.begin();
        if (edges.size() > few)
            at = std::lower_bound(at, edges.end(), by,
                                  [](const node::edge& e, std::uint32_t key) { return e.by < key; });
        else
            while (at != edges.end() && at->by < by) ++at;
        return at != edges.end() && at->by == by ? at->to : 0;
    }
    /// Whether this word tells of a currency: each phrase that names one has such a word.
    bool is_money(std::uint16_t id) const noexcept { return is_money(traits_[id]); }
    static bool is_money(std::uint8_t traits) noexcept { return (traits & money_bit) != 0; }
    /// Whether it begins a scale word, or tells of a currency.
    static bool is_amount(std::uint8_t traits) noexcept { return (traits & (money_bit | scale_bit)) != 0; }
    /// Whether it is a scale word of other languages alone, in full: "Milliarden" in English.
    static bool is_foreign(std::uint8_t traits) noexcept { return (traits & foreign_bit) != 0; }
    /// Whether an amount may have it, of this language or another.
    static bool is_of_amount(std::uint8_t traits) noexcept {
        return (traits & (money_bit | scale_bit | foreign_bit)) != 0;
    }
    /// The traits of every word, by its number.
    const std::uint8_t* traits() const noexcept { return traits_.data(); }
    /// Whether a period or a status may begin with this word.
    static bool tells(std::uint8_t traits) noexcept { return (traits & tell_bit) != 0; }
    const node& at(std::uint32_t n) const noexcept { return nodes_[n]; }

    /// After which words (their last letters) a limit's phrase says nothing: "a contract over".
    const std::vector<std::string>* exceptions(std::string_view phrase) const;
    /// The same words as a vocabulary, to find whole words of a text in.
    const vocabulary* exceptional_words(std::string_view phrase) const;
    /// Whether there are any for a phrase that begins with this word.
    bool has_exceptions(std::uint16_t id) const noexcept { return (traits_[id] & exception_bit) != 0; }
    /// The morphemes of numbers that are written as one word.
    const std::unordered_map<std::string, entry>& morphemes() const noexcept { return morphemes_; }

    /// How a limit or a hedge is told to say nothing after words of change.
    static constexpr std::string_view change_phrase = "change";

private:
    explicit lexicon(const prose::language& l);

    struct step {
        std::uint16_t id;
        gap before;
    };
    void add(std::string_view phrase, entry meaning);
    std::vector<step> steps_of(std::string_view phrase);
    std::uint32_t node_of(const std::vector<step>& steps);
    void index();
    void mark_money();

    static constexpr std::uint8_t exception_bit = 1;
    static constexpr std::uint8_t change_bit = 2;
    static constexpr std::uint8_t tell_bit = 4;
    static constexpr std::uint8_t money_bit = 8;
    static constexpr std::uint8_t belong_bit = 16;
    static constexpr std::uint8_t scale_bit = 32;
    static constexpr std::uint8_t foreign_bit = 64;

    dictionary said_{};
    vocabulary words_{};
    std::vector<node> nodes_{1};
    std::vector<std::uint32_t> roots_{};
    std::vector<std::uint64_t> reach_{};
    std::vector<std::uint8_t> traits_{};
    std::unordered_map<std::string, entry> morphemes_{};
    std::unordered_map<std::string, vocabulary> exceptional_{};
    std::vector<std::vector<std::uint16_t>> money_phrases_{};
};

} // namespace cambist_prose
