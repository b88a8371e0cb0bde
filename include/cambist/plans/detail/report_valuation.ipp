// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/report.hpp>
#include <cambist/rates/detail/days.hpp>

#include <cstdint>
#include <unordered_map>
#include <utility>

CAMBIST_BEGIN
namespace detail {

// Whether each phase of a plan has rates of its own.
constexpr bool is_per_phase(valuation at) noexcept {
    return at == valuation::average || at == valuation::closing || at == valuation::constant_prices;
}

// At which rates each amount of a report is taken: a receipt for each currency and question.
class report_valuation {
public:
    report_valuation(const report_options& options, const translation& at, std::vector<report::receipt>& receipts)
        : options_(options), at_(at), receipts_(receipts) {}

    // The receipt for a plan's amount, or where each phase has its own, for what falls on some days.
    std::size_t receipt_of(const plan& p, const std::optional<period>& over) {
        const question asked = question_of(p, over);
        const currency from = unit_of(p);
        try {
            return take(from, asked);
        } catch (const no_rate&) {
            const bool may_be_last = options_.then_last && asked.how.over() && !asked.base;
            if (!may_be_last || !ends_after_quotes(from, asked.how.over()->last())) throw;
        }
        return take(from, {asked.how.over()->last(), lookup::on_or_before(unbounded)});
    }
    // What a plan's rates are asked for: "on 2024-05-29", "average 2027".
    std::string when(const plan& p, const std::optional<period>& over) const {
        const question asked = question_of(p, over);
        if (asked.how.over()) {
            const bool is_average = asked.how.kind() == lookup::rule::average;
            return (is_average ? "average " : "closing ") + days_text(*asked.how.over());
        }
        return asked.day ? "on " + to_string(*asked.day) : std::string("on no day");
    }

    // The receipt for an amount at the rates of the reporting day.
    std::size_t receipt_on_day(const currency& from) { return take(from, {at_.day, at_.how}); }

private:
    struct question {
        asked_day day;
        lookup how;
        std::optional<index_level> then{}; // at constant prices
        std::optional<index_level> base{};
    };

    // The unit that the code named when the amount was stated, where it says when: it may have been cut since.
    static currency unit_of(const plan& p) {
        const std::optional<partial_date>& said = p.valued ? p.valued : p.announced;
        return said ? unit_on(p.amount.currency(), said->last_day()) : p.amount.currency();
    }

    static std::string days_text(const period& over) {
        const std::string years = std::to_string(over.first_year());
        return over.is_whole_years() && over.last_year() == over.first_year() ? years : to_string(over);
    }

    question question_of(const plan& p, const std::optional<period>& over) const {
        switch (options_.at) {
        case valuation::on_day: break;
        case valuation::announcement: return at_announcement(p);
        case valuation::average: return at_rates_of(*over, average_of(*over));
        case valuation::closing: return at_rates_of(*over, closing_of(*over));
        case valuation::constant_prices: return at_base_prices(p, *over);
        }
        return {at_.day, at_.how};
    }

    // Whether none is of that day or a later one.
    bool ends_after_quotes(const currency& from, std::chrono::sys_days day) const {
        translation later = at_;
        later.day = day;
        later.how = lookup::on_or_after(unbounded);
        try {
            static_cast<void>(explain(money<>(1, from), later));
            return false;
        } catch (const no_rate&) {
            return true;
        }
    }

    lookup average_of(const period& over) const {
        return options_.bound ? lookup::average(over, *options_.bound) : lookup::average(over);
    }
    lookup closing_of(const period& over) const {
        return options_.bound ? lookup::closing(over, *options_.bound) : lookup::closing(over);
    }

    question at_announcement(const plan& p) const {
        const std::optional<partial_date>& said = p.valued ? p.valued : p.announced;
        if (!said)
            throw valuation_error("plan " + p.id + " does not say when it was announced; say it, or value on one day");
        return {said->last_day(), said->has_day() ? at_.how : average_of(period(*said, *said))};
    }

    // A day is its own average and close, and may be a Sunday.
    question at_rates_of(const period& over, const lookup& how) const {
        return {over.last(), over.length() > std::chrono::days(1) ? how : at_.how};
    }

    question at_base_prices(const plan& p, const period& over) const {
        if (!options_.base) throw valuation_error("constant prices are those of a base year, and none is named");
        const currency c = unit_of(p);
        const std::chrono::year_month_day first(over.first());
        const bool is_day = over.length() == std::chrono::days(1);
        return {options_.base->last_day(), average_of(period(*options_.base, *options_.base)),
                options_.prices.at(c, is_day ? partial_date(first) : partial_date(first.year())),
                options_.prices.at(c, *options_.base)};
    }

    std::size_t take(const currency& from, const question& asked) {
        const lookup& how = asked.how;
        const asked_day begin = how.over() ? asked_day(how.over()->first()) : std::nullopt;
        const asked_day of_prices = asked.then ? asked_day(asked.then->when.first_day()) : std::nullopt;
        const key at{currency_access::key_of(from), how.kind(), detail::day_number(asked.day),
                     detail::day_number(begin), detail::day_number(of_prices)};
        if (const auto known = numbers_.find(at); known != numbers_.end()) return known->second;
        translation each = at_;
        each.day = how.over() ? asked_day() : asked.day;
        each.how = how;
        receipts_.push_back({explain(money<>(1, from), each), asked.then, asked.base});
        return numbers_[at] = receipts_.size() - 1;
    }

    struct key {
        std::uint64_t from;
        lookup::rule kind;
        std::int32_t day;
        std::int32_t begin;
        std::int32_t of_prices;
        friend bool operator==(const key&, const key&) = default;
    };
    struct key_hash {
        std::size_t operator()(const key& k) const noexcept {
            constexpr std::uint64_t odd = 0x9e3779b97f4a7c15;
            std::uint64_t mixed = k.from;
            for (const std::int32_t part : {static_cast<std::int32_t>(k.kind), k.day, k.begin, k.of_prices})
                mixed = (mixed ^ static_cast<std::uint32_t>(part)) * odd;
            return static_cast<std::size_t>(mixed ^ mixed >> 32);
        }
    };

    const report_options& options_;
    const translation& at_;
    std::vector<report::receipt>& receipts_;
    std::unordered_map<key, std::size_t, key_hash> numbers_{};
};

} // namespace detail
CAMBIST_END
