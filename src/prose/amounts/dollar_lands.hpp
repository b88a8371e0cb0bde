// SPDX-License-Identifier: MIT
#pragma once

#include "../words/lexicon.hpp"

#include <string_view>

namespace cambist_prose {

/// Whether a text is of a country that has a dollar or a peso of its own, so that a bare "$" in it may be that one's.
/// It is looked at once, and only when it is asked for.
class dollar_lands {
public:
    dollar_lands(std::string_view text, const lexicon& words) : text_(text), words_(words) {}

    bool is_abroad();

private:
    bool look() const;

    std::string_view text_;
    const lexicon& words_;
    bool has_looked_ = false;
    bool is_abroad_ = false;
};

} // namespace cambist_prose
