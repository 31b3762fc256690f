#include "canteen/app/feeds/staff_view.h"

#include <utility>

#include "canteen/crypto/box.h"

namespace canteen {

StaffView::StaffView(const std::vector<StaffMember>& staff, std::map<StaffId, std::string> pins,
                     const std::vector<Device>& devices)
    : pins_(std::move(pins)) {
    for (const auto& one : staff) staff_[one.id] = one;
    for (const auto& device : devices)
        if (device.role == Role::till && !device.revoked && device.public_key != PublicKey{})
            tills_[device.id] = device.public_key;
}

void StaffView::apply(const Event& event, Seq) {
    if (const auto* e = std::get_if<StaffRecorded>(&event)) {
        staff_[e->staff.id] = e->staff;
        changed_.insert(e->staff.id);
    } else if (const auto* ended = std::get_if<StaffEnded>(&event)) {
        staff_[ended->staff].ended = true;
        pins_.erase(ended->staff);
        changed_.insert(ended->staff);
    } else if (const auto* unlocked = std::get_if<StaffUnlocked>(&event)) {
        staff_[unlocked->staff].unlocked_at = unlocked->at;
        changed_.insert(unlocked->staff);
    } else if (const auto* set = std::get_if<StaffPinSet>(&event)) {
        staff_[set->staff].unlocked_at = staff_[set->staff].pin_set_at = set->at;
        changed_.insert(set->staff);
    } else if (const auto* claimed = std::get_if<DeviceClaimed>(&event)) {
        if (claimed->public_key == PublicKey{}) return;  // a screen
        tills_[claimed->device] = claimed->public_key;
        all_change();
    } else if (const auto* revoked = std::get_if<DeviceRevoked>(&event)) {
        tills_.erase(revoked->device);
    }
}

// A till with a new key reads nothing of what was sealed for its old one.
void StaffView::all_change() {
    for (const auto& [id, pin] : pins_) changed_.insert(id);
}

StaffShown StaffView::shown(const StaffMember& staff) const {
    StaffShown shown{staff, {}};
    const auto pin = pins_.find(staff.id);
    if (pin == pins_.end()) return shown;
    for (const auto& [till, key] : tills_)
        if (auto sealed = seal_to(key, pin->second)) shown.pins.push_back({till, *std::move(sealed)});
    return shown;
}

FeedItems StaffView::take_changes() {
    FeedItems items;
    for (const auto& id : std::exchange(changed_, {}))
        if (const auto known = staff_.find(id); known != staff_.end()) items.emplace_back(shown(known->second));
    return items;
}

FeedItems StaffView::snapshot() const {
    FeedItems items;
    for (const auto& [id, staff] : staff_) items.emplace_back(shown(staff));
    return items;
}

}  // namespace canteen
