// Who may log in at the tills, each with what their PIN is checked against, sealed for every till by itself. Owned by
// the I/O thread.
#pragma once

#include <map>
#include <set>
#include <string>

#include "canteen/app/feeds/view.h"

namespace canteen {

class StaffView final : public View {
public:
    // `pins`: bytes of each one's PinVerifier.
    StaffView(const std::vector<StaffMember>& staff, std::map<StaffId, std::string> pins,
              const std::vector<Device>& devices);

    Feed feed() const override { return Feed::staff; }
    void apply(const Event& event, Seq seq) override;
    FeedItems take_changes() override;
    FeedItems snapshot() const override;
    void on_date(Date) override {}
    void on_picture(const DayPicture&) override {}

    // Whose PIN this verifier is from now on; tills hear of it with the StaffPinSet that follows.
    void put_pin(StaffId staff, std::string verifier) { pins_[staff] = std::move(verifier); }
    const std::map<StaffId, StaffMember>& staff() const { return staff_; }
    // The verifiers of all PINs in use.
    const std::map<StaffId, std::string>& pins() const { return pins_; }

private:
    void all_change();
    StaffShown shown(const StaffMember& staff) const;

    std::map<StaffId, StaffMember> staff_;
    std::map<StaffId, std::string> pins_;
    std::map<DeviceId, PublicKey> tills_;  // that have a key
    std::set<StaffId> changed_;
};

}  // namespace canteen
