// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/fwd.hpp>
#include <cambist/rates/law.hpp>
#include <cambist/rates/lookup.hpp>
#include <cambist/rates/rate_table.hpp>

#include <cstdint>

CAMBIST_BEGIN

/// A translation that does not fit the call: it says no currency, or a day where each amount has its own.
class translation_error : public misuse {
public:
    using misuse::misuse;
    error_kind kind() const noexcept override { return error_kind::translation; }
};

/// Whether a rate is taken as the number it was published as, or as the interval its digits leave open.
enum class rate_precision : std::uint8_t { point, as_published };

template <>
inline constexpr auto names_of<rate_precision> = name_table("point", "as_published");
constexpr std::string_view to_string(rate_precision value) noexcept { return name_of(value); }

/// Into which currency, at which rates: one value for every call that converts (IAS 21 calls it translation). It refers
/// to the table, so it is made for a call and not kept.
///
///     convert(1000_USD, {.to = EUR, .rates = rates, .day = 2024y / May / 29, .how = lookup::exactly()});
struct translation {
    currency to{};           ///< the currency of what comes out
    const rate_table& rates; ///< must outlive the call
    asked_day day{};         ///< whose rate is asked for; none where a look-up says so, or quotes hold on any day
    lookup how{};            ///< which quotes may answer for it
    intermediate between{};  ///< the euro amount on the way from one national unit to another
    rate_precision precision =
        rate_precision::point; ///< of figures and their intervals; a sum of money is always a point

    /// The same, into another currency.
    translation into(const currency& other) const { return {other, rates, day, how, between, precision}; }
};

namespace detail {

/// \throws translation_error where no currency is said
inline const translation& require_target(const translation& at) {
    if (!at.to) throw translation_error("no currency to convert to; say which (.to)");
    return at;
}

/// For amounts that have days of their own. \throws translation_error where another day is said
inline const translation& require_no_day(const translation& at) {
    if (at.day)
        throw translation_error("the day " + to_string(*at.day) +
                                " is said of amounts that have days of their own; leave it out (.day)");
    return require_target(at);
}

} // namespace detail

CAMBIST_END
