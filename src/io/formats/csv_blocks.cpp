// SPDX-License-Identifier: MIT
#include "csv_blocks.hpp"

#include "../text/text.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

CAMBIST_BEGIN
namespace io {

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
    if (!begun_) {
        begun_ = true;
        csv_reader(read_beginning(from_, telling_bytes), name()); // refuses other files, however small blocks are
    }
    into.text = std::move(rest_);
    into.first_line = line_;
    rest_.clear();
    end_of_rows_ = 0;
    while (!ended_ && end_of_rows_ == 0) {
        const std::size_t before = into.text.size();
        if (before > max_row_bytes) {
            refuse<limit_error>({name(), line_, 1}, "a row of more than " + std::to_string(max_row_bytes) +
                                                        " bytes; is a quote not closed?");
        }
        into.text.resize(before + block_bytes_);
        const std::size_t count = from_.read(into.text.data() + before, block_bytes_);
        into.text.resize(before + count);
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
