// SPDX-License-Identifier: MIT
#include "counting.hpp"

#include <cstdlib>
#include <new>

namespace {

thread_local support::allocations counted;

void* counted_memory(std::size_t size) noexcept {
    ++counted.count;
    counted.bytes += size;
    return std::malloc(size != 0 ? size : 1);
}

} // namespace

support::allocations support::allocated() {
    return counted;
}

void* operator new(std::size_t size) {
    if (void* memory = counted_memory(size)) return memory;
    throw std::bad_alloc();
}
// The standard's default forwards to the one above; a sanitizer's does not, and would meet `free` with its own memory.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return counted_memory(size); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
