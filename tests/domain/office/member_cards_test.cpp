#include "canteen/domain/office/member_cards.h"

#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

class Cards : public CanteenFixture {
protected:
    Member known(MemberId id) const { return state.members.at(id).value(); }
    std::string what_is_wrong(const std::string& card) {
        const Rejection why = refused(IssueCard{grandma, card, ""});
        EXPECT_EQ(why.code, RejectionCode::card_invalid);
        return why.params.at(0).value;
    }
};

TEST_F(Cards, are_issued_one_beside_the_other_unless_one_replaces_another) {
    happens(IssueCard{grandma, "C1", ""});
    happens(IssueCard{grandma, "C2", ""});
    now = now + std::chrono::hours{24};
    happens(IssueCard{grandma, "C3", "C1"});
    EXPECT_EQ(known(grandma).cards, (std::vector<Card>{{"C1", CardState::replaced, today + 1},
                                                       {"C2", CardState::active, today},
                                                       {"C3", CardState::active, today + 1}}));
    EXPECT_EQ(known(grandma).revision, 4U) << "each is a change of the record";
}

TEST_F(Cards, a_number_stays_one_persons_even_when_the_card_is_lost_or_replaced) {
    happens(IssueCard{grandma, "C1", ""});
    happens(ReportCardLost{grandma, "C1"});
    const Rejection why = refused(IssueCard{neighbour, "C1", ""});
    EXPECT_EQ(why.code, RejectionCode::card_in_use);
    EXPECT_EQ(why.params, (std::vector<Param>{{"card", "C1"}}));
    happens(IssueCard{grandma, "C2", "C1"});
    EXPECT_EQ(refused(IssueCard{neighbour, "C1", ""}).code, RejectionCode::card_in_use);
    EXPECT_EQ(refused(IssueCard{grandma, "C2", ""}).code, RejectionCode::card_in_use);
}

TEST_F(Cards, two_spellings_that_an_older_program_kept_are_one_card) {
    state.members.at(grandma)->cards = {{"04a2", CardState::active, today}, {"04A2", CardState::active, today}};
    happens(ReportCardLost{grandma, "04a2"});
    for (const auto& card : known(grandma).cards) EXPECT_EQ(card.state, CardState::lost) << card.number;
    EXPECT_EQ(known(grandma).cards.at(0).number, "04a2") << "as it was kept";
    EXPECT_EQ(refused(IssueCard{neighbour, "04A2", ""}).code, RejectionCode::card_in_use);
}

TEST_F(Cards, a_lost_card_opens_nothing_and_is_reported_once) {
    happens(IssueCard{grandma, "C1", ""});
    happens(ReportCardLost{grandma, "C1"});
    EXPECT_EQ(known(grandma).cards.at(0), (Card{"C1", CardState::lost, today}));
    EXPECT_TRUE(happens(ReportCardLost{grandma, "C1"}).empty());
}

TEST_F(Cards, only_a_card_of_the_member_can_be_lost_or_replaced) {
    happens(IssueCard{neighbour, "N1", ""});
    EXPECT_EQ(refused(ReportCardLost{grandma, "N1"}).code, RejectionCode::card_unknown);
    EXPECT_EQ(refused(IssueCard{grandma, "C1", "N1"}).code, RejectionCode::card_unknown);
    happens(IssueCard{grandma, "C1", ""});
    happens(IssueCard{grandma, "C2", "C1"});
    EXPECT_EQ(refused(IssueCard{grandma, "C3", "C1"}).code, RejectionCode::card_unknown) << "replaced already";
    EXPECT_EQ(refused(IssueCard{id_of<MemberId>(99), "C4", ""}).code, RejectionCode::member_unknown);
    EXPECT_EQ(refused(ReportCardLost{id_of<MemberId>(99), "C4"}).code, RejectionCode::member_unknown);
}

TEST_F(Cards, are_digits_and_letters_and_never_an_id_number) {
    EXPECT_EQ(what_is_wrong(""), "number");
    EXPECT_EQ(what_is_wrong("C 1"), "number");
    EXPECT_EQ(what_is_wrong(std::string(max_card_bytes + 1, '1')), "number");
    EXPECT_EQ(what_is_wrong("99999919440229001X"), "id_number");
    EXPECT_EQ(what_is_wrong("99999919440229001x"), "id_number");
}

TEST_F(Cards, are_so_many_a_member_and_no_more) {
    for (std::size_t n = 0; n < max_cards_of_member; ++n) happens(IssueCard{grandma, "C" + std::to_string(n), ""});
    EXPECT_EQ(what_is_wrong("C99"), "too_many");
}

}  // namespace
}  // namespace canteen
