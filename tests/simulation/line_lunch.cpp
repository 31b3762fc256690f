#include "tests/simulation/line_lunch.h"

#include <algorithm>

#include "canteen/files/schemes/scheme_file.h"
#include "tests/simulation/checks.h"

namespace canteen::simulation {
namespace {

using testing::last_fish;
using testing::noodles;
using testing::rice;

constexpr std::chrono::seconds settling{4}, serving{75};

// Returns a directory in memory, where there is one: the cost of a real fsync is no part of the play.
std::filesystem::path quick_directory() {
    const std::filesystem::path in_memory = "/dev/shm";
    std::error_code none_there;
    const bool is_there = std::filesystem::is_directory(in_memory, none_there);
    return is_there ? in_memory : std::filesystem::temp_directory_path();
}

std::unique_ptr<Disk> disk_of(DiskKind kind, const TempDir& directory) {
    if (kind == DiskKind::file) return std::make_unique<FileDisk>(directory.path());
    return std::make_unique<MemoryDisk>(site_of(Plant::none));
}

// Gives 6 yuan once a day to holders of a tag; read from a text, so that a disk can keep it.
Scheme scheme() {
    const auto file = read_scheme_file(R"({"id": "six-a-day", "name": "六元", "source": "made up", "versions": [
        {"id": "1", "steps": [{"subsidy": {"meals": ["LUNCH"], "limits": {"per_day": 1}, "classes": [
            {"id": "holders", "who": [{"any_tag": ["dibao"]}], "benefits": [
                {"payer": "district", "fixed": {"fen": 600}}]}]}}]}]})");
    return file.value().scheme;
}

Menu menu() {
    Menu menu = testing::lunch_menu();
    for (auto& dish : menu.dishes) dish.planned = dish.id == last_fish ? fish_planned : 60;
    return menu;
}

}  // namespace

LineLunch::LineLunch(std::uint64_t seed, DiskKind kind, Plant plant)
    : world(seed),
      directory(quick_directory()),
      disk(disk_of(kind, directory)),
      witness(site_of(Plant::none)),
      server(world, *disk, witness),
      first_till(world, server, book, 1, "A", directory.path()),
      second_till(world, server, book, 2, "B", directory.path()),
      kitchen(world, server, 3) {
    world.plant = plant;
}

void LineLunch::open_doors() {
    server.start(true);
    server.ask(ImportMenus{{menu()}});
    std::vector<Member> people;
    for (std::uint32_t n = 1; n <= members; ++n) people.push_back(testing::member_with(n, "dibao"));
    server.ask(ImportMembers{people});
    server.ask(ImportScheme{scheme(), 1});
    for (auto* till : tills()) server.ask(EnrolDevice{till->device()});
    server.ask(EnrolDevice{kitchen.device()});
    server.put_cookie(kitchen.device().id, kitchen.cookie());
    furnish();
    server.stop();
    server.start();
    for (auto* till : tills()) till->start();
    kitchen.start();
    world.scheduler.run_for(settling);
    disk->back_up();
    witness.on_back_up();
}

void LineLunch::choose_faults() {
    for (int kind = 0; kind < fault_kinds; ++kind)
        if (world.chance.one_in(2)) world.faults.insert(static_cast<Fault>(kind));
    if (!world.faults.contains(Fault::skewed_clocks)) return;
    for (auto* till : tills()) till->skew_clock(world.chance.between(-400'000, 400'000), 100);
}

till::Basket LineLunch::any_basket() {
    till::Basket basket;
    const auto add = [&](DishId dish, std::size_t most) {
        till::BasketLine line;
        line.dish = dish;
        line.quantity = static_cast<std::uint32_t>(1 + world.chance.below(most));
        basket.lines.push_back(line);
    };
    add(rice, 2);
    if (world.chance.one_in(2)) add(noodles, 2);
    if (world.chance.one_in(3)) add(last_fish, 2);
    if (world.chance.one_in(2)) basket.member_number = std::to_string(1 + world.chance.below(members));
    if (world.chance.one_in(5)) basket.mode = ServiceMode::takeaway;
    return basket;
}

