// SPDX-License-Identifier: MIT
#pragma once

#include "finding.hpp"
#include "operand.hpp"
#include "qualifiers.hpp"

#include <cstddef>
#include <optional>

namespace cambist_prose {

/// Reads amounts without a number: "billions of euros", "several hundred million dollars", 数十億円.
class vague_reader {
public:
    vague_reader(cursor& at, money_reader& money, qualifier_reader& qualifiers, const prose::reading_options& policy,
                 bare_number bare)
        : at_(at), money_(money), qualifiers_(qualifiers), policy_(policy), bare_(bare), doubts_(at) {}

    /// At `i`, with words that begin at `begin`.
    std::optional<finding> read(std::size_t begin, std::size_t i);

private:
    std::optional<unit_chain> units_at(std::size_t i);
    std::optional<unit_chain> counted_by_several(std::size_t i);
    std::optional<unit_chain> uncounted(std::size_t i);
    bool is_rest(std::size_t i);
    bool is_rest_of_run(std::size_t i);
    exact with_several(const exact& before, const exact& last, std::size_t i, const unit_chain& several);
    std::optional<unit_chain> counted_in_part(std::size_t i);

    cursor& at_;
    money_reader& money_;
    qualifier_reader& qualifiers_;
    const prose::reading_options& policy_;
    bare_number bare_;
    doubt_reader doubts_;
};

} // namespace cambist_prose
