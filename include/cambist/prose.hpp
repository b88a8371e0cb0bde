// SPDX-License-Identifier: MIT
#pragma once

// Figures in text that people wrote: cambist::prose.

#include <cambist/prose/compact.hpp>
#include <cambist/prose/judge.hpp>
#include <cambist/prose/language.hpp>
#include <cambist/prose/parse.hpp>
