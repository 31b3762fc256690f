// A payer owes for meals that stand: cancelled, refunded and held ones are not in the claim.
#include "canteen/domain/claims/claim_book.h"

#include <gtest/gtest.h>

#include <array>

#include "canteen/domain/base/programmer_error.h"
#include "tests/domain/support/district.h"

namespace canteen {
namespace {

Order order_of(std::uint8_t n, Date date) {
    Order order;
    order.draft.id = order_id(n);
    order.draft.member.bytes[0] = n;
    order.draft.meal = {date, MealSlot::lunch};
    order.draft.pickup = {"A", n};
    order.draft.shown.food = {1'500};
    order.granted = {{"meals", 0, "city", {300}}, {"meals", 0, "district", {400}}, {"meals", 2, "district", {200}}};
    return order;
}

LedgerPosted booked(std::uint8_t n, Fen fen) {
    return {order_id(n), {{district_owes, fen}, {{AccountKind::receivable, "meals/city"}, {300}}}};
}

Scheme scheme_from(Date change) {
    Scheme scheme;
    scheme.id = "meals";
    scheme.versions = {{"old", {std::nullopt, change + -1}, {}, {}}, {"new", {change, std::nullopt}, {}, {}}};
    return scheme;
}

// Points are booked for orders that name no such payer, and are settled outside claims.
TEST(ClaimBook, WhatTheFunderOfPointsOwesIsNoClaim) {
    ClaimBook book(ClaimPayer{"points", "street"});
    book.add(4, OrderPlaced{order_of(1, april_14)});
    book.add(4, LedgerPosted{order_id(1), {{{AccountKind::receivable, "points/street"}, {600}}}});
    EXPECT_TRUE(book.draw_up(april).empty());
}

TEST(ClaimBook, PointsSpentOnAMealAreNotItsPayersShare) {
    ClaimBook book(district);
    book.add(4, OrderPlaced{order_of(1, april_14)});
    auto posted = booked(1, {600});
    posted.postings.push_back({{AccountKind::receivable, "points/district"}, {200}});
    book.add(4, posted);
    EXPECT_EQ(book.draw_up(april).at(0).share, Fen{600});
}

TEST(ClaimBook, AMealIsOneLineWithItsStepsAndItsOwnPayersShareOnly) {
    ClaimBook book(district);
    book.add(3, SchemePublished{scheme_from(april_14), 0});
    book.add(4, OrderPlaced{order_of(1, april_14)});
    book.add(4, booked(1, {600}));
    auto lines = book.draw_up(april);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].order, order_id(1));
    EXPECT_EQ(lines[0].steps, (std::vector<std::uint32_t>{0, 2}));
    EXPECT_EQ(lines[0].share, Fen{600});
    EXPECT_EQ(lines[0].food, Fen{1'500});
    EXPECT_EQ(lines[0].version, "new");
    EXPECT_EQ(lines[0].booked, 4U);
}

TEST(ClaimBook, WhatTheCanteenGivesAndWhatTheGuestPaysStandBeside) {
    auto order = order_of(1, april_14);
    order.granted.push_back({"meals", 1, "canteen", {50}});
    order.draft.shown.shares = order.granted;
    order.draft.shown.shares.push_back({"meals", 3, "city", {30}});  // told to the guest, borne by no payer
    order.draft.shown.to_pay = {520};
    order.placed_at = {1'776'135'600'000};
    ClaimBook book(district);
    book.add(1, OrderPlaced{order});
    book.add(1, booked(1, {600}));
    auto line = book.draw_up(april).at(0);
    EXPECT_EQ(line.waived, Fen{80});
    EXPECT_EQ(line.self_pay, Fen{520});
    EXPECT_EQ(line.sold_at, order.placed_at);
}

TEST(ClaimBook, AMealIsJudgedByTheVersionOfItsDate) {
    ClaimBook book(district);
    book.add(1, SchemePublished{scheme_from(april_14), 0});
    book.add(2, OrderPlaced{order_of(1, april_14 + -1)});
    book.add(2, booked(1, {600}));
    EXPECT_EQ(book.draw_up(april).at(0).version, "old");
}

TEST(ClaimBook, WhatIsTakenBackIsNotOwed) {
    ClaimBook book(district);
    book.add(1, OrderPlaced{order_of(1, april_14)});
    book.add(1, booked(1, {600}));
    book.add(2, OrderPlaced{order_of(2, april_14)});
    book.add(2, booked(2, {600}));
    book.add(3, LedgerPosted{order_id(1), {{district_owes, {-600}}}});
    book.add(4, LedgerPosted{order_id(2), {{district_owes, {-250}}}});
    auto lines = book.draw_up(april);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].order, order_id(2));
    EXPECT_EQ(lines[0].share, Fen{350});
    EXPECT_EQ(lines[0].booked, 4U);
}

TEST(ClaimBook, AHoldIsOwedWhenItIsPaid) {
    ClaimBook book(district);
    book.add(1, OrderHeld{order_of(1, april_14)});
    EXPECT_TRUE(book.draw_up(april).empty());
    book.add(2, booked(1, {600}));
    EXPECT_EQ(book.draw_up(april).size(), 1U);
}

TEST(ClaimBook, LinesStandByDateMealAndOrderAndOnlyThoseOfThePeriod) {
    ClaimBook book(district);
    for (auto n : std::to_array<std::uint8_t>({4, 3, 2, 1})) {
        book.add(n, OrderPlaced{order_of(n, n == 1 ? april_14 + 30 : april_14 + (n == 2 ? 1 : 0))});
        book.add(n, booked(n, {600}));
    }
    std::vector<OrderId> orders;
    for (const auto& line : book.draw_up(april)) orders.push_back(line.order);
    EXPECT_EQ(orders, (std::vector<OrderId>{order_id(3), order_id(4), order_id(2)}));
}

TEST(ClaimBook, ASettlementOfTheAccountIsNoMeal) {
    ClaimBook book(district);
    book.add(1, LedgerPosted{{}, {{district_owes, {-600}}, {{AccountKind::external, "bank"}, {600}}}});
    EXPECT_TRUE(book.draw_up(april).empty());
}

TEST(ClaimBook, AShareOfAnUnknownOrderIsNotLeftOutSilently) {
    ClaimBook book(district);
    EXPECT_THROW(book.add(1, booked(9, {600})), ProgrammerError);
}

ClaimId claim_id(std::uint8_t n) {
    ClaimId id;
    id.bytes[0] = n;
    return id;
}

// A book with its rows counted, and claims that are drawn up, drafted and submitted at once.
class Book {
public:
    Seq add(const Event& event) {
        book_.add(++seq_, event);
        return seq_;
    }
    void sell(std::uint8_t n, Date date, Fen fen = {600}) {
        add(OrderPlaced{order_of(n, date)});
        add(booked(n, fen));
    }
    void draft(std::uint8_t n, const ClaimPeriod& period, const ClaimPayer& payer = district) {
        Claim claim;
        claim.id = claim_id(n);
        claim.payer = payer;
        claim.period = period;
        claim.as_of = seq_;
        add(ClaimDrafted{claim});
    }
    void submit(std::uint8_t n) { add(ClaimSubmitted{claim_id(n)}); }
    void claim(std::uint8_t n, const ClaimPeriod& period) {
        draft(n, period);
        submit(n);
    }
    void reject(std::uint8_t claim, std::uint8_t order, bool borne = false) {
        add(ClaimLineRejected{claim_id(claim), {order_id(order), "not seen", borne}});
    }
    std::vector<ClaimLine> draw_up(const ClaimPeriod& period) const { return book_.draw_up(period); }
    std::vector<UnclaimedMonth> unclaimed_before(const ClaimPeriod& period) const {
        return book_.unclaimed_before(period);
    }
    RefundedMeals refunded(const ClaimPeriod& period) const { return book_.refunded_among(draw_up(period)); }
    // Leaves so much of an order of 15 yuan, half of which the guest pays; the district bears the rest of it.
    void leave(std::uint8_t n, Fen food, Fen self_pay, Fen back) {
        OrderRefunded refunded;
        refunded.order = order_id(n);
        refunded.refund.left.food = food;
        refunded.refund.left.to_pay = self_pay;
        add(refunded);
        add(LedgerPosted{order_id(n), {{district_owes, -back}}});
    }

private:
    ClaimBook book_{district};
    Seq seq_ = 0;
};

TEST(ClaimBook, WhatWasSubmittedIsNotAskedForAgain) {
    Book book;
    book.sell(1, april_14);
    book.claim(1, april);
    book.sell(2, april_14 + 20);
    EXPECT_TRUE(book.draw_up(april).empty());
    auto lines = book.draw_up(may);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].order, order_id(2));
    EXPECT_FALSE(lines[0].late);
}

