// Tells tills of members: an erased member is gone, and an employer's terms reach everyone who works there.
#include "canteen/app/feeds/sheets_view.h"

#include <gtest/gtest.h>

#include "tests/support/lunch.h"

namespace canteen {
namespace {

using namespace canteen::testing;

Employer mill(Fen lunch) {
    Employer employer;
    employer.code = "mill";
    employer.name = "面粉厂";
    employer.allowance = Allowance{{}, lunch, {}, {}, {}};
    return employer;
}

Member worker(std::uint32_t number) {
    auto employed = member_with(number, "none");
    employed.employments = {{"mill", {}}};
    return employed;
}

std::vector<MemberId> gone_in(const FeedItems& items) {
    std::vector<MemberId> gone;
    for (const auto& item : items)
        if (const auto* one = std::get_if<MemberGone>(&item)) gone.push_back(one->member);
    return gone;
}

std::vector<RightSheet> sheets_in(const FeedItems& items) {
    std::vector<RightSheet> sheets;
    for (const auto& item : items)
        if (const auto* of_one = std::get_if<MemberSheets>(&item))
            sheets.insert(sheets.end(), of_one->begin(), of_one->end());
    return sheets;
}

class SheetsViewTest : public ::testing::Test {
protected:
    SheetsView view{test_site(), {worker(1), member_with(2, "none")}, {}, {{"mill", mill({800})}}, lunch_date, 10};
    const MemberId first = id_of<MemberId>(1), second = id_of<MemberId>(2);
};

TEST_F(SheetsViewTest, WhoeverIsErasedIsGoneFromTheTillsAndFromWhatNewOnesAreTold) {
    view.apply(MemberErased{first, noon()}, 11);
    const auto changes = view.take_changes();
    EXPECT_EQ(gone_in(changes), std::vector{first});
    EXPECT_TRUE(sheets_in(changes).empty());
    for (const auto& sheet : sheets_in(view.snapshot())) EXPECT_NE(sheet.member, first);
    EXPECT_EQ(view.member(first), nullptr);
    EXPECT_TRUE(view.take_changes().empty());
}

TEST_F(SheetsViewTest, SheetsOfOneErasedInTheSameBatchAreNotSentAnyMore) {
    view.apply(MemberRecorded{member_with(2, "dibao")}, 11);
    view.apply(MemberErased{second, noon()}, 12);
    const auto changes = view.take_changes();
    EXPECT_EQ(gone_in(changes), std::vector{second});
    EXPECT_TRUE(sheets_in(changes).empty());
}

TEST_F(SheetsViewTest, OfTwoRecordsThatWereMergedTillsKnowTheKeptOneByBothNumbers) {
    Member kept = worker(1), merged = member_with(2, "none"), cared_for = member_with(3, "none");
    cared_for.carers = {{"王2", "", second, {}}};
    view.apply(MemberRecorded{cared_for}, 11);
    view.take_changes();
    kept.merged = {{second, "2"}};
    merged.merged_into = first;
    view.apply(MembersMerged{first, second, noon()}, 12);
    view.apply(MemberRecorded{kept}, 12);
    view.apply(MemberRecorded{merged}, 12);
    const auto changes = view.take_changes();
    EXPECT_EQ(gone_in(changes), std::vector{second});
    const auto sheets = sheets_in(changes);
    ASSERT_EQ(sheets.size(), 2u);
    EXPECT_EQ(sheets.at(0).member, first);
    EXPECT_EQ(sheets.at(0).former_numbers, std::vector<std::string>{"2"});
    EXPECT_EQ(sheets.at(1).carers, std::vector{first}) << "whose carer she is";
    EXPECT_EQ(sheets.at(1).version, 12u);
    ASSERT_NE(view.member(second), nullptr) << "her record is kept";
    EXPECT_EQ(view.member(second)->merged_into, first);
}

TEST_F(SheetsViewTest, NobodyIsGoneWhoWasNeverThere) {
    view.apply(MemberErased{id_of<MemberId>(3), noon()}, 11);
    EXPECT_TRUE(view.take_changes().empty());
}

TEST_F(SheetsViewTest, AnEmployersTermsReachWhoeverWorksThereAndNobodyElse) {
    view.apply(EmployerSet{mill({1'000})}, 11);
    const auto sheets = sheets_in(view.take_changes());
    ASSERT_EQ(sheets.size(), 1u);
    EXPECT_EQ(sheets.at(0).member, first);
    EXPECT_EQ(sheets.at(0).version, 11u);
    ASSERT_EQ(sheets.at(0).employers.size(), 1u);
    EXPECT_EQ(sheets.at(0).employers.at(0).allowance->lunch, Fen{1'000});
}

TEST_F(SheetsViewTest, EmployersThatWereKnownAtTheStartStandOnTheSheets) {
    for (const auto& sheet : sheets_in(view.snapshot())) {
        const std::size_t employers = sheet.member == first ? 1 : 0;
        EXPECT_EQ(sheet.employers.size(), employers);
    }
}

TEST_F(SheetsViewTest, ASheetsVersionIsTheRowThatLastChangedIt) {
    view.apply(MemberRecorded{member_with(2, "dibao")}, 12);
    const auto sheets = sheets_in(view.take_changes());
    ASSERT_EQ(sheets.size(), 1u);
    EXPECT_EQ(sheets.at(0).version, 12u);
    EXPECT_EQ(view.member(second)->tags.at(0).tag, "dibao");
}

}  // namespace
}  // namespace canteen
