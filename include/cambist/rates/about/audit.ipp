// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/about/audit.hpp>
#include <cambist/rates/about/coverage.ipp>

#include <algorithm>
#include <map>
#include <optional>

CAMBIST_BEGIN

namespace detail {

// Ratios are of the pair's second currency for one of its first.
inline exact ratio_of(const rate& quote) {
    return quote.base().currency() == pair_of(quote).first ? quote.value() : 1 / quote.value();
}
inline interval bounds_of(const rate& quote) {
    return quote.base().currency() == pair_of(quote).first ? quote.bounds() : inverse(quote.bounds());
}

inline std::string when(const rate& quote) { return quote.day() ? "on " + to_string(*quote.day()) : "without a day"; }
inline std::string rounded_text(const exact& x) { return to_string(round(x, significant{7}).rounded); }

class auditor {
public:
    auditor(std::span<const rate> quotes, const law& fixed) : order_(in_order(quotes)), law_(fixed) {}

    std::vector<finding> run() {
        for (std::size_t begin = 0; begin < order_.size();) {
            std::size_t end = begin;
            while (end < order_.size() && pair_of(*order_[end]) == pair_of(*order_[begin])) ++end;
            check_pair(begin, end);
            begin = end;
        }
        check_triangles();
        return std::move(found_);
    }

private:
    void report(suspicion kind, const rate& at, std::string what) {
        found_.push_back({kind, std::move(what), at.where()});
    }

    void check_pair(std::size_t begin, std::size_t end) {
        const rate* level = nullptr; // what the next quote is compared with
        for (std::size_t i = begin; i < end; ++i) {
            const rate& quote = *order_[i];
            check_against_day(begin, i);
            if (!quote.day()) continue;
            check_weekday(quote);
            check_law(quote);
            if (level == nullptr || level->day() == quote.day()) {
                level = &quote;
            } else if (const int places = places_between(*level, quote); places == 0) {
                level = &quote;
            } else {
                const std::string times = exact_times(places);
                report(suspicion::misplaced_point, quote,
                       cited(quote) + " " + when(quote) + " is about " + times + " " + cited(*level) + " " +
                           when(*level) + "; is its decimal point in place?");
                // Where the next quote stays with this one it is a new level, not a slip.
                if (i + 1 < end && places_between(quote, *order_[i + 1]) == 0) level = &quote;
            }
        }
    }

    // With the quotes of the same pair and day that came before.
    void check_against_day(std::size_t begin, std::size_t i) {
        const rate& quote = *order_[i];
        for (std::size_t j = i; j-- > begin && order_[j]->day() == quote.day();) {
            const rate& other = *order_[j];
            const bool opposite = other.base().currency() != quote.base().currency();
            const exact product = opposite ? quote.value() * other.value() : exact(1);
            const std::string both = cited(other) + " and " + cited(quote) + ", both " + when(quote);
            if (opposite && product != 1) {
                report(suspicion::inverse_gap, quote,
                       both + ", multiply to " + rounded_text(product) + ", not 1" +
                           (consistent(bounds_of(quote), bounds_of(other)) ? "; their digits leave that open" : ""));
            } else if (ratio_of(quote) != ratio_of(other)) {
                report(suspicion::contradicting, quote, both + ", contradict each other");
            } else {
                report(suspicion::repeated, quote, both + ", say the same");
            }
            return; // the nearest will do: the others were compared with it
        }
    }

    void check_weekday(const rate& quote) {
        const std::chrono::weekday day(*quote.day());
        if (day == std::chrono::Saturday || day == std::chrono::Sunday) {
            report(suspicion::weekend, quote,
                   cited(quote) + " is of a " + (day == std::chrono::Saturday ? "Saturday, " : "Sunday, ") +
                       to_string(*quote.day()));
        }
    }

