// SPDX-License-Identifier: MIT
#include <cambist/io/file.hpp>
#include <cambist/io/plans.hpp>
#include <cambist/parse.hpp>

#include "text.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

using cambist::detail::quoted;

// ---- the schema: examples/plans/README.md

constexpr std::string_view file_keys[] = {"title", "pivots", "currency", "rate", "plan"};
constexpr std::string_view currency_keys[] = {"code", "digits"};
constexpr std::string_view rate_keys[] = {"quote", "day", "source"};
constexpr std::string_view plan_keys[] = {"id",         "project",  "holder",    "country", "amount",      "also",
                                          "from",       "to",       "announced", "phasing", "instalments", "status",
                                          "supersedes", "restates", "assumed",   "note",    "source",      "kind"};
constexpr std::string_view instalment_keys[] = {"on", "amount"};

// The words of an enumeration, in its order; `phasing` has no word for what is not stated.
constexpr std::string_view phasing_words[] = {"whole years", "actual days", "instalments"};
constexpr phasing phasings[] = {phasing::whole_years, phasing::actual_days, phasing::instalments};
constexpr std::string_view kind_words[] = {"plan", "context"};
constexpr plan_kind kinds[] = {plan_kind::plan, plan_kind::context};
constexpr plan_status statuses[] = {plan_status::rumoured,     plan_status::in_negotiation, plan_status::announced,
                                    plan_status::in_execution, plan_status::completed,      plan_status::cancelled};
constexpr std::string_view status_words[] = {to_string(statuses[0]), to_string(statuses[1]), to_string(statuses[2]),
                                             to_string(statuses[3]), to_string(statuses[4]), to_string(statuses[5])};

// ---- words

std::string named(std::string_view key) { return (std::string(1, '"') += key) += '"'; }

bool is_one_of(std::string_view word, std::span<const std::string_view> known) {
    return std::find(known.begin(), known.end(), word) != known.end();
}

// How many characters must be changed, added or left out to make `b` of `a`.
std::size_t edits(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0u : 1u);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

// "; did you mean `holder`?", or all that are known.
std::string remedy(std::string_view word, std::span<const std::string_view> known) {
    constexpr std::size_t longest = 20;
    std::string_view nearest;
    std::size_t fewest = word.size() > longest ? 0 : word.size() / 2 + 1;
    for (const std::string_view each : known) {
        if (fewest == 0) break;
        if (const std::size_t n = edits(word, each); n < fewest) {
            nearest = each;
            fewest = n;
        }
    }
    if (!nearest.empty()) return "; did you mean " + named(nearest) + "?";
    std::string all = "; known are ";
    for (std::size_t i = 0; i < known.size(); ++i) {
        all += i == 0 ? "" : i + 1 == known.size() ? " and " : ", ";
        all += named(known[i]);
    }
    return all;
}

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

// Finds what toml++ 3.3 does not survive, or may not: a key of very many parts; a table's header that does not begin
// with a key (its issue 294); other than ASCII outside of text and comments, where TOML has none and some is undefined
// behaviour in the parser. It knows only as much of TOML as that takes, and stops where the parser will refuse.
class precaution {
public:
    explicit precaution(std::string_view toml) : toml_(toml) { run(); }

    /// What is wrong, if anything, and where.
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

// ---- reading

class plan_reader {
public:
    plan_reader(std::string_view text, const std::string& file) : text_(text), file_(file) {
        if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
        if (const std::size_t bad = find_invalid_utf8(text_); bad != std::string_view::npos) {
            refuse<encoding_error>(place_of(bad),
                                   "not UTF-8: " + quoted(text_.substr(bad, 4)) + "; save the file as UTF-8");
        }
        if (const precaution first(text_); !first.why.empty())
            refuse<plan_file_error>(place_of(first.where), std::string(first.why));
    }

    plan_file read_all();

private:
    toml::table parse() {
        try {
            return toml::parse(text_, std::string_view(file_));
        } catch (const toml::parse_error& e) {
            refuse<plan_file_error>(place_of(e.source().begin), "not TOML: " + std::string(e.description()));
        }
    }

    // ---- places

    citation place_of(std::size_t offset) const {
        const std::string_view before = text_.substr(0, offset);
        const std::size_t line_start = before.rfind('\n') + 1; // npos + 1 is 0
        return {file_, static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
                offset - line_start + 1};
    }
    citation place_of(const toml::source_position& position) {
        find(position);
        return here();
    }

