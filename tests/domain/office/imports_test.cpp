#include "canteen/domain/office/imports.h"

#include "canteen/domain/model/tag_words.h"
#include "canteen/domain/office/devices.h"
#include "canteen/domain/office/member_record.h"
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

TEST_F(Importing, portions_that_a_file_does_not_speak_of_stay_as_they_are_and_none_means_none) {
    happens(ask_in_cash(draft({portions(dishes::noodles, 6)})));
    Menu dearer = lunch_with_noodles(today, 0);
    dearer.dishes[1].price += Fen{100};
    const StockKey noodles{dearer.meal, dishes::noodles};
    const auto before = stock(dishes::noodles).left();
    const auto events = happens(ImportMenus{{dearer}, {noodles}});
    EXPECT_EQ(stock(dishes::noodles).left(), before);
    EXPECT_EQ(the<MenuPublished>(events).menu.find(dishes::noodles)->price, dearer.dishes[1].price);
    EXPECT_EQ(refused(ImportMenus{{dearer}, {noodles}}).code, RejectionCode::nothing_to_import);
    happens(ImportMenus{{dearer}});
    EXPECT_EQ(stock(dishes::noodles).left(), 0) << "it says none";
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

// Returns an id as if the server had minted it then.
DeviceId device_minted(Timestamp at, unsigned n) {
    auto id = id_of<DeviceId>(n);
    for (std::size_t i = 0; i < 6; ++i) id.bytes[i] = static_cast<std::uint8_t>(at.ms >> (8 * (5 - i)));
    return id;
}

Device named(std::string name, DeviceId id, std::string letters = "") {
    Device device;
    device.id = id;
    device.name = std::move(name);
    device.letters = std::move(letters);
    return device;
}

TEST_F(Importing, two_tills_never_have_the_same_letters) {
    const auto a = named("front", device_minted(now, 21), "A");
    const auto b = named("back", device_minted(now, 22), "A");
    happens(EnrolDevice{a});
    EXPECT_EQ(refused(EnrolDevice{b}).code, RejectionCode::letters_taken);
    happens(ClaimDevice{a.id, {}});
    happens(RevokeDevice{a.id});
    EXPECT_EQ(refused(EnrolDevice{b}).code, RejectionCode::letters_taken) << "its numbers stay unique";
    EXPECT_TRUE(happens(RevokeDevice{a.id}).empty());
}

TEST_F(Importing, two_devices_that_are_let_in_never_have_the_same_name) {
    const auto desk = named("desk", device_minted(now, 21));
    const auto other = named("desk", device_minted(now, 22));
    happens(EnrolDevice{desk});
    EXPECT_EQ(refused(EnrolDevice{other}).code, RejectionCode::name_taken);
    happens(ClaimDevice{desk.id, {}});
    now = now + std::chrono::hours{24};
    EXPECT_EQ(refused(EnrolDevice{other}).code, RejectionCode::name_taken) << "it came in, so it does not end";
    happens(RevokeDevice{desk.id});
    happens(EnrolDevice{named("desk", device_minted(now, 22))});
}

TEST_F(Importing, a_device_that_nobody_claimed_ends_with_its_code_and_leaves_name_and_letters) {
    const auto ghost = named("front", device_minted(now, 21), "A");
    happens(EnrolDevice{ghost});
    now = now + unclaimed_device_lives;
    const auto events = happens(EnrolDevice{named("front", device_minted(now, 22), "A")});
    EXPECT_EQ(the<DeviceRevoked>(events).device, ghost.id);
    now = now + unclaimed_device_lives;
    EXPECT_EQ(the<DeviceRevoked>(happens(Tick{})).device.bytes[15], 22) << "without anybody asking, too";
    EXPECT_TRUE(happens(Tick{}).empty());
}

TEST_F(Importing, a_device_has_the_key_that_was_claimed_last) {
    Device device;
    device.id = device_minted(now, 21);
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

TEST_F(Importing, a_calendar_replaces_the_years_it_names_and_no_other) {
    const Date labour_day = *make_date(2026, 5, 1), national_day = *make_date(2026, 10, 1);
    const Date new_year = *make_date(2027, 1, 1);
    happens(ImportCalendar{{{{labour_day, CalendarMark::day_off}, {national_day, CalendarMark::day_off}}}});
    happens(ImportCalendar{{{{new_year, CalendarMark::day_off}}}});
    EXPECT_EQ(state.calendar.kind_of(labour_day), DayKind::holiday);
    EXPECT_EQ(state.calendar.kind_of(new_year), DayKind::holiday);
    EXPECT_EQ(refused(ImportCalendar{{{{new_year, CalendarMark::day_off}}}}).code, RejectionCode::nothing_to_import);
    happens(ImportCalendar{{{{labour_day, CalendarMark::day_off}}}});
    EXPECT_NE(state.calendar.kind_of(national_day), DayKind::holiday) << "its year was named without it";
    EXPECT_EQ(state.calendar.kind_of(new_year), DayKind::holiday);
    EXPECT_TRUE(state.calendar.knows_year_of(new_year));
    EXPECT_FALSE(state.calendar.knows_year_of(*make_date(2028, 1, 1)));
}

// Made-up people: area code 999999 never existed.
constexpr auto mrs_meng = "99999918840229102X";

TEST_F(Importing, one_person_is_one_record) {
    Member first = state.members.at(grandma).value();
    first.born = *make_date(1884, 2, 29);
    first.id_number = mrs_meng;
    happens(ImportMembers{{first}});
    Member second = state.members.at(villager).value();
    second.born = first.born;
    second.id_number = mrs_meng;
    const auto why = refused(ImportMembers{{second}});
    EXPECT_EQ(why.code, RejectionCode::id_number_in_use);
    EXPECT_EQ(why.params, (std::vector<Param>{{"number", second.number}})) << "who has it is not told";
    EXPECT_EQ(refused(PutMember{second}).code, RejectionCode::id_number_in_use);
    first.phone = "1";
    happens(ImportMembers{{first}});
    first = state.members.at(grandma).value();
    first.id_number = "";
    happens(PutMember{first});
    happens(ImportMembers{{second}});
    EXPECT_EQ(state.members.at(villager)->id_number, mrs_meng) << "the number that was given up is free";
}

TEST_F(Importing, two_records_of_one_person_from_earlier_times_go_on_working) {
    for (const auto id : {grandma, villager}) {
        Member record = state.members.at(id).value();
        record.born = *make_date(1884, 2, 29);
        record.id_number = mrs_meng;
        apply(state, recorded(std::move(record)));
    }
    for (const auto id : {grandma, villager}) {
        Member record = state.members.at(id).value();
        record.phone = "1";
        happens(PutMember{record});
    }
    Member third = state.members.at(neighbour).value();
    third.born = *make_date(1884, 2, 29);
    third.id_number = mrs_meng;
    EXPECT_EQ(refused(PutMember{third}).code, RejectionCode::id_number_in_use);
}

TEST_F(Importing, of_several_members_that_cannot_be_recorded_each_is_told) {
    Member one = state.members.at(grandma).value(), other = state.members.at(villager).value();
    one.phone = "none";
    other.employments = {{"acme", {}}};
    const auto why = refused(ImportMembers{{one, other}});
    EXPECT_EQ(why.code, RejectionCode::members_refused);
    EXPECT_EQ(why.params, (std::vector<Param>{{"number", one.number},
                                              {"code", "text_invalid"},
                                              {"what", "phone"},
                                              {"number", other.number},
                                              {"code", "employer_unknown"},
                                              {"employer", "acme"},
                                              {"count", "2"}}));
}

TEST_F(Importing, an_id_number_that_the_file_lost_stays_as_it_is_known) {
    Member known = state.members.at(grandma).value();
    known.born = *make_date(1884, 2, 29);
    known.id_number = mrs_meng;
    happens(ImportMembers{{known}});
    known.id_number = "";
    known.phone = "1";
    happens(ImportMembers{{known}, {}, {known.number}});
    EXPECT_EQ(state.members.at(grandma)->id_number, mrs_meng);
}

TEST_F(Importing, a_category_is_kept_in_the_word_of_the_scheme_that_asks_for_it) {
    Member said = state.members.at(neighbour).value();
    for (const auto* word : {"dibao", "Dibao", " DIBAO\t", "低保"}) {
        said.tags = {{word, {}}};
        EXPECT_EQ(TagWords(state.schemes).kept(word), "dibao") << word;
    }
    happens(ImportMembers{{said}});
    EXPECT_EQ(state.members.at(neighbour)->tags.at(0).tag, "dibao");
    Member edited = state.members.at(neighbour).value();
    edited.tags = {{"Village", {}}, {"chess", {}}};
    happens(PutMember{edited});
    EXPECT_EQ(state.members.at(neighbour)->tags.at(0).tag, "village");
    EXPECT_EQ(state.members.at(neighbour)->tags.at(1).tag, "chess") << "what nobody asks for stays as it is written";
    EXPECT_FALSE(TagWords(state.schemes).ask_for("chess"));
}

}  // namespace
}  // namespace canteen
