// Files that are made, copied and left behind: whatever is wrong with a path is a StoreError, and nothing stays.
#include "canteen/storage/disk/store_files.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <fstream>

#include "canteen/storage/disk/disk_space.h"
#include "canteen/storage/disk/leftovers.h"
#include "canteen/storage/upkeep/backup.h"
#include "canteen/storage/upkeep/rebuild.h"
#include "canteen/storage/upkeep/verify.h"
#include "tests/storage/lunch.h"

namespace canteen {
namespace {

constexpr const char* nobody = "999999999";  // no process has that number

void touch(const std::filesystem::path& path) {
    std::ofstream(path) << "x";
}

// Makes the file larger than one step of a backup.
void fill(Lunch& lunch) {
    Connection db(lunch.db(), Connection::Mode::read_write);
    db.exec("CREATE TABLE filler (bytes BLOB) STRICT");
    for (int i = 0; i < 3; ++i) db.exec("INSERT INTO filler VALUES (zeroblob(4096 * 2048))");
}

TEST(StoreFiles, APathThatCannotBeIsAStoreErrorOfEveryoneWhoWrites) {
    Lunch lunch;
    lunch.open_shop();
    const auto too_long = lunch.dir / std::string(300, 'x');
    EXPECT_THROW(lunch.store().backup_to(too_long), StoreError);
    EXPECT_THROW(backup(lunch.db(), too_long), StoreError);
    EXPECT_THROW(backup(too_long, lunch.dir / "copy.db"), StoreError);
    EXPECT_THROW(rebuild(lunch.db(), lunch.keys, lunch.codec, too_long), StoreError);
    EXPECT_THROW(verify(too_long, lunch.keys, lunch.codec, lunch.dir.path()), StoreError);
    touch(lunch.dir / "file");
    for (const auto& nowhere : {lunch.dir / "file" / "copy.db", lunch.dir / "no such folder" / "copy.db"})
        EXPECT_THROW(backup(lunch.db(), nowhere), StoreError);
}

TEST(StoreFiles, NothingIsMadeBesideTheLogOfAnotherDatabase) {
    Lunch lunch;
    lunch.open_shop();
    for (const auto* ending : database_endings) {
        touch(lunch.dir / ("new.db" + std::string(ending)));
        EXPECT_THROW(lunch.store().backup_to(lunch.dir / "new.db"), StoreError) << ending;
        EXPECT_THROW(rebuild(lunch.db(), lunch.keys, lunch.codec, lunch.dir / "new.db"), StoreError) << ending;
        std::filesystem::remove(lunch.dir / ("new.db" + std::string(ending)));
    }
    lunch.store().backup_to(lunch.dir / "new.db");
}

TEST(StoreFiles, CommitsGoOnWhileABackupIsMadeAsOfOneMoment) {
    Lunch lunch;
    lunch.open_shop();
    fill(lunch);
    std::uint32_t orders = 0;
    const auto copied =
        backup(lunch.db(), lunch.dir / "copy.db", [&] { lunch.commit(events_of(pork_order(++orders))); });
    EXPECT_GE(orders, 3U);
    EXPECT_EQ(copied, 1U) << "the row there was when it began, read from the copy";
    EXPECT_EQ(lunch.store().last_seq(), 1U + orders);
    EXPECT_TRUE(verify(lunch.dir / "copy.db", lunch.keys, lunch.codec, lunch.dir.path()).is_clean());
}

TEST(StoreFiles, WithoutRoomNothingIsBegun) {
    Lunch lunch;
    lunch.open_shop();
    EXPECT_THROW(require_room(lunch.dir.path(), std::uint64_t{1} << 60, lunch.db()), StoreError);
    EXPECT_THROW(require_room(lunch.dir / "nowhere", 1, lunch.db()), StoreError);
    EXPECT_GT(size_of_database(lunch.db()), 0U);
}

TEST(StoreFiles, WhatAKilledProcessLeftIsSweptAndWhatIsInUseIsNot) {
    TempDir dir;
    const std::string mine = std::to_string(::getpid());
    for (const auto& pid : {std::string(nobody), mine})
        for (const auto& name : {"check-" + pid + ".db", "canteen-verify-" + pid + ".db-journal",
                                 "canteen.db." + pid + ".partial", "canteen.db." + pid + ".partial-wal"})
            touch(dir / name);
    for (const auto* name : {"canteen.db", "canteen.db-wal", "canteen.db.lock", "check-.db", "a.partial"})
        touch(dir / name);
    EXPECT_EQ(sweep_leftovers(dir.path()), 4U);
    for (const auto& entry : std::filesystem::directory_iterator(dir.path()))
        EXPECT_EQ(entry.path().filename().string().find(nobody), std::string::npos) << entry.path();
    EXPECT_TRUE(std::filesystem::exists(dir / ("check-" + mine + ".db")));
    EXPECT_TRUE(std::filesystem::exists(dir / "canteen.db-wal"));
}

TEST(StoreFiles, AFileIsMadeAfterAKilledRunLeftItsOwnHalfMade) {
    Lunch lunch;
    lunch.open_shop();
    touch(lunch.dir / ("copy.db." + std::string(nobody) + ".partial"));
    touch(lunch.dir / ("copy.db." + std::string(nobody) + ".partial-wal"));
    lunch.store().backup_to(lunch.dir / "copy.db");
    for (const auto& entry : std::filesystem::directory_iterator(lunch.dir.path()))
        EXPECT_EQ(entry.path().string().find(".partial"), std::string::npos) << entry.path();
}

}  // namespace
}  // namespace canteen
