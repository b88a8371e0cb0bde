// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/bulk/converted_tally.hpp>
#include <cambist/bulk/tally.ipp>
#include <cambist/numbers/detail/counted.hpp>
#include <cambist/numbers/round_table.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

CAMBIST_BEGIN
namespace detail {

// Sums fractions to within 2^-64 each, and knows how far it may be off.
class bounded_sum {
public:
    // `units` times a positive factor.
    void add(int128 units, const exact& factor) {
        if (!factor.is_inline()) {
            add_slowly(exact_of(units) * factor);
            return;
        }
        const auto num = static_cast<std::uint64_t>(exact_parts::numerator(factor));
        const auto den = static_cast<std::uint64_t>(exact_parts::denominator(factor));
        const uint128 size = magnitude(units);
        const uint128 low = uint128{static_cast<std::uint64_t>(size)} * num;
        const uint128 high = (size >> 64) * num + (low >> 64);
        // The product times 2^64, by long division: the rest is always below the divisor.
        const std::uint64_t product[] = {0, static_cast<std::uint64_t>(low), static_cast<std::uint64_t>(high),
                                         static_cast<std::uint64_t>(high >> 64)};
        std::array<std::uint64_t, 5> quotient{};
        std::uint64_t rest = 0;
        for (std::size_t i = 4; i-- > 0;) {
            if (rest == 0 && product[i] == 0) continue;
            const uint128 part = uint128{rest} << 64 | product[i];
            quotient[i] = static_cast<std::uint64_t>(part / den);
            rest = static_cast<std::uint64_t>(part % den);
        }
        const bool negative = units < 0;
        std::array<std::uint64_t, 5>& sum = sums_[negative ? 1 : 0];
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < sum.size(); ++i) {
            const uint128 more = uint128{sum[i]} + quotient[i] + carry;
            sum[i] = static_cast<std::uint64_t>(more);
            carry = static_cast<std::uint64_t>(more >> 64);
        }
        if (rest != 0) ++inexact_[negative ? 1 : 0];
    }

    // The sum lies between these, inclusive.
    exact low() const { return (middle() - inexact_[1]) / scale(); }
    exact high() const { return (middle() + inexact_[0]) / scale(); }

private:
    static exact scale() { return limbs::join({false, {0, 1}}, {false, {1}}); }
    void add_slowly(const exact& value) {
        const exact scaled = value * scale();
        const exact whole = floor(scaled);
        others_ += whole;
        if (whole != scaled) ++inexact_[0];
    }
    exact middle() const {
        const auto whole = [](const std::array<std::uint64_t, 5>& from) {
            return limbs::join({false, {from.begin(), from.end()}}, {false, {1}});
        };
        return whole(sums_[0]) - whole(sums_[1]) + others_;
    }

    std::array<std::uint64_t, 5> sums_[2]{}; // of positive terms, and of negative ones
    std::uint64_t inexact_[2]{};
    exact others_{};
};

// A sum of fractions by halves, over the least common denominator: integers alone, and no fraction is reduced until the
// end.
struct whole_fraction {
    exact num;
    exact den;
};

inline whole_fraction operator+(const whole_fraction& a, const whole_fraction& b) {
    if (a.den == b.den) return {a.num + b.num, a.den};
    const exact ratio = a.den / b.den;
    const exact for_a = ratio.denominator();
    const exact for_b = ratio.numerator();
    return {a.num * for_a + b.num * for_b, a.den * for_a};
}

inline exact sum_of(std::vector<whole_fraction> parts) {
    if (parts.empty()) return {};
    while (parts.size() > 1) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < parts.size(); i += 2, ++kept)
            parts[kept] = i + 1 < parts.size() ? parts[i] + parts[i + 1] : std::move(parts[i]);
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(kept), parts.end());
    }
    return parts.front().num / parts.front().den;
}

// So many units that a code named on a day are one of its newest.
inline exact units_per(const currency& code, std::chrono::sys_days day, const law& fixed) {
    exact units(1);
    for (currency unit = unit_on(code, day); unit != code;) {
        const fixed_ratio* ratio = fixed.find(unit);
        if (ratio == nullptr) throw no_rate("no ratio of the law joins " + to_string(unit) + " and " + to_string(code));
        units *= ratio->old_per_new;
        unit = ratio->new_currency;
    }
    return units;
}

