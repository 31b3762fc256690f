#include "canteen/domain/sales/correction.h"

#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

// Grandma ate with a subsidy; later it is entered that she had no right to one.
class LateFacts : public CanteenFixture {
protected:
    LateFacts() {
        eaten = draft_for(grandma, {portions(dishes::pork)});
        happens(ask_in_cash(eaten));
    }
    void end_category() {
        Member changed = *state.members.at(grandma);
        changed.tags = {{"dibao", {{}, today + -1}}};
        happens(ImportMembers{{changed}});
    }
    Refund correction() const { return {id_of<RefundId>(1), eaten.id, {}, RefundReason::correction, {}}; }
    ProposeCorrections proposal() const { return {grandma, {eaten.id}}; }

    OrderDraft eaten;
};

TEST_F(LateFacts, rewrite_no_meal_but_list_it) {
    end_category();
    const auto before = order(eaten);
    const auto listed = the<ExceptionListed>(happens(proposal())).exception;
    EXPECT_EQ(listed.code, ExceptionCode::correction_proposed);
    EXPECT_EQ(listed.order, eaten.id);
    EXPECT_EQ(listed.params.back(), (Param{"fen", "600"}));
    EXPECT_EQ(order(eaten), before);
    EXPECT_EQ(balance(AccountKind::receivable), Fen{6'00});
}

TEST_F(LateFacts, of_a_death_list_the_meals_behind_it) {
    Member changed = *state.members.at(grandma);
    changed.died = today + -1;
    happens(ImportMembers{{changed}});
    EXPECT_EQ(the<ExceptionListed>(happens(proposal())).exception.code, ExceptionCode::correction_proposed);
    changed.died = today;
    happens(ImportMembers{{changed}});
    EXPECT_EQ(refused(proposal()).code, RejectionCode::nothing_to_correct) << "the day he died";
}

TEST_F(LateFacts, that_change_nothing_propose_nothing) {
    EXPECT_EQ(refused(proposal()).code, RejectionCode::nothing_to_correct);
    EXPECT_EQ(refused(correction()).code, RejectionCode::nothing_to_correct);
    EXPECT_EQ(refused(ProposeCorrections{id_of<MemberId>(99), {}}).code, RejectionCode::member_unknown);
}

TEST_F(LateFacts, confirmed_give_the_payer_his_part_back_and_ask_the_guest_for_nothing) {
    end_category();
    const auto events = happens(correction());
    EXPECT_TRUE(the<OrderRefunded>(events).refund.back.empty());
    EXPECT_EQ(balance(AccountKind::receivable), Fen{0});
    EXPECT_EQ(balance(AccountKind::concession), Fen{6'00});
    EXPECT_EQ(balance(AccountKind::cash), Fen{6'00});
    EXPECT_EQ(count(grandma, UseKind::per_day), 0U) << "no subsidised meal any more";
    EXPECT_EQ(count(grandma, UseKind::meal_eaten), 1U) << "eaten all the same";
    EXPECT_EQ(stock(dishes::pork).left(), 19);
    EXPECT_TRUE(happens(correction()).empty()) << "the same once more";
    EXPECT_EQ(refused(proposal()).code, RejectionCode::nothing_to_correct);
}

TEST_F(LateFacts, leave_the_meal_to_be_refunded_whole) {
    end_category();
    happens(correction());
    const auto events = happens(Refund{id_of<RefundId>(2), eaten.id, {}, RefundReason::quality, {}});
    EXPECT_EQ(the<OrderRefunded>(events).refund.back, cash({6'00}));
    for (const auto kind : {AccountKind::cash, AccountKind::receivable, AccountKind::concession, AccountKind::sales})
        EXPECT_EQ(balance(kind), Fen{0});
    EXPECT_EQ(refused(Refund{id_of<RefundId>(3), eaten.id, {}, {}, {}}).code, RejectionCode::nothing_left);
}

TEST_F(LateFacts, free_only_the_rights_whose_share_they_change) {
    const auto record = [&](std::vector<TagFact> tags) {
        Member changed = *state.members.at(villager);
        changed.tags = std::move(tags);
        happens(ImportMembers{{changed}});
    };
    record({{"dibao", {}}, {"village", {}}});
    const auto by_both = draft_for(villager, {portions(dishes::noodles)});
    happens(ask_in_cash(by_both));
    record({{"dibao", {}}, {"village", {{}, today + -1}}});
    const auto events = happens(Refund{id_of<RefundId>(1), by_both.id, {}, RefundReason::correction, {}});
    EXPECT_EQ(balance(AccountKind::concession), Fen{9'00});
    EXPECT_EQ(the<RightFreed>(events).right.key.kind, UseKind::quota_month);
    EXPECT_EQ(count(villager, UseKind::per_day), 1U) << "the other payer gave a meal all the same";
}

TEST_F(LateFacts, count_no_later_meal_against_an_earlier_one) {
    Scheme first_free = six_a_day();
    first_free.id = "first-free";
    first_free.versions[0].steps = {DiscountStep{"pool", {{{}, {}, {0, 50}}}}};
    happens(ImportScheme{first_free, 1});
    const auto at_lunch = draft_for(neighbour, {portions(dishes::noodles)});
    happens(ask(at_lunch, cash({0})));
    now = at_site(today, 17, 30);
    auto at_dinner = draft_for(neighbour, {portions(dishes::noodles)});
    at_dinner.meal.slot = MealSlot::dinner;
    show_sums(at_dinner);
    happens(ask_in_cash(at_dinner));
    ASSERT_EQ(order(at_dinner).granted.at(0).fen, Fen{7'50});
    EXPECT_EQ(refused(ProposeCorrections{neighbour, {at_lunch.id, at_dinner.id}}).code,
              RejectionCode::nothing_to_correct);
}

TEST_F(LateFacts, of_an_erased_member_are_none) {
    end_category();
    happens(EraseMember{grandma});
    EXPECT_EQ(refused(correction()).code, RejectionCode::nothing_to_correct);
    EXPECT_EQ(refused(proposal()).code, RejectionCode::member_unknown);
    EXPECT_EQ(balance(AccountKind::receivable), Fen{6'00});
}

TEST_F(LateFacts, take_a_correction_of_all_or_nothing) {
    end_category();
    auto by_line = correction();
    by_line.lines = {{LineId{1}, 1}};
    EXPECT_EQ(refused(by_line).code, RejectionCode::nothing_to_correct);
}

}  // namespace
}  // namespace canteen
