// SPDX-License-Identifier: MIT
#include "form_amounts.hpp"

#include "../text/words.hpp"

#include <cambist/figures/precision.hpp>
#include <cambist/numbers/detail/numeral.hpp>
#include <cambist/text/parse.hpp>
#include <cambist/text/scale.hpp>

#include <algorithm>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

using cambist::detail::is_digit;

struct scale_name {
    std::string_view text; // folded
    int power;
};
// Besides `scales`: what means one thing in all languages that write it.
constexpr scale_name scale_names[] = {{"'000", 3},       {"000", 3},      {"000s", 3},      {"tsd", 3},
                                      {"tsd.", 3},       {"mille", 3},    {"mio", 6},       {"mio.", 6},
                                      {"mill", 6},       {"mill.", 6},    {"mln", 6},       {"mln.", 6},
                                      {"millionen", 6},  {"millones", 6}, {"millioner", 6}, {"b", 9},
                                      {"mrd", 9},        {"mrd.", 9},     {"md", 9},        {"md\xe2\x82\xac", 9},
                                      {"mld", 9},        {"mld.", 9},     {"milliard", 9},  {"milliards", 9},
                                      {"milliarden", 9}, {"miliardi", 9}, {"lakh", 5},      {"lakhs", 5},
                                      {"lac", 5},        {"crore", 7},    {"crores", 7}}; // "Cr" is a credit as well

constexpr std::pair<std::string_view, qualifier> qualifier_words[] = {{"~", qualifier::about},
                                                                      {"\xe2\x89\x88", qualifier::about},
                                                                      {"about", qualifier::about},
                                                                      {"around", qualifier::about},
                                                                      {"approx.", qualifier::about},
                                                                      {"approximately", qualifier::about},
                                                                      {"circa", qualifier::about},
                                                                      {"ca.", qualifier::about},
                                                                      {"c.", qualifier::about},
                                                                      {"some", qualifier::about},
                                                                      {"roughly", qualifier::about},
                                                                      {"at least", qualifier::at_least},
                                                                      {">=", qualifier::at_least},
                                                                      {"\xe2\x89\xa5", qualifier::at_least},
                                                                      {"more than", qualifier::more_than},
                                                                      {"over", qualifier::more_than},
                                                                      {">", qualifier::more_than},
                                                                      {"at most", qualifier::at_most},
                                                                      {"up to", qualifier::at_most},
                                                                      {"<=", qualifier::at_most},
                                                                      {"\xe2\x89\xa4", qualifier::at_most},
                                                                      {"less than", qualifier::less_than},
                                                                      {"under", qualifier::less_than},
                                                                      {"<", qualifier::less_than}};

// The longest text that may be a unit and a currency.
constexpr std::size_t max_unit_bytes = 100;

// Words before dashes, which may be signs of the numbers.
constexpr std::string_view range_marks[] = {" to ", " and ", " bis ", "-", "\xe2\x80\x93", "\xe2\x80\x94"};

constexpr std::string_view kinds_of_blank[] = {" ", "\t", "\xc2\xa0", "\xe2\x80\xaf"};

void trim(std::string_view& text) {
    for (bool any = true; any;) {
        any = false;
        for (const std::string_view each : kinds_of_blank) {
            for (; text.starts_with(each); any = true) text.remove_prefix(each.size());
            for (; text.ends_with(each); any = true) text.remove_suffix(each.size());
        }
    }
}

bool take(std::string_view& text, std::string_view word) {
    if (text.size() < word.size() || folded(text.substr(0, word.size())) != folded(word)) return false;
    std::string_view rest = text.substr(word.size());
    if (is_letter(word.back()) && !rest.empty() && is_letter(rest.front())) return false;
    trim(rest);
    text = rest;
    return true;
}

} // namespace

