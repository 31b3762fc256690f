// An erased member is in no file of the canteen any more, and comes back from none.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iterator>

#include "canteen/storage/readers/claim_reader.h"
#include "canteen/storage/tables/scrub_table.h"
#include "canteen/storage/upkeep/rebuild.h"
#include "canteen/storage/upkeep/verify.h"
#include "tests/storage/lunch.h"

namespace canteen {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::uint32_t erased = 250;  // of 500 members, in the middle of pages that were split

// Mixes their ids, so that rows land between others and pages are split.
Member planted(std::uint32_t n) {
    auto member = senior(n);
    member.id = id_of<MemberId>(static_cast<std::uint8_t>(n * 37 % 256), n);
    member.number = "no-" + std::to_string(700'000 + n);
    member.cards = {{"card" + std::to_string(n), CardState::active, lunch_day}};
    return member;
}

class Erasure : public testing::Test {
protected:
    Erasure() {
        lunch.open_shop();
        for (std::uint32_t n = 100; n < 600; ++n) lunch.commit({MemberRecorded{planted(n)}});
        auto moved = planted(erased);
        moved.residence.push_back({"999999002", {}});
        lunch.commit({MemberRecorded{moved}});
        wrapped = wrapped_key();
    }

    void erase() { lunch.commit({MemberErased{planted(erased).id, eleven}}); }

    std::string wrapped_key() {
        Connection db(lunch.db(), Connection::Mode::read_only);
        auto id = planted(erased).id;
        auto row = db.query("SELECT wrapped FROM member_key WHERE member = ?");
        row.with(id);
        return row.next() ? row.text(0) : "";
    }

    std::vector<std::string> traces_in(const std::filesystem::path& path) {
        std::vector<std::string> found;
        auto bytes = bytes_of_file(path);
        auto member = planted(erased);
        for (const auto& value : {wrapped, member.number, member.name, member.id_number, member.phone, card_index()})
            if (bytes.find(value) != std::string::npos) found.push_back(value);
        return found;
    }
    std::string card_index() {
        auto index = keyed_hash_of(lunch.keys.blind_index, {"card number", planted(erased).cards.at(0).number});
        return std::string(as_view(index));
    }

    Lunch lunch;
    std::string wrapped;
};

TEST_F(Erasure, LeavesNoTraceInDatabaseWalOrBackup) {
    ASSERT_FALSE(wrapped.empty());
    EXPECT_THAT(traces_in(lunch.db().string() + "-wal"), Contains(wrapped)) << "the test sees what is there";
    erase();
    lunch.store().backup_to(lunch.dir / "backup.db");
    for (const auto& entry : std::filesystem::directory_iterator(lunch.dir.path()))
        EXPECT_THAT(traces_in(entry.path()), IsEmpty()) << entry.path();
    lunch.close();
    for (const auto& entry : std::filesystem::directory_iterator(lunch.dir.path()))
        EXPECT_THAT(traces_in(entry.path()), IsEmpty()) << entry.path();
}

TEST_F(Erasure, LetsGoOfTheWalLaterIfSomebodyIsReading) {
    Connection reader(lunch.db(), Connection::Mode::read_only);
    {
        SQLite::Statement open_read(reader.raw(), "SELECT * FROM member");
        ASSERT_TRUE(open_read.executeStep());
        erase();
        EXPECT_THAT(traces_in(lunch.db().string() + "-wal"), Contains(wrapped)) << "it still reads there";
    }
    lunch.store().begin_batch();
    lunch.store().end_batch();
    EXPECT_THAT(traces_in(lunch.db().string() + "-wal"), IsEmpty());
}

TEST_F(Erasure, NobodyFindsHimAndTheOthersStay) {
    erase();
    lunch.reopen();
    auto member = planted(erased);
    Needs needs;
    needs.members = {member.id, planted(251).id};
    needs.numbers = {member.number};
    needs.cards = {member.cards.at(0).number};
    Canteen state;
    lunch.store().load(needs, state);
    EXPECT_FALSE(state.members.at(member.id));
    EXPECT_EQ(state.erased, std::set<MemberId>{member.id}) << "so that his id is never used again";
    EXPECT_EQ(state.members.at(planted(251).id), planted(251));
    EXPECT_FALSE(state.numbers.at(member.number));
    EXPECT_FALSE(state.cards.at(member.cards.at(0).number));
    EXPECT_FALSE(lunch.store().find_by_id_number(member.id_number));
    EXPECT_EQ(lunch.store().load_members().size(), 502U);
    EXPECT_FALSE(read_claim_names(lunch.db(), lunch.keys, lunch.codec).members.contains(member.id));
}

TEST_F(Erasure, TheJournalStillHoldsAndHisNumberMayBeAnothers) {
    erase();
    auto next = planted(900);
    next.number = planted(erased).number;
    lunch.commit({MemberRecorded{next}});
    lunch.expect_whole();
    EXPECT_EQ(lunch.store().load_members().size(), 503U);
}

TEST_F(Erasure, IsDoneAgainWhenTheJournalIsReplayed) {
    erase();
    lunch.close();
    {
        Connection db(lunch.db(), Connection::Mode::read_write);  // as in an older backup, which had the key
        auto id = planted(erased).id;
        db.query("UPDATE member_key SET wrapped = ? WHERE member = ?").with(Blob{wrapped}, id).run();
    }
    EXPECT_THAT(verify(lunch.db(), lunch.keys, lunch.codec, lunch.dir.path()).findings,
                testing::ElementsAre(HasSubstr("was erased, but the data key is there")));
    auto anew = lunch.dir / "anew.db";
    rebuild(lunch.db(), lunch.keys, lunch.codec, anew);
    EXPECT_THAT(verify(anew, lunch.keys, lunch.codec, lunch.dir.path()).findings, IsEmpty());
    EXPECT_THAT(traces_in(anew), IsEmpty());
}

TEST_F(Erasure, InOneBatchWithTheRecordItTakesBack) {
    auto late = planted(901);
    lunch.commit_all({{MemberRecorded{late}}, {MemberErased{late.id, eleven}}});
    lunch.expect_whole();
    EXPECT_EQ(lunch.store().load_members().size(), 503U);
}

TEST_F(Erasure, ThatFailsLeavesThePersonAsHeWas) {
    auto row = lunch.row({MemberErased{planted(erased).id, eleven}});
    auto next = lunch.row({});
    next.seq += 2;  // a gap: the batch fails when the key is destroyed already
    EXPECT_THROW(lunch.store().commit({row, next}, {}), StoreError);
    EXPECT_EQ(lunch.store().load_members().size(), 503U);
    lunch.expect_whole();
}

TEST(ScrubTable, KeepsEveryRowThatIsThere) {
    TempDir dir;
    Connection db(dir / "a.db", Connection::Mode::create);
    db.exec("CREATE TABLE member_key (member BLOB PRIMARY KEY, wrapped BLOB) STRICT, WITHOUT ROWID");
    for (std::uint32_t n = 0; n < 300; ++n) {
        auto id = member_id(n * 7 % 300);
        auto insert = db.query("INSERT INTO member_key VALUES (?, ?)");
        insert.with(id, n % 3 ? std::optional(Hash{1}) : std::nullopt).run();
    }
    auto sum = [&db] {
        auto row = db.query("SELECT count(*), count(wrapped), group_concat(hex(member)) FROM member_key");
        row.next();
        return row.text(0) + " " + row.text(1) + " " + row.text(2);
    };
    auto before = sum();
    scrub_table(db, "member_key");
    EXPECT_EQ(sum(), before);
}

}  // namespace
}  // namespace canteen
