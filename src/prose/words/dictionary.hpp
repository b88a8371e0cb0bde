// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/figures/figure.hpp>

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cambist_prose {

using namespace cambist;

/// The purpose of a phrase of a table. Where two phrases of one length fit, the one named first here counts.
enum class category : std::uint8_t {
    blocker,
    neutral,
    several,
    several_within,
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
    change_after,
    changed,
    compared,
    article,
    of,
    per,
    per_unit,
    year,
    equals,
    restate,
    minus,
    cents,
    no_minor,
    point,
    comma,
    stop,
    detect,
    period,
    status,
    further,
    foreign,
    harmless,
    national,
    unclear,
    credit,
    part_of,
    counted,
    elides,
    clause,
    land,
    beyond,
    aside,
    each
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

/// Currencies of one name, of which a policy may choose another than the customary one.
enum class family : std::uint8_t { none, dollar, pound, yen };

/// A phrase's meaning.
struct entry {
    category what = category::detect;
    bool abbreviation = false; ///< of a scale: only after digits
    bool implied = false;      ///< of a scale: without a number before it, it is one
    bool singular = false;     ///< of a scale: only after less than two
    bool teens = false;        ///< of a number: goes on up to nineteen, "soixante-quinze"
    bool weak = false;         ///< of a currency: only with a scale word
    bool weight = false;       ///< of a currency: a weight too
    bool event = false;        ///< of a currency: what is held in the year after it too, "Euro 2024"
    bool glued = false;        ///< of a currency: only where it touches its number
    bool behind = false;       ///< of a people's adjective: behind its noun, so that no noun follows it
    bool sign_only = false;    ///< of such: of its family it has the sign alone, as Mexican pesos have of dollars
    bool uncounted = false;    ///< of a scale: never after a number, "multi-billion"
    bool beside = false;       ///< of a scale: only beside the currency `money`
    bool in_digits = false;    ///< of what joins numbers: those in digits too
    cambist_prose::family family = family::none;
    int power = 0; ///< of a scale; of a word that tells the language, how much it tells
    exact value{}; ///< of a currency: its minor unit, 0 of a whole one
    exact unit{};
    cambist::currency money{};
    qualifier stated = qualifier::rounded;
    std::string spelled{};                ///< of a sign without blanks: as it must be written
    std::vector<cambist::currency> all{}; ///< of an unclear name: those that it may be
    std::string name{};                   ///< of a period or a status: which
};

/// All that the tables say of a language and a region.
struct dictionary {
    struct phrase {
        std::string text;
        entry meaning;
    };
    std::vector<phrase> phrases{};
    std::vector<phrase> morphemes{}; ///< of numbers, where they are written as one word
    /// Words after which (their last letters) or beside which a phrase does not mean what it says: "a contract over".
    std::unordered_map<std::string, std::vector<std::string>> exceptions{};

    std::string decimal = "."; ///< each of these is a decimal point; the first is written
    bool is_glued = false;     ///< numbers are written as one word
    bool is_spaced = true;     ///< words stand apart
    std::string apart{};       ///< letters that are a scale word though a blank stands before them
    std::string apart_after_sign{};
    std::string leads{};                ///< small letters that are a scale word before a sign that they touch
    std::vector<std::string> codes{};   ///< of currencies, that need no more than a number
    std::string home{};                 ///< the code of a region's own, that shared names and signs are
    std::vector<std::string> dollars{}; ///< of currencies that "$" may be the sign of

    std::map<int, std::string> compact{};      ///< by power of ten, with {n} for the number and {c} for the currency
    std::map<std::string, std::string> said{}; ///< a qualifier: "at least {t}", "between {a} and {b}"
    bool is_named = false;                     ///< a compact amount has its currency's name, not its sign

    std::string fallback{}; ///< the language of a text that tells none

    static constexpr std::string_view year_mark = "\xee\x80\x80";      // U+E000 stands for a year in a phrase
    static constexpr std::string_view count_mark = "\xee\x80\x81";     // U+E001 for a number of years
    static constexpr std::string_view ideograph_mark = "\xee\x80\x82"; // U+E002 for any ideograph
};

} // namespace cambist_prose
