// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: what most cells of many rows are, read without copying it.

#include <cambist/io/form.hpp>
#include <cambist/numbers/detail/numeral.hpp>

#include "cells.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <map>
#include <string>
#include <string_view>

CAMBIST_BEGIN
namespace io {

/// Numbers of few digits, and days and codes that stood there before. All else is for the form's own readers, which say
/// the same of these.
class cell_memory {
public:
    explicit cell_memory(const form& by)
        : decimal_(by.decimal == "," ? ',' : '.'), is_named_(!by.decimal.empty()), is_rounded_(by.digits != 0) {}

    /// As a plain numeral, until the next is asked for; empty where it is any other text.
    std::string_view number(const cell& of) noexcept {
        if (of.plain || is_rounded_ || of.text.size() > number_.size()) return {};
        std::size_t digits = 0;
        std::size_t mark = 0;
        for (std::size_t i = 0; i < of.text.size(); ++i) {
            const char c = of.text[i];
            number_[i] = c;
            if (cambist::detail::is_digit(c)) {
                ++digits;
            } else if (c == decimal_ && mark == 0 && digits != 0) {
                number_[mark = i] = '.';
            } else if (c != '-' || i != 0) {
                return {};
            }
        }
        const std::size_t decimals = mark == 0 ? 0 : of.text.size() - mark - 1;
        const bool is_unclear = mark != 0 && (decimals == 0 || (!is_named_ && decimals == 3));
        return digits == 0 || is_unclear ? std::string_view() : std::string_view(number_.data(), of.text.size());
    }

    /// The day of a text, by `read` where it is new.
    template <class Read>
    std::int32_t day(std::string_view text, const Read& read) {
        std::array<std::uint64_t, 2> key{};
        if (text.empty() || text.size() > sizeof(key) || text.find('\0') != std::string_view::npos) return read();
        std::memcpy(key.data(), text.data(), text.size());
        day_met& met = days_[((key[0] ^ (key[1] * 31)) * 0x9e3779b97f4a7c15u) >> 54];
        if (met.key != key) met = {key, read()};
        return met.day;
    }

    /// The code that a text stands for, by `read` where it is new.
    template <class Read>
    const std::string& code(std::string_view text, const Read& read) {
        constexpr std::size_t most = 1'000;
        const auto known = codes_.find(text);
        if (known != codes_.end()) return known->second;
        if (codes_.size() == most) codes_.clear();
        return codes_.emplace(text, read()).first->second;
    }

private:
    struct day_met {
        std::array<std::uint64_t, 2> key{}; // its bytes, none of them 0
        std::int32_t day = 0;
    };

    char decimal_;
    bool is_named_;
    bool is_rounded_;
    std::array<char, 19> number_{};
    std::array<day_met, 1024> days_{};
    std::map<std::string, std::string, std::less<>> codes_{};
};

} // namespace io
CAMBIST_END
