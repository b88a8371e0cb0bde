// SPDX-License-Identifier: MIT
#include "read/judged.hpp"

namespace program {

std::string verdict_text(const prose::verdict& v) {
    const currency& c = v.in_its_currency.currency();
    if (!v.with.common) {
        const figure gap(v.with.gap, v.with.gap, c, qualifier::exact);
        return "inconsistent; they are " + interval_text(gap) + " apart";
    }
    return "consistent; together " + interval_text(figure(std::nullopt, *v.with.common, c, qualifier::between));
}

} // namespace program
