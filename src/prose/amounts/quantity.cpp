// SPDX-License-Identifier: MIT
#include "quantity.hpp"

#include "../words/glued.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace cambist_prose {

namespace {

// A quantity has no more words and numbers than this; a longer row of them is no number that anybody writes.
constexpr int max_items = 24;
// Of a number in words.
constexpr int max_spelled_places = 4;
constexpr int power_of_thousand = 3;
constexpr int power_of_million = 6;

constexpr categories first_words{category::number, category::one,         category::scale, category::plural,
                                 category::part,   category::approximate, category::pair,  category::amount};
constexpr categories later_words{category::number, category::one,  category::scale, category::plural,
                                 category::mixed,  category::join, category::point, category::further};

exact power_of_trailing_zeros(const exact& value) {
    exact power = 1;
    if (value == 0 || !value.is_integer()) return power;
    while ((value / (power * 10)).is_integer()) power *= 10;
    return power;
}

// Of what a hedge says nothing finer; a fraction named stays one.
exact stripped_of(const exact& value, const exact& unit) {
    return unit.is_integer() ? std::max(unit, power_of_trailing_zeros(value)) : unit;
}

// A part of a number that has its scale: in "two thousand five hundred million" first 2 thousand, then 2500 million.
struct piece {
    exact value;
    exact unit;
    exact stripped;
    int power = 0;
};

// Words and numbers are taken one after the other for as long as they make one number.
class quantity_reader {
public:
    quantity_reader(cursor& at, std::size_t i, joining join)
        : at_(at), first_(i), pos_(i), join_(join),
          after_sign_(i > at.first() && at.at(i - 1).kind == kind::symbol && at.words().is_money(at.at(i - 1).id)) {}

    quantities read() {
        for (int items = 0; items < max_items && take(); ++items) {
            if (pieces_.empty() && q_.number_end == 0) q_.number_end = pos_;
            is_first_ = false;
            if (is_complete_) break;
        }
        quantities found;
        if (is_first_) return found;
        if (!current_) found.whole = scaled_;
        found.scaled = std::move(scaled_);
        if (!current_) return found;
        if (!pieces_.empty() && current_->value >= exact::pow10(pieces_.back().power)) return found;
        found.whole = result(true);
        return found;
    }

private:
    bool take() {
        const token t = at_.at(pos_);
        if (!is_first_ && t.gap == gap::paragraph) return false;
        if (t.kind == kind::number) return take_digits(t);
        if (q_.is_fraction && take_part_of()) return true;
        std::size_t from = pos_;
        // "15-billion", "twenty-five"
        const bool hyphen = !is_first_ && t.gap == gap::none && at_.is(pos_, '-') && at_.at(pos_ + 1).gap == gap::none;
        if (hyphen) ++from;
        std::size_t next = from;
        const categories& wanted = is_first_ ? first_words : later_words;
        const entry* e = hyphen ? at_.longest(pos_, category::mixed, next) : nullptr; // "-and-a-half"
        if (e != nullptr) from = pos_;
        else e = at_.longest(from, wanted, next);
        if (e == nullptr && hyphen) e = at_.longest(from = pos_, wanted, next);
        if (e == nullptr) return take_glued(at_.at(from), from);
        switch (e->what) {
        case category::one: return take_one(next);
        case category::number: return take_word(*e, next);
        case category::part:
        case category::pair:
        case category::approximate: return take_start(*e, next);
        case category::amount: return take_amount(*e, next);
        case category::mixed: return take_mixed(*e, next);
        case category::join: return take_join(*e, next);
        case category::point: return take_point(next);
        case category::scale:
        case category::plural: return take_scale(*e, next);
        case category::further: return take_further(next);
        default: return false;
        }
    }

