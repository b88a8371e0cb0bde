// SPDX-License-Identifier: MIT
#include <cambist/io/plans.hpp>
#include <cambist/text/parse.hpp>

#include "../files/unpack.hpp"
#include "../tables/form_amounts.hpp"
#include "../tables/form_columns.hpp"
#include "../text/text.hpp"
#include "../text/words.hpp"
#include "plan_schema.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

using cambist::detail::is_digit;

// The amounts of one column: those that a row of totals sums up, and all above it.
class column_sum {
public:
    void add(const figure& amount) {
        add(all_, amount);
        add(since_, amount);
    }
    /// Whether either sum may be what a total says; the next total is of what comes then.
    bool allows(const figure& total) {
        const bool is_right = meets(since_, total) || meets(all_, total);
        since_.clear();
        return is_right;
    }
    std::string text(const currency& of) const {
        const auto found = all_.find(of);
        return found == all_.end() ? "nothing" : to_string(found->second.nominal()) + " " + to_string(of);
    }
    /// The one currency there is.
    std::optional<currency> one() const { return all_.size() == 1 ? std::optional(all_.begin()->first) : std::nullopt; }

private:
    using sums = std::map<currency, figure>;
    static void add(sums& to, const figure& amount) {
        const auto [at, is_new] = to.emplace(amount.currency(), amount);
        if (!is_new) at->second = at->second + amount;
    }
    static bool meets(const sums& of, const figure& total) {
        const auto found = of.find(total.currency());
        return found != of.end() ? consistent(found->second, total) : total.bounds().contains(exact());
    }

    sums all_{};
    sums since_{};
};

class plans_by_form {
public:
    plans_by_form(const form& by, cell_source& cells, const currency_set& accepted)
        : by_(by), cells_(cells), rows_(by, cells), amounts_(rows_, accepted) {
        read_.currencies = accepted;
        rows_.check_totals([this] { check_totals(); });
    }

    plan_file read_all() {
        while (rows_.next()) {
            ++row_;
            const std::size_t before = read_.plans.size();
            if (by_.wide.empty()) take(nullptr);
            else take_wide();
            if (read_.plans.size() == before) ++without_amount_;
        }
        read_.left_out = rows_.left_out();
        if (without_amount_ != 0) read_.left_out.rows["rows without an amount"] = without_amount_;
        return std::move(read_);
    }

private:
    template <class Read>
    auto reading(const said& what, Read read) const {
        return reading_at([&] { return read(std::string_view(what.text)); }, [&](std::size_t) { return place(what); });
    }
    citation place(const said& what) const { return what.at.line != 0 ? cells_.place(what.at) : cells_.place(); }

    std::optional<said> field(std::string_view name, const wide_column* of) {
        return of != nullptr ? rows_.field(name, *of) : rows_.field(name);
    }

    void take_wide() {
        std::optional<figure> sum;
        bool is_mixed = false;
        for (const wide_column& each : rows_.wide()) is_mixed = !add(sum, take(&each)) || is_mixed;
        check_row(sum, is_mixed);
    }
    // Nothing is added to another currency; false where it would be.
    static bool add(std::optional<figure>& sum, const std::optional<figure>& amount) {
        if (!amount) return true;
        if (sum && sum->currency() != amount->currency()) return false;
        sum = sum ? *sum + *amount : *amount;
        return true;
    }
    void check_row(const std::optional<figure>& sum, bool is_mixed) {
        const auto total = rows_.field("total");
        if (!total || !sum || rows_.text().says_nothing(total->stands())) return;
        if (is_mixed)
            refuse<csv_error>(place(*total), "a total of several currencies; leave it out (columns.total = false)");
        const figure stated = read_amount(*total, nullptr, "total", sum->currency());
        if (stated.currency() == sum->currency() && consistent(stated, *sum)) return;
        refuse<csv_error>(place(*total), "a total of " + detail::quoted(total->text) + ", where its row sums up to " +
                                             to_string(sum->nominal()) + " " + to_string(sum->currency()) +
                                             "; leave columns.total out, or say which columns it is of (wide = ...)");
    }

    // Nothing where the row has no amount there.
    std::optional<figure> take(const wide_column* of) {
        const std::optional<said> stated = amount_of(of);
        if (!stated || rows_.text().says_nothing(stated->stands())) return std::nullopt;
        if (read_.plans.size() == max_plans)
            refuse<limit_error>(place(*stated), "more than " + std::to_string(max_plans) + " plans; split the file");
        plan p{id_of(of), read_amount(*stated, of, "amount")};
        p.where = cells_.place(stated->at);
        p.project = line("project", of);
        p.holder = line("holder", of);
        p.country = line("country", of);
        p.kind = choice("kind", of, p.kind);
        p.status = choice("status", of, p.status);
        p.confirmed = truth("confirmed", of, p.confirmed);
        if (const auto also = field("also", of); also && !rows_.text().says_nothing(also->stands()))
            p.also = read_amount(*also, nullptr, "also");
        p.announced = date("announced", of, false);
        p.valued = date("valued", of, false);
        read_period(of, p);
        p.adds_to = line("adds_to", of);
        p.restates = line("restates", of);
        if (std::string older = line("supersedes", of); !older.empty()) p.supersedes.push_back(std::move(older));
        p.source = line("source", of);
        if (p.source.empty()) p.source = by_.publisher;
        p.note = note(of);
        sums_[of == nullptr ? 0 : of->index + 1].add(p.amount);
        return read_.plans.emplace_back(std::move(p)).amount;
    }

