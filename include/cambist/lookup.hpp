// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/config.hpp>

#include <chrono>
#include <optional>
#include <string>

CAMBIST_BEGIN

/// Says in so many words that a look-up has no bound.
struct unbounded_t {};
inline constexpr unbounded_t unbounded{};

/// Which day's quote may answer for the day that is asked. The default is on or before, at most 7 days.
///
///     lookup::exactly()
///     lookup::on_or_before(std::chrono::days(3))
///     lookup::on_or_before(unbounded)
class lookup {
public:
    constexpr lookup() noexcept = default;

    /// The very day.
    static constexpr lookup exactly() noexcept { return lookup(std::chrono::days(0), kind::exactly); }
    /// The newest on or before the day, at most `max_age` older.
    static constexpr lookup on_or_before(std::chrono::days max_age) noexcept { return lookup(max_age, kind::on_or_before); }
    static constexpr lookup on_or_before(unbounded_t) noexcept { return lookup(std::nullopt, kind::on_or_before); }

    /// How old the answer may be; none where unbounded.
    constexpr const std::optional<std::chrono::days>& max_age() const noexcept { return max_age_; }
    constexpr bool is_exactly() const noexcept { return kind_ == kind::exactly; }

    friend constexpr bool operator==(const lookup&, const lookup&) = default;

    /// As the program takes it: "exactly", "on-or-before:7", "on-or-before:unbounded".
    friend std::string to_string(const lookup& l) {
        if (l.is_exactly()) return "exactly";
        return "on-or-before:" + (l.max_age_ ? std::to_string(l.max_age_->count()) : "unbounded");
    }

private:
    enum class kind : unsigned char { exactly, on_or_before };
    constexpr lookup(std::optional<std::chrono::days> max_age, kind k) noexcept : max_age_(max_age), kind_(k) {}

    std::optional<std::chrono::days> max_age_ = std::chrono::days(7);
    kind kind_ = kind::on_or_before;
};

CAMBIST_END
