// SPDX-License-Identifier: MIT
#pragma once

// The rules of look-up, a type each. A new one is a type here and its name in `lookup::forms`. A rule says
//   days    which days are asked about: the law goes by the first, receipts and refusals name the last;
//   answer  which quotes of a way answer, if any do;
//   why_not the words of the refusal where none does.

#include <cambist/rates/detail/averaging.hpp>
#include <cambist/rates/detail/way.hpp>

#include <array>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

CAMBIST_BEGIN
namespace detail {

// What is held nearest to what was asked.
struct held {
    const lookup& how;
    std::string pair;          // "EUR and USD"
    std::chrono::sys_days day; // that was asked
    asked_day older;           // one of the two at least
    asked_day younger;
    std::string silence{}; // of an average: why the quotes in the period do not do, if there are any

    std::string allowed() const { return how.limit().days() ? counted(how.limit().days()->count(), "day") : ""; }
};

struct reason {
    std::string why;
    enum class kind : std::uint8_t { missing, stale } of = kind::missing;
};

// ---- what rules share

// Gives `take` the days that the pairs share, if it needs any: where all hold on any day the way answers without.
template <class Take>
bool over_common_days(const question& asked, const way& over, answer& into, const Take& take) {
    const common_days days(over, asked);
    if (days.are_all()) {
        for (std::size_t k = 0; k < over.count; ++k) into.take(over.hops[k], quote_series::no_row);
        into.day = asked.day;
        return true;
    }
    return asked.day != question::any_day && take(days);
}

// Of two days equally near, the look-up says which comes first.
inline bool take_day(const question& asked, const way& over, answer& into, const std::optional<common_day>& at) {
    if (!at) return false;
    into.take(over, *at);
    const std::int64_t ahead = std::int64_t{at->day} - asked.day;
    const bool is_second = asked.how.on_tie() == lookup::tie::later ? ahead < 0 : ahead > 0;
    into.distance = std::abs(ahead) * 2 + (is_second ? 1 : 0);
    return true;
}

// Of rules that look back: where nothing is older, that is why; else what is older by how much, and `then`.
inline reason because_older(const held& h, const std::string& then, reason::kind of) {
    if (!h.older) return {": quotes of " + h.pair + " begin on " + to_string(*h.younger)};
    const std::string age = counted((h.day - *h.older).count(), "day");
    return {": the newest quote is of " + to_string(*h.older) + ", " + age + " older" + then, of};
}

inline std::string nearest_held(const held& h) {
    const bool both = h.older && h.younger;
    return std::string(": the nearest held ") + (both ? "are" : "is") + " of " +
           to_string(h.older ? *h.older : *h.younger) + (both ? " and " + to_string(*h.younger) : "");
}

// Of rules that look either way: "the nearest held are of 2024-05-31 and 2024-06-03, and the look-up allows 0 days".
inline reason because_far(const held& h, std::string_view allows) {
    std::string why = nearest_held(h);
    if (h.how.limit().days()) (why += ", and the look-up allows ").append(allows) += h.allowed();
    return {why};
}

struct on_one_day {
    static std::optional<period> days(const lookup&, const asked_day& day) {
        return day ? std::optional(period(*day, *day)) : std::nullopt;
    }
};

// ---- the rules

template <lookup::rule>
struct rule_of;

template <>
struct rule_of<lookup::rule::on_or_before> : on_one_day {
    static bool answer(const question& asked, const way& over, detail::answer& into) {
        return over_common_days(asked, over, into, [&](const common_days& days) {
            return take_day(asked, over, into, days.newest(asked.day, asked.earliest()));
        });
    }
    static reason why_not(const held& h) {
        const std::string then = ", and the look-up allows " + h.allowed() + "; allow more, or give a newer quote";
        return because_older(h, then, reason::kind::stale);
    }
};

// On or before, and no day older.
template <>
struct rule_of<lookup::rule::exactly> : rule_of<lookup::rule::on_or_before> {
    static reason why_not(const held& h) {
        return because_older(h, "; ask on or before the day, or give a quote of it", reason::kind::missing);
    }
};

template <>
struct rule_of<lookup::rule::on_or_after> : on_one_day {
    static bool answer(const question& asked, const way& over, detail::answer& into) {
        return over_common_days(asked, over, into, [&](const common_days& days) {
            return take_day(asked, over, into, days.oldest(asked.day, asked.latest()));
        });
    }
    static reason why_not(const held& h) { return because_far(h, ""); }
};

template <>
struct rule_of<lookup::rule::nearest> : on_one_day {
    static bool answer(const question& asked, const way& over, detail::answer& into) {
        return over_common_days(asked, over, into, [&](const common_days& days) {
            const auto before = days.newest(asked.day, asked.earliest());
            const auto after = days.oldest(asked.day, asked.latest());
            if (!before || !after) return take_day(asked, over, into, before ? before : after);
            const std::int64_t back = std::int64_t{asked.day} - before->day;
            const std::int64_t ahead = std::int64_t{after->day} - asked.day;
            const bool takes_later = ahead < back || (ahead == back && asked.how.on_tie() == lookup::tie::later);
            return take_day(asked, over, into, takes_later ? after : before);
        });
    }
    static reason why_not(const held& h) { return because_far(h, ""); }
};

// Each pair's own line, between two days that all share.
template <>
struct rule_of<lookup::rule::linear> : on_one_day {
    static bool answer(const question& asked, const way& over, detail::answer& into) {
        return over_common_days(asked, over, into, [&](const common_days& days) {
            const auto before = days.newest(asked.day, INT32_MIN);
            if (!before || before->day == asked.day) return take_day(asked, over, into, before);
            const auto after = days.oldest(asked.day, question::any_day - 1);
            if (!after || std::int64_t{after->day} - before->day > asked.reach()) return false;
            for (std::size_t k = 0; k < over.count; ++k) {
                if (before->rows[k] == quote_series::no_row) into.take(over.hops[k], quote_series::no_row);
                else into.take(over.hops[k], between(over.hops[k], before->rows[k], after->rows[k], asked.day));
            }
            into.day = before->day;
            into.distance = 2 * std::max(std::int64_t{asked.day} - before->day, std::int64_t{after->day} - asked.day);
            return true;
        });
    }
    static reason why_not(const held& h) { return because_far(h, "gaps of "); }

private:
    // In the direction that the older was published in.
    static derivation between(const way::hop& over, std::ptrdiff_t older, std::ptrdiff_t younger, std::int32_t day) {
        const quote_series& s = *over.quotes;
        const std::int32_t first = s.day_at(older);
        const std::int32_t last = s.day_at(younger);
        timeline line{&s, {{first, last, &s}}, {{first, 0, older}, {last, 0, younger}}};
        const bool turned = line.is_turned(line.days.front());
        const exact start = line.price(line.days.front(), turned);
        const exact value = start + (line.price(line.days.back(), turned) - start) * (day - first) / (last - first);
        return {turned ? exact(1) / value : value, turned, std::move(line)};
    }
};

// Each pair's own mean, over the days that all have; a quote without a day is its own.
template <>
struct rule_of<lookup::rule::average> {
    static std::optional<period> days(const lookup& how, const asked_day&) { return how.over(); }
    static bool answer(const question& asked, const way& over, detail::answer& into) {
        averaged_days days(asked, over);
        if (days.silence_beyond(asked.how)) return false;
        for (std::size_t k = 0; k < over.count; ++k) {
            if (averaged_days::is_dated(over.hops[k], asked)) into.take(over.hops[k], days.take_mean());
            else into.take(over.hops[k], quote_series::no_row);
        }
        return true;
    }
    static reason why_not(const held& h) { return h.silence.empty() ? because_far(h, "gaps of ") : reason{h.silence}; }
};

template <>
struct rule_of<lookup::rule::closing> {
    static std::optional<period> days(const lookup& how, const asked_day&) {
        return period(how.over()->last(), how.over()->last());
    }
    static bool answer(const question& asked, const way& over, detail::answer& into) {
        return over_common_days(asked, over, into, [&](const common_days& days) {
            const std::int32_t first = day_number(asked.how.over()->first());
            return take_day(asked, over, into, days.newest(asked.day, std::max(first, asked.earliest())));
        });
    }
    static reason why_not(const held& h) {
        if (!h.older || *h.older < h.how.over()->first()) return {nearest_held(h)};
        const std::string then = " than the period's end, and the look-up allows " + h.allowed() +
                                 "; allow more, by a number of days or \"unbounded\"";
        return because_older(h, then, reason::kind::stale);
    }
};

template <>
struct rule_of<lookup::rule::before> : on_one_day {
    static bool answer(const question& asked, const way& over, detail::answer& into) {
        return over_common_days(asked, over, into, [&](const common_days& days) {
            return take_day(asked, over, into, days.newest(asked.day - 1, asked.earliest()));
        });
    }
    static reason why_not(const held& h) { return rule_of<lookup::rule::on_or_before>::why_not(h); }
};

// ---- all of them, by kind

struct rule {
    std::optional<period> (*days)(const lookup&, const asked_day&);
    bool (*answer)(const question&, const way&, detail::answer&);
    reason (*why_not)(const held&);
};

template <std::size_t... Kinds>
constexpr std::array<rule, sizeof...(Kinds)> make_rules(std::index_sequence<Kinds...>) {
    return {{rule{&rule_of<static_cast<lookup::rule>(Kinds)>::days, &rule_of<static_cast<lookup::rule>(Kinds)>::answer,
                  &rule_of<static_cast<lookup::rule>(Kinds)>::why_not}...}};
}
inline constexpr auto rules = make_rules(std::make_index_sequence<lookup::rule_count>());

inline const rule& rule_for(const lookup& how) noexcept { return rules[static_cast<std::size_t>(how.kind())]; }

} // namespace detail
CAMBIST_END
