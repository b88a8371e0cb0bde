// SPDX-License-Identifier: MIT

// What rate tables promise, on generated markets with gaps, pivots and laws, against a search that knows nothing of the
// library: it looks at every day and every way, and calculates with cpp_rational.
#include <cambist/rates/conversion.hpp>

#include "support/oracle.hpp"
#include "support/random.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace cambist;
using oracle::rational;
using support::for_all;
using support::generator;
using support::many;

namespace {

constexpr int days_of_market = 10; // days are numbered from 0; asked for from before to well after

std::chrono::sys_days day(int number) {
    return std::chrono::sys_days(std::chrono::year(2024) / 1 / 1) + std::chrono::days(number);
}

currency coin(int number) { return own_currency("COIN" + std::to_string(number), 2); }

exact to_exact(const rational& q) { return exact(oracle::to_text(q)); }

struct quote {
    int base = 0;
    int price = 0;
    std::optional<int> on;
    rational units = 1; // of the base
    rational value = 1; // of the price for one of the base
};

struct fixed {
    int next = 0;
    rational per_next = 1;
    int from = 0;
};

enum class outcome { answered, none, stale, day_required, contradicting, unlawful };

constexpr int most_quotes = static_cast<int>(max_chained_quotes);

struct answer {
    outcome what = outcome::none;
    rational factor = 0;
    std::optional<int> found_on; // of a way with a dated quote
};

struct question {
    int from = 0;
    int to = 0;
    std::optional<int> on;
    lookup::rule rule = lookup::rule::on_or_before;
    std::optional<int> limit; // none is unbounded
    bool later = false;       // of two equally near
    int first = 0;            // of the period, where there is one
    int last = 0;

    bool is_over_period() const { return rule == lookup::rule::average || rule == lookup::rule::closing; }
    lookup how() const {
        const day_limit most = limit ? day_limit(std::chrono::days(*limit)) : day_limit(unbounded);
        switch (rule) {
        case lookup::rule::exactly: return lookup::exactly();
        case lookup::rule::on_or_before: return lookup::on_or_before(most);
        case lookup::rule::on_or_after: return lookup::on_or_after(most);
        case lookup::rule::nearest: return lookup::nearest(most, later ? lookup::tie::later : lookup::tie::earlier);
        case lookup::rule::linear: return lookup::linear(most);
        case lookup::rule::average: return lookup::average(period(day(first), day(last)), most);
        case lookup::rule::closing: return lookup::closing(period(day(first), day(last)), most);
        case lookup::rule::before: return lookup::before(most);
        }
        return {};
    }
    asked_day asked() const { return on ? asked_day(day(*on)) : asked_day(); }
    // The day that the law goes by.
    std::optional<int> lawful_day() const {
        return rule == lookup::rule::average ? first : rule == lookup::rule::closing ? last : on;
    }
};

struct market {
    int coins = 0;
    std::vector<int> pivots;
    std::vector<quote> quotes;
    std::vector<std::optional<fixed>> law;

    rate_table table() const {
        rate_table::builder building;
        std::vector<fixed_ratio> ratios;
        for (int c = 0; c < coins; ++c) {
            if (const auto& f = law[static_cast<std::size_t>(c)])
                ratios.push_back({coin(c), coin(f->next), to_exact(f->per_next), 0, day(f->from), "an act"});
        }
        building.law(cambist::law(std::move(ratios)));
        for (const int p : pivots) building.pivot(coin(p));
        for (const quote& q : quotes) {
            rate r(money<>(to_exact(q.units), coin(q.base)), money<>(to_exact(q.units * q.value), coin(q.price)));
            if (q.on) r.on(day(*q.on));
            building.add(r);
        }
        return building.build();
    }

    // ---- the independent search

    const fixed* carried(int c, int on) const {
        const auto& f = law[static_cast<std::size_t>(c)];
        return f && f->from <= on ? &*f : nullptr;
    }

    // Units of b for one of a, said on that day, or said without a day.
    std::optional<rational> said(int a, int b, std::optional<int> on) const {
        for (const quote& q : quotes) {
            if (q.on != on) continue;
            if (q.base == a && q.price == b) return q.value;
            if (q.base == b && q.price == a) return rational(1 / q.value);
        }
        return std::nullopt;
    }

