// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: the currencies that a file declares.

#include <cambist/io/file.hpp>
#include <cambist/money/currency.hpp>

#include "../text/text.hpp"

#include <string>
#include <utility>

CAMBIST_BEGIN
namespace io {

/// \throws duplicate_error for a second one of a code, limit_error beyond `max_own_currencies`
inline void declare_own(currency_set& declared, const currency& own, citation where) {
    if (declared.find(own.code()) != nullptr)
        refuse<duplicate_error>(std::move(where), "a second currency " + to_string(own));
    if (declared.own().size() == max_own_currencies) {
        refuse<limit_error>(std::move(where), "more than " + std::to_string(max_own_currencies) +
                                                  " currencies of its own; split the file");
    }
    declared.add(own);
}

} // namespace io
CAMBIST_END
