// SPDX-License-Identifier: MIT
// The General Decimal Arithmetic test suite (Mike Cowlishaw's; Python ships it, as Debian's libpython3.*-testsuite):
// decimal operations, rounded to so many digits. Here each is done exactly, and then rounded.
#include <cambist/numbers/exact.hpp>
#include <cambist/numbers/rounding.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace cambist;

namespace {

namespace fs = std::filesystem;

// Where it is: CAMBIST_TEST_DECIMAL_SUITE, or with a Python.
std::optional<fs::path> decimal_suite() {
    if (const char* given = std::getenv("CAMBIST_TEST_DECIMAL_SUITE")) return given;
    std::error_code none;
    for (const fs::directory_entry& each : fs::directory_iterator("/usr/lib", none)) {
        const fs::path files = each.path() / "test" / "decimaltestdata";
        if (each.path().filename().string().starts_with("python3") && fs::exists(files, none)) return files;
    }
    return std::nullopt;
}

struct decimal_case {
    std::string operation;
    std::vector<std::string> operands;
    std::string result;
    std::vector<std::string> conditions;
    int precision = 0;
    rounding mode{};

    bool has(std::string_view condition) const {
        return std::any_of(conditions.begin(), conditions.end(), [&](const std::string& c) { return c == condition; });
    }
};

std::string lower_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

// The words of a line up to a comment, without quotes.
std::vector<std::string> words_of(std::string_view line) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < line.size();) {
        const char c = line[at];
        if (c == ' ' || c == '\t' || c == '\r') {
            ++at;
        } else if (c == '\'' || c == '"') {
            const std::size_t end = std::min(line.find(c, at + 1), line.size());
            words.emplace_back(line.substr(at + 1, end - at - 1));
            at = end + 1;
        } else {
            const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
            if (line.substr(at, 2) == "--") break;
            words.emplace_back(line.substr(at, end - at));
            at = end;
        }
    }
    return words;
}

// A number of ours, if it is one: the suite has "+5", ".5" and "5." besides.
std::optional<exact> number_of(std::string text) {
    if (text.starts_with('+')) text.erase(0, 1);
    const std::size_t sign = text.starts_with('-') ? 1 : 0;
    if (text.substr(sign, 1) == ".") text.insert(sign, "0");
    const std::size_t point = text.find('.');
    if (point != std::string::npos && (point + 1 == text.size() || text[point + 1] == 'E' || text[point + 1] == 'e'))
        text.erase(point, 1);
    try {
        return parse_numeral(text);
    } catch (const error&) { // infinities, and what is beyond our limits
        return std::nullopt;
    }
}

exact whole_part(const exact& x) { return round_to_integer(x, rounding::down); }

// The exact result of an operation, before it is rounded to the precision.
using operation = std::function<exact(const std::vector<exact>&)>;
const std::map<std::string, operation> operations{
    {"add", [](const auto& x) { return x[0] + x[1]; }},
    {"subtract", [](const auto& x) { return x[0] - x[1]; }},
    {"multiply", [](const auto& x) { return x[0] * x[1]; }},
    {"divide", [](const auto& x) { return x[0] / x[1]; }},
    {"divideint", [](const auto& x) { return whole_part(x[0] / x[1]); }},
    {"remainder", [](const auto& x) { return x[0] - x[1] * whole_part(x[0] / x[1]); }},
    {"remaindernear", [](const auto& x) { return x[0] - x[1] * round_to_integer(x[0] / x[1], rounding::half_even); }},
    {"fma", [](const auto& x) { return x[0] * x[1] + x[2]; }},
    {"scaleb", [](const auto& x) { return x[0] * exact::pow10(static_cast<int>(x[1].to_int64().value())); }},
    {"abs", [](const auto& x) { return abs(x[0]); }},
    {"minus", [](const auto& x) { return -x[0]; }},
    {"plus", [](const auto& x) { return x[0]; }},
    {"apply", [](const auto& x) { return x[0]; }},
    {"reduce", [](const auto& x) { return x[0]; }},
    {"tosci", [](const auto& x) { return x[0]; }},
    {"toeng", [](const auto& x) { return x[0]; }},
    {"max", [](const auto& x) { return std::max(x[0], x[1]); }},
    {"min", [](const auto& x) { return std::min(x[0], x[1]); }},
    {"compare", [](const auto& x) { return exact(x[0] < x[1]   ? -1
                                                 : x[0] > x[1] ? 1
                                                               : 0); }},
    {"comparesig", [](const auto& x) { return exact(x[0] < x[1]   ? -1
                                                    : x[0] > x[1] ? 1
                                                                  : 0); }},
    {"logb", [](const auto& x) { return exact(leading_exponent(x[0])); }},
};
// Those that are not rounded to the precision, but by themselves.
const std::map<std::string, std::function<rounding_result<exact>(const std::vector<exact>&, const decimal_case&)>>
    rounded_operations{
        {"quantize",
         [](const auto& x, const decimal_case& c) {
             // To the exponent of the second: "1e-2", "0.01" and "12.34" say the same.
             const std::string digits = lower_case(c.operands[1]);
             const std::size_t e = digits.find('e');
             const std::size_t point = digits.find('.');
             const std::size_t end = std::min(e, digits.size());
             const int exponent = e == std::string::npos ? 0 : std::stoi(digits.substr(e + 1));
             return round(x[0], decimals{(point < end ? static_cast<int>(end - point) - 1 : 0) - exponent}, c.mode);
         }},
        {"rescale",
         [](const auto& x, const decimal_case& c) {
             return round(x[0], decimals{-static_cast<int>(x[1].to_int64().value())}, c.mode);
         }},
        {"tointegral", [](const auto& x, const decimal_case& c) { return round(x[0], decimals{0}, c.mode); }},
        {"tointegralx", [](const auto& x, const decimal_case& c) { return round(x[0], decimals{0}, c.mode); }},
        {"copy",
         [](const auto& x, const decimal_case&) {
             return rounding_result<exact>{x[0], 0};
         }},
        {"copyabs",
         [](const auto& x, const decimal_case&) {
             return rounding_result<exact>{abs(x[0]), 0};
         }},
        {"copynegate",
         [](const auto& x, const decimal_case&) {
             return rounding_result<exact>{-x[0], 0};
         }},
    };

