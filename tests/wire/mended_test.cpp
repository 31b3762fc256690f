// Mends bytes that an older program wrote and that no reader takes.
#include "canteen/wire/mended.h"

#include <gtest/gtest.h>

#include "canteen/wire/protobuf_codec.h"
#include "tests/wire/samples.h"

namespace canteen {
namespace {

TEST(Mended, EverythingButTheTextIsReadAsItWasWritten) {
    auto member = sample_whole_member();
    member.applications.at(0).steps.at(0).note = "0123456789";
    const ProtobufCodec codec;
    auto bytes = codec.encode_member(member);
    bytes.replace(bytes.find("0123456789"), 2, "\xcd\xf5");
    const auto before = codec.mended();
    const auto read = codec.decode_member(bytes);
    EXPECT_EQ(codec.mended(), before + 1);
    member.applications.at(0).steps.at(0).note = "\uFFFD\uFFFD23456789";
    EXPECT_EQ(read, member);
}

TEST(Mended, WhatIsWholeIsNotCounted) {
    const ProtobufCodec codec;
    const auto before = codec.mended();
    EXPECT_EQ(codec.decode_member(codec.encode_member(sample_whole_member())), sample_whole_member());
    EXPECT_EQ(codec.mended(), before);
}

TEST(Mended, BytesThatAreCutAreStillRefused) {
    const ProtobufCodec codec;
    auto bytes = codec.encode_member(sample_whole_member());
    EXPECT_THROW(codec.decode_member(bytes.substr(0, bytes.size() - 1)), CodecError);
}

TEST(Mended, WhatNobodyCouldReadIsNotEncoded) {
    auto member = sample_whole_member();
    member.name = "\xcd\xf5";
    EXPECT_THROW(ProtobufCodec{}.encode_member(member), CodecError);
}

TEST(Mended, ARefusalMayQuoteWhatIsNotUtf8) {
    const ProtobufCodec codec;
    const Answer answer{{}, 1, Rejection{RejectionCode::card_unknown, {{"card", "A\xcd"}}, {}}};
    const auto read = codec.decode_answer(codec.encode_answer(answer));
    EXPECT_EQ(std::get<Rejection>(read.outcome).params.at(0).value, "A\uFFFD");
}

}  // namespace
}  // namespace canteen
