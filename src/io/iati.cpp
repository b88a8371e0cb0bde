// SPDX-License-Identifier: MIT
#include <cambist/io/plans.hpp>
#include <cambist/parse.hpp>
#include <cambist/phasing.hpp>

#include "xml.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

CAMBIST_BEGIN
namespace io {
namespace {

using cambist::detail::quoted;

// What is read of a text between tags: titles are shortened to it, and no identifier or value is longer.
constexpr std::size_t max_iati_text = 500;
// The most budgets that one activity may revise, recipients that share one sum, recipients that are named where none
// shares, and links between the plans of a file. Real files have far less.
constexpr std::size_t max_revised = 10'000;
constexpr std::size_t max_recipients = 500;
constexpr std::size_t max_named = 10;
constexpr std::size_t max_links = 4 * max_plans;

std::string_view without_blanks(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(xml_blanks), text.size()));
    return text.substr(0, text.find_last_not_of(xml_blanks) + 1);
}

// The text of an element, in pieces; of a long one the beginning.
struct gathered {
    std::string text{};
    bool is_cut = false;

    void add(std::string_view more) {
        if (text.empty()) more.remove_prefix(std::min(more.find_first_not_of(xml_blanks), more.size()));
        const std::size_t room = max_iati_text - text.size();
        is_cut = is_cut || without_blanks(more).size() > room;
        text += more.substr(0, room);
    }
    // On one line, without blanks at its ends.
    std::string line() const {
        std::string result;
        const std::size_t bad = find_invalid_utf8(text); // where it was cut within a character
        for (const char c : without_blanks(std::string_view(text).substr(0, bad))) {
            const bool is_blank = xml_blanks.find(c) != std::string_view::npos || c == '\x7f';
            if (is_blank && result.ends_with(' ')) continue;
            result += is_blank ? ' ' : c;
        }
        return is_cut ? result + "..." : result;
    }
};

// Why something cannot be a plan.
struct unreadable {
    std::string why;
    citation where;
};

enum class kind : std::uint8_t { budget, planned, transaction };
constexpr std::string_view kind_names[] = {"budget", "planned-disbursement", "transaction"};

// An attribute, or what an element says: as it stands, and where.
struct stated {
    std::string text{};
    citation where{};
};

struct place_share {
    std::string name;
    std::optional<exact> percentage{}; // none where it is not stated, or no number
};

// A budget, planned disbursement or transaction as it stands.
struct item {
    kind is{};
    std::size_t number = 0; // of its kind in the activity, from 1
    citation where{};
    std::string type{};
    std::string status{};
    std::optional<stated> from{};
    std::optional<stated> to{}; // a transaction has only one date
    gathered value{};
    citation value_place{};
    std::string currency{};
    std::string value_date{};
    bool has_value = false;
    std::vector<place_share> countries{};
    std::vector<place_share> regions{};
};

struct activity {
    citation where{};
    gathered id{};
    gathered title{};
    gathered holder{};
    std::string holder_ref{};
    std::string currency{};
    std::string status{};
    std::vector<place_share> countries{};
    std::vector<place_share> regions{};
    std::vector<item> items{};
    std::array<std::size_t, 3> counts{};
};

// What an item says, once it is understood.
struct entry {
    const item* of = nullptr; // null once it is passed over
    period over;
    partial_date from;
    partial_date to;
    exact value{};
    int decimals = 0;
    currency in{};
    std::optional<partial_date> valued{};
    bool revised = false;
    std::vector<const entry*> revisions{};
};

// ---- what texts mean

// A number of XML Schema's decimals: a sign perhaps, and digits about a point.
exact read_decimal(std::string_view text, int* decimals = nullptr) {
    std::string number(without_blanks(text));
    const std::size_t sign = number.starts_with('-') ? 1 : 0;
    if (number.starts_with('+')) number.erase(0, 1);
    if (number.size() > sign + 1 && number[sign] == '.') number.insert(sign, "0");
    if (number.size() > 1 && number.ends_with('.')) number.pop_back();
    if (const std::size_t odd = number.find_first_not_of("0123456789.", sign); odd != std::string::npos)
        throw parse_error("digits and at most one decimal point", number.substr(odd, 1), odd);
    if (decimals != nullptr)
        *decimals = number.find('.') == std::string::npos ? 0 : static_cast<int>(number.size() - number.find('.') - 1);
    return read_numeral(number);
}

