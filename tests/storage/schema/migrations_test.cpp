#include "canteen/storage/schema/migrations.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "canteen/app/store.h"
#include "canteen/storage/schema/journal.h"
#include "canteen/storage/tables/day_table.h"
#include "canteen/storage/tables/order_parts.h"
#include "canteen/storage/upkeep/verify.h"
#include "tests/storage/lunch.h"
#include "tests/support/temp_dir.h"

namespace canteen {
namespace {

TEST(Migrations, AreNumberedWithoutAGap) {
    int expected = 0;
    for (const auto& migration : all_migrations()) EXPECT_EQ(migration.number, ++expected) << migration.name;
    EXPECT_GT(expected, 0);
}

TEST(Migrations, LeaveADatabaseSetUpAsTheHouseHasIt) {
    TempDir dir;
    Connection db(dir / "a.db", Connection::Mode::create);
    migrate(db);
    migrate(db);  // a second time: nothing to do
    EXPECT_EQ(db.pragma("application_id"), application_id);
    EXPECT_EQ(db.pragma("user_version"), all_migrations().back().number);
    EXPECT_EQ(db.pragma("synchronous"), 2) << "FULL";
    EXPECT_EQ(db.pragma("foreign_keys"), 1);
    EXPECT_EQ(db.pragma("cell_size_check"), 1);
    EXPECT_EQ(db.pragma("trusted_schema"), 0);
    EXPECT_EQ(db.pragma("journal_size_limit"), journal_size_limit_bytes);
    EXPECT_EQ(db.pragma("wal_autocheckpoint"), wal_autocheckpoint_pages);
    EXPECT_EQ(db.raw().execAndGet("PRAGMA journal_mode").getString(), "wal");
    auto loose = db.query(
        "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND strict = 0 AND name NOT LIKE 'sqlite%'");
    ASSERT_TRUE(loose.next());
    EXPECT_EQ(loose.number(0), 0) << "every table is STRICT";
}

// Makes a database as the program of step `last` left it.
void migrate_up_to(Connection& db, int last) {
    for (const auto& migration : all_migrations())
        if (migration.number <= last) db.exec(migration.sql);
    db.exec("PRAGMA application_id = " + std::to_string(application_id));
    db.exec("PRAGMA user_version = " + std::to_string(last));
}

// The content of four tables is found in the order's row, as the program writes it there, and under the old names.
TEST(Migrations, BringAnOrdersPartsIntoItsRow) {
    TempDir dir;
    Connection db(dir / "a.db", Connection::Mode::create);
    migrate_up_to(db, 8);
    db.exec(
        "INSERT INTO orders VALUES (zeroblob(16), x'', NULL, 1, 2, 1, 1, 'A', 7, 2, 1, 0, 1, 900, 0, 300, 0, x'');"
        "INSERT INTO order_line VALUES (zeroblob(16), 2, 102, 1, 250, 400), (zeroblob(16), 1, 101, 1, 0, 500);"
        "INSERT INTO order_share VALUES (zeroblob(16), 0, 'town', 1, 'district', 600);"
        "INSERT INTO order_tender VALUES (zeroblob(16), 1, 2, 200, 'a \"b\" \\ 中'), (zeroblob(16), 0, 1, 100, '');"
        "INSERT INTO ticket VALUES (zeroblob(16), 1, 2, 5000, NULL, 1, 0);"
        "INSERT INTO orders VALUES (randomblob(16), x'', NULL, 1, 2, 1, 1, 'A', 8, 4, 1, 0, 1, 0, 0, 0, 0, x'')");
    migrate(db);
    Order order;
    order.draft.lines = {{{1}, {101}, 1, 0, {}, 0, Fen{500}, "", 0, {}},
                         {{2}, {102}, 1, 250, {}, 0, Fen{400}, "", 0, {}}};
    order.granted = {{"town", 1, "district", Fen{600}}};
    order.tenders = {{TenderKind::cash, Fen{100}, ""}, {TenderKind::wechat, Fen{200}, "a \"b\" \\ 中"}};
    auto row = db.query("SELECT lines, shares, tenders FROM orders WHERE pickup_count = 7");
    ASSERT_TRUE(row.next());
    EXPECT_EQ(row.text(0), lines_text(order));
    std::ranges::reverse(order.draft.lines);
    EXPECT_EQ(row.text(0), lines_text(order)) << "the old table kept no order of lines";
    EXPECT_EQ(row.text(1), shares_text(order));
    EXPECT_EQ(row.text(2), tenders_text(order));
    auto tender = db.query("SELECT kind, fen, reference FROM order_tender ORDER BY place DESC");
    ASSERT_TRUE(tender.next());
    EXPECT_EQ(tender.number(0), 2);
    EXPECT_EQ(tender.fen(1), Fen{200});
    EXPECT_EQ(tender.text(2), "a \"b\" \\ 中");
    auto grams = db.query("SELECT sum(grams), count(*) FROM order_line");
    ASSERT_TRUE(grams.next());
    EXPECT_EQ(grams.number(0), 250);
    EXPECT_EQ(grams.number(1), 2);
    auto ticket = db.query("SELECT due_ms, ready_ms, state FROM ticket");
    ASSERT_TRUE(ticket.next());
    EXPECT_EQ(ticket.number(0), 5000);
    EXPECT_TRUE(ticket.is_null(1));
    EXPECT_FALSE(ticket.next()) << "an order from the line has none";
}

TEST(Migrations, FindTheDaysOfAJournalThatIsThere) {
    TempDir dir;
    Connection db(dir / "a.db", Connection::Mode::create);
    migrate_up_to(db, 4);
    auto insert = db.query("INSERT INTO journal VALUES (?, ?, x'', 0, x'', '', ?, 0, ?, x'', ?, ?)");
    const Hash hash{};
    const Date date{20'557};
    Seq seq = 0;
    for (auto time : {instant_at_site(date, {0}), instant_at_site(date, {1'439}), instant_at_site(date + 1, {0}),
                      instant_at_site(date, {1'439}), instant_at_site(date + 1, {1})}) {
        insert.with(++seq, time, hash, hash, hash, hash).run();
        insert.reset();
    }
    migrate(db);
    EXPECT_EQ(DayTable(db).rows_of({date, date}, seq), (std::vector<SeqRange>{{1, 2}, {4, 4}}));
    EXPECT_EQ(DayTable(db).rows_of({date + 1, date + 1}, seq), (std::vector<SeqRange>{{3, 3}, {5, 5}}));
}

TEST(Migrations, KeepTheHashesOfRowsThatNameNobody) {
    TempDir dir;
    Connection db(dir / "a.db", Connection::Mode::create);
    migrate_up_to(db, 5);
    StoredRow row;
    row.seq = 1;
    row.time = instant_at_site({20'557}, {660});
    row.actor.role = Role::server;
    row.command_name = "TopUp";
    row.events = "e";
    row.hash = hash_of_row(row);
    db.query("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .with(row.seq, row.time, row.actor.device, row.actor.role, row.command, row.command_name, row.digest,
              row.device_seq, row.entry_hash, Blob{row.events}, row.previous, row.hash)
        .run();
    migrate(db);
    Journal(db).read(1, [&](const StoredRow& read) {
        EXPECT_FALSE(read.actor.person);
        EXPECT_EQ(hash_of_row(read), row.hash);
    });
}

TEST(Migrations, ForgetRefusalsThatNobodyAsksForAgain) {
    TempDir dir;
    Connection db(dir / "a.db", Connection::Mode::create);
    migrate_up_to(db, 5);
    db.exec(
        "INSERT INTO refusal VALUES (zeroblob(16), zeroblob(16), 0, 0, 4, zeroblob(32), zeroblob(32), x'00'), "
        "(zeroblob(16), zeroblob(16), 3, 0, 1, zeroblob(32), zeroblob(32), x'00')");
    migrate(db);
    auto rows = db.query("SELECT device_seq FROM refusal");
    ASSERT_TRUE(rows.next());
    EXPECT_EQ(rows.number(0), 3);
    EXPECT_FALSE(rows.next());
}

TEST(Migrations, FindACardOfAnOlderProgramInAnySpelling) {
    Lunch lunch;
    lunch.open_shop();
    auto member = senior(1);
    member.cards = {{"04a2", CardState::active, lunch_day}};
    auto twin = senior(2);
    twin.cards = {{"04A2", CardState::active, lunch_day}};
    lunch.commit({MemberRecorded{member}});
    lunch.commit({MemberRecorded{twin}});
    lunch.close();
    Connection(lunch.db(), Connection::Mode::read_write).exec("DELETE FROM member_card");
    lunch.open();
    Needs needs;
    needs.cards = {"04A2"};
    needs.numbers = {senior(1).number};
    Canteen state;
    lunch.store().load(needs, state);
    EXPECT_EQ(state.cards.at("04A2"), member_id(1)) << "found anew, though the migration had no key";
    lunch.close();
    EXPECT_TRUE(verify(lunch.db(), lunch.keys, ProtobufCodec{}, lunch.dir.path()).is_clean());
}

TEST(Migrations, AreNotBegunWithoutRoomForTheRowsThatAreWrittenAnew) {
    Lunch lunch;
    lunch.close();
    {
        Connection db(lunch.db(), Connection::Mode::read_write);
        db.exec("PRAGMA user_version = 8");
    }
    std::ofstream(lunch.db().string() + "-wal").put('x');
    std::filesystem::resize_file(lunch.db().string() + "-wal", std::uintmax_t{1} << 42U);  // sparse
    EXPECT_THROW(lunch.open(), StoreError);
}

TEST(Migrations, RefuseADatabaseOfANewerProgram) {
    TempDir dir;
    Connection db(dir / "a.db", Connection::Mode::create);
    migrate(db);
    db.exec("PRAGMA user_version = 9999");
    EXPECT_THROW(migrate(db), StoreError);
    EXPECT_THROW(require_current_schema(db), StoreError);
}

TEST(Migrations, RefuseAStrangersDatabase) {
    TempDir dir;
    Connection db(dir / "a.db", Connection::Mode::create);
    db.exec("CREATE TABLE of_somebody_else (x)");
    EXPECT_THROW(migrate(db), StoreError);
}

}  // namespace
}  // namespace canteen
