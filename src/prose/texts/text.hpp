// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/prose/parse.hpp>

#include <string_view>

namespace cambist_prose {

using namespace cambist;

/// All that a text says.
prose::reading read_text(std::string_view text, const prose::language& in, const prose::reading_options& policy);

/// One expression and nothing else.
figure read_expression(std::string_view text, const prose::language& in, const prose::reading_options& policy);

/// \throws argument_error where a figure does not stand in the text
void require_in(std::string_view text, const prose::find& f);

} // namespace cambist_prose
