// SPDX-License-Identifier: MIT
#include <cambist/io/file.hpp>
#include <cambist/io/rates.hpp>
#include <cambist/text/parse.hpp>

#include "../text/text.hpp"
#include "../text/words.hpp"
#include "quoting.hpp"

#include <algorithm>
#include <optional>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

// Signs of one currency, as `parse_figure` takes them; the others are shared.
constexpr std::pair<std::string_view, std::string_view> known_signs[] = {
    {"€", "EUR"}, {"US$", "USD"}, {"A$", "AUD"}, {"C$", "CAD"}, {"HK$", "HKD"}, {"NZ$", "NZD"}, {"S$", "SGD"}};
constexpr std::string_view shared_signs[] = {"$", "£", "¥"};

// What journals have lines of, besides prices and transactions.
constexpr std::string_view undated_directives[] = {"account", "commodity", "option", "payee", "plugin", "apply"};
constexpr std::string_view dated_directives[] = {"open", "close", "balance", "commodity",
                                                 "pad",  "note",  "txn",     "custom"};

// What beancount's metadata call money: as a class of assets, and to its exporter.
constexpr std::string_view words_for_money[] = {"cash", "currency", "fiat", "money"};
constexpr std::string_view exported_money[] = {"cash", "ignore"};

constexpr bool is_blank(char c) noexcept { return c == ' ' || c == '\t'; }

// A part of a line, and where it begins.
struct part {
    std::string_view text{};
    std::size_t column = 1;
};

// Goes along a line.
class line_scanner {
public:
    explicit line_scanner(std::string_view line) : line_(line) { skip_blanks(); }

    bool at_end() const noexcept { return at_ == line_.size(); }
    char peek() const noexcept { return at_end() ? '\0' : line_[at_]; }
    std::size_t column() const noexcept { return at_ + 1; }

    template <class Belongs>
    part take(Belongs belongs) {
        const std::size_t start = at_;
        while (!at_end() && belongs(line_[at_])) ++at_;
        const part taken{line_.substr(start, at_ - start), start + 1};
        skip_blanks();
        return taken;
    }
    part word() {
        return take([](char c) { return !is_blank(c); });
    }
    // "Between quotes", or what stands there while it belongs; empty at a quote that is not closed.
    template <class Belongs>
    part commodity(Belongs belongs) {
        if (peek() != '"') return take(belongs);
        const std::size_t start = at_ + 1;
        const std::size_t end = line_.find('"', start);
        if (end == std::string_view::npos) return {{}, start};
        at_ = end + 1;
        skip_blanks();
        return {line_.substr(start, end - start), start + 1};
    }

private:
    void skip_blanks() {
        while (!at_end() && is_blank(line_[at_])) ++at_;
    }

    std::string_view line_;
    std::size_t at_ = 0;
};

// "2024-05-29", "2024/5/29" or "2024.05.29".
std::chrono::sys_days journal_day(std::string_view text) {
    std::string day;
    std::size_t parts = 1;
    char separator = '\0';
    std::size_t width = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && is_digit(text[i])) {
            ++width;
            continue;
        }
        const bool fits = parts == 1 ? width == 4 : width == 1 || width == 2;
        const bool ends = i == text.size();
        const bool separates = !ends && (text[i] == '-' || text[i] == '/' || text[i] == '.') &&
                               (separator == '\0' || separator == text[i]);
        if (!fits || (ends ? parts != 3 : !separates || parts == 3))
            throw date_error("a date with its year, as 2024-05-29 or 2024/05/29", std::string(text), 0);
        if (width == 1) day += '0';
        day += text.substr(i - width, width);
        if (ends) break;
        day += '-';
        separator = text[i];
        width = 0;
        ++parts;
    }
    return reading_at([&] { return parse_day(day); }, [](std::size_t) { return citation{{}, 1, 1}; });
}

// Seconds of the day of "16:00" or "16:00:00", if it is a time.
std::optional<int> seconds_of(std::string_view text) {
    int parts[3] = {};
    std::size_t part = 0;
    std::size_t width = 0;
    for (const char c : text) {
        if (c == ':' && width != 0 && part < 2) {
            ++part;
            width = 0;
        } else if (is_digit(c) && width < 2) {
            parts[part] = parts[part] * 10 + (c - '0');
            ++width;
        } else {
            return std::nullopt;
        }
    }
    if (part == 0 || width == 0 || parts[0] > 23 || parts[1] > 59 || parts[2] > 59) return std::nullopt;
    return (parts[0] * 60 + parts[1]) * 60 + parts[2];
}

