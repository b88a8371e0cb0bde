// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: CSV of any size, in blocks of whole rows.

#include <cambist/io/file.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

CAMBIST_BEGIN
namespace io {

/// The most bytes of one row of a file that is read in blocks. An open quote is noticed there at the latest.
inline constexpr std::size_t max_row_bytes = std::size_t{16} << 20;

/// Reads a file in blocks that end where a row does, in memory that does not grow with the file. Each block goes to a
/// `csv_reader` of its own, one after the other or side by side:
///
///     csv_blocks file(path);
///     for (csv_blocks::block b; file.next(b);) {
///         csv_reader in = b.first_line == 1 ? csv_reader(b.text, path) : csv_reader(b.text, path, b.first_line);
///         ...
///     }
///
/// A line's end inside a quoted field ends no row. Where quotes are not as RFC 4180 has them, the reader of that block
/// refuses them; what follows it means nothing.
class csv_blocks {
public:
    struct block {
        std::string text{};
        std::size_t first_line = 1;
    };

    /// "-" is standard input. \throws file_error
    explicit csv_blocks(std::string path, std::size_t block_bytes = std::size_t{1} << 20);

    /// Goes to the next block, unless the file has ended. \throws file_error, limit_error beyond `max_row_bytes`
    bool next(block& into);

    /// Bytes read so far.
    std::uint64_t bytes() const noexcept { return bytes_; }
    const std::string& name() const noexcept { return name_; }

private:
    struct closer {
        void operator()(std::FILE* file) const noexcept { std::fclose(file); }
    };
    void scan(const std::string& text, std::size_t from) noexcept;

    std::string name_;
    std::unique_ptr<std::FILE, closer> opened_{};
    std::FILE* file_;
    std::size_t block_bytes_;
    std::string rest_{};          // of a row whose end has not come
    std::size_t line_ = 1;        // that the rest begins with
    std::size_t end_of_rows_ = 0; // in the text scanned
    bool quoted_ = false;         // at its end
    bool ended_ = false;
    std::uint64_t bytes_ = 0;
};

} // namespace io
CAMBIST_END
