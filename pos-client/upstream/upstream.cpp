#include "pos-client/upstream/upstream.h"

#include <algorithm>
#include <utility>

namespace canteen::till {
namespace {

constexpr std::uint32_t staff_since = 3;  // the protocol

}  // namespace

Upstream::Upstream(TillIdentity identity, Backlog& backlog, Replica& replica, OffsetClock& clock, Random& random)
    : identity_(std::move(identity)),
      backlog_(backlog),
      replica_(replica),
      clock_(clock),
      random_(random),
      sender_(backlog, random),
      menu_(replica, Feed::menu, identity_.device),
      sheets_(replica, Feed::sheets, identity_.device),
      uses_(replica, Feed::uses, identity_.device),
      staff_(replica, Feed::staff, identity_.device) {}

FeedReader& Upstream::feed(Feed feed) {
    if (feed == Feed::sheets) return sheets_;
    if (feed == Feed::staff) return staff_;
    return feed == Feed::uses ? uses_ : menu_;
}

bool Upstream::caught_up() const {
    if (!live() || !ponged_ || sender_.compares()) return false;
    for (const auto* feed : {&menu_, &sheets_, &uses_}) {
        if (feed->cursor().epoch != welcome_.epoch) return false;
    }
    // An older server tells no staff.
    return protocol_ < staff_since || staff_.cursor().epoch == welcome_.epoch;
}

UpstreamWork Upstream::on_open(Timestamp now) {
    phase_ = Phase::greeting;
    phase_since_ = now;
    ponged_ = false;
    return {};
}

UpstreamWork Upstream::on_closed(Timestamp now) {
    if (phase_ == Phase::dialling) goodbye_.clear();  // nobody answers any more
    phase_ = Phase::resting;
    dial_at_ = now + backoff_.next(random_);
    sender_.on_closed();
    for (auto* feed : {&menu_, &sheets_, &uses_, &staff_}) feed->on_closed();
    return {};
}

UpstreamWork Upstream::on_turned_away(Timestamp now) {
    auto work = on_closed(now);
    goodbye_ = "turned_away";
    return work;
}

UpstreamWork Upstream::on_message(const ServerMessage& message, Timestamp now) {
    UpstreamWork work;
    if (phase_ == Phase::live) phase_since_ = now;
    std::visit([&](const auto& m) { on(m, now, work); }, message);
    return work;
}

UpstreamWork Upstream::on_timer(Timestamp now) {
    UpstreamWork work;
    if (phase_ == Phase::resting) {
        if (now < dial_at_) return work;
        phase_ = Phase::dialling;
        phase_since_ = now;
        work.dial = true;
    } else if (gone_silent(now)) {
        work.hang_up = true;
    } else if (phase_ == Phase::live) {
        if (now >= ping_at_) ping(now, work);
        submit(now, work);
    }
    return work;
}

UpstreamWork Upstream::on_queued(Timestamp now) {
    UpstreamWork work;
    if (live()) submit(now, work);
    return work;
}

bool Upstream::gone_silent(Timestamp now) const {
    if (phase_ == Phase::live) return now - phase_since_ > silence_patience || sender_.overdue(now);
    return now - phase_since_ > greeting_patience;
}

void Upstream::on(const Challenge& challenge, Timestamp now, UpstreamWork& work) {
    if (phase_ != Phase::greeting) return;
    clock_.contact(now, challenge.server_time);
    // Speaks no more than an older server knows: it would not let in a till that speaks a newer protocol.
    protocol_ = std::min(protocol_version, std::max(1U, challenge.protocol));
    Hello hello;
    hello.protocol = protocol_;
    hello.role = Role::till;
    hello.device = identity_.device;
    hello.signature = sign(identity_.seed, hello_message(challenge.nonce, identity_.host, challenge.epoch));
    hello.host = identity_.host;
    hello.feeds = {menu_.cursor(), sheets_.cursor(), uses_.cursor()};
    // Asks for the whole feed if the picture was kept before balances were told.
    if (!replica_.holdings_whole()) hello.feeds.back() = {Feed::uses, 0, 0};
    if (protocol_ >= staff_since) hello.feeds.push_back(staff_.cursor());
    const auto head = backlog_.head();
    hello.till =
        TillState{head.device_seq, head.hash, backlog_.pickups().latest().count, backlog_.pickups().latest().date};
    work.send.emplace_back(std::move(hello));
}

void Upstream::on(const Welcome& welcome, Timestamp now, UpstreamWork& work) {
    if (phase_ != Phase::greeting) return;
    if (auto why = stranger(welcome); !why.empty()) {
        goodbye_ = std::move(why);
        work.hang_up = true;
        return;
    }
    if (identity_.canteen == Hash{}) identity_.canteen = welcome.canteen;
    if (identity_.head_key == PublicKey{}) identity_.head_key = welcome.head_key;
    phase_ = Phase::live;
    phase_since_ = now;
    backoff_.reset();
    goodbye_.clear();
    welcome_ = welcome;
    kitchen_listens_ = welcome.kitchen_listens;
    clock_.set_pace(welcome.pace);
    sender_.on_welcome(welcome.till.value_or(TillState{}), welcome.protocol, welcome.epoch);
    ping(now, work);
    submit(now, work);
}

// A site's key is made from the keys that open its database, so that its own server never has another; an older one
// tells none.
std::string Upstream::stranger(const Welcome& welcome) const {
    const auto differs = [](const auto& own, const auto& told) {
        using Told = std::decay_t<decltype(told)>;
        return own != Told{} && told != Told{} && own != told;
    };
    if (differs(identity_.canteen, welcome.canteen)) return "other_canteen";
    return differs(identity_.head_key, welcome.head_key) ? "other_head_key" : "";
}

void Upstream::on(const Answer& answer, Timestamp now, UpstreamWork& work) {
    if (!live()) return;
    if (auto last = sender_.on_answer(answer, now)) work.answers.push_back(std::move(*last));
    submit(now, work);
}

void Upstream::on(const FeedFrame& frame, Timestamp, UpstreamWork& work) {
    if (!live() || frame.feed == Feed::kitchen) return;
    if (auto resume = feed(frame.feed).on_frame(frame)) work.send.emplace_back(*resume);
}

// Takes the server's time as halfway between the question and its answer.
void Upstream::on(const Pong& pong, Timestamp now, UpstreamWork&) {
    ponged_ = true;
    kitchen_listens_ = pong.kitchen_listens;
    if (pong.head) head_ = pong.head;
    if (pong.token != ping_token_) return;
    const auto half = (now - ping_sent_) / 2;
    clock_.contact(ping_sent_ + half, pong.server_time);
}

void Upstream::on(const Goodbye& goodbye, Timestamp, UpstreamWork& work) {
    goodbye_ = goodbye.name;
    work.hang_up = true;
}

void Upstream::submit(Timestamp now, UpstreamWork& work) {
    for (auto& entry : sender_.take(now)) work.send.emplace_back(std::move(entry));
    work.hang_up |= sender_.wants_greeting();
}

void Upstream::ping(Timestamp now, UpstreamWork& work) {
    ping_at_ = now + ping_every;
    ping_sent_ = now;
    work.send.emplace_back(Ping{++ping_token_});
}

}  // namespace canteen::till
