// SPDX-License-Identifier: MIT

// The laws of numbers, on generated cases, against Boost's cpp_rational.
#include <cambist/numbers/exact.hpp>
#include <cambist/numbers/rounding.hpp>

#include "support/oracle.hpp"
#include "support/random.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string>

using namespace cambist;
using oracle::agree;
using oracle::integer;
using oracle::rational;
using support::for_all;
using support::generator;
using support::many;

namespace {

// One number, as the library and as the oracle read it.
struct sample {
    std::string text;
    exact x;
    rational q;

    explicit sample(std::string written) : text(std::move(written)), x(text), q(oracle::read(text)) {}
    explicit sample(const exact& value) : sample(to_fraction(value)) {}
    explicit sample(const rational& value) : sample(oracle::to_text(value)) {}
};

// Two numbers, half of the time with much to do with each other, so that what one operation makes large the next may
// bring back.
struct pair_of_samples {
    sample a;
    sample b;

    explicit pair_of_samples(generator& g)
        : a(g.number()), b(g.one_in(2) ? sample(g.number()) : sample(g.relative_of(a.x))) {}
};

constexpr rounding all_modes[] = {rounding::half_even, rounding::half_up, rounding::half_down, rounding::up,
                                  rounding::down,      rounding::ceiling, rounding::floor,     rounding::zero_five_up};

} // namespace

// ---- arithmetic

TEST_CASE("exact laws: what is read is the number that was written") {
    for_all(many, [](generator& g) {
        const sample a(g.number());
        CAPTURE(a.text);
        REQUIRE(agree(a.x, a.q));

        // the same as a numeral with an exponent
        const std::string whole = g.digits(1 + g.below(25));
        const std::string fraction = g.digits(1 + g.below(25));
        const int exponent = g.between(-60, 60);
        const std::string numeral = "-" + whole + "." + fraction + "e" + std::to_string(exponent);
        CAPTURE(numeral);
        rational q = -oracle::read(whole + "." + fraction);
        if (exponent < 0) q /= oracle::power_of_ten(-exponent);
        else q *= oracle::power_of_ten(exponent);
        REQUIRE(agree(exact(numeral), q));
    });
}

TEST_CASE("exact laws: the four operations are those of rational numbers, in place exactly when they fit") {
    for_all(2 * many, [](generator& g) {
        const pair_of_samples both(g);
        const sample& a = both.a;
        const sample& b = both.b;
        CAPTURE(a.text);
        CAPTURE(b.text);
        REQUIRE(agree(a.x + b.x, a.q + b.q));
        REQUIRE(agree(a.x - b.x, a.q - b.q));
        REQUIRE(agree(a.x * b.x, a.q * b.q));
        REQUIRE(agree(-a.x, -a.q));
        if (b.q == 0) REQUIRE_THROWS_AS(a.x / b.x, division_by_zero);
        else REQUIRE(agree(a.x / b.x, a.q / b.q));

        exact x = a.x;
        x += b.x;
        x *= b.x;
        x -= a.x;
        rational q = (a.q + b.q) * b.q - a.q;
        if (b.q != 0) {
            x /= b.x;
            q /= b.q;
        }
        REQUIRE(agree(x, q));
        REQUIRE(agree(a.x, a.q)); // nobody else's value moved
        REQUIRE(agree(b.x, b.q));
    });
}

TEST_CASE("exact laws: a field") {
    for_all(many, [](generator& g) {
        const pair_of_samples both(g);
        const exact a = both.a.x;
        const exact b = both.b.x;
        const exact c = g.value();
        CAPTURE(a);
        CAPTURE(b);
        CAPTURE(c);
        REQUIRE(a + b == b + a);
        REQUIRE(a * b == b * a);
        REQUIRE((a + b) + c == a + (b + c));
        REQUIRE((a * b) * c == a * (b * c));
        REQUIRE(a * (b + c) == a * b + a * c);
        REQUIRE(a + 0 == a);
        REQUIRE(a * 1 == a);
        REQUIRE(a + -a == 0);
        REQUIRE(a - b == -(b - a));
        if (a != 0) {
            REQUIRE(a * (1 / a) == 1);
            REQUIRE(b / a * a == b);
            REQUIRE((b + c) / a == b / a + c / a);
        }
    });
}

