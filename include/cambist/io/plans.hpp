// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/compiled_only.hpp>
#include <cambist/io/file.hpp>
#include <cambist/io/form.hpp>
#include <cambist/plans/plan.hpp>
#include <cambist/rates/rate_table.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

CAMBIST_BEGIN
namespace io {

/// The most plans of one file.
inline constexpr std::size_t max_plans = 1'000'000;

/// What stands in a file as a plan and is none that can be counted on, and why.
struct unread_plan {
    std::string id; ///< that the plan would have; empty where it has none
    std::string why;
    citation where{};
};

/// What a plan file says: plans, and the rates stated beside them.
struct plan_file {
    std::string title{};
    std::vector<plan> plans{};
    std::vector<rate> rates{};
    std::vector<currency> pivots{};
    currency_set currencies = currency_set::with_market_units(); ///< and the file's own
    /// Of an IATI file, what could not be read; in files of other forms, one bad line refuses the file.
    std::vector<unread_plan> passed_over{};
    left_out_counts left_out{}; ///< of a file read by a form
};

/// Reads plans from TOML by the schema in examples/plans/README.md. Unknown keys are refused; amounts are text, so no
/// number passes through binary floating point. Every plan and rate cites the file and line it stands at. What one plan
/// says of another is checked by `portfolio`.
/// \throws toml_error, encoding_error, duplicate_error, limit_error (beyond `max_plans`), and the errors of what a
/// field is read as, each with its line and column: one bad line refuses the file
plan_file parse_plans_toml(std::string_view toml, const std::string& file = {},
                           const currency_set& accepted = currency_set::with_market_units());

/// Which of the views that an IATI activity gives of its money are plans. They are never added to one another.
enum class iati_view : std::uint8_t {
    budgets,
    planned_disbursements,
    commitments,  ///< transactions of type 2 (C): outgoing commitments
    disbursements ///< transactions of types 3 and 4 (D, E): disbursements and expenditure, which are completed
};

} // namespace io

template <>
inline constexpr auto names_of<io::iati_view> = name_table("budgets", "planned disbursements", "commitments",
                                                           "disbursements");

namespace io {

using cambist::to_string;
constexpr std::string_view to_string(iati_view value) noexcept { return name_of(value); }

/// Reads the plans of an IATI activity file, version 1 or 2: iati-activities, or one iati-activity.
///
/// Each budget, planned disbursement or transaction is a plan, cited where it stands, called as in
/// "XM-DAC-1/budget/2": the activity's identifier, the kind, and its number among those of the kind. Its project is the
/// activity (identifier and title; with the currency, where the activity has several), its holder the reporting
/// organisation. Amounts are exact to the minor unit. Budgets and planned disbursements are phased by actual days; a
/// planned disbursement without an end is on the day of its start, as a transaction is on its date. The value-date says
/// when the amount was valued, and is taken for the day it was announced; a transaction was announced on its date.
///
/// - Status: pipeline is in negotiation, and in no total, but for what was paid, which is completed; implementation, in
/// execution; finalisation and closed, completed; cancelled is
///   cancelled; suspended and none are announced. Whether a budget is indicative (so is one of no status, by the
///   standard) or committed stands in its note.
/// - A revised budget or planned disbursement supersedes the originals of its activity whose days it covers, alone or
///   together with others, and revisions of the very same days with an earlier value-date. An original of which only
///   some days are revised is passed over. Budgets that meet in one day revise nothing of each other.
/// - Other plans of an activity that overlap add to the one of them that was known first.
/// - Where percentages of recipient countries (and regions) sum to 100, but for rounding to two decimals, each has a
///   plan of its own, called "XM-DAC-1/budget/2/1" and so on; otherwise the country is a list of all, or the one
///   country beside regions that have no part.
///
/// Every budget of the view is a plan, or is passed over and listed with the reason and place: a period that ends
/// before it begins, no date, no currency and no default, a number with separators, a type that is no code, a second
/// value, a second activity of one identifier. A transaction of an unknown type is listed in both views of
/// transactions. Unknown elements mean nothing. UTF-8, or ISO-8859-1 and windows-1252 where the file says so. What is
/// no XML, has a document type declaration, or is other than activities (an organisation file, say), is refused. Read
/// in one pass; memory holds the plans and one activity. \throws xml_error, doctype_error, depth_error, encoding_error,
/// limit_error
plan_file parse_iati(std::string_view text, const std::string& file = {}, iati_view view = iati_view::budgets);

/// Reads plans from CSV by RFC 4180, strictly: a header that names the columns, in any order, by the keys of the TOML
/// schema, "id" and "amount" at least; a row for each plan; an empty cell says nothing. A list stands in one cell, with
/// ";" between its elements: "F5; F6", "1; 2.5", and instalments as "2024: 200 m EUR; 2025-06: 300 m EUR"; a backslash
/// makes the next character part of an element. Of apostrophes before one of = + - @, a tab or a line break, which keep
/// spreadsheets from running a cell, the first is dropped. A row whose kind is title, currency, pivot or rate says what
/// stands in TOML beside the plans; a currency of the file's own, or one of `accepted`, stands before it is used.
/// One bad row refuses the file. \throws csv_error, and as `parse_plans_toml` does
plan_file parse_plans_csv(std::string_view text, const std::string& file = {},
                          const currency_set& accepted = currency_set::with_market_units());

/// A table of any form: a plan for each row or, of a wide table, for each of its numbers. Each is cited at its amount;
/// without a column of ids, rows are numbered. Amounts are as precise as they are written, unless the form has them
/// exact. Rows of totals are compared with what is above them, and not read.
/// \throws csv_error, json_error, xml_error, archive_error, parse_error, date_error, currency_error, duplicate_error,
/// encoding_error, period_error, limit_error, each with its place and what mends it
plan_file parse_plans_by(const form& written, std::string_view bytes, const std::string& file = {},
                         const currency_set& accepted = currency_set::with_market_units());

/// What is known of files of plans that does not stand in them.
struct plans_options {
    /// The codes that amounts may be of. (IATI has ISO's alone.)
    currency_set accepted = currency_set::with_market_units();
    /// Of IATI activities.
    iati_view view = iati_view::budgets;
    /// How the files are written, where they are of no form that is known by what is in them.
    std::optional<form> written{};
};

/// Any of these, told apart by what is in it. A file that says of itself that it is of a shipped form is read by that;
/// `options.written` is for all others.
plan_file parse_plans(std::string_view text, const std::string& file = {}, const plans_options& options = {});

/// The same from a file on disk; "-" is standard input. \throws file_error besides
plan_file read_plans_file(const std::string& path, const plans_options& options = {});

/// Adds what another file says, as if one file said both: titles with "; " between them, pivots and own currencies
/// once.
void join(plan_file& into, plan_file&& more);

/// Plans that no file can say as they are: an amount that no words are read as, a link without an id.
class plan_write_error : public unreadable {
public:
    using unreadable::unreadable;
    error_kind kind() const noexcept override { return error_kind::plan_write; }
};

/// A file of TOML that is read as the same title, pivots, own currencies, rates and plans; places are its own. An
/// amount keeps its words where they are read as it; others get some that are. Throws plan_write_error.
std::string to_plans_toml(const plan_file& file);

/// A table of CSV that is read as the same, with the columns that some row uses. Throws plan_write_error.
std::string to_plans_csv(const plan_file& file);

/// The same of plans alone, and of the currencies they need.
std::string to_plans_csv(const std::vector<plan>& plans);

} // namespace io
CAMBIST_END
