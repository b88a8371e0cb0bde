// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/detail/days.hpp>
#include <cambist/rates/rate.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
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

    /// A quote, with all that it cites.
    void add(const rate& quote);
    /// All of another list; nothing is copied into an empty one.
    void add(rate_list others);

    /// The number of a heading, for `add`: the same for the same, in constant time. \throws rate_error as `rate` does
    std::uint32_t under(const heading& h);
    /// Adds a quote under a heading that `under` gave. \throws rate_error unless the price is positive
    void add(std::uint32_t number, const entry& e);
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

    // Of a new heading, too.
    std::uint32_t number_of(const heading& h);
    std::size_t slot_of(const heading& h) const;
    void append(std::uint32_t of, const entry& e);

    std::vector<row> rows_{};
    std::vector<heading> headings_{};
    std::vector<std::uint32_t> slots_{}; // a hash table of headings: a number, or `no_heading`
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

inline rate_list::iterator rate_list::begin() const noexcept { return {*this, 0}; }
inline rate_list::iterator rate_list::end() const noexcept { return {*this, size()}; }

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/rates/rate_list.ipp>
#endif
