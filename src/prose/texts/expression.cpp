// SPDX-License-Identifier: MIT
#include "../amounts/grammar.hpp"
#include "../amounts/rate_notes.hpp"
#include "text.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace cambist_prose {

namespace {

class expression_reader {
public:
    expression_reader(std::string_view text, const prose::language& in, const prose::reading_options& policy)
        : at_(text, lexicon::of(in)), policy_(policy), grammar_(at_, policy) {}

    figure read() {
        if (at_.text().size() > max_expression_bytes) {
            throw limit_error("an expression of " + std::to_string(at_.text().size()) + " bytes; at most " +
                              std::to_string(max_expression_bytes) + " make one figure");
        }
        check_digits();
        if (at_.at(0).kind == kind::end) refuse(0, "an amount, as in \"15.7 billion euros\"");
        if (auto f = in_parentheses()) return *f;
        auto f = grammar_.read(0, nowhere);
        std::size_t article = 0;
        if (!f && at_.longest(0, {category::article, category::one}, article)) f = grammar_.read(article, nowhere);
        if (!f) f = grammar(at_, policy_, bare_number::is_figure).read_bare(0);
        if (!f) refuse(0, "an amount, as in \"15.7 billion euros\"");
        std::size_t end = after_restatement(f->end, f->amount.currency());
        std::size_t next = end;
        if (at_.longest(end, category::per, next)) {
            for (end = next; at_.at(end).kind == kind::word && end < next + 3;) ++end;
        }
        const auto is_one_of = [&](std::string_view signs) {
            return std::any_of(signs.begin(), signs.end(), [&](char sign) { return at_.is(end, sign); });
        };
        while (is_one_of(".,;:!?")) ++end;
        if (at_.at(end).kind != kind::end) refuse(end, "the end of the amount");
        return f->amount;
    }

private:
    // Enough for a number of `max_digits` with all that can stand around it.
    static constexpr std::size_t max_expression_bytes = 4 * static_cast<std::size_t>(max_digits);

    [[noreturn]] void refuse(std::size_t i, std::string expected) {
        const token t = at_.at(i);
        throw parse_error(std::move(expected), std::string(at_.text_of(t)), t.begin);
    }
    void check_digits() {
        for (std::size_t i = 0; at_.at(i).kind != kind::end && i < cursor::reach; ++i) {
            unread why{};
            if (at_.at(i).kind == kind::number && !read_digits(at_.text_of(at_.at(i)), at_.habit(), &why) &&
                why == unread::too_long)
                throw limit_error("a number of more than " + std::to_string(max_digits) + " digits");
        }
    }
    // "($1,234.56)" is negative, as accounts have it; words in parentheses are an aside.
    std::optional<figure> in_parentheses() {
        if (!at_.is(0, '(') || at_.is(2, ')')) return std::nullopt;
        const auto f = grammar_.read(1, nowhere);
        if (!f || !at_.is(f->end, ')') || at_.at(f->end + 1).kind != kind::end) return std::nullopt;
        for (std::size_t i = 1; i < f->end; ++i) {
            const token t = at_.at(i);
            if (t.kind == kind::ideograph || (t.kind == kind::word && t.length > 3)) return f->amount;
        }
        const figure& a = f->amount;
        return figure(a.value() ? std::optional(-*a.value()) : std::nullopt, -a.bounds(), a.currency(), a.stated(),
                      a.words());
    }
    std::size_t after_restatement(std::size_t end, const currency& money) {
        std::size_t i = end;
        const bool parenthesis = at_.is(i, '(');
        if (parenthesis || at_.is(i, ',')) ++i;
        const std::size_t inside = i;
        for (std::size_t next = i; at_.longest(i, category::restate, next);) i = next;
        if (!money || i == end || (!parenthesis && i == inside)) return end;
        const auto f = grammar_.read(i, nowhere);
        if (!f || f->amount.currency() == money) return end;
        if (!parenthesis) return f->end;
        return at_.is(f->end, ')') ? f->end + 1 : end;
    }

    cursor at_;
    const prose::reading_options& policy_;
    grammar grammar_;
};

} // namespace

figure read_expression(std::string_view text, const prose::language& in, const prose::reading_options& policy) {
    return expression_reader(text, in, policy).read();
}

} // namespace cambist_prose
