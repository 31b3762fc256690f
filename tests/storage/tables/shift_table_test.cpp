// Staff, shifts and drawers on the disk: what is loaded, what is made anew from the journal, what lies beside it.
#include "canteen/storage/tables/shift_table.h"

#include <gtest/gtest.h>

#include "canteen/storage/readers/shift_reader.h"
#include "tests/storage/lunch.h"

namespace canteen {
namespace {

const auto the_shift = id_of<ShiftId>(7, 1);
const auto the_cashier = id_of<StaffId>(8, 1);
const Account safe{AccountKind::safe, ""}, the_drawer{AccountKind::cash, "03"}, petty_cash{AccountKind::petty, ""};

Shift opened_shift() {
    return {the_shift, till_id(), the_cashier, eleven, {Fen{300'00}, {{Fen{100'00}, 3}}}};
}
StaffMember the_staff() {
    return {the_cashier, "甄收银", {StaffRole::cashier, StaffRole::clerk}, {lunch_day, {}}};
}
LedgerPosted moved(const Account& to, const Account& from, Fen fen) {
    return {OrderId{}, {{to, fen}, {from, -fen}}, "", the_shift};
}

void work_a_shift(Lunch& lunch) {
    lunch.open_shop();
    lunch.commit({StaffRecorded{the_staff()}});
    lunch.commit({StaffPinSet{the_cashier, eleven}});
    lunch.commit({ShiftOpened{opened_shift()}, moved(the_drawer, safe, {300'00})});
    auto order = pork_order(1);
    order.shift = the_shift;
    lunch.commit(events_of(order));
    lunch.commit(
        {FactStated{id_of<FactId>(9, 1)},
         DrawerMoved{{id_of<FactId>(9, 1), the_shift, till_id(), DrawerMoveKind::pay_out, {5'00}, "冰", eleven}},
         moved(petty_cash, the_drawer, {5'00})});
}

TEST(ShiftTable, AnOpenShiftAndTheDrawersAreThereAtTheStart) {
    Lunch lunch;
    work_a_shift(lunch);
    lunch.reopen();
    auto state = lunch.store().load_start({});
    ASSERT_TRUE(state.open_shifts.contains(till_id()));
    EXPECT_EQ(state.open_shifts.at(till_id()), opened_shift());
    EXPECT_EQ(state.drawers.at("03"), Fen{295'00});
    auto staff = the_staff();
    staff.pin_set_at = staff.unlocked_at = eleven;
    EXPECT_EQ(state.staff.at(the_cashier), staff);
    Needs needs;
    needs.facts = {id_of<FactId>(9, 1), id_of<FactId>(9, 2)};
    needs.shifts = {the_shift, id_of<ShiftId>(7, 2)};
    lunch.store().load(needs, state);
    EXPECT_TRUE(state.facts.at(id_of<FactId>(9, 1)));
    EXPECT_FALSE(state.facts.at(id_of<FactId>(9, 2)));
    EXPECT_EQ(state.shifts.at(the_shift), opened_shift());
    EXPECT_FALSE(state.shifts.at(id_of<ShiftId>(7, 2)));
}

TEST(ShiftTable, AClosedShiftIsReadWithAllThatWasBookedInIt) {
    Lunch lunch;
    work_a_shift(lunch);
    const ShiftClosing closing{eleven, {Fen{290'00}, {}}, Fen{295'00}, 1};
    lunch.commit(
        {ShiftClosed{the_shift, till_id(), closing}, moved({AccountKind::cash_difference, ""}, the_drawer, {5'00})});
    lunch.expect_whole();
    const auto read = ShiftReader(lunch.db()).of_days(lunch_day, lunch_day);
    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(read[0].shift.closing, closing);
    EXPECT_FALSE(read[0].shift.is_open);
    EXPECT_EQ(read[0].orders, 1U);
    EXPECT_EQ(read[0].moves.size(), 1U);
    EXPECT_EQ(read[0].sums, (std::vector<Posting>{{the_drawer, {290'00}},
                                                  {safe, {-300'00}},
                                                  {{AccountKind::cash_difference, ""}, {5'00}},
                                                  {petty_cash, {5'00}}}));
    EXPECT_EQ(read[0].day, lunch_day);
    EXPECT_TRUE(ShiftReader(lunch.db()).of_days(lunch_day + 1, lunch_day + 1).empty());
    EXPECT_TRUE(ShiftReader(lunch.db()).of_days(lunch_day + -1, lunch_day + -1).empty());
}

// A canteen that serves at night: one hands over at half past midnight, the other opens before breakfast.
TEST(ShiftTable, AShiftOfTheNightBelongsToTheEveWhoseMealsItSold) {
    Lunch lunch;
    work_a_shift(lunch);
    auto at_night = opened_shift();
    at_night.id = id_of<ShiftId>(7, 2);
    at_night.opened_at = instant_at_site(lunch_day + 1, {30});
    lunch.commit({ShiftOpened{at_night}});
    auto order = pork_order(2);
    order.shift = at_night.id;
    lunch.commit(events_of(order));
    auto at_dawn = at_night;
    at_dawn.id = id_of<ShiftId>(7, 3);
    at_dawn.opened_at = instant_at_site(lunch_day + 1, {5 * 60});
    lunch.commit({ShiftOpened{at_dawn}});
    const auto eve = ShiftReader(lunch.db()).of_days(lunch_day, lunch_day);
    ASSERT_EQ(eve.size(), 2U);
    EXPECT_EQ(eve[1].shift.id, at_night.id);
    EXPECT_EQ(eve[1].day, lunch_day);
    const auto next = ShiftReader(lunch.db()).of_days(lunch_day + 1, lunch_day + 1);
    ASSERT_EQ(next.size(), 1U);
    EXPECT_EQ(next[0].shift.id, at_dawn.id);
}

TEST(ShiftTable, AShiftThatWasLeftOpenIsOverAndHasNoCount) {
    Lunch lunch;
    work_a_shift(lunch);
    auto next = opened_shift();
    next.id = id_of<ShiftId>(7, 2);
    lunch.commit({ShiftOpened{next}});
    lunch.commit({ShiftClosed{id_of<ShiftId>(7, 9), till_id(), {eleven, {}, {}, 0}}});
    lunch.expect_whole();
    const auto state = lunch.store().load_start({});
    EXPECT_EQ(state.open_shifts.at(till_id()).id, next.id);
}

TEST(StaffPins, LieBesideTheJournalSealedAndGoWithTheirPerson) {
    Lunch lunch;
    work_a_shift(lunch);
    const std::string verifier = "what a PIN is checked against";
    lunch.store().put_staff_pin(the_cashier, "an older one");
    lunch.store().put_staff_pin(the_cashier, verifier);
    lunch.expect_whole();
    EXPECT_EQ(lunch.store().load_staff_pins(), (std::map<StaffId, std::string>{{the_cashier, verifier}}));
    lunch.commit({StaffEnded{the_cashier, eleven}});
    EXPECT_TRUE(lunch.store().load_staff_pins().empty());
    lunch.expect_whole();
    lunch.close();
    EXPECT_EQ(bytes_of_file(lunch.db()).find(verifier), std::string::npos);
    EXPECT_EQ(bytes_of_file(lunch.db()).find("甄收银"), std::string::npos);
}

}  // namespace
}  // namespace canteen
