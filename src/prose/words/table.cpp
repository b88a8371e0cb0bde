// SPDX-License-Identifier: MIT
#include "table.hpp"

#include "tokens.hpp"

#include <cambist/numbers/error.hpp>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

namespace cambist_prose {

namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, std::string_view by) {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(by, start), text.size());
        if (const std::string_view part = trimmed(text.substr(start, end - start)); !part.empty())
            parts.push_back(part);
        start = end + by.size();
    }
    return parts;
}

// A name of several words, as a message has it: "at_least" is "at least".
std::string spaced(std::string_view name) {
    std::string text(name);
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

[[noreturn]] void refuse(std::string expected, std::string_view found) {
    throw parse_error(std::move(expected), std::string(found), 0);
}

int integer(std::string_view text) {
    int value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc() || end != text.data() + text.size()) refuse("a whole number", text);
    return value;
}

qualifier limit_named(std::string_view name) {
    for (const qualifier q :
         {qualifier::at_least, qualifier::more_than, qualifier::at_most, qualifier::less_than, qualifier::between}) {
        if (spaced(name) == to_string(q)) return q;
    }
    refuse("the name of a limit", name);
}

family family_of(const table_line& line) {
    if (line.has("dollar")) return family::dollar;
    if (line.has("pound")) return family::pound;
    return line.has("yen") ? family::yen : family::none;
}

// ---- the kinds of lines

void add_phrases(const table_line& line, const entry& meaning, dictionary& into) {
    for (const std::string_view phrase : line.phrases()) into.phrases.push_back({std::string(phrase), meaning});
}
void add_morphemes(const table_line& line, const entry& meaning, dictionary& into) {
    for (const std::string_view phrase : line.phrases()) into.morphemes.push_back({folded_text(phrase), meaning});
}
void add_phrases_or_glue(const table_line& line, const entry& meaning, dictionary& into) {
    if (line.has("glue")) add_morphemes(line, meaning, into);
    else add_phrases(line, meaning, into);
}

// With the flag, of another category.
template <category What, category WithFlag = What>
void add(const table_line& line, dictionary& into) {
    entry meaning;
    meaning.what = line.flags.empty() ? What : WithFlag;
    add_phrases(line, meaning, into);
}

template <category What>
void add_value(const table_line& line, dictionary& into) {
    entry meaning;
    meaning.what = What;
    meaning.value = exact(line.arguments[0]);
    add_phrases(line, meaning, into);
}

template <category What>
void add_named(const table_line& line, dictionary& into) {
    entry meaning;
    meaning.what = What;
    meaning.name = spaced(line.arguments[0]);
    add_phrases(line, meaning, into);
}

template <category What>
void add_money(const table_line& line, dictionary& into) {
    entry meaning;
    meaning.what = What;
    meaning.money = parse_currency(line.arguments[0]);
    meaning.family = family_of(line);
    meaning.weak = line.has("weak");
    meaning.weight = line.has("weight");
    meaning.event = line.has("event");
    meaning.glued = line.has("glued");
    meaning.behind = line.has("behind");
    meaning.sign_only = line.has("sign");
    if (line.has("minor")) meaning.value = exact::pow10(-meaning.money.digits());
    add_phrases(line, meaning, into);
}

// A name that several countries' money has; that of a country is meant where a text has named it.
void add_unclear(const table_line& line, dictionary& into) {
    entry meaning;
    meaning.what = category::unclear;
    for (const std::string_view code : line.arguments) meaning.all.push_back(parse_currency(code));
    add_phrases(line, meaning, into);
}

template <category What, category After>
void add_limit(const table_line& line, dictionary& into) {
    entry meaning;
    meaning.what = line.has("after") ? After : What;
    meaning.stated = limit_named(line.arguments[0]);
    add_phrases(line, meaning, into);
}

