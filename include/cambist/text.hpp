// SPDX-License-Identifier: MIT
#pragma once

// Text in, strictly; fmt's formatters out.
// Apart, for streams: <cambist/text/ostream.hpp>.

#include <cambist/text/figure_words.hpp>
#include <cambist/text/format.hpp>
#include <cambist/text/parse.hpp>
#include <cambist/text/scale.hpp>
#include <cambist/text/utf8.hpp>
