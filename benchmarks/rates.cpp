// SPDX-License-Identifier: MIT
// Dated conversions against the ways a program with `double` would write them. The history has the shape of the ECB's,
// 41 currencies on 6,983 days, and no data of it: every cell is filled, and each currency was in use all that time.

#include <cambist/rates/conversion.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using cambist::currency;
using cambist::exact;
using cambist::lookup;
using cambist::money;
using std::chrono::days;
using std::chrono::sys_days;

constexpr std::string_view codes[] = {"AED", "ARS", "AUD", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK",
                                      "EGP", "GBP", "HKD", "HUF", "IDR", "ILS", "INR", "ISK", "JPY", "KES", "KRW",
                                      "MAD", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PHP", "PLN", "QAR", "SAR",
                                      "SEK", "SGD", "THB", "TWD", "UAH", "USD", "VND", "ZAR"};
constexpr std::size_t currency_count = std::size(codes);
constexpr std::size_t day_count = 6983;
constexpr std::int64_t max_age = 7;
static_assert(currency_count == 41);

// Units of a currency for one euro, as mantissa / 10^decimals.
struct quote {
    std::int64_t mantissa;
    int decimals;
};

struct history {
    std::vector<std::int64_t> days; // since 1970, Mondays to Fridays
    std::vector<quote> quotes;      // by day, then by currency
};

const history& shared_history() {
    static const history made = [] {
        history h;
        std::mt19937_64 random(1);
        constexpr int decimals[] = {4, 5, 2, 4, 3, 4};
        for (sys_days day = std::chrono::year(1999) / 1 / 4; h.days.size() < day_count; day += days(1)) {
            if (std::chrono::weekday(day).iso_encoding() > 5) continue;
            h.days.push_back(day.time_since_epoch().count());
            for (std::size_t c = 0; c < currency_count; ++c) {
                const auto mantissa = static_cast<std::int64_t>(10'000 + random() % 90'000);
                h.quotes.push_back({mantissa, decimals[c % std::size(decimals)]});
            }
        }
        return h;
    }();
    return made;
}

// What is asked, and nothing of how: indices of `codes`, or `euro`.
struct question {
    std::size_t from;
    std::size_t to;
    std::int64_t day;
    std::int64_t cents;
};
constexpr std::size_t euro = currency_count;

enum class target { any, euro_only };

std::vector<question> questions(target to) {
    const history& h = shared_history();
    const auto span = static_cast<std::uint64_t>(h.days.back() - h.days.front() + 1);
    std::mt19937_64 random(2);
    std::vector<question> result;
    while (result.size() < 32'768) {
        const std::size_t from = random() % currency_count;
        const std::size_t into = to == target::euro_only ? euro : random() % currency_count;
        const std::int64_t day = h.days.front() + static_cast<std::int64_t>(random() % span);
        if (from != into) result.push_back({from, into, day, static_cast<std::int64_t>(random() % 100'000'000)});
    }
    return result;
}

// Ways of answering: each with a question of its own form, made before the clock runs.

class with_rate_table {
public:
    with_rate_table() : table_(make()) {}

    struct question_type {
        money<> amount;
        currency to;
        sys_days day;
    };
    static question_type ask(const question& q) {
        return {{exact(q.cents) / 100, currency_of(q.from)}, currency_of(q.to), sys_days(days(q.day))};
    }
    money<> answer(const question_type& q) const { return convert(q.amount, q.to, table_, q.day); }
    money<> answer(const question_type& q, const lookup& how) const {
        return convert(q.amount, {.to = q.to, .rates = table_, .day = q.day, .how = how});
    }
    cambist::conversion receipt(const question_type& q) const { return explain(q.amount, q.to, table_, q.day); }
    static double as_double(const money<>& amount) { return static_cast<double>(amount.amount()); }

private:
    static currency currency_of(std::size_t index) {
        return cambist::parse_currency(index == euro ? "EUR" : codes[index]);
    }
    static cambist::rate_table make() {
        const history& h = shared_history();
        cambist::rate_table::builder builder;
        builder.pivot(currency_of(euro));
        for (std::size_t d = 0; d < h.days.size(); ++d) {
            for (std::size_t c = 0; c < currency_count; ++c) {
                const quote& q = h.quotes[d * currency_count + c];
                const money<> price(exact(q.mantissa) * exact::pow10(-q.decimals), currency_of(c));
                builder.add(cambist::rate({1, currency_of(euro)}, price).on(sys_days(days(h.days[d]))).from("ECB"));
            }
        }
        return builder.build();
    }

    cambist::rate_table table_;
};

double value_of(const quote& q) { return static_cast<double>(q.mantissa) / std::pow(10.0, q.decimals); }

struct text_question {
    std::string from;
    std::string to;
    std::int64_t day;
    double amount;
};
text_question ask_in_text(const question& q) {
    const auto code = [](std::size_t index) { return std::string(index == euro ? "EUR" : codes[index]); };
    return {code(q.from), code(q.to), q.day, static_cast<double>(q.cents) / 100};
}

