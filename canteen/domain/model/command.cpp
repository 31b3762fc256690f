#include "canteen/domain/model/command.h"

#include <array>

namespace canteen {

CommandBody::CommandBody() = default;
CommandBody::CommandBody(const CommandBody&) = default;
CommandBody::CommandBody(CommandBody&&) noexcept = default;
CommandBody& CommandBody::operator=(const CommandBody&) = default;
CommandBody& CommandBody::operator=(CommandBody&&) noexcept = default;
CommandBody::~CommandBody() = default;

std::string_view name_of(const CommandBody& body) {
    // In the order of the variant.
    static constexpr auto names = std::to_array<std::string_view>({
        "PlaceOrder",
        "RecordSale",
        "CancelOrder",
        "MarkLine",
        "MarkTicket",
        "HandOver",
        "AcknowledgeCancelled",
        "SetSoldOut",
        "AddPortions",
        "Tick",
        "ImportMenus",
        "ImportMembers",
        "ImportCalendar",
        "ImportScheme",
        "EnrolDevice",
        "ClaimDevice",
        "RevokeDevice",
        "StartEpoch",
        "FollowClock",
        "NoteUnreadable",
        "Refund",
        "TopUp",
        "PayOut",
        "TransferBalance",
        "SetDeductOrder",
        "ImportBalances",
        "ProposeCorrections",
        "PutMember",
        "ReviewApplication",
        "IssueCard",
        "ReportCardLost",
        "EraseMember",
        "SetEmployer",
        "ReceiveFromEmployer",
        "SetPointsRule",
        "RecordHours",
        "SubmitClaim",
        "DropClaim",
        "AnswerFinding",
        "RejectClaimLine",
        "ReceiveClaimPayment",
        "SetPartnerAgreement",
        "RecordPartnerCost",
        "ImportUses",
        "DraftClaim",
        "DateSale",
        "SettleShort",
        "MergeMembers",
    });
    static_assert(names.size() == std::variant_size_v<CommandKinds>);
    return names.at(body.index());
}

}  // namespace canteen
