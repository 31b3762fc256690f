#include "tests/simulation/disk.h"

#include "canteen/storage/disk/store_files.h"
#include "canteen/storage/upkeep/verify.h"

namespace canteen::simulation {
namespace {

constexpr SpaceLimits no_limits{0, 0};  // the disk under the test is not watched

}  // namespace

FileDisk::FileDisk(const std::filesystem::path& directory)
    : directory_(directory), file_(directory / "canteen.db"), copy_(directory / "copy.db") {}

Store& FileDisk::open() {
    const auto opening = std::filesystem::exists(file_) ? SqliteStore::Opening::existing : SqliteStore::Opening::make;
    store_ = std::make_unique<SqliteStore>(file_, opening, keys_, codec_, no_limits);
    return *store_;
}

void FileDisk::back_up() {
    std::filesystem::remove(copy_);
    store_->backup_to(copy_);
}

void FileDisk::restore() {
    remove_database(file_);  // the log of the newer file would be read as the older one's
    std::filesystem::copy_file(copy_, file_);
}

std::vector<std::string> FileDisk::findings() {
    return verify(file_, keys_, codec_, directory_).findings;
}

}  // namespace canteen::simulation
