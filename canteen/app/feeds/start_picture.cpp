#include "canteen/app/feeds/start_picture.h"

#include "canteen/app/feeds/kitchen_view.h"
#include "canteen/app/feeds/menu_view.h"
#include "canteen/app/feeds/staff_view.h"
#include "canteen/app/feeds/uses_view.h"

namespace canteen {

StartPicture load_start_picture(Store& store, const Canteen& state, Date today) {
    StartPicture picture;
    static_cast<DayPicture&>(picture) = load_day_picture(store, today);
    picture.site = state.site;
    picture.canteen = store.first_hash();
    picture.head = store.head_hash();
    picture.epoch = state.epoch;
    for (const auto& [id, device] : state.devices) picture.devices.push_back(device);
    picture.chains = store.load_chains();
    picture.cookies = store.load_cookies();
    picture.seen = store.load_seen();
    picture.members = store.load_members();
    picture.schemes = state.schemes;
    picture.calendar = state.calendar;
    picture.employers = state.employers;
    picture.balances = store.load_balances();
    for (const auto& [till, shift] : state.open_shifts) picture.open_shifts.push_back(shift);
    for (const auto& [id, staff] : state.staff) picture.staff.push_back(staff);
    picture.pins = store.load_staff_pins();
    return picture;
}

std::vector<std::unique_ptr<View>> views_of(const StartPicture& p) {
    std::vector<std::unique_ptr<View>> views;
    views.push_back(std::make_unique<KitchenView>(p.tickets, p.menus, p.stock, p.today));
    views.push_back(std::make_unique<MenuView>(p.menus, p.stock, p.today));
    views.push_back(std::make_unique<SheetsView>(p.site, p.members, p.schemes, p.employers, p.today, p.seq));
    views.push_back(std::make_unique<UsesView>(p.uses, p.today, p.balances, p.members));
    views.push_back(std::make_unique<StaffView>(p.staff, p.pins, p.devices));
    return views;
}

}  // namespace canteen
