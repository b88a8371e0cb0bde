// SPDX-License-Identifier: MIT
#include <cambist/io/file.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/parse.hpp>

#include "quoting.hpp"
#include "text.hpp"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <map>
#include <memory>
#include <new>
#include <optional>
#include <type_traits>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

using cambist::detail::quoted;

// Names as expat gives them: of the namespace, a blank, of the element.
constexpr std::string_view envelope_name = "http://www.gesmes.org/xml/2002-08-01 Envelope";
constexpr std::string_view header_names = "http://www.gesmes.org/xml/2002-08-01 ";
constexpr std::string_view cube_name = "http://www.ecb.int/vocabulary/2002-08-01/eurofxref Cube";

constexpr bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Where the value of an attribute starts in a tag that is well-formed, and has it.
std::size_t value_in(std::string_view tag, std::string_view name) {
    std::size_t at = tag.find_first_of(" \t\r\n");
    for (;;) {
        at = tag.find_first_not_of(" \t\r\n", at);
        const std::string_view stands = tag.substr(at, tag.find_first_of("= \t\r\n", at) - at);
        at = tag.find_first_of("'\"", at);
        if (stands == name) return at + 1;
        at = tag.find(tag[at], at + 1) + 1;
    }
}

// expat tells of an element at a time, and knows where it stands. Nothing is thrown through it.
class xml_reader {
public:
    xml_reader(std::string_view text, const std::string& file) : text_(text), file_(file), lines_(text) {
        if (text_.size() > max_file_bytes) refuse<limit_error>(place(0), "is too large; split it");
        if (text_.starts_with("\xff\xfe") || text_.starts_with("\xfe\xff") || text_.substr(0, 4).find('\0') < 4)
            refuse<encoding_error>(place(0), "this is UTF-16 or UTF-32; save it as UTF-8");
        if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
        lines_ = line_counter(text_);
        parser_.reset(XML_ParserCreateNS("UTF-8", ' '));
        if (parser_ == nullptr) throw std::bad_alloc();
        read_.pivots = {currencies::EUR};
    }

    rate_file read_all() {
        XML_SetUserData(parser_.get(), this);
        XML_SetXmlDeclHandler(parser_.get(), [](void* self, const char*, const char* encoding, int) {
            of(self).attempt([&] { of(self).check_encoding(encoding); });
        });
        XML_SetStartDoctypeDeclHandler(parser_.get(), [](void* self, const char*, const char*, const char*, int) {
            of(self).attempt([&] {
                refuse<doctype_error>(of(self).here(), "a document type declaration; a file of rates has none");
            });
        });
        XML_SetElementHandler(
            parser_.get(),
            [](void* self, const char* name, const char** attributes) {
                of(self).attempt([&] { of(self).start(name, attributes); });
            },
            [](void* self, const char*) { of(self).attempt([&] { of(self).end(); }); });
        XML_SetCharacterDataHandler(parser_.get(), [](void* self, const char* text, int size) {
            of(self).attempt([&] { of(self).check_text({text, static_cast<std::size_t>(size)}); });
        });
        const XML_Status status = XML_Parse(parser_.get(), text_.data(), static_cast<int>(text_.size()), XML_TRUE);
        if (refusal_) std::rethrow_exception(refusal_);
        if (status != XML_STATUS_OK) refuse_malformed();
        return std::move(read_);
    }

private:
    enum class level { document, envelope, cubes, day, quote };

    static xml_reader& of(void* self) { return *static_cast<xml_reader*>(self); }

    template <class Work>
    void attempt(Work work) noexcept {
        if (refusal_) return;
        try {
            work();
        } catch (...) {
            refusal_ = std::current_exception();
            XML_StopParser(parser_.get(), XML_FALSE);
        }
    }

    // ---- places

