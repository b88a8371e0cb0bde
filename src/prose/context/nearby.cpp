// SPDX-License-Identifier: MIT
#include "nearby.hpp"

#include "items.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace cambist_prose {

namespace {

using what = prose::candidate::kind;

// How far from a figure its sentence is read, in tokens either way.
constexpr std::size_t sentence_reach = 40;

} // namespace

nearby_reader::nearby_reader(cursor& at)
    : at_(at), traits_(at.words().traits()), year_(at.words().words().find(dictionary::year_mark)),
      count_(at.words().words().find(dictionary::count_mark)),
      may_begin_with_number_(at.words().root(year_) != 0 || at.words().root(count_) != 0) {}

bool nearby_reader::is_sentence_end(const token& t, std::size_t i) {
    if (t.length != 1) return t.kind == kind::end || (at_.words().reach(t.id) & categories(category::stop).bits()) != 0;
    const token next = at_.at(i + 1);
    if (next.kind != kind::end && next.gap == gap::none) return false;
    std::size_t after = i;
    return i == at_.first() ||
           at_.longest(i - 1, {category::scale, category::sign, category::currency}, after) == nullptr ||
           after != i + 1;
}

const nearby_reader::match& nearby_reader::longest(const token& t, std::size_t i) {
    best_.node = nullptr;
    best_.end = 0;
    const bool is_number =
        t.kind == kind::number || (at_.words().reach(t.id) & categories(category::number).bits()) != 0;
    if (is_number) step(i, 0, none_); // "three-year" too
    else enter(at_.words().root(t.id), i + 1, none_);
    return best_;
}

