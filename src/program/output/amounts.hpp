// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/exact.hpp>
#include <cambist/text/short_form.hpp>

#include <string>

namespace program {

/// "157000000000000/9211", and "2026420000" for an integer.
inline std::string exact_text(const cambist::exact& x) { return x.is_integer() ? to_string(x) : to_fraction(x); }

} // namespace program
