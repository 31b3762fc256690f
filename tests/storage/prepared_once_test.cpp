// The writer's statements are made once: an order costs only its rows.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "canteen/storage/sqlite_store.h"
#include "canteen/wire/protobuf_codec.h"
#include "tests/support/fake_till.h"
#include "tests/support/temp_dir.h"

namespace canteen {
namespace {

using namespace testing;

struct Statements {
    int count = 0;
    int prepared_again = 0;
};

sqlite3* last_opened = nullptr;

int note_opened(sqlite3* opened) {
    last_opened = opened;
    return SQLITE_OK;
}

// Makes SQLite report every connection that is opened from now on.
void watch_connections() {
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(note_opened));
}

Statements statements_of(sqlite3* connection) {
    Statements found;
    for (auto* s = sqlite3_next_stmt(connection, nullptr); s; s = sqlite3_next_stmt(connection, s)) {
        ++found.count;
        found.prepared_again += sqlite3_stmt_status(s, SQLITE_STMTSTATUS_REPREPARE, 0);
    }
    return found;
}

class PreparedOnce : public ::testing::Test {
protected:
    PreparedOnce() {
        watch_connections();
        store = std::make_unique<SqliteStore>(dir / "canteen.db", SqliteStore::Opening::make, keys, codec);
        connection = last_opened;
        writer = std::make_unique<Writer>(*store, store->load_start(test_site()), keys.digest);
        auto menu = testing::lunch_menu();
        for (auto& dish : menu.dishes) dish.planned = 10'000;
        give({{ImportMenus{{menu}}}, {EnrolDevice{till.device()}}, {ImportMembers{{member_with(1, "dibao")}}}});
    }
    ~PreparedOnce() override { sqlite3_reset_auto_extension(); }

    void give(std::vector<CommandBody> bodies) {
        for (auto& body : bodies) {
            Submission s;
            s.actor.role = Role::server;
            s.command = {testing::id_of<CommandId>(900 + ++own), std::move(body)};
            writer->run_batch({s}, noon());
        }
    }
    // Places orders by asks, each of them committed.
    void sell(std::uint32_t count) {
        for (std::uint32_t n = 0; n < count; ++n) {
            auto order = draft_of(++orders, noodles, till.next_pickup());
            const auto batch = writer->run_batch({till.next(ask_for(order, noon()))}, noon());
            ASSERT_TRUE(std::holds_alternative<Committed>(batch.answers.at(0).answer.outcome));
        }
    }

    TempDir dir;
    SiteKeys keys;
    ProtobufCodec codec;
    std::unique_ptr<SqliteStore> store;
    sqlite3* connection = nullptr;
    std::unique_ptr<Writer> writer;
    FakeTill till{1, "A"};
    std::uint32_t orders = 0, own = 0;
};

TEST_F(PreparedOnce, AThousandOrdersMakeNoStatementAnew) {
    sell(10);
    const auto before = statements_of(connection);
    sell(1'000);
    const auto after = statements_of(connection);
    EXPECT_GT(before.count, 10);
    EXPECT_EQ(after.count, before.count);
    EXPECT_EQ(after.prepared_again, before.prepared_again);
}

}  // namespace
}  // namespace canteen
