// SPDX-License-Identifier: MIT
#include "output/gnuplot.hpp"

#include "output/status.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <memory>

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

    /// All that it writes.
    std::string written() const {
        const auto end = std::chrono::steady_clock::now() + max_drawing_time;
        std::string all;
        for (char block[65'536];;) {
            const auto left =
                std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
            pollfd waited{output_, POLLIN, 0};
            if (left <= 0 || poll(&waited, 1, static_cast<int>(left)) == 0)
                refuse("gnuplot took longer than " + std::to_string(max_drawing_time.count()) + " s");
            const ssize_t count = read(output_, block, sizeof block);
            if (count == 0) return all;
            if (count > 0) all.append(block, static_cast<std::size_t>(count));
            else if (errno != EINTR) refuse("gnuplot cannot be read from");
            if (all.size() > max_picture_bytes)
                refuse("gnuplot wrote more than " + std::to_string(max_picture_bytes) + " bytes");
        }
    }
    /// Waits for its end. \throws ended where it says that it failed
    void finish() {
        int status = 0;
        const bool is_over = waitpid(process_, &status, 0) == process_;
        process_ = 0;
        if (is_over && WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
        refuse(is_over && WIFEXITED(status) && WEXITSTATUS(status) == 127 ? "gnuplot cannot be started"
                                                                           : "gnuplot failed at it");
    }

private:
    pid_t process_ = 0;
    int output_ = -1;
};

} // namespace

std::string run_gnuplot(const std::string& script) {
    const auto file = file_of(script);
    gnuplot at_work(file.get());
    std::string picture = at_work.written();
    at_work.finish();
    return picture;
}

} // namespace program
