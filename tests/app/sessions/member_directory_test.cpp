// Finds people at the counter by what they say or show, and nobody by what must not be asked.
#include "canteen/app/sessions/member_directory.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "tests/support/lunch.h"

namespace canteen {
namespace {

using namespace canteen::testing;

// Stands in for a pinyin table with the names used here.
class SoundsOfNames final : public Phonetics {
public:
    std::vector<std::string> spellings_of(const std::string& name) const override {
        static const std::map<std::string, std::vector<std::string>> sounds{
            {"张敏", {"zm", "zhangmin"}},
            {"张敏华", {"zmh", "zhangminhua"}},
            {"曾敏", {"zm", "zengmin", "cm", "cengmin"}},
            {"吕芳", {"lf", "lvfang"}},
            {"李张敏", {"lzm", "lizhangmin"}}};
        const auto found = sounds.find(name);
        return found == sounds.end() ? std::vector<std::string>{} : found->second;
    }
};

Member person(std::uint32_t number, std::string name, std::string id_number = "") {
    auto member = member_with(number, "none");
    member.name = std::move(name);
    member.id_number = std::move(id_number);
    return member;
}

class MemberDirectoryTest : public ::testing::Test {
protected:
    static constexpr auto grandma_id = "999999194802290019", namesake_id = "99999919460410123X";

    static std::vector<Member> neighbours() {
        auto grandma = person(12, "张敏", grandma_id);
        grandma.cards = {{"0004711", CardState::lost, {}}, {"0004712", CardState::active, {}}};
        return {person(700, "李张敏"),          person(30, "吕芳"),  grandma,
                person(9, "张敏", namesake_id), person(104, "曾敏"), person(8, "张敏华")};
    }
    std::vector<std::string> numbers(const std::string& text, bool may_find_by_id = false) const {
        std::vector<std::string> found;
        for (const auto& hit : directory.find(text, 0, may_find_by_id).hits) found.push_back(hit.number);
        return found;
    }
    using Numbers = std::vector<std::string>;

