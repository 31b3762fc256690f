// Each verb of the office on the command line becomes the command or query it says, and wrong words show how it is
// used.
#include "canteen/cli/office_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "canteen/crypto/hash.h"
#include "canteen/domain/base/hex.h"

namespace canteen {
namespace {

using testing::HasSubstr;

const MemberId known_member{{1, 2, 3}};
const Date today = *make_date(2026, 4, 14);
const ClaimId claim{{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}};
const std::string claim_hex = "000102030405060708090a0b0c0d0e0f";

class OfficeWords : public testing::Test {
protected:
    template <class Body>
    Body command(const std::vector<std::string>& words) {
        auto read = office_ask(words, book);
        const auto* why = std::get_if<std::string>(&read);
        EXPECT_FALSE(why) << *why;
        return std::get<Body>(std::get<CommandBody>(std::get<OfficeAsk>(read)));
    }
    template <class Body>
    Body query(const std::vector<std::string>& words) {
        return std::get<Body>(std::get<QueryBody>(std::get<OfficeAsk>(office_ask(words, book))));
    }
    std::string wrong(const std::vector<std::string>& words) { return std::get<std::string>(office_ask(words, book)); }

    OfficeBook book{[](const std::string& number) { return number == "80001" ? known_member : MemberId{}; },
                    [] { return today; }};
};

TEST_F(OfficeWords, AnEmployerIsSetWithWhatItGivesAMeal) {
    const auto employer =
        command<SetEmployer>({"employer", "set", "acme", "某某物业", "lunch=15", "day=20.50", "account=yes"}).employer;
    EXPECT_EQ(employer.code, "acme");
    ASSERT_TRUE(employer.allowance);
    EXPECT_EQ(employer.allowance->lunch, Fen{1500});
    EXPECT_EQ(employer.allowance->dinner, Fen{});
    EXPECT_EQ(employer.allowance->per_day, Fen{2050});
    EXPECT_TRUE(employer.has_account);
}

TEST_F(OfficeWords, AStaffRecordChangesInWhatIsSaidAndInNothingElse) {
    book.staff = [](const std::string& who) { return who == "甄收银" ? StaffId{{4}} : StaffId{}; };
    const auto read = office_ask({"staff", "set", "甄收银", "role=clerk,manager", "valid=.."}, book);
    const auto change = std::get<ChangeStaff>(std::get<OfficeAsk>(read));
    EXPECT_EQ(change.staff, StaffId{{4}});
    EXPECT_FALSE(change.name);
    EXPECT_EQ(change.roles, (std::vector{StaffRole::clerk, StaffRole::manager}));
    EXPECT_EQ(change.valid, DateRange{}) << "both ends are lifted";
    EXPECT_THAT(wrong({"staff", "set", "甄收银", "role=boss"}), HasSubstr("'boss'"));
    EXPECT_THAT(wrong({"staff", "set", "甄收银", "valid=2026-04-14"}), HasSubstr("valid is like"));
}

TEST_F(OfficeWords, AnApplicationMovesOnTodayUnlessADateIsSaid) {
    auto review = command<ReviewApplication>({"member", "review", "80001", "tj", "approved", "valid=2026-05-01.."});
    EXPECT_EQ(review.member, known_member);
    EXPECT_EQ(review.step.on, today);
    EXPECT_EQ(review.valid.from, make_date(2026, 5, 1));
    review =
        command<ReviewApplication>({"member", "review", "80001", "tj", "rejected", "on=2026-04-01", "note=材料不全"});
    EXPECT_EQ(review.step.on, *make_date(2026, 4, 1));
    EXPECT_EQ(review.step.note, "材料不全");
}

TEST_F(OfficeWords, AMergeNamesTheRevisionsThatWereSeenOrIsOnlyShown) {
    const auto merge = [this](std::vector<std::string> more) {
        std::vector<std::string> words{"member", "merge", "80001", "80001"};
        words.insert(words.end(), more.begin(), more.end());
        return std::get<MergeByNumbers>(std::get<OfficeAsk>(office_ask(words, book)));
    };
    EXPECT_EQ(merge({}).kept, known_member);
    EXPECT_FALSE(merge({}).seen);
    EXPECT_EQ(merge({"seen=4,11"}).seen, std::pair(4U, 11U));
    for (const char* seen : {"seen=4", "seen=4,", "seen=4,x", "seen=4,5,6", "seen="})
        EXPECT_THAT(wrong({"member", "merge", "80001", "80001", seen}), HasSubstr("seen= is two revisions")) << seen;
    EXPECT_THAT(wrong({"member", "merge", "80001", "1"}), HasSubstr("no member has the number 1"));
}

TEST_F(OfficeWords, APartnerSharesByARatioAfterItsCosts) {
    const auto agreement = command<SetPartnerAgreement>({"partner", "set", "p1", "合作方", "3/10",
                                                         "costs=房租:3000,水电,平台费:15permille", "base=guests_paid"})
                               .agreement;
    EXPECT_EQ(agreement.numerator, 3U);
    EXPECT_EQ(agreement.denominator, 10U);
    EXPECT_EQ(agreement.base, RevenueBase::guests_paid);
    EXPECT_EQ(agreement.costs, (std::vector<CostItem>{{"房租", Fen{300'000}, 0}, {"水电", {}, 0}, {"平台费", {}, 15}}));
    const auto cost = command<RecordPartnerCost>({"partner", "cost", "p1", "2026-04", "水电", "-12.60"}).cost;
    EXPECT_EQ(cost.fen, Fen{-1260});
    EXPECT_EQ(cost.period, *make_date(2026, 4, 1));
}

TEST_F(OfficeWords, AClaimIsNamedByItsIdAndItsLineByThePickupNumber) {
    EXPECT_EQ(command<SubmitClaim>({"claim", "submit", claim_hex}).claim, claim);
    EXPECT_EQ(to_hex(claim.bytes), claim_hex);
    const auto payment = command<ReceiveClaimPayment>({"claim", "paid", claim_hex, "600.00", "last=yes"});
    EXPECT_EQ(payment.tender, (Tender{TenderKind::bank, Fen{60'000}, ""}));
    EXPECT_TRUE(payment.last);
    auto read = office_ask({"claim", "reject", claim_hex, "2026-04-14", "A012", "reason=已去世", "borne=yes"}, book);
    const auto& line = std::get<RejectByPickup>(std::get<OfficeAsk>(read));
    EXPECT_EQ(line.pickup, "A012");
    EXPECT_TRUE(line.borne);
}

TEST_F(OfficeWords, ASaleIsNamedByItsOrdersId) {
    const OrderId order{claim.bytes};
    const auto dated = command<DateSale>({"sale", "date", claim_hex, "2026-04-14", "dinner"});
    EXPECT_EQ(dated.order, order);
    EXPECT_EQ(dated.meal, (Meal{today, MealSlot::dinner}));
    const auto collected = command<SettleShort>({"short", "collect", claim_hex, "12.60", "by=stored_value"});
    EXPECT_EQ(collected.tender, (Tender{TenderKind::stored_value, Fen{1260}, ""}));
    EXPECT_FALSE(command<SettleShort>({"short", "concede", claim_hex}).tender);
    EXPECT_THAT(wrong({"sale", "date", claim_hex, "2026-04-14", "brunch"}), HasSubstr("'brunch' is not known here"));
    EXPECT_THAT(wrong({"short", "concede", "A012"}), HasSubstr("32 hexadecimal digits"));
}

TEST_F(OfficeWords, QueriesSayWhatTheyAsk) {
    EXPECT_EQ(query<FindMembers>({"member", "find", "zbcz"}).text, "zbcz");
    EXPECT_EQ(query<EmployerStatement>({"employer", "statement", "acme", "2026-04"}).employer, "acme");
    EXPECT_EQ(query<PrintClaim>({"claim", "print", claim_hex, "xlsx"}).form, ClaimForm::xlsx);
    query<ListDoubtfulSales>({"sale", "doubtful"});
    query<ListShort>({"short", "list"});
    EXPECT_EQ(query<DrawUpClaim>({"claim", "draft", "tj/city", "2026Q2"}).payer, (ClaimPayer{"tj", "city"}));
}

TEST_F(OfficeWords, WrongWordsSayHowTheVerbIsUsed) {
    EXPECT_THAT(wrong({"card", "issue", "80001"}), HasSubstr("usage: office card issue NUMBER CARD"));
    EXPECT_THAT(wrong({"card", "issue", "80002", "C1"}), HasSubstr("no member has the number 80002"));
    EXPECT_THAT(wrong({"employer", "set", "a", "b", "lunch=x"}), HasSubstr("yuan like 12.60"));
    EXPECT_THAT(wrong({"employer", "set", "a", "b", "day=20"}), HasSubstr("day= goes with"));
    EXPECT_THAT(wrong({"employer", "set", "a", "b", "brunch=1"}), HasSubstr("'brunch' is not known here"));
    EXPECT_THAT(wrong({"claim", "submit", "00"}), HasSubstr("32 hexadecimal digits"));
    EXPECT_THAT(wrong({"claim", "draft", "tj", "2026-04"}), HasSubstr("SCHEME/PAYER"));
    EXPECT_THAT(wrong({"partner", "set", "p", "q", "3of10"}), HasSubstr("3/10"));
    EXPECT_THAT(wrong({"nothing"}), HasSubstr("member find TEXT"));
}

}  // namespace
}  // namespace canteen
