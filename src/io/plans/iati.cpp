// SPDX-License-Identifier: MIT
#include "iati.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>
#include <vector>

CAMBIST_BEGIN
namespace io {
namespace {

// The most recipients that one sum has. Real files have far less.
constexpr std::size_t max_recipients = 500;

// Tells what an activity says, as it stands.
class iati_reader : xml_reader {
public:
    iati_reader(std::string_view text, const std::string& file, iati_view view)
        : xml_reader(text, file, "an IATI file", encodings::western), plans_(view) {}

    plan_file read_all() {
        run();
        plan_file& read = plans_.made();
        if (!has_activities_) refuse_root("no iati-activities within it");
        if (read.plans.empty() && read.passed_over.empty() && others_ != std::array<std::size_t, 3>{}) {
            std::string found;
            for (std::size_t i = 0; i < others_.size(); ++i) {
                if (others_[i] == 0) continue;
                found +=
                    (found.empty() ? "" : ", ") + std::to_string(others_[i]) + " of " + std::string(iati_kind_names[i]);
            }
            read.passed_over.push_back({{}, "nothing here is of the view asked for; there are " + found, root_});
        }
        std::stable_sort(read.passed_over.begin(), read.passed_over.end(),
                         [](const unread_plan& a, const unread_plan& b) {
                             return std::tie(a.where.line, a.where.column) < std::tie(b.where.line, b.where.column);
                         });
        return std::move(read);
    }

private:
    enum class level { document, result, activities, activity, text, item, plain };

    // ---- what expat tells

    void start(std::string_view name, const char** attributes) override {
        if (skipped_ > 0) {
            ++skipped_;
            return;
        }
        if (levels_.empty()) root_ = here();
        if (levels_.empty() || levels_.back() == level::result) space_ = name.substr(0, name.find(' ') + 1);
        // Extensions have a namespace of their own, other than the root's.
        if (name.starts_with(space_)) name.remove_prefix(space_.size());
        switch (levels_.empty() ? level::document : levels_.back()) {
        case level::document: return start_document(name, attributes);
        case level::result:
            if (name == "iati-activities") return enter_activities();
            break;
        case level::activities:
            if (name == "iati-activity") return start_activity(attributes);
            break;
        case level::activity: return start_in_activity(name, attributes);
        case level::text:
            // The first of several languages.
            if (name == "narrative" && into_->is_blank()) return enter(level::text);
            break;
        case level::item: return start_in_item(name, attributes);
        case level::plain: break;
        }
        leave_unread();
    }

    void end() override {
        if (skipped_ > 0) {
            --skipped_;
            return;
        }
        const level left = levels_.back();
        levels_.pop_back();
        const level now = levels_.empty() ? level::document : levels_.back();
        if ((left == level::text && now != level::text) || left == level::plain) into_ = nullptr;
        if (left == level::item) end_item();
        if (left == level::activity) end_activity();
    }

    void characters(std::string_view text) override {
        if (skipped_ == 0 && into_ != nullptr) into_->add(text);
    }

    void enter(level next) { levels_.push_back(next); }
    void gather(level next, iati_text& into) {
        into_ = &into;
        enter(next);
    }
    // An element of which nothing within is read.
    void leave_unread() { ++skipped_; }

    // On one line, whatever references are in it.
    static std::string attribute(const char** attributes, std::string_view name) {
        const char* value = find(attributes, name);
        std::string line(value == nullptr ? std::string_view() : without_blanks(value));
        std::replace_if(
            line.begin(), line.end(), [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }, ' ');
        return line;
    }
    // The meaning of a code, or where there is none, the text.
    void coded(const char** attributes, std::string& code, iati_text& word) {
        code = attribute(attributes, "code");
        if (code.empty()) gather(level::plain, word);
        else leave_unread();
    }

    // ---- elements

    [[noreturn]] void refuse_root(const std::string& what) {
        refuse<xml_error>(root_, "iati-activities, as in a file of IATI activities, should stand here; " + what);
    }

    void start_document(std::string_view name, const char** attributes) {
        if (name == "iati-activities") return enter_activities();
        if (name == "result") return enter(level::result); // so the datastore wrapped what it answered
        if (name == "iati-activity") {
            has_activities_ = true;
            return start_activity(attributes);
        }
        if (name == "iati-organisations" || name == "iati-organisation")
            refuse_root(detail::quoted(name) +
                        " does. Its budgets are of organisations, and sum up those of their activities; "
                        "read the publisher's activity file instead");
        refuse_root(detail::quoted(name) + " does");
    }

    void enter_activities() {
        has_activities_ = true;
        enter(level::activities);
    }

    void start_activity(const char** attributes) {
        now_ = {};
        now_.where = here();
        now_.currency = attribute(attributes, "default-currency");
        enter(level::activity);
    }

    void end_activity() {
        plans_.add(now_);
        now_ = {};
    }

