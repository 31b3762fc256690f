// The one seam to the disk; storage/ implements it over SQLite. Owned by the writer thread, except where said.
#pragma once

#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "canteen/app/message.h"
#include "canteen/app/needs.h"
#include "canteen/domain/state/canteen.h"

namespace canteen {

// A commit or read that failed. Nobody was told yes: the process ends, is started again, reloads, and clients resend.
struct StoreError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// One entry cannot be encoded, or breaks what the tables keep true; no fault of the disk. Ends the process, too.
struct EntryError : StoreError {
    using StoreError::StoreError;
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
    std::string bytes{};  // of the events, as Store::encode() made them; "": not encoded yet
};

// An entry the server failed at, as it came.
struct PutAside {
    std::string entry;
    std::string why;
};

// A refusal that is recorded beside the journal, and consumes the device's number.
struct RefusedRow {
    Timestamp time;
    Actor actor;
    CommandId command;
    Hash digest{};
    Hash entry_hash{};
    Answer answer;  // carries device_seq
    std::optional<PutAside> aside{};
};

struct Recorded {
    Hash digest{};
    Answer answer;
};

struct EnrolmentCode {
    DeviceId device;
    std::optional<Hash> claimant;  // whose it became
};

struct PersonRead {
    Timestamp time;
    Actor actor;
    std::string what;  // kind_of(query).name
    MemberId member;   // nil: a list of persons
};

class Store {
public:
    virtual ~Store() = default;

    // The state to start from: site-wide things, holds and ready orders, whose time comes by itself, and other open
    // orders of meals from `from` on; the rest is loaded on need.
    virtual Canteen load_start(const Site& site, Date from = {}) = 0;
    virtual Seq last_seq() const = 0;
    // The hash of the journal's first row: which canteen this is, also after a restore. Zero of an empty journal.
    virtual Hash first_hash() = 0;
    // The hash of the row last_seq(); zero of a store that keeps none.
    virtual Hash head_hash() const { return {}; }
    virtual TillStates load_chains() = 0;
    virtual void load(const Needs& needs, Canteen& state) = 0;
    // A batch begins: the reads until commit() or end_batch() may be done in one go, for each read by itself costs as
    // much as several inserts. Throws StoreError.
    virtual void begin_batch() {}
    // Nothing came of it, or commit() has been called.
    virtual void end_batch() noexcept {}

    // The recorded answer of (device, command), or nothing.
    virtual std::optional<Recorded> find(DeviceId device, CommandId command) = 0;

    // The bytes the journal would keep of the row's events; of a row that is decided, not applied and not committed, in
    // a batch. Throws CodecError if they could not be read again: such a row must not be written.
    virtual std::string encode(const JournalRow&) { return {}; }

    // Journal, tables, answers, ledger and rights in one transaction, durable when it returns. Rows follow last_seq()
    // without a gap. Throws StoreError.
    virtual void commit(const std::vector<JournalRow>& rows, const std::vector<RefusedRow>& refused) = 0;

    // Bytes still free for new orders; below the named low mark asks are refused storage_low.
    virtual bool storage_is_low() = 0;

    // Read for the views at start.
    virtual std::vector<Ticket> load_tickets(Date from) = 0;  // of this date on
    virtual std::vector<Menu> load_menus(Date from) = 0;      // current versions, of this date on
    virtual std::vector<Member> load_members() = 0;
    virtual std::vector<std::pair<UseKey, std::int64_t>> load_uses(
        Date from) = 0;  // of periods that reach this date or later

    // Lists all members who have or owe anything.
    virtual std::vector<MemberBalance> load_balances() = 0;

    // Enrolment secrets: not journaled, not a projection.
    virtual void put_enrolment_code(DeviceId device, const Hash& code_hash, Timestamp expires) = 0;
    // Nothing if there is no such code or it is late.
    virtual std::optional<EnrolmentCode> enrolment_code(const Hash& code_hash, Timestamp now) = 0;
    // From now on the code is this one's: who sends it again gets the same device.
    virtual void claim_enrolment_code(const Hash& code_hash, const Hash& claimant) = 0;
    // The device's only one: an earlier one ends.
    virtual void put_cookie(DeviceId device, const Hash& cookie_hash) = 0;
    virtual std::vector<std::pair<Hash, DeviceId>> load_cookies() = 0;

    // The verifiers of staff's PINs: not journaled, sealed under the site's key. The person's only one; deleted
    // with the StaffEnded that ends them.
    virtual void put_staff_pin(StaffId, const std::string& /*verifier*/) {}
    virtual std::map<StaffId, std::string> load_staff_pins() { return {}; }

    // When a device was last let in; kept so that nobody need guess which of two laptops is in use.
    virtual void put_seen(DeviceId, Timestamp) {}
    virtual std::vector<std::pair<DeviceId, Timestamp>> load_seen() { return {}; }

    // Notes the person who read what is recorded of persons; not in the journal, for it changes nothing.
    virtual void note_person_read(const PersonRead&) {}
    // The newest first.
    virtual std::vector<PersonRead> person_reads(std::size_t) { return {}; }
};

}  // namespace canteen
