#include "canteen/domain/office/member_record.h"

#include "canteen/domain/model/facts.h"
#include "canteen/domain/model/member_checks.h"
#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

class TheOffice : public CanteenFixture {
protected:
    Member known(MemberId id) const { return state.members.at(id).value(); }

    // Returns the record of a newcomer, as a form would send it.
    static Member newcomer() {
        Member member;
        member.id = id_of<MemberId>(40);
        member.number = "A40";
        member.name = "李桂芳";
        member.born = parse_date("1944-02-29").value();
        return member;
    }

    // Makes a step of grandma's application for six-a-day.
    ReviewApplication review(ReviewStep step, Date on, DateRange valid = {}) const {
        return {grandma, "six-a-day", {step, on, "民政专干", step == ReviewStep::rejected ? "不符合" : ""}, valid};
    }
    void approve(Date on, DateRange valid = {}) {
        happens(review(ReviewStep::submitted, on));
        happens(review(ReviewStep::approved, on, valid));
    }
    bool is_approved(Date date) const {
        return facts_on(known(grandma), {"", ""}, date).approved.contains("six-a-day");
    }

    // Returns what is wrong with the newcomer's record after this change.
    template <class Change>
    Rejection refused_with(Change change) {
        Member member = newcomer();
        change(member);
        return refused(PutMember{member});
    }
    template <class Change>
    void expect_invalid(const char* what, Change change) {
        const Rejection why = refused_with(change);
        EXPECT_EQ(why.code, RejectionCode::text_invalid) << what;
        EXPECT_EQ(why.params, (std::vector<Param>{{"what", what}}));
    }
};

TEST_F(TheOffice, records_a_newcomer_and_then_changes_what_it_saw) {
    EXPECT_EQ(the<MemberRecorded>(happens(PutMember{newcomer()})).member.revision, 1U);
    Member seen = known(newcomer().id);
    seen.phone = "02887654321";
    EXPECT_EQ(the<MemberRecorded>(happens(PutMember{seen})).member.revision, 2U);
    EXPECT_EQ(known(seen.id).phone, "02887654321");
}

TEST_F(TheOffice, does_not_overwrite_what_somebody_else_changed_meanwhile) {
    Member mine = known(grandma), yours = known(grandma);
    yours.name = "王秀英";
    happens(PutMember{yours});
    mine.phone = "1";
    const Rejection why = refused(PutMember{mine});
    EXPECT_EQ(why.code, RejectionCode::record_changed);
    EXPECT_EQ(why.params, (std::vector<Param>{{"revision", "2"}}));
    Member never_seen = newcomer();
    never_seen.revision = 1;
    EXPECT_EQ(refused(PutMember{never_seen}).params, (std::vector<Param>{{"revision", "0"}}));
}

TEST_F(TheOffice, changes_nothing_by_saving_what_it_opened) {
    EXPECT_TRUE(happens(PutMember{known(grandma)}).empty());
}

TEST_F(TheOffice, never_gives_two_members_one_number) {
    Member twin = newcomer();
    twin.number = "001";
    const Rejection why = refused(PutMember{twin});
    EXPECT_EQ(why.code, RejectionCode::number_in_use);
    EXPECT_EQ(why.params, (std::vector<Param>{{"number", "001"}}));

    Member moved = known(grandma);
    moved.number = "777";
    happens(PutMember{moved});
    happens(PutMember{twin});
    EXPECT_EQ(state.numbers.at("001"), twin.id) << "the number that was given up is free";
    moved = known(grandma);
    moved.number = "001";
    EXPECT_EQ(refused(PutMember{moved}).code, RejectionCode::number_in_use);
}

TEST_F(TheOffice, leaves_cards_applications_and_approvals_to_their_own_commands) {
    happens(IssueCard{grandma, "C1", ""});
    approve(today);
    Member edited = known(grandma);
    edited.cards = {{"C9", CardState::active, today}};
    edited.applications.clear();
    edited.approvals.clear();
    edited.name = "王秀英";
    const Member before = known(grandma);
    happens(PutMember{edited});
    EXPECT_EQ(known(grandma).name, "王秀英");
    EXPECT_EQ(known(grandma).cards, before.cards);
    EXPECT_EQ(known(grandma).applications, before.applications);
    EXPECT_EQ(known(grandma).approvals, before.approvals);

    Member fresh = newcomer();
    fresh.approvals = {{"six-a-day", {}}};
    EXPECT_TRUE(the<MemberRecorded>(happens(PutMember{fresh})).member.approvals.empty());
}

TEST_F(TheOffice, keeps_the_id_number_as_the_standard_writes_it_and_refuses_what_is_none) {
    Member member = newcomer();
    member.id_number = " 99999919440229001x ";
    EXPECT_EQ(the<MemberRecorded>(happens(PutMember{member})).member.id_number, "99999919440229001X");

    member = known(member.id);
    member.id_number = "999999194402290011";
    EXPECT_EQ(refused(PutMember{member}).code, RejectionCode::id_number_invalid) << "a wrong check digit";
    member.id_number = "99999919440229001X";
    member.born = parse_date("1944-03-01").value();
    EXPECT_EQ(refused(PutMember{member}).code, RejectionCode::id_number_invalid) << "it says another birth date";
}