// A date of XML Schema: a day, and perhaps a time zone, or the midnight it begins with.
partial_date read_date(std::string_view text) {
    text = without_blanks(text);
    const std::chrono::sys_days day = parse_day(text.substr(0, 10));
    std::string_view rest = text.substr(10);
    for (const std::string_view midnight : {"T00:00:00", ".000", ".0"}) {
        if (rest.starts_with(midnight)) rest.remove_prefix(midnight.size());
    }
    const auto is_digit = [&](std::size_t at) { return rest[at] >= '0' && rest[at] <= '9'; };
    const bool is_zone = rest.size() == 6 && (rest[0] == '+' || rest[0] == '-') && is_digit(1) && is_digit(2) &&
                         rest[3] == ':' && is_digit(4) && is_digit(5);
    if (!rest.empty() && rest != "Z" && !is_zone) throw date_error("a date as 2024-05-29", std::string(text), 0);
    return partial_date(std::chrono::year_month_day(day));
}

plan_status status_of(std::string_view code) {
    if (code == "1") return plan_status::in_negotiation; // pipeline
    if (code == "2") return plan_status::in_execution;
    if (code == "3" || code == "4") return plan_status::completed; // finalisation; closed
    if (code == "5") return plan_status::cancelled;
    return plan_status::announced; // 6, suspended, and what is not stated
}

// Letters were the codes of IATI 1.
bool is_in(iati_view view, const item& i) {
    switch (view) {
    case iati_view::budgets: return i.is == kind::budget;
    case iati_view::planned_disbursements: return i.is == kind::planned;
    case iati_view::commitments: return i.is == kind::transaction && (i.type == "2" || i.type == "C");
    case iati_view::disbursements:
        return i.is == kind::transaction && (i.type == "3" || i.type == "4" || i.type == "D" || i.type == "E");
    }
    return false;
}

// ---- where the money goes

// By percentages that sum to a hundred, but for what each lost in rounding to two decimals, which the last makes up
// for. None where they do not.
std::vector<place_share> shared(std::vector<place_share> places) {
    exact sum;
    for (const place_share& each : places) {
        if (!each.percentage || each.percentage->sign() < 0) return {};
        sum += *each.percentage;
    }
    places.erase(std::remove_if(places.begin(), places.end(), [](const place_share& s) { return *s.percentage == 0; }),
                 places.end());
    const exact missing = exact(100) - sum;
    if (places.empty() || abs(missing) > exact(static_cast<std::int64_t>(places.size())) / 100) return {};
    *places.back().percentage += missing;
    return places;
}

std::vector<place_share> shares_of(const std::vector<place_share>& countries, const std::vector<place_share>& regions) {
    std::vector<place_share> all = countries;
    all.insert(all.end(), regions.begin(), regions.end());
    if (all.size() > 1) {
        if (std::vector<place_share> by = shared(all); !by.empty()) return by;
        if (std::vector<place_share> by = shared(countries); !by.empty()) return by;
    }
    std::string names; // nobody says how much goes where
    for (std::size_t i = 0; i < all.size() && i <= max_named; ++i)
        names += (i == 0 ? "" : ", ") + (i == max_named ? "..." : all[i].name);
    return {{names, exact(100)}};
}

// ---- reading

class iati_reader : xml_reader {
public:
    iati_reader(std::string_view text, const std::string& file, iati_view view)
        : xml_reader(text, file, "an IATI file"), view_(view) {}

    plan_file read_all() {
        run();
        if (read_.plans.empty() && read_.passed_over.empty() && others_ != std::array<std::size_t, 3>{}) {
            std::string found;
            for (std::size_t i = 0; i < others_.size(); ++i) {
                if (others_[i] == 0) continue;
                found += (found.empty() ? "" : ", ") + std::to_string(others_[i]) + " of " + std::string(kind_names[i]);
            }
            read_.passed_over.push_back({{}, "nothing here is of the view asked for; there are " + found, root_});
        }
        return std::move(read_);
    }

private:
    enum class level { document, activities, activity, text, item, value };

