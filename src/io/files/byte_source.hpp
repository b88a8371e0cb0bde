// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: where the bytes come from that are read as they come.

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>

#include <cambist/detail/config.hpp>

CAMBIST_BEGIN
namespace io {

struct byte_source {
    std::string name; ///< for messages and citations
    /// Fills `into`; fewer bytes than were asked for are the last. \throws file_error
    std::function<std::size_t(char* into, std::size_t bytes)> read;
};

/// A file; "-" is standard input. \throws file_error
byte_source open_file(const std::string& path);
/// A stream, which has to live as long.
byte_source read_from(std::istream& stream, std::string name);

/// All of it, of about as many bytes as are expected. \throws file_error, limit_error beyond `max_file_bytes`
std::string read_whole(const byte_source& from, std::size_t expected = 0);

/// The first bytes, at most `bytes` of them, which are read again thereafter. \throws file_error
std::string read_beginning(byte_source& from, std::size_t bytes);

} // namespace io
CAMBIST_END
