// SPDX-License-Identifier: MIT
#include "xml.hpp"

#include "../text/words.hpp"

#include <algorithm>
#include <iterator>
#include <new>

CAMBIST_BEGIN
namespace io {
namespace {

// Where the value of an attribute starts in a tag that is well-formed, and has it.
std::size_t value_in(std::string_view tag, std::string_view name) {
    std::size_t at = tag.find_first_of(xml_blanks);
    for (;;) {
        at = tag.find_first_not_of(xml_blanks, at);
        const std::string_view stands = tag.substr(at, tag.find_first_of("= \t\r\n", at) - at);
        at = tag.find_first_of("'\"", at);
        if (stands == name) return at + 1;
        at = tag.find(tag[at], at + 1) + 1;
    }
}

// The characters of windows-1252 from 0x80 on that ISO-8859-1 does not have; -1 for none.
constexpr int windows_1252[] = {0x20ac, -1,     0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
                                0x2039, 0x0152, -1,     0x017d, -1,     -1,     0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
                                0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, -1,     0x017e, 0x0178};

constexpr std::string_view western[] = {"ISO-8859-1", "LATIN1", "WINDOWS-1252", "CP1252"};
bool is_western(const std::string& name) {
    return std::find(std::begin(western), std::end(western), in_capitals(name)) != std::end(western);
}

// Asked by expat for those that it does not know itself.
int describe_encoding(void*, const char* name, XML_Encoding* info) {
    if (!is_western(name)) return XML_STATUS_ERROR;
    const bool is_windows = in_capitals(name) != "LATIN1";
    for (int byte = 0; byte < 256; ++byte)
        info->map[byte] = is_windows && byte >= 0x80 && byte < 0xa0 ? windows_1252[byte - 0x80] : byte;
    info->convert = nullptr;
    info->release = nullptr;
    return XML_STATUS_OK;
}

} // namespace

std::string declared_encoding(std::string_view text) {
    if (!text.starts_with("<?xml")) return {};
    const std::string_view declaration = text.substr(0, text.find("?>"));
    const std::size_t quote = declaration.find_first_of("'\"", declaration.find("encoding"));
    if (quote == std::string_view::npos) return {};
    return std::string(declaration.substr(quote + 1, declaration.find(declaration[quote], quote + 1) - quote - 1));
}

xml_reader::xml_reader(std::string_view text, const std::string& file, std::string_view kind, encodings taken)
    : text_(text), file_(file), kind_(kind), taken_(taken), lines_(text) {
    if (text_.size() > max_file_bytes) refuse<limit_error>(place(0), "is too large; split it");
    if (text_.starts_with("\xff\xfe") || text_.starts_with("\xfe\xff") || text_.substr(0, 4).find('\0') < 4)
        refuse<encoding_error>(place(0), "this is UTF-16 or UTF-32; save it as UTF-8");
    // A byte order mark is surer than what the declaration says.
    const bool is_marked = text_.starts_with(byte_order_mark);
    if (is_marked) text_.remove_prefix(byte_order_mark.size());
    lines_ = line_counter(text_);
    is_utf_8_ = taken_ != encodings::western || is_marked || !is_western(declared_encoding(text_));
    parser_.reset(XML_ParserCreateNS(is_utf_8_ ? "UTF-8" : nullptr, ' '));
    if (parser_ == nullptr) throw std::bad_alloc();
}

// Nothing is thrown through expat.
template <class Work>
void xml_reader::attempt(Work work) noexcept {
    if (refusal_) return;
    try {
        work();
    } catch (...) {
        refusal_ = std::current_exception();
        XML_StopParser(parser_.get(), XML_FALSE);
    }
}

void xml_reader::run() {
    XML_SetUserData(parser_.get(), this);
    XML_SetXmlDeclHandler(parser_.get(), [](void* self, const char*, const char* encoding, int) {
        of(self).attempt([&] { of(self).check_encoding(encoding); });
    });
    XML_SetUnknownEncodingHandler(parser_.get(), describe_encoding, nullptr);
    XML_SetStartDoctypeDeclHandler(parser_.get(), [](void* self, const char*, const char*, const char*, int) {
        of(self).attempt([&] {
            refuse<doctype_error>(of(self).here(),
                                  "a document type declaration; " + std::string(of(self).kind_) + " has none");
        });
    });
    XML_SetElementHandler(
        parser_.get(),
        [](void* self, const char* name, const char** attributes) {
            of(self).attempt([&] {
                if (++of(self).depth_ > max_xml_depth)
                    refuse<depth_error>(of(self).here(),
                                        "more than " + std::to_string(max_xml_depth) + " elements, one in another");
                of(self).start(name, attributes);
            });
        },
        [](void* self, const char*) {
            of(self).attempt([&] {
                --of(self).depth_;
                of(self).end();
            });
        });
    XML_SetCharacterDataHandler(parser_.get(), [](void* self, const char* text, int size) {
        of(self).attempt([&] { of(self).characters({text, static_cast<std::size_t>(size)}); });
    });
    // In pieces, since expat copies what it is given.
    constexpr std::size_t most = std::size_t{1} << 18;
    XML_Status status = XML_STATUS_OK;
    std::size_t at = 0;
    do {
        const std::string_view piece = text_.substr(at, most);
        at += piece.size();
        status = XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), at == text_.size());
    } while (status == XML_STATUS_OK && at < text_.size());
    if (refusal_) std::rethrow_exception(refusal_);
    if (status != XML_STATUS_OK) refuse_malformed();
}

std::size_t xml_reader::offset() const {
    return static_cast<std::size_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(parser_.get()), 0));
}

const char* xml_reader::find(const char** attributes, std::string_view name) {
    for (; *attributes != nullptr; attributes += 2) {
        if (*attributes == name) return attributes[1];
    }
    return nullptr;
}

std::size_t xml_reader::value_at(std::string_view name) const {
    return offset() +
           value_in(text_.substr(offset(), static_cast<std::size_t>(XML_GetCurrentByteCount(parser_.get()))), name);
}

void xml_reader::check_encoding(const char* declared) {
    if (declared == nullptr || taken_ == encodings::recoded) return;
    const std::string name = in_capitals(declared);
    if (name == "UTF-8" || name == "UTF8" || name == "US-ASCII" || name == "ASCII") return;
    if (taken_ == encodings::utf_8 || !is_western(name))
        refuse<encoding_error>(here(), "declared as " + detail::quoted(declared) + "; save the file as UTF-8");
}

void xml_reader::refuse_malformed() {
    const std::size_t at = offset();
    explain(at);
    if (is_utf_8_ && find_invalid_utf8(text_.substr(at)) == 0)
        refuse<encoding_error>(place(at),
                               "not UTF-8: " + detail::quoted(text_.substr(at, 4)) + "; save the file as UTF-8");
    refuse<xml_error>(place(at), std::string("not XML: ") + XML_ErrorString(XML_GetErrorCode(parser_.get())));
}

} // namespace io
CAMBIST_END
