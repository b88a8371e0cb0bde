// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: rows of any form, added up.

#include <cambist/io/form.hpp>
#include <cambist/io/rows.hpp>

#include "../files/byte_source.hpp"
#include "row_tally.hpp"

CAMBIST_BEGIN
namespace io {

/// As `tally_rows` does with `options.written`.
void add_rows_by(const form& by, const byte_source& file, const row_options& options, row_tally& into);

} // namespace io
CAMBIST_END
