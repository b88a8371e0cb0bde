// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/bulk/detail/tally_buckets.hpp>
#include <cambist/money/money.hpp>
#include <cambist/rates/calendar.hpp>
#include <cambist/rates/period.hpp>

#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

CAMBIST_BEGIN

/// A tally that cannot be made or added to as asked.
class tally_error : public misuse {
public:
    using misuse::misuse;
    error_kind kind() const noexcept override { return error_kind::tally; }
};

/// A row outside its bounds. Nothing of its call was added.
class row_error : public tally_error {
public:
    row_error(std::size_t row, std::string why)
        : tally_error("row " + std::to_string(row) + ": " + std::move(why)), row_(row) {}

    error_kind kind() const noexcept override { return error_kind::row; }
    /// Counts from 0.
    std::size_t row() const noexcept { return row_; }

private:
    std::size_t row_;
};

/// Bytes that are no tally's state.
class tally_state_error : public unreadable {
public:
    tally_state_error(std::string why, std::size_t offset)
        : unreadable("not the state of a tally: " + std::move(why) + ", at byte " + std::to_string(offset)),
          offset_(offset) {}

    error_kind kind() const noexcept override { return error_kind::tally_state; }
    std::size_t offset() const noexcept { return offset_; }

private:
    std::size_t offset_;
};

/// The unit that the integers of a column count: 10^-digits of a currency. A currency by itself means its minor unit.
///
///     denomination(currencies::EUR)          // cents
///     denomination(currencies::EUR, 4)       // hundredths of a cent
///     denomination(currencies::EUR, -3)      // thousands
///
struct denomination {
    static constexpr int most_digits = 18; ///< either way

    /// \throws rounding_error where it has no minor unit, as gold has none
    constexpr denomination(const cambist::currency& c) : currency(c), digits(c.digits()) {
        if (!c.has_minor_unit())
            throw rounding_error(to_string(c) + " has no minor unit; say how many digits are counted");
    }
    /// \throws tally_error beyond `most_digits`
    constexpr denomination(const cambist::currency& c, int decimal_digits) : currency(c), digits(decimal_digits) {
        if (digits < -most_digits || digits > most_digits)
            throw tally_error("amounts of " + std::to_string(digits) + " digits; they have at most " +
                              std::to_string(most_digits) + ", either way");
    }

    /// One unit.
    constexpr exact unit() const { return exact::pow10(-digits); }

    friend constexpr bool operator==(const denomination&, const denomination&) = default;
    /// By code, then by digits.
    friend constexpr bool operator<(const denomination& a, const denomination& b) noexcept {
        return a.currency == b.currency ? a.digits < b.digits : a.currency < b.currency;
    }

    cambist::currency currency;
    int digits;
};

/// A column of indices, unsigned of 8, 16 or 32 bits or signed of 32: a dictionary's codes, as Arrow has them. It
/// refers to the caller's memory.
class index_column {
public:
    constexpr index_column() = default;
    template <class Range>
    requires requires(const Range& r) {
        { std::data(r) } -> std::convertible_to<const volatile void*>;
        { std::size(r) } -> std::convertible_to<std::size_t>;
    }
    constexpr index_column(const Range& range) noexcept : data_(std::data(range)), size_(std::size(range)) {
        using value = std::remove_cvref_t<decltype(*std::data(range))>;
        static_assert(std::same_as<value, std::uint8_t> || std::same_as<value, std::uint16_t> ||
                          std::same_as<value, std::uint32_t> || std::same_as<value, std::int32_t>,
                      "indices are std::uint8_t, std::uint16_t, std::uint32_t or std::int32_t");
        width_ = sizeof(value);
    }

    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool empty() const noexcept { return size_ == 0; }
    /// Bytes of an index.
    constexpr std::size_t width() const noexcept { return width_; }
    template <class Index>
    const Index* data() const noexcept {
        return static_cast<const Index*>(data_);
    }
    /// A negative index is a large one.
    std::uint32_t operator[](std::size_t row) const noexcept {
        switch (width_) {
        case 1: return data<std::uint8_t>()[row];
        case 2: return data<std::uint16_t>()[row];
        default: return data<std::uint32_t>()[row];
        }
    }

private:
    const void* data_ = nullptr;
    std::size_t size_ = 0;
    std::size_t width_ = 4;
};

/// A column of days: numbers since 1970-01-01 in 32 bits (Arrow's date32), or `std::chrono::sys_days`. It refers to the
/// caller's memory.
class day_column {
public:
    constexpr day_column() = default;
    constexpr day_column(std::span<const std::int32_t> days) noexcept : numbers_(days) {}
    constexpr day_column(std::span<const std::chrono::sys_days> days) noexcept : days_(days) {}
    day_column(const std::vector<std::int32_t>& days) noexcept : numbers_(days) {}
    day_column(const std::vector<std::chrono::sys_days>& days) noexcept : days_(days) {}

