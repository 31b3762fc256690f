// One sale whose answer is lost, in every order in which its ask and its statement reach the server, are lost, and are
// sent again: soon, an hour late, and after the server was restored from an older backup. There is one order, and no
// late ticket.
#include <gtest/gtest.h>

#include <array>

#include "tests/simulation/checks.h"

namespace canteen::simulation {
namespace {

// The point that the ask, and after it the statement, reach before the connection ends.
enum class Heard : std::uint8_t { nothing, ask, ask_and_statement };
// The server's verdict on the ask.
enum class Ask : std::uint8_t { accepted, refused };
// Events before the till has a connection again.
enum class Meanwhile : std::uint8_t { nothing, hour_passes, restore, restore_of_an_hour };
// The point they reach when they are sent again, still unanswered; `nothing`: at once all is well.
using Again = Heard;

constexpr std::chrono::seconds quick_restore{10}, long_enough{10};
constexpr std::chrono::hours hour{1};
// The till waits three seconds for an answer, and then states the sale.
constexpr std::chrono::seconds until_stated{4};

OrderId sell_noodles(LineLunch& lunch) {
    till::Basket basket;
    basket.lines = {{testing::noodles}};
    basket.member_number = "1";
    return lunch.first_till.sell(basket).value();
}

class LostAnswer : public ::testing::TestWithParam<std::tuple<Heard, Ask, Meanwhile, Again>> {
protected:
    LostAnswer() : lunch(1, DiskKind::file) { lunch.open_doors(); }

    // The server may act, but the till never hears of it.
    OrderId sell_without_answer(Heard heard, Ask ask, bool is_taken_back_at_once = false) {
        lunch.first_till.line()->deafen();
        lunch.first_till.line()->lose_submits_after(static_cast<std::size_t>(heard));
        // The till does not hear of this either, and asks for what is gone.
        if (ask == Ask::refused)
            lunch.server.ask(SetSoldOut{{testing::lunch_on(testing::lunch_date), testing::noodles}, true});
        const auto order = sell_noodles(lunch);
        if (is_taken_back_at_once) lunch.first_till.cancel(order);
        lunch.world.scheduler.run_for(until_stated);
        lunch.first_till.set_online(false);
        lunch.world.scheduler.run_for(long_enough);
        return order;
    }

    void pass(Meanwhile meanwhile) {
        if (meanwhile == Meanwhile::hour_passes) lunch.world.scheduler.run_for(hour);
        if (meanwhile == Meanwhile::restore) lunch.restore_backup(quick_restore);
        if (meanwhile == Meanwhile::restore_of_an_hour) lunch.restore_backup(hour);
        while (!lunch.server.is_up()) lunch.world.scheduler.run_for(std::chrono::seconds{1});
    }

    void send_again_without_answer(Again heard) {
        lunch.first_till.set_online(true);
        const auto until = lunch.world.now() + heals_within;
        while (!lunch.first_till.seller().upstream().live() && lunch.world.now() < until)
            lunch.world.scheduler.run_for(Milliseconds{1});
        ASSERT_TRUE(lunch.first_till.seller().upstream().live());
        lunch.first_till.line()->deafen();
        lunch.first_till.line()->lose_submits_after(static_cast<std::size_t>(heard));
        lunch.world.scheduler.run_for(Milliseconds{500});
        lunch.first_till.set_online(false);
        lunch.world.scheduler.run_for(std::chrono::seconds{1});
    }

    // Expects the order undone: the till took it back before it knew that the server has it.
    void expect_undone(OrderId order) {
        EXPECT_TRUE(lunch.heal());
        const auto* known = lunch.witness.order(order);
        ASSERT_NE(known, nullptr);
        EXPECT_EQ(known->state, OrderState::cancelled);
        EXPECT_TRUE(known->rights.empty());
        EXPECT_TRUE(known->postings.empty());
        EXPECT_EQ(lunch.first_till.outbox().order(order)->state, till::SaleState::cancelled);
        EXPECT_EQ(findings_of(lunch), std::vector<std::string>{});
    }