    // The parser counts columns in characters, and we in bytes. Places are mostly asked for in the order of the file,
    // so that going on from the last one costs no more than the file is long.
    void find(const toml::source_position& position) {
        if (position.line < cursor_.line || (position.line == cursor_.line && position.column < cursor_.column))
            cursor_ = {};
        while (cursor_.line < position.line) {
            const std::size_t end = text_.find('\n', cursor_.offset);
            if (end == std::string_view::npos) break;
            cursor_ = {end + 1, end + 1, cursor_.line + 1, 1};
        }
        while (cursor_.column < position.column && cursor_.offset < text_.size() && text_[cursor_.offset] != '\n') {
            do ++cursor_.offset;
            while (cursor_.offset < text_.size() && (static_cast<unsigned char>(text_[cursor_.offset]) & 0xc0) == 0x80);
            ++cursor_.column;
        }
    }
    citation here() const { return {file_, cursor_.line, cursor_.offset - cursor_.line_start + 1}; }

    template <class Error = plan_file_error>
    [[noreturn]] void refuse_at(const toml::node& node, std::string message) {
        refuse<Error>(place_of(node.source().begin), std::move(message));
    }

    [[noreturn]] void refuse_type(const toml::node& node, std::string_view key, std::string_view expected) {
        std::string message =
            named(key) + " is " + std::string(expected) + "; " + std::string(name_of(node.type())) + " stands here";
        const bool is_number = node.is_integer() || node.is_floating_point();
        if (is_number && expected.starts_with("text")) message += ": write it as text, between quotes";
        refuse_at(node, std::move(message));
    }

    // ---- keys

    void check_keys(const toml::table& table, std::span<const std::string_view> known) {
        for (const auto& [key, value] : table) {
            if (is_one_of(key.str(), known)) continue;
            refuse<plan_file_error>(place_of(key.source().begin),
                                    "unknown key " + quoted(key.str()) + remedy(key.str(), known));
        }
    }

    const toml::node& required(const toml::table& table, std::string_view key, std::string_view of) {
        const toml::node* node = table.get(key);
        if (node == nullptr) refuse_at(table, "a " + std::string(of) + " without " + named(key) + ", which it needs");
        return *node;
    }

    // ---- lists

    std::vector<const toml::node*> list(const toml::node& node, std::string_view key) {
        const toml::array* array = node.as_array();
        if (array == nullptr) refuse_type(node, key, "a list");
        std::vector<const toml::node*> elements;
        elements.reserve(array->size());
        for (const toml::node& each : *array) elements.push_back(&each);
        return elements;
    }

    std::vector<const toml::table*> tables(const toml::table& within, std::string_view key) {
        const toml::node* node = within.get(key);
        if (node == nullptr) return {};
        const std::string name(key);
        if (node->is_table())
            refuse_at(*node, "write [[" + name + "]], in two pairs of brackets: there may be several");
        std::vector<const toml::table*> elements;
        for (const toml::node* each : list(*node, key)) {
            if (!each->is_table()) refuse_type(*each, key, "a list of tables, each [[" + name + "]]");
            elements.push_back(each->as_table());
        }
        return elements;
    }

    // ---- text

    const std::string& string(const toml::node& node, std::string_view key, std::string_view expected = "text") {
        if (!node.is_string()) refuse_type(node, key, expected);
        const std::string& text = node.as_string()->get();
        if (text.empty()) refuse_at(node, named(key) + " says nothing; leave it out");
        return text;
    }

    // Text to be read further: an error in it stands where its characters stand in the file.
    template <class Read>
    auto read_text(const toml::node& node, std::string_view key, Read read, std::string_view expected = "text") {
        const std::string& text = string(node, key, expected);
        return reading_at([&] { return read(std::string_view(text)); },
                          [&](std::size_t offset) {
                              find(node.source().begin);
                              citation where = here();
                              // With escapes in it, or in a block, only its start is sure.
                              if (text_.substr(cursor_.offset + 1, text.size()) == text) where.column += 1 + offset;
                              return where;
                          });
    }

    // One line to show in a table, if it is stated.
    std::string text(const toml::table& table, std::string_view key) {
        const toml::node* node = table.get(key);
        return node == nullptr ? std::string() : line(*node, key);
    }
    const std::string& line(const toml::node& node, std::string_view key) { return printable(node, key, {}); }
    const std::string& printable(const toml::node& node, std::string_view key, std::string_view besides) {
        const std::string& text = string(node, key);
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            if ((byte >= 0x20 && byte != 0x7f) || besides.find(c) != std::string_view::npos) continue;
            refuse_at(node, named(key) + " has a control character, " + quoted({&c, 1}) + ", in it");
        }
        return text;
    }

