#include "canteen/domain/sales/reprice.h"

#include <algorithm>
#include <array>
#include <optional>

#include "canteen/domain/ledger/booking.h"
#include "canteen/domain/model/share.h"
#include "canteen/domain/order/refund_remainder.h"
#include "canteen/domain/sales/quote.h"
#include "canteen/domain/sales/rights.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

// How far the bill shrinks.
struct Shrinking {
    Fen from, to;
    Fen of(Fen fen) const { return from == Fen{} ? Fen{} : Fen{fen.value * to.value / from.value}; }
};

std::vector<Share> shrunk(std::vector<Share> shares, const Shrinking& bill) {
    for (auto& share : shares) share.fen = bill.of(share.fen);
    drop_empty(shares);
    return shares;
}

// Shares are each rounded down, so an amount is added up from what is left of those it counts; only where the rules of
// now no longer say which these are does it shrink as the bill does.
Fen amount_left(const UsedRight& right, const RightSheet& sheet, const std::vector<Share>& before,
                const std::vector<Share>& granted, const Shrinking& bill) {
    if (granted_of(right.key, sheet, before) == right.fen) return granted_of(right.key, sheet, granted);
    return bill.of(right.fen);
}

std::vector<UsedRight> shrunk(const Order& order, const RightSheet& sheet, const std::vector<Share>& granted,
                              const Shrinking& bill) {
    std::vector<UsedRight> kept;
    for (UsedRight right : order.rights) {
        if (right.key.kind == UseKind::allowance) {
            kept.push_back(std::move(right));
            continue;
        }
        const bool given = std::any_of(granted.begin(), granted.end(), [&right](const Share& share) {
            return right.key.scheme == share.scheme || right.key.scheme == share.scheme + "/" + share.payer;
        });
        if (right.ordinal == 0) right.fen = amount_left(right, sheet, order.granted, granted, bill);
        const bool is_kept =
            right.key.kind == UseKind::meal_eaten || (given && (right.ordinal != 0 || right.fen > Fen{}));
        if (is_kept) kept.push_back(std::move(right));
    }
    return kept;
}

OrderDraft with_lines(const Order& order, std::vector<OrderLine> lines) {
    OrderDraft draft = order.draft;
    draft.lines = std::move(lines);
    draft.shown.fee = sums_now(order).fee;
    return draft;
}

// The uses by which the rules of now charge the whole order what it was charged when it was sold: those of now without
// its own, the same without later meals of the day, or none at all, as a till that was cut off believed. What earlier
// refunds left may hold shares that no rule gives, to spare the guest. Nothing: the rules have changed.
std::optional<Uses> uses_of_then(const Canteen& state, const Order& order, const Menu* menu) {
    for (const auto& uses : std::array{uses_without(state, order), uses_before(state, order), Uses{}})
        if (quote_by_uses(state, order.draft, menu, uses).sums.shares == order.draft.shown.shares) return uses;
    return std::nullopt;
}

// The shares are charged on up to what they were, first to last, until the guest pays no more than before.
void spare_the_guest(std::vector<Share>& charged, const Sums& before, Fen bill) {
    Fen missing = bill - sum_of(charged) - before.to_pay;
    std::vector<Share> spared;
    for (Share share : before.shares) {
        const Fen now = share_in(charged, share);
        const Fen more = std::clamp(missing, Fen{}, share.fen - now);
        missing -= more;
        share.fen = now + more;
        spared.push_back(std::move(share));
    }
    drop_empty(spared);
    charged = std::move(spared);
}

}  // namespace

Repriced reprice(const Canteen& state, const Order& order, const std::vector<OrderLine>& lines) {
    const Sums& before = sums_now(order);
    const Fen gone = sum_of(lines_left(order)) - sum_of(lines);
    Repriced result;
    result.left.food = std::max(before.food - gone, Fen{});
    result.left.fee = before.fee;
    const Shrinking bill{before.food + before.fee, result.left.food + result.left.fee};
    const auto& known_menu = menu_in(state, order.draft.meal);
    const Menu* menu = known_menu ? &*known_menu : nullptr;
    auto& charged = result.left.shares;
    if (auto uses = uses_of_then(state, order, menu)) {
        const Quote quote = quote_by_uses(state, with_lines(order, lines), menu, *std::move(uses));
        charged = capped(before.shares, quote.sums.shares);
        result.granted = capped(order.granted, quote.sums.shares);
        result.rights = rights_kept(order.rights, quote.sheet, result.granted);
    } else {
        charged = shrunk(before.shares, bill);
        result.granted = shrunk(order.granted, bill);
        const auto sheet = quote_by_uses(state, order.draft, menu, Uses{}).sheet;
        result.rights = shrunk(order, sheet, result.granted, bill);
    }
    spare_the_guest(charged, before, bill.to);
    result.left.to_pay = std::max(bill.to - sum_of(charged), Fen{});
    return result;
}

}  // namespace canteen
