// Gathers, thing by thing, the parts of the state that are not loaded yet. Used by needs.cpp alone. Pure; writer
// thread.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "canteen/app/needs.h"

namespace canteen {

class Missing {
public:
    Missing(const Canteen& state, Timestamp now) : state_(state), now_(now) {}

    // Null until it is loaded, or if there is none.
    const Order* order(OrderId id);
    // With what taking it back returns: its portions, rights and money.
    void order_with_basis(OrderId id);
    // With all that is looked at when it is decided.
    void draft(const OrderDraft& draft, const std::vector<Tender>& tenders);
    void menu(Meal meal);
    // Menus of the day, if the next calendar says another kind of day.
    void day(Date date, const Calendar& next);
    // With the record it was merged into, which speaks for the person.
    const Member* member(MemberId id);
    void number(const std::string& text);
    // The number, then whoever has it.
    void holder_of_number(const std::string& text);
    void holder_of_id_number(const std::string& text);
    void card(const std::string& text);
    // These three ask for all records of the person.
    void account(MemberId id);
    void points(MemberId id);
    void uses(MemberId id, Date date);
    void shift(ShiftId id);
    void fact(FactId id);
    // Orders whose time has come, with their basis.
    void due(const std::map<Timestamp, std::set<OrderId>>& by_time, Timestamp until);

    // Each once, in order.
    Needs take();

private:
    const Member* record(MemberId id);
    template <class Need>
    void for_records(MemberId id, Need need);
    void id_number(const std::string& text);
    void budgets(Date date);
    void balance(MemberId id);
    void basis(const OrderDraft& draft, const std::vector<Tender>& tenders);

    const Canteen& state_;
    Timestamp now_;
    Needs needs_;
};

}  // namespace canteen
