// SPDX-License-Identifier: MIT
#include <cambist/io/file.hpp>

#include "text.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

CAMBIST_BEGIN
namespace io {
namespace {

struct closer {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};

[[noreturn]] void refuse_read(const std::string& path, int why) {
    refuse<file_error>({path}, "cannot be read: " + std::generic_category().message(why));
}

[[noreturn]] void refuse_size(const std::string& path) {
    refuse<file_error>({path}, "is larger than " + std::to_string(max_file_bytes) + " bytes; split it");
}

} // namespace

std::string read_file(const std::string& path) {
    const bool standard_input = path == "-";
    const std::string name = standard_input ? "standard input" : path;
    // A name with a NUL in it would open another file than it names.
    if (path.find('\0') != std::string::npos) refuse_read(name, EINVAL);
    std::unique_ptr<std::FILE, closer> opened;
    if (!standard_input) {
        opened.reset(std::fopen(path.c_str(), "rb"));
        if (opened == nullptr) refuse_read(name, errno);
    }
    std::FILE* const file = standard_input ? stdin : opened.get();

    // It may be a pipe, or grow; a directory opens, but does not read.
    std::error_code unknown;
    if (!standard_input && std::filesystem::file_size(path, unknown) > max_file_bytes && !unknown) refuse_size(name);
    std::string bytes;
    std::size_t size = 0;
    for (;;) {
        bytes.resize(std::clamp<std::size_t>(bytes.size() * 2, std::size_t{1} << 16, max_file_bytes + 1));
        size += std::fread(bytes.data() + size, 1, bytes.size() - size, file);
        if (std::ferror(file) != 0) refuse_read(name, errno);
        if (size > max_file_bytes) refuse_size(name);
        if (size < bytes.size()) break;
    }
    bytes.resize(size);
    return bytes;
}

} // namespace io
CAMBIST_END
