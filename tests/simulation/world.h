// The things that all parts of a simulation share: virtual time, one source of chance, the faults that are on, and the
// trace of what happened. The same seed makes the same world. One thread.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "tests/simulation/scheduler.h"
#include "tests/support/fake_clock.h"
#include "tests/support/lunch.h"

namespace canteen::simulation {

enum class Fault : std::uint8_t {
    slow_network,     // frames take up to seconds
    cut_lines,        // a connection ends; what is under way is lost
    deaf_lines,       // the server hears and acts, its answers are lost, nobody is told
    doubled_submits,  // a submit arrives twice
    lost_feeds,       // a frame of a feed never arrives
    till_offline,     // a till has no network for a while, up to longer than a sale may be late
    server_restarts,
    failing_commits,  // the disk fails and the server ends before anybody was answered
    till_restarts,
    skewed_clocks,    // the tills' clocks are minutes off and drift
    old_backup,       // once, the server is restored from an older backup
    leaping_clock,    // the server's host is a day ahead for seconds, over midnight and back
    hasty_tills,      // a till without network takes back what it just sold, and sells it again
    older_till_file,  // a till comes back with an older file: an image, a copied folder
    paired_again,     // a till goes on as itself under a new key
    older_protocol,   // a till and the server speak as before their upgrade
};
inline constexpr int fault_kinds = 16;

// A bug put in on purpose, to see that it is found.
enum class Plant : std::uint8_t {
    none,
    answer_before_commit,    // the server answers, and then does not commit
    forgotten_answers,       // the server does not know what it answered
    forgotten_entries,       // a till that restarts has lost its outbox
    blind_kitchen,           // the kitchen takes frames whatever they follow
    double_sale,             // a till that states a sale sells it again under a new id
    late_tickets,            // the server makes tickets for sales of hours ago
    lost_batch,              // a committed batch is not handed over
    lost_stock_move,         // a row reaches the disk without its stock
    lost_statements,         // the server answers a statement and books nothing of it
    forgotten_uses,          // the server loads members without what they used
    forgotten_menus,         // the server does not find the menus again when its clock comes back
    kept_sales,              // the server answers that a sale was taken back, and keeps it
    dropped_at_the_fork,     // a till that comes back with an older file drops what waits in it
    new_outbox_when_paired,  // a till that is paired again begins with an empty file
    newer_words,             // the server speaks to an older till as to a new one
    doubled_moves,           // a drawer move that is asked for again is made again
    passed_bounds,           // the server tells tills a wider bound than the site's
    lost_shifts,             // the server answers that a shift is closed, and books nothing of it
    old_names,               // a till goes on in the name of who handed the drawer over
};

class Chance {
public:
    explicit Chance(std::uint64_t seed) : random_(seed) {}
    std::uint64_t next() { return random_.next(); }
    // Returns 0 to n - 1.
    std::size_t below(std::size_t n) { return random_.next() % n; }
    bool one_in(std::size_t n) { return below(n) == 0; }
    Milliseconds between(int from_ms, int to_ms) {
        return Milliseconds{from_ms + static_cast<int>(below(static_cast<std::size_t>(to_ms - from_ms + 1)))};
    }

private:
    testing::SeededRandom random_;
};

// Keeps everything that happened, as a hash; and as text for people who look for a failure.
class Trace {
public:
    void add(Timestamp at, std::string_view what) {
        mix(as_bytes(at.ms));
        mix(what);
    }
    void tell(Timestamp at, const std::string& what) {
        add(at, what);
        story_.push_back(std::to_string(at.ms % 1'000'000) + " " + what);
    }
    std::uint64_t hash() const { return hash_; }
    const std::vector<std::string>& story() const { return story_; }

private:
    static std::string as_bytes(std::int64_t value) { return std::to_string(value); }
    void mix(std::string_view bytes) {
        for (const char c : bytes) hash_ = (hash_ ^ static_cast<std::uint8_t>(c)) * 1099511628211ULL;
    }
    std::uint64_t hash_ = 1469598103934665603ULL;
    std::vector<std::string> story_;
};

struct World {
    explicit World(std::uint64_t seed) : scheduler(testing::noon()), chance(seed) {}

    bool has(Fault fault) const { return faults.contains(fault) && !is_calm; }
    Timestamp now() const { return scheduler.now(); }
    void tell(const std::string& what) { trace.tell(now(), what); }

    Scheduler scheduler;
    Chance chance;
    Trace trace;
    std::set<Fault> faults;
    Plant plant = Plant::none;
    bool is_calm = true;                  // no faults now
    std::set<std::string> strange_words;  // told to programs that cannot know them
    Milliseconds leap{};                  // how far the server's host is ahead
};

}  // namespace canteen::simulation