// The obvious way: one map by currency and day.
class with_map {
public:
    with_map() {
        const history& h = shared_history();
        for (std::size_t i = 0; i < h.quotes.size(); ++i) {
            const auto day = static_cast<int>(h.days[i / currency_count]);
            rates_[{std::string(codes[i % currency_count]), day}] = value_of(h.quotes[i]);
        }
    }

    using question_type = text_question;
    static question_type ask(const question& q) { return ask_in_text(q); }
    double answer(const question_type& q) const { return q.amount / rate(q.from, q.day) * rate(q.to, q.day); }
    static double as_double(double amount) { return amount; }

private:
    double rate(const std::string& code, std::int64_t day) const {
        if (code == "EUR") return 1;
        auto at = rates_.upper_bound({code, static_cast<int>(day)});
        if (at == rates_.begin()) throw std::out_of_range("no rate");
        --at;
        if (at->first.first != code || day - at->first.second > max_age) throw std::out_of_range("no rate");
        return at->second;
    }

    std::map<std::pair<std::string, int>, double> rates_;
};

// The same, as a map of maps.
class with_map_of_maps {
public:
    with_map_of_maps() {
        const history& h = shared_history();
        for (std::size_t i = 0; i < h.quotes.size(); ++i) {
            const auto day = static_cast<int>(h.days[i / currency_count]);
            rates_[std::string(codes[i % currency_count])][day] = value_of(h.quotes[i]);
        }
    }

    using question_type = text_question;
    static question_type ask(const question& q) { return ask_in_text(q); }
    double answer(const question_type& q) const { return q.amount / rate(q.from, q.day) * rate(q.to, q.day); }
    static double as_double(double amount) { return amount; }

private:
    double rate(const std::string& code, std::int64_t day) const {
        if (code == "EUR") return 1;
        const std::map<int, double>& of_code = rates_.at(code);
        auto at = of_code.upper_bound(static_cast<int>(day));
        if (at == of_code.begin()) throw std::out_of_range("no rate");
        --at;
        if (day - at->first > max_age) throw std::out_of_range("no rate");
        return at->second;
    }

    std::map<std::string, std::map<int, double>> rates_;
};

// What a careful program would do: one sorted array of currency, day and rate.
class with_sorted_array {
public:
    with_sorted_array() {
        const history& h = shared_history();
        for (std::size_t i = 0; i < h.quotes.size(); ++i) {
            const auto day = static_cast<int>(h.days[i / currency_count]);
            rates_.push_back({static_cast<int>(i % currency_count), day, value_of(h.quotes[i])});
        }
        std::sort(rates_.begin(), rates_.end(), before);
    }

    using question_type = question;
    static question_type ask(const question& q) { return q; }
    double answer(const question_type& q) const {
        return static_cast<double>(q.cents) / 100 / rate(q.from, q.day) * rate(q.to, q.day);
    }
    static double as_double(double amount) { return amount; }

private:
    struct row {
        int code;
        int day;
        double value;
    };
    static bool before(const row& a, const row& b) { return a.code != b.code ? a.code < b.code : a.day < b.day; }

    double rate(std::size_t code, std::int64_t day) const {
        if (code == euro) return 1;
        const row key{static_cast<int>(code), static_cast<int>(day), 0};
        auto at = std::upper_bound(rates_.begin(), rates_.end(), key, before);
        if (at == rates_.begin()) throw std::out_of_range("no rate");
        --at;
        if (at->code != key.code || day - at->day > max_age) throw std::out_of_range("no rate");
        return at->value;
    }

    std::vector<row> rates_;
};

// The most that a dense history allows: one column of days for all currencies, searched once, and one column of rates
// for each, which the question names by index.
class with_columns {
public:
    with_columns() : columns_(currency_count) {
        const history& h = shared_history();
        for (const std::int64_t day : h.days) days_.push_back(static_cast<int>(day));
        for (std::size_t i = 0; i < h.quotes.size(); ++i) columns_[i % currency_count].push_back(value_of(h.quotes[i]));
    }

    using question_type = question;
    static question_type ask(const question& q) { return q; }
    double answer(const question_type& q) const {
        auto at = std::lower_bound(days_.begin(), days_.end(), static_cast<int>(q.day));
        if (at == days_.end() || *at != q.day) {
            if (at == days_.begin()) throw std::out_of_range("no rate");
            --at;
        }
        if (q.day - *at > max_age) throw std::out_of_range("no rate");
        const auto row = static_cast<std::size_t>(at - days_.begin());
        const double from = q.from == euro ? 1 : columns_[q.from][row];
        const double to = q.to == euro ? 1 : columns_[q.to][row];
        return static_cast<double>(q.cents) / 100 / from * to;
    }
    static double as_double(double amount) { return amount; }

private:
    std::vector<int> days_;
    std::vector<std::vector<double>> columns_;
};

template <class Way>
const Way& shared() {
    static const Way way;
    return way;
}

template <class Way>
auto ask(const std::vector<question>& all) {
    std::vector<typename Way::question_type> result;
    for (const question& each : all) result.push_back(Way::ask(each));
    return result;
}

