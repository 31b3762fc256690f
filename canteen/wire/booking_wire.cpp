#include "canteen/wire/booking_wire.h"

#include <stdexcept>

#include "canteen/wire/common_wire.h"

namespace canteen {

void to_wire(const StockMove& move, v1::StockMove& wire) {
    to_wire(move.key.meal, *wire.mutable_meal());
    wire.set_dish(move.key.dish.value);
    wire.set_kind(enum_to<v1::StockMoveKind>(move.kind));
    wire.set_amount(move.amount);
}

StockMove from_wire(const v1::StockMove& wire, const Path& at) {
    return {{from_wire(wire.meal(), at / "meal"), DishId{wire.dish()}},
            enum_from<StockMoveKind>(wire.kind(), v1::StockMoveKind_MAX, at / "kind"),
            wire.amount()};
}

std::vector<AccountKind> account_kinds_from(const v1::SetDeductOrder& wire, const Path& at) {
    return enums_from_wire<AccountKind>(wire.order(), v1::AccountKind_MAX, at / "order");
}

void to_wire(const Posting& posting, v1::Posting& wire) {
    if (posting.account.kind == AccountKind::points)
        throw std::invalid_argument("points are no account of the money's ledger");
    wire.set_account(enum_to<v1::AccountKind>(posting.account.kind));
    wire.set_owner(posting.account.owner);
    wire.set_fen(posting.fen.value);
}

Posting from_wire(const v1::Posting& wire, const Path& at) {
    if (wire.account() == v1::ACCOUNT_POINTS) throw Unreadable(at / "account", "is of no money");
    return {{enum_from<AccountKind>(wire.account(), v1::AccountKind_MAX, at / "account"),
             text_from(wire.owner(), max_own_text_bytes, at / "owner")},
            Fen{wire.fen()}};
}

}  // namespace canteen
