#include "canteen/domain/imports.h"

#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

using Importing = CanteenFixture;

Menu lunch_with_noodles(Date date, std::uint32_t planned) {
    Menu menu = lunch_on(date);
    menu.dishes[1].planned = planned;
    return menu;
}

TEST_F(Importing, menus_count_their_versions_up_and_leave_unchanged_ones_alone) {
    EXPECT_EQ(state.last_menu_version, MenuVersion{2}) << "lunch and dinner";
    EXPECT_EQ(refused(ImportMenus{{lunch_on(today), dinner_on(today)}}).code, RejectionCode::nothing_to_import);
    const auto events = happens(ImportMenus{{lunch_on(today), lunch_on(today + 1)}});
    EXPECT_EQ(the<MenuPublished>(events).menu.version, MenuVersion{3});
    EXPECT_EQ(the<MenuPublished>(events).menu.meal.date, today + 1);
}

TEST_F(Importing, a_changed_menu_moves_the_planned_portions_by_the_difference) {
    happens(ImportMenus{{lunch_with_noodles(today, 14)}});
    EXPECT_EQ(stock(dishes::noodles).planned, 14);
    EXPECT_EQ(stock(dishes::pork).planned, 20);
}

TEST_F(Importing, less_is_planned_only_as_far_as_it_is_not_sold) {
    happens(ask_in_cash(draft({portions(dishes::noodles, 6)})));
    happens(ImportMenus{{lunch_with_noodles(today, 2)}});
    EXPECT_EQ(stock(dishes::noodles).left(), 0);
    EXPECT_EQ(stock(dishes::noodles).planned, 6);
    happens(ImportMenus{{lunch_with_noodles(today, 10)}});
    EXPECT_EQ(stock(dishes::noodles).left(), 4);
}

TEST_F(Importing, a_dish_taken_off_the_menu_has_no_portions_any_more) {
    Menu without = lunch_on(today);
    without.dishes.erase(without.dishes.begin() + 2);
    happens(ImportMenus{{without}});
    EXPECT_EQ(stock(dishes::fish).left(), 0);
}

TEST_F(Importing, of_a_meal_named_twice_the_last_menu_counts) {
    const auto events = happens(ImportMenus{{lunch_with_noodles(today + 1, 1), lunch_with_noodles(today + 1, 2)}});
    EXPECT_EQ(the<MenuPublished>(events).menu.dishes[1].planned, 2U);
}

TEST_F(Importing, members_keep_their_id_by_their_number_and_unchanged_ones_make_no_event) {
    Member known = state.members.at(grandma).value();
    known.id = id_of<MemberId>(500);
    EXPECT_EQ(refused(ImportMembers{{known}}).code, RejectionCode::nothing_to_import);
    known.name = "Grandma Wang";
    EXPECT_EQ(the<MemberRecorded>(happens(ImportMembers{{known}})).member.id, grandma);
    Member fresh = known;
    fresh.number = "900";
    const Member first = the<MemberRecorded>(happens(ImportMembers{{fresh}})).member;
    EXPECT_EQ(first.id, id_of<MemberId>(500));
    EXPECT_EQ(first.revision, 1U) << "whatever the file says";
}

TEST_F(Importing, a_file_keeps_what_it_cannot_say_and_counts_the_revision) {
    happens(IssueCard{grandma, "C1", ""});
    happens(ReviewApplication{grandma, "six-a-day", {ReviewStep::submitted, today, "", ""}, {}});
    Member known = state.members.at(grandma).value();
    known.carers = {{"女儿", "", {}, {}}};
    happens(PutMember{known});
    known = state.members.at(grandma).value();

    Member said;
    said.id = id_of<MemberId>(500);
    said.number = known.number;
    said.name = "Grandma Wang";
    said.born = known.born;
    const Member next = the<MemberRecorded>(happens(ImportMembers{{said}})).member;
    EXPECT_EQ(next.cards, known.cards);
    EXPECT_EQ(next.carers, known.carers);
    EXPECT_EQ(next.applications, known.applications);
    EXPECT_EQ(next.revision, known.revision + 1);
    EXPECT_TRUE(next.tags.empty()) << "the file says there are none";
}

TEST_F(Importing, a_column_that_is_not_there_leaves_what_is_known) {
    Member known = state.members.at(grandma).value();
    known.phone = "1";
    known.tags = {{"dibao", {}, "paper 7"}};
    known.diet = static_cast<DietFlags>(DietFlag::soft);
    happens(PutMember{known});

    Member said = state.members.at(grandma).value();
    said.phone = "";
    said.diet = 0;
    said.tags = {{"dibao", {}}, {"blind", {}}};
    const auto next = the<MemberRecorded>(
        happens(ImportMembers{{said}, {MemberPart::phone, MemberPart::evidence, MemberPart::diet}}));
    EXPECT_EQ(next.member.phone, "1");
    EXPECT_EQ(next.member.diet, known.diet);
    EXPECT_EQ(next.member.tags, (std::vector<TagFact>{{"dibao", {}, "paper 7"}, {"blind", {}}}));
    EXPECT_EQ(refused(ImportMembers{{said}, {MemberPart::phone, MemberPart::tags, MemberPart::diet}}).code,
              RejectionCode::nothing_to_import);
}

