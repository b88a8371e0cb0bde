// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/error.hpp>

#include <cstdint>
#include <string>

CAMBIST_BEGIN
namespace io {

/// A file that cannot be read, or is larger than `max_file_bytes`.
class file_error : public error {
public:
    using error::error;
};

/// Text that is not UTF-8.
class encoding_error : public error {
public:
    using error::error;
};

/// Text that is not the table it should be: no header, a row too long or too short, a quote never closed; or a zip
/// archive, or a page of HTML, in its place.
class csv_error : public error {
public:
    using error::error;
};

/// Two lines for one thing.
class duplicate_error : public error {
public:
    using error::error;
};

/// The largest file that is read into memory.
inline constexpr std::uintmax_t max_file_bytes = std::uintmax_t{1} << 30;

/// All bytes of a file; "-" is standard input. \throws file_error
std::string read_file(const std::string& path);

} // namespace io
CAMBIST_END
