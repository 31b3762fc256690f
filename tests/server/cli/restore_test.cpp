// A restored backup never comes beside another database's log, never under a server, never unchecked.
#include "canteen/cli/restore.h"

#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "canteen/engine/engine.h"
#include "canteen/server.h"
#include "canteen/storage/disk/lock_file.h"
#include "canteen/storage/upkeep/backup.h"
#include "canteen/storage/upkeep/verify.h"
#include "tests/support/fake_clock.h"
#include "tests/support/lunch.h"
#include "tests/support/temp_dir.h"

namespace canteen {
namespace {

using namespace canteen::testing;

class Restoring : public ::testing::Test {
protected:
    Restoring() {
        config.directory = dir.path() / "canteen";
        config.key_file = dir.path() / "canteen.key";
        config.site = test_site();
        config.port = 0;
        make_canteen(config, clock());
        backup(config.database(), copy);
    }
    static std::unique_ptr<Clock> clock() { return std::make_unique<FakeClock>(noon()); }
    Restored restore() { return restore_canteen(config, copy, clock()); }

    // Sells on after the backup. With `killed`, what was committed is in the log alone, as after a power cut.
    void sell_on(bool killed) {
        Post post = [](const std::function<void()>&) {};
        Engine engine(config, clock(), post);
        for (int i = 0; i < 5; ++i) {
            auto menu = lunch_menu();
            menu.dishes.at(0).price += Fen{i};
            engine.application().own().ask(ImportMenus{{menu}}, [](const Answer&) {});
            engine.pump().step();
        }
        EXPECT_EQ(engine.store().last_seq(), 6U);
        if (!killed) return;
        for (const auto* ending : {"", "-wal"})
            std::filesystem::copy_file(config.database().string() + ending, dir / ("killed" + std::string(ending)));
    }
    void put_killed_log_in_place() { std::filesystem::rename(dir / "killed-wal", config.database().string() + "-wal"); }
    void expect_whole(Seq seq) {
        const auto report = verify(config.database(), load_key_file(config.key_file), codec, dir.path());
        EXPECT_TRUE(report.is_clean()) << report.findings.front();
        EXPECT_EQ(report.head.seq, seq);
    }

    TempDir dir;
    Config config;
    std::filesystem::path copy = dir / "backup.db";
    ProtobufCodec codec;
};

TEST_F(Restoring, TheLogOfALostDatabaseIsKeptAsideAndNeverReadAsTheBackups) {
    sell_on(true);
    std::filesystem::remove(config.database());
    put_killed_log_in_place();
    const auto restored = restore();
    EXPECT_EQ(restored.seq, 1U);
    ASSERT_EQ(restored.kept_aside.size(), 1U);
    EXPECT_TRUE(restored.kept_aside[0].string().ends_with("-wal")) << restored.kept_aside[0];
    EXPECT_FALSE(std::filesystem::exists(config.database().string() + "-wal"));
    expect_whole(2);
}

TEST_F(Restoring, WhatStoodThereIsKeptAsideWholeAndASecondTimeBesideTheFirst) {
    sell_on(true);
    std::filesystem::rename(dir / "killed", config.database());
    put_killed_log_in_place();
    const auto first = restore();
    ASSERT_EQ(first.kept_aside.size(), 2U);
    EXPECT_NE(first.kept_aside[0].filename().string().find("canteen.db.before-restore-2026"), std::string::npos);
    const auto report = verify(first.kept_aside[0], load_key_file(config.key_file), codec, dir.path());
    EXPECT_TRUE(report.is_clean());
    EXPECT_EQ(report.head.seq, 6U) << "with its log";
    const auto second = restore();
    ASSERT_EQ(second.kept_aside.size(), 1U);
    EXPECT_NE(second.kept_aside[0], first.kept_aside[0]);
    EXPECT_TRUE(std::filesystem::exists(first.kept_aside[0]));
    expect_whole(2);
}

TEST_F(Restoring, WhoWasShutOutOrErasedSinceIsNamed) {
    const auto happen = [this](const std::vector<CommandBody>& commands) {
        Engine engine(config, clock(), [](const std::function<void()>&) {});
        for (const auto& body : commands) {
            engine.application().own().ask(
                body, [](const Answer& answer) { EXPECT_TRUE(std::holds_alternative<Committed>(answer.outcome)); });
            engine.application().on_committed(engine.pump().step());
        }
    };
    const auto member = member_with(50'001, "dibao");
    Device screen;
    screen.id = id_of<DeviceId>(7);
    screen.role = Role::kitchen;
    screen.name = "kitchen";
    happen({ImportMembers{{member}}, EnrolDevice{screen}});
    std::filesystem::remove(copy);
    backup(config.database(), copy);
    happen({RevokeDevice{screen.id}, EraseMember{member.id}});
    EXPECT_EQ(restore().undone, (Undone{{"kitchen"}, {member.number}}));
}

TEST_F(Restoring, NothingIsPutUnderARunningServerEvenIfItsFileIsGone) {
    auto server = std::make_unique<Server>(config, std::nullopt);
    std::thread running([&] { EXPECT_EQ(server->run(), EXIT_SUCCESS); });
    EXPECT_THROW(restore(), StoreInUse);
    std::filesystem::remove(config.database());
    EXPECT_THROW(restore(), StoreInUse);
    std::filesystem::remove(config.database().string() + ".lock");
    EXPECT_THROW(restore(), StoreInUse) << "its socket still answers";
    EXPECT_FALSE(std::filesystem::exists(config.database()));
    server->stop();
    running.join();
}

TEST_F(Restoring, NothingIsPutUnderAnotherProgramThatHasTheDatabaseOpen) {
    LockFile other(config.database());
    EXPECT_THROW(restore(), StoreInUse);
}

TEST_F(Restoring, ABackupThatIsBrokenIsNotPutInThePlace) {
    sell_on(false);
    {
        Connection db(copy, Connection::Mode::read_write);
        db.exec("UPDATE journal SET time_ms = time_ms + 1 WHERE seq = 1; PRAGMA journal_mode = DELETE");
    }
    EXPECT_THROW(restore(), StoreError);
    expect_whole(6);
    std::filesystem::resize_file(copy, std::filesystem::file_size(copy) / 2);
    EXPECT_THROW(restore(), StoreError);
    std::ofstream(copy, std::ios::trunc) << "no database at all";
    EXPECT_THROW(restore(), StoreError);
    expect_whole(6);
    for (const auto& left : std::filesystem::directory_iterator(config.directory))
        EXPECT_EQ(left.path().string().find(".partial"), std::string::npos) << left.path();
}

TEST_F(Restoring, ABackupOfAnotherCanteenIsNotPutInThePlace) {
    auto other = config;
    other.directory = dir.path() / "other";
    other.key_file = dir.path() / "other.key";
    make_canteen(other, clock());
    std::filesystem::remove(copy);
    backup(other.database(), copy);
    EXPECT_THROW(restore(), StoreError);
    expect_whole(1);
}

}  // namespace
}  // namespace canteen
