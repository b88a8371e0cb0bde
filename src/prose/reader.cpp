// SPDX-License-Identifier: MIT
#include "grammar.hpp"
#include "nearby.hpp"

#include <cambist/prose/read.hpp>

#include <algorithm>
#include <utility>

namespace cambist_prose {

namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
// How many words may stand between an amount and the parentheses that restate it: "2 bn euros of investment in Italy
// (".
constexpr std::size_t aside_reach = 8;
// How many words before it name the currency of "the euro rose 0.3% to $1.0857", and to how many places a rate is
// written that no price is.
constexpr std::size_t quoted_reach = 14;
constexpr int quoted_places = 4;
// The most words of a verb or a currency in "the Canadian dollar was worth".
constexpr std::size_t worth_reach = 4;

class text_reader {
public:
    text_reader(std::string_view text, const prose::language& in, const prose::reading_options& policy)
        : at_(text, lexicon::of(in)), grammar_(at_, policy), nearby_(at_), said_{in, {}, {}} {}

    prose::reading read() {
        // Without a currency there is no figure, and few words but a figure's own stand between its ends.
        for (std::size_t i = 0;;) {
            const std::size_t money = next_money(i);
            if (at_.at(money).kind == kind::end) break;
            for (i = first_of(i, money); i <= money;) i = read_at(i);
        }
        return std::move(said_);
    }

private:
    // The first token from `i` on that tells of a currency, or the last of all.
    std::size_t next_money(std::size_t i) {
        const lexicon& words = at_.words();
        for (const std::uint8_t* const traits = words.traits();; ++i) {
            i = at_.find(i, [&](const token& t) { return lexicon::is_money(traits[t.id]) || at_.is_code_like(t); });
            const token t = at_.at(i);
            if (t.kind == kind::end || words.is_money(t.id) || grammar_.is_code(i)) return i;
        }
    }
    // Where what may be a figure with this currency begins.
    std::size_t first_of(std::size_t i, std::size_t money) {
        std::size_t first = money;
        while (first > i && first > at_.first() && money - first < cursor::reach && grammar_.may_belong(first - 1))
            --first;
        return first;
    }

    // Reads what begins at `i`; where to go on.
    std::size_t read_at(std::size_t i) {
        if (!grammar_.may_begin(i)) return i + 1;
        if (const std::size_t end = grammar_.neutral_end(i); end > i) return end;
        std::optional<finding> f = grammar_.read(i, last_end_);
        if (!f) return i + 1;
        if (const std::size_t end = read_rate(*f); end != nowhere) return end;
        std::size_t next = f->end;
        if (f->is_article && at_.longest(f->end, category::per, next) == nullptr) return i + 1;
        const std::size_t end = f->end;
        add(std::move(*f));
        return end;
    }

    void add(finding&& f) {
        const std::optional<std::size_t> again = restated(f.begin, f.end, f.amount);
        make_room(f.end);
        said_.figures.push_back({at_.at(f.begin).begin, at_.at(f.end - 1).end(), std::move(f.amount), std::move(f.how),
                                 again, nearby_.read(f.begin, f.end)});
        last_end_ = f.end;
    }

    // For as many figures as there will be, should the rest of the text be like what was read, rather than for twice as
    // many again and again: a find is not small.
    void make_room(std::size_t i) {
        constexpr std::size_t few = 16;
        constexpr std::size_t most = 4;
        std::vector<prose::find>& all = said_.figures;
        if (all.size() < all.capacity() || all.size() < few) return;
        const std::size_t expected = all.size() * (at_.text().size() / at_.at(i - 1).end()) + few;
        all.reserve(std::clamp(expected + expected / few, 2 * all.size(), most * all.size()));
    }

