// SPDX-License-Identifier: MIT
#include "nearby.hpp"

#include <optional>
#include <string>

namespace cambist_prose {

namespace {

using what = prose::candidate::kind;

// How far from a figure its sentence is read, in tokens either way.
constexpr std::size_t sentence_reach = 40;

bool ends_sentence(cursor& at, std::size_t i) {
    const token t = at.at(i);
    if (t.kind == kind::end) return true;
    if (t.kind != kind::symbol) return false;
    const std::string_view sign = at.text_of(t);
    if (sign == "\xe3\x80\x82") return true;
    if (sign != "." && sign != "!" && sign != "?") return false;
    const token next = at.at(i + 1);
    if (next.kind != kind::end && next.gap == gap::none) return false;
    std::size_t after = i;
    return i == at.first() ||
           at.longest(i - 1, {category::scale, category::sign, category::currency}, after) == nullptr || after != i + 1;
}

class phrase_reader {
public:
    explicit phrase_reader(cursor& at)
        : at_(at), year_(at.words().words().find(lexicon::year_mark)),
          count_(at.words().words().find(lexicon::count_mark)) {}

    // Few words begin one; numbers do in some languages.
    bool may_begin(std::size_t i) {
        const token t = at_.at(i);
        if (t.kind == kind::number) return at_.words().root(year_) != 0 || at_.words().root(count_) != 0;
        std::size_t next = i;
        return t.id != 0 && (at_.words().tells(t.id) ||
                             (at_.words().root(count_) != 0 && at_.longest(i, category::number, next) != nullptr));
    }

    struct match {
        const lexicon::node* node = nullptr;
        std::size_t end = 0;
        std::vector<std::string> years{};
        std::string count{};
    };
    // The longest phrase of a period or a status at `i`.
    match read(std::size_t i) {
        best_ = {};
        match open;
        step(
            i, [&](std::uint16_t id, gap) { return at_.words().root(id); }, open);
        return best_;
    }

private:
    template <class Follow>
    void step(std::size_t i, Follow follow, match open) {
        const token t = at_.at(i);
        if (t.kind == kind::end) return;
        if (t.id != 0) enter(follow(t.id, t.gap), i + 1, open);
        if (t.kind == kind::number) {
            const std::string_view digits = at_.text_of(t);
            const bool is_plain = digits.find_first_not_of("0123456789") == std::string_view::npos;
            if (is_plain && digits.size() == 4 && (digits[0] == '1' || digits[0] == '2')) {
                match with = open;
                with.years.emplace_back(digits);
                enter(follow(year_, t.gap), i + 1, with);
            } else if (is_plain && digits.size() <= 2) {
                match with = open;
                with.count = digits;
                enter(follow(count_, t.gap), i + 1, with);
            }
        } else {
            std::size_t next = i;
            const entry* e = t.id == 0 ? nullptr : at_.longest(i, category::number, next);
            if (e != nullptr && e->value > 1 && e->value <= 50) {
                match with = open;
                with.count = to_string(e->value);
                enter(follow(count_, t.gap), next, with);
            }
        }
    }
    void enter(std::uint32_t n, std::size_t next, const match& open) {
        if (n == 0) return;
        const lexicon::node& node = at_.words().at(n);
        if ((node.has & categories({category::period, category::status}).bits()) != 0 && next > best_.end) {
            best_ = open;
            best_.node = &node;
            best_.end = next;
        }
        step(
            next, [&, n](std::uint16_t id, gap g) { return at_.words().follow(n, id, g); }, open);
    }

    cursor& at_;
    std::uint16_t year_;
    std::uint16_t count_;
    match best_{};
};

std::string spaced(std::string name) {
    for (char& c : name) c = c == '_' ? ' ' : c;
    return name;
}

} // namespace

std::vector<prose::candidate> read_nearby(cursor& at, std::size_t begin, std::size_t end) {
    std::size_t from = begin;
    while (from > at.first() && begin - from < sentence_reach && at.at(from).gap != gap::paragraph &&
           !ends_sentence(at, from - 1))
        --from;
    std::vector<prose::candidate> found;
    phrase_reader phrases(at);
    for (std::size_t i = from; i < end + sentence_reach; ++i) {
        if (i == begin) {
            i = end - 1;
            continue;
        }
        if (ends_sentence(at, i) || (i != from && at.at(i).gap == gap::paragraph)) break;
        if (!phrases.may_begin(i)) continue;
        const auto match = phrases.read(i);
        if (match.node == nullptr) continue;
        for (const entry& e : match.node->entries) {
            prose::candidate c;
            c.begin = at.at(i).begin;
            c.end = at.at(match.end - 1).end();
            c.words = at.text().substr(c.begin, c.end - c.begin);
            const auto add = [&](what kind, std::string value) {
                c.what = kind;
                c.value = std::move(value);
                found.push_back(c);
            };
            const std::string year = match.years.empty() ? std::string() : match.years.front();
            if (e.what == category::period) {
                if (e.name == "from") add(what::from, year);
                else if (e.name == "to") add(what::to, year);
                else if (e.name == "years") add(what::years, match.count);
                else if (e.name == "decade") add(what::years, "10");
                else if (e.name == "announced") add(what::announced, year);
                else if (e.name == "between" && match.years.size() == 2 && match.years[0] < match.years[1]) {
                    add(what::from, match.years[0]);
                    add(what::to, match.years[1]);
                }
            } else if (e.what == category::status) {
                if (e.name == "supersedes") add(what::supersedes, {});
                else if (e.name == "context") add(what::context, {});
                else add(what::status, spaced(e.name));
            }
        }
        i = match.end - 1;
    }
    return found;
}

} // namespace cambist_prose
