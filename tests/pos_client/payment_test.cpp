#include "pos-client/till/payment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace canteen::till::test {
namespace {

using testing::ElementsAre;

// Makes an offer of 12.04 to pay, of which acme still gives 10.00.
Offer offer() {
    Offer offer;
    offer.draft.member = MemberId{Bytes16{1}};
    offer.draft.meal = {Date{20557}, MealSlot::lunch};
    offer.draft.shown.to_pay = {12'04};
    offer.allowances["acme"] = {10'00};
    offer.accounts.insert("acme");
    return offer;
}

Payment payment(const std::vector<std::string>& words) {
    Payment parts;
    for (const auto& word : words) parts.push_back(parse_payment(word).value());
    return parts;
}

std::vector<Tender> tenders(const std::vector<std::string>& words) {
    return std::get<std::vector<Tender>>(tenders_for(offer(), payment(words), true));
}

RejectionCode refusal(const std::vector<std::string>& words, bool with_server = true) {
    return std::get<Rejection>(tenders_for(offer(), payment(words), with_server)).code;
}

TEST(Payment, isAWordOfTheCommandLine) {
    EXPECT_EQ(parse_payment("cash"), (PaymentPart{TenderKind::cash, "", {}}));
    EXPECT_EQ(parse_payment("wechat:12.6"), (PaymentPart{TenderKind::wechat, "", Fen{12'60}}));
    EXPECT_EQ(parse_payment("allowance:acme"), (PaymentPart{TenderKind::allowance, "acme", {}}));
    EXPECT_EQ(parse_payment("employer:acme:8"), (PaymentPart{TenderKind::employer, "acme", Fen{8'00}}));
    EXPECT_EQ(parse_payment("points:0.05"), (PaymentPart{TenderKind::points, "", Fen{5}}));
    for (const auto* word : {"", "bank", "allowance", "allowance:acme:", "employer::8", "wechat:", "wechat:x",
                             "wechat:-1", "wechat:1.234", "wechat:1.", "wechat:.5", "points:1:2"})
        EXPECT_FALSE(parse_payment(word)) << word;
}

TEST(Payment, leavesTheRestToCashRoundedDown) {
    EXPECT_THAT(tenders({}), ElementsAre(Tender{TenderKind::cash, {12'00}, ""}));
    EXPECT_THAT(tenders({"wechat"}), ElementsAre(Tender{TenderKind::wechat, {12'04}, ""}));
    EXPECT_THAT(tenders({"points:2", "allowance:acme:5.00"}),
                ElementsAre(Tender{TenderKind::points, {2'00}, ""}, Tender{TenderKind::allowance, {5'00}, "acme"},
                            Tender{TenderKind::cash, {5'00}, ""}));
}

TEST(Payment, takesOfAnAllowanceAsMuchAsItGives) {
    EXPECT_THAT(
        tenders({"allowance:acme", "employer:acme"}),
        ElementsAre(Tender{TenderKind::allowance, {10'00}, "acme"}, Tender{TenderKind::employer, {2'04}, "acme"}));
}

TEST(Payment, isRefusedForWhatTheTillKnowsIsNotThere) {
    EXPECT_EQ(refusal({"allowance:acme:10.01"}), RejectionCode::allowance_short);
    EXPECT_EQ(refusal({"allowance:acme:6", "allowance:acme:6"}), RejectionCode::allowance_short);
    EXPECT_EQ(refusal({"allowance:other:1"}), RejectionCode::allowance_short);
    EXPECT_EQ(refusal({"employer:other"}), RejectionCode::employer_unknown);
    EXPECT_EQ(refusal({"wechat:13"}), RejectionCode::tender_mismatch);
    EXPECT_EQ(refusal({"stored_value:13", "wechat"}), RejectionCode::tender_mismatch) << "no part is below zero";
    EXPECT_EQ(refusal({"wechat:13", "allowance:acme"}), RejectionCode::tender_mismatch);
    EXPECT_EQ(refusal({"points:2"}, false), RejectionCode::points_not_spendable) << "only the server knows them";
}

TEST(Payment, byAnAllowanceCountsAgainstTheNextOrder) {
    const auto draft = offer().draft;
    const auto uses = uses_of(draft, tenders({"allowance:acme:4", "allowance:acme:3", "wechat"}));
    const UseKey key{draft.member, "acme", UseKind::allowance, period_of(UseKind::allowance, draft.meal)};
    EXPECT_THAT(uses, ElementsAre(OwnUse{key, 7'00}));
}

}  // namespace
}  // namespace canteen::till::test