    SoundsOfNames sounds;
    MemberDirectory directory{&sounds, neighbours()};
};

TEST_F(MemberDirectoryTest, AMergedRecordIsFoundAsTheOneItBecame) {
    auto kept = person(12, "张敏", grandma_id), merged = person(9, "张敏", namesake_id);
    kept.merged = {{merged.id, merged.number}};
    merged.merged_into = kept.id;
    directory.apply(MemberRecorded{kept});
    directory.apply(MemberRecorded{merged});
    EXPECT_EQ(numbers("9"), Numbers{"12"});
    EXPECT_EQ(numbers("张敏"), (Numbers{"8", "12", "700"}));
    EXPECT_EQ(directory.member_of_number("9"), kept.id);
    EXPECT_EQ(MemberDirectory(&sounds, {merged, kept}).member_of_number("9"), kept.id) << "after a restart";
    directory.apply(MemberErased{kept.id, noon()});
    EXPECT_TRUE(directory.member_of_number("9").is_nil());
}

TEST_F(MemberDirectoryTest, AMemberIsFoundHoweverHisNumberCardOrNameIsWritten) {
    EXPECT_EQ(numbers("１２"), Numbers{"12"});
    EXPECT_EQ(numbers("０００4712\r"), Numbers{"12"});
    EXPECT_EQ(numbers("９９９９９９１９４８０２２９００１９", true), Numbers{"12"});
    directory.apply(MemberRecorded{person(50, "阿卜杜拉·买买提")});
    for (const char* written : {"阿卜杜拉•买买提", "阿卜杜拉・买买提", "阿卜杜拉买买提", "买买 提"})
        EXPECT_EQ(numbers(written), Numbers{"50"}) << written;
    directory.apply(MemberRecorded{person(51, "欧　阳 ＡＮＮＡ")});
    EXPECT_EQ(numbers("欧阳anna"), Numbers{"51"});
    EXPECT_EQ(numbers("·"), Numbers{}) << "a dot alone is nobody's name";
    EXPECT_FALSE(directory.member_of_number("５０").is_nil());
}

TEST_F(MemberDirectoryTest, ACardThatAnOlderProgramKeptInLowerCaseIsFound) {
    auto member = person(60, "欧阳");
    member.cards = {{"04a2b3", CardState::active, {}}};
    directory.apply(MemberRecorded{member});
    EXPECT_EQ(numbers("04A2B3"), Numbers{"60"});
    EXPECT_EQ(numbers("04a2b3"), Numbers{"60"});
}

TEST_F(MemberDirectoryTest, AMemberIsFoundByHisNumber) {
    EXPECT_EQ(numbers("104"), Numbers{"104"});
    EXPECT_EQ(directory.member_of_number("104"), id_of<MemberId>(104));
    EXPECT_TRUE(directory.member_of_number("10").is_nil());
    EXPECT_TRUE(numbers("10").empty());
}

TEST_F(MemberDirectoryTest, ACardIsItsHoldersWhileItIsActive) {
    EXPECT_EQ(numbers("0004712"), Numbers{"12"});
    EXPECT_TRUE(numbers("0004711").empty());
}

TEST_F(MemberDirectoryTest, NamesThatBeginSoComeBeforeNamesThatHoldIt) {
    EXPECT_EQ(numbers("张敏"), (Numbers{"8", "9", "12", "700"}));
    EXPECT_EQ(numbers("敏"), (Numbers{"8", "9", "12", "104", "700"}));
}

TEST_F(MemberDirectoryTest, TwoOfOneNameAreToldApartByNumberAndLastFour) {
    const auto hits = directory.find("张敏", 3, false).hits;
    ASSERT_EQ(hits.size(), 3u);
    EXPECT_EQ(hits.at(1), (MemberHit{id_of<MemberId>(9), "9", "张敏", "123X"}));
    EXPECT_EQ(hits.at(2), (MemberHit{id_of<MemberId>(12), "12", "张敏", "0019"}));
    EXPECT_EQ(hits.at(0).last_four, "");
}

TEST_F(MemberDirectoryTest, ANameIsFoundAsItIsTypedByEar) {
    EXPECT_EQ(numbers("zm"), (Numbers{"8", "9", "12", "104"}));
    EXPECT_EQ(numbers("ZhangM"), (Numbers{"8", "9", "12"}));
    EXPECT_EQ(numbers("zhang min"), (Numbers{"8", "9", "12"}));
    EXPECT_EQ(numbers("ceng'min"), Numbers{"104"});
    EXPECT_EQ(numbers("lvfang"), Numbers{"30"});
    EXPECT_EQ(numbers("lüf"), Numbers{"30"});
    EXPECT_TRUE(numbers("min").empty());  // names match from their beginning only
    EXPECT_TRUE(numbers("zm!").empty());
}

TEST_F(MemberDirectoryTest, ThreeToSixLastDigitsOfAnIdNumberAreEnough) {
    EXPECT_EQ(numbers("019"), Numbers{"12"});
    EXPECT_EQ(numbers("290019", true), Numbers{"12"});
    EXPECT_EQ(numbers("123x"), Numbers{"9"});
    EXPECT_TRUE(numbers("19").empty());
    EXPECT_TRUE(numbers("2290019", true).empty());  // nobody may try birthdays out
    EXPECT_TRUE(numbers("229001", true).empty());   // ID numbers match from their end only
    EXPECT_TRUE(numbers("12X3").empty());
}

TEST_F(MemberDirectoryTest, ATillLearnsNoMoreOfAnIdNumberThanItIsShown) {
    EXPECT_EQ(numbers("0019"), Numbers{"12"});
    for (const auto* longer : {"90019", "290019"}) EXPECT_TRUE(numbers(longer).empty()) << longer;
}

TEST_F(MemberDirectoryTest, AnotherPapersWholeNumberFindsItsHolderOnlyForWhoeverMay) {
    directory.apply(MemberRecorded{person(40, "陈海生", "H12345678")});
    EXPECT_EQ(numbers("H12345678", true), (Numbers{"40"}));
    EXPECT_EQ(numbers("H12345678"), Numbers{});
    EXPECT_EQ(directory.find("40", 0, false).hits.at(0).last_four, "5678");
}

TEST_F(MemberDirectoryTest, AWholeIdNumberFindsItsHolderOnlyForWhoeverMay) {
    EXPECT_TRUE(numbers(grandma_id).empty());
    EXPECT_EQ(numbers(grandma_id, true), Numbers{"12"});
    EXPECT_EQ(numbers(" 99999919460410123x ", true), Numbers{"9"});
    EXPECT_TRUE(numbers("99999919480229001", true).empty());  // one character short
}

TEST_F(MemberDirectoryTest, ANumberComesBeforeEverythingElseItMayBe) {
    directory.apply(MemberRecorded{person(290019, "钱多")});
    EXPECT_EQ(numbers("290019", true), (Numbers{"290019", "12"}));
}

TEST_F(MemberDirectoryTest, BlanksAroundTheTextAreNotMeant) {
    EXPECT_EQ(numbers(" \t104　"), Numbers{"104"});
    EXPECT_TRUE(numbers("").empty());
    EXPECT_TRUE(numbers(" 　 ").empty());
}

TEST_F(MemberDirectoryTest, ATextLongerThanAnyNameFindsNobody) {
    directory.apply(MemberRecorded{person(5, std::string(max_search_bytes + 1, 'a'))});
    EXPECT_EQ(numbers(std::string(max_search_bytes, 'a')), Numbers{"5"});
    EXPECT_TRUE(numbers(std::string(max_search_bytes + 1, 'a')).empty());
}

TEST_F(MemberDirectoryTest, SaysIfThereAreMoreThanWereAskedFor) {
    EXPECT_EQ(directory.find("张敏", 2, false).hits.size(), 2u);
    EXPECT_TRUE(directory.find("张敏", 2, false).more);
    EXPECT_FALSE(directory.find("张敏", 4, false).more);
    for (std::uint32_t i = 0; i <= max_member_hits; ++i) directory.apply(MemberRecorded{person(2000 + i, "孙一")});
    EXPECT_EQ(directory.find("孙一", 1'000, false).hits.size(), max_member_hits);
    EXPECT_TRUE(directory.find("孙一", 0, false).more);
}

TEST_F(MemberDirectoryTest, ARecordThatChangesIsFoundAsItIsNow) {
    auto moved = person(31, "曾敏", grandma_id);
    moved.id = id_of<MemberId>(30);
    directory.apply(MemberRecorded{moved});
    EXPECT_TRUE(directory.member_of_number("30").is_nil());
    EXPECT_EQ(directory.member_of_number("31"), id_of<MemberId>(30));
    EXPECT_TRUE(numbers("吕芳").empty());
    EXPECT_TRUE(numbers("lf").empty());
    EXPECT_EQ(numbers("cm"), (Numbers{"31", "104"}));
}

TEST_F(MemberDirectoryTest, WhoeverIsErasedIsFoundByNothing) {
    directory.apply(MemberErased{id_of<MemberId>(12), noon()});
    for (const auto* text : {"12", "0004712", "019", grandma_id}) EXPECT_TRUE(numbers(text, true).empty()) << text;
    EXPECT_EQ(numbers("张敏"), (Numbers{"8", "9", "700"}));
    EXPECT_TRUE(directory.member_of_number("12").is_nil());
    directory.apply(MemberErased{id_of<MemberId>(12), noon()});
    EXPECT_EQ(numbers("zm"), (Numbers{"8", "9", "104"}));
}

TEST_F(MemberDirectoryTest, ANumberThatWentToAnotherMemberStaysHis) {
    auto heir = person(12, "钱多");
    heir.id = id_of<MemberId>(77);
    directory.apply(MemberRecorded{heir});
    directory.apply(MemberErased{id_of<MemberId>(12), noon()});
    EXPECT_EQ(directory.member_of_number("12"), id_of<MemberId>(77));
}

TEST_F(MemberDirectoryTest, WithoutSoundsNamesAreFoundAsTheyAreWritten) {
    const MemberDirectory silent(nullptr, neighbours());
    EXPECT_TRUE(silent.find("zm", 0, false).hits.empty());
    EXPECT_EQ(silent.find("吕", 0, false).hits.size(), 1u);
}

RC_GTEST_PROP(MemberDirectory, WhatIsRecordedAndErasedOneByOneIsFoundAsAfterAStart, ()) {
    const auto changes = *rc::gen::container<std::vector<std::pair<std::uint32_t, std::uint32_t>>>(
        rc::gen::pair(rc::gen::inRange(1u, 9u), rc::gen::inRange(0u, 6u)));
    MemberDirectory kept(nullptr, {});
    std::map<std::uint32_t, Member> truth;
    for (const auto& [who, name] : changes) {
        const auto member = person(who, std::string("王李赵").substr(name % 3 * 3, 3));
        if (name < 4) truth[who] = member;
        if (name >= 4) truth.erase(who);
        kept.apply(name < 4 ? Event(MemberRecorded{member}) : Event(MemberErased{member.id, noon()}));
    }
    std::vector<Member> members;
    for (const auto& [who, member] : truth) members.push_back(member);
    const MemberDirectory fresh(nullptr, members);
    for (const auto* text : {"王", "李", "赵", "1", "5"})
        RC_ASSERT(kept.find(text, 0, true).hits == fresh.find(text, 0, true).hits);
}

}  // namespace
}  // namespace canteen
