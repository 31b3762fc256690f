#include "canteen/domain/office/employers.h"

#include "canteen/domain/model/refusal.h"
#include "canteen/domain/subsidy/allowance.h"
#include "canteen/domain/subsidy/entitle.h"
#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

class Employers : public CanteenFixture {
protected:
    std::string fault_of(const Employer& employer) {
        const auto rejection = refused(SetEmployer{employer});
        EXPECT_EQ(rejection.code, RejectionCode::employer_invalid);
        return rejection.params.at(0).value;
    }
};

TEST_F(Employers, are_known_by_their_code_and_change_by_it) {
    happens(SetEmployer{acme()});
    EXPECT_TRUE(happens(SetEmployer{acme()}).empty()) << "nothing differs";
    Employer dearer = acme();
    dearer.allowance->lunch = {12'00};
    happens(SetEmployer{dearer});
    EXPECT_EQ(state.employers.at("acme"), dearer);
}

TEST_F(Employers, are_refused_for_what_is_wrong) {
    const auto with = [](auto change) {
        Employer employer = acme();
        change(employer);
        return employer;
    };
    EXPECT_EQ(fault_of(with([](Employer& e) { e.code = ""; })), "code");
    EXPECT_EQ(fault_of(with([](Employer& e) { e.code = "six-a-day/civil"; })), "code");
    EXPECT_EQ(fault_of(with([](Employer& e) { e.code = "Acme"; })), "code");
    EXPECT_EQ(fault_of(with([](Employer& e) { e.code = std::string(33, 'a'); })), "code");
    EXPECT_EQ(fault_of(with([](Employer& e) { e.name = "顶峰\n公司"; })), "name");
    EXPECT_EQ(fault_of(with([](Employer& e) { e.name = "\u202E公司"; })), "name");
    EXPECT_EQ(fault_of(with([](Employer& e) { e.name = "\xff"; })), "name");
    EXPECT_EQ(fault_of(with([](Employer& e) { e.tax_number = "91-110"; })), "tax_number");
    EXPECT_EQ(fault_of(with([](Employer& e) { e.allowance->dinner = {-1}; })), "allowance");
    EXPECT_EQ(fault_of(with([](Employer& e) { e.allowance->days = {DayKind::workday, DayKind::workday}; })),
              "allowance");
    const Date today_ = today;
    EXPECT_EQ(fault_of(with([today_](Employer& e) { e.valid = {today_, today_ + -1}; })), "valid");
    happens(SetEmployer{with([](Employer& e) { e.tax_number = "91110000600037341L"; })});
}

TEST_F(Employers, are_no_more_than_an_office_can_look_after) {
    for (std::size_t i = 0; i < max_employers; ++i) state.employers["e" + std::to_string(i)] = acme();
    EXPECT_EQ(fault_of(acme()), "count");
}

TEST_F(Employers, pay_what_they_owe_and_what_is_over_stands_to_their_credit) {
    happens(SetEmployer{acme()});
    const auto events =
        happens(ReceiveFromEmployer{"acme", AccountKind::allowance, {TenderKind::bank, {500'00}, "b1"}});
    EXPECT_TRUE(the<LedgerPosted>(events).order.is_nil());
    EXPECT_EQ(balance(Account{AccountKind::external, "bank"}), Fen{500'00});
    EXPECT_EQ(balance(Account{AccountKind::allowance, "acme"}), Fen{-500'00});
    happens(ReceiveFromEmployer{"acme", AccountKind::employer, {TenderKind::cash, {80'00}, ""}});
    EXPECT_EQ(balance(Account{AccountKind::employer, "acme"}), Fen{-80'00});
}

TEST_F(Employers, are_paid_back_in_the_books_what_was_entered_wrongly) {
    happens(SetEmployer{acme()});
    happens(ReceiveFromEmployer{"acme", AccountKind::employer, {TenderKind::bank, {500'00}, "b1"}});
    happens(ReceiveFromEmployer{"acme", AccountKind::employer, {TenderKind::bank, {-500'00}, "b1, not 500"}});
    EXPECT_EQ(balance(Account{AccountKind::employer, "acme"}), Fen{});
    EXPECT_EQ(balance(Account{AccountKind::external, "bank"}), Fen{});
}

TEST_F(Employers, pay_by_money_into_accounts_of_their_own) {
    const auto receive = [](const char* employer, AccountKind account, TenderKind kind, Fen fen) {
        return ReceiveFromEmployer{employer, account, {kind, fen, ""}};
    };
    EXPECT_EQ(refused(receive("acme", AccountKind::employer, TenderKind::cash, {1})).code,
              RejectionCode::employer_unknown);
    happens(SetEmployer{acme()});
    for (const auto& wrong : {receive("acme", AccountKind::receivable, TenderKind::cash, {1}),
                              receive("acme", AccountKind::employer, TenderKind::stored_value, {1}),
                              receive("acme", AccountKind::employer, TenderKind::points, {1}),
                              receive("acme", AccountKind::employer, TenderKind::bank, {0}),
                              receive("acme", AccountKind::employer, TenderKind::bank, max_employer_payment + Fen{1}),
                              receive("acme", AccountKind::employer, TenderKind::bank, -max_employer_payment - Fen{1})})
        EXPECT_EQ(refused(wrong).code, RejectionCode::amount_invalid);
}

// Returns the sheet of a member whom acme employs.
RightSheet sheet_of(const Employer& employer) {
    RightSheet sheet;
    sheet.member = id_of<MemberId>(3);
    sheet.employers = {{employer.code, employer.name, employer.has_account, employer.allowance}};
    return sheet;
}

class TheAllowance : public CanteenFixture {
protected:
    UseKey key(MealSlot slot) const {
        return {id_of<MemberId>(3), "acme", UseKind::allowance, period_of(UseKind::allowance, {today, slot})};
    }
    Fen left(const Employer& employer, MealSlot slot, const Uses& uses, DayKind day = DayKind::workday) const {
        return allowance_left(sheet_of(employer), "acme", {today, slot}, day, uses);
    }
};

TEST_F(TheAllowance, is_what_the_terms_give_for_the_meal_less_what_was_taken_of_it) {
    EXPECT_EQ(left(acme(), MealSlot::breakfast, {}), Fen{3'00});
    EXPECT_EQ(left(acme(), MealSlot::lunch, {{key(MealSlot::lunch), 4'00}}), Fen{6'00});
    EXPECT_EQ(left(acme(), MealSlot::dinner, {{key(MealSlot::lunch), 4'00}}), Fen{8'00});
    EXPECT_EQ(left(acme(), MealSlot::dinner, {{key(MealSlot::dinner), 9'00}}), Fen{0});
}

TEST_F(TheAllowance, of_a_day_ends_with_all_its_meals_together) {
    Employer employer = acme();
    employer.allowance->per_day = {12'00};
    EXPECT_EQ(left(employer, MealSlot::dinner, {{key(MealSlot::lunch), 7'00}}), Fen{5'00});
    EXPECT_EQ(left(employer, MealSlot::lunch, {}), Fen{10'00});
}

TEST_F(TheAllowance, is_given_on_its_days_by_its_employer_alone) {
    Employer employer = acme();
    employer.allowance->days = {DayKind::workday};
    EXPECT_EQ(left(employer, MealSlot::lunch, {}, DayKind::weekend), Fen{0});
    EXPECT_EQ(left(employer, MealSlot::lunch, {}), Fen{10'00});
    EXPECT_EQ(left(employer, MealSlot::lunch, {}, DayKind::make_up_workday), Fen{10'00});
    EXPECT_EQ(allowance_left(sheet_of(acme()), "other", lunch, DayKind::workday, {}), Fen{0});
    employer.allowance.reset();
    EXPECT_EQ(left(employer, MealSlot::lunch, {}), Fen{0});
}

TEST_F(TheAllowance, is_of_employers_valid_while_the_member_works_there) {
    Employer ended = acme();
    ended.valid.to = today;
    const std::map<std::string, Employer> known{{"acme", ended}};
    Member member;
    member.employments = {{"acme", {today + -10, {}}}, {"unknown", {}}, {"acme", {}}};
    const auto on = [&](Date date) { return entitle(&member, SiteAreas{}, {}, known, date, 1).employers; };
    EXPECT_EQ(on(today).size(), 1U);
    EXPECT_TRUE(on(today + 1).empty()) << "the employer left";
    member.employments = {{"acme", {{}, today + -1}}};
    EXPECT_TRUE(on(today).empty()) << "he left the employer";
}

}  // namespace
}  // namespace canteen
