// SPDX-License-Identifier: MIT
#include "text.hpp"

#include <algorithm>

namespace program {

namespace {

// For HTML, and with the replacement character for each byte that is no UTF-8 and each control that could turn or hide
// what is shown.
std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t bytes = lead < 0x80   ? 1
                                  : lead < 0xc2 ? 0
                                  : lead < 0xe0 ? 2
                                  : lead < 0xf0 ? 3
                                  : lead < 0xf5 ? 4
                                                : 0;
        bool is_whole = bytes != 0 && at + bytes <= text.size();
        for (std::size_t i = 1; is_whole && i < bytes; ++i)
            is_whole = (static_cast<unsigned char>(text[at + i]) & 0xc0) == 0x80;
        const std::string_view c = text.substr(at, is_whole ? bytes : 1);
        at += c.size();
        const bool is_turning = c >= "\xe2\x80\xaa" && c <= "\xe2\x80\xae";
        const bool is_isolating = c >= "\xe2\x81\xa6" && c <= "\xe2\x81\xa9";
        const bool is_control = bytes == 1 && (lead < 0x20 || lead == 0x7f) && lead != '\n' && lead != '\t';
        if (!is_whole || is_turning || is_isolating || is_control) out += "\xef\xbf\xbd";
        else if (c == "&") out += "&amp;";
        else if (c == "<") out += "&lt;";
        else if (c == ">") out += "&gt;";
        else if (c == "\"") out += "&quot;";
        else out += c;
    }
    return out;
}

constexpr std::string_view head = R"(<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Figures</title>
<style>
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
article { white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: #ffe9a8; border-radius: .2rem; padding: 0 .1rem; }
mark.restates { background: #cfe8ff; }
mark.rate { background: #d8f3d8; }
mark a { color: inherit; text-decoration: none; }
sup { font-size: .7rem; }
table { border-collapse: collapse; margin-top: 2rem; }
td, th { border-top: 1px solid #bbb; padding: .3rem .6rem; text-align: left; vertical-align: top; }
</style>
)";

struct span {
    std::size_t begin;
    std::size_t end;
    std::string open;
    std::string close;
};

} // namespace

std::string page_of(const judged_text& read) {
    std::vector<span> spans;
    for (std::size_t i = 0; i < read.said.figures.size(); ++i) {
        const prose::find& f = read.said.figures[i];
        const std::string number = std::to_string(i + 1);
        spans.push_back({f.begin, f.end,
                         "<mark id=\"f" + number + "\"" + (f.restates ? " class=\"restates\"" : "") + " title=\"" +
                             escaped(interval_text(f.amount) + ": " + f.why) + "\"><a href=\"#w" + number + "\">",
                         "<sup>" + number + "</sup></a></mark>"});
    }
    for (const prose::rate_note& n : read.said.rates) {
        spans.push_back(
            {n.begin, n.end, "<mark class=\"rate\" title=\"a rate: " + escaped(to_string(n.quote)) + "\">", "</mark>"});
    }
    std::sort(spans.begin(), spans.end(), [](const span& a, const span& b) { return a.begin < b.begin; });

    std::string page =
        "<!DOCTYPE html>\n<html lang=\"" + read.said.in.tag() + "\">\n" + std::string(head) + "<article>";
    std::size_t at = 0;
    for (const span& s : spans) {
        page += escaped(std::string_view(read.text).substr(at, s.begin - at)) + s.open;
        page += escaped(std::string_view(read.text).substr(s.begin, s.end - s.begin)) + s.close;
        at = s.end;
    }
    page += escaped(std::string_view(read.text).substr(at)) + "</article>\n";

    page += "<table lang=\"en\">\n<tr><th></th><th>Figure</th><th>What it means</th><th>Why</th></tr>\n";
    for (std::size_t i = 0; i < read.said.figures.size(); ++i) {
        const prose::find& f = read.said.figures[i];
        const std::string number = std::to_string(i + 1);
        page += "<tr id=\"w" + number + "\"><td><a href=\"#f" + number + "\">" + number + "</a></td><td>" +
                escaped(f.amount.words()) + "</td><td>" + escaped(interval_text(f.amount)) + "<br>" +
                std::string(name_of(f.amount.stated()));
        if (read.converted[i]) page += "<br>= " + escaped(interval_text(*read.converted[i]));
        page += "</td><td>" + escaped(f.why);
        if (f.restates) page += "<br>restates " + std::to_string(*f.restates + 1);
        if (read.verdicts[i]) page += ": " + escaped(verdict_text(*read.verdicts[i]));
        for (const prose::candidate& c : f.nearby) {
            page += "<br>to confirm: " + std::string(to_string(c.what)) +
                    (c.value.empty() ? "" : " " + escaped(c.value)) + " (&#8220;" + escaped(c.words) + "&#8221;)";
        }
        page += "</td></tr>\n";
    }
    return page + "</table>\n</html>\n";
}

} // namespace program
