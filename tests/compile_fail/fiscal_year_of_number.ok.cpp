// SPDX-License-Identifier: MIT
#include <cambist/rates/calendar.hpp>

using namespace cambist;

calendar budget() { return fiscal_year(std::chrono::April); }
