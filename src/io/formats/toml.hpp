// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: the common part of the readers of TOML, by toml++.

#include <cambist/io/file.hpp>
#include <cambist/money/currency.hpp>
#include <cambist/rates/rate.hpp>

#include "../text/text.hpp"
#include "../text/words.hpp"

#include <toml++/toml.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

CAMBIST_BEGIN
namespace io {

/// A TOML file, and the tables of rates and currencies that any of ours may have. A reader of one schema derives from
/// it. Errors say where in the file they stand.
class toml_reader {
protected:
    /// \throws encoding_error, toml_error for what the parser does not survive
    toml_reader(std::string_view text, const std::string& file,
                currency_set accepted = currency_set::with_market_units());

    /// \throws toml_error
    toml::table parse();

    // ---- places

    citation place_of(const toml::source_position& position) {
        find(position);
        return here();
    }
    citation place_of(const toml::node& node) { return place_of(node.source().begin); }

    template <class Error = toml_error>
    [[noreturn]] void refuse_at(const toml::node& node, std::string message) {
        refuse<Error>(place_of(node), std::move(message));
    }
    [[noreturn]] void refuse_type(const toml::node& node, std::string_view key, std::string_view expected);

    // ---- keys and lists

    void check_keys(const toml::table& table, std::span<const std::string_view> known);
    const toml::node& required(const toml::table& table, std::string_view key, std::string_view of);
    std::vector<const toml::node*> list(const toml::node& node, std::string_view key);
    std::vector<const toml::table*> tables(const toml::table& within, std::string_view key);
    std::vector<const toml::table*> tables(const toml::node& node, std::string_view key);

    // ---- text

    const std::string& string(const toml::node& node, std::string_view key, std::string_view expected = "text");

    /// Text to be read further: an error in it stands where its characters stand in the file.
    template <class Read>
    auto read_text(const toml::node& node, std::string_view key, Read read, std::string_view expected = "text") {
        const std::string& text = string(node, key, expected);
        return reading_at([&] { return read(std::string_view(text)); },
                          [&](std::size_t offset) { return place_in(node, text, offset); });
    }

    /// One line to show in a table, if it is stated.
    std::string text(const toml::table& table, std::string_view key);
    const std::string& line(const toml::node& node, std::string_view key) { return printable(node, key, {}); }
    /// Text without control characters but for those named.
    const std::string& printable(const toml::node& node, std::string_view key, std::string_view besides);

    static std::string day_text(const toml::node& date);

    // ---- currencies and rates

    /// The file's own currencies are accepted from here on.
    void read_currencies(const toml::table& file);
    std::vector<currency> read_pivots(const toml::table& file);
    std::vector<rate> read_rates(const toml::table& file);

    const currency_set& accepted() const noexcept { return accepted_; }
    const currency_set& declared() const noexcept { return declared_; }

private:
    currency read_currency(const toml::table& table);
    rate read_rate(const toml::table& table);
    std::chrono::sys_days read_day(const toml::node& node, std::string_view key);

    citation place_in(const toml::node& node, std::string_view text, std::size_t offset);
    void find(const toml::source_position& position);
    citation here() const { return {file_, cursor_.line, cursor_.offset - cursor_.line_start + 1}; }

    struct cursor {
        std::size_t offset = 0;
        std::size_t line_start = 0;
        std::size_t line = 1;
        std::size_t column = 1; // in characters
    };

    std::string_view text_;
    const std::string& file_;
    cursor cursor_{};
    currency_set accepted_;
    currency_set declared_{};
};

} // namespace io
CAMBIST_END
