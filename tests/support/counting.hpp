// SPDX-License-Identifier: MIT
#pragma once

// Work is counted, never timed: how busy a machine is plays no part. tests/support/counting.cpp, which is in the program
// of the unit tests, replaces the global operator new.

#include <cstddef>

namespace support {

/// What a thread took from the heap.
struct allocations {
    std::size_t count = 0;
    std::size_t bytes = 0;
};

/// What the calling thread took until now.
allocations allocated();

/// What `work` takes, in the calling thread.
template <class Work>
allocations allocated_by(Work work) {
    const allocations before = allocated();
    work();
    const allocations after = allocated();
    return {after.count - before.count, after.bytes - before.bytes};
}

} // namespace support
