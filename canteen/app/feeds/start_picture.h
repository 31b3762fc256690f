// The state the I/O side starts from: read once, before the writer's thread runs. Values.
#pragma once

#include <memory>

#include "canteen/app/feeds/day_picture.h"
#include "canteen/app/feeds/sheets_view.h"
#include "canteen/app/store.h"

namespace canteen {

struct StartPicture : DayPicture {
    Site site;
    Hash canteen{};
    Hash head{};  // of the row `seq`
    Epoch epoch = 0;
    std::vector<Device> devices;
    TillStates chains;
    std::vector<std::pair<Hash, DeviceId>> cookies;
    std::vector<std::pair<DeviceId, Timestamp>> seen;
    std::vector<Member> members;
    PrioritisedSchemes schemes;
    Calendar calendar;
    std::map<std::string, Employer> employers;  // by code
    std::vector<MemberBalance> balances;
    std::vector<Shift> open_shifts;
    std::vector<StaffMember> staff;
    std::map<StaffId, std::string> pins;  // bytes of each one's PinVerifier
};

// `state` is what store.load_start() returned. Throws StoreError.
StartPicture load_start_picture(Store& store, const Canteen& state, Date today);

// The five feeds as of the picture.
std::vector<std::unique_ptr<View>> views_of(const StartPicture& picture);

}  // namespace canteen
