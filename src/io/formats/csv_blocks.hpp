// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: CSV of any size, in blocks of whole rows.

#include <cambist/io/rows.hpp>

#include "../files/byte_source.hpp"
#include "csv.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

CAMBIST_BEGIN
namespace io {

/// Reads a file in blocks that end where a row does, in memory that does not grow with the file. Each block goes to a
/// `csv_reader` of its own, one after the other or side by side:
///
///     csv_blocks file(open_file(path));
///     for (csv_blocks::block b; file.next(b);) use(b.reader(file.name()));
///
/// A line's end inside a quoted field ends no row. Where quotes are not as RFC 4180 has them, the reader of that block
/// refuses them; what follows it means nothing.
class csv_blocks {
public:
    struct block {
        std::string text{};
        std::size_t first_line = 1;

        bool begins_file() const noexcept { return first_line == 1; }
        csv_reader reader(const std::string& file) const {
            return begins_file() ? csv_reader(text, file) : csv_reader(text, file, first_line);
        }
    };

    explicit csv_blocks(byte_source from, std::size_t block_bytes = std::size_t{1} << 20)
        : from_(std::move(from)), block_bytes_(block_bytes) {}

    /// Goes to the next block, unless the file has ended.
    /// \throws file_error, limit_error beyond `max_row_bytes`; at the first csv_error, encoding_error if it is none
    bool next(block& into);

    /// Bytes read so far.
    std::uint64_t bytes() const noexcept { return bytes_; }
    const std::string& name() const noexcept { return from_.name; }

private:
    void scan(const std::string& text, std::size_t from) noexcept;

    byte_source from_;
    std::size_t block_bytes_;
    std::string rest_{};          // of a row whose end has not come
    std::size_t line_ = 1;        // that the rest begins with
    std::size_t end_of_rows_ = 0; // in the text scanned
    bool quoted_ = false;         // at its end
    bool begun_ = false;
    bool ended_ = false;
    std::uint64_t bytes_ = 0;
};

} // namespace io
CAMBIST_END
