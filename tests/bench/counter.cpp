#include "tests/bench/counter.h"

#include <chrono>
#include <cstring>
#include <stdexcept>

#include "canteen/crypto/hash.h"
#include "canteen/wire/client_codec.h"

namespace canteen::bench {
namespace {

// The first byte of a ServerFrame names its kind; decoding all feed frames would cost more than the server spends.
constexpr char answer_tag = 0x1a, feed_tag = 0x22, pong_tag = 0x2a;
constexpr std::chrono::hours answer_wait{1};

template <class Message>
Message expect(const std::string& frame) {
    auto message = decode_server(frame);
    if (auto* wanted = std::get_if<Message>(&message)) return std::move(*wanted);
    if (auto* goodbye = std::get_if<Goodbye>(&message)) throw std::runtime_error("goodbye: " + goodbye->name);
    throw std::runtime_error("an unexpected frame");
}

Welcome say_hello(WireClient& client, const TillKey& key) {
    auto challenge = expect<Challenge>(client.read_frame());
    Hello hello;
    hello.device = key.device;
    hello.host = "localhost";
    hello.signature = sign(key.seed, hello_message(challenge.nonce, hello.host, challenge.epoch));
    hello.feeds = {{Feed::menu, 0, 0}, {Feed::sheets, 0, 0}, {Feed::uses, 0, 0}};
    client.queue(encode_client(hello));
    client.flush();
    return expect<Welcome>(client.read_frame());
}

OrderDraft draft_of(const Menu& menu, const std::vector<const Dish*>& dishes) {
    OrderDraft draft;
    draft.meal = menu.meal;
    draft.menu = menu.version;
    for (const auto* dish : dishes) {
        OrderLine line;
        line.id = {static_cast<std::uint32_t>(draft.lines.size() + 1)};
        line.dish = dish->id;
        line.unit_price = line.amount = dish->price;
        draft.shown.food += line.amount;
        draft.lines.push_back(std::move(line));
    }
    draft.shown.to_pay = draft.shown.food;
    return draft;
}

void take_committed(const std::string& frame) {
    auto answer = expect<Answer>(frame);
    if (const auto* why = std::get_if<Rejection>(&answer.outcome))
        throw std::runtime_error("an order was refused: " + std::string(name_of(why->code)));
}

}  // namespace

void CheapRandom::fill(std::span<std::uint8_t> bytes) {
    for (auto& byte : bytes) {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        byte = static_cast<std::uint8_t>(state_ >> 24);
    }
}

Menu menu_of(std::uint16_t port, const TillKey& key) {
    WireClient client(port);
    auto today = date_at_site(say_hello(client, key).server_time);
    for (;;) {
        auto frame = client.read_frame();
        if (frame[0] != feed_tag) continue;
        for (const auto& menu : expect<FeedFrame>(frame).menus)
            if (menu.meal.date == today) return menu;
    }
}

Counter::Counter(std::uint16_t port, const TillKey& key) : client_(port), letters_(key.letters) {
    auto welcome = say_hello(client_, key);
    server_time_ = welcome.server_time;
    chain_ = welcome.till.value_or(TillState{});
    if (chain_.pickup_date != date_at_site(server_time_)) chain_.last_pickup_count = 0;
}

void Counter::make_order(const Menu& menu, const std::vector<const Dish*>& dishes, Timestamp minted, Random& random) {
    PlaceOrder ask;
    ask.order = draft_of(menu, dishes);
    ask.order.id = new_id<OrderId>(minted, random);
    ask.order.pickup = {letters_, ++chain_.last_pickup_count};
    ask.tenders = {{TenderKind::cash, round_cash(ask.order.shown.to_pay), ""}};
    ask.answer_by = server_time_ + answer_wait;
    Submit submit;
    submit.command = {new_id<CommandId>(minted, random), std::move(ask)};
    submit.entry = encode_command(submit.command);
    submit.device_seq = ++chain_.last_device_seq;
    chain_.last_hash = submit.hash = next_link(chain_.last_hash, submit.entry);
    made_.push_back(encode_client(submit));
}

void Counter::submit() {
    client_.queue(made_.front());
    made_.pop_front();
}

bool Counter::take_answer() {
    while (auto frame = client_.next_frame()) {
        if ((*frame)[0] != answer_tag) continue;
        take_committed(*frame);
        return true;
    }
    return false;
}

void Counter::await_answer() {
    while (!take_answer()) client_.receive(true);
}

void Counter::ping_pong() {
    client_.queue(encode_client(Ping{1}));
    client_.flush();
    while (client_.read_frame()[0] != pong_tag) {
    }
}

}  // namespace canteen::bench
