// SPDX-License-Identifier: MIT

// What plans promise, on generated portfolios, against naive checks that use cpp_rational and walk day by day.
#include <cambist/plans/report.hpp>

#include "support/oracle.hpp"
#include "support/random.hpp"
#include "support/report_question.hpp"
#include "support/show.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;
using oracle::rational;
using std::chrono::sys_days;
using support::for_all;
using support::generator;
using support::many;

namespace {

rational to_rational(const exact& x) { return oracle::read(to_fraction(x)); }

// ---- generated plans

sys_days any_day(generator& g) {
    const sys_days start = std::chrono::year(g.one_in(20) ? 1899 : 2018) / 1 / 1;
    return start + std::chrono::days(g.between(0, 3'000));
}

partial_date any_date(generator& g, const sys_days& around) {
    const std::chrono::year_month_day on(around);
    switch (g.below(3)) {
    case 0: return partial_date(on.year());
    case 1: return partial_date(on.year() / on.month());
    default: return partial_date(on);
    }
}

// Both ends, the later of them so far after the earlier that no partial date turns them around.
std::pair<partial_date, partial_date> any_period(generator& g, int most_days) {
    const sys_days from = any_day(g);
    if (g.one_in(3)) {
        const auto year = std::chrono::year_month_day(from).year();
        return {partial_date(year), partial_date(year + std::chrono::years(g.between(0, most_days / 365)))};
    }
    const partial_date first = any_date(g, from);
    for (;;) {
        const partial_date last = any_date(g, from + std::chrono::days(g.between(0, most_days)));
        if (first.first_day() <= last.last_day()) return {first, last};
    }
}

exact cents(generator& g, int most) { return exact(g.between(1, most)) / 100; }

figure any_figure(generator& g, const currency& of, bool negative_too) {
    const exact value = g.one_in(10) ? g.positive_value() : cents(g, 1'000'000'000);
    const exact half = g.one_in(4) ? exact() : value / g.between(2, 50);
    if (g.one_in(12)) return {value, interval::from(value), of, qualifier::at_least};
    if (g.one_in(20)) return {std::nullopt, interval(value, value * 2), of, qualifier::between};
    if (g.one_in(30)) return {std::nullopt, interval::from(value), of, qualifier::vague};
    const auto end = [&] { return half == 0 || g.one_in(2) ? bound::closed : bound::open; };
    const figure positive(value, interval{value - half, value + half, end(), end()}, of, qualifier::rounded);
    return negative_too && g.one_in(4) ? positive * -1 : positive;
}

// What the naive checks convert at.
const std::map<std::string, rational>& euros_for_one() {
    static const std::map<std::string, rational> table{
        {"EUR", 1}, {"USD", rational(9211, 10000)}, {"JPY", rational(5869, 1000000)}, {"GBP", rational(1000, 851)}};
    return table;
}
std::vector<instalment> any_instalments(generator& g, const money<>& whole) {
    std::vector<instalment> listed;
    money<> left = whole;
    for (int n = g.between(0, 5); n > 0; --n) {
        listed.push_back({any_date(g, any_day(g)), whole * (exact(g.between(1, 30)) / 100)});
        left -= money<>(*listed.back().amount.value(), whole.currency());
    }
    listed.push_back({any_date(g, any_day(g)), left});
    return listed;
}

plan any_plan(generator& g, int number, bool negative_too) {
    const currency of[] = {EUR, EUR, USD, JPY, GBP};
    plan p{"p" + std::to_string(number), any_figure(g, of[g.below(5)], negative_too)};
    const std::string names[] = {"", "A", "B", "C"};
    p.holder = names[g.below(4)];
    p.country = names[g.below(4)];
    p.project = "project " + p.id; // its own, so none overlaps
    if (g.one_in(10)) p.kind = plan_kind::context;
    if (g.one_in(3)) p.status = static_cast<plan_status>(g.below(6));
    if (g.one_in(6)) p.assumed = {"from"};
    if (g.one_in(6) && p.amount.value()) {
        p.instalments = any_instalments(g, money<>(*p.amount.value(), p.amount.currency()));
    } else if (!g.one_in(3)) {
        std::tie(p.from, p.to) = any_period(g, 1'500);
        constexpr phasing ways[] = {phasing::unstated, phasing::actual_days, phasing::act_act, phasing::up_front,
                                    phasing::at_end,   phasing::thirty_360,  phasing::profile};
        p.phased = ways[g.below(std::size(ways))];
        const period over = *period_of(p);
        // A day or two may be none by 30/360.
        if (p.phased == phasing::thirty_360 && over.length() < std::chrono::days(4)) p.phased = phasing::act_act;
        for (int year = over.first_year(); p.phased == phasing::profile && year <= over.last_year(); ++year)
            p.profile.push_back(year == over.first_year() ? exact(g.between(1, 9)) : exact(g.between(0, 9)));
    }
    return p;
}

std::vector<plan> any_plans(generator& g, bool negative_too) {
    std::vector<plan> plans;
    const int count = g.between(0, 10);
    for (int n = 0; n < count; ++n) {
        plan p = any_plan(g, n, negative_too);
        if (n > 0 && g.one_in(4)) p.supersedes = {plans[g.below(plans.size())].id}; // an earlier one: no circles
        if (n > 0 && g.one_in(8)) {
            const plan& other = plans[g.below(plans.size())];
            if (other.restates.empty()) p.restates = other.id;
        }
        plans.push_back(std::move(p));
    }
    return plans;
}

template <class T>
void shuffle(generator& g, std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[g.below(i)]);
}

report_key any_key(generator& g) {
    const auto kind = static_cast<report_key_kind>(g.below(10));
    const auto begins = std::chrono::month(static_cast<unsigned>(g.between(1, 12))) /
                        std::chrono::day(g.one_in(2) ? 1U : static_cast<unsigned>(g.between(1, 28)));
    if (kind == report_key::fiscal_year) return fiscal_year(begins);
    return kind == report_key::fiscal_quarter ? fiscal_quarter(begins) : report_key(kind);
}

report_question any_options(generator& g) {
    const currency of[] = {EUR, EUR, USD, JPY};
    report_question options{of[g.below(4)]};
    options.by = any_key(g);
    if (g.one_in(3)) options.displayed = decimals{g.between(-6, 5)};
    options.mode = static_cast<rounding>(g.below(8));
    return options;
}

// The same in a table; all others go through the euro.
const rate_table& rates() {
    static const rate_table table = rate_table::builder()
                                        .add(rate(1_USD, 0.9211_EUR))
                                        .add(rate(100_JPY, 0.5869_EUR))
                                        .add(rate(1_EUR, 0.851_GBP))
                                        .pivot(EUR)
                                        .build();
    return table;
}

// ---- naive checks

bool is_talk(const plan& p) { return p.status == plan_status::rumoured || p.status == plan_status::in_negotiation; }

// [a][b]: whether superseding links lead from plan a to plan b, by Warshall's algorithm; none where a link leads
// nowhere.
std::optional<std::vector<std::vector<bool>>> reachable(const std::vector<plan>& plans) {
    const std::size_t n = plans.size();
    std::vector<std::vector<bool>> reach(n, std::vector<bool>(n, false));
    for (std::size_t a = 0; a < n; ++a) {
        for (const std::string& id : plans[a].supersedes) {
            const auto at = std::find_if(plans.begin(), plans.end(), [&](const plan& p) { return p.id == id; });
            if (at == plans.end()) return std::nullopt;
            reach[a][static_cast<std::size_t>(at - plans.begin())] = true;
        }
    }
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t a = 0; a < n; ++a) {
            for (std::size_t b = 0; b < n; ++b) reach[a][b] = reach[a][b] || (reach[a][k] && reach[k][b]);
        }
    }
    return reach;
}

std::vector<bool> counted(const std::vector<plan>& plans) {
    const auto reach = reachable(plans).value();
    std::vector<bool> result;
    for (std::size_t b = 0; b < plans.size(); ++b) {
        const plan& p = plans[b];
        bool counts =
            p.kind == plan_kind::plan && p.restates.empty() && !is_talk(p) && p.status != plan_status::cancelled;
        for (std::size_t a = 0; a < plans.size(); ++a) counts = counts && !(reach[a][b] && !is_talk(plans[a]));
        result.push_back(counts);
    }
    return result;
}

// A range counts with its middle, a vague amount with its one unit.
rational naive_amount(const figure& f) {
    if (f.value()) return to_rational(*f.value());
    const rational low = to_rational(f.bounds().low());
    return f.stated() == qualifier::between ? (low + to_rational(f.bounds().high())) / 2 : low;
}

rational naive_total(const std::vector<plan>& plans, const currency& to) {
    rational total = 0;
    const std::vector<bool> counts = counted(plans);
    for (std::size_t i = 0; i < plans.size(); ++i) {
        if (counts[i])
            total += naive_amount(plans[i].amount) * euros_for_one().at(to_string(plans[i].amount.currency()));
    }
    return total / euros_for_one().at(to_string(to));
}

// The days of each year from first to last, counted one by one.
std::map<int, int> days_by_year(const sys_days& first, const sys_days& last) {
    std::map<int, int> counts;
    for (sys_days day = first; day <= last; day += std::chrono::days(1))
        ++counts[static_cast<int>(std::chrono::year_month_day(day).year())];
    return counts;
}

exact sum_of(const std::vector<phase>& phases) {
    return std::accumulate(phases.begin(), phases.end(), exact(),
                           [](exact sum, const phase& each) { return sum + each.share; });
}

// ---- reports, as values that do not depend on the order of plans

using shown_part = std::tuple<std::string, exact, money<>>;

struct less_part {
    bool operator()(const shown_part& a, const shown_part& b) const {
        if (std::get<0>(a) != std::get<0>(b)) return std::get<0>(a) < std::get<0>(b);
        return std::get<1>(a) < std::get<1>(b);
    }
};

std::multiset<shown_part, less_part> parts_of(const report& r, const report::cell& c) {
    std::multiset<shown_part, less_part> parts;
    for (const report::part& each : c.parts)
        parts.insert({r.source().plans()[each.plan].id, each.share, r.amount(each)});
    return parts;
}

void check_same(const report& one, const report::cell& a, const report& other, const report::cell& b) {
    CHECK(a.total == b.total);
    CHECK(a.displayed == b.displayed);
    CHECK(a.bounds == b.bounds);
    CHECK(a.assumed == b.assumed);
    CHECK(parts_of(one, a) == parts_of(other, b));
}

std::vector<const report::cell*> cells_of(const report& r) {
    std::vector<const report::cell*> cells;
    for (const report::row& each : r.rows()) cells.push_back(&each.cell);
    if (r.unphased()) cells.push_back(&*r.unphased());
    return cells;
}

} // namespace

TEST_CASE("law: plans: the phases of a plan sum to it, exactly, by any phasing") {
    int instalments = 0;
    for_all(many, [&](generator& g) {
        plan p = any_plan(g, 0, true);
        const std::vector<phase> phases = phases_of(p);
        if (!phases.empty()) CHECK(sum_of(phases) == 1);
        CHECK(phases.empty() == (!p.from && p.instalments.empty()));
        CHECK(std::is_sorted(phases.begin(), phases.end(),
                             [](const phase& a, const phase& b) { return a.year() < b.year(); }));
        if (!p.instalments.empty() && p.amount.bounds().is_bounded()) {
            ++instalments;
            std::map<int, exact> shares;
            for (const phase& each : phases) shares[each.year()] += each.share;
            for (const auto& [year, share] : shares) {
                rational paid = 0;
                for (const instalment& i : p.instalments) {
                    if (static_cast<int>(i.on.year()) == year) paid += to_rational(*i.amount.value());
                }
                CHECK(oracle::agree(*p.amount.value() * share, paid));
            }
            // They miss what the amount allows.
            const money<> beyond(p.amount.bounds().high() - *p.amount.value() + exact("0.01"), p.amount.currency());
            p.instalments.front().amount = p.instalments.front().amount + figure(beyond);
            CHECK_THROWS_AS(phases_of(p), phasing_error);
        }
    });
    CHECK(instalments > many / 20);
}

TEST_CASE(
    "law: plans: in minor units the phases of a plan sum to it too, each within a unit of its share, by any phasing") {
    std::set<phasing> used;
    for_all(many, [&](generator& g) {
        plan p = any_plan(g, 0, true);
        const currency of = p.amount.currency();
        if (p.instalments.empty() && p.from && p.profile.empty() && g.one_in(2)) {
            const std::chrono::year year(g.between(2015, 2030)); // for those that ask for whole years
            p.from = partial_date(year);
            p.to = partial_date(year + std::chrono::years(g.between(0, 4)));
            constexpr phasing ways[] = {phasing::whole_years, phasing::quarters, phasing::months};
            p.phased = ways[g.below(std::size(ways))];
        }
        const std::vector<phase> phases = phases_of(p);
        if (phases.empty()) return;
        CHECK(sum_of(phases) == 1);
        const exact unit = unit_of(of);
        const money<> amount(p.instalments.empty() ? unit * g.between(-1'000'000, 1'000'000) : *p.amount.value(), of);
        if (!(amount.amount() / unit).is_integer()) return; // instalments of more digits than there are coins
        // Where one is below zero, the others are more than the whole, and no share of it.
        const bool shares =
            std::all_of(phases.begin(), phases.end(), [](const phase& each) { return each.share.sign() >= 0; });
        if (!shares && p.instalments.empty()) return;
        used.insert(p.phased);
        std::vector<money<>> parts;
        try {
            parts = allocate_phases(amount, phases);
        } catch (const weights_error&) {
            CHECK_FALSE(shares);
            return;
        }
        REQUIRE(parts.size() == phases.size());
        rational sum = 0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            sum += to_rational(parts[i].amount());
            CHECK((parts[i].amount() / unit).is_integer());
            CHECK(abs(parts[i].amount() - amount.amount() * phases[i].share) < unit);
        }
        CHECK(oracle::agree(amount.amount(), sum));
    });
    CHECK(used.size() >= 10); // all but instalments by name
}

