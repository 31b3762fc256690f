#include "tests/counter/recorded_disk.h"

#include <algorithm>
#include <fstream>

namespace canteen::till::test {
namespace {

constexpr const char* disk_name = "recorded";

std::string name_of(const char* path) {
    return path ? std::filesystem::path(path).filename().string() : "";
}

}  // namespace

RecordedDisk* RecordedDisk::current = nullptr;

RecordedDisk::RecordedDisk() : real_(sqlite3_vfs_find(nullptr)), ours_(*real_) {
    current = this;
    ours_.zName = disk_name;
    ours_.pNext = nullptr;
    ours_.xOpen = open;
    ours_.xDelete = remove;
    sqlite3_vfs_register(&ours_, 1);
}

RecordedDisk::~RecordedDisk() {
    sqlite3_vfs_unregister(&ours_);
    sqlite3_vfs_register(real_, 1);
    current = nullptr;
}

void RecordedDisk::note(Kind kind, sqlite3_file* file, std::int64_t at, std::string bytes) {
    const auto& name = open_.at(file).name;
    if (!name.empty() && !is_stopped_) steps_.push_back({kind, name, at, std::move(bytes)});
}

// The file stays SQLite's own; only the table of its methods is ours.
int RecordedDisk::open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    const int opened = current->real_->xOpen(current->real_, name, file, flags, out_flags);
    if (opened != SQLITE_OK || !file->pMethods) return opened;
    auto& known = current->open_[file] = {name_of(name), file->pMethods, *file->pMethods};
    known.ours.xWrite = write;
    known.ours.xTruncate = cut;
    known.ours.xSync = sync;
    known.ours.xClose = close;
    file->pMethods = &known.ours;
    return opened;
}

int RecordedDisk::remove(sqlite3_vfs*, const char* name, int sync_folder) {
    if (!current->is_stopped_) current->steps_.push_back({Kind::remove, name_of(name)});
    return current->real_->xDelete(current->real_, name, sync_folder);
}

int RecordedDisk::write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
    current->note(Kind::write, file, at, {static_cast<const char*>(bytes), static_cast<std::size_t>(count)});
    return current->open_.at(file).real->xWrite(file, bytes, count, at);
}

int RecordedDisk::cut(sqlite3_file* file, sqlite3_int64 size) {
    current->note(Kind::cut, file, size);
    return current->open_.at(file).real->xTruncate(file, size);
}

int RecordedDisk::sync(sqlite3_file* file, int flags) {
    current->note(Kind::sync, file);
    return current->open_.at(file).real->xSync(file, flags);
}

int RecordedDisk::close(sqlite3_file* file) {
    const auto known = current->open_.extract(file);
    file->pMethods = known.mapped().real;
    return file->pMethods->xClose(file);
}

void RecordedDisk::take(std::string& contents, const Step& step) {
    const auto at = static_cast<std::size_t>(step.at);
    if (step.kind == Kind::cut) contents.resize(at);
    if (step.kind != Kind::write) return;
    contents.resize(std::max(contents.size(), at + step.bytes.size()));
    std::copy(step.bytes.begin(), step.bytes.end(), contents.begin() + step.at);
}

bool RecordedDisk::is_lost(const std::vector<const Step*>& unsynced, const Step* step, Loss loss) {
    if (loss == Loss::nothing) return false;
    return loss == Loss::all_unsynced || step == unsynced.front();
}

void RecordedDisk::put_image(std::size_t after, Loss loss, const std::filesystem::path& directory) const {
    std::map<std::string, std::string> files;
    std::map<std::string, std::vector<const Step*>> unsynced;
    const auto settle = [&](const std::string& file, Loss lost) {
        const auto& steps = unsynced[file];
        for (const auto* step : steps)
            if (!is_lost(steps, step, lost)) take(files[file], *step);
        unsynced[file].clear();
    };
    for (std::size_t i = 0; i < after; ++i) {
        const auto& step = steps_[i];
        if (step.kind == Kind::sync) {
            settle(step.file, Loss::nothing);
        } else if (step.kind == Kind::remove) {
            unsynced[step.file].clear();
            files.erase(step.file);
        } else {
            unsynced[step.file].push_back(&step);
        }
    }
    for (const auto& [file, steps] : unsynced)
        if (!steps.empty()) settle(file, loss);
    for (const auto& [file, contents] : files) std::ofstream(directory / file, std::ios::binary) << contents;
}

}  // namespace canteen::till::test
