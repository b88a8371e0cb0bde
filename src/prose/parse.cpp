// SPDX-License-Identifier: MIT
#include <cambist/prose/parse.hpp>

#include "text.hpp"

CAMBIST_BEGIN
namespace prose {

figure parse_figure(std::string_view text, const language& in, const reading_options& policy) {
    return cambist_prose::read_expression(text, in, policy);
}

reading parse(std::string_view text, const std::optional<language>& in, const reading_options& policy) {
    return cambist_prose::read_text(text, in ? *in : detect_language(text), policy);
}

} // namespace prose
CAMBIST_END
