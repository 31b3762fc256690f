#include "tests/simulation/drawer_lunch.h"

#include "tests/simulation/checks.h"
#include "tests/simulation/drawer_checks.h"

namespace canteen::simulation {
namespace {

constexpr std::chrono::seconds serving{75}, until_kept{8};
constexpr Milliseconds tick_alone{1'000};
constexpr Fen held_before{70'00};

// As safe as it need be in a play: a till's real one takes a tenth of a second.
PinVerifier verifier_of(const Employee& employee) {
    const PinStretch quick{1, 1, Bytes16{7}};
    return {quick, pin_hash(stretched(employee.pin, quick), employee.staff.id.bytes)};
}

}  // namespace

DrawerLunch::DrawerLunch(std::uint64_t seed, DiskKind kind, Plant plant)
    : LineLunch(seed, kind, plant),
      drawers(world),
      first_cashiers(world, first_till, drawers),
      second_cashiers(world, second_till, drawers) {}

void DrawerLunch::furnish() {
    for (const auto& employee : employees()) {
        server.ask(PutStaff{employee.staff});
        server.put_pin(employee.staff.id, verifier_of(employee));
    }
    for (std::uint32_t n = 1; n <= members; ++n)
        server.ask(TopUp{testing::member_with(n, "dibao").id, {TenderKind::bank, held_before, ""}, {}});
}

void DrawerLunch::take_over_older_till() {
    second_till.take_over(CANTEEN_SOURCE_DIR "/tests/data/formats/1/till-B");
    Fen cash;
    for (const auto& [id, sale] : book.sales()) cash += round_cash(sale.draft.shown.to_pay);
    drawers.put_cash(second_till.device().id, cash);
}

void DrawerLunch::serve_one(TillProcess& till) {
    (&till == &first_till ? first_cashiers : second_cashiers).act();
}

void DrawerLunch::keep_serving_alone(TillProcess& till) {
    if (!is_cut_) return;
    if (till.is_online()) till.set_online(false);  // an earlier cut ended
    serve_one(till);
    if (till.is_up() && world.chance.one_in(15)) till.restart_after(world.chance.between(200, 4'000));
    world.scheduler.after(world.chance.between(20'000, 400'000), [this, &till] { keep_serving_alone(till); });
}

void DrawerLunch::cut_for_hours() {
    is_cut_ = true;
    auto cut = tills();
    if (world.chance.one_in(2)) cut.pop_back();
    world.tell("cut off for hours");
    for (auto* till : cut) {
        till->set_tick(tick_alone);
        keep_serving_alone(*till);
    }
    world.scheduler.run_for(std::chrono::minutes{60 + 30 * static_cast<int>(world.chance.below(5))});
    is_cut_ = false;
    for (auto* till : cut) till->set_tick(Milliseconds{100});
}

DrawerOutcome play_drawers(std::uint64_t seed, DiskKind kind, Plant plant) {
    DrawerLunch lunch(seed, kind, plant);
    lunch.choose_faults();
    if (lunch.world.chance.one_in(4)) lunch.take_over_older_till();
    lunch.open_doors();
    lunch.world.scheduler.run_for(until_kept);
    lunch.sell_for(serving);
    if (lunch.world.chance.one_in(3)) lunch.cut_for_hours();
    DrawerOutcome outcome;
    if (!lunch.heal()) outcome.findings.push_back("it does not come to rest");
    for (auto& finding : drawer_findings_of(lunch)) outcome.findings.push_back(std::move(finding));
    for (auto& finding : findings_of(lunch)) outcome.findings.push_back(std::move(finding));
    outcome.sales = lunch.book.sales().size();
    outcome.facts = lunch.drawers.facts().size();
    outcome.handed_over = lunch.first_cashiers.handed_over() + lunch.second_cashiers.handed_over();
    outcome.limits_met = lunch.drawers.limits_met();
    outcome.story = lunch.world.trace.story();
    return outcome;
}

}  // namespace canteen::simulation
