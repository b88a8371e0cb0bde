// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/detail/compiled_only.hpp>
#include <cambist/numbers/error.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

CAMBIST_BEGIN
namespace io {

/// What a table is packed in. Zip and gzip around any of them are unpacked first.
enum class container : std::uint8_t {
    csv,       ///< lines of cells, by whatever delimiter
    json,      ///< rows are what stands at a path
    json_stat, ///< a dataset of JSON-stat 2: a row for each value, its dimensions by their names
    xml,       ///< rows are the elements at a path
    workbook   ///< XLSX
};

} // namespace io

template <>
inline constexpr auto names_of<io::container> = name_table("csv", "json", "json-stat", "xml", "xlsx");

namespace io {

/// A column, by its heading or by its number from 1.
struct column_name {
    std::string heading{};
    std::size_t number = 0; ///< 0 where the heading says it
};

/// How a table is written: by which text, in which shape. A value, and a few lines of TOML:
///
///     # Banco Central: prueba.csv
///     delimiter = ";"
///     decimal = ","
///     date = "%d/%m/%Y"
///     base = "USD"
///     [columns]
///     date = "Fecha"
///     quote = "Moneda"
///     rate = "Cotización"
///
/// Nothing of it is guessed. What is left out is as here: plain CSV with headings, days as 2024-05-29, no grouping.
///
/// Headings match without regard to case and blanks. In JSON and XML a heading is a path from the row, "rate/middle";
/// an attribute is "@date", the row's own text ".", the key that the row stands under "*". What the row does not have
/// is looked for in what it stands in.
///
/// A pattern is text with parts in braces, as "S$ per {unit} units of {base}"; what stands there is a column of that
/// name. `{unit}` is digits, `{year}` four of them, `{fiscal}` one year or two, as "FY2024" and "2024/25", `{period}`
/// has two digits at least, and any other part one character.
struct form {
    // ---- what it is

    std::string name{};              ///< that it is asked for by
    std::string publisher{};         ///< the source of its rates
    std::vector<std::string> says{}; ///< what a file of it says of itself, all of these; none is asked for by name
    std::string place{};             ///< the file the form stands in, for messages

    // ---- the container

    container in = container::csv;
    std::string rows{};                ///< JSON and XML: the path of a row, "*" for any name
    bool parallel = false;             ///< JSON: what stands at `rows` has a list for each column
    std::vector<std::string> sheets{}; ///< of a workbook, all where none is named

    // ---- the text

    std::string encoding{};             ///< by iconv's name; UTF-8, or UTF-16 with a mark, where none is said
    std::string delimiter = ",";        ///< of one byte
    std::string quotes{};               ///< "loose": text, but around a whole cell; "none": always text
    std::size_t skip = 0;               ///< lines before the headings
    std::string header{};               ///< what the line of headings begins with; those before it are passed over
    std::size_t headings = 1;           ///< lines of them, put together; where there are none, columns are numbers
    bool blocks = false;                ///< after the table's end another may begin, with headings of its own
    std::vector<std::string> end{};     ///< what the first line after the table begins with; "" is a blank line
    std::vector<std::string> comment{}; ///< what lines begin with that are none
    std::vector<std::string> totals{};  ///< what the first cell of a row begins with that sums up those above it
    std::vector<std::string> missing{}; ///< cells that say nothing, besides empty ones
    std::string decimal{};              ///< "." or ","; a number that could be read either way is refused without
    std::string grouping{};             ///< between thousands: " ", ".", "," or "'"
    bool indian = false;                ///< whether groups before the last have two digits
    int digits = 0;                     ///< significant ones that numbers are rounded to; 0 is none. A workbook has 15
    /// Of days, the first that fits: %Y %m %d %b %B %y %H %M %S %T %p, %s for seconds since 1970, %serial for Excel's
    /// numbers, %q and %h for quarters and halves. A month or a year alone is its last day; two years, or one after FY,
    /// are a fiscal one.
    std::vector<std::string> date{};
    /// When fiscal years begin, "07" or "04-06"; with ":ends" or ":begins" behind it where they are called by one year.
    std::string fiscal{};

    /// Lines outside of the table, above its headings or comments, as patterns: their parts hold in all rows below. Of
    /// CSV and workbooks: "Rates of {date}".
    std::vector<std::string> title{};

    // ---- the shape

