// SPDX-License-Identifier: MIT
#include "iati.hpp"

#include <cambist/figures/precision.hpp>
#include <cambist/plans/phasing.hpp>
#include <cambist/text/detail/words.hpp>
#include <cambist/text/parse.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

// The most budgets that one activity may revise, recipients that are named where none shares, and links between the
// plans of a file. Real files have far less.
constexpr std::size_t max_revised = 10'000;
constexpr std::size_t max_named = 10;
constexpr std::size_t max_links = 4 * max_plans;

// Why something cannot be a plan.
struct passed_over {
    std::string why;
    citation where;
};

// ---- what texts mean

std::string in_case(std::string_view text, char first, char last) { // of ASCII letters
    std::string changed(text);
    for (char& c : changed) c = c >= first && c <= last ? static_cast<char>(c ^ 0x20) : c;
    return changed;
}
std::string lower(std::string_view text) { return in_case(text, 'A', 'Z'); }
std::string upper(std::string_view text) { return in_case(text, 'a', 'z'); }

// A number of XML Schema's decimals: a sign perhaps, and digits about a point.
exact read_decimal(std::string_view text, int* decimals = nullptr) {
    std::string number(without_blanks(text));
    const std::size_t sign = number.starts_with('-') ? 1 : 0;
    if (number.starts_with('+')) number.erase(0, 1);
    if (number.size() > sign + 1 && number[sign] == '.') number.insert(sign, "0");
    if (number.size() > 1 && number.ends_with('.')) number.pop_back();
    if (const std::size_t odd = number.find_first_not_of("0123456789.", sign); odd != std::string::npos)
        throw parse_error("digits and at most one decimal point", number.substr(odd, 1), odd);
    if (decimals != nullptr) *decimals = cambist::detail::digits_after_point(number);
    return parse_numeral(number);
}

// A date of XML Schema: a day, and perhaps a time zone, or the midnight it begins with.
partial_date read_date(std::string_view text) {
    text = without_blanks(text);
    const std::chrono::sys_days day = parse_day(text.substr(0, 10));
    std::string_view rest = text.substr(10);
    for (const std::string_view midnight : {"T00:00:00", ".000", ".0"}) {
        if (rest.starts_with(midnight)) rest.remove_prefix(midnight.size());
    }
    const auto is_digit = [&](std::size_t at) { return cambist::detail::is_digit(rest[at]); };
    const bool is_zone = rest.size() == 6 && (rest[0] == '+' || rest[0] == '-') && is_digit(1) && is_digit(2) &&
                         rest[3] == ':' && is_digit(4) && is_digit(5);
    if (!rest.empty() && rest != "Z" && !is_zone) throw date_error("a date as 2024-05-29", std::string(text), 0);
    return partial_date(std::chrono::year_month_day(day));
}

// Words were the codes of early files.
plan_status status_of(const iati_activity& of) {
    const std::string code = lower(of.status.empty() ? of.status_word.line() : of.status);
    const auto is = [&](std::initializer_list<std::string_view> words) {
        return std::find(words.begin(), words.end(), code) != words.end();
    };
    if (is({"1", "pipeline/identification", "pipeline", "identification"})) return plan_status::in_negotiation;
    if (is({"2", "implementation"})) return plan_status::in_execution;
    if (is({"3", "completion", "finalisation", "4", "post-completion", "closed"})) return plan_status::completed;
    if (is({"5", "cancelled"})) return plan_status::cancelled;
    return plan_status::announced; // suspended, and what is not stated
}

enum class meaning : std::uint8_t { original, revised, commitment, disbursement, expenditure, of_no_view, unknown };

std::string type_text(const iati_item& i) { return i.type.empty() ? i.type_word.line() : i.type; }

// Words and letters were the codes of IATI 1.
meaning meaning_of(const iati_item& i) {
    struct code {
        std::string_view type;
        meaning means;
    };
    static constexpr code budgets[] = {{"", meaning::original},
                                       {"1", meaning::original},
                                       {"original", meaning::original},
                                       {"2", meaning::revised},
                                       {"revised", meaning::revised}};
    static constexpr code transactions[] = {{"2", meaning::commitment},
                                            {"c", meaning::commitment},
                                            {"commitment", meaning::commitment},
                                            {"3", meaning::disbursement},
                                            {"d", meaning::disbursement},
                                            {"disbursement", meaning::disbursement},
                                            {"4", meaning::expenditure},
                                            {"e", meaning::expenditure},
                                            {"expenditure", meaning::expenditure},
                                            {"outgoing commitment", meaning::commitment}};
    // Incoming funds, interest, loan repayment, reimbursement, equity, guarantees, incoming commitments, pledges.
    static constexpr std::string_view others[] = {"1",  "5",  "6",  "7",  "8", "9",  "10", "11", "12",
                                                  "13", "if", "ir", "lr", "r", "qp", "qs", "cg"};
    const std::string type = lower(type_text(i));
    const auto look_up = [&](const auto& codes) {
        for (const code& each : codes) {
            if (each.type == type) return each.means;
        }
        return meaning::unknown;
    };
    if (i.is != iati_kind::transaction) return look_up(budgets);
    if (std::find(std::begin(others), std::end(others), type) != std::end(others)) return meaning::of_no_view;
    return look_up(transactions);
}

