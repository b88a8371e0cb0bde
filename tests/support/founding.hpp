// SPDX-License-Identifier: MIT
#pragma once

// The founding example, built in code: European cloud-infrastructure plans as a news report gave them on 29 May 2024,
// with the note "1 dollar = 0.9211 euro".

#include <cambist/plans/plan.hpp>
#include <cambist/rates/rate_table.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace founding {

using namespace cambist;
using namespace std::chrono_literals;

/// Billions as reported: within half a unit of the last digit written, closed at both ends.
inline figure billions(std::string_view number, const currency& of) {
    const exact value = exact(number) * exact::pow10(9);
    const std::size_t point = number.find('.');
    const int decimals = point == std::string_view::npos ? 0 : static_cast<int>(number.size() - point - 1);
    const exact half = exact::pow10(9 - decimals) / 2;
    return {value, interval(value - half, value + half), of, qualifier::rounded,
            std::string(number) + " bn " + to_string(of)};
}

inline plan make(std::string id, figure amount, std::string project, std::string holder, std::string country,
                 plan_status status) {
    plan p{std::move(id), std::move(amount)};
    p.project = std::move(project);
    p.holder = std::move(holder);
    p.country = std::move(country);
    p.status = status;
    return p;
}

/// "Billions of euros": no number is named, and there is no upper end.
inline plan f1() {
    const figure vague(std::nullopt, interval::from(exact::pow10(9)), currencies::EUR, qualifier::vague,
                       "billions of euros");
    return make("F1", vague, "AWS Italy, expansion", "AWS", "Italy", plan_status::in_negotiation);
}
inline plan f2() {
    plan p = make("F2", billions("2", currencies::EUR), "AWS Italy", "AWS", "Italy", plan_status::in_execution);
    p.from = partial_date(2020y);
    p.to = partial_date(2029y);
    return p;
}
inline plan f3() {
    plan p = make("F3", billions("2.2", currencies::USD), "AWS Italy", "AWS", "Italy", plan_status::in_execution);
    p.restates = "F2";
    return p;
}
inline plan f4() {
    plan p = make("F4", billions("15.7", currencies::EUR), "AWS Spain", "AWS", "Spain", plan_status::announced);
    p.announced = partial_date(2024y / 5);
    p.supersedes = {"F5"};
    return p;
}
inline plan f5() {
    plan p = make("F5", billions("2.5", currencies::EUR), "AWS Spain", "AWS", "Spain", plan_status::announced);
    p.announced = partial_date(2021y);
    p.from = partial_date(2021y);
    p.to = partial_date(2030y);
    return p;
}
/// To 2040; the start is not stated.
inline plan f7() {
    plan p = make("F7", billions("7.8", currencies::EUR), "AWS Germany", "AWS", "Germany", plan_status::announced);
    p.to = partial_date(2040y);
    return p;
}
inline plan f7_from_2024_assumed() {
    plan p = f7();
    p.from = partial_date(2024y);
    p.assumed = {"from"};
    return p;
}
inline plan f8() {
    plan p = make("F8", billions("270", currencies::USD), "", "", "", plan_status::announced);
    p.kind = plan_kind::context;
    return p;
}
inline plan f9() {
    return make("F9", billions("1", currencies::EUR), "Alphabet Italy", "Alphabet", "Italy", plan_status::completed);
}
inline plan f10() {
    plan p = make("F10", billions("1.5", currencies::USD), "Microsoft Italy", "Microsoft", "Italy",
                  plan_status::in_execution);
    p.announced = partial_date(2020y);
    return p;
}

/// All, in the order of the table.
inline std::vector<plan> plans() { return {f1(), f2(), f3(), f4(), f5(), f7(), f8(), f9(), f10()}; }

/// The note's rate, which holds on any day.
inline rate noted_rate() {
    return rate(money<currencies::USD>(1), money<currencies::EUR>(exact("0.9211"))).from("the report's note");
}
inline rate_table rates() { return rate_table{noted_rate()}; }

} // namespace founding
