// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace program {

/// Text as HTML shows it, in elements and in quoted attributes, with the replacement character for each byte that is no
/// UTF-8 and each control that could turn or hide what is shown.
std::string escaped(std::string_view text);

} // namespace program
