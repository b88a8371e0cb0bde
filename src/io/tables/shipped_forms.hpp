// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: the text of the forms that come with the library.

#include <cambist/detail/config.hpp>

#include <string_view>
#include <vector>

CAMBIST_BEGIN
namespace io {

struct form_text {
    std::string_view name;
    std::string_view toml;
};

/// In the order of their names.
const std::vector<form_text>& form_texts();

} // namespace io
CAMBIST_END
