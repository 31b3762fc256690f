#include "pos-client/till/replica.h"

#include <algorithm>
#include <set>
#include <utility>

#include "canteen/domain/base/normal_form.h"

namespace canteen::till {

void Replica::put_menu(Menu menu) {
    auto& known = menus_[menu.meal];
    if (known.version <= menu.version) known = std::move(menu);
}

void Replica::put_portions(const StockKey& key, Portions portions) {
    portions_[key] = portions;
}

void Replica::clear_menus() {
    menus_.clear();
    portions_.clear();
}

void Replica::put_sheets(const std::vector<RightSheet>& sheets) {
    std::set<MemberId> replaced;
    for (const auto& sheet : sheets) {
        if (replaced.insert(sheet.member).second) drop_sheets_of(sheet.member);
        add_sheet(sheet);
    }
}

void Replica::drop_sheets_of(MemberId member) {
    const auto known = sheets_.find(member);
    if (known == sheets_.end()) return;
    for (const auto& sheet : known->second) {
        forget(members_, sheet.member_number, member);
        for (const auto& number : sheet.former_numbers) forget(members_, number, member);
        for (const auto& card : sheet.cards) forget(cards_, card, member);
    }
    sheets_.erase(known);
}

// Keeps a number or card that went to another member meanwhile.
void Replica::forget(Holders& holders, const std::string& key, MemberId holder) {
    const auto known = holders.find(key);
    if (known != holders.end() && known->second == holder) holders.erase(known);
}

void Replica::add_sheet(RightSheet sheet) {
    if (sheet.has_number()) members_[sheet.member_number] = sheet.member;
    for (const auto& number : sheet.former_numbers) members_[number] = sheet.member;
    for (const auto& card : sheet.cards) cards_[card] = sheet.member;
    auto& sheets = sheets_[sheet.member];
    sheets.push_back(std::move(sheet));
}

void Replica::clear_sheets() {
    sheets_.clear();
    members_.clear();
    cards_.clear();
}

void Replica::put_use(const UseKey& key, std::int64_t used) {
    if (used == 0) {
        uses_.erase(key);
    } else {
        uses_[key] = used;
    }
}

void Replica::clear_uses() {
    uses_.clear();
    holdings_.clear();
}

void Replica::put_holding(MemberId member, const Holding& holding) {
    if (holding == Holding{}) {
        holdings_.erase(member);
    } else {
        holdings_[member] = holding;
    }
}

Holding Replica::holding_of(MemberId member) const {
    const auto known = holdings_.find(member);
    return known == holdings_.end() ? Holding{} : known->second;
}

const Menu* Replica::menu_of(Meal meal) const {
    const auto menu = menus_.find(meal);
    return menu == menus_.end() ? nullptr : &menu->second;
}

const Menu* Replica::menu_at(Timestamp now) const {
    const auto date = date_at_site(now);
    const auto minute = minute_at_site(now);
    const Menu* best = nullptr;
    for (const auto& [meal, menu] : menus_) {
        if (meal.date != date) continue;
        if (menu.serving_from <= minute || !best) best = &menu;
        if (menu.takes_orders(Origin::counter, now)) return &menu;
    }
    return best;
}

const Menu* Replica::menu_for(Timestamp now, const std::vector<DishId>& dishes) const {
    for (const auto& [meal, menu] : menus_) {
        if (!menu.takes_orders(Origin::counter, now)) continue;
        if (std::ranges::all_of(dishes, [&served = menu](DishId dish) { return served.find(dish) != nullptr; }))
            return &menu;
    }
    return menu_at(now);
}

std::optional<Portions> Replica::portions_of(const StockKey& key) const {
    const auto portions = portions_.find(key);
    if (portions == portions_.end()) return std::nullopt;
    return portions->second;
}

bool Replica::is_left(const StockKey& key) const {
    const auto portions = portions_of(key);
    return !portions || (portions->left > 0 && !portions->sold_out);
}

// Looks for the number as it is kept, else for the same in another spelling: an older server kept cards as they were
// typed.
MemberId Replica::holder_in(const Holders& holders, const std::string& key) {
    auto holder = holders.find(key);
    if (holder == holders.end()) holder = holders.find(normal_number(key));
    if (holder == holders.end())
        holder = std::find_if(holders.begin(), holders.end(),
                              [&key](const auto& known) { return is_same_number(known.first, key); });
    return holder == holders.end() ? MemberId{} : holder->second;
}

MemberId Replica::member_of(const std::string& number) const {
    return holder_in(members_, number);
}

void Replica::stop_card(const std::string& card) {
    stopped_cards_.insert(normal_number(card));
}

MemberId Replica::member_of_card(const std::string& card) const {
    if (stopped_cards_.contains(normal_number(card))) return {};
    return holder_in(cards_, card);
}

const RightSheet* Replica::sheet_of(MemberId member, Date date) const {
    const auto known = sheets_.find(member);
    if (known == sheets_.end()) return nullptr;
    const auto sheet = std::find_if(known->second.begin(), known->second.end(),
                                    [date](const RightSheet& s) { return s.from <= date && date <= s.to; });
    return sheet == known->second.end() ? nullptr : &*sheet;
}

void Replica::each_sheet_on(Date date, const std::function<void(const RightSheet&)>& look) const {
    for (const auto& [member, sheets] : sheets_)
        for (const auto& sheet : sheets)
            if (sheet.from <= date && date <= sheet.to) look(sheet);
}

std::vector<RightSheet> Replica::sheets() const {
    std::vector<RightSheet> all;
    for (const auto& [member, sheets] : sheets_) all.insert(all.end(), sheets.begin(), sheets.end());
    return all;
}

}  // namespace canteen::till