// ---- where the money goes

struct place_share {
    std::string name;
    exact percentage;
};

// By percentages that sum to a hundred, but for what each lost in rounding to two decimals, which the last makes up
// for. None where they do not.
std::vector<place_share> shared(const std::vector<iati_place>& places) {
    std::vector<place_share> shares;
    exact sum;
    for (const iati_place& each : places) {
        exact part;
        try {
            part = read_decimal(each.percentage);
        } catch (const error&) { // none is shared by it
            return {};
        }
        if (part.sign() < 0) return {};
        sum += part;
        if (part != 0) shares.push_back({each.name, std::move(part)});
    }
    const exact missing = exact(100) - sum;
    if (shares.empty() || abs(missing) > exact(static_cast<std::int64_t>(shares.size())) / 100) return {};
    shares.back().percentage += missing;
    return shares;
}

std::vector<place_share> shares_of(const std::vector<iati_place>& countries, const std::vector<iati_place>& regions) {
    std::vector<iati_place> all = countries;
    all.insert(all.end(), regions.begin(), regions.end());
    if (all.size() > 1) {
        if (std::vector<place_share> by = shared(all); !by.empty()) return by;
        if (std::vector<place_share> by = shared(countries); !by.empty()) return by;
    }
    // Beside one country, regions of which none has a part say where it lies.
    const auto has_part = [](const iati_place& place) { return !place.percentage.empty(); };
    if (countries.size() == 1 && std::none_of(all.begin(), all.end(), has_part)) all.resize(1);
    std::string names; // nobody says how much goes where
    for (std::size_t i = 0; i < all.size() && i <= max_named; ++i)
        names += (i == 0 ? "" : ", ") + (i == max_named ? "..." : all[i].name);
    return {{names, exact(100)}};
}

std::string id_of(const std::string& activity, const iati_item& i) {
    return activity + "/" + std::string(iati_kind_names[static_cast<std::size_t>(i.is)]) + "/" +
           std::to_string(i.number);
}

// Budgets that meet in one day, as those do that end on the day the next begins, revise nothing of each other.
bool concerns(const period& revision, const period& other) {
    const auto first = std::max(revision.first(), other.first());
    const auto last = std::min(revision.last(), other.last());
    constexpr std::chrono::days one(1);
    return first < last || (first == last && (revision.length() == one || other.length() == one));
}

template <class Read>
auto reading(const citation& where, const std::string& what, Read read) {
    try {
        return read();
    } catch (const error& e) {
        throw passed_over{what + ": " + e.message(), where};
    }
}

partial_date date_of(const std::optional<iati_date>& date, const std::string& name, const iati_item& i) {
    if (!date) throw passed_over{"no " + name, i.where};
    if (!date->iso.empty()) return reading(date->where, name, [&] { return read_date(date->iso); });
    // Free text, which is a date, a month or a year where it is nothing else.
    const std::string_view text = without_blanks(date->text.text);
    try {
        return text.size() < 10 ? parse_partial_date(text) : read_date(text);
    } catch (const error&) {
        throw passed_over{"a " + name + " without its iso-date", date->where};
    }
}

} // namespace

// An item, once it is understood.
struct iati_plans::entry {
    const iati_item* of = nullptr; // null once it is passed over
    period over;
    partial_date from;
    partial_date to;
    exact value{};
    int decimals = 0;
    currency in{};
    std::optional<partial_date> valued{};
    meaning means{};
    std::vector<const entry*> revisions{};

    bool is_revision() const { return means == meaning::revised; }
    bool is_replaced() const { return !is_revision() && !revisions.empty(); }

    // Whether its revisions, in the order of their first days, leave none of its days.
    bool is_covered() const {
        std::chrono::sys_days until = over.first(); // not included
        for (const entry* by : revisions) {
            if (by->over.first() <= until) until = std::max(until, by->over.last() + std::chrono::days(1));
        }
        return until > over.last();
    }
};

