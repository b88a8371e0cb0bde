// SPDX-License-Identifier: MIT
#include <cambist/io/file.hpp>

#include "byte_source.hpp"
#include "text.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

CAMBIST_BEGIN
namespace io {
namespace {

[[noreturn]] void refuse_size(const std::string& path) {
    refuse<file_error>({path}, "is larger than " + std::to_string(max_file_bytes) + " bytes; split it");
}

} // namespace

std::string read_file(const std::string& path) {
    const byte_source from = open_file(path);
    // It may be a pipe, or grow.
    std::error_code unknown;
    if (path != "-" && std::filesystem::file_size(path, unknown) > max_file_bytes && !unknown) refuse_size(from.name);
    std::string bytes;
    std::size_t size = 0;
    do {
        bytes.resize(std::clamp<std::size_t>(bytes.size() * 2, std::size_t{1} << 16, max_file_bytes + 1));
        size += from.read(bytes.data() + size, bytes.size() - size);
        if (size > max_file_bytes) refuse_size(from.name);
    } while (size == bytes.size());
    bytes.resize(size);
    return bytes;
}

} // namespace io
CAMBIST_END
