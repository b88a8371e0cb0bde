// SPDX-License-Identifier: MIT
#include <cambist/prose/nearby.hpp>

#include "../context/items.hpp"
#include "../context/nearby.hpp"
#include "text.hpp"

#include <string>

void cambist_prose::require_in(std::string_view text, const prose::find& f) {
    if (f.begin <= text.size() && text.substr(f.begin, f.end - f.begin) == f.amount.words()) return;
    throw cambist::argument_error(cambist::detail::quoted(f.amount.words()) + " is not at byte " +
                                  std::to_string(f.begin) + " of the text: give the text that was read");
}

CAMBIST_BEGIN
namespace prose {

std::vector<sentence> read_nearby(const reading& said, std::string_view text) {
    using cambist_prose::token;
    cambist_prose::cursor at(text, cambist_prose::lexicon::of(said.in));
    cambist_prose::nearby_reader nearby(at);
    cambist_prose::item_reader items(at);
    std::vector<sentence> all;
    all.reserve(said.figures.size());
    std::size_t end = 0;
    for (const find& f : said.figures) {
        cambist_prose::require_in(text, f);
        const std::size_t last_end = end;
        const std::size_t begin = at.find(end, [&](const token& t) { return t.begin >= f.begin; });
        if (at.at(begin).begin != f.begin)
            throw argument_error(detail::quoted(f.amount.words()) +
                                 " is out of order: give the figures as they were read");
        for (end = begin; at.at(end).begin < f.end; ++end) {
        }
        all.push_back(nearby.read(begin, end));
        items.share(said.figures, all, last_end, begin, end);
    }
    return all;
}

} // namespace prose
CAMBIST_END
