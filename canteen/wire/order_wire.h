// Orders and how they are paid, as the till shows and sends them. They come from clients: every limit holds.
#pragma once

#include "canteen/domain/model/order.h"
#include "canteen/v1/order.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

inline constexpr std::size_t max_chosen_dishes = 64;
// Far above the limits that the domain itself names; too small to overflow a product with max_client_fen.
inline constexpr std::uint32_t max_client_amount = 10'000'000;

static_assert(v1::TenderKind_MAX == static_cast<int>(TenderKind::ecny));
static_assert(v1::Identified_MAX == static_cast<int>(Identified::by_sight));

void to_wire(const ChosenDish& chosen, v1::ChosenDish& wire);
ChosenDish from_wire(const v1::ChosenDish& wire, const Path& at);

// from_wire refuses an unknown diet flag as client_newer: it may matter to the guest's health.
void to_wire(const OrderLine& line, v1::OrderLine& wire);
OrderLine from_wire(const v1::OrderLine& wire, const Path& at);

void to_wire(const Share& share, v1::Share& wire);
Share from_wire(const v1::Share& wire, const Path& at);

void to_wire(const Sums& sums, v1::Sums& wire);
Sums from_wire(const v1::Sums& wire, const Path& at);

void to_wire(const Tender& tender, v1::Tender& wire);
Tender from_wire(const v1::Tender& wire, const Path& at);

void to_wire(const RefundLine& line, v1::RefundLine& wire);
RefundLine from_wire(const v1::RefundLine& wire, const Path& at);

void to_wire(const OrderDraft& draft, v1::OrderDraft& wire);
OrderDraft from_wire(const v1::OrderDraft& wire, const Path& at);

// Also reads those of the kitchen's ticket.
DietFlags diet_flags_from(std::uint32_t bits, const Path& at);

}  // namespace canteen
