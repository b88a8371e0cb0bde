// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/compiled_only.hpp>
#include <cambist/numbers/error.hpp>

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

CAMBIST_BEGIN
namespace prose {

/// A tag of no language that is read here.
class language_error : public unreadable {
public:
    using unreadable::unreadable;
    error_kind kind() const noexcept override { return error_kind::language; }
};

/// A language and the habits of a region in it, by BCP 47 tag: "fr", "de-CH", "en-IN". A region without habits of its
/// own writes as the language does; a script or a variant between or after them changes nothing.
///
///     prose::language swiss("de-CH");   // 1'234.50 and 1,5 Mio. Fr.
///
class language {
public:
    /// Throws language_error.
    template <std::convertible_to<std::string_view> Tag>
    language(const Tag& tag) {
        read(tag);
    }

    /// "de" or "de-CH".
    const std::string& tag() const noexcept { return tag_; }
    /// "de".
    std::string_view code() const noexcept { return std::string_view(tag_).substr(0, tag_.find('-')); }
    /// "CH"; empty where none was said.
    std::string_view region() const noexcept {
        const std::size_t dash = tag_.find('-');
        return dash == std::string::npos ? std::string_view() : std::string_view(tag_).substr(dash + 1);
    }

    friend bool operator==(const language&, const language&) = default;

private:
    void read(std::string_view tag);

    std::string tag_{};
};

/// The languages that have a table, in alphabetical order.
std::vector<language> languages();

/// How much of a text `detect_language` looks at, in bytes.
inline constexpr std::size_t max_detected_bytes = 16'384;

/// What language a text seems to be in, by its commonest words and its letters.
struct language_guess {
    std::string name{};                ///< "Portuguese"; empty where it is like none that is known
    std::optional<language> read_as{}; ///< none for a language without a table
    int sure = 0;                      ///< per cent: 50 where as much tells for another, 90 where a third does
};

/// A few words that tell nothing are taken for English, and not surely; where as much tells for a language without a
/// table, for that one. A text in capitals is taken for what it is in small letters.
language_guess guess_language(std::string_view text);

/// The language that is guessed. \throws language_error where that has no table, or the text is like none
language detect_language(std::string_view text);

} // namespace prose
CAMBIST_END