TEST(ClaimBook, ADraftAsksForNothingUntilItIsSubmitted) {
    Book book;
    book.sell(1, april_14);
    book.draft(1, april);
    EXPECT_EQ(book.draw_up(april).size(), 1U);
    book.add(ClaimDropped{claim_id(1)});
    book.submit(1);
    EXPECT_EQ(book.draw_up(april).size(), 1U);
}

TEST(ClaimBook, AClaimOnAnotherPayerSaysNothingOfThisOne) {
    Book book;
    book.sell(1, april_14);
    book.draft(1, april, {"meals", "city"});
    book.submit(1);
    EXPECT_EQ(book.draw_up(april).size(), 1U);
}

TEST(ClaimBook, ASaleStatedAfterItsMonthWasClaimedGoesToTheNextClaim) {
    Book book;
    book.sell(1, april_14);
    book.claim(1, april);
    book.sell(2, april_14);
    auto lines = book.draw_up(may);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].order, order_id(2));
    EXPECT_EQ(lines[0].share, Fen{600});
    EXPECT_TRUE(lines[0].late);
}

TEST(ClaimBook, AMonthThatWasNeverClaimedIsNotLate) {
    Book book;
    book.sell(1, april_14);
    EXPECT_TRUE(book.draw_up(may).empty());
    book.claim(1, may);
    EXPECT_TRUE(book.draw_up(*parse_claim_period("2026-06")).empty());
    EXPECT_EQ(book.draw_up(april).size(), 1U);
}

