#include "canteen/domain/command.h"

#include <array>

namespace canteen {

std::string_view name_of(const CommandBody& body) {
    // In the order of the variant.
    static constexpr std::array<std::string_view, std::variant_size_v<CommandBody>> names{"PlaceOrder",
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
                                                                                          "ProposeCorrections"};
    return names.at(body.index());
}

}  // namespace canteen