// The revisions of an activity, by their first days; which of them revise one is found without looking at all.
class iati_plans::sorted_revisions {
public:
    explicit sorted_revisions(std::vector<const entry*> all) : all_(std::move(all)), latest_(all_.size()) {
        std::sort(all_.begin(), all_.end(), before);
        find_latest(0, all_.size());
    }

    std::vector<const entry*> of(const entry& e) const {
        std::vector<const entry*> found;
        if (!e.is_revision()) add_concerning(0, all_.size(), e.over, found);
        else if (e.valued) add_later(e, found);
        return found;
    }

private:
    static bool before(const entry* a, const entry* b) {
        const auto rank = [](const entry* e) {
            const auto valued = e->valued ? std::optional(e->valued->first_day()) : std::nullopt;
            return std::tuple(e->over.first(), e->over.last(), valued);
        };
        return rank(a) < rank(b);
    }

    // As a tree, whose root is in the middle of a range: the last day of any in it.
    std::chrono::sys_days find_latest(std::size_t from, std::size_t to) {
        if (from == to) return std::chrono::sys_days::min();
        const std::size_t root = from + (to - from) / 2;
        latest_[root] = std::max({all_[root]->over.last(), find_latest(from, root), find_latest(root + 1, to)});
        return latest_[root];
    }
    void add_concerning(std::size_t from, std::size_t to, const period& days, std::vector<const entry*>& into) const {
        if (from == to) return;
        const std::size_t root = from + (to - from) / 2;
        if (latest_[root] < days.first()) return;
        add_concerning(from, root, days, into);
        if (all_[root]->over.first() > days.last()) return;
        if (concerns(all_[root]->over, days)) into.push_back(all_[root]);
        add_concerning(root + 1, to, days, into);
    }
    // Of the very same days, with a later value-date.
    void add_later(const entry& e, std::vector<const entry*>& into) const {
        auto at = std::upper_bound(all_.begin(), all_.end(), &e, before);
        for (; at != all_.end() && (*at)->over == e.over; ++at) into.push_back(*at);
    }

    std::vector<const entry*> all_;
    std::vector<std::chrono::sys_days> latest_;
};

namespace {

[[noreturn]] void refuse_links(const citation& where) {
    refuse<limit_error>(where, "more than " + std::to_string(max_links) + " revisions");
}

} // namespace

void refuse_iati_size(const citation& where) {
    refuse<limit_error>(where, "more than " + std::to_string(max_plans) + " plans; split the file");
}

bool iati_plans::wants(const iati_item& i) const {
    if (view_ == iati_view::budgets) return i.is == iati_kind::budget;
    if (view_ == iati_view::planned_disbursements) return i.is == iati_kind::planned;
    if (i.is != iati_kind::transaction) return false;
    const meaning means = meaning_of(i);
    if (means == meaning::unknown) return true;
    return view_ == iati_view::commitments ? means == meaning::commitment
                                           : means == meaning::disbursement || means == meaning::expenditure;
}

void iati_plans::pass_over(std::string id, std::string why, const citation& where) {
    if (made_.passed_over.size() == max_plans)
        refuse<limit_error>(where, "more than " + std::to_string(max_plans) + " that are no plans");
    made_.passed_over.push_back({std::move(id), std::move(why), where});
}

void iati_plans::add(const iati_activity& of) {
    std::string id = of.id.line();
    if (id.empty()) id = "activity at " + std::to_string(of.where.line) + ":" + std::to_string(of.where.column);
    const auto pass_all_over = [&](const std::string& why) {
        for (const iati_item& i : of.items) pass_over(of.id.is_cut ? "" : id_of(id, i), why, i.where);
    };
    if (of.id.is_cut)
        return pass_all_over("its activity has an identifier of more than " + std::to_string(max_iati_text) + " bytes");
    if (lines_.size() == max_plans) refuse_iati_size(of.where);
    const auto [earlier, is_new] = lines_.emplace(id, of.where.line);
    if (!is_new) {
        return pass_all_over("of a second activity of this identifier; the first is on line " +
                             std::to_string(earlier->second));
    }
    std::vector<entry> entries;
    for (const iati_item& i : of.items) {
        try {
            entries.push_back(understood(of, i));
        } catch (const passed_over& what) {
            pass_over(id_of(id, i), what.why, what.where);
        }
    }
    revise(of, entries, id);
    emit(of, entries, id);
}

