// SPDX-License-Identifier: MIT
#include <cambist/prose/parse.hpp>

#include "text.hpp"

CAMBIST_BEGIN
namespace prose {

std::string_view to_string(candidate::kind what) noexcept {
    switch (what) {
    case candidate::kind::from: return "from";
    case candidate::kind::to: return "to";
    case candidate::kind::years: return "years";
    case candidate::kind::announced: return "announced";
    case candidate::kind::status: return "status";
    case candidate::kind::supersedes: return "supersedes";
    case candidate::kind::context: return "context";
    }
    return {};
}

figure parse_figure(std::string_view text, const language& in, const reading_policy& policy) {
    return cambist_prose::read_expression(text, in, policy);
}

reading parse(std::string_view text, const std::optional<language>& in, const reading_policy& policy) {
    return cambist_prose::read_text(text, in ? *in : detect_language(text), policy);
}

} // namespace prose
CAMBIST_END