inline std::string message_of(const currency& to, const std::vector<missing_rates::entry>& entries,
                              const std::string& first) {
    constexpr std::size_t most_shown = 3;
    std::uint64_t rows = 0;
    for (const missing_rates::entry& each : entries) rows += each.rows;
    std::string text = "no rate to " + to_string(to) + " for " + counted(rows, "row") + ", " +
                       counted(entries.size(), "pair") + " of currency and day: ";
    for (std::size_t i = 0; i < std::min(entries.size(), most_shown); ++i) {
        text += (i == 0 ? "" : ", ") + to_string(entries[i].amount) + " on " + to_string(entries[i].day) + " (" +
                counted(entries[i].rows, "row") + ")";
    }
    if (entries.size() > most_shown) text += ", and " + std::to_string(entries.size() - most_shown) + " more";
    return text + "; " + first;
}

} // namespace detail

CAMBIST_INLINE missing_rates::missing_rates(const currency& to, std::vector<entry> entries, const std::string& first)
    : no_rate(detail::message_of(to, entries, first)), entries_(std::move(entries)) {}

CAMBIST_INLINE converted_tally::converted_tally(const tally& from, const translation& at)
    : to_(detail::require_no_day(at).to),
      names_(std::make_shared<name_lists>(name_lists{from.groups(), from.denominations()})), rows_(from.rows()) {
    from.for_each([this](const detail::tally_key& key, const detail::tally_sum& held) {
        terms_.push_back({exact(1), held.sum, held.rows, key.day, key.group, key.denomination});
    });
    if (at.between.decimals())
        throw translation_error("euros cannot be rounded on the way of a sum; leave it out (.between)");
    find_factors(at);
}

// Asks for each currency and day once, and goes on after a refusal, to tell them all.
CAMBIST_INLINE void converted_tally::find_factors(const translation& at) {
    const auto currency_of = [this](const term& t) { return names_->denominations[t.denomination].currency; };
    const auto before = [&](const term& a, const term& b) {
        const cambist::currency x = currency_of(a);
        const cambist::currency y = currency_of(b);
        return x == y ? a.day < b.day : x < y;
    };
    // Days of one period have one average.
    const auto asks_the_same = [&](const term& a, const term& b) {
        if (!before(a, b)) return true;
        const std::chrono::sys_days x = detail::day_of(a.day);
        const std::chrono::sys_days y = detail::day_of(b.day);
        const auto of = [&](const cambist::currency& c) { return unit_on(c, x) == unit_on(c, y); };
        return at.how.own() && currency_of(a) == currency_of(b) && at.how.on(x) == at.how.on(y) && of(currency_of(a)) &&
               of(to_);
    };
    std::vector<term*> order(terms_.size());
    std::iota(order.begin(), order.end(), terms_.data());
    const auto by_question = [&](const term* a, const term* b) { return before(*a, *b); };
    if (!std::is_sorted(order.begin(), order.end(), by_question)) std::sort(order.begin(), order.end(), by_question);

    std::vector<missing_rates::entry> missing;
    std::string first;
    bool found = false;
    for (std::size_t i = 0; i < order.size(); ++i) {
        term& t = *order[i];
        const cambist::currency c = currency_of(t);
        const std::chrono::sys_days day{std::chrono::days(t.day)};
        if (c == to_ && unit_on(to_, day) == to_) continue;
        const bool again = i != 0 && asks_the_same(*order[i - 1], t);
        if (again && found) {
            t.factor = order[i - 1]->factor;
        } else if (!again) {
            try {
                t.factor =
                    at.rates.convert(exact(1), c, to_, day, at.how) / detail::units_per(to_, day, at.rates.law());
                found = true;
            } catch (const no_rate& e) {
                if (missing.empty()) first = e.what();
                found = false;
            }
        }
        if (!found) {
            if (missing.empty() || missing.back().day != day || missing.back().amount.currency() != c)
                missing.push_back({day, money<>(0, c), 0});
            missing.back().amount +=
                money<>(detail::exact_of(t.units) * names_->denominations[t.denomination].unit(), c);
            missing.back().rows += t.rows;
        }
    }
    if (!missing.empty()) throw missing_rates(to_, std::move(missing), first);
}

// One unit of each denomination, in units of so many decimals.
CAMBIST_INLINE std::vector<exact> converted_tally::scaled_units(int decimals) const {
    std::vector<exact> units;
    for (const denomination& d : names_->denominations) units.push_back(d.unit() * exact::pow10(decimals));
    return units;
}

