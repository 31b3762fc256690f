// A small lunch for the till's tests: five dishes, a set meal, two members, one scheme that gives 6 yuan a day.
#pragma once

#include <cstdint>
#include <span>

#include "canteen/crypto/random.h"
#include "canteen/domain/model/menu.h"
#include "canteen/domain/model/right_sheet.h"
#include "pos-client/till/basket.h"
#include "pos-client/till/replica.h"

namespace canteen::till::test {

inline const Date day = *make_date(2026, 4, 14);
inline const Meal lunch{day, MealSlot::lunch};
inline const Timestamp noon = instant_at_site(day, {12 * 60});

inline constexpr DishId pork{101}, greens{102}, noodles{103}, rice{104}, set_meal{201};
inline constexpr auto member_number = "1001";
inline const MemberId member{Bytes16{1}};

// Makes the same bytes in every run, never the same twice.
class CountingRandom final : public Random {
public:
    explicit CountingRandom(std::uint64_t seed = 1) : state_(seed) {}
    void fill(std::span<std::uint8_t> bytes) override {
        for (auto& byte : bytes) {
            state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
            byte = static_cast<std::uint8_t>(state_ >> 33);
        }
    }

private:
    std::uint64_t state_;
};

inline Dish dish(DishId id, Fen price, Served served = Served::from_line) {
    Dish d;
    d.id = id;
    d.name = "dish";
    d.price = price;
    d.served = served;
    d.planned = 100;
    return d;
}

inline Menu menu() {
    Menu m;
    m.version = {7};
    m.meal = lunch;
    m.serving_from = {10 * 60 + 30};
    m.serving_to = {13 * 60};
    m.dishes = {dish(pork, {12'00}), dish(greens, {4'00}), dish(noodles, {10'00}, Served::to_order), dish(rice, {1'98}),
                dish(set_meal, {15'00})};
    m.dishes[3].price_grams = 100;
    m.dishes[4].planned = 0;
    m.dishes[4].slots = {{"main", 1, {pork, noodles}}, {"side", 1, {greens}}};
    return m;
}

inline RightSheet guest_sheet() {
    RightSheet sheet;
    sheet.version = 3;
    sheet.from = day;
    sheet.to = day + 13;
    return sheet;
}

// Takes 6 yuan off once a day, borne by the city.
inline RightSheet member_sheet() {
    auto sheet = guest_sheet();
    sheet.member = member;
    sheet.member_number = member_number;
    SubsidyRight right;
    right.terms.limits.per_day = 1;
    right.classes = {{0, {}, {{"city", FixedBenefit{{6'00}}}}}};
    sheet.schemes = {{"six-a-day", "2025", {{0, right}}}};
    return sheet;
}

inline Replica replica() {
    Replica p;
    p.put_menu(menu());
    p.put_sheets({guest_sheet()});
    p.put_sheets({member_sheet()});
    return p;
}

inline Basket basket(std::vector<BasketLine> lines, const std::string& number = "") {
    Basket b;
    b.lines = std::move(lines);
    b.member_number = number;
    return b;
}

}  // namespace canteen::till::test
