// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/detail/int128.hpp>
#include <cambist/numbers/detail/numeral.hpp>
#include <cambist/numbers/error.hpp>

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

CAMBIST_BEGIN

/// Dividing by zero.
class division_by_zero : public misuse {
public:
    division_by_zero() : misuse("division by zero") {}
    error_kind kind() const noexcept override { return error_kind::division_by_zero; }
};

enum class rounding : std::uint8_t;

/// An integer of at most 64 bits, which can become an `exact` without loss: any but `bool` and the character types.
template <class T>
concept whole_number = std::integral<T> && sizeof(T) <= sizeof(std::int64_t) && !std::same_as<T, bool> &&
                       !std::same_as<T, char> && !std::same_as<T, wchar_t> && !std::same_as<T, char8_t> &&
                       !std::same_as<T, char16_t> && !std::same_as<T, char32_t>;

/// The widest power of ten, either way, that `exact::pow10`, rounding and formatting will make.
inline constexpr int max_power_of_ten = 20'000;

namespace detail {
struct large;
struct limbs_access;
struct exact_parts;
} // namespace detail

/// A rational number that never overflows and never rounds.
///
/// While numerator and denominator fit 64 bits they are held in place: 16 bytes, no allocation, `constexpr`. Larger
/// values continue in shared, immutable storage, and come back when they fit again. A copy costs no more than a
/// reference count; arithmetic on in-place values is a few instructions; on large ones it grows with the digits.
///
///     exact third = exact(1) / 3;
///     third + third + third == 1;   // true
///
/// Values may be used from several threads as `int` may.
class exact {
public:
    /// Zero.
    constexpr exact() noexcept : num_(0), den_(1) {}

    /// Any integer, exactly.
    template <whole_number I>
    constexpr exact(I value) : num_(0), den_(1) {
        if (std::in_range<std::int64_t>(value)) num_ = static_cast<std::int64_t>(value);
        else *this = from_wide(static_cast<detail::int128>(value), 1);
    }

    template <std::floating_point F>
    exact(F) = delete; // write exact("0.1") or 0.1_exact: a floating-point value is not the number that was typed

    /// Reads a strict decimal numeral ("-15.70", "1e6") or a fraction of two integers ("157/10").
    /// \throws parse_error, limit_error (beyond `max_digits` or `max_exponent`), division_by_zero ("1/0")
    constexpr explicit exact(std::string_view text);

    constexpr exact(const exact& other) noexcept : num_(0), den_(other.den_) {
        if (den_ != 0) num_ = other.num_;
        else share(other);
    }
    constexpr exact(exact&& other) noexcept : num_(0), den_(other.den_) {
        if (den_ != 0) num_ = other.num_;
        else take(other);
    }
    constexpr exact& operator=(const exact& other) noexcept {
        if (this != &other) {
            if (den_ == 0) release();
            den_ = other.den_;
            if (den_ != 0) num_ = other.num_;
            else share(other);
        }
        return *this;
    }
    constexpr exact& operator=(exact&& other) noexcept {
        if (this != &other) {
            if (den_ == 0) release();
            den_ = other.den_;
            if (den_ != 0) num_ = other.num_;
            else take(other);
        }
        return *this;
    }
    constexpr ~exact() {
        if (den_ == 0) release();
    }

    constexpr exact& operator+=(const exact& other) {
        std::int64_t sum = 0;
        if (den_ == other.den_ && den_ != 0 && !__builtin_add_overflow(num_, other.num_, &sum)) [[likely]]
            num_ = sum;
        else *this = add(*this, other);
        return *this;
    }
    constexpr exact& operator-=(const exact& other) {
        std::int64_t difference = 0;
        if (den_ == other.den_ && den_ != 0 && !__builtin_sub_overflow(num_, other.num_, &difference)) [[likely]]
            num_ = difference;
        else *this = subtract(*this, other);
        return *this;
    }
    constexpr exact& operator*=(const exact& other) { return *this = *this * other; }
    /// Throws division_by_zero.
    constexpr exact& operator/=(const exact& other) { return *this = *this / other; }

