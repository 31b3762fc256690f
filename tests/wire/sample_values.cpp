#include "tests/wire/samples.h"

namespace canteen {
namespace {

const Meal lunch{Date{20557}, MealSlot::lunch};  // 2026-04-14
const Timestamp noon{1'776'139'200'000};
const UseKey day_use{sample_id<MemberId>(2), "cd-qionglai-2025", UseKind::per_day, 20557};

}  // namespace

OrderDraft sample_draft() {
    OrderDraft draft;
    draft.id = sample_id<OrderId>(1);
    draft.member = sample_id<MemberId>(2);
    draft.meal = lunch;
    draft.mode = ServiceMode::takeaway;
    draft.origin = Origin::ahead;
    draft.pickup = {"AB", 12};
    draft.due = noon + std::chrono::minutes{15};
    draft.lines = {
        {LineId{1}, DishId{7}, 2, 0, Fen{1500}, 0, Fen{3000}, "不要香菜", 3, {{0, DishId{21}}, {1, DishId{22}}}},
        {LineId{2}, DishId{9}, 1, 215, Fen{480}, 100, Fen{1032}, "", 0, {}}};
    draft.menu = MenuVersion{41};
    draft.sheet = 77;
    draft.shown = {Fen{4032}, Fen{200}, {{"cd-qionglai-2025", 1, "county_civil_affairs", Fen{600}}}, Fen{3632}};
    return draft;
}

Ticket sample_ticket() {
    Ticket ticket;
    ticket.order = sample_id<OrderId>(1);
    ticket.pickup = {"AB", 12};
    ticket.meal = lunch;
    ticket.origin = Origin::ahead;
    ticket.mode = ServiceMode::takeaway;
    ticket.placed_at = noon;
    ticket.due = noon + std::chrono::minutes{15};
    ticket.lines = {{0, DishId{7}, "回锅肉", "Twice-cooked pork", 2, "不要香菜", 3, true}};
    ticket.state = TicketState::ready;
    ticket.ready_at = noon + std::chrono::minutes{12};
    ticket.cancel_seen = true;
    return ticket;
}

Order sample_order() {
    Order order;
    order.draft = sample_draft();
    order.device = sample_id<DeviceId>(3);
    order.placed_at = noon;
    order.state = OrderState::ready;
    order.paid = true;
    order.granted = order.draft.shown.shares;
    order.tenders = {{TenderKind::cash, Fen{2630}, ""}, {TenderKind::wechat, Fen{1000}, "4200001"}};
    order.rounding = Fen{2};
    order.rights = {{day_use, 1, Fen{0}}};
    order.postings = {{{AccountKind::cash, ""}, Fen{2630}}, {{AccountKind::sales, ""}, Fen{-2630}}};
    order.consumed = {{{lunch, DishId{7}}, StockMoveKind::sold, 2}};
    order.ticket = sample_ticket();
    order.expires_at = noon + std::chrono::minutes{5};
    return order;
}

Menu sample_menu() {
    Menu menu;
    menu.version = MenuVersion{41};
    menu.meal = lunch;
    menu.day_kind = DayKind::holiday;
    menu.serving_from = {660};
    menu.serving_to = {810};
    menu.dishes = {
        {DishId{7},
         "套餐",
         "Set meal",
         "套餐",
         Fen{1500},
         0,
         Served::to_order,
         8,
         0,
         {{"荤", 1, {DishId{21}, DishId{22}}}, {"素", 2, {DishId{23}}}},
         {1, 6}},
        {DishId{9}, "凉拌黄瓜", "Cucumber salad", "凉菜", Fen{480}, 100, Served::from_line, 0, 5000, {}, {}}};
    return menu;
}

Member sample_member() {
    Member member;
    member.id = sample_id<MemberId>(2);
    member.number = "80001234";
    member.name = "甄不存在";
    member.id_number = "999999194802290019";
    member.phone = "19900000000";
    member.born = {-7977};
    member.hukou = {{"510131105", {Date{3000}, {}}}};
    member.residence = {{"510131106", {}}};
    member.tags = {{"dibao", {Date{20000}, Date{21000}}}};
    member.approvals = {{"cd-qionglai-2025", {{}, Date{22000}}}};
    return member;
}

RightSheet sample_sheet() {
    RightSheet sheet;
    sheet.version = 77;
    sheet.member = sample_id<MemberId>(2);
    sheet.member_number = "80001234";
    sheet.name = "甄不存在";
    sheet.last_four = "0019";
    sheet.from = {20557};
    sheet.to = {20570};
    SubsidyRight subsidy;
    subsidy.terms.meals = {MealSlot::lunch, MealSlot::dinner};
    subsidy.terms.days = {DayKind::workday};
    subsidy.terms.modes = {ServiceMode::dine_in};
    subsidy.terms.limits = {1, 2, 3};
    subsidy.terms.min_spend = MinSpend{Fen{500}, true};
    subsidy.classes = {{4,
                        MinSpend{Fen{800}, false},
                        {{"district", FixedBenefit{Fen{600}}},
                         {"city", BySlotBenefit{Fen{100}, Fen{200}, Fen{300}}},
                         {"street", ShareBenefit{1, 4, Fen{300}}}}}};
    const std::vector<DiscountRight> discounts{{"canteen", 90, {}}, {"canteen", {}, {80, 90}}};
    const std::vector<FixedPriceRight> prices{{"street", Fen{1500}, Fen{900}}};
    sheet.schemes = {{"cd-qionglai-2025",
                      "v1",
                      {{0, subsidy},
                       {1, discounts},
                       {2, prices},
                       {3, QuotaRight{"city", Fen{20000}}},
                       {4, DeliveryFeeRight{"city", Fen{200}}}}}};
    return sheet;
}

RightSheet sample_limited_sheet() {
    RightSheet sheet = sample_sheet();
    SubsidyRight subsidy;
    subsidy.terms.limits = {{}, {}, {}, 20, 200, Fen{30'000}, Fen{300'000}};
    subsidy.set_meals_from = Fen{1300};
    subsidy.min_self_pay = Fen{100};
    const Rounding rounding{Fen{10}, RoundingDirection::half_up};
    subsidy.classes = {{1, {}, {{"city", ShareBenefit{1, 3, Fen{500}, rounding}}}, Fen{1500}, Shrink::in_proportion}};
    const std::vector<DiscountRight> discounts{{"canteen", 85, {}, {Fen{100}, RoundingDirection::up, true}}};
    sheet.schemes = {{"made-up",
                      "1",
                      {{0, subsidy}, {1, discounts}},
                      {"cd-qionglai-2025", "*"},
                      Fen{50},
                      {{"city", UseKind::budget_year, Fen{1'000'000}}, {"", UseKind::budget_month, Fen{90'000}}},
                      {UseKind::per_month, UseKind::per_year, UseKind::given_month, UseKind::given_year}}};
    return sheet;
}

Answer sample_committed() {
    const Exception oversold{ExceptionCode::oversold, sample_id<OrderId>(1), {{"dish", "7"}, {"amount", "1"}}};
    return {sample_id<CommandId>(9), 5, Committed{123'456, {oversold}}};
}

Answer sample_rejected() {
    return {sample_id<CommandId>(9), 6,
            Rejection{RejectionCode::price_changed, {{"path", "shown"}}, sample_draft().shown}};
}

Named<Command> sample_commands() {
    const auto order = sample_id<OrderId>(1);
    const StockKey dish{lunch, DishId{7}};
    const std::vector<Tender> cash{{TenderKind::cash, Fen{3632}, ""}};
    Named<CommandBody> bodies{
        {"place_order", PlaceOrder{sample_draft(), cash, noon + std::chrono::seconds{3}}},
        {"record_sale_taken_back", RecordSale{sample_draft(),
                                              {{TenderKind::alipay, Fen{3632}, "2026041422"}},
                                              noon,
                                              false,
                                              SaleUndone{noon + std::chrono::minutes{2}, RefundReason::wrong_entry}}},
        {"record_sale", RecordSale{sample_draft(), {{TenderKind::alipay, Fen{3632}, "2026041422"}}, noon}},
        {"cancel_order", CancelOrder{order}},
        {"mark_line", MarkLine{order, 1, true}},
        {"mark_ticket", MarkTicket{order, true}},
        {"hand_over", HandOver{order}},
        {"acknowledge_cancelled", AcknowledgeCancelled{order}},
        {"set_sold_out", SetSoldOut{dish, true}},
        {"refund", Refund{sample_id<RefundId>(4), order, {{LineId{2}, 100}}, RefundReason::not_served, noon}},
        {"top_up", TopUp{sample_id<MemberId>(2), {TenderKind::wechat, Fen{20000}, "4200002"}, Fen{1000}}},
        {"pay_out", PayOut{sample_id<MemberId>(2), {TenderKind::cash, Fen{5000}, ""}}},
        {"transfer_balance", TransferBalance{sample_id<MemberId>(2), sample_id<MemberId>(5)}},
        {"set_deduct_order", SetDeductOrder{{AccountKind::member_principal, AccountKind::member_bonus}}},
        {"add_portions_restocked", AddPortions{dish, StockMoveKind::restocked, 20}},
        {"add_portions_found", AddPortions{dish, StockMoveKind::found, 2}},
        {"add_portions_wasted", AddPortions{dish, StockMoveKind::wasted, 3}}};
    for (auto& office : sample_office_bodies()) bodies.push_back(std::move(office));
    Named<Command> commands;
    for (const auto& [name, body] : bodies) commands.push_back({"command_" + name, {sample_id<CommandId>(9), body}});
    for (auto& by_somebody : sample_persons_commands()) commands.push_back(std::move(by_somebody));
    return commands;
}

Refunded sample_refund() {
    return {sample_id<RefundId>(4),
            RefundReason::quality,
            noon,
            {{LineId{2}, 100}},
            {Fen{3552}, Fen{200}, {{"cd-qionglai-2025", 1, "county_civil_affairs", Fen{600}}}, Fen{3152}},
            {{TenderKind::cash, Fen{480}, ""}}};
}

Named<Event> sample_events() {
    const auto order = sample_id<OrderId>(1);
    const auto device = sample_id<DeviceId>(3);
    const StockKey dish{lunch, DishId{7}};
    PublicKey key;
    key.fill(8);
    Named<Event> events{
        {"event_order_held", OrderHeld{sample_order()}},
        {"event_order_placed", OrderPlaced{sample_order()}},
        {"event_order_paid", OrderPaid{order, sample_order().tenders, Fen{2}}},
        {"event_sale_confirmed", SaleConfirmed{order}},
        {"event_ticket_opened", TicketOpened{sample_ticket()}},
        {"event_line_marked", LineMarked{order, 1, true}},
        {"event_ticket_marked", TicketMarked{order, true, noon}},
        {"event_order_handed_over", OrderHandedOver{order, noon}},
        {"event_order_cancelled", OrderCancelled{order, noon}},
        {"event_cancel_acknowledged", CancelAcknowledged{order}},
        {"event_order_expired", OrderExpired{order, noon}},
        {"event_stock_moved", StockMoved{{dish, StockMoveKind::oversold, 3}}},
        {"event_sold_out_set", SoldOutSet{dish, true, noon}},
        {"event_ledger_posted", LedgerPosted{order, sample_order().postings}},
        {"event_right_used", RightUsed{order, {day_use, 1, Fen{0}}}},
        {"event_right_freed", RightFreed{order, {day_use, 0, Fen{250}}}},
        {"event_right_disputed", RightDisputed{order, day_use}},
        {"event_exception_listed", ExceptionListed{{ExceptionCode::price_differs, order, {{"expected", "1200"}}}}},
        {"event_menu_published", MenuPublished{sample_menu()}},
        {"event_member_recorded", MemberRecorded{sample_member()}},
        {"event_calendar_set",
         CalendarSet{{{{Date{20574}, CalendarMark::day_off}, {Date{20582}, CalendarMark::make_up_workday}}}}},
        {"event_device_enrolled", DeviceEnrolled{{device, Role::till, "till 1", "A", key, true, true}}},
        {"event_device_claimed", DeviceClaimed{device, key}},
        {"event_device_revoked", DeviceRevoked{device}},
        {"event_epoch_started", EpochStarted{5}},
        {"event_clock_followed", ClockFollowed{noon, noon - std::chrono::minutes{3}}},
        {"event_unreadable_noted", UnreadableNoted{"client_newer"}},
        {"event_order_refunded", OrderRefunded{order,
                                               sample_refund(),
                                               {{"cd-qionglai-2025", 1, "county_civil_affairs", Fen{300}}},
                                               {{dish, StockMoveKind::returned, 1}}}},
        {"event_deduct_order_set", DeductOrderSet{{AccountKind::member_principal, AccountKind::member_bonus}}},
        {"event_ticket_struck", TicketStruck{order, {{0, 1, "115 g"}}}},
        {"event_sale_dated", SaleDated{sample_order()}}};
    for (auto& office : sample_office_events()) events.push_back(std::move(office));
    for (auto& of_shift : sample_shift_events()) events.push_back(std::move(of_shift));
    for (auto& in_shift : sample_events_in_shift()) events.push_back(std::move(in_shift));
    return events;
}

}  // namespace canteen