void add_scale(const table_line& line, dictionary& into) {
    constexpr int last_morpheme = 3; // larger ones stand alone: "zwei Millionen"
    entry meaning;
    meaning.uncounted = line.has("uncounted");
    meaning.what = line.has("plural") || meaning.uncounted ? category::plural : category::scale;
    meaning.abbreviation = line.has("abbreviation");
    meaning.implied = line.has("implied");
    meaning.singular = line.has("singular");
    meaning.power = integer(line.arguments[0]);
    meaning.value = exact::pow10(meaning.power);
    add_phrases(line, meaning, into);
    if (meaning.what == category::scale && !meaning.abbreviation && meaning.power <= last_morpheme)
        add_morphemes(line, meaning, into);
}

void add_scaled(const table_line& line, dictionary& into) {
    entry meaning;
    meaning.what = category::scale;
    meaning.abbreviation = true;
    meaning.money = parse_currency(line.arguments[0]);
    meaning.power = integer(line.arguments[1]);
    meaning.value = exact::pow10(meaning.power);
    add_phrases(line, meaning, into);
}

// "Rs 500 cr": a scale beside one currency alone.
void add_scale_beside(const table_line& line, dictionary& into) {
    entry meaning;
    meaning.what = category::scale;
    meaning.abbreviation = meaning.beside = true;
    meaning.money = parse_currency(line.arguments[0]);
    meaning.power = integer(line.arguments[1]);
    meaning.value = exact::pow10(meaning.power);
    add_phrases(line, meaning, into);
}

void add_number(const table_line& line, dictionary& into) {
    entry meaning;
    meaning.what = category::number;
    meaning.value = exact(line.arguments[0]);
    meaning.unit = meaning.value >= 100 ? exact::pow10(leading_exponent(meaning.value)) : exact(1);
    meaning.teens = line.has("teens");
    add_phrases(line, meaning, into);
    add_morphemes(line, meaning, into);
}

template <category What>
void add_fraction(const table_line& line, dictionary& into) {
    entry meaning;
    meaning.what = What;
    meaning.value = exact(line.arguments[0]);
    meaning.unit = exact(line.arguments[1]);
    add_phrases(line, meaning, into);
    if (What == category::part) add_morphemes(line, meaning, into); // within which none goes on
}

void add_mixed(const table_line& line, dictionary& into) {
    entry meaning;
    meaning.what = category::mixed;
    meaning.value = exact(line.arguments[0]);
    const std::string fraction = to_fraction(meaning.value);
    meaning.unit = exact(1) / exact(std::string_view(fraction).substr(fraction.find('/') + 1));
    add_phrases_or_glue(line, meaning, into);
}

void add_join(const table_line& line, dictionary& into) {
    entry meaning;
    meaning.what = category::join;
    meaning.in_digits = line.has("digits");
    add_phrases_or_glue(line, meaning, into);
}

void add_detected(const table_line& line, dictionary& into) {
    constexpr int usual = 3;
    entry meaning;
    meaning.what = category::detect;
    meaning.power = line.arguments.empty() ? usual : integer(line.arguments[0]);
    add_phrases(line, meaning, into);
}

void add_exceptions(const table_line& line, dictionary& into) {
    std::string phrase;
    for (const std::string_view word : line.arguments) (phrase += phrase.empty() ? "" : " ") += word;
    std::vector<std::string>& all = into.exceptions[folded_text(phrase)];
    for (const std::string_view ending : line.phrases()) all.push_back(folded_text(ending));
}

void add_codes(const table_line& line, dictionary& into) {
    for (const std::string_view code : split(line.body, " ")) into.codes.emplace_back(parse_currency(code).code());
}

void add_dollars(const table_line& line, dictionary& into) {
    for (const std::string_view code : split(line.body, " ")) into.dollars.emplace_back(parse_currency(code).code());
}

void add_apart(const table_line& line, dictionary& into) {
    for (const std::string_view letter : line.phrases()) {
        if (letter.size() != 1) refuse("one letter", letter);
        (line.has("sign") ? into.apart_after_sign : into.apart) += letter;
    }
}

