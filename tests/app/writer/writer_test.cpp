#include "canteen/app/writer/writer.h"

#include <gtest/gtest.h>

#include "canteen/app/codec.h"
#include "canteen/app/writer/journal_rows.h"
#include "tests/support/fake_store.h"
#include "tests/support/fake_till.h"

namespace canteen {
namespace {

using namespace canteen::testing;

class WriterTest : public ::testing::Test {
protected:
    WriterTest() {
        run({own(EnrolDevice{a.device()}), own(EnrolDevice{b.device()}), own(ImportMenus{{lunch_menu()}})});
    }

    CommittedBatch run(std::vector<Submission> submissions) { return writer.run_batch(std::move(submissions), now); }
    Answer answer_to(Submission submission) { return run({std::move(submission)}).answers.at(0).answer; }
    Submission ask(FakeTill& till, DishId dish) {
        auto pickup = till.next_pickup();
        return till.next(ask_for(draft_of(++orders, dish, pickup), now));
    }
    std::int64_t left(DishId dish) const { return store.truth().stock.at({lunch_on(lunch_date), dish}).left(); }

    Timestamp now = noon();
    std::uint32_t orders = 0;
    FakeTill a{1, "A"}, b{2, "B"};
    FakeStore store{test_site()};
    Writer writer{store, store.load_start(test_site()), Key{}};
};

RejectionCode code_of(const Answer& answer) {
    const auto* why = std::get_if<Rejection>(&answer.outcome);
    return why ? why->code : RejectionCode{};
}

bool is_committed(const Answer& answer) {
    return std::holds_alternative<Committed>(answer.outcome);
}

TEST_F(WriterTest, AnOrderIsCommittedWithTheRowItsAnswerNames) {
    auto answer = answer_to(ask(a, noodles));
    ASSERT_TRUE(is_committed(answer));
    EXPECT_EQ(std::get<Committed>(answer.outcome).seq, store.last_seq());
    EXPECT_EQ(answer.device_seq, 1u);
    EXPECT_EQ(store.rows().back().command_name, "PlaceOrder");
    EXPECT_EQ(left(noodles), 99);
}

TEST_F(WriterTest, ARefundIsAnsweredWithWhatTheGuestGetsBackAlsoWhenItIsSentAgainAfterARestart) {
    answer_to(ask(a, rice));
    auto refund = a.next(Refund{id_of<RefundId>(1), id_of<OrderId>(orders), {}, RefundReason::wrong_entry, {}});
    auto answer = answer_to(refund);
    ASSERT_TRUE(is_committed(answer));
    EXPECT_EQ(std::get<Committed>(answer.outcome).paid_back, (std::vector<Tender>{{TenderKind::cash, {2'00}, ""}}));
    Writer next(store, store.load_start(test_site()), Key{});
    EXPECT_EQ(next.run_batch({refund}, now).answers.at(0).answer, answer);
}

TEST_F(WriterTest, ABatchIsOneCommit) {
    auto before = store.commits();
    run({ask(a, rice), ask(b, rice), ask(a, noodles)});
    EXPECT_EQ(store.commits(), before + 1);
}

TEST_F(WriterTest, ACommandSentAgainGetsItsAnswerAgainAndHasNoSecondEffect) {
    auto submission = ask(a, rice);
    auto first = answer_to(submission);
    auto seq = store.last_seq();
    EXPECT_EQ(answer_to(submission), first);
    EXPECT_EQ(store.last_seq(), seq);
    EXPECT_EQ(left(rice), 99);
}

TEST_F(WriterTest, ACommandSentTwiceInOneBatchIsOneOrder) {
    auto submission = ask(a, rice);
    auto batch = run({submission, submission});
    EXPECT_EQ(batch.answers.at(0).answer, batch.answers.at(1).answer);
    EXPECT_EQ(batch.rows.size(), 1u);
}

TEST_F(WriterTest, ARestartedWriterKnowsTheAnswersOfTheOneBefore) {
    auto submission = ask(a, rice);
    auto first = answer_to(submission);
    Writer next(store, store.load_start(test_site()), Key{});
    EXPECT_EQ(next.run_batch({submission}, now).answers.at(0).answer, first);
    EXPECT_TRUE(is_committed(next.run_batch({ask(a, rice)}, now).answers.at(0).answer));
}

TEST_F(WriterTest, AKnownCommandIdWithAnotherBodyIsRefusedAndChangesNothing) {
    auto submission = ask(a, rice);
    answer_to(submission);
    auto other = ask(a, rice);
    other.command.id = submission.command.id;
    auto seq = store.last_seq();
    EXPECT_EQ(code_of(answer_to(other)), RejectionCode::key_reused);
    EXPECT_EQ(store.last_seq(), seq);
}

TEST_F(WriterTest, AGapInATillsNumbersIsNotDecidedUntilItIsFilled) {
    auto first = ask(a, rice);
    auto second = ask(a, rice);
    auto early = answer_to(second);
    ASSERT_EQ(code_of(early), RejectionCode::out_of_order);
    EXPECT_EQ(std::get<Rejection>(early.outcome).params, (std::vector<Param>{{"expected", "1"}, {"got", "2"}}));
    auto batch = run({first, second});
    EXPECT_TRUE(is_committed(batch.answers.at(0).answer));
    EXPECT_TRUE(is_committed(batch.answers.at(1).answer));
}

TEST_F(WriterTest, AnEntryThatDoesNotFollowTheTillsLastOneIsNotDecided) {
    auto forged = ask(a, rice);
    forged.entry += " changed";
    EXPECT_EQ(code_of(answer_to(forged)), RejectionCode::chain_broken);
    EXPECT_EQ(left(rice), 100);
    EXPECT_TRUE(store.refused().empty());
}

TEST_F(WriterTest, OfTwoTillsOneGetsTheLastPortion) {
    auto batch = run({ask(a, last_fish), ask(b, last_fish)});
    EXPECT_TRUE(is_committed(batch.answers.at(0).answer));
    EXPECT_EQ(code_of(batch.answers.at(1).answer), RejectionCode::sold_out);
    EXPECT_EQ(left(last_fish), 0);
}

TEST_F(WriterTest, ABusinessRefusalIsRecordedAndConsumesTheTillsNumber) {
    run({ask(a, last_fish)});
    auto refused = ask(b, last_fish);
    auto first = answer_to(refused);
    EXPECT_EQ(store.refused().size(), 1u);
    EXPECT_EQ(answer_to(refused), first);
    EXPECT_EQ(store.refused().size(), 1u);
    EXPECT_TRUE(is_committed(answer_to(ask(b, rice))));
}

TEST_F(WriterTest, ARefusalOfAScreenOrOfTheServerItselfLeavesNoTrace) {
    auto screen = testing::own(SetSoldOut{{lunch_on(lunch_date), DishId{99}}, true});
    screen.actor = {id_of<DeviceId>(50), Role::kitchen};
    EXPECT_EQ(code_of(answer_to(screen)), RejectionCode::dish_unknown);
    EXPECT_EQ(code_of(answer_to(testing::own(ReportCardLost{id_of<MemberId>(9), "110101195001010014"}))),
              RejectionCode::member_unknown);
    EXPECT_TRUE(store.refused().empty());
}

TEST_F(WriterTest, WhatWasTypedIsToldAndNotKept) {
    auto ask_on_account = ask_for(draft_of(++orders, rice, a.next_pickup()), now);
    ask_on_account.tenders = {{TenderKind::employer, ask_on_account.order.shown.to_pay, "110101195001010014"}};
    const auto told = answer_to(a.next(ask_on_account));
    ASSERT_EQ(code_of(told), RejectionCode::employer_unknown);
    EXPECT_FALSE(std::get<Rejection>(told.outcome).params.empty());
    ASSERT_EQ(store.refused().size(), 1u);
    EXPECT_TRUE(std::get<Rejection>(store.refused().at(0).answer.outcome).params.empty());
}

TEST_F(WriterTest, AMealFarOffIsRefusedBeforeItIsLookedFor) {
    auto screen = testing::own(SetSoldOut{{lunch_on(lunch_date + reach_ahead_days + 1), rice}, true});
    EXPECT_EQ(code_of(answer_to(screen)), RejectionCode::menu_unknown);
    EXPECT_FALSE(writer.state().menus.contains(lunch_on(lunch_date + reach_ahead_days + 1)));
}

TEST_F(WriterTest, AnUnreadableEntryIsRecordedAndConsumesItsNumber) {
    auto submission = ask(a, rice);
    submission.command = {};
    submission.unreadable = Rejection{RejectionCode::malformed, {{"path", "order.spice"}}, {}};
    auto first = answer_to(submission);
    EXPECT_EQ(code_of(first), RejectionCode::malformed);
    EXPECT_EQ(answer_to(submission), first);
    EXPECT_EQ(store.refused().size(), 1u);
    EXPECT_TRUE(is_committed(answer_to(ask(a, rice))));
}

TEST_F(WriterTest, TwoUnreadableEntriesWithoutAnIdAreToldApart) {
    for (int i = 0; i < 2; ++i) {
        auto submission = ask(a, rice);
        submission.command = {};
        submission.unreadable = Rejection{RejectionCode::malformed, {}, {}};
        EXPECT_EQ(code_of(answer_to(submission)), RejectionCode::malformed);
    }
    EXPECT_EQ(store.refused().size(), 2u);
}

TEST_F(WriterTest, OnAFullDiskAsksAreRefusedWithoutATraceAndSalesGoOn) {
    store.is_low = true;
    auto refused = ask(a, rice);
    EXPECT_EQ(code_of(answer_to(refused)), RejectionCode::storage_low);
    EXPECT_TRUE(store.refused().empty());
    EXPECT_TRUE(is_committed(answer_to(b.next(sale_of(draft_of(++orders, rice, b.next_pickup()), now)))));
    store.is_low = false;
    EXPECT_TRUE(is_committed(answer_to(refused)));
}

TEST_F(WriterTest, OnAFullDiskAnAskThatExpiredIsDecidedSoThatTheStatementBehindItIsHeard) {
    store.is_low = true;
    auto waited_too_long = ask(a, rice);
    now = std::get<PlaceOrder>(waited_too_long.command.body).answer_by + std::chrono::milliseconds{1};
    EXPECT_EQ(code_of(answer_to(waited_too_long)), RejectionCode::ask_expired);
    EXPECT_TRUE(is_committed(answer_to(a.next(sale_of(draft_of(orders, rice, a.next_pickup()), now)))));
}

TEST_F(WriterTest, NothingIsSaidWhenTheCommitFails) {
    store.fails = true;
    EXPECT_THROW(run({ask(a, rice)}), StoreError);
}

TEST_F(WriterTest, AMarkThatChangesNothingIsAnsweredAndKept) {
    auto order = draft_of(++orders, noodles, a.next_pickup());
    run({a.next(ask_for(order, now))});
    Submission mark;
    mark.actor = {id_of<DeviceId>(9), Role::kitchen};
    mark.command = {id_of<CommandId>(77), MarkLine{order.id, 0, false}};
    mark.entry = "mark";
    auto first = answer_to(mark);
    ASSERT_TRUE(is_committed(first));
    EXPECT_TRUE(store.rows().back().events.empty());
    EXPECT_EQ(answer_to(mark), first);
}

TEST_F(WriterTest, ATickWithNothingDueLeavesNoTrace) {
    auto seq = store.last_seq();
    auto commits = store.commits();
    run({own(Tick{})});
    EXPECT_EQ(store.last_seq(), seq);
    EXPECT_EQ(store.commits(), commits);
}

TEST_F(WriterTest, ATickEndsAHoldWhoseTimeIsOver) {
    auto hold = ask_for(draft_of(++orders, last_fish, a.next_pickup()), now);
    hold.tenders.clear();
    run({a.next(hold)});
    EXPECT_EQ(left(last_fish), 0);
    now = now + test_site().hold_for;
    run({own(Tick{})});
    EXPECT_EQ(left(last_fish), 1);
}

TEST_F(WriterTest, ATickThatEndsManyHoldsAtOnceWritesRowsNoLongerThanAnyOther) {
    std::vector<Submission> holds;
    for (int n = 0; n < 90; ++n) {
        auto hold = ask_for(draft_of(++orders, noodles, a.next_pickup()), now);
        hold.tenders.clear();
        holds.push_back(a.next(hold));
    }
    run(std::move(holds));
    const auto size_of = [](const JournalRow& row) { return row.events.size() * 1'000; };
    store.encodes = [&](const JournalRow& row) { return std::string(size_of(row), 'x'); };
    const auto before = store.rows().size();
    now = now + test_site().hold_for;
    run({own(Tick{})});
    EXPECT_EQ(left(noodles), 100);
    ASSERT_GT(store.rows().size(), before + 1);
    for (auto row = before; row < store.rows().size(); ++row) EXPECT_LE(size_of(store.rows().at(row)), max_row_bytes);
}

TEST_F(WriterTest, EachMemberOfAnImportHasARowAndTheAnswerNamesTheLast) {
    auto answer = answer_to(own(ImportMembers{{member_with(1, "dibao"), member_with(2, "dibao")}}));
    ASSERT_TRUE(is_committed(answer));
    EXPECT_EQ(std::get<Committed>(answer.outcome).seq, store.last_seq());
    auto rows = store.rows();
    EXPECT_TRUE(std::holds_alternative<MemberRecorded>(rows.at(rows.size() - 2).events.at(0)));
    EXPECT_TRUE(std::holds_alternative<MemberRecorded>(rows.back().events.at(0)));
    EXPECT_EQ(rows.at(rows.size() - 2).command, rows.back().command);
}

TEST_F(WriterTest, EachMemberOfOpeningBalancesHasARowAlsoIfHeBringsPointsAlone) {
    run({own(ImportMembers{{member_with(1, "dibao"), member_with(2, "dibao"), member_with(3, "dibao")}})});
    const auto before = store.rows().size();
    ASSERT_TRUE(is_committed(answer_to(own(ImportBalances{{{id_of<MemberId>(1), "1", {5'00}, {}, 20},
                                                           {id_of<MemberId>(2), "2", {}, {}, 30},
                                                           {id_of<MemberId>(3), "3", {}, {}, 40}}}))));
    const auto rows = store.rows();
    ASSERT_EQ(rows.size(), before + 3);
    EXPECT_EQ(rows.at(before).events.size(), 2U) << "his money and his points";
}

TEST_F(WriterTest, ANumberOrCardOfAMemberWhoIsNotInMemoryIsStillHis) {
    auto first = member_with(1, "dibao");
    first.cards = {{"C1", CardState::active, {}}};
    run({own(ImportMembers{{first, member_with(2, "dibao")}})});
    Writer next(store, store.load_start(test_site()), Key{});
    const auto code = [&](CommandBody body) {
        return code_of(next.run_batch({own(std::move(body))}, now).answers.at(0).answer);
    };
    auto twin = member_with(3, "dibao");
    twin.number = "1";
    EXPECT_EQ(code(PutMember{twin}), RejectionCode::number_in_use);
    EXPECT_EQ(code(IssueCard{id_of<MemberId>(2), "C1", ""}), RejectionCode::card_in_use);
    auto renamed = member_with(9, "dibao");
    renamed.number = "1";
    next.run_batch({own(ImportMembers{{renamed}})}, now);
    EXPECT_EQ(store.truth().members.at(id_of<MemberId>(1))->name, renamed.name) << "a known number keeps its id";
}

TEST_F(WriterTest, WhatCouldNotBeReadAgainIsRefusedAloneAndLeavesNoTrace) {
    store.encodes = [](const JournalRow& row) -> std::string {
        if (row.command_name == "SetSoldOut") throw CodecError("a text");
        return "";
    };
    const auto left_before = left(rice);
    const auto batch = run({ask(a, rice), own(SetSoldOut{{lunch_on(lunch_date), rice}, true}), ask(b, rice)});
    EXPECT_TRUE(is_committed(batch.answers.at(0).answer));
    EXPECT_EQ(code_of(batch.answers.at(1).answer), RejectionCode::unwritable);
    EXPECT_TRUE(is_committed(batch.answers.at(2).answer));
    EXPECT_EQ(left(rice), left_before - 2);
    EXPECT_FALSE(store.truth().stock.at({lunch_on(lunch_date), rice}).sold_out_since);
    EXPECT_TRUE(store.refused().empty()) << "nobody asks for the server's own again";
}

TEST_F(WriterTest, ARowIsCutWhereItGrowsTooLongAndOneEventThatIsTooLongIsRefused) {
    const auto size_of = [](const JournalRow& row) { return std::string(row.events.size() * 20'000, 'x'); };
    store.encodes = size_of;
    const auto before = store.rows().size();
    ASSERT_TRUE(is_committed(answer_to(ask(a, rice))));
    ASSERT_GT(store.rows().size(), before + 1) << "an order has more than one event";
    for (auto row = before; row < store.rows().size(); ++row) EXPECT_EQ(store.rows().at(row).events.size(), 1U);
    store.encodes = [](const JournalRow&) { return std::string(max_event_bytes + 1, 'x'); };
    EXPECT_EQ(code_of(answer_to(ask(b, rice))), RejectionCode::too_large);
}

TEST_F(WriterTest, AMealThatWasEatenIsNotRefusedForWhatItsNoteHolds) {
    auto draft = draft_of(++orders, rice, b.next_pickup());
    draft.lines.at(0).note = "少\u200d盐";
    ASSERT_TRUE(is_committed(answer_to(b.next(sale_of(draft, now)))));
    EXPECT_EQ(store.truth().orders.at(draft.id)->draft.lines.at(0).note, "少盐");
    auto ask_too = draft_of(++orders, rice, a.next_pickup());
    ask_too.lines.at(0).note = "少\u200d盐";
    EXPECT_EQ(code_of(answer_to(a.next(ask_for(ask_too, now)))), RejectionCode::line_invalid);
}

TEST_F(WriterTest, ACommandNamesAMemberAndACardInAnySpelling) {
    run({own(ImportMembers{{member_with(1, "dibao"), member_with(2, "dibao")}})});
    const auto code = [&](CommandBody body) { return code_of(answer_to(own(std::move(body)))); };
    ASSERT_TRUE(is_committed(answer_to(own(IssueCard{id_of<MemberId>(1), "０４a2Ｂ3\r", ""}))));
    EXPECT_EQ(store.truth().members.at(id_of<MemberId>(1))->cards.at(0).number, "04A2B3");
    EXPECT_EQ(code(IssueCard{id_of<MemberId>(2), "04a2b3", ""}), RejectionCode::card_in_use);
    ASSERT_TRUE(is_committed(answer_to(own(ReportCardLost{id_of<MemberId>(1), "04a2b3"}))));
    EXPECT_EQ(store.truth().members.at(id_of<MemberId>(1))->cards.at(0).state, CardState::lost);
}

TEST_F(WriterTest, AStatementThatOversellsIsBookedWithItsException) {
    run({ask(a, last_fish)});
    auto answer = answer_to(b.next(sale_of(draft_of(++orders, last_fish, b.next_pickup()), now)));
    ASSERT_TRUE(is_committed(answer));
    auto exceptions = std::get<Committed>(answer.outcome).exceptions;
    ASSERT_EQ(exceptions.size(), 1u);
    EXPECT_EQ(exceptions.at(0).code, ExceptionCode::oversold);
}

TEST_F(WriterTest, TheBatchSaysWhereTheTillsNumbersStand) {
    auto submission = ask(a, rice);
    auto batch = run({submission});
    ASSERT_EQ(batch.chains.size(), 1u);
    EXPECT_EQ(batch.chains.begin()->second, (TillState{1, submission.entry_hash, 1, lunch_date}));
}

TEST_F(WriterTest, AChangedCalendarPublishesTheMenusOfItsDaysAnew) {
    Calendar calendar;
    calendar.marks[lunch_date] = CalendarMark::day_off;
    Writer next(store, store.load_start(test_site()), Key{});  // with no menu loaded yet
    next.run_batch({own(ImportCalendar{calendar})}, now);
    EXPECT_EQ(store.truth().menus.at(lunch_on(lunch_date))->day_kind, DayKind::holiday);
}

}  // namespace
}  // namespace canteen
