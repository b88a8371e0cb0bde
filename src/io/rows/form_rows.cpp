// SPDX-License-Identifier: MIT
#include "form_rows.hpp"

#include "../files/unpack.hpp"
#include "../tables/cell_memory.hpp"
#include "../tables/form_amounts.hpp"
#include "../tables/form_columns.hpp"
#include "../text/text.hpp"
#include "../text/words.hpp"
#include "row_tally.hpp"

#include <cambist/money/currency.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

enum class side : std::uint8_t { credit, debit };

// What means one thing wherever it is written, folded; "C" is a credit in one country and a "cargo" in another.
constexpr std::string_view credit_words[] = {"+", "crdt",  "credit", "cr\u00e9dit", "cr", "haben",
                                             "h", "haber", "avere",  "abono",       "bij"};
constexpr std::string_view debit_words[] = {"-", "dbit", "debit", "d\u00e9bit", "dr", "soll",
                                            "s", "debe", "dare",  "cargo",      "af"};

std::optional<side> side_named(std::string_view text) {
    const std::string word = folded(text);
    if (is_one_of(word, credit_words)) return side::credit;
    return is_one_of(word, debit_words) ? std::optional(side::debit) : std::nullopt;
}

// One file.
class rows_by_form {
public:
    rows_by_form(const form& by, cell_source& cells, const row_options& options, row_tally& into)
        : by_(by), cells_(cells), rows_(by, cells), options_(options), into_(into), memory_(by) {
        rows_.check_totals([this] {
            for (const std::string_view field : {"amount", "debit", "credit"}) check_total(field);
        });
    }

    void read_all() {
        constexpr std::uint64_t most_waiting = 1 << 16;
        while (rows_.next()) {
            if (!options_.set_aside) take();
            else try {
                    take();
                } catch (const error& e) {
                    options_.set_aside({e.what(), joined(cells_.row()), joined(cells_.headings())});
                }
            if (++rows_read_ % most_waiting == 0) into_.flush();
        }
        into_.flush();
        if (!options_.left_out) return;
        left_out_counts all = rows_.left_out();
        if (without_amount_ != 0) all.rows["rows without an amount"] = without_amount_;
        options_.left_out(all);
    }

private:
    // An amount as a numeral, and the sign or code that was glued to it.
    struct amount {
        cell_text::number read;
        cell at;
        std::string_view field;
    };

    template <class Read>
    auto reading(const cell& at, Read read) const {
        return reading_at(read, [&](std::size_t) { return at.line != 0 ? cells_.place(at) : cells_.place(); });
    }

    // Where all that a row needs is a cell of one column each, or a constant.
    struct plain_columns {
        std::size_t date;
        std::size_t amount;
        std::optional<std::size_t> currency;
        std::optional<std::size_t> group;
    };
    std::optional<plain_columns> find_plain() {
        const auto date = rows_.sole_column("date");
        const auto number = rows_.sole_column("amount");
        const auto currency = rows_.sole_column("currency");
        const std::string& named = options_.columns.group;
        const auto group = named.empty() ? std::nullopt : rows_.sole_column(named);
        const bool has_currency = currency || (!rows_.has("currency") && by_.constants.contains("currency"));
        const bool has_unit = rows_.has("unit") || by_.constants.contains("unit");
        if (!date || !number || !has_currency || has_unit || rows_.has("sign") || by_.minor || by_.debits ||
            !by_.totals.empty() || !by_.parts.empty())
            return std::nullopt;
        if (!named.empty() && !group) return std::nullopt;
        return plain_columns{*date, *number, currency, group};
    }
    // Takes a row whose cells are as most are.
    bool take_plain() {
        if (table_ != cells_.table()) {
            plain_.reset();
            plain_ = find_plain();
            table_ = cells_.table();
        }
        if (!plain_) return false;
        const cell number = rows_.at(plain_->amount);
        const cell day = rows_.at(plain_->date);
        const std::string_view named =
            plain_->currency ? rows_.at(*plain_->currency).text : by_.constants.find("currency")->second;
        const cell group = plain_->group ? rows_.at(*plain_->group) : cell();
        for (const cell& each : {number, day, cell{named}})
            if (rows_.text().says_nothing(each)) return false;
        if (plain_->group && rows_.text().says_nothing(group)) return false; // the form may say it
        const std::string_view plain = memory_.number(number);
        if (plain.empty()) return false;
        const auto read_day = [&] { return day_number(day, day.text); };
        const std::int32_t on = day.plain ? read_day() : memory_.day(day.text, read_day);
        const std::string& code = memory_.code(named, [&] { return in_capitals(rows_.name_of(named)); });
        reading(number, [&] { into_.add(on, plain, code, group.text); });
        return true;
    }
    std::int32_t day_number(const cell& at, std::string_view text) const {
        const auto on = reading(at, [&] { return rows_.text().read_day(text, at.plain); });
        return static_cast<std::int32_t>(on.time_since_epoch().count());
    }