void add_leads(const table_line& line, dictionary& into) {
    for (const std::string_view letter : line.phrases()) {
        if (letter.size() != 1) refuse("one letter", letter);
        into.leads += letter;
    }
}

void add_compact(const table_line& line, dictionary& into) {
    into.compact.insert_or_assign(integer(line.arguments[0]), std::string(line.body));
}
void add_saying(const table_line& line, dictionary& into) {
    into.said.insert_or_assign(spaced(line.arguments[0]), std::string(line.body));
}

template <std::string dictionary::*Member>
void set_text(const table_line& line, dictionary& into) {
    into.*Member = line.body;
}
template <bool dictionary::*Member>
void set_choice(const table_line& line, dictionary& into) {
    if (line.body != "yes" && line.body != "no") refuse("yes or no", line.body);
    into.*Member = line.body == "yes";
}

constexpr std::string_view money_flags = "dollar pound yen weak";

// In the order of the tables' README.
constexpr line_kind kinds[] = {
    {"decimal", "", "", set_text<&dictionary::decimal>},
    {"spaced", "", "", set_choice<&dictionary::is_spaced>},
    {"glued", "", "", set_choice<&dictionary::is_glued>},

    {"scale", "N", "abbreviation implied singular plural uncounted", add_scale},
    {"beside", "CUR N", "", add_scale_beside},
    {"leads", "", "", add_leads},
    {"foreign", "", "", add<category::foreign>},
    {"harmless", "", "", add<category::harmless>},
    {"further", "", "", add<category::further>},
    {"apart", "", "sign", add_apart},
    {"unit", "V", "", add_value<category::plural>},
    {"scaled", "CUR N", "", add_scaled},
    {"one", "", "", add<category::one>},
    {"number", "V", "teens", add_number},
    {"join", "", "glue digits", add_join},
    {"point", "", "", add<category::point>},
    {"part", "V U", "", add_fraction<category::part>},
    {"mixed", "V", "glue", add_mixed},
    {"amount", "V U", "", add_fraction<category::amount>},
    {"approximate", "V", "", add_value<category::approximate>},
    {"pair", "V", "", add_value<category::pair>},
    {"several", "", "within", add<category::several, category::several_within>},
    {"of", "", "", add<category::of>},

    {"hedge", "", "after", add<category::hedge, category::hedge_after>},
    {"limit", "NAME", "after", add_limit<category::limit, category::limit_after>},
    {"aside", "", "", add<category::aside>},
    {"comparative", "", "", add<category::comparative>},
    {"neutral", "", "", add<category::neutral>},
    {"unless", "PHRASE...", "", add_exceptions},
    {"article", "", "", add<category::article>},
    {"minus", "", "", add<category::minus>},
    {"year", "", "", add<category::year>},

    {"between", "", "", add<category::between>},
    {"from", "", "", add<category::from>},
    {"and", "", "", add<category::and_>},
    {"to", "", "", add<category::to>},
    {"dash", "", "", add<category::dash>},
    {"change", "", "after", add<category::change, category::change_after>},
    {"changed", "", "", add<category::changed>},
    {"compared", "", "", add<category::compared>},

    {"currency", "CUR", "dollar pound yen weak weight minor event glued", add_money<category::currency>},
    {"sign", "CUR", money_flags, add_money<category::sign>},
    {"before", "CUR", money_flags, add_money<category::before>},
    {"national", "CUR", "dollar pound yen behind sign", add_money<category::national>},
    {"land", "CUR", "dollar", add_money<category::land>},
    {"unclear", "CUR...", "", add_unclear},
    {"codes", "", "", add_codes},
    {"dollars", "", "", add_dollars},
    {"home", "", "", set_text<&dictionary::home>},
    {"cents", "V", "", add_value<category::cents>},
    {"beyond", "", "", add<category::beyond>},
    {"whole", "", "", add<category::no_minor>},
    {"blocker", "", "", add<category::blocker>},
    {"symbolic", "", "", add<category::symbolic>},
    {"credit", "", "", add<category::credit>},

    {"per", "", "unit", add<category::per, category::per_unit>},
    {"equals", "", "", add<category::equals>},
    {"restate", "", "", add<category::restate>},
    {"part_of", "", "", add<category::part_of>},
    {"comma", "", "", add<category::comma>},
    {"stop", "", "", add<category::stop>},
    {"counted", "", "", add<category::counted>},
    {"elides", "", "", add<category::elides>},
    {"clause", "", "", add<category::clause>},
    {"period", "WHAT", "", add_named<category::period>},
    {"status", "WHAT", "", add_named<category::status>},
    {"each", "WHAT", "", add_named<category::each>},

    {"compact", "N", "", add_compact},
    {"named", "", "", set_choice<&dictionary::is_named>},
    {"say", "WHAT", "", add_saying},
    {"detect", "[V]", "", add_detected},
    {"fallback", "", "", set_text<&dictionary::fallback>},
};