TEST_CASE("exact laws: order and equality are those of rational numbers") {
    for_all(many, [](generator& g) {
        const pair_of_samples both(g);
        const sample& a = both.a;
        const sample& b = both.b;
        CAPTURE(a.text);
        CAPTURE(b.text);
        REQUIRE((a.x == b.x) == (a.q == b.q));
        REQUIRE((a.x < b.x) == (a.q < b.q));
        REQUIRE((a.x <= b.x) == (a.q <= b.q));
        REQUIRE((a.x > b.x) == (a.q > b.q));
        REQUIRE((a.x >= b.x) == (a.q >= b.q));
        REQUIRE(a.x.sign() == a.q.sign());
        REQUIRE((a.x == b.x || hash_value(a.x) != hash_value(b.x))); // 64 bits: a clash would be a wonder

        // order is kept by adding, and by multiplying with what is positive
        const exact c = g.value();
        REQUIRE((a.x < b.x) == (a.x + c < b.x + c));
        if (c != 0) REQUIRE((a.x < b.x) == (a.x * abs(c) < b.x * abs(c)));
    });
}

TEST_CASE("exact laws: equal values are equal however they came about, and hash alike") {
    for_all(many, [](generator& g) {
        const exact a = g.value();
        const exact factor = g.positive_value();
        const exact other = (a + factor) * factor / factor - factor;
        const exact unreduced(std::to_string(g.between(-999, 999)) + "00/100");
        CAPTURE(a);
        CAPTURE(factor);
        REQUIRE(other == a);
        REQUIRE((other <=> a) == std::strong_ordering::equal);
        REQUIRE(hash_value(other) == hash_value(a));
        REQUIRE(to_string(other) == to_string(a));
        REQUIRE(hash_value(unreduced) == hash_value(exact(to_fraction(unreduced))));
    });
}

TEST_CASE("exact laws: whole numbers around a value") {
    for_all(many, [](generator& g) {
        const sample a(g.number());
        CAPTURE(a.text);
        const integer below = oracle::floor(a.q);
        const bool whole = denominator(a.q) == 1;
        REQUIRE(agree(floor(a.x), rational(below)));
        REQUIRE(agree(ceil(a.x), rational(whole ? below : integer(below + 1))));
        REQUIRE(agree(abs(a.x), a.q < 0 ? rational(-a.q) : a.q));
        REQUIRE(agree(a.x.numerator(), rational(numerator(a.q))));
        REQUIRE(agree(a.x.denominator(), rational(denominator(a.q))));
        REQUIRE(a.x.is_integer() == whole);
        REQUIRE(a.x.to_int64().has_value() == (whole && a.x.is_inline()));
        if (const auto small = a.x.to_int64()) REQUIRE(rational(*small) == a.q);
    });
}

TEST_CASE("exact laws: the shortest decimal has as many digits as it needs, and no fewer") {
    for_all(many, [](generator& g) {
        const exact x = g.one_in(2) ? g.value() : exact(g.digits(1 + g.below(30))) * exact::pow10(g.between(-40, 5));
        CAPTURE(x);
        const std::optional<int> decimals = x.shortest_decimals();
        REQUIRE(decimals.has_value() == (to_string(x).find('/') == std::string::npos));
        if (!decimals) return;
        REQUIRE((x * exact::pow10(*decimals)).is_integer());
        if (*decimals > 0) REQUIRE_FALSE((x * exact::pow10(*decimals - 1)).is_integer());
    });
}

// ---- text and limbs

TEST_CASE("exact laws: what is printed is read back, and is the shortest of its kind") {
    for_all(many, [](generator& g) {
        const exact a = g.one_in(2) ? g.value() : exact(g.number()) / exact::pow10(g.between(0, 30));
        CAPTURE(a);
        const std::string text = to_string(a);
        REQUIRE(exact(text) == a);
        REQUIRE(exact(to_fraction(a)) == a);

        integer rest = denominator(oracle::read(to_fraction(a)));
        for (const int prime : {2, 5}) {
            while (rest % prime == 0) rest /= prime;
        }
        REQUIRE((text.find('/') == std::string::npos) == (rest == 1)); // a decimal whenever there is one
        if (text.find('.') != std::string::npos) REQUIRE(text.back() != '0');
        REQUIRE(text.front() != '+');
        REQUIRE(text != "-0");
    });
}

