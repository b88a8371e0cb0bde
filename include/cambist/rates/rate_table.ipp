// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/detail/settling.hpp>
#include <cambist/rates/rate_table.hpp>
#include <cambist/rates/router.hpp>

#include <algorithm>
#include <map>
#include <utility>

CAMBIST_BEGIN
namespace detail {

// The last day of a unit of one code, if it has one.
inline std::int32_t last_day_number(const currency& unit) {
    const std::size_t line = currency_access::unit_of(unit);
    return line != 0 ? day_number(last_day_of(redenominations[line - 1])) : INT32_MAX;
}

// Quotes of currencies that the law carries on must say what the law says. \throws unlawful_rate
inline void check_lawful(const rate_graph& graph, const quote_series& s) {
    std::int32_t first_day = INT32_MAX;
    for (const currency& each : {s.first, s.second}) {
        if (const fixed_ratio* ratio = graph.law.find(each)) first_day = std::min(first_day, day_number(ratio->from));
    }
    const auto rows = static_cast<std::ptrdiff_t>(s.points.size());
    for (std::ptrdiff_t row = s.last_not_after(first_day - 1) + 1; row < rows; ++row) {
        const exact& stated = s.ratio_at(row);
        const std::chrono::sys_days day = day_of(s.day_at(row));
        const fixed_ratio* first = graph.law.find(s.first, day);
        const fixed_ratio* second = graph.law.find(s.second, day);
        if (first == nullptr && second == nullptr) continue;
        // Markets do quote in parts of currencies; what a part is of its own is the law's.
        const auto is_part = [](const fixed_ratio* ratio, const currency& other) {
            return ratio == nullptr || (ratio->is_always() && ratio->new_currency != other);
        };
        if (is_part(first, s.second) && is_part(second, s.first)) continue;
        if (first != nullptr && first->new_currency == s.second && stated * first->old_per_new == 1) continue;
        if (second != nullptr && second->new_currency == s.first && stated == second->old_per_new) continue;
        const fixed_ratio& ratio = first != nullptr ? *first : *second;
        const rate quote = graph.quote_at(s, row);
        unlawful_rate refusal(to_string(quote) + " on " + to_string(day) +
                              " contradicts the law: " + to_string(ratio.as_rate()) +
                              (ratio.is_always() ? "" : " from " + to_string(ratio.from)) + ", " +
                              std::string(ratio.source) + "; quote " + to_string(ratio.new_currency) + " instead");
        refusal.locate(quote.where());
        throw refusal;
    }
}

} // namespace detail

// ---- the table

CAMBIST_INLINE rate_table::rate_table() : rate_table(builder().build()) {}

CAMBIST_INLINE rate_table::rate_table(std::initializer_list<rate> quotes)
    : rate_table([&] {
          builder collected;
          for (const rate& quote : quotes) collected.add(quote);
          return collected.build();
      }()) {}

CAMBIST_INLINE rate_table::rate_table(detail::rate_graph graph, std::vector<std::string> precedence,
                                      std::vector<detail::noted_quote> passed_over)
    : precedence_(std::move(precedence)), passed_over_(std::move(passed_over)) {
    for (const detail::quote_series& s : graph.series) size_ += s.size();
    graph_.push_back(std::move(graph));
}

CAMBIST_INLINE rate_table::rate_table(const rate_table& other) = default;
CAMBIST_INLINE rate_table::rate_table(rate_table&& other) noexcept = default;
CAMBIST_INLINE rate_table& rate_table::operator=(const rate_table& other) = default;
CAMBIST_INLINE rate_table& rate_table::operator=(rate_table&& other) noexcept = default;
CAMBIST_INLINE rate_table::~rate_table() = default;

CAMBIST_INLINE const detail::rate_graph& rate_table::graph() const noexcept {
    static const detail::rate_graph none; // of a table that was moved from
    return graph_.empty() ? none : graph_.front();
}

