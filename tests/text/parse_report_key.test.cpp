// SPDX-License-Identifier: MIT
#include <cambist/text/parse.hpp>
#include <cambist/text/parse_report_key.hpp>

#include "support/refusal.hpp"

#include <doctest/doctest.h>

using namespace cambist;
using namespace std::chrono;

TEST_CASE("parse_report_key: reads what to_string writes") {
    CHECK(parse_report_key("quarter") == report_key::quarter);
    CHECK(parse_report_key("fiscal-year:07") == fiscal_year(July));
    CHECK(parse_report_key("fiscal-year:04-06") == fiscal_year(April / 6));
    CHECK(parse_report_key("fiscal-year:10:FY") == fiscal_year(October, fiscal_name::by_end));
    CHECK(parse_report_key("fiscal-quarter:04-06:FY") == fiscal_quarter(April / 6, fiscal_name::by_end));
    for (const char* text : {"year", "quarter", "month", "holder", "country", "project", "currency", "status",
                             "fiscal-year:07", "fiscal-year:04-06", "fiscal-quarter:10:FY", "fiscal-year:12-28:FY"})
        CHECK(to_string(parse_report_key(text)) == text);
}

TEST_CASE("parse_calendar: of report keys those by days") {
    for (const char* text : {"year", "quarter", "month", "fiscal-year:07", "fiscal-quarter:10:FY"})
        CHECK(to_string(parse_calendar(text)) == text);
    CHECK_REFUSES(parse_error, parse_calendar("holder"), "year, quarter, month, fiscal-year", "'holder'");
}

TEST_CASE("parse_report_key: what is no key") {
    CHECK_REFUSES(parse_error, parse_report_key("week"), "year, quarter, month, fiscal-year, ", "'week'");
    CHECK_REFUSES(parse_error, parse_report_key(""), "a key");
    CHECK_REFUSES(parse_error, parse_report_key("year:04"), "the end of the key");
    CHECK_REFUSES(parse_error, parse_report_key("holder:04"), "the end of the key", "':04'");
    for (const char* text : {"fiscal-year", "fiscal-year:", "fiscal-year:4", "fiscal-year:13", "fiscal-year:00",
                             "fiscal-year:02-29", "fiscal-year:04-31", "fiscal-year:04-29", "fiscal-year:April",
                             "fiscal-year:0406", "fiscal-quarter::FY", "fiscal-year:-1-01"})
        CHECK_REFUSES(parse_error, parse_report_key(text), "04 or 04-06");
    CHECK_REFUSES(parse_error, parse_report_key("fiscal-year:04:fy"), "FY, or the end");
    CHECK_REFUSES(parse_error, parse_report_key("fiscal-year:04:"), "FY, or the end");
}
