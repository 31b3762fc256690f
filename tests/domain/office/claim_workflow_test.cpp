// A claim is drawn up, checked, answered for, submitted, accepted line by line or not, and paid.
#include "canteen/domain/office/claim_workflow.h"

#include "canteen/domain/ledger/booking.h"
#include "canteen/domain/order/refund_remainder.h"
#include "tests/domain/support/canteen_fixture.h"
#include "tests/domain/support/district.h"

namespace canteen {
namespace {

using ::testing::IsEmpty;

const ClaimPayer civil_affairs{"six-a-day", "civil_affairs"};
const Account civil_affairs_owes{AccountKind::receivable, "six-a-day/civil_affairs"};

class ClaimLife : public CanteenFixture {
protected:
    static Claim drawn(unsigned n, Fen sum = {12'00}) {
        Claim claim;
        claim.id = id_of<ClaimId>(n);
        claim.payer = civil_affairs;
        claim.period = april;
        claim.as_of = 9;
        claim.lines = 2;
        claim.sum = sum;
        return claim;
    }
    static Claim found_out(unsigned n) {
        auto claim = drawn(n);
        claim.findings = {{1, FindingCode::double_use, {}, ""}, {2, FindingCode::spike_hour, {}, ""}};
        return claim;
    }
    void submit(unsigned n, Fen sum = {12'00}) {
        happens(DraftClaim{drawn(n, sum)});
        happens(SubmitClaim{id_of<ClaimId>(n)});
    }
    OrderDraft sell(DishId dish = dishes::noodles) {
        auto d = draft_for(grandma, {portions(dish)});
        happens(sale_in_cash(d));
        return d;
    }
    RejectClaimLine rejecting(unsigned n, const OrderDraft& d, bool borne) const {
        return {id_of<ClaimId>(n), d.id, "he was in hospital", borne};
    }
    ReceiveClaimPayment paying(unsigned n, Fen fen, bool last = false) const {
        return {id_of<ClaimId>(n), {TenderKind::bank, fen, "transfer 5"}, last};
    }
    const Claim& claim(unsigned n) const { return state.claims.at(id_of<ClaimId>(n)); }
};

TEST_F(ClaimLife, ADraftReplacesTheOneOfItsPayerAndPeriod) {
    happens(DraftClaim{drawn(1)});
    const auto events = happens(DraftClaim{drawn(2)});
    EXPECT_EQ(the<ClaimDropped>(events).claim, id_of<ClaimId>(1));
    EXPECT_EQ(state.claims.size(), 1U);
    auto of_may = drawn(3);
    of_may.period = may;
    EXPECT_EQ(count_of<ClaimDropped>(happens(DraftClaim{of_may})), 0U);
}

TEST_F(ClaimLife, ADraftIsNeitherAnsweredNorPaidNorRejected) {
    auto claim_as_sent = found_out(1);
    claim_as_sent.findings[0].answer = "by whoever sent it";
    claim_as_sent.state = ClaimState::paid;
    claim_as_sent.received = {5};
    claim_as_sent.rejected = {{id_of<OrderId>(1), "x", false}};
    happens(DraftClaim{claim_as_sent});
    EXPECT_EQ(claim(1), found_out(1));
}

TEST_F(ClaimLife, WhatCannotBeClaimedIsNotDrafted) {
    auto unknown = drawn(1);
    unknown.payer.scheme = "seven-a-day";
    EXPECT_EQ(refused(DraftClaim{unknown}).code, RejectionCode::scheme_unknown);
    auto nothing = drawn(1);
    nothing.lines = 0;
    EXPECT_EQ(refused(DraftClaim{nothing}).code, RejectionCode::nothing_to_claim);
    auto week = drawn(1);
    week.period = {today, today + 6};
    EXPECT_EQ(refused(DraftClaim{week}).code, RejectionCode::period_invalid);
    submit(1);
    EXPECT_EQ(refused(DraftClaim{drawn(1)}).code, RejectionCode::claim_state);
}

TEST_F(ClaimLife, WhatWasHandedInWhileADraftWasComputedIsNotAskedForAgain) {
    const auto before = claims_handed_in(state, civil_affairs);
    submit(1);
    auto of_may = drawn(2);
    of_may.period = may;
    EXPECT_EQ(refused(DraftClaim{of_may, before}).code, RejectionCode::claim_state);
    EXPECT_EQ(state.claims.size(), 1U);
    happens(DraftClaim{of_may, claims_handed_in(state, civil_affairs)});
    EXPECT_EQ(claims_handed_in(state, civil_affairs), 1U) << "a draft asks for nothing yet";
}

TEST_F(ClaimLife, ASchemeThatSettlesByQuarterIsNotClaimedByMonth) {
    auto scheme = six_a_day();
    scheme.versions[0].settlement = SettlementPeriod::quarter;
    happens(ImportScheme{scheme, 1});
    const auto rejection = refused(DraftClaim{drawn(1)});
    EXPECT_EQ(rejection.code, RejectionCode::period_invalid);
    EXPECT_EQ(rejection.params.at(0).value, "quarter");
    auto quarter = drawn(1);
    quarter.period = *parse_claim_period("2026Q2");
    happens(DraftClaim{quarter});
}

TEST_F(ClaimLife, EveryFindingIsAnsweredBeforeAClaimIsSubmitted) {
    happens(DraftClaim{found_out(1)});
    happens(AnswerFinding{id_of<ClaimId>(1), 2, "a birthday party"});
    EXPECT_EQ(refused(SubmitClaim{id_of<ClaimId>(1)}).params.at(0).value, "1");
    happens(AnswerFinding{id_of<ClaimId>(1), 1, "two brothers on one card"});
    happens(AnswerFinding{id_of<ClaimId>(1), 1, "twins on one card"});
    happens(SubmitClaim{id_of<ClaimId>(1)});
    EXPECT_EQ(claim(1).findings.at(0).answer, "twins on one card");
    EXPECT_EQ(claim(1).state, ClaimState::submitted);
}

TEST_F(ClaimLife, AnAnswerIsWordsAboutAFindingThatThereIs) {
    happens(DraftClaim{found_out(1)});
    const auto id = id_of<ClaimId>(1);
    for (const auto& answer : {std::string(), std::string(max_finding_answer_bytes + 1, 'x'), std::string("a\nb")})
        EXPECT_EQ(refused(AnswerFinding{id, 1, answer}).code, RejectionCode::text_invalid);
    EXPECT_EQ(refused(AnswerFinding{id, 3, "why"}).code, RejectionCode::amount_invalid);
    EXPECT_EQ(refused(AnswerFinding{id_of<ClaimId>(2), 1, "why"}).code, RejectionCode::claim_unknown);
}

TEST_F(ClaimLife, ASubmittedClaimIsNotChangedAnyMore) {
    submit(1);
    const auto id = id_of<ClaimId>(1);
    EXPECT_EQ(refused(SubmitClaim{id}).code, RejectionCode::claim_state);
    EXPECT_EQ(refused(DropClaim{id}).code, RejectionCode::claim_state);
    EXPECT_EQ(refused(AnswerFinding{id, 1, "why"}).code, RejectionCode::claim_state);
}

TEST_F(ClaimLife, SubmittingDropsThePayersOtherDraftsWhichAskForTheSame) {
    auto of_may = drawn(2);
    of_may.period = may;
    auto others = drawn(3);
    others.payer.payer = "another";
    for (const auto& claim : {drawn(1), of_may, others}) happens(DraftClaim{claim});
    EXPECT_EQ(the<ClaimDropped>(happens(SubmitClaim{id_of<ClaimId>(1)})).claim, id_of<ClaimId>(2));
    EXPECT_TRUE(state.claims.contains(id_of<ClaimId>(3)));
}

TEST_F(ClaimLife, AnotherDraftThatWasAnsweredIsNotDroppedUnsaid) {
    auto of_may = drawn(2);
    of_may.period = may;
    for (const auto& claim : {found_out(1), of_may}) happens(DraftClaim{claim});
    happens(AnswerFinding{id_of<ClaimId>(1), 2, "a birthday party"});
    const auto rejection = refused(SubmitClaim{id_of<ClaimId>(2)});
    EXPECT_EQ(rejection.code, RejectionCode::draft_answered);
    EXPECT_EQ(rejection.params.at(1).value, "2026-04");
    happens(DropClaim{id_of<ClaimId>(1)});
    happens(SubmitClaim{id_of<ClaimId>(2)});
}

TEST_F(ClaimLife, ADraftDrawnUpAgainKeepsTheAnswersToWhatIsFoundAgain) {
    happens(DraftClaim{found_out(1)});
    happens(AnswerFinding{id_of<ClaimId>(1), 2, "a birthday party"});
    auto again = found_out(2);
    again.findings.at(0).params.push_back({"served", "9"});
    happens(DraftClaim{again});
    EXPECT_EQ(claim(2).findings.at(0).answer, "");
    EXPECT_EQ(claim(2).findings.at(1).answer, "a birthday party");
}

TEST_F(ClaimLife, ADroppedDraftIsGone) {
    happens(DraftClaim{drawn(1)});
    happens(DropClaim{id_of<ClaimId>(1)});
    EXPECT_THAT(state.claims, IsEmpty());
    EXPECT_EQ(refused(SubmitClaim{id_of<ClaimId>(1)}).code, RejectionCode::claim_unknown);
}

TEST_F(ClaimLife, ALineThatIsRejectedMovesNoMoneyWhenItIsAskedForAgain) {
    const auto d = sell();
    submit(1);
    const auto before = order(d);
    const auto events = happens(rejecting(1, d, false));
    EXPECT_EQ(events.size(), 1U);
    EXPECT_EQ(order(d), before);
    EXPECT_EQ(claim(1).rejected, (std::vector<RejectedLine>{{d.id, "he was in hospital", false}}));
}

TEST_F(ClaimLife, ABorneLineGoesToTheConcessionAndTheGuestKeepsHisMeal) {
    const auto d = sell();
    submit(1);
    const auto cash = balance(AccountKind::cash);
    const auto events = happens(rejecting(1, d, true));
    const auto refunded = the<OrderRefunded>(events).refund;
    EXPECT_EQ(refunded.reason, RefundReason::claim_rejected);
    EXPECT_EQ(refunded.left, d.shown);
    EXPECT_THAT(refunded.back, IsEmpty());
    EXPECT_THAT(order(d).granted, IsEmpty());
    EXPECT_EQ(balance(AccountKind::receivable), Fen{});
    EXPECT_EQ(balance(AccountKind::concession), Fen{6'00});
    EXPECT_EQ(balance(AccountKind::cash), cash);
    EXPECT_FALSE(is_taken_back(order(d)));
    EXPECT_EQ(lines_left(order(d)), d.lines);
}

TEST_F(ClaimLife, TheSameRejectionIsOne) {
    const auto d = sell();
    submit(1);
    happens(rejecting(1, d, true));
    EXPECT_THAT(happens(rejecting(1, d, true)), IsEmpty());
    EXPECT_THAT(happens(rejecting(1, d, false)), IsEmpty());
    EXPECT_EQ(balance(AccountKind::concession), Fen{6'00});
}

TEST_F(ClaimLife, WhatIsTakenBackAlreadyCostsTheCanteenNothing) {
    const auto d = sell();
    submit(1);
    happens(Refund{id_of<RefundId>(1), d.id, {}, RefundReason::quality, std::nullopt});
    EXPECT_EQ(happens(rejecting(1, d, true)).size(), 1U);
    EXPECT_EQ(balance(AccountKind::concession), Fen{});
}

TEST_F(ClaimLife, ACancelledMealCostsTheCanteenNothingWhenItIsRejected) {
    const auto d = draft_for(grandma, {portions(dishes::noodles)});
    happens(ask_in_cash(d));
    submit(1);
    happens(CancelOrder{d.id});
    EXPECT_EQ(happens(rejecting(1, d, true)).size(), 1U);
    EXPECT_EQ(balance(civil_affairs_owes), Fen{});
    EXPECT_EQ(balance(AccountKind::concession), Fen{});
    const auto hold = draft_for(villager, {portions(dishes::noodles)});
    happens(ask(hold));
    EXPECT_EQ(refused(rejecting(1, hold, true)).code, RejectionCode::not_in_claim) << "never sold";
}

TEST_F(ClaimLife, WhatTheCanteenBearsOfOnePayerLeavesTheRightsThatAnotherOfTheSchemeGave) {
    Scheme shared = six_a_day();
    auto& version = shared.versions[0];
    std::get<SubsidyStep>(version.steps[0]).classes[0].benefits = {{"civil_affairs", FixedBenefit{{4'00}}, {}},
                                                                   {"city", FixedBenefit{{2'00}}, {}}};
    version.budgets = {{"", UseKind::budget_year, {100'00}}};
    happens(ImportScheme{shared, 1});
    const auto d = sell();
    submit(1);
    happens(EraseMember{grandma});
    happens(rejecting(1, d, true));
    EXPECT_EQ(balance(AccountKind::concession), Fen{4'00});
    EXPECT_EQ(count(grandma, UseKind::per_day), 1U) << "the city gave a meal all the same";
    const UseKey budget{MemberId{}, shared.id, UseKind::budget_year, period_of(UseKind::budget_year, lunch)};
    EXPECT_EQ(state.uses.at(budget).fen, Fen{2'00});
}

TEST_F(ClaimLife, WhatTheCanteenBearsFreesNoRightOfAnotherPayerEvenOfAnErasedPerson) {
    Member both = *state.members.at(grandma);
    both.tags.push_back({"village", {}});
    happens(ImportMembers{{both}});
    const auto d = sell();
    ASSERT_EQ(order(d).granted.size(), 2U);
    submit(1);
    happens(EraseMember{grandma});
    const auto events = happens(rejecting(1, d, true));
    EXPECT_EQ(balance(AccountKind::concession), Fen{6'00});
    EXPECT_GT(count_of<RightFreed>(events), 0U);
    for (const auto& event : events) {
        if (const auto* freed = std::get_if<RightFreed>(&event)) {
            EXPECT_EQ(freed->right.key.scheme, "six-a-day");
        }
    }
    EXPECT_EQ(count(grandma, UseKind::per_day), 0U);
}

TEST_F(ClaimLife, OnlyALineOfASubmittedClaimIsRejectedAndWithAReason) {
    const auto d = sell();
    happens(DraftClaim{drawn(1)});
    EXPECT_EQ(refused(rejecting(1, d, false)).code, RejectionCode::claim_state);
    happens(SubmitClaim{id_of<ClaimId>(1)});
    auto silent = rejecting(1, d, false);
    silent.reason = "";
    EXPECT_EQ(refused(silent).code, RejectionCode::text_invalid);
    auto others = draft_for(neighbour, {portions(dishes::noodles)});
    happens(sale_in_cash(others));
    EXPECT_EQ(refused(rejecting(1, others, false)).code, RejectionCode::not_in_claim);
    EXPECT_EQ(refused(RejectClaimLine{id_of<ClaimId>(1), id_of<OrderId>(99), "why", false}).code,
              RejectionCode::not_in_claim);
}

TEST_F(ClaimLife, AMealAfterThePeriodIsNotInTheClaim) {
    const auto d = sell();
    auto march = drawn(1);
    march.period = *parse_claim_period("2026-03");
    happens(DraftClaim{march});
    happens(SubmitClaim{march.id});
    EXPECT_EQ(refused(rejecting(1, d, false)).code, RejectionCode::not_in_claim);
}

TEST_F(ClaimLife, NobodyRefundsByHandForAClaimsReason) {
    const auto d = sell();
    EXPECT_EQ(refused(Refund{id_of<RefundId>(1), d.id, {}, RefundReason::claim_rejected, std::nullopt}).code,
              RejectionCode::amount_invalid);
}

TEST_F(ClaimLife, APayersMoneySettlesWhatHeOwes) {
    submit(1);
    const auto events = happens(paying(1, {5'00}));
    const auto& postings = the<LedgerPosted>(events).postings;
    EXPECT_TRUE(balances(postings));
    EXPECT_THAT(postings, ::testing::Contains(Posting{civil_affairs_owes, {-5'00}}));
    EXPECT_TRUE(the<LedgerPosted>(events).order.is_nil());
    EXPECT_EQ(claim(1).received, Fen{5'00});
    EXPECT_EQ(claim(1).state, ClaimState::submitted);
    happens(paying(1, {7'00}, true));
    EXPECT_EQ(claim(1).state, ClaimState::paid);
    EXPECT_EQ(refused(paying(1, {1})).code, RejectionCode::claim_state);
}

TEST_F(ClaimLife, APaymentEnteredWronglyIsTakenBackAndTheClaimIsOpenAgain) {
    submit(1);
    happens(paying(1, {12'00}, true));
    EXPECT_EQ(refused(paying(1, {-12'01})).code, RejectionCode::claim_state) << "more than came";
    const auto events = happens(paying(1, {-5'00}));
    EXPECT_THAT(the<LedgerPosted>(events).postings, ::testing::Contains(Posting{civil_affairs_owes, {5'00}}));
    EXPECT_EQ(claim(1).received, Fen{7'00});
    EXPECT_EQ(claim(1).state, ClaimState::submitted);
    happens(paying(1, {5'00}, true));
    EXPECT_EQ(claim(1).state, ClaimState::paid);
    EXPECT_EQ(refused(paying(1, {-5'00}, true)).code, RejectionCode::claim_state) << "what is taken back is no last";
    happens(paying(1, {}));
    EXPECT_EQ(claim(1).state, ClaimState::submitted) << "it was not the last";
    EXPECT_EQ(claim(1).received, Fen{12'00});
}

TEST_F(ClaimLife, NoMoreIsReceivedThanIsAskedForAndNotFromAccountsOfMembers) {
    submit(1);
    for (const Fen fen : {Fen{12'01}, Fen{-1}, Fen{}})
        EXPECT_EQ(refused(paying(1, fen)).code, RejectionCode::amount_invalid);
    auto stored = paying(1, {1});
    stored.tender.kind = TenderKind::stored_value;
    EXPECT_EQ(refused(stored).code, RejectionCode::amount_invalid);
    EXPECT_EQ(count_of<LedgerPosted>(happens(paying(1, {}, true))), 0U);
    EXPECT_EQ(claim(1).state, ClaimState::paid);
}

TEST_F(ClaimLife, AClaimThatTakesBackMoreThanItAsksForIsPaidToThePayer) {
    submit(1, {-6'00});
    EXPECT_EQ(refused(paying(1, {1})).code, RejectionCode::amount_invalid);
    EXPECT_EQ(refused(paying(1, {-6'01})).code, RejectionCode::amount_invalid);
    EXPECT_THAT(the<LedgerPosted>(happens(paying(1, {-6'00}, true))).postings,
                ::testing::Contains(Posting{civil_affairs_owes, {6'00}}));
}

}  // namespace
}  // namespace canteen
