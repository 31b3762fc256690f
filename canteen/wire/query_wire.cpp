#include "canteen/wire/query_wire.h"

#include <stdexcept>

#include "canteen/domain/base/number.h"
#include "canteen/domain/order/line_checks.h"
#include "canteen/wire/bytes.h"
#include "canteen/wire/common_wire.h"
#include "canteen/wire/office_records_wire.h"
#include "canteen/wire/order_wire.h"
#include "canteen/wire/unknown_fields.h"

namespace canteen {
namespace {

// Turns the fee, a text among the words of `explain`, into the number it is on the wire.
std::int64_t fen_of(const std::string& word) {
    const auto fen = whole_number<std::int64_t>(word);
    if (!fen) throw std::invalid_argument("a fee is a whole number of fen");
    return *fen;
}

// Fills the query, with one function for each kind.
struct QueryWriter {
    v1::Ask& wire;

    void operator()(const FindMembers& find) const {
        wire.mutable_find_members()->set_text(find.text);
        wire.mutable_find_members()->set_most(find.most);
    }
    void operator()(const ShowMember& show) const {
        wire.mutable_show_member()->set_member_id(bytes_of(show.member.bytes));
    }
    void operator()(const ExportMember& whole) const {
        wire.mutable_export_member()->set_member_id(bytes_of(whole.member.bytes));
    }
    void operator()(const ExplainOrder& explain) const {
        auto& body = *wire.mutable_explain_order();
        body.set_member_number(explain.member);
        body.set_date(explain.date);
        body.set_meal(explain.meal);
        body.set_order(explain.order);
        body.set_mode(explain.mode);
        body.set_fee_fen(fen_of(explain.fee));
        body.set_language(explain.language);
        body.set_identified(explain.identified);
    }
    void operator()(const PlanPayment& plan) const {
        to_wire(plan.order, *wire.mutable_plan_payment()->mutable_order());
    }
    void operator()(const TrialBalance&) const { wire.mutable_trial_balance(); }
    void operator()(const EmployerStatement& statement) const {
        wire.mutable_employer_statement()->set_employer(statement.employer);
        to_wire(statement.period, *wire.mutable_employer_statement()->mutable_period());
    }
    void operator()(const PartnerStatementOf& statement) const {
        wire.mutable_partner_statement()->set_agreement(statement.agreement);
        to_wire(statement.period, *wire.mutable_partner_statement()->mutable_period());
    }
    void operator()(const ServiceCounts& counts) const {
        to_wire(counts.period, *wire.mutable_service_counts()->mutable_period());
    }
    void operator()(const DrawUpClaim& draw_up) const {
        to_wire(draw_up.payer, *wire.mutable_draw_up_claim()->mutable_payer());
        to_wire(draw_up.period, *wire.mutable_draw_up_claim()->mutable_period());
    }
    void operator()(const ListClaims& list) const {
        auto& body = *wire.mutable_list_claims();
        if (!list.after.is_nil()) body.set_after_claim_id(bytes_of(list.after.bytes));
    }
    void operator()(const ClaimFile& file) const {
        wire.mutable_claim_file()->set_claim_id(bytes_of(file.claim.bytes));
    }
    void operator()(const PrintClaim& print) const {
        wire.mutable_print_claim()->set_claim_id(bytes_of(print.claim.bytes));
        wire.mutable_print_claim()->set_form(enum_to<v1::ClaimForm>(print.form));
    }
    void operator()(const ShowScheme& show) const { wire.mutable_show_scheme()->set_scheme(show.scheme); }
    void operator()(const ListCorrections& list) const {
        wire.mutable_list_corrections()->set_member_id(bytes_of(list.member.bytes));
        wire.mutable_list_corrections()->set_from_date(list.from.days);
    }
    void operator()(const ListUnprocessable&) const { wire.mutable_list_unprocessable(); }
    void operator()(const ListDoubtfulSales&) const { wire.mutable_list_doubtful_sales(); }
    void operator()(const ListShort&) const { wire.mutable_list_short(); }
    void operator()(const ListStaff&) const { wire.mutable_list_staff(); }
    void operator()(const ListShifts& list) const {
        range_to_wire(list.dates, *wire.mutable_list_shifts());
        wire.mutable_list_shifts()->set_as_csv(list.as_csv);
    }
    void operator()(const MemberOfNumber& named) const { wire.mutable_member_of_number()->set_number(named.number); }
    void operator()(const PreviewMerge& both) const {
        wire.mutable_preview_merge()->set_kept_id(bytes_of(both.kept.bytes));
        wire.mutable_preview_merge()->set_merged_id(bytes_of(both.merged.bytes));
    }
    void operator()(const OrderOfPickup& slip) const {
        wire.mutable_order_of_pickup()->set_date(slip.date.days);
        to_wire(slip.number, *wire.mutable_order_of_pickup()->mutable_number());
    }
};

FindMembers find_from(const v1::FindMembers& wire, const Path& at) {
    const auto most = count_from(wire.most(), max_member_hits, at / "most");
    return {text_from(wire.text(), max_search_bytes, at / "text"), most == 0 ? max_member_hits : most};
}

MemberId member_of(const v1::MemberRef& wire, const Path& at) {
    return id_from<MemberId>(wire.member_id(), at / "member_id");
}

ExplainOrder explain_order_from(const v1::ExplainOrder& wire, const Path& at) {
    return {text_from(wire.member_number(), max_code_bytes, at / "member_number"),
            text_from(wire.date(), max_code_bytes, at / "date"),
            text_from(wire.meal(), max_code_bytes, at / "meal"),
            text_from(wire.order(), max_client_text_bytes, at / "order"),
            text_from(wire.mode(), max_code_bytes, at / "mode"),
            std::to_string(client_fen_from(wire.fee_fen(), at / "fee_fen").value),
            text_from(wire.language(), max_code_bytes, at / "language"),
            text_from(wire.identified(), max_code_bytes, at / "identified")};
}

EmployerStatement statement_from(const v1::EmployerStatement& wire, const Path& at) {
    return {text_from(wire.employer(), max_code_bytes, at / "employer"), from_wire(wire.period(), at / "period")};
}

PartnerStatementOf statement_from(const v1::PartnerStatement& wire, const Path& at) {
    return {text_from(wire.agreement(), max_code_bytes, at / "agreement"), from_wire(wire.period(), at / "period")};
}

DrawUpClaim draw_up_from(const v1::DrawUpClaim& wire, const Path& at) {
    return {from_wire(wire.payer(), at / "payer"), from_wire(wire.period(), at / "period")};
}

ListClaims list_from(const v1::ListClaims& wire, const Path& at) {
    if (wire.after_claim_id().empty()) return {};
    return {id_from<ClaimId>(wire.after_claim_id(), at / "after_claim_id")};
}

PrintClaim print_from(const v1::PrintClaim& wire, const Path& at) {
    return {claim_of(wire, at), enum_from<ClaimForm>(wire.form(), v1::ClaimForm_MAX, at / "form")};
}

ListCorrections corrections_from(const v1::ListCorrections& wire, const Path& at) {
    return {id_from<MemberId>(wire.member_id(), at / "member_id"), date_from(wire.from_date(), at / "from_date")};
}

PreviewMerge preview_from(const v1::PreviewMerge& wire, const Path& at) {
    return {id_from<MemberId>(wire.kept_id(), at / "kept_id"), id_from<MemberId>(wire.merged_id(), at / "merged_id")};
}

OrderOfPickup pickup_from(const v1::OrderOfPickup& wire, const Path& at) {
    return {date_from(wire.date(), at / "date"), from_wire(wire.number(), at / "number")};
}

QueryBody body_from(const v1::Ask& wire, const Path& at) {
    switch (wire.query_case()) {
        case v1::Ask::kFindMembers:
            return find_from(wire.find_members(), at / "find_members");
        case v1::Ask::kShowMember:
            return ShowMember{member_of(wire.show_member(), at / "show_member")};
        case v1::Ask::kExportMember:
            return ExportMember{member_of(wire.export_member(), at / "export_member")};
        case v1::Ask::kExplainOrder:
            return explain_order_from(wire.explain_order(), at / "explain_order");
        case v1::Ask::kPlanPayment:
            return PlanPayment{from_wire(wire.plan_payment().order(), at / "plan_payment" / "order")};
        case v1::Ask::kTrialBalance:
            return TrialBalance{};
        case v1::Ask::kEmployerStatement:
            return statement_from(wire.employer_statement(), at / "employer_statement");
        case v1::Ask::kPartnerStatement:
            return statement_from(wire.partner_statement(), at / "partner_statement");
        case v1::Ask::kServiceCounts:
            return ServiceCounts{from_wire(wire.service_counts().period(), at / "service_counts" / "period")};
        case v1::Ask::kDrawUpClaim:
            return draw_up_from(wire.draw_up_claim(), at / "draw_up_claim");
        case v1::Ask::kListClaims:
            return list_from(wire.list_claims(), at / "list_claims");
        case v1::Ask::kClaimFile:
            return ClaimFile{claim_of(wire.claim_file(), at / "claim_file")};
        case v1::Ask::kPrintClaim:
            return print_from(wire.print_claim(), at / "print_claim");
        case v1::Ask::kShowScheme:
            return ShowScheme{
                text_from(wire.show_scheme().scheme(), max_scheme_name_bytes, at / "show_scheme" / "scheme")};
        case v1::Ask::kListCorrections:
            return corrections_from(wire.list_corrections(), at / "list_corrections");
        case v1::Ask::kListUnprocessable:
            return ListUnprocessable{};
        case v1::Ask::kListDoubtfulSales:
            return ListDoubtfulSales{};
        case v1::Ask::kListShort:
            return ListShort{};
        case v1::Ask::kMemberOfNumber:
            return MemberOfNumber{
                text_from(wire.member_of_number().number(), max_code_bytes, at / "member_of_number" / "number")};
        case v1::Ask::kPreviewMerge:
            return preview_from(wire.preview_merge(), at / "preview_merge");
        case v1::Ask::kOrderOfPickup:
            return pickup_from(wire.order_of_pickup(), at / "order_of_pickup");
        case v1::Ask::kListStaff:
            return ListStaff{};
        case v1::Ask::kListShifts:
            return ListShifts{range_from(wire.list_shifts(), at / "list_shifts"), wire.list_shifts().as_csv()};
        case v1::Ask::QUERY_NOT_SET:
            break;
    }
    throw Unreadable(at / "query", "is missing");
}

}  // namespace

void to_wire(const Query& query, v1::Ask& wire) {
    wire.set_query_id(query.id);
    std::visit(QueryWriter{wire}, query.body);
}

Query from_wire(const v1::Ask& wire, const Path& at) {
    if (const auto path = first_unknown(wire)) throw Unreadable(RejectionCode::client_newer, *path, "is not known");
    return {wire.query_id(), body_from(wire, at)};
}

}  // namespace canteen
