// SPDX-License-Identifier: MIT
#include <cambist/io/rates.hpp>
#include <cambist/text/parse.hpp>

#include "../tables/form_amounts.hpp"
#include "../tables/form_columns.hpp"
#include "../text/pattern.hpp"
#include "../text/text.hpp"
#include "../text/words.hpp"
#include "quoting.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

// The one currency that is on a side of all quotes.
class common_side {
public:
    void add(const currency& base, const currency& quote) {
        if (!any_) sides_ = {base, quote};
        any_ = true;
        std::erase_if(sides_, [&](const currency& each) { return each != base && each != quote; });
    }
    std::optional<currency> one() const { return sides_.size() == 1 ? std::optional(sides_.front()) : std::nullopt; }

private:
    std::vector<currency> sides_{};
    bool any_ = false;
};

// What a form has quoted the other way round: currencies, rows by what a column says, names by a mark on them.
class turned_quotes {
public:
    explicit turned_quotes(const form& by) {
        for (const std::string& each : by.turned) {
            const std::size_t equals = each.find('=');
            if (each.find('{') != std::string::npos) marked_.emplace_back(each);
            else if (equals == std::string::npos) codes_.push_back(each);
            else columns_.emplace_back(each.substr(0, equals), folded(each.substr(equals + 1)));
        }
    }

    bool is_of(const currency& one) const {
        return std::find(codes_.begin(), codes_.end(), one.code()) != codes_.end();
    }
    bool is_said_by(form_columns& row) const {
        return std::any_of(columns_.begin(), columns_.end(), [&](const auto& each) {
            const auto stated = row.field(each.first);
            return stated && folded(stated->text) == each.second;
        });
    }
    /// Leaves the name without its mark.
    bool take_mark(std::string& name) const {
        auto parts = match_first(marked_, name);
        if (!parts || parts->empty()) return false;
        name = std::move(parts->front().text);
        return true;
    }

private:
    std::vector<std::string> codes_{};
    std::vector<std::pair<std::string, std::string>> columns_{}; // heading, and folded text
    std::vector<pattern> marked_{};
};

constexpr std::string_view sides[] = {"base", "quote"};

class rates_by_form {
public:
    rates_by_form(const form& by, cell_source& cells, const rates_options& options)
        : by_(by), cells_(cells), rows_(by, cells), options_(options), turn_(by) {
        source_ = by.publisher;
        if (!by.price.empty()) (source_ += source_.empty() ? "" : ", ") += by.price;
    }

    rate_file read_all() {
        while (rows_.next()) {
            has_rows_ = has_rows_ || by_.in != container::json || cells_.headings().size() > 1; // than its name
            has_numbers_ = has_numbers_ || rows_.has("rate") || !rows_.wide().empty();
            if (by_.wide.empty()) take(nullptr);
            else
                for (const wide_column& each : rows_.wide()) take(&each);
        }
        const bool is_of_none = read_.quotes.empty() && !no_currencies_.empty() && !names_currency();
        if (has_rows_ && (!has_numbers_ || is_of_none)) refuse_empty();
        read_.left_out = rows_.left_out();
        for (const std::string& each : no_currencies_) ++read_.left_out.columns[each];
        if (const auto pivot = sides_.one()) read_.pivots.push_back(*pivot);
        return std::move(read_);
    }

private:
    template <class Read>
    auto reading(const said& what, Read read) const {
        return reading_at([&] { return read(std::string_view(what.text)); },
                          [&](std::size_t) { return what.at.line != 0 ? cells_.place(what.at) : cells_.place(); });
    }

    // Whether some heading does.
    bool names_currency() {
        return std::any_of(rows_.wide().begin(), rows_.wide().end(), [&](const wide_column& each) {
            return std::any_of(each.parts.begin(), each.parts.end(), [&](const pattern::found& part) {
                return is_one_of(std::string_view(part.name), sides) && currency_of({part.text, {}}, &each);
            });
        });
    }

    // What would be read as a file without rates is of another form.
    [[noreturn]] void refuse_empty() {
        const std::string known = rows_.known_headings();
        refuse<csv_error>(
            {cells_.file(), 0, 0},
            by_.wide.empty() ? "no column is the rate's; the form says which one is (columns.rate = \"...\"; --columns "
                               "rate=...); there are " +
                                   known
                             : std::string("no heading is as the form's patterns") +
                                   (has_numbers_ ? " and names a currency; say what names do (names = { ... }) or how "
                                                   "they stand in it "
                                                 : " ") +
                                   "(wide = [...]; --wide); there are " + known);
    }

