// SPDX-License-Identifier: MIT
#include "xml.hpp"

#include <algorithm>
#include <new>

CAMBIST_BEGIN
namespace io {
namespace {

using cambist::detail::quoted;

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

} // namespace

xml_reader::xml_reader(std::string_view text, const std::string& file, std::string_view kind)
    : text_(text), file_(file), kind_(kind), lines_(text) {
    if (text_.size() > max_file_bytes) refuse<limit_error>(place(0), "is too large; split it");
    if (text_.starts_with("\xff\xfe") || text_.starts_with("\xfe\xff") || text_.substr(0, 4).find('\0') < 4)
        refuse<encoding_error>(place(0), "this is UTF-16 or UTF-32; save it as UTF-8");
    if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
    lines_ = line_counter(text_);
    parser_.reset(XML_ParserCreateNS("UTF-8", ' '));
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
    const XML_Status status = XML_Parse(parser_.get(), text_.data(), static_cast<int>(text_.size()), XML_TRUE);
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
    if (declared == nullptr) return;
    std::string name(declared);
    for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (name != "UTF-8" && name != "US-ASCII" && name != "ASCII")
        refuse<encoding_error>(here(), "declared as " + quoted(declared) + "; save the file as UTF-8");
}

void xml_reader::refuse_malformed() {
    const std::size_t at = offset();
    explain(at);
    if (find_invalid_utf8(text_.substr(at)) == 0)
        refuse<encoding_error>(place(at), "not UTF-8: " + quoted(text_.substr(at, 4)) + "; save the file as UTF-8");
    refuse<xml_error>(place(at), std::string("not XML: ") + XML_ErrorString(XML_GetErrorCode(parser_.get())));
}

} // namespace io
CAMBIST_END
