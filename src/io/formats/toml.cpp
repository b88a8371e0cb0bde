// SPDX-License-Identifier: MIT
#include "toml.hpp"

#include <cambist/text/parse.hpp>

#include "own_currencies.hpp"

#include <algorithm>
#include <cstdint>

CAMBIST_BEGIN
namespace io {
namespace {

constexpr std::string_view currency_keys[] = {"code", "digits"};
constexpr std::string_view rate_keys[] = {"quote", "day", "source", "published"};

std::string_view name_of(toml::node_type type) noexcept {
    switch (type) {
    case toml::node_type::table: return "a table";
    case toml::node_type::array: return "a list";
    case toml::node_type::string: return "text";
    case toml::node_type::integer: return "an integer";
    case toml::node_type::floating_point: return "a floating-point number";
    case toml::node_type::boolean: return "a truth value";
    case toml::node_type::date: return "a date";
    case toml::node_type::time: return "a time";
    case toml::node_type::date_time: return "a date with a time";
    default: return "nothing";
    }
}

// ---- what is kept from the parser

// The most parts of a dotted key. The parser bounds values within values, but builds (and clears away, by recursion) a
// table for each part of a key; the schema needs one.
constexpr std::size_t max_key_parts = 8;

constexpr bool starts_key(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '"' || c == '\'';
}

// What the parser says, which has parts of the file in it as they stand.
std::string in_plain_letters(std::string_view said) {
    constexpr std::size_t most = 200;
    std::string line;
    for (const char c : said.substr(0, most)) {
        const bool is_plain = c >= 0x20 && c < 0x7f;
        line += is_plain ? std::string(1, c) : detail::quoted({&c, 1}).substr(1, 4);
    }
    return said.size() > most ? line + "..." : line;
}

// Finds what toml++ 3.3 does not survive, or may not: a key of very many parts; a table's header that does not begin
// with a key (its issue 294); other than ASCII outside of text and comments, where TOML has none and some is undefined
// behaviour in the parser. It knows only as much of TOML as that takes, and stops where the parser will refuse.
class precaution {
public:
    explicit precaution(std::string_view toml) : toml_(toml) { run(); }

    /// The reason to refuse, if there is one, and its place.
    std::string_view why{};
    std::size_t where = 0;

private:
    void run() {
        std::size_t dots = 0;
        std::size_t key = 0;   // where it would start
        std::size_t depth = 0; // of lists
        bool is_first = true;  // on its line
        for (; at_ < toml_.size() && why.empty(); ++at_) {
            const char c = toml_[at_];
            if (c == ' ' || c == '\t') continue;
            const bool opens_line = std::exchange(is_first, false);
            if (c == '#') {
                at_ = std::min(toml_.find('\n', at_), toml_.size()) - 1;
            } else if (c == '.') {
                if (++dots == max_key_parts) refuse("a key of very many parts; no key here has more than one", key);
            } else if (static_cast<unsigned char>(c) >= 0x80) {
                refuse("a character that is not ASCII outside of text and comments; text stands between \" and \"",
                       at_);
            } else if (c == '"' || c == '\'') {
                skip_string(c);
            } else if (c == '\n' || c == '=' || c == ',' || c == '[' || c == ']' || c == '{' || c == '}') {
                dots = 0;
                key = at_ + 1;
                is_first = c == '\n';
                if (c == '[' && opens_line && depth == 0) check_header();
                else if (c == '[') ++depth;
                else if (c == ']' && depth > 0) --depth;
            }
        }
    }

    // At the first bracket of a line like [table] or [[table]].
    void check_header() {
        std::size_t next = toml_.find_first_not_of(" \t", at_ + 1);
        if (next < toml_.size() && toml_[next] == '[') next = toml_.find_first_not_of(" \t", next + 1);
        if (next >= toml_.size() || (!starts_key(toml_[next]) && toml_[next] != ']'))
            refuse("a header without a name, which is as in [[plan]]", at_);
    }