iati_plans::entry iati_plans::understood(const iati_activity& of, const iati_item& i) const {
    const bool is_transaction = i.is == iati_kind::transaction;
    const meaning means = meaning_of(i);
    if (means == meaning::unknown) {
        const std::string type = type_text(i);
        const std::string kind(iati_kind_names[static_cast<std::size_t>(i.is)]);
        throw passed_over{"a " + kind +
                              (type.empty() ? " without a type"
                                            : " of type " + detail::quoted(type) +
                                                  (is_transaction ? ", which is no code of IATI's"
                                                                  : ", which is neither original (1) nor revised (2)")),
                          i.where};
    }
    if (!i.twice.empty()) throw passed_over{"a second " + i.twice + "; which of them holds is not stated", i.where};
    const partial_date from = date_of(i.from, is_transaction ? "transaction-date" : "period-start", i);
    // A planned disbursement without an end is on the day of its start.
    const bool one_day = is_transaction || (i.is == iati_kind::planned && !i.to);
    const partial_date to = one_day ? from : date_of(i.to, "period-end", i);
    const period over = reading(one_day ? i.where : i.to->where, "period-end", [&] { return period(from, to); });
    if (over.last_year() - over.first_year() >= max_years)
        throw passed_over{"a period of more than " + std::to_string(max_years) + " years", i.where};
    if (!i.has_value || i.value.is_blank())
        throw passed_over{i.has_value ? "an empty value" : "no value", i.has_value ? i.value_place : i.where};
    if (i.value.is_cut) throw passed_over{"a value of very many digits", i.value_place};
    entry e{&i, over, from, to};
    e.value = reading(i.value_place, "value", [&] { return read_decimal(i.value.text, &e.decimals); });
    const std::string code = upper(i.currency.empty() ? of.currency : i.currency);
    if (code.empty()) throw passed_over{"a value without a currency, in an activity without a default", i.value_place};
    e.in = reading(i.value_place, "currency", [&] { return parse_currency(code); });
    if (!i.value_date.empty()) e.valued = reading(i.value_place, "value-date", [&] { return read_date(i.value_date); });
    e.means = means;
    return e;
}

// A revision replaces an original whose days it covers, alone or with others, and an earlier revision of the same
// days. What an original leaves beside revisions of some of its days, nobody says.
void iati_plans::revise(const iati_activity& of, std::vector<entry>& entries, const std::string& id) {
    std::vector<const entry*> revisions;
    for (const entry& e : entries) {
        if (e.is_revision()) revisions.push_back(&e);
    }
    if (!revisions.empty() && entries.size() > max_revised)
        refuse<limit_error>(of.where, "an activity of more than " + std::to_string(max_revised) +
                                          " budgets, some of them revised");
    const sorted_revisions sorted(std::move(revisions));
    std::size_t links = 0;
    for (entry& e : entries) {
        e.revisions = sorted.of(e);
        links += e.revisions.size();
        if (links > max_links) refuse_links(e.of->where);
        if (e.is_revision() || e.revisions.empty() || e.is_covered()) continue;
        pass_over(id_of(id, *e.of),
                  "an original " + std::string(e.of->is == iati_kind::budget ? "budget" : "planned disbursement") +
                      " of which only some days are revised; what it leaves for the others is not stated",
                  e.of->where);
        e.of = nullptr;
    }
}

namespace {

plan plan_of(const iati_activity& activity, const std::string& id, const iati_item& i, exact part, int decimals,
             const currency& in, const place_share& share) {
    if (share.percentage != 100) {
        part = part * share.percentage / 100;
        decimals =
            std::max(decimals, part.shortest_decimals().value()); // of two texts of `max_iati_text` bytes at most
    }
    plan p{id_of(id, i),
           reported_amount(money<>(part, in), {decimals}, to_decimal(part, {decimals}) + " " + to_string(in))};
    p.where = i.where;
    const std::string title = activity.title.line();
    p.project = id + (title.empty() ? "" : " " + title);
    const std::string holder = activity.holder.line();
    p.holder = holder.empty() ? activity.holder_ref : holder;
    p.country = share.name;
    p.source = "IATI activity " + id;
    return p;
}

// Details that no field has.
std::string note_of(const iati_item& i, meaning means) {
    switch (means) {
    case meaning::original:
    case meaning::revised: {
        const std::string stage = means == meaning::revised ? "revised" : "original";
        if (i.is == iati_kind::planned) return (i.type.empty() ? "" : stage + " ") + "planned disbursement";
        const std::string status = lower(i.status);
        if (status == "2" || status == "committed") return stage + " budget, committed";
        // The standard takes a budget of no status for indicative.
        return stage + " budget, indicative" + (status.empty() ? " by default" : "");
    }
    case meaning::commitment: return "outgoing commitment";
    case meaning::disbursement: return "disbursement";
    case meaning::expenditure: return "expenditure";
    default: return {};
    }
}

} // namespace

