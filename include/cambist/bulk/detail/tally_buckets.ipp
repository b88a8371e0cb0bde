// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/bulk/detail/tally_buckets.hpp>
#include <cambist/numbers/error.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>
#include <utility>

CAMBIST_BEGIN
namespace detail {

// Adds an amount to a word, unless either is too large for it: one multiplication and one addition, both of which say
// so.
inline bool add_to_word(std::int64_t& word, std::int64_t amount) noexcept {
    std::int64_t more = 0;
    if (__builtin_mul_overflow(amount, std::int64_t{1} << tally_buckets::count_bits, &more)) return false;
    std::int64_t sum = 0;
    if (__builtin_add_overflow(word, more + 1, &sum)) return false;
    word = sum;
    return true;
}

// Asks for the memory of some values, soon to be read.
template <class T>
void prefetch(const T* values, std::size_t count) noexcept {
    constexpr std::size_t line = 64; // bytes
    for (std::size_t i = 0; i < count; i += line / sizeof(T)) __builtin_prefetch(values + i);
}

CAMBIST_INLINE void tally_buckets::need_wide() {
    if (!wide_.empty() || narrow_.empty()) return;
    if (bytes() + narrow_.size() * sizeof(tally_sum) > most_bytes_) refuse_memory();
    wide_ = zeroed_array<tally_sum>(narrow_.size());
}

CAMBIST_INLINE void tally_buckets::refuse_memory() const {
    throw limit_error("a tally of more than " + std::to_string(most_bytes_) + " bytes, or " +
                      std::to_string(most_slots) + " buckets; give it more memory, or fewer groups");
}

CAMBIST_INLINE void tally_buckets::carry(std::size_t slot) noexcept {
    wide_[slot].sum += sum_of(narrow_[slot]);
    wide_[slot].rows += rows_of(narrow_[slot]);
    narrow_[slot] = 0;
}

CAMBIST_INLINE void tally_buckets::carry_all() noexcept {
    for (std::size_t slot = 0; slot < narrow_.size(); ++slot) {
        if (narrow_[slot] != 0) carry(slot);
    }
    pending_ = 0;
}

CAMBIST_INLINE std::size_t tally_buckets::size() const noexcept {
    std::size_t count = 0;
    for (std::size_t slot = 0; slot < narrow_.size(); ++slot) count += at(slot).rows != 0;
    return count;
}

CAMBIST_INLINE std::vector<std::size_t>
tally_buckets::sorted_slots(const std::vector<std::uint32_t>& groups,
                            const std::vector<std::uint32_t>& denominations) const {
    // Keys of ranks in that order sort as they should.
    const auto ranks_of = [](const std::vector<std::uint32_t>& order) {
        std::vector<std::uint32_t> ranks(order.size());
        for (std::size_t rank = 0; rank < order.size(); ++rank) ranks[order[rank]] = static_cast<std::uint32_t>(rank);
        return ranks;
    };
    const std::vector<std::uint32_t> group_ranks = ranks_of(groups);
    const std::vector<std::uint32_t> denomination_ranks = ranks_of(denominations);
    std::vector<std::pair<std::uint64_t, std::size_t>> sorted;
    for_each_slot([&](const tally_key& key, std::size_t slot) {
        sorted.emplace_back(pack({group_ranks[key.group], denomination_ranks[key.denomination], key.day}), slot);
    });
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::size_t> slots;
    for (const auto& each : sorted) slots.push_back(each.second);
    return slots;
}

// Both extents in one.
CAMBIST_INLINE tally_buckets::extent tally_buckets::with(const extent& wanted) const noexcept {
    extent both = have_;
    both.groups = std::max(both.groups, wanted.groups);
    both.denominations = std::max(both.denominations, wanted.denominations);
    if (!has_days()) {
        both.first_day = wanted.first_day;
        both.last_day = wanted.last_day;
    } else {
        both.first_day = std::min(both.first_day, wanted.first_day);
        both.last_day = std::max(both.last_day, wanted.last_day);
    }
    return both;
}

// What grew once will grow again.
CAMBIST_INLINE tally_buckets::extent tally_buckets::with_room(const extent& needed) const noexcept {
    extent roomy = needed;
    if (!has_days()) return roomy;
    const std::int32_t as_many = needed.last_day - needed.first_day;
    if (needed.first_day < have_.first_day) roomy.first_day = std::max(roomy.first_day - as_many, first_day_);
    if (needed.last_day > have_.last_day) roomy.last_day = std::min(roomy.last_day + as_many, last_day_);
    if (have_.groups != 0 && needed.groups > have_.groups) roomy.groups += needed.groups / 4;
    if (have_.denominations != 0 && needed.denominations > have_.denominations)
        roomy.denominations += needed.denominations / 4;
    return roomy;
}

// Whether cells for all of an extent may be had, and are not too many for the buckets in use.
CAMBIST_INLINE bool tally_buckets::is_worth_cells(const extent& e, std::uint64_t expected) const noexcept {
    constexpr std::uint64_t always_dense = 1 << 20; // cells that are worth no thought
    constexpr std::uint64_t cells_a_bucket = 8;     // that dense buckets may cost at most
    const uint128 cells =
        uint128{e.groups} * e.denominations * static_cast<std::uint32_t>(e.last_day - e.first_day + 1);
    return cells <= std::max(always_dense, cells_a_bucket * std::min(expected, UINT64_MAX / cells_a_bucket)) &&
           cells <= most_slots && cells * bytes_a_slot() <= most_bytes_;
}

CAMBIST_INLINE void tally_buckets::reserve(const extent& wanted, std::size_t new_keys, std::uint64_t expected) {
    constexpr std::size_t least_keys = 4096;
    const extent needed = with(wanted);
    if (is_dense() && needed == have_ && !narrow_.empty()) return;
    if (!is_dense() && has_room(new_keys)) {
        have_ = needed;
        return;
    }
    tally_buckets grown(first_day_, last_day_, most_bytes_);
    grown.pending_ = pending_;
    std::size_t slots = 0;
    const extent roomy = with_room(needed);
    if (is_worth_cells(roomy, expected) || is_worth_cells(needed, expected)) {
        grown.have_ = is_worth_cells(roomy, expected) ? roomy : needed;
        slots = std::size_t{grown.have_.groups} * grown.have_.denominations * grown.days();
    } else {
        grown.have_ = needed;
        slots = std::max(least_keys, std::bit_ceil((size() + new_keys) * 2));
        if (slots > most_slots || slots * (bytes_a_slot() + sizeof(std::uint64_t)) > most_bytes_) refuse_memory();
        grown.keys_.assign(slots, no_key);
    }
    grown.narrow_ = zeroed_array<std::int64_t>(slots);
    if (!wide_.empty()) grown.wide_ = zeroed_array<tally_sum>(slots);
    copy_into(grown);
    *this = std::move(grown);
}

CAMBIST_INLINE void tally_buckets::copy_into(tally_buckets& grown) const {
    if (is_dense() && grown.is_dense() && grown.have_.denominations == have_.denominations) {
        for (std::uint32_t group = 0; group < have_.groups; ++group) {
            const std::size_t from = std::size_t{group} * days() * have_.denominations;
            const std::size_t to = grown.slot_of({group, 0, have_.first_day});
            const std::size_t count = std::size_t{days()} * have_.denominations;
            std::copy_n(narrow_.data() + from, count, grown.narrow_.data() + to);
            if (!wide_.empty()) std::copy_n(wide_.data() + from, count, grown.wide_.data() + to);
        }
        return;
    }
    for_each_slot([&](const tally_key& key, std::size_t slot) {
        const std::size_t to = grown.is_dense() ? grown.slot_of(key) : grown.insert(pack(key));
        grown.narrow_[to] = narrow_[slot];
        if (!wide_.empty()) grown.wide_[to] = wide_[slot];
    });
}

template <class Index>
void tally_buckets::add(const rows<Index>& block, std::size_t& added) {
    if (pending_ + block.count > most_pending) {
        need_wide();
        carry_all();
    }
    pending_ += block.count;
    // Rows come in runs of a day, or in no order: the first two decide which loop is the faster, and no more.
    const bool runs = is_dense() && block.groups == nullptr && block.count > 1 && block.days[0] == block.days[1];
    std::uint32_t slots[block_rows];
    const std::size_t end = runs ? block.count : find_slots(block, slots);
    std::size_t at = 0;
    for (;;) {
        at = runs ? add_runs(block, at) : add_slots(block.amounts, slots, at, end);
        added = at;
        if (at == end || !has_day(block.days[at])) return;
        // A word ran over, or an amount is too large for one; then others after it are so, too.
        need_wide();
        do {
            const std::size_t slot = runs ? slot_of(block, at) : slots[at];
            const std::int64_t amount = block.amounts[at];
            if (is_narrow(amount)) {
                carry(slot);
                add_to_word(narrow_[slot], amount);
            } else {
                wide_[slot].sum += amount;
                ++wide_[slot].rows;
            }
            added = ++at;
        } while (at < end && !is_narrow(block.amounts[at]) && has_day(block.days[at]));
    }
}

// Slots of the rows up to the first whose day is outside the extent, and how many they are.
template <class Index>
std::size_t tally_buckets::find_slots(const rows<Index>& block, std::uint32_t* slots) noexcept {
    const std::size_t count = block.count;
    if (is_dense() && block.groups == nullptr) { // a loop that compilers make short
        const auto first = static_cast<std::uint32_t>(have_.first_day);
        const std::uint32_t span = days();
        const std::uint32_t stride = have_.denominations;
        const std::uint32_t base = block.group * span * stride;
        std::uint32_t outside = 0;
        for (std::size_t row = 0; row < count; ++row) {
            const std::uint32_t day = static_cast<std::uint32_t>(block.days[row]) - first;
            outside |= day >= span;
            slots[row] = base + day * stride + block.denominations[row];
        }
        if (outside == 0) return count;
    }
    for (std::size_t row = 0; row < count; ++row) {
        if (!has_day(block.days[row])) return row;
        slots[row] = static_cast<std::uint32_t>(is_dense() ? slot_of(block, row) : insert(pack(key_of(block, row))));
    }
    return count;
}

// Adds four rows of one day, up to the first that needs thought; how many.
template <class Index>
std::size_t tally_buckets::add_four(std::int64_t* of_day, const Index* denominations,
                                    const std::int64_t* amounts) noexcept {
    if (!add_to_word(of_day[denominations[0]], amounts[0])) return 0;
    if (!add_to_word(of_day[denominations[1]], amounts[1])) return 1;
    if (!add_to_word(of_day[denominations[2]], amounts[2])) return 2;
    return add_to_word(of_day[denominations[3]], amounts[3]) ? 4 : 3;
}

// Adds runs of a day, from a row on to the first that needs thought.
template <class Index>
std::size_t tally_buckets::add_runs(const rows<Index>& block, std::size_t at) noexcept {
    const std::int64_t* const amounts = block.amounts;
    const Index* const denominations = block.denominations;
    const std::int32_t* const days_of = block.days;
    const auto first = static_cast<std::uint32_t>(have_.first_day);
    const std::uint32_t span = days();
    const std::size_t stride = have_.denominations;
    std::int64_t* const words = narrow_.data() + std::size_t{block.group} * span * stride;
    const auto day_at = [days_of](std::size_t row) { return static_cast<std::uint32_t>(days_of[row]); };

    constexpr std::size_t few = 128; // rows for which memory is asked ahead at once: it takes no more requests
    while (at < block.count) {
        const std::size_t count = std::min(at + few, block.count);
        if (count <= block.ahead) {
            prefetch(amounts + block.count + at, count - at);
            prefetch(days_of + block.count + at, count - at);
        }
        while (at < count) {
            const std::uint32_t number = day_at(at);
            if (number - first >= span) return at;
            std::int64_t* const of_day = words + (number - first) * stride;
            const std::uint64_t same = std::uint64_t{number} << 32 | number;
            // Four rows at a time: their days are compared two at once.
            for (std::uint64_t two_days[2]; at + 4 <= count; at += 4) {
                std::memcpy(two_days, days_of + at, sizeof two_days);
                if (((two_days[0] ^ same) | (two_days[1] ^ same)) != 0) break;
                if (const std::size_t added = add_four(of_day, denominations + at, amounts + at); added != 4)
                    return at + added;
            }
            for (; at < count && day_at(at) == number; ++at) {
                if (!add_to_word(of_day[denominations[at]], amounts[at])) return at;
            }
        }
    }
    return at;
}

CAMBIST_INLINE std::size_t tally_buckets::add_slots(const std::int64_t* amounts, const std::uint32_t* slots,
                                                    std::size_t at, std::size_t end) noexcept {
    std::int64_t* const words = narrow_.data();
    while (at < end && add_to_word(words[slots[at]], amounts[at])) ++at;
    return at;
}

template <class Index>
void tally_buckets::undo(const rows<Index>& block) noexcept {
    for (std::size_t row = 0; row < block.count; ++row) {
        const std::size_t slot = slot_of(block, row);
        const std::int64_t amount = block.amounts[row];
        if (wide_.empty()) {
            // Nothing ran over, so that taking away in any order, modulo 2^64, leads back.
            narrow_[slot] = static_cast<std::int64_t>(static_cast<std::uint64_t>(narrow_[slot]) -
                                                      ((static_cast<std::uint64_t>(amount) << count_bits) + 1));
        } else { // of which a word's rows may be a part: only together they count
            wide_[slot].sum -= amount;
            --wide_[slot].rows;
        }
    }
}

} // namespace detail
CAMBIST_END