template <class Way>
void check(benchmark::State& state, const std::vector<question>& all) {
    for (std::size_t i = 0; i < 1000; ++i) {
        const double expected = shared<with_map>().answer(with_map::ask(all[i]));
        const double found = Way::as_double(shared<Way>().answer(Way::ask(all[i])));
        if (std::abs(found - expected) > expected * 1e-12) {
            state.SkipWithError("a wrong conversion");
            return;
        }
    }
}

template <class Way>
void convert(benchmark::State& state, target to) {
    const std::vector<question> all = questions(to);
    check<Way>(state, all);
    const auto asked = ask<Way>(all);
    const Way& way = shared<Way>();
    std::size_t next = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(way.answer(asked[next]));
        next = (next + 1) % asked.size();
    }
    state.SetItemsProcessed(state.iterations());
}

// From any currency to any other, by two quotes.
template <class Way>
void convert_across(benchmark::State& state) {
    convert<Way>(state, target::any);
}
// From any currency to the euro, by one.
template <class Way>
void convert_to_euro(benchmark::State& state) {
    convert<Way>(state, target::euro_only);
}
BENCHMARK_TEMPLATE(convert_across, with_rate_table);
BENCHMARK_TEMPLATE(convert_across, with_map);
BENCHMARK_TEMPLATE(convert_across, with_map_of_maps);
BENCHMARK_TEMPLATE(convert_across, with_sorted_array);
BENCHMARK_TEMPLATE(convert_across, with_columns);
BENCHMARK_TEMPLATE(convert_to_euro, with_rate_table);
BENCHMARK_TEMPLATE(convert_to_euro, with_map);
BENCHMARK_TEMPLATE(convert_to_euro, with_map_of_maps);
BENCHMARK_TEMPLATE(convert_to_euro, with_sorted_array);
BENCHMARK_TEMPLATE(convert_to_euro, with_columns);

// Look-ups of every kind, across. Days are moved to ones that have an answer.
template <lookup::rule Rule>
void look_up(benchmark::State& state) {
    const history& h = shared_history();
    auto asked = ask<with_rate_table>(questions(target::any));
    std::vector<lookup> ways;
    for (with_rate_table::question_type& q : asked) {
        const std::chrono::year_month_day date(q.day);
        switch (Rule) {
        case lookup::rule::exactly: {
            const auto at = std::lower_bound(h.days.begin(), h.days.end() - 1, q.day.time_since_epoch().count());
            q.day = sys_days(days(*at));
            ways.push_back(lookup::exactly());
            break;
        }
        case lookup::rule::on_or_before: ways.push_back(lookup::on_or_before(days(max_age))); break;
        case lookup::rule::on_or_after: ways.push_back(lookup::on_or_after(days(max_age))); break;
        case lookup::rule::nearest: ways.push_back(lookup::nearest(days(max_age), lookup::tie::earlier)); break;
        case lookup::rule::linear: ways.push_back(lookup::linear(days(max_age))); break;
        case lookup::rule::closing: {
            // The history ends within its last month, which has no closing.
            const auto ended = std::chrono::year_month_day(sys_days(days(h.days.back())));
            const cambist::partial_date month(
                std::min(date.year() / date.month(), ended.year() / ended.month() - std::chrono::months(1)));
            ways.push_back(lookup::closing({month, month}));
            break;
        }
        case lookup::rule::average: {
            const std::chrono::year whole = std::clamp(date.year(), std::chrono::year(2000), std::chrono::year(2024));
            ways.push_back(lookup::average({cambist::partial_date(whole), cambist::partial_date(whole)}));
            break;
        }
        }
    }
    const with_rate_table& way = shared<with_rate_table>();
    std::size_t next = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(way.answer(asked[next], ways[next]));
        next = (next + 1) % asked.size();
    }
    // An average is measured by as many look-ups as it may take the time of.
    state.SetItemsProcessed(state.iterations() * (Rule == lookup::rule::average ? 300 : 1));
}
BENCHMARK_TEMPLATE(look_up, lookup::rule::exactly);
BENCHMARK_TEMPLATE(look_up, lookup::rule::on_or_before);
BENCHMARK_TEMPLATE(look_up, lookup::rule::on_or_after);
BENCHMARK_TEMPLATE(look_up, lookup::rule::nearest);
BENCHMARK_TEMPLATE(look_up, lookup::rule::linear);
BENCHMARK_TEMPLATE(look_up, lookup::rule::closing);
BENCHMARK_TEMPLATE(look_up, lookup::rule::average);

void explain(benchmark::State& state, target to) {
    const auto asked = ask<with_rate_table>(questions(to));
    const with_rate_table& way = shared<with_rate_table>();
    std::size_t next = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(way.receipt(asked[next]));
        next = (next + 1) % asked.size();
    }
    state.SetItemsProcessed(state.iterations());
}
void explain_across(benchmark::State& state) { explain(state, target::any); }
void explain_to_euro(benchmark::State& state) { explain(state, target::euro_only); }
BENCHMARK(explain_across);
BENCHMARK(explain_to_euro);

} // namespace
