#include "tests/wire/samples.h"

namespace canteen {

Named<ClientMessage> sample_queries() {
    const auto member = sample_id<MemberId>(2);
    const auto claim = sample_id<ClaimId>(11);
    const ClaimPeriod april{Date{20544}, Date{20573}};
    const Named<QueryBody> bodies{{"find_members", FindMembers{"zbc", 5}},
                                  {"show_member", ShowMember{member}},
                                  {"export_member", ExportMember{member}},
                                  {"explain_order", ExplainOrder{"80001234", "2026-04-14", "lunch", "7x2,9@215",
                                                                 "delivery", "200", "zh", "card"}},
                                  {"plan_payment", PlanPayment{sample_draft()}},
                                  {"trial_balance", TrialBalance{}},
                                  {"employer_statement", EmployerStatement{"xinda", april}},
                                  {"partner_statement", PartnerStatementOf{"kitchen-2026", april}},
                                  {"service_counts", ServiceCounts{april}},
                                  {"draw_up_claim", DrawUpClaim{sample_claim().payer, april}},
                                  {"list_claims", ListClaims{}},
                                  {"claim_file", ClaimFile{claim}},
                                  {"print_claim", PrintClaim{claim, ClaimForm::xlsx}},
                                  {"show_scheme", ShowScheme{"cd-deyuan-2024"}},
                                  {"list_corrections", ListCorrections{member, Date{20544}}},
                                  {"list_unprocessable", ListUnprocessable{}},
                                  {"list_doubtful_sales", ListDoubtfulSales{}},
                                  {"list_short", ListShort{}},
                                  {"member_of_number", MemberOfNumber{"80001234"}},
                                  {"preview_merge", PreviewMerge{member, sample_id<MemberId>(3)}},
                                  {"order_of_pickup", OrderOfPickup{Date{20557}, {"A", 12}}},
                                  {"list_staff", ListStaff{}},
                                  {"list_shifts", ListShifts{{Date{20557}, Date{20558}}, true}}};
    Named<ClientMessage> queries;
    for (const auto& [name, body] : bodies) queries.push_back({"client_ask_" + name, Query{31, body}});
    return queries;
}

Named<ServerMessage> sample_told() {
    const MemberHits hits{{{sample_id<MemberId>(2), "80001234", "甄不存在", "0019"}}, true};
    const PaymentPlan plan{sample_draft().shown, {{TenderKind::allowance, Fen{1000}, "xinda"}}};
    const Document part{"claim-2026-04.csv", "text/csv; charset=utf-8", "日期,人次\r\n", false};
    const MergePreview both{{sample_kept_member(), Fen{0}, Fen{0}, 0},
                            {sample_merged_member(), Fen{1'250}, Fen{100}, 3},
                            {{{sample_merged_member().id, "cd-qionglai-2025", UseKind::per_day, 20557}, 1}}};
    const Named<QueryResult> results{{"members", hits},
                                     {"member", MemberShown{sample_whole_member(), Fen{20'000}, Fen{1'000}, 53}},
                                     {"plan", plan},
                                     {"claims", ClaimsListed{{sample_claim()}, false}},
                                     {"document", part},
                                     {"refused", Rejection{RejectionCode::query_unknown, {{"path", "#50"}}, {}}},
                                     {"merge", both},
                                     {"order", OrderFound{sample_id<OrderId>(4)}},
                                     {"staff", StaffListed{{sample_staff()}}}};
    Named<ServerMessage> told;
    for (const auto& [name, result] : results) told.push_back({"server_told_" + name, QueryReply{31, result}});
    return told;
}

}  // namespace canteen
