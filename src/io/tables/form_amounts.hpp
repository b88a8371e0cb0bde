// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: amounts as the cells of tables have them, by a form's marks and names.

#include "form_columns.hpp"

#include <cambist/figures/figure.hpp>
#include <cambist/money/currency.hpp>

#include <optional>
#include <string>
#include <string_view>

CAMBIST_BEGIN
namespace io {

/// What a number is of, as far as something says it: "£m", "in thousands of USD", "1000", "EUR".
struct amount_unit {
    int power = 0; ///< of ten
    std::optional<currency> of{};

    bool says_nothing() const noexcept { return power == 0 && !of; }
};

/// The power of ten that a scale word means, "Mio" or "thousand", or a numeral such as 1000; none for another text.
std::optional<int> power_named(std::string_view word);

/// How to mend a cell whose number, of the currency `code`, has `sign` beside it, which is not that: "say what ...".
std::string mend_of_sign(std::string_view sign, std::string_view code, std::string_view cell);

/// Reads cells of amounts as `parse_figure` reads text, but with the form's marks and names: "1.234.567,89 EUR",
/// "5 Mio EUR", "(5,000)", "$91-93 bn", "~$53", "at least 2 m", "94+". Numbers are read digit by digit, as
/// `cell_text::read_number` does.
class amount_cells {
public:
    amount_cells(const form_columns& rows, const currency_set& accepted) : rows_(rows), accepted_(accepted) {}

    /// The currency that a text names; none for what is none.
    std::optional<currency> currency_in(std::string_view text) const;
    /// \throws parse_error for what is no unit, with the form's line that says it
    amount_unit unit_in(std::string_view text) const;
    /// The power of ten of a scale word or of a numeral such as 1000; none for another text.
    std::optional<int> power_of(std::string_view word) const;

    /// `unit` is what the cell's number is of where it does not say so itself; the form says whether it is one of minor
    /// units, and what it says rather than what was rounded to it. \throws parse_error, currency_error, limit_error
    figure read(const said& cell, const amount_unit& unit, const form& by) const;

private:
    struct cell_parts;
    static cell_parts parts_of(std::string_view text);
    amount_unit own_unit(const cell_parts& parts, const std::string& whole) const;
    amount_unit joined(const amount_unit& own, const amount_unit& table, const std::string& whole) const;

    const form_columns& rows_;
    const currency_set& accepted_;
};

} // namespace io
CAMBIST_END
