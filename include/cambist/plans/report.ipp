// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/numbers/detail/factored_sums.hpp>
#include <cambist/numbers/round_table.hpp>
#include <cambist/plans/report.hpp>

#include <algorithm>
#include <deque>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>

CAMBIST_BEGIN

class report::builder {
public:
    builder(report& into, const translation& at) : into_(into), options_(into.options_), at_(at) {}

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
    using sums = detail::factored_sums;

    // What a plan puts into one place of the report.
    struct entry {
        part of;
        std::size_t row;
        std::size_t column;
    };
    // What is asked of a plan for each of its parts.
    struct summand {
        exact value{};
        bool is_point = true;
        bool assumed = false;
    };

    // What is like the last one adds to it: the phases of a plan come one after another, and are one part where they
    // share a line. Its bounds are those of its share, which phases of opposite signs would only widen.
    static bool is_like(const part& a, const part& b) { return a.plan == b.plan && a.receipt == b.receipt; }
    static void join(part& into, const part& p) {
        const std::optional<period>& a = into.over;
        const std::optional<period>& b = p.over;
        into.share += p.share;
        if (!a || !b || b->first() > a->last() + std::chrono::days(1)) into.over.reset();
        else into.over = period(a->first(), std::max(a->last(), b->last()));
    }
    static void append(std::vector<part>& parts, const part& p) {
        if (!parts.empty() && is_like(parts.back(), p)) join(parts.back(), p);
        else parts.push_back(p);
    }

    // The rows, or columns, so far, numbered as they come.
    class axis {
    public:
        struct line {
            std::string text{};
            int year = 0;
            bool unphased = false; // by year: of a plan that states no period; the last one

            auto rank() const { return std::tie(unphased, year, text); }
        };

        explicit axis(report_key by) : by_(by) {}

        // Of the days that fall in one year, where that matters.
        std::size_t number(const plan& p, const std::optional<period>& over) {
            if (by_ != report_key::year && &p == last_) return number_of_last_;
            last_ = &p;
            return number_of_last_ = find(p, over);
        }
        const line& operator[](std::size_t number) const { return lines_[number]; }
        std::size_t size() const noexcept { return lines_.size(); }

        // In the order of their keys.
        std::vector<std::size_t> order() const {
            std::vector<std::size_t> numbers(lines_.size());
            std::iota(numbers.begin(), numbers.end(), std::size_t{0});
            std::sort(numbers.begin(), numbers.end(),
                      [this](std::size_t a, std::size_t b) { return lines_[a].rank() < lines_[b].rank(); });
            return numbers;
        }

    private:
        static constexpr int no_year = INT32_MIN;

        std::size_t find(const plan& p, const std::optional<period>& over) {
            switch (by_) {
            case report_key::holder: return named(p.holder);
            case report_key::country: return named(p.country);
            case report_key::project: return named(p.project);
            case report_key::currency: return named(to_string(p.amount.currency()));
            case report_key::status: return named(std::string(to_string(p.status)));
            case report_key::year: break;
            }
            const int year = over ? over->first_year() : no_year;
            const auto [at, fresh] = by_year_.try_emplace(year, lines_.size());
            if (fresh && over) lines_.push_back({std::to_string(year), year});
            else if (fresh) lines_.push_back({{}, 0, true});
            return at->second;
        }
        std::size_t named(const std::string& text) {
            const auto [at, fresh] = by_text_.try_emplace(text, lines_.size());
            if (fresh) lines_.push_back({text});
            return at->second;
        }

        report_key by_;
        std::vector<line> lines_{};
        std::unordered_map<std::string, std::size_t> by_text_{};
        std::unordered_map<int, std::size_t> by_year_{};
        const plan* last_ = nullptr; // whose phases come one after another, in one line but by year
        std::size_t number_of_last_ = 0;
    };

    const std::vector<plan>& plans() const noexcept { return into_.portfolio_.plans(); }
    bool has_year() const noexcept { return options_.by == report_key::year || options_.across == report_key::year; }
    bool is_per_phase() const noexcept {
        return options_.at == valuation::average || options_.at == valuation::closing ||
               options_.at == valuation::constant_prices;
    }

