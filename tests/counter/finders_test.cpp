// Dishes and guests found by what a hand types or an ear hears.
#include <gtest/gtest.h>

#include "pos-client/counter/dish_finder.h"
#include "pos-client/counter/guest_finder.h"
#include "tests/pos_client/lunch.h"

namespace canteen::till::test {
namespace {

Menu named_menu() {
    auto m = menu();
    m.dishes[0].name = "回锅肉";
    m.dishes[1].name = "红烧肉";
    m.dishes[2].name = "麻婆豆腐";
    m.dishes[2].name_en = "Mapo tofu";
    return m;
}

TEST(DishFinder, findsByCodeInitialsSoundNameAndEnglish) {
    DishFinder finder;
    const auto menu = named_menu();
    EXPECT_EQ(finder.find("101", menu), std::vector<DishId>{pork});
    EXPECT_EQ(finder.find("hgr", menu), std::vector<DishId>{pork});
    EXPECT_EQ(finder.find("ＨＧＲ", menu), std::vector<DishId>{pork});
    EXPECT_EQ(finder.find("huiguorou", menu), std::vector<DishId>{pork});
    EXPECT_EQ(finder.find("豆腐", menu), std::vector<DishId>{noodles});
    EXPECT_EQ(finder.find("tofu", menu), std::vector<DishId>{noodles});
    EXPECT_EQ(finder.find("肉", menu).size(), 2U);
    EXPECT_TRUE(finder.find("999", menu).empty());
    EXPECT_TRUE(finder.find("", menu).empty());
}

class OwnSounds final : public Phonetics {
public:
    std::vector<std::string> spellings_of(const std::string& name) const override {
        return name == "陈淑芬" ? std::vector<std::string>{"csf", "chenshufen"} : std::vector<std::string>{"lgd"};
    }
};

TEST(GuestFinder, findsByNameSoundAndTheLastFourDigitsWithAName) {
    Replica replica;
    for (std::uint8_t i = 1; i <= 3; ++i) {
        auto sheet = guest_sheet();
        sheet.member = {Bytes16{i}};
        sheet.member_number = "100" + std::to_string(i);
        sheet.name = i < 3 ? "陈淑芬" : "刘国栋";
        sheet.last_four = i == 1 ? "1234" : "880" + std::to_string(i);
        sheet.cards = {"04AA00" + std::to_string(10 + i)};
        replica.put_sheets({sheet});
    }
    const OwnSounds sounds;
    GuestFinder finder(replica, sounds);
    EXPECT_EQ(finder.find("陈淑芬", day).size(), 2U);
    EXPECT_EQ(finder.find("csf", day).size(), 2U);
    EXPECT_EQ(finder.find("1234 陈", day), std::vector<MemberId>{MemberId{Bytes16{1}}});
    EXPECT_EQ(finder.find("0012陈", day), std::vector<MemberId>{MemberId{Bytes16{2}}}) << "of a card, too";
    EXPECT_EQ(finder.find("1234 刘", day).size(), 0U);
    EXPECT_EQ(finder.find("1003", day), std::vector<MemberId>{MemberId{Bytes16{3}}});
    EXPECT_TRUE(finder.find("陈淑芬", day + 20).empty()) << "no sheet reaches that day";
}

}  // namespace
}  // namespace canteen::till::test
