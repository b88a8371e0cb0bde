// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: text of other encodings, by iconv.

#include <cambist/detail/config.hpp>

#include <string>
#include <string_view>

CAMBIST_BEGIN
namespace io {

/// The text in UTF-8, without a byte order mark. A mark is believed; else the encoding is the one named, or UTF-8.
/// \throws encoding_error for a name that iconv does not know, and where a byte is none of the encoding's
std::string to_utf8(std::string_view text, const std::string& encoding, const std::string& file);

} // namespace io
CAMBIST_END
