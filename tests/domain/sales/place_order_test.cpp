#include "canteen/domain/sales/place_order.h"

#include "canteen/domain/drawer/drawer_account.h"
#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

using PlacingAnOrder = CanteenFixture;

TEST_F(PlacingAnOrder, in_cash_from_the_line_is_paid_and_handed_over_at_once_without_a_ticket) {
    const auto lunch_plate = draft({portions(dishes::pork), portions(dishes::greens, 2)});
    const auto events = happens(ask_in_cash(lunch_plate));

    EXPECT_EQ(order(lunch_plate).state, OrderState::handed_over);
    EXPECT_TRUE(order(lunch_plate).paid);
    EXPECT_FALSE(order(lunch_plate).ticket);
    EXPECT_EQ(stock(dishes::pork).left(), 19);
    EXPECT_EQ(stock(dishes::greens).left(), 18);
    EXPECT_EQ(the<LedgerPosted>(events).postings,
              (std::vector<Posting>{{drawer_of(till.device), {22'00}}, {{AccountKind::sales, ""}, {-22'00}}}));
}

TEST_F(PlacingAnOrder, under_another_tills_letters_is_refused) {
    Device mine;
    mine.id = till.device;
    mine.letters = "B";
    mine.claimed = true;
    state.devices[mine.id] = mine;
    auto d = draft({portions(dishes::pork)});
    d.pickup.letters = "A";
    EXPECT_EQ(refused(ask_in_cash(d)).code, RejectionCode::other_tills_letters);
    d.pickup.letters = "B";
    happens(ask_in_cash(d));
}

TEST_F(PlacingAnOrder, cooked_to_order_opens_a_ticket_with_only_what_is_cooked) {
    auto d = draft({portions(dishes::pork), portions(dishes::noodles, 2)});
    d.lines[1].note = "少辣";
    d.lines[1].flags = static_cast<DietFlags>(DietFlag::soft);
    happens(ask_in_cash(d));

    const Ticket& ticket = order(d).ticket.value();
    ASSERT_EQ(ticket.lines.size(), 1U);
    EXPECT_EQ(ticket.lines[0].dish, dishes::noodles);
    EXPECT_EQ(ticket.lines[0].quantity, 2U);
    EXPECT_EQ(ticket.lines[0].note, "少辣");
    EXPECT_EQ(ticket.lines[0].flags, static_cast<DietFlags>(DietFlag::soft));
    EXPECT_EQ(ticket.due, now + std::chrono::minutes{8});
    EXPECT_EQ(order(d).state, OrderState::placed);
}

TEST_F(PlacingAnOrder, a_set_meal_consumes_its_chosen_dishes_times_its_quantity) {
    const auto d = draft({set_of({dishes::noodles, dishes::soup, dishes::soup}, 2)});
    happens(ask_in_cash(d));

    EXPECT_EQ(stock(dishes::noodles).left(), 8);
    EXPECT_EQ(stock(dishes::soup).left(), 16);
    const auto& lines = order(d).ticket->lines;
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].quantity, 2U);
    EXPECT_EQ(lines[1].quantity, 4U);
}

