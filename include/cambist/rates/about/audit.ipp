// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/about/audit.hpp>
#include <cambist/rates/about/coverage.ipp>
#include <cambist/rates/detail/first_standing.hpp>

#include <algorithm>
#include <chrono>
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

// Of the quotes of one pair and day, at these places of an order, those that their own source has not revised.
inline void leave_standing(const std::vector<const rate*>& order, std::vector<std::size_t>& places) {
    const auto source_at = [&](std::size_t i) -> const std::string& { return order[i]->source(); };
    const auto known_at = [&](std::size_t i) { return known_day(*order[i]); };
    const auto ratio_at = [&](std::size_t i) { return ratio_of(*order[i]); };
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        const int by_source = source_at(a).compare(source_at(b));
        return by_source != 0 ? by_source < 0 : known_at(a) < known_at(b);
    });
    auto left = places.begin();
    for (auto from = places.begin(), to = from; from != places.end(); from = to) {
        to = std::find_if(from, places.end(), [&](std::size_t i) { return source_at(i) != source_at(*from); });
        left = std::copy(first_standing(from, to, known_at, ratio_at), to, left);
    }
    places.erase(left, places.end());
    std::sort(places.begin(), places.end());
}

// Of quotes in order of pairs and days.
inline std::vector<const rate*> without_revised(const std::vector<const rate*>& order) {
    std::vector<const rate*> standing;
    standing.reserve(order.size());
    std::vector<std::size_t> places; // of one pair and day
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
        places.clear();
        do places.push_back(end++);
        while (end < order.size() && order[end]->day() == order[begin]->day() &&
               pair_of(*order[end]) == pair_of(*order[begin]));
        if (places.size() > 1) leave_standing(order, places);
        for (const std::size_t i : places) standing.push_back(order[i]);
    }
    return standing;
}

inline std::string when(const rate& quote) { return quote.day() ? "on " + to_string(*quote.day()) : "without a day"; }
inline std::string rounded_text(const exact& x) { return to_string(round(x, significant{7}).rounded); }

class auditor {
public:
    auditor(std::span<const rate> quotes, const law& fixed) : order_(without_revised(in_order(quotes))), law_(fixed) {}

