// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/money/currency.hpp>
#include <cambist/numbers/exact.hpp>
#include <cambist/numbers/rounding.hpp>

#include <compare>
#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

CAMBIST_BEGIN

/// Two amounts, or an amount and a demand, whose currencies differ.
class currency_mismatch : public misuse {
public:
    currency_mismatch(const currency& left, const currency& right);

    error_kind kind() const noexcept override { return error_kind::currency_mismatch; }
    const currency& left() const noexcept { return left_; }
    const currency& right() const noexcept { return right_; }

private:
    currency left_;
    currency right_;
};

/// An amount that cannot be written in minor units: it is no whole number of them, or its currency has none.
class minor_unit_error : public unreadable {
public:
    using unreadable::unreadable;
    error_kind kind() const noexcept override { return error_kind::minor_unit; }
};

/// The smallest amount of a currency: 0.01 EUR, 1 JPY, 0.001 BHD. \throws rounding_error where there is none
constexpr exact unit_of(const currency& c);

namespace detail {

// What amounts have, be their currency known at compile time or not.
class amount_of_money {
public:
    constexpr amount_of_money() = default;
    constexpr explicit amount_of_money(exact amount) : amount_(std::move(amount)) {}

    constexpr const exact& amount() const noexcept { return amount_; }
    /// -1, 0 or 1.
    constexpr int sign() const noexcept { return amount_.sign(); }
    constexpr bool is_zero() const noexcept { return sign() == 0; }
    constexpr bool is_positive() const noexcept { return sign() > 0; }
    constexpr bool is_negative() const noexcept { return sign() < 0; }
    // Compilers print the deleted line, and the remedy with it.
    // clang-format off
    template <class... To>
    void rounded(const To&...) const = delete; // round(m, decimals{2}).rounded; a receipt, as of explain(), rounds itself
    // clang-format on

private:
    exact amount_{};
};

std::int64_t count_minor_units(const exact& amount, const currency& c);

} // namespace detail

/// An exact amount in a currency known at compile time: `money<currencies::EUR>`.
///
/// Adding euro to dollars does not compile; nothing rounds. It converts to `money<>` implicitly, and from it explicitly
/// and checked, as `std::span<T, N>` does to and from `std::span<T>`.
///
///     money<currencies::EUR> price = 19.99_EUR;
///     price * 3 + 1_EUR;           // 60.97 EUR
///     price / 3_EUR;               // 1999/300, an exact
template <currency C>
class money : public detail::amount_of_money {
public:
    /// Zero.
    constexpr money() = default;
    constexpr explicit money(exact amount) : amount_of_money(std::move(amount)) {}
    /// Throws currency_mismatch.
    constexpr explicit money(const money<>& from);
    // Compilers print the deleted line, and the remedy with it.
    // clang-format off
    template <cambist::currency Other>
    requires(Other != C && Other != dynamic_currency)
    money(const money<Other>&) = delete; // convert<C>(amount, rates): a cast is no exchange
    template <std::size_t Size>
    explicit money(const char (&)[Size]) = delete; // parse_money(text) reads; a number is money<EUR>(exact("19.99"))
    // clang-format on

    /// So many minor units: `money<EUR>::of_minor(525)` is 5.25 EUR. \throws rounding_error where there is none
    static constexpr money of_minor(std::int64_t units) { return money(units * unit_of(C)); }
    /// The minor units in it: 5.25 EUR are 525.
    /// \throws minor_unit_error unless they are whole, limit_error beyond 64 bits
    std::int64_t to_minor() const { return detail::count_minor_units(amount(), C); }

    static constexpr cambist::currency currency() noexcept { return C; }
};

/// An exact amount in a currency known at run time. There is no amount without a currency, so there is no default one.
template <>
class money<dynamic_currency> : public detail::amount_of_money {
public:
    constexpr money(exact amount, const cambist::currency& currency)
        : amount_of_money(std::move(amount)), currency_(currency) {}
    template <cambist::currency C>
    constexpr money(const money<C>& from) : amount_of_money(from.amount()), currency_(C) {}

