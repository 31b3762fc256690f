#include "canteen/domain/drawer/shifts.h"

#include "canteen/domain/decide.h"
#include "canteen/domain/drawer/drawer_account.h"
#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

class Drawer : public CanteenFixture {
protected:
    OpenShift opening(Fen fen, unsigned n = 1) { return {id_of<ShiftId>(n), id_of<StaffId>(1), {fen, {}}, now}; }
    CloseShift closing(Fen counted, Fen expected, unsigned n = 1) {
        return {id_of<ShiftId>(n), {counted, {}}, expected, 0, now, {}};
    }
    MoveDrawer move(DrawerMoveKind kind, Fen fen, unsigned n = 1) {
        return {id_of<FactId>(n), id_of<ShiftId>(1), kind, fen, "零钱", now};
    }
    RecordSale sale_in(unsigned shift, const OrderDraft& of) {
        auto sold = sale_in_cash(of);
        sold.shift = id_of<ShiftId>(shift);
        return sold;
    }
    Fen in_drawer() const { return balance(drawer_of(till.device)); }
};

TEST_F(Drawer, a_shift_begins_with_what_was_counted_out_of_the_safe) {
    happens(opening({300'00}));
    EXPECT_EQ(in_drawer(), Fen{300'00});
    EXPECT_EQ(balance(AccountKind::safe), Fen{-300'00});
    EXPECT_EQ(state.open_shifts.at(till.device).cashier, id_of<StaffId>(1));
}

TEST_F(Drawer, cash_lies_in_the_drawer_of_the_till_that_took_it) {
    happens(opening({300'00}));
    const auto events = happens(sale_in(1, draft({portions(dishes::pork)})));
    EXPECT_EQ(in_drawer(), Fen{312'00});
    EXPECT_EQ(balance(Account{AccountKind::cash, ""}), Fen{0});
    EXPECT_EQ(the<LedgerPosted>(events).shift, id_of<ShiftId>(1));
    EXPECT_EQ(the<OrderPlaced>(events).order.shift, id_of<ShiftId>(1));
}

TEST_F(Drawer, what_is_given_back_leaves_the_drawer_of_whoever_gives_it_back) {
    happens(opening({300'00}));
    const auto d = draft({portions(dishes::pork)});
    happens(sale_in(1, d));
    const Actor office{DeviceId{}, Role::server};
    const Refund refund{id_of<RefundId>(1), d.id, {}, RefundReason::guest_asked, {}};
    load_for(refund);
    const auto given_back = std::get<Events>(decide(state, office, {CommandId{}, refund}, now));
    for (const auto& event : given_back) {
        apply(state, event);
        journal.push_back(event);
    }
    EXPECT_EQ(in_drawer(), Fen{312'00}) << "the office paid it";
    EXPECT_EQ(balance(Account{AccountKind::cash, ""}), Fen{-12'00});
    EXPECT_EQ(balance(AccountKind::cash), Fen{300'00});
}

TEST_F(Drawer, a_count_that_differs_is_recorded_and_the_books_believe_it) {
    happens(opening({300'00}));
    happens(sale_in(1, draft({portions(dishes::pork)})));
    const auto events = happens(closing({310'00}, {312'00}));
    EXPECT_EQ(the<ShiftClosed>(events).closing.expected, Fen{312'00});
    EXPECT_EQ(in_drawer(), Fen{310'00});
    EXPECT_EQ(balance(AccountKind::cash_difference), Fen{2'00});
    EXPECT_FALSE(state.open_shifts.contains(till.device));
    EXPECT_EQ(count_of<ExceptionListed>(events), 0U) << "a difference is no mistake of the books";
}

TEST_F(Drawer, moves_go_between_drawer_safe_and_petty_cash) {
    happens(opening({300'00}));
    happens(move(DrawerMoveKind::pay_in, {20'00}, 1));
    happens(move(DrawerMoveKind::pay_out, {5'00}, 2));
    happens(move(DrawerMoveKind::safe_drop, {200'00}, 3));
    happens(move(DrawerMoveKind::no_sale, {0}, 4));
    EXPECT_EQ(in_drawer(), Fen{115'00});
    EXPECT_EQ(balance(AccountKind::safe), Fen{-100'00});
    EXPECT_EQ(balance(AccountKind::petty), Fen{-15'00});
}

TEST_F(Drawer, what_is_stated_twice_is_booked_once_whatever_device_says_it) {
    happens(opening({300'00}));
    happens(move(DrawerMoveKind::pay_in, {20'00}));
    EXPECT_TRUE(happens(opening({300'00})).empty());
    EXPECT_TRUE(happens(move(DrawerMoveKind::pay_in, {20'00})).empty());
    happens(closing({320'00}, {320'00}));
    EXPECT_TRUE(happens(closing({320'00}, {320'00})).empty());
    const Actor other{id_of<DeviceId>(8), Role::till};
    const auto again = decide(state, other, {CommandId{}, move(DrawerMoveKind::pay_in, {20'00})}, now);
    EXPECT_TRUE(std::get<Events>(again).empty());
}

TEST_F(Drawer, a_drawer_is_handed_over_by_one_count) {
    happens(opening({300'00}));
    auto handing = closing({300'00}, {300'00});
    handing.next = NextShift{id_of<ShiftId>(2), id_of<StaffId>(2)};
    const auto events = happens(handing);
    EXPECT_EQ(count_of<LedgerPosted>(events), 0U);
    EXPECT_EQ(state.open_shifts.at(till.device).cashier, id_of<StaffId>(2));
    EXPECT_EQ(state.open_shifts.at(till.device).opening.fen, Fen{300'00});
}

// The till came back with an older file, in which the shift was open still.
TEST_F(Drawer, a_drawer_that_is_handed_over_once_more_is_the_next_ones_shift_all_the_same) {
    happens(opening({300'00}));
    happens(closing({300'00}, {300'00}));
    auto again = closing({280'00}, {300'00});
    again.next = NextShift{id_of<ShiftId>(2), id_of<StaffId>(2)};
    const auto events = happens(again);
    EXPECT_EQ(count_of<ShiftClosed>(events), 0U) << "it ended once";
    EXPECT_EQ(state.open_shifts.at(till.device).id, id_of<ShiftId>(2));
    EXPECT_EQ(in_drawer(), Fen{280'00});
    EXPECT_TRUE(happens(again).empty());
}

TEST_F(Drawer, what_does_not_fit_is_booked_and_listed) {
    happens(opening({300'00}, 1));
    EXPECT_EQ(exceptions_of(opening({100'00}, 2)), std::vector{ExceptionCode::shift_overlaps});
    EXPECT_EQ(exceptions_of(sale_in(1, draft({portions(dishes::pork)}))), std::vector{ExceptionCode::shift_over});
    EXPECT_EQ(exceptions_of(sale_in(9, draft({portions(dishes::pork)}))), std::vector{ExceptionCode::shift_unknown});
    EXPECT_EQ(exceptions_of(closing({130'00}, {130'00}, 7)),
              (std::vector{ExceptionCode::shift_unknown, ExceptionCode::drawer_differs}));
    EXPECT_EQ(in_drawer(), Fen{130'00});
    EXPECT_EQ(balance(AccountKind::cash_difference), Fen{-6'00}) << "124 were there by the books";
}

TEST_F(Drawer, a_house_with_staff_lists_a_sale_without_a_shift_and_one_without_does_not) {
    EXPECT_TRUE(exceptions_of(sale_in_cash(draft({portions(dishes::pork)}))).empty());
    happens(PutStaff{{id_of<StaffId>(1), "甄收银", {StaffRole::cashier}, {}}});
    EXPECT_EQ(exceptions_of(sale_in_cash(draft({portions(dishes::pork)}))), std::vector{ExceptionCode::no_shift});
}

TEST_F(Drawer, a_count_that_is_none_is_refused) {
    EXPECT_EQ(refused(opening({-1})).code, RejectionCode::amount_invalid);
    auto wrong = opening({300'00});
    wrong.counted.notes = {{Fen{100'00}, 2}};
    EXPECT_EQ(refused(wrong).code, RejectionCode::amount_invalid);
    EXPECT_EQ(refused(move(DrawerMoveKind::no_sale, {1})).code, RejectionCode::amount_invalid);
    EXPECT_EQ(refused(move(DrawerMoveKind::pay_in, {0})).code, RejectionCode::amount_invalid);
}

}  // namespace
}  // namespace canteen
