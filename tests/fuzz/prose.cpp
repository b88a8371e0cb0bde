// SPDX-License-Identifier: MIT

// libFuzzer's way into the reader: the first byte chooses the language, the rest is the text. Whatever it is, it is
// read or refused, and finds are whole parts of it.
#include <cambist/prose/compact.hpp>
#include <cambist/prose/draft.hpp>
#include <cambist/prose/judge.hpp>
#include <cambist/prose/parse.hpp>
#include <cambist/text/utf8.hpp>

#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace cambist;
    if (size == 0) return 0;
    static const std::vector<prose::language> languages = [] {
        std::vector<prose::language> all = prose::languages();
        for (const char* const tag : {"en-IN", "de-CH"}) all.emplace_back(tag);
        return all;
    }();
    const prose::language& in = languages[data[0] % languages.size()];
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const prose::reading said = prose::parse(text, in);
    std::size_t last = 0;
    for (const prose::find& f : said.figures) {
        if (f.begin < last || f.end <= f.begin || f.end > text.size()) std::abort();
        if (f.amount.words() != text.substr(f.begin, f.end - f.begin)) std::abort();
        last = f.end;
        try {
            const std::string printed = prose::format_compact(f.amount, in);
            if (!prose::parse_figure(printed, in).bounds().contains(f.amount.bounds())) std::abort();
        } catch (const interval_error&) {
        } catch (const limit_error&) {
        }
    }
    try {
        (void)prose::judge_all(said, {.rates = rate_table()});
    } catch (const contradicting_rates&) {
    } catch (const unlawful_rate&) {
    }
    if (find_invalid_utf8(prose::draft_plans(said, text, text.substr(0, 20))) != std::string_view::npos) std::abort();
    try {
        (void)prose::parse_sole_figure(text, in);
    } catch (const parse_error&) {
    } catch (const limit_error&) {
    }
    return 0;
}