TEST_F(PlacingAnOrder, a_subsidised_meal_uses_the_right_and_is_owed_by_its_payer) {
    const auto d = draft_for(grandma, {portions(dishes::noodles)});
    ASSERT_EQ(d.shown.to_pay, Fen{9'00});
    const auto events = happens(ask_in_cash(d));

    EXPECT_EQ(count(grandma, UseKind::per_day), 1U);
    EXPECT_EQ(count(grandma, UseKind::meal_eaten), 1U);
    const Posting owed{{AccountKind::receivable, "six-a-day/civil_affairs"}, {6'00}};
    EXPECT_THAT(the<LedgerPosted>(events).postings, testing::Contains(owed));
    EXPECT_EQ(order(d).rights.size(), 4U) << "slot, day, week and the meal eaten";
}

TEST_F(PlacingAnOrder, residents_are_those_of_the_area_the_site_serves) {
    Scheme of_residents = six_a_day();
    Condition resident;
    resident.resident = true;
    std::get<SubsidyStep>(of_residents.versions[0].steps[0]).classes[0].who = {resident};
    happens(ImportScheme{of_residents, 1});
    Member changed = *state.members.at(neighbour);
    changed.residence = {{"510117002", {}}};
    happens(ImportMembers{{changed}});
    state.site.area = "510117001";
    EXPECT_EQ(draft_for(neighbour, {portions(dishes::noodles)}).shown.to_pay, Fen{15'00}) << "another street";
    state.site.served_area = "510117";
    EXPECT_EQ(draft_for(neighbour, {portions(dishes::noodles)}).shown.to_pay, Fen{9'00});
}

TEST_F(PlacingAnOrder, a_second_meal_of_the_day_is_priced_without_the_used_right) {
    happens(ask_in_cash(draft_for(grandma, {portions(dishes::noodles)})));
    const auto second = draft_for(grandma, {portions(dishes::noodles)});
    EXPECT_EQ(second.shown.to_pay, Fen{15'00});
    happens(ask_in_cash(second));
    EXPECT_EQ(count(grandma, UseKind::per_day), 1U);
    EXPECT_EQ(count(grandma, UseKind::meal_eaten), 2U) << "both orders keep the meal eaten";
}

TEST_F(PlacingAnOrder, a_quota_gives_what_is_left_of_the_month) {
    happens(ask_in_cash(draft_for(villager, {portions(dishes::noodles)})));
    const auto second = draft_for(villager, {portions(dishes::noodles)});
    EXPECT_EQ(second.shown.to_pay, Fen{10'00}) << "5 of 20 yuan were left";
    happens(ask_in_cash(second));
    EXPECT_EQ(draft_for(villager, {portions(dishes::noodles)}).shown.to_pay, Fen{15'00});
}

TEST_F(PlacingAnOrder, only_cash_is_rounded_and_the_rest_is_booked) {
    auto d = draft({grams(dishes::fish, 333)});  // 10.82
    ASSERT_EQ(d.shown.to_pay, Fen{10'82});
    EXPECT_EQ(refused(ask(d, {{TenderKind::wechat, {10'80}, "w1"}, {TenderKind::alipay, {-1}, ""}})).code,
              RejectionCode::line_invalid);
    happens(ask(d, {{TenderKind::wechat, {5'00}, "w1"}, {TenderKind::cash, {5'80}, ""}}));
    EXPECT_EQ(order(d).rounding, Fen{2});
    EXPECT_EQ(balance(AccountKind::rounding), Fen{2});
    EXPECT_EQ(balance(AccountKind::sales), Fen{-10'82});
    EXPECT_EQ(stock(dishes::fish).left(), 5'000 - 333);
}

TEST_F(PlacingAnOrder, with_nothing_to_pay_at_the_counter_needs_no_tender) {
    const auto d = draft_for(villager, {portions(dishes::noodles)});
    ASSERT_EQ(d.shown.to_pay, Fen{0});
    happens(ask(d));
    EXPECT_TRUE(order(d).paid);
}

TEST_F(PlacingAnOrder, whose_slip_the_kitchen_has_opens_a_ticket_on_paper_also_when_a_hold_is_paid) {
    const auto paid = draft({portions(dishes::noodles)});
    auto asked = ask_in_cash(paid);
    asked.kitchen_told = true;
    happens(asked);
    EXPECT_TRUE(order(paid).ticket.value().on_paper);
    const auto held = draft({portions(dishes::noodles)});
    happens(ask(held));
    auto paying = ask_in_cash(held);
    paying.kitchen_told = true;
    happens(paying);
    EXPECT_TRUE(order(held).ticket.value().on_paper);
}

TEST_F(PlacingAnOrder, without_tenders_holds_portions_and_rights_and_tells_the_kitchen_nothing) {
    const auto d = draft_for(grandma, {portions(dishes::noodles)});
    const auto events = happens(ask(d));
    EXPECT_EQ(order(d).state, OrderState::held);
    EXPECT_EQ(order(d).expires_at, now + state.site.hold_for);
    EXPECT_FALSE(order(d).ticket);
    EXPECT_EQ(stock(dishes::noodles).held, 1);
    EXPECT_EQ(count(grandma, UseKind::per_day), 1U);
    EXPECT_EQ(count_of<LedgerPosted>(events), 0U);
}

TEST_F(PlacingAnOrder, ahead_may_come_before_the_doors_open_and_is_packed_whole) {
    now = at_site(today, 8, 0);
    auto d = draft({portions(dishes::pork), portions(dishes::soup)});
    d.origin = Origin::ahead;
    d.mode = ServiceMode::takeaway;
    d.due = at_site(today, 12, 0);
    happens(ask(d));
    const Ticket& ticket = order(d).ticket.value();
    EXPECT_EQ(ticket.lines.size(), 2U);
    EXPECT_EQ(ticket.due, at_site(today, 12, 0));
    EXPECT_EQ(order(d).expires_at, at_site(today, 12, 0) + state.site.hold_for);
}

TEST_F(PlacingAnOrder, a_held_order_is_paid_by_the_same_ask_with_tenders) {
    const auto d = draft({portions(dishes::noodles)});
    happens(ask(d));
    EXPECT_EQ(refused(ask(d, cash({14'00}))).code, RejectionCode::tender_mismatch);
    const auto events = happens(ask_in_cash(d));
    EXPECT_EQ(count_of<OrderPaid>(events), 1U);
    EXPECT_EQ(count_of<TicketOpened>(events), 1U);
    EXPECT_EQ(order(d).state, OrderState::placed);
    EXPECT_EQ(stock(dishes::noodles).held, 0);
    EXPECT_EQ(stock(dishes::noodles).sold, 1);
    EXPECT_TRUE(state.expiries.empty());
    EXPECT_EQ(refused(ask_in_cash(d)).code, RejectionCode::already_paid);
}

TEST_F(PlacingAnOrder, a_known_id_with_another_order_is_refused_whatever_became_of_it) {
    auto d = draft({portions(dishes::noodles)});
    happens(ask_in_cash(d));
    happens(CancelOrder{d.id});
    EXPECT_EQ(refused(ask_in_cash(d)).code, RejectionCode::order_cancelled);
    d.mode = ServiceMode::takeaway;
    EXPECT_EQ(refused(ask_in_cash(d)).code, RejectionCode::order_exists);
}

// One order with every fault; each is mended in turn, and the next in order of precedence comes to light.
TEST_F(PlacingAnOrder, is_refused_for_the_first_reason_in_order_of_precedence) {
    const auto other = draft({portions(dishes::noodles)});
    happens(ask_in_cash(other));
    auto d = draft_for(grandma, {portions(dishes::noodles, 99), portions(dishes::greens)});
    d.pickup = other.pickup;
    d.member = id_of<MemberId>(99);
    d.meal = {today + 1, MealSlot::lunch};
    d.menu = {77};
    d.lines[0].unit_price = {14'00};
    d.lines[0].amount = {14'00 * 99};
    d.lines[0].note = "a\nb";
    d.lines[1].dish = DishId{66};
    PlaceOrder command = ask(d, {{TenderKind::stored_value, {1}, ""}});
    const auto why = [&] { return refused(command).code; };

    command.answer_by = now - std::chrono::milliseconds{1};
    EXPECT_EQ(why(), RejectionCode::ask_expired);
    command.answer_by = now;
    EXPECT_EQ(why(), RejectionCode::menu_unknown) << "on another date the number is free";
    command.order.meal = lunch;
    EXPECT_EQ(why(), RejectionCode::pickup_number_used);
    command.order.pickup = {"A", 900};
    EXPECT_EQ(why(), RejectionCode::menu_changed);
    command.order.menu = state.menus.at(lunch)->version;
    now = at_site(today, 13, 30);
    command.answer_by = now;
    EXPECT_EQ(why(), RejectionCode::meal_closed);
    now = at_site(today, 13, 29);
    EXPECT_EQ(why(), RejectionCode::dish_unknown);
    command.order.lines[1].dish = dishes::greens;
    EXPECT_EQ(why(), RejectionCode::line_invalid);
    command.order.lines[0].note = "a b";
    EXPECT_EQ(why(), RejectionCode::member_unknown);
    command.order.member = MemberId{};
    EXPECT_EQ(why(), RejectionCode::price_changed);
    command.order.lines[0] = portions(dishes::noodles, 99);
    show_sums(command.order);
    EXPECT_EQ(why(), RejectionCode::sold_out);
    command.order.lines[0] = portions(dishes::noodles, 1);
    show_sums(command.order);
    EXPECT_EQ(why(), RejectionCode::tender_mismatch);
    command.tenders[0].amount = command.order.shown.to_pay;
    EXPECT_EQ(why(), RejectionCode::account_short);
    command.tenders[0].kind = TenderKind::wechat;
    happens(command);
}

TEST_F(PlacingAnOrder, another_price_is_answered_with_the_new_sums) {
    auto d = draft_for(grandma, {portions(dishes::noodles)});
    d.shown.shares.clear();
    d.shown.to_pay = {15'00};
    const auto rejection = refused(ask_in_cash(d));
    EXPECT_EQ(rejection.code, RejectionCode::price_changed);
    EXPECT_EQ(rejection.sums.value().to_pay, Fen{9'00});
}

TEST_F(PlacingAnOrder, an_older_menu_is_good_enough_while_its_dishes_and_prices_hold) {
    const auto pork = draft({portions(dishes::pork)});
    const auto greens = draft({portions(dishes::greens)});
    Menu dearer = lunch_on(today);
    dearer.dishes[3].price = {6'00};
    happens(ImportMenus{{dearer}});
    happens(ask_in_cash(pork));
    const auto rejection = refused(ask_in_cash(greens));
    EXPECT_EQ(rejection.code, RejectionCode::menu_changed);
    EXPECT_EQ(rejection.params, (std::vector<Param>{{"version", "3"}}));
}

TEST_F(PlacingAnOrder, the_same_dish_counts_together_over_lines_and_set_meals) {
    const auto d = draft({portions(dishes::noodles, 6), portions(dishes::noodles, 3),
                          set_of({dishes::noodles, dishes::greens, dishes::greens}, 2)});
    const auto rejection = refused(ask_in_cash(d));
    EXPECT_EQ(rejection.code, RejectionCode::sold_out);
    EXPECT_EQ(rejection.params, (std::vector<Param>{{"dish", "2"}, {"left", "10"}}));
}

TEST_F(PlacingAnOrder, the_kitchens_word_sells_out_a_dish_that_is_still_counted) {
    happens(SetSoldOut{{lunch, dishes::soup}, true});
    EXPECT_EQ(refused(ask_in_cash(draft({set_of({dishes::pork, dishes::soup, dishes::greens})}))).code,
              RejectionCode::sold_out);
    happens(SetSoldOut{{lunch, dishes::soup}, false});
    happens(ask_in_cash(draft({portions(dishes::soup)})));
}

TEST_F(PlacingAnOrder, a_set_meal_must_fill_each_place_exactly) {
    const auto what = [this](OrderLine line) {
        auto d = draft({line});
        const auto rejection = refused(ask_in_cash(d));
        return rejection.params.empty() ? std::string{} : rejection.params.back().value;
    };
    EXPECT_EQ(what(set_of({dishes::pork, dishes::greens})), "chosen") << "one side is missing";
    EXPECT_EQ(what(set_of({dishes::pork, dishes::greens, dishes::soup, dishes::soup})), "chosen") << "one too many";
    EXPECT_EQ(what(set_of({dishes::greens, dishes::greens, dishes::soup})), "chosen") << "greens are no meat";
    OrderLine plain = portions(dishes::pork);
    plain.chosen = {{0, dishes::greens}};
    EXPECT_EQ(what(plain), "chosen") << "pork is no set meal";
}

TEST_F(PlacingAnOrder, malformed_lines_are_refused_by_what_is_wrong) {
    const auto what = [this](auto spoil) {
        auto d = draft({portions(dishes::pork), grams(dishes::fish, 250)});
        spoil(d);
        const auto rejection = refused(ask_in_cash(d));
        EXPECT_EQ(rejection.code, RejectionCode::line_invalid);
        return rejection.params.size() == 2 ? rejection.params[0].value + " " + rejection.params[1].value : "";
    };
    EXPECT_EQ(what([](auto& d) { d.lines[1].id = {1}; }), "1 id");
    EXPECT_EQ(what([](auto& d) { d.lines[0].id = {0}; }), "0 id");
    EXPECT_EQ(what([](auto& d) { d.lines[0].quantity = 0; }), "1 quantity");
    EXPECT_EQ(what([](auto& d) { d.lines[0].quantity = max_line_quantity + 1; }), "1 quantity");
    EXPECT_EQ(what([](auto& d) { d.lines[1].quantity = 2; }), "2 quantity");
    EXPECT_EQ(what([](auto& d) { d.lines[1].grams = max_line_grams + 1; }), "2 grams");
    EXPECT_EQ(what([](auto& d) { d.lines[1].amount += Fen{1}; }), "2 amount");
    EXPECT_EQ(what([](auto& d) { d.lines[0].note = std::string(max_note_bytes + 1, 'x'); }), "1 note");
    EXPECT_EQ(what([](auto& d) { d.lines[0].note = "\xE2\x80\xAE evil"; }), "1 note");
    EXPECT_EQ(what([](auto& d) { d.lines[0].flags = 64; }), "1 flags");
    EXPECT_EQ(what([](auto& d) { d.shown.fee = {-1}; }), "0 sum");
    EXPECT_EQ(what([](auto& d) { d.due = Timestamp{}; }), "0 due");
    EXPECT_EQ(what([](auto& d) { d.lines.clear(); }), "0 lines");
}

TEST_F(PlacingAnOrder, for_a_member_is_his_own_or_his_carers) {
    Member cared_for = state.members.at(grandma).value();
    cared_for.carers = {{"邻居", "", neighbour, {today, today}}};
    happens(PutMember{cared_for});
    auto d = draft_for(grandma, {portions(dishes::pork)});
    d.ordered_by = villager;
    EXPECT_EQ(refused(ask_in_cash(d)).code, RejectionCode::not_a_carer);
    for (const auto who : {neighbour, grandma}) {
        auto own = draft_for(grandma, {portions(dishes::pork)});
        own.ordered_by = who;
        happens(ask_in_cash(own));
    }
}

TEST_F(PlacingAnOrder, for_a_guest_without_number_is_nobody_elses) {
    auto d = draft({portions(dishes::pork)});
    d.ordered_by = neighbour;
    EXPECT_EQ(refused(ask_in_cash(d)).code, RejectionCode::not_a_carer);
}

// The guest was promised these dishes: a new menu does not take back what is held.
TEST_F(PlacingAnOrder, is_cooked_as_it_was_held_though_the_menu_dropped_the_dish_since) {
    const auto d = draft({portions(dishes::noodles)});
    happens(ask(d));
    auto menu = lunch_on(today);
    std::erase_if(menu.dishes,
                  [](const Dish& dish) { return dish.id == dishes::noodles || dish.id == dishes::set_meal; });
    happens(ImportMenus{{menu}});
    now = now + std::chrono::minutes{2};
    happens(ask_in_cash(d));
    ASSERT_TRUE(order(d).ticket);
    EXPECT_EQ(order(d).ticket->lines.at(0).dish, dishes::noodles);
    EXPECT_EQ(order(d).ticket->due, now + std::chrono::minutes{8});
    EXPECT_FALSE(order(d).to_cook);
}

}  // namespace
}  // namespace canteen
