// SPDX-License-Identifier: MIT
#include <cambist/io/file_writer.hpp>

#include "../text/text.hpp"
#include "file_place.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

constexpr std::string_view input_names[] = {"-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"};
constexpr std::string_view output_names[] = {"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"};

bool is_standard_input(std::string_view path) noexcept {
    return std::find(std::begin(input_names), std::end(input_names), path) != std::end(input_names);
}

// What a file is: its number on its device; or, where there is none yet, its folder's, and its name.
using identity = std::tuple<dev_t, ino_t, std::string>;

struct known_file {
    std::optional<identity> is{}; // none of a device, and of what is nowhere
    bool is_stream = false;       // which can be read but once
};

known_file known(const std::string& path, int standard) {
    struct stat found {};
    const bool is_there = standard >= 0 ? fstat(standard, &found) == 0 : stat(path.c_str(), &found) == 0;
    if (is_there) {
        const bool is_device = S_ISCHR(found.st_mode) || S_ISBLK(found.st_mode);
        if (is_device) return {};
        return {identity{found.st_dev, found.st_ino, ""}, !S_ISREG(found.st_mode) && !S_ISDIR(found.st_mode)};
    }
    if (standard >= 0) return {};
    const std::filesystem::path target = followed(path);
    if (stat(folder_of(target).c_str(), &found) != 0) return {};
    return {identity{found.st_dev, found.st_ino, target.filename().string()}};
}

// `other` is what it is called where it is an input, or the first output.
[[noreturn]] void refuse_shared(const std::string& path, const std::string& other, const char* what) {
    refuse<file_error>({path}, what + (other == path ? "" : "; it is " + other + " too"));
}

} // namespace

bool is_standard_output(std::string_view path) noexcept {
    return std::find(std::begin(output_names), std::end(output_names), path) != std::end(output_names);
}

void check_files(std::span<const std::string> inputs, std::span<const std::string> outputs) {
    std::map<identity, std::string> read;
    bool is_standard_read = false;
    for (const std::string& path : inputs) {
        const bool is_standard = is_standard_input(path);
        if (is_standard && std::exchange(is_standard_read, true))
            refuse<file_error>({"standard input"}, "can be read but once; name it once");
        const known_file file = known(path, is_standard ? STDIN_FILENO : -1);
        if (!file.is) continue;
        const bool is_new = read.try_emplace(*file.is, path).second;
        if (!is_new && file.is_stream) refuse<file_error>({path}, "can be read but once; name it once");
    }
    std::map<identity, std::string> written;
    bool is_standard_written = false;
    for (const std::string& path : outputs) {
        const bool is_standard = is_standard_output(path);
        if (is_standard && std::exchange(is_standard_written, true))
            refuse<file_error>({"standard output"}, "two outputs would go there; name a file for one of them");
        const known_file file = known(path, is_standard ? STDOUT_FILENO : -1);
        if (!file.is) continue;
        if (const auto input = read.find(*file.is); input != read.end())
            refuse_shared(path, input->second, "is an input, which would be lost; name another file to write");
        if (const auto [other, is_new] = written.try_emplace(*file.is, path); !is_new)
            refuse_shared(path, other->second, "two outputs would be this one file; name another for one of them");
    }
}

} // namespace io
CAMBIST_END