    friend constexpr exact operator+(const exact& a) { return a; }
    friend constexpr exact operator-(const exact& a) {
        if (a.den_ != 0 && a.num_ != INT64_MIN) return exact(a.num_ * -1, a.den_, in_place);
        return subtract(exact(), a);
    }
    friend constexpr exact operator+(const exact& a, const exact& b) {
        std::int64_t sum = 0;
        if (a.den_ == b.den_ && a.den_ != 0 && !__builtin_add_overflow(a.num_, b.num_, &sum)) [[likely]]
            return exact(sum, a.den_, in_place);
        return add(a, b);
    }
    friend constexpr exact operator-(const exact& a, const exact& b) {
        std::int64_t difference = 0;
        if (a.den_ == b.den_ && a.den_ != 0 && !__builtin_sub_overflow(a.num_, b.num_, &difference)) [[likely]]
            return exact(difference, a.den_, in_place);
        return subtract(a, b);
    }
    friend constexpr exact operator*(const exact& a, const exact& b) {
        std::int64_t num = 0;
        std::int64_t den = 0;
        if (!__builtin_mul_overflow(a.den_, b.den_, &den) && den != 0 &&
            !__builtin_mul_overflow(a.small_num(), b.small_num(), &num)) [[likely]]
            return exact(num, den, in_place);
        return multiply(a, b);
    }
    /// Throws division_by_zero.
    friend constexpr exact operator/(const exact& a, const exact& b) { return divide(a, b); }

    friend constexpr bool operator==(const exact& a, const exact& b) {
        if (a.den_ != 0 && b.den_ != 0) {
            return a.den_ == b.den_ ? a.num_ == b.num_ : wide(a.num_) * b.den_ == wide(b.num_) * a.den_;
        }
        return a.den_ == b.den_ && compare_large(a, b) == 0; // a large value never equals one that fits in place
    }
    friend constexpr std::strong_ordering operator<=>(const exact& a, const exact& b) {
        if (a.den_ != 0 && b.den_ != 0) {
            return a.den_ == b.den_ ? a.num_ <=> b.num_ : wide(a.num_) * b.den_ <=> wide(b.num_) * a.den_;
        }
        return compare_large(a, b) <=> 0;
    }

    /// -1, 0 or 1.
    constexpr int sign() const noexcept { return den_ != 0 ? (num_ > 0) - (num_ < 0) : sign_large(); }

    /// The numerator in lowest terms, with the sign of the value.
    constexpr exact numerator() const {
        return den_ != 0 ? exact(num_ / static_cast<std::int64_t>(common()), 1, in_place) : numerator_large();
    }
    /// The denominator in lowest terms, positive.
    constexpr exact denominator() const {
        return den_ != 0 ? exact(den_ / static_cast<std::int64_t>(common()), 1, in_place) : denominator_large();
    }
    constexpr bool is_integer() const { return den_ != 0 ? num_ % den_ == 0 : denominator_large() == exact(1); }

    /// 10 to the power `n`. \throws limit_error beyond ±`max_power_of_ten`
    static constexpr exact pow10(int n) {
        if (n < -18 || n > 18) return pow10_large(n);
        std::int64_t power = 1;
        for (int i = n < 0 ? -n : n; i > 0; --i) power *= 10;
        return n < 0 ? exact(1, power, in_place) : exact(power, 1, in_place);
    }

    /// Whether the value is held in place, as every value is whose lowest terms fit 64 bits.
    constexpr bool is_inline() const noexcept { return den_ != 0; }

    /// The value as an integer of 64 bits, if it is one.
    constexpr std::optional<std::int64_t> to_int64() const {
        if (den_ == 0 || num_ % den_ != 0) return std::nullopt;
        return num_ / den_;
    }

    /// The digits after the point of its shortest decimal, 2 for 0.25; none where no decimal says it all, as of 1/3, or
    /// one of more than `max_digits`.
    constexpr std::optional<int> shortest_decimals() const {
        if (den_ == 0) return shortest_decimals_large();
        // Division by hand. Of 64 bits no denominator has more than 62 factors of two, so no decimal is longer.
        constexpr std::uint64_t narrow = UINT64_MAX / 10;
        const auto whole = static_cast<std::uint64_t>(den_);
        auto rest = static_cast<std::uint64_t>(detail::magnitude(num_)) % whole;
        for (int digits = 0; digits <= 62; ++digits) {
            if (rest == 0) return digits;
            rest = rest <= narrow ? rest * 10 % whole
                                  : static_cast<std::uint64_t>(detail::uint128{rest} * 10 % whole);
        }
        return std::nullopt;
    }

