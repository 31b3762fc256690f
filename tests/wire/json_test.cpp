// The same messages as JSON, for scripts.
#include <gtest/gtest.h>

#include "canteen/wire/protobuf_codec.h"
#include "tests/wire/samples.h"

namespace canteen {
namespace {

const ProtobufCodec codec;

std::variant<ClientMessage, Rejection> read(const std::string& text) {
    return codec.decode_client(text, Encoding::json);
}

// Ids of 16 bytes 0x01 and 0x09 in base64.
const std::string order = R"("AQEBAQEBAQEBAQEBAQEBAQ==")";
const std::string command = R"("CQkJCQkJCQkJCQkJCQkJCQ==")";

TEST(Json, a_script_says_hello) {
    const auto message = std::get<ClientMessage>(read(
        R"({"hello": {"protocol": 1, "role": "OFFICE", "feeds": [{"feed": "FEED_MENU", "epoch": "5", "seq": 7}]}})"));
    const auto& hello = std::get<Hello>(message);
    EXPECT_EQ(hello.role, Role::office);
    EXPECT_EQ(hello.feeds, (std::vector{Cursor{Feed::menu, 5, 7}}));
}

TEST(Json, a_script_gives_a_command_in_either_spelling_of_fields) {
    for (const std::string body : {R"("markLine": {"orderId": )", R"("mark_line": {"order_id": )"}) {
        const auto message = std::get<ClientMessage>(
            read(R"({"submit": {"command": {"commandId": )" + command + ", " + body + order + R"(, "done": true}}}})"));
        const auto& submit = std::get<Submit>(message);
        EXPECT_EQ(submit.command.id, sample_id<CommandId>(9));
        EXPECT_EQ(std::get<MarkLine>(submit.command.body).order, sample_id<OrderId>(1));
        EXPECT_EQ(submit.device_seq, 0U);
        EXPECT_FALSE(submit.entry.empty()) << "the digest of a command is over its canonical bytes";
    }
}

TEST(Json, the_server_s_words_are_the_protobuf_mapping) {
    EXPECT_EQ(codec.encode_server(Pong{42, Timestamp{1000}, 7}, Encoding::json),
              R"({"pong":{"token":"42","serverTimeMs":"1000","seq":"7"}})");
    const auto answer = codec.encode_server(sample_rejected(), Encoding::json);
    EXPECT_NE(answer.find(R"("name":"price_changed")"), std::string::npos) << answer;
    EXPECT_NE(answer.find(R"("toPayFen":"3632")"), std::string::npos) << answer;
}

TEST(Json, an_unknown_field_in_a_submit_means_a_newer_client) {
    const auto refused =
        std::get<Rejection>(read(R"({"submit": {"command": {"commandId": )" + command +
                                 R"(, "handOver": {"orderId": )" + order + R"(, "byDrone": true}}}})"));
    EXPECT_EQ(refused.code, RejectionCode::client_newer);
    ASSERT_EQ(refused.params.size(), 1U);
    EXPECT_NE(refused.params[0].value.find("byDrone"), std::string::npos) << refused.params[0].value;
}

TEST(Json, an_unknown_enum_value_in_a_command_means_a_newer_client_by_name_and_by_number) {
    for (const std::string slot : {R"("SUPPER")", "9"}) {
        const auto refused = std::get<Rejection>(read(R"({"submit": {"command": {"commandId": )" + command +
                                                      R"(, "setSoldOut": {"meal": {"date": 20557, "slot": )" + slot +
                                                      R"(}, "dish": 7}}}})"));
        EXPECT_EQ(refused.code, RejectionCode::client_newer) << slot;
    }
}

TEST(Json, an_unknown_field_elsewhere_is_passed_over_and_counted) {
    const ProtobufCodec fresh;
    const auto message =
        std::get<ClientMessage>(fresh.decode_client(R"({"ping": {"token": 3, "mood": "good"}})", Encoding::json));
    EXPECT_EQ(std::get<Ping>(message).token, 3U);
    EXPECT_EQ(fresh.ignored_fields(), 1U);
}

TEST(Json, a_script_asks) {
    const auto message = std::get<ClientMessage>(read(R"({"ask": {"queryId": "31", "findMembers": {"text": "甄"}}})"));
    const auto& query = std::get<Query>(message);
    EXPECT_EQ(query.id, 31U);
    EXPECT_EQ(std::get<FindMembers>(query.body).text, "甄");
    EXPECT_EQ(codec.encode_server(QueryReply{31, MemberHits{}}, Encoding::json),
              R"({"told":{"queryId":"31","members":{}}})");
}

TEST(Json, a_query_with_something_unknown_means_a_newer_client_and_keeps_its_number) {
    for (const std::string query : {R"("findMembers": {"text": "a", "byFace": true})", R"("readMinds": {})",
                                    R"("printClaim": {"claimId": "CQkJCQkJCQkJCQkJCQkJCQ==", "form": "PAPYRUS"})"}) {
        const auto message = std::get<ClientMessage>(read(R"({"ask": {"queryId": 31, )" + query + "}}"));
        const auto& unreadable = std::get<UnreadableQuery>(message);
        EXPECT_EQ(unreadable.id, 31U) << query;
        EXPECT_EQ(unreadable.why.code, RejectionCode::client_newer) << query;
        EXPECT_FALSE(unreadable.why.params.at(0).value.empty()) << query;
    }
}

TEST(Json, what_is_no_frame_is_malformed) {
    for (const std::string text : {"", "{", "[]", "null", "{}", R"({"ping": 3})", R"({"ping": {"token": -1}})",
                                   R"({"ping": {}} trailing)", "\xff\xfe", R"({"ping": {}, "resume": {}})"}) {
        const auto message = read(text);
        ASSERT_TRUE(std::holds_alternative<Rejection>(message)) << text;
        EXPECT_EQ(std::get<Rejection>(message).code, RejectionCode::malformed) << text;
    }
}

TEST(Json, brackets_nested_without_end_are_refused) {
    const std::string deep(20'000, '[');
    EXPECT_TRUE(std::holds_alternative<Rejection>(read(R"({"mood": )" + deep)));
    EXPECT_TRUE(std::holds_alternative<Rejection>(read(R"({"mood": )" + deep + std::string(20'000, ']') + "}")));
}

TEST(Json, every_cut_of_a_frame_is_refused) {
    const std::string whole =
        R"({"submit": {"command": {"commandId": )" + command + R"(, "handOver": {"orderId": )" + order + "}}}}";
    ASSERT_TRUE(std::holds_alternative<ClientMessage>(read(whole)));
    for (std::size_t n = 0; n < whole.size(); ++n)
        EXPECT_TRUE(std::holds_alternative<Rejection>(read(whole.substr(0, n)))) << n;
}

}  // namespace
}  // namespace canteen
