// One lunch, whole: a server on its disk, two tills, a kitchen, and the book of what really happened. A seed decides
// who eats what and which faults there are. One thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tests/simulation/kitchen_screen.h"
#include "tests/simulation/till_process.h"

namespace canteen::simulation {

inline constexpr std::uint32_t fish_planned = 12;  // so that it runs out
inline constexpr std::uint32_t members = 6;
inline constexpr Milliseconds heals_within{60'000};

enum class DiskKind : std::uint8_t { memory, file };

class LineLunch {
public:
    LineLunch(std::uint64_t seed, DiskKind kind, Plant plant = Plant::none);
    virtual ~LineLunch() = default;
    LineLunch(const LineLunch&) = delete;
    LineLunch& operator=(const LineLunch&) = delete;

    // Turns a random half of the faults on, from sell_for() to heal(). A till's clock is wrong from the beginning.
    void choose_faults();
    // Sets up menu, members, scheme and devices, connects everybody, and makes a backup.
    void open_doors();
    void sell_for(Milliseconds time);
    // Ends all faults. Returns false if the lunch does not come to rest in time.
    bool heal();
    void restore_backup(Milliseconds down);

    World world;
    TempDir directory;
    std::unique_ptr<Disk> disk;
    Witness witness;
    ServerProcess server;
    CounterBook book;
    TillProcess first_till, second_till;
    KitchenScreen kitchen;

    bool was_restored() const { return was_restored_; }
    std::vector<TillProcess*> tills() { return {&first_till, &second_till}; }

protected:
    // Adds what the canteen has beside menu, members, scheme and devices.
    virtual void furnish() {}
    // Does one thing at the till.
    virtual void serve_one(TillProcess& till);

private:
    void keep_selling(TillProcess& till);
    void keep_cooking();
    void keep_breaking();
    void break_something(Fault fault);
    void leap_over_midnight();
    void date_doubtful_sales();
    till::Basket any_basket();
    Line* any_line();
    bool is_at_rest();
    bool tell_unrest();

    bool is_selling_ = false;
    bool was_restored_ = false;
};

// Sells, breaks and heals as the seed says. Its findings say what is wrong at the end; empty: nothing.
struct Outcome {
    std::vector<std::string> findings;
    std::uint64_t trace_hash = 0;
    std::size_t sales = 0;
    std::size_t stated = 0;
    std::size_t rows = 0;
    std::size_t repeated_answers = 0;
    bool was_restored = false;
    std::vector<std::string> story;
};
Outcome play(std::uint64_t seed, DiskKind kind, Plant plant = Plant::none);

}  // namespace canteen::simulation