CAMBIST_INLINE bool rate_table::knows(const currency& c) const noexcept { return graph().find(c) != nullptr; }
CAMBIST_INLINE const law& rate_table::law() const noexcept { return graph().law; }
CAMBIST_INLINE const std::vector<currency>& rate_table::pivots() const noexcept { return graph().pivots; }

CAMBIST_INLINE exact rate_table::convert(const exact& amount, const currency& from, const currency& to,
                                         const asked_day& day, const lookup& how, const intermediate& between) const {
    return router(*this, day, how).convert(amount, from, to, between);
}

CAMBIST_INLINE std::vector<leg> rate_table::legs(const currency& from, const currency& to, const asked_day& day,
                                                 const lookup& how) const {
    return router(*this, day, how).legs(from, to);
}

CAMBIST_INLINE std::vector<rate> rate_table::quotes() const {
    std::vector<rate> all;
    all.reserve(size_);
    for (const detail::quote_series& s : graph().series)
        s.for_each([&](const detail::noted_quote& q) { all.push_back(graph().as_published(q)); });
    return all;
}

CAMBIST_INLINE std::vector<rate> rate_table::quotes(const currency& a, const currency& b) const {
    std::vector<rate> all;
    if (const detail::quote_series* s = graph().series_between(a, b))
        s->for_each([&](const detail::noted_quote& q) { all.push_back(graph().as_published(q)); });
    return all;
}

CAMBIST_INLINE rate_table rate_table::as_known_on(std::chrono::sys_days day) const {
    builder then;
    then.law_ = graph().law;
    then.pivots_ = graph().pivots;
    then.precedence_ = precedence_;
    then.quotes_.headings_ = graph().headings;
    const std::int32_t known = detail::day_number(day);
    const auto keep = [&](const detail::noted_quote& q) {
        if (q.known() > known) return;
        const detail::quote_note& n = q.note;
        const exact& base = graph().headings[n.heading].base.amount();
        const exact price = n.reversed ? base / q.ratio : base * q.ratio;
        then.quotes_.rows_.push_back({price, q.day, n.published, n.heading, n.line, n.column, n.decimals});
    };
    for (const detail::quote_series& s : graph().series) s.for_each(keep);
    for (const detail::noted_quote& q : passed_over_) keep(q);
    return then.build();
}

// ---- the builder

CAMBIST_INLINE rate_table::builder::builder() : law_(cambist::law::standard()) {}

CAMBIST_INLINE rate_table::builder& rate_table::builder::law(cambist::law replacing) {
    law_ = std::move(replacing);
    return *this;
}

CAMBIST_INLINE rate_table::builder& rate_table::builder::pivot(const currency& through) {
    if (std::find(pivots_.begin(), pivots_.end(), through) == pivots_.end()) pivots_.push_back(through);
    return *this;
}

CAMBIST_INLINE rate_table::builder& rate_table::builder::prefer(std::vector<std::string> sources) {
    precedence_ = std::move(sources);
    return *this;
}

CAMBIST_INLINE rate_table::builder& rate_table::builder::add(const rate& quote) {
    quotes_.add(quote);
    return *this;
}

CAMBIST_INLINE rate_table::builder& rate_table::builder::add(rate_list quotes) {
    quotes_.add(std::move(quotes));
    return *this;
}

CAMBIST_INLINE rate_table rate_table::builder::build() const {
    detail::rate_graph graph{law_, pivots_, quotes_.headings_, sorted()};
    std::vector<detail::noted_quote> passed_over;
    const detail::settling sources(graph, precedence_);
    for (detail::quote_series& s : graph.series) {
        sources.settle(s, passed_over);
        detail::check_lawful(graph, s);
        s.index_days();
    }
    graph.connect();
    return {std::move(graph), precedence_, std::move(passed_over)};
}

