// SPDX-License-Identifier: MIT
#pragma once

// Figures in text that people wrote: cambist::prose.

#if __cplusplus < 202002L
#    include <cambist needs C++20: compile with -std=c++20>
#endif

#include <cambist/prose/compact.hpp>
#include <cambist/prose/draft.hpp>
#include <cambist/prose/judge.hpp>
#include <cambist/prose/language.hpp>
#include <cambist/prose/nearby.hpp>
#include <cambist/prose/parse.hpp>
#include <cambist/prose/try_parse.hpp>