    /// So many minor units: `money<>::of_minor(525, EUR)` is 5.25 EUR. \throws rounding_error where there is none
    static constexpr money of_minor(std::int64_t units, const cambist::currency& c) {
        return money(units * unit_of(c), c);
    }
    // clang-format off
    template <std::convertible_to<std::string_view> Text>
    money(const Text&, const cambist::currency&) = delete; // parse_money(text) reads; a number is money(exact("19.99"), EUR)
    // clang-format on
    /// The minor units in it: 5.25 EUR are 525.
    /// \throws minor_unit_error unless they are whole, limit_error beyond 64 bits
    std::int64_t to_minor() const { return detail::count_minor_units(amount(), currency_); }

    constexpr const cambist::currency& currency() const noexcept { return currency_; }

private:
    cambist::currency currency_;
};

money(exact, currency)->money<dynamic_currency>;
template <std::convertible_to<std::string_view> Text>
money(Text, currency) -> money<dynamic_currency>;

/// Amounts that can be added and compared: of one currency, or of one that is known only at run time and then checked.
template <currency A, currency B>
concept same_currency = A == B || A == dynamic_currency || B == dynamic_currency;

/// The type of two amounts' sum: static with dynamic is static, since it is that currency or it throws.
template <currency A, currency B>
using common_money = money<A == dynamic_currency ? B : A>;

/// Throws currency_mismatch.
constexpr void require_same(const currency& a, const currency& b) {
    if (!(a == b)) throw currency_mismatch(a, b);
}

namespace detail {

// Amounts of a static currency have been checked by the compiler.
template <currency A, currency B>
constexpr void check(const money<A>& a, const money<B>& b) {
    if constexpr (A == dynamic_currency || B == dynamic_currency) require_same(a.currency(), b.currency());
}

template <currency C>
constexpr money<C> with_amount(const money<C>& like, exact amount) {
    if constexpr (C == dynamic_currency) return money<>(std::move(amount), like.currency());
    else return money<C>(std::move(amount));
}

} // namespace detail

template <currency C>
constexpr money<C>::money(const money<>& from) : amount_of_money(from.amount()) {
    require_same(from.currency(), C);
}

template <currency A, currency B>
constexpr common_money<A, B> operator+(const money<A>& a, const money<B>& b) {
    detail::check(a, b);
    if constexpr (A == dynamic_currency) return detail::with_amount(b, a.amount() + b.amount());
    else return detail::with_amount(a, a.amount() + b.amount());
}

template <currency A, currency B>
constexpr common_money<A, B> operator-(const money<A>& a, const money<B>& b) { return a + -b; }

template <currency A, currency B>
constexpr money<A>& operator+=(money<A>& a, const money<B>& b) {
    detail::check(a, b);
    return a = detail::with_amount(a, a.amount() + b.amount());
}

template <currency A, currency B>
constexpr money<A>& operator-=(money<A>& a, const money<B>& b) { return a += -b; }

template <currency C>
constexpr money<C> operator+(const money<C>& a) {
    return a;
}

template <currency C>
constexpr money<C> operator-(const money<C>& a) {
    return detail::with_amount(a, -a.amount());
}

template <currency C>
constexpr money<C> operator*(const money<C>& a, const exact& factor) {
    return detail::with_amount(a, a.amount() * factor);
}

template <currency C>
constexpr money<C> operator*(const exact& factor, const money<C>& a) {
    return a * factor;
}

/// Throws division_by_zero.
template <currency C>
constexpr money<C> operator/(const money<C>& a, const exact& divisor) {
    return detail::with_amount(a, a.amount() / divisor);
}

/// How many times one amount goes into another. \throws division_by_zero, currency_mismatch
template <currency A, currency B>
constexpr exact operator/(const money<A>& a, const money<B>& b) {
    detail::check(a, b);
    return a.amount() / b.amount();
}

