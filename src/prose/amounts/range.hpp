// SPDX-License-Identifier: MIT
#pragma once

#include "finding.hpp"
#include "operand.hpp"
#include "qualifiers.hpp"

#include <cstddef>
#include <optional>

namespace cambist_prose {

/// Reads ranges, "between 1 and 2 billion euros", and changes, "from 1 to 2 billion euros": of a change the first may
/// be the larger, and the two are no range, but two figures of one currency.
class range_reader {
public:
    range_reader(cursor& at, operand_reader& operands, qualifier_reader& qualifiers, bare_number bare)
        : at_(at), operands_(operands), qualifiers_(qualifiers), bare_(bare) {}

    /// A range whose first number is at `i` and whose words begin at `begin`.
    std::optional<finding> read(std::size_t begin, std::size_t i, categories connector, joining join);
    /// One whose first number has been read.
    std::optional<finding> go_on(std::size_t begin, const operand& low, categories connector);

    /// The first number of a change, with the scale and the currency that it shares with the second.
    struct change {
        exact from;
        currency money;
    };
    std::optional<change> change_of(const operand& low, categories connector);

private:
    // Two numbers with a connector between them.
    struct pair {
        exact low{};
        exact high{};
        currency money{};
        std::size_t end = 0;
        bool is_distributed = false; // the scale word after the second number holds for both
    };
    enum class order : bool { rising, any };

    std::optional<pair> read_pair(const operand& low, categories connector, order wanted);
    std::optional<operand> read_high(const operand& low, categories connector);
    bool are_of_one(const operand& low, const operand& high);
    bool distribute(pair& p, const operand& low, const operand& high, order wanted) const;
    std::size_t after_hedges(std::size_t i);
    std::size_t after_article(std::size_t i);

    cursor& at_;
    operand_reader& operands_;
    qualifier_reader& qualifiers_;
    bare_number bare_;
};

} // namespace cambist_prose
