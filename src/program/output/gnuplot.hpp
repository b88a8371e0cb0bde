// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace program {

/// The longest that gnuplot may draw, and the most bytes that a picture may have.
inline constexpr std::chrono::seconds max_drawing_time{60};
inline constexpr std::size_t max_picture_bytes = std::size_t{1} << 26;

/// What gnuplot writes to standard output by a script, started without the user's own settings. \throws ended where it
/// is not here, fails, takes longer or writes more
std::string run_gnuplot(const std::string& script, std::chrono::milliseconds longest = max_drawing_time);

} // namespace program
