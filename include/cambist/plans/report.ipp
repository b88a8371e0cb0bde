// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/plans/detail/missing_rates.ipp>
#include <cambist/plans/detail/part_amounts.ipp>
#include <cambist/plans/detail/phase_lines.ipp>
#include <cambist/plans/detail/report_axis.ipp>
#include <cambist/plans/detail/report_cells.ipp>
#include <cambist/plans/detail/report_display.ipp>
#include <cambist/plans/detail/report_valuation.ipp>
#include <cambist/plans/report.hpp>

#include <algorithm>
#include <deque>
#include <map>

CAMBIST_BEGIN

// Cuts plans into parts, of a line and a receipt each; gathers the parts of each line; makes them cells; rounds these.
class report::builder {
public:
    builder(report& into, const translation& at)
        : into_(into), options_(into.options_), at_(at), valued_(options_, at, into.receipts_) {}

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
        into_.missing_ = missing_.all();
        into_.refusal_ = missing_.refusal(at_.to);
        if (!options_.leave_unvalued) into_.require_rates();
        make_cells();
        display();
        for (std::size_t i = 0; i < plans().size(); ++i) add_besides(i);
    }

private:
    // A part, and the place that it goes to.
    struct entry {
        part of;
        std::size_t row;
        std::size_t column;
    };
    using parts = std::vector<part>;

    const std::vector<plan>& plans() const noexcept { return into_.portfolio_.plans(); }

    // ---- parts

    bool needs_phases() const noexcept {
        return detail::is_per_phase(options_.at) || options_.by.is_by_days() ||
               (options_.across && options_.across->is_by_days());
    }

    void add(std::size_t index) {
        const plan& p = plans()[index];
        const bool per_phase = detail::is_per_phase(options_.at);
        if (needs_phases() && detail::is_by_instalments(p) && p.profile.empty()) return add_instalments(index);
        const std::vector<phase> phases = needs_phases() ? lines_.pieces_of(p, phases_of(p)) : std::vector<phase>();
        if (phases.empty() && per_phase) {
            throw valuation_error("plan " + p.id +
                                  " states no period whose rates it could take; value on one day, or at announcement");
        }
        if (!has_rates(index, phases)) return;
        const std::size_t of_all = per_phase ? 0 : valued_.receipt_of(p, {});
        if (phases.empty()) put(p, {index, of_all, 1, {}});
        for (const phase& each : phases)
            put(p, {index, per_phase ? valued_.receipt_of(p, each.over) : of_all, each.share, each.over});
    }

    // Whether all rates of a plan are held; keeps those that are not.
    bool has_rates(std::size_t index, const std::vector<phase>& phases) {
        const plan& p = plans()[index];
        std::string why;
        const auto ask = [&](const std::optional<period>& over) {
            try {
                static_cast<void>(valued_.receipt_of(p, over));
            } catch (no_rate& e) {
                if (e.where().file.empty() && e.where().line == 0) e.locate(p.where);
                if (why.empty()) why = e.message();
                missing_.add(p.amount.currency(), valued_.when(p, over), std::current_exception());
            }
        };
        if (!detail::is_per_phase(options_.at)) ask({});
        else
            for (const phase& each : phases) ask(each.over);
        if (why.empty()) return true;
        missing_.add_plan();
        unvalued_.emplace(index, std::move(why));
        return false;
    }

    // Each where it falls, and in no year what they leave of the amount: at the rates of the last, where each has its
    // own.
    void add_instalments(std::size_t index) {
        const plan& p = plans()[index];
        detail::check_instalments(p);
        std::vector<std::vector<phase>> pieces; // of each
        std::vector<phase> phases;
        for (const instalment& each : p.instalments) {
            pieces.push_back(lines_.pieces_of({period(each.on, each.on), 1}, true, phasing::instalments));
            phases.insert(phases.end(), pieces.back().begin(), pieces.back().end());
        }
        if (!has_rates(index, phases)) return;
        const exact whole = p.amount.nominal();
        const bool per_phase = detail::is_per_phase(options_.at);
        std::size_t receipt = per_phase ? 0 : valued_.receipt_of(p, {});
        std::uint32_t number = 0;
        exact left = whole;
        const auto share_of = [&](const exact& amount) { return whole == 0 ? exact() : amount / whole; };
        for (const instalment& each : p.instalments) {
            const period on(each.on, each.on);
            const auto day_of = [&](std::chrono::sys_days day) {
                return static_cast<std::uint16_t>((day - on.first()).count());
            };
            for (const phase& piece : pieces[number]) {
                if (per_phase) receipt = valued_.receipt_of(p, piece.over);
                const std::uint16_t end = piece.over.last() == on.last()
                                              ? std::uint16_t{0}
                                              : day_of(piece.over.last() + std::chrono::days(1));
                put(p, {index, receipt, share_of(each.amount.nominal()) * piece.share, piece.over, number, number + 1,
                        day_of(piece.over.first()), end});
            }
            left -= each.amount.nominal();
            ++number;
        }
        if (left != 0) put(p, {index, receipt, share_of(left), {}, number, number + 1});
    }

    void put(const plan& p, part&& each) {
        const std::size_t row = rows_.number(p, each.over);
        const std::size_t column = options_.across ? columns_.number(p, each.over) : 0;
        if (!entries_.empty()) {
            entry& last = entries_.back();
            if (last.row == row && last.column == column && detail::join_last(last.of, each)) return;
        }
        entries_.push_back({std::move(each), row, column});
    }

    // ---- cells

    void make_cells() {
        const std::size_t columns = columns_.size();
        detail::check_table_size(rows_.size(), columns);
        parts of_total;
        of_total.reserve(std::min(entries_.size(), plans().size()));
        // By two keys a row joins most of its parts.
        std::vector<parts> of_row = columns == 0 ? room_for(rows_.size(), [](const entry& e) { return e.row; })
                                                 : std::vector<parts>(rows_.size());
        std::vector<parts> of_column = room_for(columns, [](const entry& e) { return e.column; });
        std::vector<parts> of_cell =
            room_for(rows_.size() * columns, [columns](const entry& e) { return e.row * columns + e.column; });
        for (; !entries_.empty(); entries_.pop_front()) { // and gives its memory back
            entry& e = entries_.front();
            detail::append(of_total, e.of);
            detail::append(of_row[e.row], e.of);
            if (columns == 0) continue;
            detail::append(of_column[e.column], e.of);
            of_cell[e.row * columns + e.column].push_back(std::move(e.of));
        }

        const detail::report_cells cells(into_.portfolio_, into_.receipts_, at_);
        const std::vector<std::size_t> across = columns_.order();
        for (const std::size_t c : across) {
            const line& of = columns_[c];
            into_.columns_.push_back({of.text, cells.of(std::move(of_column[c])), of.unphased, of.days});
        }
        for (const std::size_t r : rows_.order()) {
            row made{rows_[r].text, cells.of(std::move(of_row[r])), {}, rows_[r].days};
            made.cells.reserve(columns);
            for (const std::size_t c : across) made.cells.push_back(cells.of(std::move(of_cell[r * columns + c])));
            if (rows_[r].unphased) into_.unphased_ = std::move(made);
            else into_.rows_.push_back(std::move(made));
        }
        into_.total_ = cells.of(std::move(of_total));
    }

    // So many lines, each with room for its entries.
    template <class Number>
    std::vector<parts> room_for(std::size_t count, Number of) const {
        std::vector<parts> lines(count);
        if (lines.empty()) return lines;
        std::vector<std::size_t> counts(count);
        for (const entry& e : entries_) ++counts[of(e)];
        for (std::size_t i = 0; i < count; ++i) lines[i].reserve(counts[i]);
        return lines;
    }

    void display() {
        std::vector<row*> rows;
        for (row& each : into_.rows_) rows.push_back(&each);
        if (into_.unphased_) rows.push_back(&*into_.unphased_);
        const detail::report_display shown(at_.to, step{exact::pow10(-into_.digits())}, options_.mode);
        if (options_.across) shown.table(*into_.total_, rows, into_.columns_);
        else shown.rows(*into_.total_, rows);
    }

    // ---- what stands beside the total

    // At the reporting day, where a rate allows; else it is shown as reported.
    std::optional<figure> in_target(const figure& f) {
        try {
            return convert(f, into_.receipts_[valued_.receipt_on_day(f.currency())].rate, at_.precision);
        } catch (const no_rate&) {
            return std::nullopt;
        }
    }

    void add_besides(std::size_t index) {
        const plan& p = plans()[index];
        const auto unvalued = unvalued_.find(index);
        const standing why = unvalued == unvalued_.end() ? into_.portfolio_.standings()[index] : standing::unvalued;
        if (why == standing::counted && !p.also) return;
        const std::optional<figure> amount = in_target(p.amount);
        if (p.also) into_.checks_.push_back(check_of(index, amount));
        if (why == standing::counted) return;
        into_.asides_.push_back({index, why, amount, is_consistent(p, amount), {}});
        if (why == standing::unvalued) into_.asides_.back().no_rate = unvalued->second;
    }

    check check_of(std::size_t index, const std::optional<figure>& amount) {
        check made{index, in_target(*plans()[index].also), {}};
        if (amount && made.also) made.reconciled = reconcile(*amount, *made.also);
        return made;
    }

    std::optional<bool> is_consistent(const plan& p, const std::optional<figure>& amount) {
        const plan* original = into_.portfolio_.find(p.restates);
        if (original == nullptr || !amount) return std::nullopt;
        const std::optional<figure> stated = in_target(original->amount);
        if (!stated) return std::nullopt;
        return consistent(*amount, *stated);
    }

    using line = detail::report_axis::line;

    report& into_;
    const report_options& options_;
    const translation& at_;
    detail::report_valuation valued_;
    detail::phase_lines lines_{options_};
    detail::report_axis rows_{options_.by};
    detail::report_axis columns_{options_.across.value_or(options_.by)};
    std::deque<entry> entries_{}; // which grows without being copied
    detail::missing_rates missing_{};
    std::map<std::size_t, std::string> unvalued_{}; // by plan: why
};

CAMBIST_INLINE void detail::check_table_size(std::size_t rows, std::size_t columns) {
    if (columns == 0 || rows <= max_report_cells / columns) return;
    throw limit_error("a table of " + std::to_string(rows) + " rows and " + std::to_string(columns) +
                      " columns has more than " + std::to_string(max_report_cells) +
                      " cells; take a key that has fewer values");
}

CAMBIST_INLINE report::report(portfolio plans, report_options options, const translation& at)
    : portfolio_(std::move(plans)), options_(std::move(options)), to_(detail::require_target(at).to),
      precision_(at.precision) {
    builder(*this, at).run();
}

CAMBIST_INLINE void report::require_rates() const {
    if (refusal_) std::rethrow_exception(refusal_);
}

CAMBIST_INLINE money<> report::reported(const part& p) const {
    const plan& whose = portfolio_.plans()[p.plan];
    return {detail::part_amounts(whose, p).nominal(), whose.amount.currency()};
}
CAMBIST_INLINE interval report::reported_bounds(const part& p) const {
    return detail::part_amounts(portfolio_.plans()[p.plan], p).bounds();
}

CAMBIST_END