    // At a string's opening quote; leaves off at its last one, or at the end of the text.
    void skip_string(char quote) noexcept {
        const std::string_view fence = quote == '"' ? R"(""")" : "'''";
        const bool block = toml_.substr(at_, 3) == fence;
        for (at_ += block ? 3 : 1;; ++at_) {
            if (at_ >= toml_.size() || (!block && toml_[at_] == '\n')) {
                at_ = toml_.size();
                return;
            }
            if (quote == '"' && toml_[at_] == '\\') ++at_;
            else if (block ? toml_.substr(at_, 3) == fence : toml_[at_] == quote) break;
        }
        if (!block) return;
        // Up to two quotes may stand right before the three that close.
        at_ += 2;
        for (int extra = 0; extra < 2 && toml_.substr(at_ + 1, 1) == fence.substr(0, 1); ++extra) ++at_;
    }

    void refuse(std::string_view reason, std::size_t at) noexcept {
        why = reason;
        where = at;
    }

    std::string_view toml_;
    std::size_t at_ = 0;
};

} // namespace

toml_reader::toml_reader(std::string_view text, const std::string& file, currency_set accepted)
    : text_(utf8_text(text, file)), file_(file), accepted_(std::move(accepted)) {
    if (const precaution first(text_); !first.why.empty())
        refuse<toml_error>(line_counter(text_).place(file_, first.where), std::string(first.why));
}

toml::table toml_reader::parse() {
    try {
        return toml::parse(text_, std::string_view(file_));
    } catch (const toml::parse_error& e) {
        refuse<toml_error>(place_of(e.source().begin), "not TOML: " + in_plain_letters(e.description()));
    }
}

// ---- places

// The parser counts columns in characters, and we in bytes. Places are mostly asked for in the order of the file,
// so that going on from the last one costs no more than the file is long.
void toml_reader::find(const toml::source_position& position) {
    if (position.line < cursor_.line || (position.line == cursor_.line && position.column < cursor_.column))
        cursor_ = {};
    while (cursor_.line < position.line) {
        const std::size_t end = text_.find('\n', cursor_.offset);
        if (end == std::string_view::npos) break;
        cursor_ = {end + 1, end + 1, cursor_.line + 1, 1};
    }
    while (cursor_.column < position.column && cursor_.offset < text_.size() && text_[cursor_.offset] != '\n') {
        do ++cursor_.offset;
        while (cursor_.offset < text_.size() && cambist::detail::continues_utf8(text_[cursor_.offset]));
        ++cursor_.column;
    }
}
citation toml_reader::place_in(const toml::node& node, std::string_view text, std::size_t offset) {
    citation where = place_of(node);
    // With escapes in it, or in a block, only its start is sure.
    if (text_.substr(cursor_.offset + 1, text.size()) == text) where.column += 1 + offset;
    return where;
}

void toml_reader::refuse_type(const toml::node& node, std::string_view key, std::string_view expected) {
    std::string message =
        named(key) + " is " + std::string(expected) + "; " + std::string(name_of(node.type())) + " stands here";
    const bool is_number = node.is_integer() || node.is_floating_point();
    if (is_number && expected.starts_with("text")) message += ": write it as text, between quotes";
    refuse_at(node, std::move(message));
}

// ---- keys and lists

void toml_reader::check_keys(const toml::table& table, std::span<const std::string_view> known) {
    for (const auto& [key, value] : table) {
        if (is_one_of(key.str(), known)) continue;
        refuse<toml_error>(place_of(key.source().begin),
                           "unknown key " + detail::quoted(key.str()) + remedy(key.str(), known));
    }
}

const toml::node& toml_reader::required(const toml::table& table, std::string_view key, std::string_view of) {
    const toml::node* node = table.get(key);
    if (node == nullptr) refuse_at(table, "a " + std::string(of) + " without " + named(key) + ", which it needs");
    return *node;
}

std::vector<const toml::node*> toml_reader::list(const toml::node& node, std::string_view key) {
    const toml::array* array = node.as_array();
    if (array == nullptr) refuse_type(node, key, "a list");
    std::vector<const toml::node*> elements;
    elements.reserve(array->size());
    for (const toml::node& each : *array) elements.push_back(&each);
    return elements;
}

std::vector<const toml::table*> toml_reader::tables(const toml::table& within, std::string_view key) {
    const toml::node* node = within.get(key);
    return node == nullptr ? std::vector<const toml::table*>() : tables(*node, key);
}
std::vector<const toml::table*> toml_reader::tables(const toml::node& node, std::string_view key) {
    const std::string name(key);
    if (node.is_table()) refuse_at(node, "write [[" + name + "]], in two pairs of brackets: there may be several");
    std::vector<const toml::table*> elements;
    for (const toml::node* each : list(node, key)) {
        if (!each->is_table()) refuse_type(*each, key, "a list of tables, each [[" + name + "]]");
        elements.push_back(each->as_table());
    }
    return elements;
}

// ---- text

const std::string& toml_reader::string(const toml::node& node, std::string_view key, std::string_view expected) {
    if (!node.is_string()) refuse_type(node, key, expected);
    const std::string& text = node.as_string()->get();
    if (text.empty()) refuse_at(node, named(key) + " says nothing; leave it out");
    return text;
}

std::string toml_reader::text(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    return node == nullptr ? std::string() : line(*node, key);
}
const std::string& toml_reader::printable(const toml::node& node, std::string_view key, std::string_view besides) {
    const std::string& text = string(node, key);
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte >= 0x20 && byte != 0x7f) || besides.find(c) != std::string_view::npos) continue;
        refuse_at(node, named(key) + " has a control character, " + detail::quoted({&c, 1}) + ", in it");
    }
    return text;
}

std::string toml_reader::day_text(const toml::node& node) {
    const toml::date& date = node.as_date()->get();
    const std::chrono::year_month_day day{std::chrono::year(date.year), std::chrono::month(date.month),
                                          std::chrono::day(date.day)};
    return cambist::to_string(std::chrono::sys_days(day));
}

std::chrono::sys_days toml_reader::read_day(const toml::node& node, std::string_view key) {
    if (!node.is_date()) return read_text(node, key, parse_day, "a day, as in 2024-05-29");
    return reading_at([&] { return parse_day(day_text(node)); }, [&](std::size_t) { return place_of(node); });
}

// ---- currencies and rates

void toml_reader::read_currencies(const toml::table& file) {
    for (const toml::table* each : tables(file, "currency")) accepted_.add(read_currency(*each));
}

std::vector<currency> toml_reader::read_pivots(const toml::table& file) {
    std::vector<currency> pivots;
    const toml::node* node = file.get("pivots");
    if (node == nullptr) return pivots;
    for (const toml::node* each : list(*node, "pivots"))
        pivots.push_back(read_text(*each, "pivots", [&](std::string_view code) { return accepted_.parse(code); }));
    return pivots;
}

std::vector<rate> toml_reader::read_rates(const toml::table& file) {
    std::vector<rate> rates;
    for (const toml::table* each : tables(file, "rate")) rates.push_back(read_rate(*each));
    return rates;
}

currency toml_reader::read_currency(const toml::table& table) {
    check_keys(table, currency_keys);
    const toml::node& code = required(table, "code", "currency");
    const toml::node* digits = table.get("digits");
    if (digits != nullptr && !digits->is_integer())
        refuse_type(*digits, "digits", "an integer, of the digits of the minor unit");
    const currency own = read_text(code, "code", [&](std::string_view text) {
        if (digits == nullptr) return own_currency(text);
        // A number out of range is as good as any other.
        return own_currency(text, static_cast<int>(std::clamp<std::int64_t>(digits->as_integer()->get(), -1, 1'000)));
    });
    declare_own(declared_, own, place_of(code));
    const currency* given = accepted_.find(own.code());
    if (given != nullptr && *given != own)
        refuse<duplicate_error>(place_of(code), "another currency is called " + to_string(own));
    return own;
}

rate toml_reader::read_rate(const toml::table& table) {
    check_keys(table, rate_keys);
    const toml::node& quote = required(table, "quote", "rate");
    rate read = read_text(
        quote, "quote", [&](std::string_view text) { return parse_rate(text, accepted_); },
        "text, as in \"1 USD = 0.9211 EUR\"");
    read.from(text(table, "source")).cite(place_of(table));
    if (const toml::node* day = table.get("day")) read.on(read_day(*day, "day"));
    if (const toml::node* published = table.get("published")) read.published(read_day(*published, "published"));
    return read;
}

} // namespace io
CAMBIST_END
