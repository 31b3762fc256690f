#include "canteen/storage/sealing/key_file.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <sstream>
#include <string>
#include <system_error>

#include "canteen/domain/base/hex.h"

namespace canteen {
namespace {

constexpr const char* first_line = "canteen keys 1";

std::string line_of(const char* name, const Key& key) {
    return std::string(name) + " " + to_hex(key) + "\n";
}

std::string text_of(const SiteKeys& keys) {
    return std::string(first_line) + "\n" + line_of("site", keys.site) + line_of("blind-index", keys.blind_index) +
           line_of("digest", keys.digest);
}

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& why) {
    throw KeyFileError(path.string() + ": " + why);
}

void write_all(int file, const std::string& text, const std::filesystem::path& path) {
    if (::write(file, text.data(), text.size()) != static_cast<ssize_t>(text.size()) || ::fsync(file) != 0) {
        auto why = std::generic_category().message(errno);
        ::close(file);
        fail(path, "cannot be written: " + why);
    }
    ::close(file);
}

LockedKey read_key(std::istream& in, const char* expected_name, const std::filesystem::path& path) {
    std::string name, hex;
    LockedKey locked;
    Key& key = locked.key();
    std::size_t length = 0;
    in >> name >> hex;
    bool read = sodium_hex2bin(key.data(), key.size(), hex.data(), hex.size(), nullptr, &length, nullptr) == 0;
    sodium_memzero(hex.data(), hex.size());
    if (!read || name != expected_name || length != key.size()) {
        fail(path, std::string("the key '") + expected_name + "' cannot be read");
    }
    return locked;
}

}  // namespace

Hash hash_of_keys(const SiteKeys& keys) {
    return keyed_hash_of(keys.site, {"canteen key file", as_view(keys.blind_index.key()), as_view(keys.digest.key())});
}

LockedKey signing_seed_of(const SiteKeys& keys) {
    return {keyed_hash_of(keys.site, {"canteen signing key", as_view(keys.digest.key())})};
}

SiteKeys make_key_file(const std::filesystem::path& path, Random& random) {
    SiteKeys keys;
    random.fill(keys.site.key());
    random.fill(keys.blind_index.key());
    random.fill(keys.digest.key());
    int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) fail(path, "cannot be made: " + std::generic_category().message(errno));
    auto text = text_of(keys);
    write_all(file, text, path);
    sodium_memzero(text.data(), text.size());
    return keys;
}

SiteKeys load_key_file(const std::filesystem::path& path) {
    struct stat about{};
    if (::stat(path.c_str(), &about) != 0) fail(path, std::generic_category().message(errno));
    if ((about.st_mode & 077) != 0) fail(path, "others may read it: set its mode to 0600");
    std::ifstream in(path);
    std::string line;
    if (!std::getline(in, line) || line != first_line) fail(path, "is not a key file");
    SiteKeys keys;
    keys.site = read_key(in, "site", path);
    keys.blind_index = read_key(in, "blind-index", path);
    keys.digest = read_key(in, "digest", path);
    return keys;
}

}  // namespace canteen