TEST_F(TheOffice, refuses_texts_that_are_empty_too_long_or_could_fake_a_line) {
    expect_invalid("number", [](Member& m) { m.number = ""; });
    expect_invalid("number", [](Member& m) { m.number = "12-3"; });
    expect_invalid("number", [](Member& m) { m.number = std::string(max_member_number_bytes + 1, '1'); });
    expect_invalid("number", [](Member& m) { m.number = "99999919440229001x"; });
    expect_invalid("name", [](Member& m) { m.name = ""; });
    expect_invalid("name", [](Member& m) { m.name = "甲\n乙"; });
    expect_invalid("name", [](Member& m) { m.name = "\u202E甲"; });
    expect_invalid("phone", [](Member& m) { m.phone = "call me"; });
    expect_invalid("hukou", [](Member& m) { m.hukou = {{"51011", {}}}; });
    expect_invalid("residence", [](Member& m) { m.residence = {{"", {}}}; });
    expect_invalid("tags", [](Member& m) { m.tags = {{"", {}}}; });
    expect_invalid("tags", [](Member& m) { m.tags = {{"dibao", {}, std::string(max_evidence_bytes + 1, 'x')}}; });
    expect_invalid("tags", [](Member& m) { m.tags = {{"dibao", {}, "a\tb"}}; });
    expect_invalid("stays", [](Member& m) { m.stays = {{std::string(max_fact_bytes + 1, 'x'), {}}}; });
    expect_invalid("carers", [](Member& m) { m.carers = {{"", "", {}, {}}}; });
    expect_invalid("carers", [](Member& m) { m.carers = {{"女儿", "none", {}, {}}}; });
    expect_invalid("diet", [](Member& m) { m.diet = all_diet_flags + 1; });
    expect_invalid("allergens", [](Member& m) { m.allergens = {9}; });
}

TEST_F(TheOffice, bounds_how_much_there_is_of_each_kind) {
    expect_invalid("tags", [](Member& m) { m.tags.assign(max_member_facts + 1, {"dibao", {}}); });
    expect_invalid("hukou", [](Member& m) { m.hukou.assign(max_member_areas + 1, {"51", {}}); });
    expect_invalid("stays", [](Member& m) { m.stays.assign(max_member_stays + 1, {"养老院", {}}); });
    expect_invalid("carers", [](Member& m) { m.carers.assign(max_member_carers + 1, {"女儿", "", {}, {}}); });
    state.employers["acme"].code = "acme";
    expect_invalid("employments", [](Member& m) { m.employments.assign(max_member_employments + 1, {"acme", {}}); });
}

TEST_F(TheOffice, refuses_dates_upside_down) {
    const DateRange upside_down{today, today + -1};
    EXPECT_EQ(refused_with([&](Member& m) { m.stays = {{"养老院", upside_down}}; }).code,
              RejectionCode::period_invalid);
    EXPECT_EQ(refused_with([&](Member& m) { m.carers = {{"女儿", "", {}, upside_down}}; }).code,
              RejectionCode::period_invalid);
    const Rejection why = refused_with([](Member& m) { m.died = m.born + -1; });
    EXPECT_EQ(why.code, RejectionCode::period_invalid);
    EXPECT_EQ(why.params, (std::vector<Param>{{"what", "died"}}));
}

TEST_F(TheOffice, knows_the_employers_of_its_members) {
    Member member = newcomer();
    member.employments = {{"acme", {}}};
    const Rejection why = refused(PutMember{member});
    EXPECT_EQ(why.code, RejectionCode::employer_unknown);
    EXPECT_EQ(why.params, (std::vector<Param>{{"employer", "acme"}}));
    state.employers["acme"].code = "acme";
    EXPECT_EQ(the<MemberRecorded>(happens(PutMember{member})).member.employments, member.employments);
}

TEST_F(TheOffice, keeps_each_allergen_once) {
    Member member = newcomer();
    member.allergens = {5, 1, 5};
    EXPECT_EQ(the<MemberRecorded>(happens(PutMember{member})).member.allergens, (std::vector<std::uint8_t>{1, 5}));
}

TEST_F(TheOffice, takes_an_application_step_by_step_to_its_approval) {
    happens(review(ReviewStep::submitted, today));
    happens(review(ReviewStep::first_review, today + 3));
    happens(review(ReviewStep::second_review, today + 5));
    EXPECT_FALSE(is_approved(today + 9));
    happens(review(ReviewStep::approved, today + 9));
    EXPECT_FALSE(is_approved(today + 8));
    EXPECT_TRUE(is_approved(today + 9));
    ASSERT_EQ(known(grandma).applications.size(), 1U);
    EXPECT_EQ(known(grandma).applications[0].steps.size(), 4U);
    EXPECT_EQ(known(grandma).revision, 5U);
}