    void take() {
        if (take_plain()) return;
        const std::optional<amount> found = find_amount();
        if (!found) return void(++without_amount_);
        const said day = rows_.required("date");
        const std::int32_t on = day_number(day.at, day.text);
        const std::string code = code_of(*found);
        const std::string plain = reading(found->at, [&] { return scaled(found->read.plain, code); });
        std::optional<said> group;
        if (!options_.columns.group.empty()) group = rows_.field(options_.columns.group);
        if (!options_.columns.group.empty() && !group && !rows_.has(options_.columns.group))
            (void)rows_.required(options_.columns.group);
        reading(found->at, [&] { into_.add(on, plain, code, group ? group->text : ""); });
        if (by_.totals.empty()) return;
        exact& sum = sums_[std::string(found->field)][code];
        sum = sum + parse_numeral(plain);
    }

    std::optional<amount> find_amount() {
        if (const auto stated = rows_.field("amount")) return on_its_side(number(*stated, "amount"));
        const auto debit = rows_.field("debit");
        const auto credit = rows_.field("credit");
        if (!debit && !credit) {
            if (!rows_.has("amount") && !rows_.has("debit") && !rows_.has("credit")) (void)rows_.required("amount");
            return std::nullopt;
        }
        std::optional<amount> out = debit ? std::optional(number(*debit, "debit")) : std::nullopt;
        std::optional<amount> in = credit ? std::optional(number(*credit, "credit")) : std::nullopt;
        if (out) check_debit(*out);
        if (out && in && out->read.value != 0 && in->read.value != 0)
            refuse<csv_error>(cells_.place(out->at),
                              "both a debit and a credit in one row; say which columns they are (columns.debit = "
                              "\"...\", columns.credit = \"...\")");
        if (in && (!out || out->read.value == 0)) return in;
        if (!by_.debits && out->read.plain.starts_with('-')) return out;
        turn(*out);
        return out;
    }
    static void turn(amount& of) {
        std::string& plain = of.read.plain;
        if (plain.starts_with('-')) plain.erase(0, 1);
        else plain.insert(plain.begin(), '-');
    }
    // A debit is written as it left, or with a minus already; where some are so and some are not, one may be a
    // reversal.
    void check_debit(const amount& of) {
        if (by_.debits || of.read.value == 0) return;
        const bool has_minus = of.read.plain.starts_with('-');
        if (has_minus == debits_have_minus_.value_or(has_minus)) return void(debits_have_minus_ = has_minus);
        refuse<csv_error>(cells_.place(of.at), std::string("a debit with") + (has_minus ? "" : "out") +
                                                   " a minus, where others above are otherwise; say that one with a "
                                                   "minus is paid back (debits = true), or mend the file");
    }
    // By a word beside an unsigned amount, in its cell, a part of one or a column.
    amount on_its_side(amount of) {
        const std::optional<side> beside = side_beside(of);
        const std::optional<said> word = rows_.field("sign");
        if (!word && rows_.has("sign")) (void)rows_.required("sign");
        if (beside && (word || by_.debits)) refuse_two_sides(of, word ? word->text : "a word");
        if (by_.debits) turn(of);
        if (beside && !of.read.sign.empty()) { // "DR" was taken for a minus where it was read
            of.read.sign.clear();
            return on_side(std::move(of), *beside, of.at.text);
        }
        if (!word) return of;
        const std::optional<side> named = side_of(word->text);
        if (!named)
            refuse<csv_error>(cells_.place(word->at), "a side, as \"CRDT\" or \"DBIT\", not " + as_written(word->text) +
                                                          "; say which it is (names = { " + as_written(word->text) +
                                                          " = \"DBIT\" }; --names)");
        return on_side(std::move(of), *named, word->text);
    }
    // The side that the cell itself names behind its number.
    std::optional<side> side_beside(const amount& of) const {
        if (!of.read.sign.empty()) return side_of(of.read.sign);
        for (const std::string_view word : {"DR", "CR"})
            if (of.at.text.ends_with(word)) return side_of(word);
        return std::nullopt;
    }
    // "Cr." as "Cr", and by what the form calls it.
    std::optional<side> side_of(std::string_view word) const {
        if (const auto named = side_named(rows_.name_of(word))) return named;
        return word.ends_with('.') ? side_named(rows_.name_of(word.substr(0, word.size() - 1))) : std::nullopt;
    }
    amount on_side(amount of, side named, std::string_view word) const {
        if (by_.debits || of.read.plain.starts_with('-')) refuse_two_sides(of, word);
        if (named == side::debit) turn(of);
        return of;
    }
    [[noreturn]] void refuse_two_sides(const amount& of, std::string_view word) const {
        refuse<csv_error>(cells_.place(of.at), "an amount with a sign of its own beside " + as_written(word) +
                                                   "; say which counts (columns.sign = false)");
    }
    amount number(const said& stated, std::string_view field) {
        return {reading(stated.at, [&] { return rows_.text().read_number(stated.stands()); }), stated.at, field};
    }

