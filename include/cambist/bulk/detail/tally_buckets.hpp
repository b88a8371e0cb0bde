// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/bulk/detail/zeroed_array.hpp>
#include <cambist/numbers/detail/int128.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

CAMBIST_BEGIN
namespace detail {

/// A number of rows, and their sum. |sum| is at most rows × 2^63, so it never overflows.
struct tally_sum {
    int128 sum = 0;
    std::uint64_t rows = 0;

    friend bool operator==(const tally_sum&, const tally_sum&) = default;
};

/// Which bucket: indices of a group and a denomination, and a day since 1970-01-01.
struct tally_key {
    std::uint32_t group = 0;
    std::uint32_t denomination = 0;
    std::int32_t day = 0;
};

/// Sums by key, dense where the keys fill their range, else hashed.
///
/// Most of a bucket is one word, `sum × 2^26 + rows`, so that one addition counts and sums. What a word cannot hold is
/// carried into 128 bits beside it: on overflow, which the addition itself reports; before 2^26 rows have come; and at
/// once for an amount beyond ±2^37.
class tally_buckets {
public:
    static constexpr int count_bits = 26;
    static constexpr std::uint64_t most_pending = (std::uint64_t{1} << count_bits) - 1;
    static constexpr std::int64_t narrow_limit = std::int64_t{1} << (63 - count_bits);
    static constexpr std::uint64_t most_slots = std::uint64_t{1} << 32; // so that 32 bits number them
    static constexpr std::size_t block_rows = 1024; // rows at a time: they and their slots stay in the nearest cache

    /// The keys there is room for.
    struct extent {
        std::uint32_t groups = 0;
        std::uint32_t denominations = 0;
        std::int32_t first_day = 0;
        std::int32_t last_day = -1;

        friend bool operator==(const extent&, const extent&) = default;
    };
    /// Rows of one block, of groups and denominations within the extent.
    template <class Index>
    struct rows {
        const std::int64_t* amounts;
        const Index* denominations;
        const std::int32_t* days;
        const std::uint32_t* groups; // or null: all are of `group`
        std::uint32_t group;
        std::size_t count;
        std::size_t ahead = 0; // rows that lie behind these, and come next
    };

    /// Days lie within the two.
    tally_buckets(std::int32_t first_day, std::int32_t last_day, std::size_t most_bytes)
        : first_day_(first_day), last_day_(last_day), most_bytes_(most_bytes) {}

    std::size_t most_bytes() const noexcept { return most_bytes_; }
    std::size_t bytes() const noexcept {
        return narrow_.size() * sizeof(std::int64_t) + wide_.size() * sizeof(tally_sum) +
               keys_.size() * sizeof(std::uint64_t);
    }

    /// Makes room for an extent and so many new keys, where `expected` buckets or fewer will be used.
    /// Throws limit_error.
    void reserve(const extent& wanted, std::size_t new_keys, std::uint64_t expected);
    /// Whether so many new keys need no `reserve`.
    bool has_room(std::size_t new_keys) const noexcept {
        return is_dense() || used_ + new_keys <= keys_.size() / 8 * 5;
    }
    bool has_day(std::int32_t day) const noexcept { return day >= have_.first_day && day <= have_.last_day; }

    /// Adds a block's rows up to the first whose day is outside the extent; `added` says how many, even if it throws.
    /// There is room for as many new keys.
    template <class Index>
    void add(const rows<Index>& block, std::size_t& added);
    /// Takes rows away that were added.
    template <class Index>
    void undo(const rows<Index>& block) noexcept;

    /// Makes sure of a bucket for a key, for which there is room, and says whether a word of it can take the sum, too.
    bool prepare(const tally_key& key, const tally_sum& more) noexcept {
        const std::size_t slot = is_dense() ? slot_of(key) : insert(pack(key));
        std::int64_t sum = 0;
        return is_narrow(more.sum) && !__builtin_add_overflow(narrow_[slot], word_of(more), &sum);
    }
    /// Whether words can take so many rows more.
    bool has_words_for(std::uint64_t more) const noexcept { return more <= most_pending - pending_; }
    /// Adds to buckets that are prepared: to words that can take it, of rows that are counted before, or beside them.
    void count_in_words(std::uint64_t more) noexcept { pending_ += more; }
    void add_to_words(const tally_key& key, const tally_sum& more) noexcept { narrow_[slot_of(key)] += word_of(more); }
    void need_wide();
    void add_wide(const tally_key& key, const tally_sum& more) noexcept {
        tally_sum& held = wide_[slot_of(key)];
        held.sum += more.sum;
        held.rows += more.rows;
    }

    template <class Use>
    void for_each(Use use) const {
        for_each_slot([&](const tally_key& key, std::size_t slot) { use(key, at(slot)); });
    }
    /// Each bucket that has rows, as `use(tally_key, tally_sum)`: by the order given of groups and denominations, and
    /// then by day.
    template <class Use>
    void for_each(const std::vector<std::uint32_t>& groups, const std::vector<std::uint32_t>& denominations,
                  Use use) const;
    /// How many of them there are.
    std::size_t size() const noexcept;

private:
    static constexpr std::uint64_t no_key = UINT64_MAX;
    static constexpr std::int32_t day_origin = -(1 << 23); // so that 24 bits hold any day

