// SPDX-License-Identifier: MIT
#pragma once

// Laws of what is read as rates.

#include <cambist/io/rates.hpp>
#include <cambist/text/parse.hpp>

#include "fuzz.hpp"

#include <string>

namespace fuzz {

inline void check_quotes(const cambist::io::rate_file& file) {
    using namespace cambist;
    currency_set accepted;
    for (const rate& each : file.quotes) {
        for (const currency& c : {each.base().currency(), each.quote().currency()}) {
            if (find_currency(c.code()) == nullptr) accepted.add(c);
        }
    }
    for (const rate& each : file.quotes) {
        require(each.value().sign() > 0, "a rate is above zero");
        require(each.where().line != 0, "a quote has its place");
        require(parse_rate(to_string(each), accepted).value() == each.value(), "a quote is read as what it was");
    }
    (void)read_or_refused([&] {
        rate_table::builder table;
        file.add_to(table);
        return table.build();
    });
}

} // namespace fuzz
