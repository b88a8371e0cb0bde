// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace program {

/// Text that is one field of CSV, printable, which a spreadsheet takes for text and never for a formula.
std::string csv_field(std::string text);

} // namespace program