template <currency C>
constexpr money<C>& operator*=(money<C>& a, const exact& factor) {
    return a = a * factor;
}

template <currency C>
constexpr money<C>& operator/=(money<C>& a, const exact& divisor) {
    return a = a / divisor;
}

/// Total: amounts of different currencies are unequal, be they both zero.
template <currency A, currency B>
constexpr bool operator==(const money<A>& a, const money<B>& b) {
    return a.currency() == b.currency() && a.amount() == b.amount();
}

/// Throws currency_mismatch.
template <currency A, currency B>
constexpr std::strong_ordering operator<=>(const money<A>& a, const money<B>& b) {
    detail::check(a, b);
    return a.amount() <=> b.amount();
}

// What is no sum and no comparison. Compilers print the deleted line, and the remedy with it.
// clang-format off
template <currency A, currency B> requires(!same_currency<A, B>)
money<A> operator+(const money<A>&, const money<B>&) = delete; // convert one of them first: their currencies differ
template <currency A, currency B> requires(!same_currency<A, B>)
money<A> operator-(const money<A>&, const money<B>&) = delete; // convert one of them first: their currencies differ
template <currency A, currency B> requires(!same_currency<A, B>)
money<A>& operator+=(money<A>&, const money<B>&) = delete; // convert one of them first: their currencies differ
template <currency A, currency B> requires(!same_currency<A, B>)
money<A>& operator-=(money<A>&, const money<B>&) = delete; // convert one of them first: their currencies differ
template <currency A, currency B> requires(!same_currency<A, B>)
exact operator/(const money<A>&, const money<B>&) = delete; // convert one of them first: their currencies differ
template <currency C>
exact operator/(const exact&, const money<C>&) = delete; // money by a number, or by money: an amount has no inverse
template <currency A, currency B> requires(!same_currency<A, B>)
bool operator==(const money<A>&, const money<B>&) = delete; // convert one of them first: their currencies differ
template <currency A, currency B> requires(!same_currency<A, B>)
std::strong_ordering operator<=>(const money<A>&, const money<B>&) = delete; // convert one first: their currencies differ
template <currency A, currency B>
exact operator*(const money<A>&, const money<B>&) = delete; // multiply by an exact, or convert at a rate: no money squared
template <currency C>
money<C> operator+(const money<C>&, const exact&) = delete; // a number has no currency: money(n, EUR), money<EUR>(n) have one
template <currency C>
money<C> operator+(const exact&, const money<C>&) = delete; // a number has no currency: money(n, EUR), money<EUR>(n) have one
template <currency C>
money<C> operator-(const money<C>&, const exact&) = delete; // a number has no currency: money(n, EUR), money<EUR>(n) have one
template <currency C>
money<C> operator-(const exact&, const money<C>&) = delete; // a number has no currency: money(n, EUR), money<EUR>(n) have one
template <currency C>
money<C>& operator+=(money<C>&, const exact&) = delete; // a number has no currency: money(n, EUR), money<EUR>(n) have one
template <currency C>
money<C>& operator-=(money<C>&, const exact&) = delete; // a number has no currency: money(n, EUR), money<EUR>(n) have one
template <currency C>
bool operator==(const money<C>&, const exact&) = delete; // say is_zero(), or compare with an amount
template <currency C>
std::strong_ordering operator<=>(const money<C>&, const exact&) = delete; // say is_positive(), or compare with an amount
template <class Char, class Traits, currency C>
void operator<<(std::basic_ostream<Char, Traits>&, const money<C>&) = delete; // include <cambist/text/ostream.hpp>, or say it by fmt
// clang-format on

/// Orders amounts of any currencies, for containers: by currency, then by amount. `<` refuses to.
struct by_currency_then_amount {
    bool operator()(const money<>& a, const money<>& b) const {
        return a.currency() == b.currency() ? a.amount() < b.amount() : a.currency() < b.currency();
    }
};

template <currency C>
constexpr money<C> abs(const money<C>& a) {
    return a.amount().sign() < 0 ? -a : a;
}

