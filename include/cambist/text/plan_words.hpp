// SPDX-License-Identifier: MIT
#pragma once

// What a report says of plans, in words.

#include <cambist/plans/stated_total.hpp>
#include <cambist/plans/story.hpp>

#include <string>

CAMBIST_BEGIN

/// The words that a figure was read from, or its short form where it has none.
std::string words_of(const figure& f);

/// What number stands for a figure that names none: "a range, whose middle, 92.00 bn USD, is shown".
std::string stand_in_words(const figure& f);

/// What a part of a report is of its plan's amount: "2 bn EUR x 0.1", "2 m EUR + 3 m EUR of 5 m EUR".
std::string part_words(const story_part& part);

/// "consistent: ...", "INCONSISTENT: ..." or "not judged: ...", with the numbers and rates that make it so; exact ones
/// to so many decimals.
std::string verdict_words(const stated_total& s, int digits);

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/text/plan_words.ipp>
#endif
