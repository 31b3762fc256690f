// Every value of the domain comes back from the wire as it was.
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "canteen/wire/client_codec.h"
#include "canteen/wire/protobuf_codec.h"
#include "tests/wire/fake_sealer.h"
#include "tests/wire/maker.h"
#include "tests/wire/same.h"

namespace canteen {
namespace {

const ProtobufCodec codec;

RC_GTEST_PROP(RoundTrip, an_order_comes_back_from_its_body, (std::uint64_t seed)) {
    const auto order = Maker(seed).any<Order>();
    const auto bytes = codec.encode_order(order);
    RC_ASSERT(codec.decode_order(bytes) == order);
    RC_ASSERT(codec.encode_order(codec.decode_order(bytes)) == bytes);
}

RC_GTEST_PROP(RoundTrip, a_menu_comes_back_from_its_body, (std::uint64_t seed)) {
    const auto menu = Maker(seed).any<Menu>();
    RC_ASSERT(codec.decode_menu(codec.encode_menu(menu)) == menu);
}

RC_GTEST_PROP(RoundTrip, a_member_comes_back_from_its_body, (std::uint64_t seed)) {
    const auto member = Maker(seed).any<Member>();
    RC_ASSERT(codec.decode_member(codec.encode_member(member)) == member);
}

RC_GTEST_PROP(RoundTrip, an_answer_comes_back_from_its_body, (std::uint64_t seed)) {
    const auto answer = Maker(seed).any<Answer>();
    RC_ASSERT(codec.decode_answer(codec.encode_answer(answer)) == answer);
}

RC_GTEST_PROP(RoundTrip, a_command_comes_back_from_its_entry, (std::uint64_t seed)) {
    Maker maker(seed);
    const auto command = any_client_command(maker);
    RC_ASSERT(same(decode_command(encode_command(command)), command));
}

RC_GTEST_PROP(RoundTrip, events_come_back_from_their_row, (std::uint64_t seed)) {
    Maker maker(seed);
    FakeSealer sealer;
    Events events;
    for (auto n = maker.up_to(4); n > 0; --n) events.push_back(any_event(maker));
    const auto bytes = codec.encode_events(events, 7, sealer);
    RC_ASSERT(same(codec.decode_events(bytes, 7, sealer), events));
}

RC_GTEST_PROP(RoundTrip, every_message_of_the_server_reaches_its_client, (std::uint64_t seed)) {
    const auto message = Maker(seed).any<ServerMessage>();
    RC_ASSERT(same(decode_server(codec.encode_server(message, Encoding::binary)), message));
}

RC_GTEST_PROP(RoundTrip, every_message_of_a_client_reaches_the_server, (std::uint64_t seed)) {
    Maker maker(seed);
    const auto made = maker.any<std::variant<Hello, Resume, Ping, Query>>();
    const auto message = std::visit([](auto&& what) { return ClientMessage{what}; }, made);
    const auto received = codec.decode_client(encode_client(message), Encoding::binary);
    RC_ASSERT(std::holds_alternative<ClientMessage>(received));
    RC_ASSERT(same(std::get<ClientMessage>(received), message));
}

RC_GTEST_PROP(RoundTrip, a_till_s_submit_keeps_the_bytes_its_hash_is_over, (std::uint64_t seed)) {
    Maker maker(seed);
    const auto command = any_client_command(maker);
    const ClientMessage submit = Submit{command, encode_command(command), 1 + maker.up_to(1000), maker.any<Hash>()};
    RC_ASSERT(same(std::get<ClientMessage>(codec.decode_client(encode_client(submit), Encoding::binary)), submit));
}

RC_GTEST_PROP(RoundTrip, a_screen_s_submit_has_no_number_and_the_same_bytes_for_the_same_command,
              (std::uint64_t seed)) {
    Maker maker(seed);
    const auto command = any_client_command(maker);
    const ClientMessage submit = Submit{command, encode_command(command), 0, {}};
    RC_ASSERT(same(std::get<ClientMessage>(codec.decode_client(encode_client(submit), Encoding::binary)), submit));
}

}  // namespace
}  // namespace canteen
