// Refuses what the office must not send: its limits, by the place that breaks them.
#include <gtest/gtest.h>

#include "canteen/v1/envelope.pb.h"
#include "canteen/wire/bytes.h"
#include "canteen/wire/command_wire.h"
#include "canteen/wire/member_wire.h"
#include "canteen/wire/protobuf_codec.h"
#include "tests/wire/samples.h"

namespace canteen {
namespace {

v1::Command command_of(const CommandBody& body) {
    v1::Command command;
    to_wire(Command{sample_id<CommandId>(9), body}, command);
    return command;
}

std::variant<ClientMessage, Rejection> decoded(const v1::Command& command) {
    v1::ClientFrame frame;
    *frame.mutable_submit()->mutable_command() = command;
    return ProtobufCodec{}.decode_client(serialize(frame), Encoding::binary);
}

Rejection refusal_of(const v1::Command& command) {
    return std::get<Rejection>(decoded(command));
}

Rejection malformed(const std::string& path, const std::string& what) {
    return {RejectionCode::malformed, {{"path", path}, {"what", what}}, {}};
}
Rejection newer(const std::string& path) {
    return {RejectionCode::client_newer, {{"path", path}}, {}};
}

const std::string too_long(max_client_text_bytes + 1, 'x');

TEST(OfficeRefusal, a_members_texts_and_lists_have_the_limits_of_a_client) {
    const auto whole = command_of(PutMember{sample_whole_member()});
    auto command = whole;
    command.mutable_put_member()->mutable_member()->set_name(too_long);
    EXPECT_EQ(refusal_of(command), malformed("put_member.member.name", "is longer than 2048 bytes"));
    command = whole;
    command.mutable_put_member()->mutable_member()->mutable_tags(0)->set_evidence(too_long);
    EXPECT_EQ(refusal_of(command), malformed("put_member.member.tags[0].evidence", "is longer than 2048 bytes"));
    command = whole;
    auto& member = *command.mutable_put_member()->mutable_member();
    while (member.hukou_size() <= static_cast<int>(client_member_limits.items)) member.add_hukou();
    EXPECT_EQ(refusal_of(command), malformed("put_member.member.hukou", "has more than 100"));
}

TEST(OfficeRefusal, what_an_import_brought_is_longer_than_a_client_may_send_and_still_read_back) {
    const ProtobufCodec codec;
    auto member = sample_whole_member();
    member.name = too_long;
    member.tags.resize(client_member_limits.items + 1, member.tags[0]);
    EXPECT_EQ(codec.decode_member(codec.encode_member(member)), member);
}

TEST(OfficeRefusal, a_record_is_somebodys) {
    auto command = command_of(PutMember{sample_whole_member()});
    command.mutable_put_member()->set_member_id(std::string(16, '\0'));
    EXPECT_EQ(refusal_of(command), malformed("put_member.member_id", "names nothing"));
}

TEST(OfficeRefusal, an_unknown_allergen_or_diet_flag_means_a_newer_client_for_it_may_matter_to_health) {
    auto command = command_of(PutMember{sample_whole_member()});
    command.mutable_put_member()->mutable_member()->set_allergens(1, 9);
    EXPECT_EQ(refusal_of(command), newer("put_member.member.allergens[1]"));
    command.mutable_put_member()->mutable_member()->set_allergens(1, 0);
    EXPECT_EQ(refusal_of(command), malformed("put_member.member.allergens[1]", "is missing"));
    command.mutable_put_member()->mutable_member()->set_allergens(1, 2);
    command.mutable_put_member()->mutable_member()->set_diet_flags(32);
    EXPECT_EQ(refusal_of(command), newer("put_member.member.diet_flags"));
}

TEST(OfficeRefusal, an_unknown_enum_value_means_a_newer_client) {
    auto command = command_of(PutMember{sample_whole_member()});
    command.mutable_put_member()->mutable_member()->mutable_cards(1)->set_state(static_cast<v1::CardState>(4));
    EXPECT_EQ(refusal_of(command), newer("put_member.member.cards[1].state"));
    command = command_of(SetPartnerAgreement{sample_agreement()});
    command.mutable_set_partner_agreement()->set_base(static_cast<v1::RevenueBase>(4));
    EXPECT_EQ(refusal_of(command), newer("set_partner_agreement.base"));
}

TEST(OfficeRefusal, a_review_names_its_step) {
    auto command = command_of(ReviewApplication{sample_id<MemberId>(2), "made-up", {}, {}});
    command.mutable_review_application()->mutable_step()->set_step(v1::REVIEW_STEP_UNSPECIFIED);
    EXPECT_EQ(refusal_of(command), malformed("review_application.step.step", "is missing"));
    command.mutable_review_application()->set_scheme(std::string(max_code_bytes + 1, 's'));
    EXPECT_EQ(refusal_of(command), malformed("review_application.scheme", "is longer than 128 bytes"));
}

TEST(OfficeRefusal, an_employer_pays_for_allowances_or_for_its_account_and_for_nothing_else) {
    const Tender transfer{TenderKind::bank, Fen{100}, ""};
    for (const auto account : {AccountKind::allowance, AccountKind::employer})
        EXPECT_TRUE(std::holds_alternative<ClientMessage>(
            decoded(command_of(ReceiveFromEmployer{"xinda", account, transfer}))));
    EXPECT_EQ(refusal_of(command_of(ReceiveFromEmployer{"xinda", AccountKind::cash, transfer})),
              malformed("receive_from_employer.account", "is no employer's"));
}

TEST(OfficeRefusal, sums_and_counts_cannot_overflow_what_is_reckoned_with_them) {
    auto employer = sample_employer();
    employer.allowance->per_day = Fen{max_client_fen + 1};
    EXPECT_EQ(refusal_of(command_of(SetEmployer{employer})),
              malformed("set_employer.allowance.per_day_fen", "is not a sum of money"));
    auto rule = sample_points_rule();
    rule.points_per_hour = 10'000'001;
    EXPECT_EQ(refusal_of(command_of(SetPointsRule{rule})),
              malformed("set_points_rule.points_per_hour", "is more than 10000000"));
    auto hours = sample_hours();
    hours.minutes = 10'000'001;
    EXPECT_EQ(refusal_of(command_of(RecordHours{hours})), malformed("record_hours.minutes", "is more than 10000000"));
    auto agreement = sample_agreement();
    agreement.costs[1].permille = 10'000'001;
    EXPECT_EQ(refusal_of(command_of(SetPartnerAgreement{agreement})),
              malformed("set_partner_agreement.costs[1].permille", "is more than 10000000"));
}

TEST(OfficeRefusal, an_agreement_has_as_many_costs_as_the_domain_allows) {
    auto agreement = sample_agreement();
    agreement.costs.resize(max_cost_items, agreement.costs[0]);
    EXPECT_TRUE(std::holds_alternative<ClientMessage>(decoded(command_of(SetPartnerAgreement{agreement}))));
    agreement.costs.push_back(agreement.costs[0]);
    EXPECT_EQ(refusal_of(command_of(SetPartnerAgreement{agreement})),
              malformed("set_partner_agreement.costs", "has more than 30"));
}

TEST(OfficeRefusal, what_is_written_about_a_claim_has_its_limit) {
    const auto claim = sample_id<ClaimId>(11);
    EXPECT_EQ(refusal_of(command_of(AnswerFinding{claim, 1, too_long})),
              malformed("answer_finding.answer", "is longer than 2048 bytes"));
    EXPECT_EQ(refusal_of(command_of(RejectClaimLine{claim, sample_id<OrderId>(1), too_long})),
              malformed("reject_claim_line.reason", "is longer than 2048 bytes"));
}

TEST(OfficeRefusal, what_hours_earn_is_not_for_a_client_to_say) {
    auto hours = sample_hours();
    hours.points = 1'000;
    const auto message = std::get<ClientMessage>(decoded(command_of(RecordHours{hours})));
    EXPECT_EQ(std::get<RecordHours>(std::get<Submit>(message).command.body).hours.points, 0U);
}

}  // namespace
}  // namespace canteen
