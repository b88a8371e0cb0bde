// SPDX-License-Identifier: MIT
#pragma once

#include "operand.hpp"

#include <cstddef>
#include <cstdint>

namespace cambist_prose {

/// Reads numbers of which only the last has the scale word: "€2.2 and €2.1 million", "raised from $3.5 to $7.5
/// million".
class shared_scale_reader {
public:
    shared_scale_reader(cursor& at, operand_reader& operands) : at_(at), operands_(operands) {}

    /// Whether a number has the scale word, and the currency, of one after it.
    enum class answer : std::uint8_t { no, yes, unknown };
    /// Gives it both, if it has.
    answer read(operand& o, bool is_changing);
    /// Whether a number may have the scale word of another.
    static bool may_share(const operand& o);
    /// Whether a number's scale word may be that of one which something parts it from: "$12, from $8 million", "€ 3,5
    /// (2022) auf € 2,5 Milliarden". It is noted then.
    bool is_parted(const operand& o);

private:
    std::size_t after_asides(std::size_t i);
    std::size_t after_aside(std::size_t i);
    bool is_part_of_list(const operand& o);
    const operand* last_of_list(const operand& o, const entry*& connector);
    answer answer_of(const operand& o, const operand& last, const entry& connector, bool is_changing) const;

    cursor& at_;
    operand_reader& operands_;
};

} // namespace cambist_prose
