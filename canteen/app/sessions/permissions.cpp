#include "canteen/app/sessions/permissions.h"

#include <algorithm>
#include <array>

#include "canteen/domain/model/command_kinds.h"

namespace canteen {
namespace {

struct PortionsPermission {
    Role role;
    StockMoveKind kind;
};

constexpr auto portions_permissions = std::to_array<PortionsPermission>({
    {Role::till, StockMoveKind::found},
    {Role::kitchen, StockMoveKind::restocked},
    {Role::kitchen, StockMoveKind::wasted},
    {Role::office, StockMoveKind::restocked},
    {Role::office, StockMoveKind::found},
    {Role::office, StockMoveKind::wasted},
});

struct FeedPermission {
    Role role;
    Feed feed;
};

constexpr auto feed_permissions = std::to_array<FeedPermission>({
    {Role::till, Feed::menu},
    {Role::till, Feed::sheets},
    {Role::till, Feed::uses},
    {Role::till, Feed::staff},
    {Role::kitchen, Feed::kitchen},
    {Role::office, Feed::kitchen},
    {Role::office, Feed::menu},
});

}  // namespace

bool may_give(Role role, const CommandBody& command) {
    if (!kind_of(command).givers.has(role)) return false;
    if (const auto* refund = std::get_if<Refund>(&command)) {
        if (refund->reason == RefundReason::claim_rejected) return false;  // only with its claim's line
        return refund->reason != RefundReason::correction || role == Role::office;
    }
    const auto* portions = std::get_if<AddPortions>(&command);
    if (!portions) return true;
    return std::ranges::any_of(portions_permissions,
                               [&](const auto& p) { return p.role == role && p.kind == portions->kind; });
}

bool may_ask(Role role, const QueryBody& query) {
    return kind_of(query).askers.has(role);
}

bool may_follow(Role role, Feed feed) {
    return std::ranges::any_of(feed_permissions, [&](const auto& p) { return p.role == role && p.feed == feed; });
}

Rejection not_permitted(Role role, std::string_view what) {
    return {RejectionCode::not_permitted,
            {{"role", std::string(name_of(role))}, {"command", std::string(what)}},
            std::nullopt};
}

std::string_view name_of(Role role) {
    switch (role) {
        case Role::till:
            return "till";
        case Role::kitchen:
            return "kitchen";
        case Role::office:
            return "office";
        case Role::server:
            return "server";
    }
    return "unknown";
}

std::string_view name_of(Feed feed) {
    switch (feed) {
        case Feed::kitchen:
            return "kitchen";
        case Feed::menu:
            return "menu";
        case Feed::sheets:
            return "sheets";
        case Feed::uses:
            return "uses";
        case Feed::staff:
            return "staff";
    }
    return "unknown";
}

}  // namespace canteen
