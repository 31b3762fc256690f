#include "canteen/domain/office/member_merge.h"

#include "canteen/domain/office/stored_value.h"
#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

// Grandma was enrolled a second time, as number 004.
class Merging : public CanteenFixture {
protected:
    Merging() {
        happens(SetEmployer{acme()});
        happens(SetPointsRule{fifty_fen_a_point()});
        Member second = known(grandma);
        second.id = twin;
        second.number = "004";
        second.revision = 0;
        happens(PutMember{second});
    }

    const Member& known(MemberId id) { return state.members.at(id).value(); }
    MergeMembers merging(MemberId kept, MemberId merged) {
        return {kept, merged, known(kept).revision, known(merged).revision};
    }
    Events merge() { return happens(merging(grandma, twin)); }
    void change(MemberId id, const std::function<void(Member&)>& how) {
        Member next = known(id);
        how(next);
        happens(PutMember{next});
    }
    static Tender in_cash(std::int64_t fen) { return {TenderKind::cash, Fen{fen}, ""}; }
    static std::vector<Tender> from_account(Fen fen) { return {{TenderKind::stored_value, fen, ""}}; }
    Fen account(MemberId id) {
        return -balance(account_of(id, AccountKind::member_principal)) -
               balance(account_of(id, AccountKind::member_bonus));
    }
    Fen subsidy_shown(const OrderDraft& d) {
        Fen sum;
        for (const auto& share : d.shown.shares) sum += share.fen;
        return sum;
    }

    const MemberId twin = id_of<MemberId>(4);
};

TEST_F(Merging, leaves_one_record_and_says_which) {
    const auto events = merge();
    const auto said = the<MembersMerged>(events);
    EXPECT_EQ(said.kept, grandma);
    EXPECT_EQ(said.merged, twin);
    EXPECT_EQ(said.at, now);
    EXPECT_EQ(known(twin).merged_into, grandma);
    EXPECT_EQ(known(grandma).merged, (std::vector<MergedRecord>{{twin, "004"}}));
    EXPECT_EQ(known(grandma).revision, 2U);
    EXPECT_EQ(known(twin).revision, 2U);
}

TEST_F(Merging, gives_the_kept_one_all_cards_for_ever) {
    happens(IssueCard{grandma, "G1", ""});
    happens(IssueCard{twin, "T1", ""});
    happens(ReportCardLost{twin, "T1"});
    happens(IssueCard{twin, "T2", ""});
    merge();
    ASSERT_EQ(known(grandma).cards.size(), 3U);
    EXPECT_EQ(known(grandma).cards[1].state, CardState::lost);
    EXPECT_TRUE(known(twin).cards.empty());
    EXPECT_EQ(state.cards.at("T2"), grandma);
    EXPECT_EQ(refused(IssueCard{neighbour, "T1", ""}).code, RejectionCode::card_in_use);
}

TEST_F(Merging, leaves_room_for_further_cards) {
    for (unsigned n = 0; n < 7; ++n) {
        happens(IssueCard{grandma, "G" + std::to_string(n), ""});
        happens(IssueCard{twin, "T" + std::to_string(n), ""});
    }
    merge();
    happens(IssueCard{grandma, "G9", "G0"});
}