void iati_plans::emit(const iati_activity& of, std::vector<entry>& entries, const std::string& id) {
    const bool many_currencies =
        std::any_of(entries.begin(), entries.end(), [&](const entry& e) { return !(e.in == entries.front().in); });
    std::map<const entry*, range> made; // the plans of each
    for (const entry& e : entries) {
        if (e.of == nullptr) continue;
        const std::size_t first = made_.plans.size();
        emit(of, e, id);
        std::string besides = many_currencies ? ", in " + to_string(e.in) : "";
        if (e.is_revision() && !e.revisions.empty()) besides += ", before it was revised";
        for (std::size_t i = first; i < made_.plans.size(); ++i) made_.plans[i].project += besides;
        made[&e] = {first, made_.plans.size()};
    }
    supersede(made);
    link(made);
}

// A plan for each place the money goes to.
void iati_plans::emit(const iati_activity& of, const entry& e, const std::string& id) {
    const iati_item& i = *e.of;
    const bool is_transaction = i.is == iati_kind::transaction;
    const bool has_places = !i.countries.empty() || !i.regions.empty();
    const std::vector<place_share> shares =
        has_places ? shares_of(i.countries, i.regions) : shares_of(of.countries, of.regions);
    const int decimals = std::max(e.decimals, e.in.has_minor_unit() ? e.in.digits() : 0);
    for (std::size_t n = 0; n < shares.size(); ++n) {
        if (made_.plans.size() == max_plans) refuse_iati_size(i.where);
        plan p = plan_of(of, id, i, e.value, decimals, e.in, shares[n]);
        if (shares.size() > 1) p.id += "/" + std::to_string(n + 1);
        p.status = view_ == iati_view::disbursements ? plan_status::completed : status_of(of);
        p.from = e.from;
        p.to = e.to;
        p.valued = e.valued;
        p.announced = is_transaction ? e.from : e.valued;
        if (!is_transaction) p.phased = phasing::actual_days;
        p.note = note_of(i, e.means);
        made_.plans.push_back(std::move(p));
    }
}

// Budgets of one activity go to the same places, so that each place's part replaces its own.
void iati_plans::supersede(const std::map<const entry*, range>& plans) {
    for (const auto& [e, own] : plans) {
        for (const entry* by : e->revisions) {
            const std::size_t parts = own.second - own.first;
            const std::size_t first = plans.at(by).first;
            links_ += parts;
            if (links_ > max_links) refuse_links(e->of->where);
            for (std::size_t i = 0; i < parts; ++i)
                made_.plans[first + i].supersedes.push_back(made_.plans[own.first + i].id);
        }
    }
}

// Overlapping plans of an activity add up: all of them, to the one that was known first.
void iati_plans::link(const std::map<const entry*, range>& plans) {
    struct span {
        std::size_t plan;
        const entry* of;
    };
    std::vector<span> spans;
    for (const auto& [e, own] : plans) {
        for (std::size_t i = own.first; i < own.second; ++i) spans.push_back({i, e});
    }
    std::vector<plan>& all = made_.plans;
    const auto group = [&](const span& s) {
        return std::pair(std::string_view(all[s.plan].project), s.of->is_replaced());
    };
    std::sort(spans.begin(), spans.end(), [&](const span& a, const span& b) {
        if (group(a) != group(b)) return group(a) < group(b);
        return std::pair(a.of->over.first(), a.plan) < std::pair(b.of->over.first(), b.plan);
    });
    const auto known = [&](std::size_t i) {
        return std::tuple(!all[i].announced, all[i].announced ? all[i].announced->first_day() : std::chrono::sys_days(),
                          i);
    };
    for (std::size_t first = 0; first < spans.size();) {
        std::size_t last = first + 1;
        std::size_t root = spans[first].plan;
        std::chrono::sys_days end = spans[first].of->over.last();
        for (; last < spans.size() && group(spans[last]) == group(spans[first]) && spans[last].of->over.first() <= end;
             ++last) {
            end = std::max(end, spans[last].of->over.last());
            if (known(spans[last].plan) < known(root)) root = spans[last].plan;
        }
        for (; first < last; ++first) {
            if (spans[first].plan != root) all[spans[first].plan].adds_to = all[root].id;
        }
    }
}

} // namespace io
CAMBIST_END