// Without its commas, where they part thousands before a point and so can mean nothing else: "17,580.25".
std::string without_grouping(std::string_view number) {
    const std::size_t point = number.find('.');
    std::string plain(number);
    if (point == std::string_view::npos || number.find(',', point) != std::string_view::npos) return plain;
    const std::string_view whole = number.substr(0, point);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const bool is_comma = (point - i) % 4 == 0;
        if (is_comma ? whole[i] != ',' || i == 0 : !is_digit(whole[i])) return plain;
    }
    std::erase(plain, ',');
    return plain;
}

// The common part of journals of either kind: the price of a commodity on a day.
class journal {
public:
    journal(std::string_view text, const std::string& file, const rates_options& options)
        : text_(utf8_text(text, file)), file_(file), options_(options) {}

protected:
    // Before the first line again.
    void rewind() {
        next_ = 0;
        number_ = 0;
    }
    // Goes to the next line, without its end.
    bool next() {
        if (next_ >= text_.size()) return false;
        ++number_;
        const std::size_t end = std::min(text_.find('\n', next_), text_.size());
        line_ = text_.substr(next_, end - next_);
        if (line_.ends_with('\r')) line_.remove_suffix(1);
        next_ = end + 1;
        return true;
    }
    std::string_view line() const noexcept { return line_; }
    bool is_indented() const noexcept { return line_.empty() || is_blank(line_[0]); }
    citation at(std::size_t column) const { return {file_, number_, column}; }

    template <class Read>
    auto read(const part& from, Read of) const {
        return reading_at([&] { return of(from.text); }, [&](std::size_t offset) { return at(from.column + offset); });
    }

    [[noreturn]] void refuse_include() const {
        refuse<journal_error>(at(1), "include is not followed: give the included file itself, and leave out this line");
    }

    void declare_no_currency(const std::string& name) { no_currencies_.insert(name); }

    // At the commodity of a directive.
    void add_price(line_scanner& scan, std::chrono::sys_days day, int seconds) {
        const part base = scan.commodity([](char c) { return !is_blank(c); });
        if (base.text.empty())
            refuse<journal_error>(at(base.column), "a price of nothing; a commodity should stand here");
        const std::optional<currency> of = meant(base);
        if (!of) return pass_over(base);
        const auto is_number = [](char c) { return is_digit(c) || c == '.' || c == ',' || c == '-' || c == '+'; };
        const auto is_symbol = [&](char c) { return !is_blank(c) && !is_number(c) && c != ';'; };
        const bool number_first = is_number(scan.peek());
        part number = number_first ? scan.take(is_number) : part{};
        const part unit = scan.commodity(is_symbol);
        if (!number_first) number = scan.take(is_number);
        if (unit.text.empty())
            refuse<journal_error>(at(unit.column), "a price without a currency; it is as in \"0.9211 EUR\"");
        if (number.text.empty()) refuse<journal_error>(at(number.column), "a price without a number");
        if (!scan.at_end() && scan.peek() != ';')
            refuse<journal_error>(at(scan.column()), "text after a price; a comment begins with ;");
        const std::optional<currency> in = meant(unit);
        if (!in) return pass_over(unit);

        const std::string plain = without_grouping(number.text);
        const exact price = read(number, [&](std::string_view) { return read_rate_number(plain); });
        rate quote = read(unit, [&](std::string_view) { return rate(money<>(1, *of), money<>(price, *in)); });
        quote.on(day).cite(at(number.column)).written_to(digits_after_point(plain));
        keep(std::move(quote), seconds);
    }

    // Of several times of one day the last counts.
    rate_file result() {
        std::vector<bool> is_last(found_.size(), true);
        const auto of_day = [](const key& k) { return std::tie(std::get<0>(k), std::get<1>(k), std::get<2>(k)); };
        for (auto each = by_time_.begin(), before = each; each != by_time_.end(); before = each++) {
            if (each != before && of_day(each->first) == of_day(before->first)) is_last[before->second] = false;
        }
        for (std::size_t i = 0; i < found_.size(); ++i) {
            if (is_last[i]) read_.quotes.add(found_[i]);
        }
        return std::move(read_);
    }

private:
    using key = std::tuple<std::chrono::sys_days, currency, currency, int>; // the last are seconds of the day

