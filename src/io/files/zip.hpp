// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: zip archives, by libzip.

#include <cambist/io/file.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

CAMBIST_BEGIN
namespace io {

constexpr bool is_zip(std::string_view bytes) noexcept {
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

/// An archive of several files, whose bytes have to live as long.
class zip_archive {
public:
    /// \throws archive_error
    zip_archive(std::string_view bytes, std::string file);
    ~zip_archive();
    zip_archive(const zip_archive&) = delete;
    zip_archive& operator=(const zip_archive&) = delete;

    std::size_t size() const noexcept;
    /// \throws archive_error for a name that is none
    std::string name(std::size_t number) const;
    bool has(const std::string& name) const noexcept;
    /// The file of that name or number, its checksum verified. \throws archive_error, also beyond `max_unzipped_bytes`
    std::string read(const std::string& name) const;
    std::string read(std::size_t number) const;

private:
    struct handle;
    std::unique_ptr<handle> of_;
};

struct unzipped {
    std::string name;
    std::string bytes;
};

/// The file inside an archive of one, its checksum verified. \throws archive_error
unzipped unzip(std::string_view archive, const std::string& file);

} // namespace io
CAMBIST_END
