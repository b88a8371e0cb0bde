// SPDX-License-Identifier: MIT
#include "output/signals.hpp"

#include "output/progress.hpp"

#include <cambist/io/file_writer.hpp>

#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <string_view>

namespace program {

namespace {

constexpr int ending[] = {SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGXCPU};

sigset_t ending_set() {
    sigset_t all;
    sigemptyset(&all);
    for (const int signal : ending) sigaddset(&all, signal);
    return all;
}

// Only what may be called where signals are handled.
void end_by(int signal) {
    cambist::io::remove_unfinished_files();
    if (signal != SIGPIPE) {
        progress::wipe();
        constexpr std::string_view line = "cambist: interrupted; no file was changed\n";
        static_cast<void>(write(STDERR_FILENO, line.data(), line.size()) == 0);
    }
    raise(signal); // which waits until this returns, and has its first meaning again
}

} // namespace

void handle_signals() {
    std::signal(SIGXFSZ, SIG_IGN);
    struct sigaction handling {};
    handling.sa_handler = end_by;
    handling.sa_mask = ending_set();
    handling.sa_flags = static_cast<int>(SA_RESETHAND);
    for (const int signal : ending) {
        struct sigaction before {};
        if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(signal, &handling, nullptr);
    }
}

void hold_signals() {
    const sigset_t all = ending_set();
    pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

void open_standard_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(stream, F_GETFD) >= 0) continue;
        // The other way round, so that using it fails as before; the lowest number is taken. What is for standard error
        // has nowhere to go.
        const int way = stream == STDOUT_FILENO ? O_RDONLY : O_WRONLY;
        if (open("/dev/null", way) != stream) std::abort();
    }
}

} // namespace program