// What a cell says around and between its numbers.
struct amount_cells::cell_parts {
    qualifier stated = qualifier::rounded;
    bool is_at_least = false; // "94+"
    bool is_negative = false; // "(5,000)"
    bool is_first_negative = false;
    bool is_second_negative = false;
    bool is_dashed = false; // "1-2", not "1 to 2"
    std::string_view before{};
    std::string_view first{};
    std::string_view between{}; // "bn EUR" of "1 bn EUR - 2 bn EUR"
    std::string_view sign{};    // "$" of "1 - $2"
    std::string_view second{};  // of a range
    std::string_view after{};
};

namespace {

std::size_t number_end(std::string_view text) {
    std::size_t end = 0; // after the last digit
    for (std::size_t i = 0; i < text.size();) {
        if (is_digit(text[i])) end = ++i;
        else if (text[i] == '.' || text[i] == ',' || text[i] == '\'') ++i;
        else if (text.substr(i).starts_with("\xe2\x80\x99") || text.substr(i).starts_with("\xe2\x80\xaf")) i += 3;
        else if (text.substr(i).starts_with("\xc2\xa0")) i += 2;
        else if (text[i] == ' ' && i + 1 < text.size() && is_digit(text[i + 1])) ++i;
        else break;
    }
    return end;
}

// The sign of the negative, wherever it stands around a number.
bool take_minus(std::string_view& text, bool is_after) {
    for (const std::string_view minus :
         {std::string_view("-"), std::string_view("\xe2\x88\x92"), std::string_view("DR"), std::string_view("CR")}) {
        const bool is_word = is_letter(minus.front());
        if (is_word && !is_after) continue;
        if (is_after ? !text.starts_with(minus) : !text.starts_with(minus) && !text.ends_with(minus)) continue;
        if (is_word && text != minus) continue;
        if (text.starts_with(minus)) text.remove_prefix(minus.size());
        else text.remove_suffix(minus.size());
        trim(text);
        return minus != "CR";
    }
    return false;
}

std::string scale_word(int power) {
    const auto scale = std::find_if(scales.begin(), scales.end(), [&](const auto& s) { return s.power == power; });
    return " " + (scale != scales.end() ? std::string(scale->sign) : "\xc3\x97 10^" + std::to_string(power));
}

} // namespace

amount_cells::cell_parts amount_cells::parts_of(std::string_view text) {
    cell_parts made;
    trim(text);
    for (const auto& [word, stated] : qualifier_words)
        if (take(text, word)) made.stated = stated;
    (void)take(text, "between");
    if (text.starts_with('(') && text.ends_with(')')) {
        made.is_negative = true;
        text = text.substr(1, text.size() - 2);
        trim(text);
    }
    made.is_at_least = text.ends_with('+');
    if (made.is_at_least) text.remove_suffix(1);
    const std::size_t begin = number_begin(text);
    made.before = text.substr(0, begin);
    text.remove_prefix(begin);
    made.first = text.substr(0, number_end(text));
    text.remove_prefix(made.first.size());
    for (const std::string_view mark : range_marks) {
        const std::size_t at = text.find(mark);
        const std::size_t next = at == std::string_view::npos ? text.size() : at + number_begin(text.substr(at));
        if (next >= text.size()) continue;
        made.between = text.substr(0, at);
        made.second = text.substr(next, number_end(text.substr(next)));
        made.sign = text.substr(at + mark.size(), next - at - mark.size());
        made.is_dashed = mark.front() != ' ';
        text.remove_prefix(next + made.second.size());
        break;
    }
    made.after = text;
    trim(made.before);
    trim(made.between);
    trim(made.sign);
    trim(made.after);
    made.is_first_negative = take_minus(made.before, false);
    made.is_second_negative = take_minus(made.sign, false);
    const bool after = take_minus(made.after, true);
    made.is_negative = made.is_negative || after;
    return made;
}

std::optional<currency> amount_cells::currency_in(std::string_view text) const {
    std::string code = rows_.name_of(text);
    try {
        return accepted_.parse(in_capitals(std::move(code)));
    } catch (const currency_error&) {
        return std::nullopt;
    }
}

std::optional<int> amount_cells::power_of(std::string_view stated) const { return power_named(rows_.name_of(stated)); }

