#include "pos-client/printer/print_outbox.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "tests/printer/desk_bench.h"

namespace canteen::till::test {
namespace {

class PrintOutboxTest : public testing::Test {
protected:
    PrintOutbox open(SigningSeed seed = printing_seed) { return {file_, seed, random_}; }
    std::string bytes_on_the_disk() const {
        std::string bytes;
        for (const auto* ending : {"", "-wal"}) {
            std::ifstream in(file_.string() + ending, std::ios::binary);
            bytes.append(std::istreambuf_iterator<char>(in), {});
        }
        return bytes;
    }

    ScratchDir dir_;
    std::filesystem::path file_ = dir_ / "prints.db";
    SystemRandom random_;
    const PrintKey receipt_ = key_of(PrintKind::guest_receipt, 1);
    const PrintKey slip_ = key_of(PrintKind::shift_slip, 1);
};

TEST_F(PrintOutboxTest, keepsADocumentForItsTillOnly) {
    const Document document{Language::zh, {TextBlock{"甄不存在 ****1234"}}};
    {
        auto outbox = open();
        EXPECT_TRUE(outbox.add(receipt_, document, noon_of_prints));
        EXPECT_EQ(outbox.document(receipt_), document);
    }
    EXPECT_EQ(bytes_on_the_disk().find("甄不存在"), std::string::npos);
    EXPECT_EQ(bytes_on_the_disk().find("1234"), std::string::npos);
    EXPECT_EQ(open().document(receipt_), document);
    EXPECT_EQ(open(SigningSeed{8}).document(receipt_), std::nullopt);
}

TEST_F(PrintOutboxTest, tellsReceiptsAndSlipsOfOneOrderApart) {
    auto outbox = open();
    EXPECT_TRUE(outbox.add(receipt_, {}, noon_of_prints));
    EXPECT_TRUE(outbox.add(slip_, {}, noon_of_prints));
    EXPECT_FALSE(outbox.add(slip_, {}, noon_of_prints));
    EXPECT_EQ(outbox.count(PrintState::waiting), 2U);
}

TEST_F(PrintOutboxTest, takesForBegunWhatWasBeingPrintedWhenTheProgramEnded) {
    {
        auto outbox = open();
        outbox.add(receipt_, {}, noon_of_prints);
        outbox.begin(receipt_, "counter");
    }
    const auto job = open().job(receipt_);
    ASSERT_TRUE(job);
    EXPECT_EQ(job->state, PrintState::waiting);
    EXPECT_TRUE(job->says_copy);
    EXPECT_EQ(job->printer, "counter");
}

TEST_F(PrintOutboxTest, dropsWhatIsDoneWithAndNothingThatWaits) {
    auto outbox = open();
    outbox.add(receipt_, {}, noon_of_prints);
    outbox.add(slip_, {}, noon_of_prints);
    outbox.finish(receipt_, PrintState::printed);
    outbox.age(noon_of_prints + keep_prints_for);
    EXPECT_EQ(outbox.job(receipt_), std::nullopt);
    EXPECT_TRUE(outbox.job(slip_));
}

TEST_F(PrintOutboxTest, refusesTheFileOfANewerProgram) {
    open();
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
    EXPECT_THROW(open(), SQLite::Exception);
}

}  // namespace
}  // namespace canteen::till::test
