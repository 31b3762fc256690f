#include "canteen/app/sessions/permissions.h"

#include <algorithm>
#include <array>

namespace canteen {
namespace {

struct Permission {
    Role role;
    std::string_view command;
};

constexpr auto permissions = std::to_array<Permission>({
    {Role::till, "PlaceOrder"},
    {Role::till, "RecordSale"},
    {Role::till, "CancelOrder"},
    {Role::till, "AddPortions"},
    {Role::till, "HandOver"},
    {Role::kitchen, "MarkLine"},
    {Role::kitchen, "MarkTicket"},
    {Role::kitchen, "HandOver"},
    {Role::kitchen, "AcknowledgeCancelled"},
    {Role::kitchen, "SetSoldOut"},
    {Role::kitchen, "AddPortions"},
    {Role::office, "SetSoldOut"},
    {Role::office, "AddPortions"},
    {Role::office, "CancelOrder"},
    {Role::server, "Tick"},
    {Role::server, "ImportMenus"},
    {Role::server, "ImportMembers"},
    {Role::server, "ImportCalendar"},
    {Role::server, "ImportScheme"},
    {Role::server, "EnrolDevice"},
    {Role::server, "ClaimDevice"},
    {Role::server, "RevokeDevice"},
    {Role::server, "StartEpoch"},
    {Role::server, "FollowClock"},
    {Role::server, "NoteUnreadable"},
    {Role::till, "Refund"},
    {Role::office, "Refund"},
    {Role::office, "TopUp"},
    {Role::office, "PayOut"},
    {Role::office, "TransferBalance"},
    {Role::office, "SetDeductOrder"},
    {Role::server, "ImportBalances"},
    {Role::server, "ProposeCorrections"},
    {Role::office, "PutMember"},
    {Role::office, "ReviewApplication"},
    {Role::office, "IssueCard"},
    {Role::office, "ReportCardLost"},
    {Role::office, "EraseMember"},
    {Role::office, "MergeMembers"},
    {Role::office, "SetEmployer"},
    {Role::office, "ReceiveFromEmployer"},
    {Role::office, "SetPointsRule"},
    {Role::office, "RecordHours"},
    {Role::office, "SubmitClaim"},
    {Role::office, "DropClaim"},
    {Role::office, "AnswerFinding"},
    {Role::office, "RejectClaimLine"},
    {Role::office, "ReceiveClaimPayment"},
    {Role::office, "SetPartnerAgreement"},
    {Role::office, "RecordPartnerCost"},
    {Role::server, "ImportUses"},
    {Role::server, "DraftClaim"},
    {Role::office, "DateSale"},
    {Role::office, "SettleShort"},
});

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

struct QueryPermission {
    Role role;
    std::string_view query;
};

constexpr auto query_permissions = std::to_array<QueryPermission>({
    {Role::till, "FindMembers"},         {Role::till, "PlanPayment"},       {Role::office, "FindMembers"},
    {Role::office, "ShowMember"},        {Role::office, "ExportMember"},    {Role::office, "ExplainOrder"},
    {Role::office, "PlanPayment"},       {Role::office, "TrialBalance"},    {Role::office, "EmployerStatement"},
    {Role::office, "PartnerStatement"},  {Role::office, "ServiceCounts"},   {Role::office, "DrawUpClaim"},
    {Role::office, "ListClaims"},        {Role::office, "ClaimFile"},       {Role::office, "PrintClaim"},
    {Role::office, "ShowScheme"},        {Role::office, "ListCorrections"}, {Role::office, "ListUnprocessable"},
    {Role::office, "ListDoubtfulSales"}, {Role::office, "ListShort"},
});

struct FeedPermission {
    Role role;
    Feed feed;
};

constexpr auto feed_permissions = std::to_array<FeedPermission>({
    {Role::till, Feed::menu},
    {Role::till, Feed::sheets},
    {Role::till, Feed::uses},
    {Role::kitchen, Feed::kitchen},
    {Role::office, Feed::kitchen},
    {Role::office, Feed::menu},
});

}  // namespace

bool may_give(Role role, const CommandBody& command) {
    auto name = name_of(command);
    bool listed = std::ranges::any_of(permissions, [&](const auto& p) { return p.role == role && p.command == name; });
    const auto* refund = std::get_if<Refund>(&command);
    if (refund && refund->reason == RefundReason::correction && role != Role::office) return false;
    if (refund && refund->reason == RefundReason::claim_rejected) return false;  // only with its claim's line
    const auto* portions = std::get_if<AddPortions>(&command);
    if (!listed || !portions) return listed;
    return std::ranges::any_of(portions_permissions,
                               [&](const auto& p) { return p.role == role && p.kind == portions->kind; });
}

bool may_ask(Role role, const QueryBody& query) {
    auto name = name_of(query);
    return std::ranges::any_of(query_permissions, [&](const auto& p) { return p.role == role && p.query == name; });
}

bool may_follow(Role role, Feed feed) {
    return std::ranges::any_of(feed_permissions, [&](const auto& p) { return p.role == role && p.feed == feed; });
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
    }
    return "unknown";
}

}  // namespace canteen