    constexpr std::size_t size() const noexcept { return numbers_.size() + days_.size(); }
    /// Since 1970-01-01.
    constexpr std::int64_t operator[](std::size_t row) const noexcept {
        return days_.empty() ? numbers_[row] : std::int64_t{days_[row].time_since_epoch().count()};
    }
    constexpr std::span<const std::int32_t> numbers() const noexcept { return numbers_; }
    constexpr std::span<const std::chrono::sys_days> days() const noexcept { return days_; }

private:
    std::span<const std::int32_t> numbers_{};
    std::span<const std::chrono::sys_days> days_{};
};

/// Rows by columns of one length. Without groups all rows are of the group "".
struct tally_columns {
    std::span<const std::int64_t> amounts;
    index_column denominations;
    day_column days;
    index_column groups{};
};

/// A key that totals are kept apart by: nothing, the rows' group, their currency, or the month, quarter or year of
/// their days: `tally_by::group`, `tally_by::month`, `fiscal_year(July)`.
class tally_by {
public:
    enum class kind : std::uint8_t { nothing, group, currency, days };

    static const tally_by nothing;
    static const tally_by group;
    static const tally_by currency;
    static const tally_by year;
    static const tally_by quarter;
    static const tally_by month;

    constexpr tally_by(const calendar& days) noexcept : of_(kind::days), days_(days) {}

    constexpr kind of() const noexcept { return of_; }
    /// By days: the periods that they are gathered into.
    constexpr const calendar& days() const noexcept { return days_; }

    friend constexpr bool operator==(const tally_by&, const tally_by&) = default;

private:
    constexpr explicit tally_by(kind of) noexcept : of_(of) {}

    kind of_;
    calendar days_ = calendar::year;
};

inline constexpr tally_by tally_by::nothing(kind::nothing);
inline constexpr tally_by tally_by::group(kind::group);
inline constexpr tally_by tally_by::currency(kind::currency);
inline constexpr tally_by tally_by::year = calendar(calendar::year);
inline constexpr tally_by tally_by::quarter = calendar(calendar::quarter);
inline constexpr tally_by tally_by::month = calendar(calendar::month);

/// "nothing", "group", "currency", or the periods: "month", "fiscal-year:07".
inline std::string to_string(const tally_by& by) {
    switch (by.of()) {
    case tally_by::kind::nothing: return "nothing";
    case tally_by::kind::group: return "group";
    case tally_by::kind::currency: return "currency";
    case tally_by::kind::days: break;
    }
    return to_string(by.days());
}

/// The total of rows in one currency, under a key: the group's name, "2024" or "2024-05", or the currency's code; and
/// under a second key, if there is one.
struct tally_total {
    std::string key;
    money<> amount;
    std::uint64_t rows = 0;
    std::string then{};

    friend bool operator==(const tally_total&, const tally_total&) = default;
};

/// Sums of dated amounts by group, denomination and day, exact at any scale: the same in any order of rows, in any
/// partition, on any number of threads or machines, to the last bit of `state()`.
///
///     tally t({currencies::EUR, currencies::USD});
///     t.add({amounts, currency_indices, days});      // minor units; 0 is EUR, 1 is USD
///     t.merge(other);
///     converted_tally(t, currencies::EUR, rates).rounded();
///
/// A tally is what was added: equality and the state know nothing of indices, of names without rows, or of memory.
/// Amounts of one currency in two denominations stay apart until they are totalled.
class tally {
public:
    static constexpr std::uint64_t max_rows = INT64_MAX;
    static constexpr std::size_t max_denominations = 1 << 16;
    static constexpr std::size_t max_groups = (1 << 24) - 1;
    static constexpr std::size_t max_group_bytes = 1 << 16; ///< of a group's name
    /// The bytes that buckets may take if nothing else is said; half as many again while they are moved.
    static constexpr std::size_t default_memory = std::size_t{1} << 30;
    /// Days lie within the years that dates are written in.
    static constexpr std::chrono::sys_days first_day = std::chrono::year(1) / 1 / 1;
    static constexpr std::chrono::sys_days last_day = std::chrono::year(9999) / 12 / 31;

    /// Of nothing: the identity of `merge`.
    tally() : tally(std::vector<denomination>()) {}
    /// Denominations and groups in the order that columns count them in, from 0. `within` bounds the days.
    /// Throws limit_error.
    explicit tally(const std::vector<denomination>& denominations, const std::vector<std::string>& groups = {},
                   const std::optional<period>& within = std::nullopt, std::size_t memory = default_memory);

    /// The same by currencies, whose minor units are counted. Throws rounding_error, too.
    template <std::same_as<currency> Currency>
    explicit tally(const std::vector<Currency>& currencies, const std::vector<std::string>& groups = {},
                   const std::optional<period>& within = std::nullopt, std::size_t memory = default_memory)
        : tally(std::vector<denomination>(currencies.begin(), currencies.end()), groups, within, memory) {}

    /// One of nothing, with the same indices, days and memory.
    tally blank() const;

    /// Adds a denomination or a group unless it is known; its index either way. Throws limit_error.
    std::uint32_t add_denomination(const denomination& d);
    std::uint32_t add_group(std::string_view name);
    const std::vector<denomination>& denominations() const noexcept { return denominations_; }
    const std::vector<std::string>& groups() const noexcept { return groups_; }

