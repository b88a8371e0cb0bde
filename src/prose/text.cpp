// SPDX-License-Identifier: MIT
#include "text.hpp"

#include "grammar.hpp"
#include "nearby.hpp"
#include "rate_notes.hpp"
#include "restatements.hpp"

#include <algorithm>
#include <utility>

namespace cambist_prose {

namespace {

class text_reader {
public:
    text_reader(std::string_view text, const prose::language& in, const prose::reading_options& policy)
        : at_(text, lexicon::of(in)), said_{in, {}, {}}, grammar_(at_, policy), nearby_(at_), restatements_(at_),
          rates_(at_, grammar_, said_.rates) {}

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
        if (const std::size_t end = rates_.read(*f, last_end_); end != nowhere) return end;
        std::size_t next = f->end;
        if (f->is_article && at_.longest(f->end, category::per, next) == nullptr) return i + 1;
        const std::size_t end = f->end;
        add(std::move(*f));
        return end;
    }

    void add(finding&& f) {
        const std::optional<std::size_t> again =
            restatements_.read(said_.figures, f.amount, {last_end_, f.begin, f.end});
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

    cursor at_;
    prose::reading said_;
    grammar grammar_;
    nearby_reader nearby_;
    restatement_reader restatements_;
    rate_note_reader rates_;
    std::size_t last_end_ = nowhere; // the token after the last figure
};

} // namespace

prose::reading read_text(std::string_view text, const prose::language& in, const prose::reading_options& policy) {
    return text_reader(text, in, policy).read();
}

} // namespace cambist_prose
