#include "canteen/domain/decide.h"
#include "canteen/domain/drawer/in_shift.h"
#include "canteen/domain/drawer/moves.h"
#include "canteen/domain/drawer/shifts.h"
#include "canteen/domain/office/claim_workflow.h"
#include "canteen/domain/office/devices.h"
#include "canteen/domain/office/employers.h"
#include "canteen/domain/office/erasure.h"
#include "canteen/domain/office/imports.h"
#include "canteen/domain/office/member_cards.h"
#include "canteen/domain/office/member_merge.h"
#include "canteen/domain/office/member_record.h"
#include "canteen/domain/office/opening_uses.h"
#include "canteen/domain/office/partners.h"
#include "canteen/domain/office/staff.h"
#include "canteen/domain/office/stored_value.h"
#include "canteen/domain/office/volunteering.h"
#include "canteen/domain/sales/cancel_order.h"
#include "canteen/domain/sales/correction.h"
#include "canteen/domain/sales/expiry.h"
#include "canteen/domain/sales/kitchen_marks.h"
#include "canteen/domain/sales/place_order.h"
#include "canteen/domain/sales/portions.h"
#include "canteen/domain/sales/record_sale.h"
#include "canteen/domain/sales/refund.h"
#include "canteen/domain/sales/short_account.h"
#include "canteen/domain/sales/undated_sale.h"

namespace canteen {

namespace {

struct Decider {
    const Canteen& state;
    const Actor& actor;
    Timestamp now;

    Outcome operator()(const PlaceOrder& c) const { return decide_place_order(state, actor, c, now); }
    Outcome operator()(const RecordSale& c) const { return decide_record_sale(state, actor, c, now); }
    Outcome operator()(const CancelOrder& c) const { return decide_cancel_order(state, actor, c, now); }
    Outcome operator()(const Refund& c) const { return decide_refund(state, actor, c, now); }
    Outcome operator()(const TopUp& c) const { return decide_top_up(state, c); }
    Outcome operator()(const PayOut& c) const { return decide_pay_out(state, c, now); }
    Outcome operator()(const TransferBalance& c) const { return decide_transfer_balance(state, c); }
    Outcome operator()(const SetDeductOrder& c) const { return decide_set_deduct_order(state, c); }
    Outcome operator()(const ProposeCorrections& c) const { return decide_propose_corrections(state, c); }
    Outcome operator()(const ImportBalances& c) const { return decide_import_balances(state, c); }
    Outcome operator()(const PutMember& c) const { return decide_put_member(state, c); }
    Outcome operator()(const ReviewApplication& c) const { return decide_review_application(state, c); }
    Outcome operator()(const IssueCard& c) const { return decide_issue_card(state, c, now); }
    Outcome operator()(const ReportCardLost& c) const { return decide_report_card_lost(state, c, now); }
    Outcome operator()(const EraseMember& c) const { return decide_erase_member(state, c, now); }
    Outcome operator()(const MergeMembers& c) const { return decide_merge_members(state, c, now); }
    Outcome operator()(const SetEmployer& c) const { return decide_set_employer(state, c); }
    Outcome operator()(const ReceiveFromEmployer& c) const { return decide_receive_from_employer(state, c); }
    Outcome operator()(const SetPointsRule& c) const { return decide_set_points_rule(state, c); }
    Outcome operator()(const RecordHours& c) const { return decide_record_hours(state, c, now); }
    Outcome operator()(const ImportUses& c) const { return decide_import_uses(state, c); }
    Outcome operator()(const DraftClaim& c) const { return decide_draft_claim(state, c); }
    Outcome operator()(const SubmitClaim& c) const { return decide_submit_claim(state, c); }
    Outcome operator()(const DropClaim& c) const { return decide_drop_claim(state, c); }
    Outcome operator()(const AnswerFinding& c) const { return decide_answer_finding(state, c); }
    Outcome operator()(const RejectClaimLine& c) const { return decide_reject_claim_line(state, c, now); }
    Outcome operator()(const ReceiveClaimPayment& c) const { return decide_receive_claim_payment(state, c); }
    Outcome operator()(const SetPartnerAgreement& c) const { return decide_set_partner_agreement(state, c); }
    Outcome operator()(const RecordPartnerCost& c) const { return decide_record_partner_cost(state, c); }
    Outcome operator()(const DateSale& c) const { return decide_date_sale(state, c, now); }
    Outcome operator()(const SettleShort& c) const { return decide_settle_short(state, c); }
    Outcome operator()(const OpenShift& c) const { return decide_open_shift(state, actor, c); }
    Outcome operator()(const CloseShift& c) const { return decide_close_shift(state, actor, c); }
    Outcome operator()(const MoveDrawer& c) const { return decide_move_drawer(state, actor, c); }
    Outcome operator()(const PutStaff& c) const { return decide_put_staff(state, c); }
    Outcome operator()(const EndStaff& c) const { return decide_end_staff(state, c, now); }
    Outcome operator()(const UnlockStaff& c) const { return decide_unlock_staff(state, c, now); }
    Outcome operator()(const NoteStaffPin& c) const { return decide_note_staff_pin(state, c, now); }
    Outcome operator()(const MarkLine& c) const { return decide_mark_line(state, c); }
    Outcome operator()(const MarkTicket& c) const { return decide_mark_ticket(state, c, now); }
    Outcome operator()(const HandOver& c) const { return decide_hand_over(state, c, now); }
    Outcome operator()(const AcknowledgeCancelled& c) const { return decide_acknowledge_cancelled(state, c); }
    Outcome operator()(const SetSoldOut& c) const { return decide_set_sold_out(state, c, now); }
    Outcome operator()(const AddPortions& c) const { return decide_add_portions(state, c, now); }
    Outcome operator()(const Tick&) const {
        auto events = end_unclaimed(state, now);
        for (auto& event : end_overdue(state, now)) events.push_back(std::move(event));
        return events;
    }
    Outcome operator()(const ImportMenus& c) const { return decide_import_menus(state, c); }
    Outcome operator()(const ImportMembers& c) const { return decide_import_members(state, c, now); }
    Outcome operator()(const ImportCalendar& c) const { return decide_import_calendar(state, c, now); }
    Outcome operator()(const ImportScheme& c) const { return decide_import_scheme(state, c); }
    Outcome operator()(const EnrolDevice& c) const { return decide_enrol_device(state, c, now); }
    Outcome operator()(const ClaimDevice& c) const { return decide_claim_device(state, c); }
    Outcome operator()(const RevokeDevice& c) const { return decide_revoke_device(state, c); }
    Outcome operator()(const StartEpoch& c) const { return Events{EpochStarted{c.epoch}}; }
    Outcome operator()(const FollowClock& c) const { return Events{ClockFollowed{c.from, c.to}}; }
    Outcome operator()(const NoteUnreadable& c) const { return Events{UnreadableNoted{c.why}}; }
};

}  // namespace

Outcome decide(const Canteen& state, const Actor& actor, const Command& command, Timestamp now) {
    if (auto refusal = check_person(state, actor, command.body, now)) return *refusal;
    auto outcome = std::visit(Decider{state, actor, now}, command.body);
    if (auto* events = std::get_if<Events>(&outcome)) put_in_shift(state, actor, command.body, *events);
    return outcome;
}

}  // namespace canteen
