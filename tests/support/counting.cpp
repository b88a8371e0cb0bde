// SPDX-License-Identifier: MIT
#include "counting.hpp"

#include <algorithm>
#include <cstdlib>
#include <new>

namespace {

thread_local support::allocations counted;
thread_local support::holding counted_held;

// Before each piece of memory stands how long it is.
constexpr std::size_t head = alignof(std::max_align_t);
static_assert(sizeof(std::size_t) <= head);

void* counted_memory(std::size_t size) noexcept {
    ++counted.count;
    counted.bytes += size;
    void* memory = std::malloc(head + size);
    if (memory == nullptr) return nullptr;
    *static_cast<std::size_t*>(memory) = size;
    counted_held.now += static_cast<std::ptrdiff_t>(size);
    counted_held.most = std::max(counted_held.most, counted_held.now);
    return static_cast<char*>(memory) + head;
}

void free_counted(void* memory) noexcept {
    if (memory == nullptr) return;
    void* whole = static_cast<char*>(memory) - head;
    counted_held.now -= static_cast<std::ptrdiff_t>(*static_cast<std::size_t*>(whole));
    std::free(whole);
}

} // namespace

support::allocations support::allocated() { return counted; }
support::holding support::held() { return counted_held; }
void support::count_most_held() { counted_held.most = counted_held.now; }

void* operator new(std::size_t size) {
    if (void* memory = counted_memory(size)) return memory;
    throw std::bad_alloc();
}
// The standard's default forwards to the one above; a sanitizer's does not, and would meet memory of its own.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return counted_memory(size); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { free_counted(memory); }
void operator delete(void* memory) noexcept { free_counted(memory); }
void operator delete(void* memory, std::size_t) noexcept { free_counted(memory); }
