// SPDX-License-Identifier: MIT
#include <cambist/io/indices.hpp>

#include <cambist/text/parse.hpp>

#include "../formats/csv.hpp"

CAMBIST_BEGIN
namespace io {

std::vector<index_level> parse_indices_csv(std::string_view text, const std::string& file,
                                           const currency_set& accepted) {
    constexpr std::string_view names[] = {"currency", "period", "index", "source"};
    csv_reader in(text, file);
    in.next_header();
    const std::size_t columns = in.row().size();
    bool as_it_should = columns == 3 || columns == 4;
    for (std::size_t i = 0; as_it_should && i < columns; ++i) as_it_should = trimmed(in.row()[i]).text == names[i];
    if (!as_it_should)
        refuse<csv_error>(in.place(in.row()[0]),
                          "the header should be \"currency,period,index\", or that and \",source\"");

    std::vector<index_level> levels;
    while (in.next()) {
        in.check_length(columns);
        if (levels.size() == max_index_levels)
            refuse<limit_error>(in.place(in.row()[0]),
                                "more than " + std::to_string(max_index_levels) + " levels; split the file");
        const auto read = [&](std::size_t i, auto parse) { return read_field(in, trimmed(in.row()[i]), parse); };
        const currency of = read(0, [&](std::string_view code) { return accepted.parse(code); });
        const partial_date when = read(1, [](std::string_view date) { return parse_partial_date(date); });
        const exact level = read(2, [](std::string_view number) { return parse_rate_number(number); });
        levels.push_back({of, when, level, columns == 4 ? std::string(trimmed(in.row()[3]).text) : std::string(),
                          in.place(in.row()[0])});
    }
    return levels;
}

std::vector<index_level> read_indices_file(const std::string& path, const currency_set& accepted) {
    return parse_indices_csv(read_file(path), path == "-" ? "standard input" : path, accepted);
}

} // namespace io
CAMBIST_END
