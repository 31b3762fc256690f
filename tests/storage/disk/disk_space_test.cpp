#include "canteen/storage/disk/disk_space.h"

#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace canteen {
namespace {

constexpr std::uint64_t more_than_any_disk = 1ULL << 60;
constexpr std::uint64_t ballast = 1 << 20;

TEST(DiskSpace, KeepsBallastWhileThereIsRoom) {
    TempDir dir;
    DiskSpace space(dir / "a.db", {1, ballast});
    EXPECT_FALSE(space.is_low());
    EXPECT_EQ(std::filesystem::file_size(dir / "a.db.ballast"), ballast);
}

TEST(DiskSpace, GivesTheBallastBackWhenItRunsLow) {
    TempDir dir;
    {
        DiskSpace roomy(dir / "a.db", {1, ballast});
    }
    DiskSpace space(dir / "a.db", {more_than_any_disk, ballast});
    EXPECT_TRUE(space.is_low());
    EXPECT_FALSE(std::filesystem::exists(dir / "a.db.ballast"));
    EXPECT_TRUE(space.is_low()) << "the room the ballast gave is not for new orders";
}

TEST(DiskSpace, TakesTheBallastAgainWhenThereIsRoom) {
    TempDir dir;
    {
        DiskSpace low(dir / "a.db", {more_than_any_disk, ballast});
    }
    DiskSpace space(dir / "a.db", {1, ballast});
    EXPECT_FALSE(space.is_low());
    EXPECT_TRUE(std::filesystem::exists(dir / "a.db.ballast"));
}

TEST(DiskSpace, WithoutBallastOnlyTheMarkCounts) {
    TempDir dir;
    EXPECT_FALSE(DiskSpace(dir / "a.db", {1, 0}).is_low());
    EXPECT_TRUE(DiskSpace(dir / "a.db", {more_than_any_disk, 0}).is_low());
}

}  // namespace
}  // namespace canteen