// ---- lines

void check_arguments(const line_kind& kind, const std::vector<std::string_view>& given) {
    const std::vector<std::string_view> taken = split(kind.takes, " ");
    const bool is_open = kind.takes.ends_with("...");
    const bool is_optional = kind.takes.starts_with('[');
    const bool are_right =
        given.size() == taken.size() || (is_open && given.size() > taken.size()) || (is_optional && given.empty());
    if (are_right) return;
    std::string expected = "'" + std::string(kind.name);
    if (!kind.takes.empty()) (expected += ' ') += kind.takes;
    refuse(expected + "' before the colon", given.empty() ? kind.name : given.back());
}

void read_line(std::string_view line, std::string_view region, dictionary& into) {
    if (line.empty() || line.front() == '#') return;
    if (line.front() == '@') { // of one region
        const std::size_t end = std::min(line.find(' '), line.size());
        if (line.substr(1, end - 1) != region) return;
        line = trimmed(line.substr(end));
    }
    const std::size_t colon = line.find(" :");
    if (colon == std::string_view::npos) refuse("' :' after what the line is about", line);
    const std::vector<std::string_view> head = split(line.substr(0, colon), " ");
    const std::string_view name = head.empty() ? std::string_view() : head.front();
    const auto* const kind =
        std::find_if(std::begin(kinds), std::end(kinds), [&](const line_kind& k) { return k.name == name; });
    if (kind == std::end(kinds)) refuse("a kind of line", name);
    table_line parts;
    parts.body = trimmed(line.substr(colon + 2));
    const std::vector<std::string_view> flags = split(kind->flags, " ");
    for (std::size_t i = 1; i < head.size(); ++i) {
        const bool is_flag = std::find(flags.begin(), flags.end(), head[i]) != flags.end();
        (is_flag ? parts.flags : parts.arguments).push_back(head[i]);
    }
    check_arguments(*kind, parts.arguments);
    kind->read(parts, into);
}

} // namespace

bool table_line::has(std::string_view flag) const { return std::find(flags.begin(), flags.end(), flag) != flags.end(); }

std::vector<std::string_view> table_line::phrases() const { return split(body, " | "); }

std::span<const line_kind> line_kinds() { return kinds; }

void read_table(std::string_view table, std::string_view name, std::string_view region, dictionary& into) {
    std::size_t number = 0;
    for (std::size_t start = 0; start < table.size();) {
        const std::size_t end = std::min(table.find('\n', start), table.size());
        ++number;
        try {
            read_line(trimmed(table.substr(start, end - start)), region, into);
        } catch (error& e) {
            e.locate({std::string(name) + ".txt", number, 0});
            throw;
        }
        start = end + 1;
    }
}

} // namespace cambist_prose
