#include "pos-client/outbox/till_directory.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <optional>
#include <utility>

namespace canteen::till {
namespace {

constexpr const char *new_key_file = "key.new", *lock_file = "lock";
constexpr mode_t own_umask = 077, own_file = 0600, of_others = 077;

[[noreturn]] void fail(const std::filesystem::path& file, const char* what) {
    throw TillDirectoryError(file.string() + ": " + what +
                             (errno != 0 ? std::string(": ") + std::strerror(errno) : ""));
}

class File {
public:
    File(const std::filesystem::path& path, int flags)
        : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, own_file)) {}
    ~File() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int descriptor() const { return descriptor_; }
    bool is_open() const { return descriptor_ >= 0; }

private:
    int descriptor_;
};

void write_key(const std::filesystem::path& file, const SigningSeed& seed) {
    const File out(file, O_WRONLY | O_CREAT | O_TRUNC);
    const auto size = static_cast<ssize_t>(seed.size());
    if (!out.is_open() || ::write(out.descriptor(), seed.data(), seed.size()) != size || ::fsync(out.descriptor()) != 0)
        fail(file, "cannot be written");
}

void require_own(int descriptor, const std::filesystem::path& file) {
    struct stat about{};
    if (::fstat(descriptor, &about) != 0) fail(file, "cannot be read");
    errno = 0;
    if ((about.st_mode & of_others) != 0) fail(file, "others may read it: set its mode to 0600");
}

std::optional<SigningSeed> read_key(const std::filesystem::path& file) {
    const File in(file, O_RDONLY);
    if (!in.is_open()) {
        if (errno != ENOENT) fail(file, "cannot be read");
        return std::nullopt;
    }
    require_own(in.descriptor(), file);
    SigningSeed seed{};
    if (::read(in.descriptor(), seed.data(), seed.size()) != static_cast<ssize_t>(seed.size())) {
        errno = 0;
        fail(file, "is not a key");
    }
    return seed;
}

// "20260414T114000", UTC.
std::string time_of_now() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y%m%dT%H%M%S", &parts);
    return text.data();
}

std::filesystem::path free_name(const std::string& wanted) {
    std::filesystem::path name = wanted;
    for (int n = 2; std::filesystem::exists(name); ++n) name = wanted + "-" + std::to_string(n);
    return name;
}

}  // namespace

TillDirectory::TillDirectory(std::filesystem::path directory) : directory_(std::move(directory)) {
    ::umask(own_umask);
    std::error_code error;
    std::filesystem::create_directories(directory_, error);
    const auto file = directory_ / lock_file;
    lock_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, own_file);
    if (lock_ < 0) fail(file, "cannot be made");
    if (::flock(lock_, LOCK_EX | LOCK_NB) == 0) return;
    ::close(lock_);
    errno = 0;
    fail(directory_, "another canteen-pos uses this till");
}

TillDirectory::~TillDirectory() {
    ::close(lock_);
}

bool TillDirectory::is_free(const std::filesystem::path& directory) {
    if (!std::filesystem::exists(directory / lock_file)) return true;
    const File lock(directory / lock_file, O_RDWR);
    return lock.is_open() && ::flock(lock.descriptor(), LOCK_EX | LOCK_NB) == 0;
}

SigningSeed TillDirectory::key(Random& random) const {
    if (auto seed = read_key(directory_ / "key")) return *seed;
    const auto seed = new_key(random);
    keep_new_key();
    return seed;
}

SigningSeed TillDirectory::new_key(Random& random) const {
    SigningSeed seed{};
    random.fill(seed);
    write_key(directory_ / new_key_file, seed);
    return seed;
}

void TillDirectory::keep_new_key() const {
    std::filesystem::rename(directory_ / new_key_file, directory_ / "key");
    sync_folder();
}

std::filesystem::path TillDirectory::set_outbox_aside() const {
    const auto file = outbox_file();
    const auto aside = free_name(file.string() + ".before-" + time_of_now());
    for (const auto* part : {"-wal", "-shm", ""}) {
        if (!std::filesystem::exists(file.string() + part)) continue;
        std::filesystem::rename(file.string() + part, aside.string() + part);
    }
    sync_folder();
    return aside;
}

void TillDirectory::sync_folder() const {
    const File folder(directory_, O_RDONLY | O_DIRECTORY);
    if (!folder.is_open() || ::fsync(folder.descriptor()) != 0) fail(directory_, "cannot be written");
}

}  // namespace canteen::till
