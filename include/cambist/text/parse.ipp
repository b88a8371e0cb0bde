// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/text/parse.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

CAMBIST_BEGIN
namespace detail {

// Whether `text` is digits in groups of these widths with '-' between.
inline bool is_dashed(std::string_view text, std::initializer_list<std::size_t> widths) noexcept {
    std::size_t at = 0;
    for (const std::size_t width : widths) {
        if (at != 0 && (at >= text.size() || text[at++] != '-')) return false;
        for (std::size_t i = 0; i < width; ++i, ++at) {
            if (at >= text.size() || !is_digit(text[at])) return false;
        }
    }
    return at == text.size();
}

// `text` is dashed as a whole day; `stated` is what errors show.
inline std::chrono::sys_days read_day(std::string_view text, std::string_view stated) {
    const auto number = [&](std::size_t at, std::size_t count) {
        unsigned value = 0;
        for (const char c : text.substr(at, count)) value = value * 10 + static_cast<unsigned>(c - '0');
        return value;
    };
    using namespace std::chrono;
    const year_month_day read(year(static_cast<int>(number(0, 4))), month(number(5, 2)), day(number(8, 2)));
    if (!read.ok() || read.year() == year(0)) throw date_error("a date of the calendar", std::string(stated), 0);
    return read;
}

// A text as words, each with its place.
struct word {
    std::string_view text;
    std::size_t at = 0;
};

inline std::vector<word> words_of(std::string_view text) {
    std::vector<word> words;
    std::size_t start = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && text[at] != ' ') continue;
        if (at == start) throw parse_error("a word, with one blank between words", at < text.size() ? " " : "", at);
        words.push_back({text.substr(start, at - start), start});
        start = at + 1;
    }
    return words;
}

// Errors inside a word count columns from the start of the whole text.
template <class Read>
auto reading(const word& w, Read read) {
    try {
        return read(w.text);
    } catch (parse_error& e) {
        e.locate({{}, 1, w.at + e.offset() + 1});
        throw;
    } catch (error& e) {
        e.locate({{}, 1, w.at + 1});
        throw;
    }
}

inline bool starts_number(std::string_view text) noexcept {
    return !text.empty() && (is_digit(text[0]) || text[0] == '-' || text[0] == '+' || text[0] == '.');
}

inline money<> money_of(const word& first, const word& second, const currency_set& accepted) {
    const bool number_first = starts_number(first.text);
    const word& number = number_first ? first : second;
    const word& code = number_first ? second : first;
    exact amount = reading(number, [](std::string_view text) { return read_numeral(text); });
    return {std::move(amount), reading(code, [&](std::string_view text) { return accepted.parse(text); })};
}

struct scale_word {
    std::string_view text;
    int power;
    std::string_view plural; // as in "billions of euros"; empty for an abbreviation
};

inline constexpr std::array scale_words{scale_word{"thousand", 3, "thousands"},
                                        scale_word{"million", 6, "millions"},
                                        scale_word{"billion", 9, "billions"},
                                        scale_word{"trillion", 12, "trillions"},
                                        scale_word{"k", 3, {}},
                                        scale_word{"mn", 6, {}},
                                        scale_word{"m", 6, {}},
                                        scale_word{"bn", 9, {}},
                                        scale_word{"tn", 12, {}}};

struct sign_word {
    std::string_view text;
    std::string_view code; // empty where several currencies share it
};

inline constexpr std::array sign_words{sign_word{"€", "EUR"},    sign_word{"euro", "EUR"}, sign_word{"euros", "EUR"},
                                       sign_word{"US$", "USD"},  sign_word{"A$", "AUD"},   sign_word{"C$", "CAD"},
                                       sign_word{"HK$", "HKD"},  sign_word{"NZ$", "NZD"},  sign_word{"S$", "SGD"},
                                       sign_word{"$", {}},       sign_word{"£", {}},       sign_word{"¥", {}},
                                       sign_word{"dollars", {}}, sign_word{"pounds", {}},  sign_word{"yen", "JPY"}};

inline constexpr std::array hedges{std::string_view("about"),        std::string_view("around"),
                                   std::string_view("some"),         std::string_view("roughly"),
                                   std::string_view("circa"),        std::string_view("ca."),
                                   std::string_view("approximately")};

// One number as written, before its scale is known.
struct written_number {
    exact value;
    int decimals = 0;       // digits written after the point
    int trailing_zeros = 0; // of the integer part, where no digit but zeros follows
    std::size_t at = 0;
};

class figure_reader {
public:
    figure_reader(std::string_view text, const currency_set& accepted) : text_(text), accepted_(accepted) {}

