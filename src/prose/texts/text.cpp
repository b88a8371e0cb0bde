// SPDX-License-Identifier: MIT
#include "text.hpp"

#include "../amounts/grammar.hpp"
#include "../amounts/rate_notes.hpp"
#include "../context/quotations.hpp"
#include "../context/restatements.hpp"
#include "../context/sightings.hpp"

#include <algorithm>
#include <utility>

namespace cambist_prose {

namespace {

// Made of what it returns where it stays, as `emplace_back` cannot make an aggregate yet: a find is not small.
template <class Make>
struct made_in_place {
    Make make;
    operator decltype(std::declval<Make>()())() const { return make(); }
};
template <class Make>
made_in_place(Make) -> made_in_place<Make>;

class text_reader {
public:
    text_reader(std::string_view text, const prose::language& in, const prose::reading_options& policy)
        : at_(text, lexicon::of(in)), said_{in, {}, {}, {}}, grammar_(at_, policy), restatements_(at_),
          rates_(at_, grammar_, said_.rates), sightings_(at_, grammar_, said_.not_read),
          quotations_(at_, grammar_, said_.in, policy) {}

    prose::reading read() {
        // Without a currency there is no figure, and few words but a figure's own stand between its ends.
        for (std::size_t i = 0;;) {
            const std::size_t word = next_word(i);
            if (at_.at(word).kind == kind::end) break;
            i = is_money(word) ? read_money(i, word) : read_scale(i, word);
        }
        clip();
        return std::move(said_);
    }

private:
    // The first token from `i` on that tells of a currency or is a scale word of any language, or the last of all.
    std::size_t next_word(std::size_t i) {
        const lexicon& words = at_.words();
        for (const std::uint8_t* const traits = words.traits();; ++i) {
            i = at_.find(i, [&](const token& t) { return lexicon::is_of_amount(traits[t.id]) || at_.is_code_like(t); });
            const token t = at_.at(i);
            if (t.kind == kind::end || lexicon::is_of_amount(traits[t.id]) || grammar_.is_code(i)) return i;
        }
    }
    bool is_money(std::size_t i) {
        const token t = at_.at(i);
        return at_.words().is_money(t.id) || grammar_.is_code(i);
    }

