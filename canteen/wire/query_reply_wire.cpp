#include "canteen/wire/query_reply_wire.h"

#include "canteen/wire/common_wire.h"
#include "canteen/wire/member_wire.h"
#include "canteen/wire/office_records_wire.h"
#include "canteen/wire/order_wire.h"
#include "canteen/wire/sheet_wire.h"
#include "canteen/wire/staff_wire.h"

namespace canteen {
namespace {

void put(const MemberHits& members, v1::Told& told) {
    list_to_wire(members.hits, told.mutable_members()->mutable_hits());
    told.mutable_members()->set_more(members.more);
}

void put_shown(const MemberShown& shown, v1::MemberShown& wire) {
    wire.set_member_id(bytes_of(shown.member.id.bytes));
    to_wire(shown.member, *wire.mutable_body());
    wire.set_principal_fen(shown.principal.value);
    wire.set_bonus_fen(shown.bonus.value);
    wire.set_points(shown.points);
}

void put(const MemberShown& shown, v1::Told& told) {
    put_shown(shown, *told.mutable_member());
}

void put(const MergePreview& both, v1::Told& told) {
    auto& wire = *told.mutable_merge();
    put_shown(both.kept, *wire.mutable_kept());
    put_shown(both.merged, *wire.mutable_merged());
    for (const auto& [key, used] : both.merged_uses) to_wire(RightUse{key, used}, *wire.add_merged_uses());
}

void put(const OrderFound& found, v1::Told& told) {
    told.mutable_order()->set_order_id(bytes_of(found.order.bytes));
}

void put(const StaffListed& listed, v1::Told& told) {
    auto& wire = *told.mutable_staff();
    for (const auto& staff : listed.staff) to_wire(StaffShown{staff, {}}, *wire.add_staff());
}

void put(const PaymentPlan& plan, v1::Told& told) {
    to_wire(plan.sums, *told.mutable_plan()->mutable_sums());
    list_to_wire(plan.tenders, told.mutable_plan()->mutable_tenders());
}

void put(const ClaimsListed& listed, v1::Told& told) {
    list_to_wire(listed.claims, told.mutable_claims()->mutable_claims());
    told.mutable_claims()->set_more(listed.more);
}

void put(const Document& document, v1::Told& told) {
    auto& wire = *told.mutable_document();
    wire.set_name(document.name);
    wire.set_media_type(document.media_type);
    wire.set_part(document.bytes);
    wire.set_last(document.last);
}

void put(const Rejection& rejection, v1::Told& told) {
    auto& wire = *told.mutable_refused();
    wire.set_code(static_cast<std::uint32_t>(rejection.code));
    wire.set_name(std::string(name_of(rejection.code)));
    list_to_wire(rejection.params, wire.mutable_params());
}

MemberHits hits_from(const v1::MemberHits& wire, const Path& at) {
    return {list_from_wire(wire.hits(), max_own_items, at / "hits"), wire.more()};
}

MemberShown shown_from(const v1::MemberShown& wire, const Path& at) {
    const auto id = id_from<MemberId>(wire.member_id(), at / "member_id");
    return {member_from(id, wire.body(), own_member_limits, at / "body"), Fen{wire.principal_fen()},
            Fen{wire.bonus_fen()}, wire.points()};
}

MergePreview merge_from(const v1::MergePreview& wire, const Path& at) {
    MergePreview both{shown_from(wire.kept(), at / "kept"), shown_from(wire.merged(), at / "merged"), {}};
    for (const auto& use : list_from_wire(wire.merged_uses(), max_own_items, at / "merged_uses"))
        both.merged_uses[use.key] = use.used;
    return both;
}

StaffListed staff_from(const v1::StaffListed& wire, const Path& at) {
    StaffListed listed;
    for (auto& shown : list_from_wire(wire.staff(), max_own_items, at / "staff"))
        listed.staff.push_back(std::move(shown.staff));
    return listed;
}

PaymentPlan plan_from(const v1::PaymentPlan& wire, const Path& at) {
    return {from_wire(wire.sums(), at / "sums"), list_from_wire(wire.tenders(), max_own_items, at / "tenders")};
}

Document document_from(const v1::Document& wire, const Path& at) {
    return {text_from(wire.name(), max_own_text_bytes, at / "name"),
            text_from(wire.media_type(), max_own_text_bytes, at / "media_type"),
            text_from(wire.part(), max_document_bytes, at / "part"), wire.last()};
}

Rejection refused_from(const v1::Refusal& wire, const Path& at) {
    return {code_from<RejectionCode>(wire.code(), at / "code"),
            list_from_wire(wire.params(), max_own_items, at / "params"),
            {}};
}

QueryResult result_from(const v1::Told& wire, const Path& at) {
    switch (wire.result_case()) {
        case v1::Told::kMembers:
            return hits_from(wire.members(), at / "members");
        case v1::Told::kMember:
            return shown_from(wire.member(), at / "member");
        case v1::Told::kPlan:
            return plan_from(wire.plan(), at / "plan");
        case v1::Told::kClaims:
            return ClaimsListed{list_from_wire(wire.claims().claims(), max_own_items, at / "claims"),
                                wire.claims().more()};
        case v1::Told::kDocument:
            return document_from(wire.document(), at / "document");
        case v1::Told::kRefused:
            return refused_from(wire.refused(), at / "refused");
        case v1::Told::kMerge:
            return merge_from(wire.merge(), at / "merge");
        case v1::Told::kOrder:
            return OrderFound{order_of(wire.order(), at / "order")};
        case v1::Told::kStaff:
            return staff_from(wire.staff(), at / "staff");
        case v1::Told::RESULT_NOT_SET:
            break;
    }
    throw Unreadable(at / "result", "is of no known kind");
}

}  // namespace

void to_wire(const MemberHit& hit, v1::MemberHit& wire) {
    wire.set_member_id(bytes_of(hit.member.bytes));
    wire.set_number(hit.number);
    wire.set_name(hit.name);
    wire.set_last_four(hit.last_four);
}

MemberHit from_wire(const v1::MemberHit& wire, const Path& at) {
    return {id_from<MemberId>(wire.member_id(), at / "member_id"),
            text_from(wire.number(), max_own_text_bytes, at / "number"),
            text_from(wire.name(), max_own_text_bytes, at / "name"),
            text_from(wire.last_four(), max_own_text_bytes, at / "last_four")};
}

void to_wire(const QueryReply& told, v1::Told& wire) {
    wire.set_query_id(told.id);
    std::visit([&wire](const auto& result) { put(result, wire); }, told.result);
}

QueryReply from_wire(const v1::Told& wire, const Path& at) {
    return {wire.query_id(), result_from(wire, at)};
}

}  // namespace canteen
