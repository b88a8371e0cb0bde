// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: how a form has numbers and days written.

#include <cambist/io/form.hpp>
#include <cambist/numbers/exact.hpp>

#include "../text/days.hpp"
#include "cells.hpp"

#include <chrono>
#include <string>
#include <string_view>

CAMBIST_BEGIN
namespace io {

/// Reads the text of cells. Errors count from the text's beginning, and end with what in the form would mend it.
class cell_text {
public:
    /// \throws parse_error for a pattern of days that has a letter that is none
    explicit cell_text(const form& by);

    /// Whether a cell is one of the form's missing marks, or empty.
    bool says_nothing(const cell& of) const noexcept;

    struct number {
        std::string plain{}; ///< as `parse_numeral` reads it
        std::string sign{};  ///< the currency's sign or code that was glued to it
        exact value{};
        int decimals = 0;
    };
    /// \throws parse_error, limit_error
    number read_number(const cell& of) const;

    /// \throws date_error
    std::chrono::sys_days read_day(std::string_view text, bool plain = false) const;

    /// Whether it is a day as `read_day` reads it.
    bool is_day(std::string_view text) const;

    /// All days that a cell means by the form's patterns, or as 2024, 2024-05 or 2024-05-29. \throws date_error
    period read_days(std::string_view text, bool plain = false) const;
    /// A period by the form's patterns, or as `period_in` has it. \throws date_error
    period read_period(std::string_view text, bool is_fiscal) const;

private:
    std::optional<period> one_period(std::string_view text, bool is_fiscal) const;
    std::optional<period> by_patterns(std::string_view text) const;
    [[noreturn]] void refuse_day(std::string_view text) const;
    std::string plain_digits(std::string_view text, std::string_view whole) const;
    void check_groups(const std::vector<std::size_t>& groups, std::string_view whole) const;

    const form& by_;
    fiscal_years fiscal_{};
};

/// The numeral rounded to significant digits, as a workbook keeps them: "0.33750000000000002" by 15 is "0.3375".
/// It has only digits, a point, a minus and an exponent.
cell_text::number rounded_number(std::string_view plain, int digits);

} // namespace io
CAMBIST_END
