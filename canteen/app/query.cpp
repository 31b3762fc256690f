#include "canteen/app/query.h"

#include <array>

namespace canteen {

std::string_view name_of(const QueryBody& body) {
    // In the order of the variant.
    static constexpr auto names = std::to_array<std::string_view>(
        {"FindMembers", "ShowMember", "ExportMember", "ExplainOrder", "PlanPayment", "TrialBalance",
         "EmployerStatement", "PartnerStatement", "ServiceCounts", "DrawUpClaim", "ListClaims", "ClaimFile",
         "PrintClaim", "ShowScheme", "ListCorrections", "ListUnprocessable", "ListDoubtfulSales", "ListShort"});
    static_assert(names.size() == std::variant_size_v<QueryBody>);
    return names.at(body.index());
}

}  // namespace canteen
