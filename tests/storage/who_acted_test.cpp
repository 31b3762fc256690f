// Records beside the orders: who acted, who read of a person, and of refusals no more than is needed.
#include <gtest/gtest.h>

#include "canteen/storage/readers/act_reader.h"
#include "tests/storage/lunch.h"

namespace canteen {
namespace {

TEST(WhatIsKept, TakesWhatWasTypedOutOfRefusalsThatAnOlderProgramKept) {
    Lunch lunch;
    const auto typed = made_up_id_number(7);
    auto refused = lunch.refusal({RejectionCode::employer_unknown, {{"employer", typed}}, std::nullopt});
    lunch.store().commit({}, {refused});
    lunch.close();
    {
        Connection old(lunch.db(), Connection::Mode::read_write);
        old.exec("UPDATE refusal SET mended = 0");
        old.cut_wal();
    }
    ASSERT_NE(bytes_of_file(lunch.db()).find(typed), std::string::npos);
    lunch.open();
    const auto found = lunch.store().find(till_id(), refused.command);
    ASSERT_TRUE(found);
    EXPECT_EQ(std::get<Rejection>(found->answer.outcome), (Rejection{RejectionCode::employer_unknown, {}, {}}));
    EXPECT_EQ(found->digest, refused.digest) << "asked again it is known again";
    lunch.close();
    EXPECT_EQ(bytes_of_file(lunch.db()).find(typed), std::string::npos);
}

TEST(WhatIsKept, WhoActedStandsInTheRowAndIsPartOfItsHash) {
    Lunch lunch;
    lunch.open_shop();
    auto row = lunch.row({StockMoved{{{the_lunch, rice}, StockMoveKind::found, 5}}});
    row.actor.person = os_user(70'001);
    lunch.store().commit({row}, {});
    lunch.close();
    Connection db(lunch.db(), Connection::Mode::read_write);
    StoredRow stored;
    Journal(db).read(row.seq, [&](const StoredRow& one) { stored = one; });
    ASSERT_EQ(stored.actor.person, row.actor.person);
    EXPECT_EQ(uid_of(*stored.actor.person), 70'001U);
    EXPECT_EQ(hash_of_row(stored), stored.hash);
    auto other = stored;
    other.actor.person = os_user(0);
    EXPECT_NE(hash_of_row(other), stored.hash);
    other.actor.person.reset();
    EXPECT_NE(hash_of_row(other), stored.hash);
}

TEST(WhatIsKept, WhoActedIsReadBackTheNewestFirstWithoutTheWriter) {
    Lunch lunch;
    lunch.open_shop();
    auto row = lunch.row({StockMoved{{{the_lunch, rice}, StockMoveKind::found, 5}}});
    row.actor.person = staff_person(id_of<StaffId>(8, 1), id_of<StaffId>(8, 2));
    lunch.store().commit({row}, {});
    const auto acts = newest_acts(lunch.db(), 2);
    ASSERT_EQ(acts.size(), 2U);
    EXPECT_EQ(acts[0].seq, row.seq);
    EXPECT_EQ(acts[0].what, row.command_name);
    EXPECT_EQ(acts[0].actor.person, row.actor.person);
    EXPECT_EQ(acts[1].seq, row.seq - 1);
    EXPECT_FALSE(acts[1].actor.person);
}

TEST(WhatIsKept, RemembersWhenADeviceWasLetInAndWhoReadOfAPerson) {
    Lunch lunch;
    lunch.store().put_seen(till_id(), eleven);
    lunch.store().put_seen(till_id(), eleven + std::chrono::hours(1));
    const PersonRead read{eleven, {DeviceId{}, Role::server, os_user(1000)}, "ExportMember", member_id(1)};
    lunch.store().note_person_read(read);
    lunch.reopen();
    EXPECT_EQ(lunch.store().load_seen(),
              (std::vector<std::pair<DeviceId, Timestamp>>{{till_id(), eleven + std::chrono::hours(1)}}));
    const auto reads = lunch.store().person_reads(5);
    ASSERT_EQ(reads.size(), 1U);
    EXPECT_EQ(reads[0].what, read.what);
    EXPECT_EQ(reads[0].member, read.member);
    EXPECT_EQ(uid_of(reads[0].actor.person.value()), 1000U);
}

}  // namespace
}  // namespace canteen
