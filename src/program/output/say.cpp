// SPDX-License-Identifier: MIT
#include "output/say.hpp"

#include "output/status.hpp"

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace program {

namespace {

[[noreturn]] void refuse_output(int why) {
    throw ended("standard output: cannot be written: " + std::generic_category().message(why) +
                    "; what was printed is not whole",
                unusable);
}

} // namespace

void put(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) refuse_output(errno);
}

void flush_results() {
    if (std::fflush(stdout) != 0) refuse_output(errno);
    if (std::ferror(stdout) != 0) refuse_output(EIO);
}

} // namespace program
