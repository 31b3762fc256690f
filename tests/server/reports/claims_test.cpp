// A claim's file is the journal's, byte for byte: a change to one or the other is found.
#include "canteen/reports/claims.h"
#include "canteen/domain/base/hex.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "canteen/app/store.h"
#include "canteen/engine/config.h"
#include "tests/storage/lunch.h"

namespace canteen {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Claims : public testing::Test {
protected:
    Claims() {
        lunch.open_shop();
        for (std::uint32_t n = 1; n <= 3; ++n) lunch.commit(events_of(pork_order(n, member_id(n))));
        for (std::uint32_t n = 4; n <= 5; ++n) lunch.commit(late_events_of(pork_order(n, member_id(n - 3))));
    }

    // Makes a second meal of the day, whose right is used up already.
    static Events late_events_of(const Order& order) {
        auto events = events_of(order);
        std::erase_if(events, [](const Event& event) { return std::holds_alternative<RightUsed>(event); });
        return events;
    }

    std::string draw_up(Seq as_of = 0) { return claim_file(lunch.db(), lunch.keys, district, april, as_of); }
    std::vector<std::string> check(const std::string& text) { return check_claim_file(text, lunch.db(), lunch.keys); }
    void run(const std::string& sql) {
        lunch.close();
        Connection(lunch.db(), Connection::Mode::read_write).exec(sql);
    }
    // Takes one order's share back, as a cancellation and a refund do.
    void take_back(std::uint32_t n) {
        lunch.commit({LedgerPosted{
            order_id(n),
            {{{AccountKind::receivable, "test-scheme/district"}, {-600}}, {{AccountKind::sales, ""}, {600}}}}});
    }

    Claim draft(std::uint32_t n, const ClaimPeriod& period) {
        return draft_claim(lunch.db(), lunch.keys, site, id_of<ClaimId>(9, n), district, period);
    }
    // Commits them as one command of that name: claims are found in the journal by it.
    void commit(const char* command, Events events) {
        auto row = lunch.row(std::move(events));
        row.command_name = command;
        lunch.store().commit({row}, {});
    }
    void submit(std::uint32_t n, const ClaimPeriod& period) {
        commit("DraftClaim", {ClaimDrafted{draft(n, period)}});
        commit("SubmitClaim", {ClaimSubmitted{id_of<ClaimId>(9, n)}});
    }

