// SPDX-License-Identifier: MIT
#include "output/progress.hpp"

#include <cambist/text/printable.hpp>
#include <cambist/text/utf8.hpp>

#include <pthread.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <string_view>
#include <system_error>
#include <utility>

namespace program {

namespace {

using namespace std::chrono_literals;
constexpr auto first_told = 1s;
constexpr auto told_again = 200ms;
constexpr std::size_t told_letters = 72; // as fit the width of any terminal: a line that wraps cannot be wiped away

constexpr std::string_view wiped = "\r\033[K";
std::atomic<bool> is_shown = false;

// What a file is called may not steer the terminal.
std::string harmless(std::string_view text) {
    const std::string safe = cambist::printable(text);
    const std::string_view fits = cambist::first_characters(safe, told_letters);
    return std::string(fits) + (fits.size() < safe.size() ? "..." : "");
}

} // namespace

progress::progress(std::string what) : what_(std::move(what)) {
    if (isatty(STDERR_FILENO) != 1) return;
    // Signals are for the thread that works, which they are to wake.
    sigset_t every;
    sigset_t before;
    sigfillset(&every);
    pthread_sigmask(SIG_SETMASK, &every, &before);
    try {
        teller_ = std::thread([this] { tell(); });
    } catch (const std::system_error&) { // there is no thread to tell it
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

progress::~progress() {
    if (!teller_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        done_ = true;
    }
    changed_.notify_one();
    teller_.join();
}

void progress::wipe() noexcept {
    if (is_shown.exchange(false)) static_cast<void>(write(STDERR_FILENO, wiped.data(), wiped.size()) == 0);
}

void progress::say(std::string what) {
    if (!teller_.joinable()) return;
    const std::lock_guard lock(mutex_);
    what_ = std::move(what);
}

void progress::tell() {
    std::unique_lock lock(mutex_);
    while (!changed_.wait_for(lock, is_shown ? told_again : std::chrono::milliseconds(first_told),
                              [this] { return done_; })) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(elapsed()).count();
        is_shown = true;
        std::fprintf(stderr, "%s%s, %lld s", wiped.data(), harmless(what_).c_str(), static_cast<long long>(seconds));
        std::fflush(stderr);
    }
    wipe();
}

} // namespace program