    bool take_digits(const token& t) {
        const std::optional<digits> d = read_digits(at_.text_of(t), at_.habit());
        if (!d) return false;
        if (current_) { // "2 ½"
            if (!current_is_digits_ || !d->is_fraction || d->value >= 1 || current_->unit != 1 || t.gap == gap::none)
                return false;
            current_->value += d->value;
            current_->unit = current_->stripped = d->unit;
            q_.is_fraction = true;
            ++pos_;
            return true;
        }
        // "2 millions 500 000", but "2.75bn 5m" are two
        if (!is_first_ && (pieces_.empty() || d->is_fraction || q_.decimals > 0 || is_abbreviated_)) return false;
        current_ = piece{d->value, d->unit, d->unit * exact::pow10(d->trailing_zeros), 0};
        current_is_digits_ = true;
        room_ = 0;
        if (is_first_) {
            q_.is_digits = true;
            q_.decimals = d->decimals;
            q_.is_grouped = d->is_grouped;
            q_.is_fraction = d->is_fraction;
            q_.is_bare_year = d->is_bare_year;
        }
        ++pos_;
        if (d->decimals == 0 && !d->is_grouped && !d->is_fraction) take_ratio();
        return true;
    }
    // "1/2", and "2 1/2": a fraction in digits.
    void take_ratio() {
        if (const auto whole = read_ratio(at_, pos_ - 1)) {
            current_->value = whole->value;
            current_->unit = current_->stripped = whole->unit;
            pos_ += 2;
            q_.is_fraction = true;
            q_.may_be_range = (1 - whole->value) == whole->unit; // until a scale word says otherwise
        } else if (const auto more = read_ratio(at_, pos_); more && at_.at(pos_).gap == gap::space) {
            current_->value += more->value;
            current_->unit = current_->stripped = more->unit;
            pos_ += 3;
            q_.is_fraction = true;
        }
    }
    // "3/4 of a million", "¾ de million", "drei Viertel einer Million"
    bool take_part_of() {
        if (!current_ || current_->value >= 1 || !pieces_.empty()) return false;
        std::size_t one = pos_;
        (void)at_.longest(pos_, category::of, one);
        std::size_t unit = one;
        if (const entry* e = at_.longest(one, {category::one, category::number}, unit);
            e != nullptr && e->what == category::number && e->value != 1)
            return false;
        std::size_t next = unit;
        const entry* scale = at_.longest(unit, category::scale, next);
        return unit != pos_ && scale != nullptr && !scale->abbreviation && take_scale(*scale, next);
    }