    /// The nearest `double`, ties to even; infinite beyond its range. The one deliberate way out of exactness.
    explicit operator double() const { return nearest_double(); }

    /// The largest integer not above `x`.
    friend constexpr exact floor(const exact& x) {
        if (x.den_ == 0) return floor_large(x);
        return exact(x.num_ / x.den_ - (x.num_ % x.den_ < 0 ? 1 : 0), 1, in_place);
    }
    /// The smallest integer not below `x`.
    friend constexpr exact ceil(const exact& x) { return -floor(-x); }
    friend constexpr exact abs(const exact& x) { return x.sign() < 0 ? -x : x; }

    /// Without loss: "15.7" where a decimal says it all, else "157/11". `exact(to_string(x)) == x`
    /// (while it has at most `max_digits` digits). An exact total over many market quotes can have thousands.
    friend std::string to_string(const exact& x) { return x.text(); }
    /// In lowest terms: "157/10", "3/1".
    friend std::string to_fraction(const exact& x) { return x.fraction(); }

    /// Equal values hash alike, however they are held.
    friend std::size_t hash_value(const exact& x) { return x.hash(); }

private:
    friend struct detail::limbs_access;
    friend struct detail::exact_parts;
    friend constexpr exact round_to_integer(const exact& x, rounding mode);
    friend constexpr exact parse_numeral(std::string_view text);
    struct in_place_t {};
    static constexpr in_place_t in_place{};
    static constexpr detail::int128 wide(std::int64_t value) noexcept { return value; }

    constexpr exact(std::int64_t num, std::int64_t den, in_place_t) noexcept : num_(num), den_(den) {}

    constexpr std::int64_t small_num() const noexcept { return num_; }
    constexpr std::uint64_t common() const noexcept {
        return detail::gcd(static_cast<std::uint64_t>(detail::magnitude(num_)), static_cast<std::uint64_t>(den_));
    }

    // The value num / den for den > 0: in place if it fits, reduced only if it must be.
    static constexpr exact from_wide(detail::int128 num, detail::int128 den) {
        constexpr auto fits = [](detail::int128 n, detail::int128 d) {
            return n == static_cast<std::int64_t>(n) && d == static_cast<std::int64_t>(d);
        };
        if (!fits(num, den)) {
            const auto common =
                static_cast<detail::int128>(detail::gcd(detail::magnitude(num), detail::magnitude(den)));
            num /= common;
            den /= common;
            if (!fits(num, den)) return make_large(num, den);
        }
        return exact(static_cast<std::int64_t>(num), static_cast<std::int64_t>(den), in_place);
    }

    static constexpr exact add(const exact& a, const exact& b) {
        if (a.den_ == 0 || b.den_ == 0) return add_large(a, b);
        return combine(a.num_, a.den_, b.num_, b.den_);
    }
    static constexpr exact subtract(const exact& a, const exact& b) {
        if (a.den_ == 0 || b.den_ == 0) return subtract_large(a, b);
        return combine(a.num_, a.den_, -wide(b.num_), b.den_);
    }
    static constexpr exact combine(detail::int128 an, std::int64_t ad, detail::int128 bn, std::int64_t bd) {
        if (ad == bd) return from_wide(an + bn, ad);
        if (ad % bd == 0) return from_wide(an + bn * (ad / bd), ad);
        if (bd % ad == 0) return from_wide(an * (bd / ad) + bn, bd);
        const auto common =
            static_cast<std::int64_t>(detail::gcd(static_cast<std::uint64_t>(ad), static_cast<std::uint64_t>(bd)));
        return from_wide(an * (bd / common) + bn * (ad / common), wide(ad / common) * bd);
    }
    static constexpr exact multiply(const exact& a, const exact& b) {
        if (a.den_ == 0 || b.den_ == 0) return multiply_large(a, b);
        return from_wide(wide(a.num_) * b.num_, wide(a.den_) * b.den_);
    }
    static constexpr exact divide(const exact& a, const exact& b) {
        if (b.den_ != 0 && b.num_ == 0) throw division_by_zero();
        if (a.den_ == 0 || b.den_ == 0) return divide_large(a, b);
        const detail::int128 num = wide(a.num_) * b.den_;
        const detail::int128 den = wide(b.num_) * a.den_;
        return den < 0 ? from_wide(-num, -den) : from_wide(num, den);
    }