    // ---- what expat tells

    void start(std::string_view name, const char** attributes) override {
        if (skipped_ > 0) {
            ++skipped_;
            return;
        }
        switch (levels_.empty() ? level::document : levels_.back()) {
        case level::document: return start_document(name, attributes);
        case level::activities:
            if (name == "iati-activity") return start_activity(attributes);
            break;
        case level::activity: return start_in_activity(name, attributes);
        case level::text:
            // The first of several languages.
            if (name == "narrative" && without_blanks(into_->text).empty()) return enter(level::text);
            break;
        case level::item: return start_in_item(name, attributes);
        default: break;
        }
        ++skipped_;
    }

    void end() override {
        if (skipped_ > 0) {
            --skipped_;
            return;
        }
        const level left = levels_.back();
        levels_.pop_back();
        const level now = levels_.empty() ? level::document : levels_.back();
        if (left == level::text && now != level::text) into_ = nullptr;
        if (left == level::value) into_ = nullptr;
        if (left == level::item) end_item();
        if (left == level::activity) finish();
    }

    void characters(std::string_view text) override {
        if (skipped_ == 0 && into_ != nullptr) into_->add(text);
    }

    void enter(level next) { levels_.push_back(next); }
    void gather(level next, gathered& into) {
        into_ = &into;
        enter(next);
    }
    // An element of which nothing within is read.
    void leave_unread() { ++skipped_; }

    static std::string attribute(const char** attributes, std::string_view name) {
        const char* value = find(attributes, name);
        return value == nullptr ? std::string() : std::string(without_blanks(value));
    }

    void start_document(std::string_view name, const char** attributes) {
        root_ = here();
        if (name == "iati-activities") return enter(level::activities);
        if (name == "iati-activity") return start_activity(attributes);
        refuse<xml_error>(root_, "iati-activities, as in a file of IATI activities, should stand here; " +
                                     quoted(name.substr(name.find(' ') + 1)) + " does");
    }

    void start_activity(const char** attributes) {
        now_ = {};
        now_.where = here();
        now_.currency = attribute(attributes, "default-currency");
        enter(level::activity);
    }

    void start_in_activity(std::string_view name, const char** attributes) {
        const auto first = [&](gathered& text) { // of several, as in IATI 1 by language
            if (text.line().empty()) gather(level::text, text);
            else leave_unread();
        };
        if (name == "iati-identifier") return first(now_.id);
        if (name == "title") return first(now_.title);
        if (name == "reporting-org") {
            if (now_.holder_ref.empty()) now_.holder_ref = attribute(attributes, "ref").substr(0, max_iati_text);
            return first(now_.holder);
        }
        if (name == "activity-status") now_.status = attribute(attributes, "code");
        if (read_place(name, attributes, now_.countries, now_.regions)) return leave_unread();
        for (const kind each : {kind::budget, kind::planned, kind::transaction}) {
            if (name == kind_names[static_cast<std::size_t>(each)]) return start_item(each, attributes);
        }
        leave_unread();
    }

    void start_item(kind is, const char** attributes) {
        item& i = now_.items.emplace_back();
        i.is = is;
        i.number = ++now_.counts[static_cast<std::size_t>(is)];
        i.where = here();
        i.type = attribute(attributes, "type");
        i.status = attribute(attributes, "status");
        enter(level::item);
    }

    void end_item() {
        const item& i = now_.items.back();
        ++others_[static_cast<std::size_t>(i.is)];
        if (!is_in(view_, i)) now_.items.pop_back();
        else if (now_.items.size() > max_plans) refuse_size(i.where);
    }

    [[noreturn]] static void refuse_size(const citation& where) {
        refuse<limit_error>(where, "more than " + std::to_string(max_plans) + " plans; split the file");
    }

