// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: zip archives, by libzip.

#include <cambist/io/file.hpp>

#include <string>
#include <string_view>

CAMBIST_BEGIN
namespace io {

constexpr bool is_zip(std::string_view bytes) noexcept {
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

struct unzipped {
    std::string name;
    std::string bytes;
};

/// The file inside an archive of one, its checksum verified. \throws archive_error
unzipped unzip(std::string_view archive, const std::string& file);

} // namespace io
CAMBIST_END
