// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: an activity of IATI as it stands in its file, and what makes plans of it.

#include <cambist/io/plans.hpp>
#include <cambist/numbers/error.hpp>

#include "../formats/xml.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

CAMBIST_BEGIN
namespace io {

/// The most bytes read of a text between tags: titles are shortened to it, and no identifier or value is longer.
inline constexpr std::size_t max_iati_text = 500;

/// The text of an element, in pieces; of a long one the beginning.
struct iati_text {
    std::string text{};
    bool is_cut = false;

    void add(std::string_view more);
    /// On one line, without blanks at its ends.
    std::string line() const;
    bool is_blank() const { return text.find_first_not_of(xml_blanks) == std::string::npos; }
};

enum class iati_kind : std::uint8_t { budget, planned, transaction };
inline constexpr std::string_view iati_kind_names[] = {"budget", "planned-disbursement", "transaction"};

/// A date by its attribute, or where it has none, its text.
struct iati_date {
    std::string iso{};
    iati_text text{};
    citation where{};
};

/// A recipient country or region.
struct iati_place {
    std::string name;
    std::string percentage{};
};

/// A budget, planned disbursement or transaction.
struct iati_item {
    iati_kind is{};
    std::size_t number = 0; ///< of its kind in the activity, from 1
    citation where{};
    std::string type{};
    iati_text type_word{}; ///< where no code says it
    std::string status{};
    std::optional<iati_date> from{};
    std::optional<iati_date> to{}; ///< a transaction has only one date
    bool has_value = false;
    iati_text value{};
    citation value_place{};
    std::string currency{};
    std::string value_date{};
    std::string twice{}; ///< the part that it states a second time, and differently
    std::vector<iati_place> countries{};
    std::vector<iati_place> regions{};
};

struct iati_activity {
    citation where{};
    iati_text id{};
    iati_text title{};
    iati_text holder{};
    std::string holder_ref{};
    std::string currency{};
    std::string status{};
    iati_text status_word{}; ///< where no code says it
    std::vector<iati_place> countries{};
    std::vector<iati_place> regions{};
    std::vector<iati_item> items{};
    std::array<std::size_t, 3> counts{};
};

/// Makes plans of activities, one activity at a time. Every item that it wants becomes plans, or is passed over.
class iati_plans {
public:
    explicit iati_plans(iati_view view) : view_(view) {}

    /// Whether it is of the view, or nobody can say whether it is.
    bool wants(const iati_item& i) const;
    void add(const iati_activity& activity);
    plan_file& made() noexcept { return made_; }

private:
    struct entry;
    class sorted_revisions;
    using range = std::pair<std::size_t, std::size_t>;

    void pass_over(std::string id, std::string why, const citation& where);
    entry understood(const iati_activity& of, const iati_item& i) const;
    void revise(const iati_activity& of, std::vector<entry>& entries, const std::string& id);
    void emit(const iati_activity& of, std::vector<entry>& entries, const std::string& id);
    void emit(const iati_activity& of, const entry& e, const std::string& id);
    void supersede(const std::map<const entry*, range>& plans);
    void link(const std::map<const entry*, range>& plans);

    iati_view view_;
    std::map<std::string, std::size_t> lines_{}; // of the activities
    std::size_t links_ = 0;
    plan_file made_{};
};

/// \throws limit_error
[[noreturn]] void refuse_iati_size(const citation& where);

} // namespace io
CAMBIST_END
