#include "canteen/storage/upkeep/start_check.h"

#include <gtest/gtest.h>

#include "tests/storage/lunch.h"

namespace canteen {
namespace {

// Serves `orders`, closes, and runs `sql` on the file.
void serve_and_change(Lunch& lunch, std::uint32_t orders, const std::string& sql) {
    lunch.open_shop();
    std::vector<Events> many;
    for (std::uint32_t n = 1; n <= orders; ++n) many.push_back(events_of(pork_order(n)));
    lunch.commit_all(std::move(many));
    lunch.close();
    Connection db(lunch.db(), Connection::Mode::read_write);
    db.exec(sql);
}

TEST(StartCheck, LetsAnHonestFileThrough) {
    Lunch lunch;
    serve_and_change(lunch, 120, "SELECT 1");
    EXPECT_NO_THROW(lunch.open());
}

TEST(StartCheck, SeesAChangedRowOfTheTail) {
    Lunch lunch;
    serve_and_change(lunch, 5, "UPDATE journal SET events = x'00' WHERE seq = 4");
    EXPECT_THROW(lunch.open(), StoreError);
}

TEST(StartCheck, SeesAMissingRowOfTheTail) {
    Lunch lunch;
    serve_and_change(lunch, 5, "DELETE FROM journal WHERE seq = 4");
    EXPECT_THROW(lunch.open(), StoreError);
}

TEST(StartCheck, SeesTablesThatFellBehindTheJournal) {
    Lunch lunch;
    serve_and_change(lunch, 5, "DELETE FROM command WHERE seq = 6");
    EXPECT_THROW(lunch.open(), StoreError);
}

TEST(StartCheck, LeavesTheRestToVerify) {
    Lunch lunch;
    serve_and_change(lunch, 120, "UPDATE journal SET events = x'00' WHERE seq = 4");
    EXPECT_NO_THROW(lunch.open());
}

}  // namespace
}  // namespace canteen