    void start_in_item(std::string_view name, const char** attributes) {
        item& i = now_.items.back();
        const auto dated = [&](std::optional<stated>& date) {
            if (!date) date = stated{attribute(attributes, "iso-date"), here()};
        };
        if (name == "value" && !i.has_value) {
            i.has_value = true;
            i.value_place = here();
            i.currency = attribute(attributes, "currency");
            i.value_date = attribute(attributes, "value-date");
            return gather(level::value, i.value);
        }
        if (i.is == kind::transaction) {
            if (name == "transaction-type") i.type = attribute(attributes, "code");
            if (name == "transaction-date") dated(i.from);
            read_place(name, attributes, i.countries, i.regions);
        } else {
            if (name == "period-start") dated(i.from);
            if (name == "period-end") dated(i.to);
        }
        leave_unread();
    }

    bool read_place(std::string_view name, const char** attributes, std::vector<place_share>& countries,
                    std::vector<place_share>& regions) {
        const bool is_country = name == "recipient-country";
        if (!is_country && name != "recipient-region") return false;
        // Regions of the DAC: of other vocabularies they say the same again.
        const std::string vocabulary = attribute(attributes, is_country ? "" : "vocabulary");
        std::string code = attribute(attributes, "code");
        if (code.empty() || (!vocabulary.empty() && vocabulary != "1" && vocabulary != "DAC")) return true;
        if (countries.size() + regions.size() == max_recipients)
            refuse<limit_error>(here(), "more than " + std::to_string(max_recipients) + " recipients of one sum");
        code.resize(std::min<std::size_t>(code.size(), 20));
        place_share share{is_country ? code : "region " + code};
        try {
            share.percentage = read_decimal(attribute(attributes, "percentage"));
        } catch (const error&) { // none is shared by it
        }
        (is_country ? countries : regions).push_back(std::move(share));
        return true;
    }

    // ---- an activity, once it has been read

    void pass_over(std::string id, unreadable what) {
        if (read_.passed_over.size() == max_plans)
            refuse<limit_error>(what.where, "more than " + std::to_string(max_plans) + " that are no plans");
        read_.passed_over.push_back({std::move(id), std::move(what.why), std::move(what.where)});
    }

    void finish() {
        std::string id = now_.id.line();
        if (now_.id.is_cut) {
            return pass_over({},
                             {"an identifier of more than " + std::to_string(max_iati_text) + " bytes", now_.where});
        }
        if (id.empty()) id = "activity on line " + std::to_string(now_.where.line);
        if (lines_.size() == max_plans) refuse_size(now_.where);
        const auto [earlier, is_new] = lines_.emplace(id, now_.where.line);
        if (!is_new) {
            return pass_over(
                id, {"a second activity of this identifier; the first is on line " + std::to_string(earlier->second),
                     now_.where});
        }
        std::vector<entry> entries;
        for (const item& i : now_.items) {
            try {
                entries.push_back(understood(i));
            } catch (unreadable& what) {
                pass_over(id_of(id, i), std::move(what));
            }
        }
        revise(entries, id);
        emit(entries, id);
        now_ = {};
    }

    static std::string id_of(const std::string& activity, const item& i) {
        return activity + "/" + std::string(kind_names[static_cast<std::size_t>(i.is)]) + "/" +
               std::to_string(i.number);
    }

    template <class Read>
    static auto reading(const citation& where, const std::string& what, Read read) {
        try {
            return read();
        } catch (const error& e) {
            throw unreadable{what + ": " + e.message(), where};
        }
    }

