// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/money/market_units.hpp>
#include <cambist/rates/law.hpp>

#include <algorithm>
#include <iterator>

#pragma push_macro("TRY")
#undef TRY

CAMBIST_BEGIN
namespace detail {

CAMBIST_INLINE std::chrono::sys_days last_day_of(const redenomination& cut) noexcept {
    return std::chrono::year(cut.last_day[0]) / cut.last_day[1] / cut.last_day[2];
}

} // namespace detail

CAMBIST_INLINE currency unit_on(const currency& c, civil_day on) {
    const std::chrono::sys_days day = on;
    for (std::size_t i = 0; i < std::size(detail::redenominations); ++i) {
        const detail::redenomination& cut = detail::redenominations[i];
        if (cut.code == c && day <= detail::last_day_of(cut)) return detail::currency_access::older(c, i + 1);
    }
    return c;
}

CAMBIST_INLINE rate fixed_ratio::as_rate() const {
    rate quote(money<>(1, new_currency), money<>(old_per_new, old_currency));
    quote.from(std::string(source)).written_to(decimals);
    return is_always() ? quote : quote.on(from);
}

CAMBIST_INLINE intermediate intermediate::rounded(int decimals) {
    if (decimals < 3) {
        throw rate_error("an intermediate euro amount of " + std::to_string(decimals) +
                         " decimals; Regulation (EC) 1103/97, Article 4(4) asks for no fewer than three");
    }
    intermediate result;
    result.decimals_ = decimals;
    return result;
}
CAMBIST_INLINE exact intermediate::apply(const exact& euros) const {
    return decimals_ ? round(euros, cambist::decimals{*decimals_}, rounding::half_up).rounded : euros;
}

CAMBIST_INLINE law::law(std::vector<fixed_ratio> ratios) : ratios_(std::move(ratios)) {
    std::sort(ratios_.begin(), ratios_.end(),
              [](const fixed_ratio& a, const fixed_ratio& b) { return a.old_currency < b.old_currency; });
    for (std::size_t i = 1; i < ratios_.size(); ++i) {
        if (ratios_[i].old_currency == ratios_[i - 1].old_currency) {
            throw rate_error(to_string(ratios_[i].old_currency) + " has two successors in one law");
        }
    }
    for (const fixed_ratio& first : ratios_) {
        std::size_t length = 1;
        for (const fixed_ratio* next = find(first.new_currency); next != nullptr; next = find(next->new_currency)) {
            if (++length > longest_chain) {
                throw rate_error("more than " + std::to_string(longest_chain) + " fixed ratios follow " +
                                 to_string(first.old_currency));
            }
        }
    }
}

CAMBIST_INLINE const fixed_ratio* law::find(const currency& c) const noexcept {
    const auto at =
        std::lower_bound(ratios_.begin(), ratios_.end(), c,
                         [](const fixed_ratio& ratio, const currency& key) { return ratio.old_currency < key; });
    return at != ratios_.end() && at->old_currency == c ? &*at : nullptr;
}

CAMBIST_INLINE const law& law::standard() {
    const auto decimals_of = [](std::string_view ratio) {
        const std::size_t point = ratio.find('.');
        return point == std::string_view::npos ? 0 : static_cast<int>(ratio.size() - point - 1);
    };
    static const law& table = *new law([&] { // never destroyed: what lasts as long may ask it
        std::vector<fixed_ratio> all{
#define CAMBIST_FIXED(old, new_, ratio, y, m, d, act)                                                                  \
    {currencies::old, currencies::new_, exact(ratio), decimals_of(ratio), std::chrono::year(y) / m / d, act},
#include <cambist/rates/law.def>
#undef CAMBIST_FIXED
        };
        for (fixed_ratio& each : all) each.new_currency = unit_on(each.new_currency, each.from);
        for (const detail::redenomination& cut : detail::redenominations) {
            const std::chrono::sys_days last = detail::last_day_of(cut);
            const std::chrono::sys_days from = last + std::chrono::days(1);
            all.push_back({unit_on(cut.code, last), unit_on(cut.code, from), exact(cut.per_new),
                           decimals_of(cut.per_new), from, cut.source});
        }
        for (const market_unit& part : market_units) {
            if (part.of)
                all.push_back(
                    {part.self, part.of, exact(part.per), decimals_of(part.per), fixed_ratio::always, part.source});
        }
        return all;
    }());
    return table;
}

CAMBIST_INLINE money<> in_newest_unit(money<> amount) {
    const fixed_ratio* ratio = law::standard().find(amount.currency());
    while (ratio != nullptr && ratio->new_currency.code() == amount.currency().code()) {
        amount = money<>(amount.amount() / ratio->old_per_new, ratio->new_currency);
        ratio = law::standard().find(amount.currency());
    }
    return amount;
}

CAMBIST_END

#pragma pop_macro("TRY")