    // What may be a figure with the currency that is told of here; where to go on.
    std::size_t read_money(std::size_t i, std::size_t money) {
        for (i = first_of(i, money); i <= money;) i = read_at(i);
        see(money);
        return i;
    }
    // A scale word, and the currency that follows it, or none.
    std::size_t read_scale(std::size_t i, std::size_t word) {
        if (lexicon::is_foreign(at_.words().traits()[at_.at(word).id])) return read_foreign(word);
        constexpr std::size_t before_money = 16;
        for (std::size_t money = word + 1; money <= word + before_money && grammar_.may_belong(money); ++money) {
            if (!is_money(money)) continue;
            i = read_money(i, money);
            for (std::size_t at = word; at < money; ++at) see_scale(at);
            return i;
        }
        const std::optional<std::size_t> begin = sightings_.amount_before(word);
        if (!begin || is_read(*begin)) return word + 1;
        if (last_end_ != nowhere && last_end_ <= *begin) {
            if (auto f = sightings_.read_elided(*begin, said_.figures.back(), last_end_)) {
                return take(std::move(*f));
            }
        }
        see_scale(word);
        return word + 1;
    }
    // A scale word of another language; where to go on.
    std::size_t read_foreign(std::size_t word) {
        if (is_read(word)) return word + 1;
        auto f = quotations_.read(word, last_end_ == nowhere ? 0 : last_end_);
        if (!f) {
            see_scale(word);
            return word + 1;
        }
        return take(std::move(*f));
    }
    // A scale word before a currency, where it is part of no figure.
    void see_scale(std::size_t word) {
        if (!lexicon::is_of_amount(at_.words().traits()[at_.at(word).id]) || is_read(word)) return;
        if (const auto begin = sightings_.amount_before(word); begin && !is_read(*begin))
            sightings_.note(prose::unread_amount::kind::no_currency, *begin, word + 1, hint(*begin));
    }
    // A currency's word, where it is part of no figure.
    void see(std::size_t word) {
        std::optional<doubt> seen = grammar_.take_doubt();
        const bool is_doubt = seen && !is_read(seen->begin);
        const std::size_t first_unread = last_end_ == nowhere ? 0 : last_end_;
        if (!is_doubt) seen = is_read(word) ? std::nullopt : sightings_.around(word, first_unread);
        if (seen) sightings_.note(seen->what, seen->begin, seen->end, is_doubt ? currency() : hint(word));
    }
    // Whether a token is part of a figure or a rate.
    bool is_read(std::size_t i) {
        constexpr std::ptrdiff_t few = 4; // that are read at one go
        const std::size_t place = at_.at(i).begin;
        const auto has = [&](const auto& f) { return f.begin <= place && place < f.end; };
        const auto is_behind = [&](const auto& all) { return all.empty() || all.back().end <= place; };
        if (is_behind(said_.figures) && is_behind(said_.rates)) return false;
        if (!said_.figures.empty() && has(said_.figures.back())) return true; // most are one or the other
        const auto any = [&](const auto& all) {
            return std::any_of(all.end() - std::min<std::ptrdiff_t>(few, std::ssize(all)), all.end(), has);
        };
        return any(said_.figures) || any(said_.rates);
    }
    // The currency of the last figure, in the same sentence.
    currency hint(std::size_t i) {
        constexpr std::size_t hint_reach = 40;
        if (last_end_ == nowhere || last_end_ > i || i - last_end_ > hint_reach) return {};
        if (!sightings_.is_one_sentence(last_end_, i)) return {};
        const prose::find& last = said_.figures.back();
        return said_.figures[last.restates.value_or(said_.figures.size() - 1)].amount.currency();
    }
    // What was seen and not read has no part of what was read later.
    void clip() {
        std::vector<prose::unread_amount>& seen = said_.not_read;
        auto figure = said_.figures.begin();
        auto rate = said_.rates.begin();
        const auto is_within = [&](prose::unread_amount& u) {
            while (rate != said_.rates.end() && rate->end <= u.begin) ++rate;
            if (rate != said_.rates.end() && rate->begin < u.end) return true;
            while (figure != said_.figures.end() && figure->end <= u.begin) ++figure;
            if (figure == said_.figures.end() || figure->begin >= u.end) return false;
            if (figure->begin <= u.begin) return true;
            std::string_view left = at_.text().substr(u.begin, figure->begin - u.begin);
            left = left.substr(0, left.find_last_not_of(' ') + 1);
            u.end = u.begin + left.size();
            return left.find_first_of(" 0123456789") == std::string_view::npos; // "won" of "won 3"
        };
        seen.erase(std::remove_if(seen.begin(), seen.end(), is_within), seen.end());
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
        if (const std::size_t end = rates_.read(*f, last_end_); end != nowhere) {
            rate_begin_ = f->begin;
            return rate_end_ = end;
        }
        std::size_t next = f->end;
        if (f->is_article && at_.longest(f->end, category::per, next) == nullptr) return i + 1;
        return take(std::move(*f));
    }

    // A figure, and what numbers beside it say of the same; where to go on.
    std::size_t take(finding&& f) {
        const bool is_plain = f.is_plain;
        const int decimals = f.decimals;
        add(std::move(f));
        while (auto more = sightings_.read_bare(said_.figures.back(), last_end_, is_plain, decimals))
            add(std::move(*more));
        return last_end_;
    }

    void add(finding&& f) {
        const std::optional<std::size_t> again =
            restatements_.read(said_.figures, f.amount, {last_end_, f.begin, f.end, rate_begin_, rate_end_});
        make_room(f.end);
        grammar_.note(f.amount.currency());
        const std::size_t begin = at_.at(f.begin).begin;
        const std::size_t end = at_.at(f.end - 1).end();
        said_.figures.emplace_back(made_in_place{[&] {
            return prose::find{begin, end, std::move(f.amount), std::move(f.how), again};
        }});
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

    cursor at_;
    prose::reading said_;
    grammar grammar_;
    restatement_reader restatements_;
    rate_note_reader rates_;
    sighting_reader sightings_;
    quotation_reader quotations_;
    std::size_t last_end_ = nowhere; // the token after the last figure
    std::size_t rate_begin_ = nowhere;
    std::size_t rate_end_ = nowhere;
};

} // namespace

prose::reading read_text(std::string_view text, const prose::language& in, const prose::reading_options& policy) {
    return text_reader(text, in, policy).read();
}

} // namespace cambist_prose
