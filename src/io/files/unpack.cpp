// SPDX-License-Identifier: MIT
#include "unpack.hpp"

#include <cambist/io/file.hpp>

#include "../text/text.hpp"
#include "zip.hpp"

#include <algorithm>
#include <utility>

#include <zlib.h>

CAMBIST_BEGIN
namespace io {
namespace {

constexpr bool is_gzip(std::string_view bytes) noexcept { return bytes.starts_with("\x1f\x8b"); }

struct inflating {
    z_stream of{};
    explicit inflating(const citation& where) {
        if (inflateInit2(&of, 16 + MAX_WBITS) != Z_OK) refuse<archive_error>(where, "cannot be unpacked");
    }
    ~inflating() { (void)inflateEnd(&of); }
    inflating(const inflating&) = delete;
    inflating& operator=(const inflating&) = delete;
};

std::string gunzip(std::string_view bytes, const std::string& file) {
    const citation where{file, 0, 0};
    inflating stream(where);
    std::string packed(bytes); // zlib takes what it does not change as what it may
    stream.of.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.of.avail_in = static_cast<uInt>(packed.size());
    std::string all;
    for (std::size_t size = 0;;) {
        all.resize(std::clamp<std::size_t>(all.size() * 2, std::size_t{1} << 16, max_unzipped_bytes + 1));
        stream.of.next_out = reinterpret_cast<Bytef*>(all.data() + size);
        stream.of.avail_out = static_cast<uInt>(all.size() - size);
        const int how = inflate(&stream.of, Z_NO_FLUSH);
        size = all.size() - stream.of.avail_out;
        if (size > max_unzipped_bytes)
            refuse<archive_error>(where, "unpacks to more than " + std::to_string(max_unzipped_bytes) + " bytes");
        if (how == Z_STREAM_END && stream.of.avail_in != 0) (void)inflateReset(&stream.of); // a second part
        else if (how == Z_STREAM_END) {
            all.resize(size);
            return all;
        } else if (how != Z_OK) {
            refuse<archive_error>(where, "damaged, or not all of it is there; fetch it again");
        }
    }
}

} // namespace

bool is_workbook(std::string_view bytes) noexcept {
    return is_zip(bytes) && (bytes.find("[Content_Types].xml") != std::string_view::npos) &&
           bytes.find("xl/workbook") != std::string_view::npos;
}

unpacked::unpacked(std::string_view bytes, std::string file) : bytes_(bytes), file_(std::move(file)) {
    if (is_zip(bytes_) && !is_workbook(bytes_)) {
        unzipped inside = unzip(bytes_, file_);
        own_ = std::move(inside.bytes);
        file_ = file_.empty() ? inside.name : file_ + "/" + inside.name;
        bytes_ = own_;
    }
    if (is_gzip(bytes_)) {
        own_ = gunzip(bytes_, file_);
        bytes_ = own_;
    }
}

} // namespace io
CAMBIST_END
