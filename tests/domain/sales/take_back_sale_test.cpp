// A sale that its till took back before it knew whether the server has it ends reversed, in every order of arrival.
#include "canteen/domain/sales/take_back_sale.h"
#include "canteen/domain/decide.h"

#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

class TakingASaleBack : public CanteenFixture {
public:
    static RecordSale taken_back(RecordSale statement) {
        statement.taken_back = SaleUndone{statement.sold_at + 1min, RefundReason::wrong_entry};
        return statement;
    }
    void expect_nothing_left(const OrderDraft& d) {
        EXPECT_EQ(order(d).state, OrderState::cancelled);
        for (const auto kind : {AccountKind::cash, AccountKind::sales, AccountKind::receivable, AccountKind::concession,
                                AccountKind::exceptions})
            EXPECT_EQ(balance(kind), Fen{});
        EXPECT_EQ(stock(dishes::noodles).left(), 10);
        EXPECT_EQ(count(grandma, UseKind::per_day), 0U);
    }
};

TEST_F(TakingASaleBack, before_anything_arrived_books_and_reverses_in_one_row) {
    const auto d = draft_for(grandma, {portions(dishes::noodles)});
    const auto events = happens(taken_back(sale_in_cash(d)));
    EXPECT_EQ(count_of<LedgerPosted>(events), 2U);
    EXPECT_EQ(the<ExceptionListed>(events).exception.code, ExceptionCode::sale_taken_back);
    expect_nothing_left(d);
}

TEST_F(TakingASaleBack, behind_its_late_statement_reverses_what_was_handed_over) {
    const auto d = draft_for(grandma, {portions(dishes::noodles)});
    const auto statement = sale_in_cash(d);
    now = now + 1h;
    happens(statement);
    ASSERT_EQ(order(d).state, OrderState::handed_over);
    EXPECT_THAT(exceptions_of(taken_back(statement)), ElementsAre(ExceptionCode::sale_taken_back));
    expect_nothing_left(d);
}

TEST_F(TakingASaleBack, frees_the_right_for_the_members_next_sale) {
    const auto wrong = draft_for(grandma, {portions(dishes::noodles)});
    const auto right = draft_for(grandma, {portions(dishes::noodles)});
    now = now + 1h;
    happens(sale_in_cash(wrong));
    happens(taken_back(sale_in_cash(wrong)));
    EXPECT_TRUE(exceptions_of(sale_in_cash(right)).empty());
    EXPECT_EQ(balance(AccountKind::receivable), Fen{6'00});
    EXPECT_EQ(balance(AccountKind::concession), Fen{});
}

TEST_F(TakingASaleBack, behind_an_ask_whose_answer_was_lost_ends_the_ticket) {
    const auto d = draft_for(grandma, {portions(dishes::noodles)});
    happens(ask_in_cash(d));
    happens(taken_back(sale_in_cash(d)));
    expect_nothing_left(d);
    EXPECT_EQ(order(d).ticket->state, TicketState::cancelled);
    EXPECT_FALSE(order(d).ticket->cancel_seen) << "the kitchen has to see that";
}

TEST_F(TakingASaleBack, of_what_the_kitchen_handed_over_shows_the_kitchen_nothing) {
    const auto d = draft({portions(dishes::noodles)});
    happens(ask_in_cash(d));
    happens(HandOver{d.id});
    happens(taken_back(sale_in_cash(d)));
    EXPECT_TRUE(order(d).ticket->cancel_seen);
    EXPECT_EQ(balance(AccountKind::cash), Fen{});
}

TEST_F(TakingASaleBack, a_hold_gives_its_portions_back) {
    const auto d = draft_for(grandma, {portions(dishes::noodles)});
    happens(ask(d));
    happens(taken_back(sale_in_cash(d)));
    expect_nothing_left(d);
}

TEST_F(TakingASaleBack, twice_or_behind_a_cancellation_changes_nothing_more) {
    const auto d = draft({portions(dishes::noodles)});
    happens(taken_back(sale_in_cash(d)));
    EXPECT_TRUE(happens(taken_back(sale_in_cash(d))).empty());
    const auto cancelled = draft({portions(dishes::noodles)});
    happens(ask_in_cash(cancelled));
    happens(CancelOrder{cancelled.id});
    EXPECT_TRUE(happens(taken_back(sale_in_cash(cancelled))).empty());
    EXPECT_EQ(balance(AccountKind::cash), Fen{});
}

TEST_F(TakingASaleBack, a_sale_of_a_doubtful_day_gives_its_money_back) {
    const auto d = draft({portions(dishes::noodles)});
    auto statement = sale_in_cash(d);
    statement.clock_doubtful = true;
    statement.said_at = now;
    now = now + 8 * 24h;
    happens(statement);
    happens(taken_back(statement));
    EXPECT_EQ(balance(AccountKind::cash), Fen{});
    EXPECT_EQ(refused(DateSale{d.id, lunch}).code, RejectionCode::order_cancelled);
}

TEST_F(TakingASaleBack, of_stored_value_gives_back_what_was_taken) {
    happens(TopUp{neighbour, {TenderKind::cash, Fen{20'00}, ""}, Fen{}});
    const auto d = draft_for(neighbour, {portions(dishes::noodles)});
    const auto statement = sale(d, {{TenderKind::stored_value, Fen{15'00}, ""}});
    happens(statement);
    happens(taken_back(statement));
    EXPECT_EQ(balance(AccountKind::member_principal), Fen{-20'00});
}

TEST_F(TakingASaleBack, another_tills_order_is_only_listed) {
    const auto d = draft({portions(dishes::noodles)});
    happens(ask_in_cash(d));
    load_for(taken_back(sale_in_cash(d)));
    const Actor other{id_of<DeviceId>(8), Role::till};
    const auto outcome = decide(state, other, {CommandId{}, taken_back(sale_in_cash(d))}, now);
    EXPECT_EQ(the<ExceptionListed>(std::get<Events>(outcome)).exception.code, ExceptionCode::statement_differs);
    EXPECT_EQ(count_of<OrderCancelled>(std::get<Events>(outcome)), 0U);
}

}  // namespace
}  // namespace canteen
