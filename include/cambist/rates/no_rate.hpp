// SPDX-License-Identifier: MIT
#pragma once

// Why quotes do not answer.

#include <cambist/numbers/error.hpp>

CAMBIST_BEGIN

/// No quote answers: the message names the pair, the day and the nearest day held.
class no_rate : public unanswered {
public:
    using unanswered::unanswered;
    error_kind kind() const noexcept override { return error_kind::no_rate; }
};

/// Quotes are held, but all are older than the look-up allows.
class stale_rate : public no_rate {
public:
    using no_rate::no_rate;
    error_kind kind() const noexcept override { return error_kind::stale_rate; }
};

/// An amount dated before its currency's first day of use, or after its last where no fixed ratio carries it on.
class not_in_use : public no_rate {
public:
    using no_rate::no_rate;
    error_kind kind() const noexcept override { return error_kind::not_in_use; }
};

/// Dated quotes or the law could answer if the day were known.
class day_required : public no_rate {
public:
    using no_rate::no_rate;
    error_kind kind() const noexcept override { return error_kind::day_required; }
};

/// Two quotes, or two ways of crossing, that say different things of one pair on one day.
class contradicting_rates : public unanswered {
public:
    using unanswered::unanswered;
    error_kind kind() const noexcept override { return error_kind::contradicting_rates; }
};

/// A quote that contradicts a ratio fixed by law on its day.
class unlawful_rate : public unanswered {
public:
    using unanswered::unanswered;
    error_kind kind() const noexcept override { return error_kind::unlawful_rate; }
};

CAMBIST_END