TEST_CASE("exact laws: limbs carry an integer out and a number in") {
    for_all(many, [](generator& g) {
        const sample a(g.number());
        CAPTURE(a.text);
        const detail::limbs num = detail::limbs::of(a.x.numerator());
        const detail::limbs den = detail::limbs::of(a.x.denominator());
        const auto value = [](const detail::limbs& from) {
            integer sum = 0;
            for (std::size_t i = from.values.size(); i-- > 0;) sum = (sum << 64) + from.values[i];
            return from.negative ? integer(-sum) : sum;
        };
        REQUIRE(value(num) == numerator(a.q));
        REQUIRE(value(den) == denominator(a.q));
        REQUIRE(detail::limbs::join(num, den) == a.x);
        // a sign below the line, and terms that are not the lowest
        const detail::limbs minus_four{true, {4}};
        REQUIRE(agree(detail::limbs::join(detail::limbs::of(a.x.numerator() * 2), minus_four),
                      rational(-numerator(a.q), 2)));
        REQUIRE_THROWS_AS(detail::limbs::join(num, detail::limbs{}), division_by_zero);
    });
}

// ---- the nearest double

namespace {

rational power_of_two(int n) {
    const rational power(integer(1) << static_cast<unsigned>(std::abs(n)));
    return n < 0 ? rational(1 / power) : power;
}

// What a double stands for, exactly; infinity counts as the power of two it took the place of.
rational value_of(double d) {
    if (std::isinf(d)) return d < 0 ? rational(-power_of_two(1024)) : power_of_two(1024);
    int exponent = 0;
    const double mantissa = std::frexp(d, &exponent);
    return rational(static_cast<std::int64_t>(std::ldexp(mantissa, 53))) * power_of_two(exponent - 53);
}

bool is_nearest(double d, const rational& q) {
    const double infinity = std::numeric_limits<double>::infinity();
    const rational off = oracle::distance(q, value_of(d));
    for (const double toward : {-infinity, infinity}) {
        const double neighbour = std::nextafter(d, toward);
        if (neighbour == d) continue; // nothing beyond infinity
        const rational other = oracle::distance(q, value_of(neighbour));
        const bool even = (std::bit_cast<std::uint64_t>(d) & 1) == 0;
        if (other < off || (other == off && !even)) return false;
    }
    return true;
}

} // namespace

TEST_CASE("exact laws: no double is nearer than the nearest double, and ties are even") {
    for_all(many, [](generator& g) {
        const sample a(g.number());
        CAPTURE(a.text);
        REQUIRE(is_nearest(static_cast<double>(a.x), a.q));
    });
    // on, beside and between doubles of every exponent, to below the least and beyond the greatest
    for_all(many, [](generator& g) {
        const auto mantissa = static_cast<std::int64_t>(g.bits() >> g.between(10, 62)); // 54 bits: half a place more
        const int exponent = g.one_in(4)   ? g.between(-1090, -1060)
                             : g.one_in(4) ? g.between(950, 980)
                                           : g.between(-1100, 980);
        rational q = rational(g.one_in(2) ? mantissa : -mantissa) * power_of_two(exponent);
        if (g.one_in(2)) q += rational(g.between(-1, 1)) * power_of_two(exponent - g.between(2, 200));
        const sample a(q);
        CAPTURE(a.text);
        REQUIRE(is_nearest(static_cast<double>(a.x), a.q));
    });
}

TEST_CASE("exact laws: the nearest double to a decimal is the one the C library reads") {
    for_all(many, [](generator& g) {
        const std::string digits = g.digits(1 + g.below(30)) + "." + g.digits(1 + g.below(10));
        const std::string text = digits + "e" + std::to_string(g.between(-345, 310));
        CAPTURE(text);
        const double ours = static_cast<double>(exact(text));
        REQUIRE(std::bit_cast<std::uint64_t>(ours) == std::bit_cast<std::uint64_t>(std::strtod(text.c_str(), nullptr)));
    });
}

// ---- rounding

