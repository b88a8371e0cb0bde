// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/config.hpp>

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>
#include <type_traits>
#include <utility>

CAMBIST_BEGIN
namespace detail {

/// An array of zeros, whose memory is not used before it is written to: what `std::vector` would fill at once.
template <class T>
requires std::is_trivially_copyable_v<T>
class zeroed_array {
public:
    zeroed_array() = default;
    /// Throws std::bad_alloc.
    explicit zeroed_array(std::size_t size) : data_(static_cast<T*>(std::calloc(size, sizeof(T)))), size_(size) {
        if (data_ == nullptr && size != 0) throw std::bad_alloc();
    }
    zeroed_array(const zeroed_array& other) : zeroed_array(other.size_) {
        if (size_ != 0) std::memcpy(data_, other.data_, size_ * sizeof(T));
    }
    zeroed_array(zeroed_array&& other) noexcept
        : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
    zeroed_array& operator=(zeroed_array other) noexcept {
        std::swap(data_, other.data_);
        std::swap(size_, other.size_);
        return *this;
    }
    ~zeroed_array() { std::free(data_); }

    T* data() noexcept { return data_; }
    const T* data() const noexcept { return data_; }
    std::size_t size() const noexcept { return size_; }
    bool empty() const noexcept { return size_ == 0; }
    T& operator[](std::size_t i) noexcept { return data_[i]; }
    const T& operator[](std::size_t i) const noexcept { return data_[i]; }

private:
    T* data_ = nullptr;
    std::size_t size_ = 0;
};

} // namespace detail
CAMBIST_END
