// SPDX-License-Identifier: MIT
#pragma once

// Reads tests/prose/corpus. Its files say what their lines mean.

#include <cambist/figures/figure.hpp>
#include <cambist/prose/language.hpp>

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace corpus {

using namespace cambist;

struct truth {
    std::string currency{};
    interval bounds = exact();
    std::string qualifier{};
};
struct expression {
    std::string place{};
    std::string language{};
    std::string words{};
    std::optional<truth> meaning{}; ///< none where it is no figure
};
struct marked {
    std::size_t begin = 0;
    std::size_t end = 0;
    truth meaning{};
    std::optional<std::size_t> restates{};
};
struct marked_rate {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string quote{};
};
struct sentence {
    std::string language{};
    std::vector<std::string> nearby{}; ///< "to=2029"
    std::string words{};
};
struct text {
    std::string name{};
    std::string language{};
    std::string plain{};
    std::vector<marked> figures{};
    std::vector<marked_rate> rates{};
};

inline std::vector<std::string> split(const std::string& line, std::string_view by) {
    std::vector<std::string> parts;
    std::size_t start = 0;
    for (std::size_t at; (at = line.find(by, start)) != std::string::npos; start = at + by.size())
        parts.push_back(line.substr(start, at - start));
    parts.push_back(line.substr(start));
    return parts;
}

inline truth read_truth(std::string currency, std::string low, std::string high, std::string qualifier) {
    bound low_end = bound::closed;
    bound high_end = bound::closed;
    if (low.starts_with('(')) {
        low_end = bound::open;
        low.erase(0, 1);
    }
    if (high == "inf") {
        high_end = bound::infinite;
        high = "0";
    } else if (high.ends_with(')')) {
        high_end = bound::open;
        high.pop_back();
    }
    for (char& c : qualifier) c = c == '-' ? ' ' : c;
    return {currency == "-" ? "" : std::move(currency), interval(exact(low), exact(high), low_end, high_end),
            std::move(qualifier)};
}

struct place_and_line {
    std::string place{};
    std::string line{};
};

// A file, and its like for each language that has a table: "texts.txt", "texts-de.txt", ...
inline std::vector<std::string> of_each_language() {
    std::vector<std::string> all{""};
    for (const prose::language& each : prose::languages()) all.push_back("-" + each.tag());
    return all;
}
inline std::vector<place_and_line> lines_of(const std::string& name,
                                            const std::vector<std::string>& each = of_each_language()) {
    std::vector<place_and_line> lines;
    for (const std::string& of : each) {
        const std::string file = "tests/prose/corpus/" + name + of + ".txt";
        std::ifstream in(file);
        if (!in) throw std::runtime_error("cannot read " + file);
        std::size_t number = 0;
        for (std::string line; std::getline(in, line);)
            lines.push_back({name + of + ".txt:" + std::to_string(++number), line});
    }
    return lines;
}

inline std::vector<expression> expressions() {
    std::vector<expression> all;
    for (const auto& [place, line] : lines_of("expressions")) {
        if (line.empty() || line.starts_with('#')) continue;
        std::vector<std::string> f = split(line, " | ");
        if (f.at(1) == "sentence") continue;
        expression e;
        e.place = place;
        e.language = f.at(0);
        if (f.at(1) != "refused") {
            e.meaning = read_truth(f.at(1), f.at(2), f.at(3), f.at(4));
            e.words = f.at(5);
        } else {
            e.words = line.substr(line.rfind("| ") + 2);
        }
        all.push_back(std::move(e));
    }
    return all;
}

// A sentence of each language with "{}" in the place of two expressions.
inline std::map<std::string, std::string> sentences_of_two() {
    std::map<std::string, std::string> all;
    for (const auto& [place, line] : lines_of("expressions")) {
        const std::vector<std::string> f = split(line, " | ");
        if (f.size() == 3 && f[1] == "sentence") all.emplace(f[0], f[2]);
    }
    return all;
}

inline std::vector<sentence> sentences() {
    std::vector<sentence> all;
    for (const auto& [place, line] : lines_of("nearby", {""})) {
        if (line.empty() || line.starts_with('#')) continue;
        const std::vector<std::string> f = split(line, " | ");
        all.push_back({f.at(0), f.at(1) == "-" ? std::vector<std::string>() : split(f[1], ";"), f.at(2)});
    }
    return all;
}

inline std::vector<text> texts() {
    std::vector<text> all;
    for (const auto& [place, line] : lines_of("texts")) {
        if (line.starts_with("# ")) continue;
        if (line.starts_with("== ")) {
            const std::vector<std::string> head = split(line, " ");
            all.push_back({head.at(1) + " " + head.at(2), head.at(1), {}, {}, {}});
            continue;
        }
        if (!all.empty()) all.back().plain += line + "\n";
    }
    for (text& t : all) {
        std::string plain;
        for (std::size_t i = 0; i < t.plain.size(); ++i) {
            const char c = t.plain[i];
            if (c != '{' && c != '[') {
                plain += c;
                continue;
            }
            const std::size_t bar = t.plain.find('|', i);
            const std::size_t close = t.plain.find(c == '{' ? '}' : ']', bar);
            const std::string said = t.plain.substr(i + 1, bar - i - 1);
            const std::string words = t.plain.substr(bar + 1, close - bar - 1);
            if (c == '[') {
                t.rates.push_back({plain.size(), plain.size() + words.size(), said});
            } else {
                const std::vector<std::string> f = split(said, " ");
                std::string stated = f.at(3);
                std::size_t at = 4;
                if (at < f.size() && f[at] == "than") stated += " " + f[at++]; // "more than"
                marked m{plain.size(), plain.size() + words.size(), read_truth(f[0], f[1], f[2], stated), {}};
                if (at < f.size()) m.restates = std::stoul(f[at].substr(1));
                t.figures.push_back(std::move(m));
            }
            plain += words;
            i = close;
        }
        t.plain = plain;
    }
    return all;
}

} // namespace corpus
