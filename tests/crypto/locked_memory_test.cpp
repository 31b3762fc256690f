// Keys in memory go to no swap and no dump, and the program goes on where locking is not allowed.
#include "canteen/crypto/locked_memory.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <fstream>
#include <sstream>
#include <string>

namespace canteen {
namespace {

// Returns the kernel's flags for the mapping in which the bytes lie: "rd wr mr ...".
std::string flags_of(const void* bytes) {
    std::ifstream maps("/proc/self/smaps");
    const auto wanted = reinterpret_cast<std::uintptr_t>(bytes);
    bool is_there = false;
    for (std::string line; std::getline(maps, line);) {
        std::uintptr_t from = 0, to = 0;
        char dash = 0;
        std::istringstream words(line);
        if (words >> std::hex >> from >> dash >> to && dash == '-') is_there = from <= wanted && wanted < to;
        if (is_there && line.starts_with("VmFlags:")) return line + " ";
    }
    return "";
}

void expect_private(const void* bytes) {
    const auto flags = flags_of(bytes);
    EXPECT_NE(flags.find(" dd "), std::string::npos) << "in no dump: " << flags;
#ifndef __SANITIZE_ADDRESS__  // the sanitizer never lets anything be locked
    EXPECT_NE(flags.find(" lo "), std::string::npos) << "in no swap: " << flags;
#endif
}

TEST(LockedMemory, HoldsKeysWhereNeitherSwapNorDumpFindsThem) {
    LockedKeys keys(4'096);
    expect_private(&keys[0]);
    expect_private(&keys[4'095]);
    const LockedKey key(Key{1});
    const auto copy = key;  // NOLINT(performance-unnecessary-copy-initialization)
    expect_private(&copy.key());
    EXPECT_NE(&copy.key(), &key.key());
    EXPECT_EQ(copy, key);
}

TEST(LockedMemory, IsZeroAtFirstAndWhenItIsWiped) {
    LockedKeys keys(2);
    EXPECT_EQ(keys[1], Key{});
    keys[0] = Key{1};
    keys[1] = Key{2};
    keys.wipe(1);
    EXPECT_EQ(keys[0], Key{1});
    EXPECT_EQ(keys[1], Key{});
    keys.wipe();
    EXPECT_EQ(keys[0], Key{});
}

TEST(LockedMemory, IsThereWhereNothingMayBeLocked) {
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_MEMLOCK, &before), 0);
    const rlimit nothing{0, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_MEMLOCK, &nothing), 0);
    LockedKeys keys(4'096);
    keys[4'095] = Key{9};
    EXPECT_EQ(keys[4'095], Key{9});
    ::setrlimit(RLIMIT_MEMLOCK, &before);
}

}  // namespace
}  // namespace canteen