    entry understood(const item& i) const {
        const bool is_transaction = i.is == kind::transaction;
        const std::string begin = is_transaction ? "transaction-date" : "period-start";
        const auto date = [&](const std::optional<stated>& of, const std::string& name) {
            if (!of) throw unreadable{"no " + name, i.where};
            if (of->text.empty()) throw unreadable{"a " + name + " without its iso-date", of->where};
            return reading(of->where, name, [&] { return read_date(of->text); });
        };
        const partial_date from = date(i.from, begin);
        // A planned disbursement without an end is on the day of its start.
        const bool one_day = is_transaction || (i.is == kind::planned && !i.to);
        const partial_date to = one_day ? from : date(i.to, "period-end");
        const period over = reading(one_day ? i.where : i.to->where, "period-end", [&] { return period(from, to); });
        if (over.last_year() - over.first_year() >= max_years)
            throw unreadable{"a period of more than " + std::to_string(max_years) + " years", i.where};
        if (!i.has_value || i.value.text.empty())
            throw unreadable{i.has_value ? "an empty value" : "no value", i.has_value ? i.value_place : i.where};
        if (i.value.is_cut) throw unreadable{"a value of very many digits", i.value_place};
        entry e{&i, over, from, to};
        e.value = reading(i.value_place, "value", [&] { return read_decimal(i.value.text, &e.decimals); });
        const std::string& code = i.currency.empty() ? now_.currency : i.currency;
        if (code.empty())
            throw unreadable{"a value without a currency, in an activity without a default", i.value_place};
        e.in = reading(i.value_place, "currency", [&] { return parse_currency(code); });
        if (!i.value_date.empty())
            e.valued = reading(i.value_place, "value-date", [&] { return read_date(i.value_date); });
        e.revised = i.is == kind::budget && i.type == "2";
        return e;
    }

    // A revision replaces an original whose days it covers, alone or with others, and an earlier revision of the same
    // days. What an original leaves beside revisions of some of its days, nobody says.
    void revise(std::vector<entry>& entries, const std::string& id) {
        std::vector<const entry*> revisions;
        for (const entry& e : entries) {
            if (e.revised) revisions.push_back(&e);
        }
        if (!revisions.empty() && entries.size() > max_revised)
            refuse<limit_error>(now_.where, "an activity of more than " + std::to_string(max_revised) +
                                                " budgets, some of them revised");
        std::sort(revisions.begin(), revisions.end(), [](const entry* a, const entry* b) {
            return std::pair(a->over.first(), a->of->number) < std::pair(b->over.first(), b->of->number);
        });
        std::vector<const item*> in_part;
        for (entry& e : entries) {
            std::chrono::sys_days covered = e.over.first(); // up to this day
            for (const entry* by : revisions) {
                if (by->over.first() > e.over.last()) break;
                if (!overlap(by->over, e.over)) continue;
                if (e.revised) {
                    if (by->over == e.over && by->valued && e.valued && e.valued->first_day() < by->valued->first_day())
                        e.revisions.push_back(by);
                    continue;
                }
                e.revisions.push_back(by);
                if (by->over.first() <= covered) covered = std::max(covered, by->over.last() + std::chrono::days(1));
            }
            if (!e.revised && !e.revisions.empty() && covered <= e.over.last()) in_part.push_back(e.of);
        }
        if (in_part.empty()) return;
        for (const item* i : in_part) {
            pass_over(id_of(id, *i), {"an original budget of which only some days are revised; what it leaves for the "
                                      "others is not stated",
                                      i->where});
        }
        for (entry& e : entries) {
            if (std::find(in_part.begin(), in_part.end(), e.of) != in_part.end()) e.of = nullptr;
        }
    }

    void emit(std::vector<entry>& entries, const std::string& id) {
        bool many_currencies = false;
        for (const entry& e : entries) many_currencies = many_currencies || !(e.in == entries.front().in);
        std::map<const entry*, std::pair<std::size_t, std::size_t>> made; // the plans of each
        for (const entry& e : entries) {
            if (e.of == nullptr) continue;
            const std::size_t first = read_.plans.size();
            const std::vector<place_share> shares = e.of->countries.empty() && e.of->regions.empty()
                                                        ? shares_of(now_.countries, now_.regions)
                                                        : shares_of(e.of->countries, e.of->regions);
            for (std::size_t i = 0; i < shares.size(); ++i) {
                if (read_.plans.size() == max_plans) refuse_size(e.of->where);
                plan p = plan_of(e, shares[i], id);
                if (shares.size() > 1) p.id += "/" + std::to_string(i + 1);
                if (many_currencies) p.project += ", in " + to_string(e.in);
                if (e.revised && !e.revisions.empty()) p.project += ", before it was revised";
                read_.plans.push_back(std::move(p));
            }
            made[&e] = {first, read_.plans.size()};
        }
        for (const auto& [e, own] : made) {
            for (const entry* by : e->revisions) {
                const auto [first, last] = made.at(by);
                links_ += (last - first) * (own.second - own.first);
                if (links_ > max_links)
                    refuse<limit_error>(e->of->where, "more than " + std::to_string(max_links) + " revisions");
                for (std::size_t i = first; i < last; ++i) {
                    for (std::size_t old = own.first; old < own.second; ++old)
                        read_.plans[i].supersedes.push_back(read_.plans[old].id);
                }
            }
        }
        link(made);
    }

