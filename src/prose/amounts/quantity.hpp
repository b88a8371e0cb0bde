// SPDX-License-Identifier: MIT
#pragma once

#include "cursor.hpp"
#include "units.hpp"

#include <cambist/numbers/exact.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace cambist_prose {

/// A number in digits.
struct digits {
    exact value{};
    exact unit = 1; ///< of the last digit, or the fraction named
    int decimals = 0;
    int trailing_zeros = 0; ///< of a whole number
    bool is_grouped = false;
    bool is_fraction = false;
    bool is_bare_year = false; ///< four digits that may be a year
};

/// Why digits are no number.
enum class unread : std::uint8_t { malformed, too_long };

/// Digits with their separators by the habits of a language and a text: one that is not the decimal point and stands
/// before three digits groups; one that stands elsewhere is a point all the same; groups are of three digits, or as in
/// 86,45,210.
std::optional<digits> read_digits(std::string_view written, point_habit& habits, unread* why = nullptr);

/// A fraction of two digits at `i`: "1/2".
std::optional<digits> read_ratio(cursor& at, std::size_t i);

/// A number and its scale words, as "2.5 billion", "deux milliards cinq cents millions", "2兆3,000億".
struct quantity {
    exact value{};
    exact unit = 1;
    exact stripped_unit = 1;
    exact scale = 1;            ///< the factor of the last scale words
    exact last_scale = 1;       ///< that of the last of them
    std::size_t end = 0;        ///< the token after it
    std::size_t number_end = 0; ///< the token after its first number
    currency money{};           ///< where the scale word names one too: "TEUR"
    int decimals = 0;
    bool is_digits = false;
    bool has_scale = false;
    bool is_grouped = false;
    bool is_fraction = false;
    bool is_article = false; ///< just "a"
    bool is_hedged = false;  ///< "une dizaine de millions"
    bool is_bare_year = false;
    bool ends_in_digits = false; ///< after a scale word: "12万8000"
    bool ends_in_ones = false;   ///< after millions: "un milliard trois cents"
    bool may_be_range = false;   ///< two thirds, or two to three: "2/3 M€"
};

/// Just digits, multiplied by a scale word's value where there is one.
quantity quantity_of(const digits& d, const exact& scale = 1);

/// The longest quantity at `i`, and beside it the one that ends with its last scale word, since digits after that may
/// be another number; the second may be left out where it is the first.
struct quantities {
    std::optional<quantity> whole{};
    std::optional<quantity> scaled{};
};
/// Whether words may join a number's parts: "two hundred and fifty".
enum class joining : bool { nothing, parts };
quantities read_quantity(cursor& at, std::size_t i, joining join = joining::parts);

} // namespace cambist_prose
