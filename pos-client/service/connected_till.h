// One till of this process, whole: directory, outbox, seller and the socket to its server. Loop's thread.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "canteen/net/io_loop.h"
#include "canteen/net/ws_client.h"
#include "pos-client/core/till.h"
#include "pos-client/outbox/pairing.h"
#include "pos-client/outbox/till_directory.h"
#include "pos-client/service/local_clock.h"

namespace canteen::till {

class ConnectedTill {
public:
    // Throws TillDirectoryError if the directory is in use or was never paired. The loop outlives it and no longer runs
    // when it is destroyed.
    ConnectedTill(IoLoop& loop, const LocalClock& clock, const std::filesystem::path& directory);

    // Connects, and goes on for ever.
    void start();
    // Called with everything that happens to its sales, in order.
    std::function<void(const News&)> on_news = [](const News&) {};

    // Called when the server said something.
    std::function<void()> on_heard = [] {};

    // What sell() and the like left behind: sends what is to be sent, tells the news. Call it after using seller().
    void pump();
    Till& seller() { return seller_; }
    const Till& seller() const { return seller_; }
    Outbox& outbox() { return outbox_; }
    const Pairing& pairing() const { return pairing_; }
    const SigningSeed& seed() const { return seed_; }
    Timestamp now() const { return clock_.now(); }
    // Before the end.
    void save() { seller_.save(now()); }

private:
    Pairing paired() const;
    void on_timer();
    void dial();
    void cut();

    IoLoop& loop_;
    const LocalClock& clock_;
    TillDirectory directory_;
    SystemRandom random_;
    Outbox outbox_;
    Pairing pairing_;
    SigningSeed seed_;
    Till seller_;
    std::unique_ptr<WsClient> line_;
    bool cutting_ = false;
};

}  // namespace canteen::till