    Lunch lunch;
    Site site;
    ClaimPayer district{"test-scheme", "district"};
    ClaimPeriod april = *parse_claim_period("2026-04");
};

TEST_F(Claims, AMealIsALineAndTheFileHoldsAgainstTheJournal) {
    auto text = draw_up();
    EXPECT_THAT(text, HasSubstr("\nlines,5\nfood_fen,7500\nshare_fen,3000\n"));
    EXPECT_THAT(text, HasSubstr("\nas_of,6:"));
    EXPECT_THAT(check(text), IsEmpty());
}

TEST_F(Claims, TheSameRowYieldsTheSameBytesWhateverCameLater) {
    auto before = draw_up();
    take_back(3);
    EXPECT_EQ(draw_up(6), before);
    EXPECT_THAT(check(before), IsEmpty());
    EXPECT_THAT(draw_up(), HasSubstr("\nlines,4\nfood_fen,6000\nshare_fen,2400\n"));
}

TEST_F(Claims, NobodyIsNamedAndOnePersonIsOneReference) {
    auto text = draw_up();
    for (const char* personal : {"测试甲", "19900001001", "9999991950", "10001"})
        EXPECT_EQ(text.find(personal), std::string::npos) << personal;
    EXPECT_EQ(text.find(to_hex(member_id(1).bytes)), std::string::npos);
    auto cell = [&](const std::string& order) {
        auto line = text.substr(text.find(order));
        return line.substr(line.find("dine_in,") + 8, 20);
    };
    EXPECT_EQ(cell(to_hex(order_id(1).bytes)), cell(to_hex(order_id(4).bytes)));
    EXPECT_NE(cell(to_hex(order_id(1).bytes)), cell(to_hex(order_id(2).bytes)));
}

TEST_F(Claims, AnotherPayerAndAnotherMonthAreOtherClaims) {
    EXPECT_THAT(claim_file(lunch.db(), lunch.keys, {"test-scheme", "city"}, april), HasSubstr("\nlines,0\n"));
    EXPECT_THAT(claim_file(lunch.db(), lunch.keys, district, *parse_claim_period("2026-05")), HasSubstr("\nlines,0\n"));
    EXPECT_THAT(claim_file(lunch.db(), lunch.keys, district, *parse_claim_period("2026Q2")), HasSubstr("\nlines,5\n"));
}

TEST_F(Claims, NamesAreFilledInWhenItIsPrinted) {
    auto printed = print_claim(draw_up(), lunch.db(), lunch.keys, site);
    EXPECT_THAT(printed.persons, HasSubstr("\n1,测试甲1,**************"));
    EXPECT_THAT(printed.persons, HasSubstr(",dibao,999999001,0,2,0,30.00,12.00,0.00,18.00,0,0.00,0.00,,,\n"));
    EXPECT_THAT(printed.meals, HasSubstr("午餐,2026-04-14 11:00,Till 1,,A005,15.00,0.00,6.00,0.00,9.00\n"));
    for (const auto& text : {printed.persons, printed.meals})
        for (std::uint32_t n = 1; n <= 3; ++n)
            EXPECT_EQ(text.find(made_up_id_number(n).substr(0, 14)), std::string::npos);
    EXPECT_THROW(print_claim(draw_up() + "6,", lunch.db(), lunch.keys, site), OperatorError);
}

TEST_F(Claims, WhoWasErasedIsNotNamedAndHisMealsStay) {
    auto text = draw_up();
    lunch.commit({MemberErased{member_id(1), eleven}});
    auto printed = print_claim(text, lunch.db(), lunch.keys, site);
    EXPECT_EQ(printed.persons.find("测试甲1"), std::string::npos);
    EXPECT_THAT(printed.persons, HasSubstr(",已删除,,,,0,2,0,30.00,12.00,"));
}

TEST_F(Claims, ADraftSaysWhatTheFileSaysAndWhatShouldBeLookedAt) {
    auto text = draw_up();
    auto claim = draft(1, april);
    EXPECT_EQ(claim.lines, 5U);
    EXPECT_EQ(claim.sum, Fen{3'000});
    EXPECT_EQ(claim.as_of, 6U);
    EXPECT_THAT(text, HasSubstr("\nas_of,6:" + to_hex(claim.head) + "\n"));
    EXPECT_THAT(text, HasSubstr("\ntable_hash," + to_hex(claim.table_hash) + "\n"));
    ASSERT_EQ(claim.findings.size(), 2U);  // two of them ate twice
    for (const auto& finding : claim.findings) {
        EXPECT_EQ(finding.code, FindingCode::double_use);
        EXPECT_THAT(text, HasSubstr("," + finding.params.at(0).value + ","));
    }
}

TEST_F(Claims, TheNextClaimAsksForWhatTheOneBeforeDidNot) {
    auto may = *parse_claim_period("2026-05");
    submit(1, april);
    EXPECT_THAT(draw_up(), HasSubstr("\nlines,0\n"));
    lunch.commit(late_events_of(pork_order(6, member_id(3))));
    take_back(1);
    commit("RejectClaimLine", {ClaimLineRejected{id_of<ClaimId>(9, 1), {order_id(2), "not seen", false}}});
    auto text = claim_file(lunch.db(), lunch.keys, district, may);
    EXPECT_THAT(text, HasSubstr("\nlines,3\nfood_fen,4500\nshare_fen,600\nlate_lines,3\nlate_share_fen,600\n"));
    EXPECT_THAT(text, HasSubstr(",2026-04,2026-04-14,lunch,"));
    EXPECT_THAT(text, HasSubstr(",1500,600,-600,"));
    EXPECT_THAT(check(text), IsEmpty());
    submit(2, may);
    EXPECT_THAT(check(text), IsEmpty()) << "the same row yields the same bytes";
    EXPECT_THAT(claim_file(lunch.db(), lunch.keys, district, may), HasSubstr("\nlines,0\n"));
}

TEST_F(Claims, ADeletedLineIsFound) {
    auto text = draw_up();
    auto from = text.find("\n3,") + 1;
    text.erase(from, text.find('\n', from) + 1 - from);
    EXPECT_THAT(check(text), ElementsAre(HasSubstr("the journal has here: 3,")));
}

TEST_F(Claims, AChangedAmountIsFound) {
    auto text = draw_up();
    text.replace(text.find(",1500,0,600,"), 12, ",1500,0,900,");
    EXPECT_THAT(check(text), Contains(HasSubstr("is not the journal's: 1,")));
}

TEST_F(Claims, AChangedTotalOrAnotherRowIsFound) {
    auto text = draw_up();
    auto total = text;
    total.replace(total.find("share_fen,3000"), 14, "share_fen,9000");
    EXPECT_THAT(check(total), Contains(HasSubstr("share_fen,9000")));
    auto head = text;
    head.replace(head.find("as_of,6:"), 8, "as_of,5:");
    EXPECT_THAT(check(head), Not(IsEmpty()));
    head.replace(head.find("as_of,5:"), 8, "as_of,9:");
    EXPECT_THAT(check(head), ElementsAre(HasSubstr("the journal ends at row 6")));
}

TEST_F(Claims, AChangedRowOfTheJournalIsFound) {
    auto text = draw_up();
    run("UPDATE journal SET time_ms = time_ms + 1 WHERE seq = 3");
    EXPECT_THAT(check(text), ElementsAre(HasSubstr("journal row 3: was changed")));
}

TEST_F(Claims, ARowTakenOutOfTheJournalIsFound) {
    auto text = draw_up();
    run("DELETE FROM journal WHERE seq = 4");
    EXPECT_THAT(check(text), ElementsAre(HasSubstr("journal row 4: missing")));
}

TEST_F(Claims, ASwappedCiphertextInTheJournalIsFound) {
    auto text = draw_up();
    lunch.commit({MemberRecorded{senior(1)}});
    lunch.commit({MemberRecorded{senior(2)}});
    auto later = draw_up();
    run("UPDATE journal SET events = (SELECT events FROM journal WHERE seq = 8) WHERE seq = 7");
    EXPECT_THAT(check(text), IsEmpty()) << "drawn up as of an earlier row";
    EXPECT_THAT(check(later), ElementsAre(HasSubstr("journal row 7: was changed")));
}

TEST_F(Claims, AnotherKeyFileCannotTellThePersons) {
    auto text = draw_up();
    auto other = lunch.keys;
    other.blind_index.key()[0] ^= 1;
    EXPECT_THAT(check_claim_file(text, lunch.db(), other), Not(IsEmpty()));
}

TEST_F(Claims, ARowThatIsNotThereCannotBeDrawnUp) {
    EXPECT_THROW(draw_up(99), StoreError);
}

}  // namespace
}  // namespace canteen
