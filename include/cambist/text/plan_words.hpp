// SPDX-License-Identifier: MIT
#pragma once

// What a report says of plans, in words.

#include <cambist/plans/stated_total.hpp>
#include <cambist/plans/story.hpp>

#include <string>
#include <vector>

CAMBIST_BEGIN

/// The words that a figure was read from, or its short form where it has none.
std::string words_of(const figure& f);

/// What number stands for a figure that names none: "a range, whose middle, 92.00 bn USD, is shown".
std::string stand_in_words(const figure& f);

/// What a part of a report is of its plan's amount: "2 bn EUR x 0.1", "2 m EUR + 3 m EUR of 5 m EUR".
std::string part_words(const story_part& part);

/// Where instalments do not add up to the amount that they are of: a line for each such plan in `number`, and one that
/// says so where intervals of years cannot add up to those of totals.
std::vector<std::string> instalment_words(const report& of, const report::cell& number);

/// "F2 is also reported as 2.2 bn USD: consistent; both allow [1.980 bn, 2.073 bn] EUR".
std::string check_words(const report& of, const report::check& line);

/// Why a plan is in no total: "restates F2, consistent", "superseded by F4".
std::string aside_words(const aside_story& aside);

/// "consistent: ...", "INCONSISTENT: ..." or "not judged: ...", with the numbers and rates that make it so; exact ones
/// to so many decimals.
std::string verdict_words(const stated_total& s, int digits);

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/text/plan_words.ipp>
#endif
