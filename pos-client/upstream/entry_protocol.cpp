#include "pos-client/upstream/entry_protocol.h"

#include <algorithm>

#include "canteen/app/message.h"
#include "canteen/domain/state/of_shift.h"
#include "canteen/wire/client_codec.h"

namespace canteen::till {

namespace {

constexpr std::uint32_t first = 1, with_taking_back = 2, with_staff = 3;

// Kinds that are new with a protocol.
using SinceStaff = std::variant<TopUp, PayOut, IssueCard, ReportCardLost, OpenShift, CloseShift, MoveDrawer>;

std::uint32_t oldest_for(const std::vector<Tender>& tenders) {
    const bool is_new =
        std::ranges::any_of(tenders, [](const Tender& tender) { return tender.kind > TenderKind::bank; });
    return is_new ? with_staff : first;
}

std::uint32_t oldest_for(const PlaceOrder& ask) {
    return std::max(ask.kitchen_told ? with_staff : first, oldest_for(ask.tenders));
}

std::uint32_t oldest_for(const RecordSale& sale) {
    const auto by_fields = sale.kitchen_told ? with_staff : sale.taken_back ? with_taking_back : first;
    return std::max(by_fields, oldest_for(sale.tenders));
}

template <KindOf<SinceStaff> Kind>
std::uint32_t oldest_for(const Kind&) {
    return with_staff;
}

std::uint32_t oldest_for(const auto&) {
    return first;
}

}  // namespace

std::uint32_t protocol_of(const Command& command) {
    if (command.person || !shift_of(command.body).is_nil()) return with_staff;
    return std::visit([](const auto& body) { return oldest_for(body); }, command.body);
}

std::uint32_t protocol_of_entry(std::string_view bytes, std::uint32_t servers) {
    return servers >= protocol_version ? 1 : protocol_of(decode_command(bytes));
}

}  // namespace canteen::till
