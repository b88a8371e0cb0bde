// SPDX-License-Identifier: MIT
// Runs a program and has something happen to it at one of the steps at which it changes files:
//
//   cambist_at_step COUNT 0 PROGRAM ARGUMENT...      nothing; writes to the file COUNT how many steps there are
//   cambist_at_step kill:9 N PROGRAM ARGUMENT...     the program gets signal 9 at the Nth step
//   cambist_at_step fail:28 N PROGRAM ARGUMENT...    the Nth step fails with errno 28
//
// With CAMBIST_NAMED in its environment there are no files without a name. It ends as the program does, signals as 128
// and their number, and with 77 where this cannot be done here.
#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#ifdef __x86_64__
namespace {

using registers = user_regs_struct;
using word = decltype(registers::rax);

bool opens_new(const registers& at) {
    const word flags = at.orig_rax == SYS_openat ? at.rdx : at.rsi;
    return (at.orig_rax == SYS_openat || at.orig_rax == SYS_open) && (flags & (O_CREAT | (O_TMPFILE & ~O_DIRECTORY))) != 0;
}
bool is_nameless(const registers& at) { return opens_new(at) && (at.rdx & O_TMPFILE) == O_TMPFILE; }

bool is_step(const registers& at) {
    switch (at.orig_rax) {
    case SYS_write:
    case SYS_writev:
    case SYS_fsync:
    case SYS_fchmod:
    case SYS_rename:
    case SYS_linkat: return true;
    default: return opens_new(at);
    }
}

struct traced {
    pid_t process;

    // Runs on to the next call's begin or end; false at the program's own end, which `status` then is.
    bool next(int& status, int signal = 0) const {
        for (;;) {
            ptrace(PTRACE_SYSCALL, process, nullptr, signal); // which a process that was killed does not take
            if (waitpid(process, &status, 0) < 0) std::exit(77);
            if (!WIFSTOPPED(status)) return false;
            if (WSTOPSIG(status) == (SIGTRAP | 0x80)) return true;
            signal = WSTOPSIG(status) == SIGTRAP ? 0 : WSTOPSIG(status);
        }
    }
    registers read() const {
        registers at{};
        if (ptrace(PTRACE_GETREGS, process, nullptr, &at) != 0) std::exit(77);
        return at;
    }
    // Leaves a call out that begins here; at its end it has failed.
    bool fail(registers at, int why, int& status) const {
        at.orig_rax = static_cast<word>(-1);
        ptrace(PTRACE_SETREGS, process, nullptr, &at);
        if (!next(status)) return false;
        at = read();
        at.rax = static_cast<word>(-static_cast<long>(why));
        ptrace(PTRACE_SETREGS, process, nullptr, &at);
        return true;
    }
};

int ended(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

int run(const traced& program, std::string_view what, long wanted, const char* count_file) {
    const int number = what.size() > 5 ? std::atoi(what.substr(5).data()) : 0;
    const bool has_names_only = std::getenv("CAMBIST_NAMED") != nullptr;
    long count = 0;
    int status = 0;
    while (program.next(status)) { // a call begins
        const registers at = program.read();
        if (has_names_only && is_nameless(at)) {
            if (!program.fail(at, EOPNOTSUPP, status)) break;
            continue;
        }
        const bool is_wanted = is_step(at) && ++count == wanted;
        if (is_wanted && what.starts_with("fail:")) {
            if (!program.fail(at, number, status)) break;
            continue;
        }
        if (is_wanted && what.starts_with("kill:")) kill(program.process, number);
        if (!program.next(status)) break; // and ends
    }
    if (wanted == 0) {
        std::FILE* file = std::fopen(count_file, "w");
        if (file == nullptr) return 77;
        std::fprintf(file, "%ld\n", count);
        std::fclose(file);
    }
    return ended(status);
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 4) return 77;
    const pid_t process = fork();
    if (process == 0) {
        if (ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) _exit(77);
        raise(SIGSTOP);
        execv(argv[3], argv + 3);
        _exit(77);
    }
    int status = 0;
    if (process < 0 || waitpid(process, &status, 0) < 0 || !WIFSTOPPED(status)) return 77;
    if (ptrace(PTRACE_SETOPTIONS, process, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL) != 0) return 77;
    return run({process}, argv[1], std::atol(argv[2]), argv[1]);
}
#else
int main() { return 77; }
#endif
