// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>

namespace program {

/// Exit statuses: the data cannot answer; the call or its input cannot be read.
inline constexpr int no_answer = 1;
inline constexpr int unusable = 2;

/// Ends the program with a status, for a reason that no error of the library is.
class ended : public std::runtime_error {
public:
    ended(const std::string& why, int status) : std::runtime_error(why), status_(status) {}
    int status() const noexcept { return status_; }

private:
    int status_;
};

/// The data was read, and is found wanting.
class found_wanting : public ended {
public:
    explicit found_wanting(const std::string& why) : ended(why, no_answer) {}
};

} // namespace program