enum class outcome { passed, failed, not_ours };

outcome judge(const decimal_case& c) {
    const auto plain = operations.find(c.operation);
    const auto rounded = rounded_operations.find(c.operation);
    if (plain == operations.end() && rounded == rounded_operations.end()) return outcome::not_ours;
    std::vector<exact> operands;
    for (const std::string& each : c.operands) {
        const std::optional<exact> number = number_of(each);
        if (!number) return outcome::not_ours;
        operands.push_back(*number);
    }
    if (c.operation == "divide" && operands[1] == 0) { // infinity, or no number: refused here
        try {
            static_cast<void>(operands[0] / operands[1]);
        } catch (const division_by_zero&) {
            return outcome::passed;
        }
        return outcome::failed;
    }
    // Of limited exponents, which we do not have.
    for (const char* const limited : {"Overflow", "Underflow", "Subnormal", "Clamped"})
        if (c.has(limited)) return outcome::not_ours;
    const std::optional<exact> expected = number_of(c.result);
    if (!expected) return outcome::not_ours;
    const rounding_result<exact> result = plain != operations.end()
                                              ? round(plain->second(operands), significant{c.precision}, c.mode)
                                              : rounded->second(operands, c);
    const bool says_inexact = c.operation != "tointegral" && c.operation != "tointegralx";
    const bool agrees = result.rounded == *expected && (!says_inexact || (result.residue != 0) == c.has("Inexact"));
    return agrees ? outcome::passed : outcome::failed;
}

struct tallied {
    std::size_t passed = 0;
    std::size_t not_ours = 0;
};

void run_file(const fs::path& path, tallied& into) {
    const std::map<std::string, rounding> modes{{"half_even", rounding::half_even}, {"half_up", rounding::half_up},
                                                {"half_down", rounding::half_down}, {"up", rounding::up},
                                                {"down", rounding::down},           {"ceiling", rounding::ceiling},
                                                {"floor", rounding::floor},         {"05up", rounding::zero_five_up}};
    std::ifstream in(path);
    decimal_case context;
    for (std::string line; std::getline(in, line);) {
        const std::vector<std::string> words = words_of(line);
        if (words.size() == 2 && lower_case(words[0]) == "precision:") context.precision = std::stoi(words[1]);
        if (words.size() == 2 && lower_case(words[0]) == "rounding:") context.mode = modes.at(lower_case(words[1]));
        const auto arrow = std::find(words.begin(), words.end(), "->");
        if (arrow == words.end() || arrow - words.begin() < 3 || words.end() - arrow < 2) continue;
        decimal_case c = context;
        c.operation = lower_case(words[1]);
        c.operands.assign(words.begin() + 2, arrow);
        c.result = arrow[1];
        c.conditions.assign(arrow + 2, words.end());
        const outcome how = judge(c);
        CHECK_MESSAGE(how != outcome::failed, path.filename().string(), ": ", line);
        into.passed += how == outcome::passed;
        into.not_ours += how == outcome::not_ours;
    }
}

} // namespace

TEST_CASE("decimal suite: each operation that we have comes to what the suite says") {
    const std::optional<fs::path> files = decimal_suite();
    if (!files) {
        MESSAGE("SKIPPED: the General Decimal Arithmetic suite is not here; Debian's libpython3.11-testsuite has it");
        return;
    }
    tallied all;
    for (const fs::directory_entry& each : fs::directory_iterator(*files))
        if (each.path().extension() == ".decTest") run_file(each.path(), all);
    MESSAGE(all.passed, " cases, and ", all.not_ours, " of what we do not have");
    CHECK(all.passed >= 28'000);
}
