// A store in memory: keeps what a disk would, without one. One thread.
#pragma once

#include <functional>
#include <map>

#include "canteen/app/store.h"

namespace canteen::testing {

class FakeStore final : public Store {
public:
    explicit FakeStore(const Site& site = {});

    Canteen load_start(const Site& site, Date from = {}) override;
    Seq last_seq() const override { return rows_.empty() ? 0 : rows_.back().seq; }
    Hash first_hash() override;
    Hash head_hash() const override { return Hash{static_cast<std::uint8_t>(last_seq())}; }
    TillStates load_chains() override { return chains_; }
    void load(const Needs& needs, Canteen& state) override;
    std::optional<Recorded> find(DeviceId device, CommandId command) override;
    void commit(const std::vector<JournalRow>& rows, const std::vector<RefusedRow>& refused) override;
    std::string encode(const JournalRow& row) override { return encodes ? encodes(row) : ""; }
    bool storage_is_low() override { return is_low; }
    std::vector<Ticket> load_tickets(Date from) override;
    std::vector<Menu> load_menus(Date from) override;
    std::vector<Member> load_members() override;
    std::vector<std::pair<UseKey, std::int64_t>> load_uses(Date from) override;
    std::vector<MemberBalance> load_balances() override;
    void put_enrolment_code(DeviceId device, const Hash& code_hash, Timestamp expires) override;
    std::optional<EnrolmentCode> enrolment_code(const Hash& code_hash, Timestamp now) override;
    void claim_enrolment_code(const Hash& code_hash, const Hash& claimant) override;
    void put_cookie(DeviceId device, const Hash& cookie_hash) override;
    std::vector<std::pair<Hash, DeviceId>> load_cookies() override { return cookies_; }
    void put_staff_pin(StaffId staff, const std::string& verifier) override { pins_[staff] = verifier; }
    std::map<StaffId, std::string> load_staff_pins() override { return pins_; }

    // Returns what is committed.
    const std::vector<JournalRow>& rows() const { return rows_; }
    const std::vector<RefusedRow>& refused() const { return refused_; }
    const Canteen& truth() const { return truth_; }
    int commits() const { return commits_; }

    std::function<std::string(const JournalRow&)> encodes;  // may throw; empty: nothing is encoded
    bool is_low = false;
    bool fails = false;  // the next commit throws

private:
    using CommandKey = std::pair<DeviceId, CommandId>;

    void take_in(const JournalRow& row);
    void note_pickup(const JournalRow& row, const Event& event);
    void load_order(OrderId id, Canteen& state) const;
    void load_menu(Meal meal, Canteen& state) const;
    void load_uses_of(const UseScope& scope, Canteen& state) const;
    void load_points(MemberId id, Canteen& state) const;
    void load_shift(ShiftId id, Canteen& state) const;
    std::optional<MemberId> holder_of_card(const std::string& card) const;
    std::optional<MemberId> holder_of_id_number(const std::string& number) const;
    std::optional<MemberId> holder_of_number(const std::string& number) const;

    Canteen truth_;
    std::map<Account, Fen> balances_;
    std::map<MemberId, std::int64_t> points_;  // members' points
    std::vector<JournalRow> rows_;
    std::vector<RefusedRow> refused_;
    std::map<CommandKey, Recorded> answers_;
    TillStates chains_;
    std::map<Hash, std::pair<DeviceId, Timestamp>> codes_;
    std::map<Hash, Hash> claimants_;
    std::vector<std::pair<Hash, DeviceId>> cookies_;
    std::map<StaffId, std::string> pins_;
    int commits_ = 0;
};

}  // namespace canteen::testing
