// SPDX-License-Identifier: MIT
#include "tree.hpp"

#include "../text/text.hpp"

#include <cambist/numbers/detail/numeral.hpp>
#include <cambist/text/utf8.hpp>

#include <algorithm>
#include <cstdint>

CAMBIST_BEGIN
namespace io {
namespace {

using cambist::detail::is_digit;

// RFC 8259, strictly. Numbers stay the text they are.
class json_parser {
public:
    json_parser(std::string_view text, const std::string& file) : text_(text), file_(file) {}

    tree_node read() {
        tree_node root;
        value(root, 1);
        skip_blanks();
        if (at_ != text_.size()) refuse_here("nothing more");
        return root;
    }

private:
    void value(tree_node& into, int depth) {
        if (depth > max_json_depth)
            refuse<depth_error>(here(), "more than " + std::to_string(max_json_depth) + " values, one in another");
        skip_blanks();
        count_node(nodes_, [&] { return here(); });
        into.offset = at_;
        if (next() == '{') return object(into, depth);
        if (next() == '[') return array(into, depth);
        if (next() == '"') into.text = string();
        else if (next() == '-' || is_digit(next())) number(into);
        else if (!word("true", into) && !word("false", into) && !word("null", into)) refuse_here("a value");
        if (into.text == "null" && text_[into.offset] == 'n') into.text.clear();
    }

    void object(tree_node& into, int depth) {
        into.is_leaf = false;
        ++at_;
        for (bool first = true; !closes('}', first); first = false) {
            skip_blanks();
            if (next() != '"') refuse_here("a key in quotes");
            tree_node& member = into.children.emplace_back();
            member.name = string();
            skip_blanks();
            if (next() != ':') refuse_here("a colon");
            ++at_;
            value(member, depth + 1);
        }
    }

    void array(tree_node& into, int depth) {
        into.is_leaf = false;
        into.is_list = true;
        ++at_;
        for (bool first = true; !closes(']', first); first = false) {
            tree_node& element = into.children.emplace_back();
            element.name = std::to_string(into.children.size() - 1);
            value(element, depth + 1);
        }
    }

    // Goes over the comma or the bracket.
    bool closes(char bracket, bool first) {
        skip_blanks();
        if (next() == bracket) {
            ++at_;
            return true;
        }
        if (first) return false;
        if (next() != ',') refuse_here(std::string("a comma, or ") + bracket);
        ++at_;
        skip_blanks();
        if (next() == bracket) refuse_here("a value after the comma");
        return false;
    }

    void number(tree_node& into) {
        const std::size_t start = at_;
        if (next() == '-') ++at_;
        if (next() == '0' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1])) refuse_here("no zero before a number");
        digits();
        if (next() == '.') ++at_, digits();
        if (next() == 'e' || next() == 'E') {
            ++at_;
            if (next() == '-' || next() == '+') ++at_;
            digits();
        }
        into.text = std::string(text_.substr(start, at_ - start));
        into.plain = true;
    }
    void digits() {
        if (!is_digit(next())) refuse_here("a digit");
        while (is_digit(next())) ++at_;
    }

    bool word(std::string_view what, tree_node& into) {
        if (!text_.substr(at_).starts_with(what)) return false;
        at_ += what.size();
        into.text = std::string(what);
        return true;
    }

    std::string string() {
        std::string read;
        for (++at_; next() != '"'; ++at_) {
            if (at_ == text_.size()) refuse_here("a quote at the end of the string");
            if (static_cast<unsigned char>(next()) < 0x20) refuse_here("no control character in a string");
            if (next() != '\\') read += next();
            else escape(read);
        }
        ++at_;
        return read;
    }

    void escape(std::string& into) {
        ++at_;
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
        if (const std::size_t which = letters.find(next()); which != std::string_view::npos && at_ < text_.size()) {
            into += meant[which];
            return;
        }
        if (next() != 'u') refuse_here("an escape of JSON");
        std::uint32_t code = hex();
        if (code >= 0xd800 && code < 0xdc00 && text_.substr(at_ + 1, 2) == "\\u") {
            at_ += 2;
            const std::uint32_t low = hex();
            if (low < 0xdc00 || low > 0xdfff) refuse_here("the second half of a character");
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        } else if (code >= 0xd800 && code <= 0xdfff) {
            refuse_here("both halves of a character");
        }
        char bytes[4];
        into.append(bytes, encode_utf8(code, bytes));
    }
    // Leaves `at_` at the last of the four.
    std::uint32_t hex() {
        std::uint32_t code = 0;
        for (int i = 0; i < 4; ++i) {
            ++at_;
            const char c = next();
            const int digit = is_digit(c)            ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : -1;
            if (digit < 0) refuse_here("four hexadecimal digits");
            code = code * 16 + static_cast<std::uint32_t>(digit);
        }
        return code;
    }
    void skip_blanks() {
        while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
    }
    char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    citation here() const { return line_counter(text_).place(file_, at_); }
    [[noreturn]] void refuse_here(const std::string& expected) const {
        refuse<json_error>(here(),
                           "not JSON: expected " + expected + ", found " + detail::quoted(text_.substr(at_, 1)));
    }

    std::string_view text_;
    const std::string& file_;
    std::size_t at_ = 0;
    std::size_t nodes_ = 0;
};

} // namespace

tree_node read_json(std::string_view text, const std::string& file) { return json_parser(text, file).read(); }

} // namespace io
CAMBIST_END
