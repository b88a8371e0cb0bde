// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/report_key.hpp>

#include <string_view>

CAMBIST_BEGIN

/// What `parse_calendar` reads, or "holder", "country", "project", "currency" or "status".
/// Throws parse_error.
report_key parse_report_key(std::string_view text);

CAMBIST_END

#ifndef CAMBIST_COMPILED
#    include <cambist/text/parse_report_key.ipp>
#endif
