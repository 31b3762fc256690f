#include "canteen/app/sessions/session.h"

#include <algorithm>
#include <utility>

#include "canteen/app/sessions/permissions.h"
#include "canteen/app/sessions/sale_time.h"

namespace canteen {
namespace {

std::string fresh_nonce(Random& random) {
    std::array<std::uint8_t, nonce_bytes> bytes{};
    random.fill(bytes);
    return {bytes.begin(), bytes.end()};
}

// Not worth the process: a full disk is said by what has to be written.
WriterTask keep_seen(DeviceId device, Timestamp now) {
    return [device, now](Store& store, Writer&) {
        try {
            store.put_seen(device, now);
        } catch (const StoreError&) {
        }
    };
}

}  // namespace

SessionId SessionList::enter(Session& session) {
    sessions_[++last_] = &session;
    return last_;
}

void SessionList::close_all_of(DeviceId device, const std::string& why, SessionId but, std::size_t spared) {
    std::vector<Session*> others;
    for (auto& [id, session] : sessions_)
        if (id != but && session->is_open() && session->device() == device) others.push_back(session);
    if (others.size() <= spared) return;
    others.resize(others.size() - spared);
    for (auto* session : others) session->close(close_not_allowed, why);
}

bool SessionList::has(Role role) const {
    return std::ranges::any_of(
        sessions_, [role](const auto& entry) { return entry.second->is_open() && entry.second->role() == role; });
}

std::size_t SessionList::of(DeviceId device) const {
    return static_cast<std::size_t>(std::ranges::count_if(sessions_, [device](const auto& entry) {
        return entry.second->is_open() && entry.second->device() == device;
    }));
}

// Names of hosts have no case, and an IPv6 address may stand in brackets.
bool SessionContext::is_our_host(std::string_view host) const {
    const auto bare = [](std::string_view name) {
        return name.starts_with('[') && name.ends_with(']') ? name.substr(1, name.size() - 2) : name;
    };
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::any_of(
        hosts, [&](const auto& ours) { return std::ranges::equal(bare(ours), bare(host), {}, lower, lower); });
}

Session::Session(SessionContext& context, FrameSink& sink, Encoding encoding, DeviceId screen, std::string remote)
    : context_(context),
      sink_(sink),
      encoding_(encoding),
      screen_(screen),
      id_(context.sessions.enter(*this)),
      questions_(context.hub, context.desk, id_),
      nonce_(fresh_nonce(context.random)),
      remote_(std::move(remote)) {
    context_.hub.join(id_, sink, encoding);
    context_.hub.send(id_, Challenge{nonce_, context_.hub.epoch(), protocol_version, context_.clock.now()});
}

Session::~Session() {
    context_.hub.leave(id_);
    context_.sessions.leave(id_);
}

void Session::on_frame(std::string_view frame) {
    if (phase_ == Phase::closed) return;
    heard_ = context_.clock.now();
    auto decoded = context_.codec.decode_client(frame, encoding_);
    if (const auto* why = std::get_if<Rejection>(&decoded)) return on(*why);
    auto& message = std::get<ClientMessage>(decoded);
    bool is_hello = std::holds_alternative<Hello>(message);
    if (is_hello != (phase_ == Phase::challenged))
        return close(close_protocol_error, "malformed", {{"what", is_hello ? "second hello" : "no hello"}});
    std::visit([this](auto& m) { on(std::move(m)); }, message);
}

void Session::on_timer(std::chrono::steady_clock::time_point now) {
    if (phase_ == Phase::welcomed)
        std::erase_if(to_resume_, [this](const auto& waiting) { return resume(waiting.second); });
    if (phase_ != Phase::challenged) return;
    if (!hello_until_) hello_until_ = now + hello_timeout;
    if (now >= *hello_until_) close(close_not_allowed, "hello_late");
}

void Session::on_writable() {
    context_.hub.on_writable(id_);
}

void Session::close(std::uint16_t code, const std::string& why, std::vector<Param> params) {
    if (std::exchange(phase_, Phase::closed) == Phase::closed) return;
    context_.hub.send(id_, Goodbye{why, std::move(params)});
    context_.hub.leave(id_);
    sink_.close(code, why);
}

void Session::on(const Hello& hello) {
    if (auto why = why_not(hello); !why.empty()) {
        note("hello", why);
        return close(close_not_allowed, why);
    }
    auto forbidden =
        std::ranges::find_if_not(hello.feeds, [&](const Cursor& c) { return may_follow(hello.role, c.feed); });
    if (forbidden != hello.feeds.end()) note("feed", "not_permitted");
    if (forbidden != hello.feeds.end())
        return close(close_not_allowed, "not_permitted", {{"feed", std::string(name_of(forbidden->feed))}});
    welcome(hello);
}

std::string Session::why_not(const Hello& hello) const {
    if (hello.protocol < oldest_protocol) return "protocol_too_old";
    if (hello.protocol > protocol_version) return "client_newer";
    if (hello.role == Role::till) return why_not_till(hello);
    const auto* screen = context_.devices.find(screen_);
    if (!screen || !screen->claimed) return "device_unknown";
    if (screen->revoked) return "revoked";
    return screen->role == hello.role ? "" : "not_permitted";
}

std::string Session::why_not_till(const Hello& hello) const {
    const auto* till = context_.devices.find(hello.device);
    if (!till || !till->claimed || till->role != Role::till) return "device_unknown";
    if (till->revoked) return "revoked";
    auto message = hello_message(nonce_, hello.host, context_.hub.epoch());
    bool proven = context_.is_our_host(hello.host) && verify(till->public_key, message, hello.signature);
    return proven ? "" : "signature_wrong";
}

void Session::welcome(const Hello& hello) {
    bool is_till = hello.role == Role::till;
    const auto& device = *context_.devices.find(is_till ? hello.device : screen_);
    // A till has one connection: an older one is a broken socket that nobody has noticed yet.
    context_.sessions.close_all_of(device.id, "replaced", id_, is_till ? 0 : max_sessions_of_screen - 1);
    phase_ = Phase::welcomed;
    actor_ = {device.id, device.role};
    context_.hub.speak(id_, hello.protocol);
    sink_.known();
    if (const auto now = context_.clock.now(); context_.devices.note_seen(device.id, now))
        context_.inbox.offer(keep_seen(device.id, now));
    Welcome welcome{context_.hub.epoch(),
                    context_.hub.seq(),
                    context_.clock.now(),
                    context_.site.name,
                    device.name,
                    device.letters,
                    std::nullopt,
                    context_.site.own_kitchen,
                    context_.site.offline_accounts};
    welcome.canteen = context_.canteen;
    welcome.pace = context_.clock.pace();
    welcome.head_key = context_.heads.key();
    welcome.kitchen_listens = context_.sessions.has(Role::kitchen);
    if (is_till) welcome.till = context_.devices.till_state(device.id);
    if (is_till) welcome.open_shift = context_.shifts.open_on(device.id);
    context_.hub.send(id_, welcome);
    for (const auto& cursor : hello.feeds) context_.hub.follow(id_, cursor);
}

void Session::on(Submit submit) {
    bool is_till = actor_.role == Role::till;
    if (is_till != (submit.device_seq != 0)) return close(close_protocol_error, "malformed", {{"path", "device_seq"}});
    if (submit.command.id.is_nil())
        return refuse(submit.command.id, submit.device_seq, {RejectionCode::malformed, {{"path", "command_id"}}, {}});
    if (!is_till && !context_.paces[actor_.device].commands.take(context_.clock.steady()))
        return refuse(submit.command.id, 0, {RejectionCode::busy, {}, {}});
    Submission submission{id_,         actor_, std::move(submit.command), std::move(submit.entry), submit.device_seq,
                          submit.hash, {}};
    submission.actor.person = submission.command.person;
    auto& body = submission.command.body;
    if (!may_give(actor_.role, body)) {
        auto why = not_permitted(actor_.role, name_of(body));
        note("command", "not_permitted");
        if (!is_till) return refuse(submission.command.id, 0, std::move(why));
        submission.unreadable = std::move(why);  // recorded, so that the till's number is consumed
    }
    if (auto* sale = std::get_if<RecordSale>(&body)) keep_believable(*sale, heard_);
    to_inbox(std::move(submission));
}

void Session::on(const UnreadableSubmit& submit) {
    // A newer till keeps what it sold until this server can read it; its number is not consumed.
    const bool waits = submit.why.code == RejectionCode::client_newer;
    if (actor_.role != Role::till || submit.device_seq == 0 || waits)
        return refuse(submit.command_id, submit.device_seq, submit.why);
    Submission submission;
    submission.session = id_;
    submission.actor = actor_;
    submission.command.id = submit.command_id;
    submission.entry = submit.entry;
    submission.device_seq = submit.device_seq;
    submission.entry_hash = submit.hash;
    submission.unreadable = submit.why;
    to_inbox(std::move(submission));
}

void Session::to_inbox(Submission submission) {
    auto command = submission.command.id;
    auto device_seq = submission.device_seq;
    if (!context_.inbox.offer(std::move(submission))) refuse(command, device_seq, {RejectionCode::busy, {}, {}});
}

void Session::refuse(const CommandId& command, std::uint64_t device_seq, Rejection why) {
    context_.hub.send(id_, Answer{command, device_seq, std::move(why)});
}

void Session::on(const Resume& resume) {
    if (!may_follow(actor_.role, resume.cursor.feed)) note("feed", "not_permitted");
    if (!may_follow(actor_.role, resume.cursor.feed))
        return close(close_not_allowed, "not_permitted", {{"feed", std::string(name_of(resume.cursor.feed))}});
    to_resume_[resume.cursor.feed] = resume.cursor;
    if (this->resume(resume.cursor)) to_resume_.erase(resume.cursor.feed);
}

bool Session::resume(const Cursor& cursor) {
    const auto now = context_.clock.steady();
    const auto last = resumed_.find(cursor.feed);
    if (last != resumed_.end() && now - last->second < resume_every) return false;
    resumed_[cursor.feed] = now;
    context_.hub.follow(id_, cursor);
    return true;
}

void Session::note(const std::string& what, const std::string& code) {
    const auto device = actor_.device.is_nil() ? screen_ : actor_.device;
    context_.security.note(what, code, remote_, device, context_.clock.steady());
}

void Session::on(const Ping& ping) {
    Pong pong{ping.token, context_.clock.now(), context_.hub.seq()};
    if (actor_.role == Role::till) pong.head = context_.heads.head();
    pong.kitchen_listens = context_.sessions.has(Role::kitchen);
    context_.hub.send(id_, pong);
}

void Session::on(Query query) {
    if (!may_ask(actor_.role, query.body)) note("query", "not_permitted");
    if (!context_.paces[actor_.device].queries.take(context_.clock.steady()))
        return questions_.refuse(query.id, {RejectionCode::busy, {}, {}});
    questions_.ask(actor_, std::move(query));
}

void Session::on(const UnreadableQuery& query) {
    questions_.refuse(query.id, query.why);
}

// A newer screen's command is answered, so that it can show why; bytes that make no sense end the connection.
void Session::on(const Rejection& unreadable) {
    if (phase_ == Phase::welcomed && unreadable.code == RejectionCode::client_newer)
        return refuse(CommandId{}, 0, unreadable);
    close(close_unreadable, std::string(name_of(unreadable.code)), unreadable.params);
}

}  // namespace canteen
