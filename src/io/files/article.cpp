// SPDX-License-Identifier: MIT
// The text of pages of HTML, by libxml2.
#include <cambist/io/article.hpp>

#include "../text/text.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>

CAMBIST_BEGIN
namespace io {
namespace {

struct freed {
    void operator()(htmlParserCtxtPtr p) const noexcept { htmlFreeParserCtxt(p); }
    void operator()(htmlDocPtr p) const noexcept { xmlFreeDoc(p); }
    void operator()(xmlChar* p) const noexcept { xmlFree(p); }
};

std::string_view text_of(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

bool is_any(const xmlNode* node, std::initializer_list<std::string_view> names) {
    return node->type == XML_ELEMENT_NODE && std::find(names.begin(), names.end(), text_of(node->name)) != names.end();
}

std::string attribute(const xmlNode* of, const char* name) {
    const std::unique_ptr<xmlChar, freed> value(
        xmlGetProp(const_cast<xmlNode*>(of), reinterpret_cast<const xmlChar*>(name)));
    return std::string(text_of(value.get()));
}

// What a reference by number means by the standard of HTML: of those that are controls, the character that Windows-1252
// has there; none where it has none.
char32_t of_number(char32_t code) {
    constexpr char32_t characters[] = {0x20ac, 0,      0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021,
                                       0x2c6,  0x2030, 0x160,  0x2039, 0x152,  0,      0x17d,  0,
                                       0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                       0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0,      0x17e,  0x178};
    return code >= 0x80 && code < 0xa0 && characters[code - 0x80] != 0 ? characters[code - 0x80] : code;
}

// The parser takes "&#128;" for a control, which no page has otherwise.
std::string with_numbers(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const utf8_character c = decode_utf8(text, at);
        char bytes[4];
        if (c.code >= 0x80 && c.code < 0xa0) plain.append(bytes, encode_utf8(of_number(c.code), bytes));
        else plain += text.substr(at, c.bytes);
        at += c.bytes;
    }
    return plain;
}

bool is_hidden(const xmlNode* node) {
    if (node->type != XML_ELEMENT_NODE) return node->type != XML_TEXT_NODE && node->type != XML_CDATA_SECTION_NODE;
    if (is_any(node, {"script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "select",
                      "svg", "iframe", "del", "strike", "s", "head"}))
        return true;
    return xmlHasProp(const_cast<xmlNode*>(node), reinterpret_cast<const xmlChar*>("hidden")) != nullptr ||
           attribute(node, "aria-hidden") == "true";
}

bool is_block(const xmlNode* node) {
    return is_any(node,
                  {"p",       "div",    "h1",      "h2",      "h3",      "h4",         "h5",  "h6",     "li",
                   "ul",      "ol",     "dl",      "dt",      "dd",      "tr",         "td",  "th",     "hr",
                   "br",      "table",  "section", "article", "main",    "blockquote", "pre", "figure", "figcaption",
                   "caption", "header", "body",    "details", "summary", "address"});
}

// Goes through a tree without recursion, which a page could make as deep as it likes: enter(node) says whether to go
// into it, leave(node) stands at its end.
template <class Enter, class Leave>
void walk(const xmlNode* root, Enter enter, Leave leave) {
    const xmlNode* at = root;
    while (at != nullptr) {
        if (enter(at) && at->children != nullptr) {
            at = at->children;
            continue;
        }
        for (;;) {
            leave(at);
            if (at == root) return;
            if (at->next != nullptr) {
                at = at->next;
                break;
            }
            at = at->parent;
        }
    }
}

// Runs of blanks are one, but for the ends of lines and paragraphs that elements make.
class text_writer {
public:
    void add(std::string_view text) {
        for (const char c : text) {
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r') is_blank_ = true;
            else put(c);
        }
    }
    void end_line(std::string_view by) {
        if (by.size() > ends_.size()) ends_ = by;
    }
    std::string take() { return std::move(text_); }
    std::size_t size() const noexcept { return text_.size(); }

private:
    void put(char c) {
        if (!text_.empty()) text_ += !ends_.empty() ? ends_ : is_blank_ ? std::string_view(" ") : std::string_view();
        ends_ = {};
        is_blank_ = false;
        text_ += c;
    }

