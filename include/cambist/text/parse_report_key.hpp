// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/report_key.hpp>

#include <string_view>

CAMBIST_BEGIN

/// "year", "quarter", "month", "holder", "country", "project", "currency" or "status"; "fiscal-year:04" or
/// "fiscal-year:04-06", of a year that begins in that month or on that day, and so "fiscal-quarter:04"; with ":FY"
/// behind it called by the calendar year of its end. \throws parse_error
report_key parse_report_key(std::string_view text);

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/text/parse_report_key.ipp>
#endif
