// The server's own bytes are read back whole or not at all.
#include <gtest/gtest.h>

#include "canteen/files/schemes/scheme_file.h"
#include "canteen/v1/journal.pb.h"
#include "canteen/wire/bytes.h"
#include "canteen/wire/protobuf_codec.h"
#include "tests/wire/fake_sealer.h"
#include "tests/wire/golden.h"
#include "tests/wire/samples.h"

namespace canteen {
namespace {

constexpr Seq row = 7;
const ProtobufCodec codec;

TEST(SealedMember, no_personal_value_stands_in_the_bytes_of_the_row) {
    FakeSealer sealer;
    const auto member = sample_member();
    const auto bytes = codec.encode_events({MemberRecorded{member}}, row, sealer);
    for (const auto& personal : {member.number, member.name, member.id_number, member.phone, member.hukou[0].area,
                                 member.residence[0].area, member.tags[0].tag, member.approvals[0].scheme})
        EXPECT_EQ(bytes.find(personal), std::string::npos) << personal;
    EXPECT_NE(bytes.find(bytes_of(member.id.bytes)), std::string::npos) << "the id finds the person's key";
}

TEST(SealedMember, opens_only_in_its_own_row) {
    FakeSealer sealer;
    const auto bytes = codec.encode_events({MemberRecorded{sample_member()}}, row, sealer);
    EXPECT_THROW(codec.decode_events(bytes, row + 1, sealer), UnsealError);
}

TEST(SealedMember, of_whom_nothing_is_known_comes_back) {
    FakeSealer sealer;
    Member member;
    member.id = sample_id<MemberId>(2);
    const auto events = codec.decode_events(codec.encode_events({MemberRecorded{member}}, row, sealer), row, sealer);
    EXPECT_EQ(std::get<MemberRecorded>(events.at(0)).member, member);
}

TEST(SealedMember, of_an_erased_person_is_read_as_his_id_alone) {
    FakeSealer sealer;
    const auto bytes = codec.encode_events({MemberRecorded{sample_whole_member()}}, row, sealer);
    sealer.destroy(sample_whole_member().id);
    Member nobody;
    nobody.id = sample_whole_member().id;
    EXPECT_EQ(std::get<MemberRecorded>(codec.decode_events(bytes, row, sealer).at(0)).member, nobody);
}

TEST(Postings, of_points_are_neither_written_nor_read) {
    FakeSealer sealer;
    const LedgerPosted posted{sample_id<OrderId>(1), {{{AccountKind::points, ""}, Fen{1}}}};
    EXPECT_THROW(codec.encode_events({posted}, row, sealer), std::invalid_argument);
    v1::EventList list;
    auto& wire = *list.add_events()->mutable_ledger_posted();
    wire.set_order_id(std::string(16, 'o'));
    wire.add_postings()->set_account(v1::ACCOUNT_POINTS);
    EXPECT_THROW(codec.decode_events(serialize(list), row, sealer), CodecError);
    wire.mutable_postings(0)->set_account(v1::ACCOUNT_SALES);
    EXPECT_NO_THROW(codec.decode_events(serialize(list), row, sealer));
}

TEST(PublishedScheme, comes_back_from_the_text_of_its_file) {
    FakeSealer sealer;
    const auto file = std::string(CANTEEN_SOURCE_DIR) + "/deploy/schemes/cd-qionglai-2025.json";
    const auto scheme = read_scheme_file(read_file(file)).value().scheme;
    const auto bytes = codec.encode_events({SchemePublished{scheme, 3}}, row, sealer);
    const auto events = codec.decode_events(bytes, row, sealer);
    EXPECT_EQ(std::get<SchemePublished>(events.at(0)).scheme, scheme);
    EXPECT_EQ(std::get<SchemePublished>(events.at(0)).priority, 3U);
    EXPECT_THROW(codec.encode_events({SchemePublished{Scheme{}, 3}}, row, sealer), std::invalid_argument);
}

TEST(OwnBytes, events_keep_their_order_and_none_is_no_bytes) {
    FakeSealer sealer;
    const auto order = sample_id<OrderId>(1);
    const auto bytes = codec.encode_events({SaleConfirmed{order}, EpochStarted{5}, SaleConfirmed{order}}, row, sealer);
    const auto events = codec.decode_events(bytes, row, sealer);
    ASSERT_EQ(events.size(), 3U);
    EXPECT_TRUE(std::holds_alternative<EpochStarted>(events[1]));
    EXPECT_TRUE(codec.decode_events(codec.encode_events({}, row, sealer), row, sealer).empty());
}

TEST(OwnBytes, of_a_newer_program_are_refused_instead_of_half_read) {
    FakeSealer sealer;
    v1::EventList list;
    list.add_events()->GetReflection()->MutableUnknownFields(list.mutable_events(0))->AddLengthDelimited(900, "");
    EXPECT_THROW(codec.decode_events(serialize(list), row, sealer), CodecError);
    v1::Order order;
    ASSERT_TRUE(order.ParseFromString(codec.encode_order(sample_order())));
    order.set_state(static_cast<v1::OrderState>(40));
    EXPECT_THROW(codec.decode_order(serialize(order)), CodecError);
}

TEST(OwnBytes, that_are_no_message_are_a_codec_error) {
    FakeSealer sealer;
    EXPECT_THROW(codec.decode_order(""), CodecError);
    EXPECT_THROW(codec.decode_menu("rubbish"), CodecError);
    EXPECT_THROW(codec.decode_member(""), CodecError);
    EXPECT_THROW(codec.decode_answer(""), CodecError);
    EXPECT_THROW(codec.decode_events("rubbish", row, sealer), CodecError);
}

}  // namespace
}  // namespace canteen