    /// Which columns a field is read from; several are joined by a blank. Fields of rates are date (or year and month),
    /// base, quote, rate, unit (so many of the base), power (a unit, as a power of ten) and published; of rows, date,
    /// currency, amount (and its sign, as DBIT or CRDT) or debit and credit, unit, and any that sums are kept apart by;
    /// of plans, those of `plan`, period, fiscal (a year), quarter, month and total (of a row's numbers, which is
    /// checked). A field is also the column of its own name.
    /// A heading may be a pattern, as "Cost ({in})", whose parts are then fields; {in} is a unit and a currency: "£m".
    std::map<std::string, std::vector<column_name>, std::less<>> columns{};
    /// What a field is in every row: base, quote, currency, unit, and most of plans.
    std::map<std::string, std::string, std::less<>> constants{};
    /// Columns whose text is taken apart by the first pattern that fits; a row that none fits is passed over.
    std::map<std::string, std::vector<std::string>, std::less<>> parts{};
    /// A table whose headings say what its numbers are of, by the first pattern that fits. The numbers are the rate, or
    /// the amount. Headings that none fits are passed over, and so are those whose currency is none.
    std::vector<std::string> wide{};
    /// Headings, columns or parts whose empty cells say what the one above them says.
    std::vector<column_name> repeats{};
    /// What the file calls things: {"Chinese yuan", "CNY"}.
    std::map<std::string, std::string, std::less<>> names{};
    /// The unit that a currency is quoted for where the file does not say it: {"JPY", "100"}.
    std::map<std::string, std::string, std::less<>> units{};
    /// Of base and quote, the one that a row does not say.
    std::string against{};
    /// What is quoted the other way round than the rest: a currency, "JPY"; rows of which a column says it, "Quotation
    /// = indirect"; names with a mark, as a pattern: "{base} (1)".
    std::vector<std::string> turned{};
    /// Amounts are in the minor unit.
    bool minor = false;
    /// Rows: amounts are debits, and one with a minus is a credit; a debit with a minus was paid back.
    bool debits = false;
    /// Amounts of plans are what they say, rather than rounded to their last digit.
    bool exact = false;
    /// What a form does not take of a row of plans is kept in their notes.
    bool notes = false;
    /// Which of several prices is taken: "middle", "buying". It is said with the source.
    std::string price{};
};

/// Reads a form from TOML. `name` is the form's. \throws toml_error, encoding_error, each with its line and column
form parse_form(std::string_view toml, const std::string& file = {}, const std::string& name = {});

/// Says one key of a form, as TOML would: ("delimiter", ";"), ("columns", "date = Buchungstag, amount = Betrag"),
/// ("names", "SDR = XDR"). A key of a list gets one element.
/// Throws parse_error.
void say(form& of, std::string_view key, std::string_view text);

/// What a form does not take of a file, and how often.
struct left_out_counts {
    /// By what stands where no pattern fits, or by why: "rows without an amount".
    std::map<std::string, std::size_t> rows{};
    /// By their headings, or as "column 3" where there are none; in how many tables.
    std::map<std::string, std::size_t> columns{};

    bool empty() const noexcept { return rows.empty() && columns.empty(); }
    void add(const left_out_counts& more) {
        for (const auto& [what, count] : more.rows) rows[what] += count;
        for (const auto& [what, count] : more.columns) columns[what] += count;
    }
};

/// A table's first rows as a form has them.
struct form_view {
    std::vector<std::string> headings{};
    /// Of each row what each field says, as it stands.
    struct row {
        std::vector<std::pair<std::string, std::string>> fields{};
        citation where{};
    };
    std::vector<row> rows{};
    /// The fields that something says: a column, a heading or the form; "number" where columns of a wide table do.
    std::set<std::string> said{};
    left_out_counts left_out{}; ///< of these rows
};

/// The first rows of a file, at most so many. \throws as reading it does, but for what its cells say
form_view look(const form& by, std::string_view bytes, const std::string& file = {}, std::size_t rows = 5);

/// The forms that come with the library, by name.
const std::vector<form>& shipped_forms();

/// A shipped form, or the file of one: "boe", "my-bank.toml". \throws file_error, and as `parse_form`
form find_form(const std::string& name_or_file);

/// The one shipped form that a file says it is of, in its first or last 16 KB; null if none. \throws csv_error where it
/// says several
const form* recognised_form(std::string_view bytes, const std::string& file = {});

} // namespace io
CAMBIST_END
