// The whole way to real sockets and device files.
#include "pos-client/devices/printing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>

#include "pos-client/service/local_clock.h"
#include "tests/printer/desk_bench.h"
#include "tests/printer/paper_strips.h"
#include "tests/printer/pseudo_terminal.h"
#include "tests/printer/tcp_printer.h"
#include "tests/printer/until.h"

namespace canteen::till::test {
namespace {

using ::testing::SizeIs;

class PrintingTest : public testing::Test {
protected:
    PrintingTest() {
        loop_.every(std::chrono::milliseconds{20}, [this] {
            if (printing_) printing_->desk().on_timer(clock_.now());
        });
    }

    void open(const std::vector<std::string>& addresses, const PrintProfile& profile = {}) {
        std::vector<PrinterSetup> printers;
        for (const auto& address : addresses)
            printers.push_back({"printer at " + address, address, profile, {PrintKind::guest_receipt}});
        printing_.emplace(loop_, dir_ / "prints.db", printing_seed, random_, [this] { return clock_.now(); }, printers);
    }
    void print() { printing_->desk().print(key_, document_about(key_), clock_.now()); }
    PrintJob job() { return *printing_->outbox().job(key_); }
    void run_until_it_is(PrintState state) {
        run_until(loop_, [&] { return job().state == state; });
    }
    static std::string at_port(std::uint16_t port) { return "127.0.0.1:" + std::to_string(port); }

    ScratchDir dir_;
    SystemRandom random_;
    LocalClock clock_;
    IoLoop loop_;
    TcpPrinter printer_{loop_.context()}, other_{loop_.context()};
    std::optional<Printing> printing_;
    const PrintKey key_ = key_of(PrintKind::guest_receipt, 1);
};

TEST_F(PrintingTest, printsOverTheNetwork) {
    open({at_port(printer_.port())});
    print();
    run_until_it_is(PrintState::printed);
    run_until(loop_, [&] { return !printer_.strips().empty(); });
    ASSERT_THAT(printer_.strips(), SizeIs(1));
    EXPECT_TRUE(is_about(printer_.strips()[0], 1));
    EXPECT_TRUE(is_whole(printer_.strips()[0]));
}

TEST_F(PrintingTest, turnsToTheNextPrinterWhenTheFirstHangsUpInMidJob) {
    printer_.manner = TcpPrinter::Manner::hangs_up;
    open({at_port(printer_.port()), at_port(other_.port())});
    auto document = document_about(key_);
    document.blocks.insert(document.blocks.begin() + 1, QrBlock{"several slices of dots"});
    printing_->desk().print(key_, document, clock_.now());
    run_until_it_is(PrintState::printed);
    run_until(loop_, [&] { return !other_.strips().empty(); });
    EXPECT_TRUE(says_copy(other_.strips()[0]));
    ASSERT_FALSE(printer_.strips().empty());
    EXPECT_FALSE(is_whole(printer_.strips()[0]));
}

TEST_F(PrintingTest, namesAPrinterThatIsNotThere) {
    open({"127.0.0.1:1", "/dev/no-such-printer"});
    print();
    run_until(loop_, [&] {
        const auto printers = printing_->desk().printers();
        return printers[0].failure == PrinterFailure::offline && printers[1].failure == PrinterFailure::offline;
    });
    EXPECT_EQ(job().state, PrintState::waiting);
    EXPECT_FALSE(job().says_copy);
}

TEST_F(PrintingTest, isNotSureOfAPrinterThatNeverReads) {
    printer_.manner = TcpPrinter::Manner::never_reads;
    open({at_port(printer_.port())}, {48, CodePage::gb18030, true, true, false});
    print();
    run_until_it_is(PrintState::sent_unconfirmed);
}

TEST_F(PrintingTest, printsIntoADeviceFile) {
    const PseudoTerminal device;
    open({device.path()}, {32, CodePage::gb18030, true, false, false});
    print();
    std::string strip;
    run_until(loop_, [&] {
        strip += device.hear();
        return is_whole(strip);
    });
    EXPECT_TRUE(is_about(strip, 1));
    run_until_it_is(PrintState::sent_unconfirmed);
}

TEST_F(PrintingTest, goesOnWithOtherPrintersAfterTheyWereSetUp) {
    open({"127.0.0.1:1"});
    print();
    run_until(loop_, [&] { return printing_->desk().printers()[0].failure == PrinterFailure::offline; });
    printing_->set_printers({{"new", at_port(printer_.port()), {}, {PrintKind::guest_receipt}}});
    run_until_it_is(PrintState::printed);
}

TEST(PrinterFailures, areToldApartByTheirErrors) {
    EXPECT_EQ(failure_of(EACCES), PrinterFailure::permission);
    EXPECT_EQ(failure_of(ENOENT), PrinterFailure::offline);
    EXPECT_EQ(failure_of(ECONNREFUSED), PrinterFailure::offline);
    EXPECT_EQ(failure_of(ETIMEDOUT), PrinterFailure::time_out);
    EXPECT_EQ(failure_of(ENOSPC), PrinterFailure::paper);
    EXPECT_EQ(failure_of(0), PrinterFailure::offline);
}

}  // namespace
}  // namespace canteen::till::test