namespace {

// What has digits is not missing.
std::string mend_of_cell(std::string_view cell) {
    if (std::any_of(cell.begin(), cell.end(), is_digit))
        return "say what of it is the amount (parts.\"...\" = [\"{amount} ...\"])";
    return "say that it is missing (missing = [" + as_written(cell) + "])";
}

} // namespace

std::string mend_of_sign(std::string_view sign, std::string_view code, std::string_view cell) {
    const auto is_name = [](char c) { return is_letter(c) || c == '$'; };
    const bool is_currency = sign.size() == 3 && find_currency(in_capitals(std::string(sign))) != nullptr;
    if (is_currency) return "say which of the two counts (columns.currency = false)";
    const std::string name = "names = { " + as_written(sign) + " = " + named(code) + " }";
    if (const auto power = power_named(sign); power && !sign.starts_with('1'))
        return "a scale word is a unit of the whole column (" + name + ", unit = 1" +
               std::string(static_cast<std::size_t>(*power), '0') + ")";
    constexpr std::string_view known[] = {"\xe2\x82\xac", "\xc2\xa3", "\xc2\xa5", "\xe2\x82\xb9", "\xe2\x82\xa9"};
    if (std::any_of(sign.begin(), sign.end(), is_name) || is_one_of(sign, known))
        return "say what it stands for (" + name + ")";
    return mend_of_cell(cell);
}

std::optional<int> power_named(std::string_view stated) {
    const std::string word = folded(stated);
    for (const cambist::scale& each : scales)
        if (word == each.sign || word == each.word || word == each.plural || word == each.other_sign) return each.power;
    for (const scale_name& each : scale_names)
        if (word == each.text) return each.power;
    const bool is_power = word.starts_with('1') && word.find_first_not_of('0', 1) == std::string::npos;
    return is_power && word.size() <= 19 ? std::optional(static_cast<int>(word.size()) - 1) : std::nullopt;
}

amount_unit amount_cells::unit_in(std::string_view stated) const {
    const std::string known = rows_.name_of(stated.substr(0, max_unit_bytes + 1));
    std::string_view text = known;
    trim(text);
    (void)take(text, "in");
    if (text.empty()) return {};
    if (const auto of = currency_in(text)) return {0, of};
    if (const auto power = power_of(text)) return {*power, {}};
    // A scale and a currency, in either order: "£m", "m EUR", "thousands of USD".
    for (std::size_t i = 1; i < text.size() && text.size() <= max_unit_bytes; ++i) {
        std::string_view left = text.substr(0, i);
        std::string_view right = text.substr(i);
        trim(left);
        trim(right);
        (void)take(right, "of");
        const auto scaled = [&](std::string_view scale, std::string_view of) -> std::optional<amount_unit> {
            const auto power = power_of(scale);
            const auto found = power ? currency_in(of) : std::nullopt;
            return found ? std::optional(amount_unit{*power, found}) : std::nullopt;
        };
        if (const auto found = scaled(left, right)) return *found;
        if (const auto found = scaled(right, left)) return *found;
    }
    throw parse_error("a unit or a currency, as \"EUR\", \"thousands of USD\" or \"m EUR\"; say what it stands for "
                      "(names = { " +
                          as_written(text) + " = \"USD\" }, or = \"thousand\"; --names)",
                      std::string(text), 0);
}

// What the cell itself says that its number is of.
amount_unit amount_cells::own_unit(const cell_parts& parts, const std::string& whole) const {
    amount_unit own;
    for (const std::string_view text : {parts.before, parts.between, parts.sign, parts.after}) {
        if (text.empty()) continue;
        const amount_unit more = unit_in(text);
        const bool is_other = more.of && own.of && !(*more.of == *own.of);
        if (is_other || (more.power != 0 && own.power != 0 && more.power != own.power))
            throw parse_error("one currency and one unit in an amount; " + mend_of_cell(whole), whole, 0);
        if (more.of) own.of = more.of;
        if (more.power != 0) own.power = more.power;
    }
    return own;
}

