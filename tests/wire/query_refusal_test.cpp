// A query that cannot be read is answered with the reason; the connection lives on.
#include <gtest/gtest.h>

#include "canteen/v1/envelope.pb.h"
#include "canteen/wire/bytes.h"
#include "canteen/wire/client_codec.h"
#include "canteen/wire/protobuf_codec.h"
#include "canteen/wire/query_wire.h"
#include "tests/wire/samples.h"

namespace canteen {
namespace {

v1::Ask ask(const QueryBody& body) {
    v1::Ask wire;
    to_wire(Query{31, body}, wire);
    return wire;
}

std::variant<ClientMessage, Rejection> decoded(const v1::Ask& query) {
    v1::ClientFrame frame;
    *frame.mutable_ask() = query;
    return ProtobufCodec{}.decode_client(serialize(frame), Encoding::binary);
}

// Returns the refusal of a query that keeps its number.
Rejection refusal_of(const v1::Ask& query) {
    const auto unreadable = std::get<UnreadableQuery>(std::get<ClientMessage>(decoded(query)));
    EXPECT_EQ(unreadable.id, 31U);
    return unreadable.why;
}

Rejection malformed(const std::string& path, const std::string& what) {
    return {RejectionCode::malformed, {{"path", path}, {"what", what}}, {}};
}
Rejection newer(const std::string& path) {
    return {RejectionCode::client_newer, {{"path", path}}, {}};
}

TEST(QueryRefusal, an_unknown_query_means_a_newer_client) {
    v1::Ask query;
    query.set_query_id(31);
    query.GetReflection()->MutableUnknownFields(&query)->AddLengthDelimited(50, "");
    EXPECT_EQ(refusal_of(query), newer("#50"));
}

TEST(QueryRefusal, an_unknown_field_or_enum_value_means_a_newer_client_at_any_depth) {
    auto plan = ask(PlanPayment{sample_draft()});
    auto& line = *plan.mutable_plan_payment()->mutable_order()->mutable_lines(1);
    line.GetReflection()->MutableUnknownFields(&line)->AddVarint(17, 1);
    EXPECT_EQ(refusal_of(plan), newer("plan_payment.order.lines[1].#17"));
    auto print = ask(PrintClaim{sample_id<ClaimId>(11), ClaimForm::xlsx});
    print.mutable_print_claim()->set_form(static_cast<v1::ClaimForm>(4));
    EXPECT_EQ(refusal_of(print), newer("print_claim.form"));
}

TEST(QueryRefusal, no_query_and_bad_values_are_malformed) {
    v1::Ask nothing;
    nothing.set_query_id(31);
    EXPECT_EQ(refusal_of(nothing), malformed("query", "is missing"));
    auto show = ask(ShowMember{sample_id<MemberId>(2)});
    show.mutable_show_member()->set_member_id("short");
    EXPECT_EQ(refusal_of(show), malformed("show_member.member_id", "must be 16 bytes"));
    auto counts = ask(ServiceCounts{});
    counts.mutable_service_counts()->mutable_period()->set_last(last_date_days + 1);
    EXPECT_EQ(refusal_of(counts), malformed("service_counts.period.last", "is not a date"));
    auto print = ask(PrintClaim{});
    print.mutable_print_claim()->set_form(v1::CLAIM_FORM_UNSPECIFIED);
    EXPECT_EQ(refusal_of(print), malformed("print_claim.form", "is missing"));
}

TEST(QueryRefusal, a_search_is_short_and_finds_a_screenful) {
    auto find = ask(FindMembers{std::string(max_search_bytes, 'z'), max_member_hits});
    EXPECT_TRUE(std::holds_alternative<Query>(std::get<ClientMessage>(decoded(find))));
    find.mutable_find_members()->set_text(std::string(max_search_bytes + 1, 'z'));
    EXPECT_EQ(refusal_of(find), malformed("find_members.text", "is longer than 64 bytes"));
    find = ask(FindMembers{"zbc", max_member_hits + 1});
    EXPECT_EQ(refusal_of(find), malformed("find_members.most", "is more than 20"));
}

TEST(QueryRefusal, a_search_that_names_no_number_gets_as_many_as_there_may_be) {
    const auto message = std::get<ClientMessage>(decoded(ask(FindMembers{"zbc", 0})));
    EXPECT_EQ(std::get<FindMembers>(std::get<Query>(message).body).most, max_member_hits);
}

TEST(QueryRefusal, a_plan_keeps_the_limits_of_an_order) {
    auto plan = ask(PlanPayment{sample_draft()});
    plan.mutable_plan_payment()->mutable_order()->mutable_lines(0)->set_note(std::string(max_note_bytes + 1, 'n'));
    EXPECT_EQ(refusal_of(plan), malformed("plan_payment.order.lines[0].note", "is longer than 120 bytes"));
}

TEST(QueryRefusal, what_was_refused_does_not_count_as_passed_over) {
    const ProtobufCodec codec;
    v1::ClientFrame frame;
    auto& query = *frame.mutable_ask();
    query.GetReflection()->MutableUnknownFields(&query)->AddVarint(50, 1);
    codec.decode_client(serialize(frame), Encoding::binary);
    EXPECT_EQ(codec.ignored_fields(), 0U);
}

TEST(QueryRefusal, a_fee_that_is_no_number_is_the_callers_mistake) {
    ExplainOrder explain;
    explain.fee = "free";
    EXPECT_THROW(encode_client(Query{31, explain}), std::invalid_argument);
}

}  // namespace
}  // namespace canteen
