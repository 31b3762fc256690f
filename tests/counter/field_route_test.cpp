// The one field: each form goes where it belongs, whatever device or hand it came from.
#include "pos-client/counter/field_route.h"

#include <gtest/gtest.h>

namespace canteen::till::test {
namespace {

const MemberId holder{Bytes16{7}};
constexpr auto made_up_id_number = "999999195011244600";

FieldMeaning meaning(const std::string& typed, bool burst = false) {
    return meaning_of(typed, burst,
                      {[](const std::string& card) { return card == "04A1B2C3" ? holder : MemberId{}; },
                       [](const std::string& number) { return number == "1001" ? holder : MemberId{}; },
                       [](const std::string& text) {
                           if (text == "206" || text == "hgr") return std::vector<DishId>{{206}};
                           if (text == "r") return std::vector<DishId>{{206}, {207}};
                           return std::vector<DishId>{};
                       },
                       [](const std::string& text) {
                           return text == "陈淑芬" ? std::vector<MemberId>{holder, MemberId{Bytes16{8}}}
                                                   : std::vector<MemberId>{};
                       },
                       [](const std::string& number) { return number == "A012"; }});
}

template <class Kind>
bool is(const FieldMeaning& found) {
    return std::holds_alternative<Kind>(found);
}

TEST(FieldRoute, knowsACardHoweverItsReaderWritesIt) {
    for (const auto* typed : {"04A1B2C3", "04a1b2c3\r\n", " ０４Ａ１Ｂ２Ｃ３ ", "%04A1B2C3?", ";04A1B2C3?"}) {
        const auto found = meaning(typed, true);
        ASSERT_TRUE(is<AGuest>(found)) << typed;
        EXPECT_EQ(std::get<AGuest>(found).by, Identified::card);
    }
}

TEST(FieldRoute, tellsAMemberNumberTypedFromOneScanned) {
    EXPECT_EQ(std::get<AGuest>(meaning("1001")).by, Identified::number);
    EXPECT_EQ(std::get<AGuest>(meaning("1001", true)).by, Identified::code);
}

TEST(FieldRoute, neverTakesAnIdNumberForAPaymentOrAGuest) {
    EXPECT_TRUE(is<AnIdNumber>(meaning(made_up_id_number)));
    EXPECT_TRUE(is<AnIdNumber>(meaning(made_up_id_number, true)));
}

TEST(FieldRoute, knowsPaymentCodesByTheirForm) {
    EXPECT_EQ(std::get<APaymentCode>(meaning("134567890123456789", true)).kind, TenderKind::wechat);
    EXPECT_EQ(std::get<APaymentCode>(meaning("2812345678901234", true)).kind, TenderKind::alipay);
    EXPECT_EQ(std::get<APaymentCode>(meaning("6212345678901234567", true)).kind, TenderKind::unionpay);
    EXPECT_TRUE(is<NothingKnown>(meaning("99456789012345678", true)));
}

TEST(FieldRoute, findsDishesByCodeAndInitialsButNeverFromAScan) {
    EXPECT_EQ(std::get<ADish>(meaning("206")).dish, DishId{206});
    EXPECT_EQ(std::get<ADish>(meaning("hgr")).dish, DishId{206});
    EXPECT_TRUE(is<NothingKnown>(meaning("206", true)));
    EXPECT_TRUE(is<NothingKnown>(meaning("r"))) << "two dishes fit";
}

TEST(FieldRoute, asksWhichOfTwoPeopleOfOneName) {
    EXPECT_EQ(std::get<SomeGuests>(meaning("陈淑芬")).members.size(), 2U);
}

TEST(FieldRoute, takesANumberOfTheSiteForItsSale) {
    EXPECT_EQ(std::get<ASale>(meaning("a012")).pickup, "A012");
}

TEST(FieldRoute, knowsNothingOfAnythingElse) {
    for (const auto* typed : {"", "   ", "????", "没有这个菜", "Z9", "\xff\xfe"})
        EXPECT_TRUE(is<NothingKnown>(meaning(typed)));
}

}  // namespace
}  // namespace canteen::till::test
