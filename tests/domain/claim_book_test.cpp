// What a payer owes is what stands: cancelled, refunded and held meals are not in the claim.
#include "canteen/domain/claim_book.h"

#include <gtest/gtest.h>

#include <array>

#include "canteen/domain/programmer_error.h"

namespace canteen {
namespace {

const ClaimPayer district{"meals", "district"};
const Account district_owes{AccountKind::receivable, "meals/district"};
const Date april_14{20557};
const ClaimPeriod april = *parse_claim_period("2026-04");

OrderId order_id(std::uint8_t n) {
    OrderId id;
    id.bytes[15] = n;
    return id;
}

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

}  // namespace
}  // namespace canteen