    figure read() {
        if (text_.empty()) throw parse_error("an amount, as in \"15.7 bn EUR\"", "", 0);
        if (take("between ")) return between();
        if (auto vague = vague_figure()) return *vague;
        for (const auto& [words, stated] : limits) {
            if (take(words)) return limit(stated);
        }
        qualifier stated = qualifier::rounded;
        for (const std::string_view hedge : hedges) {
            if (take(hedge, ' ')) {
                stated = qualifier::about;
                break;
            }
        }
        take_currency_before();
        const written_number first = number();
        if (take("-") || take("–") || take(" to ")) {
            written_number second = number();
            const int power = scale();
            finish();
            return range(first, power, second, power);
        }
        const int power = scale();
        if (take(" ± ") || take(" +/- ")) return within(first, power);
        finish();
        return reported(first, power, stated);
    }

private:
    static constexpr std::array limits{std::pair{std::string_view("at least "), qualifier::at_least},
                                       std::pair{std::string_view("more than "), qualifier::more_than},
                                       std::pair{std::string_view("over "), qualifier::more_than},
                                       std::pair{std::string_view("at most "), qualifier::at_most},
                                       std::pair{std::string_view("up to "), qualifier::at_most},
                                       std::pair{std::string_view("less than "), qualifier::less_than},
                                       std::pair{std::string_view("under "), qualifier::less_than}};

    bool take(std::string_view words) {
        if (text_.substr(at_, words.size()) != words) return false;
        at_ += words.size();
        return true;
    }
    bool take(std::string_view word, char after) {
        if (text_.substr(at_, word.size()) != word || text_.substr(at_ + word.size(), 1) != std::string_view(&after, 1))
            return false;
        at_ += word.size() + 1;
        return true;
    }
    std::string_view run(bool (*belongs)(char)) const {
        std::size_t end = at_;
        while (end < text_.size() && belongs(text_[end])) ++end;
        return text_.substr(at_, end - at_);
    }
    static bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
    static bool is_symbol(char c) noexcept { return c != ' ' && c != '-' && c != '+' && c != '.' && !is_digit(c); }
    static bool is_code(char c) noexcept { return c != ' '; }

    [[noreturn]] void refuse(const char* expected) const { refuse_numeral(text_, at_, expected); }

    currency currency_of(std::string_view word) const {
        for (const sign_word& sign : sign_words) {
            if (sign.text != word) continue;
            if (!sign.code.empty()) return parse_currency(sign.code);
            throw parse_error("a currency code, since several currencies share this sign", std::string(word), at_);
        }
        return reading({word, at_}, [&](std::string_view code) { return accepted_.parse(code); });
    }
    void take_currency_before() {
        if (at_ < text_.size() && starts_number(text_.substr(at_))) return;
        const std::string_view symbol = run(is_symbol);
        const std::string_view word = symbol.empty() || !is_letter(symbol.back()) ? symbol : run(is_code);
        if (word.empty()) refuse("a number or a currency");
        const currency named = currency_of(word);
        if (currency_ && !(currency_ == named)) throw parse_error("one currency for both ends", std::string(word), at_);
        currency_ = named;
        at_ += word.size();
        take(" ");
    }
    written_number number() {
        written_number n;
        n.at = at_;
        std::size_t end = at_;
        if (end < text_.size() && (text_[end] == '-' || text_[end] == '+')) ++end;
        while (end < text_.size() && (is_digit(text_[end]) || text_[end] == '.')) ++end;
        const word written{text_.substr(at_, end - at_), at_};
        n.value = reading(written, [](std::string_view text) { return read_numeral(text); });
        const std::size_t point = written.text.find('.');
        if (point != std::string_view::npos) n.decimals = static_cast<int>(written.text.size() - point - 1);
        else if (n.value != 0) {
            while (written.text[written.text.size() - 1 - static_cast<std::size_t>(n.trailing_zeros)] == '0')
                ++n.trailing_zeros;
        }
        at_ = end;
        return n;
    }
    // A scale word, joined to the number or after a blank; zero without one.
    int scale() {
        const std::size_t start = at_;
        take(" ");
        const std::string_view word = run(is_letter);
        for (const scale_word& s : scale_words) {
            if (s.text == word) {
                at_ += word.size();
                return s.power;
            }
        }
        at_ = start;
        return 0;
    }
    void finish() {
        if (!currency_) {
            if (at_ == text_.size()) refuse("a currency");
            if (!take(" ") && !(text_.substr(at_).starts_with("€"))) refuse("a scale word or a blank and a currency");
            const std::string_view word = run(is_code);
            if (word.empty()) refuse("a currency");
            currency_ = currency_of(word);
            at_ += word.size();
        }
        if (at_ != text_.size()) refuse("the end of the amount");
    }