    plan plan_of(const entry& e, const place_share& share, const std::string& id) const {
        const item& i = *e.of;
        exact part = e.value;
        int decimals = std::max(e.decimals, e.in.has_minor_unit() ? e.in.digits() : 0);
        if (*share.percentage != 100) {
            part = e.value * *share.percentage / 100;
            for (exact scaled = part * exact::pow10(decimals); !scaled.is_integer(); scaled = scaled * 10) ++decimals;
        }
        plan p{id_of(id, i), parse_figure(to_decimal(part, {decimals}) + " " + to_string(e.in))};
        p.where = i.where;
        const std::string title = now_.title.line();
        p.project = id + (title.empty() ? "" : " " + title);
        const std::string holder = now_.holder.line();
        p.holder = holder.empty() ? now_.holder_ref : holder;
        p.country = share.name;
        p.status = view_ == iati_view::disbursements ? plan_status::completed : status_of(now_.status);
        p.from = e.from;
        p.to = e.to;
        p.valued = e.valued;
        if (i.is == kind::transaction) p.announced = e.from;
        else {
            p.announced = e.valued;
            p.phased = phasing::actual_days;
        }
        if (i.is == kind::budget) {
            p.note = e.revised ? "revised budget" : "original budget";
            if (i.status == "1") p.note += ", indicative";
            if (i.status == "2") p.note += ", committed";
        }
        p.source = "IATI activity " + id;
        return p;
    }

    // What overlaps in an activity adds up: all of it, to the one that was known first.
    void link(const std::map<const entry*, std::pair<std::size_t, std::size_t>>& made) {
        struct span {
            std::size_t plan;
            const entry* of;
        };
        std::vector<span> spans;
        for (const auto& [e, own] : made) {
            for (std::size_t i = own.first; i < own.second; ++i) spans.push_back({i, e});
        }
        std::vector<plan>& plans = read_.plans;
        const auto is_replaced = [](const span& s) { return !s.of->revised && !s.of->revisions.empty(); };
        const auto group = [&](const span& s) {
            return std::pair(std::string_view(plans[s.plan].project), is_replaced(s));
        };
        std::sort(spans.begin(), spans.end(), [&](const span& a, const span& b) {
            if (group(a) != group(b)) return group(a) < group(b);
            return std::pair(a.of->over.first(), a.plan) < std::pair(b.of->over.first(), b.plan);
        });
        const auto known = [&](std::size_t i) {
            return std::tuple(!plans[i].announced,
                              plans[i].announced ? plans[i].announced->first_day() : std::chrono::sys_days(), i);
        };
        for (std::size_t first = 0; first < spans.size();) {
            std::size_t last = first + 1;
            std::size_t root = spans[first].plan;
            std::chrono::sys_days end = spans[first].of->over.last();
            for (; last < spans.size() && group(spans[last]) == group(spans[first]) &&
                   spans[last].of->over.first() <= end;
                 ++last) {
                end = std::max(end, spans[last].of->over.last());
                if (known(spans[last].plan) < known(root)) root = spans[last].plan;
            }
            for (; first < last; ++first) {
                if (spans[first].plan != root) plans[spans[first].plan].adds_to = plans[root].id;
            }
        }
    }

    iati_view view_;
    std::vector<level> levels_{};
    std::size_t skipped_ = 0; // elements that are open and not read
    gathered* into_ = nullptr;
    citation root_{};
    activity now_{};
    std::map<std::string, std::size_t> lines_{}; // of the activities
    std::array<std::size_t, 3> others_{};        // of each kind, in the view or not
    std::size_t links_ = 0;
    plan_file read_{};
};

} // namespace

plan_file read_iati(std::string_view text, const std::string& file, iati_view view) {
    return iati_reader(text, file, view).read_all();
}

} // namespace io
CAMBIST_END
