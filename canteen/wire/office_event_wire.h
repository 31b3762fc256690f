// The office's events as a row of the journal keeps them. They name a person by their id alone.
#pragma once

#include <optional>

#include "canteen/domain/model/event.h"
#include "canteen/v1/journal.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

void to_wire(const MemberErased& erased, v1::Event& wire);
void to_wire(const MembersMerged& merged, v1::Event& wire);
void to_wire(const EmployerSet& set, v1::Event& wire);
void to_wire(const PointsRuleSet& set, v1::Event& wire);
void to_wire(const HoursRecorded& recorded, v1::Event& wire);
void to_wire(const PointsPosted& posted, v1::Event& wire);
void to_wire(const ClaimDrafted& drafted, v1::Event& wire);
void to_wire(const ClaimDropped& dropped, v1::Event& wire);
void to_wire(const FindingAnswered& answered, v1::Event& wire);
void to_wire(const ClaimSubmitted& submitted, v1::Event& wire);
void to_wire(const ClaimLineRejected& rejected, v1::Event& wire);
void to_wire(const ClaimPaymentReceived& received, v1::Event& wire);
void to_wire(const PartnerAgreementSet& set, v1::Event& wire);
void to_wire(const PartnerCostRecorded& recorded, v1::Event& wire);

// Returns nothing for any other kind of event.
std::optional<Event> office_event_from(const v1::Event& wire, const Path& at);

}  // namespace canteen