    std::string code_of(const amount& of) {
        if (const auto unit = rows_.in_heading("in", of.field))
            refuse<csv_error>(cells_.place(unit->at), "rows have no unit and currency in one; take the heading apart "
                                                      "(columns." +
                                                          std::string(of.field) + " = \"... {unit} {currency}\")");
        std::string glued = of.read.sign.empty() ? "" : in_capitals(rows_.name_of(of.read.sign));
        const auto stated = rows_.field("currency");
        const std::string code = stated ? in_capitals(rows_.name_of(stated->text)) : glued;
        if (code.empty()) (void)rows_.required("currency");
        if (!glued.empty() && glued != code)
            refuse<csv_error>(cells_.place(of.at), "an amount with " + detail::quoted(of.read.sign) + " in a row of " +
                                                       as_written(code) + "; " +
                                                       mend_of_sign(of.read.sign, code, of.at.text));
        return code;
    }

    // In whole units of the currency.
    std::string scaled(const std::string& plain, const std::string& code) {
        int power = by_.minor ? -options_.accepted.parse(code).digits() : 0;
        if (by_.minor && !options_.accepted.parse(code).has_minor_unit())
            throw currency_error(code + " has no minor unit, which the form has its amounts in (minor = true)");
        if (const auto unit = rows_.field("unit")) {
            const auto stated = power_named(rows_.name_of(unit->text));
            if (!stated)
                throw parse_error("a unit of 1, 10, 100 and so on, or none (columns.unit = false)", unit->text, 0);
            power += *stated;
        }
        if (power == 0) return plain;
        const std::size_t exponent = plain.find_first_of("eE");
        if (exponent != std::string::npos) throw parse_error("a numeral without an exponent", plain, exponent);
        return plain + "e" + std::to_string(power);
    }

    // A total is of one currency, its own or the only one; it is compared with the rows above it, and not added.
    void check_total(std::string_view field) {
        const auto stated = rows_.field(field);
        if (!stated || rows_.text().says_nothing(stated->stands())) return;
        const amount total = number(*stated, field);
        std::map<std::string, exact>& sums = sums_[std::string(field)];
        const bool has_none = total.read.sign.empty() && !rows_.field("currency");
        const std::string code = has_none && sums.size() == 1 ? sums.begin()->first : code_of(total);
        const exact value = parse_numeral(scaled(total.read.plain, code));
        const exact& sum = sums[code];
        const bool is_unsigned = field == "debit" || rows_.has("sign") || by_.debits; // a minus or none
        if (value == sum || (is_unsigned && value == -sum)) return;
        refuse<csv_error>(cells_.place(stated->at),
                          "a total of " + detail::quoted(stated->at.text) + ", where the rows above sum up to " +
                              to_string(field == "debit" ? -sum : sum) + " " + code +
                              "; mend the file, or say what rows of totals begin with (totals = [...])");
    }

    template <class Texts>
    static std::string joined(const Texts& texts) {
        std::string all;
        for (const auto& each : texts) {
            if constexpr (requires { each.text; }) (all += all.empty() ? "" : ",") += each.text;
            else (all += all.empty() ? "" : ",") += each;
        }
        return all;
    }

    const form& by_;
    cell_source& cells_;
    form_columns rows_;
    const row_options& options_;
    row_tally& into_;
    cell_memory memory_;
    std::size_t table_ = 0;
    std::optional<plain_columns> plain_{};
    std::map<std::string, std::map<std::string, exact>> sums_{}; // by field, then by code
    std::size_t without_amount_ = 0;
    std::optional<bool> debits_have_minus_{};
    std::uint64_t rows_read_ = 0;
};

} // namespace

void add_rows_by(const form& by, const byte_source& file, const row_options& options, row_tally& into) {
    const auto tell = [&](std::size_t bytes) {
        if (options.progress) options.progress({file.name, bytes, into.held().rows()});
    };
    tell(0);
    const std::string bytes = read_whole(file);
    const unpacked inside(bytes, file.name);
    const auto cells = open_cells(by, inside.bytes(), inside.file());
    rows_by_form(by, *cells, options, into).read_all();
    tell(bytes.size());
}

} // namespace io
CAMBIST_END
