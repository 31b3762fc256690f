#include "canteen/app/feeds/dialect.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

FeedFrame frame_of_slip(TicketState state) {
    Ticket ticket;
    ticket.state = state;
    ticket.on_paper = true;
    FeedFrame frame;
    frame.tickets = {ticket};
    return frame;
}

Ticket told_in(std::uint32_t protocol, TicketState state) {
    return std::get<FeedFrame>(in_words_of(protocol, frame_of_slip(state))).tickets.at(0);
}

TEST(OlderWords, tell_a_screen_that_knows_of_no_slips_nothing_that_it_would_cook) {
    constexpr std::uint32_t with_slips = 3;
    EXPECT_TRUE(told_in(with_slips, TicketState::open).on_paper);
    for (auto state : {TicketState::open, TicketState::ready}) {
        EXPECT_EQ(told_in(with_slips - 1, state).state, TicketState::handed_over);
        EXPECT_FALSE(told_in(with_slips - 1, state).on_paper);
    }
    EXPECT_EQ(told_in(with_slips - 1, TicketState::cancelled).state, TicketState::cancelled)
        << "who has the slip has to see that";
}

}  // namespace
}  // namespace canteen