    // "1 dollar = 0.9211 euro", "156 yen to the dollar": the end of the note, or nowhere.
    std::size_t read_rate(const finding& base) {
        if (!base.is_plain || base.amount.value()->sign() <= 0) return nowhere;
        std::size_t end = nowhere;
        std::size_t next = base.end;
        const finding* left = &base;
        for (std::size_t at = base.end; at_.longest(at, category::equals, next);) {
            const auto side = grammar_.read(next, nowhere);
            if (!side || !side->is_plain || side->amount.value()->sign() <= 0 ||
                side->amount.currency() == left->amount.currency())
                break;
            note(base.begin, side->end, money<>(*base.amount.value(), base.amount.currency()), *side);
            end = at = side->end;
        }
        if (end == nowhere && is_japanese_side(base)) { // "1ãã«156å"
            const auto side = grammar_.read(base.end, nowhere);
            if (side && side->is_plain && side->amount.value()->sign() > 0 &&
                !(side->amount.currency() == base.amount.currency())) {
                note(base.begin, side->end, money<>(1, base.amount.currency()), *side);
                return side->end;
            }
        }
        if (end == nowhere && !base.is_article) end = read_worth(base);
        if (end != nowhere || base.is_article || !at_.longest(base.end, category::per_unit, next)) return end;
        std::size_t after = next;
        const auto unit = grammar_.currency_at(next, after);
        if (!unit || at_.at(next).gap == gap::paragraph || *unit == base.amount.currency()) return nowhere;
        note(base.begin, after, money<>(1, *unit), base);
        return after;
    }
    bool is_japanese_side(const finding& base) {
        return at_.at(base.end - 1).kind == kind::ideograph && at_.at(base.end).gap == gap::none &&
               at_.at(base.end).kind == kind::number && *base.amount.value() == 1;
    }
    // "the dollar was worth 0.9211 euro": the words stand before the amount.
    std::size_t read_worth(const finding& quote) {
        std::size_t next = 0;
        for (std::size_t verb = quote.begin; verb > at_.first() && quote.begin - verb < worth_reach;) {
            if (!at_.longest(--verb, category::equals, next) || next != quote.begin) continue;
            for (std::size_t word = verb; word > at_.first() && verb - word < worth_reach;) {
                const auto unit = grammar_.currency_at(--word, next);
                if (!unit || next != verb || *unit == quote.amount.currency()) continue;
                if (last_end_ != nowhere && word < last_end_) return nowhere;
                note(word, quote.end, money<>(1, *unit), quote);
                return quote.end;
            }
        }
        return quote.decimals >= quoted_places ? read_quoted(quote) : nowhere;
    }
    // "the euro rose 0.3% to $1.0857"; what is per share is a price all the same.
    std::size_t read_quoted(const finding& quote) {
        std::size_t next = quote.end;
        if (at_.longest(quote.end, category::per, next)) return nowhere;
        for (std::size_t word = quote.begin; word > at_.first() && quote.begin - word < quoted_reach;) {
            if (at_.at(word).gap == gap::paragraph || at_.is(--word, '.') || at_.is(word, ';')) return nowhere;
            if (last_end_ != nowhere && word < last_end_) return nowhere;
            const auto unit = grammar_.currency_at(word, next);
            if (!unit || *unit == quote.amount.currency()) continue;
            const bool is_compound = at_.is(next, '-') && at_.at(next).gap == gap::none;
            if (is_compound || (word > at_.first() && at_.at(word - 1).kind == kind::number)) return nowhere;
            note(word, quote.end, money<>(1, *unit), quote);
            return quote.end;
        }
        return nowhere;
    }
    void note(std::size_t begin, std::size_t end, money<> base, const finding& quote) {
        const std::size_t from = at_.at(begin).begin;
        const std::size_t to = at_.at(end - 1).end();
        const std::string words(at_.text().substr(from, to - from));
        said_.rates.push_back({from, to,
                               rate(std::move(base), money<>(*quote.amount.value(), quote.amount.currency()))
                                   .written_to(quote.decimals)
                                   .from(words),
                               words});
    }

