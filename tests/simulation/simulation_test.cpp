// Lunches with everything going wrong, each the same again for its seed. A failure names its seed:
// CANTEEN_SEED=<seed> plays that one alone and tells its story, CANTEEN_SEEDS=<count> plays more or fewer than usual,
// CANTEEN_FIRST_SEED=<seed> begins elsewhere than at 1.
#include <gtest/gtest.h>

#include <iostream>

#include "tests/simulation/line_lunch.h"
#include "tests/simulation/seeds.h"

namespace canteen::simulation {
namespace {

constexpr std::uint64_t usual_seeds = 200;
constexpr std::uint64_t played_twice = 100;  // one seed in so many
constexpr std::uint64_t on_a_real_file = 8;  // one seed in so many

DiskKind disk_of(std::uint64_t seed) {
    return seed % on_a_real_file == 0 ? DiskKind::file : DiskKind::memory;
}

Outcome expect_well(std::uint64_t seed) {
    auto outcome = play(seed, disk_of(seed));
    EXPECT_TRUE(outcome.findings.empty()) << "CANTEEN_SEED=" << seed << "\n" << in_words(outcome.findings);
    return outcome;
}

TEST(Simulation, EndsWellWhateverGoesWrong) {
    if (const auto seed = number_in("CANTEEN_SEED")) {
        for (const auto& line : expect_well(*seed).story) std::cout << line << "\n";
        return;
    }
    const auto seeds = number_in("CANTEEN_SEEDS").value_or(usual_seeds);
    const auto first = number_in("CANTEEN_FIRST_SEED").value_or(1);
    std::cout << "seeds " << first << " to " << first + seeds - 1 << "\n";
    std::size_t sales = 0, stated = 0, repeated_answers = 0, restores = 0;
    for (auto seed = first; seed < first + seeds; ++seed) {
        const auto outcome = expect_well(seed);
        sales += outcome.sales;
        stated += outcome.stated;
        repeated_answers += outcome.repeated_answers;
        restores += outcome.was_restored ? 1 : 0;
    }
    std::cout << sales << " sales, " << stated << " of them stated, " << repeated_answers << " answers repeated, "
              << restores << " servers restored\n";
    EXPECT_GT(sales, seeds * 20);            // or nothing was tried
    EXPECT_GT(stated, seeds);                // or every answer came in time
    EXPECT_GT(repeated_answers, seeds / 2);  // or nothing was ever sent again
    EXPECT_GT(restores, seeds / 20);
}

TEST(Simulation, IsTheSameAgainForItsSeed) {
    for (std::uint64_t seed = played_twice; seed <= usual_seeds; seed += played_twice)
        EXPECT_EQ(play(seed, disk_of(seed)).trace_hash, play(seed, disk_of(seed)).trace_hash) << "seed " << seed;
}

}  // namespace
}  // namespace canteen::simulation
