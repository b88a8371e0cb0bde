// SPDX-License-Identifier: MIT
#include <cambist/io/rates.hpp>

#include "../formats/toml.hpp"
#include "quoting.hpp"

CAMBIST_BEGIN
namespace io {
namespace {

constexpr std::string_view rate_file_keys[] = {"title", "pivots", "currency", "rate"};

class quotes_reader : toml_reader {
public:
    quotes_reader(std::string_view text, const std::string& file, const currency_set& accepted)
        : toml_reader(text, file, accepted) {}

    rate_file read_all() {
        const toml::table file = parse();
        check_keys(file, rate_file_keys);
        rate_file read;
        read.title = text(file, "title");
        read_currencies(file);
        read.currencies = declared().own();
        read.pivots = read_pivots(file);
        seen_quotes seen;
        for (const rate& each : read_rates(file)) seen.add(each, read.quotes);
        return read;
    }
};

} // namespace

rate_file parse_quotes_toml(std::string_view text, const std::string& file, const currency_set& accepted) {
    return quotes_reader(text, file, accepted).read_all();
}

} // namespace io
CAMBIST_END
