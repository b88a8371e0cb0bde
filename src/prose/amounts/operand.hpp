// SPDX-License-Identifier: MIT
#pragma once

#include "doubts.hpp"
#include "money.hpp"
#include "quantity.hpp"

#include <cstddef>
#include <optional>
#include <utility>

namespace cambist_prose {

/// Whether a number without a currency is a figure: in a text it is none.
enum class bare_number : bool { is_none, is_figure };

/// A number with its sign and its currency, as far as it has them.
struct operand {
    quantity number{};
    std::optional<money_word> before{};
    std::optional<money_word> after{};
    std::size_t begin = 0;
    std::size_t end = 0;
    bool is_negative = false;
    bool is_accounting = false; ///< negative by parentheses: "$(15.7) million"
    bool is_foreign = false;    ///< a people's adjective behind it is of other money than its own

    std::optional<currency> money() const;
    bool has_money() const { return before || after; }
    /// The word that names its currency, which it has.
    const money_word& named() const { return before ? *before : *after; }
};

/// Why a number beside a currency is not taken for what it says, and where.
struct doubt {
    prose::unread_amount::kind what{};
    std::size_t begin = 0; ///< tokens
    std::size_t end = 0;
};

/// Reads operands.
class operand_reader {
public:
    operand_reader(cursor& at, money_reader& money, bare_number bare)
        : at_(at), money_(money), bare_(bare), doubts_(at) {}

    /// The last amount that was seen and, being in doubt, not taken; then forgotten.
    std::optional<doubt> take_doubt() { return std::exchange(doubt_, std::nullopt); }
    /// Of one amount, what was seen of all of it counts: "US$3 b" is tried as "$3" too.
    void note(const doubt& d) {
        if (!doubt_ || d.begin <= doubt_->begin || d.begin >= doubt_->end) doubt_ = d;
    }

    /// Whether the amount that begins at `i` is the last that was seen and not taken, for such a reason.
    bool is_doubted(std::size_t i, prose::unread_amount::kind why) const {
        return doubt_ && doubt_->begin == i && doubt_->what == why;
    }
    /// Whether what stands behind an amount without a scale word may be one.
    bool may_be_scaled(const operand& o) { return !o.number.has_scale && doubts_.may_be_scale(o.end); }

    /// Whether digits at its end may go on behind words that nobody knows: "6 xyz 000".
    bool may_go_on(const operand& o) {
        return at_.at(o.end - 1).kind == kind::number && doubts_.next_groups(o.end - 1) != o.end - 1;
    }

    /// The one at `i`, or null; it is there until the next is read. A place is often tried as the first of several
    /// kinds of ranges, and then by itself, so the last is kept.
    const operand* read(std::size_t i, joining join = joining::parts);
    /// One of digits at `i` that are part of no longer number, though a dash stands before them: "1-2".
    std::optional<operand> read_digits_at(std::size_t i);
    /// Whether digits that make no number stand here: "1,2,3".
    bool is_unreadable(std::size_t i);
    /// Whether a minus stands here.
    bool is_minus(std::size_t i);

private:
    enum class needs : bool { nothing, money };

    bool read_into(operand& o, std::size_t i, joining join);
    bool is_rest_of_number(std::size_t i);
    std::size_t read_sign(operand& o, std::size_t i);
    bool read_accounting(operand& o, std::size_t i);
    bool read_number(operand& o, std::size_t i, joining join);
    bool finish(operand& o, const quantity& number, needs wanted);
    void read_money(operand& o);
    void take_national(operand& o);
    bool take_hundredths(operand& o);
    void take_minor(operand& o);
    bool take_cents(operand& o);
    void take_unnamed_cents(operand& o);
    bool ends_amount(std::size_t end);
    bool take_no_minor(operand& o);
    bool is_cut_short(std::size_t end);
    bool is_other_than_money(const operand& o);
    bool is_doubtful(const operand& o);
    bool take_credit(operand& o);
    bool take_decimals(operand& o);
    bool is_weighed(const operand& o);
    bool is_variable(const operand& o);
    bool is_told_near(const operand& o, const money_word& named, std::size_t after);
    bool is_number_start(std::size_t i);
    const entry* scale_before(std::size_t i, std::size_t& next);
    std::optional<quantity> scaled_number(std::size_t i, std::size_t end, const exact& scale);
    std::optional<quantity> one_of_scale(std::size_t i);

    cursor& at_;
    money_reader& money_;
    bare_number bare_;
    doubt_reader doubts_;
    std::optional<doubt> doubt_{};
    struct {
        std::size_t at = static_cast<std::size_t>(-1);
        joining join{};
        bool is_operand = false;
        operand read{};
    } tried_{}; // the last
};

} // namespace cambist_prose