// Nobody would draw the month up: no later claim asks for it.
TEST(ClaimBook, AMonthThatWasNeverClaimedIsToldByEveryLaterClaim) {
    Book book;
    book.sell(1, april_14);
    book.sell(2, april_14 + 1, {250});
    EXPECT_EQ(book.unclaimed_before(may), (std::vector<UnclaimedMonth>{{april.first, 2, {850}}}));
    EXPECT_TRUE(book.unclaimed_before(april).empty());
    book.claim(1, may);
    EXPECT_EQ(book.unclaimed_before(*parse_claim_period("2026Q3")).size(), 1U) << "a claim of May does not ask for it";
    book.claim(2, april);
    EXPECT_TRUE(book.unclaimed_before(may).empty());
    book.sell(3, april_14);
    EXPECT_TRUE(book.unclaimed_before(may).empty()) << "the next claim asks for it by itself";
}

TEST(ClaimBook, WhatARefundLeavesOfAMealFitsItsShare) {
    Book book;
    book.sell(1, april_14);
    book.leave(1, {1'000}, {500}, {200});
    auto line = book.draw_up(april).at(0);
    EXPECT_EQ(line.food, Fen{1'500}) << "the claim's file says what was sold";
    EXPECT_EQ(sums_left(line, book.refunded(april)), (MealSums{{1'000}, {}, {500}}));
    EXPECT_EQ(sums_added(line, book.refunded(april)), (MealSums{{1'000}, {}, {500}}));
    book.draft(1, april);
    book.leave(1, {400}, {200}, {100});
    book.submit(1);

    line = book.draw_up(may).at(0);
    EXPECT_EQ(line.share, Fen{-100});
    EXPECT_EQ(sums_left(line, book.refunded(may)), (MealSums{{400}, {}, {200}}));
    EXPECT_EQ(sums_added(line, book.refunded(may)), (MealSums{{-600}, {}, {-300}})) << "than the claim of April said";
    book.claim(2, may);
    book.add(OrderCancelled{order_id(1), {}});
    book.add(LedgerPosted{order_id(1), {{district_owes, {-300}}}});
    const auto june = *parse_claim_period("2026-06");
    line = book.draw_up(june).at(0);
    EXPECT_EQ(sums_left(line, book.refunded(june)), MealSums{});
    EXPECT_EQ(sums_added(line, book.refunded(june)), (MealSums{{-400}, {}, {-200}})) << "all claims together: nothing";
}

TEST(ClaimBook, WhatIsTakenBackAfterItsClaimIsTakenBackByTheNext) {
    Book book;
    book.sell(1, april_14);
    book.sell(2, april_14);
    book.claim(1, april);
    book.add(LedgerPosted{order_id(1), {{district_owes, {-600}}}});
    book.add(LedgerPosted{order_id(2), {{district_owes, {-150}}}});
    auto lines = book.draw_up(may);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].share, Fen{-600});
    EXPECT_EQ(lines[1].share, Fen{-150});
    EXPECT_EQ(lines[1].asked_before, Fen{600});
    EXPECT_TRUE(lines[1].late);
}

TEST(ClaimBook, AClaimAsksForWhatStoodWhenItWasDrawnUpAndNotWhenItWasSubmitted) {
    Book book;
    book.sell(1, april_14);
    book.sell(2, april_14);
    book.draft(1, april);
    book.add(LedgerPosted{order_id(1), {{district_owes, {-200}}}});
    book.sell(3, april_14);
    book.submit(1);
    auto lines = book.draw_up(may);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].share, Fen{-200});
    EXPECT_EQ(lines[0].asked_before, Fen{600});
    EXPECT_EQ(lines[1].order, order_id(3));
    EXPECT_EQ(lines[1].share, Fen{600});
}

TEST(ClaimBook, ADraftDoesNotAskForMealsOfAPeriodThatWasClaimedBehindItsRow) {
    Book book;
    book.sell(1, april_14);
    book.draft(1, april);
    book.sell(2, april_14);
    book.draft(2, may);
    book.submit(1);
    book.submit(2);
    EXPECT_EQ(book.draw_up(may).at(0).order, order_id(2));
}

TEST(ClaimBook, ARejectedLineIsAskedForAgainUnlessTheCanteenBearsIt) {
    Book book;
    book.sell(1, april_14);
    book.sell(2, april_14);
    book.sell(3, april_14);
    book.claim(1, april);
    book.reject(1, 1);
    book.reject(1, 2, true);
    book.add(LedgerPosted{order_id(2), {{district_owes, {-600}}}});
    auto lines = book.draw_up(may);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].order, order_id(1));
    EXPECT_EQ(lines[0].share, Fen{600});
    EXPECT_EQ(lines[0].asked_before, Fen{});
}

TEST(ClaimBook, OnlyWhatTheRejectedClaimAskedForIsAskedForAgain) {
    Book book;
    book.sell(1, april_14);
    book.claim(1, april);
    book.add(LedgerPosted{order_id(1), {{district_owes, {-200}}}});
    book.claim(2, may);
    book.reject(1, 1);
    auto lines = book.draw_up(*parse_claim_period("2026-06"));
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].share, Fen{600});
    EXPECT_EQ(lines[0].asked_before, Fen{-200});
}

TEST(ClaimBook, HowTheGuestWasKnownAndWhatWasForTheDeliveryStandsInTheLine) {
    auto order = order_of(1, april_14);
    order.draft.identified = Identified::card;
    Scheme scheme = scheme_from(april_14);
    scheme.versions[1].steps = {SubsidyStep{}, SubsidyStep{}, DeliveryFeeStep{}};
    Book book;
    book.add(SchemePublished{scheme, 0});
    book.add(OrderPlaced{order});
    book.add(booked(1, {600}));
    auto line = book.draw_up(april).at(0);
    EXPECT_EQ(line.identified, Identified::card);
    EXPECT_EQ(line.delivery, Fen{200});
}

}  // namespace
}  // namespace canteen
