// SPDX-License-Identifier: MIT
#pragma once

// Makes the system refuse threads: each takes address space for its stack.

#include <sys/resource.h>
#include <unistd.h>

#include <cstddef>
#include <fstream>

namespace support {

/// Whether a sanitizer takes address space of its own, and ends where it gets none.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool is_sanitized = true;
#elif defined(__has_feature)
#    if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool is_sanitized = true;
#    else
inline constexpr bool is_sanitized = false;
#    endif
#else
inline constexpr bool is_sanitized = false;
#endif

/// While it lives, the process gets so many bytes of address space more than it has.
class scarce_memory {
public:
    explicit scarce_memory(std::size_t room) {
        std::size_t pages = 0;
        std::ifstream("/proc/self/statm") >> pages;
        getrlimit(RLIMIT_AS, &before_);
        rlimit lower = before_;
        lower.rlim_cur = pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)) + room;
        setrlimit(RLIMIT_AS, &lower);
    }
    ~scarce_memory() { setrlimit(RLIMIT_AS, &before_); }
    scarce_memory(const scarce_memory&) = delete;
    scarce_memory& operator=(const scarce_memory&) = delete;

private:
    rlimit before_{};
};

} // namespace support
