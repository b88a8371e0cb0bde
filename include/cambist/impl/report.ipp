// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/report.hpp>
#include <cambist/round_table.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

CAMBIST_BEGIN

class report::builder {
public:
    builder(report& into, const rate_table& rates) : into_(into), options_(into.options_), rates_(rates) {}

    void run() {
        for (std::size_t i = 0; i < plans().size(); ++i) {
            if (into_.portfolio_.standings()[i] != standing::counted) continue;
            try {
                add(i);
            } catch (error& e) {
                if (e.where().file.empty() && e.where().line == 0) e.locate(plans()[i].where);
                throw;
            }
        }
        finish();
        display();
        set_aside();
    }

private:
    // By year: the year, and none, which comes last, for a plan that states no period; else the text.
    struct key {
        bool unphased = false;
        int year = 0;
        std::string text{};
        auto operator<=>(const key&) const = default;
        std::string shown() const { return unphased ? std::string() : text; }
    };

    // A number while it is added up, by receipt: a rate that several plans share is applied once, to their sum.
    struct draft {
        struct sum {
            std::size_t receipt;
            exact value;
            exact low;
            exact high;
            bool low_closed = true;
            bool high_closed = true;
            bool is_point = true; // low and high are the value, and not kept
        };
        std::vector<part> parts{};
        std::vector<sum> sums{};
        bool assumed = false;
        const figure* last = nullptr; // of the part that is not in the sums yet

        void add(const part& p, const figure& amount, bool is_assumed) {
            assumed = assumed || is_assumed;
            // The phases of a plan come one after another, and are one part: its bounds are those of its share, which
            // phases of opposite signs would only widen.
            if (!parts.empty() && parts.back().plan == p.plan && parts.back().receipt == p.receipt) {
                parts.back().share += p.share;
                parts.back().over = joined(parts.back().over, p.over);
                return;
            }
            settle();
            parts.push_back(p);
            last = &amount;
        }

        // Adds the last part to the sums.
        void settle() {
            if (last == nullptr) return;
            const figure& amount = *last;
            const part& p = parts.back();
            last = nullptr;
            sum& to = sum_of(p.receipt);
            const exact value = *amount.value() * p.share;
            const bool point = amount.bounds().is_point();
            if (to.is_point && !point) {
                to.low = to.high = to.value;
                to.is_point = false;
            }
            to.value += value;
            if (to.is_point) return;
            const interval bounds = point ? interval(value) : amount.bounds() * p.share;
            to.low += bounds.low();
            to.high += bounds.high();
            to.low_closed = to.low_closed && bounds.low_end() == bound::closed;
            to.high_closed = to.high_closed && bounds.high_end() == bound::closed;
        }

        static std::optional<period> joined(const std::optional<period>& a, const std::optional<period>& b) {
            if (!a || !b || b->first() > a->last() + std::chrono::days(1)) return std::nullopt;
            return period(a->first(), std::max(a->last(), b->last()));
        }

        sum& sum_of(std::size_t receipt) {
            if (!sums.empty() && sums.back().receipt == receipt) return sums.back();
            const auto at = std::find_if(sums.begin(), sums.end(), [&](const sum& s) { return s.receipt == receipt; });
            if (at != sums.end()) return *at;
            return sums.emplace_back(sum{receipt, {}, {}, {}});
        }
    };

    const std::vector<plan>& plans() const noexcept { return into_.portfolio_.plans(); }
    bool has_year() const noexcept { return options_.by == report_key::year || options_.across == report_key::year; }
    bool is_per_phase() const noexcept {
        return options_.at == valuation::average || options_.at == valuation::closing ||
               options_.at == valuation::constant_prices;
    }

    key key_of(report_key by, const plan& p, const std::optional<period>& over) const {
        switch (by) {
        case report_key::holder: return {false, 0, p.holder};
        case report_key::country: return {false, 0, p.country};
        case report_key::project: return {false, 0, p.project};
        case report_key::currency: return {false, 0, to_string(p.amount.currency())};
        case report_key::status: return {false, 0, std::string(to_string(p.status))};
        case report_key::year: break;
        }
        if (!over) return {true, 0, {}};
        return {false, over->first_year(), std::to_string(over->first_year())};
    }

    void add(std::size_t index) {
        const plan& p = plans()[index];
        const bool assumed = !p.assumed.empty();
        std::vector<phase> phases;
        if (has_year() || is_per_phase()) phases = phases_of(p);
        if (phases.empty() && is_per_phase()) {
            throw valuation_error("plan " + p.id +
                                  " states no period whose rates it could take; value on one day, or at announcement");
        }
        if (phases.empty()) put(p, {index, receipt_of(p, {}), 1, {}}, assumed);
        for (const phase& each : phases) put(p, {index, receipt_of(p, each.over), each.share, each.over}, assumed);
    }