    void check_law(const rate& quote) {
        const exact value = quote.value();
        const struct {
            currency of;
            currency in;
            exact units; // of the one for one of the other
        } sides[] = {{quote.base().currency(), quote.quote().currency(), 1 / value},
                     {quote.quote().currency(), quote.base().currency(), value}};
        for (const auto& side : sides) {
            const fixed_ratio* ratio = law_.find(side.of, *quote.day());
            if (ratio == nullptr) continue;
            if (ratio->new_currency == side.in && side.units == ratio->old_per_new) continue;
            report(suspicion::unlawful, quote,
                   cited(quote) + " " + when(quote) + ", where the law says " + to_string(ratio->as_rate()) + " from " +
                       to_string(ratio->from));
            return;
        }
    }

    // How many places the decimal point seems to have moved by; 0 where it did not.
    static int places_between(const rate& level, const rate& quote) {
        const exact times = ratio_of(quote) / ratio_of(level);
        if (times > exact(1) / 2 && times < 2) return 0; // nearly all
        for (const int places : {-3, -2, -1, 1, 2, 3}) {
            const exact rest = times * exact::pow10(-places);
            if (rest >= exact(4) / 5 && rest <= exact(5) / 4) return places;
        }
        return 0;
    }
    static std::string exact_times(int places) {
        const std::string power = to_string(exact::pow10(places < 0 ? -places : places));
        return places > 0 ? power + " times" : "a " + power + "th of";
    }

    // ---- three currencies that are quoted in each other on one day

    struct edge {
        currency to;
        const rate* quote;
    };

    void check_triangles() {
        std::stable_sort(order_.begin(), order_.end(),
                         [](const rate* a, const rate* b) { return a->day() < b->day(); });
        for (std::size_t begin = 0; begin < order_.size();) {
            std::size_t end = begin;
            std::map<currency, std::vector<edge>> from; // each pair once, from its first currency to its second
            for (; end < order_.size() && order_[end]->day() == order_[begin]->day(); ++end) {
                const auto [a, b] = pair_of(*order_[end]);
                std::vector<edge>& edges = from[a];
                if (edges.empty() || edges.back().to != b) edges.push_back({b, order_[end]});
            }
            begin = end;
            for (const auto& [a, edges] : from) {
                for (std::size_t i = 0; i < edges.size(); ++i) {
                    const auto next = from.find(edges[i].to);
                    if (next == from.end()) continue;
                    if (!close(*edges[i].quote, {edges.data() + i + 1, edges.size() - i - 1}, next->second)) return;
                }
            }
        }
    }

    // With every currency that both ends of `side` are quoted in.
    bool close(const rate& side, std::span<const edge> from_first, std::span<const edge> from_second) {
        const bool first_is_fewer = from_first.size() < from_second.size();
        const std::span<const edge> fewer = first_is_fewer ? from_first : from_second;
        const std::span<const edge> more = first_is_fewer ? from_second : from_first;
        for (const edge& one : fewer) {
            if (triangles_++ == max_audited_triangles) {
                report(suspicion::unchecked, side,
                       "more than " + std::to_string(max_audited_triangles) + " triangles; those " + when(side) +
                           " and later are not looked at");
                return false;
            }
            const auto other = std::lower_bound(more.begin(), more.end(), one.to,
                                                [](const edge& e, const currency& c) { return e.to < c; });
            if (other == more.end() || other->to != one.to) continue;
            check_triangle(side, first_is_fewer ? *other->quote : *one.quote,
                           first_is_fewer ? *one.quote : *other->quote);
        }
        return true;
    }

    void check_triangle(const rate& first, const rate& second, const rate& straight) {
        if (consistent(bounds_of(first) * bounds_of(second), bounds_of(straight))) return;
        const exact gap = ratio_of(first) * ratio_of(second) / ratio_of(straight);
        report(suspicion::triangle_gap, straight,
               cited(first) + ", " + cited(second) + " and " + cited(straight) + ", all " + when(straight) +
                   ", close to " + rounded_text(gap) + ", not 1, beyond what their digits leave open");
    }

    std::vector<const rate*> order_;
    const law& law_;
    std::vector<finding> found_{};
    std::size_t triangles_ = 0;
};

} // namespace detail

CAMBIST_INLINE std::vector<finding> audit(std::span<const rate> quotes, const law& fixed) {
    return detail::auditor(quotes, fixed).run();
}

CAMBIST_END