TEST_F(Importing, cards_of_a_file_are_issued_and_none_is_taken_away) {
    happens(IssueCard{grandma, "C1", ""});
    happens(ReportCardLost{grandma, "C1"});
    Member said = state.members.at(grandma).value();
    said.cards = {{"C1", CardState::active, {}}, {"C2", CardState::active, {}}};
    const auto next = the<MemberRecorded>(happens(ImportMembers{{said}})).member;
    EXPECT_EQ(next.cards, (std::vector<Card>{{"C1", CardState::lost, today}, {"C2", CardState::active, today}}));
    said.cards.clear();
    EXPECT_EQ(refused(ImportMembers{{said}}).code, RejectionCode::nothing_to_import);
}

TEST_F(Importing, a_card_of_two_members_or_an_employer_nobody_knows_stops_the_whole_file) {
    Member one = state.members.at(grandma).value(), other = state.members.at(neighbour).value();
    one.cards = other.cards = {{"C1", CardState::active, {}}};
    const Rejection why = refused(ImportMembers{{one, other}});
    EXPECT_EQ(why.code, RejectionCode::card_in_use);
    EXPECT_EQ(why.params, (std::vector<Param>{{"card", "C1"}, {"number", "003"}}));
    happens(ImportMembers{{one}});
    EXPECT_EQ(refused(ImportMembers{{other}}).code, RejectionCode::card_in_use);
    other.cards.clear();
    other.employments = {{"acme", {}}};
    EXPECT_EQ(refused(ImportMembers{{other}}).code, RejectionCode::employer_unknown);
}

TEST_F(Importing, a_birth_date_must_not_differ_from_the_id_number_that_is_known) {
    Member known = state.members.at(grandma).value();
    known.id_number = "99999919440229001X";
    happens(PutMember{known});
    Member said = state.members.at(grandma).value();
    said.born = said.born + 1;
    EXPECT_EQ(refused(ImportMembers{{said}, {MemberPart::id_number}}).code, RejectionCode::id_number_invalid);
}

TEST_F(Importing, a_calendar_changes_the_kind_of_day_of_menus_to_come) {
    Calendar calendar;
    calendar.marks[today] = CalendarMark::day_off;
    const auto events = happens(ImportCalendar{calendar});
    EXPECT_EQ(count_of<MenuPublished>(events), 2U);
    EXPECT_EQ(state.menus.at(lunch)->day_kind, DayKind::holiday);
    EXPECT_EQ(refused(ImportCalendar{calendar}).code, RejectionCode::nothing_to_import);
}

TEST_F(Importing, a_past_day_keeps_its_menus_whatever_the_calendar_says) {
    Calendar calendar;
    calendar.marks[today] = CalendarMark::day_off;
    now = at_site(today + 1, 8, 0);
    EXPECT_EQ(count_of<MenuPublished>(happens(ImportCalendar{calendar})), 0U);
}

TEST_F(Importing, a_scheme_replaces_the_one_of_its_id_in_the_order_of_priority) {
    EXPECT_EQ(refused(ImportScheme{six_a_day(), 1}).code, RejectionCode::nothing_to_import);
    happens(ImportScheme{six_a_day(), 3});
    ASSERT_EQ(state.schemes.size(), 2U);
    EXPECT_EQ(state.schemes[0].second.id, "twenty-a-month");
    EXPECT_EQ(state.schemes[1].second.id, "six-a-day");
}

TEST_F(Importing, a_scheme_imported_without_a_priority_keeps_the_one_it_had) {
    Scheme changed = six_a_day();
    changed.source = "read anew";
    happens(ImportScheme{twenty_a_month(), 5});
    happens(ImportScheme{changed, {}});
    EXPECT_EQ(state.schemes[0].second.source, "read anew");
    EXPECT_EQ(state.schemes[0].first, 1U);
    EXPECT_EQ(refused(ImportScheme{changed, {}}).code, RejectionCode::nothing_to_import);
}

TEST_F(Importing, two_tills_never_have_the_same_letters) {
    Device a;
    a.id = id_of<DeviceId>(21);
    a.letters = "A";
    Device b = a;
    b.id = id_of<DeviceId>(22);
    happens(EnrolDevice{a});
    EXPECT_EQ(refused(EnrolDevice{b}).code, RejectionCode::letters_taken);
    happens(RevokeDevice{a.id});
    EXPECT_EQ(refused(EnrolDevice{b}).code, RejectionCode::letters_taken) << "its numbers stay unique";
    EXPECT_TRUE(happens(RevokeDevice{a.id}).empty());
}

TEST_F(Importing, a_device_has_the_key_that_was_claimed_last) {
    Device device;
    device.id = id_of<DeviceId>(21);
    PublicKey key{};
    key[0] = 1;
    EXPECT_EQ(refused(ClaimDevice{device.id, key}).code, RejectionCode::device_unknown);
    happens(EnrolDevice{device});
    happens(ClaimDevice{device.id, key});
    EXPECT_TRUE(happens(ClaimDevice{device.id, key}).empty());
    EXPECT_TRUE(state.devices.at(device.id).claimed);
    key[0] = 2;
    happens(ClaimDevice{device.id, key});
    EXPECT_EQ(state.devices.at(device.id).public_key, key) << "the old key ends";
    happens(RevokeDevice{device.id});
    EXPECT_EQ(refused(ClaimDevice{device.id, key}).code, RejectionCode::device_unknown);
}

TEST_F(Importing, epochs_are_remembered) {
    happens(StartEpoch{42});
    EXPECT_EQ(state.epoch, 42U);
}

}  // namespace
}  // namespace canteen
