// SPDX-License-Identifier: MIT
// How figures were read, in words.
#include <cambist/prose/parse.hpp>
#include <cambist/text/format_number.hpp>

#include <algorithm>
#include <string>
#include <string_view>

CAMBIST_BEGIN
namespace prose {

namespace {

std::string number_text(const exact& x) { return x.is_integer() ? format_number(x, {.grouped = true}) : to_string(x); }

std::string amount_text(const exact& x, const currency& c) {
    return c ? number_text(x) + ' ' + to_string(c) : number_text(x);
}

std::string number_why(const find& f, std::string_view number, std::string_view name) {
    const account& how = f.how;
    const std::string code = to_string(f.amount.currency());
    std::string why = "'";
    why.append(number) += "' is ";
    why += number_text(*f.amount.value());
    if (how.is_assumed) why += "; in " + code + ", assumed from the amount before it";
    if (how.is_accounting) why += ", in accounting's parentheses";
    if (how.is_changed_to) why += "; in " + code + ", as what it changes to";
    else if (f.amount.currency() && !how.is_assumed) (why += "; '").append(name) += "' is " + code;
    switch (f.amount.stated()) {
    case qualifier::exact: return why += "; written to the minor unit, so exact";
    case qualifier::rounded: why += how.is_fraction ? "; to the fraction named, " : "; its last digit is worth "; break;
    case qualifier::about: why += "; hedged, so to its last digit that is no trailing zero, worth "; break;
    default: return (why += "; '").append(to_string(f.amount.stated())) += "', at face value";
    }
    return why += amount_text(how.unit, f.amount.currency());
}

std::string vague_why(const find& f, std::string_view said) {
    std::string why = "no number is named: '";
    why.append(said) += f.how.is_two ? "' is two of " : "' is one of ";
    return why += amount_text(f.how.unit, f.amount.currency()) + " at least";
}

std::string range_why(const find& f) {
    const interval& ends = f.amount.bounds();
    std::string why = "a range, at face value: from " + number_text(ends.low()) + " to ";
    why += amount_text(ends.high(), f.amount.currency());
    if (f.how.is_distributed) why += "; the scale word after the second number holds for both";
    return why;
}

} // namespace

std::string_view unread_amount::missing() const {
    switch (what) {
    case kind::no_currency: return "a currency of its own";
    case kind::unclear_currency: return "which country's money it is";
    case kind::unknown_scale: return "the meaning of the word after the number, which may be its scale";
    case kind::unknown_sign: return "the meaning of the letters that touch the sign";
    case kind::shared_scale: return "whether the scale word after the next number holds for this one";
    case kind::unclear_separator: return "whether its separator is a point";
    case kind::broken: return "the rest of the number, on the next line";
    case kind::other: break;
    }
    return "how it is meant";
}

unread_amount::setting unread_amount::settled_by() const noexcept {
    switch (what) {
    case kind::unclear_currency: return setting::region;
    case kind::unknown_scale:
    case kind::unclear_separator: return setting::language;
    default: return setting::none;
    }
}

std::string find::why() const {
    const std::string_view words = amount.words();
    const std::string_view number = words.substr(std::min(how.number, words.size()), how.number_length);
    std::string said;
    switch (how.what) {
    case account::kind::none: return said;
    case account::kind::number:
        if (!amount.value()) return said; // another figure has taken its place
        said = number_why(*this, number, words.substr(std::min(how.name, words.size()), how.name_length));
        break;
    case account::kind::vague: said = vague_why(*this, number); break;
    case account::kind::range: said = range_why(*this); break;
    }
    if (!how.quoted_in.empty()) ((said += "; read in ").append(how.quoted_in)) += ", whose words these are";
    if (restates) said += "; says again what stands before it";
    const auto breaks = [](char c) { return c == '\n' || c == '\r' || c == '\t'; };
    std::replace_if(said.begin(), said.end(), breaks, ' '); // of the words, which may go over a line's end
    return said;
}

} // namespace prose
CAMBIST_END
