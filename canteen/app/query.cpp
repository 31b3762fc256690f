#include "canteen/app/query.h"

#include "canteen/domain/model/kind_table.h"

namespace canteen {
namespace {

constexpr auto till = Role::till, office = Role::office;

constexpr auto kinds = kinds_of<QueryBody>(
    row<FindMembers>(QueryKind{"FindMembers", till | office}), row<ShowMember>(QueryKind{"ShowMember", office}),
    row<ExportMember>(QueryKind{"ExportMember", office}), row<ExplainOrder>(QueryKind{"ExplainOrder", office}),
    row<PlanPayment>(QueryKind{"PlanPayment", till | office}), row<TrialBalance>(QueryKind{"TrialBalance", office}),
    row<EmployerStatement>(QueryKind{"EmployerStatement", office}),
    row<PartnerStatementOf>(QueryKind{"PartnerStatement", office}),
    row<ServiceCounts>(QueryKind{"ServiceCounts", office}), row<DrawUpClaim>(QueryKind{"DrawUpClaim", office}),
    row<ListClaims>(QueryKind{"ListClaims", office}), row<ClaimFile>(QueryKind{"ClaimFile", office}),
    row<PrintClaim>(QueryKind{"PrintClaim", office}), row<ShowScheme>(QueryKind{"ShowScheme", office}),
    row<ListCorrections>(QueryKind{"ListCorrections", office}),
    row<ListUnprocessable>(QueryKind{"ListUnprocessable", office}),
    row<ListDoubtfulSales>(QueryKind{"ListDoubtfulSales", office}), row<ListShort>(QueryKind{"ListShort", office}),
    row<MemberOfNumber>(QueryKind{"MemberOfNumber", office}), row<PreviewMerge>(QueryKind{"PreviewMerge", office}),
    row<OrderOfPickup>(QueryKind{"OrderOfPickup", office}), row<ListStaff>(QueryKind{"ListStaff", office}),
    row<ListShifts>(QueryKind{"ListShifts", office}));

}  // namespace

const QueryKind& kind_of(const QueryBody& body) {
    return kinds.at(body.index());
}

}  // namespace canteen