CAMBIST_INLINE rate_table rate_table::builder::build_as_known_on(std::chrono::sys_days day) const {
    builder then(*this);
    std::erase_if(then.quotes_.rows_, [known = detail::day_number(day)](const rate_list::row& r) {
        return (r.published != detail::no_day ? r.published : r.day) > known;
    });
    return then.build();
}

// The quotes of each pair, in order where they come in order of their days: quotes are many, pairs few.
CAMBIST_INLINE std::vector<detail::quote_series> rate_table::builder::sorted() const {
    struct column { // the quotes of a pair of units under one heading
        std::pair<currency, currency> pair;
        std::int32_t last_day; // of those units
        bool reversed;
        bool is_of_one; // quoted for one unit of the base
        std::size_t count = 0;
        detail::quote_series* into = nullptr;
    };
    std::vector<column> columns;         // by heading, then by day
    std::vector<std::size_t> of_heading; // where its columns begin
    for (const rate_list::heading& h : quotes_.headings_) {
        of_heading.push_back(columns.size());
        const bool reversed = h.currency < h.base.currency();
        for (std::int32_t last = INT32_MIN; last != INT32_MAX;) {
            const std::chrono::sys_days day = detail::day_of(last == INT32_MIN ? last : last + 1);
            const currency base = unit_on(h.base.currency(), day);
            const currency quoted = unit_on(h.currency, day);
            last = std::min(detail::last_day_number(base), detail::last_day_number(quoted));
            columns.push_back(
                {reversed ? std::pair(quoted, base) : std::pair(base, quoted), last, reversed, h.base.amount() == 1});
        }
    }
    of_heading.push_back(columns.size());
    const auto column_of = [&](const rate_list::row& r) -> column& {
        std::size_t at = r.day == detail::no_day ? of_heading[r.heading + 1] - 1 : of_heading[r.heading];
        while (r.day != detail::no_day && r.day > columns[at].last_day) ++at;
        return columns[at];
    };
    for (const rate_list::row& r : quotes_.rows_) {
        ++column_of(r).count;
        if (r.day != detail::no_day) continue;
        for (std::size_t at = of_heading[r.heading]; at + 1 < of_heading[r.heading + 1]; ++at) ++columns[at].count;
    }

    struct size_and_place {
        std::size_t count = 0;
        std::size_t at = 0;
    };
    std::map<std::pair<currency, currency>, size_and_place> pairs;
    for (const column& c : columns) {
        if (c.count != 0) pairs[c.pair].count += c.count;
    }
    std::vector<detail::quote_series> all;
    all.reserve(pairs.size());
    for (auto& [pair, its] : pairs) {
        its.at = all.size();
        all.push_back({pair.first, pair.second});
        all.back().points.reserve(its.count);
        all.back().notes.reserve(its.count);
    }
    for (column& c : columns) {
        if (c.count == 0) continue;
        c.into = &all[pairs[c.pair].at];
        c.into->undated_last = c.last_day;
    }

    const auto put_into = [&](const column& c, const rate_list::row& r) {
        const exact& base = quotes_.headings_[r.heading].base.amount();
        c.into->points.push_back({c.reversed ? base / r.price : c.is_of_one ? r.price : r.price / base, r.day});
        c.into->notes.push_back({r.heading, r.line, r.column, r.published, r.decimals, c.reversed});
    };
    const auto put = [&](const rate_list::row& r) {
        put_into(column_of(r), r);
        if (r.day != detail::no_day) return;
        // It holds on days of the older units, too.
        for (std::size_t at = of_heading[r.heading]; at + 1 < of_heading[r.heading + 1]; ++at) put_into(columns[at], r);
    };
    const std::vector<rate_list::row>& rows = quotes_.rows_;
    // Publishers have the newest first.
    if (!rows.empty() && rows.front().day > rows.back().day) std::for_each(rows.rbegin(), rows.rend(), put);
    else std::for_each(rows.begin(), rows.end(), put);
    return all;
}

CAMBIST_END
