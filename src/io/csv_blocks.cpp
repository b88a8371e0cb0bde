// SPDX-License-Identifier: MIT
#include "csv_blocks.hpp"

#include "text.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

[[noreturn]] void refuse_read(const std::string& name, int why) {
    refuse<file_error>({name}, "cannot be read: " + std::generic_category().message(why));
}

} // namespace

csv_blocks::csv_blocks(std::string path, std::size_t block_bytes)
    : name_(path == "-" ? "standard input" : path), file_(stdin), block_bytes_(block_bytes) {
    if (path == "-") return;
    if (path.find('\0') != std::string::npos) refuse_read(name_, EINVAL);
    opened_.reset(std::fopen(path.c_str(), "rb"));
    if (opened_ == nullptr) refuse_read(name_, errno);
    file_ = opened_.get();
}

// Notes where the last row ends. A doubled quote closes and opens.
void csv_blocks::scan(const std::string& text, std::size_t from) noexcept {
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    const char* at = begin + from;
    while (at != end) {
        const auto* const quote = static_cast<const char*>(std::memchr(at, '"', static_cast<std::size_t>(end - at)));
        const char* const stop = quote != nullptr ? quote : end;
        if (!quoted_) {
            const std::size_t line = std::string_view(at, static_cast<std::size_t>(stop - at)).rfind('\n');
            if (line != std::string_view::npos) end_of_rows_ = static_cast<std::size_t>(at - begin) + line + 1;
        }
        if (quote == nullptr) return;
        quoted_ = !quoted_;
        at = quote + 1;
    }
}

bool csv_blocks::next(block& into) {
    into.text = std::move(rest_);
    into.first_line = line_;
    rest_.clear();
    end_of_rows_ = 0;
    while (!ended_ && end_of_rows_ == 0) {
        const std::size_t before = into.text.size();
        if (before > max_row_bytes) {
            refuse<limit_error>({name_, line_, 1}, "a row of more than " + std::to_string(max_row_bytes) +
                                                       " bytes; is a quote not closed?");
        }
        into.text.resize(before + block_bytes_);
        const std::size_t count = std::fread(into.text.data() + before, 1, block_bytes_, file_);
        into.text.resize(before + count);
        if (std::ferror(file_) != 0) refuse_read(name_, errno);
        ended_ = count < block_bytes_;
        bytes_ += count;
        scan(into.text, before);
    }
    if (!ended_) {
        rest_.assign(into.text, end_of_rows_);
        into.text.resize(end_of_rows_);
    }
    line_ += static_cast<std::size_t>(std::count(into.text.begin(), into.text.end(), '\n'));
    return !into.text.empty();
}

} // namespace io
CAMBIST_END
