// SPDX-License-Identifier: MIT
#include <cambist/io/rows.hpp>

#include "../formats/csv.hpp"
#include "../formats/csv_blocks.hpp"
#include "../text/text.hpp"
#include "form_rows.hpp"
#include "row_tally.hpp"

#include <algorithm>
#include <exception>
#include <future>
#include <system_error>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

// Blocks are read in turn, and each batch of them added up by as many tallies side by side while the next is read.
class row_reader {
public:
    explicit row_reader(const row_options& options)
        : options_(options), threads_(std::max(1u, options.threads)),
          parts_(threads_, row_tally(options.accepted, static_cast<bool>(options.set_aside))) {}

    void read(byte_source from) {
        csv_blocks file(std::move(from), options_.block_bytes);
        std::vector<csv_blocks::block> now(parts_.size());
        std::vector<csv_blocks::block> next(parts_.size());
        std::size_t count = fill(file, now);
        read_header(file, now.front());
        while (count != 0) {
            const std::size_t next_count = add(file, now, count, next);
            for (row_tally& each : parts_) set_aside(each);
            std::swap(now, next);
            count = next_count;
        }
        tell(file);
    }

    tally total() const {
        tally all;
        for (const row_tally& each : parts_) all.merge(each.held());
        return all;
    }

private:
    void tell(const csv_blocks& file) const {
        if (options_.progress) options_.progress({file.name(), file.bytes(), rows_});
    }

    std::size_t fill(csv_blocks& file, std::vector<csv_blocks::block>& blocks) const {
        for (std::size_t count = 0; count < threads_; ++count) {
            tell(file);
            try {
                if (!file.next(blocks[count])) return count;
            } catch (const file_error&) {
                tell(file); // what asks to stop may be what ended the reading
                throw;
            }
        }
        return threads_;
    }

    void read_header(const csv_blocks& file, const csv_blocks::block& first) {
        csv_reader in = first.reader(file.name());
        if (!in.next()) {
            const row_columns& named = options_.columns;
            refuse<csv_error>({file.name(), 1, 1}, "an empty file; its first line names the columns " + named.date +
                                                       ", " + named.currency + " and " + named.amount);
        }
        header_ = text_of_row(in);
        layout_ = read_layout(in, options_.columns);
    }

    // Adds up a batch, and says of how many blocks the next is.
    std::size_t add(csv_blocks& file, const std::vector<csv_blocks::block>& now, std::size_t count,
                    std::vector<csv_blocks::block>& next) {
        std::vector<std::future<void>> running; // each is waited for when it goes
        running.reserve(count);
        for (std::size_t i = 0; i < count; ++i)
            running.push_back(started(i, [&, i] { parts_[i].read(now[i], file.name(), layout_); }));
        if (threads_ == 1) running.front().wait(); // while the block is in the cache
        std::size_t next_count = 0;
        std::exception_ptr unread;
        try {
            next_count = fill(file, next);
        } catch (...) {
            unread = std::current_exception();
        }
        // What stands first in the file is told, however the threads ran.
        for (std::future<void>& each : running) each.get();
        if (unread) std::rethrow_exception(unread);
        rows_ = 0;
        for (const row_tally& each : parts_) rows_ += each.held().rows();
        return next_count;
    }

    // On a thread of its own, if there is to be one and the system starts it; else when it is waited for.
    template <class Work>
    std::future<void> started(std::size_t number, Work work) {
        try {
            if (number < threads_ && threads_ != 1) return std::async(std::launch::async, work);
        } catch (const std::system_error&) {
            threads_ = std::max<std::size_t>(number, 1);
            if (options_.fewer_threads) options_.fewer_threads(static_cast<unsigned>(threads_));
        }
        return std::async(std::launch::deferred, work);
    }

    void set_aside(row_tally& from) const {
        for (const row_tally::row_aside& each : from.set_aside()) options_.set_aside({each.why, each.text, header_});
        from.set_aside().clear();
    }

    const row_options& options_;
    std::size_t threads_;
    std::vector<row_tally> parts_;
    std::string header_{};
    row_layout layout_{};
    std::uint64_t rows_ = 0;
};

} // namespace

tally tally_rows(const std::vector<std::string>& files, const row_options& options) {
    if (options.written) {
        row_tally all(options.accepted, false);
        for (const std::string& file : files) add_rows_by(*options.written, open_file(file), options, all);
        return all.held();
    }
    row_reader reader(options);
    for (const std::string& file : files) reader.read(open_file(file));
    return reader.total();
}

tally tally_rows(std::istream& from, const std::string& name, const row_options& options) {
    if (options.written) {
        row_tally all(options.accepted, false);
        add_rows_by(*options.written, read_from(from, name), options, all);
        return all.held();
    }
    row_reader reader(options);
    reader.read(read_from(from, name));
    return reader.total();
}

} // namespace io
CAMBIST_END