TEST_F(TheOffice, does_not_go_back_or_begin_in_the_middle) {
    const Rejection why = refused(review(ReviewStep::first_review, today));
    EXPECT_EQ(why.code, RejectionCode::application_order);
    EXPECT_EQ(why.params, (std::vector<Param>{{"last", "none"}}));
    happens(review(ReviewStep::submitted, today));
    EXPECT_EQ(refused(review(ReviewStep::submitted, today)).code, RejectionCode::application_order);
    happens(review(ReviewStep::second_review, today + 2));
    EXPECT_EQ(refused(review(ReviewStep::first_review, today + 2)).params,
              (std::vector<Param>{{"last", "second_review"}}));
    EXPECT_EQ(refused(review(ReviewStep::approved, today + 1)).code, RejectionCode::period_invalid)
        << "before the review that it follows";
}

TEST_F(TheOffice, lets_a_new_application_follow_one_that_ended) {
    for (const auto end : {ReviewStep::rejected, ReviewStep::withdrawn, ReviewStep::approved}) {
        happens(review(ReviewStep::submitted, today));
        happens(review(end, today));
    }
    EXPECT_EQ(known(grandma).applications.size(), 3U);
    happens(review(ReviewStep::rejected, today));
    EXPECT_EQ(refused(review(ReviewStep::withdrawn, today)).params, (std::vector<Param>{{"last", "rejected"}}));
}

TEST_F(TheOffice, approves_for_the_dates_given_but_never_backwards) {
    approve(today, {today + -30, today + 10});
    EXPECT_FALSE(is_approved(today + -1)) << "not before it was approved";
    EXPECT_TRUE(is_approved(today));
    EXPECT_TRUE(is_approved(today + 10));
    EXPECT_FALSE(is_approved(today + 11));
    happens(review(ReviewStep::submitted, today));
    EXPECT_EQ(refused(review(ReviewStep::approved, today, {{}, today + -1})).code, RejectionCode::period_invalid);
}

TEST_F(TheOffice, ends_an_approval_the_day_before_it_is_taken_back) {
    approve(today);
    happens(review(ReviewStep::withdrawn, today + 20));
    EXPECT_TRUE(is_approved(today + 19));
    EXPECT_FALSE(is_approved(today + 20));
}

TEST_F(TheOffice, leaves_nothing_of_an_approval_that_is_taken_back_before_the_first_day_there_is) {
    const Date first = parse_date("0001-01-01").value();
    Member member = known(grandma);
    member.approvals = {{"six-a-day", {}}};
    happens(ImportMembers{{member}});
    happens(review(ReviewStep::submitted, first));
    happens(review(ReviewStep::approved, first));
    for (const auto& approval : known(grandma).approvals)
        EXPECT_TRUE(!approval.valid.to || *approval.valid.to >= first) << "no such day could be read";
}

TEST_F(TheOffice, an_application_that_fails_leaves_an_earlier_approval) {
    approve(today);
    happens(review(ReviewStep::submitted, today + 5));
    happens(review(ReviewStep::rejected, today + 6));
    EXPECT_TRUE(is_approved(today + 6));
}

TEST_F(TheOffice, a_new_approval_stands_instead_of_the_earlier_one_from_its_day_on) {
    approve(today);
    approve(today + 10, {today + 12, today + 20});
    EXPECT_TRUE(is_approved(today + 11)) << "still by the first";
    EXPECT_TRUE(is_approved(today + 20));
    EXPECT_FALSE(is_approved(today + 21)) << "the first had no end";
}

TEST_F(TheOffice, names_what_is_wrong_with_a_review) {
    ReviewApplication step = review(ReviewStep::submitted, today);
    step.scheme = "unheard-of";
    EXPECT_EQ(refused(step).code, RejectionCode::scheme_unknown);
    step = review(ReviewStep::submitted, today);
    step.member = id_of<MemberId>(99);
    EXPECT_EQ(refused(step).code, RejectionCode::member_unknown);
    happens(review(ReviewStep::submitted, today));
    step = review(ReviewStep::rejected, today);
    step.step.note = "";
    EXPECT_EQ(refused(step).params, (std::vector<Param>{{"what", "note"}})) << "a rejection has a reason";
    step.step.note = std::string(max_review_note_bytes + 1, 'x');
    EXPECT_EQ(refused(step).params, (std::vector<Param>{{"what", "note"}}));
    step = review(ReviewStep::approved, today);
    step.step.by = "a\nb";
    EXPECT_EQ(refused(step).params, (std::vector<Param>{{"what", "by"}}));
}

TEST_F(TheOffice, leaves_out_the_oldest_application_that_means_nothing_any_more) {
    approve(today);
    ReviewApplication other = review(ReviewStep::submitted, today);
    for (std::size_t n = 1; n < max_applications; ++n) {
        other.scheme = "twenty-a-month";
        other.step.step = ReviewStep::submitted;
        happens(other);
        other.step.step = ReviewStep::withdrawn;
        happens(other);
    }
    other.step.step = ReviewStep::submitted;
    happens(other);
    const auto applications = known(grandma).applications;
    EXPECT_EQ(applications.size(), max_applications);
    EXPECT_EQ(applications.front().scheme, "six-a-day") << "an approval is still in force by it";
    EXPECT_EQ(applications.back().steps.size(), 1U);
}

}  // namespace
}  // namespace canteen