CAMBIST_INLINE money<> converted_tally::total() const {
    const std::vector<exact> units = scaled_units(0);
    // Amounts at one rate are added first, which 128 bits hold for as many rows as a tally counts.
    struct share {
        exact factor;
        detail::int128 units;
    };
    std::vector<share> shares;
    shares.reserve(terms_.size());
    for (const term& t : terms_) {
        const exact factor = t.factor * units[t.denomination];
        shares.push_back({factor.numerator() / factor.denominator(), t.units});
    }
    const auto by_factor = [](const share& a, const share& b) {
        if (a.factor.is_inline() != b.factor.is_inline()) return a.factor.is_inline();
        if (!a.factor.is_inline()) return a.factor < b.factor;
        const auto parts = [](const exact& x) {
            return std::pair(detail::exact_parts::denominator(x), detail::exact_parts::numerator(x));
        };
        return parts(a.factor) < parts(b.factor);
    };
    std::sort(shares.begin(), shares.end(), by_factor);
    std::vector<detail::whole_fraction> parts;
    for (std::size_t i = 0; i < shares.size();) {
        const exact& factor = shares[i].factor;
        detail::int128 sum = 0;
        for (; i < shares.size() && shares[i].factor == factor; ++i) sum += shares[i].units;
        if (sum == 0) continue;
        const detail::whole_fraction part{detail::exact_of(sum) * factor.numerator(), factor.denominator()};
        if (!parts.empty() && parts.back().den == part.den) parts.back().num += part.num;
        else parts.push_back(part);
    }
    return {detail::sum_of(std::move(parts)), to_};
}

CAMBIST_INLINE money<> converted_tally::rounded(decimals to, rounding mode) const {
    const std::vector<exact> units = scaled_units(to.count);
    detail::bounded_sum sum;
    for (const term& t : terms_) sum.add(t.units, t.factor * units[t.denomination]);
    const exact low = round_to_integer(sum.low(), mode);
    if (low == round_to_integer(sum.high(), mode)) return {low * exact::pow10(-to.count), to_};
    return {round(total().amount(), to, mode).rounded, to_};
}

CAMBIST_INLINE money<> converted_tally::rounded(rounding mode) const {
    require_minor_unit(to_);
    return rounded(decimals{to_.digits()}, mode);
}

CAMBIST_INLINE std::vector<std::pair<std::string, converted_tally>> converted_tally::by(const tally_by& key) const {
    std::map<std::string, converted_tally> parts;
    converted_tally* into = nullptr;
    detail::key_names names(key);
    for (const term& t : terms_) {
        const auto unit = unit_on(names_->denominations[t.denomination].currency, detail::day_of(t.day));
        if (!names.stays(names_->groups[t.group], unit, t.day))
            into = &parts.try_emplace(names.name(), converted_tally(to_, names_)).first->second;
        into->terms_.push_back(t);
        into->rows_ += t.rows;
    }
    return {std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end())};
}

template <class Use>
void converted_tally::for_each_part(const tally_by& key, const tally_by& then, const Use& use) const {
    for (const auto& each : by(key)) {
        if (then == tally_by::nothing) use(each.first, "", each.second);
        else
            for (const auto& [second, part] : each.second.by(then)) use(each.first, second, part);
    }
}

CAMBIST_INLINE std::vector<tally_total> converted_tally::totals(const tally_by& key, const tally_by& then) const {
    std::vector<tally_total> parts;
    for_each_part(key, then, [&](const std::string& name, const std::string& second, const converted_tally& part) {
        parts.push_back({name, part.total(), part.rows(), second});
    });
    return parts;
}

CAMBIST_INLINE std::vector<tally_total> converted_tally::rounded_by(const tally_by& key, const tally_by& then,
                                                                    decimals to, rounding mode) const {
    constexpr int beyond = 12;
    std::vector<tally_total> parts;
    std::vector<exact> numbers;
    for_each_part(key, then, [&](const std::string& name, const std::string& second, const converted_tally& part) {
        numbers.push_back(part.rounded({to.count + beyond}, rounding::floor).amount());
        parts.push_back({name, money<>(0, to_), part.rows(), second});
    });
    const std::vector<exact> shown = round_to_sum(numbers, rounded(to, mode).amount(), step{exact::pow10(-to.count)});
    for (std::size_t i = 0; i < parts.size(); ++i) parts[i].amount = money<>(shown[i], to_);
    return parts;
}

CAMBIST_END
