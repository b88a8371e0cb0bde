// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/config.hpp>

#include <concepts>
#include <string>
#include <string_view>

CAMBIST_BEGIN
namespace detail {

// "1 day", "2 days"
std::string counted(std::integral auto count, std::string_view noun) {
    return std::to_string(count).append(" ").append(noun).append(count == 1 ? "" : "s");
}

} // namespace detail
CAMBIST_END