    // What a figure that begins here says again, if it does.
    std::optional<std::size_t> restated(std::size_t begin, std::size_t end, const figure& again_as) {
        const currency& money = again_as.currency();
        if (said_.figures.empty() || last_end_ == nowhere || begin < last_end_ || begin - last_end_ > aside_reach * 2)
            return std::nullopt;
        const std::size_t last = said_.figures.size() - 1;
        const std::size_t first = said_.figures[last].restates.value_or(last);
        if (said_.figures[first].amount.currency() == money) return std::nullopt;
        const bool again = first != last; // "(2.2 billion dollars; 1.7 billion pounds)"
        std::size_t i = last_end_;
        if (again && (at_.is(i, ';') || is_comma(i) || at_.is(i, '/'))) {
            std::size_t next = ++i;
            while (i < begin && at_.longest(i, category::restate, next)) i = next;
            if (i == begin) return first;
        }
        i = last_end_;
        // "2 billion euros, about $2.2 billion, ..."
        if (is_comma(i) && i + 1 == begin && again_as.stated() == qualifier::about &&
            (is_comma(end) || at_.is(end, '.') || at_.is(end, ')') || at_.is(end, ';')))
            return first;
        if (only_restates(is_comma(i) || at_.is(i, '-') || at_.is(i, "\xe2\x80\x93") ? i + 1 : i, begin, true))
            return first;
        for (std::size_t words = 0; i < begin && words <= aside_reach; ++i, ++words) {
            if (at_.at(i).gap == gap::paragraph || at_.is(i, '.') || at_.is(i, ';') || at_.is(i, ')')) break;
            if (at_.is(i, '(') || at_.is(i, '['))
                return only_restates(i + 1, begin, false) ? std::optional(first) : std::nullopt;
        }
        return std::nullopt;
    }
    bool is_comma(std::size_t i) { return at_.is(i, ',') || at_.is(i, "\xe3\x80\x81"); }
    bool only_restates(std::size_t i, std::size_t end, bool needs_one) {
        bool any = false;
        std::size_t next = i;
        while (i < end) {
            if (at_.at(i).gap == gap::paragraph) return false;
            if (at_.longest(i, category::restate, next)) any = true;
            else if (at_.is(i, ',') || at_.longest(i, category::article, next)) next = std::max(next, i + 1);
            else return false;
            i = next;
        }
        return i == end && (any || !needs_one);
    }

    cursor at_;
    grammar grammar_;
    nearby_reader nearby_;
    prose::reading said_;
    std::size_t last_end_ = nowhere; // the token after the last figure
};

// One expression and nothing else.
class expression_reader {
public:
    expression_reader(std::string_view text, const prose::language& in, const prose::reading_options& policy)
        : at_(text, lexicon::of(in)), grammar_(at_, policy) {}

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
        if (!f) f = grammar_.read_bare(0);
        if (!f) refuse(0, "an amount, as in \"15.7 billion euros\"");
        std::size_t end = after_restatement(f->end, f->amount.currency());
        std::size_t next = end;
        if (at_.longest(end, category::per, next)) {
            for (end = next; at_.at(end).kind == kind::word && end < next + 3;) ++end;
        }
        while (at_.at(end).kind == kind::symbol && (at_.is(end, '.') || at_.is(end, ',') || at_.is(end, ';') ||
                                                    at_.is(end, ':') || at_.is(end, '!') || at_.is(end, '?')))
            ++end;
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
            if (at_.at(i).kind == kind::number && !read_digits(at_.text_of(at_.at(i)), at_.words(), &why) &&
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
    grammar grammar_;
};

} // namespace

} // namespace cambist_prose

CAMBIST_BEGIN
namespace prose {

figure parse_figure(std::string_view text, const language& in, const reading_options& policy) {
    return cambist_prose::expression_reader(text, in, policy).read();
}

reading read_figures(std::string_view text, const std::optional<language>& in, const reading_options& policy) {
    return cambist_prose::text_reader(text, in ? *in : detect_language(text), policy).read();
}

} // namespace prose
CAMBIST_END
