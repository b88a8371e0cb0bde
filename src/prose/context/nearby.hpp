// SPDX-License-Identifier: MIT
#pragma once

#include "../amounts/cursor.hpp"

#include <cambist/prose/nearby.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace cambist_prose {

/// Finds what sentences say of periods and of how far a thing has come.
class nearby_reader {
public:
    explicit nearby_reader(cursor& at);

    /// In the sentence around the tokens of a figure, begin..end.
    prose::sentence read(std::size_t begin, std::size_t end);

private:
    // A phrase of a period or a status, with the years and the number of years in it.
    struct match {
        const lexicon::node* node = nullptr;
        std::size_t begin = 0;
        std::size_t end = 0;
        int years = 0;
        std::size_t year[2]{}; // the tokens
        std::optional<std::size_t> count{};
        const entry* spelled_count = nullptr;
    };

    // Few words begin a phrase; numbers do in some languages.
    bool may_begin(const token& t) const {
        return lexicon::tells(traits_[t.id]) | ((t.kind == kind::number) & may_begin_with_number_);
    }
    // Whether the token `i` does, of those from `first` on, which may be elsewhere then.
    bool ends_sentence(const token*& all, std::size_t first, std::size_t i) {
        const token t = all[i - first];
        if (t.kind != kind::symbol && t.kind != kind::end) return false;
        if (t.length == 1 && !is_stop(at_.text()[t.begin])) return false;
        const bool is_end = is_sentence_end(t, i);
        if (!is_end) all = at_.ahead(first, i + 1 - first).data();
        return is_end;
    }
    bool is_sentence_end(const token& t, std::size_t i);
    static bool is_stop(char c) noexcept { return c == '.' || c == '!' || c == '?'; }
    // Whether a phrase goes on after its first word: after most of those, as "in" and "to", none does.
    bool goes_on(const token& t, std::size_t i) {
        const lexicon& words = at_.words();
        const std::uint32_t root = words.root(t.id);
        if (t.kind == kind::number || is_told(words.at(root))) return true;
        const token next = at_.at(i + 1);
        if (next.kind == kind::number) return true;
        if (next.id == 0) return false;
        constexpr std::uint64_t number = categories(category::number).bits();
        return ((words.reach(t.id) | words.reach(next.id)) & number) != 0 || words.follow(root, next.id, next.gap) != 0;
    }
    static bool is_told(const lexicon::node& node) noexcept {
        return (node.has & categories{category::period, category::status, category::each}.bits()) != 0;
    }
    const match& longest(const token& t, std::size_t i);
    void step(std::size_t i, std::uint32_t from, const match& open);
    void enter(std::uint32_t node, std::size_t next, const match& open);
    void add(const match& m, std::vector<prose::candidate>& found);
    bool is_compound(std::size_t i);
    bool is_each(const match& m, std::size_t begin, std::size_t end);
    static bool is_often(const match& m) noexcept;
    bool is_told_of(const match& m, std::size_t begin, std::size_t end);
    bool governs(const match& m, std::size_t begin, std::size_t end);
    std::size_t read_phrase(std::size_t place, std::size_t from);

    cursor& at_;
    const std::uint8_t* const traits_; // of words
    const std::uint16_t year_;
    const std::uint16_t count_;
    const bool may_begin_with_number_;
    const match none_{};
    match best_{};
    std::vector<match> matches_{};
    std::size_t sentence_ = 0; // its first token
};

} // namespace cambist_prose
