// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/fwd.hpp>
#include <cambist/numbers/error.hpp>

#include <compare>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

CAMBIST_BEGIN

/// A code that names no currency among those accepted, or an own currency that may not be.
class currency_error : public unreadable {
public:
    using unreadable::unreadable;
    error_kind kind() const noexcept override { return error_kind::currency; }
};

/// A currency as ISO 4217 and CLDR describe it. Days are yyyymmdd, 0 where unknown or, for `last_day`, still in use.
struct currency_facts {
    cambist::currency currency;
    std::string_view name;         ///< in English
    int number = 0;                ///< the ISO numeric code; 0 where there is none
    std::int32_t first_day = 0;    ///< first day of use
    std::int32_t last_day = 0;     ///< last day of use
    cambist::currency successor{}; ///< what replaced it, if anything did
    bool historic = false;         ///< on ISO 4217's list three of withdrawn codes
};

/// The facts of an ISO 4217 currency, active or historic, or null. Logarithmic.
const currency_facts* find_currency(std::string_view code) noexcept;
template <std::same_as<currency> Currency> // and no text, which is a code
const currency_facts* find_currency(const Currency& c) noexcept;
/// By ISO numeric code; the active currency where a number was used twice. Linear.
const currency_facts* find_currency(int number) noexcept;

/// An ISO 4217 currency by its alphabetic code, active or historic, in capitals: "EUR".
/// Throws currency_error.
constexpr currency parse_currency(std::string_view code);

/// A currency of your own: 3 to 7 of A-Z and 0-9, beginning with a letter, which is no ISO code; `digits` of its minor
/// unit, 0 to 18. Throws currency_error.
constexpr currency own_currency(std::string_view code, int digits);
/// An own currency without a minor unit. Throws currency_error.
constexpr currency own_currency(std::string_view code);

/// The codes that reading a text accepts: ISO's, and own ones beside them.
class currency_set {
public:
    /// ISO 4217, active and historic.
    currency_set() = default;
    /// ISO 4217 and these.
    explicit currency_set(const std::vector<currency>& own);

    /// ISO 4217 and the units beside it that markets quote in: GBX, CNH (money/market_units.hpp).
    static currency_set with_market_units();

    void add(const currency& own);
    /// Those besides ISO's, as they were added.
    const std::vector<currency>& own() const noexcept { return own_; }
    /// The one of them that has a code; null if none has. O(log² n).
    const currency* find(std::string_view code) const noexcept;
    /// Throws currency_error.
    currency parse(std::string_view code) const;

private:
    std::vector<currency> own_{};
    std::vector<std::size_t> by_code_{}; // places in `own_`
    bool knows_market_units_ = false;
};

/// Alphabetical by code, as a map's key needs; then by digits.
constexpr std::strong_ordering operator<=>(const currency& a, const currency& b) noexcept;

/// The code, as in "EUR"; of an older unit of one code also its last day, "VES until 2021-09-30". See `unit_on`.
std::string to_string(const currency& c);

// ---- how

namespace detail {

struct currency_access {
    // `digits` is -1 where there is no minor unit. Of a code that is longer than codes are the rest is left out.
    static constexpr currency make(std::string_view code, int digits) noexcept {
        return currency(code.data(), code.size(), digits);
    }
    // From the fields of iso4217.def, where `digit` is a figure or -.
    static constexpr currency iso(const char* code, char digit) noexcept {
        return currency(code[0], code[1], code[2], digit == '-' ? -1 : digit - '0');
    }
    // In the alphabetical order of codes.
    static constexpr std::uint64_t key_of(const currency& c) noexcept { return c.key(); }
    static constexpr std::string_view code_of(const currency& c) noexcept {
        std::size_t length = 0;
        while (length < 7 && c.letters[length] != '\0') ++length;
        return {c.letters, length};
    }
    // Of an older unit the seventh byte of its code, which no code with such units has, is its line in
    // redenominations.def, from 1: less than any character.
    static constexpr std::size_t unit_of(const currency& c) noexcept {
        const auto byte = static_cast<std::size_t>(c.letters[6]);
        return byte < '0' ? byte : 0;
    }
    static constexpr currency older(currency c, std::size_t unit) noexcept {
        c.letters[6] = static_cast<char>(unit);
        return c;
    }
};

} // namespace detail

constexpr std::strong_ordering operator<=>(const currency& a, const currency& b) noexcept {
    return detail::currency_access::key_of(a) <=> detail::currency_access::key_of(b);
}