    std::vector<finding> run() {
        for (std::size_t begin = 0; begin < order_.size();) {
            std::size_t end = begin;
            while (end < order_.size() && pair_of(*order_[end]) == pair_of(*order_[begin])) ++end;
            check_pair(begin, end);
            begin = end;
        }
        check_scales();
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
            if (level == nullptr || level->day() == quote.day() || !is_of_same_units(*level, quote)) {
                level = &quote;
                continue;
            }
            std::size_t next = i + 1;
            while (next < end && order_[next]->day() == quote.day()) ++next;
            const rate* after = next < end ? order_[next] : nullptr;
            const bool is_slip = check_level(*level, quote, after);
            // Where the next quote stays with this one it is a new level.
            if (!is_slip || (after != nullptr && is_near(ratio_of(*after) / ratio_of(quote)))) level = &quote;
        }
    }

    // What a quote may be of the one before it, if it is not near it: as it is written, whatever the codes' order.
    bool check_level(const rate& level, const rate& quote, const rate* after) {
        const bool as_written = quote.base().currency() == pair_of(quote).first;
        const auto times_of = [&](const rate& other) {
            const exact times = ratio_of(quote) / ratio_of(other);
            return as_written ? times : 1 / times;
        };
        const exact times = times_of(level);
        const exact times_after = after != nullptr ? times_of(*after) : exact(1);
        const auto is_about = [&](const exact& x) { return distance(times, x) <= exact(11) / 10; };
        const auto is_about_after = [&](const exact& x) { return distance(times_after, x) <= exact(11) / 10; };
        for (const exact& twice : {exact(2), exact(1) / 2}) {
            if (!is_about(twice) || !is_about_after(twice)) continue;
            report(suspicion::doubled, quote,
                   said_of(quote) + (twice == 2 ? " is about twice " : " is about half ") + said_of(level) + " and " +
                       said_of(*after));
            return true;
        }
        if (is_near(times)) return false;
        const exact product = ratio_of(quote) * ratio_of(level);
        const int places = places_of(times);
        const exact power = exact::pow10(places);
        const bool is_flipped = distance(product, 1) <= exact(11) / 10;
        if (is_flipped && (places == 0 || distance(product, 1) < distance(times, power))) {
            report(suspicion::flipped, quote,
                   said_of(quote) + " is about one divided by " + said_of(level) +
                       "; are its currencies in their order?");
        } else if (places != 0) {
            report(suspicion::misplaced_point, quote,
                   said_of(quote) + " is about " + exact_times(places) + " " + said_of(level) +
                       "; is its decimal point in place?");
        } else if (is_jump(times) && (after == nullptr || (is_jump(times_after) && (times > 1) == (times_after > 1)))) {
            report(suspicion::jump, quote,
                   said_of(quote) + " is " + many_times(times) + said_of(level) +
                       (after != nullptr ? ", and as far from " + said_of(*after) : ""));
        } else {
            return false;
        }
        return true;
    }

    // With the quotes of the same pair and day that came before.
    void check_against_day(std::size_t begin, std::size_t i) {
        const rate& quote = *order_[i];
        for (std::size_t j = i; j-- > begin && order_[j]->day() == quote.day();) {
            const rate& other = *order_[j];
            const bool opposite = other.base().currency() != quote.base().currency();
            const exact product = opposite ? quote.value() * other.value() : exact(1);
            const std::string both = attributed(other) + " and " + attributed(quote) + ", both " + when(quote);
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

    static bool is_jump(const exact& times) { return distance(times, 1) >= 10'000; }
    // Whether its codes name the same units on both days.
    static bool is_of_same_units(const rate& a, const rate& b) {
        const auto is_same = [&](const currency& c) { return unit_on(c, *a.day()) == unit_on(c, *b.day()); };
        return is_same(a.base().currency()) && is_same(a.quote().currency());
    }
    static std::string many_times(const exact& times) {
        return times > 1 ? rounded_text(times) + " times " : "a " + rounded_text(1 / times) + "th of ";
    }
    static std::string said_of(const rate& quote) { return cited(quote) + " " + when(quote); }
    // As nearly all quotes are to the one before.
    static bool is_near(const exact& times) { return times > exact(1) / 2 && times < 2; }
    // How many times one is the other, whichever is larger.
    static exact distance(const exact& a, const exact& b) { return a > b ? a / b : b / a; }
    // How many places the decimal point seems to have moved by; 0 where it did not.
    static int places_of(const exact& times) {
        for (const int places : {-3, -2, -1, 1, 2, 3}) {
            if (distance(times, exact::pow10(places)) <= exact(5) / 4) return places;
        }
        return 0;
    }
    static std::string exact_times(int places) {
        const std::string power = to_string(exact::pow10(places < 0 ? -places : places));
        return places > 0 ? power + " times" : "a " + power + "th of";
    }

    // ---- pairs that other pairs contradict by orders of magnitude

    // For each pair its quote in the middle; against what two other pairs say of both currencies, within a year. The
    // pair with the fewest quotes is told.
    void check_scales() {
        std::map<std::pair<currency, currency>, std::vector<const rate*>> pairs;
        for (const rate* each : order_) pairs[pair_of(*each)].push_back(each);
        std::map<currency, std::vector<currency>> quoted; // in what
        for (const auto& [pair, quotes] : pairs) {
            quoted[pair.first].push_back(pair.second);
            quoted[pair.second].push_back(pair.first);
        }
        for (const auto& [pair, quotes] : pairs) {
            const auto& [a, b] = pair;
            const rate& middle = *quotes[quotes.size() / 2];
            const std::vector<currency>& of_a = quoted[a];
            const std::vector<currency>& of_b = quoted[b];
            for (const currency& c : of_a.size() < of_b.size() ? of_a : of_b) { // of both, then, in order
                const auto first = pairs.find(std::minmax(a, c));
                const auto second = pairs.find(std::minmax(c, b));
                if (first == pairs.end() || second == pairs.end()) continue;
                if (quotes.size() > std::min(first->second.size(), second->second.size())) continue;
                if (check_scale(middle, a, c, b, first->second, second->second)) break;
            }
        }
    }

    bool check_scale(const rate& quote, const currency& a, const currency& c, const currency& b,
                     const std::vector<const rate*>& first, const std::vector<const rate*>& second) {
        const rate* one = nearest(first, quote);
        const rate* two = nearest(second, quote);
        if (one == nullptr || two == nullptr) return false;
        const auto units = [](const rate& of, const currency& base) {
            return of.base().currency() == base ? of.value() : 1 / of.value();
        };
        const exact through = units(*one, a) * units(*two, c);
        const exact times = distance(units(quote, a), through);
        if (times < 10) return false;
        report(suspicion::out_of_scale, quote,
               said_of(quote) + " is " + rounded_text(times) + " times off what " + said_of(*one) + " and " +
                   said_of(*two) + " say of " + to_string(a) + " and " + to_string(b) + "; is it of these currencies?");
        return true;
    }

    // The quote of a pair that is nearest to the day of another, and at most a year away; one without a day is.
    static const rate* nearest(const std::vector<const rate*>& of, const rate& to) {
        constexpr std::chrono::days most(366);
        if (!of.front()->day() || !to.day()) return of.front();
        const auto after =
            std::lower_bound(of.begin(), of.end(), *to.day(),
                             [](const rate* each, std::chrono::sys_days day) { return each->day() < day; });
        const rate* found = nullptr;
        std::chrono::days least = most;
        for (auto each = after == of.begin() ? after : after - 1; each != of.end() && each - after < 1; ++each) {
            const std::chrono::days away = std::chrono::abs(*(*each)->day() - *to.day());
            if (away > least) continue;
            found = *each;
            least = away;
        }
        return found;
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
