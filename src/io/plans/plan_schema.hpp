// SPDX-License-Identifier: MIT
#pragma once

// Private to cambist::io: the fields of a plan, in whatever form it is written. examples/plans/README.md is the schema.

#include <cambist/io/file.hpp>
#include <cambist/plans/phasing.hpp>
#include <cambist/text/parse.hpp>

#include "../text/text.hpp"
#include "../text/words.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

CAMBIST_BEGIN
namespace io {

// ---- keys, in the order they are written in

inline constexpr std::string_view plan_keys[] = {
    "id",        "kind",   "confirmed",  "project", "holder",   "country",     "amount", "also",
    "from",      "to",     "before",     "phasing", "profile",  "instalments", "status", "status_since",
    "announced", "valued", "supersedes", "adds_to", "restates", "assumed",     "note",   "source"};
inline constexpr std::string_view instalment_keys[] = {"on", "amount"};

/// Reads plans, one from each record of a form: a table of TOML, a row of CSV. A form has
///
///     node, record            types; what stands under a key, and what has keys
///     get(record, key)        the node, or null
///     required(record, key, of), list(node, key), ids(node, key), instalments(node)
///     place_of(node or record), refuse_at<Error>(node or record, message)
///     string, line, printable, text, read_text, read_date, read_weight, read_truth
///     accepted()              the currencies
///
template <class Form>
class plan_reader : protected Form {
protected:
    using Form::Form;
    using node = typename Form::node;
    using record = typename Form::record;

    plan read_plan(const record& from) {
        plan p{this->line(this->required(from, "id", "plan"), "id"),
               read_figure(this->required(from, "amount", "plan"), "amount")};
        p.where = this->place_of(from);
        p.project = this->text(from, "project");
        p.holder = this->text(from, "holder");
        p.country = this->text(from, "country");
        p.kind = choice(from, "kind", p.kind);
        if (const node* confirmed = this->get(from, "confirmed"))
            p.confirmed = this->read_truth(*confirmed, "confirmed");
        p.status = choice(from, "status", p.status);
        p.status_since = date(from, "status_since");
        p.announced = date(from, "announced");
        p.valued = date(from, "valued");
        if (const node* also = this->get(from, "also")) p.also = read_figure(*also, "also");
        read_phasing(from, read_period(from, p), p);
        read_links(from, p);
        read_assumed(from, p);
        if (const node* note = this->get(from, "note")) p.note = this->printable(*note, "note", "\n\t");
        p.source = this->text(from, "source");
        return p;
    }

private:
    // The first `unsaid` names are of what is left out rather than said.
    template <class Value>
    Value choice(const record& from, std::string_view key, Value otherwise, std::size_t unsaid = 0) {
        const node* stated = this->get(from, key);
        if (stated == nullptr) return otherwise;
        const auto& word = this->string(*stated, key);
        const std::optional<Value> named = from_name<Value>(word);
        if (named && static_cast<std::size_t>(*named) >= unsaid) return *named;
        this->refuse_at(*stated, "no " + std::string(key) + " is called " + cambist::detail::quoted(word) +
                                     remedy(word, std::span(names_of<Value>).subspan(unsaid)));
    }

    std::optional<partial_date> date(const record& from, std::string_view key) {
        const node* stated = this->get(from, key);
        if (stated == nullptr) return std::nullopt;
        return this->read_date(*stated, key);
    }

    figure read_figure(const node& stated, std::string_view key) {
        return this->read_text(
            stated, key, [&](std::string_view text) { return parse_figure(text, this->accepted()); },
            "text, as in \"15.7 bn EUR\"");
    }

    template <class Read>
    auto reading(const node& stated, Read read) {
        return reading_at(read, [&](std::size_t) { return this->place_of(stated); });
    }

    std::optional<period> read_period(const record& from, plan& p) {
        p.from = date(from, "from");
        p.to = date(from, "to");
        const node* end = this->get(from, "to");
        if (const node* before = this->get(from, "before")) {
            if (end != nullptr)
                this->refuse_at(*before, "\"to\" and \"before\" both say when the plan ends; leave one of the two out");
            const std::chrono::sys_days last = this->read_date(*before, "before").first_day() - std::chrono::days(1);
            p.to = reading(*before, [&] { return partial_date(std::chrono::year_month_day(last)); });
            end = before;
        }
        if (!p.from || !p.to) return std::nullopt;
        return reading(*end, [&] { return period(*p.from, *p.to); });
    }

