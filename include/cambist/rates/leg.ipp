// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/rates/leg.hpp>

CAMBIST_BEGIN

CAMBIST_INLINE std::chrono::days leg::age() const {
    return requested && effective ? *requested - *effective : std::chrono::days(0);
}
CAMBIST_INLINE currency leg::from() const {
    return direction == direction::as_quoted ? quote.base().currency() : quote.quote().currency();
}
CAMBIST_INLINE currency leg::to() const {
    return direction == direction::as_quoted ? quote.quote().currency() : quote.base().currency();
}
CAMBIST_INLINE exact leg::factor() const {
    return direction == direction::as_quoted ? quote.value() : exact(1) / quote.value();
}
CAMBIST_INLINE interval leg::bounds() const {
    if (basis == basis::law) return factor();
    return direction == direction::as_quoted ? quote.bounds() : inverse(quote.bounds());
}

CAMBIST_END
