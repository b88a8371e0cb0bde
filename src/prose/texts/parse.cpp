// SPDX-License-Identifier: MIT
#include <cambist/prose/parse.hpp>

#include "text.hpp"

#include <algorithm>
#include <utility>

CAMBIST_BEGIN
namespace prose {

figure parse_figure(std::string_view text, const language& in, const reading_options& policy) {
    return cambist_prose::read_expression(text, in, policy);
}

reading parse(std::string_view text, const std::optional<language>& in, const reading_options& policy) {
    return cambist_prose::read_text(text, in ? *in : detect_language(text), policy);
}

namespace {

sole_figure sole_figure_in(std::string_view text, const language& in, const reading_options& policy) {
    reading said = parse(text, in, policy);
    try {
        figure amount = parse_figure(text, in, policy);
        const std::size_t begin = text.find(amount.words());
        const std::size_t end = begin + amount.words().size();
        const auto is_same = [&](const find& f) { return f.begin == begin && f.amount.bounds() == amount.bounds(); };
        const auto same = std::find_if(said.figures.begin(), said.figures.end(), is_same);
        return {{begin, end, std::move(amount), same == said.figures.end() ? account() : same->how}, in};
    } catch (const parse_error&) {
        const auto is_own = [](const find& f) { return !f.restates; };
        if (std::count_if(said.figures.begin(), said.figures.end(), is_own) != 1 || said.figures.front().restates ||
            !said.figures.front().how.quoted_in.empty())
            throw;
        return {std::move(said.figures.front()), in};
    }
}

} // namespace

sole_figure parse_sole_figure(std::string_view text, const std::optional<language>& in, const reading_options& policy) {
    try {
        return sole_figure_in(text, in ? *in : detect_language(text), policy);
    } catch (const parse_error&) {
        if (in) throw;
        for (const language& other : languages()) {
            try {
                sole_figure read = sole_figure_in(text, other, policy);
                if (read.found.amount.currency()) return read;
            } catch (const error&) {
                // Not one of this language either.
            }
        }
        throw;
    }
}

} // namespace prose
CAMBIST_END
