// SPDX-License-Identifier: MIT
#include "encoding.hpp"

#include <cambist/io/file.hpp>

#include "text.hpp"

#include <algorithm>
#include <cerrno>
#include <memory>
#include <type_traits>
#include <vector>

#include <iconv.h>

CAMBIST_BEGIN
namespace io {
namespace {

constexpr const char* in_a_form = " (--encoding windows-1252; in a form encoding = \"windows-1252\")";

struct close_converter {
    void operator()(iconv_t of) const noexcept { (void)iconv_close(of); }
};

std::string converted(std::string_view text, const std::string& encoding, const std::string& file) {
    const iconv_t opened = iconv_open("UTF-8", encoding.c_str());
    if (opened == reinterpret_cast<iconv_t>(-1)) {
        refuse<encoding_error>({file, 1, 1}, "no encoding is called " + detail::quoted(encoding) +
                                                 "; one that is known is windows-1252" + in_a_form);
    }
    const std::unique_ptr<std::remove_pointer_t<iconv_t>, close_converter> converter(opened);
    std::string all;
    all.reserve(text.size() + text.size() / 8);
    std::vector<char> piece(std::size_t{1} << 16);
    std::string bytes(text); // iconv takes what it does not change as what it may
    char* from = bytes.data();
    std::size_t left = bytes.size();
    while (left != 0) {
        char* to = piece.data();
        std::size_t room = piece.size();
        const std::size_t done = iconv(converter.get(), &from, &left, &to, &room);
        const int why = errno;
        all.append(piece.data(), piece.size() - room);
        if (done != static_cast<std::size_t>(-1) || why == E2BIG) continue;
        const std::size_t at = text.size() - left;
        refuse<encoding_error>(line_counter(text).place(file, at),
                               "not " + encoding + ": " + detail::quoted(text.substr(at, 4)) +
                                   "; name the encoding that the file has" + in_a_form);
    }
    return all;
}

// <meta charset="windows-1252">, and what stands for it in older pages.
std::string declared_by_page(std::string_view text) {
    if (!is_html(text)) return {};
    text = text.substr(0, telling_bytes);
    constexpr std::string_view key = "charset=";
    std::size_t at = text.find(key);
    if (at == std::string_view::npos) return {};
    at = text.find_first_not_of("\"' ", at + key.size());
    if (at == std::string_view::npos) return {};
    return std::string(text.substr(at, text.find_first_of("\"' />;", at) - at));
}

} // namespace

std::string read_text(const std::string& path, const std::string& encoding) {
    const std::string bytes = read_file(path);
    const std::string file = path == "-" ? "standard input" : path;
    if (const std::string what = foreign_form(bytes); !what.empty() && !what.starts_with("JSON"))
        refuse<encoding_error>({file, 1, 1}, "no text: this is " + what);
    const bool is_named = !encoding.empty() || find_invalid_utf8(bytes) == std::string_view::npos;
    return to_utf8(bytes, is_named ? encoding : declared_by_page(bytes), file);
}

std::string to_utf8(std::string_view text, const std::string& encoding, const std::string& file) {
    if (text.starts_with(byte_order_mark)) return std::string(utf8_text(text, file));
    if (text.starts_with("\xff\xfe")) return converted(text.substr(2), "UTF-16LE", file);
    if (text.starts_with("\xfe\xff")) return converted(text.substr(2), "UTF-16BE", file);
    if (!encoding.empty()) return converted(text, encoding, file);
    const std::size_t bad = find_invalid_utf8(text);
    if (bad == std::string_view::npos) return std::string(text);
    refuse<encoding_error>(line_counter(text).place(file, bad), "not UTF-8: " + detail::quoted(text.substr(bad, 4)) +
                                                                    "; name its encoding, windows-1252 say" +
                                                                    in_a_form);
}

} // namespace io
CAMBIST_END