TEST_F(Merging, moves_principal_bonus_and_points) {
    happens(TopUp{grandma, in_cash(10'00), {1'00}});
    happens(TopUp{twin, in_cash(30'00), {3'00}});
    give_points(grandma, 5);
    give_points(twin, 7);
    const auto events = merge();
    EXPECT_EQ(account(grandma), Fen{44'00});
    EXPECT_EQ(account(twin), Fen{});
    EXPECT_EQ(balance(account_of(grandma, AccountKind::member_bonus)), Fen{-4'00});
    EXPECT_EQ(points(grandma), 12);
    EXPECT_EQ(points(twin), 0);
    EXPECT_TRUE(balances(the<LedgerPosted>(events).postings));
}

TEST_F(Merging, takes_what_the_kept_record_lacks_and_nothing_it_has) {
    const DateRange all;
    change(grandma, [&](Member& m) {
        m.phone = "1";
        m.carers = {{"Chen", "7", MemberId{}, all}, {"twin himself", "", twin, all}};
        m.allergens = {2};
    });
    change(twin, [&](Member& m) {
        m.phone = "2";
        m.hukou = {{"510117001", all}};
        m.carers = {{"Chen", "7", MemberId{}, all}, {"Wu", "8", MemberId{}, all}, {"N", "", neighbour, all}};
        m.tags.push_back({"veteran", all});
        m.employments = {{"acme", all}};
        m.allergens = {1, 2};
        m.died = today;
    });
    happens(ReviewApplication{twin, "six-a-day", {ReviewStep::submitted, today, "", ""}, {}});
    happens(ReviewApplication{twin, "six-a-day", {ReviewStep::approved, today, "", ""}, {}});
    merge();
    const Member& kept = known(grandma);
    EXPECT_EQ(kept.phone, "1");
    EXPECT_EQ(kept.hukou.size(), 1U);
    EXPECT_EQ(kept.employments.size(), 1U);
    ASSERT_EQ(kept.carers.size(), 3U);
    EXPECT_EQ(kept.carers[1].name, "Wu");
    ASSERT_EQ(kept.tags.size(), 2U);
    EXPECT_EQ(kept.tags[1].tag, "veteran");
    EXPECT_EQ(kept.applications.size(), 1U);
    EXPECT_EQ(kept.approvals.size(), 1U);
    EXPECT_EQ(kept.allergens, (std::vector<std::uint8_t>{1, 2}));
    EXPECT_EQ(kept.died, today);
}

TEST_F(Merging, keeps_the_employer_and_areas_of_the_kept_record) {
    change(grandma, [](Member& m) { m.hukou = {{"510117001", {}}}; });
    change(twin, [](Member& m) { m.hukou = {{"510131001", {}}}; });
    merge();
    EXPECT_EQ(known(grandma).hukou, (std::vector<AreaFact>{{"510117001", {}}}));
}

TEST_F(Merging, counts_what_both_used_of_a_right_once_per_person) {
    const auto first = draft_for(twin, {portions(dishes::pork)});
    ASSERT_EQ(subsidy_shown(first), Fen{6'00});
    happens(ask_in_cash(first));
    EXPECT_EQ(subsidy_shown(draft_for(grandma, {portions(dishes::pork)})), Fen{6'00}) << "two records, two subsidies";
    merge();
    EXPECT_EQ(subsidy_shown(draft_for(grandma, {portions(dishes::pork)})), Fen{}) << "one a day and person";

    happens(Refund{id_of<RefundId>(1), first.id, {}, RefundReason::guest_asked, {}});
    EXPECT_EQ(subsidy_shown(draft_for(grandma, {portions(dishes::pork)})), Fen{6'00}) << "the use came free";
}

TEST_F(Merging, counts_quotas_and_allowances_of_both) {
    for (const auto id : {grandma, twin}) change(id, [](Member& m) { m.employments = {{"acme", {}}}; });
    for (const auto id : {grandma, twin}) change(id, [](Member& m) { m.tags = {{"village", {}}}; });
    const auto d = draft_for(twin, {portions(dishes::noodles)});
    ASSERT_EQ(subsidy_shown(d), Fen{15'00});
    happens(ask(d));
    const auto more = draft_for(twin, {portions(dishes::pork)});
    ASSERT_EQ(more.shown.to_pay, Fen{7'00});
    happens(ask(more, {{TenderKind::allowance, {7'00}, "acme"}}));
    merge();
    const auto next = draft_for(grandma, {portions(dishes::pork)});
    EXPECT_EQ(subsidy_shown(next), Fen{}) << "20 a month are spent";
    EXPECT_EQ(refused(ask(next, {{TenderKind::allowance, {12'00}, "acme"}})).params,
              (std::vector<Param>{{"left", "300"}}));
}

TEST_F(Merging, gives_the_merged_one_nothing_more) {
    happens(IssueCard{twin, "T1", ""});
    merge();
    for (const auto& body : std::vector<CommandBody>{
             TopUp{twin, in_cash(1'00), {}}, PayOut{twin, in_cash(1'00)}, IssueCard{twin, "T2", ""},
             ReportCardLost{twin, "T1"},
             ReviewApplication{twin, "six-a-day", {ReviewStep::submitted, today, "", ""}, {}}, PutMember{known(twin)},
             EraseMember{twin}, TransferBalance{grandma, twin}, RecordHours{{twin, today, 60, "kitchen", 0}},
             ImportBalances{{{twin, "004", {1'00}, {}}}}}) {
        const auto why = refused(body);
        EXPECT_EQ(why.code, RejectionCode::member_merged) << name_of(body);
        ASSERT_FALSE(why.params.empty());
        EXPECT_EQ(why.params.front(), (Param{"number", "001"}));
    }
}

TEST_F(Merging, refuses_a_row_of_an_import_by_both_numbers) {
    merge();
    const auto why = refused(ImportMembers{{known(twin)}});
    EXPECT_EQ(why.code, RejectionCode::member_merged);
    EXPECT_EQ(why.params, (std::vector<Param>{{"kept", "001"}, {"number", "004"}}));
}

TEST_F(Merging, sends_an_ask_for_the_merged_one_to_the_number_that_was_kept) {
    auto d = draft_for(twin, {portions(dishes::pork)});
    merge();
    const auto why = refused(ask_in_cash(d));
    EXPECT_EQ(why.code, RejectionCode::member_merged);
    EXPECT_EQ(why.params, (std::vector<Param>{{"number", "001"}}));
}

TEST_F(Merging, books_what_a_till_sold_meanwhile_for_the_kept_one) {
    happens(TopUp{twin, in_cash(30'00), {}});
    const auto d = draft_for(twin, {portions(dishes::pork)});
    merge();
    EXPECT_EQ(exceptions_of(sale(d, from_account({6'00}))), std::vector{ExceptionCode::member_merged});
    EXPECT_EQ(order(d).draft.member, grandma);
    EXPECT_EQ(account(grandma), Fen{24'00});
    EXPECT_EQ(account(twin), Fen{});
    EXPECT_EQ(exceptions_of(sale(d, from_account({6'00}))), std::vector<ExceptionCode>{}) << "stated once more";
}

TEST_F(Merging, bears_what_an_offline_sale_took_of_a_right_the_kept_one_had_used) {
    const auto d = draft_for(twin, {portions(dishes::pork)});
    merge();
    happens(ask_in_cash(draft_for(grandma, {portions(dishes::pork)})));
    const auto listed = exceptions_of(sale_in_cash(d));
    EXPECT_EQ(listed, (std::vector{ExceptionCode::right_already_used, ExceptionCode::member_merged}));
    EXPECT_EQ(balance(AccountKind::concession), Fen{6'00});
}

TEST_F(Merging, gives_back_into_the_kept_account_whatever_the_parts) {
    happens(TopUp{twin, in_cash(20'00), {4'00}});
    const auto d = draft_for(twin, {portions(dishes::pork, 2)});
    happens(ask(d, from_account({18'00})));
    merge();
    ASSERT_EQ(account(grandma), Fen{6'00});
    happens(Refund{id_of<RefundId>(1), d.id, {{d.lines[0].id, 1}}, RefundReason::quality, {}});
    happens(Refund{id_of<RefundId>(2), d.id, {{d.lines[0].id, 1}}, RefundReason::quality, {}});
    EXPECT_EQ(account(grandma), Fen{24'00});
    EXPECT_EQ(balance(account_of(grandma, AccountKind::member_bonus)), Fen{-4'00});
    EXPECT_EQ(account(twin), Fen{});
    EXPECT_TRUE(order(d).rights.empty());
    EXPECT_EQ(order(d).draft.member, twin) << "it stays where it was sold";
}

TEST_F(Merging, gives_points_back_to_the_kept_one) {
    give_points(twin, 40);
    const auto d = draft_for(twin, {portions(dishes::noodles)});
    happens(ask(d, {{TenderKind::points, {9'00}, ""}}));
    merge();
    EXPECT_EQ(points(grandma), 22);
    happens(CancelOrder{d.id});
    EXPECT_EQ(points(grandma), 40);
    EXPECT_EQ(points(twin), 0);
}

TEST_F(Merging, corrects_past_meals_of_both_by_the_facts_of_the_kept_record) {
    const auto d = draft_for(twin, {portions(dishes::pork)});
    happens(ask_in_cash(d));
    merge();
    change(grandma, [](Member& m) { m.tags.clear(); });
    const auto events = happens(ProposeCorrections{grandma, {d.id}});
    EXPECT_EQ(the<ExceptionListed>(events).exception.code, ExceptionCode::correction_proposed);
    happens(Refund{id_of<RefundId>(1), d.id, {}, RefundReason::correction, {}});
    EXPECT_TRUE(order(d).granted.empty());
}

TEST_F(Merging, knows_a_carer_by_whichever_of_the_records) {
    change(neighbour, [&](Member& m) { m.carers = {{"twin", "", twin, {}}}; });
    merge();
    auto d = draft_for(neighbour, {portions(dishes::pork)});
    d.ordered_by = grandma;
    happens(ask_in_cash(d));
    auto strange = draft_for(villager, {portions(dishes::pork)});
    strange.ordered_by = grandma;
    EXPECT_EQ(refused(ask_in_cash(strange)).code, RejectionCode::not_a_carer);
}

TEST_F(Merging, waits_for_holds_of_the_merged_one) {
    const auto d = draft_for(twin, {portions(dishes::pork)});
    happens(ask(d));
    const auto why = refused(merging(grandma, twin));
    EXPECT_EQ(why.code, RejectionCode::holds_open);
    EXPECT_EQ(why.params, (std::vector<Param>{{"count", "1"}, {"number", to_string(d.pickup)}}));
    happens(CancelOrder{d.id});
    merge();
}

TEST_F(Merging, asks_for_two_records_as_they_were_seen) {
    const auto nobody = id_of<MemberId>(99);
    state.members.try_emplace(nobody);
    EXPECT_EQ(refused(MergeMembers{grandma, nobody, 1, 0}).code, RejectionCode::member_unknown);
    EXPECT_EQ(refused(MergeMembers{nobody, grandma, 0, 1}).code, RejectionCode::member_unknown);
    EXPECT_EQ(refused(merging(grandma, grandma)).code, RejectionCode::same_member);
    auto late = merging(grandma, twin);
    happens(IssueCard{twin, "T1", ""});
    EXPECT_EQ(refused(late).code, RejectionCode::record_changed);
    merge();
    EXPECT_EQ(refused(merging(grandma, twin)).code, RejectionCode::member_merged);
    EXPECT_EQ(refused(merging(twin, neighbour)).code, RejectionCode::member_merged);
    happens(EraseMember{neighbour});
    EXPECT_EQ(refused(MergeMembers{grandma, neighbour, 2, 1}).code, RejectionCode::member_unknown);
}

TEST_F(Merging, keeps_to_what_one_person_may_store) {
    happens(TopUp{grandma, in_cash(max_stored_value.value), {}});
    happens(TopUp{twin, in_cash(1), {}});
    EXPECT_EQ(refused(merging(grandma, twin)).code, RejectionCode::account_full);
}

TEST_F(Merging, of_three_records_leaves_one) {
    merge();
    happens(merging(villager, grandma));
    EXPECT_EQ(known(twin).merged_into, villager);
    EXPECT_EQ(known(grandma).merged_into, villager);
    EXPECT_EQ(known(villager).merged, (std::vector<MergedRecord>{{grandma, "001"}, {twin, "004"}}));
    EXPECT_EQ(refused(TopUp{twin, in_cash(1'00), {}}).params, (std::vector<Param>{{"number", "002"}}));
}

TEST_F(Merging, lets_the_kept_record_have_the_id_number_of_both) {
    const std::string id = "510107194402291234";
    Member twins = known(twin);
    twins.id_number = id;
    apply(state, MemberRecorded{twins});
    state.id_numbers[id] = twin;
    merge();
    EXPECT_EQ(known(grandma).id_number, id);
    Member other = known(neighbour);
    other.id_number = id;
    EXPECT_NE(decide_and_apply(PutMember{other}).index(), 0U);
}

TEST_F(Merging, erasing_the_kept_one_erases_both) {
    merge();
    const auto events = happens(EraseMember{grandma});
    EXPECT_EQ(count_of<MemberErased>(events), 2U);
    EXPECT_TRUE(state.erased.contains(twin));
    EXPECT_FALSE(state.members.at(twin));
}

}  // namespace
}  // namespace canteen