    void put(const plan& p, const part& each, bool assumed) {
        draft& row = rows_[key_of(options_.by, p, each.over)];
        row.add(each, p.amount, assumed);
        total_.add(each, p.amount, assumed);
        if (!options_.across) return;
        const key column = key_of(*options_.across, p, each.over);
        columns_[column].add(each, p.amount, assumed);
        cells_[{&row, column}].add(each, p.amount, assumed);
    }

    // ---- valuing

    std::size_t receipt_of(const plan& p, const std::optional<period>& over) {
        asked_day day = options_.day;
        lookup how = options_.how;
        const auto at = [&](const partial_date& date, auto of_period) {
            day = date.last_day();
            if (!date.has_day()) how = of_period(period(date, date));
        };
        const auto average = [](const period& days) { return lookup::average(days); };
        switch (options_.at) {
        case valuation::on_day: break;
        case valuation::announcement: {
            const std::optional<partial_date>& said = p.valued ? p.valued : p.announced;
            if (!said) {
                throw valuation_error("plan " + p.id +
                                      " does not say when it was announced; say it, or value on one day");
            }
            at(*said, average);
            break;
        }
        case valuation::average:
        case valuation::closing:
            day = over->last();
            // A day is its own average and close, and may be a Sunday.
            if (over->length() > std::chrono::days(1))
                how = options_.at == valuation::average ? lookup::average(*over) : lookup::closing(*over);
            break;
        case valuation::constant_prices: return at_base_prices(p, *over);
        }
        return take(p.amount.currency(), day, how, {}, {});
    }

    std::size_t at_base_prices(const plan& p, const period& over) {
        if (!options_.base) throw valuation_error("constant prices are those of a base year, and none is named");
        const currency c = p.amount.currency();
        const std::chrono::year_month_day first(over.first());
        const partial_date year(first.year());
        const index_level& then = over.length() == std::chrono::days(1) ? options_.prices.at(c, partial_date(first))
                                                                        : options_.prices.at(c, year);
        const index_level& base = options_.prices.at(c, *options_.base);
        return take(c, options_.base->last_day(), lookup::average(period(*options_.base, *options_.base)), then, base);
    }

    std::size_t take(const currency& from, const asked_day& day, const lookup& how,
                     const std::optional<index_level>& then, const std::optional<index_level>& base) {
        const auto days = [](const asked_day& d) { return d ? d->time_since_epoch().count() : INT32_MIN; };
        const asked_day begin = how.over() ? asked_day(how.over()->first()) : std::nullopt;
        const asked_day of_prices = then ? asked_day(then->when.first_day()) : std::nullopt;
        const auto [at, fresh] = numbers_.try_emplace(
            {from.bits, static_cast<int>(how.kind()), days(day), days(begin), days(of_prices)}, into_.receipts_.size());
        if (fresh) {
            try {
                into_.receipts_.push_back(
                    {explain(money<>(1, from), options_.to, rates_, how.over() ? asked_day() : day, how), then, base});
            } catch (...) {
                numbers_.erase(at);
                throw;
            }
        }
        return at->second;
    }

    // ---- numbers

    cell finish(draft&& from) const {
        from.settle();
        exact total;
        exact low;
        exact high;
        bool low_closed = true;
        bool high_closed = true;
        for (const draft::sum& each : from.sums) {
            const receipt& taken = into_.receipts_[each.receipt];
            const exact factor = taken.factor();
            const exact value = each.value * factor;
            total += value;
            if (options_.precision == rate_precision::point) {
                low += each.is_point ? value : each.low * factor;
                high += each.is_point ? value : each.high * factor;
            } else {
                const interval own = each.is_point ? interval(each.value) : interval(each.low, each.high);
                const interval widened = own * taken.bounds(options_.precision);
                low += widened.low();
                high += widened.high();
            }
            low_closed = low_closed && each.low_closed;
            high_closed = high_closed && each.high_closed;
        }
        const auto end = [](bool closed) { return closed ? bound::closed : bound::open; };
        const money<> sum(std::move(total), options_.to);
        return {sum, interval(std::move(low), std::move(high), end(low_closed), end(high_closed)), sum,
                std::move(from.parts), from.assumed};
    }

