// SPDX-License-Identifier: MIT
#include <cambist/bulk.hpp>
#include <cstdint>
#include <vector>

using namespace cambist;
using namespace cambist::currencies;

void add(tally& t, const std::vector<std::int64_t>& amounts, const std::vector<std::uint8_t>& of,
         const std::vector<std::int32_t>& days) {
    t.add({amounts, of, days});
}
