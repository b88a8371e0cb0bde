// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/detail/counted.hpp>
#include <cambist/text/format_conversion.hpp>

#include <algorithm>
#include <cstdlib>

CAMBIST_BEGIN
namespace detail {

// Where a leg's quote was published and read: "; ECB; rates.csv:12:5".
inline std::string provenance(const std::string& source, const std::string& place) {
    return (source.empty() ? "" : "; " + source) + (place.empty() || place == source ? "" : "; " + place);
}

// "250 quotes of ECB (ecb.csv), 1 quote of fut.csv"
inline std::string sources_text(const sample& made) {
    std::string text;
    for (const sample::origin& each : made.sources) {
        const std::string& name = each.source.empty() ? each.file : each.source;
        text += (text.empty() ? "; " : ", ") + counted(each.quotes, each.basis == basis::law ? "day" : "quote") +
                " of " + (name.empty() ? "no source" : name);
        if (!each.source.empty() && !each.file.empty()) text += " (" + each.file + ")";
    }
    return text;
}

// "from 257 quotes of 2005-01-03 to 2005-12-30, 127 of them carried by law (1 RON = 10000 ROL from 2005-07-01)"
inline std::string sample_text(const sample& made) {
    const bool by_days = std::any_of(made.laws.begin(), made.laws.end(), [](const auto& l) { return l.days != 0; });
    std::string text = "from " + counted(made.quotes, by_days ? "day" : "quote") + " of " + to_string(made.first);
    if (made.last != made.first) text += " to " + to_string(made.last);
    for (const sample::by_law& each : made.laws) {
        const auto told = [&](std::size_t count, std::string_view how) {
            if (count == 0) return;
            text += ", " + std::to_string(count) + " of them " + std::string(how) + " (" + to_string(each.ratio);
            text += each.ratio.day() ? " from " + to_string(*each.ratio.day()) + ")" : ")";
        };
        told(each.quotes, "carried by law");
        told(each.days, "by law alone");
    }
    if (made.of.empty()) return text;
    text += ", over " + counted(made.quotes, "day") + " that " + (made.of.size() == 2 ? "both" : "all") + " have, of ";
    for (std::size_t i = 0; i < made.of.size(); ++i)
        text += (i == 0 ? "" : i + 1 == made.of.size() ? " and " : ", ") + std::to_string(made.of[i]);
    return text;
}

// With so many decimals: "1 EUR = 1.1500 USD", or "1 EUR ~ 3.620897 RON" where there are more.
inline std::string rounded_quote(const rate& quote, int digits) {
    const exact& price = quote.quote().amount();
    const bool is_all = round(price, decimals{digits}).residue == 0;
    return to_string(quote.base()) + (is_all ? " = " : " ~ ") + to_decimal(price, {digits}) + " " +
           to_string(quote.quote().currency());
}

} // namespace detail

CAMBIST_INLINE std::string format_leg(const leg& l, notation style) {
    const bool is_rounded = l.made_from && l.made_from->decimals && style != notation::fraction;
    std::string text = is_rounded ? detail::rounded_quote(l.quote, *l.made_from->decimals + 2) : to_string(l.quote);
    text += l.direction == direction::as_quoted ? ", as quoted" : ", inverse";
    if (l.basis == basis::law) {
        text += l.quote.day() ? ", by law from " + to_string(*l.quote.day()) : ", by law";
    } else if (l.made_from) {
        text += ", " + detail::sample_text(*l.made_from);
        if (l.made_from->sources.size() > 1) return text + detail::sources_text(*l.made_from);
    } else if (!l.quote.day()) {
        text += ", on any day";
    } else {
        text += ", of " + to_string(*l.quote.day());
        const auto days = l.age().count();
        if (days != 0)
            text += ", " + detail::counted(std::abs(days), "day") + (days > 0 ? " older" : " younger") + " than asked";
    }
    return text + detail::provenance(l.quote.source(), to_string(l.quote.where()));
}

CAMBIST_INLINE std::string format_request(const conversion& c) {
    if (c.legs().empty()) return "";
    if (!c.asked()) {
        const asked_day& of_first = c.legs().front().requested;
        return of_first ? to_string(*of_first) : "";
    }
    const auto& [day, how] = *c.asked();
    return day ? to_string(*day) + ", " + to_string(how) : how.over() ? to_string(how) : "";
}

CAMBIST_INLINE std::string format_receipt(const conversion& c) {
    const format_options grouped{.grouped = true};
    std::string text = format_money(c.amount(), grouped) + "\n";
    if (c.legs().empty()) text += "  no rate needed: the same currency\n";
    if (const std::string request = format_request(c); !request.empty()) text += "  asked for " + request + "\n";
    for (const leg& each : c.legs()) text += "  " + format_leg(each) + "\n";
    text += "= " + format_money(c.result(), grouped) + "\n";
    if (c.result().currency().has_minor_unit()) {
        const rounding_result<money<>> paid = c.rounded();
        if (paid.residue.amount() != 0) {
            text += "~ " + format_money(paid.rounded, {.grouped = true, .to_minor_unit = true}) + ", " +
                    std::string(to_string(c.payment_rounding())) + "; residue " + to_string(paid.residue) + "\n";
        }
    }
    return text;
}

CAMBIST_END
