// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/bulk/tally.hpp>

#include "../io/csv.hpp"
#include "../io/csv_blocks.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace program {

using namespace cambist;

/// Where a file's header has the columns that are summed.
struct row_layout {
    std::size_t columns = 0;
    std::size_t date = 0;
    std::size_t currency = 0;
    std::size_t amount = 0;
    std::size_t group = no_group;

    static constexpr std::size_t no_group = static_cast<std::size_t>(-1);
};

/// Reads the header: "date", "currency", "amount", and the column that makes groups, if one is named.
/// \throws io::csv_error
row_layout read_layout(const io::csv_reader& in, const std::string& group);

/// A row that was set aside.
struct bad_row {
    std::string why; ///< with the place
    std::string text;
};

/// Tallies rows of CSV. Amounts of more decimals than the currency's minor unit are counted in as many.
class row_reader {
public:
    explicit row_reader(bool sets_aside) : sets_aside_(sets_aside) {}

    /// Adds the rows of one block, and says how many were set aside. What is wrong with the CSV itself is refused in
    /// any case. \throws io::csv_error, date_error, currency_error, parse_error, limit_error, each with its place
    void read(const io::csv_blocks::block& block, const std::string& file, const row_layout& layout);

    const tally& held() const noexcept { return tally_; }
    std::vector<bad_row>& set_aside() noexcept { return bad_; }

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

    void read_row(const io::csv_reader& in, const row_layout& layout);
    std::int32_t day_of(std::string_view text);
    static amount amount_of(std::string_view text);
    std::uint32_t denomination_of(std::string_view text, amount& read);
    std::uint32_t group_of(std::string_view name);

    tally tally_{};
    bool sets_aside_;
    std::vector<bad_row> bad_{};
    std::array<char, 10> last_date_{};
    std::int32_t last_day_ = 0;
    std::array<code, 256> codes_{}; // those met lately
    std::unordered_map<std::string, std::uint32_t, text_hash, std::equal_to<>> groups_{};

    std::vector<std::int64_t> amounts_{};
    std::vector<std::uint32_t> denominations_{};
    std::vector<std::int32_t> days_{};
    std::vector<std::uint32_t> group_numbers_{};
};

} // namespace program
