// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: text with parts in braces, "S$ per {unit} units of {base}".

#include <cambist/detail/config.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

CAMBIST_BEGIN
namespace io {

/// Text as it is compared: in lower case (of ASCII), without blanks.
std::string folded(std::string_view text);

/// Whether two are one, but for case and blanks.
inline bool is_same_heading(std::string_view a, std::string_view b) { return folded(a) == folded(b); }

class pattern {
public:
    /// \throws parse_error for a brace that is not closed, a part without a name, more than 32, or two parts side by
    /// side of which not one is digits, as {base}{unit}
    explicit pattern(std::string_view text);

    struct found {
        std::string name;
        std::string text; ///< without blanks around it
    };
    using day_test = std::function<bool(std::string_view)>;

    /// The parts of a text that is as the pattern, but for case and blanks. Each is as short as those behind it let it
    /// be, the first before the second: "{x} {year}" of "Plan B 2025" is "Plan B" and "2025". In a text of more than
    /// 200 bytes each is as short as it can be, or nothing is found; then it is linear for each part, else quadratic.
    /// Where `is_day` is given, a {date} is what it says yes to.
    std::optional<std::vector<found>> match(std::string_view text, const day_test& is_day = {}) const;

    /// What its parts are called.
    std::vector<std::string_view> names() const {
        std::vector<std::string_view> all;
        for (const part& each : parts_) all.push_back(each.name);
        return all;
    }

private:
    class matching;
    struct part {
        std::string name;
        std::string before; // what stands before it; nothing, behind another, where digits end or begin
    };
    std::vector<part> parts_{};
    std::string after_{};
};

/// What the first pattern that fits finds.
std::optional<std::vector<pattern::found>> match_first(const std::vector<pattern>& patterns, std::string_view text,
                                                       const pattern::day_test& is_day = {});

} // namespace io
CAMBIST_END
