// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace program {

/// One step of work, which is told on standard error where that is a terminal and the step takes more than a second,
/// and is wiped away at its end. Elsewhere it does nothing. Steps follow one another; none is within another.
class progress {
public:
    /// "reading plans.csv"; the seconds it took stand after it.
    explicit progress(std::string what);
    progress(const progress&) = delete;
    progress& operator=(const progress&) = delete;
    ~progress();

    /// How far it is, instead of what it does.
    void say(std::string what);
    /// Wipes away what is shown, for a handler of signals: may be called where they are handled.
    static void wipe() noexcept;
    std::chrono::steady_clock::duration elapsed() const { return std::chrono::steady_clock::now() - started_; }

private:
    void tell();

    std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
    std::string what_;
    bool done_ = false;
    std::mutex mutex_{};
    std::condition_variable changed_{};
    std::thread teller_{};
};

/// The step of reading a file; - is standard input.
inline progress reading_of(const std::string& path) {
    return progress("reading " + (path == "-" ? "standard input" : path));
}

} // namespace program
