// SPDX-License-Identifier: MIT
#include "lexicon.hpp"

#include <cambist/numbers/error.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace cambist_prose {

using cambist::prose::language_error;

namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, std::string_view by) {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(by, start), text.size());
        if (const std::string_view part = trimmed(text.substr(start, end - start)); !part.empty())
            parts.push_back(part);
        start = end + by.size();
    }
    return parts;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
        text.replace(at, what.size(), by);
    return text;
}

constexpr std::pair<std::string_view, category> category_names[] = {{"blocker", category::blocker},
                                                                    {"neutral", category::neutral},
                                                                    {"several", category::several},
                                                                    {"mixed", category::mixed},
                                                                    {"one", category::one},
                                                                    {"number", category::number},
                                                                    {"join", category::join},
                                                                    {"symbolic", category::symbolic},
                                                                    {"comparative", category::comparative},
                                                                    {"between", category::between},
                                                                    {"from", category::from},
                                                                    {"and", category::and_},
                                                                    {"to", category::to},
                                                                    {"dash", category::dash},
                                                                    {"change", category::change},
                                                                    {"changed", category::changed},
                                                                    {"article", category::article},
                                                                    {"of", category::of},
                                                                    {"year", category::year},
                                                                    {"equals", category::equals},
                                                                    {"restate", category::restate},
                                                                    {"plus", category::plus},
                                                                    {"cents", category::cents},
                                                                    {"point", category::point},
                                                                    {"minus", category::minus},
                                                                    {"detect", category::detect},
                                                                    {"amount", category::amount},
                                                                    {"part", category::part},
                                                                    {"approximate", category::approximate},
                                                                    {"pair", category::pair},
                                                                    {"scale", category::scale},
                                                                    {"currency", category::currency},
                                                                    {"sign", category::sign},
                                                                    {"before", category::before},
                                                                    {"period", category::period},
                                                                    {"status", category::status}};

// Phrases that stand around figures, and are never part of one.
constexpr categories around{category::detect, category::period,   category::status,     category::year,
                            category::equals, category::restate,  category::per,        category::per_unit,
                            category::change, category::symbolic, category::comparative};

qualifier limit_named(std::string_view name) {
    for (const qualifier q : {qualifier::at_least, qualifier::more_than, qualifier::at_most, qualifier::less_than}) {
        if (replaced(std::string(name), "_", " ") == to_string(q)) return q;
    }
    throw language_error("no limit is called '" + std::string(name) + "'");
}

} // namespace

const lexicon& lexicon::of(const prose::language& l) {
    static std::mutex guard;
    static std::map<std::string, std::unique_ptr<const lexicon>, std::less<>> made;
    const std::lock_guard lock(guard);
    std::unique_ptr<const lexicon>& slot = made[l.tag()];
    if (!slot) slot.reset(new lexicon(l));
    return *slot;
}

lexicon::lexicon(const prose::language& l) {
    read(common_table(), "common", {});
    for (const language_table& table : language_tables()) {
        if (table.code == l.code()) read(table.text, table.code, l.region());
    }
    // The grammar's own signs, so that it knows their fullwidth forms.
    for (const std::string_view sign : {"(", ")", "[", "]", ".", ",", ";", ":", "/", "%", "+", "-", "!", "?"})
        words_.add(sign);
    roots_.resize(words_.size());
    traits_.resize(words_.size());
    // All that a phrase through a node may become; a node is made after the one before it.
    std::vector<std::uint64_t> reach(nodes_.size());
    for (std::size_t n = nodes_.size(); n-- > 0;) {
        reach[n] = nodes_[n].has;
        for (const node::edge& e : nodes_[n].edges) reach[n] |= reach[e.to];
    }
    // A number in words begins some of what is told, too: "three-year".
    const std::uint16_t count = words_.find(count_mark);
    const categories told = count != 0 && roots_[count] != 0
                                ? categories{category::period, category::status, category::number}
                                : categories{category::period, category::status};
    for (std::size_t id = 0; id < words_.size(); ++id) {
        const std::uint64_t reached = reach[roots_[id]];
        reach_.push_back(reached);
        if ((reached & told.bits()) != 0) traits_[id] |= tell_bit;
        if (roots_[id] != 0 && (nodes_[roots_[id]].has & categories(category::change).bits()) != 0)
            traits_[id] |= change_bit;
    }
    for (const auto& [phrase, endings] : exceptions_) traits_[lexer(phrase, words_).next().id] |= exception_bit;
    // One word of each currency's phrase tells of it: "dollars" of "new zealand dollars", else the first.
    for (const std::vector<std::uint16_t>& phrase : money_phrases_) {
        if (phrase.size() == 1) traits_[phrase.front()] |= money_bit;
    }
    for (const std::vector<std::uint16_t>& phrase : money_phrases_) {
        if (std::none_of(phrase.begin(), phrase.end(), [this](std::uint16_t id) { return is_money(id); }))
            traits_[phrase.front()] |= money_bit;
    }
}

