// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace program {

/// Text as HTML shows it, in elements and in quoted attributes, with the replacement character for each byte that is no
/// UTF-8 and each control that could turn or hide what is shown.
std::string escaped(std::string_view text);

/// A page in English that needs nothing from elsewhere, to the beginning of its body; `style` is CSS of its own beside
/// what pages share. It ends with `page_end`.
std::string page_head(std::string_view title, std::string_view style);
extern const std::string_view page_end;

/// A table that scrolls by itself where it is wider than a phone.
std::string scrolling(std::string_view label, std::string_view table);

} // namespace program
