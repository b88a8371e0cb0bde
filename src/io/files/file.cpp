// SPDX-License-Identifier: MIT
#include <cambist/io/file.hpp>

#include "../text/text.hpp"
#include "byte_source.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

CAMBIST_BEGIN
namespace io {
namespace {

[[noreturn]] void refuse_size(const std::string& path) {
    refuse<file_error>({path}, "is larger than " + std::to_string(max_file_bytes) + " bytes; split it");
}

} // namespace

std::string read_file(const std::string& path) {
    const byte_source from = open_file(path);
    std::error_code unknown;
    const std::uintmax_t stated = path == "-" ? 0 : std::filesystem::file_size(path, unknown);
    const std::uintmax_t known = unknown ? 0 : stated;
    if (known > max_file_bytes) refuse_size(from.name);
    return read_whole(from, static_cast<std::size_t>(known));
}

std::string read_whole(const byte_source& from, std::size_t expected) {
    // It may be a pipe, or grow: memory is taken as bytes come, and not for what might.
    constexpr std::size_t usual = std::size_t{1} << 16;
    std::vector<std::string> blocks;
    std::size_t size = 0;
    for (std::size_t room = expected + 1;; room = std::clamp(size / 4, usual, 256 * usual)) {
        std::string& block = blocks.emplace_back(room, '\0');
        block.resize(from.read(block.data(), room));
        size += block.size();
        if (size > max_file_bytes) refuse_size(from.name);
        if (block.size() < room) break;
    }
    if (blocks.size() == 1) return std::move(blocks.front());
    std::string bytes;
    bytes.reserve(size);
    for (std::string& each : blocks) bytes += std::exchange(each, {});
    return bytes;
}

} // namespace io
CAMBIST_END