bool lexicon::is_strong(std::string_view code) const {
    return std::find(strong_.begin(), strong_.end(), code) != strong_.end();
}

const std::vector<std::string>* lexicon::exceptions(std::string_view phrase) const {
    const auto found = exceptions_.find(std::string(phrase));
    return found == exceptions_.end() ? nullptr : &found->second;
}

std::vector<std::string> lexicon::names(const currency& c) const {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz. ";
    const category what = compact_in_words_ ? category::currency : category::sign;
    std::vector<std::string> all;
    for (const named& each : names_) {
        // letters alone are no better than the code
        const bool is_letters = what == category::sign && each.text.find_first_not_of(letters) == std::string::npos;
        if (each.money == c && each.what == what && !is_letters) all.push_back(each.text);
    }
    return all;
}

void lexicon::read(std::string_view table, std::string_view name, std::string_view region) {
    std::size_t number = 0;
    for (std::size_t start = 0; start < table.size();) {
        const std::size_t end = std::min(table.find('\n', start), table.size());
        ++number;
        try {
            read_line(trimmed(table.substr(start, end - start)), region);
        } catch (error& e) {
            e.locate({std::string(name) + ".txt", number, 0});
            throw;
        }
        start = end + 1;
    }
}

void lexicon::read_line(std::string_view line, std::string_view region) {
    if (line.empty() || line.front() == '#') return;
    if (line.front() == '@') { // of one region
        const std::size_t end = std::min(line.find(' '), line.size());
        if (line.substr(1, end - 1) != region) return;
        line = trimmed(line.substr(end));
    }
    const std::size_t colon = line.find(" :");
    if (colon == std::string_view::npos) throw language_error("expected ' :' after what the line is about");
    std::vector<std::string_view> head = split(line.substr(0, colon), " ");
    const std::string_view body = trimmed(line.substr(colon + 2));
    const auto take = [&](std::string_view word) {
        const auto found = std::find(head.begin(), head.end(), word);
        if (found == head.end()) return false;
        head.erase(found);
        return true;
    };
    const std::string_view what = head.at(0);
    if (what == "name") return;
    if (what == "decimal") decimal_ = body;
    else if (what == "group") group_ = body;
    else if (what == "glued") glued_ = body == "yes";
    else if (what == "codes")
        for (const std::string_view code : split(body, " ")) strong_.emplace_back(parse_currency(code).code());
    else if (what == "unless") {
        std::string phrase(head.at(1));
        for (std::size_t i = 2; i < head.size(); ++i) (phrase += ' ') += head[i];
        for (const std::string_view ending : split(body, " | "))
            exceptions_[folded_text(phrase)].push_back(folded_text(ending));
    } else if (what == "compact") {
        const std::string_view power = head.at(1);
        if (power == "currency") {
            compact_in_words_ = body == "word";
            return;
        }
        int exponent = 0;
        std::from_chars(power.data(), power.data() + power.size(), exponent);
        compact_.insert_or_assign(exponent, std::string(body));
        return;
    } else if (what == "say") {
        said_.insert_or_assign(replaced(std::string(head.at(1)), "_", " "), std::string(body));
        return;
    }
    if (what == "decimal" || what == "group" || what == "glued" || what == "codes" || what == "unless") return;

    entry meaning;
    meaning.abbreviation = take("abbreviation");
    meaning.implied = take("implied");
    meaning.weak = take("weak");
    meaning.weight = take("weight");
    for (const std::string_view family : {"dollar", "pound", "yen"}) {
        if (take(family)) meaning.family = family.front();
    }
    const bool is_minor = take("minor");
    const bool is_plural = take("plural");
    const bool is_after = take("after");
    const bool is_glue = what == "glue" && take("glue");
    const std::string_view kind = head.at(0);
    const auto argument = [&](std::size_t i) {
        if (i >= head.size()) throw language_error("expected " + std::to_string(i) + " words before the colon");
        return head[i];
    };
    if (kind == "scale" || kind == "unit" || kind == "scaled") {
        meaning.what = is_plural ? category::plural : category::scale;
        if (kind == "scaled") {
            meaning.money = parse_currency(argument(1));
            meaning.abbreviation = true;
            const std::string_view power = argument(2);
            std::from_chars(power.data(), power.data() + power.size(), meaning.power);
            meaning.value = exact::pow10(meaning.power);
        } else if (kind == "unit") {
            meaning.what = category::plural;
            meaning.value = exact(argument(1));
        } else {
            const std::string_view power = argument(1);
            std::from_chars(power.data(), power.data() + power.size(), meaning.power);
            meaning.value = exact::pow10(meaning.power);
        }
    } else if (kind == "limit") {
        meaning.what = is_after ? category::limit_after : category::limit;
        meaning.stated = limit_named(argument(1));
    } else if (kind == "hedge") {
        meaning.what = is_after ? category::hedge_after : category::hedge;
    } else if (kind == "per") {
        meaning.what = head.size() > 1 ? category::per_unit : category::per;
    } else {
        const auto* found = std::find_if(std::begin(category_names), std::end(category_names),
                                         [&](const auto& each) { return each.first == kind; });
        if (found == std::end(category_names)) throw language_error("no line is about '" + std::string(kind) + "'");
        meaning.what = found->second;
    }
    switch (meaning.what) {
    case category::currency:
    case category::sign:
    case category::before:
        meaning.money = parse_currency(argument(1));
        if (is_minor) meaning.value = exact::pow10(-meaning.money.digits());
        break;
    case category::number:
        meaning.value = exact(argument(1));
        meaning.unit = meaning.value >= 100 ? exact::pow10(leading_exponent(meaning.value)) : exact(1);
        break;
    case category::approximate:
    case category::cents:
    case category::pair: meaning.value = exact(argument(1)); break;
    case category::part:
    case category::amount:
        meaning.value = exact(argument(1));
        meaning.unit = exact(argument(2));
        break;
    case category::mixed:
        meaning.value = exact(argument(1));
        meaning.unit = exact(1) / exact(to_fraction(meaning.value).substr(to_fraction(meaning.value).find('/') + 1));
        break;
    case category::period:
    case category::status: meaning.name = argument(1); break;
    default: break;
    }
    if (meaning.what == category::sign || meaning.what == category::currency) {
        for (const std::string_view phrase : split(body, " | "))
            names_.push_back({meaning.money, meaning.what, std::string(phrase)});
    }
    for (const std::string_view phrase : split(body, " | ")) {
        if (glued_ && (is_glue || meaning.what == category::number ||
                       (meaning.what == category::scale && !meaning.abbreviation && meaning.power <= 3) ||
                       meaning.what == category::part))
            morphemes_.emplace(folded_text(phrase), meaning);
        if (!is_glue) add_abbreviated(phrase, meaning);
    }
}

