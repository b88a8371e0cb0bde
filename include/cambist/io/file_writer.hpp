// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/compiled_only.hpp>
#include <cambist/io/file.hpp>

#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <string_view>

CAMBIST_BEGIN
namespace io {

/// Writes a file whole, or not at all: what is streamed goes into a new file in the same folder, which takes the old
/// one's place when it is committed. Without `commit()`, as when something throws before, an old file stays as it was.
///
///     file_writer out("report.html");
///     out.stream() << page;
///     out.commit();
///
/// The new file keeps the old one's permissions (and its owner, where this process may give files away); one that
/// replaces none has those that the process gives. It is on the disk before it takes a place. A symbolic link stays,
/// and what it leads to is written, even where that is not there yet. Another hard link keeps the old content.
///
/// The new file has no name until it is committed, where the file system has such files; elsewhere it has one that
/// nobody can foresee, `.cambist-*.part`, and is removed when the writer ends (for a signal, see
/// `remove_unfinished_files`).
///
/// "-" is standard output, and what is no regular file (a pipe, a terminal, /dev/null) is written as it stands: neither
/// can take back what went there.
class file_writer {
public:
    /// \throws file_error where none can be made
    explicit file_writer(std::string path);
    file_writer(file_writer&&) noexcept;
    file_writer& operator=(file_writer&&) noexcept;
    ~file_writer();

    const std::string& path() const noexcept;
    /// Where the content goes. A failure to write it is told by `finish()`.
    std::ostream& stream() noexcept;
    /// Ends the content, which is then on the disk; the old file is as it was. To finish several before the first of
    /// them is committed leaves little that can come between. Throws file_error.
    void finish();
    /// Finishes, and puts the new file in the old one's place.
    /// \throws file_error, and the old file is as it was
    void commit();

private:
    class sink;
    std::unique_ptr<sink> sink_;
};

/// Replaces a file's content by a `file_writer`; "-" is standard output. Throws file_error.
void write_file(const std::string& path, std::string_view content);

/// Removes the new files that writers of this process have not committed, for a handler of a signal that ends it: may
/// be called where signals are handled. (What has no name yet goes with the process.)
void remove_unfinished_files() noexcept;

/// Whether a path is standard output: "-", or one of the system's names for it, as /dev/stdout.
bool is_standard_output(std::string_view path) noexcept;

/// Refuses files that cannot be told apart: an output that is an input, whatever it is called there (by another path, a
/// link, a hard link), two outputs that are one, and what can be read only once, as standard input, named twice. "-" is
/// standard input or standard output. Devices such as /dev/null are no files.
/// Throws file_error.
void check_files(std::span<const std::string> inputs, std::span<const std::string> outputs);

} // namespace io
CAMBIST_END
