// SPDX-License-Identifier: MIT
#pragma once

#include "tokens.hpp"

#include <cambist/figures/figure.hpp>
#include <cambist/prose/language.hpp>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cambist_prose {

using namespace cambist;

/// What a phrase of a table is for. Where two phrases of one length fit, the one named first here counts.
enum class category : std::uint8_t {
    blocker,
    neutral,
    several,
    part,
    amount,
    approximate,
    pair,
    mixed,
    one,
    number,
    join,
    scale,
    plural,
    currency,
    sign,
    before,
    symbolic,
    hedge,
    hedge_after,
    limit,
    limit_after,
    comparative,
    between,
    from,
    and_,
    to,
    dash,
    change,
    changed,
    article,
    of,
    per,
    per_unit,
    year,
    equals,
    restate,
    minus,
    plus,
    cents,
    point,
    detect,
    period,
    status
};

/// A set of categories.
class categories {
public:
    constexpr categories(category c) : bits_(std::uint64_t{1} << static_cast<unsigned>(c)) {}
    constexpr categories(std::initializer_list<category> all) {
        for (const category c : all) bits_ |= categories(c).bits_;
    }
    constexpr bool has(category c) const noexcept { return (bits_ >> static_cast<unsigned>(c) & 1) != 0; }
    constexpr std::uint64_t bits() const noexcept { return bits_; }
    friend constexpr categories operator|(categories a, const categories& b) noexcept {
        a.bits_ |= b.bits_;
        return a;
    }

private:
    std::uint64_t bits_ = 0;
};

/// Each begins a figure, or stands before what does.
inline constexpr categories starters{
    category::neutral, category::several, category::part,    category::amount, category::approximate, category::pair,
    category::one,     category::number,  category::scale,   category::plural, category::sign,        category::before,
    category::hedge,   category::limit,   category::between, category::from,   category::minus};

/// A phrase's meaning.
struct entry {
    category what = category::detect;
    bool abbreviation = false; ///< of a scale: only after digits
    bool implied = false;      ///< of a scale: without a number before it, it is one
    bool weak = false;         ///< of a currency: only with a scale word
    bool weight = false;       ///< of a currency: a weight too
    char family = '\0';        ///< of a currency that a policy may replace: 'd'ollar, 'p'ound, 'y'en
    int power = 0;             ///< of a scale
    exact value{};             ///< of a currency: what its minor unit is, 0 of a whole one
    exact unit{};
    cambist::currency money{};
    qualifier stated = qualifier::rounded;
    std::string spelled{}; ///< of a sign without blanks: as it must be written
    std::string name{};    ///< of a period or a status: which
};

/// Everything that a language's table says, ready to be matched against tokens.
class lexicon {
public:
    /// That of a language; made once, and kept.
    static const lexicon& of(const prose::language& l);

    struct node {
        std::vector<entry> entries{};
        std::uint64_t has = 0; ///< categories of its entries
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
    std::string_view decimal() const noexcept { return decimal_; } ///< any of these is a decimal point
    std::string_view group() const noexcept { return group_; }
    bool glues() const noexcept { return glued_; }
    bool is_change(std::uint16_t id) const noexcept { return (traits_[id] & change_bit) != 0; }
    bool is_strong(std::string_view code) const;

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
    /// What is asked of every word, by its number.
    const std::uint8_t* traits() const noexcept { return traits_.data(); }
    /// Whether a period or a status may begin with this word.
    static bool tells(std::uint8_t traits) noexcept { return (traits & tell_bit) != 0; }
    const node& at(std::uint32_t n) const noexcept { return nodes_[n]; }

    /// After which words (their last letters) a limit's phrase says nothing: "a contract over".
    const std::vector<std::string>* exceptions(std::string_view phrase) const;
    /// Whether there are any for a phrase that begins with this word.
    bool has_exceptions(std::uint16_t id) const noexcept { return (traits_[id] & exception_bit) != 0; }
    /// The morphemes of numbers that are written as one word.
    const std::unordered_map<std::string, entry>& morphemes() const noexcept { return morphemes_; }

    /// How compact amounts are written: by power of ten, with {n} for the number and {c} for the currency.
    const std::map<int, std::string>& compact() const noexcept { return compact_; }
    /// How a qualifier is said: "at least {t}", "between {a} and {b}".
    const std::map<std::string, std::string>& said() const noexcept { return said_; }
    /// What a currency may be called in a compact amount, the best first; its code is none of these.
    std::vector<std::string> names(const currency& c) const;

    static constexpr std::string_view year_mark = "\xee\x80\x80";  // U+E000 stands for a year in a period's phrase
    static constexpr std::string_view count_mark = "\xee\x80\x81"; // U+E001 for a number of years

private:
    explicit lexicon(const prose::language& l);

    void read(std::string_view table, std::string_view name, std::string_view region);
    void read_line(std::string_view line, std::string_view region);
    void add(std::string_view phrase, entry meaning);
    void add_abbreviated(std::string_view phrase, const entry& meaning);

    static constexpr std::uint8_t exception_bit = 1;
    static constexpr std::uint8_t change_bit = 2;
    static constexpr std::uint8_t tell_bit = 4;
    static constexpr std::uint8_t money_bit = 8;
    static constexpr std::uint8_t belong_bit = 16;

    vocabulary words_{};
    std::vector<node> nodes_{1};
    std::vector<std::uint32_t> roots_{};
    std::vector<std::uint64_t> reach_{};
    std::vector<std::uint8_t> traits_{};
    std::unordered_map<std::string, std::vector<std::string>> exceptions_{};
    std::unordered_map<std::string, entry> morphemes_{};
    struct named {
        cambist::currency money;
        category what;
        std::string text;
    };
    std::vector<named> names_{};
    std::vector<std::vector<std::uint16_t>> money_phrases_{};
    std::map<int, std::string> compact_{};
    std::map<std::string, std::string> said_{};
    bool compact_in_words_ = false;
    std::vector<std::string> strong_{};
    std::string decimal_ = ".";
    std::string group_ = ",";
    bool glued_ = false;
};

/// A table as it stands in languages/: its tag and its text.
struct language_table {
    std::string_view code;
    std::string_view text;
};
const std::vector<language_table>& language_tables();
std::string_view common_table();

} // namespace cambist_prose