    // What the law has made of a coin by a day, and how many of the coin are one of that.
    std::pair<int, rational> root(int c, std::optional<int> on) const {
        rational per_root = 1;
        while (const fixed* f = on ? carried(c, *on) : nullptr) {
            per_root *= f->per_next;
            c = f->next;
        }
        return {c, per_root};
    }
    int last_root(int c) const { return root(c, days_of_market + 1'000).first; }

    bool is_quoted(int a, int b) const {
        return std::any_of(quotes.begin(), quotes.end(), [&](const quote& q) {
            return (q.base == a && q.price == b) || (q.base == b && q.price == a);
        });
    }

    // Pairs of coins whose quotes lead from one to the other, where the law joins what lies between them.
    using road = std::vector<std::pair<int, int>>;

    // All of so many quotes, with the law as on a day: through pivots, none twice.
    std::vector<road> roads(int a, int b, int quotes_left, std::optional<int> law_day,
                            std::vector<int> passed = {}) const {
        std::vector<road> all;
        passed.push_back(a);
        std::vector<int> next;
        if (quotes_left == 1) next.push_back(b);
        for (const int p : pivots) {
            const int at = root(p, law_day).first;
            const bool is_new = at != b && std::find(passed.begin(), passed.end(), at) == passed.end();
            if (quotes_left > 1 && is_new && std::find(next.begin(), next.end(), at) == next.end()) next.push_back(at);
        }
        for (const int to : next) {
            road first; // any of these
            for (int u = 0; u < coins; ++u) {
                for (int v = 0; v < coins; ++v) {
                    if (root(u, law_day).first == a && root(v, law_day).first == to && is_quoted(u, v))
                        first.emplace_back(u, v);
                }
            }
            if (first.empty()) continue;
            std::vector<road> rest{{}};
            if (quotes_left > 1) rest = roads(to, b, quotes_left - 1, law_day, passed);
            for (const auto& leg : first) {
                for (const road& after : rest) {
                    all.push_back({leg});
                    all.back().insert(all.back().end(), after.begin(), after.end());
                }
            }
        }
        return all;
    }

    // What the law adds to the quotes of a road.
    rational by_law(const road& over, std::optional<int> law_day) const {
        rational factor = 1;
        for (const auto& [u, v] : over) factor *= root(u, law_day).second / root(v, law_day).second;
        return factor;
    }

    // All that these ways say on this day; those without any dated quote are of the day asked.
    std::vector<rational> ways(const std::vector<road>& along, int on, std::optional<int> asked,
                               std::optional<int> law_day) const {
        std::vector<rational> found;
        for (const road& over : along) {
            rational factor = 1;
            bool of_no_day = true;
            const bool is_said = std::all_of(over.begin(), over.end(), [&](const std::pair<int, int>& leg) {
                const auto undated = said(leg.first, leg.second, std::nullopt);
                const auto value = undated ? undated : said(leg.first, leg.second, on);
                if (!undated) of_no_day = false;
                if (value) factor *= *value;
                return value.has_value();
            });
            if (is_said && (!of_no_day || on == asked)) found.push_back(factor * by_law(over, law_day));
        }
        return found;
    }

    static answer of_ways(const std::vector<rational>& said) {
        const bool agree =
            std::all_of(said.begin(), said.end(), [&](const rational& each) { return each == said.front(); });
        return agree ? answer{outcome::answered, said.front(), {}} : answer{outcome::contradicting, 0, {}};
    }

    // The days that may answer, best first.
    static std::vector<int> days_for(const question& asking) {
        std::vector<int> order;
        const auto on = asking.lawful_day().value();
        const int far = 2 * days_of_market + 20;
        const bool back = asking.rule != lookup::rule::on_or_after;
        const bool ahead = asking.rule == lookup::rule::on_or_after || asking.rule == lookup::rule::nearest;
        for (int away = 0; away <= far; ++away) {
            if (ahead && asking.later) order.push_back(on + away);
            if (back) order.push_back(on - away);
            if (ahead && !asking.later) order.push_back(on + away);
        }
        return order;
    }

    // ---- what is made of several quotes

    struct made {
        int away = 0; // of the quote farthest from the day asked
        rational value;
    };

    // The quotes of a pair from one day to another, each in the direction that the first of them was published in.
    struct run {
        bool reversed = false;
        std::map<int, rational> by_day;
        rational back(const rational& value) const { return reversed ? rational(1 / value) : value; }
    };
    run quotes_of(int a, int b, int first, int last) const {
        run found;
        for (int d = first; d <= last; ++d) {
            for (const quote& q : quotes) {
                if (q.on != d || std::minmax(q.base, q.price) != std::minmax(a, b)) continue;
                if (found.by_day.empty()) found.reversed = q.base == b;
                found.by_day[d] = found.back(*said(a, b, d));
            }
        }
        return found;
    }

    // What a pair was worth on one day: by a quote in the units of the day, or where those are one, by the law alone.
    struct worth {
        rational price; // of b for one of a
        std::optional<bool> reversed{};
    };
    std::optional<worth> worth_on(int a, int b, int on) const {
        rational per_a = 1;
        rational per_b = 1;
        while (const fixed* f = carried(a, on)) {
            per_a /= f->per_next;
            a = f->next;
        }
        while (const fixed* f = carried(b, on)) {
            per_b /= f->per_next;
            b = f->next;
        }
        for (const quote& q : quotes) {
            if (q.on != on) continue;
            if (a == b && (q.base == a || q.price == a)) return worth{per_a / per_b};
            if (a != b && std::minmax(q.base, q.price) == std::minmax(a, b))
                return worth{*said(a, b, on) * per_a / per_b, q.base == b};
        }
        return std::nullopt;
    }

    // Each leg's mean, over the days that all have.
    std::optional<rational> mean(const std::vector<std::pair<int, int>>& legs, const question& asking) const {
        rational whole = 1;
        std::vector<std::map<int, worth>> dated;
        for (const auto& [a, b] : legs) {
            const std::pair<int, int> pair = std::minmax(a, b);
            if (const auto undated = said(a, b, std::nullopt)) {
                whole *= *undated;
                continue;
            }
            if (std::none_of(quotes.begin(), quotes.end(),
                             [&](const quote& q) { return std::pair<int, int>(std::minmax(q.base, q.price)) == pair; }))
                return std::nullopt;
            dated.emplace_back();
            for (int d = asking.first; d <= asking.last; ++d) {
                if (const auto found = worth_on(a, b, d)) dated.back()[d] = *found;
            }
        }
        if (dated.empty()) return whole;
        std::vector<int> common;
        for (const auto& [on, found] : dated.front()) {
            const int day = on;
            if (std::all_of(dated.begin(), dated.end(), [&](const auto& leg) { return leg.count(day) != 0; }))
                common.push_back(on);
        }
        if (common.empty() || (asking.limit && widest_gap(common, asking) > *asking.limit)) return std::nullopt;
        for (const std::map<int, worth>& leg : dated) {
            std::optional<bool> reversed;
            for (const int on : common) {
                if (!reversed) reversed = leg.at(on).reversed;
            }
            rational sum = 0;
            for (const int on : common)
                sum += reversed.value_or(false) ? rational(1 / leg.at(on).price) : leg.at(on).price;
            sum /= static_cast<int>(common.size());
            whole *= reversed.value_or(false) ? rational(1 / sum) : sum;
        }
        return whole;
    }
    static int widest_gap(const std::vector<int>& days, const question& asking) {
        int widest = days.front() - asking.first;
        for (std::size_t i = 1; i < days.size(); ++i) widest = std::max(widest, days[i] - days[i - 1]);
        return std::max(widest, asking.last - days.back());
    }

    std::optional<made> line(const std::vector<std::pair<int, int>>& legs, const question& asking) const {
        const auto all_said = [&](int d) {
            return std::all_of(legs.begin(), legs.end(), [&](const std::pair<int, int>& l) {
                return said(l.first, l.second, std::nullopt) || said(l.first, l.second, d);
            });
        };
        if (all_said(-1'000)) return made{0, product(legs, -1'000)};
        const int on = *asking.on;
        int older = on;
        int younger = on;
        while (older >= 0 && !all_said(older)) --older;
        while (younger < days_of_market && !all_said(younger)) ++younger;
        if (older < 0) return std::nullopt;
        if (older == on) return made{0, product(legs, on)};
        if (younger >= days_of_market || (asking.limit && younger - older > *asking.limit)) return std::nullopt;
        made result{std::max(on - older, younger - on), 1};
        for (const auto& [a, b] : legs) {
            if (const auto undated = said(a, b, std::nullopt)) {
                result.value *= *undated;
                continue;
            }
            const run ends = quotes_of(a, b, older, younger);
            const rational& start = ends.by_day.at(older);
            const rational& end = ends.by_day.at(younger);
            result.value *= ends.back(start + (end - start) * (on - older) / (younger - older));
        }
        return result;
    }
    rational product(const std::vector<std::pair<int, int>>& legs, int on) const {
        rational all = 1;
        for (const auto& [a, b] : legs) {
            const auto undated = said(a, b, std::nullopt);
            all *= undated ? *undated : *said(a, b, on);
        }
        return all;
    }

    answer make(int a, int b, int count, const question& asking) const {
        std::vector<made> all;
        const auto consider = [&](const road& legs) {
            rational whole = by_law(legs, asking.lawful_day());
            if (asking.rule == lookup::rule::linear) {
                if (const auto one = line(legs, asking)) all.push_back({one->away, whole * one->value});
                return;
            }
            if (const auto quoted = mean(legs, asking)) all.push_back({0, whole * *quoted});
        };
        for (const road& each : roads(a, b, count, asking.lawful_day())) consider(each);
        if (all.empty()) return {outcome::none, 0, {}};
        int least = all.front().away;
        for (const made& each : all) least = std::min(least, each.away);
        std::vector<rational> nearest;
        for (const made& each : all) {
            if (each.away == least) nearest.push_back(each.value);
        }
        return of_ways(nearest);
    }

    answer search(int a, int b, const question& asking) const {
        if (a == b) return {outcome::answered, 1, {}};
        if (!asking.lawful_day()) {
            constexpr int no_day = 1000;
            for (int count = 1; count <= most_quotes; ++count) {
                const auto undated = ways(roads(a, b, count, {}), no_day, no_day, {});
                if (!undated.empty()) return of_ways(undated);
            }
            bool dated = law[static_cast<std::size_t>(a)] || law[static_cast<std::size_t>(b)];
            for (int count = 1; count <= most_quotes; ++count) {
                const std::vector<road> along = roads(a, b, count, no_day);
                for (int d = 0; d < days_of_market; ++d) dated = dated || !ways(along, d, d, no_day).empty();
            }
            return {dated ? outcome::day_required : outcome::none, 0, {}};
        }
        bool is_stale = false;
        for (int count = 1; count <= most_quotes; ++count) {
            const answer found = search_of(a, b, count, asking);
            if (found.what != outcome::none && found.what != outcome::stale) return found;
            is_stale = is_stale || found.what == outcome::stale;
        }
        return {is_stale ? outcome::stale : outcome::none, 0, {}};
    }

    static constexpr int no_such_day = 100'000;

    // By ways of so many quotes.
    answer search_of(int a, int b, int count, const question& asking) const {
        if (asking.rule == lookup::rule::linear || asking.rule == lookup::rule::average)
            return make(a, b, count, asking);
        const int on = *asking.lawful_day();
        const std::vector<road> along = roads(a, b, count, on);
        if (along.empty()) return {outcome::none, 0, {}};
        for (const int d : days_for(asking)) {
            // Before a day, what is said of it does not count; what is said of none does.
            const int read = asking.rule == lookup::rule::before && d == on ? no_such_day : d;
            const std::vector<rational> found = ways(along, read, read == d ? on : read, on);
            if (found.empty()) continue;
            if (asking.rule == lookup::rule::exactly && d != on) return {outcome::none, 0, {}};
            if (asking.rule == lookup::rule::closing && d < asking.first) return {outcome::none, 0, {}};
            if (asking.limit && std::abs(on - d) > *asking.limit) {
                const bool looks_back = asking.rule == lookup::rule::on_or_before ||
                                        asking.rule == lookup::rule::closing || asking.rule == lookup::rule::before;
                return {looks_back ? outcome::stale : outcome::none, 0, {}};
            }
            answer result = of_ways(found);
            result.found_on = d;
            return result;
        }
        return {outcome::none, 0, {}};
    }

    answer ask(const question& asking) const {
        if (asking.from == asking.to) return {outcome::answered, 1, {}};
        const auto [a, per_a] = root(asking.from, asking.lawful_day());
        const auto [b, per_b] = root(asking.to, asking.lawful_day());
        answer result = search(a, b, asking);
        result.factor *= per_b / per_a;
        return result;
    }
};

// ---- generated markets

rational positive(generator& g) {
    if (g.one_in(20)) return oracle::read(g.positive());
    const int numerator = g.between(1, 40);
    return rational(numerator, g.between(1, 40));
}

// Quotes mostly follow from what each coin is worth on a day, so that several ways mostly agree.
market any_market(generator& g, bool with_law, bool quarrels = true) {
    market m;
    m.coins = g.between(2, 6);
    for (int c = 0; c < m.coins; ++c) {
        if (g.one_in(2)) m.pivots.push_back(c);
    }
    m.law.resize(static_cast<std::size_t>(m.coins));
    for (int c = 0; with_law && c + 1 < m.coins; ++c) {
        if (g.one_in(3))
            m.law[static_cast<std::size_t>(c)] =
                fixed{g.between(c + 1, m.coins - 1), positive(g), g.between(-2, days_of_market + 2)};
    }
    std::map<std::pair<int, int>, rational> worth; // of a coin on a day
    const auto worth_of = [&](int c, int on) -> const rational& {
        const auto [at, fresh] = worth.try_emplace({c, on}, 1);
        if (fresh) at->second = positive(g);
        return at->second;
    };
    for (int a = 0; a < m.coins; ++a) {
        for (int b = a + 1; b < m.coins; ++b) {
            if (g.one_in(4)) continue;
            const auto say = [&](std::optional<int> on) {
                const rational& worth_of_a = worth_of(a, on.value_or(-1));
                const rational& worth_of_b = worth_of(b, on.value_or(-1));
                quote q{a, b, on, g.one_in(3) ? rational(100) : positive(g), worth_of_a / worth_of_b};
                if (quarrels && g.one_in(4)) q.value += 1;
                if (g.one_in(2)) {
                    std::swap(q.base, q.price);
                    q.value = 1 / q.value;
                }
                m.quotes.push_back(q);
            };
            const bool free = m.last_root(a) != m.last_root(b); // a quote without a day cannot contradict the law
            if (free && g.one_in(6)) {
                say(std::nullopt);
                continue;
            }
            const auto gaps = static_cast<std::uint64_t>(g.between(1, 5));
            for (int d = 0; d < days_of_market; ++d) {
                if (!m.carried(a, d) && !m.carried(b, d) && (gaps == 1 ? !g.one_in(5) : g.one_in(gaps))) say(d);
            }
        }
    }
    return m;
}

question any_question(generator& g, const market& m) {
    question q;
    q.from = g.between(0, m.coins - 1);
    q.to = g.between(0, m.coins - 1);
    if (!g.one_in(8)) q.on = g.between(-2, days_of_market + 4);
    constexpr lookup::rule rules[] = {
        lookup::rule::exactly,     lookup::rule::on_or_before, lookup::rule::on_or_before, lookup::rule::on_or_before,
        lookup::rule::on_or_after, lookup::rule::nearest,      lookup::rule::linear,       lookup::rule::average,
        lookup::rule::closing,     lookup::rule::before};
    q.rule = rules[g.below(std::size(rules))];
    q.later = q.rule == lookup::rule::nearest && g.one_in(2);
    if (!g.one_in(4) && q.rule != lookup::rule::exactly) q.limit = g.between(0, 6);
    q.first = g.between(-1, days_of_market);
    q.last = q.first + g.between(0, days_of_market);
    return q;
}

template <class Work>
outcome outcome_of(Work work) {
    try {
        work();
    } catch (const stale_rate&) {
        return outcome::stale;
    } catch (const day_required&) {
        return outcome::day_required;
    } catch (const no_rate&) {
        return outcome::none;
    } catch (const contradicting_rates&) {
        return outcome::contradicting;
    } catch (const unlawful_rate&) {
        return outcome::unlawful;
    }
    return outcome::answered;
}

// What the table makes of a question: an outcome, and the factor where there is one.
answer asked_of(const rate_table& table, const question& q) {
    answer result;
    result.what = outcome_of([&] {
        result.factor = oracle::read(to_fraction(table.convert(1, coin(q.from), coin(q.to), q.asked(), q.how())));
    });
    return result;
}

void check_against_search(generator& g, bool with_law) {
    const market m = any_market(g, with_law);
    const rate_table table = m.table();
    for (int i = 0; i < 6; ++i) {
        const question q = any_question(g, m);
        const answer expected = m.ask(q);
        const answer got = asked_of(table, q);
        CAPTURE(q.from);
        CAPTURE(q.to);
        CAPTURE(q.on.value_or(-1000));
        CHECK(got.what == expected.what);
        if (expected.what == outcome::answered) CHECK(oracle::to_text(got.factor) == oracle::to_text(expected.factor));
    }
}

} // namespace

TEST_CASE("law: rates: the answer, and the kind of every refusal, is that of a search through all days and ways") {
    for_all(many, [](generator& g) { check_against_search(g, false); });
}

TEST_CASE("law: rates: so it is where fixed ratios precede quotes, in chains") {
    for_all(many, [](generator& g) { check_against_search(g, true); });
}

TEST_CASE("law: rates: the generated questions reach every outcome, often") {
    std::map<outcome, int> seen;
    for (int number = 0; number < 2'000; ++number) {
        generator g(support::seed(), static_cast<std::uint64_t>(number));
        const market m = any_market(g, true);
        ++seen[m.ask(any_question(g, m)).what];
    }
    for (const outcome each :
         {outcome::answered, outcome::none, outcome::stale, outcome::day_required, outcome::contradicting}) {
        CHECK(seen[each] >= 20);
    }
}

TEST_CASE("law: rates: there and back is the identity") {
    int answered = 0;
    for_all(many, [&](generator& g) {
        const market m = any_market(g, g.one_in(2), false);
        const rate_table table = m.table();
        const question q = any_question(g, m);
        if (m.ask(q).what != outcome::answered) return;
        ++answered;
        const money<> amount(g.value(), coin(q.from));
        const translation there{.to = coin(q.to), .rates = table, .day = q.asked(), .how = q.how()};
        CHECK(convert(convert(amount, there), there.into(amount.currency())) == amount);
    });
    CHECK(answered > many / 3);
}

TEST_CASE("law: rates: a receipt says the same as the conversion, leg by leg") {
    for_all(many, [](generator& g) {
        const market m = any_market(g, g.one_in(2));
        const rate_table table = m.table();
        const question q = any_question(g, m);
        const answer expected = m.ask(q);
        if (expected.what != outcome::answered) return;
        const money<> amount(g.value(), coin(q.from));
        const translation asked{.to = coin(q.to), .rates = table, .day = q.asked(), .how = q.how()};
        const conversion receipt = explain(amount, asked);
        CHECK(receipt.result() == convert(amount, asked));
        rational product = 1;
        currency at = amount.currency();
        for (const leg& each : receipt.legs()) {
            CHECK(each.from() == at);
            at = each.to();
            const rational quoted = oracle::read(to_fraction(each.quote.quote().amount())) /
                                    oracle::read(to_fraction(each.quote.base().amount()));
            product *= each.direction == direction::as_quoted ? quoted : rational(1 / quoted);
            if (!q.is_over_period()) CHECK(each.requested == q.asked());
            const bool made = q.rule == lookup::rule::linear || q.rule == lookup::rule::average;
            if (each.basis == basis::market && each.quote.day() && !made) {
                CHECK(each.quote.day() == day(expected.found_on.value())); // both legs of a cross are of one day
                CHECK(each.effective == each.quote.day());
            }
            CHECK(each.bounds().contains(each.factor()));
        }
        CHECK(at == coin(q.to));
        CHECK(oracle::to_text(product) == oracle::to_text(expected.factor));
        CHECK(oracle::agree(receipt.factor(), product));
        CHECK(receipt.bounds().contains(receipt.factor()));
        CHECK(oracle::agree(receipt.result().amount(), rational(oracle::read(to_fraction(amount.amount())) * product)));
    });
}

TEST_CASE("law: rates: quotes may be added, and pivots declared, in any order and more than once") {
    for_all(many, [](generator& g) {
        market m = any_market(g, g.one_in(2));
        const rate_table table = m.table();
        std::vector<question> questions;
        for (int i = 0; i < 4; ++i) questions.push_back(any_question(g, m));
        for (std::size_t i = m.quotes.size(); i > 1; --i) std::swap(m.quotes[i - 1], m.quotes[g.below(i)]);
        for (std::size_t i = m.pivots.size(); i > 1; --i) std::swap(m.pivots[i - 1], m.pivots[g.below(i)]);
        if (!m.quotes.empty()) m.quotes.push_back(m.quotes[g.below(m.quotes.size())]);
        const rate_table shuffled = m.table();
        CHECK(shuffled.size() == table.size());
        for (const question& q : questions) {
            const answer one = asked_of(table, q);
            const answer other = asked_of(shuffled, q);
            CHECK(one.what == other.what);
            CHECK(one.factor == other.factor);
        }
    });
}

TEST_CASE("law: rates: of a long series, the newest on or before") {
    for_all(many / 50, [](generator& g) {
        rate_table::builder building;
        std::map<int, int> said;
        const int length = g.between(1, 400);
        for (int d = 0, n = 0; n < length; ++n, d += g.one_in(20) ? g.between(1, 500) : g.between(1, 3))
            said[d] = n + 1;
        for (const auto& [d, value] : said) building.add(rate(money<>(1, coin(0)), money<>(value, coin(1))).on(day(d)));
        const rate_table table = building.build();
        for (int i = 0; i < 50; ++i) {
            const int on = g.between(-3, said.rbegin()->first + 3);
            const auto after = said.upper_bound(on);
            question q;
            q.to = 1;
            q.on = on;
            const answer got = asked_of(table, q);
            CHECK(got.what == (after == said.begin() ? outcome::none : outcome::answered));
            if (after != said.begin()) CHECK(got.factor == std::prev(after)->second);
        }
    });
}

TEST_CASE("law: rates: a chain of ratios is their product, whatever its length") {
    for_all(many, [](generator& g) {
        const int length = g.between(1, static_cast<int>(law::longest_chain));
        market m;
        m.coins = length + 1;
        rational product = 1;
        for (int c = 0; c < length; ++c) {
            m.law.push_back(fixed{c + 1, positive(g), 0});
            product *= m.law.back()->per_next;
        }
        m.law.push_back({});
        const rate_table table = m.table();
        CHECK(oracle::agree(table.convert(1, coin(length), coin(0), day(0)), product));
        CHECK(oracle::agree(table.convert(1, coin(0), coin(length), day(0)), rational(1 / product)));
        CHECK(table.legs(coin(0), coin(length), day(0)).size() == static_cast<std::size_t>(length));
        CHECK(outcome_of([&] { static_cast<void>(table.convert(1, coin(0), coin(length), day(-1))); }) ==
              outcome::none);
    });
}

TEST_CASE("law: rates: a wider bound takes no answer away, and changes none but to one by fewer quotes") {
    const auto quotes_of = [](const rate_table& table, const question& q) {
        const std::vector<leg> legs = table.legs(coin(q.from), coin(q.to), q.asked(), q.how());
        return std::count_if(legs.begin(), legs.end(), [](const leg& each) { return each.basis == basis::market; });
    };
    int widened = 0;
    for_all(many, [&](generator& g) {
        const market m = any_market(g, g.one_in(2));
        const rate_table table = m.table();
        question q = any_question(g, m);
        q.rule = lookup::rule::on_or_before;
        q.limit = g.between(0, 6);
        const answer narrow = asked_of(table, q);
        if (narrow.what != outcome::answered) return;
        ++widened;
        const auto by_quotes = quotes_of(table, q);
        q.limit = *q.limit + g.between(1, 6);
        const answer wide = asked_of(table, q);
        if (wide.what == outcome::contradicting) return; // two of the fewer
        CHECK(wide.what == outcome::answered);
        if (quotes_of(table, q) == by_quotes) CHECK(wide.factor == narrow.factor);
        else CHECK(quotes_of(table, q) < by_quotes);
    });
    CHECK(widened > many / 10);
}

TEST_CASE("law: rates: the average of a constant is the constant, whichever days are quoted and however") {
    for_all(many, [](generator& g) {
        const rational value = positive(g);
        rate_table::builder building;
        int quotes = 0;
        for (int d = 0; d < days_of_market; ++d) {
            if (g.one_in(3) && !(d + 1 == days_of_market && quotes == 0)) continue;
            ++quotes;
            const exact price = to_exact(value);
            building.add(g.one_in(2) ? rate(money<>(1, coin(0)), money<>(price, coin(1))).on(day(d))
                                     : rate(money<>(price, coin(1)), money<>(1, coin(0))).on(day(d)));
        }
        const lookup average = lookup::average(period(day(0), day(days_of_market)), unbounded);
        const conversion receipt =
            explain(money<>(1, coin(0)), {.to = coin(1), .rates = building.build(), .how = average});
        CHECK(oracle::agree(receipt.result().amount(), value));
        REQUIRE(receipt.legs().size() == 1);
        CHECK(receipt.legs()[0].made_from->quotes == static_cast<std::size_t>(quotes));
    });
}

TEST_CASE("law: rates: a receipt replayed gives the same result") {
    int answered = 0;
    for_all(many, [&](generator& g) {
        const market m = any_market(g, g.one_in(2));
        const question q = any_question(g, m);
        if (m.ask(q).what != outcome::answered) return;
        ++answered;
        const intermediate between = g.one_in(2) ? intermediate() : intermediate::rounded(g.between(3, 6));
        const money<> amount(g.value(), coin(q.from));
        const rate_table table = m.table();
        const translation by{.to = coin(q.to), .rates = table, .day = q.asked(), .how = q.how(), .between = between};
        const conversion receipt = explain(amount, by);
        CHECK(conversion(amount, receipt.legs(), between).result() == receipt.result());
        CHECK(receipt.apply(amount.amount()) == receipt.result().amount());
        CHECK(receipt.result() == convert(amount, by));
    });
    CHECK(answered > many / 3);
}

TEST_CASE("law: rates: merging tables commutes, or is refused both ways") {
    int merged = 0;
    int refused = 0;
    for_all(many, [&](generator& g) {
        market m = any_market(g, g.one_in(2));
        market other = m;
        for (quote& q : other.quotes) {
            if (g.one_in(20)) q.value += 1;
        }
        std::erase_if(m.quotes, [&](const quote&) { return g.one_in(2); });
        std::erase_if(other.quotes, [&](const quote&) { return g.one_in(2); });
        const auto merge = [](const rate_table& a, const rate_table& b) {
            rate_table::builder both;
            for (const rate_table* each : {&a, &b}) {
                for (const rate& q : each->quotes()) both.add(q);
                for (const currency& through : each->pivots()) both.pivot(through);
            }
            both.law(a.law());
            return both.build();
        };
        const rate_table a = m.table();
        const rate_table b = other.table();
        const outcome one = outcome_of([&] { (void)merge(a, b); });
        CHECK(one == outcome_of([&] { (void)merge(b, a); }));
        if (one != outcome::answered) {
            ++refused;
            return;
        }
        ++merged;
        const rate_table ab = merge(a, b);
        const rate_table ba = merge(b, a);
        for (int i = 0; i < 4; ++i) {
            const question q = any_question(g, m);
            const answer x = asked_of(ab, q);
            const answer y = asked_of(ba, q);
            CHECK(x.what == y.what);
            CHECK(x.factor == y.factor);
        }
    });
    CHECK(merged > many / 10);
    CHECK(refused > many / 50);
}
