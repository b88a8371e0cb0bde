// SPDX-License-Identifier: MIT
#include <cambist/io/file_writer.hpp>

#include "../text/text.hpp"
#include "file_place.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <ostream>
#include <random>
#include <streambuf>
#include <system_error>
#include <utility>

CAMBIST_BEGIN
namespace io {
namespace {

struct closer {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};

std::string reason(int why) {
    std::string words = std::generic_category().message(why);
    switch (why) {
    case ENOSPC:
    case EDQUOT: return words + "; make room, or name a file elsewhere";
    case EFBIG: return words + "; raise the limit of a file's size, or write less";
    case EROFS: return words + "; name a file elsewhere";
    default: return words;
    }
}

[[noreturn]] void refuse_write(const std::string& name, int why) {
    refuse<file_error>({name}, "cannot be written: " + reason(why));
}

// Paths that `remove_unfinished_files` removes. More than these are left to their writers.
constexpr std::size_t most_noted = 64;
constinit std::atomic<const char*> noted[most_noted]{};
static_assert(std::atomic<const char*>::is_always_lock_free);

// The name of a file that is removed when this ends, or a handler asks for it, unless the file has been renamed.
class passing_name {
public:
    explicit passing_name(std::string path) : path_(std::make_unique<const std::string>(std::move(path))) {
        for (std::atomic<const char*>& slot : noted) {
            const char* none = nullptr;
            if (slot.compare_exchange_strong(none, path_->c_str())) {
                slot_ = &slot;
                return;
            }
        }
    }
    passing_name(const passing_name&) = delete;
    passing_name& operator=(const passing_name&) = delete;
    ~passing_name() {
        if (is_made_) unlink(path_->c_str());
        const char* mine = path_->c_str();
        if (slot_ == nullptr || slot_->compare_exchange_strong(mine, nullptr)) return;
        static_cast<void>(path_.release()); // a handler has taken it, which may read it still
    }
    const char* c_str() const noexcept { return path_->c_str(); }
    /// There is a file of this name, and it is this one's.
    void is_made() noexcept { is_made_ = true; }

private:
    std::unique_ptr<const std::string> path_;
    std::atomic<const char*>* slot_ = nullptr;
    bool is_made_ = false;
};

std::string unforeseen_name(const std::string& folder) {
    constexpr char digits[] = "0123456789abcdef";
    std::string name = folder + "/.cambist-";
    std::random_device random;
    for (int i = 0; i < 24; ++i) name += digits[random() % 16];
    return name + ".part";
}

// A new file in the folder of the one that it will replace. What fails throws errno, as an int.
class fresh_file {
public:
    /// `old` is null where none is replaced.
    fresh_file(std::filesystem::path target, const struct stat* old)
        : target_(std::move(target)), folder_(folder_of(target_)), replaces_(old != nullptr) {
        if (old != nullptr) old_ = *old;
        if (target_.filename().empty()) throw target_.empty() ? ENOENT : EISDIR;
        if (replaces_) check(access(target_.c_str(), W_OK));
        const mode_t mode = replaces_ ? S_IRUSR | S_IWUSR : 0666; // nobody else's until it is whole; or by the umask
        int opened = -1;
#ifdef O_TMPFILE
        if (access("/proc/self/fd", X_OK) == 0) opened = open(folder_.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
#endif
        if (opened < 0) {
            opened = named([&](const char* name) {
                return open(name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, mode);
            });
        }
        file_.reset(fdopen(opened, "wb"));
        if (file_ != nullptr) return;
        close(opened);
        throw ENOMEM;
    }

    std::FILE* file() const noexcept { return file_.get(); }

    void sync() {
        const int opened = fileno(file());
        if (replaces_) {
            static_cast<void>(fchown(opened, old_.st_uid, old_.st_gid) == 0); // who may not keeps it
            check(fchmod(opened, old_.st_mode & 0777));
        }
        check(fsync(opened));
    }
    void replace() {
        if (!has_place()) check(std::rename(name_->c_str(), target_.c_str()));
        // The name is on the disk when its folder is, as far as folders can be synced here.
        if (const int folder = open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); folder >= 0) {
            fsync(folder);
            close(folder);
        }
    }

private:
    static void check(int result) {
        if (result != 0) throw errno;
    }
    // What `make` returns for a name that nobody has, which stays this file's.
    template <class Make>
    int named(Make make) {
        name_ = std::make_unique<passing_name>(unforeseen_name(folder_));
        const int made = make(name_->c_str());
        if (made < 0) throw errno;
        name_->is_made();
        return made;
    }
    // Gives a file that has no name one: at once its place, where nothing stands there.
    bool has_place() {
        if (name_ != nullptr) return false;
        const std::string self = "/proc/self/fd/" + std::to_string(fileno(file()));
        const auto link = [&](const char* name) {
            return linkat(AT_FDCWD, self.c_str(), AT_FDCWD, name, AT_SYMLINK_FOLLOW);
        };
        if (!replaces_ && link(target_.c_str()) == 0) return true;
        named(link);
        return false;
    }

