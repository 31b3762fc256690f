// An order as the disk keeps it, with the stock and money booked for it, and what its refunds change.
#pragma once

#include "canteen/domain/model/event.h"
#include "canteen/domain/model/ledger.h"
#include "canteen/domain/model/stock.h"
#include "canteen/v1/journal.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

static_assert(v1::StockMoveKind_MAX == static_cast<int>(StockMoveKind::held));
static_assert(v1::AccountKind_MAX == static_cast<int>(AccountKind::petty));

void to_wire(const StockMove& move, v1::StockMove& wire);
StockMove from_wire(const v1::StockMove& wire, const Path& at);

// Throws std::invalid_argument for points: they have a ledger of their own and no posting moves them.
void to_wire(const Posting& posting, v1::Posting& wire);
Posting from_wire(const v1::Posting& wire, const Path& at);

// Reads the accounts that a SetDeductOrder lists.
std::vector<AccountKind> account_kinds_from(const v1::SetDeductOrder& wire, const Path& at);

static_assert(v1::OrderState_MAX == static_cast<int>(OrderState::expired));

void to_wire(const Refunded& refund, v1::Refunded& wire);
Refunded from_wire(const v1::Refunded& wire, const Path& at);

void to_wire(const StruckLine& line, v1::StruckLine& wire);
StruckLine from_wire(const v1::StruckLine& wire, const Path& at);

void to_wire(const Order& order, v1::Order& wire);
Order from_wire(const v1::Order& wire, const Path& at);

}  // namespace canteen
