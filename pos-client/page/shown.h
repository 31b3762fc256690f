// Domain values as the page shows them: refusals, dishes' names, guests, sums. Pure but for the till they read; one
// thread.
#pragma once

#include <string>

#include "canteen/domain/model/exception.h"
#include "canteen/v1/till_view.pb.h"
#include "pos-client/core/till.h"
#include "pos-client/counter/denial.h"

namespace canteen::till {

void show(const Denial& why, v1::Refusal& shown);
void show(const Exception& exception, v1::Refusal& shown);
// Says the dish by its name where a reason gives its number; one that the menu does not have keeps the number.
void name_dish(const Menu* menu, v1::Refusal& shown);
// Adds whose right it was, as the sale's sums name it: a till knows a scheme by its payers alone.
void name_payers(const std::vector<Share>& shares, v1::Refusal& shown);
void show(const std::vector<Tender>& tenders, google::protobuf::RepeatedPtrField<v1::Tender>& shown);
// Each share by scheme and payer, the same payer's steps as one.
void show(const std::vector<Share>& shares, google::protobuf::RepeatedPtrField<v1::Reduction>& shown);
// "A012".
void show_pickup(const std::string& pickup, v1::PickupNumber& shown);

// The guest's strip, for a meal: what they have, and what they may still get there.
void show_guest(const Till& till, MemberId guest, Identified by, const Menu* menu, v1::GuestShown& shown);

// A line as it stands in a basket or a sale; `menu` may be null.
struct ShownLine {
    std::uint32_t row = 0;
    DishId dish;
    std::uint32_t quantity = 1, grams = 0;
    std::string note{};
    DietFlags flags = 0;
    std::vector<ChosenDish> chosen{};
    Fen unit_price{}, amount{};
    std::uint32_t price_grams = 0;
};
void show(const ShownLine& line, const Menu* menu, v1::BasketRow& shown);
ShownLine shown_line(const OrderLine& line);

}  // namespace canteen::till
