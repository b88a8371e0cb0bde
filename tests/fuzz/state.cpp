// SPDX-License-Identifier: MIT

// What a tally wrote, to go on from. A checksum that is right is put behind the bytes, or nothing would ever be read. A
// state decodes to itself, and twice it is twice the sums.
#include <cambist/bulk/tally.hpp>

#include "fuzz.hpp"

using namespace cambist;

namespace {

// CRC-64 (ECMA-182, reflected), bit by bit.
std::string with_checksum(std::string_view bytes) {
    std::uint64_t rest = ~std::uint64_t{0};
    for (const char c : bytes) {
        rest ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) rest = rest >> 1 ^ ((rest & 1) != 0 ? 0xc96c5795d7870f42u : 0u);
    }
    std::string whole(bytes);
    for (int byte = 0; byte < 8; ++byte) whole += static_cast<char>(~rest >> (8 * byte) & 0xff);
    return whole;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::input in(data, size);
    const std::string bytes = in.choice % 2 == 0 ? with_checksum(in.text) : std::string(in.text);
    constexpr std::size_t memory = std::size_t{1} << 26;
    auto held = fuzz::read_or_refused([&] { return tally::from_state(bytes, memory); });
    if (!held) return 0;
    fuzz::require(held->state() == bytes, "a state decodes to itself");
    exact once;
    for (const tally_total& each : held->totals(tally_by::nothing)) once += each.amount.amount();
    const std::uint64_t rows = held->rows();
    const auto merged = fuzz::read_or_refused([&] {
        held->merge(tally::from_state(bytes, memory));
        return true;
    });
    if (!merged) return 0;
    exact twice;
    for (const tally_total& each : held->totals(tally_by::nothing)) twice += each.amount.amount();
    fuzz::require(held->rows() == 2 * rows && twice == 2 * once, "twice a state is twice its sums");
    return 0;
}
