// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/compiled_only.hpp>
#include <cambist/numbers/error.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

CAMBIST_BEGIN
namespace io {

/// A file that cannot be read or written, is larger than `max_file_bytes`, or would be mixed up with another.
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

/// Text that is not well-formed JSON.
class json_error : public unreadable {
public:
    using unreadable::unreadable;
    error_kind kind() const noexcept override { return error_kind::json; }
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

/// All bytes of a file; "-" is standard input. Throws file_error.
std::string read_file(const std::string& path);

/// The text of a file, in UTF-8 and without a mark before it: of UTF-8 or UTF-16 that has one; of the encoding named, as
/// "windows-1252"; of the one that a page of HTML names; else of UTF-8. \throws file_error; encoding_error where a byte
/// is none of that encoding's, or nobody knows it
std::string read_text(const std::string& path, const std::string& encoding = {});

} // namespace io
CAMBIST_END
