// SPDX-License-Identifier: MIT

// Which of several quotes of one pair and day answers, against a reference that keeps nothing and goes through all
// quotes for every question.
#include <cambist/rates/about/audit.hpp>
#include <cambist/rates/rate_table.hpp>

#include "support/random.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using support::for_all;
using support::generator;
using support::many;

namespace {

std::chrono::sys_days day(int number) {
    return std::chrono::sys_days(std::chrono::year(2024) / 1 / 1) + std::chrono::days(number);
}

struct statement {
    int on = 0;
    std::string source;
    int price = 1; // dollars for one euro
    std::optional<int> published;
    bool is_opposite = false;

    int known() const { return published.value_or(on); }
    rate quote() const {
        rate made = is_opposite ? rate(money<>(price, USD), 1_EUR) : rate(1_EUR, money<>(price, USD));
        made.on(day(on)).from(source);
        if (published) made.published(day(*published));
        return made;
    }
};

struct market {
    std::vector<statement> said;
    std::vector<std::string> preferred;

    rate_table::builder building() const {
        rate_table::builder all;
        for (const statement& each : said) all.add(each.quote());
        return all.prefer(preferred);
    }
    rate_table table() const { return building().build(); }
    std::vector<rate> quotes() const {
        std::vector<rate> all;
        for (const statement& each : said) all.push_back(each.quote());
        return all;
    }
    market known_on(int number) const {
        market then{{}, preferred};
        for (const statement& each : said) {
            if (each.known() <= number) then.said.push_back(each);
        }
        return then;
    }
    std::ptrdiff_t rank(const std::string& source) const {
        return std::find(preferred.begin(), preferred.end(), source) - preferred.begin();
    }
    // Whether nothing that the same source said of the day was known later.
    bool is_last_word(const statement& s) const {
        return std::none_of(said.begin(), said.end(), [&](const statement& other) {
            return other.on == s.on && other.source == s.source && other.known() > s.known();
        });
    }
    // What those say of a day of whom none is preferred to another.
    std::set<int> prices(int on) const {
        std::set<int> all;
        for (const statement& s : said) {
            const bool is_right = std::none_of(said.begin(), said.end(), [&](const statement& other) {
                return other.on == on && rank(other.source) < rank(s.source);
            });
            if (s.on == on && is_right && is_last_word(s)) all.insert(s.price);
        }
        return all;
    }
};

constexpr int days_of_market = 3;

market any_market(generator& g) {
    const std::vector<std::string> sources{"", "A", "B", "C"};
    const auto any_source = [&] { return sources[g.below(sources.size())]; };
    market m;
    const int most_price = g.between(1, 3);
    for (int count = g.between(0, 9); count > 0; --count) {
        statement s{g.between(0, days_of_market - 1), any_source(), g.between(1, most_price), {}, g.one_in(4)};
        if (!g.one_in(3)) s.published = s.on + g.between(-1, 3);
        m.said.push_back(s);
    }
    for (int count = g.between(0, 3); count > 0; --count) m.preferred.push_back(any_source());
    return m;
}

// The table's answers on each day, or nothing where it is refused.
std::optional<std::vector<std::set<int>>> answers(const market& m) {
    std::vector<std::set<int>> all;
    for (int on = 0; on < days_of_market; ++on) {
        all.push_back(m.prices(on));
        if (all.back().size() > 1) return std::nullopt;
    }
    return all;
}

template <class Make>
void check_table(const Make& make, const market& m) {
    const auto expected = answers(m);
    if (!expected) {
        CHECK_THROWS_AS(static_cast<void>(make()), contradicting_rates);
        return;
    }
    const rate_table table = make();
    std::size_t held = 0;
    for (int on = 0; on < days_of_market; ++on) {
        const std::set<int>& prices = (*expected)[static_cast<std::size_t>(on)];
        held += prices.size();
        if (prices.empty()) CHECK_THROWS_AS(table.convert(1, EUR, USD, day(on), lookup::exactly()), no_rate);
        else CHECK(table.convert(1, EUR, USD, day(on), lookup::exactly()) == *prices.begin());
    }
    CHECK(table.size() == held);
}

} // namespace

TEST_CASE("law: rate sources: a table answers, and knew, as a search through all that each source said") {
    int answered = 0;
    int refused = 0;
    for_all(many, [&](generator& g) {
        const market m = any_market(g);
        check_table([&] { return m.table(); }, m);
        const int at = g.between(-2, days_of_market + 4);
        check_table([&] { return m.building().build_as_known_on(day(at)); }, m.known_on(at));
        if (!answers(m)) {
            ++refused;
            return;
        }
        ++answered;
        const rate_table table = m.table();
        for (int number = -2; number < days_of_market + 4; ++number) {
            check_table([&] { return table.as_known_on(day(number)); }, m.known_on(number));
            if (!answers(m.known_on(number))) continue;
            const int before = g.between(-2, number);
            check_table([&] { return table.as_known_on(day(number)).as_known_on(day(before)); }, m.known_on(before));
        }
    });
    CHECK(answered > many / 10);
    CHECK(refused > many / 10);
}

TEST_CASE("law: rate sources: the order of adding, and adding twice, changes nothing of a table or a refusal") {
    const auto shown = [](const market& m) {
        std::string text;
        try {
            for (const rate& each : m.table().quotes())
                text += to_string(each) + " " + each.source() + " " +
                        (each.published() ? to_string(*each.published()) : "") + "\n";
        } catch (const contradicting_rates&) {
            text = "refused";
        }
        return text;
    };
    for_all(many, [&](generator& g) {
        market m = any_market(g);
        for (statement& each : m.said) each.is_opposite = false;
        for (statement& each : m.said) each.published = each.known(); // else two may differ in that alone
        const std::string before = shown(m);
        if (!m.said.empty()) m.said.push_back(m.said[g.below(m.said.size())]);
        for (std::size_t i = m.said.size(); i > 1; --i) std::swap(m.said[i - 1], m.said[g.below(i)]);
        CHECK(shown(m) == before);
    });
}

TEST_CASE(
    "law: rate sources: an audit finds a contradiction where a table without preferences is refused, and only there") {
    for_all(many, [](generator& g) {
        market m = any_market(g);
        m.preferred.clear();
        const std::vector<finding> found = audit(m.quotes());
        const bool is_contradictory = std::any_of(found.begin(), found.end(), [](const finding& each) {
            return each.kind == suspicion::contradicting || each.kind == suspicion::inverse_gap;
        });
        CHECK(is_contradictory == !answers(m));
    });
}
