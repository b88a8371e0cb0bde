// SPDX-License-Identifier: MIT
#include <cambist/io/file.hpp>

#include "byte_source.hpp"
#include "text.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <ostream>
#include <streambuf>
#include <system_error>
#include <utility>
#include <vector>

CAMBIST_BEGIN
namespace io {
namespace {

struct closer {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};

[[noreturn]] void refuse_write(const std::string& name, int why) {
    refuse<file_error>({name}, "cannot be written: " + std::generic_category().message(why));
}

[[noreturn]] void refuse_size(const std::string& path) {
    refuse<file_error>({path}, "is larger than " + std::to_string(max_file_bytes) + " bytes; split it");
}

} // namespace

std::string read_file(const std::string& path) {
    const byte_source from = open_file(path);
    std::error_code unknown;
    const std::uintmax_t stated = path == "-" ? 0 : std::filesystem::file_size(path, unknown);
    const std::uintmax_t known = unknown ? 0 : stated;
    if (known > max_file_bytes) refuse_size(from.name);
    // It may be a pipe, or grow: memory is taken as bytes come, and not for what might.
    constexpr std::size_t usual = std::size_t{1} << 16;
    std::vector<std::string> blocks;
    std::size_t size = 0;
    for (std::size_t room = static_cast<std::size_t>(known) + 1;; room = std::clamp(size / 4, usual, 256 * usual)) {
        std::string& block = blocks.emplace_back(room, '\0');
        block.resize(from.read(block.data(), room));
        size += block.size();
        if (size > max_file_bytes) refuse_size(from.name);
        if (block.size() < room) break;
    }
    if (blocks.size() == 1) return std::move(blocks.front());
    std::string bytes;
    bytes.reserve(size);
    for (std::string& each : blocks) bytes += std::exchange(each, {});
    return bytes;
}

// Hands bytes on to a FILE, which buffers them, and remembers why it did not take them.
class file_writer::sink : private std::streambuf {
public:
    explicit sink(std::string path) : path_(std::move(path)) {
        namespace fs = std::filesystem;
        if (path_ == "-") {
            path_ = "standard output";
            file_ = stdout;
            return;
        }
        if (path_.find('\0') != std::string::npos) refuse_write(path_, EINVAL);
        std::error_code none;
        const fs::file_status old = fs::status(path_, none);
        if (fs::exists(old) && !fs::is_regular_file(old)) {
            opened_.reset(std::fopen(path_.c_str(), "wb"));
        } else {
            replaced_ = fs::exists(old) ? fs::canonical(path_, none).string() : path_; // a link stays one
            partial_ = replaced_ + ".part";
            opened_.reset(std::fopen(partial_.c_str(), "wb"));
            if (opened_ != nullptr && fs::exists(old)) fs::permissions(partial_, old.permissions(), none);
        }
        if (opened_ == nullptr) refuse_write(path_, errno);
        file_ = opened_.get();
    }
    ~sink() override {
        if (opened_ == nullptr) return;
        opened_.reset();
        if (!partial_.empty()) std::remove(partial_.c_str());
    }
    sink(const sink&) = delete;
    sink& operator=(const sink&) = delete;

    std::ostream& stream() noexcept { return stream_; }

    void commit() {
        if (std::fflush(file_) != 0) note_failure();
        if (opened_ != nullptr && failed_ == 0) {
            if (std::fclose(opened_.release()) != 0 ||
                (!partial_.empty() && std::rename(partial_.c_str(), replaced_.c_str()) != 0)) {
                note_failure();
                if (!partial_.empty()) std::remove(partial_.c_str());
            }
        }
        if (failed_ != 0) refuse_write(path_, failed_);
    }

private:
    void note_failure() noexcept {
        if (failed_ == 0) failed_ = errno;
    }
    int_type overflow(int_type c) override {
        if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
        const char byte = traits_type::to_char_type(c);
        return xsputn(&byte, 1) == 1 ? c : traits_type::eof();
    }
    std::streamsize xsputn(const char* bytes, std::streamsize count) override {
        const std::size_t written = std::fwrite(bytes, 1, static_cast<std::size_t>(count), file_);
        if (written != static_cast<std::size_t>(count)) note_failure();
        return static_cast<std::streamsize>(written);
    }

    std::string path_;
    std::string partial_{};
    std::string replaced_{};
    std::unique_ptr<std::FILE, closer> opened_{};
    std::FILE* file_ = nullptr;
    int failed_ = 0;
    std::ostream stream_{this};
};

file_writer::file_writer(std::string path) : sink_(std::make_unique<sink>(std::move(path))) {}
file_writer::~file_writer() = default;
std::ostream& file_writer::stream() noexcept { return sink_->stream(); }
void file_writer::commit() { sink_->commit(); }

void write_file(const std::string& path, std::string_view content) {
    file_writer out(path);
    out.stream().write(content.data(), static_cast<std::streamsize>(content.size()));
    out.commit();
}

} // namespace io
CAMBIST_END
