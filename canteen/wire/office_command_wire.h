// Bodies of the office's commands: about members, employers, points, claims and partners.
#pragma once

#include <optional>

#include "canteen/domain/model/command.h"
#include "canteen/v1/command.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

void to_wire(const PutMember& put, v1::Command& wire);
void to_wire(const ReviewApplication& review, v1::Command& wire);
void to_wire(const IssueCard& issue, v1::Command& wire);
void to_wire(const ReportCardLost& lost, v1::Command& wire);
void to_wire(const EraseMember& erase, v1::Command& wire);
void to_wire(const MergeMembers& merge, v1::Command& wire);
void to_wire(const SetEmployer& set, v1::Command& wire);
void to_wire(const ReceiveFromEmployer& receive, v1::Command& wire);
void to_wire(const SetPointsRule& set, v1::Command& wire);
void to_wire(const RecordHours& record, v1::Command& wire);
void to_wire(const SubmitClaim& submit, v1::Command& wire);
void to_wire(const DropClaim& drop, v1::Command& wire);
void to_wire(const AnswerFinding& answer, v1::Command& wire);
void to_wire(const RejectClaimLine& reject, v1::Command& wire);
void to_wire(const ReceiveClaimPayment& receive, v1::Command& wire);
void to_wire(const SetPartnerAgreement& set, v1::Command& wire);
void to_wire(const RecordPartnerCost& record, v1::Command& wire);
void to_wire(const DateSale& date, v1::Command& wire);
void to_wire(const SettleShort& settle, v1::Command& wire);

// Returns nothing for any other kind of body.
std::optional<CommandBody> office_body_from(const v1::Command& wire, const Path& at);

}  // namespace canteen