    void take(const wide_column* of) {
        const std::optional<said> number = price_of(of);
        has_numbers_ = has_numbers_ || number;
        if (!number || rows_.text().says_nothing(number->stands())) return;
        std::optional<std::pair<currency, currency>> pair = pair_of(of);
        if (!pair) return;
        const auto read = reading(*number, [&](std::string_view) {
            auto value = rows_.text().read_number(number->stands());
            const std::string sign = in_capitals(rows_.name_of(value.sign));
            if (!sign.empty() && sign != pair->first.code() && sign != pair->second.code())
                throw parse_error("a number, or one of " + to_string(pair->second) + "; " +
                                      mend_of_sign(value.sign, pair->second.code(), number->at.text),
                                  std::string(number->at.text), 0);
            if (value.value.sign() > 0) return value;
            throw rate_error(detail::quoted(number->at.text) +
                             " is no rate, which is above zero; say it is missing (missing = [" +
                             as_written(number->at.text) + "])");
        });
        if (pair->first == pair->second) {
            if (read.value == 1) return;
            refuse<rate_error>(cells_.place(number->at), "one " + to_string(pair->first) + " is one of it");
        }
        const said day = date_of(of);
        const auto on = reading(day, [&](std::string_view text) { return rows_.text().read_day(text, day.at.plain); });
        rate quote(money<>(unit_of(of, pair->first), pair->first), money<>(read.value, pair->second));
        quote.on(on).from(source_).written_to(read.decimals).cite(cells_.place(number->at));
        if (const auto since = rows_.field("published"))
            quote.published(
                reading(*since, [&](std::string_view text) { return rows_.text().read_day(text, since->at.plain); }));
        seen_.add(quote, read_.quotes);
        sides_.add(pair->first, pair->second);
    }

    // A date; or a year and a month, of a table that has the one down and the other across.
    said date_of(const wide_column* of) {
        const auto field = [&](std::string_view name) {
            return of != nullptr ? rows_.field(name, *of) : rows_.field(name);
        };
        if (const auto date = field("date")) return *date;
        std::optional<said> both = field("year");
        const std::optional<said> month = field("month");
        if (!both || !month) return rows_.required("date", of);
        both->text += " " + month->text;
        both->at.plain = false;
        return *both;
    }

    std::optional<said> price_of(const wide_column* of) {
        if (of == nullptr) return rows_.field("rate");
        const cell stands = rows_.at(of->index);
        return said{std::string(stands.text), stands};
    }

    // None where a heading names no currency.
    std::optional<std::pair<currency, currency>> pair_of(const wide_column* of) {
        std::optional<said> base = side("base", of);
        std::optional<said> quote = side("quote", of);
        if (!by_.against.empty() && base.has_value() != quote.has_value())
            (base ? quote : base) = said{by_.against, {}};
        if (!base && options_.base) base = said{to_string(options_.base), {}};
        if (!base) base = rows_.required("base", of);
        if (!quote) quote = rows_.required("quote", of);
        const bool is_turned = turn_.take_mark(base->text) || turn_.take_mark(quote->text) || turn_.is_said_by(rows_);
        const auto first = currency_of(*base, of);
        const auto second = currency_of(*quote, of);
        if (!first || !second) return std::nullopt;
        if (is_turned || turn_.is_of(*first) || turn_.is_of(*second)) return std::pair(*second, *first);
        return std::pair(*first, *second);
    }
    std::optional<said> side(std::string_view name, const wide_column* of) {
        return of != nullptr ? rows_.field(name, *of) : rows_.field(name);
    }

    std::optional<currency> currency_of(const said& what, const wide_column* of) {
        const auto known = currencies_.find(what.text);
        if (known != currencies_.end()) return known->second;
        const std::string code = in_capitals(rows_.name_of(what.text));
        std::optional<currency> found;
        try {
            found = options_.accepted.parse(code);
        } catch (const currency_error&) {
            if (of == nullptr) {
                refuse<currency_error>(what.at.line != 0 ? cells_.place(what.at) : cells_.place(),
                                       detail::quoted(what.text) + " is no currency; say which one it is (names = { " +
                                           as_written(what.text) + " = \"USD\" }, say)");
            }
            no_currencies_.insert(cells_.headings()[of->index]);
        }
        currencies_.emplace(what.text, found);
        return found;
    }

    exact unit_of(const wide_column* of, const currency& base) {
        exact unit = 1;
        if (const auto stated = by_.units.find(base.code()); stated != by_.units.end()) unit = exact(stated->second);
        if (const auto stated = side("unit", of))
            unit = reading(*stated, [&](std::string_view text) {
                const cell number{text, 0, 0, stated->at.plain || stated->at.line == 0};
                return rows_.text().read_number(number).value;
            });
        if (const auto power = side("power", of))
            unit = unit * reading(*power, [](std::string_view text) {
                       for (int n = -30; n <= 30; ++n)
                           if (text == std::to_string(n)) return exact::pow10(n);
                       throw parse_error("a power of ten, as 2 for a hundred, or none (columns.power = false)",
                                         std::string(text), 0);
                   });
        return unit;
    }

    const form& by_;
    cell_source& cells_;
    form_columns rows_;
    const rates_options& options_;
    std::string source_{};
    rate_file read_{};
    seen_quotes seen_{};
    common_side sides_{};
    bool has_rows_ = false;
    bool has_numbers_ = false;
    turned_quotes turn_;
    std::map<std::string, std::optional<currency>> currencies_{};
    std::set<std::string> no_currencies_{};
};

} // namespace

rate_file parse_rates_by(const form& written, std::string_view bytes, const std::string& file,
                         const rates_options& options) {
    const std::unique_ptr<cell_source> cells = open_cells(written, bytes, file);
    return rates_by_form(written, *cells, options).read_all();
}

} // namespace io
CAMBIST_END
