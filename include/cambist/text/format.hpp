// SPDX-License-Identifier: MIT
#pragma once

// fmt formatters for every public value; `format_number.hpp` has the format specs.

#include <cambist/text/format_conversion.hpp>
#include <cambist/text/format_figure.hpp>
#include <cambist/text/format_money.hpp>
#include <cambist/text/format_number.hpp>