    bool take_one(std::size_t next) {
        const bool is_article = is_first_;
        if (!add_spelled({1, 1}, next)) return false;
        q_.is_article = is_article;
        return true;
    }
    bool take_word(const entry& e, std::size_t next) {
        if (!add_spelled({e.value, e.unit}, next)) return false;
        if (e.teens) room_ = 20;
        return true;
    }
    bool take_glued(const token& t, std::size_t from) {
        if (!at_.may_be_glued(t)) return false;
        const std::optional<spelled_number> n = read_glued(at_.text_of(t), at_.words());
        if (!n) return false;
        if (!n->unit.is_integer()) q_.is_fraction = true;
        return add_spelled(*n, from + 1);
    }
    bool add_spelled(const spelled_number& n, std::size_t next) {
        if (current_ && is_positional(n)) { // 一五億
            current_->value = current_->value * 10 + n.value;
        } else if (current_) {
            if (current_is_digits_ || n.value >= room_ || n.value == 0) return false;
            current_->value += n.value;
        } else {
            if (!is_first_ && q_.is_digits) return false;
            current_ = piece{n.value, 1, 1, 0};
            current_is_digits_ = false;
        }
        current_->unit = n.unit;
        current_->stripped = stripped_of(current_->value, n.unit);
        q_.is_article = false;
        room_ = room_after(n);
        pos_ = next;
        return true;
    }
    // A digit after digits, where words do not stand apart.
    bool is_positional(const spelled_number& n) const {
        // 二三億 may be two or three of them
        return !at_.words().is_spaced() && !current_is_digits_ && room_ == 0 && n.value < 10 && n.unit == 1 &&
               current_->unit == 1 && (current_->value >= 10 || n.value != current_->value + 1);
    }
    // The bound of a word that goes on: hundreds go on by tens, and tens by units.
    static exact room_after(const spelled_number& n) {
        if (!n.unit.is_integer()) return 0;
        if (n.value >= 100) return 100;
        return n.value >= 20 && (n.value / 10).is_integer() ? 10 : 0;
    }
    bool take_start(const entry& e, std::size_t next) {
        if (!is_first_) return false;
        const bool is_part = e.what == category::part;
        const exact unit = is_part ? e.unit : power_of_trailing_zeros(e.value);
        current_ = piece{e.value, unit, unit, 0};
        room_ = 0;
        q_.is_fraction = is_part;
        q_.is_hedged = !is_part;
        pos_ = next;
        std::size_t after = pos_;
        if (!is_part && at_.longest(pos_, category::of, after) != nullptr && read_units(at_, after)) pos_ = after;
        return true;
    }
    bool take_amount(const entry& e, std::size_t next) {
        if (!is_first_) return false;
        pieces_.push_back({e.value, e.unit, e.unit, power_of_thousand}); // as if that had been said
        q_.has_scale = q_.is_fraction = true;
        pos_ = next;
        scaled_ = result(false);
        return is_complete_ = true;
    }
    bool take_mixed(const entry& e, std::size_t next) {
        if (current_) {
            if (!current_->value.is_integer() || q_.decimals > 0) return false;
            current_->value += e.value;
            current_->unit = current_->stripped = e.unit;
            room_ = 0;
        } else {
            if (pieces_.empty() || !after_scale_) return false;
            const exact scale = exact::pow10(pieces_.back().power);
            pieces_.back().value += e.value * scale;
            pieces_.back().unit = pieces_.back().stripped = e.unit * scale;
            pos_ = next;
            scaled_ = result(false);
            is_complete_ = true;
        }
        q_.is_article = false;
        q_.is_fraction = true;
        pos_ = next;
        return true;
    }
    // "two point five", "virgule vingt-cinq": digits, or one number of two.
    bool take_point(std::size_t next) {
        if (!current_ || current_is_digits_ || current_->unit != 1) return false;
        exact unit = 1;
        exact value;
        for (std::size_t end = next; unit > exact::pow10(-max_spelled_places); next = end) {
            const bool is_hyphened = at_.is(next, '-') && at_.at(next).gap == gap::none; // "two-point-six"
            if (is_hyphened) ++next;
            const entry* e = at_.longest(next, category::number, end);
            const bool is_torn = at_.words().is_spaced() && (at_.at(next).gap == gap::space) == is_hyphened;
            if (e == nullptr || is_torn || e->value >= 100 || (e->value >= 10 && unit != 1)) break;
            const bool is_two = e->value >= 10;
            unit = unit / (is_two ? 100 : 10);
            value += e->value * unit;
            pos_ = end;
            if (is_two) break;
        }
        if (unit == 1) return false;
        current_->value += value;
        current_->unit = current_->stripped = unit;
        room_ = 0;
        return true;
    }
    // "two hundred and fifty": only where a smaller number word follows.
    bool take_join(const entry& e, std::size_t next) {
        if (join_ == joining::nothing) return false;
        if (q_.is_digits) return e.in_digits && take_sum(next);
        const bool open = current_ ? room_ > 0 : !pieces_.empty();
        if (!open) return false;
        if (!current_ &&
            pieces_.back().power > 3) { // "one million and two hundred thousand", not "one million and two"
            const quantities more = read_quantity(at_, next, joining::nothing);
            const auto& rest = more.scaled ? more.scaled : more.whole; // "tre milioni e duecentomila" has no other word
            if (!rest || rest->is_digits || rest->value >= exact::pow10(pieces_.back().power) || rest->value < 1000)
                return false;
        } else {
            std::size_t after = next;
            const entry* small = at_.longest(next, {category::number, category::one}, after);
            if (small == nullptr) return false;
            const exact value = small->what == category::one ? exact(1) : small->value;
            if (current_ ? value >= room_ : value >= exact::pow10(pieces_.back().power)) return false;
        }
        pos_ = next;
        return true;
    }

