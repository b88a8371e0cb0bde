// SPDX-License-Identifier: MIT
#include "zip.hpp"

#include "../text/text.hpp"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

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
        refuse<archive_error>(where, "holds " + detail::quoted(text) + ", which is no name of a file");
    return std::string(text);
}

} // namespace

struct zip_archive::handle {
    std::unique_ptr<zip_t, freed_by<zip_discard>> opened{};
    citation where{};
};

zip_archive::zip_archive(std::string_view bytes, std::string file) : of_(std::make_unique<handle>()) {
    of_->where = {std::move(file), 0, 0};
    zip_error_t why;
    zip_error_init(&why);
    const std::unique_ptr<zip_error_t, freed_by<zip_error_fini>> finished(&why);
    std::unique_ptr<zip_source_t, freed_by<zip_source_free>> source(
        zip_source_buffer_create(bytes.data(), bytes.size(), 0, &why));
    if (source == nullptr) refuse_damaged(of_->where, &why);
    of_->opened.reset(zip_open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, &why));
    if (of_->opened == nullptr) refuse_damaged(of_->where, &why);
    (void)source.release(); // the archive has it
}
zip_archive::~zip_archive() = default;

std::size_t zip_archive::size() const noexcept {
    return static_cast<std::size_t>(std::max<zip_int64_t>(zip_get_num_entries(of_->opened.get(), 0), 0));
}

std::string zip_archive::name(std::size_t number) const {
    return checked_name(zip_get_name(of_->opened.get(), number, ZIP_FL_ENC_GUESS), of_->where);
}

bool zip_archive::has(const std::string& name) const noexcept {
    return zip_name_locate(of_->opened.get(), name.c_str(), 0) >= 0;
}

std::string zip_archive::read(const std::string& name) const {
    const zip_int64_t number = zip_name_locate(of_->opened.get(), name.c_str(), 0);
    if (number < 0) refuse<archive_error>(of_->where, "does not hold " + detail::quoted(name));
    return read(static_cast<std::size_t>(number));
}

std::string zip_archive::read(std::size_t number) const {
    const std::unique_ptr<zip_file_t, freed_by<zip_fclose>> stream(zip_fopen_index(of_->opened.get(), number, 0));
    if (stream == nullptr) refuse_damaged(of_->where, zip_get_error(of_->opened.get()));
    // What the archive says of the size is not believed.
    std::string bytes;
    for (std::size_t size = 0;;) {
        bytes.resize(std::clamp<std::size_t>(bytes.size() * 2, std::size_t{1} << 16, max_unzipped_bytes + 1));
        const zip_int64_t read = zip_fread(stream.get(), bytes.data() + size, bytes.size() - size);
        if (read < 0) refuse_damaged(of_->where, zip_file_get_error(stream.get()));
        size += static_cast<std::size_t>(read);
        if (size > max_unzipped_bytes) refuse_unzipped_size(of_->where);
        if (read == 0) {
            bytes.resize(size);
            return bytes;
        }
    }
}

unzipped unzip(std::string_view bytes, const std::string& file) {
    const citation where{file, 0, 0};
    const zip_archive archive(bytes, file);
    if (const std::string what = foreign_form(bytes); !what.empty()) refuse<archive_error>(where, "this is " + what);
    if (archive.size() != 1) {
        refuse<archive_error>(where, "a zip archive of " + std::to_string(archive.size()) +
                                         " files, where one was looked for; unzip it, and name the file that is meant");
    }
    return {archive.name(0), archive.read(std::size_t{0})};
}

} // namespace io
CAMBIST_END
