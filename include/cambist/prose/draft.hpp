// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/compiled_only.hpp>
#include <cambist/prose/nearby.hpp>

#include <string>
#include <string_view>
#include <vector>

CAMBIST_BEGIN
namespace prose {

/// A plan file (the TOML that `io::parse_plans_toml` reads) of what a text says, for a person to complete: a plan for
/// each figure, F1, F2, ..., with its sentence and line as the note and its restatements linked, and each rate that is
/// stated. Each plan is unconfirmed, and so in no total, until a person takes its `confirmed = false` away. What the
/// text does not say, or only hints at, stands in comments: whoever confirms it takes the '#' away, and whatever lines
/// that leaves are a plan file.
///
///     io::write_file("draft.toml", prose::draft_plans(prose::parse(text), text, "report.txt"));
///
/// `text` is what was read, and `source` what it is called. \throws argument_error for another text
std::string draft_plans(const reading& said, std::string_view text, std::string_view source);
/// The same of sentences that were looked at before, one a figure. \throws argument_error where they are more or less,
/// or are not in the text
std::string draft_plans(const reading& said, const std::vector<sentence>& nearby, std::string_view text,
                        std::string_view source);

} // namespace prose
CAMBIST_END
