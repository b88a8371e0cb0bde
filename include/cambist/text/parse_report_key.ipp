// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/text/parse.hpp>
#include <cambist/text/parse_report_key.hpp>

#include <optional>
#include <string>

CAMBIST_BEGIN

CAMBIST_INLINE report_key parse_report_key(std::string_view text) {
    const std::string_view name = text.substr(0, text.find(':'));
    const std::optional<report_key_kind> kind = from_name<report_key_kind>(name);
    if (!kind) throw parse_error("a key: " + list_of_names<report_key_kind>(), std::string(name), 0);
    if (*kind <= report_key::fiscal_quarter) return parse_calendar(text);
    if (name.size() != text.size())
        throw parse_error("the end of the key", std::string(text.substr(name.size())), name.size());
    return *kind;
}

CAMBIST_END
