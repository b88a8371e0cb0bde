// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: the one reader of XML, by expat.

#include <cambist/io/file.hpp>

#include "../text/text.hpp"

#include <expat.h>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

CAMBIST_BEGIN
namespace io {

/// The blanks of XML.
inline constexpr std::string_view xml_blanks = " \t\r\n";

/// The text but for those at its ends.
inline std::string_view without_blanks(std::string_view text) noexcept {
    const std::size_t first = text.find_first_not_of(xml_blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(xml_blanks) + 1 - first);
}

/// The encoding that a text declares, if it has a declaration that can be read.
std::string declared_encoding(std::string_view text);

/// The encodings a format is read in: UTF-8 alone, or ISO-8859-1 and windows-1252 besides, where the file declares
/// them. Text that was brought into UTF-8 before is so, whatever it declares.
enum class encodings : std::uint8_t { utf_8, western, recoded };

/// XML, told of an element at a time, with the place where it stands. A reader of one format derives from it. What it
/// is told is UTF-8, and so is the file unless the format takes others; a document type declaration is refused before
/// anything in it is read; elements stand at most `max_xml_depth` deep. Names are as expat gives them: of the namespace
/// and a blank, if there is one, and of the element. Memory does not grow with the text.
class xml_reader {
public:
    xml_reader(const xml_reader&) = delete;
    xml_reader& operator=(const xml_reader&) = delete;

protected:
    /// `kind` is what errors call the file, as "a file of rates". \throws encoding_error, limit_error
    xml_reader(std::string_view text, const std::string& file, std::string_view kind,
               encodings taken = encodings::utf_8);
    virtual ~xml_reader() = default;

    /// Tells all of it. \throws xml_error, doctype_error, depth_error, encoding_error, and what is thrown below
    void run();

    virtual void start(std::string_view name, const char** attributes) = 0;
    virtual void end() = 0;
    /// Text between tags, in as many pieces as it comes in.
    virtual void characters(std::string_view text) = 0;
    /// Called where the text is not XML, for what is better said otherwise.
    virtual void explain(std::size_t) {}

    // ---- places

    std::string_view text() const noexcept { return text_; }
    const std::string& file() const noexcept { return file_; }
    std::size_t offset() const;
    citation place(std::size_t at) { return lines_.place(file_, at); }
    citation here() { return place(offset()); }

    // ---- attributes

    /// Null if there is none.
    static const char* find(const char** attributes, std::string_view name);
    /// Where the value of an attribute of this element starts.
    std::size_t value_at(std::string_view name) const;
    /// Reads an attribute. An error in it stands where its characters stand, but for those that are written as
    /// references: then only where it starts is sure.
    template <class Read>
    auto read_attribute(const char** attributes, std::string_view name, Read read) {
        const std::string_view value = find(attributes, name);
        return reading_at([&] { return read(value); },
                          [&](std::size_t within) {
                              const std::size_t at = value_at(name);
                              return place(at + (text_.substr(at, value.size()) == value ? within : 0));
                          });
    }

private:
    static xml_reader& of(void* self) { return *static_cast<xml_reader*>(self); }
    template <class Work>
    void attempt(Work work) noexcept;
    void check_encoding(const char* declared);
    [[noreturn]] void refuse_malformed();

    struct free_parser {
        void operator()(XML_Parser parser) const noexcept { XML_ParserFree(parser); }
    };

    std::string_view text_;
    const std::string& file_;
    std::string_view kind_;
    encodings taken_;
    bool is_utf_8_ = true;
    line_counter lines_;
    std::unique_ptr<std::remove_pointer_t<XML_Parser>, free_parser> parser_{};
    std::exception_ptr refusal_{};
    int depth_ = 0;
};

} // namespace io
CAMBIST_END
