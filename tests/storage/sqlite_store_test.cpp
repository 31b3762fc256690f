#include "canteen/storage/sqlite_store.h"

#include <gtest/gtest.h>

#include "tests/storage/lunch.h"

namespace canteen {
namespace {

TEST(SqliteStore, KeepsAnOrderAsTheMemoryHasIt) {
    Lunch lunch;
    lunch.open_shop();
    lunch.commit(events_of(pork_order(1, member_id(1))));
    lunch.commit({LineMarked{order_id(1), 0, true}, TicketMarked{order_id(1), true, eleven}});
    lunch.reopen();

    auto state = lunch.store().load_start({});
    ASSERT_TRUE(state.orders.contains(order_id(1)));
    EXPECT_EQ(*state.orders.at(order_id(1)), *lunch.memory.orders.at(order_id(1)));
    EXPECT_EQ(state.orders.at(order_id(1))->postings, with_effects(pork_order(1, member_id(1))).postings);
    EXPECT_EQ(state.ready_since, lunch.memory.ready_since);
}

TEST(SqliteStore, StartsWithWhatTheWholeSiteShares) {
    Lunch lunch;
    lunch.open_shop();
    lunch.commit({DeviceClaimed{till_id(), PublicKey{1, 2, 3}}});
    lunch.reopen();

    auto state = lunch.store().load_start({});
    EXPECT_EQ(state.epoch, 7U);
    EXPECT_EQ(state.calendar, lunch.memory.calendar);
    EXPECT_EQ(state.devices, lunch.memory.devices);
    EXPECT_EQ(state.last_menu_version, MenuVersion{1});
    EXPECT_EQ(lunch.store().last_seq(), 2U);
}

TEST(SqliteStore, LoadsOnlyWhatACommandNeeds) {
    Lunch lunch;
    lunch.open_shop();
    lunch.commit(events_of(pork_order(1, member_id(1))));
    lunch.commit({OrderHandedOver{order_id(1), eleven}});
    lunch.reopen();

    auto state = lunch.store().load_start({});
    EXPECT_TRUE(state.orders.empty()) << "handed over: not open any more";
    Needs needs;
    needs.orders = {order_id(1), order_id(9)};
    needs.pickups = {{lunch_day, {"A", 1}}, {lunch_day, {"A", 9}}};
    needs.menus = {the_lunch, {lunch_day, MealSlot::dinner}};
    needs.members = {member_id(1), member_id(9)};
    needs.use_scopes = {{member_id(1), lunch_day}};
    needs.balances = {{AccountKind::cash, ""}, {AccountKind::opening, ""}};
    lunch.store().load(needs, state);

    EXPECT_EQ(state.orders.at(order_id(1)), lunch.memory.orders.at(order_id(1)));
    EXPECT_FALSE(state.orders.at(order_id(9)));
    EXPECT_EQ(state.pickups.at({lunch_day, {"A", 1}}), order_id(1));
    EXPECT_FALSE((state.pickups.at({lunch_day, {"A", 9}})));
    EXPECT_EQ(state.menus.at(the_lunch), lunch_menu());
    EXPECT_FALSE((state.menus.at({lunch_day, MealSlot::dinner})));
    EXPECT_EQ(state.stock, lunch.memory.stock);
    EXPECT_EQ(state.members.at(member_id(1)), senior(1));
    EXPECT_FALSE(state.members.at(member_id(9)));
    EXPECT_EQ(state.uses.at(lunch_right(member_id(1)).key).ordinals, std::set<std::uint32_t>{1});
    EXPECT_EQ((state.balances.at({AccountKind::cash, ""})), Fen{900});
    EXPECT_EQ((state.balances.at({AccountKind::opening, ""})), Fen{0});
}

TEST(SqliteStore, CommitsABatchInTheTransactionItReadIn) {
    Lunch lunch;
    lunch.open_shop();
    lunch.store().begin_batch();
    EXPECT_FALSE(lunch.store().find(till_id(), command_id(77)));
    lunch.commit(events_of(pork_order(1)));
    lunch.store().end_batch();
    lunch.reopen();

    EXPECT_TRUE(lunch.store().load_start({}).orders.contains(order_id(1)));
}

TEST(SqliteStore, LetsGoOfABatchThatCameToNothing) {
    Lunch lunch;
    lunch.open_shop();
    lunch.store().begin_batch();
    EXPECT_FALSE(lunch.store().find(till_id(), command_id(77)));
    lunch.store().end_batch();

    lunch.store().put_enrolment_code(till_id(), Hash{1}, eleven + std::chrono::minutes(10));
    EXPECT_TRUE(lunch.store().enrolment_code(Hash{1}, eleven)) << "a transaction of its own";
}

TEST(SqliteStore, NeverReplacesWhatTheMemoryHasAlready) {
    Lunch lunch;
    lunch.open_shop();
    lunch.commit(events_of(pork_order(1, member_id(1))));
    auto state = lunch.store().load_start({});
    Needs today;
    today.use_scopes = {{member_id(1), lunch_day}};
    lunch.store().load(today, state);
    state.uses.clear();  // freed by a command of the batch under way
    state.orders.at(order_id(1))->state = OrderState::cancelled;

    Needs tomorrow;  // of the same week
    tomorrow.use_scopes = {{member_id(1), lunch_day + 1}};
    tomorrow.orders = {order_id(1)};
    lunch.store().load(tomorrow, state);
    EXPECT_TRUE(state.uses.empty());
    EXPECT_EQ(state.orders.at(order_id(1))->state, OrderState::cancelled);
}

TEST(SqliteStore, AnswersACommandAsItDidTheFirstTime) {
    Lunch lunch;
    lunch.open_shop();
    Exception oversold{ExceptionCode::oversold, order_id(1), {{"dish", "2"}, {"amount", "1"}}};
    auto events = events_of(pork_order(1));
    events.emplace_back(ExceptionListed{oversold});
    auto row = lunch.row(std::move(events));
    auto refused = lunch.refusal({RejectionCode::sold_out, {{"dish", "2"}, {"left", "0"}}, std::nullopt});
    lunch.store().commit({row}, {refused});
    lunch.reopen();

    auto yes = lunch.store().find(till_id(), row.command);
    ASSERT_TRUE(yes);
    EXPECT_EQ(yes->digest, row.digest);
    EXPECT_EQ(yes->answer, (Answer{row.command, row.device_seq, Committed{row.seq, {oversold}}}));
    auto no = lunch.store().find(till_id(), refused.command);
    ASSERT_TRUE(no);
    EXPECT_EQ(no->digest, refused.digest);
    EXPECT_EQ(no->answer, refused.answer);
    EXPECT_FALSE(lunch.store().find(till_id(2), row.command)) << "another device's command";
}

// Refunds the rice, while the pork is still to be cooked.
OrderRefunded rice_refunded(OrderId order) {
    const Refunded refund{id_of<RefundId>(5, 1),
                          RefundReason::quality,
                          eleven,
                          {{LineId{1}, 1}},
                          {{1'400}, {0}, {{"test-scheme", 0, "district", {500}}}, {900}},
                          {{TenderKind::cash, {0}, ""}}};
    return {order, refund, {{"test-scheme", 0, "district", {500}}}, {{{the_lunch, rice}, StockMoveKind::returned, 1}}};
}

TEST(SqliteStore, KeepsRefundsWithTheirOrderAndWhatPayersStillBear) {
    Lunch lunch;
    lunch.open_shop();
    lunch.commit(events_of(pork_order(1, member_id(1))));
    const auto refunded = rice_refunded(order_id(1));
    const std::vector<Posting> postings{{{AccountKind::receivable, "test-scheme/district"}, {-100}},
                                        {{AccountKind::sales, ""}, {100}}};
    lunch.commit({refunded, TicketStruck{order_id(1), {{0, 1, "half"}}}, StockMoved{refunded.returned.at(0)},
                  LedgerPosted{order_id(1), postings}});
    auto command = lunch.store().last_seq();
    lunch.reopen();

    auto state = lunch.store().load_start({});
    EXPECT_EQ(*state.orders.at(order_id(1)), *lunch.memory.orders.at(order_id(1)));
    EXPECT_EQ(state.orders.at(order_id(1))->refunds, std::vector{refunded.refund});
    EXPECT_EQ(state.orders.at(order_id(1))->consumed.size(), 1U);
    Connection db(lunch.db(), Connection::Mode::read_only);
    auto share = db.query("SELECT fen FROM order_share");
    ASSERT_TRUE(share.next());
    EXPECT_EQ(share.fen(0), Fen{500});
    auto line = db.query("SELECT r.seq, l.line, l.amount FROM refund r JOIN refund_line l ON l.refund_id = r.id");
    ASSERT_TRUE(line.next());
    EXPECT_EQ(line.as<Seq>(0), command);
    EXPECT_EQ(line.number(2), 1);
}

TEST(SqliteStore, AnswersARefundAsItDidTheFirstTime) {
    Lunch lunch;
    lunch.open_shop();
    lunch.commit(events_of(pork_order(1)));
    auto refunded = rice_refunded(order_id(1));
    refunded.refund.back = {{TenderKind::cash, {100}, ""}, {TenderKind::wechat, {50}, "42"}};
    auto row = lunch.row({refunded});
    lunch.store().commit({row}, {});
    lunch.reopen();
    auto answer = lunch.store().find(till_id(), row.command);
    ASSERT_TRUE(answer);
    EXPECT_EQ(std::get<Committed>(answer->answer.outcome).paid_back, refunded.refund.back);
}

TEST(SqliteStore, KeepsAccountsOfMembersAndTheOrderInWhichTheyAreTaken) {
    Lunch lunch;
    lunch.open_shop();
    const auto principal = account_of(member_id(1), AccountKind::member_principal);
    const std::vector<AccountKind> order{AccountKind::member_principal, AccountKind::member_bonus};
    lunch.commit(
        {LedgerPosted{OrderId{}, {{principal, {-5'000}}, {{AccountKind::cash, ""}, {5'000}}}}, DeductOrderSet{order}});
    lunch.reopen();
    auto state = lunch.store().load_start({});
    EXPECT_EQ(state.deduct_order, whole_deduct_order(order));
    Needs needs;
    needs.balances = {principal};
    lunch.store().load(needs, state);
    EXPECT_EQ(state.balances.at(principal), Fen{-5'000});
}

TEST(SqliteStore, FindsAMembersOrdersFromADateOn) {
    Lunch lunch;
    lunch.open_shop();
    lunch.commit(events_of(pork_order(1, member_id(1))));
    lunch.commit(events_of(pork_order(2, member_id(2))));
    EXPECT_EQ(lunch.store().orders_of(member_id(1), lunch_day, 9), std::vector{order_id(1)});
    EXPECT_TRUE(lunch.store().orders_of(member_id(1), lunch_day + 1, 9).empty());
    EXPECT_TRUE(lunch.store().orders_of(member_id(1), lunch_day, 0).empty());
}

TEST(SqliteStore, RemembersHowFarEachTillHasCome) {
    Lunch lunch;
    lunch.open_shop();
    auto sale = lunch.row(events_of(pork_order(41)));
    auto refused = lunch.refusal({RejectionCode::sold_out, {}, std::nullopt});
    lunch.store().commit({sale}, {refused});
    lunch.reopen();

    auto chains = lunch.store().load_chains();
    ASSERT_EQ(chains.size(), 1U);
    EXPECT_EQ(chains.begin()->second, (TillState{refused.answer.device_seq, refused.entry_hash, 41, lunch_day}));
}

TEST(SqliteStore, AnOrderThatEndsFreesItsRight) {
    Lunch lunch;
    lunch.open_shop();
    lunch.commit(events_of(pork_order(1, member_id(1))));
    EXPECT_EQ(lunch.store().load_uses(lunch_day).size(), 1U);
    lunch.commit({OrderCancelled{order_id(1), eleven}, RightFreed{order_id(1), lunch_right(member_id(1))}});
    EXPECT_TRUE(lunch.store().load_uses(lunch_day).empty());
    lunch.commit(events_of(pork_order(2, member_id(1))));
    auto uses = lunch.store().load_uses(lunch_day);
    ASSERT_EQ(uses.size(), 1U);
    EXPECT_EQ(uses[0].second, 1);
    EXPECT_TRUE(lunch.store().load_uses(lunch_day + 1).empty()) << "a day's count says nothing of the next";
}

TEST(SqliteStore, AddsUpWhatIsTakenOfAQuota) {
    Lunch lunch;
    lunch.open_shop();
    UsedRight taken{
        {member_id(1), "quota", UseKind::quota_month, period_of(UseKind::quota_month, the_lunch)}, 0, {550}};
    for (std::uint32_t n = 1; n <= 2; ++n) {
        auto events = events_of(pork_order(n));
        events.emplace_back(RightUsed{order_id(n), taken});
        lunch.commit(std::move(events));
    }
    EXPECT_EQ(lunch.store().load_uses(lunch_day).at(0).second, 1'100);
    lunch.commit({RightFreed{order_id(1), taken}});
    EXPECT_EQ(lunch.store().load_uses(lunch_day).at(0).second, 550);
}

TEST(SqliteStore, AddsUpABudgetOverAllGuestsAndTellsWhatAMealFound) {
    Lunch lunch;
    lunch.open_shop();
    const UsedRight budget{
        {MemberId{}, "town/town", UseKind::budget_year, period_of(UseKind::budget_year, the_lunch)}, 0, {300}};
    const UsedRight month{{member_id(1), "town", UseKind::per_month, period_of(UseKind::per_month, the_lunch)}, 1, {}};
    for (std::uint32_t n = 1; n <= 2; ++n) {
        auto events = events_of(pork_order(n));
        events.emplace_back(RightUsed{order_id(n), budget});
        if (n == 1) events.emplace_back(RightUsed{order_id(n), month});
        lunch.commit(std::move(events));
    }
    lunch.reopen();
    Canteen state;
    Needs needs;
    needs.use_scopes = {{MemberId{}, lunch_day}, {member_id(1), lunch_day}};
    lunch.store().load(needs, state);
    EXPECT_EQ(state.uses.at(budget.key).fen, Fen{600});
    EXPECT_EQ(state.uses.at(month.key).ordinals, std::set<std::uint32_t>{1});
    EXPECT_EQ(lunch.store().load_uses(lunch_day + 1).size(), 2U) << "the month and the year go on";

    EXPECT_EQ(lunch.store().uses_found_by(member_id(1), the_lunch, false), (Uses{{budget.key, 600}, {month.key, 1}}));
    EXPECT_TRUE(lunch.store().uses_found_by(member_id(1), the_lunch, true).empty()) << "before that lunch";
    const Meal dinner{lunch_day, MealSlot::dinner};
    EXPECT_EQ(lunch.store().uses_found_by(member_id(1), dinner, true), (Uses{{budget.key, 600}, {month.key, 1}}));
}

TEST(SqliteStore, LeavesWhatNobodyMarkedToItsDay) {
    Lunch lunch;
    lunch.open_shop();
    for (std::uint32_t n = 1; n <= 3; ++n) lunch.commit(events_of(pork_order(n)));
    lunch.commit({OrderHandedOver{order_id(1), eleven}});
    lunch.commit({TicketMarked{order_id(3), true, eleven}});
    EXPECT_EQ(lunch.store().load_tickets(lunch_day).size(), 3U);
    EXPECT_TRUE(lunch.store().load_tickets(lunch_day + 1).empty());

    EXPECT_EQ(lunch.store().load_start({}, lunch_day).orders.size(), 2U);
    auto later = lunch.store().load_start({}, lunch_day + 1);
    EXPECT_FALSE(later.orders.contains(order_id(2)));
    EXPECT_EQ(later.ready_since, lunch.memory.ready_since) << "called: its time comes whatever the day";
    Needs needs;
    needs.orders = {order_id(2)};
    lunch.store().load(needs, later);
    EXPECT_EQ(later.orders.at(order_id(2)), lunch.memory.orders.at(order_id(2)));
}

TEST(SqliteStore, ShowsTheNewestMenuOfAMeal) {
    Lunch lunch;
    lunch.open_shop();
    auto changed = lunch_menu();
    changed.version = {2};
    changed.dishes.pop_back();
    lunch.commit({MenuPublished{changed}});
    EXPECT_EQ(lunch.store().load_menus(lunch_day), std::vector<Menu>{changed});
    EXPECT_TRUE(lunch.store().load_menus(lunch_day + 1).empty());
}

TEST(SqliteStore, FindsAMemberByIdNumberWithoutStoringIt) {
    Lunch lunch;
    lunch.open_shop();
    EXPECT_EQ(lunch.store().find_by_id_number(made_up_id_number(2)), member_id(2));
    EXPECT_FALSE(lunch.store().find_by_id_number(made_up_id_number(4)));
    EXPECT_EQ(lunch.store().load_members(), (std::vector<Member>{senior(1), senior(2), senior(3)}));
}

TEST(SqliteStore, AHoldThatExpiredMaySellAllTheSame) {
    Lunch lunch;
    lunch.open_shop();
    auto hold = pork_order(1);
    hold.state = OrderState::held;
    hold.paid = false;
    hold.tenders.clear();
    hold.expires_at = eleven + std::chrono::minutes(5);
    lunch.commit({OrderHeld{hold}});
    EXPECT_EQ(lunch.store().load_start({}).expiries, lunch.memory.expiries);
    lunch.commit({OrderExpired{order_id(1), eleven}});
    auto sold = pork_order(1);
    sold.ticket.reset();
    sold.draft.lines.pop_back();
    lunch.commit(events_of(sold));
    lunch.reopen();

    Needs needs;
    needs.orders = {order_id(1)};
    Canteen state;
    lunch.store().load(needs, state);
    EXPECT_EQ(state.orders.at(order_id(1)), lunch.memory.orders.at(order_id(1)));
    EXPECT_TRUE(lunch.store().load_tickets(lunch_day).empty());
}

TEST(SqliteStore, AnEnrolmentCodeIsOnesWhoClaimedItAndEndsInTime) {
    Lunch lunch;
    Hash code{1}, late{2};
    lunch.store().put_enrolment_code(till_id(), code, eleven + std::chrono::minutes(10));
    lunch.store().put_enrolment_code(till_id(2), late, eleven);
    lunch.reopen();
    EXPECT_EQ(lunch.store().enrolment_code(code, eleven).value().device, till_id());
    EXPECT_FALSE(lunch.store().enrolment_code(late, eleven));
    lunch.store().claim_enrolment_code(code, Hash{7});
    lunch.reopen();
    EXPECT_EQ(lunch.store().enrolment_code(code, eleven).value().claimant, Hash{7});
    lunch.store().put_cookie(till_id(), Hash{2});
    lunch.store().put_cookie(till_id(), Hash{3});
    lunch.reopen();
    EXPECT_EQ(lunch.store().load_cookies(), (std::vector<std::pair<Hash, DeviceId>>{{Hash{3}, till_id()}}));
}

TEST(SqliteStore, OneProcessWritesAtATime) {
    Lunch lunch;
    EXPECT_THROW(SqliteStore(lunch.db(), SqliteStore::Opening::existing, lunch.keys, lunch.codec, {0, 0}), StoreInUse);
    lunch.close();
    EXPECT_NO_THROW(lunch.open());
}

TEST(SqliteStore, RefusesAnotherDatabasesKeyFile) {
    Lunch lunch;
    lunch.close();
    SystemRandom random;
    auto other = make_key_file(lunch.dir / "other.keys", random);
    EXPECT_THROW(SqliteStore(lunch.db(), SqliteStore::Opening::existing, other, lunch.codec, {0, 0}), StoreError);
}

TEST(SqliteStore, NeverMakesADatabaseOverAnother) {
    Lunch lunch;
    lunch.close();
    EXPECT_THROW(SqliteStore(lunch.db(), SqliteStore::Opening::make, lunch.keys, lunch.codec, {0, 0}), StoreError);
    EXPECT_THROW(SqliteStore(lunch.dir / "absent.db", SqliteStore::Opening::existing, lunch.keys, lunch.codec, {0, 0}),
                 StoreError);
}

}  // namespace
}  // namespace canteen
