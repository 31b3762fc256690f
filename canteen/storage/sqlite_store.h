// The store over SQLite: one writer, one connection, WAL with synchronous=FULL, each batch one transaction. Writer
// thread; backup(path, path) of backup.h may run beside it.
#pragma once

#include <SQLiteCpp/Transaction.h>

#include <filesystem>
#include <functional>
#include <optional>

#include "canteen/app/codec.h"
#include "canteen/app/store.h"
#include "canteen/sqlite/batch.h"
#include "canteen/sqlite/connection.h"
#include "canteen/storage/disk/disk_space.h"
#include "canteen/storage/disk/lock_file.h"
#include "canteen/storage/schema/journal.h"
#include "canteen/storage/sealing/key_file.h"
#include "canteen/storage/sealing/sodium_sealer.h"
#include "canteen/storage/tables/aside_table.h"
#include "canteen/storage/tables/projection.h"
#include "canteen/storage/tables/staff_pin_table.h"

namespace canteen {

class SqliteStore final : public Store {
public:
    enum class Opening {
        make,      // a new database; the file must not exist
        existing,  // brought up to this program's version, and its tail checked
    };

    // Locks the database against other writers. Throws StoreInUse, StoreError. `codec` outlives the store.
    SqliteStore(const std::filesystem::path& path, Opening opening, const SiteKeys& keys, const Codec& codec,
                SpaceLimits limits = {});

    Canteen load_start(const Site& site, Date from = {}) override;
    Seq last_seq() const override { return head_.seq; }
    Hash first_hash() override;
    Hash head_hash() const override { return head_.hash; }
    TillStates load_chains() override;
    void load(const Needs& needs, Canteen& state) override;
    void begin_batch() override;
    void end_batch() noexcept override { batch_.reset(); }
    std::optional<Recorded> find(DeviceId device, CommandId command) override;
    // Lists rows, of members read so far, in which part of a text cannot be read.
    const std::set<Seq>& unreadable_rows() const { return tables_.members.mended(); }
    std::string encode(const JournalRow& row) override;
    void commit(const std::vector<JournalRow>& rows, const std::vector<RefusedRow>& refused) override;
    bool storage_is_low() override { return space_.is_low(); }
    std::vector<Ticket> load_tickets(Date from) override;
    std::vector<Menu> load_menus(Date from) override;
    std::vector<Member> load_members() override;
    std::vector<std::pair<UseKey, std::int64_t>> load_uses(Date from) override;
    std::vector<MemberBalance> load_balances() override;
    void put_enrolment_code(DeviceId device, const Hash& code_hash, Timestamp expires) override;
    std::optional<EnrolmentCode> enrolment_code(const Hash& code_hash, Timestamp now) override;
    void claim_enrolment_code(const Hash& code_hash, const Hash& claimant) override;
    void put_cookie(DeviceId device, const Hash& cookie_hash) override;
    std::vector<std::pair<Hash, DeviceId>> load_cookies() override;
    void put_staff_pin(StaffId staff, const std::string& verifier) override;
    std::map<StaffId, std::string> load_staff_pins() override;
    void put_seen(DeviceId device, Timestamp at) override;
    std::vector<std::pair<DeviceId, Timestamp>> load_seen() override;
    void note_person_read(const PersonRead& read) override;
    std::vector<PersonRead> person_reads(std::size_t most) override;

    // Returns how much of the member's rights and of the budgets a meal finds used up; see RightTable.
    Uses uses_found_by(MemberId member, Meal meal, bool by_earlier_meals);
    // Returns the newest row and its hash, which is what is anchored outside.
    JournalHead head() const { return head_; }
    // Returns the member's orders from this date on, the oldest first; at most `most`.
    std::vector<OrderId> orders_of(MemberId member, Date from, std::size_t most);
    // Finds the member with this ID number by its keyed hash, without unsealing anything.
    std::optional<MemberId> find_by_id_number(const std::string& id_number);
    // Copies the database as of the last commit, even if the file was taken away under it; `to` must not exist. Commits
    // wait for it.
    Seq backup_to(const std::filesystem::path& to);

private:
    void check_or_note_key(Opening opening, const SiteKeys& keys);
    void write(const std::vector<JournalRow>& rows, const std::vector<RefusedRow>& refused, JournalHead& head);
    void forget_pins(const JournalRow& row);
    void cut_wal_if_due();

    const Codec& codec_;
    LockFile lock_;
    Connection db_;
    DiskSpace space_;
    SodiumSealer sealer_;
    Journal journal_;
    Projection tables_;
    AsideTable aside_;
    StaffPinTable pins_;
    JournalHead head_;
    std::optional<Batch> batch_;  // rolled back unless committed
    // The WAL keeps pages as they were before an erasure until it is cut; so does that of a run that was killed.
    bool wal_is_to_be_cut_ = true;
};

}  // namespace canteen