namespace {

rational ten_to(int n) {
    return n < 0 ? rational(1, oracle::power_of_ten(-n)) : rational(oracle::power_of_ten(n));
}

// The integer that `mode` makes of `t`, from the words of its definition.
integer rounded_integer(const rational& t, rounding mode) {
    const integer below = oracle::floor(t);
    if (rational(below) == t) return below;
    const integer above = below + 1;
    const bool negative = t < 0;
    const integer& outward = negative ? below : above; // away from zero
    const integer& inward = negative ? above : below;
    const rational past_half = t - below - rational(1, 2);
    const auto nearest = [&](const integer& on_a_tie) {
        return past_half < 0 ? below : past_half > 0 ? above : on_a_tie;
    };
    switch (mode) {
    case rounding::half_even: return nearest(below % 2 == 0 ? below : above);
    case rounding::half_up: return nearest(outward);
    case rounding::half_down: return nearest(inward);
    case rounding::up: return outward;
    case rounding::down: return inward;
    case rounding::ceiling: return above;
    case rounding::floor: return below;
    case rounding::zero_five_up: return inward % 5 == 0 ? outward : inward;
    }
    return 0;
}

// Often a tie of units of `size`, or as near to one as can be.
sample near_a_tie(generator& g, const exact& size) {
    if (g.one_in(3)) return sample(g.number());
    const exact whole = g.one_in(4) ? exact(g.positive()) : exact(g.between(-40, 40));
    exact x = (whole * 2 + g.between(0, 1)) / 2 * size;
    if (g.one_in(3)) x += size * exact(g.between(-1, 1)) / exact(g.positive());
    return sample(x);
}

void check_rounding(const rounding_result<exact>& result, const sample& a, const rational& unit, rounding mode) {
    const rational expected = rounded_integer(a.q / unit, mode) * unit;
    REQUIRE(agree(result.rounded, expected));
    REQUIRE(agree(result.residue, a.q - expected));
    REQUIRE(result.rounded + result.residue == a.x);
}

} // namespace

TEST_CASE("exact laws: rounded and residue make the whole, by the definition of each mode") {
    for_all(many, [](generator& g) {
        const int places = g.between(-25, 25);
        const exact unit = exact::pow10(-places);
        const sample a = near_a_tie(g, unit);
        const exact size = g.one_in(2) ? exact(g.between(1, 20)) / 20 : g.positive_value();
        const sample b = near_a_tie(g, size);
        CAPTURE(a.text);
        CAPTURE(places);
        CAPTURE(b.text);
        CAPTURE(size);
        for (const rounding mode : all_modes) {
            CAPTURE(static_cast<int>(mode));
            REQUIRE(agree(round_to_integer(a.x, mode), rational(rounded_integer(a.q, mode))));
            check_rounding(round(a.x, decimals{places}, mode), a, ten_to(-places), mode);
            check_rounding(round(b.x, step{size}, mode), b, oracle::read(to_fraction(size)), mode);
        }
    });
}

TEST_CASE("exact laws: significant digits count from the leading one") {
    for_all(many, [](generator& g) {
        const sample a(g.number());
        const int count = g.between(1, 30);
        CAPTURE(a.text);
        CAPTURE(count);
        if (a.q == 0) return;
        const rational size = abs(a.q);
        const int leading = leading_exponent(a.x);
        REQUIRE(ten_to(leading) <= size);
        REQUIRE(size < ten_to(leading + 1));
        for (const rounding mode : all_modes) {
            CAPTURE(static_cast<int>(mode));
            check_rounding(round(a.x, significant{count}, mode), a, ten_to(leading + 1 - count), mode);
        }
    });
}

TEST_CASE("exact laws: decimal text is the rounded number, digit by digit") {
    for_all(many, [](generator& g) {
        const int places = g.between(-5, 20);
        const sample a = near_a_tie(g, exact::pow10(-places));
        const rounding mode = all_modes[g.below(8)];
        CAPTURE(a.text);
        CAPTURE(places);
        CAPTURE(static_cast<int>(mode));
        const std::string text = to_decimal(a.x, {places}, mode);
        const std::size_t point = text.find('.');
        if (places <= 0) REQUIRE(point == std::string::npos);
        else REQUIRE(text.size() - point == static_cast<std::size_t>(places) + 1);
        const exact rounded = round(a.x, decimals{places}, mode).rounded;
        REQUIRE(oracle::read(text) == oracle::read(to_fraction(rounded)));
        REQUIRE((text.front() == '-') == (rounded.sign() < 0));
        REQUIRE(exact(text) == rounded);
    });
}
