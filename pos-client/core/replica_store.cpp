#include "pos-client/core/replica_store.h"

#include <string>
#include <utility>

#include "canteen/crypto/seal.h"
#include "canteen/domain/base/number.h"
#include "canteen/wire/client_codec.h"
#include "canteen/wire/protobuf_codec.h"

namespace canteen::till {
namespace {

constexpr std::array feeds{Feed::menu, Feed::sheets, Feed::uses, Feed::staff};
constexpr const char* offset_name = "clock.offset_ms";
constexpr const char* holdings_name = "feed.uses.balances";

// Returns the name under which earlier programs kept a feed in the clear.
std::string plain_name_of(Feed feed) {
    return "feed." + std::to_string(static_cast<int>(feed));
}
std::string name_of(Feed feed) {
    return "sealed." + plain_name_of(feed);
}

}  // namespace

ReplicaStore::ReplicaStore(Outbox& outbox, Replica& replica, Upstream& upstream, OffsetClock& clock, DeviceId device,
                           const SigningSeed& seed, Random& random)
    : outbox_(outbox),
      replica_(replica),
      upstream_(upstream),
      clock_(clock),
      key_(keyed_hash_of(seed, {holdings_name})),
      random_(random),
      device_(device) {}

// Passes each kept feed to the reader as the server's frames come: it is one whole snapshot.
void ReplicaStore::load() {
    for (std::size_t i = 0; i < feeds.size(); ++i) {
        seal_older(feeds[i]);
        const auto bytes = opened(name_of(feeds[i]));
        if (!bytes) continue;
        upstream_.feed(feeds[i]).on_frame(std::get<FeedFrame>(decode_server(*bytes)));
        saved_[i] = upstream_.feed(feeds[i]).cursor();
    }
    load_holdings();
    if (const auto text = outbox_.kept(offset_name)) {
        clock_.resume(std::chrono::milliseconds{whole_number<std::int64_t>(*text).value_or(0)});
    }
}

void ReplicaStore::save_if_due(Timestamp now) {
    if (now - saved_at_ >= save_picture_every) save(now);
}

void ReplicaStore::save(Timestamp now) {
    saved_at_ = now;
    for (std::size_t i = 0; i < feeds.size(); ++i) {
        const auto cursor = upstream_.feed(feeds[i]).cursor();
        if (cursor == saved_[i] || cursor.epoch == 0) continue;
        const auto bytes = ProtobufCodec().encode_server(frame_of(feeds[i]), Encoding::binary);
        if (feeds[i] == Feed::uses) save_holdings();
        keep_sealed(name_of(feeds[i]), bytes);
        if (feeds[i] == Feed::sheets) outbox_.wipe();  // members who were erased are gone from this disk, too
        outbox_.keep(offset_name, std::to_string((clock_.server_time(now) - now).count()));
        saved_[i] = cursor;
    }
}

// Removes the plain feed once the sealed one is on the disk.
void ReplicaStore::seal_older(Feed feed) {
    const auto plain = outbox_.kept(plain_name_of(feed));
    if (!plain) return;
    if (!outbox_.kept(name_of(feed))) keep_sealed(name_of(feed), *plain);
    outbox_.forget(plain_name_of(feed));
    outbox_.wipe();
}

void ReplicaStore::keep_sealed(const std::string& name, const std::string& bytes) {
    outbox_.keep(name, seal_under(key_, name, bytes, random_));
}

std::optional<std::string> ReplicaStore::opened(const std::string& name) const {
    const auto sealed = outbox_.kept(name);
    return sealed ? open_under(key_, name, *sealed) : std::nullopt;
}

// A file from before balances were told, or one carried to another till, has no holdings: the server is asked for them.
void ReplicaStore::load_holdings() {
    replica_.set_holdings_whole(false);
    const auto bytes = opened(holdings_name);
    if (!bytes) return;
    const auto kept = decode_server(*bytes);
    for (const auto& balance : std::get<FeedFrame>(kept).balances)
        replica_.put_holding(balance.member, {balance.principal, balance.bonus, balance.points});
    replica_.set_holdings_whole(true);
}

void ReplicaStore::save_holdings() {
    FeedFrame frame;
    frame.feed = Feed::uses;
    for (const auto& [member, held] : replica_.holdings())
        frame.balances.push_back({member, held.principal, held.bonus, held.points});
    keep_sealed(holdings_name, ProtobufCodec().encode_server(frame, Encoding::binary));
}

FeedFrame ReplicaStore::frame_of(Feed feed) const {
    FeedFrame frame;
    const auto cursor = upstream_.feed(feed).cursor();
    frame.feed = feed;
    frame.epoch = cursor.epoch;
    frame.seq = cursor.seq;
    frame.snapshot = SnapshotMark{true, true};
    if (feed == Feed::sheets) frame.sheets = replica_.sheets();
    if (feed == Feed::uses) {
        for (const auto& [key, used] : replica_.uses()) frame.uses.push_back({key, used});
    }
    if (feed == Feed::staff) {
        for (const auto& [id, known] : replica_.staff())
            frame.staff.push_back({known.staff, {{device_, known.sealed_pin}}});
    }
    if (feed == Feed::menu) {
        for (const auto& [meal, menu] : replica_.menus()) frame.menus.push_back(menu);
        for (const auto& [key, p] : replica_.portions())
            frame.portions.push_back({key, p.left, 0, p.sold_out, p.sold_out_since});
    }
    return frame;
}

}  // namespace canteen::till
