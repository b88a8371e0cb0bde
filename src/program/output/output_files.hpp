// SPDX-License-Identifier: MIT
#pragma once

#include <cambist/io/file_writer.hpp>

#include <deque>
#include <string>
#include <string_view>

namespace program {

/// The files that a command writes beside what it prints. All are finished before results are printed, and take their
/// places when those have been taken: where anything fails before, no file has changed.
///
///     files.write(given.html, page);
///     files.finish();
///     say(...);
///     files.commit();
///
class output_files {
public:
    /// A writer for a file that is written as it comes.
    cambist::io::file_writer& open(const std::string& path) { return writers_.emplace_back(path); }
    void write(const std::string& path, std::string_view content) {
        open(path).stream().write(content.data(), static_cast<std::streamsize>(content.size()));
    }
    /// \throws file_error where what was written is not on the disk
    void finish();
    /// Hands on what was printed, then puts each file in its place, in the order of opening, while signals wait. Where
    /// that fails, the message says what stands.
    void commit();

private:
    std::deque<cambist::io::file_writer> writers_{};
};

} // namespace program
