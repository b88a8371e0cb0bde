// SPDX-License-Identifier: MIT
#include <cambist/prose/compact.hpp>

#include "../words/lexicon.hpp"
#include "../words/signs.hpp"

#include <cambist/prose/parse.hpp>

#include <algorithm>
#include <optional>

CAMBIST_BEGIN
namespace prose {

namespace {

// The coarsest that a figure is ever written: this many powers of ten above what it supports.
constexpr int most_coarser = 30;

std::string filled(std::string pattern, std::string_view mark, std::string_view with) {
    const std::size_t at = pattern.find(mark);
    return at == std::string::npos ? pattern : pattern.replace(at, mark.size(), with);
}

// A currency's names or signs by a language's tables, the best first; its code is none of these.
std::vector<std::string> currency_names(const currency& c, const cambist_prose::dictionary& said) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz. ";
    const auto what = said.is_named ? cambist_prose::category::currency : cambist_prose::category::sign;
    std::vector<std::string> all;
    for (const auto& [text, meaning] : said.phrases) {
        if (meaning.what != what || !(meaning.money == c)) continue;
        if (text.find('$') < text.size() - 1) continue; // "$US" is read, but seldom written
        // letters alone are no better than the code
        if (said.is_named || text.find_first_not_of(letters) != std::string::npos) all.push_back(text);
    }
    return all;
}

class writer {
public:
    writer(const figure& f, const language& in, const compact_options& how)
        : f_(f), in_(in), how_(how), words_(cambist_prose::lexicon::of(in)) {
        if (!how.with_code) names_ = currency_names(f.currency(), words_.said());
        names_.push_back(to_string(f.currency()));
    }

    std::string write() const {
        const interval& b = f_.bounds();
        if (b.low_end() == bound::infinite)
            throw interval_error("a figure without a lower end, " + to_string(b) + ", has no compact form");
        if (how_.digits < 1) throw rounding_error("a compact number needs a significant digit");
        std::optional<std::string> text;
        if (b.high_end() == bound::infinite)
            text = limit(f_.stated() == qualifier::more_than ? "more than" : "at least", b.low(), rounding::floor);
        else if (f_.stated() == qualifier::at_most || f_.stated() == qualifier::less_than)
            text = limit(to_string(f_.stated()), b.high(), rounding::ceiling);
        else if (f_.value()) text = number();
        if (!text) text = range();
        if (!text) throw interval_error("the figure " + to_string(b) + " has no compact form in '" + in_.tag() + "'");
        return *text;
    }

private:
    bool keeps_word(const std::string& text) const {
        try {
            const figure again = parse_figure(text, in_);
            return again.currency() == f_.currency() && again.bounds().contains(f_.bounds());
        } catch (const error&) {
            return false;
        }
    }

    // x to a multiple of 10^unit, in the scale that it has; or in a larger one, so that its last digit is the unit.
    std::string amount(const exact& x, int unit, rounding mode, const std::string& name, bool by_unit = true) const {
        const exact rounded = round(x, decimals{-unit}, mode).rounded;
        const auto& scales = words_.said().compact;
        const int leading = rounded == 0 ? 0 : leading_exponent(rounded);
        auto scale = scales.upper_bound(std::max(leading, 0));
        scale = scale == scales.begin() ? scale : std::prev(scale);
        while (by_unit && scale->first < unit && std::next(scale) != scales.end()) ++scale;
        const int power = scale->first;
        std::string digits = to_decimal(rounded / exact::pow10(power), {std::max(power - unit, 0)});
        if (words_.decimal().front() != '.') std::replace(digits.begin(), digits.end(), '.', words_.decimal().front());
        std::string sign;
        if (digits.front() == '-') {
            digits.erase(0, 1);
            sign = cambist_prose::minus_sign;
        }
        std::string pattern = scale->second;
        // letters keep a blank from what they stand beside
        const auto is_letter = [](char c) {
            return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c & 0x80) != 0;
        };
        std::string money = name;
        const std::size_t at = pattern.find("{c}");
        if (name.size() > 1 && name.front() >= 'A' && name.back() >= 'A' && name.back() <= 'z') {
            if (at + 3 < pattern.size() && pattern[at + 3] != ' ') money += ' ';
            if (at > 0 && pattern[at - 1] != ' ' && (is_letter(pattern[at - 1]) || pattern[at - 1] == '}'))
                money = ' ' + money;
        }
        return sign + filled(filled(pattern, "{n}", digits), "{c}", money);
    }
    std::string said(std::string_view how, const std::string& text) const {
        const auto found = words_.said().said.find(std::string(how));
        return found == words_.said().said.end() ? text : filled(found->second, "{t}", text);
    }
    int first_unit(const exact& x) const { return x == 0 ? 0 : leading_exponent(x) - how_.digits + 1; }

    // The finest that keeps its word, in the best name of the currency that is understood.
    template <class Text>
    std::optional<std::string> finest(int unit, Text text) const {
        for (int coarser = 0; coarser <= most_coarser; ++coarser) {
            for (const std::string& name : names_) {
                std::string tried = text(unit + coarser, name);
                if (keeps_word(tried)) return tried;
            }
        }
        return std::nullopt;
    }
    std::optional<std::string> number() const {
        const exact width = f_.bounds().high() - f_.bounds().low();
        int unit = first_unit(*f_.value());
        if (width != 0) unit = std::max(unit, leading_exponent(width));
        const bool is_about = f_.stated() == qualifier::about;
        return finest(unit, [&](int u, const std::string& name) {
            // trailing zeros of a hedged number claim nothing: "about 700k" rather than "about 0.7m"
            std::string text = said("about", amount(*f_.value(), u, rounding::half_even, name, false));
            if (is_about && keeps_word(text)) return text;
            text = amount(*f_.value(), u, rounding::half_even, name);
            return is_about ? said("about", text) : text;
        });
    }
    std::optional<std::string> limit(std::string_view stated, const exact& end, rounding mode) const {
        return finest(first_unit(end),
                      [&](int u, const std::string& name) { return said(stated, amount(end, u, mode, name)); });
    }
    std::optional<std::string> range() const {
        const auto pattern = words_.said().said.find("between");
        if (pattern == words_.said().said.end()) return std::nullopt;
        const interval& b = f_.bounds();
        const exact& larger = abs(b.high()) < abs(b.low()) ? b.low() : b.high();
        return finest(first_unit(larger), [&](int u, const std::string& name) {
            return filled(filled(pattern->second, "{a}", amount(b.low(), u, rounding::floor, name)), "{b}",
                          amount(b.high(), u, rounding::ceiling, name));
        });
    }

    const figure& f_;
    const language& in_;
    const compact_options& how_;
    const cambist_prose::lexicon& words_;
    std::vector<std::string> names_{};
};

} // namespace

std::string format_compact(const figure& f, const language& in, const compact_options& how) {
    return writer(f, in, how).write();
}

} // namespace prose
CAMBIST_END