    void keep(rate quote, int seconds) {
        const auto [earlier, is_new] = by_time_.try_emplace(
            {*quote.day(), quote.base().currency(), quote.quote().currency(), seconds}, found_.size());
        if (is_new) return found_.push_back(std::move(quote));
        if (found_[earlier->second].value() == quote.value()) return;
        refuse<duplicate_error>(quote.where(), "a second price of " + to_string(quote.base().currency()) + " in " +
                                                   to_string(quote.quote().currency()) + " on " +
                                                   to_string(*quote.day()) +
                                                   ", which says otherwise; the first is on line " +
                                                   std::to_string(found_[earlier->second].where().line));
    }

    std::optional<currency> meant(const part& commodity) {
        const auto known = meant_.find(commodity.text);
        if (known != meant_.end()) return known->second;
        return meant_.emplace(std::string(commodity.text), find(commodity)).first->second;
    }
    std::optional<currency> find(const part& commodity) const {
        if (no_currencies_.contains(commodity.text) || options_.no_currencies.contains(commodity.text))
            return std::nullopt;
        if (const auto given = options_.signs.find(commodity.text); given != options_.signs.end()) return given->second;
        for (const auto& [sign, code] : known_signs) {
            if (sign == commodity.text) return parse_currency(code);
        }
        if (is_one_of(commodity.text, shared_signs)) {
            refuse<currency_error>(at(commodity.column),
                                   detail::quoted(commodity.text) +
                                       " is the sign of several currencies; write the code, or say "
                                       "which it is (--sign)");
        }
        try {
            return options_.accepted.parse(commodity.text);
        } catch (const currency_error&) {
            return std::nullopt;
        }
    }

    void pass_over(const part& commodity) {
        const auto [known, is_new] = passed_over_.try_emplace(std::string(commodity.text), read_.passed_over.size());
        if (is_new) read_.passed_over.push_back({std::string(commodity.text), 0, at(commodity.column)});
        ++read_.passed_over[known->second].count;
    }

    std::string_view text_;
    std::string file_;
    const rates_options& options_;
    std::set<std::string, std::less<>> no_currencies_{}; // that the journal says
    std::string_view line_{};
    std::size_t next_ = 0;
    std::size_t number_ = 0;
    rate_file read_{};
    std::vector<rate> found_{};
    std::map<key, std::size_t> by_time_{};
    std::map<std::string, std::optional<currency>, std::less<>> meant_{}; // by name
    std::map<std::string, std::size_t, std::less<>> passed_over_{};
};

// Of ledger and hledger. What is no price is other directives and transactions, each with indented lines, and comments.
class ledger_journal : journal {
public:
    using journal::journal;

    rate_file read_all() {
        bool in_comment = false;
        while (next()) {
            if (in_comment) {
                in_comment = !is_line("end comment") && !is_line("end test");
            } else if (is_price()) {
                read_price();
            } else if (begins("include") || begins("!include") || begins("@include")) {
                refuse_include();
            } else {
                in_comment = begins("comment") || begins("test");
                check_decimal_mark();
            }
        }
        return result();
    }

private:
    bool is_price() const noexcept { return line().size() > 1 && line()[0] == 'P' && is_blank(line()[1]); }
    bool begins(std::string_view word) const noexcept {
        return line().starts_with(word) && (line().size() == word.size() || is_blank(line()[word.size()]));
    }
    bool is_line(std::string_view words) const noexcept {
        return line().starts_with(words) &&
               std::all_of(line().begin() + static_cast<std::ptrdiff_t>(words.size()), line().end(), is_blank);
    }

    // "decimal-mark ,", or the style of a commodity as "commodity 1.000,00 EUR": there "1.234" is more than a thousand.
    void check_decimal_mark() const {
        line_scanner scan(line());
        const std::string_view directive = scan.word().text;
        if (directive != "decimal-mark" && directive != "commodity" && directive != "format" && directive != "D")
            return;
        std::string_view style = line().substr(0, line().find(';'));
        style = style.substr(0, style.find_last_of("0123456789,") + 1);
        style.remove_prefix(style.find_last_not_of("0123456789.,") + 1);
        if (directive != "decimal-mark" && std::none_of(style.begin(), style.end(), is_digit)) return;
        const std::size_t comma = style.rfind(',');
        if (comma == std::string_view::npos || style.find('.', comma) != std::string_view::npos) return;
        const bool parts_thousands = style.find('.') == std::string_view::npos && style.size() - comma == 4;
        if (parts_thousands) return;
        refuse<journal_error>(at(1), "a decimal comma, with which prices are not read; write them with a point");
    }