    template <class Value>
    Value choice(const toml::table& table, std::string_view key, std::span<const std::string_view> words,
                 std::span<const Value> values, Value otherwise) {
        const toml::node* node = table.get(key);
        if (node == nullptr) return otherwise;
        const std::string& word = string(*node, key);
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i] == word) return values[i];
        }
        refuse_at(*node, "no " + std::string(key) + " is called " + quoted(word) + remedy(word, words));
    }

    // ---- dates

    std::string day_text(const toml::node& node) {
        const toml::date& date = node.as_date()->get();
        const std::chrono::year_month_day day{std::chrono::year(date.year), std::chrono::month(date.month),
                                              std::chrono::day(date.day)};
        return cambist::to_string(std::chrono::sys_days(day));
    }

    std::optional<partial_date> date(const toml::table& table, std::string_view key) {
        const toml::node* node = table.get(key);
        if (node == nullptr) return std::nullopt;
        return read_date(*node, key);
    }
    partial_date read_date(const toml::node& node, std::string_view key) {
        constexpr std::string_view expected = "a year, month or day, as in 2024, \"2024-05\" or 2024-05-29";
        if (!node.is_integer() && !node.is_date()) return read_text(node, key, parse_partial_date, expected);
        const std::string stated = node.is_date() ? day_text(node) : std::to_string(node.as_integer()->get());
        return reading_at([&] { return parse_partial_date(stated); },
                          [&](std::size_t) { return place_of(node.source().begin); });
    }

    // ---- currencies and rates

    currency read_currency(const toml::table& table) {
        check_keys(table, currency_keys);
        const toml::node& code = required(table, "code", "currency");
        const toml::node* digits = table.get("digits");
        if (digits != nullptr && !digits->is_integer())
            refuse_type(*digits, "digits", "an integer, of the digits of the minor unit");
        const currency own = read_text(code, "code", [&](std::string_view text) {
            if (digits == nullptr) return own_currency(text);
            // A number out of range is as good as any other.
            return own_currency(text,
                                static_cast<int>(std::clamp<std::int64_t>(digits->as_integer()->get(), -1, 1'000)));
        });
        if (std::find(own_.begin(), own_.end(), own.code()) != own_.end())
            refuse_at<duplicate_error>(code, "a second currency " + to_string(own));
        own_.push_back(own.code());
        return own;
    }

    rate read_rate(const toml::table& table) {
        check_keys(table, rate_keys);
        const toml::node& quote = required(table, "quote", "rate");
        rate read = read_text(
            quote, "quote", [&](std::string_view text) { return parse_rate(text, *accepted_); },
            "text, as in \"1 USD = 0.9211 EUR\"");
        read.from(text(table, "source")).cite(place_of(table.source().begin));
        if (const toml::node* day = table.get("day")) {
            if (!day->is_date()) read.on(read_text(*day, "day", parse_day, "a day, as in 2024-05-29"));
            else
                read.on(reading_at([&] { return parse_day(day_text(*day)); },
                                   [&](std::size_t) { return place_of(day->source().begin); }));
        }
        return read;
    }

    // ---- plans

    figure read_figure(const toml::node& node, std::string_view key) {
        return read_text(
            node, key, [&](std::string_view text) { return parse_figure(text, *accepted_); },
            "text, as in \"15.7 bn EUR\"");
    }

    plan read_plan(const toml::table& table) {
        check_keys(table, plan_keys);
        plan p{line(required(table, "id", "plan"), "id"), read_figure(required(table, "amount", "plan"), "amount")};
        p.where = place_of(table.source().begin);
        p.project = text(table, "project");
        p.holder = text(table, "holder");
        p.country = text(table, "country");
        p.kind = choice<plan_kind>(table, "kind", kind_words, kinds, p.kind);
        p.status = choice<plan_status>(table, "status", status_words, statuses, p.status);
        p.announced = date(table, "announced");
        if (const toml::node* also = table.get("also")) p.also = read_figure(*also, "also");
        read_period(table, p);
        read_links(table, p);
        read_assumed(table, p);
        if (const toml::node* note = table.get("note")) p.note = printable(*note, "note", "\n\t");
        p.source = text(table, "source");
        return p;
    }

    void read_period(const toml::table& table, plan& p) {
        p.from = date(table, "from");
        p.to = date(table, "to");
        if (p.from && p.to) {
            reading_at([&] { return period_of(p); },
                       [&](std::size_t) { return place_of(table.get("to")->source().begin); });
        }
        p.phased = choice<phasing>(table, "phasing", phasing_words, phasings, p.phased);
        const toml::node* instalments = table.get("instalments");
        const toml::node* stated = table.get("phasing");
        if (p.phased == phasing::instalments && instalments == nullptr)
            refuse_at(*stated, "phasing by instalments, and none are listed");
        if (instalments == nullptr) return;
        if (stated != nullptr && p.phased != phasing::instalments) {
            refuse_at(*stated, "instalments are listed, so that \"phasing\" is \"instalments\" or left out");
        }
        for (const toml::table* each : tables(table, "instalments")) p.instalments.push_back(read_instalment(*each, p));
        if (p.instalments.empty()) refuse_at(*instalments, "\"instalments\" says nothing; leave it out");
    }

    instalment read_instalment(const toml::table& table, const plan& p) {
        check_keys(table, instalment_keys);
        const partial_date on = read_date(required(table, "on", "instalment"), "on");
        const toml::node& node = required(table, "amount", "instalment");
        const figure amount = read_figure(node, "amount");
        if (!amount.is_countable() || amount.value()->sign() <= 0)
            refuse_at(node, "an instalment is one amount, above zero");
        if (!(amount.currency() == p.amount.currency())) {
            refuse_at(node, "an instalment in " + to_string(amount.currency()) + " of a plan in " +
                                to_string(p.amount.currency()));
        }
        return {on, money<>(*amount.value(), amount.currency())};
    }

    void read_links(const toml::table& table, plan& p) {
        p.restates = text(table, "restates");
        const toml::node* supersedes = table.get("supersedes");
        if (supersedes == nullptr) return;
        if (!supersedes->is_array()) {
            if (!supersedes->is_string())
                refuse_type(*supersedes, "supersedes", "text, the id of a plan, or a list of such");
            p.supersedes.push_back(line(*supersedes, "supersedes"));
            return;
        }
        for (const toml::node* each : list(*supersedes, "supersedes"))
            p.supersedes.push_back(line(*each, "supersedes"));
    }

    void read_assumed(const toml::table& table, plan& p) {
        const toml::node* assumed = table.get("assumed");
        if (assumed == nullptr) return;
        for (const toml::node* each : list(*assumed, "assumed")) {
            const std::string& field = string(*each, "assumed");
            if (!is_one_of(field, plan_keys))
                refuse_at(*each, "no field is called " + quoted(field) + remedy(field, plan_keys));
            if (!table.contains(field) || field == "id" || field == "assumed") {
                refuse_at(*each,
                          named(field) + " is marked as assumed, but " +
                              (table.contains(field) ? "is nothing one can assume" : "the plan does not have it"));
            }
            if (std::find(p.assumed.begin(), p.assumed.end(), field) != p.assumed.end()) {
                refuse_at<duplicate_error>(*each, named(field) + " is marked as assumed twice");
            }
            p.assumed.push_back(field);
        }
    }

    struct cursor {
        std::size_t offset = 0;
        std::size_t line_start = 0;
        std::size_t line = 1;
        std::size_t column = 1; // in characters
    };

    std::string_view text_;
    const std::string& file_;
    cursor cursor_{};
    const currency_set* accepted_ = nullptr;
    std::vector<std::string> own_{};
};

plan_file plan_reader::read_all() {
    const toml::table file = parse();
    check_keys(file, file_keys);
    plan_file read;
    read.title = text(file, "title");
    for (const toml::table* each : tables(file, "currency")) read.currencies.add(read_currency(*each));
    accepted_ = &read.currencies;
    if (const toml::node* pivots = file.get("pivots")) {
        for (const toml::node* each : list(*pivots, "pivots")) {
            read.pivots.push_back(
                read_text(*each, "pivots", [&](std::string_view code) { return accepted_->parse(code); }));
        }
    }
    for (const toml::table* each : tables(file, "rate")) read.rates.push_back(read_rate(*each));
    for (const toml::table* each : tables(file, "plan")) {
        if (read.plans.size() == max_plans)
            refuse_at<limit_error>(*each, "more than " + std::to_string(max_plans) + " plans; split the file");
        read.plans.push_back(read_plan(*each));
    }
    return read;
}

} // namespace

plan_file read_plans(std::string_view toml, const std::string& file) { return plan_reader(toml, file).read_all(); }

plan_file read_plans_file(const std::string& path) {
    return read_plans(read_file(path), path == "-" ? "standard input" : path);
}

} // namespace io
CAMBIST_END