    std::optional<said> amount_of(const wide_column* of) {
        if (of == nullptr) {
            auto stated = rows_.field("amount");
            if (!stated && !rows_.has("amount")) return rows_.required("amount");
            return stated;
        }
        const cell stands = rows_.at(of->index);
        return said{std::string(stands.text), stands};
    }

    // What the table says that a number is of: its heading, the row, or the form.
    amount_unit unit_of(const wide_column* of, std::string_view amount) {
        amount_unit unit;
        const auto add = [&](const said& stated) {
            const amount_unit more = reading(stated, [&](std::string_view text) { return amounts_.unit_in(text); });
            if ((unit.power != 0 && more.power != 0) || (unit.of && more.of && *unit.of != *more.of))
                refuse<csv_error>(place(stated), detail::quoted(stated.text) +
                                                     " beside another unit of the same amounts; say which (unit = ..., "
                                                     "columns.unit = false)");
            unit.power += more.power;
            if (more.of) unit.of = more.of;
        };
        std::optional<said> stated = rows_.in_heading("in", amount);
        if (!stated) stated = field("in", of);
        if (stated) add(*stated);
        if (const auto scale = field("unit", of)) add(*scale);
        if (const auto code = field("currency", of)) {
            const std::optional<currency> named = amounts_.currency_in(code->text);
            const bool is_of_column = code->at.line != 0; // which a heading's own unit stands before
            if (named && unit.of && *named != *unit.of && is_of_column)
                refuse<currency_error>(place(*code), to_string(*named) + ", where a heading says " +
                                                         to_string(*unit.of) +
                                                         "; say which (columns.currency = false)");
            if (!named || !unit.of) unit.of = named;
            if (!unit.of)
                refuse<currency_error>(place(*code), detail::quoted(code->text) +
                                                         " is no currency; say which one it is (names = { " +
                                                         as_written(code->text) + " = \"USD\" }, say)");
        }
        return unit;
    }

    figure read_amount(const said& stated, const wide_column* of, std::string_view field,
                       const std::optional<currency>& otherwise = {}) {
        amount_unit unit = unit_of(of, field);
        if (!unit.of) unit.of = otherwise;
        return reading(stated, [&](std::string_view) { return amounts_.read(stated, unit, by_); });
    }

    std::string id_of(const wide_column* of) {
        std::string id = line("id", nullptr);
        if (id.empty()) {
            const std::string& file = cells_.file();
            id = file.substr(file.rfind('/') + 1);
            id += (id.empty() ? "" : "/") + std::to_string(row_);
        }
        if (of != nullptr) id += "/" + one_line(cells_.headings()[of->index]);
        if (ids_.insert(id).second) return id;
        refuse<duplicate_error>(cells_.place(), "a second plan " + as_written(id) +
                                                    "; leave its column out, and plans are numbered (columns.id = "
                                                    "false), or join several (columns.id = [...])");
    }

    // Blanks in place of line breaks and the like.
    static std::string one_line(std::string_view text) {
        std::string line(text);
        for (char& c : line)
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
        return line;
    }
    std::string line(std::string_view name, const wide_column* of) {
        const auto stated = field(name, of);
        return stated ? one_line(stated->text) : std::string();
    }

    template <class Value>
    Value choice(std::string_view name, const wide_column* of, Value otherwise) {
        const auto stated = field(name, of);
        if (!stated) return otherwise;
        if (const auto value = from_name<Value>(rows_.name_of(stated->text))) return *value;
        std::string known;
        for (const std::string_view each : names_of<Value>) (known += known.empty() ? "" : ", ") += each;
        refuse<csv_error>(place(*stated), "no " + std::string(name) + " is called " + detail::quoted(stated->text) +
                                              "; say what it stands for (names = { " + as_written(stated->text) +
                                              " = " + named(names_of<Value>[0]) + " }, say; known are " + known +
                                              "), or leave it out (columns." + std::string(name) + " = false)");
    }

    bool truth(std::string_view name, const wide_column* of, bool otherwise) {
        const auto stated = field(name, of);
        if (!stated || rows_.text().says_nothing(stated->stands())) return otherwise;
        const std::string text = folded(rows_.name_of(stated->text));
        if (text == "true" || text == "false") return text == "true";
        refuse<csv_error>(place(*stated), detail::quoted(stated->text) +
                                              " is neither true nor false; say which it stands for (names = { " +
                                              as_written(stated->text) + " = \"false\" })");
    }