    std::string text_{};
    std::string_view ends_{};
    bool is_blank_ = false;
};

std::string written(const xmlNode* root) {
    text_writer out;
    const bool is_all = is_any(root, {"body"});
    const auto part = [&](const xmlNode* node) {
        if (is_any(node, {"br"})) out.end_line("\n");
        else if (is_block(node)) out.end_line("\n\n");
    };
    walk(
        root,
        [&](const xmlNode* node) {
            if (node != root && (is_hidden(node) || (is_all && is_any(node, {"header"})))) return false;
            if (node->type != XML_ELEMENT_NODE) out.add(with_numbers(text_of(node->content)));
            else if (is_any(node, {"sup"})) out.add("^");
            else if (is_any(node, {"sub"})) out.add("_");
            part(node);
            return true;
        },
        part);
    return out.take();
}

// The first of a name, or the one that has most to say.
const xmlNode* find(const xmlNode* root, std::string_view name, bool longest = false) {
    const xmlNode* found = nullptr;
    std::size_t most = 0;
    walk(
        root,
        [&](const xmlNode* node) {
            if (!is_any(node, {name}) || (found != nullptr && !longest)) return true;
            const std::size_t size = longest ? written(node).size() : 1;
            if (size > most) found = node;
            most = std::max(most, size);
            return !longest;
        },
        [](const xmlNode*) {});
    return found;
}

// What the page says of itself.
std::string meta(const xmlNode* root, std::string_view name) {
    std::string value;
    walk(
        root,
        [&](const xmlNode* node) {
            if (value.empty() && is_any(node, {"meta"}) &&
                (attribute(node, "property") == name || attribute(node, "name") == name))
                value = attribute(node, "content");
            return true;
        },
        [](const xmlNode*) {});
    return value;
}

std::string day_of(const xmlNode* root) {
    std::string said = meta(root, "article:published_time");
    if (said.empty()) said = meta(root, "date");
    if (const xmlNode* time = find(root, "time"); said.empty() && time != nullptr) said = attribute(time, "datetime");
    constexpr std::string_view form = "0000-00-00";
    const bool is_day = said.size() >= form.size() &&
                        std::equal(form.begin(), form.end(), said.begin(),
                                   [](char f, char c) { return f == '-' ? c == '-' : c >= '0' && c <= '9'; });
    return is_day ? said.substr(0, form.size()) : std::string();
}

article read_page(std::string_view html, const std::string& file) {
    const std::unique_ptr<htmlParserCtxt, freed> parser(htmlNewParserCtxt());
    if (parser == nullptr) throw std::bad_alloc();
    constexpr int how = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
    const std::unique_ptr<xmlDoc, freed> page(
        htmlCtxtReadMemory(parser.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", how));
    const xmlNode* root = page == nullptr ? nullptr : xmlDocGetRootElement(page.get());
    if (root == nullptr || parser->lastError.level == XML_ERR_FATAL)
        refuse<xml_error>({file, 1, 1}, "a page of HTML that cannot be read; save its text");
    const xmlNode* from = find(root, "article", true);
    if (from == nullptr) from = find(root, "main");
    if (from == nullptr) from = find(root, "body");
    if (from == nullptr) from = root;
    article read{written(from)};
    read.title = meta(root, "og:title");
    if (const xmlNode* title = find(root, "title"); read.title.empty() && title != nullptr) {
        text_writer line;
        for (const xmlNode* each = title->children; each != nullptr; each = each->next)
            line.add(with_numbers(text_of(each->content)));
        read.title = line.take();
    }
    read.day = day_of(root);
    return read;
}

// The character that "&euro;" or "&#8364;" means; empty where it means none.
std::string meant(std::string_view reference) {
    std::uint32_t code = 0;
    if (reference.starts_with('#')) {
        const bool is_hex = reference.size() > 1 && (reference[1] | 0x20) == 'x';
        const char* const first = reference.data() + (is_hex ? 2 : 1);
        const char* const last = reference.data() + reference.size();
        const auto [end, failed] = std::from_chars(first, last, code, is_hex ? 16 : 10);
        if (failed != std::errc() || end != last) return {};
        code = static_cast<std::uint32_t>(of_number(code));
    } else if (const htmlEntityDesc* known =
                   htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(reference).c_str()))) {
        code = known->value;
    }
    if (code < 0x20 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return {};
    char bytes[4];
    return std::string(bytes, encode_utf8(code, bytes));
}

std::string without_references(std::string_view text) {
    constexpr std::size_t longest = 10;
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0;;) {
        const std::size_t sign = std::min(text.find('&', at), text.size());
        plain += text.substr(at, sign - at);
        if (sign == text.size()) return plain;
        const std::size_t end = text.substr(0, sign + longest).find(';', sign);
        const std::string character =
            end == std::string_view::npos ? std::string() : meant(text.substr(sign + 1, end - sign - 1));
        plain += character.empty() ? "&" : character;
        at = character.empty() ? sign + 1 : end + 1;
    }
}

} // namespace

article article_of(std::string_view text, const std::string& file) {
    constexpr std::size_t most = std::size_t{1} << 27; // what the parser's numbers hold, and more than any page has
    if (!is_html(text)) return {without_references(text)};
    if (text.size() > most) refuse<limit_error>({file, 1, 1}, "a page of more than " + std::to_string(most) + " bytes");
    return read_page(text, file);
}

article read_article(const std::string& path, const std::string& encoding) {
    return article_of(read_text(path, encoding), path == "-" ? "standard input" : path);
}

} // namespace io
CAMBIST_END
