// SPDX-License-Identifier: MIT
#include "output/html.hpp"

#include <cambist/text/utf8.hpp>
#include <cambist/version.hpp>

namespace program {

namespace {

// What pages share: dark on white, a table that scrolls where it is too wide for a phone, and a form for paper.
constexpr std::string_view shared_style = R"(
:root { color-scheme: light; }
body { font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: #1a1a1a;
  background: #fff; max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: clamp(1.6rem, 4vw, 2.3rem); line-height: 1.15; margin: 0 0 .8rem; text-wrap: balance; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; }
a { color: #0b4f8a; }
table { border-collapse: collapse; font-size: .94rem; }
caption { text-align: left; font-weight: 600; padding: 0 0 .5rem; white-space: nowrap; }
th, td { padding: .4rem .7rem .4rem 0; border-bottom: 1px solid #ddd; text-align: left; vertical-align: top; }
thead th { border-bottom: 1px solid #1a1a1a; vertical-align: bottom; }
tbody th { font-weight: 600; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; padding: .4rem .8rem .4rem .4rem; }
.scrolls { overflow-x: auto; }
.scrolls:focus-visible { outline: 2px solid #0b4f8a; outline-offset: 2px; }
.aside, small, footer { color: #555; }
footer { margin-top: 3rem; padding-top: .8rem; border-top: 1px solid #ddd; font-size: .85rem; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } .scrolls { overflow: visible; }
  h2 { break-after: avoid; } tr, figure { break-inside: avoid; } })";

} // namespace

const std::string_view page_end = "<footer>Made by cambist " CAMBIST_VERSION ".</footer>\n</body>\n</html>\n";

std::string page_head(std::string_view title, std::string_view style) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
           "content=\"width=device-width, "
           "initial-scale=1\">\n<title>" +
           escaped(title) + "</title>\n<style>" + std::string(shared_style) + std::string(style) +
           "</style>\n</head>\n<body>\n";
}

std::string scrolling(std::string_view label, std::string_view table) {
    return "<div class=\"scrolls\" role=\"region\" tabindex=\"0\" aria-label=\"" + escaped(label) + "\">\n" +
           std::string(table) + "</div>\n";
}

std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, bytes] = cambist::decode_utf8(text, at);
        const std::string_view c = text.substr(at, bytes);
        at += bytes;
        const bool is_turning = code >= 0x202a && code <= 0x202e;
        const bool is_isolating = code >= 0x2066 && code <= 0x2069;
        const bool is_control = (code < 0x20 || code == 0x7f) && code != '\n' && code != '\t';
        if (code == cambist::utf8_character::bad || is_turning || is_isolating || is_control) out += "\xef\xbf\xbd";
        else if (c == "&") out += "&amp;";
        else if (c == "<") out += "&lt;";
        else if (c == ">") out += "&gt;";
        else if (c == "\"") out += "&quot;";
        else out += c;
    }
    return out;
}

} // namespace program
