// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/money/currency.hpp>
#include <cambist/numbers/interval.hpp>
#include <cambist/numbers/rounding.hpp>
#include <cambist/text/scale.hpp>

#include <string>
#include <string_view>

CAMBIST_BEGIN

/// What numbers that stand beside each other are told in, once for all of them: the scale word in which the largest has
/// four digits or more before the point; else the currency itself, to so many digits.
///
///     const common_scale in(27'881'650'000, currencies::EUR, 2);
///     in.name();                       // "millions of EUR"
///     in.text(27'881'650'000);         // "27,882"
///     in.amount(27'881'650'000);       // "27,882 million EUR"
class common_scale {
public:
    common_scale(const exact& largest, const currency& of, int digits);

    const exact& size() const noexcept { return size_; }
    /// "millions of EUR".
    std::string name() const { return in(word_ != nullptr ? word_->plural : "", " of "); }
    /// "m EUR".
    std::string sign() const { return in(word_ != nullptr ? word_->sign : "", " "); }
    std::string text(const exact& amount, rounding mode = rounding::half_even) const;
    /// Both ends rounded outward: "27,881–27,883", "27,881 or more".
    std::string range(const interval& known, std::string_view between = "–") const;
    /// "27,882 million EUR".
    std::string amount(const exact& x) const { return text(x) + " " + in(word_ != nullptr ? word_->word : "", " "); }

private:
    std::string in(std::string_view word, std::string_view between) const {
        return word_ == nullptr ? code_ : std::string(word).append(between) + code_;
    }

    exact size_ = 1;
    const scale* word_ = nullptr;
    int digits_;
    std::string code_;
};

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/text/common_scale.ipp>
#endif
