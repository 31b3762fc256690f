// The simulation is worth what it finds: bugs put in on purpose must be found within a few seeds.
#include <gtest/gtest.h>

#include "tests/simulation/line_lunch.h"

namespace canteen::simulation {
namespace {

constexpr std::uint64_t seeds = 60;

struct Planted {
    Plant plant;
    const char* name;
};

class PlantedBug : public ::testing::TestWithParam<Planted> {};

// Returns what the bug did: a finding, or something that could not go on.
std::string found_by(std::uint64_t seed, Plant plant) {
    try {
        const auto outcome = play(seed, DiskKind::memory, plant);
        return outcome.findings.empty() ? "" : outcome.findings.front();
    } catch (const std::exception& error) {
        return error.what();
    }
}

TEST_P(PlantedBug, IsFound) {
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const auto finding = found_by(seed, GetParam().plant);
        if (finding.empty()) continue;
        RecordProperty("seed", std::to_string(seed));
        RecordProperty("finding", finding);
        return;
    }
    ADD_FAILURE() << "not found in " << seeds << " seeds";
}

std::string name_of_planted(const ::testing::TestParamInfo<Planted>& planted) {
    return planted.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Simulation, PlantedBug,
    ::testing::Values(
        Planted{Plant::answer_before_commit, "AnswerBeforeCommit"},
        Planted{Plant::forgotten_answers, "ForgottenAnswers"}, Planted{Plant::forgotten_entries, "ForgottenEntries"},
        Planted{Plant::blind_kitchen, "BlindKitchen"}, Planted{Plant::double_sale, "DoubleSale"},
        Planted{Plant::late_tickets, "LateTickets"}, Planted{Plant::lost_batch, "LostBatch"},
        Planted{Plant::lost_stock_move, "LostStockMove"}, Planted{Plant::lost_statements, "LostStatements"},
        Planted{Plant::forgotten_uses, "ForgottenUses"}, Planted{Plant::forgotten_menus, "ForgottenMenus"},
        Planted{Plant::kept_sales, "KeptSales"}, Planted{Plant::dropped_at_the_fork, "DroppedAtTheFork"},
        Planted{Plant::new_outbox_when_paired, "NewOutboxWhenPaired"}, Planted{Plant::newer_words, "NewerWords"}),
    name_of_planted);

}  // namespace
}  // namespace canteen::simulation
