// A small lunch that tests share: one site, one menu, a guest's order. Values; any thread.
#pragma once

#include <string>

#include "canteen/app/writer/writer.h"

namespace canteen::testing {

inline const Date lunch_date{20'557};  // 2026-04-14, a Tuesday
inline constexpr MinuteOfDay lunch_from{11 * 60}, lunch_to{13 * 60};
Timestamp noon();

// Returns the id whose last bytes are the number.
template <class Id>
Id id_of(std::uint32_t number) {
    Id id;
    for (std::size_t i = 0; i < 4; ++i) id.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    return id;
}

Site test_site();
Meal lunch_on(Date date);

inline constexpr DishId rice{1};       // from the line, 2.00 yuan
inline constexpr DishId noodles{2};    // cooked to order, 12.00 yuan
inline constexpr DishId last_fish{3};  // from the line, 20.00 yuan, one portion
Menu lunch_menu(Date date = lunch_date);

// Orders `quantity` portions of one dish of lunch_menu(), without a member, as menu version 1.
OrderDraft draft_of(std::uint32_t number, DishId dish, PickupNumber pickup, std::uint32_t quantity = 1);
// Asks for the order, paid in cash; to be answered by the next minute.
PlaceOrder ask_for(OrderDraft draft, Timestamp now);
RecordSale sale_of(OrderDraft draft, Timestamp sold_at);

// Makes a command of the server's own; ids count up.
Submission own(CommandBody body);

// Gives 6 yuan on each lunch to holders of the tag "dibao".
Scheme lunch_scheme();
Member member_with(std::uint32_t number, std::string tag);

}  // namespace canteen::testing
