// Queries of a client beyond its feeds, and their answers. Nothing here changes anything but DrawUpClaim, which records
// a draft. Values; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "canteen/domain/model/claim.h"
#include "canteen/domain/model/member.h"
#include "canteen/domain/model/order.h"
#include "canteen/domain/model/rejection.h"
#include "canteen/domain/model/roles.h"
#include "canteen/domain/model/staff.h"
#include "canteen/domain/model/use.h"

namespace canteen {

inline constexpr std::uint32_t max_member_hits = 20;
inline constexpr std::size_t max_search_bytes = 64;
inline constexpr std::size_t document_part_bytes = 40 * 1024;  // JSON's base64 of it stays below a frame
inline constexpr std::size_t max_document_bytes = 16 * 1024 * 1024;

// By member number, card, last digits of the ID number, name, or pinyin initials of the name. The whole of an ID number
// finds its holder for the office only.
struct FindMembers {
    std::string text;
    std::uint32_t most = max_member_hits;
};
// The person who has or once had the member number: one hit, or member_unknown.
struct MemberOfNumber {
    std::string number;
};
struct ShowMember {
    MemberId member;
};
// Both records side by side before they become one.
struct PreviewMerge {
    MemberId kept, merged;
};
// All that is kept of one person, for that person (PIPL art. 45).
struct ExportMember {
    MemberId member;
};
// The words of `explain`: member number, date, meal, order, mode, delivery fee in fen, language, and how the guest was
// known ("": by number).
struct ExplainOrder {
    std::string member, date, meal, order, mode, fee, language, identified;
};
// Says from which accounts a member would pay the order, in the site's deduct order.
struct PlanPayment {
    OrderDraft order;
};
// Every account and its balance: what each payer and employer owes, and that all of it is zero.
struct TrialBalance {};
// The statement of one employer for a calendar month.
struct EmployerStatement {
    std::string employer;
    ClaimPeriod period;
};
struct PartnerStatementOf {
    std::string agreement;
    ClaimPeriod period;
};
// 人次 by month, meal, group and payer.
struct ServiceCounts {
    ClaimPeriod period;
};
struct DrawUpClaim {
    ClaimPayer payer;
    ClaimPeriod period;
};
// In the order of their ids, oldest first.
struct ListClaims {
    ClaimId after{};  // the last one of the part before; nil: from the first on
};
// The entries that the server failed at and put aside.
struct ListUnprocessable {};
// The canonical file as of the claim's row.
struct ClaimFile {
    ClaimId claim;
};
enum class ClaimForm : std::uint8_t { persons_csv = 1, meals_csv = 2, xlsx = 3 };
// With names.
struct PrintClaim {
    ClaimId claim;
    ClaimForm form = ClaimForm::persons_csv;
};

// The file it was imported from, byte for byte.
struct ShowScheme {
    std::string scheme;
};
// Subsidies of a member's meals since a business date that facts entered since do not bear out.
struct ListCorrections {
    MemberId member;
    Date from;
};

// The order that a guest's slip names.
struct OrderOfPickup {
    Date date;
    PickupNumber number;
};

// Sales of no meal yet, because nobody could believe their day.
struct ListDoubtfulSales {};
// The sums that accounts were short of for orders, by the member's name, until they are settled.
struct ListShort {};
// Everybody who works or worked in the canteen.
struct ListStaff {};
// Shifts of these business dates, with what they took in; absent: today.
struct ListShifts {
    DateRange dates;
    bool as_csv = false;
};

using QueryBody = std::variant<FindMembers, ShowMember, ExportMember, ExplainOrder, PlanPayment, TrialBalance,
                               EmployerStatement, PartnerStatementOf, ServiceCounts, DrawUpClaim, ListClaims, ClaimFile,
                               PrintClaim, ShowScheme, ListCorrections, ListUnprocessable, ListDoubtfulSales, ListShort,
                               MemberOfNumber, PreviewMerge, OrderOfPickup, ListStaff, ListShifts>;

struct Query {
    std::uint64_t id = 0;  // of the client, echoed
    QueryBody body;
};

// A row of the one table of queries.
struct QueryKind {
    std::string_view name;  // "FindMembers"; for the audit and metrics
    Roles askers;           // everybody else is denied
};
const QueryKind& kind_of(const QueryBody& body);

// Enough to tell two members of one name apart, and no more.
struct MemberHit {
    MemberId member;
    std::string number;
    std::string name;
    std::string last_four;  // of the ID number; "" if not recorded
    bool operator==(const MemberHit&) const = default;
};
struct MemberHits {
    std::vector<MemberHit> hits;
    bool more = false;  // there are more than were asked for
};
struct MemberShown {
    Member member;
    Fen principal, bonus;
    std::int64_t points = 0;
};
// The records that a merge would join, and how much the merged one used up of rights that go on today.
struct MergePreview {
    MemberShown kept, merged;
    Uses merged_uses;
};
struct OrderFound {
    OrderId order;
};
struct StaffListed {
    std::vector<StaffMember> staff;
};
struct PaymentPlan {
    Sums sums;
    std::vector<Tender> tenders;  // what is left after them is cash
};
struct ClaimsListed {
    std::vector<Claim> claims;
    bool more = false;  // ask again after the last one
};
// A part of a file; parts come in order.
struct Document {
    std::string name;        // "claim-2026-04.csv"
    std::string media_type;  // "text/csv; charset=utf-8"
    std::string bytes;
    bool last = true;
};

using QueryResult = std::variant<MemberHits, MemberShown, PaymentPlan, ClaimsListed, Document, Rejection, MergePreview,
                                 OrderFound, StaffListed>;

struct QueryReply {
    std::uint64_t id = 0;
    QueryResult result;
};

}  // namespace canteen