    // "5 miliardi e 300 milioni", "2 milioni e 500.000": thousandths of what stands before.
    bool take_sum(std::size_t next) {
        if (current_ || pieces_.empty() || is_abbreviated_ || at_.at(next).kind != kind::number) return false;
        const int power = pieces_.back().power;
        const quantities more = read_quantity(at_, next, joining::nothing);
        const auto& rest = more.scaled ? more.scaled : more.whole;
        if (power <= power_of_thousand || !rest || q_.decimals > 0 || rest->decimals > 0) return false;
        const bool is_next = rest->has_scale ? rest->scale == exact::pow10(power - power_of_thousand)
                                             : rest->is_grouped && power == power_of_million;
        if (!is_next || rest->value >= exact::pow10(power)) return false;
        pos_ = next;
        return true;
    }
    // "5 additional billion", "5 weitere Milliarden"
    bool take_further(std::size_t next) {
        if (!current_ || at_.at(pos_).gap != gap::space || at_.at(next).gap != gap::space) return false;
        std::size_t after = next;
        const entry* e = at_.longest(next, {category::scale, category::plural}, after);
        return e != nullptr && !e->abbreviation && take_scale(*e, after);
    }
    bool take_scale(const entry& e, std::size_t next) {
        if (!may_take(e, next) || (e.singular && current_ && current_is_digits_ && current_->value >= 2)) return false;
        std::size_t kept = pieces_.size();
        while (kept > 0 && pieces_[kept - 1].power < e.power) --kept;
        // thousands of millions, but no millions and a number of billions
        if (current_ && kept < pieces_.size() && pieces_[kept].power >= 5) return false;
        std::optional<piece> p = scaled_from(kept);
        if (!p && after_scale_ && pieces_.back().power == e.power && q_.scale == q_.last_scale)
            p = pieces_[--kept]; // "a million million", no more
        if (!p && e.implied) p = piece{1, 1, 1, 0};
        if (!p || (kept > 0 && pieces_[kept - 1].power <= e.power)) return false;
        if (!current_is_digits_ && p->value.is_integer() && current_ && p->unit.is_integer())
            p->stripped = std::max(p->stripped, power_of_trailing_zeros(p->value));
        pieces_.resize(kept, piece{});
        pieces_.push_back({p->value * e.value, p->unit * e.value, p->stripped * e.value, e.power});
        // "2/3 million", "1/2 Mio.", but "2/3 millions"
        std::size_t plural = pos_;
        if (q_.may_be_range && !at_.longest(pos_, category::plural, plural))
            q_.may_be_range = e.abbreviation && p->unit * 2 != 1;
        note_scale(e);
        pos_ = next;
        scaled_ = result(false);
        return true;
    }
    // Whether a scale word goes on with what was read.
    bool may_take(const entry& e, std::size_t next) {
        if (e.uncounted || (e.beside && !is_beside(e.money, next))) return false;
        if (e.power == 0 || (e.abbreviation && !may_abbreviate(e, next))) return false;
        if (e.what != category::plural) return true;
        if (e.power < 3 || (!current_ && (pieces_.empty() || is_abbreviated_))) return false;
        return !(current_ && current_is_digits_ && q_.is_bare_year);
    }
    // Whether a currency's sign stands before the number, or its name after the scale word.
    bool is_beside(const currency& money, std::size_t next) {
        const auto is_named = [&](std::size_t i) {
            std::size_t end = i;
            const entry* e = at_.longest(i, {category::sign, category::before, category::currency}, end);
            return (e != nullptr && e->money == money) || at_.text_of(at_.at(i)) == money.code();
        };
        for (std::size_t back = 1; back <= 2 && first_ >= at_.first() + back; ++back) { // "Rs."
            if (is_named(first_ - back)) return true;
        }
        return is_named(next);
    }
    bool may_abbreviate(const entry& e, std::size_t next) {
        // after digits, or after a scale word that it multiplies: "20 mil mdp", "17,0 mil M"; "eine Mio."
        constexpr std::uint32_t unmistakable = 3;
        const bool is_in_words = current_ && at_.at(pos_).length >= unmistakable;
        if (!(current_ && current_is_digits_) && !(q_.is_digits && after_scale_ && !current_) && !is_in_words)
            return false;
        if (!current_ && pieces_.back().power >= e.power) return false;
        const token first = at_.at(pos_);
        const token following = at_.at(next);
        // "15 m" is no scale where a word goes on: "15 m-high"
        if (following.gap == gap::none && following.kind == kind::number) return false;
        if (first.length != 1 || next != pos_ + 1 || first.gap == gap::none) return true;
        if (at_.words().stands_apart(at_.text_of(first).front(), after_sign_)) return true;
        return following.gap == gap::none && following.kind == kind::symbol &&
               at_.words().is_money(following.id); // "250 T€"
    }
    // The sum of the pieces from one on, and of the number after them, with the precision of the last; none of none.
    std::optional<piece> scaled_from(std::size_t kept) const {
        if (kept == pieces_.size() && !current_) return std::nullopt;
        piece p = current_ ? *current_ : pieces_.back();
        if (!current_) p.value = 0;
        for (std::size_t i = kept; i < pieces_.size(); ++i) p.value += pieces_[i].value;
        return p;
    }
    void note_scale(const entry& e) {
        const bool is_chained = after_scale_ && !current_;
        if (!is_chained) q_.scale = 1;
        if (e.power >= power_of_thousand) {
            q_.scale *= e.value;
            q_.has_scale = true;
        } else {
            q_.is_digits = false; // "5 hundred" is in words
        }
        q_.last_scale = e.value;
        if (e.money && !e.beside) {
            q_.money = e.money;
            is_complete_ = true;
        }
        q_.is_article = false;
        current_.reset();
        room_ = e.value;
        after_scale_ = true;
        is_abbreviated_ = e.abbreviation;
    }

