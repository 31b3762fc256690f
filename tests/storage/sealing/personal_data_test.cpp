// Nobody who gets hold of the files, but not of the key file, learns a name or a number.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "canteen/storage/upkeep/verify.h"
#include "tests/storage/lunch.h"

namespace canteen {
namespace {

constexpr std::uint32_t planted_people = 20;

void expect_no_personal_data(const std::filesystem::path& path) {
    auto bytes = bytes_of_file(path);
    for (std::uint32_t n = 1; n <= planted_people; ++n) {
        auto member = senior(n);
        EXPECT_EQ(bytes.find(member.id_number), std::string::npos) << path << " " << n;
        EXPECT_EQ(bytes.find(member.name), std::string::npos) << path << " " << n;
        EXPECT_EQ(bytes.find(member.phone), std::string::npos) << path << " " << n;
    }
    EXPECT_EQ(bytes.find("dibao"), std::string::npos) << path;
}

TEST(PersonalData, IsInNoFile) {
    Lunch lunch;
    lunch.open_shop();
    for (std::uint32_t n = 4; n <= planted_people; ++n) lunch.commit({MemberRecorded{senior(n)}});
    for (std::uint32_t n = 1; n <= planted_people; ++n) lunch.commit(events_of(pork_order(n, member_id(n))));
    lunch.store().backup_to(lunch.dir / "backup.db");
    EXPECT_EQ(lunch.store().load_members().size(), planted_people) << "they are there all the same";

    EXPECT_GT(std::filesystem::file_size(lunch.db().string() + "-wal"), 0U);
    for (const auto& entry : std::filesystem::directory_iterator(lunch.dir.path()))
        expect_no_personal_data(entry.path());
    lunch.close();
    for (const auto& entry : std::filesystem::directory_iterator(lunch.dir.path()))
        expect_no_personal_data(entry.path());
}

TEST(PersonalData, IsGoneWithItsKey) {
    Lunch lunch;
    lunch.open_shop();
    lunch.commit({MemberErased{member_id(2), eleven}});
    EXPECT_EQ(lunch.store().load_members(), (std::vector<Member>{senior(1), senior(3)}));
    Needs needs;
    needs.members = {member_id(2)};
    Canteen state;
    lunch.store().load(needs, state);
    EXPECT_FALSE(state.members.at(member_id(2)));
    EXPECT_FALSE(lunch.store().find_by_id_number(made_up_id_number(2)));
    lunch.store().backup_to(lunch.dir / "backup.db");
    SqliteStore copy(lunch.dir / "backup.db", SqliteStore::Opening::existing, lunch.keys, lunch.codec, {0, 0});
    EXPECT_EQ(copy.load_members().size(), 2U);
}

}  // namespace
}  // namespace canteen