    void start_in_activity(std::string_view name, const char** attributes) {
        const auto first = [&](iati_text& text) { // of several, as in IATI 1 by language
            if (text.is_blank()) gather(level::text, text);
            else leave_unread();
        };
        if (name == "iati-identifier") return first(now_.id);
        if (name == "title") return first(now_.title);
        if (name == "reporting-org") {
            if (now_.holder_ref.empty()) now_.holder_ref = attribute(attributes, "ref").substr(0, max_iati_text);
            return first(now_.holder);
        }
        if (name == "activity-status" && now_.status.empty()) return coded(attributes, now_.status, now_.status_word);
        if (read_place(name, attributes, now_.countries, now_.regions)) return leave_unread();
        for (const iati_kind each : {iati_kind::budget, iati_kind::planned, iati_kind::transaction}) {
            if (name == iati_kind_names[static_cast<std::size_t>(each)]) return start_item(each, attributes);
        }
        leave_unread();
    }

    void start_item(iati_kind is, const char** attributes) {
        iati_item& i = now_.items.emplace_back();
        i.is = is;
        i.number = ++now_.counts[static_cast<std::size_t>(is)];
        i.where = here();
        if (is != iati_kind::transaction) i.type = attribute(attributes, "type");
        i.status = attribute(attributes, "status");
        enter(level::item);
    }

    void end_item() {
        const iati_item& i = now_.items.back();
        ++others_[static_cast<std::size_t>(i.is)];
        if (!plans_.wants(i)) now_.items.pop_back();
        else if (now_.items.size() > max_plans) refuse_iati_size(i.where);
    }

    void start_in_item(std::string_view name, const char** attributes) {
        iati_item& i = now_.items.back();
        if (name == "value") return start_value(i, attributes);
        if (i.is == iati_kind::transaction) {
            if (name == "transaction-type" && i.type.empty()) return coded(attributes, i.type, i.type_word);
            if (name == "transaction-date") return start_date(i, i.from, name, attributes);
            read_place(name, attributes, i.countries, i.regions);
        } else {
            if (name == "period-start") return start_date(i, i.from, name, attributes);
            if (name == "period-end") return start_date(i, i.to, name, attributes);
        }
        leave_unread();
    }

    void start_value(iati_item& i, const char** attributes) {
        if (i.has_value) {
            i.twice = "value";
            return leave_unread();
        }
        i.has_value = true;
        i.value_place = here();
        i.currency = attribute(attributes, "currency");
        i.value_date = attribute(attributes, "value-date");
        gather(level::plain, i.value);
    }

    void start_date(iati_item& i, std::optional<iati_date>& date, std::string_view name, const char** attributes) {
        std::string iso = attribute(attributes, "iso-date");
        if (date) {
            if (iso.empty() || iso != date->iso) i.twice = name;
            return leave_unread();
        }
        date = iati_date{std::move(iso), {}, here()};
        if (!date->iso.empty()) return leave_unread();
        gather(level::plain, date->text);
    }

    bool read_place(std::string_view name, const char** attributes, std::vector<iati_place>& countries,
                    std::vector<iati_place>& regions) {
        const bool is_country = name == "recipient-country";
        if (!is_country && name != "recipient-region") return false;
        // Regions of the DAC: of other vocabularies they say the same again.
        const std::string vocabulary = attribute(attributes, is_country ? "" : "vocabulary");
        std::string code = attribute(attributes, "code");
        if (code.empty() || (!vocabulary.empty() && vocabulary != "1" && vocabulary != "DAC")) return true;
        if (countries.size() + regions.size() == max_recipients)
            refuse<limit_error>(here(), "more than " + std::to_string(max_recipients) + " recipients of one sum");
        code.resize(std::min<std::size_t>(code.size(), 20));
        std::string percentage = attribute(attributes, "percentage");
        if (percentage.size() > max_iati_text) percentage.clear();
        (is_country ? countries : regions).push_back({is_country ? code : "region " + code, std::move(percentage)});
        return true;
    }

    iati_plans plans_;
    std::vector<level> levels_{};
    std::size_t skipped_ = 0; // elements that are open and not read
    iati_text* into_ = nullptr;
    citation root_{};
    std::string space_{}; // the namespace of the root and a blank, if it has one
    bool has_activities_ = false;
    iati_activity now_{};
    std::array<std::size_t, 3> others_{}; // of each kind, in the view or not
};

} // namespace

void iati_text::add(std::string_view more) {
    if (text.empty()) more.remove_prefix(std::min(more.find_first_not_of(xml_blanks), more.size()));
    const std::size_t room = max_iati_text - text.size();
    is_cut = is_cut || without_blanks(more).size() > room;
    text += more.substr(0, room);
}

std::string iati_text::line() const {
    std::string result;
    const std::size_t bad = find_invalid_utf8(text); // where it was cut within a character
    for (const char c : without_blanks(std::string_view(text).substr(0, bad))) {
        const bool is_blank = xml_blanks.find(c) != std::string_view::npos || c == '\x7f';
        if (is_blank && result.ends_with(' ')) continue;
        result += is_blank ? ' ' : c;
    }
    return is_cut ? result + "..." : result;
}

plan_file parse_iati(std::string_view text, const std::string& file, iati_view view) {
    return iati_reader(text, file, view).read_all();
}

} // namespace io
CAMBIST_END
