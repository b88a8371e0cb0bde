// error: a compact number needs a significant digit
// SPDX-License-Identifier: MIT
#include <cambist/text/format_money.hpp>
#include <fmt/format.h>

using namespace cambist;

std::string shown() { return fmt::format("{:.0c}", 15.7_EUR); }
