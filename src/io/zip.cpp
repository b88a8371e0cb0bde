// SPDX-License-Identifier: MIT
#include "zip.hpp"

#include "text.hpp"

#include <zip.h>

#include <algorithm>
#include <memory>

CAMBIST_BEGIN
namespace io {
namespace {

using cambist::detail::quoted;

template <auto Free>
struct freed_by {
    template <class T>
    void operator()(T* of) const noexcept {
        (void)Free(of);
    }
};

[[noreturn]] void refuse_unzipped_size(const citation& where) {
    refuse<archive_error>(where, "unpacks to more than " + std::to_string(max_unzipped_bytes) +
                                     " bytes; unzip it, if that is right, and read the file inside");
}

[[noreturn]] void refuse_damaged(const citation& where, zip_error_t* why) {
    refuse<archive_error>(where, std::string("cannot be unzipped: ") + zip_error_strerror(why));
}

// A name is shown in messages and kept in citations.
std::string checked_name(const char* name, const citation& where) {
    const std::string_view text = name != nullptr ? name : "";
    const bool is_plain = std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x20 && byte != 0x7f;
    });
    if (text.empty() || !is_plain || text.ends_with('/') || find_invalid_utf8(text) != std::string_view::npos)
        refuse<archive_error>(where, "holds " + quoted(text) + ", which is no name of a file");
    return std::string(text);
}

} // namespace

unzipped unzip(std::string_view archive, const std::string& file) {
    const citation where{file, 0, 0};
    zip_error_t why;
    zip_error_init(&why);
    const std::unique_ptr<zip_error_t, freed_by<zip_error_fini>> finished(&why);
    std::unique_ptr<zip_source_t, freed_by<zip_source_free>> source(
        zip_source_buffer_create(archive.data(), archive.size(), 0, &why));
    if (source == nullptr) refuse_damaged(where, &why);
    const std::unique_ptr<zip_t, freed_by<zip_discard>> opened(
        zip_open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, &why));
    if (opened == nullptr) refuse_damaged(where, &why);
    (void)source.release(); // the archive has it

    const zip_int64_t count = zip_get_num_entries(opened.get(), 0);
    if (const std::string what = foreign_form(archive); !what.empty()) refuse<archive_error>(where, "this is " + what);
    if (count != 1) {
        refuse<archive_error>(where, "a zip archive of " + std::to_string(count) +
                                         " files, where one was looked for; unzip it, and name the file that is meant");
    }
    unzipped member{checked_name(zip_get_name(opened.get(), 0, ZIP_FL_ENC_GUESS), where), {}};
    const std::unique_ptr<zip_file_t, freed_by<zip_fclose>> stream(zip_fopen_index(opened.get(), 0, 0));
    if (stream == nullptr) refuse_damaged(where, zip_get_error(opened.get()));

    // What the archive says of the size is not believed.
    std::string& bytes = member.bytes;
    for (std::size_t size = 0;;) {
        bytes.resize(std::clamp<std::size_t>(bytes.size() * 2, std::size_t{1} << 16, max_unzipped_bytes + 1));
        const zip_int64_t read = zip_fread(stream.get(), bytes.data() + size, bytes.size() - size);
        if (read < 0) refuse_damaged(where, zip_file_get_error(stream.get()));
        size += static_cast<std::size_t>(read);
        if (size > max_unzipped_bytes) refuse_unzipped_size(where);
        if (read == 0) {
            bytes.resize(size);
            return member;
        }
    }
}

} // namespace io
CAMBIST_END
