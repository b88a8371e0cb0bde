// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: rows of one block of CSV, added up.

#include <cambist/io/rows.hpp>

#include "../formats/csv.hpp"
#include "../formats/csv_blocks.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

CAMBIST_BEGIN
namespace io {

/// Where a file's rows have the columns that are added up.
struct row_layout {
    std::size_t columns = 0;
    std::size_t date = 0;
    std::size_t currency = 0;
    std::size_t amount = 0;
    std::size_t group = no_group;

    static constexpr std::size_t no_group = static_cast<std::size_t>(-1);
};

/// Finds the columns in the header. \throws csv_error
row_layout read_layout(const csv_reader& header, const row_columns& named);

/// A row as it stands in the file, without the line's end.
std::string_view text_of_row(const csv_reader& in);

/// A tally that takes rows of CSV, in currencies of a set that outlives it.
class row_tally {
public:
    row_tally(const currency_set& accepted, bool sets_aside) : accepted_(&accepted), sets_aside_(sets_aside) {}

    /// Adds the rows of one block. What is wrong with the CSV itself is refused in any case.
    /// \throws csv_error, date_error, currency_error, parse_error, limit_error, each with its place
    void read(const csv_blocks::block& block, const std::string& file, const row_layout& layout);

    /// Adds a row of a form: an amount as a plain numeral, and what it is of. All of them are in at `flush`.
    void add(std::int32_t day, std::string_view plain, std::string_view of_code, std::string_view group);
    void flush();

    const tally& held() const noexcept { return tally_; }

    struct row_aside {
        std::string why;
        std::string text;
    };
    std::vector<row_aside>& set_aside() noexcept { return bad_; }

private:
    struct amount {
        std::int64_t units = 0;
        int decimals = 0;
    };
    struct code {
        std::uint64_t key = 0; // its letters and the decimals; 0 where there is none
        std::uint32_t denomination = 0;
    };
    struct text_hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
    };

    void read_row(const csv_reader& in, const row_layout& layout);
    std::int32_t day_of(std::string_view text);
    static amount amount_of(std::string_view text);
    // Of the digits that the amount has, or of the minor unit's where those suffice; zeros that ask for more are taken
    // off.
    std::uint32_t denomination_of(std::string_view text, amount& read);
    // To the digits that it is counted in; false where 64 bits do not hold it.
    static bool bring(amount& read, const denomination& counted);
    std::uint32_t group_of(std::string_view name);

    tally tally_{};
    const currency_set* accepted_;
    bool sets_aside_;
    std::vector<row_aside> bad_{};
    std::array<char, 10> last_date_{};
    std::int32_t last_day_ = 0;
    std::array<code, 256> codes_{}; // those met lately
    std::unordered_map<std::string, std::uint32_t, text_hash, std::equal_to<>> groups_{};

    std::vector<std::int64_t> amounts_{};
    std::vector<std::uint32_t> denominations_{};
    std::vector<std::int32_t> days_{};
    std::vector<std::uint32_t> group_numbers_{};
};

} // namespace io
CAMBIST_END
