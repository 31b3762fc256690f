// Reports show the sums of the journal's events, read beside the writer.
#include "canteen/storage/readers/report_reader.h"

#include <gtest/gtest.h>

#include "tests/storage/lunch.h"

namespace canteen {
namespace {

const ClaimPeriod april = *parse_claim_period("2026-04");
const ClaimPeriod may = *parse_claim_period("2026-05");
constexpr std::chrono::hours a_day{24};
const Account cash{AccountKind::cash, ""}, turnover{AccountKind::sales, ""}, bank{AccountKind::external, "bank"},
    payer{AccountKind::receivable, "test-scheme/district"}, given{AccountKind::allowance, "factory"},
    on_account{AccountKind::employer, "factory"};

// Pays 5 yuan by allowance and 4 on account, without a pickup number if `letters` is "".
Events factory_order(std::uint32_t n, Date date, const std::string& letters = "A") {
    auto order = pork_order(n, member_id(1));
    order.draft.meal.date = date;
    order.draft.pickup = {letters, letters.empty() ? 0 : n};
    order.ticket.reset();
    order.consumed.clear();
    order.tenders = {{TenderKind::allowance, {500}, "factory"}, {TenderKind::employer, {400}, "factory"}};
    return {OrderPlaced{order},
            LedgerPosted{order_id(n), {{given, {500}}, {on_account, {400}}, {payer, {600}}, {turnover, {-1'500}}}}};
}

class Reports : public testing::Test {
protected:
    Reports() { lunch.open_shop(); }

    ReportReader reader() { return {lunch.db(), lunch.codec}; }
    std::vector<ServedOrder> served(const ClaimPeriod& period) {
        std::vector<ServedOrder> orders;
        reader().served_orders(period, [&](const ServedOrder& order) { orders.push_back(order); });
        return orders;
    }

    Lunch lunch;
};

TEST_F(Reports, TheTrialBalanceHoldsEveryAccountAndSumsToZero) {
    lunch.commit(events_of(pork_order(1)));
    lunch.commit(factory_order(2, lunch_day));
    const std::vector<AccountBalance> expected{
        {cash, {900}}, {given, {500}}, {on_account, {400}}, {payer, {1'200}}, {turnover, {-3'000}}};
    EXPECT_EQ(reader().trial_balance(), expected);
}

TEST_F(Reports, RevenueIsOfTheDatesOnWhichItWasBooked) {
    lunch.commit(events_of(pork_order(1)));
    lunch.now = eleven + 20 * a_day;  // in May: of April's meal half is given back, another meal is sold
    lunch.commit({LedgerPosted{order_id(1), {{turnover, {700}}, {cash, {-400}}, {payer, {-300}}}}});
    lunch.commit({LedgerPosted{OrderId{},
                               {{cash, {995}},
                                {{AccountKind::rounding, ""}, {5}},
                                {{AccountKind::concession, ""}, {200}},
                                {{AccountKind::discount, ""}, {100}},
                                {turnover, {-1'300}}}}});
    lunch.now = eleven + 50 * a_day;
    lunch.commit(events_of(pork_order(3)));
    EXPECT_EQ(reader().revenue(april), (PeriodRevenue{{1'500}, {0}, {600}}));
    EXPECT_EQ(reader().revenue(may), (PeriodRevenue{{600}, {305}, {-300}}));
    EXPECT_EQ(reader().revenue(*parse_claim_period("2026-03")), PeriodRevenue{});
    EXPECT_EQ(reader().revenue(*parse_claim_period("2026Q2")), (PeriodRevenue{{3'600}, {305}, {900}}));
}

TEST_F(Reports, WhatAPayerPaysForAClaimIsNoRevenue) {
    lunch.commit(events_of(pork_order(1)));
    lunch.commit({LedgerPosted{OrderId{}, {{bank, {600}}, {payer, {-600}}}}});
    EXPECT_EQ(reader().revenue(april).payers_share, Fen{600});
}

TEST_F(Reports, AClockSetBackOverMidnightMixesNoTwoMonths) {
    lunch.now = instant_at_site(may.first, {1});
    lunch.commit(events_of(pork_order(1)));
    lunch.now = instant_at_site(april.last, {24 * 60 - 1});
    lunch.commit(events_of(pork_order(2)));
    lunch.commit(events_of(pork_order(3)));
    lunch.now = instant_at_site(may.first, {2});
    lunch.commit(events_of(pork_order(4)));
    EXPECT_EQ(reader().revenue(april).sales, Fen{3'000});
    EXPECT_EQ(reader().revenue(may).sales, Fen{3'000});
    lunch.expect_whole();
}

TEST_F(Reports, AnEmployerIsShownItsOrdersAfterRefunds) {
    lunch.commit(factory_order(1, lunch_day));
    lunch.commit(factory_order(2, lunch_day + 1, ""));
    lunch.commit(factory_order(3, may.first));
    lunch.commit(factory_order(4, april.last));
    lunch.commit(events_of(pork_order(5, member_id(2))));
    lunch.commit({LedgerPosted{order_id(1), {{given, {-200}}, {turnover, {200}}}}});
    lunch.commit(
        {LedgerPosted{order_id(4), {{given, {-500}}, {on_account, {-400}}, {payer, {-600}}, {turnover, {1'500}}}}});
    const std::vector<EmployerOrder> expected{
        {order_id(1), the_lunch, member_id(1), {"A", 1}, {300}, {400}},
        {order_id(2), {lunch_day + 1, MealSlot::lunch}, member_id(1), {}, {500}, {400}}};
    EXPECT_EQ(reader().employer_orders("factory", april), expected);
    EXPECT_EQ(reader().employer_orders("factory", may).size(), 1U);
    EXPECT_TRUE(reader().employer_orders("school", april).empty());
}

TEST_F(Reports, AnEmployerIsShownWhatItPaid) {
    lunch.commit(factory_order(1, lunch_day));
    lunch.now = eleven + a_day;
    lunch.commit({LedgerPosted{OrderId{}, {{bank, {350}}, {on_account, {-350}}}}});
    auto paid = lunch.store().last_seq();
    lunch.now = eleven + 30 * a_day;
    lunch.commit({LedgerPosted{OrderId{}, {{bank, {500}}, {given, {-500}}}}});
    EXPECT_EQ(reader().employer_payments("factory", april),
              (std::vector<EmployerPayment>{{paid, eleven + a_day, AccountKind::employer, {350}}}));
    EXPECT_EQ(reader().employer_payments("factory", may),
              (std::vector<EmployerPayment>{{paid + 1, eleven + 30 * a_day, AccountKind::allowance, {500}}}));
}

TEST_F(Reports, ServedIsWhatWasSoldAndNotCancelled) {
    lunch.commit(events_of(pork_order(1, member_id(1))));
    auto cancelled = pork_order(2);
    lunch.commit(events_of(cancelled));
    lunch.commit({OrderCancelled{order_id(2), eleven}});
    auto hold = pork_order(3);
    hold.state = OrderState::held;
    hold.paid = false;
    hold.tenders.clear();
    hold.expires_at = eleven + std::chrono::minutes(5);
    lunch.commit({OrderHeld{hold}});
    auto plain = pork_order(4);
    plain.draft.pickup = {};
    plain.draft.mode = ServiceMode::takeaway;
    plain.granted.clear();
    plain.ticket.reset();
    lunch.commit({OrderPlaced{plain}});
    const Refunded refund{id_of<RefundId>(5, 1),
                          RefundReason::quality,
                          eleven,
                          {{LineId{1}, 1}},
                          {{1'400}, {0}, {{"test-scheme", 0, "district", {500}}}, {900}},
                          {}};
    lunch.commit({OrderRefunded{order_id(1), refund, {{"test-scheme", 0, "district", {500}}}, {}}});

    const std::vector<ServedOrder> expected{
        {order_id(1),
         the_lunch,
         ServiceMode::dine_in,
         member_id(1),
         {1'400},
         {{"test-scheme", 0, "district", {500}}},
         1},
        {order_id(4), the_lunch, ServiceMode::takeaway, MemberId{}, {1'500}, {}, 2}};
    EXPECT_EQ(served(april), expected);
    EXPECT_TRUE(served(may).empty());
}

TEST_F(Reports, CostsAreOfThePeriodsThatBeginWithin) {
    PartnerAgreement agreement;
    agreement.code = "kitchen";
    const PartnerCost rent{"kitchen", april.first, "rent", {50'000}, "lease"};
    const PartnerCost back{"kitchen", april.first, "rent", {-10'000}, "credit note"};
    const PartnerCost later{"kitchen", may.first, "rent", {50'000}, "lease"};
    lunch.commit({PartnerAgreementSet{agreement}, PartnerCostRecorded{rent}, PartnerCostRecorded{later}});
    lunch.commit({PartnerCostRecorded{back}});
    EXPECT_EQ(reader().partner_costs("kitchen", april), (std::vector<PartnerCost>{rent, back}));
    EXPECT_EQ(reader().partner_costs("kitchen", *parse_claim_period("2026Q2")),
              (std::vector<PartnerCost>{rent, back, later}));
    EXPECT_TRUE(reader().partner_costs("other", april).empty());
}

TEST_F(Reports, AReaderNeverHoldsTheWriterUp) {
    for (std::uint32_t n = 1; n <= 2; ++n) lunch.commit(factory_order(n, lunch_day + static_cast<int>(n)));
    Connection beside(lunch.db(), Connection::Mode::read_write);
    std::uint32_t seen = 0;
    reader().served_orders(april, [&](const ServedOrder&) {
        ++seen;
        EXPECT_TRUE(beside.cut_wal()) << "no transaction is open while an order is looked at";
    });
    EXPECT_EQ(seen, 2U);
}

TEST_F(Reports, AFileThatIsNoneIsAStoreError) {
    EXPECT_THROW(ReportReader(lunch.dir / "absent.db", lunch.codec), StoreError);
    {
        Connection other(lunch.dir / "other.db", Connection::Mode::create);
    }
    EXPECT_THROW(ReportReader(lunch.dir / "other.db", lunch.codec), StoreError);
}

}  // namespace
}  // namespace canteen
