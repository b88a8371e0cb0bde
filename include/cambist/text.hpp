// SPDX-License-Identifier: MIT
#pragma once

// Text in, strictly; fmt's formatters out.
// Apart, for streams: <cambist/text/ostream.hpp>.

#if __cplusplus < 202002L
#    include <cambist needs C++20: compile with -std=c++20>
#endif

#include <cambist/text/common_scale.hpp>
#include <cambist/text/figure_words.hpp>
#include <cambist/text/format_conversion.hpp>
#include <cambist/text/format_figure.hpp>
#include <cambist/text/format_money.hpp>
#include <cambist/text/format_number.hpp>
#include <cambist/text/format_options.hpp>
#include <cambist/text/parse.hpp>
#include <cambist/text/parse_report_key.hpp>
#include <cambist/text/plan_words.hpp>
#include <cambist/text/printable.hpp>
#include <cambist/text/scale.hpp>
#include <cambist/text/short_form.hpp>
#include <cambist/text/try_parse.hpp>
#include <cambist/text/utf8.hpp>
