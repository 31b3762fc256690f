// The one seam to the disk; storage/ implements it over SQLite. Owned by the writer thread, except where said.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "canteen/app/message.h"
#include "canteen/app/needs.h"
#include "canteen/domain/canteen.h"

namespace canteen {

// A commit or read that failed. Nobody was told yes: the process ends, is started again, reloads, and clients resend.
struct StoreError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// One row of the journal: a command that changed something.
struct JournalRow {
    Seq seq = 0;
    Timestamp time;
    Actor actor;
    CommandId command;
    std::string command_name;  // name_of(body)
    Hash digest{};             // keyed, of the command's bytes
    std::uint64_t device_seq = 0;
    Hash entry_hash{};
    Events events;
};

// A refusal that is recorded beside the journal, and consumes the device's number.
struct RefusedRow {
    Timestamp time;
    Actor actor;
    CommandId command;
    Hash digest{};
    Hash entry_hash{};
    Answer answer;  // carries device_seq
};

struct Recorded {
    Hash digest{};
    Answer answer;
};

struct DeviceChain {
    DeviceId device;
    std::uint64_t last_seq = 0;
    Hash last_hash{};
    std::uint32_t last_pickup_count = 0;
    Date pickup_date;
};

class Store {
public:
    virtual ~Store() = default;

    // The state to start from: site-wide things, open orders, holds and ready tickets; the rest is loaded on need.
    virtual Canteen load_start(const Site& site) = 0;
    virtual Seq last_seq() const = 0;
    // Of the journal's first row: which canteen this is, also after a restore. Zero of an empty journal.
    virtual Hash first_hash() = 0;
    virtual std::vector<DeviceChain> load_chains() = 0;
    virtual void load(const Needs& needs, Canteen& state) = 0;
    // A batch begins: what is read until commit() or end_batch() may be read in one go, for each read by itself costs
    // as much as several inserts. Throws StoreError.
    virtual void begin_batch() {}
    // Nothing came of it, or commit() has been called.
    virtual void end_batch() noexcept {}

    // The recorded answer of (device, command), or nothing.
    virtual std::optional<Recorded> find(DeviceId device, CommandId command) = 0;

    // Journal, tables, answers, ledger and rights in one transaction, durable when it returns. Rows follow last_seq()
    // without a gap. Throws StoreError.
    virtual void commit(const std::vector<JournalRow>& rows, const std::vector<RefusedRow>& refused) = 0;

    // Bytes still free for new orders; below the named low mark asks are refused storage_low.
    virtual bool storage_is_low() = 0;

    // For the views at start.
    virtual std::vector<Ticket> load_tickets(Date from) = 0;  // not yet handed over, or of this date on
    virtual std::vector<Menu> load_menus(Date from) = 0;      // current versions, of this date on
    virtual std::vector<Member> load_members() = 0;
    virtual std::vector<std::pair<UseKey, std::int64_t>> load_uses(
        Date from) = 0;  // of periods that reach this date or later

    // Enrolment secrets: not journaled, not a projection.
    virtual void put_enrolment_code(DeviceId device, const Hash& code_hash, Timestamp expires) = 0;
    virtual std::optional<DeviceId> take_enrolment_code(const Hash& code_hash,
                                                        Timestamp now) = 0;  // once; nothing if late
    virtual void put_cookie(DeviceId device, const Hash& cookie_hash) = 0;
    virtual std::vector<std::pair<Hash, DeviceId>> load_cookies() = 0;
};

}  // namespace canteen
