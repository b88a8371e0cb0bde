// SPDX-License-Identifier: MIT
#include "quantity.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace cambist_prose {

namespace {

// A quantity has no more words and numbers than this; a longer row of them is no number that anybody writes.
constexpr int max_items = 24;
// Of a number in words.
constexpr int max_spelled_places = 4;
// "cientos de miles de millones" has three words of units.
constexpr int max_units = 4;

constexpr categories first_words{category::number, category::one,         category::scale, category::plural,
                                 category::part,   category::approximate, category::pair,  category::amount};
constexpr categories later_words{category::number, category::one,  category::scale, category::plural,
                                 category::mixed,  category::join, category::point};

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

// Reads the words of a number that are written as one: "zweihundertfünfzig", "duecentocinquanta".
class glued_number {
public:
    glued_number(std::string_view word, const std::unordered_map<std::string, entry>& morphemes)
        : word_(word), morphemes_(morphemes) {}

    struct result {
        exact value;
        exact unit;
    };
    std::optional<result> read() {
        if (word_.size() > max_word_bytes || !split(0)) return std::nullopt;
        return evaluate();
    }

private:
    // Longest first; a place that led nowhere is not tried again.
    bool split(std::size_t from) {
        if (from == word_.size()) return true;
        if (failed_[from]) return false;
        for (std::size_t size = std::min<std::size_t>(word_.size() - from, 16); size >= 1; --size) {
            const auto found = morphemes_.find(std::string(word_.substr(from, size)));
            if (found == morphemes_.end()) continue;
            found_.push_back(&found->second);
            if (split(from + size)) return true;
            found_.pop_back();
        }
        failed_[from] = true;
        return false;
    }
    std::optional<result> evaluate() const {
        if (found_.size() < 2) return std::nullopt;
        exact total, group;
        exact unit = 1;
        bool any = false;
        for (std::size_t i = 0; i < found_.size(); ++i) {
            const entry& e = *found_[i];
            switch (e.what) {
            case category::one:
            case category::number:
                group += e.what == category::one ? exact(1) : e.value;
                unit = 1;
                any = true;
                break;
            case category::join:
                if (i == 0 || i + 1 == found_.size()) return std::nullopt;
                break;
            case category::mixed:
                group += e.value;
                unit = e.unit;
                break;
            case category::scale:
                if (e.power == 2) {
                    group = (any ? group : exact(1)) * 100;
                    unit = 100;
                } else {
                    total += (any ? group : exact(1)) * e.value;
                    group = 0;
                    unit = (any ? unit : exact(1)) * e.value;
                }
                any = e.power == 2;
                break;
            default: return std::nullopt;
            }
        }
        return result{total + group, unit};
    }

