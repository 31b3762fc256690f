// Lunches in a house with staff, with everything going wrong: no sale, drawer move, top-up or shift is lost or done
// twice, each is in the name of who did it, drawers hold what the books say, and no till passes a bound. A failure
// names its seed: CANTEEN_SEED=<seed> plays that one alone and tells its story, CANTEEN_DRAWER_SEEDS=<count> plays more
// or fewer than usual, CANTEEN_FIRST_SEED=<seed> begins elsewhere than at 1.
#include <gtest/gtest.h>

#include <iostream>

#include "tests/simulation/drawer_lunch.h"
#include "tests/simulation/seeds.h"

namespace canteen::simulation {
namespace {

constexpr std::uint64_t usual_drawer_seeds = 60;
constexpr std::uint64_t drawers_on_a_file = 6;  // one seed in so many

DrawerOutcome expect_sound_drawers(std::uint64_t seed) {
    auto outcome = play_drawers(seed, seed % drawers_on_a_file == 0 ? DiskKind::file : DiskKind::memory);
    EXPECT_TRUE(outcome.findings.empty()) << "CANTEEN_SEED=" << seed << "\n" << in_words(outcome.findings);
    return outcome;
}

TEST(Drawers, HoldWhatTheBooksSayWhateverGoesWrong) {
    if (const auto seed = number_in("CANTEEN_SEED")) {
        for (const auto& line : expect_sound_drawers(*seed).story) std::cout << line << "\n";
        return;
    }
    const auto seeds = number_in("CANTEEN_DRAWER_SEEDS").value_or(usual_drawer_seeds);
    const auto first = number_in("CANTEEN_FIRST_SEED").value_or(1);
    std::cout << "seeds " << first << " to " << first + seeds - 1 << "\n";
    std::size_t sales = 0, facts = 0, handed_over = 0, limits_met = 0;
    for (auto seed = first; seed < first + seeds; ++seed) {
        const auto outcome = expect_sound_drawers(seed);
        sales += outcome.sales;
        facts += outcome.facts;
        handed_over += outcome.handed_over;
        limits_met += outcome.limits_met;
    }
    std::cout << sales << " sales, " << facts << " shifts, moves and top-ups, " << handed_over
              << " drawers handed over, " << limits_met << " limits met\n";
    EXPECT_GT(sales, seeds * 10);  // or nothing was tried
    EXPECT_GT(facts, seeds * 10);
    EXPECT_GT(handed_over, seeds);
    EXPECT_GT(limits_met, seeds / 4);
}

struct PlantedAtADrawer {
    Plant plant;
    const char* name;
};

class PlantedDrawerBug : public ::testing::TestWithParam<PlantedAtADrawer> {};

TEST_P(PlantedDrawerBug, IsFound) {
    constexpr std::uint64_t planted_seeds = 20;
    for (std::uint64_t seed = 1; seed <= planted_seeds; ++seed) {
        const auto findings = play_drawers(seed, DiskKind::memory, GetParam().plant).findings;
        if (findings.empty()) continue;
        RecordProperty("seed", std::to_string(seed));
        RecordProperty("finding", findings.front());
        return;
    }
    ADD_FAILURE() << "not found in " << planted_seeds << " seeds";
}

INSTANTIATE_TEST_SUITE_P(Drawers, PlantedDrawerBug,
                         ::testing::Values(PlantedAtADrawer{Plant::doubled_moves, "DoubledMoves"},
                                           PlantedAtADrawer{Plant::passed_bounds, "PassedBounds"},
                                           PlantedAtADrawer{Plant::lost_shifts, "LostShifts"},
                                           PlantedAtADrawer{Plant::old_names, "OldNames"}),
                         [](const auto& planted) { return std::string(planted.param.name); });

}  // namespace
}  // namespace canteen::simulation