inline auto currency::code() const { return std::string(detail::currency_access::code_of(*this)); }

/// Every ISO 4217 currency by its code: `currencies::EUR`. Where a code is a macro, `parse_currency("TRY")` says the
/// same.
namespace currencies {
#define CAMBIST_CURRENCY(code, number, digits, ...)                                                                    \
    inline constexpr currency code = detail::currency_access::iso(#code, #digits[0]);
#define CAMBIST_HISTORIC CAMBIST_CURRENCY
#include <cambist/money/iso4217.def>
#undef CAMBIST_CURRENCY
#undef CAMBIST_HISTORIC
} // namespace currencies

namespace detail {

// The constants, and what tables call the lack of one.
namespace iso_units {

using namespace currencies;
inline constexpr currency none{};

} // namespace iso_units

// Each code and its digits, four characters: what a compiler has to know of all currencies, as the text that costs it
// least.
inline constexpr char iso_codes[] =
#define CAMBIST_CURRENCY(code, number, digits, ...) #code #digits
#define CAMBIST_HISTORIC CAMBIST_CURRENCY
#include <cambist/money/iso4217.def>
#undef CAMBIST_CURRENCY
#undef CAMBIST_HISTORIC
    ;
inline constexpr std::size_t iso_count = sizeof(iso_codes) / 4;

constexpr currency iso_currency(std::size_t row) noexcept {
    return currency_access::iso(iso_codes + 4 * row, iso_codes[4 * row + 3]);
}

// `iso_count` where there is none.
constexpr std::size_t find_iso_row(std::string_view code) noexcept {
    if (code.size() != 3) return iso_count;
    const auto key_of = [](const char* letters) {
        int key = 0;
        for (int i = 0; i < 3; ++i) key = key * 256 + static_cast<unsigned char>(letters[i]);
        return key;
    };
    const int wanted = key_of(code.data());
    std::size_t low = 0;
    std::size_t high = iso_count;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (key_of(iso_codes + 4 * middle) < wanted) low = middle + 1;
        else high = middle;
    }
    return low < iso_count && key_of(iso_codes + 4 * low) == wanted ? low : iso_count;
}

// \throws currency_error
[[noreturn]] void refuse_currency(const char* before, std::string_view code, const char* after);
[[noreturn]] void refuse_digits_of_unit(int digits);

constexpr currency make_own(std::string_view code, int digits) {
    bool fits = code.size() >= 3 && code.size() <= 7 && code[0] >= 'A' && code[0] <= 'Z';
    for (const char c : code) fits = fits && ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
    if (!fits)
        refuse_currency("a currency of your own needs a code of 3 to 7 of A-Z and 0-9, beginning with a letter; ", code,
                        " is none");
    if (find_iso_row(code) != iso_count)
        refuse_currency("", code, " is ISO 4217's; give your own currency another code");
    return currency_access::make(code, digits);
}

} // namespace detail

template <std::same_as<currency> Currency>
const currency_facts* find_currency(const Currency& c) noexcept {
    const currency_facts* found = find_currency(detail::currency_access::code_of(c));
    return found != nullptr && found->currency == c ? found : nullptr;
}

constexpr currency parse_currency(std::string_view code) {
    const std::size_t row = detail::find_iso_row(code);
    if (row != detail::iso_count) return detail::iso_currency(row);
    detail::refuse_currency(
        "", code,
        " is no ISO 4217 currency code; codes are three capital letters, as in EUR, and your own are declared first");
}

constexpr currency own_currency(std::string_view code, int digits) {
    if (digits < 0 || digits > 18) detail::refuse_digits_of_unit(digits);
    return detail::make_own(code, digits);
}

constexpr currency own_currency(std::string_view code) { return detail::make_own(code, -1); }

namespace detail {

struct redenomination {
    currency code;
    std::string_view per_new;
    int last_day[3]; // of the older unit: year, month, day
    std::string_view source;
};

inline constexpr redenomination redenominations[] = {
#define CAMBIST_REDENOMINATION(code, per_new, year, month, day, source)                                                \
    {currencies::code, per_new, {year, month, day}, source},
#include <cambist/money/redenominations.def>
#undef CAMBIST_REDENOMINATION
};

} // namespace detail

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/money/currency.ipp>
#endif

template <>
struct std::hash<cambist::currency> {
    std::size_t operator()(const cambist::currency& c) const noexcept {
        return static_cast<std::size_t>((cambist::detail::currency_access::key_of(c) >> 8) * 0x9e3779b97f4a7c15u);
    }
};