    /// Adds rows: all of them, or none if it throws. A few instructions a row.
    /// \throws row_error for an index or a day outside its bounds, tally_error for columns of different lengths,
    /// limit_error beyond the memory given, 2^32 buckets or `max_rows`
    void add(const tally_columns& columns);
    /// Adds one amount, which is a whole number of its currency's minor units.
    /// \throws tally_error, limit_error, period_error for a date that does not exist
    void add(const money<>& amount, civil_day day, std::string_view group = {});
    // Compilers print the deleted line, and the remedy with it.
    // clang-format off
    void add(...) = delete; // add(m, day), or add({int64_t units, uint8_t to uint32_t indices, days of int32_t or sys_days})
    // clang-format on

    /// Adds what another tally holds. Associative and commutative. If it throws, nothing was added.
    /// \throws limit_error, tally_error for a day that this tally is not to have
    void merge(const tally& other);

    std::uint64_t rows() const noexcept { return rows_; }
    bool empty() const noexcept { return rows_ == 0; }
    /// Whether the same rows were added, as far as sums can tell.
    friend bool operator==(const tally& a, const tally& b) { return a.is_same(b); }

    /// Rows of one group, denomination and day. The name lives as long as the tally is not changed.
    struct bucket {
        std::string_view group;
        cambist::denomination denomination;
        std::chrono::sys_days day;
        detail::tally_sum held;

        std::uint64_t rows() const noexcept { return held.rows; }
        exact units() const;
        money<> amount() const { return {units() * denomination.unit(), denomination.currency}; }
    };
    /// Those that have rows, by group, denomination and day.
    std::vector<bucket> buckets() const;

    /// The same by indices: `use(detail::tally_key, detail::tally_sum)`.
    template <class Use>
    void for_each(Use use) const {
        buckets_.for_each(group_order(), denomination_order(), use);
    }

    /// Exact totals in the currencies they were in, by key, a second key, and currency; older units of one code apart
    /// (`unit_on`).
    std::vector<tally_total> totals(const tally_by& by = tally_by::nothing,
                                    const tally_by& then = tally_by::nothing) const;

    /// The tally as bytes, which are equal for equal tallies, on any machine. Numbers of more than a byte are LEB128:
    /// seven bits a byte, the lowest first, the high bit set on all but the last, without needless bytes.
    ///
    ///     8 bytes   "cmbtally"
    ///     1 byte    1, the version
    ///     number    of groups; then each: number of bytes, its name. In order of their bytes
    ///     number    of denominations; then each: the code in 7 bytes, filled up with 0; 1 byte, the minor unit's
    ///     digits
    ///               + 1, or 0 where there is none; 1 byte, the digits counted + 18. In order of these 9 bytes
    ///     number    of series; then each: number, the group; number, the denomination; number of buckets; then each:
    ///               number, days since 0001-01-01 (the first), or since the day of the one before, less one;
    ///               number of rows; number, the sum: 2n for n, 2n - 1 for -n. By group, denomination and day
    ///     8 bytes   CRC-64 (ECMA-182, reflected: as xz has it) of all before, the lowest byte first
    ///
    /// Groups, denominations, series and buckets that have no rows are not in it.
    std::string state() const;
    /// \throws tally_state_error for anything but what `state` writes; limit_error. Takes time and memory in proportion
    /// to the bytes.
    static tally from_state(std::string_view bytes, std::size_t memory = default_memory);

    /// The bytes that the buckets take. The limit is on them.
    std::size_t memory() const noexcept { return buckets_.bytes(); }

private:
    struct scratch;
    template <class Index>
    detail::tally_buckets::rows<Index> block_of(const tally_columns& columns, std::size_t at, std::size_t count,
                                                scratch& held) const;
    template <class Index>
    void add_block(const tally_columns& columns, std::size_t& added, scratch& held);
    template <class Index>
    void add_all(const tally_columns& columns);
    void reserve_days(const tally_columns& columns);
    [[noreturn]] void refuse_first_bad(const tally_columns& columns, std::size_t from) const;
    std::string objection(const tally_columns& columns, std::size_t row) const;
    std::string days_text() const;
    void count_rows(std::uint64_t more) const;
    detail::tally_buckets::extent names(std::int32_t first_day, std::int32_t last_day) const noexcept;
    template <class ForEach>
    void put(ForEach for_each_bucket);
    std::vector<std::uint32_t> group_order() const;
    std::vector<std::uint32_t> denomination_order() const;
    bool is_same(const tally& other) const;

    std::vector<denomination> denominations_{};
    std::vector<std::string> groups_{};
    std::map<denomination, std::uint32_t> denomination_numbers_{};
    std::map<std::string, std::uint32_t, std::less<>> group_numbers_{};
    std::int32_t first_ = 0; // of the days allowed
    std::int32_t last_ = 0;
    std::uint64_t rows_ = 0;
    std::uint64_t expected_ = 0; // buckets, at most: what was added, whatever it says of its rows
    detail::tally_buckets buckets_;
};

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/bulk/tally.ipp>
#endif
