// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: what a table is packed in, taken off.

#include <cambist/detail/config.hpp>

#include <string>
#include <string_view>

CAMBIST_BEGIN
namespace io {

/// The one file in a zip archive, what gzip made smaller, or gzip in zip; or the bytes themselves. A workbook is none.
/// `file` is what citations call it, with the name of the file inside behind it. \throws archive_error, also beyond
/// `max_unzipped_bytes`
class unpacked {
public:
    unpacked(std::string_view bytes, std::string file);

    std::string_view bytes() const noexcept { return bytes_; }
    const std::string& file() const noexcept { return file_; }

private:
    std::string own_{};
    std::string_view bytes_;
    std::string file_;
};

/// Whether it is a workbook of XLSX.
bool is_workbook(std::string_view bytes) noexcept;

} // namespace io
CAMBIST_END
