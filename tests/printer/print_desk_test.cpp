#include "pos-client/printer/print_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/printer/desk_bench.h"
#include "tests/printer/paper_strips.h"

namespace canteen::till::test {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

const std::vector<PrintKind> everything{PrintKind::drawer, PrintKind::guest_receipt, PrintKind::kitchen_slip,
                                        PrintKind::shift_slip, PrintKind::other};
const auto receipt_key = key_of(PrintKind::guest_receipt, 1);
const auto slip_key = key_of(PrintKind::kitchen_slip, 2);

TEST(PrintDesk, printsAtOnceAndSaysPrintedWhenThePrinterSaidSo) {
    DeskBench bench({everything});
    EXPECT_EQ(bench.print(receipt_key), PrintAnswer::kept);
    EXPECT_EQ(bench.state(receipt_key), PrintState::waiting);
    bench.settle();
    EXPECT_EQ(bench.state(receipt_key), PrintState::printed);
    ASSERT_THAT(bench.printer().strips(), SizeIs(1));
    EXPECT_EQ(lines_of(bench.printer().strips()[0]).at(0), "number 1                                    9.00");
}

TEST(PrintDesk, printsOnceWhatIsAskedForTwice) {
    DeskBench bench({everything});
    bench.print(receipt_key);
    bench.settle();
    EXPECT_EQ(bench.print(receipt_key), PrintAnswer::known);
    bench.settle();
    EXPECT_THAT(bench.printer().strips(), SizeIs(1));
}

TEST(PrintDesk, keepsNothingThatNoPrinterIsFor) {
    DeskBench bench({{PrintKind::guest_receipt}});
    EXPECT_EQ(bench.print(slip_key), PrintAnswer::no_printer);
    EXPECT_EQ(bench.outbox().job(slip_key), std::nullopt);
    EXPECT_EQ(text_code_of(PrintAnswer::no_printer), "printer.none");
    EXPECT_TRUE(DeskBench({}).desk().printers().empty());
}

TEST(PrintDesk, waitsForPaperAndPrintsTheOriginalThen) {
    DeskBench bench({everything});
    bench.printer().mood = Mood::out_of_paper;
    bench.print(receipt_key);
    bench.settle();
    EXPECT_EQ(bench.desk().printers().at(0).failure, PrinterFailure::paper);
    bench.printer().mood = Mood::well;
    bench.pass(retry_first);
    EXPECT_EQ(bench.state(receipt_key), PrintState::printed);
    EXPECT_EQ(bench.desk().printers().at(0).failure, PrinterFailure::none);
    ASSERT_THAT(bench.printer().strips(), SizeIs(1));
    EXPECT_FALSE(says_copy(bench.printer().strips()[0]));
}

TEST(PrintDesk, letsTheNextPrinterTakeOver) {
    DeskBench bench({everything, everything});
    bench.printer(0).mood = Mood::cover_open;
    bench.print(receipt_key);
    bench.settle();
    EXPECT_EQ(bench.state(receipt_key), PrintState::printed);
    EXPECT_THAT(bench.printer(0).strips(), SizeIs(0));
    ASSERT_THAT(bench.printer(1).strips(), SizeIs(1));
    EXPECT_FALSE(says_copy(bench.printer(1).strips()[0]));
}

TEST(PrintDesk, leavesTheWorkToTheFirstThatIsWell) {
    DeskBench bench({everything, everything});
    for (std::uint8_t number = 1; number <= 5; ++number) bench.print(key_of(PrintKind::guest_receipt, number));
    bench.settle();
    EXPECT_THAT(bench.printer(0).strips(), SizeIs(5));
    EXPECT_THAT(bench.printer(1).strips(), SizeIs(0));
}

TEST(PrintDesk, saysCopyWhenAPrinterDiedInMidJob) {
    DeskBench bench({everything, everything});
    bench.printer(0).mood = Mood::dies_in_mid_job;
    bench.print(receipt_key);
    bench.settle();
    EXPECT_EQ(bench.state(receipt_key), PrintState::printed);
    ASSERT_THAT(bench.printer(1).strips(), SizeIs(1));
    EXPECT_TRUE(says_copy(bench.printer(1).strips()[0]));
    EXPECT_THAT(lines_of(bench.printer(1).strips()[0]), Contains(HasSubstr("Copy ")));
}

TEST(PrintDesk, saysSentNotConfirmedOfAPrinterThatIsSilent) {
    DeskBench bench({everything});
    bench.printer().mood = Mood::silent;
    bench.print(receipt_key);
    bench.settle();
    bench.pass_slowly(seconds{6});
    EXPECT_EQ(bench.state(receipt_key), PrintState::sent_unconfirmed);
    EXPECT_EQ(bench.outbox().job(receipt_key)->why, "printer.sent_unconfirmed");
    EXPECT_THAT(bench.printer().strips(), SizeIs(1));
}

TEST(PrintDesk, saysCopyOnWhateverIsPrintedAgain) {
    DeskBench bench({everything});
    bench.print(receipt_key);
    bench.settle();
    EXPECT_TRUE(bench.desk().reprint(receipt_key, bench.now));
    EXPECT_TRUE(bench.desk().reprint(receipt_key, bench.now));  // a second tap
    bench.settle();
    ASSERT_THAT(bench.printer().strips(), SizeIs(2));
    EXPECT_TRUE(says_copy(bench.printer().strips()[1]));
    EXPECT_FALSE(bench.desk().reprint(slip_key, bench.now));
}

TEST(PrintDesk, saysCopyOnWhatItRemembersNoMore) {
    DeskBench bench({everything});
    const auto sold_at = bench.now - keep_prints_for;
    EXPECT_EQ(bench.desk().reprint(receipt_key, document_about(receipt_key), sold_at, bench.now), PrintAnswer::kept);
    bench.settle();
    ASSERT_THAT(bench.printer().strips(), SizeIs(1));
    EXPECT_TRUE(says_copy(bench.printer().strips()[0]));
    EXPECT_EQ(bench.desk().reprint(receipt_key, {}, sold_at, bench.now), PrintAnswer::kept);
    bench.settle();
    EXPECT_TRUE(is_about(bench.printer().strips().at(1), 1));
}

TEST(PrintDesk, leavesReceiptsNobodyWaitsForUntilTheyAreAskedFor) {
    DeskBench bench({everything});
    bench.printer().mood = Mood::out_of_paper;
    bench.print(receipt_key);
    bench.print(slip_key);
    bench.pass_slowly(receipt_wanted_for);
    EXPECT_EQ(bench.state(receipt_key), PrintState::on_demand);
    EXPECT_EQ(bench.state(slip_key), PrintState::waiting);
    bench.printer().mood = Mood::well;
    bench.pass_slowly(retry_longest);
    ASSERT_THAT(bench.printer().strips(), SizeIs(1));
    EXPECT_TRUE(is_about(bench.printer().strips()[0], 2));
    bench.desk().reprint(receipt_key, bench.now);
    bench.settle();
    EXPECT_EQ(bench.state(receipt_key), PrintState::printed);
}

TEST(PrintDesk, saysLateOnAKitchensSlipAndNeverDropsIt) {
    DeskBench bench({everything});
    bench.printer().mood = Mood::refuses;
    bench.print(slip_key);
    bench.pass_slowly(std::chrono::hours{2}, seconds{30});
    bench.printer().mood = Mood::well;
    bench.pass_slowly(minutes{1});
    ASSERT_THAT(bench.printer().strips(), SizeIs(1));
    EXPECT_THAT(lines_of(bench.printer().strips()[0]).at(0), HasSubstr("LATE 120 min"));
    EXPECT_FALSE(says_copy(bench.printer().strips()[0]));
}

TEST(PrintDesk, opensADrawerNowOrNever) {
    const auto drawer = key_of(PrintKind::drawer, 9);
    DeskBench bench({everything});
    bench.printer().mood = Mood::refuses;
    bench.desk().print(drawer, {Language::zh, {DrawerBlock{}}}, bench.now);
    bench.print(receipt_key);
    bench.pass_slowly(drawer_wanted_for + seconds{5});
    EXPECT_EQ(bench.state(drawer), PrintState::failed);
    EXPECT_EQ(bench.outbox().job(drawer)->why, "printer.drawer_not_opened");
    bench.printer().mood = Mood::well;
    bench.pass_slowly(minutes{1});
    EXPECT_EQ(bench.state(receipt_key), PrintState::printed);
    for (const auto& piece : decoded(bench.printer().strips().at(0)))
        EXPECT_FALSE(std::holds_alternative<DrawerBlock>(piece));
}

TEST(PrintDesk, namesWhatCannotBePrintedAndGoesOn) {
    DeskBench bench({everything});
    bench.desk().print(slip_key, {Language::zh, {PairBlock{"㐂", "9.00", {}, true}}}, bench.now);
    bench.print(receipt_key);
    bench.settle();
    EXPECT_EQ(bench.state(slip_key), PrintState::failed);
    EXPECT_EQ(bench.outbox().job(slip_key)->why, "printer.no_font");
    EXPECT_EQ(bench.state(receipt_key), PrintState::printed);
}

// A till that was given a new key has prints of its old one.
TEST(PrintDesk, namesWhatItCannotReadAnyMore) {
    DeskBench bench({everything});
    bench.printer().mood = Mood::refuses;
    bench.print(receipt_key);
    bench.settle();
    bench.kill();
    bench.seed = SigningSeed{8};
    bench.start();
    bench.pass(seconds{1});
    EXPECT_EQ(bench.state(receipt_key), PrintState::failed);
    EXPECT_EQ(bench.outbox().job(receipt_key)->why, "printer.unreadable");
}

TEST(PrintDesk, asksAPrinterInTroubleHowItIsUntilItIsWell) {
    DeskBench bench({{PrintKind::guest_receipt}});
    bench.printer().mood = Mood::out_of_paper;
    bench.print(receipt_key);
    bench.pass_slowly(receipt_wanted_for);
    EXPECT_EQ(bench.desk().printers().at(0).failure, PrinterFailure::paper);
    bench.printer().mood = Mood::well;
    bench.pass_slowly(retry_longest);
    EXPECT_EQ(bench.desk().printers().at(0).failure, PrinterFailure::none);
    EXPECT_THAT(bench.printer().strips(), SizeIs(0));
}

TEST(PrintDesk, printsWhatAKilledProgramLeftBehind) {
    DeskBench bench({everything});
    bench.print(receipt_key);
    bench.kill();
    bench.start();
    bench.pass(seconds{1});
    EXPECT_EQ(bench.state(receipt_key), PrintState::printed);
    ASSERT_THAT(bench.printer().strips(), SizeIs(1));
    EXPECT_FALSE(says_copy(bench.printer().strips()[0]));
}

TEST(PrintDesk, givesWayToAnotherDesk) {
    DeskBench bench({everything});
    bench.printer().mood = Mood::silent;
    bench.print(receipt_key);
    bench.settle();
    bench.pass(first_answer_patience);
    EXPECT_EQ(bench.state(receipt_key), PrintState::printing);
    bench.desk().stop();
    EXPECT_EQ(bench.state(receipt_key), PrintState::waiting);
    EXPECT_TRUE(bench.outbox().job(receipt_key)->says_copy);
}

}  // namespace
}  // namespace canteen::till::test
