// Any change to the file behind the server's back is found, and reported with its row.
#include "canteen/storage/upkeep/verify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/storage/lunch.h"

namespace canteen {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// A lunch of ten orders, closed, and then changed by SQL as an intruder would.
class Tampered : public testing::Test {
protected:
    Tampered() {
        lunch.open_shop();
        for (std::uint32_t n = 1; n <= 9; ++n)
            lunch.commit(events_of(pork_order(n, n <= 3 ? member_id(n) : MemberId{})));
        auto refused = lunch.refusal({RejectionCode::sold_out, {{"dish", "2"}}, std::nullopt});
        auto last = lunch.row(events_of(pork_order(10)));
        lunch.store().commit({last}, {refused});
        head = lunch.store().head();
        lunch.close();
    }

    void run(const std::string& sql) {
        Connection db(lunch.db(), Connection::Mode::read_write);
        db.exec("PRAGMA foreign_keys = OFF");
        db.exec(sql);
    }
    std::vector<std::string> findings() {
        return verify(lunch.db(), lunch.keys, lunch.codec, lunch.dir.path(), head).findings;
    }

    Lunch lunch;
    JournalHead head;
};

TEST_F(Tampered, AnHonestFileIsClean) {
    auto report = verify(lunch.db(), lunch.keys, lunch.codec, lunch.dir.path(), head);
    EXPECT_THAT(report.findings, IsEmpty());
    EXPECT_EQ(report.head, head);
    EXPECT_EQ(report.head.seq, 11U);
}

TEST_F(Tampered, AnEditedJournalRow) {
    run("UPDATE journal SET time_ms = time_ms + 1 WHERE seq = 4");
    EXPECT_THAT(findings(), testing::ElementsAre(HasSubstr("journal row 4: was changed")));
}

TEST_F(Tampered, AnEditedRowWithItsHashMadeToFit) {
    StoredRow changed;
    {
        Connection db(lunch.db(), Connection::Mode::read_write);
        Journal(db).read(4, [&](const StoredRow& row) {
            if (row.seq == 4) changed = row;
        });
        changed.time = changed.time + std::chrono::milliseconds(1);
        db.query("UPDATE journal SET time_ms = ?, hash = ? WHERE seq = 4")
            .with(changed.time, hash_of_row(changed))
            .run();
    }
    EXPECT_THAT(findings(), Contains(HasSubstr("journal row 5: does not follow")));
}

TEST_F(Tampered, ADeletedJournalRow) {
    run("DELETE FROM journal WHERE seq = 5");
    EXPECT_THAT(findings(), AllOf(Contains(HasSubstr("journal row 5: missing")),
                                  Contains(HasSubstr("journal row 6: does not follow"))));
}

TEST_F(Tampered, TwoRowsInEachOthersPlace) {
    run("UPDATE journal SET seq = 100 WHERE seq = 5; UPDATE journal SET seq = 5 WHERE seq = 6;"
        "UPDATE journal SET seq = 6 WHERE seq = 100");
    EXPECT_THAT(findings(), AllOf(Contains(HasSubstr("journal row 5:")), Contains(HasSubstr("journal row 6:"))));
}

TEST_F(Tampered, ATailCutOff) {
    run("DELETE FROM journal WHERE seq >= 10");
    EXPECT_THAT(findings(), Contains(HasSubstr("its tail was cut off")));
}

TEST_F(Tampered, ATailCutOffIsSeenInTheTablesToo) {
    run("DELETE FROM journal WHERE seq >= 10");
    head = {};
    EXPECT_THAT(findings(), Contains(HasSubstr("the journal does not say so")));
}

TEST_F(Tampered, AWholeChainWrittenAnew) {
    {
        Connection db(lunch.db(), Connection::Mode::read_write);
        std::vector<StoredRow> rows;
        Journal(db).read(1, [&](const StoredRow& row) { rows.push_back(row); });
        Hash previous{};
        for (auto& row : rows) {
            row.time = row.time + std::chrono::hours(1);
            row.previous = previous;
            previous = row.hash = hash_of_row(row);
            db.query("UPDATE journal SET time_ms = ?, previous_hash = ?, hash = ? WHERE seq = ?")
                .with(row.time, row.previous, row.hash, row.seq)
                .run();
        }
    }
    EXPECT_THAT(findings(), testing::ElementsAre(HasSubstr("journal row 11: is not the one that was anchored")));
}

TEST_F(Tampered, ACiphertextOfAnotherMember) {
    run("UPDATE member SET body = (SELECT body FROM member WHERE number = '10002') WHERE number = '10001'");
    EXPECT_THAT(findings(), Contains(AllOf(HasSubstr("member 10001"), HasSubstr("moved"))));
}

TEST_F(Tampered, ADataKeyOfAnotherMember) {
    run("UPDATE member_key SET wrapped = (SELECT wrapped FROM member_key LIMIT 1 OFFSET 1)");
    EXPECT_THAT(findings(), Not(IsEmpty()));
}

TEST_F(Tampered, AStockRowChanged) {
    run("UPDATE stock SET sold = sold - 1 WHERE dish = 2");
    EXPECT_THAT(findings(), testing::ElementsAre(HasSubstr("stock (20557, 2, 2): differs from the journal")));
}

TEST_F(Tampered, APostingChanged) {
    run("UPDATE posting SET fen = fen + 100 WHERE seq = 3 AND line = 0");
    EXPECT_THAT(findings(),
                AllOf(Contains(HasSubstr("the transaction of row 3 is off by 1.00")),
                      Contains(HasSubstr("sum to 1.00 yuan, not to 0")), Contains(HasSubstr("posting (3"))));
}

TEST_F(Tampered, ATransactionChangedEvenly) {
    run("UPDATE posting SET fen = fen * 2 WHERE seq = 3");
    EXPECT_THAT(findings(), Contains(HasSubstr("posting (3")));
}

TEST_F(Tampered, PointsChanged) {
    run("INSERT INTO points_posting (seq, place, line, kind, member, points) VALUES (3, 9, 0, 1, zeroblob(16), 7);"
        "INSERT INTO points_balance (kind, member, points) VALUES (1, zeroblob(16), 7)");
    EXPECT_THAT(findings(), AllOf(Contains(HasSubstr("points: the transaction of row 3 is off by 7")),
                                  Contains(HasSubstr("points: all balances sum to 7, not to 0")),
                                  Contains(HasSubstr("points_balance (1")), Contains(HasSubstr("points_posting (3"))));
}

TEST_F(Tampered, AnOrderDeleted) {
    run("DELETE FROM orders WHERE id = (SELECT min(id) FROM orders)");
    EXPECT_THAT(findings(), Contains(AllOf(HasSubstr("orders ("), HasSubstr("is missing"))));
}

TEST_F(Tampered, WhatAnOrdersViewsShow) {
    for (const std::string part : {"lines = '[[1,1,9,0,900]]'", "tenders = '[]'", "ticket_seen = 1 - ticket_seen"}) {
        run("UPDATE orders SET " + part + " WHERE id = (SELECT min(order_id) FROM ticket)");
        EXPECT_THAT(findings(), Contains(HasSubstr("orders ("))) << part;
    }
}

TEST_F(Tampered, ARightUseAdded) {
    run("INSERT INTO right_use SELECT member, kind, period, scheme, 2, order_id FROM right_use LIMIT 1");
    EXPECT_THAT(findings(),
                testing::ElementsAre(AllOf(HasSubstr("right_use ("), HasSubstr("the journal does not say so"))));
}

TEST_F(Tampered, AnAnswerTakenAway) {
    run("DELETE FROM command WHERE seq = 6");
    EXPECT_THAT(findings(), testing::ElementsAre(AllOf(HasSubstr("command ("), HasSubstr("is missing"))));
}

TEST_F(Tampered, EventsThatCannotBeRead) {
    run("UPDATE journal SET events = x'ffffff' WHERE seq = 7");
    EXPECT_THAT(findings(), AllOf(Contains(HasSubstr("journal row 7: was changed")),
                                  Contains(HasSubstr("row 7 of the journal cannot be applied"))));
}

TEST_F(Tampered, ADamagedPage) {
    run("PRAGMA wal_checkpoint(TRUNCATE)");
    std::fstream file(lunch.db(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096 * 3 + 3);
    file.write("\xff\xff\xff\xff", 4);
    file.close();
    try {
        EXPECT_THAT(findings(), Contains(HasSubstr("pages:")));
    } catch (const StoreError&) {
        SUCCEED() << "too damaged to be read on";
    }
}

TEST_F(Tampered, NothingIsChangedByLooking) {
    auto bytes = [&] {
        std::ifstream in(lunch.db(), std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    auto before = bytes();
    findings();
    EXPECT_EQ(bytes(), before);
}

}  // namespace
}  // namespace canteen
