// SPDX-License-Identifier: MIT
#include "output/output_files.hpp"

#include "output/say.hpp"
#include "output/signals.hpp"
#include "output/status.hpp"

#include <ostream>

namespace program {

void output_files::finish() {
    for (cambist::io::file_writer& each : writers_) each.finish();
}

void output_files::commit() {
    finish();
    flush_results();
    hold_signals();
    std::string stands = "the result stands";
    for (cambist::io::file_writer& each : writers_) {
        try {
            each.commit();
        } catch (const cambist::io::file_error& e) {
            throw ended(std::string(e.what()) + "; " + stands, unusable);
        }
        stands += ", and " + each.path();
    }
    writers_.clear();
}

} // namespace program