    quantity result(bool with_current) const {
        quantity q = q_;
        q.value = 0;
        for (const piece& p : pieces_) {
            q.value += p.value;
            q.unit = p.unit;
            q.stripped_unit = p.stripped;
        }
        if (with_current && current_) {
            q.value += current_->value;
            q.unit = current_->unit;
            q.stripped_unit = current_->stripped;
            if (pieces_.empty()) q.scale = 1;
            q.ends_in_digits = !pieces_.empty() && current_is_digits_;
        }
        if (!pieces_.empty() && pieces_.front().power >= power_of_million)
            q.ends_in_ones =
                with_current && current_ ? current_->value < 1000 : pieces_.back().power < power_of_thousand;
        q.end = pos_;
        return q;
    }

    cursor& at_;
    std::size_t first_;
    std::size_t pos_;
    joining join_;
    bool after_sign_; // "$1.2 B"
    quantity q_{};
    std::vector<piece> pieces_{};
    std::optional<piece> current_{};
    std::optional<quantity> scaled_{};
    exact room_{}; // the bound of a word that goes on
    bool current_is_digits_ = false;
    bool after_scale_ = false;
    bool is_abbreviated_ = false; // the last scale word
    bool is_first_ = true;
    bool is_complete_ = false;
};

// Whether a number may go on with the token `i`.
bool may_continue(cursor& at, std::size_t i) {
    const token t = at.at(i);
    if (t.gap == gap::paragraph) return false;
    return t.kind == kind::number || (at.words().reach(t.id) & later_words.bits()) != 0 || at.is(i, '/') ||
           (t.gap == gap::none && at.is(i, '-')) || (at.words().glues() && t.kind == kind::word);
}

// "15.7" and "15.7 billion", as most numbers are, read as the reader of all numbers reads them; none where more or
// something else stands there.
std::optional<quantity> read_digits_and_scale(cursor& at, std::size_t i) {
    const bool is_more = may_continue(at, i + 1);
    std::size_t next = i + 1;
    const entry* scale = is_more ? at.longest(i + 1, later_words, next) : nullptr;
    if (is_more) {
        if (scale == nullptr || (scale->what != category::scale && scale->what != category::plural))
            return std::nullopt;
        if (scale->abbreviation || scale->power < 3 || scale->money || may_continue(at, next)) return std::nullopt;
    }
    const std::optional<digits> d = read_digits(at.text_of(at.at(i)), at.habit());
    if (!d || d->is_fraction || (scale != nullptr && (d->is_bare_year || (scale->singular && d->value >= 2))))
        return std::nullopt;
    quantity q = quantity_of(*d, scale != nullptr ? scale->value : exact(1));
    q.end = next;
    q.number_end = i + 1;
    q.is_bare_year = d->is_bare_year;
    q.last_scale = q.scale;
    return q;
}

} // namespace

quantity quantity_of(const digits& d, const exact& scale) {
    quantity q;
    q.value = d.value;
    q.unit = d.unit;
    q.stripped_unit = d.trailing_zeros == 0 ? d.unit : d.unit * exact::pow10(d.trailing_zeros);
    q.decimals = d.decimals;
    q.is_digits = true;
    q.is_grouped = d.is_grouped;
    if (scale == 1) return q;
    q.value *= scale;
    q.unit *= scale;
    q.stripped_unit *= scale;
    q.scale = scale;
    q.has_scale = true;
    return q;
}

quantities read_quantity(cursor& at, std::size_t i, joining join) {
    // Most places begin none, and need no reader to say so.
    const token t = at.at(i);
    const bool may_begin = t.kind == kind::number || (at.words().reach(t.id) & first_words.bits()) != 0 ||
                           (at.words().glues() && t.kind == kind::word);
    if (!may_begin) return {};
    if (t.kind == kind::number) {
        quantities found{read_digits_and_scale(at, i), {}};
        if (found.whole) return found;
    }
    return quantity_reader(at, i, join).read();
}

} // namespace cambist_prose
