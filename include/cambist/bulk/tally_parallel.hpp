// SPDX-License-Identifier: MIT
#pragma once

// Opt-in: the one header that starts threads. Who includes it links Threads::Threads.

#include <cambist/bulk/tally.hpp>

#include <cstddef>
#include <exception>
#include <span>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

CAMBIST_BEGIN

/// Adds rows as `tally::add` does, on so many threads, or on as many as can be started, and says how many those were:
/// the same bytes, and the same refusal with nothing added. Each thread has a tally of its own, so memory is what one
/// takes, times the threads and one more.
///
///     tally_parallel(t, {amounts, currency_indices, days}, std::thread::hardware_concurrency());
///
unsigned tally_parallel(tally& into, const tally_columns& columns, unsigned threads);

// ---- how

namespace detail {

inline index_column part_of(const index_column& column, std::size_t at, std::size_t count) {
    switch (column.empty() ? 0 : column.width()) {
    case 0: return {};
    case 1: return std::span(column.data<std::uint8_t>() + at, count);
    case 2: return std::span(column.data<std::uint16_t>() + at, count);
    default: return std::span(column.data<std::uint32_t>() + at, count);
    }
}

inline tally_columns part_of(const tally_columns& columns, std::size_t at, std::size_t count) {
    const day_column& days = columns.days;
    return {columns.amounts.subspan(at, count), part_of(columns.denominations, at, count),
            days.days().empty() ? day_column(days.numbers().subspan(at, count))
                                : day_column(days.days().subspan(at, count)),
            part_of(columns.groups, at, count)};
}

} // namespace detail

inline unsigned tally_parallel(tally& into, const tally_columns& columns, unsigned threads) {
    constexpr std::size_t least_rows = 1 << 16; // of a thread: fewer are not worth one
    const std::size_t rows = columns.amounts.size();
    const auto same_length = [rows](std::size_t size) { return size == rows; };
    const std::size_t count = threads < rows / least_rows ? threads : rows / least_rows;
    if (count < 2 || !same_length(columns.denominations.size()) || !same_length(columns.days.size()) ||
        !(columns.groups.empty() || same_length(columns.groups.size()))) {
        into.add(columns);
        return 1;
    }

    std::vector<tally> parts(count, into.blank());
    std::vector<std::exception_ptr> refused(count);
    std::size_t started = 1; // with this thread
    {
        std::vector<std::thread> running;
        // Joins whatever was started, also when something throws.
        struct joiner {
            std::vector<std::thread>& threads;
            ~joiner() {
                for (std::thread& each : threads) each.join();
            }
        } const all{running};
        running.reserve(count - 1);
        const auto work = [&](std::size_t part) noexcept {
            try {
                const std::size_t at = rows * part / count;
                parts[part].add(detail::part_of(columns, at, rows * (part + 1) / count - at));
            } catch (...) {
                refused[part] = std::current_exception();
            }
        };
        try {
            for (; started < count; ++started) running.emplace_back(work, started);
        } catch (const std::system_error&) { // this thread does what is left
        }
        work(0);
        for (std::size_t part = started; part < count; ++part) work(part);
    }
    // One thread then says what is wrong: the first bad row of all, by its index.
    for (const std::exception_ptr& each : refused) {
        if (!each) continue;
        into.add(columns);
        return 1;
    }
    for (std::size_t part = 1; part < count; ++part) parts[0].merge(parts[part]);
    if (into.empty()) into = std::move(parts[0]);
    else into.merge(parts[0]);
    return static_cast<unsigned>(started);
}

CAMBIST_END
