// A partner's share follows from data: base, costs and ratio.
#include "canteen/domain/office/partners.h"

#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

using ::testing::IsEmpty;

PartnerAgreement agreed() {
    PartnerAgreement agreement;
    agreement.code = "tianfu";
    agreement.name = "Tianfu Dining";
    agreement.costs = {{"rent", {3'000'00}, 0}, {"card fees", {}, 6}};
    agreement.numerator = 3;
    agreement.denominator = 7;
    agreement.valid = {*parse_date("2026-01-01"), *parse_date("2026-12-31")};
    return agreement;
}

class Partners : public CanteenFixture {
protected:
    PartnerCost cost(const char* period, const char* item = "rent", Fen fen = {50'00}) const {
        return {"tianfu", *parse_date(period), item, fen, "invoice 7"};
    }
    std::string fault_of(const PartnerAgreement& agreement) {
        const auto rejection = refused(SetPartnerAgreement{agreement});
        EXPECT_EQ(rejection.code, RejectionCode::agreement_invalid);
        return rejection.params.empty() ? "" : rejection.params.front().value;
    }
};

TEST_F(Partners, AnAgreementIsKeptAndSaidOnce) {
    happens(SetPartnerAgreement{agreed()});
    EXPECT_EQ(state.agreements.at("tianfu"), agreed());
    EXPECT_THAT(happens(SetPartnerAgreement{agreed()}), IsEmpty());
    auto better = agreed();
    better.numerator = 4;
    EXPECT_EQ(happens(SetPartnerAgreement{better}).size(), 1U);
    EXPECT_EQ(state.agreements.at("tianfu").numerator, 4U);
}

TEST_F(Partners, WhatCannotBeReckonedIsNoAgreement) {
    auto any = agreed();
    any.code = "";
    EXPECT_EQ(fault_of(any), "code");
    any = agreed();
    any.name = "two\nlines";
    EXPECT_EQ(fault_of(any), "name");
    any = agreed();
    any.denominator = 0;
    EXPECT_EQ(fault_of(any), "ratio");
    any = agreed();
    any.numerator = 8;
    EXPECT_EQ(fault_of(any), "ratio");
    any = agreed();
    any.costs.push_back(any.costs[0]);
    EXPECT_EQ(fault_of(any), "costs");
    any = agreed();
    any.costs[1].permille = 1'001;
    EXPECT_EQ(fault_of(any), "costs");
    any = agreed();
    any.costs[0].fixed = {-1};
    EXPECT_EQ(fault_of(any), "costs");
    any = agreed();
    std::swap(any.valid.from, any.valid.to);
    EXPECT_EQ(fault_of(any), "valid");
}

TEST_F(Partners, ACostIsOfAnItemAndAPeriodOfItsAgreementAndHasAPaper) {
    EXPECT_EQ(refused(RecordPartnerCost{cost("2026-04-01")}).code, RejectionCode::agreement_unknown);
    happens(SetPartnerAgreement{agreed()});
    EXPECT_EQ(the<PartnerCostRecorded>(happens(RecordPartnerCost{cost("2026-04-01")})).cost, cost("2026-04-01"));
    happens(RecordPartnerCost{cost("2026-04-01", "rent", {-50'00})});
    EXPECT_EQ(refused(RecordPartnerCost{cost("2026-04-01", "gas")}).code, RejectionCode::agreement_invalid);
    EXPECT_EQ(refused(RecordPartnerCost{cost("2026-04-02")}).code, RejectionCode::period_invalid);
    EXPECT_EQ(refused(RecordPartnerCost{cost("2027-01-01")}).code, RejectionCode::period_invalid);
    EXPECT_EQ(refused(RecordPartnerCost{cost("2026-04-01", "rent", {})}).code, RejectionCode::amount_invalid);
    auto without_paper = cost("2026-04-01");
    without_paper.evidence = "";
    EXPECT_EQ(refused(RecordPartnerCost{without_paper}).code, RejectionCode::text_invalid);
}

TEST_F(Partners, AQuarterBeginsInItsFirstMonth) {
    auto by_quarter = agreed();
    by_quarter.period = SharePeriod::quarter;
    happens(SetPartnerAgreement{by_quarter});
    happens(RecordPartnerCost{cost("2026-04-01")});
    EXPECT_EQ(refused(RecordPartnerCost{cost("2026-05-01")}).code, RejectionCode::period_invalid);
}

const PeriodRevenue revenue{{20'000'00}, {500'00}, {4'000'00}};

TEST(PartnerStatement, IsOfTheDaysOnWhichTheAgreementIsValid) {
    auto agreement = agreed();
    agreement.valid.from = *parse_date("2026-04-10");
    const ClaimPeriod april = *parse_claim_period("2026-04"), march = *parse_claim_period("2026-03");
    EXPECT_EQ(covered(agreement, april), (ClaimPeriod{*parse_date("2026-04-10"), april.last}));
    EXPECT_EQ(covered(agreement, march), std::nullopt);
    EXPECT_EQ(covered(agreed(), march), march);
}

TEST(PartnerStatement, TheBaseIsWhatWasAgreed) {
    auto agreement = agreed();
    EXPECT_EQ(statement_of(agreement, revenue, {}).revenue, Fen{19'500'00});
    agreement.base = RevenueBase::guests_paid;
    EXPECT_EQ(statement_of(agreement, revenue, {}).revenue, Fen{15'500'00});
    agreement.base = RevenueBase::payers_share;
    EXPECT_EQ(statement_of(agreement, revenue, {}).revenue, Fen{4'000'00});
}

TEST(PartnerStatement, CostsAreFixedPartsOfTheBaseAndPapersOfThisAgreement) {
    const PartnerCost entered{"tianfu", {}, "rent", {12'34}, "invoice 7"};
    const PartnerCost others{"another", {}, "rent", {99'99}, "invoice 8"};
    const auto statement = statement_of(agreed(), revenue, {entered, others});
    EXPECT_EQ(statement.costs,
              (std::vector<std::pair<std::string, Fen>>{{"rent", {3'012'34}}, {"card fees", {117'00}}}));
    EXPECT_EQ(statement.result, Fen{16'370'66});
    EXPECT_EQ(statement.share, Fen{7'015'99});  // 3/7, rounded down
}

TEST(PartnerStatement, ALossIsNotShared) {
    const auto statement = statement_of(agreed(), {{1'000'00}, {}, {}}, {});
    EXPECT_EQ(statement.result, Fen{-2'006'00});
    EXPECT_EQ(statement.share, Fen{});
}

TEST(PartnerStatement, ABaseBelowZeroCostsNoPart) {
    EXPECT_EQ(statement_of(agreed(), {{}, {10'00}, {}}, {}).costs.at(1).second, Fen{});
}

}  // namespace
}  // namespace canteen