    void finish() {
        std::vector<const key*> across;
        for (auto& [name, drafted] : columns_) {
            across.push_back(&name);
            into_.columns_.push_back({name.shown(), finish(std::move(drafted)), name.unphased});
        }
        for (auto& [name, drafted] : rows_) {
            row made{name.shown(), finish(std::move(drafted)), {}};
            for (const key* column : across) {
                const auto at = cells_.find({&drafted, *column});
                made.cells.push_back(finish(at != cells_.end() ? std::move(at->second) : draft()));
            }
            if (name.unphased) into_.unphased_ = std::move(made);
            else into_.rows_.push_back(std::move(made));
        }
        into_.total_ = finish(std::move(total_));
    }

    // ---- what is shown

    void display() {
        const step unit{exact::pow10(-into_.digits())};
        std::vector<row*> rows;
        for (row& each : into_.rows_) rows.push_back(&each);
        if (into_.unphased_) rows.push_back(&*into_.unphased_);
        const auto show = [this](cell& c, const exact& amount) { c.displayed = money<>(amount, options_.to); };
        show(*into_.total_, round(into_.total_->total.amount(), unit, options_.mode).rounded);
        if (rows.empty()) return;
        if (!options_.across) {
            share_out(rows, unit);
            return;
        }
        const std::size_t columns = into_.columns_.size();
        std::vector<exact> exactly;
        for (const row* each : rows) {
            for (const cell& c : each->cells) exactly.push_back(c.total.amount());
        }
        const std::vector<exact> shown = round_table(exactly, columns, unit, options_.mode);
        std::vector<exact> of_column(columns);
        for (std::size_t r = 0; r < rows.size(); ++r) {
            exact of_row;
            for (std::size_t c = 0; c < columns; ++c) {
                show(rows[r]->cells[c], shown[r * columns + c]);
                of_row += shown[r * columns + c];
                of_column[c] += shown[r * columns + c];
            }
            show(rows[r]->cell, of_row);
        }
        for (std::size_t c = 0; c < columns; ++c) show(into_.columns_[c].cell, of_column[c]);
    }

    // The rows share out the displayed total by largest remainder.
    void share_out(const std::vector<row*>& rows, const step& unit) {
        exact left = into_.total_->displayed.amount() / unit.size;
        std::vector<exact> whole;
        std::vector<exact> rest;
        for (const row* each : rows) {
            const exact units = each->cell.total.amount() / unit.size;
            whole.push_back(floor(units));
            rest.push_back(units - whole.back());
            left -= whole.back();
        }
        std::vector<std::size_t> order(rows.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rest[a] > rest[b]; });
        for (std::size_t i = 0; i < order.size() && left > 0; ++i, left -= 1) whole[order[i]] += 1;
        for (std::size_t i = 0; i < rows.size(); ++i)
            rows[i]->cell.displayed = money<>(whole[i] * unit.size, options_.to);
    }

    // ---- what is in no total

    void set_aside() {
        // It is shown as reported where no rate allows more.
        const auto in_target = [&](const figure& f) -> std::optional<figure> {
            try {
                const std::size_t taken = take(f.currency(), options_.day, options_.how, {}, {});
                return convert(f, into_.receipts_[taken].rate, options_.precision);
            } catch (const no_rate&) {
                return std::nullopt;
            }
        };
        for (std::size_t i = 0; i < plans().size(); ++i) {
            const plan& p = plans()[i];
            const standing why = into_.portfolio_.standings()[i];
            if (why == standing::counted && !p.also) continue;
            const std::optional<figure> amount = in_target(p.amount);
            if (p.also) {
                check line{i, in_target(*p.also), {}};
                if (amount && line.also) line.reconciled = reconcile(*amount, *line.also);
                into_.checks_.push_back(std::move(line));
            }
            if (why == standing::counted) continue;
            aside line{i, why, amount, {}};
            if (const plan* original = into_.portfolio_.find(p.restates); original != nullptr && amount) {
                if (const std::optional<figure> stated = in_target(original->amount))
                    line.consistent = consistent(*amount, *stated);
            }
            into_.asides_.push_back(std::move(line));
        }
    }

    report& into_;
    const report_options& options_;
    const rate_table& rates_;
    std::map<key, draft> rows_{};
    std::map<key, draft> columns_{};
    std::map<std::pair<const draft*, key>, draft> cells_{};
    draft total_{};
    using taken_at = std::tuple<std::uint64_t, int, std::int64_t, std::int64_t, std::int64_t>;
    std::map<taken_at, std::size_t> numbers_{};
};

CAMBIST_INLINE report::report(portfolio plans, const rate_table& rates, report_options options)
    : portfolio_(std::move(plans)), options_(std::move(options)) {
    builder(*this, rates).run();
}

CAMBIST_END