    std::filesystem::path target_;
    std::string folder_;
    bool replaces_;
    struct stat old_ {};
    std::unique_ptr<passing_name> name_{};
    std::unique_ptr<std::FILE, closer> file_{};
};

} // namespace

// Hands bytes on to a FILE, which buffers them, and remembers why it did not take them.
class file_writer::sink : private std::streambuf {
public:
    explicit sink(std::string path) : path_(std::move(path)) {
        if (path_.find('\0') != std::string::npos) refuse_write(path_, EINVAL);
        if (is_standard_output(path_)) {
            file_ = stdout;
            return;
        }
        struct stat old {};
        struct stat end {};
        const bool is_there = stat(path_.c_str(), &old) == 0;
        if (!is_there && errno != ENOENT) refuse_write(path_, errno);
        const std::filesystem::path target = followed(path_);
        // What is regular, and not where its links say, is an open file by its name in /proc.
        const bool is_regular = S_ISREG(old.st_mode) && stat(target.c_str(), &end) == 0 && is_same_file(old, end);
        if (is_there && !is_regular) {
            opened_.reset(std::fopen(path_.c_str(), "wb"));
            if (opened_ == nullptr) refuse_write(path_, errno);
            file_ = opened_.get();
            return;
        }
        try {
            fresh_ = std::make_unique<fresh_file>(target, is_there ? &old : nullptr);
        } catch (const int why) {
            refuse_write(path_, why);
        }
        file_ = fresh_->file();
    }
    sink(const sink&) = delete;
    sink& operator=(const sink&) = delete;
    ~sink() override = default;

    const std::string& path() const noexcept { return path_; }
    std::ostream& stream() noexcept { return stream_; }

    void finish() {
        if (is_finished_) return;
        if (std::fflush(file_) != 0) note(errno);
        if (opened_ != nullptr && std::fclose(opened_.release()) != 0) note(errno);
        try {
            if (fresh_ && failure_ == 0) fresh_->sync();
        } catch (const int why) {
            note(why);
        }
        if (failure_ != 0) refuse_write(is_standard_output(path_) ? "standard output" : path_, failure_);
        is_finished_ = true;
    }
    void commit() {
        finish();
        const std::unique_ptr<fresh_file> fresh = std::move(fresh_);
        try {
            if (fresh) fresh->replace();
        } catch (const int why) {
            refuse<file_error>({path_}, "did not change: the new file cannot take its place: " + reason(why));
        }
    }

private:
    void note(int why) noexcept {
        if (failure_ == 0) failure_ = why;
    }
    int_type overflow(int_type c) override {
        if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
        const char byte = traits_type::to_char_type(c);
        return xsputn(&byte, 1) == 1 ? c : traits_type::eof();
    }
    std::streamsize xsputn(const char* bytes, std::streamsize count) override {
        const std::size_t written = std::fwrite(bytes, 1, static_cast<std::size_t>(count), file_);
        if (written != static_cast<std::size_t>(count)) note(errno);
        return static_cast<std::streamsize>(written);
    }

    std::string path_;
    std::unique_ptr<fresh_file> fresh_{};
    std::unique_ptr<std::FILE, closer> opened_{};
    std::FILE* file_ = nullptr;
    bool is_finished_ = false;
    int failure_ = 0;
    std::ostream stream_{this};
};

file_writer::file_writer(std::string path) : sink_(std::make_unique<sink>(std::move(path))) {}
file_writer::file_writer(file_writer&&) noexcept = default;
file_writer& file_writer::operator=(file_writer&&) noexcept = default;
file_writer::~file_writer() = default;
const std::string& file_writer::path() const noexcept { return sink_->path(); }
std::ostream& file_writer::stream() noexcept { return sink_->stream(); }
void file_writer::finish() { sink_->finish(); }
void file_writer::commit() { sink_->commit(); }

void write_file(const std::string& path, std::string_view content) {
    file_writer out(path);
    out.stream().write(content.data(), static_cast<std::streamsize>(content.size()));
    out.commit();
}

void remove_unfinished_files() noexcept {
    for (std::atomic<const char*>& slot : noted) {
        if (const char* path = slot.exchange(nullptr)) unlink(path);
    }
}

} // namespace io
CAMBIST_END
