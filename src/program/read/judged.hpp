// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/cambist.hpp>
#include <cambist/prose/judge.hpp>

#include <optional>
#include <string>
#include <vector>

namespace program {

using namespace cambist;

/// A text, what was read in it, and what the rates at hand make of that.
struct judged_text {
    std::vector<std::optional<figure>> converted;        ///< none where no currency was asked for
    std::vector<std::optional<prose::verdict>> verdicts; ///< on what restates another; none where there is no rate
    std::string text;
    std::string title{};  ///< what the text calls itself; empty where it does not
    std::string source{}; ///< the file's name, without the way to it
    std::string day{};    ///< when it was published, if it says so
    prose::reading said;
    std::optional<prose::language_guess> guess{}; ///< none where the language was named
    currency to{};                                ///< none where none was asked for
};

/// The option that would settle what was seen and not read; empty where none would.
inline std::string option_for(const prose::unread_amount& seen) {
    switch (seen.settled_by()) {
    case prose::unread_amount::setting::language: return "--lang";
    case prose::unread_amount::setting::region: return "--region";
    case prose::unread_amount::setting::none: break;
    }
    return "";
}

/// "lacks which country's money it is, see --region": of what was seen and not read.
inline std::string lack_of(const prose::unread_amount& seen) {
    const std::string option = option_for(seen);
    return "lacks " + std::string(seen.missing()) + (option.empty() ? "" : ", see " + option);
}

/// One self-contained page: the text with each figure marked, and each explained.
std::string page_of(const judged_text& read);

} // namespace program
