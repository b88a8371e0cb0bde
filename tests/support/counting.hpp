// SPDX-License-Identifier: MIT
#pragma once

// Work is counted, never timed: how busy a machine is plays no part. tests/support/counting.cpp, which is in the
// program of the unit tests, replaces the global operator new.

#include <cstddef>

namespace support {

/// What a thread took from the heap.
struct allocations {
    std::size_t count = 0;
    std::size_t bytes = 0;
};

/// What the calling thread took until now.
allocations allocated();

/// Bytes that are held, of what the calling thread took, and the most there were since `count_most_held`.
struct holding {
    std::ptrdiff_t now = 0;
    std::ptrdiff_t most = 0;
};
holding held();
void count_most_held();

/// What `work` takes, in the calling thread.
template <class Work>
allocations allocated_by(Work work) {
    const allocations before = allocated();
    work();
    const allocations after = allocated();
    return {after.count - before.count, after.bytes - before.bytes};
}

/// The most that `work` holds at once, of what it takes in the calling thread.
template <class Work>
std::size_t most_held_by(Work work) {
    count_most_held();
    const std::ptrdiff_t before = held().now;
    work();
    return static_cast<std::size_t>(held().most - before);
}

} // namespace support
