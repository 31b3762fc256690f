#include "canteen/domain/model/ticket.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(Ticket, is_ready_since_it_was_marked_and_open_again_if_that_is_taken_back) {
    Ticket ticket;
    ticket.mark(true, Timestamp{7});
    EXPECT_EQ(ticket.state, TicketState::ready);
    EXPECT_EQ(ticket.ready_at, Timestamp{7});
    ticket.mark(false, Timestamp{8});
    EXPECT_EQ(ticket.state, TicketState::open);
    EXPECT_FALSE(ticket.ready_at);
}

TEST(Ticket, that_was_struck_out_stays_cancelled_when_its_order_is_handed_over) {
    Ticket ticket;
    ticket.hand_over();
    EXPECT_EQ(ticket.state, TicketState::handed_over);
    ticket.state = TicketState::cancelled;
    ticket.hand_over();
    EXPECT_EQ(ticket.state, TicketState::cancelled);
}

}  // namespace
}  // namespace canteen
