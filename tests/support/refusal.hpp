// SPDX-License-Identifier: MIT
#pragma once

// Checks that something is refused, by exactly the right kind of error, in words that help.

#include <cambist/numbers/error.hpp>

#include <doctest/doctest.h>

#include <exception>
#include <initializer_list>
#include <string>
#include <string_view>
#include <typeinfo>

namespace support {

/// What `work` says when it refuses as `Error`; in angle brackets what happened instead.
template <class Error, class Work>
std::string refusal(Work work) {
    try {
        work();
    } catch (const Error& e) {
        if (typeid(e) == typeid(Error)) return e.what();
        return "<refused as " + std::string(typeid(e).name()) + "> " + e.what();
    } catch (const std::exception& e) {
        return "<refused as " + std::string(typeid(e).name()) + "> " + e.what();
    }
    return "<not refused>";
}

/// Empty if `work` is refused as `Error` in words that contain all of `parts`; else what is wrong.
template <class Error, class Work>
std::string objection(Work work, std::initializer_list<std::string_view> parts) {
    const std::string said = refusal<Error>(work);
    if (said.starts_with('<')) return said;
    for (const std::string_view part : parts) {
        if (said.find(part) == std::string::npos) return "no '" + std::string(part) + "' in: " + said;
    }
    return {};
}

} // namespace support

/// CHECK_REFUSES(stale_rate, convert(amount, EUR, rates, day), "ISK", "2013-06-14"): the kind, and what the message
/// names.
#define CHECK_REFUSES(kind, expression, ...)                                                                           \
    CHECK(support::objection<kind>([&] { static_cast<void>(expression); }, {__VA_ARGS__}) == "")