    static std::uint64_t pack(const tally_key& key) noexcept {
        return std::uint64_t{key.group} << 40 | std::uint64_t{key.denomination} << 24 |
               static_cast<std::uint32_t>(key.day - day_origin);
    }
    static tally_key unpack(std::uint64_t key) noexcept {
        return {static_cast<std::uint32_t>(key >> 40), static_cast<std::uint32_t>(key >> 24 & 0xffff),
                static_cast<std::int32_t>(key & 0xffffff) + day_origin};
    }
    static std::int64_t sum_of(std::int64_t word) noexcept { return word >> count_bits; }
    static std::uint64_t rows_of(std::int64_t word) noexcept { return static_cast<std::uint64_t>(word) & most_pending; }
    static bool is_narrow(int128 sum) noexcept { return sum >= -narrow_limit && sum < narrow_limit; }
    // Of a narrow sum of rows that a word counts.
    static std::int64_t word_of(const tally_sum& held) noexcept {
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(static_cast<std::int64_t>(held.sum))
                                         << count_bits) +
               static_cast<std::int64_t>(held.rows);
    }

    tally_sum at(std::size_t slot) const noexcept {
        tally_sum held = wide_.empty() ? tally_sum{} : wide_[slot];
        held.sum += sum_of(narrow_[slot]);
        held.rows += rows_of(narrow_[slot]);
        return held;
    }

    std::uint32_t days() const noexcept { return static_cast<std::uint32_t>(have_.last_day - have_.first_day + 1); }
    std::size_t slot_of(const tally_key& key) const noexcept {
        if (!is_dense()) return find(pack(key));
        const auto day = static_cast<std::uint32_t>(key.day - have_.first_day);
        return (std::size_t{key.group} * days() + day) * have_.denominations + key.denomination;
    }
    // Where the key is, or would go.
    std::size_t find(std::uint64_t key) const noexcept {
        const std::size_t mask = keys_.size() - 1;
        std::size_t slot = static_cast<std::size_t>((key * 0x9e3779b97f4a7c15u) >> 20) & mask;
        while (keys_[slot] != key && keys_[slot] != no_key) slot = (slot + 1) & mask;
        return slot;
    }
    std::size_t insert(std::uint64_t key) noexcept {
        const std::size_t slot = find(key);
        used_ += keys_[slot] == no_key;
        keys_[slot] = key;
        return slot;
    }

    bool is_dense() const noexcept { return keys_.empty(); }
    bool has_days() const noexcept { return have_.first_day <= have_.last_day; }
    std::size_t bytes_a_slot() const noexcept { return sizeof(std::int64_t) + (wide_.empty() ? 0 : sizeof(tally_sum)); }
    extent with(const extent& wanted) const noexcept;
    extent with_room(const extent& needed) const noexcept;
    bool is_worth_cells(const extent& e, std::uint64_t expected) const noexcept;
    void copy_into(tally_buckets& grown) const;
    void carry(std::size_t slot) noexcept;
    void carry_all() noexcept;
    [[noreturn]] void refuse_memory() const;
    template <class Index>
    static tally_key key_of(const rows<Index>& block, std::size_t row) noexcept {
        return {block.groups != nullptr ? block.groups[row] : block.group, block.denominations[row], block.days[row]};
    }
    template <class Index>
    std::size_t slot_of(const rows<Index>& block, std::size_t row) const noexcept {
        return slot_of(key_of(block, row));
    }
    // Of hashed keys.
    std::vector<std::size_t> sorted_slots(const std::vector<std::uint32_t>& groups,
                                          const std::vector<std::uint32_t>& denominations) const;
    // Slots that hold something, as they lie.
    template <class Use>
    void for_each_slot(Use use) const;
    template <class Index>
    std::size_t find_slots(const rows<Index>& block, std::uint32_t* slots) noexcept;
    template <class Index>
    static std::size_t add_four(std::int64_t* of_day, const Index* denominations, const std::int64_t* amounts) noexcept;
    template <class Index>
    std::size_t add_runs(const rows<Index>& block, std::size_t at) noexcept;
    std::size_t add_slots(const std::int64_t* amounts, const std::uint32_t* slots, std::size_t at,
                          std::size_t end) noexcept;

    zeroed_array<std::int64_t> narrow_{};
    zeroed_array<tally_sum> wide_{};    // as many, once anything was carried
    std::vector<std::uint64_t> keys_{}; // as many, a power of two, where hashed
    extent have_{};
    std::uint64_t pending_ = 0; // rows in words, at most
    std::size_t used_ = 0;      // keys
    std::int32_t first_day_;    // that a window may have
    std::int32_t last_day_;
    std::size_t most_bytes_;
};

// ---- how

template <class Use>
void tally_buckets::for_each_slot(Use use) const {
    if (!is_dense()) {
        for (std::size_t slot = 0; slot < keys_.size(); ++slot) {
            if (at(slot).rows != 0) use(unpack(keys_[slot]), slot);
        }
        return;
    }
    std::size_t slot = 0;
    for (std::uint32_t group = 0; group < have_.groups; ++group) {
        for (std::int32_t day = have_.first_day; day <= have_.last_day; ++day) {
            for (std::uint32_t denomination = 0; denomination < have_.denominations; ++denomination, ++slot) {
                if (at(slot).rows != 0) use(tally_key{group, denomination, day}, slot);
            }
        }
    }
}

template <class Use>
void tally_buckets::for_each(const std::vector<std::uint32_t>& groups, const std::vector<std::uint32_t>& denominations,
                             Use use) const {
    if (is_dense()) {
        for (const std::uint32_t group : groups) {
            for (const std::uint32_t denomination : denominations) {
                if (group >= have_.groups || denomination >= have_.denominations) continue;
                for (std::int32_t day = have_.first_day; day <= have_.last_day; ++day) {
                    const tally_key key{group, denomination, day};
                    if (const tally_sum held = at(slot_of(key)); held.rows != 0) use(key, held);
                }
            }
        }
        return;
    }
    for (const std::size_t slot : sorted_slots(groups, denominations)) use(unpack(keys_[slot]), at(slot));
}

} // namespace detail
CAMBIST_END
