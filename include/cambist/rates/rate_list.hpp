// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/detail/days.hpp>
#include <cambist/rates/rate.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

CAMBIST_BEGIN

/// Many quotes in little room: 40 bytes each, and what they share is kept once. Files are read into one, and a
/// `rate_table` is built from one.
///
///     rate_list quotes;
///     quotes.add(rate(1_EUR, 1.0857_USD).on(2024y / May / 29).from("ECB"));
///     for (const rate& each : quotes) use(each);   // each is made as it is asked for
class rate_list {
public:
    /// What quotes share that are published together: so much of one currency in another, by whom, in which file.
    struct heading {
        money<> base;
        cambist::currency currency;
        std::string source{};
        std::string file{};
    };
    /// One quote under a heading.
    struct entry {
        exact price; ///< what the heading's base is worth
        std::optional<std::chrono::sys_days> day{};
        int decimals = -1; ///< that the price was written to, if any
        std::size_t line = 0;
        std::size_t column = 0;
        std::optional<std::chrono::sys_days> published{};
    };
    class iterator;

    /// Logarithmic in the number of headings.
    void add(const rate& quote) {
        const heading under{quote.base(), quote.quote().currency(), quote.source(), quote.where().file};
        const std::uint32_t of = number_of(under);
        append(of, {quote.quote().amount(), quote.day(), quote.decimals().value_or(-1), quote.where().line,
                    quote.where().column, quote.published()});
    }
    /// All of another list; nothing is copied into an empty one.
    void add(rate_list others);

    /// The number of a heading, for `add`. Logarithmic. \throws rate_error as `rate` does
    std::uint32_t under(const heading& h) {
        require_rate(h.base, money<>(1, h.currency));
        return number_of(h);
    }
    /// Adds a quote under a heading that `under` gave. \throws rate_error unless the price is positive
    void add(std::uint32_t number, const entry& e) {
        if (e.price.sign() <= 0) require_rate(headings_[number].base, money<>(e.price, headings_[number].currency));
        append(number, e);
    }
    void reserve(std::size_t quotes) { rows_.reserve(quotes); }

    std::size_t size() const noexcept { return rows_.size(); }
    bool empty() const noexcept { return rows_.empty(); }
    /// The quote, made anew. `i` is less than `size()`.
    rate operator[](std::size_t i) const;
    iterator begin() const noexcept;
    iterator end() const noexcept;

private:
    friend class rate_table;

    struct row {
        exact price;
        std::int32_t day;
        std::int32_t published;
        std::uint32_t heading;
        std::uint32_t line;
        std::uint32_t column;
        std::int16_t decimals;
    };
    static_assert(sizeof(row) == 40);

    struct by_content {
        bool operator()(const heading& a, const heading& b) const {
            using names = std::tuple<cambist::currency, cambist::currency, const std::string&, const std::string&>;
            const names x(a.base.currency(), a.currency, a.source, a.file);
            const names y(b.base.currency(), b.currency, b.source, b.file);
            return x != y ? x < y : a.base.amount() < b.base.amount();
        }
    };

    // Of a new heading, too.
    std::uint32_t number_of(const heading& h) {
        const auto [at, fresh] = numbers_.try_emplace(h, static_cast<std::uint32_t>(headings_.size()));
        if (fresh) headings_.push_back(h);
        return at->second;
    }
    void append(std::uint32_t of, const entry& e) {
        rows_.push_back({e.price, detail::day_number(e.day), detail::day_number(e.published), of,
                         static_cast<std::uint32_t>(e.line), static_cast<std::uint32_t>(e.column),
                         static_cast<std::int16_t>(e.decimals)});
    }

    std::vector<row> rows_{};
    std::vector<heading> headings_{};
    std::map<heading, std::uint32_t, by_content> numbers_{};
};

/// Goes through a list; what it points to is made anew each time.
class rate_list::iterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = rate;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = rate;

    iterator() = default;
    rate operator*() const { return (*of_)[at_]; }
    iterator& operator++() noexcept {
        ++at_;
        return *this;
    }
    iterator operator++(int) noexcept {
        iterator before = *this;
        ++at_;
        return before;
    }
    friend bool operator==(const iterator&, const iterator&) = default;

private:
    friend class rate_list;
    iterator(const rate_list& of, std::size_t at) noexcept : of_(&of), at_(at) {}

    const rate_list* of_ = nullptr;
    std::size_t at_ = 0;
};

// ---- how

inline void rate_list::add(rate_list others) {
    if (empty() && headings_.empty()) {
        *this = std::move(others);
        return;
    }
    std::vector<std::uint32_t> renumbered;
    for (const heading& h : others.headings_) renumbered.push_back(number_of(h));
    for (row& r : others.rows_) r.heading = renumbered[r.heading];
    rows_.insert(rows_.end(), std::make_move_iterator(others.rows_.begin()), std::make_move_iterator(others.rows_.end()));
}

inline rate rate_list::operator[](std::size_t i) const {
    const row& r = rows_[i];
    const heading& h = headings_[r.heading];
    rate quote(h.base, money<>(r.price, h.currency));
    quote.from(h.source).cite({h.file, r.line, r.column});
    if (r.decimals >= 0) quote.written_to(r.decimals);
    if (r.day != detail::no_day) quote.on(detail::day_of(r.day));
    if (r.published != detail::no_day) quote.published(detail::day_of(r.published));
    return quote;
}

inline rate_list::iterator rate_list::begin() const noexcept { return {*this, 0}; }
inline rate_list::iterator rate_list::end() const noexcept { return {*this, size()}; }

CAMBIST_END
