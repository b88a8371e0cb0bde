// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/io/rates.hpp>

#include <string>
#include <vector>

/// All that a quote says: "100 JPY = 0.5869 EUR on 2024-05-29 at q.csv:2:20; ECB, published 2024-05-30".
inline std::string shown(const cambist::rate& r) {
    return to_string(r) + (r.day() ? " on " + cambist::to_string(*r.day()) : "") + " at " + to_string(r.where()) +
           (r.source().empty() ? "" : "; " + r.source()) +
           (r.published() ? ", published " + cambist::to_string(*r.published()) : "");
}

inline std::vector<std::string> shown(const cambist::io::rate_file& file) {
    std::vector<std::string> lines;
    for (const cambist::rate& r : file.quotes) lines.push_back(shown(r));
    return lines;
}
