// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/names.hpp>
#include <cambist/plans/plan.hpp>
#include <cambist/rates/calendar.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

CAMBIST_BEGIN

/// The kinds of rows, or columns, that a report may have: by days, as `calendar_kind` has them, or by a field of plans.
enum class report_key_kind : std::uint8_t {
    year,
    quarter,
    month,
    fiscal_year,
    fiscal_quarter,
    holder,
    country,
    project,
    currency,
    status
};

/// What the rows, or columns, of a report are: `report_key::quarter`, `fiscal_year(April)`.
class report_key {
public:
    using enum report_key_kind;

    /// \throws period_error for a fiscal year or quarter, whose first day is not said
    constexpr report_key(report_key_kind of)
        : kind_(of), days_(of <= fiscal_quarter ? calendar(static_cast<calendar_kind>(of)) : calendar::year) {}
    constexpr report_key(const calendar& days) : kind_(static_cast<report_key_kind>(days.kind())), days_(days) {}

    constexpr report_key_kind kind() const noexcept { return kind_; }

    /// Whether lines have days of their own, rather than the plans that say one thing.
    constexpr bool is_by_days() const noexcept { return kind_ <= fiscal_quarter; }
    /// By days: the periods that its lines are of.
    constexpr const calendar& days() const noexcept { return days_; }

    friend constexpr bool operator==(const report_key&, const report_key&) = default;

private:
    report_key_kind kind_;
    calendar days_;
};

/// A kind of key, its name, and how it tells lines apart: by a field of plans, or by days.
struct report_key_rule {
    report_key_kind key;
    std::string_view name;
    std::string (*said)(const plan&) = nullptr; ///< by a field of plans: the name of a plan's line
};

/// Every kind: a new one is an enumerator and an entry here.
inline constexpr report_key_rule report_keys[] = {
    {report_key::year, "year"},
    {report_key::quarter, "quarter"},
    {report_key::month, "month"},
    {report_key::fiscal_year, "fiscal-year"},
    {report_key::fiscal_quarter, "fiscal-quarter"},
    {report_key::holder, "holder", [](const plan& p) { return p.holder; }},
    {report_key::country, "country", [](const plan& p) { return p.country; }},
    {report_key::project, "project", [](const plan& p) { return p.project; }},
    {report_key::currency, "currency", [](const plan& p) { return to_string(p.amount.currency()); }},
    {report_key::status, "status", [](const plan& p) { return std::string(to_string(p.status)); }},
};

constexpr const report_key_rule& key_rule(report_key_kind key) noexcept {
    const report_key_rule* rule = report_keys;
    while (rule->key != key) ++rule;
    return *rule;
}
constexpr const report_key_rule& key_rule(const report_key& key) noexcept { return key_rule(key.kind()); }

template <>
inline constexpr auto names_of<report_key_kind> = [] {
    std::array<std::string_view, std::size(report_keys)> all;
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = key_rule(static_cast<report_key_kind>(i)).name;
    return all;
}();

constexpr std::string_view to_string(report_key_kind value) noexcept { return name_of(value); }

/// "year", "holder", "fiscal-year:07", as `parse_report_key` reads them.
inline std::string to_string(const report_key& key) {
    return key.is_by_days() ? to_string(key.days()) : std::string(to_string(key.kind()));
}

CAMBIST_END
