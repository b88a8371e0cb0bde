// SPDX-License-Identifier: MIT
#include "output/csv.hpp"

#include <cambist/text/printable.hpp>

#include <string_view>

namespace program {

std::string csv_field(std::string text) {
    text = cambist::printable(text);
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        text.insert(0, 1, '\'');
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
}

} // namespace program
