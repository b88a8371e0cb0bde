// SPDX-License-Identifier: MIT
#include "words.hpp"

#include <cambist/text/printable.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

CAMBIST_BEGIN
namespace io {
namespace {

// How many characters must be changed, added or left out to make `b` of `a`.
std::size_t edits(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0u : 1u);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

std::string as_written(std::string_view text) {
    constexpr std::size_t most = 60;
    std::size_t end = std::min(text.size(), most);
    while (end != 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    std::string shown = "\"";
    for (const char c : printable(text.substr(0, end)))
        if (c == '"') shown += "\\\"";
        else shown += c;
    return shown + (end < text.size() ? "...\"" : "\"");
}

std::string_view nearest_to(std::string_view word, std::span<const std::string_view> known, std::size_t longest) {
    std::string_view nearest;
    std::size_t fewest = word.size() > longest ? 0 : word.size() / 2 + 1;
    for (const std::string_view each : known) {
        if (fewest == 0) break;
        if (const std::size_t n = edits(word, each); n < fewest) {
            nearest = each;
            fewest = n;
        }
    }
    return nearest;
}

std::string_view slip_of(std::string_view word, std::span<const std::string_view> known) {
    constexpr std::size_t shortest = 4; // of others most are near to something
    if (word.size() < shortest || is_one_of(word, known)) return {};
    const auto is_slip = [word](std::string_view meant) {
        const std::size_t n = edits(word, meant);
        return n == 1 || (n == 2 && std::is_permutation(word.begin(), word.end(), meant.begin(), meant.end()));
    };
    const auto found = std::find_if(known.begin(), known.end(), is_slip);
    return found != known.end() ? *found : std::string_view();
}

std::string remedy(std::string_view word, std::span<const std::string_view> known) {
    const std::string_view nearest = nearest_to(word, known);
    if (!nearest.empty()) return "; did you mean " + named(nearest) + "?";
    std::string all = "; known are ";
    for (std::size_t i = 0; i < known.size(); ++i) {
        all += i == 0 ? "" : i + 1 == known.size() ? " and " : ", ";
        all += named(known[i]);
    }
    return all;
}

} // namespace io
CAMBIST_END
