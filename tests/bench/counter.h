// One till of a measurement: connected and welcomed, with its chain, its orders made in advance so that making them is
// not measured. One thread.
#pragma once

#include <deque>
#include <optional>

#include "canteen/app/message.h"
#include "canteen/crypto/random.h"
#include "tests/bench/devices.h"
#include "tests/bench/wire_client.h"

namespace canteen::bench {

// A random number generator that costs little: ids need not be secret here.
class CheapRandom final : public Random {
public:
    void fill(std::span<std::uint8_t> bytes) override;

private:
    std::uint64_t state_ = 0x9e3779b97f4a7c15;
};

// Returns today's first menu, as the menu feed tells it to a till that joins.
Menu menu_of(std::uint16_t port, const TillKey& key);

class Counter {
public:
    // Connects, proves its key and is welcomed; follows the feeds a till follows. Throws std::runtime_error.
    Counter(std::uint16_t port, const TillKey& key);

    int socket() const { return client_.socket(); }
    // Makes a cash order of three portions of `dishes` (of the menu), with `minted` in its ids.
    void make_order(const Menu& menu, const std::vector<const Dish*>& dishes, Timestamp minted, Random& random);
    bool has_orders() const { return !made_.empty(); }
    // Queues the next made order; flush() sends.
    void submit();
    void flush() { client_.flush(); }
    void receive() { client_.receive(false); }
    // Takes the next answer that has arrived. Throws std::runtime_error if an order was refused.
    bool take_answer();
    // await_answer() blocks until the answer is there, ping_pong() until the pong is there.
    void await_answer();
    void ping_pong();

    Timestamp server_time() const { return server_time_; }

private:
    WireClient client_;
    std::string letters_;
    Timestamp server_time_;
    TillState chain_;
    std::deque<std::string> made_;
};

}  // namespace canteen::bench