/// The sum of a range of amounts of one static currency; of none, zero.
template <class Range>
constexpr auto sum(Range&& amounts) {
    using amount_type = std::remove_cvref_t<decltype(*std::begin(amounts))>;
    static_assert(
        requires { amount_type(); }, "amounts known at run time: say sum(amounts, currency), since there may be none");
    amount_type total;
    for (const amount_type& each : amounts) total += each;
    return total;
}

/// The sum of a range of amounts, in a currency that all of them must have; of none, zero.
/// Throws currency_mismatch.
template <class Range>
constexpr money<> sum(Range&& amounts, const currency& of) {
    money<> total(exact(), of);
    for (const auto& each : amounts) total += each;
    return total;
}

/// To the currency's minor unit.
struct minor_unit_t {};
inline constexpr minor_unit_t minor_unit{};

namespace detail {
[[noreturn]] void refuse_minor_unit(const currency& c);
} // namespace detail

/// \throws rounding_error where the currency has no minor unit, as gold has none
constexpr void require_minor_unit(const currency& c) {
    if (!c.has_minor_unit()) detail::refuse_minor_unit(c);
}

constexpr exact unit_of(const currency& c) {
    require_minor_unit(c);
    return exact::pow10(-c.digits());
}

/// What an amount is rounded to: `minor_unit`, `decimals{n}`, `significant{n}` or `step{size}`.
template <class To>
concept amount_rounding_target = rounding_target<To> || std::same_as<To, minor_unit_t>;

/// `rounded + residue` is the amount, always. To the minor unit, half to even, unless `to` and `mode` say otherwise.
/// \throws rounding_error, limit_error
template <currency C, class To = minor_unit_t>
constexpr rounding_result<money<C>> round(const money<C>& m, const To& to = {}, rounding mode = rounding::half_even) {
    if constexpr (std::same_as<To, minor_unit_t>) {
        return round(m, step{unit_of(m.currency())}, mode);
    } else {
        rounding_result<exact> result = round(m.amount(), to, mode);
        return {detail::with_amount(m, std::move(result.rounded)), detail::with_amount(m, std::move(result.residue))};
    }
}
// Compilers print the deleted line, and the remedy with it.
// clang-format off
template <currency C, class To> requires(!amount_rounding_target<To>) rounding_result<money<C>>
round(const money<C>&, const To&, rounding = {}) = delete; // round(m, decimals{2}), round(m, minor_unit, rounding::up)
// clang-format on

/// "15.7 EUR", without loss.
template <currency C>
std::string to_string(const money<C>& m) {
    return to_string(m.amount()) + " " + to_string(m.currency());
}

template <currency C>
std::size_t hash_value(const money<C>& m) {
    return hash_value(m.amount()) ^ std::hash<currency>()(m.currency());
}

namespace detail {

// Only what is typed costs the compiler more than its name.
template <char... Typed>
struct money_literal {
    template <currency C>
    static constexpr money<C> in() {
        return money<C>(parse_numeral(literal<Typed...>::text()));
    }
};

} // namespace detail

inline namespace literals {
/// `19.99_EUR` is money<currencies::EUR>, from the digits as typed. What is no decimal number, or beyond the limits of
/// one, does not compile.
#define CAMBIST_CURRENCY(code, ...)                                                                                    \
    template <char... Typed>                                                                                           \
    constexpr auto operator""_##code() {                                                                               \
        return detail::money_literal<Typed...>::template in<currencies::code>();                                       \
    }
#define CAMBIST_HISTORIC CAMBIST_CURRENCY
#include <cambist/money/iso4217.def>
#undef CAMBIST_CURRENCY
#undef CAMBIST_HISTORIC
} // namespace literals

CAMBIST_END

template <cambist::currency C>
struct std::hash<cambist::money<C>> {
    std::size_t operator()(const cambist::money<C>& m) const { return hash_value(m); }
};

#ifndef CAMBIST_COMPILED
#    include <cambist/money/money.ipp>
#endif
