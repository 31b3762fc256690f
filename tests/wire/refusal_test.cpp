// The reader refuses what a client must not send, with the reason and the place, and never crashes.
#include <gtest/gtest.h>

#include "canteen/v1/envelope.pb.h"
#include "canteen/wire/bytes.h"
#include "canteen/wire/client_codec.h"
#include "canteen/wire/client_message_wire.h"
#include "canteen/wire/command_wire.h"
#include "canteen/wire/protobuf_codec.h"
#include "tests/wire/samples.h"

namespace canteen {
namespace {

v1::Command place_order() {
    v1::Command command;
    to_wire(sample_commands().front().second, command);
    return command;
}

v1::ClientFrame from_a_screen(const v1::Command& command) {
    v1::ClientFrame frame;
    *frame.mutable_submit()->mutable_command() = command;
    return frame;
}

v1::ClientFrame from_a_till(const std::string& entry) {
    v1::ClientFrame frame;
    frame.mutable_submit()->set_entry(entry);
    frame.mutable_submit()->set_device_seq(45);
    frame.mutable_submit()->set_hash(std::string(32, 'h'));
    return frame;
}

std::variant<ClientMessage, Rejection> decoded(const std::string& bytes) {
    return ProtobufCodec{}.decode_client(bytes, Encoding::binary);
}

Rejection refusal_of(const v1::ClientFrame& frame) {
    return std::get<Rejection>(decoded(serialize(frame)));
}

Rejection malformed(const std::string& path, const std::string& what) {
    return {RejectionCode::malformed, {{"path", path}, {"what", what}}, {}};
}
Rejection newer(const std::string& path) {
    return {RejectionCode::client_newer, {{"path", path}}, {}};
}

const std::string not_whole = "is not one whole message";

TEST(Refusal, an_empty_frame_a_cut_one_and_one_with_more_behind_it_are_malformed) {
    const auto ping = encode_client(Ping{42});
    EXPECT_EQ(std::get<Rejection>(decoded("")), malformed("frame", not_whole));
    EXPECT_EQ(std::get<Rejection>(decoded(ping.substr(0, ping.size() - 1))), malformed("frame", not_whole));
    EXPECT_EQ(std::get<Rejection>(decoded(ping + '\0')), malformed("frame", not_whole));
    EXPECT_EQ(std::get<Rejection>(decoded(ping + '\x0c')), malformed("frame", not_whole));  // ends a group
}

TEST(Refusal, a_frame_over_the_limit_is_malformed_before_it_is_parsed) {
    Hello hello;
    hello.host = std::string(max_inbound_frame_bytes, 'h');
    EXPECT_EQ(std::get<Rejection>(decoded(encode_client(hello))), malformed("frame", "is too long"));
}

TEST(Refusal, a_frame_of_no_known_kind_is_malformed) {
    v1::ClientFrame frame;
    frame.GetReflection()->MutableUnknownFields(&frame)->AddVarint(99, 1);
    EXPECT_EQ(refusal_of(frame), malformed("frame", "is of no known kind"));
}

TEST(Refusal, groups_nested_too_deep_are_malformed) {
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "\x7b";  // field 15 begins a group
    for (int i = 0; i < 100; ++i) deep += "\x7c";
    EXPECT_EQ(std::get<Rejection>(decoded(encode_client(Ping{42}) + deep)), malformed("frame", not_whole));
}

TEST(Refusal, names_the_place_at_any_depth) {
    auto command = place_order();
    command.mutable_place_order()->mutable_order()->mutable_lines(1)->set_unit_price_fen(max_client_fen + 1);
    EXPECT_EQ(refusal_of(from_a_screen(command)),
              malformed("place_order.order.lines[1].unit_price_fen", "is not a sum of money"));
    command = place_order();
    command.mutable_place_order()->mutable_order()->set_mode(v1::SERVICE_MODE_UNSPECIFIED);
    EXPECT_EQ(refusal_of(from_a_screen(command)), malformed("place_order.order.mode", "is missing"));
    command = place_order();
    command.mutable_place_order()->mutable_tenders(0)->set_reference(std::string(129, 'r'));
    EXPECT_EQ(refusal_of(from_a_screen(command)),
              malformed("place_order.tenders[0].reference", "is longer than 128 bytes"));
}

TEST(Refusal, an_id_has_sixteen_bytes_and_names_something) {
    auto command = place_order();
    command.set_command_id("short");
    EXPECT_EQ(refusal_of(from_a_screen(command)), malformed("command_id", "must be 16 bytes"));
    command.set_command_id(std::string(16, '\0'));
    EXPECT_EQ(refusal_of(from_a_screen(command)), malformed("command_id", "names nothing"));
    command = place_order();
    command.mutable_place_order()->mutable_order()->set_order_id(std::string(16, '\0'));
    EXPECT_EQ(refusal_of(from_a_screen(command)), malformed("place_order.order.order_id", "names nothing"));
    command = place_order();
    command.mutable_place_order()->mutable_order()->set_member_id(std::string(17, 'm'));
    EXPECT_EQ(refusal_of(from_a_screen(command)), malformed("place_order.order.member_id", "must be 16 bytes"));
}

TEST(Refusal, lists_are_as_long_as_the_domain_allows_and_no_longer) {
    auto command = place_order();
    auto& order = *command.mutable_place_order()->mutable_order();
    const auto line = order.lines(0);
    while (order.lines_size() < static_cast<int>(max_order_lines)) *order.add_lines() = line;
    EXPECT_TRUE(std::holds_alternative<ClientMessage>(decoded(serialize(from_a_screen(command)))));
    *order.add_lines() = line;
    EXPECT_EQ(refusal_of(from_a_screen(command)), malformed("place_order.order.lines", "has more than 60"));
    command = place_order();
    const auto tender = command.place_order().tenders(0);
    while (command.place_order().tenders_size() <= static_cast<int>(max_tenders))
        *command.mutable_place_order()->add_tenders() = tender;
    EXPECT_EQ(refusal_of(from_a_screen(command)), malformed("place_order.tenders", "has more than 8"));
}

TEST(Refusal, a_note_has_its_limit_and_text_is_utf8) {
    auto command = place_order();
    auto& line = *command.mutable_place_order()->mutable_order()->mutable_lines(0);
    line.set_note(std::string(max_note_bytes + 1, 'n'));
    EXPECT_EQ(refusal_of(from_a_screen(command)),
              malformed("place_order.order.lines[0].note", "is longer than 120 bytes"));
    line.set_note("0123456789");
    auto bytes = serialize(from_a_screen(command));
    bytes[bytes.find("0123456789")] = '\xff';
    EXPECT_EQ(std::get<Rejection>(decoded(bytes)), malformed("frame", not_whole));
}

TEST(Refusal, an_unknown_field_in_a_command_means_a_newer_client_at_any_depth) {
    auto command = place_order();
    auto& chosen = *command.mutable_place_order()->mutable_order()->mutable_lines(0)->mutable_chosen(1);
    chosen.GetReflection()->MutableUnknownFields(&chosen)->AddVarint(17, 1);
    EXPECT_EQ(refusal_of(from_a_screen(command)), newer("place_order.order.lines[0].chosen[1].#17"));
}

TEST(Refusal, an_unknown_kind_of_command_means_a_newer_client) {
    v1::Command command;
    command.set_command_id(std::string(16, 'c'));
    command.GetReflection()->MutableUnknownFields(&command)->AddLengthDelimited(50, "");
    EXPECT_EQ(refusal_of(from_a_screen(command)), newer("#50"));
}

TEST(Refusal, an_unknown_enum_value_in_a_command_means_a_newer_client) {
    auto command = place_order();
    command.mutable_place_order()->mutable_order()->mutable_meal()->set_slot(static_cast<v1::MealSlot>(4));
    EXPECT_EQ(refusal_of(from_a_screen(command)), newer("place_order.order.meal.slot"));
}

TEST(Refusal, an_unknown_diet_flag_means_a_newer_client_for_it_may_matter_to_health) {
    auto command = place_order();
    command.mutable_place_order()->mutable_order()->mutable_lines(0)->set_diet_flags(32);
    EXPECT_EQ(refusal_of(from_a_screen(command)), newer("place_order.order.lines[0].diet_flags"));
}

TEST(Refusal, a_command_without_a_body_is_malformed) {
    v1::Command command;
    command.set_command_id(std::string(16, 'c'));
    EXPECT_EQ(refusal_of(from_a_screen(command)), malformed("body", "is missing"));
}

TEST(Refusal, a_submit_has_either_an_entry_or_a_command) {
    v1::ClientFrame frame;
    frame.mutable_submit()->set_device_seq(45);
    EXPECT_EQ(refusal_of(frame), malformed("submit", "must have an entry or a command"));
    frame = from_a_till(serialize(place_order()));
    *frame.mutable_submit()->mutable_command() = place_order();
    EXPECT_EQ(refusal_of(frame), malformed("submit", "must have an entry or a command"));
    frame.mutable_submit()->clear_entry();
    EXPECT_EQ(refusal_of(frame), malformed("submit", "has a number and no entry"));
}

TEST(Refusal, an_entry_needs_a_number_and_a_whole_hash) {
    auto frame = from_a_till(serialize(place_order()));
    frame.mutable_submit()->set_device_seq(0);
    EXPECT_EQ(refusal_of(frame), malformed("submit.device_seq", "is missing"));
    frame.mutable_submit()->set_device_seq(45);
    frame.mutable_submit()->set_hash("short");
    EXPECT_EQ(refusal_of(frame), malformed("submit.hash", "must be 32 bytes"));
}

UnreadableSubmit unreadable(const std::string& entry) {
    return std::get<UnreadableSubmit>(std::get<ClientMessage>(decoded(serialize(from_a_till(entry)))));
}

TEST(UnreadableEntry, is_one_longer_than_any_order_needs) {
    auto command = place_order();
    command.mutable_place_order()->mutable_order()->mutable_lines(0)->set_note(std::string(max_command_bytes, 'x'));
    const auto submit = unreadable(serialize(command));
    EXPECT_EQ(submit.why, malformed("submit.entry", "is longer than 8192 bytes"));
    v1::ClientFrame screen;
    *screen.mutable_submit()->mutable_command() = command;
    EXPECT_EQ(refusal_of(screen), malformed("submit.command", "is longer than 8192 bytes"));
}

TEST(UnreadableEntry, of_a_newer_till_keeps_its_number_its_bytes_and_its_command_id) {
    auto command = place_order();
    command.mutable_place_order()
        ->GetReflection()
        ->MutableUnknownFields(command.mutable_place_order())
        ->AddVarint(9, 1);
    const auto submit = unreadable(serialize(command));
    EXPECT_EQ(submit.entry, serialize(command));
    EXPECT_EQ(submit.device_seq, 45U);
    EXPECT_EQ(submit.hash[0], 'h');
    EXPECT_EQ(submit.command_id, sample_id<CommandId>(9));
    EXPECT_EQ(submit.why, newer("place_order.#9"));
}

TEST(UnreadableEntry, of_rubbish_has_no_command_id) {
    const auto submit = unreadable("rubbish");
    EXPECT_TRUE(submit.command_id.is_nil());
    EXPECT_EQ(submit.why, malformed("submit.entry", "is not a command"));
}

TEST(Ignored, unknown_things_outside_commands_are_passed_over_and_counted) {
    const ProtobufCodec codec;
    v1::ClientFrame frame;
    frame.mutable_hello()->set_role(v1::KITCHEN);
    frame.mutable_hello()->add_feeds()->set_feed(v1::FEED_KITCHEN);
    frame.mutable_hello()->add_feeds()->set_feed(static_cast<v1::Feed>(77));
    auto& hello = *frame.mutable_hello();
    hello.GetReflection()->MutableUnknownFields(&hello)->AddVarint(30, 1);
    const auto message = std::get<ClientMessage>(codec.decode_client(serialize(frame), Encoding::binary));
    EXPECT_EQ(std::get<Hello>(message).feeds, std::vector{Cursor{Feed::kitchen}});
    EXPECT_EQ(codec.ignored_fields(), 2U);
}

TEST(Refusal, an_unknown_role_or_a_feed_to_resume_is_malformed) {
    v1::ClientFrame frame;
    frame.mutable_hello()->set_role(static_cast<v1::Role>(9));
    EXPECT_EQ(refusal_of(frame), malformed("hello.role", "is not known"));
    frame.mutable_resume()->mutable_cursor()->set_feed(static_cast<v1::Feed>(9));
    EXPECT_EQ(refusal_of(frame), malformed("resume.cursor.feed", "is not known"));
}

TEST(Own, commands_of_the_server_have_no_form_on_the_wire) {
    EXPECT_THROW(encode_command({sample_id<CommandId>(9), Tick{}}), std::invalid_argument);
    EXPECT_THROW(encode_command({sample_id<CommandId>(9), AddPortions{{}, StockMoveKind::sold, 1}}),
                 std::invalid_argument);
}

}  // namespace
}  // namespace canteen
