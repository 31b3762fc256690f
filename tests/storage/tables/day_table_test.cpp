// A period's rows are found without looking at each.
#include "canteen/storage/tables/day_table.h"

#include <gtest/gtest.h>

#include "canteen/storage/schema/migrations.h"
#include "tests/storage/lunch.h"

namespace canteen {
namespace {

class Days : public testing::Test {
protected:
    Days() : db(dir / "a.db", Connection::Mode::create) { migrate(db); }

    std::vector<SeqRange> rows_of(Date first, Date last, Seq head = 100) { return days.rows_of({first, last}, head); }
    void note(Seq first, Seq last, Date date) {
        for (auto seq = first; seq <= last; ++seq) days.note(seq, instant_at_site(date, {600}));
    }

    TempDir dir;
    Connection db;
    DayTable days{db};
};

TEST_F(Days, GiveTheRowsOfADate) {
    note(1, 4, lunch_day);
    note(5, 9, lunch_day + 2);
    note(10, 12, lunch_day + 3);
    EXPECT_EQ(rows_of(lunch_day, lunch_day), (std::vector<SeqRange>{{1, 4}}));
    EXPECT_EQ(rows_of(lunch_day + 1, lunch_day + 2), (std::vector<SeqRange>{{5, 9}}));
    EXPECT_EQ(rows_of(lunch_day, lunch_day + 2), (std::vector<SeqRange>{{1, 9}}));
    EXPECT_EQ(rows_of(lunch_day + 3, lunch_day + 3, 12), (std::vector<SeqRange>{{10, 12}}));
    EXPECT_TRUE(rows_of(lunch_day + 1, lunch_day + 1).empty());
    EXPECT_TRUE(rows_of(lunch_day + 3, lunch_day + 3, 9).empty()) << "beyond the head that was asked for";
}

TEST_F(Days, ADateThatComesTwiceHasTwoRanges) {
    note(1, 4, lunch_day);
    note(5, 6, lunch_day + 1);
    note(7, 7, lunch_day);
    note(8, 9, lunch_day + 1);
    EXPECT_EQ(rows_of(lunch_day, lunch_day), (std::vector<SeqRange>{{1, 4}, {7, 7}}));
    EXPECT_EQ(rows_of(lunch_day + 1, lunch_day + 1, 9), (std::vector<SeqRange>{{5, 6}, {8, 9}}));
}

TEST_F(Days, MidnightIsTheSites) {
    days.note(1, instant_at_site(lunch_day, {24 * 60 - 1}));
    days.note(2, instant_at_site(lunch_day + 1, {0}));
    EXPECT_EQ(rows_of(lunch_day, lunch_day), (std::vector<SeqRange>{{1, 1}}));
}

TEST_F(Days, ABatchThatFailedIsNoDay) {
    note(1, 1, lunch_day);
    db.exec("BEGIN");
    note(2, 2, lunch_day + 1);
    db.exec("ROLLBACK");
    days.clear();
    note(2, 3, lunch_day + 1);
    EXPECT_EQ(rows_of(lunch_day + 1, lunch_day + 1, 3), (std::vector<SeqRange>{{2, 3}}));
}

}  // namespace
}  // namespace canteen
