// SPDX-License-Identifier: MIT
#include "glued.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace cambist_prose {

namespace {

// The longest morpheme, in bytes.
constexpr std::size_t max_morpheme_bytes = 16;

class glued_number {
public:
    glued_number(std::string_view word, const std::unordered_map<std::string, entry>& morphemes)
        : word_(word), morphemes_(morphemes) {}

    std::optional<spelled_number> read() {
        if (word_.size() > max_word_bytes || !split(0) || found_.size() < 2) return std::nullopt;
        for (std::size_t i = 0; i < found_.size(); ++i) {
            const bool is_at_end = i == 0 || i + 1 == found_.size();
            if (found_[i]->what == category::join ? is_at_end : !take(*found_[i])) return std::nullopt;
        }
        return spelled_number{total_ + group_, unit_};
    }

private:
    // Longest first; a place that led nowhere is not tried again.
    bool split(std::size_t from) {
        if (from == word_.size()) return true;
        if (failed_[from]) return false;
        for (std::size_t size = std::min(word_.size() - from, max_morpheme_bytes); size >= 1; --size) {
            const auto found = morphemes_.find(std::string(word_.substr(from, size)));
            if (found == morphemes_.end()) continue;
            found_.push_back(&found->second);
            if (split(from + size)) return true;
            found_.pop_back();
        }
        failed_[from] = true;
        return false;
    }

    bool take(const entry& e) {
        switch (e.what) {
        case category::number:
            group_ += e.value;
            unit_ = 1;
            has_group_ = true;
            return true;
        case category::mixed:
            group_ += e.value;
            unit_ = e.unit;
            return true;
        case category::scale: take_scale(e); return true;
        default: return false;
        }
    }
    // Hundreds go on within their group; larger scales end it.
    void take_scale(const entry& e) {
        const exact count = has_group_ ? group_ : exact(1);
        if (e.power == 2) {
            group_ = count * e.value;
            unit_ = e.value;
        } else {
            total_ += count * e.value;
            group_ = 0;
            unit_ = (has_group_ ? unit_ : exact(1)) * e.value;
        }
        has_group_ = e.power == 2;
    }

    std::string_view word_;
    const std::unordered_map<std::string, entry>& morphemes_;
    std::array<bool, max_word_bytes + 1> failed_{};
    std::vector<const entry*> found_{};
    exact total_{};
    exact group_{}; // the factor of a larger scale
    exact unit_ = 1;
    bool has_group_ = false;
};

} // namespace

std::optional<spelled_number> read_glued(std::string_view word, const lexicon& words) {
    if (!words.glues()) return std::nullopt;
    return glued_number(folded_text(word), words.morphemes()).read();
}

} // namespace cambist_prose