    LineLunch lunch;
};

TEST_P(LostAnswer, LeavesNothingOfASaleThatWasTakenBackBehindItsStatement) {
    const auto [heard, ask, meanwhile, again] = GetParam();
    const auto order = sell_without_answer(heard, ask);
    lunch.first_till.cancel(order);
    pass(meanwhile);
    if (again != Again::nothing) send_again_without_answer(again);
    expect_undone(order);
}

TEST_P(LostAnswer, LeavesNothingOfASaleThatWasTakenBackBehindItsAsk) {
    const auto [heard, ask, meanwhile, again] = GetParam();
    const auto order = sell_without_answer(heard, ask, true);
    pass(meanwhile);
    if (again != Again::nothing) send_again_without_answer(again);
    expect_undone(order);
}

TEST_P(LostAnswer, MakesOneOrderAndNoLateTicket) {
    const auto [heard, ask, meanwhile, again] = GetParam();
    const auto order = sell_without_answer(heard, ask);
    const bool is_placed = heard == Heard::ask_and_statement || (heard == Heard::ask && ask == Ask::accepted);
    EXPECT_EQ(lunch.witness.times_placed(order), is_placed ? 1 : 0);
    pass(meanwhile);
    if (again != Again::nothing) send_again_without_answer(again);
    EXPECT_TRUE(lunch.heal());
    const auto* placed = lunch.witness.order(order);
    ASSERT_NE(placed, nullptr);
    EXPECT_EQ(lunch.witness.times_placed(order), 1);
    EXPECT_EQ(lunch.first_till.story_of(order).substr(0, 13), "queued stated");
    const bool is_late =
        meanwhile == Meanwhile::restore_of_an_hour || (meanwhile == Meanwhile::hour_passes && !is_placed);
    EXPECT_EQ(placed->ticket.has_value(), !is_late);
    EXPECT_EQ(findings_of(lunch), std::vector<std::string>{});
}

// The server knows neither sale, and is asked and told of both anew: the older one among the newer one's entries.
TEST(SalesAfterTheBackup, AreCookedIfTheyAreNotLate) {
    LineLunch lunch(1, DiskKind::file);
    lunch.open_doors();
    const auto early = sell_noodles(lunch);
    lunch.world.scheduler.run_for(std::chrono::minutes{10});
    const auto recent = sell_noodles(lunch);
    lunch.world.scheduler.run_for(long_enough);
    lunch.restore_backup(quick_restore);
    EXPECT_TRUE(lunch.heal());
    ASSERT_TRUE(lunch.witness.order(early)) << lunch.first_till.story_of(early);
    ASSERT_TRUE(lunch.witness.order(recent)) << lunch.first_till.story_of(recent);
    EXPECT_FALSE(lunch.witness.order(early)->ticket);
    EXPECT_TRUE(lunch.witness.order(recent)->ticket);
    EXPECT_EQ(findings_of(lunch), std::vector<std::string>{});
}

std::string in_words(const ::testing::TestParamInfo<LostAnswer::ParamType>& played) {
    const auto [heard, ask, meanwhile, again] = played.param;
    constexpr std::array heards{"NothingHeard", "AskHeard", "AskAndStatementHeard"};
    constexpr std::array asks{"Accepted", "Refused"};
    constexpr std::array meanwhiles{"Soon", "AnHourLater", "Restored", "RestoredAnHourLater"};
    constexpr std::array agains{"", "AskAgain", "AskAndStatementAgain"};
    return std::string(heards.at(static_cast<std::size_t>(heard))) + asks.at(static_cast<std::size_t>(ask)) +
           meanwhiles.at(static_cast<std::size_t>(meanwhile)) + agains.at(static_cast<std::size_t>(again));
}

INSTANTIATE_TEST_SUITE_P(Simulation, LostAnswer,
                         ::testing::Combine(::testing::Values(Heard::nothing, Heard::ask, Heard::ask_and_statement),
                                            ::testing::Values(Ask::accepted, Ask::refused),
                                            ::testing::Values(Meanwhile::nothing, Meanwhile::hour_passes,
                                                              Meanwhile::restore, Meanwhile::restore_of_an_hour),
                                            ::testing::Values(Again::nothing, Again::ask, Again::ask_and_statement)),
                         in_words);

}  // namespace
}  // namespace canteen::simulation