    void read_phasing(const record& from, const std::optional<period>& over, plan& p) {
        p.phased = choice(from, "phasing", p.phased, 1);
        const node* stated = this->get(from, "phasing");
        const node* profile = this->get(from, "profile");
        const node* instalments = this->get(from, "instalments");
        if (p.phased == phasing::instalments && instalments == nullptr)
            this->refuse_at(*stated, "phasing by instalments, and none are listed");
        if (p.phased == phasing::profile && profile == nullptr)
            this->refuse_at(*stated, "phasing by a profile, and none is given");
        if (profile != nullptr && instalments != nullptr)
            this->refuse_at(*profile, "a profile, and instalments besides; leave one of the two out");
        if (instalments != nullptr && stated != nullptr && p.phased != phasing::instalments)
            this->refuse_at(*stated, "instalments are listed, so that \"phasing\" is \"instalments\" or left out");
        if (profile != nullptr && stated != nullptr && p.phased != phasing::profile)
            this->refuse_at(*stated, "a profile is given, so that \"phasing\" is \"profile\" or left out");
        if (profile != nullptr) read_profile(*profile, over, p);
        if (instalments == nullptr) return;
        for (const auto& [on, amount] : this->instalments(*instalments))
            p.instalments.push_back(read_instalment(*on, *amount, p));
        if (p.instalments.empty()) this->refuse_at(*instalments, "\"instalments\" says nothing; leave it out");
    }

    void read_profile(const node& stated, const std::optional<period>& over, plan& p) {
        for (const node* each : this->list(stated, "profile")) p.profile.push_back(this->read_weight(*each));
        if (!over)
            this->refuse_at(
                stated, "a profile is a weight for each year of a period, and the plan does not say both ends of one");
        reading(stated, [&] { check_profile(*over, p.profile); });
    }

    instalment read_instalment(const node& on, const node& stated, const plan& p) {
        const partial_date day = this->read_date(on, "on");
        figure amount = read_figure(stated, "amount");
        if (!(amount.currency() == p.amount.currency())) {
            this->refuse_at(stated, "an instalment in " + to_string(amount.currency()) + " of a plan in " +
                                        to_string(p.amount.currency()));
        }
        return {day, std::move(amount)};
    }

    void read_links(const record& from, plan& p) {
        p.restates = this->text(from, "restates");
        p.adds_to = this->text(from, "adds_to");
        if (!p.restates.empty() && !p.adds_to.empty())
            this->refuse_at(
                *this->get(from, "adds_to"),
                "a plan that says another's amount again adds nothing; leave \"adds_to\" or \"restates\" out");
        if (const node* supersedes = this->get(from, "supersedes"))
            for (const node* each : this->ids(*supersedes, "supersedes"))
                p.supersedes.emplace_back(this->line(*each, "supersedes"));
    }

    void read_assumed(const record& from, plan& p) {
        const node* assumed = this->get(from, "assumed");
        if (assumed == nullptr) return;
        for (const node* each : this->list(*assumed, "assumed")) {
            std::string field(this->string(*each, "assumed"));
            if (!is_one_of(field, plan_keys))
                this->refuse_at(*each,
                                "no field is called " + cambist::detail::quoted(field) + remedy(field, plan_keys));
            const bool has = this->get(from, field) != nullptr;
            if (!has || field == "id" || field == "confirmed" || field == "assumed") {
                this->refuse_at(*each, named(field) + " is marked as assumed, but " +
                                           (has ? "is nothing one can assume" : "the plan does not have it"));
            }
            if (field == "before") field = "to"; // what it says is kept there
            if (std::find(p.assumed.begin(), p.assumed.end(), field) != p.assumed.end())
                this->template refuse_at<duplicate_error>(*each, named(field) + " is marked as assumed twice");
            p.assumed.push_back(field);
        }
    }
};

} // namespace io
CAMBIST_END
