#include "canteen/files/statements/shift_slip.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace canteen {
namespace {

using testing::HasSubstr;

const Timestamp opened_at = instant_at_site(*make_date(2026, 4, 14), {10 * 60 + 30});
const FactId any_fact{Bytes16{1}};

// 300 float, 100 from guests, 20 in, 5 out, 200 to the safe; 213 counted where 215 should be.
ShiftBooks lunch_shift() {
    ShiftBooks books;
    books.shift = {ShiftId{Bytes16{1}},
                   DeviceId{Bytes16{2}},
                   StaffId{Bytes16{3}},
                   opened_at,
                   {Fen{300'00}, {}},
                   false,
                   ShiftClosing{opened_at + std::chrono::hours{3}, {Fen{213'00}, {}}, Fen{215'00}, 1}};
    books.day = *make_date(2026, 4, 14);
    books.till = "窗口一";
    books.cashier = "甄收银";
    books.moves = {{any_fact, {}, {}, DrawerMoveKind::pay_in, {20'00}, "", {}},
                   {any_fact, {}, {}, DrawerMoveKind::pay_out, {5'00}, "", {}},
                   {any_fact, {}, {}, DrawerMoveKind::safe_drop, {200'00}, "", {}}};
    books.sums = {{{AccountKind::cash, "02"}, {213'00}},
                  {{AccountKind::external, "unionpay"}, {40'00}},
                  {{AccountKind::receivable, "town/street"}, {6'00}},
                  {{AccountKind::sales, ""}, {-146'00}},
                  {{AccountKind::safe, ""}, {-100'00}},
                  {{AccountKind::cash_difference, ""}, {2'00}},
                  {{AccountKind::petty, ""}, {-15'00}}};
    books.orders = 9;
    books.portions = 14;
    return books;
}

TEST(ShiftSlip, TellsWhatGuestsBroughtFromWhatElseWentThroughTheDrawer) {
    const auto cash = cash_of(lunch_shift());
    EXPECT_EQ(cash.guests, Fen{100'00});
    EXPECT_EQ(cash.expected, Fen{215'00});
    EXPECT_EQ(cash.difference, Fen{-2'00});
}

TEST(ShiftSlip, NamesCashMeansPayersAndPortions) {
    const auto text = write_shifts_text({lunch_shift()});
    EXPECT_THAT(text, HasSubstr("2026-04-14 10:30 - 2026-04-14 13:30  窗口一  甄收银"));
    EXPECT_THAT(text, HasSubstr("float 300.00, guests 100.00, paid in 20.00, paid out 5.00, to the safe 200.00"));
    EXPECT_THAT(text, HasSubstr("expected 215.00, counted 213.00, difference -2.00"));
    EXPECT_THAT(text, HasSubstr("by other means: unionpay 40.00"));
    EXPECT_THAT(text, HasSubstr("borne by payers: town/street 6.00"));
    EXPECT_THAT(text, HasSubstr("9 orders, 14 portions, 1 orders carried over"));
}

TEST(ShiftSlip, SaysTheBusinessDateWhateverTheCalendarsAtItsEnd) {
    auto night = lunch_shift();
    night.shift.opened_at = opened_at + std::chrono::hours{14};
    EXPECT_THAT(write_shifts_text({night}), HasSubstr("2026-04-14: 2026-04-15 00:30 - "));
    EXPECT_THAT(write_shifts_csv({night}), HasSubstr("日期,收银员,收银台,"));
    EXPECT_THAT(write_shifts_csv({night}), HasSubstr("2026-04-14,甄收银,窗口一,2026-04-15 00:30,"));
}

TEST(ShiftSlip, IsATableWithAColumnForEachMeansAndPayer) {
    auto open = lunch_shift();
    open.shift.closing.reset();
    open.shift.is_open = true;
    open.sums = {};
    const auto csv = write_shifts_csv({lunch_shift(), open});
    EXPECT_THAT(csv, HasSubstr("订单,份数,unionpay,town/street\n"));
    EXPECT_THAT(csv, HasSubstr("300.00,100.00,20.00,5.00,200.00,215.00,213.00,-2.00,9,14,40.00,6.00\n"));
    EXPECT_THAT(csv, HasSubstr(",,,9,14,0.00,0.00\n"));
}

}  // namespace
}  // namespace canteen
