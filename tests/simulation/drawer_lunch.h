// A lunch in a house with staff: what cashiers do at drawers and card desk goes on beside selling, while everything
// goes wrong, and for hours without the server. One thread.
#pragma once

#include "tests/simulation/cashiers.h"
#include "tests/simulation/line_lunch.h"

namespace canteen::simulation {

class DrawerLunch final : public LineLunch {
public:
    DrawerLunch(std::uint64_t seed, DiskKind kind, Plant plant = Plant::none);

    // Cuts one till or both off, for hours in which their cashiers go on and now and then start them anew.
    void cut_for_hours();
    // Puts a till of an older program in the second one's place, two of whose sales still wait. Before the doors open.
    void take_over_older_till();

    DrawerBook drawers;
    Cashiers first_cashiers, second_cashiers;

private:
    void furnish() override;
    void serve_one(TillProcess& till) override;
    void keep_serving_alone(TillProcess& till);

    bool is_cut_ = false;
};

struct DrawerOutcome {
    std::vector<std::string> findings;
    std::size_t sales = 0, facts = 0, handed_over = 0, limits_met = 0;
    std::vector<std::string> story;
};
DrawerOutcome play_drawers(std::uint64_t seed, DiskKind kind, Plant plant = Plant::none);

}  // namespace canteen::simulation
