// The parts that outlive the server's process: its database, in memory or in a real file, and one older copy of it. One
// thread.
#pragma once

#include <filesystem>
#include <memory>

#include "canteen/storage/sqlite_store.h"
#include "canteen/wire/protobuf_codec.h"
#include "tests/support/fake_store.h"
#include "tests/support/temp_dir.h"

namespace canteen::simulation {

class Disk {
public:
    virtual ~Disk() = default;
    // Good until closed.
    virtual Store& open() = 0;
    virtual void close() = 0;
    // Copies what is committed. Call while open.
    virtual void back_up() = 0;
    // Goes back to the copy. Call while closed.
    virtual void restore() = 0;
    // Lists what the database itself finds wrong; call while closed.
    virtual std::vector<std::string> findings() { return {}; }
};

class MemoryDisk final : public Disk {
public:
    explicit MemoryDisk(const Site& site) : store_(site), copy_(site) {}
    Store& open() override { return store_; }
    void close() override {}
    void back_up() override { copy_ = store_; }
    void restore() override { store_ = copy_; }

private:
    testing::FakeStore store_, copy_;
};

class FileDisk final : public Disk {
public:
    explicit FileDisk(const std::filesystem::path& directory);
    Store& open() override;
    void close() override { store_.reset(); }
    void back_up() override;
    void restore() override;
    std::vector<std::string> findings() override;

private:
    std::filesystem::path directory_, file_, copy_;
    SiteKeys keys_;
    ProtobufCodec codec_;
    std::unique_ptr<SqliteStore> store_;
};

}  // namespace canteen::simulation
