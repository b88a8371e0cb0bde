// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/config.hpp>

#include <cstddef>
#include <exception>
#include <string>
#include <string_view>
#include <utility>

CAMBIST_BEGIN

/// Where something stands in a text or file. Lines and columns count from 1; columns count bytes; 0 is unknown.
struct citation {
    std::string file{};
    std::size_t line = 0;
    std::size_t column = 0;

    friend bool operator==(const citation&, const citation&) = default;
};

/// "rates.csv:12:5", with what is known of it; empty when nothing is.
inline std::string to_string(const citation& where) {
    std::string text = where.file;
    for (const std::size_t part : {where.line, where.column}) {
        if (part == 0) break;
        if (!text.empty()) text += ':';
        text += std::to_string(part);
    }
    return text;
}

namespace detail {

/// Text for a message: at most 40 bytes of it, in quotes, with what would not print written as \xNN.
inline std::string quoted(std::string_view text) {
    constexpr std::size_t most = 40;
    constexpr char hex[] = "0123456789abcdef";
    std::string shown = "'";
    for (const char c : text.substr(0, most)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7f) shown += c;
        else (shown += "\\x") += {hex[byte >> 4], hex[byte & 15]};
    }
    return shown + (text.size() > most ? "...'" : "'");
}

} // namespace detail

/// The base of every exception the library throws. `what()` names the thing, where it stands and what to do.
class error : public std::exception {
public:
    explicit error(std::string message) : message_(std::move(message)), what_(message_) {}

    const char* what() const noexcept override { return what_.c_str(); }
    /// The reason, without the place.
    const std::string& message() const noexcept { return message_; }
    /// The place, as far as it is known.
    const citation& where() const noexcept { return where_; }

    /// Adds the place, for whoever knows it: `catch (error& e) { e.locate({"plans.toml", 3, 7}); throw; }`
    void locate(citation where) {
        where_ = std::move(where);
        const std::string place = to_string(where_);
        what_ = place.empty() ? message_ : place + ": " + message_;
    }

private:
    std::string message_;
    std::string what_;
    citation where_{};
};

/// Text that does not follow the grammar of what was asked for.
class parse_error : public error {
public:
    /// `offset` counts bytes from the start of the text; `found` is what stood there (empty: the end).
    parse_error(std::string expected, std::string found, std::size_t offset)
        : error("expected " + expected + ", found " + (found.empty() ? "the end" : detail::quoted(found))),
          expected_(std::move(expected)), found_(std::move(found)), offset_(offset) {
        locate({{}, 1, offset + 1});
    }

    const std::string& expected() const noexcept { return expected_; }
    const std::string& found() const noexcept { return found_; }
    std::size_t offset() const noexcept { return offset_; }

private:
    std::string expected_;
    std::string found_;
    std::size_t offset_;
};

/// An input beyond one of the library's named limits (`max_digits`, `max_exponent`, ...).
class limit_error : public error {
public:
    using error::error;
};

CAMBIST_END
