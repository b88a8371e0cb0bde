// SPDX-License-Identifier: MIT
#pragma once

// Instructions are counted by valgrind, which runs a program of costs (tests/costs/check.sh): it counts what is done
// within `measured`, and nothing else.

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <span>
#include <string_view>

namespace support {

/// Work that is to be counted, and how large it is at its smallest.
struct cost {
    std::string_view name;
    std::size_t size;
    /// Prepares work of a size, which is then done.
    std::function<std::function<void()>(std::size_t)> prepare;
};

/// `PROGRAM` lists the names; `PROGRAM NAME FACTOR` does that work, so many times as large as at its smallest.
int do_cost(int argc, char** argv, std::span<const cost> costs);

} // namespace support

extern "C" {
[[gnu::noinline]] inline void cambist_measured(const std::function<void()>& work) { work(); }
}

inline int support::do_cost(int argc, char** argv, std::span<const cost> costs) {
    if (argc != 3) {
        for (const cost& each : costs) std::printf("%.*s\n", static_cast<int>(each.name.size()), each.name.data());
        return 0;
    }
    for (const cost& each : costs) {
        if (each.name != argv[1]) continue;
        cambist_measured(each.prepare(each.size * std::strtoul(argv[2], nullptr, 10)));
        return 0;
    }
    std::fprintf(stderr, "no cost is called %s\n", argv[1]);
    return 1;
}
