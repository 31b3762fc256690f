// An older till file, an older backup, a new key, and sales with and without the server come in every order: against
// the real writer every sale that till or server still knows is there once, and everything comes to rest.
#include <gtest/gtest.h>

#include "tests/simulation/checks.h"

namespace canteen::simulation {
namespace {

enum class Step : std::uint8_t { sell, sell_cut_off, copy_file, go_back, restore, pair_again };
constexpr std::size_t step_kinds = 6, steps = 3;
constexpr std::chrono::seconds a_while{5}, restored_within{10};

const char* in_word(Step step) {
    constexpr std::array words{"sell", "sell cut off", "copy file", "go back", "restore", "pair again"};
    return words.at(static_cast<std::size_t>(step));
}

void sell_one(LineLunch& lunch) {
    till::Basket basket;
    basket.lines = {{testing::noodles}};
    basket.member_number = "1";
    lunch.first_till.sell(basket);
}

void take(LineLunch& lunch, Step step) {
    auto& till = lunch.first_till;
    switch (step) {
        case Step::sell:
            till.set_online(true);
            lunch.world.scheduler.run_for(a_while);
            sell_one(lunch);
            break;
        case Step::sell_cut_off:
            till.set_online(false);
            lunch.world.scheduler.run_for(a_while);
            sell_one(lunch);
            break;
        case Step::copy_file:
            till.copy_file();
            break;
        case Step::go_back:
            if (till.has_copy()) till.go_back_to_copy_after(Milliseconds{500});
            break;
        case Step::restore:
            if (!lunch.was_restored()) lunch.restore_backup(restored_within);
            break;
        case Step::pair_again:
            till.pair_again_after(Milliseconds{500});
            break;
    }
    lunch.world.scheduler.run_for(a_while);
    while (!lunch.server.is_up() || !till.is_up()) lunch.world.scheduler.run_for(std::chrono::seconds{1});
    if (step == Step::restore) till.make_key_known();
}

TEST(ForkInterleavings, KeepEachSaleExactlyOnce) {
    std::size_t all = 1;
    for (std::size_t i = 0; i < steps; ++i) all *= step_kinds;
    for (std::size_t code = 0; code < all; ++code) {
        LineLunch lunch(code + 1, DiskKind::memory);
        lunch.open_doors();
        // The copy lacks a sale, and the backup lacks another.
        std::string told;
        for (const auto first : {Step::sell, Step::copy_file, Step::sell_cut_off}) take(lunch, first);
        for (std::size_t i = 0, rest = code; i < steps; ++i, rest /= step_kinds) {
            const auto step = static_cast<Step>(rest % step_kinds);
            told += std::string(told.empty() ? "" : ", ") + in_word(step);
            take(lunch, step);
        }
        EXPECT_TRUE(lunch.heal()) << told;
        EXPECT_EQ(findings_of(lunch), std::vector<std::string>{}) << told;
        EXPECT_EQ(lunch.first_till.seller().upstream().trouble(), "") << told;
    }
}

}  // namespace
}  // namespace canteen::simulation