    std::size_t offset() const {
        return static_cast<std::size_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(parser_.get()), 0));
    }
    citation place(std::size_t at) { return lines_.place(file_, at); }
    citation here() { return place(offset()); }

    // ---- what expat tells

    void check_encoding(const char* declared) {
        if (declared == nullptr) return;
        std::string name(declared);
        for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (name != "UTF-8" && name != "US-ASCII" && name != "ASCII")
            refuse<encoding_error>(here(), "declared as " + quoted(declared) + "; save the file as UTF-8");
    }

    void start(std::string_view name, const char** attributes) {
        if (++depth_ > max_xml_depth)
            refuse<depth_error>(here(), "more than " + std::to_string(max_xml_depth) + " elements, one in another");
        if (header_ != 0) {
            ++header_;
            return;
        }
        const bool is_cube = name == cube_name;
        switch (level_) {
        case level::document:
            if (name != envelope_name) refuse_element(name, "gesmes:Envelope, as in the ECB's files,");
            break;
        case level::envelope:
            if (!is_cube && name.starts_with(header_names)) { // the subject and the sender
                header_ = 1;
                return;
            }
            if (!is_cube) refuse_element(name, "a Cube");
            check_attributes(attributes, {});
            break;
        case level::cubes:
            if (!is_cube) refuse_element(name, "a Cube with a time");
            check_attributes(attributes, {"time"});
            start_day(attributes);
            break;
        case level::day:
            if (!is_cube) refuse_element(name, "a Cube with a currency and a rate");
            check_attributes(attributes, {"currency", "rate"});
            add_quote(attributes);
            break;
        case level::quote: refuse<xml_error>(here(), "an element within a rate; the Cube of a rate is empty");
        }
        level_ = static_cast<level>(static_cast<int>(level_) + 1);
    }

    void end() {
        --depth_;
        if (header_ != 0) --header_;
        else level_ = static_cast<level>(static_cast<int>(level_) - 1);
    }

    void check_text(std::string_view text) {
        if (header_ != 0 || std::all_of(text.begin(), text.end(), is_blank)) return;
        refuse<xml_error>(here(), "text, " + quoted(text) + ", where only elements stand");
    }

    // ---- what it means

    static std::string local(std::string_view name) {
        return quoted(name.substr(name.find(' ') == std::string_view::npos ? 0 : name.find(' ') + 1));
    }

    [[noreturn]] void refuse_element(std::string_view name, const std::string& expected) {
        refuse<xml_error>(here(), expected + " should stand here; " + local(name) + " does");
    }

    void check_attributes(const char** attributes, std::initializer_list<std::string_view> wanted) {
        for (const char** each = attributes; *each != nullptr; each += 2) {
            if (std::find(wanted.begin(), wanted.end(), *each) != wanted.end()) continue;
            std::string message = "an attribute " + local(*each);
            if (wanted.size() == 0) message += " of a Cube that has none; a rate stands in a Cube with a time";
            else if (wanted.size() == 1) message += " of a Cube that has a time and nothing else";
            else message += " of a rate, which has a currency and a rate";
            refuse<xml_error>(here(), message);
        }
        for (const std::string_view name : wanted) {
            if (find(attributes, name) == nullptr) refuse<xml_error>(here(), "a Cube without its " + std::string(name));
        }
    }

    static const char* find(const char** attributes, std::string_view name) {
        for (; *attributes != nullptr; attributes += 2) {
            if (*attributes == name) return attributes[1];
        }
        return nullptr;
    }

    // Where the value of an attribute of this element starts.
    std::size_t value_at(std::string_view name) const {
        return offset() +
               value_in(text_.substr(offset(), static_cast<std::size_t>(XML_GetCurrentByteCount(parser_.get()))), name);
    }

    // Reads an attribute. An error in it stands where its characters stand, but for those that are written as
    // references: then only where it starts is sure.
    template <class Read>
    auto read_attribute(const char** attributes, std::string_view name, Read read) {
        const std::string_view value = find(attributes, name);
        return reading_at([&] { return read(value); },
                          [&](std::size_t within) {
                              const std::size_t at = value_at(name);
                              return place(at + (text_.substr(at, value.size()) == value ? within : 0));
                          });
    }

    void start_day(const char** attributes) {
        day_ = read_attribute(attributes, "time", ecb_day);
        const citation where = place(value_at("time"));
        const auto [earlier, is_new] = days_.emplace(day_, where.line);
        if (!is_new) {
            refuse<duplicate_error>(where, "a second Cube for " + to_string(day_) + "; the first is on line " +
                                               std::to_string(earlier->second));
        }
    }

    void add_quote(const char** attributes) {
        const currency named =
            read_attribute(attributes, "currency", [](std::string_view text) { return parse_currency(text); });
        const exact price = read_attribute(attributes, "rate", read_rate_number);
        const auto [earlier, is_new] = currencies_.try_emplace(named);
        if (is_new && !(named == currencies::EUR)) earlier->second.heading = ecb_heading(read_.quotes, named, file_);
        if (!is_new && earlier->second.last == day_) {
            refuse<duplicate_error>(place(value_at("currency")),
                                    "a second rate of " + to_string(named) + " on " + to_string(day_));
        }
        earlier->second.last = day_;
        const citation where = place(value_at("rate"));
        if (named == currencies::EUR) {
            if (price != 1) refuse<rate_error>(where, "one euro is one euro; " + to_string(price) + " stands here");
            return;
        }
        const int decimals = decimals_of(find(attributes, "rate"));
        read_.quotes.add(earlier->second.heading, {price, day_, decimals, where.line, where.column, {}});
    }

    [[noreturn]] void refuse_malformed() {
        const std::size_t at = offset();
        if (find_invalid_utf8(text_.substr(at)) == 0) {
            // In a currency's code it makes the code wrong, whatever the encoding.
            const std::string_view before = text_.substr(0, at);
            const std::size_t open = before.find_last_of("'\"");
            if (open != std::string_view::npos && before.substr(0, open).ends_with("currency="))
                refuse<currency_error>(place(open + 1),
                                       quoted(text_.substr(open + 1, at - open)) + " is no ISO 4217 currency code");
            refuse<encoding_error>(place(at), "not UTF-8: " + quoted(text_.substr(at, 4)) + "; save the file as UTF-8");
        }
        refuse<xml_error>(place(at), std::string("not XML: ") + XML_ErrorString(XML_GetErrorCode(parser_.get())));
    }

    struct free_parser {
        void operator()(XML_Parser parser) const noexcept { XML_ParserFree(parser); }
    };
    struct seen {
        std::uint32_t heading = 0;
        std::optional<std::chrono::sys_days> last{};
    };

    std::string_view text_;
    const std::string& file_;
    line_counter lines_;
    std::unique_ptr<std::remove_pointer_t<XML_Parser>, free_parser> parser_{};
    std::exception_ptr refusal_{};
    level level_ = level::document;
    int depth_ = 0;
    int header_ = 0; // how deep within an element of the header
    std::chrono::sys_days day_{};
    std::map<std::chrono::sys_days, std::size_t> days_{}; // the line of each
    std::map<currency, seen> currencies_{};
    rate_file read_{};
};

} // namespace

rate_file read_ecb_xml(std::string_view text, const std::string& file) { return xml_reader(text, file).read_all(); }

} // namespace io
CAMBIST_END
