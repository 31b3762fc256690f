// The till's own disk: every command it minted, in its number's order, until a week after the server has it. What
// append() returned survives a power cut (WAL, synchronous=FULL). One connection; one thread.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "canteen/domain/base/time.h"
#include "canteen/domain/model/use.h"
#include "pos-client/till/backlog.h"
#include "pos-client/till/offer.h"
#include "pos-client/till/offline_accounts.h"

namespace canteen::till {

// Entries are kept this long after their answer, and at least over so many days on which answers came, whatever the
// host's clock says of them: a server restored from a backup gets them again.
inline constexpr std::chrono::hours keep_settled_for{7 * 24};
inline constexpr int keep_settled_days = 7;

// Values are the disk's: never renumbered.
enum class SaleState : std::uint8_t {
    asked = 1,     // not known to be accepted
    sold = 2,      // accepted, or stated
    refused = 3,   // the guest was told no
    cancelled = 4  // taken back
};

struct KeptOrder {
    OrderId id;
    SaleState state = SaleState::asked;
    std::string pickup;  // "A012"
    Timestamp sold_at;   // server time as the till knew it when the cashier pressed pay
};

// Money for a member's account that came over this till's counter.
struct OwnTopUp {
    MemberId member;
    Meal meal;  // that was served then
    Fen fen;
    bool without_server = false;
};

struct NewEntry {
    CommandId command;
    OrderId order;
    EntryKind kind = EntryKind::ask;
    std::string bytes;
    Timestamp at;                                             // the till's clock
    std::vector<std::pair<std::string, std::string>> keep{};  // small values kept in the same commit
    std::optional<SaleState> becomes{};                       // its order's state from the same commit on
    std::optional<OwnTopUp> top_up{};                         // in the same commit, too
};

// What a sale takes from the member's accounts.
struct OwnSpending {
    MemberId member;
    Meal meal;
    Fen fen;
};

// A small value under a name.
struct KeptValue {
    std::string name;
    std::string value;
};

struct NewOrder {
    KeptOrder order;
    PickupCount pickup;
    std::vector<OwnUse> uses;
    std::optional<OwnSpending> spending{};
    std::vector<KeptValue> kept{};  // in the same commit
};

// The orders to be listed: of that number, or all, from an instant on.
struct OrderFilter {
    std::string pickup{};  // "": any
    Timestamp since{};
    std::size_t most = 1'000;
};

struct Settled {
    EntryState state = EntryState::committed;
    Seq committed_seq = 0;
    std::string answer;   // encoded, as kept
    bool notice = false;  // the cashier should look at it: a listed exception, or a sale refused
    Timestamp at;         // the till's clock
    // True of an answer that comes again, the same, if a power cut takes it: nobody waits for the disk.
    bool comes_again = false;
};

// What the server decided otherwise, until it is dismissed.
struct Notice {
    std::uint64_t device_seq = 0;
    OrderId order;
    std::string pickup;
    std::string answer;
};

class Outbox final : public Backlog {
public:
    enum class Access { write, read };
    // Makes the file if there is none. Throws SQLite::Exception. Reading leaves the file alone and may go on beside the
    // process that writes.
    explicit Outbox(const std::filesystem::path& file, Access access = Access::write);

    ChainHead head() const override { return head_; }
    ChainHead base() const override { return base_; }
    std::optional<Hash> hash_at(std::uint64_t device_seq) const override;
    std::uint64_t first_queued() const override;
    std::vector<Entry> entries_from(std::uint64_t device_seq, std::size_t limit) const override;
    std::vector<Entry> kept_from(std::uint64_t device_seq, std::size_t limit) const override;
    std::uint64_t kept_after(std::uint64_t device_seq) const override;
    std::uint64_t epoch() const override;
    void note_epoch(std::uint64_t epoch) override;
    void requeue_after(std::uint64_t device_seq) override;
    void start_chain(const ChainHead& base, const std::set<std::uint64_t>& moved) override;
    void tell_restart(const ChainRestart& restart) override;
    const PickupCounts& pickups() const override { return pickups_; }
    void raise_pickups(PickupCount count) override;

    // Numbers, chains and commits the entry; with the first entry of an order, the order and its pickup number in the
    // same commit.
    Entry append(const NewEntry& entry, const NewOrder* order = nullptr);
    // Records the answer. An entry that is settled already keeps its notice's dismissal.
    void settle(std::uint64_t device_seq, const Settled& settlement);
    std::optional<Entry> entry_of(std::uint64_t device_seq) const;
    std::optional<Entry> entry_of(CommandId command) const override;
    // The server's answer, encoded; "" while there is none.
    std::string answer_of(std::uint64_t device_seq) const;
    // The oldest entry of the order, shift or whatever it states; nothing: none is kept.
    std::optional<Entry> first_of(OrderId order) const;
    // True if the server once had it, also if it was restored from before it since.
    bool was_committed(std::uint64_t device_seq) const;
    // True if the order's sale was stated.
    bool has_statement(OrderId order) const;
    bool has_cancellation(OrderId order) const;
    // True if the server is known to have the order's ask or statement.
    bool is_with_server(OrderId order) const;
    // All entries of that kind about the order, the oldest first.
    std::vector<Entry> entries_of(OrderId order, EntryKind kind) const;
    // The newest of the order's asks and statements; nothing: it is not kept.
    std::optional<Entry> sale_of(OrderId order) const;

    std::optional<KeptOrder> order(OrderId id) const;
    // The latest first.
    std::vector<KeptOrder> orders(const OrderFilter& filter) const;
    void set_state(OrderId id, SaleState state);

    // The uses of the member and of budgets by this till's orders that the server does not have, or that are newer than
    // `shown`, the uses feed's seq.
    Uses own_uses(MemberId member, Seq shown) const;

    // What the same orders took from the member's accounts.
    Fen own_spending(MemberId member, Seq shown) const;
    // What this till took from accounts in the meal without the server: by sales that were stated and stand.
    TakenFromAccounts stated_from_accounts(Meal meal) const;
    // Returns how much of this till's top-ups for the member the server does not have, or told after `shown`.
    Fen own_top_ups(MemberId member, Seq shown) const;
    // Returns how much this till topped up in the meal without the server, whether the server has it by now or not.
    Fen topped_up_without_server(Meal meal) const;

    std::size_t queued_count() const;
    std::vector<Entry> queued(std::size_t limit) const;
    std::vector<Notice> notices() const;
    // Lists new chains, the oldest first.
    std::vector<ChainRestart> restarts() const;
    // Both.
    void dismiss_notices();
    void dismiss_notice(std::uint64_t device_seq);

    // Drops entries answered more than `keep_settled_for` and `keep_settled_days` ago, from the oldest on; the last
    // entry always stays.
    void prune(Timestamp now);

    // Small values kept under a name: who the till is, what it last knew.
    void keep(const std::string& name, const std::string& value);
    void forget(const std::string& name);
    // What was replaced or forgotten before cannot be read off the file any more.
    void wipe();
    std::optional<std::string> kept(const std::string& name) const;

private:
    void create_tables();
    void insert_order(const NewOrder& order);
    void insert_top_up(OrderId fact, const OwnTopUp& top_up);
    void load_head();
    void load_base();
    bool has_entry(OrderId order, EntryKind kind) const;
    void write_head(const ChainHead& head, const PickupCounts& pickups);
    void move_entry(std::uint64_t from, std::uint64_t to);
    void move_below(std::uint64_t from);

    mutable SQLite::Database db_;
    ChainHead head_, base_;
    PickupCounts pickups_;
};

}  // namespace canteen::till
