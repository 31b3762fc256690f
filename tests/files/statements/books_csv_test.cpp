#include "canteen/files/statements/books_csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace canteen {
namespace {

using testing::HasSubstr;
using testing::Not;

const Date day = *make_date(2026, 4, 14);

TEST(TrialBalance, NamesWhoOwesWhatAndComesToZero) {
    const auto text = write_trial_balance({{{AccountKind::cash, ""}, Fen{1900}},
                                           {{AccountKind::receivable, "qionglai/county"}, Fen{600}},
                                           {{AccountKind::sales, ""}, Fen{-2500}}});
    EXPECT_THAT(text, HasSubstr("\n补贴应收,qionglai/county,6.00\n"));
    EXPECT_THAT(text, HasSubstr("\n合计,,0.00\n"));
}

TEST(TrialBalance, AddsUpMembersSoThatNobodysMoneyIsTold) {
    const auto text = write_trial_balance({{{AccountKind::member_principal, "aa"}, Fen{-500}},
                                           {{AccountKind::member_principal, "bb"}, Fen{-700}},
                                           {{AccountKind::cash, ""}, Fen{1200}}});
    EXPECT_THAT(text, HasSubstr("\n会员本金,,-12.00\n"));
    EXPECT_THAT(text, Not(HasSubstr("aa")));
}

TEST(EmployerStatement, ListsOrdersAndPaymentsAndWhatIsLeft) {
    const Employer employer{"acme", "某某物业", "91510100TEST", {}, true, {}};
    const auto text = write_employer_statement(employer, *parse_claim_period("2026-04"),
                                               {{{day, MealSlot::lunch}, "A012", "甄不存在", Fen{1500}, {}},
                                                {{day, MealSlot::dinner}, "A013", "", {}, Fen{4000}}},
                                               {{day + 3, AccountKind::employer, Fen{2500}}});
    EXPECT_THAT(text, HasSubstr("2026-04-14,午餐,A012,甄不存在,15.00,0.00,15.00\n"));
    EXPECT_THAT(text, HasSubstr("本期应付,,,,15.00,40.00,55.00\n"));
    EXPECT_THAT(text, HasSubstr("2026-04-17,收款,,,,-25.00,-25.00\n"));
    EXPECT_THAT(text, HasSubstr("本期未付,,,,15.00,15.00,30.00\n"));
}

TEST(EmployerStatement, WritesNamesThatLookLikeFormulasAsText) {
    const Employer employer{"x", "=cmd()", "", {}, true, {}};
    EXPECT_THAT(write_employer_statement(employer, *parse_claim_period("2026-04"), {}, {}), Not(HasSubstr(",=cmd()")));
}

}  // namespace
}  // namespace canteen
