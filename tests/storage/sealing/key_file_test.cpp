#include "canteen/storage/sealing/key_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "tests/support/temp_dir.h"

namespace canteen {
namespace {

TEST(KeyFile, IsReadBackAndItsOwnersAlone) {
    TempDir dir;
    SystemRandom random;
    auto path = dir / "site.keys";
    auto made = make_key_file(path, random);
    auto read = load_key_file(path);
    EXPECT_EQ(read.site, made.site);
    EXPECT_EQ(read.blind_index, made.blind_index);
    EXPECT_EQ(read.digest, made.digest);
    EXPECT_NE(made.site, made.blind_index);
    struct stat about{};
    ASSERT_EQ(::stat(path.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600U);
}

TEST(KeyFile, IsNeverWrittenOver) {
    TempDir dir;
    SystemRandom random;
    make_key_file(dir / "site.keys", random);
    EXPECT_THROW(make_key_file(dir / "site.keys", random), KeyFileError);
}

TEST(KeyFile, ThatOthersMayReadIsRefused) {
    TempDir dir;
    SystemRandom random;
    make_key_file(dir / "site.keys", random);
    ::chmod((dir / "site.keys").c_str(), 0640);
    EXPECT_THROW(load_key_file(dir / "site.keys"), KeyFileError);
}

TEST(KeyFile, ThatIsDamagedOrAbsentIsRefused) {
    TempDir dir;
    EXPECT_THROW(load_key_file(dir / "site.keys"), KeyFileError);
    std::ofstream(dir / "site.keys") << "canteen keys 1\nsite abcd\n";
    ::chmod((dir / "site.keys").c_str(), 0600);
    EXPECT_THROW(load_key_file(dir / "site.keys"), KeyFileError);
}

}  // namespace
}  // namespace canteen
