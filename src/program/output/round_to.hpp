// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/cambist.hpp>

#include <optional>
#include <string>

namespace program {

using namespace cambist;

/// What `--round` says, of one currency: how results are rounded, and with how many decimals they are shown.
class round_to {
public:
    /// Not at all.
    round_to() = default;
    /// "minor", "none", "cash", a number of decimals, or a step: "0.05", or from one on "step:5".
    /// \throws parse_error, rounding_error where the currency has no minor unit, or no rule for cash
    round_to(const std::string& text, const currency& of);

    bool rounds() const noexcept { return step_.has_value(); }
    bool is_cash() const noexcept { return is_cash_; }
    /// Whether it is cash or a step, rather than decimals.
    bool is_by_step() const noexcept { return is_by_step_; }
    const std::optional<int>& digits() const noexcept { return digits_; }
    const step& unit() const noexcept { return *step_; }

    exact rounded(const exact& x, rounding mode) const { return step_ ? round(x, *step_, mode).rounded : x; }
    exact residue(const exact& x, rounding mode) const { return x - rounded(x, mode); }
    /// Rounded, as text; none where nothing is.
    std::optional<std::string> decimal(const exact& x, rounding mode) const;
    /// Rounded, with groups of digits.
    std::string shown(const exact& x, rounding mode) const;

private:
    std::optional<step> step_{};
    std::optional<int> digits_{};
    bool is_cash_ = false;
    bool is_by_step_ = false;
};

} // namespace program