    figure reported(const written_number& n, int power, qualifier stated) const {
        const exact unit = exact::pow10(power - n.decimals);
        const bool to_minor_unit = power == 0 && currency_.has_minor_unit() && n.decimals >= currency_.digits();
        return read_amount({n.value * exact::pow10(power), unit, unit * exact::pow10(n.trailing_zeros), to_minor_unit},
                           currency_, stated, {}, std::string(text_));
    }
    figure range(const written_number& a, int a_power, const written_number& b, int b_power) const {
        exact low = a.value * exact::pow10(a_power);
        exact high = b.value * exact::pow10(b_power);
        if (low > high) throw parse_error("a range from the smaller to the larger", std::string(text_), a.at);
        return read_range(std::move(low), std::move(high), currency_, std::string(text_));
    }
    // "500 m ± 250 m EUR"
    figure within(const written_number& middle, int power) {
        const written_number reach = number();
        const int own = scale();
        finish();
        if (reach.value.sign() < 0) throw parse_error("how far to either side", std::string(text_), reach.at);
        const exact value = middle.value * exact::pow10(power != 0 ? power : own);
        const exact half = reach.value * exact::pow10(own);
        return {value, interval(value - half, value + half), currency_, qualifier::rounded, std::string(text_)};
    }
    figure between() {
        take_currency_before();
        const written_number first = number();
        const int own = scale();
        if (!take(" and ")) refuse("\" and \"");
        if (!currency_ || !starts_number(text_.substr(at_))) take_currency_before();
        const written_number second = number();
        const int power = scale();
        finish();
        return range(first, own != 0 ? own : power, second, power);
    }
    figure limit(qualifier stated) {
        take_currency_before();
        const written_number n = number();
        const int power = scale();
        finish();
        if (n.value.sign() < 0) throw parse_error("a limit that is not negative", std::string(text_), n.at);
        if (n.value == 0 && stated == qualifier::less_than)
            throw parse_error("an amount above zero", std::string(text_), n.at);
        return reported(n, power, stated);
    }
    std::optional<figure> vague_figure() {
        for (const scale_word& s : scale_words) {
            if (s.plural.empty() || !take(s.plural, ' ')) continue;
            take("of ");
            const std::string_view word = run(is_code);
            if (word.empty()) refuse("a currency");
            currency_ = currency_of(word);
            at_ += word.size();
            finish();
            return read_vague(exact::pow10(s.power), currency_, {}, std::string(text_));
        }
        return std::nullopt;
    }

    std::string_view text_;
    const currency_set& accepted_;
    std::size_t at_ = 0;
    currency currency_{};
};

} // namespace detail

CAMBIST_INLINE std::chrono::sys_days parse_day(std::string_view text) {
    if (!detail::is_dashed(text, {4, 2, 2})) throw date_error("a date as 2024-05-29", std::string(text), 0);
    return detail::read_day(text, text);
}

CAMBIST_INLINE partial_date parse_partial_date(std::string_view text) {
    const bool year = detail::is_dashed(text, {4});
    const bool month = detail::is_dashed(text, {4, 2});
    if (!year && !month && !detail::is_dashed(text, {4, 2, 2})) {
        throw date_error("a date as 2024, 2024-05 or 2024-05-29", std::string(text), 0);
    }
    const std::chrono::year_month_day day(detail::read_day(std::string(text) + (year    ? "-01-01"
                                                                                : month ? "-01"
                                                                                        : ""),
                                                           text));
    if (year) return partial_date(day.year());
    if (month) return partial_date(day.year() / day.month());
    return partial_date(day);
}

CAMBIST_INLINE money<> parse_money(std::string_view text, const currency_set& accepted) {
    const std::vector<detail::word> words = detail::words_of(text);
    if (words.size() != 2) {
        throw parse_error("an amount and a currency, as in \"15.70 EUR\"",
                          words.size() > 2 ? std::string(words[2].text) : "",
                          words.size() > 2 ? words[2].at : text.size());
    }
    return detail::money_of(words[0], words[1], accepted);
}

CAMBIST_INLINE exact parse_rate_number(std::string_view text) {
    for (const char c : text) {
        if (!detail::is_digit(c) && c != '.')
            throw rate_error("a rate is a plain positive number; " + detail::quoted(text) + " is none");
    }
    try {
        exact value = read_numeral(text);
        if (value == 0) throw rate_error("a rate of zero; rates are positive");
        return value;
    } catch (const parse_error&) {
        throw rate_error("a rate is a plain positive number; " + detail::quoted(text) + " is none");
    }
}

