// SPDX-License-Identifier: MIT
#pragma once

#include "cursor.hpp"

#include <cambist/prose/read.hpp>

#include <vector>

namespace cambist_prose {

/// What the sentence around the tokens begin..end says of periods and of how far a thing has come.
std::vector<prose::candidate> read_nearby(cursor& at, std::size_t begin, std::size_t end);

} // namespace cambist_prose