    void add(std::size_t index) {
        const plan& p = plans()[index];
        summands_[index] = {*p.amount.value(), p.amount.bounds().is_point(), !p.assumed.empty()};
        std::vector<phase> phases;
        if (has_year() || is_per_phase()) phases = phases_of(p);
        if (phases.empty() && is_per_phase()) {
            throw valuation_error("plan " + p.id +
                                  " states no period whose rates it could take; value on one day, or at announcement");
        }
        if (phases.empty()) put(p, {index, receipt_of(p, {}), 1, {}});
        else if (is_per_phase())
            for (const phase& each : phases) put(p, {index, receipt_of(p, each.over), each.share, each.over});
        else {
            const std::size_t receipt = receipt_of(p, {});
            for (const phase& each : phases) put(p, {index, receipt, each.share, each.over});
        }
    }

    void put(const plan& p, part&& each) {
        const std::size_t row = rows_.number(p, each.over);
        const std::size_t column = options_.across ? columns_.number(p, each.over) : 0;
        if (!entries_.empty()) {
            entry& last = entries_.back();
            if (last.row == row && last.column == column && is_like(last.of, each)) return join(last.of, each);
        }
        entries_.push_back({std::move(each), row, column});
    }

    // ---- valuing

    std::size_t receipt_of(const plan& p, const std::optional<period>& over) {
        asked_day day = at_.day;
        lookup how = at_.how;
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
        const cambist::currency c = p.amount.currency();
        const std::chrono::year_month_day first(over.first());
        const partial_date year(first.year());
        const index_level& then = over.length() == std::chrono::days(1) ? options_.prices.at(c, partial_date(first))
                                                                        : options_.prices.at(c, year);
        const index_level& base = options_.prices.at(c, *options_.base);
        return take(c, options_.base->last_day(), lookup::average(period(*options_.base, *options_.base)), then, base);
    }

    std::size_t take(const cambist::currency& from, const asked_day& day, const lookup& how,
                     const std::optional<index_level>& then, const std::optional<index_level>& base) {
        const auto days = [](const asked_day& d) { return d ? d->time_since_epoch().count() : INT32_MIN; };
        const asked_day begin = how.over() ? asked_day(how.over()->first()) : std::nullopt;
        const asked_day of_prices = then ? asked_day(then->when.first_day()) : std::nullopt;
        const auto [at, fresh] = numbers_.try_emplace(
            {from.bits, static_cast<int>(how.kind()), days(day), days(begin), days(of_prices)}, into_.receipts_.size());
        if (fresh) {
            translation asked = at_;
            asked.day = how.over() ? asked_day() : day;
            asked.how = how;
            try {
                into_.receipts_.push_back({explain(money<>(1, from), asked), then, base});
            } catch (...) {
                numbers_.erase(at);
                throw;
            }
        }
        return at->second;
    }

    // ---- numbers

    cell finish(std::vector<part>&& parts, const sums& by_receipt) const {
        std::vector<sums::term> terms;
        terms.reserve(parts.size());
        bool is_point = at_.precision == rate_precision::point;
        bool assumed = false;
        for (const part& each : parts) {
            const summand& amount = summands_[each.plan];
            terms.push_back({each.receipt, amount.value * each.share});
            is_point = is_point && amount.is_point;
            assumed = assumed || amount.assumed;
        }
        const money<> total(by_receipt(terms), at_.to);
        interval bounds = is_point ? interval(total.amount()) : bounds_of(parts, by_receipt);
        return {total, std::move(bounds), total, std::move(parts), assumed};
    }

    interval bounds_of(const std::vector<part>& parts, const sums& by_receipt) const {
        std::vector<sums::term> low;
        std::vector<sums::term> high;
        bool low_closed = true;
        bool high_closed = true;
        for (const part& each : parts) {
            const interval own = plans()[each.plan].amount.bounds() * each.share;
            low.push_back({each.receipt, own.low()});
            high.push_back({each.receipt, own.high()});
            low_closed = low_closed && own.low_end() == bound::closed;
            high_closed = high_closed && own.high_end() == bound::closed;
        }
        const auto end = [](bool closed) { return closed ? bound::closed : bound::open; };
        if (at_.precision == rate_precision::point)
            return {by_receipt(low), by_receipt(high), end(low_closed), end(high_closed)};
        // A rate that several parts share is one number, however little is known of it: it is applied to their sum.
        std::map<std::size_t, std::pair<exact, exact>> of_receipt;
        for (std::size_t i = 0; i < low.size(); ++i) {
            of_receipt[low[i].factor].first += low[i].value;
            of_receipt[high[i].factor].second += high[i].value;
        }
        exact lowest;
        exact highest;
        for (const auto& [receipt, ends] : of_receipt) {
            const interval widened = interval(ends.first, ends.second) * into_.receipts_[receipt].bounds(at_.precision);
            lowest += widened.low();
            highest += widened.high();
        }
        return {lowest, highest, end(low_closed), end(high_closed)};
    }

