#include "canteen/storage/upkeep/rebuild.h"

#include <gtest/gtest.h>

#include "canteen/storage/upkeep/backup.h"
#include "canteen/storage/upkeep/verify.h"
#include "tests/storage/lunch.h"

namespace canteen {
namespace {

void serve_a_little(Lunch& lunch) {
    lunch.open_shop();
    lunch.commit(events_of(pork_order(1, member_id(1))));
    lunch.commit({OrderCancelled{order_id(1), eleven}, RightFreed{order_id(1), lunch_right(member_id(1))}});
    lunch.commit(events_of(pork_order(601, member_id(2))));
    const Refunded refund{id_of<RefundId>(5, 1),          RefundReason::quality, eleven, {}, {},
                          {{TenderKind::cash, {900}, ""}}};
    lunch.commit({OrderRefunded{order_id(601), refund, {}, {}}, OrderHandedOver{order_id(601), eleven}});
    lunch.commit({DeductOrderSet{usual_deduct_order}});
    std::vector<Events> many;
    for (std::uint32_t n = 2; n <= 600; ++n) many.push_back(events_of(pork_order(n)));
    lunch.commit_all(std::move(many));
    lunch.store().commit({}, {lunch.refusal({RejectionCode::sold_out, {}, std::nullopt})});
}

TEST(Rebuild, MakesTheSameDatabaseFromTheJournalAlone) {
    Lunch lunch;
    serve_a_little(lunch);
    auto head = lunch.store().head();
    lunch.close();
    auto anew = lunch.dir / "anew.db";
    rebuild(lunch.db(), lunch.keys, lunch.codec, anew);

    EXPECT_TRUE(verify(anew, lunch.keys, lunch.codec, lunch.dir.path(), head).is_clean());
    SqliteStore store(anew, SqliteStore::Opening::existing, lunch.keys, lunch.codec, {0, 0});
    auto state = store.load_start({});
    EXPECT_EQ(state.orders.size(), 599U);
    EXPECT_EQ(state.orders.at(order_id(600)), lunch.memory.orders.at(order_id(600)));
    EXPECT_EQ(store.load_chains().begin()->second.last_device_seq, 606U);
    EXPECT_EQ(store.load_members().size(), 3U);
}

TEST(Rebuild, MendsTablesThatWereChanged) {
    Lunch lunch;
    serve_a_little(lunch);
    lunch.close();
    {
        Connection db(lunch.db(), Connection::Mode::read_write);
        db.exec("UPDATE balance SET fen = 0; DELETE FROM right_use");
    }
    EXPECT_FALSE(verify(lunch.db(), lunch.keys, lunch.codec, lunch.dir.path()).is_clean());
    rebuild(lunch.db(), lunch.keys, lunch.codec, lunch.dir / "anew.db");
    EXPECT_TRUE(verify(lunch.dir / "anew.db", lunch.keys, lunch.codec, lunch.dir.path()).is_clean());
}

TEST(Rebuild, NeverWritesOverAFile) {
    Lunch lunch;
    lunch.close();
    EXPECT_THROW(rebuild(lunch.db(), lunch.keys, lunch.codec, lunch.db()), StoreError);
}

TEST(Backup, IsOneFileThatCanBeServed) {
    Lunch lunch;
    serve_a_little(lunch);
    auto copy = lunch.dir / "backup.db";
    backup(lunch.db(), copy);  // beside the writer
    auto head = lunch.store().head();
    lunch.commit(events_of(pork_order(700)));

    EXPECT_TRUE(verify(copy, lunch.keys, lunch.codec, lunch.dir.path(), head).is_clean());
    EXPECT_FALSE(std::filesystem::exists(copy.string() + "-wal"));
    SqliteStore store(copy, SqliteStore::Opening::existing, lunch.keys, lunch.codec, {0, 0});
    EXPECT_EQ(store.head(), head);
}

TEST(Backup, OfTheWritersOwnConnection) {
    Lunch lunch;
    lunch.open_shop();
    lunch.store().backup_to(lunch.dir / "backup.db");
    EXPECT_THROW(lunch.store().backup_to(lunch.dir / "backup.db"), StoreError) << "never over another";
    lunch.commit(events_of(pork_order(1)));
    EXPECT_TRUE(verify(lunch.dir / "backup.db", lunch.keys, lunch.codec, lunch.dir.path()).is_clean());
}

}  // namespace
}  // namespace canteen