TEST_CASE("law: plans: by days, every day weighs the same; by whole years, every year") {
    for_all(many, [](generator& g) {
        const auto [from, to] = any_period(g, g.one_in(50) ? 6'000 : 800);
        const period over(from, to);
        const std::map<int, int> days = days_by_year(from.first_day(), to.last_day());
        const int length =
            std::accumulate(days.begin(), days.end(), 0, [](int sum, const auto& each) { return sum + each.second; });
        const std::vector<phase> by_days = phases_of(over, phasing::actual_days);
        REQUIRE(by_days.size() == days.size());
        auto year = days.begin();
        for (const phase& each : by_days) {
            CHECK(each.year() == year->first);
            CHECK(oracle::agree(each.share, rational(year->second, length)));
            ++year;
        }
        const auto is_leap = [](int y) { return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0; };
        const bool whole = std::all_of(days.begin(), days.end(), [&](const auto& each) {
            return each.second == (is_leap(each.first) ? 366 : 365);
        });
        if (!whole) {
            CHECK_THROWS_AS(phases_of(over, phasing::whole_years), phasing_error);
            return;
        }
        const std::vector<phase> by_years = phases_of(over, phasing::whole_years);
        REQUIRE(by_years.size() == days.size());
        for (const phase& each : by_years) CHECK(oracle::agree(each.share, rational(1, static_cast<int>(days.size()))));
    });
}

TEST_CASE("law: plans: trap: cent-precise budgets split by days sum back, always") {
    for_all(many, [](generator& g) {
        plan p{"budget", figure(money<>(cents(g, 2'000'000'000), EUR))};
        std::tie(p.from, p.to) = any_period(g, 1'500);
        p.phased = phasing::actual_days;
        report_question options{EUR};
        options.by = report_key::year;
        const report r(portfolio({p}), options, options.at({}));
        money<> exactly(0, EUR);
        money<> displayed(0, EUR);
        for (const report::row& each : r.rows()) {
            exactly += each.cell.total;
            displayed += each.cell.displayed;
        }
        CHECK(exactly == money<>(*p.amount.value(), EUR));
        CHECK(displayed == exactly);
    });
}

TEST_CASE("law: plans: a report is the same for any order of plans") {
    for_all(many, [](generator& g) {
        std::vector<plan> plans = any_plans(g, true);
        report_question options = any_options(g);
        if (g.one_in(2)) options.precision = rate_precision::as_published;
        if (g.one_in(2))
            options.across = report_key(options.by == report_key::year ? report_key::holder : report_key::year);
        const report one(portfolio(plans), options, options.at(rates()));
        shuffle(g, plans); // as files are read in another order, or are other files
        const report other(portfolio(plans), options, options.at(rates()));
        const auto check_row = [&](const report::row& a, const report::row& b) {
            CHECK(a.key == b.key);
            check_same(one, a.cell, other, b.cell);
            REQUIRE(a.cells.size() == b.cells.size());
            for (std::size_t c = 0; c < a.cells.size(); ++c) check_same(one, a.cells[c], other, b.cells[c]);
        };
        REQUIRE(one.rows().size() == other.rows().size());
        for (std::size_t i = 0; i < one.rows().size(); ++i) check_row(one.rows()[i], other.rows()[i]);
        REQUIRE((one.unphased() != nullptr) == (other.unphased() != nullptr));
        if (one.unphased()) check_row(*one.unphased_row(), *other.unphased_row());
        REQUIRE(one.columns().size() == other.columns().size());
        for (std::size_t c = 0; c < one.columns().size(); ++c) {
            CHECK(one.columns()[c].key == other.columns()[c].key);
            check_same(one, one.columns()[c].cell, other, other.columns()[c].cell);
        }
        check_same(one, one.total(), other, other.total());

        const auto asides = [](const report& r) {
            std::set<std::tuple<std::string, standing, std::optional<bool>>> found;
            for (const report::aside& each : r.asides())
                found.insert({r.source().plans()[each.plan].id, each.why, each.consistent});
            return found;
        };
        CHECK(asides(one) == asides(other));
        CHECK(one.asides().size() == other.asides().size());
    });
}

TEST_CASE("law: plans: the total is what adding up what counts gives, by any key") {
    for_all(many, [](generator& g) {
        const std::vector<plan> plans = any_plans(g, true);
        report_question options = any_options(g);
        const rational expected = naive_total(plans, options.to);
        for (const report_key& by : {report_key(report_key::year), options.by}) {
            options.by = by;
            const report r(portfolio(plans), options, options.at(rates()));
            CHECK(oracle::agree(r.total().total.amount(), expected));
            const std::vector<bool> counts = counted(plans);
            CHECK(r.total().parts.size() == static_cast<std::size_t>(std::count(counts.begin(), counts.end(), true)));
            CHECK(r.asides().size() == static_cast<std::size_t>(std::count(counts.begin(), counts.end(), false)));
            for (const report::part& each : r.total().parts) CHECK(counts[each.plan]);
        }
    });
}

TEST_CASE("law: plans: months add up to quarters and years, and to those that begin with another month") {
    for_all(many, [](generator& g) {
        report_question options = any_options(g);
        options.by = report_key::month;
        const std::vector<plan> plans = any_plans(g, true);
        const report months(portfolio(plans), options, options.at(rates()));
        const auto begins = std::chrono::month(static_cast<unsigned>(g.between(1, 12)));
        for (const report_key& key : {report_key(report_key::year), report_key(report_key::quarter),
                                      report_key(fiscal_year(begins)), report_key(fiscal_quarter(begins))}) {
            std::map<std::string, exact> sums;
            for (const report::row& each : months.rows())
                sums[key.days().name_of(key.days().period_of(each.days->first()))] += each.cell.total.amount();
            options.by = key;
            const report whole(portfolio(plans), options, options.at(rates()));
            REQUIRE(whole.rows().size() == sums.size());
            for (const report::row& each : whole.rows()) CHECK(each.cell.total.amount() == sums.at(each.key));
            CHECK((whole.unphased() != nullptr) == (months.unphased() != nullptr));
            if (whole.unphased() != nullptr) CHECK(whole.unphased()->total == months.unphased()->total);
        }
    });
}

TEST_CASE("law: plans: a day of each month or year has its share of a phase, wherever lines end") {
    for_all(many, [](generator& g) {
        plan p{"a", figure(money<>(g.between(1, 1'000'000), EUR))};
        std::tie(p.from, p.to) = any_period(g, 1'500);
        p.phased = phasing::actual_days;
        report_question options{EUR};
        const exact a_day = p.amount.nominal() / period_of(p)->length().count();
        options.by = any_key(g);
        if (!options.by.is_by_days()) options.by = report_key::quarter;
        const report r(portfolio({p}), options, options.at({}));
        for (const report::row& each : r.rows()) {
            const period whole = *period_of(p);
            const auto from = std::max(whole.first(), each.days->first());
            const auto to = std::min(whole.last(), each.days->last());
            CHECK(each.cell.total.amount() == a_day * ((to - from).count() + 1));
        }
    });
}

TEST_CASE("law: plans: cells sum to totals, so do displayed ones, and each is displayed within a unit") {
    for_all(many, [](generator& g) {
        const report_question options = any_options(g);
        const report r(portfolio(any_plans(g, true)), options, options.at(rates()));
        const exact unit = exact::pow10(-r.digits());
        rational total = 0;
        rational displayed = 0;
        for (const report::cell* each : cells_of(r)) {
            total += to_rational(each->total.amount());
            displayed += to_rational(each->displayed.amount());
            CHECK(abs(each->displayed.amount() - each->total.amount()) < unit);
            CHECK((each->displayed.amount() / unit).is_integer());
            rational parts = 0;
            for (const report::part& part : each->parts) parts += to_rational(r.amount(part).amount());
            CHECK(oracle::agree(each->total.amount(), parts));
        }
        CHECK(oracle::agree(r.total().total.amount(), total));
        CHECK(oracle::agree(r.total().displayed.amount(), displayed));
        CHECK(r.total().displayed.amount() == round(r.total().total.amount(), step{unit}, r.options().mode).rounded);
    });
}

TEST_CASE("law: plans: with two keys rows, columns and all agree, exactly and as displayed") {
    for_all(many, [](generator& g) {
        const std::vector<plan> plans = any_plans(g, true);
        report_question options = any_options(g);
        options.across = any_key(g);
        if (*options.across == options.by)
            options.across = report_key(options.by == report_key::year ? report_key::holder : report_key::year);
        const report crossed(portfolio(plans), options, options.at(rates()));
        report_question alone = options;
        alone.across.reset();
        const report single(portfolio(plans), alone, alone.at(rates()));
        const exact unit = exact::pow10(-crossed.digits());
        const auto near = [&](const report::cell& c) {
            return abs(c.displayed.amount() - c.total.amount()) < unit && (c.displayed.amount() / unit).is_integer();
        };
        std::vector<const report::row*> rows;
        for (const report::row& each : crossed.rows()) rows.push_back(&each);
        if (crossed.unphased_row()) rows.push_back(&*crossed.unphased_row());
        REQUIRE(crossed.rows().size() == single.rows().size());
        const std::size_t columns = crossed.columns().size();
        std::vector<rational> of_column(columns), shown_of_column(columns);
        rational displayed = 0;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            REQUIRE(rows[r]->cells.size() == columns);
            rational of_row = 0;
            rational shown_of_row = 0;
            for (std::size_t c = 0; c < columns; ++c) {
                const report::cell& cell = rows[r]->cells[c];
                CHECK(near(cell));
                const interval& b = cell.bounds;
                CHECK((b.low_end() == bound::infinite || b.low() <= cell.total.amount()));
                CHECK((b.high_end() == bound::infinite || b.high() >= cell.total.amount()));
                of_row += to_rational(cell.total.amount());
                of_column[c] += to_rational(cell.total.amount());
                shown_of_row += to_rational(cell.displayed.amount());
                shown_of_column[c] += to_rational(cell.displayed.amount());
            }
            CHECK(near(rows[r]->cell));
            CHECK(oracle::agree(rows[r]->cell.total.amount(), of_row));
            CHECK(oracle::agree(rows[r]->cell.displayed.amount(), shown_of_row));
            if (r < single.rows().size()) {
                CHECK(rows[r]->key == single.rows()[r].key);
                CHECK(rows[r]->cell.total == single.rows()[r].cell.total);
                CHECK(rows[r]->cell.bounds == single.rows()[r].cell.bounds);
            }
            displayed += shown_of_row;
        }
        for (std::size_t c = 0; c < columns; ++c) {
            CHECK(near(crossed.columns()[c].cell));
            CHECK(oracle::agree(crossed.columns()[c].cell.total.amount(), of_column[c]));
            CHECK(oracle::agree(crossed.columns()[c].cell.displayed.amount(), shown_of_column[c]));
        }
        CHECK(crossed.total().total == single.total().total);
        CHECK(crossed.total().displayed == single.total().displayed);
        if (!rows.empty()) CHECK(oracle::agree(crossed.total().displayed.amount(), displayed));
    });
}

TEST_CASE("law: plans: superseding twice is superseding once") {
    for_all(many, [](generator& g) {
        std::vector<plan> plans = any_plans(g, true);
        const std::vector<standing> once = portfolio(plans).standings();
        for (plan& p : plans) {
            const std::vector<std::string> links = p.supersedes;
            p.supersedes.insert(p.supersedes.end(), links.begin(), links.end());
        }
        CHECK(portfolio(plans).standings() == once);
        // Nor does it change anything to say what follows: that a plan supersedes what those that it does had
        // superseded.
        for (plan& p : plans) {
            for (const std::string& old : std::vector<std::string>(p.supersedes)) {
                const auto at =
                    std::find_if(plans.begin(), plans.end(), [&](const plan& each) { return each.id == old; });
                p.supersedes.insert(p.supersedes.end(), at->supersedes.begin(), at->supersedes.end());
            }
        }
        CHECK(portfolio(plans).standings() == once);
    });
}

TEST_CASE("law: plans: the bounds of cells sum to the bounds of the total, and enclose it") {
    for_all(many, [](generator& g) {
        report_question options = any_options(g);
        // The rate's own interval widens a gain and a loss together less than each alone, so there only amounts of one
        // sign.
        options.precision = g.one_in(2) ? rate_precision::as_published : rate_precision::point;
        const std::vector<plan> plans = any_plans(g, options.precision == rate_precision::point);
        const report r(portfolio(plans), options, options.at(rates()));
        interval sum = exact();
        const auto surrounds = [](const report::cell& c) {
            const interval& b = c.bounds;
            return (b.low_end() == bound::infinite || b.low() <= c.total.amount()) &&
                   (b.high_end() == bound::infinite || b.high() >= c.total.amount());
        };
        for (const report::cell* each : cells_of(r)) {
            sum += each->bounds;
            CHECK(surrounds(*each));
        }
        CHECK(surrounds(r.total()));
        // Instalments have intervals of their own in their years, and the amount's in all that is of the whole plan.
        const bool by_parts = options.by.is_by_days() && std::any_of(plans.begin(), plans.end(), [](const plan& p) {
                                  return !p.instalments.empty();
                              });
        if (!by_parts) CHECK(sum == r.total().bounds);
    });
}

TEST_CASE("law: plans: superseding links: circles and dangling ones are refused, and what is left stands as "
          "reachability says") {
    int refused = 0;
    for_all(many, [&](generator& g) {
        std::vector<plan> plans;
        const int count = g.between(1, 8);
        for (int n = 0; n < count; ++n) {
            plan p{std::to_string(n), figure(1_EUR)};
            p.status = g.one_in(3) ? static_cast<plan_status>(g.below(6)) : plan_status::announced;
            for (int links = g.between(0, 2); links > 0; --links) {
                // Mostly to a later one, which makes no circle; seldom to any, or to one that is not there.
                const bool any = g.one_in(6) || n + 1 == count;
                p.supersedes.push_back(std::to_string(g.one_in(60) ? count
                                                      : any        ? g.between(0, count - 1)
                                                                   : g.between(n + 1, count - 1)));
            }
            plans.push_back(std::move(p));
        }
        shuffle(g, plans);
        const auto reach = reachable(plans);
        bool circular = !reach;
        for (std::size_t i = 0; reach && i < plans.size(); ++i) circular = circular || (*reach)[i][i];
        if (circular) {
            ++refused;
            CHECK_THROWS_AS(portfolio{plans}, portfolio_error);
            return;
        }
        const portfolio all(plans);
        const std::vector<bool> counts = counted(plans);
        for (std::size_t i = 0; i < plans.size(); ++i) {
            CHECK((all.standings()[i] == standing::counted) == counts[i]);
            bool replaced = false;
            for (std::size_t a = 0; a < plans.size(); ++a)
                replaced = replaced || ((*reach)[a][i] && !is_talk(plans[a]));
            CHECK((all.standings()[i] == standing::superseded) == replaced);
        }
    });
    CHECK(refused > many / 20);
    CHECK(refused < many * 9 / 10);
}

TEST_CASE("law: plans: two live plans of one project that overlap are refused, and only they") {
    int refused = 0;
    for_all(many, [&](generator& g) {
        std::vector<plan> plans;
        const int count = g.between(2, 6);
        for (int n = 0; n < count; ++n) {
            plan p{std::to_string(n), figure(1_EUR)};
            const std::string projects[] = {"", "bridge", "canal", "tower"};
            p.project = projects[g.below(4)];
            std::tie(p.from, p.to) = any_period(g, g.one_in(4) ? 1'500 : 100);
            if (g.one_in(5)) p.to.reset();
            if (g.one_in(5)) p.status = static_cast<plan_status>(g.below(6));
            if (n > 0 && g.one_in(4)) p.supersedes = {std::to_string(n - 1)};
            plans.push_back(std::move(p));
        }
        const std::vector<bool> counts = counted(plans);
        bool clash = false;
        for (std::size_t a = 0; a < plans.size(); ++a) {
            for (std::size_t b = 0; b < a; ++b) {
                const plan& p = plans[a];
                const plan& q = plans[b];
                clash =
                    clash || (counts[a] && counts[b] && !p.project.empty() && p.project == q.project && p.to && q.to &&
                              p.from->first_day() <= q.to->last_day() && q.from->first_day() <= p.to->last_day());
            }
        }
        if (clash) {
            ++refused;
            CHECK_THROWS_AS(portfolio{plans}, portfolio_error);
        } else {
            CHECK_NOTHROW(portfolio{plans});
        }
    });
    CHECK(refused > many / 50);
}