    void read_price() {
        line_scanner scan(line());
        (void)scan.word();
        const std::chrono::sys_days day = read(scan.word(), journal_day);
        int seconds = 0;
        if (is_digit(scan.peek())) {
            const part time = scan.word();
            const std::optional<int> stated = seconds_of(time.text);
            if (!stated)
                refuse<journal_error>(at(time.column),
                                      detail::quoted(time.text) + " is neither a time, as 16:00:00, nor a commodity");
            seconds = *stated;
        }
        add_price(scan, day, seconds);
    }
};

// Of beancount. What is no price is other directives, each with indented lines, and comments; strings may run over
// lines.
class beancount_journal : journal {
public:
    using journal::journal;

    // What commodities are may be said after their prices.
    rate_file read_all() {
        read_lines([this](const part&, line_scanner& scan, std::string_view directive) {
            if (directive == "commodity") commodity_ = scan.word().text;
            skip_strings();
        });
        rewind();
        commodity_.clear();
        read_lines([this](const part& day, line_scanner& scan, std::string_view directive) {
            if (directive == "price") add_price(scan, read(day, journal_day), 0);
            else skip_strings();
        });
        return result();
    }

private:
    template <class Use>
    void read_lines(const Use& use) {
        while (next()) {
            if (!is_indented()) commodity_.clear();
            if (is_indented()) {
                read_metadata();
                skip_strings();
            } else if (is_digit(line()[0])) {
                line_scanner scan(line());
                const part day = scan.word();
                const std::string_view directive = scan.word().text;
                use(day, scan, directive);
            } else if (line().starts_with("include")) {
                refuse_include();
            } else if (line()[0] >= 'a' && line()[0] <= 'z') {
                skip_strings();
            }
        }
    }

    // `  asset-class: "stock"`, under a commodity: what makes one no currency, as beancount's documentation has it.
    void read_metadata() {
        if (commodity_.empty()) return;
        line_scanner scan(line());
        const std::string_view name = scan.word().text;
        std::string value(scan.commodity([](char c) { return !is_blank(c); }).text);
        std::transform(value.begin(), value.end(), value.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        const bool is_class = name == "asset-class:" || name == "type:";
        const bool is_export = name == "export:";
        if ((is_class && !is_one_of(value, words_for_money)) || (is_export && !is_one_of(value, exported_money)))
            declare_no_currency(commodity_);
    }

    // Goes on to the line on which the last string ends that begins on this one.
    void skip_strings() {
        std::optional<citation> open;
        do {
            for (std::size_t i = 0; i < line().size(); ++i) {
                if (open && line()[i] == '\\') ++i;
                else if (!open && line()[i] == ';') break;
                else if (line()[i] == '"') open = open ? std::optional<citation>() : at(i + 1);
            }
        } while (open && next());
        if (open) refuse<journal_error>(*open, "a quote that is never closed");
    }

    std::string commodity_{}; // whose directive was read last, while its own lines follow
};

} // namespace

bool has_ledger_price(std::string_view line) noexcept {
    if (line.size() < 2 || line[0] != 'P' || !is_blank(line[1])) return false;
    line_scanner scan(line);
    (void)scan.word();
    return is_digit(scan.peek());
}

bool has_beancount_price(std::string_view line) noexcept {
    if (line.empty() || !is_digit(line[0])) return false;
    line_scanner scan(line);
    (void)scan.word();
    return scan.word().text == "price";
}

bool is_journal(std::string_view text) {
    bool after_date = false;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        line_scanner scan(line);
        const bool is_indented = !line.empty() && is_blank(line[0]) && !scan.at_end();
        const std::string_view first = scan.word().text;
        const std::string_view second = scan.word().text;
        if (is_indented && after_date) return true; // what a transaction moves
        after_date = first.size() > 7 && is_digit(first[0]) && is_digit(first[3]) && !second.empty() &&
                     first.find_first_not_of("0123456789-/.=") == std::string_view::npos;
        if (is_one_of(first, undated_directives) && !second.empty()) return true;
        if (after_date && is_one_of(second, dated_directives)) return true;
    }
    return false;
}

rate_file parse_ledger_prices(std::string_view text, const std::string& file, const rates_options& options) {
    return ledger_journal(text, file, options).read_all();
}

rate_file parse_beancount_prices(std::string_view text, const std::string& file, const rates_options& options) {
    return beancount_journal(text, file, options).read_all();
}

} // namespace io
CAMBIST_END