    std::string_view word_;
    const std::unordered_map<std::string, entry>& morphemes_;
    std::array<bool, max_word_bytes + 1> failed_{};
    std::vector<const entry*> found_{};
};

// Words and numbers are taken one after the other for as long as they make one number.
class quantity_reader {
public:
    quantity_reader(cursor& at, std::size_t i, bool joined)
        : at_(at), pos_(i), joined_(joined),
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
        case category::one:
        case category::number: return take_word(*e, next);
        case category::part:
        case category::pair:
        case category::approximate: return take_start(*e, next);
        case category::amount:
            if (!is_first_) return false;
            pieces_.push_back({e->value, e->unit, e->unit, 3});
            q_.has_scale = q_.is_fraction = true;
            pos_ = next;
            scaled_ = result(false);
            return is_complete_ = true;
        case category::mixed: return take_mixed(*e, next);
        case category::join: return take_join(next);
        case category::point: return take_point(next);
        case category::scale:
        case category::plural: return take_scale(*e, next);
        default: return false;
        }
    }

    bool take_digits(const token& t) {
        const std::optional<digits> d = read_digits(at_.text_of(t), at_.words());
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
        take_ratio(d->decimals == 0 && !d->is_grouped && !d->is_fraction);
        return true;
    }
    // "1/2", and "2 1/2": a fraction in digits.
    void take_ratio(bool allowed) {
        if (!allowed) return;
        const auto ratio_at = [&](std::size_t i) -> std::optional<exact> {
            if (at_.at(i).kind != kind::number || !at_.is(i + 1, '/') || at_.at(i + 1).gap != gap::none ||
                at_.at(i + 2).kind != kind::number || at_.at(i + 2).gap != gap::none || at_.at(i).length > 1 ||
                at_.at(i + 2).length > 1)
                return std::nullopt;
            const int over = at_.text_of(at_.at(i))[0] - '0';
            const int under = at_.text_of(at_.at(i + 2))[0] - '0';
            return over > 0 && over < under ? std::optional(exact(over) / under) : std::nullopt;
        };
        if (const auto whole = ratio_at(pos_ - 1)) {
            const int under = at_.text_of(at_.at(pos_ + 1))[0] - '0';
            current_->value = *whole;
            current_->unit = current_->stripped = exact(1) / under;
            pos_ += 2;
            q_.is_fraction = true;
        } else if (const auto more = ratio_at(pos_); more && at_.at(pos_).gap == gap::space) {
            const int under = at_.text_of(at_.at(pos_ + 2))[0] - '0';
            current_->value += *more;
            current_->unit = current_->stripped = exact(1) / under;
            pos_ += 3;
            q_.is_fraction = true;
        }
    }

    bool take_word(const entry& e, std::size_t next) {
        const bool is_one = e.what == category::one;
        const exact value = is_one ? exact(1) : e.value;
        return add_spelled(value, is_one ? exact(1) : e.unit, next, is_one && is_first_);
    }
    bool take_glued(const token& t, std::size_t from) {
        if (!at_.words().glues() || t.kind != kind::word || t.length < 5) return false;
        const auto n = glued_number(folded_text(at_.text_of(t)), at_.words().morphemes()).read();
        if (!n) return false;
        if (!n->unit.is_integer()) q_.is_fraction = true;
        return add_spelled(n->value, n->unit, from + 1, false);
    }
    bool add_spelled(const exact& value, const exact& unit, std::size_t next, bool is_article) {
        if (current_) {
            if (current_is_digits_ || value >= room_ || value == 0) return false;
            current_->value += value;
            current_->unit = unit;
            current_->stripped = stripped_of(current_->value, unit);
        } else {
            if (!is_first_ && q_.is_digits) return false;
            current_ = piece{value, unit, stripped_of(value, unit), 0};
            current_is_digits_ = false;
        }
        q_.is_article = is_article;
        // sixty and eighty go on by teens in French, the other tens by units
        room_ = value >= 100                               ? exact(100)
                : value == 60 || value == 80               ? exact(20)
                : value >= 20 && (value / 10).is_integer() ? exact(10)
                                                           : exact(0);
        if (!unit.is_integer()) room_ = 0;
        pos_ = next;
        return true;
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
            const entry* e = at_.longest(next, category::number, end);
            if (e == nullptr || at_.at(next).gap != gap::space || e->value >= 100 || (e->value >= 10 && unit != 1))
                break;
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
    bool take_join(std::size_t next) {
        if (!joined_ || q_.is_digits) return false;
        const bool open = current_ ? room_ > 0 : !pieces_.empty();
        if (!open) return false;
        if (!current_ &&
            pieces_.back().power > 3) { // "one million and two hundred thousand", not "one million and two"
            const quantities more = read_quantity(at_, next, false);
            const auto& rest = more.scaled ? more.scaled : more.whole; // "tre milioni e duecentomila" has no other word
            if (!rest || rest->is_digits || rest->value >= exact::pow10(pieces_.back().power) || rest->value < 1000)
                return false;
        } else {
            std::size_t after = next;
            const entry* e = at_.longest(next, {category::number, category::one}, after);
            if (e == nullptr) return false;
            const exact value = e->what == category::one ? exact(1) : e->value;
            if (current_ ? value >= room_ : value >= exact::pow10(pieces_.back().power)) return false;
        }
        pos_ = next;
        return true;
    }

    bool take_scale(const entry& e, std::size_t next) {
        if (e.abbreviation) {
            // after digits, or after a scale word that it multiplies: "20 mil mdp", "17,0 mil M"
            if (!(current_ && current_is_digits_) && !(q_.is_digits && after_scale_ && !current_)) return false;
            if (!current_ && pieces_.back().power >= e.power) return false;
            const std::string_view written = at_.text_of(at_.at(pos_));
            const bool is_letter = written.size() == 1 && next == pos_ + 1;
            const bool is_glued = at_.at(next).gap == gap::none && at_.at(next).kind == kind::symbol; // "250 T€"
            if (is_letter && at_.at(pos_).gap != gap::none && written != "m" && written != "M" && written != "k" &&
                !(is_glued && at_.words().is_money(at_.at(next).id)) &&
                !(after_sign_ && (written == "B" || written == "K")))
                return false;
            // "15 m" is no scale where a word goes on: "15 m-high"
            if (at_.at(next).gap == gap::none && at_.at(next).kind == kind::number) return false;
        }
        if (e.what == category::plural && (e.power < 3 || (!current_ && pieces_.empty()))) return false;
        if (e.power == 0 || (e.what == category::plural && !current_ && is_abbreviated_)) return false;
        if (e.what == category::plural && current_ && current_is_digits_ && q_.is_bare_year) return false;
        const exact scale = e.value;
        exact sum;
        exact unit = 1;
        exact stripped = 1;
        std::size_t kept = pieces_.size();
        while (kept > 0 && pieces_[kept - 1].power < e.power) --kept;
        // thousands of millions, but no millions and a number of billions
        if (current_ && kept < pieces_.size() && pieces_[kept].power >= 5) return false;
        bool any = false;
        for (std::size_t i = kept; i < pieces_.size(); ++i) {
            sum += pieces_[i].value;
            unit = pieces_[i].unit;
            stripped = pieces_[i].stripped;
            any = true;
        }
        if (current_) {
            sum += current_->value;
            unit = current_->unit;
            stripped = current_->stripped;
            any = true;
        }
        if (!any) {
            if (after_scale_ && pieces_.back().power == e.power &&
                q_.scale == q_.last_scale) { // "a million million", no more
                --kept;
                sum = pieces_.back().value;
                unit = pieces_.back().unit;
                stripped = pieces_.back().stripped;
            } else if (e.implied) {
                sum = 1;
            } else {
                return false;
            }
        }
        if (kept > 0 && pieces_[kept - 1].power <= e.power) return false;
        if (!current_is_digits_ && sum.is_integer() && current_ && unit.is_integer())
            stripped = std::max(stripped, power_of_trailing_zeros(sum));
        pieces_.resize(kept, piece{});
        pieces_.push_back({sum * scale, unit * scale, stripped * scale, e.power});
        const bool chained = after_scale_ && !current_;
        if (!chained) q_.scale = 1;
        if (e.power >= 3) q_.scale *= scale;
        q_.last_scale = scale;
        if (e.power >= 3) q_.has_scale = true;
        else q_.is_digits = false; // "5 hundred" is in words
        if (e.money) {
            q_.money = e.money;
            is_complete_ = true;
        }
        q_.is_article = false;
        current_.reset();
        room_ = scale;
        after_scale_ = true;
        is_abbreviated_ = e.abbreviation;
        pos_ = next;
        scaled_ = result(false);
        return true;
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
        q.end = pos_;
        return q;
    }

    cursor& at_;
    std::size_t pos_;
    bool joined_;
    bool after_sign_; // "$1.2 B"
    quantity q_{};
    std::vector<piece> pieces_{};
    std::optional<piece> current_{};
    std::optional<quantity> scaled_{};
    exact room_{}; // what a word that goes on must be below
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
    const std::optional<digits> d = read_digits(at.text_of(at.at(i)), at.words());
    if (!d || d->is_fraction || (scale != nullptr && d->is_bare_year)) return std::nullopt;
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

bool is_glued_number(std::string_view word, const lexicon& words) {
    return words.glues() && glued_number(folded_text(word), words.morphemes()).read().has_value();
}

quantities read_quantity(cursor& at, std::size_t i, bool joined) {
    // Most places begin none, and need no reader to say so.
    const token t = at.at(i);
    const bool may_begin = t.kind == kind::number || (at.words().reach(t.id) & first_words.bits()) != 0 ||
                           (at.words().glues() && t.kind == kind::word);
    if (!may_begin) return {};
    if (t.kind == kind::number) {
        quantities found{read_digits_and_scale(at, i), {}};
        if (found.whole) return found;
    }
    return quantity_reader(at, i, joined).read();
}

std::optional<unit_chain> read_units(cursor& at, std::size_t i, bool abbreviated) {
    unit_chain chain;
    std::size_t pos = i;
    for (int units = 0;; ++units) {
        std::size_t next = pos;
        std::size_t after_of = pos;
        const auto unit_at = [&](std::size_t from) {
            const entry* plural = at.longest(from, category::plural, next);
            return plural != nullptr ? plural : at.longest(from, category::scale, next);
        };
        const entry* e = unit_at(pos);
        if (e == nullptr && pos != i && at.longest(pos, category::of, after_of) != nullptr) e = unit_at(after_of);
        if (e == nullptr || (e->abbreviation && !abbreviated) || at.at(pos).gap == gap::paragraph) break;
        if (units == max_units) return std::nullopt;
        if (pos == i) chain.is_plural = e->what == category::plural;
        chain.unit *= e->value;
        pos = next;
    }
    if (pos == i) return std::nullopt;
    chain.end = pos;
    return chain;
}

} // namespace cambist_prose
