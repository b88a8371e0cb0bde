// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/cambist.hpp>
#include <cambist/prose/judge.hpp>

#include <string>

namespace program {

using namespace cambist;

/// A text, what was read in it, and what the rates at hand make of that.
struct judged_text : prose::judgement {
    std::string text;
    prose::reading said;
    currency to{}; ///< none where none was asked for
};

/// One self-contained page: the text with each figure marked, and each explained.
std::string page_of(const judged_text& read);

} // namespace program
