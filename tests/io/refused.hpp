// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/error.hpp>

#include <doctest/doctest.h>

#include <string>
#include <typeinfo>

/// How `read` is refused: "place: message" of an error that is an `Error` and nothing more special.
template <class Error, class Read>
std::string refused(Read read) {
    try {
        read();
    } catch (const cambist::error& e) {
        CHECK_MESSAGE(typeid(e) == typeid(Error), "thrown was ", std::string(typeid(e).name()), ": ",
                      std::string(e.what()));
        return e.what();
    }
    return "not refused";
}

/// The same, but only where it stands.
template <class Error, class Read>
std::string refused_at(Read read) {
    try {
        read();
    } catch (const cambist::error& e) {
        CHECK_MESSAGE(typeid(e) == typeid(Error), "thrown was ", std::string(typeid(e).name()), ": ",
                      std::string(e.what()));
        return to_string(e.where());
    }
    return "not refused";
}

/// What any error says; "not refused" where there is none.
template <class Read>
std::string message_of(Read read) {
    try {
        read();
    } catch (const cambist::error& e) {
        return e.what();
    }
    return "not refused";
}
