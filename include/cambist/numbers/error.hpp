// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/names.hpp>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <utility>

CAMBIST_BEGIN

/// Where something stands in a text or file. Lines and columns count from 1; columns count bytes; 0 is unknown.
struct citation {
    std::string file{};
    std::size_t line = 0;
    std::size_t column = 0;

    friend bool operator==(const citation&, const citation&) = default;
};

/// "rates.csv:12:5", with what is known of it; empty when nothing is.
std::string to_string(const citation& where);

namespace detail {

/// Text for a message: at most 40 bytes of it, in quotes, with what would not show as escapes.
std::string quoted(std::string_view text);

} // namespace detail

/// What went wrong, for programs: one for each class of errors, and never another. docs/errors.md says what each means.
enum class error_kind : std::uint8_t {
    no_rate, ///< unanswered
    stale_rate,
    not_in_use,
    day_required,
    missing_rates,
    contradicting_rates,
    unlawful_rate,
    no_index,
    index,
    phasing,
    portfolio,
    valuation,
    parse, ///< unreadable
    date,
    limit,
    depth,
    currency,
    rate,
    language,
    file,
    encoding,
    csv,
    xml,
    doctype,
    toml,
    json,
    journal,
    archive,
    duplicate,
    tally_state,
    plan_write,
    minor_unit,
    argument, ///< misuse
    division_by_zero,
    rounding,
    interval,
    period,
    currency_mismatch,
    translation,
    weights,
    inexact_split,
    tally,
    row
};

template <>
inline constexpr auto names_of<error_kind> = name_table(
    "no_rate", "stale_rate", "not_in_use", "day_required", "missing_rates", "contradicting_rates", "unlawful_rate",
    "no_index", "index", "phasing", "portfolio", "valuation", "parse", "date", "limit", "depth", "currency", "rate",
    "language", "file", "encoding", "csv", "xml", "doctype", "toml", "json", "journal", "archive", "duplicate",
    "tally_state", "plan_write", "minor_unit", "argument", "division_by_zero", "rounding", "interval", "period",
    "currency_mismatch", "translation", "weights", "inexact_split", "tally", "row");
constexpr std::string_view to_string(error_kind value) noexcept { return name_of(value); }

/// What an error is about, as its class derives: the data cannot say; text, a file or a value cannot be read; the call
/// makes no sense in itself.
enum class error_family : std::uint8_t { unanswered, unreadable, misuse };

template <>
inline constexpr auto names_of<error_family> = name_table("unanswered", "unreadable", "misuse");
constexpr std::string_view to_string(error_family value) noexcept { return name_of(value); }

/// For a service, which has an answer for each: not found, a bad request, a fault of ours.
constexpr error_family family_of(error_kind kind) noexcept {
    if (kind < error_kind::parse) return error_family::unanswered;
    return kind < error_kind::argument ? error_family::unreadable : error_family::misuse;
}

static_assert(names_of<error_kind>.size() == static_cast<std::size_t>(error_kind::row) + 1);

/// The base of every exception the library throws, but for std::bad_alloc. `what()` names the thing, where it stands
/// and what to do; `kind()` tells a program, which then needs one catch clause.
///
///     catch (const cambist::error& e) { log(to_string(e.kind()), e.what()); }
///
class error : public std::exception {
public:
    explicit error(std::string message);

    const char* what() const noexcept override { return what_.c_str(); }
    virtual error_kind kind() const noexcept = 0;
    /// The reason, without the place.
    const std::string& message() const noexcept { return message_; }
    /// The place, as far as it is known.
    const citation& where() const noexcept { return where_; }

    /// Adds the place, for whoever knows it: `catch (error& e) { e.locate({"plans.toml", 3, 7}); throw; }`
    void locate(citation where);

private:
    std::string message_;
    std::string what_;
    citation where_{};
};

/// What was asked is clear, and the data cannot say.
class unanswered : public error {
public:
    using error::error;
};

/// Text, a file or a value that cannot be read (or be written as what can), or is beyond a limit.
class unreadable : public error {
public:
    using error::error;
};

/// A call that makes no sense in itself, whatever the data.
class misuse : public error {
public:
    using error::error;
};

/// Text that does not follow the grammar of what was asked for.
class parse_error : public unreadable {
public:
    /// `offset` counts bytes from the start of the text; `found` is what stood there (empty: the end).
    parse_error(std::string expected, std::string found, std::size_t offset);

    error_kind kind() const noexcept override { return error_kind::parse; }
    const std::string& expected() const noexcept { return expected_; }
    const std::string& found() const noexcept { return found_; }
    std::size_t offset() const noexcept { return offset_; }

private:
    std::string expected_;
    std::string found_;
    std::size_t offset_;
};

/// An input beyond one of the library's named limits (`max_digits`, `max_exponent`, ...).
class limit_error : public unreadable {
public:
    using unreadable::unreadable;
    error_kind kind() const noexcept override { return error_kind::limit; }
};

/// Arguments that do not fit together: rows of a table that are not whole, two reports by different keys.
class argument_error : public misuse {
public:
    using misuse::misuse;
    error_kind kind() const noexcept override { return error_kind::argument; }
};

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/numbers/error.ipp>
#endif
