#include "tests/wire/samples.h"

namespace canteen {
namespace {

const Timestamp noon{1'776'139'200'000};
const auto shift = sample_id<ShiftId>(21);
const auto cashier = sample_id<StaffId>(22);

CashCount counted() {
    return {Fen{30'550}, {{Fen{10'000}, 3}, {Fen{50}, 11}}};
}

Shift opened() {
    return {shift, sample_id<DeviceId>(3), cashier, noon, counted()};
}

}  // namespace

StaffMember sample_staff() {
    StaffMember staff;
    staff.id = cashier;
    staff.name = "甄收银";
    staff.roles = {StaffRole::cashier, StaffRole::supervisor};
    staff.valid = {Date{20454}, Date{20818}};
    return staff;
}

Named<Command> sample_persons_commands() {
    const auto order = sample_id<OrderId>(1);
    const auto member = sample_id<MemberId>(2);
    const auto fact = sample_id<FactId>(23);
    const std::vector<Tender> unionpay{{TenderKind::unionpay, Fen{3632}, "6200417"}};
    const Tender ecny{TenderKind::ecny, Fen{5000}, "E0417"};
    const auto later = noon + std::chrono::seconds{3};
    RecordSale sale{sample_draft(), unionpay, noon};
    sale.shift = shift;
    const Named<CommandBody> bodies{
        {"place_order_in_shift", PlaceOrder{sample_draft(), unionpay, later, shift}},
        {"record_sale_in_shift", sale},
        {"cancel_order_in_shift", CancelOrder{order, shift}},
        {"refund_in_shift", Refund{sample_id<RefundId>(4), order, {}, RefundReason::guest_asked, later, shift}},
        {"top_up_stated", TopUp{member, ecny, {}, fact, noon, shift}},
        {"pay_out_asked", PayOut{member, ecny, fact, later, shift}},
        {"open_shift", OpenShift{shift, cashier, counted(), noon}},
        {"close_shift", CloseShift{shift, counted(), Fen{30'600}, 2, noon, NextShift{sample_id<ShiftId>(24), cashier}}},
        {"move_drawer", MoveDrawer{fact, shift, DrawerMoveKind::pay_out, Fen{1'250}, "买冰", noon}},
        {"put_staff", PutStaff{sample_staff()}},
        {"end_staff", EndStaff{cashier}},
        {"unlock_staff", UnlockStaff{cashier}}};
    Named<Command> commands;
    for (const auto& [name, body] : bodies)
        commands.push_back(
            {"command_" + name, {sample_id<CommandId>(9), body, staff_person(cashier, sample_id<StaffId>(25))}});
    return commands;
}

Named<Event> sample_shift_events() {
    const auto device = sample_id<DeviceId>(3);
    return {{"event_fact_stated", FactStated{sample_id<FactId>(23)}},
            {"event_shift_opened", ShiftOpened{opened()}},
            {"event_shift_closed", ShiftClosed{shift, device, {noon, counted(), Fen{-50}, 2}}},
            {"event_drawer_moved",
             DrawerMoved{{sample_id<FactId>(23), shift, device, DrawerMoveKind::safe_drop, Fen{20'000}, "", noon}}},
            {"event_staff_recorded", StaffRecorded{sample_staff()}},
            {"event_staff_ended", StaffEnded{cashier, noon}},
            {"event_staff_unlocked", StaffUnlocked{cashier, noon}},
            {"event_staff_pin_set", StaffPinSet{cashier, noon}}};
}

// Kinds that stand among the others already, with what a shift adds to them.
Named<Event> sample_events_in_shift() {
    Order order = sample_order();
    order.shift = shift;
    return {{"event_order_placed_in_shift", OrderPlaced{order}},
            {"event_order_paid_in_shift",
             OrderPaid{order.draft.id, {{TenderKind::unionpay, Fen{3632}, "6200417"}}, Fen{2}, shift}},
            {"event_ledger_posted_in_shift",
             LedgerPosted{OrderId{},
                          {{{AccountKind::safe, ""}, Fen{-300}},
                           {{AccountKind::cash, "03030303030303030303030303030303"}, Fen{250}},
                           {{AccountKind::cash_difference, ""}, Fen{40}},
                           {{AccountKind::petty, ""}, Fen{10}}},
                          "",
                          shift}}};
}

FeedFrame sample_staff_feed() {
    FeedFrame feed;
    feed.feed = Feed::staff;
    feed.epoch = 5;
    feed.after = 104;
    feed.seq = 105;
    feed.server_time = noon;
    StaffMember staff = sample_staff();
    staff.unlocked_at = noon;
    staff.pin_set_at = noon - std::chrono::minutes{1};
    feed.staff = {{staff, {{sample_id<DeviceId>(3), std::string(99, 's')}}}};
    return feed;
}

}  // namespace canteen