    std::optional<partial_date> date(std::string_view name, const wide_column* of, bool is_end) {
        const auto stated = field(name, of);
        if (!stated || rows_.text().says_nothing(stated->stands())) return std::nullopt;
        const auto ends = reading(
            *stated, [&](std::string_view text) { return ends_of(rows_.text().read_days(text, stated->at.plain)); });
        return is_end ? ends.second : ends.first;
    }

    void read_period(const wide_column* of, plan& p) {
        if (const auto stated = period_stated(of)) {
            std::tie(p.from, p.to) = ends_of(*stated);
            return;
        }
        p.from = date("from", of, false);
        p.to = date("to", of, true);
        if (!p.from || !p.to) return;
        const auto end = field("to", of);
        reading(*end, [&](std::string_view) { return period(*p.from, *p.to); });
    }

    // By one field, or by a year and its quarter or month.
    std::optional<period> period_stated(const wide_column* of) {
        for (const char* name : {"period", "year", "fiscal"}) {
            const auto stated = field(name, of);
            if (!stated) continue;
            said whole{rows_.name_of(stated->text), stated->at};
            if (const auto quarter = field("quarter", of)) {
                const std::string number = rows_.name_of(quarter->text);
                whole.text = (is_digit(number.front()) ? "Q" : "") + number + " " + whole.text;
            }
            const bool is_fiscal = std::string_view(name) == "fiscal";
            const auto month = field("month", of);
            if (month && !is_fiscal) whole.text = rows_.name_of(month->text) + " " + whole.text;
            if (month && days_by("%m %Y", whole.text)) return days_by("%m %Y", whole.text);
            const period over =
                reading(whole, [&](std::string_view text) { return rows_.text().read_period(text, is_fiscal); });
            return month && is_fiscal ? month_of(over, *month) : over;
        }
        return std::nullopt;
    }

    // The month of a fiscal year that is called so.
    period month_of(const period& year, const said& month) const {
        return reading(month, [&](std::string_view text) {
            const std::string called = rows_.name_of(text);
            for (const int y : {year.first_year(), year.last_year()}) {
                for (const char* const pattern : {"%Y %m", "%Y %B"}) {
                    const auto days = days_by(pattern, std::to_string(y) + " " + called);
                    if (days && days->first() >= year.first() && days->last() <= year.last()) return *days;
                }
            }
            throw date_error("a month of " + to_string(year) + "; say what it stands for (names = { " +
                                 as_written(text) + " = \"05\" })",
                             std::string(text), 0);
        });
    }

    // What the form has for it and, where that is asked for, all that no field is read from.
    std::string note(const wide_column* of) {
        const auto stated = field("note", of);
        std::string text = stated ? stated->text : "";
        if (!by_.notes) return printable_note(text);
        for (const std::size_t index : rows_.untaken()) {
            const std::string_view says = rows_.at(index).text;
            if (says.empty()) continue;
            text += (text.empty() ? "" : "\n") + one_line(cells_.headings()[index]) + ": " + std::string(says);
        }
        return printable_note(text);
    }
    static std::string printable_note(std::string text) {
        for (char& c : text)
            if ((static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f) c = ' ';
        return text;
    }

    // Each number of a row of totals.
    void check_totals() {
        std::optional<figure> sum;
        bool is_mixed = false;
        if (by_.wide.empty()) (void)add(sum, check_total(rows_.field("amount"), nullptr));
        for (const wide_column& each : rows_.wide())
            is_mixed = !add(sum, check_total(amount_of(&each), &each)) || is_mixed;
        check_row(sum, is_mixed);
    }
    std::optional<figure> check_total(const std::optional<said>& stated, const wide_column* of) {
        if (!stated || rows_.text().says_nothing(stated->stands())) return std::nullopt;
        column_sum& sum = sums_[of == nullptr ? 0 : of->index + 1];
        const figure total = read_amount(*stated, of, "amount", sum.one());
        if (sum.allows(total)) return total;
        refuse<csv_error>(place(*stated), "a total of " + detail::quoted(stated->text) +
                                              ", where the rows above sum up to " + sum.text(total.currency()) +
                                              "; say what rows of totals begin with (totals = [...])");
    }

    const form& by_;
    cell_source& cells_;
    form_columns rows_;
    amount_cells amounts_;
    plan_file read_{};
    std::set<std::string> ids_{};
    std::map<std::size_t, column_sum> sums_{}; // by column, from 1
    std::size_t row_ = 0;
    std::size_t without_amount_ = 0;
};

} // namespace

plan_file parse_plans_by(const form& written, std::string_view bytes, const std::string& file,
                         const currency_set& accepted) {
    const unpacked inside(bytes, file);
    const std::unique_ptr<cell_source> cells = open_cells(written, inside.bytes(), inside.file());
    return plans_by_form(written, *cells, accepted).read_all();
}

} // namespace io
CAMBIST_END
