// The server behind its gate, without a socket or a thread: sessions, feeds, enrolment and the way to the writer and
// back. net/ and WriterThread drive it in production, a scheduler in a simulation. All calls on the I/O thread.
#pragma once

#include "canteen/app/connection_gate.h"
#include "canteen/app/feeds/staff_view.h"
#include "canteen/app/feeds/start_picture.h"
#include "canteen/app/sessions/enrolment.h"
#include "canteen/app/sessions/member_directory.h"

namespace canteen {

struct ApplicationSettings {
    std::vector<std::string> hosts;  // names the server is reached by, without port
    std::size_t max_sessions = 200;
    const Phonetics* phonetics = nullptr;   // outlives the application; null: no member is found by how the name sounds
    SecurityLog::Sink security = {};        // where the lines of SecurityLog go
    std::optional<LockedKey> signing = {};  // the seed by which the journal's head is signed; absent: it is not
};

// A writer that has not answered for this many calls of on_timer (about seconds) is not well.
inline constexpr int max_silent_rounds = 5;
// The media type of /metrics: Prometheus' text format.
inline constexpr auto metrics_content_type = "text/plain; version=0.0.4; charset=utf-8";

class Application final : public ConnectionGate {
public:
    // All references outlive it, and it outlives its sessions.
    Application(ApplicationSettings settings, StartPicture picture, const Codec& codec, Clock& clock, Random& random,
                Inbox& inbox, Post post);

    std::unique_ptr<SessionHandle> admit(const Visitor& visitor, FrameSink& sink, std::string& why_not) override;
    // GET and HEAD of /healthz and /metrics, POST /enrol; anything else is 404.
    void handle(const HttpRequest& request, std::function<void(HttpReply)> reply) override;

    bool knows_host(const std::string& host) const override;
    void note_refused(const std::string& remote, const std::string& why) override;

    // Takes in what one turn of the writer made true; also an empty one shows that it is alive.
    void on_committed(const CommittedBatch& batch);
    // About once a second: the date moves on, the writer is watched.
    void on_timer();

    // The server's own commands, from the admin socket.
    OwnCommands& own() { return own_; }
    Enrolment& enrolment() { return enrolment_; }
    // The member of that number, for imports that give known members their id; nil if there is none.
    MemberId member_of_number(const std::string& number) const { return members_.member_of_number(number); }
    // All that is recorded of the member; null if there is none.
    const Member* member(MemberId id) const { return sheets_->member(id); }
    const MemberDirectory& members() const { return members_; }
    // Tells who is enrolled, when each was last let in and how many sessions it has.
    const DeviceBook& devices() const { return context_.devices; }
    std::size_t sessions_of(DeviceId device) const { return context_.sessions.of(device); }
    // All that is recorded of everybody, and the schemes by priority.
    const SheetsView& records() const { return *sheets_; }
    // Everybody who works in the canteen, and what their PINs are checked against.
    StaffView& staff() { return *staff_; }
    const StaffView& staff() const { return *staff_; }
    const Calendar& calendar() const { return calendar_; }
    Seq seq() const { return context_.hub.seq(); }
    std::size_t sessions() const { return context_.sessions.size(); }
    // Sets the desk that answers queries; before the first session.
    void set_desk(QueryHandler* desk) { context_.desk = desk; }
    // Sets the text that GET /metrics returns; its setter counts.
    void set_metrics(std::function<std::string()> text) { metrics_ = std::move(text); }

private:
    Application(ApplicationSettings settings, const StartPicture& picture, std::vector<std::unique_ptr<View>> views,
                const Codec& codec, Clock& clock, Random& random, Inbox& inbox, Post post);
    HttpReply health() const;
    HttpReply metrics() const;
    void look_back(Date today);

    ApplicationSettings settings_;
    Clock& clock_;
    Post post_;
    Date today_;
    const SheetsView* sheets_;
    StaffView* staff_;
    MemberDirectory members_;
    Calendar calendar_;
    SessionContext context_;
    OwnCommands own_;
    Enrolment enrolment_;
    std::function<std::string()> metrics_;
    int silent_rounds_ = 0;
    bool is_looking_back_ = false;  // the store is being asked
};

}  // namespace canteen
