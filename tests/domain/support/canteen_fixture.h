// A small canteen at lunch, to tell stories in: given what is loaded, when somebody asks, then what happened.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "canteen/domain/model/rejection.h"
#include "canteen/domain/state/canteen.h"

namespace canteen {

// Print the code's name, so that a failing test says what it saw.
std::ostream& operator<<(std::ostream& out, RejectionCode code);
std::ostream& operator<<(std::ostream& out, ExceptionCode code);
std::ostream& operator<<(std::ostream& out, Fen fen);

namespace dishes {
inline constexpr DishId pork{1};      // from the line, 12.00, 20 portions
inline constexpr DishId noodles{2};   // to order, 8 minutes, 15.00, 10 portions
inline constexpr DishId fish{3};      // from the line by weight, 3.25 per 100 g, 5,000 g
inline constexpr DishId greens{4};    // from the line, 5.00, 20 portions
inline constexpr DishId set_meal{9};  // 15.00: one of pork or noodles, two of greens or soup
inline constexpr DishId soup{5};      // to order, 3 minutes, 4.00, 20 portions
}  // namespace dishes

// Returns ids that differ in one number.
template <class Id>
Id id_of(unsigned n) {
    Id id;
    id.bytes[14] = static_cast<std::uint8_t>(n >> 8U);
    id.bytes[15] = static_cast<std::uint8_t>(n);
    return id;
}

Timestamp at_site(Date date, int hour, int minute);
Menu lunch_on(Date date);
Menu dinner_on(Date date);
// Gives 6 yuan a day to members with the tag dibao, by "civil_affairs".
Scheme six_a_day();
// Gives 20 yuan a month to members with the tag village, by "village".
Scheme twenty_a_month();
// Gives, as "acme", 3, 10 and 8 yuan a meal, any day, with an account.
Employer acme();
// Values a point at fifty fen, borne by "street".
PointsRule fifty_fen_a_point();

class CanteenFixture : public ::testing::Test {
public:
    CanteenFixture();

    // Loads what a writer would load first: all that `body` touches and nobody made is known not to exist.
    void load_for(const CommandBody& body);
    void load_account(MemberId member);
    // Returns all records of the member's person.
    std::vector<MemberId> load_records(MemberId member);
    // Decides, and applies the decision.
    Outcome decide_and_apply(const CommandBody& body);
    // Returns the events; a refusal fails the test.
    Events happens(const CommandBody& body);
    // Returns the reason; events fail the test.
    Rejection refused(const CommandBody& body);
    // Returns the codes that a statement lists.
    std::vector<ExceptionCode> exceptions_of(const CommandBody& body);

    // Makes a dine-in order at the counter with the next id and pickup number.
    OrderDraft draft(std::vector<OrderLine> lines);
    OrderDraft draft_for(MemberId member, std::vector<OrderLine> lines);
    // Makes a line at the menu's price.
    OrderLine portions(DishId dish, std::uint32_t quantity = 1) const;
    OrderLine grams(DishId dish, std::uint32_t grams) const;
    OrderLine set_of(std::vector<DishId> chosen, std::uint32_t quantity = 1) const;
    // Numbers the lines and shows the sums of this moment.
    void show_sums(OrderDraft& draft);

    PlaceOrder ask(const OrderDraft& draft, std::vector<Tender> tenders = {}) const;
    PlaceOrder ask_in_cash(const OrderDraft& draft) const;
    RecordSale sale(const OrderDraft& draft, std::vector<Tender> tenders) const;
    RecordSale sale_in_cash(const OrderDraft& draft) const;
    static std::vector<Tender> cash(Fen fen) { return {{TenderKind::cash, fen, ""}}; }

    const Order& order(const OrderDraft& draft) const { return state.orders.at(draft.id).value(); }
    const StockRow& stock(DishId dish) const { return state.stock.at({lunch, dish}); }
    // Sums all that was ever posted.
    Fen balance(AccountKind kind) const;
    Fen balance(const Account& account) const;
    // Sums over all meals that are loaded.
    Fen allowance_used(MemberId member, const std::string& employer) const;
    std::int64_t points(MemberId member) const { return state.points.at(member); }
    // Does what the office would have recorded before.
    void employ(MemberId member, const std::string& employer);
    void give_points(MemberId member, std::int64_t points);
    std::size_t count(MemberId member, UseKind kind) const;

    const Date today = parse_date("2026-04-14").value();  // a Tuesday
    const Meal lunch{today, MealSlot::lunch};
    const MemberId grandma = id_of<MemberId>(1);   // dibao
    const MemberId villager = id_of<MemberId>(2);  // village
    const MemberId neighbour = id_of<MemberId>(3);
    const Actor till{id_of<DeviceId>(7), Role::till};

    Canteen state;
    Timestamp now = at_site(today, 11, 30);
    std::vector<Event> journal;  // all that happened

private:
    unsigned next_order_ = 1;
};

// Returns the only event of its kind; fails the test otherwise.
template <class E>
E the(const Events& events) {
    std::vector<E> found;
    for (const auto& event : events)
        if (const auto* e = std::get_if<E>(&event)) found.push_back(*e);
    EXPECT_EQ(found.size(), 1U);
    return found.empty() ? E{} : found.front();
}

template <class E>
std::size_t count_of(const Events& events) {
    std::size_t count = 0;
    for (const auto& event : events) count += std::holds_alternative<E>(event) ? 1U : 0U;
    return count;
}

}  // namespace canteen
