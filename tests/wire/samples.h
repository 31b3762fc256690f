// One value of every kind that crosses the wire or rests on the disk, every field of it filled. The golden files hold
// their bytes: a sample is never changed, a new one is added beside it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "canteen/app/admin_message.h"
#include "canteen/app/message.h"
#include "canteen/domain/model/event.h"

namespace canteen {

template <class T>
using Named = std::vector<std::pair<std::string, T>>;

// Returns an id of 16 times the same byte.
template <class Id>
Id sample_id(std::uint8_t byte) {
    Id id;
    id.bytes.fill(byte);
    return id;
}

OrderDraft sample_draft();
Order sample_order();
Refunded sample_refund();
Ticket sample_ticket();
Menu sample_menu();
Member sample_member();
RightSheet sample_sheet();
// A sheet with every limit, rounding, budget and exclusion.
RightSheet sample_limited_sheet();
// A member with all that a record can hold.
Member sample_whole_member();
// A sheet that says who may order and pay and how, how members are identified, and by what a class chooses.
RightSheet sample_household_sheet();
// Two records of one person, one of which was merged into the other.
Member sample_kept_member();
Member sample_merged_member();
RightSheet sample_merged_sheet();
// An order by a carer, paid with points.
Order sample_carers_order();
Employer sample_employer();
PointsRule sample_points_rule();
VolunteerHours sample_hours();
PartnerAgreement sample_agreement();
PartnerCost sample_cost();
Claim sample_claim();
Answer sample_committed();
Answer sample_rejected();

StaffMember sample_staff();

Named<Command> sample_commands();
Named<ClientMessage> sample_client_messages();
Named<ServerMessage> sample_server_messages();
Named<Event> sample_events();
// The office's commands and events on these records, and the questions and answers beyond them.
Named<CommandBody> sample_office_bodies();
Named<Event> sample_office_events();
Named<ClientMessage> sample_queries();
Named<ServerMessage> sample_told();
// What persons, shifts and drawers added: commands by somebody, events of their own, and events that say more.
Named<Command> sample_persons_commands();
Named<Event> sample_shift_events();
Named<Event> sample_events_in_shift();
FeedFrame sample_staff_feed();
// Requests and replies, both ways over the admin socket.
Named<AdminRequest> sample_admin_requests();
Named<AdminReply> sample_admin_replies();

}  // namespace canteen
