// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/error.hpp>

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

CAMBIST_BEGIN
namespace io {

/// A file that cannot be read or written, or is larger than `max_file_bytes`.
class file_error : public unreadable {
public:
    using unreadable::unreadable;
    error_kind kind() const noexcept override { return error_kind::file; }
};

/// Text that is not UTF-8.
class encoding_error : public unreadable {
public:
    using unreadable::unreadable;
    error_kind kind() const noexcept override { return error_kind::encoding; }
};

/// Text that is not the table it should be: no header, a row too long or too short, a quote never closed, a cell that
/// does not follow the schema of plans; or a zip archive, or a page of HTML, in its place.
class csv_error : public unreadable {
public:
    using unreadable::unreadable;
    error_kind kind() const noexcept override { return error_kind::csv; }
};

/// Text that is not well-formed XML, or not of the structure it should have.
class xml_error : public unreadable {
public:
    using unreadable::unreadable;
    error_kind kind() const noexcept override { return error_kind::xml; }
};

/// A document type declaration in XML: it may define entities that grow without bound, or name other files. None is
/// read.
class doctype_error : public xml_error {
public:
    using xml_error::xml_error;
    error_kind kind() const noexcept override { return error_kind::doctype; }
};

/// Elements within elements beyond `max_xml_depth`.
class depth_error : public limit_error {
public:
    using limit_error::limit_error;
    error_kind kind() const noexcept override { return error_kind::depth; }
};

/// Text that is not TOML, or does not follow the schema of plans or of rates.
class toml_error : public unreadable {
public:
    using unreadable::unreadable;
    error_kind kind() const noexcept override { return error_kind::toml; }
};

/// A price directive of a journal that cannot be read, or a journal that includes another.
class journal_error : public unreadable {
public:
    using unreadable::unreadable;
    error_kind kind() const noexcept override { return error_kind::journal; }
};

/// A zip archive that is damaged, encrypted, holds other than one file, or unpacks to more than `max_unzipped_bytes`.
class archive_error : public unreadable {
public:
    using unreadable::unreadable;
    error_kind kind() const noexcept override { return error_kind::archive; }
};

/// Two lines for one thing.
class duplicate_error : public unreadable {
public:
    using unreadable::unreadable;
    error_kind kind() const noexcept override { return error_kind::duplicate; }
};

/// The largest file that is read into memory.
inline constexpr std::uintmax_t max_file_bytes = std::uintmax_t{1} << 30;

/// The most bytes that a file in a zip archive unpacks to: 35 times the ECB's history of 27 years.
inline constexpr std::size_t max_unzipped_bytes = std::size_t{1} << 26;

/// The most XML elements that may stand one in another.
inline constexpr int max_xml_depth = 32;

/// The most currencies that a file of plans or rates declares besides ISO 4217's.
inline constexpr std::size_t max_own_currencies = 100'000;

/// All bytes of a file; "-" is standard input. \throws file_error
std::string read_file(const std::string& path);

/// Writes a file whole, or not at all: what is streamed goes into a new file beside it, which takes its place when it is
/// committed and keeps its permissions. Without `commit()`, as when something throws before, an old file stays as it was.
///
///     file_writer out("report.html");
///     out.stream() << page;
///     out.commit();
///
/// "-" is standard output, and what is no regular file (a pipe, a terminal, /dev/null) is written as it stands: neither
/// can take back what went there.
class file_writer {
public:
    /// \throws file_error where none can be made
    explicit file_writer(std::string path);
    ~file_writer();
    file_writer(const file_writer&) = delete;
    file_writer& operator=(const file_writer&) = delete;

    /// Where the content goes. A failure to write it is told by `commit()`.
    std::ostream& stream() noexcept;
    /// Puts the new file in the old one's place; nothing is written afterwards.
    /// \throws file_error, and the old file is as it was
    void commit();

private:
    class sink;
    std::unique_ptr<sink> sink_;
};

/// Replaces a file's content by a `file_writer`; "-" is standard output. \throws file_error
void write_file(const std::string& path, std::string_view content);

} // namespace io
CAMBIST_END