CAMBIST_INLINE rate parse_rate(std::string_view text, const currency_set& accepted) {
    const std::vector<detail::word> words = detail::words_of(text);
    if (words.size() != 5 || words[2].text != "=") {
        const std::size_t at = words.size() > 2 && words[2].text != "=" ? 2 : 5;
        throw parse_error("a rate as \"1 USD = 0.9211 EUR\"", at < words.size() ? std::string(words[at].text) : "",
                          at < words.size() ? words[at].at : text.size());
    }
    const auto side = [&](std::size_t first) {
        const bool number_first = detail::starts_number(words[first].text);
        const detail::word& number = words[first + (number_first ? 0 : 1)];
        const detail::word& code = words[first + (number_first ? 1 : 0)];
        exact value = detail::reading(number, [](std::string_view t) { return parse_rate_number(t); });
        return std::pair(
            money<>(std::move(value), detail::reading(code, [&](std::string_view t) { return accepted.parse(t); })),
            number.text);
    };
    const auto [base, base_text] = side(0);
    const auto [quote, quote_text] = side(3);
    const std::size_t point = quote_text.find('.');
    return rate(base, quote)
        .written_to(point == std::string_view::npos ? 0 : static_cast<int>(quote_text.size() - point - 1));
}

CAMBIST_INLINE figure parse_figure(std::string_view text, const currency_set& accepted) {
    return detail::figure_reader(text, accepted).read();
}

CAMBIST_INLINE period parse_period(std::string_view text) {
    if (const std::size_t dots = text.find(".."); dots != std::string_view::npos) {
        return {parse_partial_date(text.substr(0, dots)),
                detail::reading({text.substr(dots + 2), dots + 2}, parse_partial_date)};
    }
    if (text.size() == 7 && text.substr(4, 2) == "-Q" && text[6] >= '1' && text[6] <= '4') {
        const std::chrono::year year = parse_partial_date(text.substr(0, 4)).year();
        const auto first = static_cast<unsigned>(text[6] - '1') * 3 + 1;
        return {partial_date(year / std::chrono::month(first)), partial_date(year / std::chrono::month(first + 2))};
    }
    const partial_date only = parse_partial_date(text);
    return {only, only};
}

CAMBIST_INLINE lookup parse_lookup(std::string_view text) {
    // rule, then what it takes, each after a colon
    std::vector<detail::word> words;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(':', start), text.size());
        words.push_back({text.substr(start, end - start), start});
        start = end + 1;
    }
    const std::string_view rule = words[0].text;
    std::size_t taken = 1;
    const auto limit = [&](day_limit otherwise) -> day_limit {
        if (taken == words.size()) return otherwise;
        const detail::word& w = words[taken++];
        if (w.text == "unbounded") return unbounded;
        bool digits = !w.text.empty() && w.text.size() <= 6;
        int days = 0;
        for (const char c : w.text.substr(0, 6)) {
            digits = digits && detail::is_digit(c);
            days = days * 10 + (c - '0');
        }
        if (!digits) throw parse_error("a number of days up to 999999, or \"unbounded\"", std::string(w.text), w.at);
        return std::chrono::days(days);
    };
    const auto over = [&] {
        if (taken == words.size())
            throw parse_error("a period, as in average:2023, average:2023-Q2 or average:2023-05", "", text.size());
        return detail::reading(words[taken++], parse_period);
    };
    const auto tie = [&] {
        if (taken == words.size()) return lookup::tie::earlier;
        const detail::word& w = words[taken++];
        if (w.text != "earlier" && w.text != "later")
            throw parse_error("\"earlier\" or \"later\"", std::string(w.text), w.at);
        return w.text == "later" ? lookup::tie::later : lookup::tie::earlier;
    };
    lookup result;
    const day_limit week = std::chrono::days(7);
    if (rule == "exactly") result = lookup::exactly();
    else if (rule == "on-or-before") result = lookup::on_or_before(limit(week));
    else if (rule == "on-or-after") result = lookup::on_or_after(limit(week));
    else if (rule == "linear") result = lookup::linear(limit(week));
    else if (rule == "nearest") {
        const day_limit most = limit(week);
        result = lookup::nearest(most, tie());
    } else if (rule == "average") {
        const period p = over();
        result = lookup::average(p, limit(unbounded));
    } else if (rule == "closing") {
        result = lookup::closing(over());
    } else {
        throw parse_error(
            "a look-up: exactly, on-or-before[:DAYS], on-or-after[:DAYS], nearest[:DAYS[:later]], linear[:DAYS], "
            "average:PERIOD[:DAYS] or closing:PERIOD",
            std::string(rule), 0);
    }
    if (taken != words.size())
        throw parse_error("the end of the look-up", std::string(words[taken].text), words[taken].at);
    return result;
}

CAMBIST_INLINE rounding parse_rounding(std::string_view text) {
    std::string name(text);
    for (char& c : name) c = c == '-' ? '_' : c;
    if (const std::optional<rounding> mode = from_name<rounding>(name)) return *mode;
    throw parse_error("a rounding mode: " + list_of_names<rounding>(), std::string(text), 0);
}

CAMBIST_END