    // The large path, in exact.ipp.
    void share(const exact& other) noexcept;
    constexpr void take(exact& other) noexcept {
        large_ = other.large_;
        other.num_ = 0;
        other.den_ = 1;
    }
    void release() noexcept;
    static exact make_large(detail::int128 num, detail::int128 den);
    static exact read_large(const detail::numeral& n);
    static exact add_large(const exact& a, const exact& b);
    static exact subtract_large(const exact& a, const exact& b);
    static exact multiply_large(const exact& a, const exact& b);
    static exact divide_large(const exact& a, const exact& b);
    static exact floor_large(const exact& x);
    static exact pow10_large(int n);
    static int compare_large(const exact& a, const exact& b);
    int sign_large() const noexcept;
    exact numerator_large() const;
    exact denominator_large() const;
    std::optional<int> shortest_decimals_large() const;
    double nearest_double() const;
    std::string text() const;
    std::string fraction() const;
    std::size_t hash() const;

    union {
        std::int64_t num_;
        detail::large* large_;
    };
    std::int64_t den_; // positive; 0 where large_ holds the value
};

static_assert(sizeof(exact) == 16);

/// Reads a strict decimal numeral: one ASCII sign, digits on both sides of a point, an exponent within ±`max_exponent`,
/// at most `max_digits` digits. No blanks, no grouping, no NaN, infinity or hexadecimal; "010" is ten.
/// \throws parse_error, limit_error
constexpr exact parse_numeral(std::string_view text) {
    const detail::numeral n = detail::scan_numeral(text);
    if (n.significant > 18 || n.scale < -18 || n.scale > 18) return exact::read_large(n);
    const std::int64_t mantissa = n.negative ? -n.mantissa : n.mantissa;
    const exact power = exact::pow10(n.scale < 0 ? -n.scale : n.scale);
    if (n.scale > 0) return exact(mantissa) * power;
    return exact(mantissa, power.num_, exact::in_place);
}

constexpr exact::exact(std::string_view text) : exact() {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
        *this = parse_numeral(text);
        return;
    }
    detail::require_integer(text.substr(0, slash), 0, true);
    detail::require_integer(text.substr(slash + 1), slash + 1, false);
    *this = parse_numeral(text.substr(0, slash)) / parse_numeral(text.substr(slash + 1));
}

namespace detail {

/// A value as it is held in place, not always in lowest terms; of any other the denominator is 0.
struct exact_parts {
    static std::int64_t numerator(const exact& x) noexcept { return x.num_; }
    static std::int64_t denominator(const exact& x) noexcept { return x.den_; }
    static exact whole(int128 value) { return exact::from_wide(value, 1); }
};

/// An integer of 128 bits.
inline exact exact_of(int128 value) { return exact_parts::whole(value); }

/// An integer's magnitude in 64-bit limbs, least significant first: how a value crosses to another big-integer library
/// without either seeing the other's headers.
struct limbs {
    bool negative = false;
    std::vector<std::uint64_t> values{};

    static limbs of(const exact& integer);
    static exact join(const limbs& numerator, const limbs& denominator);
};

} // namespace detail

inline namespace literals {

/// `15.70_exact`: the number as typed. Digit separators are allowed; hexadecimal, binary and what is beyond a number's
/// limits do not compile.
template <char... Typed>
constexpr exact operator""_exact() {
    return parse_numeral(detail::literal<Typed...>::text());
}

} // namespace literals

CAMBIST_END

template <>
struct std::hash<cambist::exact> {
    std::size_t operator()(const cambist::exact& x) const { return hash_value(x); }
};

#ifndef CAMBIST_COMPILED
#    include <cambist/numbers/exact.ipp>
#endif
