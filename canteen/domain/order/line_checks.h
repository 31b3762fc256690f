// Is a draft well formed, and can its lines be had from the menu? Pure; any thread.
#pragma once

#include "canteen/domain/model/menu.h"
#include "canteen/domain/model/refusal.h"

namespace canteen {

inline constexpr std::size_t max_reference_bytes = 64;  // of a payment channel
inline constexpr std::size_t max_shares = 64;           // of an order, over all schemes
inline constexpr std::size_t max_scheme_name_bytes = 64;

// Plain text, not too long; "" too.
bool is_reference(const std::string& text);

// Checks the order's form, whatever the menu says: line ids 1, 2, ... unique, amounts that follow from quantity or
// grams and unit price, plain notes, sums and tenders within bounds. Refuses line_invalid with the line (0: the whole
// order) and what is wrong.
Refusal check_form(const OrderDraft& draft, const std::vector<Tender>& tenders);

// Against the current menu: each dish is on it (dish_unknown, or menu_changed if the draft knows an older version),
// weighed or counted as the menu says, and the places of a set meal are filled exactly (line_invalid).
// Prices are not looked at, except that another price than an older version's is menu_changed.
Refusal check_version(const OrderDraft& draft, const Menu& menu);
Refusal check_dishes(const OrderDraft& draft, const Menu& menu);
Refusal check_choices(const OrderDraft& draft, const Menu& menu);

// Prices the line by the menu.
Fen price_of(const OrderLine& line, const Dish& dish);

}  // namespace canteen
