#include "canteen/wire/client_codec.h"
#include "tests/wire/samples.h"

namespace canteen {
namespace {

const Timestamp noon{1'776'139'200'000};

Hash hash_full_of(std::uint8_t byte) {
    Hash hash;
    hash.fill(byte);
    return hash;
}

TillState till_state() {
    return {44, hash_full_of(6), 12, Date{20557}};
}

SignedHead signed_head() {
    SignedHead head{101, hash_full_of(8), {}};
    head.signature.fill(4);
    return head;
}

FeedFrame kitchen_feed() {
    FeedFrame feed;
    feed.feed = Feed::kitchen;
    feed.epoch = 5;
    feed.after = 100;
    feed.seq = 101;
    feed.server_time = noon;
    feed.snapshot = SnapshotMark{true, true};
    feed.tickets = {sample_ticket()};
    feed.portions = {{{sample_menu().meal, DishId{7}}, -2, 40, true, noon}};
    feed.menus = {sample_menu()};
    return feed;
}

FeedFrame kitchen_feed_of_slip() {
    FeedFrame feed = kitchen_feed();
    feed.tickets.front().on_paper = true;
    return feed;
}

FeedFrame sheets_feed() {
    FeedFrame feed;
    feed.feed = Feed::sheets;
    feed.epoch = 5;
    feed.after = 101;
    feed.seq = 102;
    feed.server_time = noon;
    feed.sheets = {sample_sheet()};
    return feed;
}

FeedFrame limited_sheets_feed() {
    FeedFrame feed = sheets_feed();
    feed.sheets = {sample_limited_sheet()};
    return feed;
}

FeedFrame household_sheets_feed() {
    FeedFrame feed = sheets_feed();
    feed.sheets = {sample_household_sheet()};
    feed.members_gone = {sample_id<MemberId>(6)};
    return feed;
}

FeedFrame merged_sheets_feed() {
    FeedFrame feed = household_sheets_feed();
    feed.sheets = {sample_merged_sheet()};
    feed.members_gone = {sample_id<MemberId>(5)};
    return feed;
}

FeedFrame budget_uses_feed() {
    FeedFrame feed;
    feed.feed = Feed::uses;
    feed.epoch = 5;
    feed.after = 103;
    feed.seq = 104;
    feed.server_time = noon;
    feed.uses = {{{MemberId{}, "made-up/city", UseKind::budget_year, 20454}, 999'400},
                 {{sample_id<MemberId>(2), "made-up", UseKind::per_month, 20544}, 12}};
    return feed;
}

FeedFrame uses_feed() {
    FeedFrame feed;
    feed.feed = Feed::uses;
    feed.epoch = 5;
    feed.after = 102;
    feed.seq = 103;
    feed.server_time = noon;
    feed.uses = {{{sample_id<MemberId>(2), "cd-qionglai-2025", UseKind::quota_month, 20544}, 12'000}};
    return feed;
}

}  // namespace

Named<ClientMessage> sample_client_messages() {
    Hello hello;
    hello.role = Role::till;
    hello.device = sample_id<DeviceId>(3);
    hello.signature.fill(4);
    hello.protocol = 1;
    hello.host = "canteen.local";
    hello.feeds = {{Feed::menu, 5, 100}, {Feed::sheets, 0, 0}};
    hello.till = till_state();
    const auto command = sample_commands().front().second;
    const auto entry = encode_command(command);
    Named<ClientMessage> messages{{"client_hello", hello},
                                  {"client_submit_entry", Submit{command, entry, 45, hash_full_of(7)}},
                                  {"client_submit_command", Submit{command, entry, 0, {}}},
                                  {"client_resume", Resume{{Feed::kitchen, 5, 99}}},
                                  {"client_ping", Ping{42}}};
    for (auto& query : sample_queries()) messages.push_back(std::move(query));
    return messages;
}

Named<ServerMessage> sample_server_messages() {
    Named<ServerMessage> messages{
        {"server_challenge", Challenge{std::string(32, 'n'), 5, 1, noon}},
        {"server_welcome", Welcome{5, 100, noon, "德安邻里食堂", "till 1", "A", till_state(), true, {}, {}, 1, 1}},
        {"server_welcome_of_canteen",
         Welcome{5, 100, noon, "德安邻里食堂", "till 1", "A", till_state(), true, {}, hash_full_of(3), 60, 2}},
        {"server_welcome_in_shift",
         Welcome{5,
                 100,
                 noon,
                 "德安邻里食堂",
                 "till 1",
                 "A",
                 till_state(),
                 true,
                 {},
                 hash_full_of(3),
                 1,
                 3,
                 KnownShift{sample_id<ShiftId>(21), sample_id<StaffId>(22), noon, Fen{30'000}},
                 hash_full_of(9),
                 true}},
        {"server_answer_committed", sample_committed()},
        {"server_answer_refunded",
         Answer{sample_id<CommandId>(9), 7, Committed{123'457, {}, {{TenderKind::wechat, Fen{480}, "4200001"}}}}},
        {"server_answer_rejected", sample_rejected()},
        {"server_feed_kitchen", kitchen_feed()},
        {"server_feed_kitchen_of_slip", kitchen_feed_of_slip()},
        {"server_feed_sheets", sheets_feed()},
        {"server_feed_sheets_limited", limited_sheets_feed()},
        {"server_feed_sheets_household", household_sheets_feed()},
        {"server_feed_sheets_merged", merged_sheets_feed()},
        {"server_feed_uses", uses_feed()},
        {"server_feed_uses_budget", budget_uses_feed()},
        {"server_feed_staff", sample_staff_feed()},
        {"server_pong", Pong{42, noon, 101}},
        {"server_pong_of_head", Pong{42, noon, 101, signed_head(), true}},
        {"server_goodbye", Goodbye{"too_slow", {{"bytes", "1048576"}}}}};
    for (auto& told : sample_told()) messages.push_back(std::move(told));
    return messages;
}

}  // namespace canteen
