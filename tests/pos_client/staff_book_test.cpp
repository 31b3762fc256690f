// A till lets its staff in by PIN, cut off too, and stops letting in whoever guesses.
#include "pos-client/core/staff_book.h"

#include <gtest/gtest.h>

#include "canteen/crypto/box.h"
#include "tests/pos_client/scratch_dir.h"
#include "tests/pos_client/till_bench.h"

namespace canteen::till::test {
namespace {

const StaffId li{Bytes16{41}}, wang{Bytes16{42}};
const std::string li_pin = "402917", wang_pin = "739152";

class StaffBookTest : public testing::Test {
protected:
    StaffBookTest() {
        seed_.fill(9);
        put(li, "李收银", StaffRole::cashier, li_pin);
        put(wang, "王主管", StaffRole::supervisor, wang_pin);
    }

    void put(StaffId id, const char* name, StaffRole role, const std::string& pin, Timestamp unlocked_at = {}) {
        const auto verifier = bytes_of(make_pin_verifier(pin, Bytes16{3}, id.bytes));
        StaffMember staff{id, name, {role}, {}};
        staff.unlocked_at = unlocked_at;
        replica_.put_staff({staff, seal_to(public_key_of(seed_), verifier).value()});
    }
    StaffBook book() { return {replica_, outbox_, seed_}; }
    static RejectionCode code_of(const StaffBook::Found& found) { return std::get<Rejection>(found).code; }
    static StaffId id_of(const StaffBook::Found& found) { return std::get<StaffMember>(found).id; }
    void guess(StaffId who, std::uint32_t times) {
        for (; times > 0; --times) EXPECT_EQ(code_of(book().verify(who, "111222", noon)), RejectionCode::pin_wrong);
    }

    ScratchDir dir_;
    Outbox outbox_{dir_ / "till.db"};
    Replica replica_;
    SigningSeed seed_{};
};

TEST_F(StaffBookTest, findsWhosePinItIsAndTakesNobodysForAnothers) {
    EXPECT_EQ(id_of(book().find_by_pin(li_pin, noon)), li);
    EXPECT_EQ(id_of(book().find_by_pin(wang_pin, noon)), wang);
    EXPECT_EQ(id_of(book().verify(li, li_pin, noon)), li);
    EXPECT_EQ(code_of(book().verify(li, wang_pin, noon)), RejectionCode::pin_wrong);
    EXPECT_EQ(code_of(book().find_by_pin("558213", noon)), RejectionCode::pin_wrong);
}

TEST_F(StaffBookTest, letsNobodyInWhoDoesNotWorkHereToday) {
    auto known = replica_.staff().at(li);
    known.staff.valid = {{}, day + -1};
    replica_.put_staff(known);
    EXPECT_EQ(code_of(book().verify(li, li_pin, noon)), RejectionCode::staff_unknown);
    EXPECT_EQ(code_of(book().find_by_pin(li_pin, noon)), RejectionCode::pin_wrong);
    EXPECT_EQ(book().working_on(day).size(), 1U);
}

TEST_F(StaffBookTest, locksAfterFiveWrongTriesAndRemembersItOverAStart) {
    guess(li, max_pin_tries);
    EXPECT_EQ(code_of(book().verify(li, li_pin, noon)), RejectionCode::pin_locked);
    EXPECT_EQ(code_of(book().find_by_pin(li_pin, noon)), RejectionCode::pin_wrong) << "nor without a name";
    EXPECT_EQ(id_of(book().verify(wang, wang_pin, noon)), wang) << "others go on";
    Outbox again(dir_ / "till.db");
    EXPECT_TRUE(StaffBook(replica_, again, seed_).is_locked(li));
}

TEST_F(StaffBookTest, aRightPinForgetsTheWrongOnesBefore) {
    guess(li, max_pin_tries - 1);
    EXPECT_EQ(id_of(book().verify(li, li_pin, noon)), li);
    guess(li, max_pin_tries - 1);
    EXPECT_FALSE(book().is_locked(li));
}

TEST_F(StaffBookTest, isUnlockedBySupervisorOrByTheServersWord) {
    guess(li, max_pin_tries);
    book().unlock(li);
    EXPECT_EQ(id_of(book().verify(li, li_pin, noon)), li);
    guess(li, max_pin_tries);
    put(li, "李收银", StaffRole::cashier, li_pin, noon + std::chrono::seconds{1});
    EXPECT_EQ(id_of(book().verify(li, li_pin, noon)), li);
}

TEST_F(StaffBookTest, guessingWithoutANameLocksTheTillUntilASupervisorComes) {
    for (std::uint32_t n = 0; n < max_pin_tries; ++n) code_of(book().find_by_pin("558213", noon));
    EXPECT_EQ(code_of(book().find_by_pin(li_pin, noon)), RejectionCode::pin_locked);
    EXPECT_EQ(id_of(book().verify(wang, wang_pin, noon)), wang);
    EXPECT_EQ(id_of(book().find_by_pin(li_pin, noon)), li);
}

TEST_F(StaffBookTest, whatIsSealedForAnotherTillOpensNoDoorHere) {
    seed_.fill(8);
    EXPECT_EQ(code_of(book().verify(li, li_pin, noon)), RejectionCode::staff_unknown);
}

}  // namespace
}  // namespace canteen::till::test