    void finish() {
        std::vector<exact> factors;
        for (const receipt& each : into_.receipts_) factors.push_back(each.factor());
        const sums by_receipt(std::move(factors));

        const std::size_t columns = columns_.size();
        if (columns != 0 && rows_.size() > max_report_cells / columns) {
            throw limit_error("a table of " + std::to_string(rows_.size()) + " rows and " + std::to_string(columns) +
                              " columns has more than " + std::to_string(max_report_cells) +
                              " cells; take a key that has fewer values");
        }
        std::vector<part> of_total;
        std::vector<std::vector<part>> of_row(rows_.size());
        std::vector<std::vector<part>> of_column(columns);
        std::vector<std::vector<part>> of_cell(rows_.size() * columns);
        reserve(of_cell, [&](const entry& e) { return e.row * columns + e.column; });
        reserve(of_column, [](const entry& e) { return e.column; });
        for (entry& e : entries_) {
            append(of_total, e.of);
            append(of_row[e.row], e.of);
            if (columns == 0) continue;
            append(of_column[e.column], e.of);
            of_cell[e.row * columns + e.column].push_back(std::move(e.of));
        }
        entries_ = {};

        const std::vector<std::size_t> across = columns_.order();
        for (const std::size_t c : across) {
            const axis::line& line = columns_[c];
            into_.columns_.push_back({line.text, finish(std::move(of_column[c]), by_receipt), line.unphased});
        }
        for (const std::size_t r : rows_.order()) {
            const axis::line& line = rows_[r];
            row made{line.text, finish(std::move(of_row[r]), by_receipt), {}};
            made.cells.reserve(columns);
            for (const std::size_t c : across)
                made.cells.push_back(finish(std::move(of_cell[r * columns + c]), by_receipt));
            if (line.unphased) into_.unphased_ = std::move(made);
            else into_.rows_.push_back(std::move(made));
        }
        into_.total_ = finish(std::move(of_total), by_receipt);
    }

    // Room for the entries of each line.
    template <class Number>
    void reserve(std::vector<std::vector<part>>& lines, Number of) const {
        if (lines.empty()) return;
        std::vector<std::size_t> counts(lines.size());
        for (const entry& e : entries_) ++counts[of(e)];
        for (std::size_t i = 0; i < lines.size(); ++i) lines[i].reserve(counts[i]);
    }

    // ---- what is shown

    void display() {
        const step unit{exact::pow10(-into_.digits())};
        std::vector<row*> rows;
        for (row& each : into_.rows_) rows.push_back(&each);
        if (into_.unphased_) rows.push_back(&*into_.unphased_);
        const auto show = [this](cell& c, const exact& amount) { c.displayed = money<>(amount, at_.to); };
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
        std::vector<exact> exactly;
        for (const row* each : rows) exactly.push_back(each->cell.total.amount());
        const std::vector<exact> shown = round_to_sum(exactly, into_.total_->displayed.amount(), unit);
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i]->cell.displayed = money<>(shown[i], at_.to);
    }

    // ---- what is in no total

    void set_aside() {
        // It is shown as reported where no rate allows more.
        const auto in_target = [&](const figure& f) -> std::optional<figure> {
            try {
                const std::size_t taken = take(f.currency(), at_.day, at_.how, {}, {});
                return convert(f, into_.receipts_[taken].rate, at_.precision);
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
    const translation& at_;
    axis rows_{options_.by};
    axis columns_{options_.across.value_or(options_.by)};
    std::deque<entry> entries_{};                                          // which grows without being copied
    std::vector<summand> summands_ = std::vector<summand>(plans().size()); // by plan
    using taken_at = std::tuple<std::uint64_t, int, std::int64_t, std::int64_t, std::int64_t>;
    std::map<taken_at, std::size_t> numbers_{};
};

CAMBIST_INLINE report::report(portfolio plans, report_options options, const translation& at)
    : portfolio_(std::move(plans)), options_(std::move(options)), to_(detail::require_target(at).to) {
    builder(*this, at).run();
}

CAMBIST_END