// With what the table says, which is the same or nothing.
amount_unit amount_cells::joined(const amount_unit& own, const amount_unit& table, const std::string& whole) const {
    if (own.of && table.of && !(*own.of == *table.of))
        throw currency_error("an amount in " + to_string(*own.of) + ", " + detail::quoted(whole) +
                             ", where the table says " + to_string(*table.of) +
                             "; say which (columns.currency = false)");
    if (own.power != 0 && table.power != 0 && own.power != table.power)
        throw parse_error("an amount without a scale word of its own, since the table has another (unit = 1)", whole,
                          0);
    const amount_unit both{own.power != 0 ? own.power : table.power, own.of ? own.of : table.of};
    if (both.of) return both;
    throw currency_error("nothing says the currency of " + detail::quoted(whole) +
                         "; the form says it (currency = \"EUR\", or columns.currency = \"...\"; --currency)");
}

figure amount_cells::read(const said& cell, const amount_unit& table, const form& by) const {
    const bool is_plain = cell.stands().plain;
    cell_parts parts = is_plain ? cell_parts{} : parts_of(cell.text);
    if (is_plain) parts.first = cell.text;
    if (parts.first.empty()) throw parse_error("an amount; " + mend_of_cell(cell.text), cell.text, 0);
    const amount_unit own = own_unit(parts, cell.text);
    amount_unit unit = joined(own, table, cell.text);
    if (by.minor) {
        if (own.power != 0)
            throw parse_error(
                "an amount without a scale word of its own, since the form has minor units (minor = true)", cell.text,
                0);
        if (!unit.of->has_minor_unit())
            throw currency_error(to_string(*unit.of) +
                                 " has no minor unit, which the form has its amounts in (minor = true)");
        unit.power -= unit.of->digits();
    }
    std::string words = cell.text;
    if (unit.power < 0) words.clear(); // which no amount is reported in
    else if (own.power == 0 && unit.power != 0) words += scale_word(unit.power);
    if (!own.of && unit.power >= 0) words += " " + to_string(*unit.of);
    const auto number = [&](std::string_view digits) {
        return rows_.text().read_number({digits, cell.at.line, cell.at.column, is_plain});
    };
    const cell_text::number first = number(parts.first);
    const auto scaled = [&](const exact& read, bool is_negative) {
        return read * exact::pow10(unit.power) * (parts.is_negative != is_negative ? -1 : 1);
    };
    const exact value = scaled(first.value, parts.is_first_negative);
    const qualifier stated = parts.is_at_least ? qualifier::at_least : parts.stated;
    if (!parts.second.empty()) {
        exact high = scaled(number(parts.second).value, parts.is_second_negative);
        const bool is_limit = stated != qualifier::rounded && stated != qualifier::about;
        // "-5-3" may begin with a minus or with a dash.
        const bool is_unclear =
            parts.is_dashed && parts.is_first_negative && !parts.is_second_negative && parts.sign.empty();
        if (is_limit || is_unclear)
            throw parse_error("a range or a limit, of which each number has its sign; " + mend_of_cell(cell.text),
                              cell.text, 0);
        if (value > high)
            throw parse_error("a range from the smaller to the larger; say what it stands for (names = ...)", cell.text,
                              0);
        return reported_range(value, std::move(high), *unit.of, std::move(words));
    }
    if (by.exact && stated == qualifier::rounded) return {value, value, *unit.of, qualifier::exact, std::move(words)};
    const exact last = exact::pow10(unit.power - first.decimals);
    exact stripped = last;
    if (first.decimals == 0 && value != 0)
        while ((value / (stripped * 10)).is_integer()) stripped *= 10;
    const bool to_minor_unit =
        unit.power <= 0 && unit.of->has_minor_unit() && first.decimals - unit.power >= unit.of->digits();
    return reported_amount({value, last, stripped, to_minor_unit}, *unit.of, stated, {}, std::move(words));
}

} // namespace io
CAMBIST_END
