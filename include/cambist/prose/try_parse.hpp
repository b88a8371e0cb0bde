// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/outcome.hpp>
#include <cambist/prose/language.hpp>
#include <cambist/prose/parse.hpp>

#include <concepts>
#include <optional>
#include <string_view>

CAMBIST_BEGIN
namespace prose {

// The calls of the same name without `try_`, with their errors kept rather than thrown: those of a tag, too.

inline outcome<language> try_language(std::string_view tag) {
    return attempt([&] { return language(tag); });
}
template <std::convertible_to<language> Language>
outcome<figure> try_parse_figure(std::string_view text, const Language& in, const reading_options& policy = {}) {
    return attempt([&] { return parse_figure(text, in, policy); });
}
template <std::convertible_to<std::optional<language>> Language = std::optional<language>>
outcome<reading> try_parse(std::string_view text, const Language& in = {}, const reading_options& policy = {}) {
    return attempt([&] { return parse(text, in, policy); });
}
template <std::convertible_to<std::optional<language>> Language = std::optional<language>>
outcome<sole_figure> try_parse_sole_figure(std::string_view text, const Language& in = {},
                                           const reading_options& policy = {}) {
    return attempt([&] { return parse_sole_figure(text, in, policy); });
}

} // namespace prose
CAMBIST_END
