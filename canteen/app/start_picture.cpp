#include "canteen/app/start_picture.h"

#include "canteen/app/kitchen_view.h"
#include "canteen/app/menu_view.h"
#include "canteen/app/uses_view.h"

namespace canteen {
namespace {

StockRows stock_of(Store& store, const std::vector<Menu>& menus) {
    Needs needs;
    for (const auto& menu : menus) needs.menus.push_back(menu.meal);
    if (needs.empty()) return {};
    Canteen scratch;
    store.load(needs, scratch);
    return {scratch.stock.begin(), scratch.stock.end()};
}

}  // namespace

StartPicture load_start_picture(Store& store, const Canteen& state, Date today) {
    StartPicture picture;
    picture.site = state.site;
    picture.canteen = store.first_hash();
    picture.epoch = state.epoch;
    picture.seq = store.last_seq();
    picture.today = today;
    for (const auto& [id, device] : state.devices) picture.devices.push_back(device);
    picture.chains = store.load_chains();
    picture.cookies = store.load_cookies();
    picture.tickets = store.load_tickets(today);
    picture.menus = store.load_menus(today);
    picture.stock = stock_of(store, picture.menus);
    picture.members = store.load_members();
    picture.schemes = state.schemes;
    picture.employers = state.employers;
    picture.uses = store.load_uses(today);
    return picture;
}

std::vector<std::unique_ptr<View>> views_of(const StartPicture& p) {
    std::vector<std::unique_ptr<View>> views;
    views.push_back(std::make_unique<KitchenView>(p.tickets, p.menus, p.stock, p.today));
    views.push_back(std::make_unique<MenuView>(p.menus, p.stock, p.today));
    views.push_back(std::make_unique<SheetsView>(p.site, p.members, p.schemes, p.employers, p.today, p.seq));
    views.push_back(std::make_unique<UsesView>(p.uses, p.today));
    return views;
}

}  // namespace canteen
