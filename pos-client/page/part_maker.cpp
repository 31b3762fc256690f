#include "pos-client/page/part_maker.h"

#include <utility>

#include "canteen/domain/model/names.h"
#include "canteen/wire/common_wire.h"
#include "canteen/wire/menu_wire.h"
#include "pos-client/page/shown.h"

namespace canteen::till {
namespace {

// Days of menus behind today that the page can look at: none is sold before its day.
constexpr int days_ahead = 0;

bool is_near(const Meal& meal, Date today) {
    return meal.date >= today && meal.date <= today + days_ahead;
}

void show_menu(const Menu& menu, bool is_open, DishFinder& finder, v1::MealMenu& shown) {
    to_wire(menu.meal, *shown.mutable_meal());
    shown.set_serving_from_minute(static_cast<std::uint32_t>(menu.serving_from.minutes));
    shown.set_serving_to_minute(static_cast<std::uint32_t>(menu.serving_to.minutes));
    shown.set_open(is_open);
    for (const auto& dish : menu.dishes) {
        auto& tile = *shown.add_dishes();
        to_wire(dish, *tile.mutable_dish());
        const auto& sound = finder.sound_of(dish);
        tile.set_initials(sound.initials);
        tile.set_spelling(sound.full);
    }
}

}  // namespace

v1::TillView PartMaker::whole(Timestamp now) {
    v1::TillView view;
    *view.mutable_status() = status(now);
    *view.mutable_setup() = setup();
    *view.mutable_menus() = menus(now);
    *view.mutable_portions() = portions(now);
    *view.mutable_basket() = basket(now);
    *view.mutable_candidates() = candidates(now);
    *view.mutable_sale() = sale();
    *view.mutable_parked() = parked();
    *view.mutable_notices() = notices();
    *view.mutable_sales() = sales(now);
    *view.mutable_refund() = refund();
    *view.mutable_shift() = shift(now);
    *view.mutable_desk() = desk(now);
    return view;
}

void PartMaker::set_candidates(std::string asked, std::vector<MemberId> guests) {
    asked_ = std::move(asked);
    candidates_ = std::move(guests);
    last_visits_ = last_visits(basis_.outbox, candidates_);
}

void PartMaker::list_sales(std::string wanted) {
    is_listing_ = true;
    wanted_sales_ = std::move(wanted);
}

v1::SetupPart PartMaker::setup() const {
    v1::SetupPart part;
    if (basis_.till.replica().menus().empty()) part.add_missing("setup.no_menu");
    if (basis_.tray.printers().empty()) part.add_missing("setup.no_printer");
    return part;
}

// The tiles are made anew only when a menu or what is open changed: how hundreds of dishes sound costs.
const v1::MenuPart& PartMaker::menus(Timestamp now) {
    const auto server_now = basis_.till.server_time(now);
    std::string key;
    for (const auto& [meal, menu] : basis_.till.replica().menus())
        if (is_near(meal, today(now)))
            key += std::to_string(menu.version.value) + (menu.takes_orders(Origin::counter, server_now) ? "+" : "-");
    if (key == menus_key_) return menus_;
    menus_key_ = key;
    menus_.Clear();
    for (const auto& [meal, menu] : basis_.till.replica().menus())
        if (is_near(meal, today(now)))
            show_menu(menu, menu.takes_orders(Origin::counter, server_now), basis_.counter.dishes(),
                      *menus_.add_meals());
    return menus_;
}

v1::PortionsPart PartMaker::portions(Timestamp now) const {
    v1::PortionsPart part;
    for (const auto& [meal, menu] : basis_.till.replica().menus()) {
        if (!is_near(meal, today(now))) continue;
        for (const auto& dish : menu.dishes) {
            const auto known = basis_.till.replica().portions_of({meal, dish.id});
            if (!known) continue;
            auto& left = *part.add_portions();
            to_wire(meal, *left.mutable_meal());
            left.set_dish(dish.id.value);
            left.set_left(known->left);
            left.set_sold_out(known->sold_out || known->left <= 0);
            left.set_sold_out_since_ms(ms_of(known->sold_out_since));
        }
    }
    return part;
}

v1::CandidatesPart PartMaker::candidates(Timestamp now) const {
    v1::CandidatesPart part;
    part.set_asked(asked_);
    const auto* menu = basis_.counter.menu(now);
    for (const auto guest : candidates_) {
        v1::GuestShown shown;
        show_guest(basis_.till, guest, Identified::not_said, menu, shown);
        auto& one = *part.add_guests();
        one.set_member_id(shown.member_id());
        one.set_name(shown.name());
        one.set_card_last_four(shown.card_last_four().empty() ? shown.last_four() : shown.card_last_four());
        const auto visit = last_visits_.find(guest);
        if (visit == last_visits_.end()) continue;
        one.set_last_visit_ms(visit->second.at.ms);
        one.set_last_visit_mode(name_of(visit->second.mode));
        one.set_last_visit_doubtful(!basis_.till.upstream().live());
    }
    return part;
}

}  // namespace canteen::till
