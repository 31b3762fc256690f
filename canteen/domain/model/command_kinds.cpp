#include "canteen/domain/model/command_kinds.h"

#include "canteen/domain/model/kind_table.h"

namespace canteen {
namespace {

constexpr auto till = Role::till, kitchen = Role::kitchen, office = Role::office, server = Role::server;
constexpr auto cardholders = StaffRole::supervisor | StaffRole::manager | StaffRole::clerk;

constexpr auto kinds = kinds_of<CommandKinds>(
    row<PlaceOrder>(CommandKind{"PlaceOrder", till, {.tells_of_orders = true, .is_routine = true}}),
    row<RecordSale>(CommandKind{"RecordSale", till, {.tells_of_orders = true, .is_routine = true}}),
    row<CancelOrder>(CommandKind{"CancelOrder", till | office, {.tells_of_orders = true, .is_routine = true}}),
    row<MarkLine>(CommandKind{"MarkLine", kitchen, {.is_routine = true}}),
    row<MarkTicket>(CommandKind{"MarkTicket", kitchen, {.is_routine = true}}),
    row<HandOver>(CommandKind{"HandOver", till | kitchen, {.is_routine = true}}),
    row<AcknowledgeCancelled>(CommandKind{"AcknowledgeCancelled", kitchen}),
    row<SetSoldOut>(CommandKind{"SetSoldOut", kitchen | office}),
    row<AddPortions>(CommandKind{"AddPortions", till | kitchen | office}),
    row<Tick>(CommandKind{"Tick", server, {.tells_of_orders = true, .is_routine = true}}),
    row<ImportMenus>(CommandKind{"ImportMenus", server}), row<ImportMembers>(CommandKind{"ImportMembers", server}),
    row<ImportCalendar>(CommandKind{"ImportCalendar", server}),
    row<ImportScheme>(CommandKind{"ImportScheme", server, {.tells_of_claims = true}}),
    row<EnrolDevice>(CommandKind{"EnrolDevice", server}), row<ClaimDevice>(CommandKind{"ClaimDevice", server}),
    row<RevokeDevice>(CommandKind{"RevokeDevice", server}), row<StartEpoch>(CommandKind{"StartEpoch", server}),
    row<FollowClock>(CommandKind{"FollowClock", server}), row<NoteUnreadable>(CommandKind{"NoteUnreadable", server}),
    row<Refund>(CommandKind{"Refund", till | office, {.tells_of_orders = true}}),
    row<TopUp>(CommandKind{"TopUp", till | office}), row<PayOut>(CommandKind{"PayOut", till | office, {}, cardholders}),
    row<TransferBalance>(CommandKind{"TransferBalance", office}),
    row<SetDeductOrder>(CommandKind{"SetDeductOrder", office}),
    row<ImportBalances>(CommandKind{"ImportBalances", server}),
    row<ProposeCorrections>(CommandKind{"ProposeCorrections", server}),
    row<PutMember>(CommandKind{"PutMember", office}), row<ReviewApplication>(CommandKind{"ReviewApplication", office}),
    row<IssueCard>(CommandKind{"IssueCard", till | office, {}, cardholders}),
    row<ReportCardLost>(CommandKind{"ReportCardLost", till | office}),
    row<EraseMember>(CommandKind{"EraseMember", office}), row<SetEmployer>(CommandKind{"SetEmployer", office}),
    row<ReceiveFromEmployer>(CommandKind{"ReceiveFromEmployer", office}),
    row<SetPointsRule>(CommandKind{"SetPointsRule", office}), row<RecordHours>(CommandKind{"RecordHours", office}),
    row<SubmitClaim>(CommandKind{"SubmitClaim", office, {.tells_of_claims = true}}),
    row<DropClaim>(CommandKind{"DropClaim", office, {.tells_of_claims = true}}),
    row<AnswerFinding>(CommandKind{"AnswerFinding", office}),
    row<RejectClaimLine>(CommandKind{"RejectClaimLine", office, {.tells_of_claims = true}}),
    row<ReceiveClaimPayment>(CommandKind{"ReceiveClaimPayment", office}),
    row<SetPartnerAgreement>(CommandKind{"SetPartnerAgreement", office}),
    row<RecordPartnerCost>(CommandKind{"RecordPartnerCost", office}),
    row<ImportUses>(CommandKind{"ImportUses", server}),
    row<DraftClaim>(CommandKind{"DraftClaim", server, {.tells_of_claims = true}}),
    row<DateSale>(CommandKind{"DateSale", office, {.tells_of_orders = true}}),
    row<SettleShort>(CommandKind{"SettleShort", office}), row<MergeMembers>(CommandKind{"MergeMembers", office}),
    row<OpenShift>(CommandKind{"OpenShift", till}), row<CloseShift>(CommandKind{"CloseShift", till}),
    row<MoveDrawer>(CommandKind{"MoveDrawer", till}), row<PutStaff>(CommandKind{"PutStaff", office}),
    row<EndStaff>(CommandKind{"EndStaff", office}), row<UnlockStaff>(CommandKind{"UnlockStaff", office}),
    row<NoteStaffPin>(CommandKind{"NoteStaffPin", server}));

}  // namespace

const CommandKind& kind_of(const CommandBody& body) {
    return kinds.at(body.index());
}

const CommandKind* command_named(std::string_view name) {
    return named(kinds, name);
}

std::string_view name_of(const CommandBody& body) {
    return kind_of(body).name;
}

}  // namespace canteen
