// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/compiled_only.hpp>
#include <cambist/figures/precision.hpp>
#include <cambist/prose/language.hpp>
#include <cambist/rates/rate.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

CAMBIST_BEGIN
namespace prose {

/// How written figures are read.
struct reading_options : figure_options {
    currency dollar = parse_currency("USD"); ///< of "dollars" and "$" alone
    currency pound = parse_currency("GBP");  ///< of "pounds" and "£" alone
    currency yen = parse_currency("JPY");    ///< of "¥" alone
};

/// How a figure was read: places in its words, and what the figure does not tell by itself. `find::why` says it.
struct account {
    enum class kind : std::uint8_t { none, number, vague, range };
    kind what = kind::none;
    bool is_fraction = false;    ///< "half a million"
    bool is_accounting = false;  ///< "($15.7 million)"
    bool is_changed_to = false;  ///< the currency is that of the amount it changes to
    bool is_assumed = false;     ///< the currency is that of the amount before it
    bool is_two = false;         ///< of a vague one: "billions" is two at least
    bool is_distributed = false; ///< of a range: the scale word after the second number holds for both
    std::size_t number = 0;      ///< where the number begins, in bytes from the first of the words
    std::size_t number_length = 0;
    std::size_t name = 0; ///< where the currency is named
    std::size_t name_length = 0;
    exact unit{};                 ///< one of the last digit; of a vague figure the one that is named
    std::string_view quoted_in{}; ///< the language by whose table it was read, where it is not its text's
};

/// An amount that a text has and that was not taken, since something is missing to know it.
struct unread_amount {
    enum class kind : std::uint8_t {
        no_currency,       ///< a number with a scale word, and no currency of its own
        unclear_currency,  ///< a currency that several countries have: "pesos"
        unknown_scale,     ///< a word that may be the number's scale word, and that the language does not have
        unknown_sign,      ///< letters that touch a currency's sign and make another of it
        shared_scale,      ///< a scale word after the next number, that may hold for this one too
        unclear_separator, ///< a separator that may be a point and may part groups
        broken,            ///< a number that goes on on the next line
        other              ///< beside a currency, and not understood
    };
    kind what = kind::other;
    std::size_t begin = 0; ///< in bytes from the text's start, as a find's
    std::size_t end = 0;
    currency hint{}; ///< that of the amount before it in its sentence

    /// What is missing to know it, in English: "a currency of its own".
    std::string_view missing() const;
    /// What is said beside a text, to `parse`: the language it is in, and the region of that.
    enum class setting : std::uint8_t { none, language, region };
    /// Which of them would settle it: `setting::region`, of `language("es-MX")`; none where neither would.
    setting settled_by() const noexcept;
};

} // namespace prose

template <>
inline constexpr auto names_of<prose::unread_amount::kind> = name_table("no currency", "unclear currency",
                                                                        "unknown scale", "unknown sign", "shared scale",
                                                                        "unclear separator", "broken", "other");
template <>
inline constexpr auto names_of<prose::unread_amount::setting> = name_table("none", "language", "region");
template <>
inline constexpr auto names_of<prose::account::kind> = name_table("none", "number", "vague", "range");

namespace prose {

constexpr std::string_view to_string(unread_amount::kind value) noexcept { return name_of(value); }
constexpr std::string_view to_string(unread_amount::setting value) noexcept { return name_of(value); }
constexpr std::string_view to_string(account::kind value) noexcept { return name_of(value); }

/// A figure found in a text.
struct find {
    std::size_t begin = 0;                 ///< the first byte; always of a whole character
    std::size_t end = 0;                   ///< the byte after the last
    figure amount;                         ///< `amount.words()` is the text between
    account how{};                         ///< how it was read
    std::optional<std::size_t> restates{}; ///< an earlier find, which this one says again in another currency

    /// How it was read, in English; made when it is asked for. Empty where nothing is known of it.
    std::string why() const;
};

/// A rate stated in a text: "(1 dollar = 0.9211 euro)".
struct rate_note {
    std::size_t begin = 0;
    std::size_t end = 0;
    rate quote;
    std::string words{};
};

/// The figures and rates that a text states, in the order in which it says it.
struct reading {
    language in;
    std::vector<find> figures{};
    std::vector<rate_note> rates{};
    std::vector<unread_amount> not_read{}; ///< what else looks like an amount
};

/// One expression, and nothing but it: "15,7 milliards d'euros", "rund 1,2 Mrd. Euro", "Rs 86,45,210",
/// "約2兆3,000億円". Blanks and a full stop around it, a restatement in parentheses after it, and "per share" and its
/// like are let be. A number without a currency is a figure of no currency, `currency{}`. \throws parse_error,
/// limit_error (a number beyond `max_digits`)
figure parse_figure(std::string_view text, const language& in, const reading_options& policy = {});

/// Every amount of money in a text, linear in its length; in its own language, or the one detected. A number that is
/// not money is no find, nor is the tail of a longer number. Bytes that are no UTF-8 are part of no find.
///
///     reading said = prose::parse("... 2 milliards d'euros (2,2 milliards de dollars) ...");
///     said.figures[1].restates;   // 0
///
reading parse(std::string_view text, const std::optional<language>& in = {}, const reading_options& policy = {});

/// A figure, and the language in which it was read.
struct sole_figure {
    find found;
    language in;
};

/// The one figure that a few words state: an expression and nothing but it, as `parse_figure` reads it, or words that
/// leave no doubt of theirs, because it is the only one, but for what says it again. Where no language is named, few
/// words tell none: it is the one detected or, where that does not read them, the first to read an amount of money in
/// them. \throws as `parse_figure` does, of the language named or detected
///
///     prose::parse_sole_figure("Der Bau kostet rund 1,2 Milliarden Euro").in.tag();   // "de"
///
sole_figure parse_sole_figure(std::string_view text, const std::optional<language>& in = {},
                              const reading_options& policy = {});

} // namespace prose
CAMBIST_END
