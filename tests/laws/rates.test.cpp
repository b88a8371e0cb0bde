// SPDX-License-Identifier: MIT

// What rate tables promise, on generated markets with gaps, pivots and laws, against a search that knows nothing of the
// library: it looks at every day and every way, and calculates with cpp_rational.
#include <cambist/conversion.hpp>

#include "../support/oracle.hpp"
#include "../support/random.hpp"
#include "../support/show.hpp"

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

struct answer {
    outcome what = outcome::none;
    rational factor = 0;
    std::optional<int> found_on; // of a way with a dated quote
};

struct question {
    int from = 0;
    int to = 0;
    std::optional<int> on;
    bool exactly = false;
    std::optional<int> max_age;

    lookup how() const {
        if (exactly) return lookup::exactly();
        return max_age ? lookup::on_or_before(std::chrono::days(*max_age)) : lookup::on_or_before(unbounded);
    }
    asked_day asked() const { return on ? asked_day(day(*on)) : asked_day(); }
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

    // All that ways of this day say; those without any dated quote are of the day asked.
    std::vector<rational> ways(int a, int b, int on, std::optional<int> asked) const {
        std::vector<rational> found;
        if (const auto direct = said(a, b, on)) found.push_back(*direct);
        if (const auto direct = said(a, b, std::nullopt); direct && on == asked) found.push_back(*direct);
        for (const int p : pivots) {
            if (p == a || p == b) continue;
            const auto first_undated = said(a, p, std::nullopt);
            const auto second_undated = said(p, b, std::nullopt);
            const auto first = first_undated ? first_undated : said(a, p, on);
            const auto second = second_undated ? second_undated : said(p, b, on);
            const bool of_no_day = first_undated && second_undated;
            if (first && second && (!of_no_day || on == asked)) found.push_back(*first * *second);
        }
        return found;
    }

    static answer of_ways(const std::vector<rational>& said) {
        const bool agree =
            std::all_of(said.begin(), said.end(), [&](const rational& each) { return each == said.front(); });
        return agree ? answer{outcome::answered, said.front(), {}} : answer{outcome::contradicting, 0, {}};
    }

    answer search(int a, int b, const question& asking) const {
        if (a == b) return {outcome::answered, 1, {}};
        if (!asking.on) {
            constexpr int no_day = 1000;
            if (const auto undated = ways(a, b, no_day, no_day); !undated.empty()) return of_ways(undated);
            bool dated = law[static_cast<std::size_t>(a)] || law[static_cast<std::size_t>(b)];
            for (int d = 0; d < days_of_market; ++d) dated = dated || !ways(a, b, d, {}).empty();
            return {dated ? outcome::day_required : outcome::none, 0, {}};
        }
        for (int d = *asking.on; d >= 0 || d == *asking.on; --d) {
            const std::vector<rational> found = ways(a, b, d, asking.on);
            if (found.empty()) continue;
            if (asking.exactly && d != *asking.on) return {outcome::none, 0, {}};
            if (asking.max_age && *asking.on - d > *asking.max_age) return {outcome::stale, 0, {}};
            answer result = of_ways(found);
            result.found_on = d;
            return result;
        }
        return {outcome::none, 0, {}};
    }

    answer ask(const question& asking) const {
        if (asking.from == asking.to) return {outcome::answered, 1, {}};
        rational down = 1;
        rational up = 1;
        int a = asking.from;
        int b = asking.to;
        if (asking.on) {
            while (const fixed* f = carried(a, *asking.on)) {
                down /= f->per_next;
                a = f->next;
            }
            while (const fixed* f = carried(b, *asking.on)) {
                up *= f->per_next;
                b = f->next;
            }
        }
        answer result = search(a, b, asking);
        result.factor *= down * up;
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
    m.coins = g.between(2, 5);
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
            const bool free = !m.law[static_cast<std::size_t>(a)] && !m.law[static_cast<std::size_t>(b)];
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
    question q{g.between(0, m.coins - 1), g.between(0, m.coins - 1), {}, false, {}};
    if (!g.one_in(8)) q.on = g.between(-2, days_of_market + 4);
    if (g.one_in(5)) q.exactly = true;
    else if (!g.one_in(4)) q.max_age = g.between(0, 6);
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
        CHECK(convert(convert(amount, coin(q.to), table, q.asked(), q.how()), amount.currency(), table, q.asked(),
                      q.how()) == amount);
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
        const conversion receipt = explain(amount, coin(q.to), table, q.asked(), q.how());
        CHECK(receipt.result() == convert(amount, coin(q.to), table, q.asked(), q.how()));
        rational product = 1;
        currency at = amount.currency();
        for (const leg& each : receipt.legs()) {
            CHECK(each.from() == at);
            at = each.to();
            const rational quoted = oracle::read(to_fraction(each.quote.quote().amount())) /
                                    oracle::read(to_fraction(each.quote.base().amount()));
            product *= each.direction == direction::as_quoted ? quoted : rational(1 / quoted);
            CHECK(each.requested == q.asked());
            if (each.basis == basis::market && each.quote.day()) {
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
            const question q{0, 1, on, false, {}};
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
