// Our end of one connection, without any socket: it challenges, lets a proven device in, takes its commands to the
// inbox and binds it to its feeds. Owned by net/; all calls on the I/O thread.
#pragma once

#include "canteen/app/connection_gate.h"
#include "canteen/app/feeds/hub.h"
#include "canteen/app/sessions/device_book.h"
#include "canteen/app/sessions/head_signer.h"
#include "canteen/app/sessions/questions.h"
#include "canteen/app/sessions/security_log.h"
#include "canteen/app/sessions/shift_book.h"
#include "canteen/app/sessions/token_bucket.h"
#include "canteen/app/writer/inbox.h"
#include "canteen/crypto/random.h"

namespace canteen {

inline constexpr std::chrono::seconds hello_timeout{5};
inline constexpr std::size_t nonce_bytes = 32;

// WebSocket close codes.
inline constexpr std::uint16_t close_protocol_error = 1002;
inline constexpr std::uint16_t close_unreadable = 1007;
inline constexpr std::uint16_t close_not_allowed = 1008;

// The most of one screen: pages open in several tabs or left behind by a router. The oldest makes way; a till has one
// alone.
inline constexpr std::size_t max_sessions_of_screen = 4;
// Commands of a screen, and queries of any device: so many a second, so many at once. A till's sales have no rate.
inline constexpr int screen_commands_a_second = 50, screen_commands_at_once = 200;
inline constexpr int queries_a_second = 5, queries_at_once = 30;
// A feed's picture is sent to one session so often; a request that comes sooner waits.
inline constexpr std::chrono::seconds resume_every{5};

class Session;

// All open sessions. The sessions enter and leave by themselves.
class SessionList {
public:
    SessionId enter(Session& session);
    void leave(SessionId session) { sessions_.erase(session); }
    std::size_t size() const { return sessions_.size(); }
    // Says goodbye to every session of the device, except to `but` and the newest `spared` others.
    void close_all_of(DeviceId device, const std::string& why, SessionId but = 0, std::size_t spared = 0);
    // True if a device of the role is let in.
    bool has(Role role) const;
    // How many the device has.
    std::size_t of(DeviceId device) const;

private:
    SessionId last_ = 0;
    std::map<SessionId, Session*> sessions_;
};

// Limits what a device may do at once, however its sessions come and go.
struct Pace {
    TokenBucket commands{screen_commands_a_second, screen_commands_at_once};
    TokenBucket queries{queries_a_second, queries_at_once};
};

// A session's surroundings; they outlive all sessions.
struct SessionContext {
    Site site;
    Hash canteen{};                  // which one it is
    std::vector<std::string> hosts;  // names the server is reached by
    const Codec& codec;
    Clock& clock;
    Random& random;
    Inbox& inbox;
    Hub hub;
    DeviceBook devices;
    ShiftBook shifts;
    HeadSigner heads;
    SessionList sessions;
    SecurityLog security;
    std::map<DeviceId, Pace> paces = {};  // of devices that were let in
    QueryHandler* desk = nullptr;         // who answers queries; null: nobody

    bool is_our_host(std::string_view host) const;
};

class Session final : public SessionHandle {
public:
    // `screen`: the device its cookie names; nil: none. The port outlives the session.
    // `remote`: its address, for the log.
    Session(SessionContext& context, FrameSink& sink, Encoding encoding, DeviceId screen, std::string remote);
    ~Session() override;
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    void on_frame(std::string_view frame) override;
    void on_timer(std::chrono::steady_clock::time_point now) override;
    void on_writable() override;

    // Nil before the device has proven itself.
    DeviceId device() const { return actor_.device; }
    Role role() const { return actor_.role; }
    // Let in, and not sent away yet.
    bool is_open() const { return phase_ == Phase::welcomed; }
    // Says why and closes; anything that comes after is ignored.
    void close(std::uint16_t code, const std::string& why, std::vector<Param> params = {});

private:
    enum class Phase : std::uint8_t { challenged, welcomed, closed };

    void on(const Hello& hello);
    void on(Submit submit);
    void on(const UnreadableSubmit& submit);
    void on(const Resume& resume);
    void on(const Ping& ping);
    void on(Query query);
    void on(const UnreadableQuery& query);
    void on(const Rejection& unreadable);

    // The name of the goodbye if it is not let in; "" if it is.
    std::string why_not(const Hello& hello) const;
    std::string why_not_till(const Hello& hello) const;
    void welcome(const Hello& hello);
    void to_inbox(Submission submission);
    void refuse(const CommandId& command, std::uint64_t device_seq, Rejection why);
    void note(const std::string& what, const std::string& code);
    // Follows from the cursor, if the feed was not told of just now.
    bool resume(const Cursor& cursor);

    SessionContext& context_;
    FrameSink& sink_;
    Encoding encoding_;
    DeviceId screen_;
    SessionId id_;
    Questions questions_;
    std::string nonce_;
    Phase phase_ = Phase::challenged;
    Actor actor_;
    Timestamp heard_;
    std::optional<std::chrono::steady_clock::time_point> hello_until_;
    std::string remote_;
    std::map<Feed, std::chrono::steady_clock::time_point> resumed_;
    std::map<Feed, Cursor> to_resume_;
};

}  // namespace canteen
