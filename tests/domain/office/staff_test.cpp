#include "canteen/domain/office/staff.h"

#include "canteen/domain/decide.h"
#include "canteen/domain/model/pin_rules.h"
#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

class Staff : public CanteenFixture {
protected:
    static StaffMember somebody(unsigned n, StaffRole role, const char* name = "甄收银") {
        return {id_of<StaffId>(n), name, {role}, {}};
    }
    Outcome by(const Person& person, const CommandBody& body) {
        load_for(body);
        Actor actor = till;
        actor.person = person;
        return decide(state, actor, {CommandId{}, body}, now);
    }
};

TEST_F(Staff, are_recorded_changed_and_ended) {
    happens(PutStaff{somebody(1, StaffRole::cashier)});
    auto changed = somebody(1, StaffRole::supervisor);
    happens(NoteStaffPin{changed.id});
    happens(PutStaff{changed});
    EXPECT_TRUE(state.staff.at(changed.id).has(StaffRole::supervisor));
    EXPECT_EQ(state.staff.at(changed.id).pin_set_at, now) << "the PIN stays";
    EXPECT_TRUE(happens(PutStaff{changed}).empty());
    happens(EndStaff{changed.id});
    EXPECT_FALSE(state.staff.at(changed.id).works_on(today));
    EXPECT_TRUE(happens(EndStaff{changed.id}).empty());
    EXPECT_EQ(refused(NoteStaffPin{changed.id}).code, RejectionCode::staff_unknown);
    EXPECT_EQ(refused(PutStaff{changed}).code, RejectionCode::staff_unknown) << "whoever comes back is somebody new";
}

TEST_F(Staff, a_record_without_name_or_role_or_with_dates_turned_round_is_refused) {
    EXPECT_EQ(refused(PutStaff{somebody(1, StaffRole::cashier, "")}).params, (std::vector<Param>{{"what", "name"}}));
    auto nobody = somebody(1, StaffRole::cashier);
    nobody.roles = {};
    EXPECT_EQ(refused(PutStaff{nobody}).params, (std::vector<Param>{{"what", "roles"}}));
    auto turned = somebody(1, StaffRole::cashier);
    turned.valid = {today, today + -1};
    EXPECT_EQ(refused(PutStaff{turned}).params, (std::vector<Param>{{"what", "valid"}}));
    EXPECT_EQ(refused(UnlockStaff{id_of<StaffId>(9)}).code, RejectionCode::staff_unknown);
}

TEST_F(Staff, a_card_is_issued_at_a_till_by_whoever_may_or_with_somebody_who_may) {
    const IssueCard card{neighbour, "A-1", ""};
    happens(PutStaff{somebody(1, StaffRole::cashier)});
    happens(PutStaff{somebody(2, StaffRole::supervisor)});
    const auto refused_to = [&](const Person& person) {
        const auto outcome = by(person, card);
        const auto* why = std::get_if<Rejection>(&outcome);
        return why && why->code == RejectionCode::person_not_permitted;
    };
    EXPECT_TRUE(refused_to(staff_person(id_of<StaffId>(1))));
    EXPECT_TRUE(refused_to(staff_person(id_of<StaffId>(9))));
    EXPECT_FALSE(refused_to(staff_person(id_of<StaffId>(2))));
    EXPECT_FALSE(refused_to(staff_person(id_of<StaffId>(1), id_of<StaffId>(2))));
    happens(EndStaff{id_of<StaffId>(2)});
    EXPECT_TRUE(refused_to(staff_person(id_of<StaffId>(2))));
}

TEST_F(Staff, a_sale_is_never_refused_for_who_made_it) {
    happens(PutStaff{somebody(1, StaffRole::clerk)});
    const auto sold = by(staff_person(id_of<StaffId>(9)), sale_in_cash(draft({portions(dishes::pork)})));
    EXPECT_TRUE(std::holds_alternative<Events>(sold));
}

TEST(PinRules, know_what_everybody_tries_first) {
    for (const auto* weak :
         {"12345", "123456", "654321", "111111", "890123", "123123", "520520", "12345a", "1234567890123"})
        EXPECT_FALSE(is_strong_pin(weak)) << weak;
    for (const auto* strong : {"402917", "73915204"}) EXPECT_TRUE(is_strong_pin(strong)) << strong;
}

}  // namespace
}  // namespace canteen
