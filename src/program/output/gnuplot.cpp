// SPDX-License-Identifier: MIT
#include "output/gnuplot.hpp"

#include "output/status.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <memory>
#include <thread>

namespace program {

namespace {

[[noreturn]] void refuse(const std::string& why) { throw ended("nothing is drawn: " + why, unusable); }

// A file without a name, from its beginning.
std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_of(const std::string& text) {
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::tmpfile(), std::fclose);
    if (file == nullptr || std::fwrite(text.data(), 1, text.size(), file.get()) != text.size() ||
        std::fflush(file.get()) != 0 || std::fseek(file.get(), 0, SEEK_SET) != 0) {
        refuse("there is no room for a temporary file; make some");
    }
    return file;
}

// gnuplot at work; it ends with this.
class gnuplot {
public:
    explicit gnuplot(std::FILE* script) {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0) refuse("no pipe can be made");
        output_ = ends[0];
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_adddup2(&files, fileno(script), STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&files, ends[1], STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        std::string name = "gnuplot";
        std::string own_settings = "--default-settings";
        char* const arguments[] = {name.data(), own_settings.data(), nullptr};
        const int failed = posix_spawnp(&process_, name.c_str(), &files, nullptr, arguments, environ);
        posix_spawn_file_actions_destroy(&files);
        close(ends[1]);
        if (failed == 0) return;
        close(output_);
        refuse("gnuplot is not here (Debian has it as gnuplot-nox)");
    }
    gnuplot(const gnuplot&) = delete;
    gnuplot& operator=(const gnuplot&) = delete;
    ~gnuplot() {
        close(output_);
        if (process_ == 0) return;
        kill(process_, SIGKILL);
        waitpid(process_, nullptr, 0);
    }

    /// All that it writes until it ends well.
    std::string written(std::chrono::milliseconds longest) {
        const auto end = std::chrono::steady_clock::now() + longest;
        std::string all;
        while (read_some(all, end)) {
            if (all.size() > max_picture_bytes)
                refuse("gnuplot wrote more than " + std::to_string(max_picture_bytes) + " bytes");
        }
        int status = 0;
        while (waitpid(process_, &status, WNOHANG) == 0) { // it has closed its output, and is about to end
            left_until(end);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        process_ = 0;
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) refuse("gnuplot failed at it");
        return all;
    }

private:
    using instant = std::chrono::steady_clock::time_point;

    static int left_until(instant end) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        if (left.count() <= 0) refuse("gnuplot took too long, and was ended");
        return static_cast<int>(std::min(left, std::chrono::milliseconds(max_drawing_time)).count());
    }
    // False at the end.
    bool read_some(std::string& to, instant end) const {
        pollfd waited{output_, POLLIN, 0};
        int ready = 0;
        while (ready <= 0) ready = poll(&waited, 1, left_until(end));
        char block[65'536];
        const ssize_t count = read(output_, block, sizeof block);
        if (count > 0) to.append(block, static_cast<std::size_t>(count));
        return count > 0;
    }

    pid_t process_ = 0;
    int output_ = -1;
};

} // namespace

std::string run_gnuplot(const std::string& script, std::chrono::milliseconds longest) {
    const auto file = file_of(script);
    gnuplot at_work(file.get());
    return at_work.written(longest);
}

} // namespace program