// An abbreviation is as often written without its point.
void lexicon::add_abbreviated(std::string_view phrase, const entry& meaning) {
    add(phrase, meaning);
    if (phrase.size() > 2 && phrase.back() == '.' && meaning.what != category::sign)
        add(phrase.substr(0, phrase.size() - 1), meaning);
}

void lexicon::add(std::string_view phrase, entry meaning) {
    if (meaning.what == category::sign && phrase.find(' ') == std::string_view::npos) meaning.spelled = phrase;
    const std::string marked = replaced(replaced(std::string(phrase), "%Y", year_mark), "%N", count_mark);
    // The tokens of the phrase, by the same rules as those of a text; words are made known on the way.
    struct step {
        std::uint16_t id;
        gap before;
    };
    std::vector<step> steps;
    lexer cut(marked, words_);
    for (token t = cut.next(); t.kind != kind::end; t = cut.next())
        steps.push_back({words_.add(folded_text(std::string_view(marked).substr(t.begin, t.length))), t.gap});
    if (steps.empty()) throw language_error("an empty phrase");
    if (!around.has(meaning.what)) {
        traits_.resize(words_.size());
        for (const step& s : steps) traits_[s.id] |= belong_bit;
    }
    if (meaning.money) {
        std::vector<std::uint16_t>& ids = money_phrases_.emplace_back();
        for (const step& s : steps) ids.push_back(s.id);
    }
    roots_.resize(words_.size());
    std::uint32_t& root = roots_[steps.front().id];
    const auto fresh = [this] {
        nodes_.emplace_back();
        return static_cast<std::uint32_t>(nodes_.size() - 1);
    };
    if (root == 0) root = fresh();
    std::uint32_t n = root;
    for (std::size_t i = 1; i < steps.size(); ++i) {
        const std::uint32_t by = node::key(steps[i].id, steps[i].before);
        const auto place = [&] {
            std::vector<node::edge>& edges = nodes_[n].edges;
            return std::lower_bound(edges.begin(), edges.end(), by,
                                    [](const node::edge& e, std::uint32_t key) { return e.by < key; });
        };
        std::uint32_t next = follow(n, steps[i].id, steps[i].before);
        if (next == 0) {
            next = fresh();
            nodes_[n].edges.insert(place(), {by, next});
        }
        n = next;
    }
    // What is said later of a phrase replaces what was said before, as a region's line does.
    auto& entries = nodes_[n].entries;
    const auto same = std::find_if(entries.begin(), entries.end(), [&](const entry& e) {
        return e.what == meaning.what && e.what != category::period && e.what != category::status &&
               e.spelled == meaning.spelled;
    });
    nodes_[n].has |= categories(meaning.what).bits();
    if (same != entries.end()) *same = std::move(meaning);
    else entries.push_back(std::move(meaning));
    std::stable_sort(entries.begin(), entries.end(), [](const entry& a, const entry& b) { return a.what < b.what; });
}

} // namespace cambist_prose
