// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: which file a path is, whatever it is called.

#include <cambist/detail/config.hpp>

#include <filesystem>
#include <string>

#include <sys/stat.h>

CAMBIST_BEGIN
namespace io {

/// The file that a path leads to, through links of links; the last may lead to what is not there.
inline std::filesystem::path followed(std::filesystem::path path) {
    constexpr int most_links = 40; // as the system has it; a path of more, or of a circle, was refused before
    std::error_code none;
    for (int i = 0; i < most_links && std::filesystem::is_symlink(path, none); ++i)
        path = path.parent_path() / std::filesystem::read_symlink(path, none);
    return path;
}

/// The folder that a file is in, or would be.
inline std::string folder_of(const std::filesystem::path& file) {
    return file.has_parent_path() ? file.parent_path().string() : ".";
}

inline bool is_same_file(const struct stat& a, const struct stat& b) noexcept {
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

} // namespace io
CAMBIST_END
