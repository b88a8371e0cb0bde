// SPDX-License-Identifier: MIT
#pragma once

// What libFuzzer's targets share. Each reads what it is given, whatever that is: it is read or refused in bounded
// words, and what was read keeps the laws that the target asks for.

#include <cambist/numbers/error.hpp>
#include <cambist/text/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

namespace fuzz {

/// Ends the run, with the place of the law that does not hold.
inline void require(bool holds, const char* what) {
    if (holds) return;
    std::cerr << "does not hold: " << what << '\n';
    std::abort();
}

/// The first byte chooses among some ways, the rest is text.
struct input {
    std::size_t choice = 0;
    std::string_view text{};

    input(const std::uint8_t* data, std::size_t size)
        : choice(size == 0 ? 0 : data[0]),
          text(size == 0 ? std::string_view() : std::string_view(reinterpret_cast<const char*>(data) + 1, size - 1)) {}
};

/// A refusal is one line of bounded length, that any terminal shows.
inline void check_message(std::string_view what) {
    constexpr std::size_t most = 2'000;
    require(!what.empty() && what.size() <= most, "a message is bounded");
    require(cambist::find_invalid_utf8(what) == std::string_view::npos, "a message is UTF-8");
    require(std::none_of(what.begin(), what.end(),
                         [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }),
            "a message has no control characters");
}

/// What `read` makes of it; nothing if it refuses.
template <class Read>
auto read_or_refused(Read read) -> std::optional<decltype(read())> {
    try {
        return read();
    } catch (const cambist::error& e) {
        check_message(e.what());
        return std::nullopt;
    }
}

} // namespace fuzz
