// Any bytes over the admin socket are read or refused with a reason.
#include "canteen/wire/admin_codec.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "canteen/wire/protobuf_codec.h"
#include "tests/wire/samples.h"

namespace canteen {
namespace {

const ProtobufCodec codec;

RejectionCode code_of(std::string_view bytes) {
    const auto read = decode_admin_request(bytes, codec);
    const auto* why = std::get_if<Rejection>(&read);
    return why ? why->code : RejectionCode{};
}

RC_GTEST_PROP(AdminCodec, any_bytes_are_read_or_refused_and_never_crash, (const std::string& bytes)) {
    (void)decode_admin_request(bytes, codec);
    try {
        (void)decode_admin_reply(bytes);
    } catch (const CodecError&) {
    }
}

TEST(AdminCodec, a_request_that_is_cut_or_empty_is_malformed) {
    EXPECT_EQ(code_of(""), RejectionCode::malformed);
    auto bytes = encode(AdminRequest{EnrolAgain{"till 1"}});
    bytes.pop_back();
    EXPECT_EQ(code_of(bytes), RejectionCode::malformed);
}

TEST(AdminCodec, a_name_that_is_not_utf8_is_malformed_and_a_file_is_taken_as_it_is) {
    EXPECT_EQ(code_of(encode(AdminRequest{Revoke{"\xd7\xaa\xd5"}})), RejectionCode::malformed);
    EXPECT_EQ(code_of(encode(AdminRequest{ImportFile{ImportKind::menu, "\xd7\xaa\xd5"}})), RejectionCode{});
}

TEST(AdminCodec, what_a_newer_command_line_asks_is_refused_as_newer) {
    EXPECT_EQ(code_of("\xd2\x0f\x01x"), RejectionCode::client_newer) << "field 250";
}

TEST(AdminCodec, a_document_comes_whole) {
    const std::string bytes(5 * 1024 * 1024, '\xff');
    const auto reply =
        decode_admin_reply(encode(AdminReply{ServerMessage{QueryReply{1, Document{"a.xlsx", "x", bytes, true}}}}));
    const auto& told = std::get<QueryReply>(std::get<ServerMessage>(reply));
    EXPECT_EQ(std::get<Document>(told.result).bytes, bytes);
}

}  // namespace
}  // namespace canteen
