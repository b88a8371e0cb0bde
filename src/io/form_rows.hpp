// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: rows of any form, added up.

#include <cambist/io/form.hpp>
#include <cambist/io/rows.hpp>

#include <string>
#include <vector>

CAMBIST_BEGIN
namespace io {

/// As `tally_rows` does with `options.written`.
tally tally_rows_by(const form& by, const std::vector<std::string>& files, const row_options& options);

} // namespace io
CAMBIST_END
