// The till's end of its connection, without any socket: the caller tells it what came and what time it is, and it says
// what to send. It proves who it is, brings the outbox to the server in order, and follows the feeds. Sans-I/O; one
// thread.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "canteen/app/message.h"
#include "pos-client/till/offset_clock.h"
#include "pos-client/upstream/feed_reader.h"
#include "pos-client/upstream/sender.h"

namespace canteen::till {

inline constexpr std::chrono::milliseconds reconnect_first{250}, reconnect_longest{10'000};
inline constexpr std::chrono::milliseconds greeting_patience{5'000};  // from dialling to Welcome
inline constexpr std::chrono::milliseconds ping_every{5'000};
inline constexpr std::chrono::milliseconds silence_patience{15'000};

// The till's identity; `host` is the name it dials, without port: it is part of what is signed.
struct TillIdentity {
    DeviceId device;
    SigningSeed seed{};
    std::string host;
    Hash canteen{};        // the canteen whose books its outbox belongs to; zero: the first that says which it is
    PublicKey head_key{};  // of that site's signatures; zero: the first that it tells
};

// Work for the caller: send the frames in order, take the answers, dial, hang up.
struct UpstreamWork {
    std::vector<ClientMessage> send;
    std::vector<Answer> answers;  // final ones: each settles its entry
    bool dial = false;
    bool hang_up = false;
};

class Upstream {
public:
    // All of them must outlive it. `clock` and `replica` follow what the server says.
    Upstream(TillIdentity identity, Backlog& backlog, Replica& replica, OffsetClock& clock, Random& random);

    UpstreamWork on_open(Timestamp now);
    UpstreamWork on_message(const ServerMessage& message, Timestamp now);
    // Called when the socket is gone, or could not be had.
    UpstreamWork on_closed(Timestamp now);
    // Called when the server, or a front before it, declined the connection: trouble `turned_away`.
    UpstreamWork on_turned_away(Timestamp now);
    // Call it some ten times a second.
    UpstreamWork on_timer(Timestamp now);
    // Called when an entry was put into the outbox.
    UpstreamWork on_queued(Timestamp now);

    // True once greeted by the server.
    bool live() const { return phase_ == Phase::live; }
    // True if live and nothing waits in front: an ask would be decided at once.
    bool can_ask() const { return live() && sender_.flows(); }
    // True if live and the picture is the server's of now or of a moment ago.
    bool caught_up() const;
    // Says why nothing gets through: the Sender's stuck(), the name of the server's Goodbye, "other_canteen" or
    // "other_head_key"; "" if all is well or nobody answers. A text's key.
    const std::string& trouble() const { return sender_.stuck().empty() ? goodbye_ : sender_.stuck(); }
    const Welcome& welcome() const { return welcome_; }
    // The last one the server told; unproven.
    const std::optional<SignedHead>& head() const { return head_; }
    // True if live and a screen of the kitchen is connected there.
    bool kitchen_listens() const { return live() && kitchen_listens_; }

    FeedReader& feed(Feed feed);
    // Returns the row up to which the picture shows the uses of rights.
    Seq uses_seq() const { return uses_.cursor().seq; }

private:
    enum class Phase : std::uint8_t { resting, dialling, greeting, live };

    void on(const Challenge& challenge, Timestamp now, UpstreamWork& work);
    void on(const Welcome& welcome, Timestamp now, UpstreamWork& work);
    void on(const Answer& answer, Timestamp now, UpstreamWork& work);
    void on(const FeedFrame& frame, Timestamp now, UpstreamWork& work);
    void on(const Pong& pong, Timestamp now, UpstreamWork& work);
    void on(const Goodbye& goodbye, Timestamp now, UpstreamWork& work);
    void on(const QueryReply&, Timestamp, UpstreamWork&) {}  // this till asks nothing
    // Returns why nothing may be sent to whoever says this; "": it is the till's own server.
    std::string stranger(const Welcome& welcome) const;
    void submit(Timestamp now, UpstreamWork& work);
    void ping(Timestamp now, UpstreamWork& work);
    bool gone_silent(Timestamp now) const;

    TillIdentity identity_;
    Backlog& backlog_;
    const Replica& replica_;
    OffsetClock& clock_;
    Random& random_;
    Sender sender_;
    FeedReader menu_, sheets_, uses_, staff_;
    Backoff backoff_{reconnect_first, reconnect_longest};
    Phase phase_ = Phase::resting;
    Timestamp phase_since_;  // since dialling; or since last heard from, when live
    Timestamp dial_at_;
    Timestamp ping_at_;
    Timestamp ping_sent_;
    std::uint64_t ping_token_ = 0;
    std::uint32_t protocol_ = protocol_version;  // spoken on this connection
    bool ponged_ = false;                        // on this connection: the feeds' gaps came before
    Welcome welcome_;
    std::optional<SignedHead> head_;
    bool kitchen_listens_ = false;
    std::string goodbye_;
};

}  // namespace canteen::till
