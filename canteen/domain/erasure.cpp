#include "canteen/domain/erasure.h"

#include <algorithm>

#include "canteen/domain/loaded.h"
#include "canteen/domain/programmer_error.h"
#include "canteen/domain/refusal.h"

namespace canteen {

namespace {

// Each account on its own: a debt on one and money on the other are two things left.
bool owes_nothing(const Canteen& state, MemberId member) {
    return std::all_of(state.deduct_order.begin(), state.deduct_order.end(), [&](AccountKind kind) {
        if (!is_stored_value(kind)) return true;  // an allowance is its employer's, points are asked for apart
        const auto found = state.balances.find(account_of(member, kind));
        require(found != state.balances.end(), "balance not loaded");
        return found->second == Fen{};
    });
}

std::int64_t points_left(const Canteen& state, MemberId member) {
    const auto found = state.points.find(member);
    require(found != state.points.end(), "points not loaded");
    return found->second;
}

}  // namespace

Outcome decide_erase_member(const Canteen& state, const EraseMember& command, Timestamp now) {
    if (!member_in(state, command.member)) return refuse(RejectionCode::member_unknown);
    const std::int64_t points = points_left(state, command.member);
    if (!owes_nothing(state, command.member) || points != 0)
        return refuse(RejectionCode::balance_left,
                      {param("balance", purse_of(state, command.member).total().value), param("points", points)});
    return Events{MemberErased{command.member, now}};
}

}  // namespace canteen
