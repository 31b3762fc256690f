#include "canteen/storage/sealing/sodium_sealer.h"

#include <gtest/gtest.h>

#include "canteen/storage/schema/migrations.h"
#include "canteen/storage/sealing/key_file.h"
#include "tests/storage/lunch.h"

namespace canteen {
namespace {

class Sealing : public testing::Test {
protected:
    Sealing() : db(dir / "keys.db", Connection::Mode::create) { migrate(db); }

    TempDir dir;
    Connection db;
    Key site_key{1, 2, 3};
    SodiumSealer sealer{db, site_key};
};

TEST_F(Sealing, GivesBackWhatWasSealed) {
    auto sealed = sealer.seal(member_id(1), 7, "name", "测试");
    EXPECT_EQ(sealed.find("测试"), std::string::npos);
    EXPECT_EQ(sealer.unseal(member_id(1), 7, "name", sealed), "测试");
    EXPECT_EQ(SodiumSealer(db, site_key).unseal(member_id(1), 7, "name", sealed), "测试") << "after a restart";
}

TEST_F(Sealing, TheSameValueNeverLooksTheSame) {
    EXPECT_NE(sealer.seal(member_id(1), 7, "name", "x"), sealer.seal(member_id(1), 7, "name", "x"));
}

TEST_F(Sealing, AValueOpensNowhereElse) {
    auto sealed = sealer.seal(member_id(1), 7, "name", "x");
    sealer.seal(member_id(2), 7, "name", "y");
    EXPECT_THROW(sealer.unseal(member_id(1), 8, "name", sealed), UnsealError);
    EXPECT_THROW(sealer.unseal(member_id(1), 7, "phone", sealed), UnsealError);
    EXPECT_THROW(sealer.unseal(member_id(2), 7, "name", sealed), UnsealError);
    EXPECT_THROW(sealer.unseal(member_id(3), 7, "name", sealed), UnsealError) << "has no key";
}

TEST_F(Sealing, AChangedOrCutValueDoesNotOpen) {
    auto sealed = sealer.seal(member_id(1), 7, "name", "x");
    auto changed = sealed;
    changed.back() = static_cast<char>(changed.back() ^ 1);
    EXPECT_THROW(sealer.unseal(member_id(1), 7, "name", changed), UnsealError);
    EXPECT_THROW(sealer.unseal(member_id(1), 7, "name", sealed.substr(0, 39)), UnsealError);
    EXPECT_THROW(sealer.unseal(member_id(1), 7, "name", ""), UnsealError);
}

TEST_F(Sealing, NothingOpensWithoutTheSitesKey) {
    auto sealed = sealer.seal(member_id(1), 7, "name", "x");
    EXPECT_THROW(SodiumSealer(db, Key{9}).unseal(member_id(1), 7, "name", sealed), UnsealError);
}

TEST_F(Sealing, ADestroyedKeyIsNeverMadeAgain) {
    auto sealed = sealer.seal(member_id(1), 7, "name", "x");
    EXPECT_TRUE(sealer.destroy(member_id(1)));
    EXPECT_FALSE(sealer.destroy(member_id(1))) << "it was before";
    EXPECT_TRUE(sealer.is_destroyed(member_id(1)));
    EXPECT_FALSE(sealer.is_destroyed(member_id(2)));
    EXPECT_THROW(sealer.unseal(member_id(1), 7, "name", sealed), KeyDestroyed);
    EXPECT_THROW(sealer.seal(member_id(1), 8, "name", "x"), KeyDestroyed);
}

}  // namespace
}  // namespace canteen
