// A store whose commits are seen by a witness, and can be made to fail; also the place of bugs put in on purpose. One
// thread.
#pragma once

#include "canteen/app/store.h"
#include "tests/simulation/witness.h"
#include "tests/simulation/world.h"

namespace canteen::simulation {

class WatchedStore final : public Store {
public:
    WatchedStore(World& world, Store& store, Witness& witness) : world_(world), store_(store), witness_(witness) {}

    // Makes the next commit throw, as if the disk were gone.
    void fail_next_commit() { fails_ = true; }
    // Ends the start: what is loaded from here on is asked by a running server.
    void serve() { is_serving_ = true; }
    // True if the last commit was none: a planted bug.
    bool has_lied() const { return has_lied_; }

    Canteen load_start(const Site& site, Date from = {}) override { return store_.load_start(site, from); }
    Seq last_seq() const override { return store_.last_seq(); }
    Hash first_hash() override { return store_.first_hash(); }
    TillStates load_chains() override { return store_.load_chains(); }
    void load(const Needs& needs, Canteen& state) override;
    std::optional<Recorded> find(DeviceId device, CommandId command) override;
    std::string encode(const JournalRow& row) override { return store_.encode(row); }
    void commit(const std::vector<JournalRow>& rows, const std::vector<RefusedRow>& refused) override;
    bool storage_is_low() override { return store_.storage_is_low(); }
    std::vector<Ticket> load_tickets(Date from) override { return store_.load_tickets(from); }
    std::vector<Menu> load_menus(Date from) override;
    std::vector<Member> load_members() override { return store_.load_members(); }
    std::vector<std::pair<UseKey, std::int64_t>> load_uses(Date from) override { return store_.load_uses(from); }
    std::vector<MemberBalance> load_balances() override { return store_.load_balances(); }
    void put_enrolment_code(DeviceId device, const Hash& code_hash, Timestamp expires) override {
        store_.put_enrolment_code(device, code_hash, expires);
    }
    std::optional<EnrolmentCode> enrolment_code(const Hash& code_hash, Timestamp now) override {
        return store_.enrolment_code(code_hash, now);
    }
    void claim_enrolment_code(const Hash& code_hash, const Hash& claimant) override {
        store_.claim_enrolment_code(code_hash, claimant);
    }
    void put_cookie(DeviceId device, const Hash& cookie_hash) override { store_.put_cookie(device, cookie_hash); }
    std::vector<std::pair<Hash, DeviceId>> load_cookies() override { return store_.load_cookies(); }
    void put_staff_pin(StaffId staff, const std::string& verifier) override { store_.put_staff_pin(staff, verifier); }
    std::map<StaffId, std::string> load_staff_pins() override { return store_.load_staff_pins(); }

private:
    World& world_;
    Store& store_;
    Witness& witness_;
    bool fails_ = false;
    bool has_lied_ = false;
    bool is_serving_ = false;
};

}  // namespace canteen::simulation
