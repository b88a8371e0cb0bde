// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/figures/precision.hpp>
#include <cambist/text/detail/words.hpp>
#include <cambist/text/figure_words.hpp>
#include <cambist/text/scale.hpp>

#include <algorithm>
#include <array>
#include <utility>

CAMBIST_BEGIN
namespace detail {

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
        if (take("exactly ")) return exactly();
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
        if (take(" ± ") || take(" +/- ")) return within(first, power, stated);
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
        n.value = reading(written, [](std::string_view text) { return parse_numeral(text); });
        n.decimals = digits_after_point(written.text);
        if (n.decimals == 0 && n.value != 0) {
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
        for (const cambist::scale& each : scales) {
            if (!word.empty() && (word == each.sign || word == each.word || word == each.other_sign)) {
                at_ += word.size();
                return each.power;
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
        return reported_amount(
            {n.value * exact::pow10(power), unit, unit * exact::pow10(n.trailing_zeros), to_minor_unit}, currency_,
            stated, {}, std::string(text_));
    }
    figure range(const written_number& a, int a_power, const written_number& b, int b_power) const {
        exact low = a.value * exact::pow10(a_power);
        exact high = b.value * exact::pow10(b_power);
        if (low > high) throw parse_error("a range from the smaller to the larger", std::string(text_), a.at);
        return reported_range(std::move(low), std::move(high), currency_, std::string(text_));
    }
    // "500 m ± 250 m EUR"
    figure within(const written_number& middle, int power, qualifier stated) {
        const written_number reach = number();
        const int own = scale();
        finish();
        if (reach.value.sign() < 0) throw parse_error("how far to either side", std::string(text_), reach.at);
        const exact value = middle.value * exact::pow10(power != 0 ? power : own);
        const exact half = reach.value * exact::pow10(own);
        return {value, interval(value - half, value + half), currency_, stated, std::string(text_)};
    }
    figure exactly() {
        take_currency_before();
        const written_number n = number();
        const exact value = n.value * exact::pow10(scale());
        finish();
        return {value, value, currency_, qualifier::exact, std::string(text_)};
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
        for (const cambist::scale& each : scales) {
            if (!take(each.plural, ' ')) continue;
            take("of ");
            const std::string_view word = run(is_code);
            if (word.empty()) refuse("a currency");
            currency_ = currency_of(word);
            at_ += word.size();
            finish();
            return reported_vague(exact::pow10(each.power), currency_, {}, std::string(text_));
        }
        return std::nullopt;
    }

    std::string_view text_;
    const currency_set& accepted_;
    std::size_t at_ = 0;
    currency currency_{};
};

// A decimal with all its digits, and at least so many of them after the point; none where it has no end, or too many.
inline std::optional<std::string> decimal_text(const exact& x, int least = 0) {
    const std::optional<int> needed = x.shortest_decimals();
    if (!needed) return std::nullopt;
    std::string text = to_decimal(x, {std::max(*needed, least)});
    return text.size() <= max_digits ? std::optional(std::move(text)) : std::nullopt;
}

// In words that are read as what they are written for.
class figure_writer {
public:
    explicit figure_writer(const figure& f) : f_(f), bounds_(f.bounds()) {}

    std::optional<std::string> write() const {
        std::optional<std::string> text = amount();
        if (text && f_.currency()) *text += " " + to_string(f_.currency());
        return text;
    }

private:
    std::optional<std::string> amount() const {
        switch (f_.stated()) {
        case qualifier::exact: return exactly();
        case qualifier::rounded:
        case qualifier::about: return rounded();
        case qualifier::at_least: return limit(interval::from(bounds_.low()), bounds_.low());
        case qualifier::more_than: return limit(interval::from(bounds_.low(), bound::open), bounds_.low());
        case qualifier::at_most:
        case qualifier::less_than: return upper_limit();
        case qualifier::between:
            return f_.value() ? std::nullopt : both("between ", bounds_.low(), " and ", bounds_.high());
        case qualifier::vague: return plural();
        }
        return std::nullopt;
    }

    bool is_closed() const { return bounds_.low_end() == bound::closed && bounds_.high_end() == bound::closed; }

    std::optional<std::string> exactly() const {
        if (bounds_ != interval(bounds_.low()) || f_.value() != bounds_.low()) return std::nullopt;
        if (f_.currency().has_minor_unit()) return decimal_text(*f_.value(), f_.currency().digits());
        return after("exactly ", scaled(*f_.value()));
    }
    std::optional<std::string> rounded() const {
        if (!f_.value() || !is_closed() || bounds_.high() - *f_.value() != *f_.value() - bounds_.low())
            return std::nullopt;
        const std::string hedge = f_.stated() == qualifier::about ? "about " : "";
        if (auto text = by_its_digits()) return hedge + *text;
        return both(hedge, *f_.value(), " ± ", bounds_.high() - *f_.value());
    }
    // Of unsigned amounts, as they are read.
    std::optional<std::string> limit(const interval& meant, const exact& end) const {
        if (bounds_ != meant || f_.value() != end || end.sign() < 0) return std::nullopt;
        return after(std::string(to_string(f_.stated())) + " ", scaled(end));
    }
    std::optional<std::string> upper_limit() const {
        const bound end = f_.stated() == qualifier::at_most ? bound::closed : bound::open;
        const exact& high = bounds_.high();
        if (bounds_.low() != 0 || bounds_.low_end() != bound::closed || bounds_.high_end() != end) return std::nullopt;
        return limit(bounds_, high);
    }
    std::optional<std::string> plural() const {
        for (const scale& each : scales) {
            if (!f_.value() && bounds_ == interval::from(exact::pow10(each.power)))
                return std::string(each.plural) + " of";
        }
        return std::nullopt;
    }

    static std::optional<std::string> after(const std::string& words, const std::optional<std::string>& number) {
        return number ? std::optional(words + *number) : std::nullopt;
    }
    static std::optional<std::string> scaled(const exact& x) {
        const scale* by = scale_without_loss(x);
        if (by == nullptr) return decimal_text(x);
        return to_string(x / exact::pow10(by->power)) + " " + std::string(by->sign);
    }
    // A first number without a scale word has that of the second, so that then neither has one.
    std::optional<std::string> both(std::string text, const exact& first, const char* between,
                                    const exact& second) const {
        const bool is_plain = first != 0 && scale_without_loss(first) == nullptr;
        const std::optional<std::string> a = scaled(first);
        const std::optional<std::string> b = is_plain ? decimal_text(second) : scaled(second);
        if (!is_closed() || !a || !b) return std::nullopt;
        return text + *a + between + *b;
    }

    // The value in the scale in which the last digit written is worth the width of the bounds.
    std::optional<std::string> by_its_digits() const {
        const exact unit = bounds_.high() - bounds_.low();
        if (unit == 0 || !decimal_text(*f_.value()) || !decimal_text(unit)) return std::nullopt;
        const int exponent = leading_exponent(unit);
        if (unit != exact::pow10(exponent) || !(*f_.value() / unit).is_integer()) return std::nullopt;
        struct choice {
            std::pair<int, int> rank;
            int power;
            std::string_view sign;
        };
        std::optional<choice> best;
        const auto consider = [&](int power, std::string_view sign) {
            if (!keeps(unit, power, power - exponent)) return;
            const bool is_reached = power == 0 || abs(*f_.value()) >= exact::pow10(power);
            const choice next{power < exponent ? std::pair(1, -power) : std::pair(is_reached ? 0 : 2, power), power,
                              sign};
            if (!best || next.rank < best->rank) best = next;
        };
        consider(0, {});
        for (const scale& each : scales) consider(each.power, each.sign);
        if (!best) return std::nullopt;
        const auto text = decimal_text(*f_.value() / exact::pow10(best->power), best->power - exponent);
        return best->power == 0 || !text ? text : *text + " " + std::string(best->sign);
    }
    // Whether the value, with so many digits after the point before this scale word, is read to that unit.
    bool keeps(const exact& unit, int power, int decimals) const {
        if (f_.stated() != qualifier::about) {
            const bool is_exact = power == 0 && f_.currency().has_minor_unit() && decimals >= f_.currency().digits();
            return decimals >= 0 && !is_exact;
        }
        // Zeros that end a whole number do not count as written.
        if (decimals > 0 || (*f_.value() == 0 && decimals == 0)) return true;
        return *f_.value() != 0 && !(*f_.value() / (unit * 10)).is_integer();
    }

    const figure& f_;
    const interval& bounds_;
};

} // namespace detail

CAMBIST_INLINE figure parse_figure(std::string_view text, const currency_set& accepted) {
    return detail::figure_reader(text, accepted).read();
}

CAMBIST_INLINE std::optional<std::string> to_words(const figure& f) { return detail::figure_writer(f).write(); }

CAMBIST_END