void LineLunch::serve_one(TillProcess& till) {
    if (world.has(Fault::hasty_tills) && !till.is_online() && world.chance.one_in(3)) till.cancel_last();
    if (world.chance.one_in(8)) return till.cancel_any();
    till.sell(any_basket());
}

void LineLunch::keep_selling(TillProcess& till) {
    if (!is_selling_) return;
    serve_one(till);
    world.scheduler.after(world.chance.between(300, 5'000), [this, &till] { keep_selling(till); });
}

void LineLunch::keep_cooking() {
    if (!is_selling_) return;
    if (world.chance.one_in(15)) {
        kitchen.give(SetSoldOut{{testing::lunch_on(testing::lunch_date), noodles}, world.chance.one_in(2)});
    } else if (world.chance.one_in(15)) {
        const StockKey fish{testing::lunch_on(testing::lunch_date), last_fish};
        kitchen.give(AddPortions{fish, StockMoveKind::restocked, 2});
    } else {
        kitchen.work_on_any();
    }
    world.scheduler.after(world.chance.between(500, 4'000), [this] { keep_cooking(); });
}

void LineLunch::keep_breaking() {
    if (!is_selling_) return;
    if (!world.faults.empty()) {
        auto fault = world.faults.begin();
        std::advance(fault, static_cast<std::ptrdiff_t>(world.chance.below(world.faults.size())));
        break_something(*fault);
    }
    world.scheduler.after(world.chance.between(500, 5'000), [this] { keep_breaking(); });
}

Line* LineLunch::any_line() {
    const auto& lines = server.lines();
    return lines.empty() ? nullptr : lines[world.chance.below(lines.size())].get();
}

void LineLunch::break_something(Fault fault) {
    auto& till = world.chance.one_in(2) ? first_till : second_till;
    switch (fault) {
        case Fault::cut_lines:
            if (auto* line = any_line()) line->cut();
            return;
        case Fault::deaf_lines:
            if (auto* line = any_line()) line->deafen();
            return;
        case Fault::till_offline:
            till.set_online(false);
            world.scheduler.after(world.chance.between(1'000, 80'000), [&till] { till.set_online(true); });
            return;
        case Fault::server_restarts:
            if (server.is_up()) server.restart_after(world.chance.between(200, 5'000));
            return;
        case Fault::failing_commits:
            return server.fail_next_commit();
        case Fault::till_restarts:
            if (till.is_up()) till.restart_after(world.chance.between(200, 4'000));
            return;
        case Fault::old_backup:
            // A restore takes longer than a till waits for an answer: nobody restores a server faster.
            if (!was_restored_ && world.chance.one_in(3)) restore_backup(world.chance.between(8'000, 20'000));
            return;
        case Fault::leaping_clock:
            if (world.leap == Milliseconds{}) leap_over_midnight();
            return;
        case Fault::older_till_file:
            if (!till.is_up()) return;
            if (till.has_copy() && world.chance.one_in(2))
                return till.go_back_to_copy_after(world.chance.between(200, 4'000));
            return till.copy_file();
        case Fault::paired_again:
            return till.pair_again_after(world.chance.between(200, 4'000));
        default:
            return;  // the network does these by itself
    }
}

void LineLunch::leap_over_midnight() {
    world.leap = std::chrono::hours{24};
    world.tell("the server's clock is a day ahead");
    world.scheduler.after(world.chance.between(500, 9'000), [this] {
        world.leap = {};
        world.tell("the server's clock is right again");
    });
}

// Dates the sales as the office does: it knows what was served, whatever a till's clock said.
void LineLunch::date_doubtful_sales() {
    std::vector<OrderId> doubtful;
    for (const auto& [id, order] : witness.truth().orders)
        if (order && order->day_doubtful && order->state != OrderState::cancelled) doubtful.push_back(id);
    std::sort(doubtful.begin(), doubtful.end());
    for (const auto id : doubtful) server.ask(DateSale{id, testing::lunch_on(testing::lunch_date)});
}

void LineLunch::restore_backup(Milliseconds down) {
    was_restored_ = true;
    if (server.is_up()) server.stop();
    disk->restore();
    witness.on_restore();
    world.tell("the server's disk is an older backup now");
    server.restart_after(down, true);
}

void LineLunch::sell_for(Milliseconds time) {
    is_selling_ = true;
    world.is_calm = false;
    for (auto* till : tills()) keep_selling(*till);
    keep_cooking();
    world.scheduler.after(world.chance.between(500, 5'000), [this] { keep_breaking(); });
    if (world.chance.one_in(2)) {
        world.scheduler.after(time / 4, [this] {
            if (!server.is_up() || was_restored_) return;
            disk->back_up();
            witness.on_back_up();
            world.tell("backup");
        });
    }
    world.scheduler.run_for(time);
    is_selling_ = false;
}

bool LineLunch::is_at_rest() {
    const auto all = tills();
    return !kitchen.has_open_commands() && std::all_of(all.begin(), all.end(), [](auto* till) {
        return till->is_up() && till->open_entries() == 0 && till->seller().upstream().caught_up();
    });
}

bool LineLunch::heal() {
    world.is_calm = true;
    world.tell("no more faults");
    world.leap = {};
    for (auto* till : tills()) till->set_online(true);
    world.scheduler.run_for(std::chrono::seconds{1});  // a fault that was under way may still end somebody
    for (const auto& line : server.lines())
        if (line->is_older()) line->cut();  // both are upgraded
    while (!server.is_up() || !first_till.is_up() || !second_till.is_up()) world.scheduler.run_for(Milliseconds{100});
    for (auto* till : tills()) till->make_key_known();
    const auto until = world.now() + heals_within;
    while (!is_at_rest() && world.now() < until) {
        world.scheduler.run_for(std::chrono::seconds{1});
        for (auto* till : tills())  // the server's last commit failed, and the key was in it
            if (till->is_up() && till->seller().upstream().trouble() == "signature_wrong") till->make_key_known();
    }
    if (!is_at_rest()) return tell_unrest();
    date_doubtful_sales();
    // A lost frame is missed only when the next one comes.
    const Meal lunch = testing::lunch_on(testing::lunch_date);
    kitchen.give(AddPortions{{lunch, rice}, StockMoveKind::restocked, 1});
    world.scheduler.run_for(std::chrono::seconds{20});
    return is_at_rest() || tell_unrest();
}

bool LineLunch::tell_unrest() {
    for (auto* till : tills())
        world.tell("till " + till->device().letters + " has " + std::to_string(till->open_entries()) +
                   " open entries, trouble '" + till->seller().upstream().trouble() + "', caught up " +
                   std::to_string(till->seller().upstream().caught_up()));
    world.tell("the kitchen has open commands: " + std::to_string(kitchen.has_open_commands()));
    return false;
}

Outcome play(std::uint64_t seed, DiskKind kind, Plant plant) {
    LineLunch lunch(seed, kind, plant);
    lunch.choose_faults();
    lunch.open_doors();
    lunch.sell_for(serving);
    Outcome outcome;
    if (!lunch.heal()) outcome.findings.push_back("it does not come to rest");
    for (auto& finding : findings_of(lunch)) outcome.findings.push_back(std::move(finding));
    lunch.world.trace.add(lunch.world.now(), std::to_string(lunch.witness.rows().size()));
    outcome.trace_hash = lunch.world.trace.hash();
    outcome.sales = lunch.book.sales().size();
    for (const auto& [id, sale] : lunch.book.sales()) outcome.stated += sale.was_stated ? 1 : 0;
    outcome.was_restored = lunch.was_restored();
    outcome.rows = lunch.witness.rows().size();
    outcome.repeated_answers = lunch.witness.repeated_answers();
    outcome.story = lunch.world.trace.story();
    return outcome;
}

}  // namespace canteen::simulation