// Goes on with the token `i` from a node of the phrases, or from none.
void nearby_reader::step(std::size_t i, std::uint32_t from, const match& open) {
    const lexicon& words = at_.words();
    const token t = at_.at(i);
    if (t.id == 0 && t.kind != kind::number) return; // most words
    const auto follow = [&](std::uint16_t id) { return from == 0 ? words.root(id) : words.follow(from, id, t.gap); };
    if (t.id != 0) enter(follow(t.id), i + 1, open);
    if (t.kind == kind::number) {
        constexpr std::size_t of_a_year = 4;
        constexpr std::size_t most_bytes = 3; // of a digit
        if (t.length > of_a_year * most_bytes) return;
        const std::string digits = plain_text(at_.text_of(t));
        if (digits.size() > of_a_year ||
            !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return;
        if (digits.size() == of_a_year && (digits[0] == '1' || digits[0] == '2')) {
            match with = open;
            if (with.years < 2) with.year[with.years] = i;
            ++with.years;
            enter(follow(year_), i + 1, with);
        } else if (digits.size() <= 2) {
            match with = open;
            with.count = i;
            with.spelled_count = nullptr;
            enter(follow(count_), i + 1, with);
        }
    } else if (std::size_t next = i; const entry* e = at_.longest(i, category::number, next)) {
        if (e->value <= 1 || e->value > 50) return;
        match with = open;
        with.spelled_count = e;
        enter(follow(count_), next, with);
    }
}

void nearby_reader::enter(std::uint32_t n, std::size_t next, const match& open) {
    if (n == 0) return;
    const lexicon::node& node = at_.words().at(n);
    if (is_told(node) && next > best_.end) {
        best_ = open;
        best_.node = &node;
        best_.end = next;
    }
    if (!node.edges.empty()) step(next, n, open);
}

namespace {

// What a phrase of a period says, as a candidate for each key of a plan.
template <class Add>
void add_period(const std::string& name, const std::string& first, const std::string& second, const std::string& count,
                Add add) {
    if (name == "from") add(what::from, first);
    else if (name == "to") add(what::to, first);
    else if (name == "years") add(what::years, count);
    else if (name == "decade") add(what::years, "10");
    else if (name == "decade end") add(what::to, "");
    else if (name == "announced") add(what::announced, first);
    const auto both = [&](const std::string& from, const std::string& to) {
        add(what::from, from);
        add(what::to, to);
    };
    if (name == "between" && first < second) both(first, second);
    else if (name == "in") both(first, first);
    else if (name == "first half") both(first + "-01", first + "-06");
    else if (name == "second half") both(first + "-07", first + "-12");
    else if (name == "span" && count.size() == 2 && first.substr(2) < count) both(first, first.substr(0, 2) + count);
}

} // namespace

void nearby_reader::add(const match& m, std::vector<prose::candidate>& found) {
    const std::size_t begin = at_.at(m.begin).begin;
    const std::size_t end = at_.at(m.end - 1).end();
    const auto digits_of = [&](std::size_t i) { return plain_text(at_.text_of(at_.at(i))); };
    const auto add = [&](what kind, std::string_view value) {
        prose::candidate& c = found.emplace_back();
        c.what = kind;
        c.value = value;
        c.words = at_.text().substr(begin, end - begin);
        c.begin = begin;
        c.end = end;
    };
    for (const entry& e : m.node->entries) {
        if (e.what == category::period) {
            add_period(e.name, m.years > 0 ? digits_of(m.year[0]) : "", m.years == 2 ? digits_of(m.year[1]) : "",
                       m.spelled_count != nullptr ? to_string(m.spelled_count->value)
                       : m.count                  ? digits_of(*m.count)
                                                  : "",
                       add);
        } else if (e.what == category::status) {
            if (e.name == "supersedes") add(what::supersedes, {});
            else if (e.name == "superseded by") add(what::superseded_by, {});
            else if (e.name == "context") add(what::context, {});
            else add(what::status, e.name);
        } else if (e.what == category::each && is_often(m)) {
            add(what::each, e.name);
        }
    }
}

bool nearby_reader::is_often(const match& m) noexcept {
    return (m.node->has & categories{category::period, category::status, category::each}.bits()) ==
           categories(category::each).bits();
}

// "It will spend $5 billion in 2026", "In 2026, it will spend $5 billion"; and not "It opened in 2020, and will spend".
bool nearby_reader::is_told_of(const match& m, std::size_t begin, std::size_t end) {
    constexpr std::size_t most_between = 12;
    const bool is_before = m.begin < begin;
    std::size_t from = is_before ? m.end : end;
    const std::size_t to = is_before ? begin : m.begin;
    if (to > from + most_between) return false;
    if (is_before && m.begin == sentence_ && parts_clauses(at_, from)) ++from;
    for (std::size_t i = from; i < to; ++i)
        if (parts_clauses(at_, i)) return false;
    return true;
}

// "The market is worth $5 billion", "$5 billion in sales"; and not "sales, $5 billion", nor "the market leader will
// invest $5 billion".
bool nearby_reader::governs(const match& m, std::size_t begin, std::size_t end) {
    constexpr std::size_t most_before = 12;
    constexpr std::size_t most_behind = 2;
    const bool is_before = m.begin < begin;
    const std::size_t from = is_before ? m.end : end;
    const std::size_t to = is_before ? begin : m.begin;
    if (to > from + (is_before ? most_before : most_behind)) return false;
    for (std::size_t i = from; i < to; ++i)
        if (parts_clauses(at_, i)) return false;
    return std::none_of(matches_.begin(), matches_.end(), [&](const match& other) {
        const bool is_between = from <= other.begin && other.end <= to;
        return is_between && !other.node->is_context && other.node->has == categories(category::status).bits();
    });
}

// Reads what begins at a place, if anything does; where to go on, which is `from` else.
std::size_t nearby_reader::read_phrase(std::size_t place, std::size_t from) {
    const match& m = longest(at_.at(place), place);
    if (m.node == nullptr) return from;
    matches_.push_back(m);
    matches_.back().begin = place;
    return m.end;
}

// Whether a number or a character of a noun is at `i`, which goes on with the next: particles are in hiragana.
bool nearby_reader::is_compound(std::size_t i) {
    constexpr char32_t first_hiragana = 0x3040;
    constexpr char32_t last_hiragana = 0x309f;
    const token t = at_.at(i);
    if (t.kind != kind::ideograph) return t.kind == kind::number;
    const char32_t code = decode_utf8(at_.text(), t.begin).code;
    return code < first_hiragana || code > last_hiragana;
}

// Whether a phrase says for how long an amount is that is told again and again: "$5 billion a year", "5 Mio. Euro Miete
// pro Jahr", "5 million euros ($5.5 million) a year", "an annual budget of $5 million"; and not "a year earlier".
bool nearby_reader::is_each(const match& m, std::size_t begin, std::size_t end) {
    constexpr std::size_t most_between = 2;
    constexpr std::size_t longest_aside = 16;
    std::size_t next = m.begin;
    const bool is_before = m.begin < begin;
    if (at_.longest(m.begin, category::elides, next) != nullptr && next > m.end) return false;
    if (m.end != begin && at_.at(m.end).kind == kind::number) return false; // "im Jahr 2026"
    if (at_.at(m.begin).kind == kind::ideograph && m.begin > at_.first() && is_compound(m.begin - 1)) return false;
    std::size_t from = is_before ? m.end : end;
    const std::size_t to = is_before ? begin : m.begin;
    if (!is_before && at_.is(end, '(')) {
        while (from < std::min(to, end + longest_aside) && !at_.is(from, ')')) ++from;
        if (at_.is(from, ')')) ++from;
    }
    if (to < from || to - from > most_between) return false;
    for (; from < to; ++from) {
        const kind k = at_.at(from).kind;
        if ((k != kind::word && k != kind::ideograph) || parts_clauses(at_, from)) return false;
    }
    return true;
}

prose::sentence nearby_reader::read(std::size_t begin, std::size_t end) {
    prose::sentence said;
    matches_.clear();
    // Each place where a phrase may begin is noted first and read later: nobody can foretell which words do, so a note
    // is written for each and counts or not.
    std::size_t places[sentence_reach + 1];
    std::size_t count = 0;
    std::size_t i = begin;
    const std::size_t first = begin - std::min(begin - at_.first(), sentence_reach);
    const token* all = at_.ahead(first, begin - first + 1).data();
    while (i > first && all[i - first].gap != gap::paragraph) {
        if (ends_sentence(all, first, i - 1)) break;
        places[count] = --i;
        count += std::size_t{may_begin(all[i - first])};
    }
    sentence_ = i;
    said.begin = at_.at(i).begin;
    const auto read_from = [&](std::size_t place) { // unless it is within what was read last
        if (place >= i && goes_on(at_.at(place), place)) i = read_phrase(place, i);
    };
    while (count > 0) read_from(places[--count]);
    if (i <= begin) i = end;
    std::size_t next = i;
    for (bool is_over = false; !is_over;) {
        const std::size_t from = next;
        const std::size_t reach = std::max(end + sentence_reach, from);
        const std::size_t stop = std::min(reach, from + sentence_reach); // for more there is no room
        all = at_.ahead(from, stop - from + 1).data();
        while (next != stop && !ends_sentence(all, from, next) && all[next - from].gap != gap::paragraph) {
            places[count] = next;
            count += std::size_t{may_begin(all[next - from])};
            ++next;
        }
        is_over = next != stop || stop == reach; // else a phrase goes on into a long figure
        for (std::size_t n = 0; n < count; ++n) read_from(places[n]);
        count = 0;
        if (i > next) { // a phrase has the sentence's end within it
            next = i;
            is_over = false;
        }
    }
    const token last = at_.at(next);
    const bool is_whole = last.kind == kind::symbol && last.gap != gap::paragraph; // with what ends it
    said.end = at_.at(is_whole ? next : next - 1).end();
    std::erase_if(matches_, [&](const match& m) { return is_often(m) && !is_each(m, begin, end); });
    std::size_t size = 0; // no more than they need
    for (const match& m : matches_) size += m.node->entries.size();
    said.candidates.reserve(size);
    for (const match& m : matches_) {
        const bool is_told = !m.node->is_time || is_told_of(m, begin, end);
        if (m.node->is_context ? governs(m, begin, end) : is_told) add(m, said.candidates);
    }
    return said;
}

} // namespace cambist_prose
