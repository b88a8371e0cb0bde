// SPDX-License-Identifier: MIT
#include "byte_source.hpp"

#include "../text/text.hpp"

#include <cambist/io/file.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <istream>
#include <memory>
#include <system_error>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

[[noreturn]] void refuse_read(const std::string& name, int why) {
    refuse<file_error>({name}, "cannot be read: " + std::generic_category().message(why));
}

} // namespace

byte_source open_file(const std::string& path) {
    const std::string name = path == "-" ? "standard input" : path;
    // A name with a NUL in it would open another file than it names.
    if (path.find('\0') != std::string::npos) refuse_read(name, EINVAL);
    std::shared_ptr<std::FILE> file(stdin, [](std::FILE*) {});
    if (path != "-") {
        std::FILE* const opened = std::fopen(path.c_str(), "rb");
        if (opened == nullptr) refuse_read(name, errno);
        file.reset(opened, std::fclose);
    }
    return {name, [file, name](char* into, std::size_t bytes) {
                const std::size_t count = std::fread(into, 1, bytes, file.get());
                if (std::ferror(file.get()) != 0) refuse_read(name, errno); // a directory opens, but does not read
                return count;
            }};
}

byte_source read_from(std::istream& stream, std::string name) {
    return {name, [&stream, name](char* into, std::size_t bytes) {
                stream.read(into, static_cast<std::streamsize>(bytes));
                if (stream.bad()) refuse<file_error>({name}, "cannot be read");
                return static_cast<std::size_t>(stream.gcount());
            }};
}

std::string read_beginning(byte_source& from, std::size_t bytes) {
    std::string beginning(bytes, '\0');
    beginning.resize(from.read(beginning.data(), bytes));
    from.read = [rest = beginning, ended = beginning.size() < bytes, more = from.read](char* into,
                                                                                       std::size_t wanted) mutable {
        const std::size_t held = std::min(rest.size(), wanted);
        std::copy_n(rest.begin(), held, into);
        rest.erase(0, held);
        return held == wanted || ended ? held : held + more(into + held, wanted - held);
    };
    return beginning;
}

} // namespace io
CAMBIST_END
