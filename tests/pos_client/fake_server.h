// A server as a till sees it, in one screenful: it numbers, records and answers a till's entries as the real one does,
// and can be told to be busy, to forget what came after a backup, or what to say to a command.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "canteen/app/message.h"
#include "canteen/crypto/hash.h"
#include "canteen/crypto/sign.h"
#include "canteen/wire/client_codec.h"
#include "tests/pos_client/lunch.h"

namespace canteen::till::test {

class FakeServer {
public:
    using Outcome = std::variant<Committed, Rejection>;
    // Decides a command; usually Committed.
    std::function<Outcome(const Command&, Seq next)> decide = [](const Command&, Seq next) -> Outcome {
        return Committed{next, {}};
    };
    std::size_t busy = 0;  // as many of the next entries find no room
    Timestamp now = noon;
    Epoch epoch = 1;
    Hash canteen{};
    std::uint32_t protocol = protocol_version;
    std::vector<Command> decided;  // each once, in order
    std::vector<MemberBalance> balances;
    std::vector<RightSheet> sheets{guest_sheet(), member_sheet()};
    std::vector<StaffShown> staff;
    std::optional<SigningSeed> signing;  // of the journal's head
    bool kitchen_listens = false;
    std::optional<OfflineAccounts> offline_accounts = OfflineAccounts{};  // absent: an older server

    ServerMessage challenge() const { return Challenge{std::string(32, 'n'), epoch, protocol, now}; }

    std::vector<ServerMessage> on(const ClientMessage& message) {
        if (const auto* hello = std::get_if<Hello>(&message)) return on_hello(*hello);
        if (const auto* submit = std::get_if<Submit>(&message)) return {answer(*submit)};
        if (const auto* ping = std::get_if<Ping>(&message)) return {pong(*ping)};
        if (const auto* resume = std::get_if<Resume>(&message)) return {snapshot(resume->cursor.feed)};
        return {};
    }

    ServerMessage snapshot(Feed feed) const {
        FeedFrame frame;
        frame.feed = feed;
        frame.epoch = epoch;
        frame.seq = seq_;
        frame.server_time = now;
        frame.snapshot = SnapshotMark{true, true};
        if (feed == Feed::menu) frame.menus = {menu()};
        if (feed == Feed::uses) frame.balances = balances;
        if (feed == Feed::sheets) frame.sheets = sheets;
        if (feed == Feed::staff) frame.staff = staff;
        return frame;
    }

    TillState till() const { return till_; }
    Seq seq() const { return seq_; }

    // A backup as of now; restore() goes back to it under a new epoch.
    struct Backup {
        TillState till;
        std::map<CommandId, Answer> recorded;
        Seq seq = 0;
    };
    Backup backup() const { return {till_, recorded_, seq_}; }
    void restore(const Backup& backup) {
        till_ = backup.till;
        recorded_ = backup.recorded;
        seq_ = backup.seq;
        decided.clear();
        ++epoch;
    }

private:
    std::vector<ServerMessage> on_hello(const Hello& hello) {
        Welcome welcome;
        welcome.epoch = epoch;
        welcome.seq = seq_;
        welcome.server_time = now;
        welcome.pickup_letters = "A";
        welcome.canteen = canteen;
        welcome.protocol = protocol;
        welcome.till = till_;
        welcome.offline_accounts = offline_accounts;
        if (signing) welcome.head_key = public_key_of(*signing);
        std::vector<ServerMessage> messages{welcome};
        for (const auto& cursor : hello.feeds) messages.push_back(snapshot(cursor.feed));
        return messages;
    }

    Pong pong(const Ping& ping) const {
        Pong pong{ping.token, now, seq_};
        pong.kitchen_listens = kitchen_listens;
        if (!signing) return pong;
        const Hash hash{static_cast<std::uint8_t>(seq_)};
        pong.head = SignedHead{seq_, hash, sign(*signing, head_message(canteen, seq_, hash))};
        return pong;
    }

    Answer answer(const Submit& submit) {
        const auto command = decode_command(submit.entry);
        if (const auto known = recorded_.find(command.id); known != recorded_.end()) return known->second;
        const auto refuse = [&](RejectionCode code, std::vector<Param> params = {}) {
            return Answer{command.id, submit.device_seq, Rejection{code, std::move(params), {}}};
        };
        if (busy > 0) {
            --busy;
            return refuse(RejectionCode::busy);
        }
        const auto expected = till_.last_device_seq + 1;
        if (submit.device_seq != expected)
            return refuse(RejectionCode::out_of_order, {{"expected", std::to_string(expected)}});
        if (submit.hash != next_link(till_.last_hash, submit.entry)) return refuse(RejectionCode::chain_broken);
        Answer answer{command.id, submit.device_seq, decide(command, seq_ + 1)};
        const auto* why = std::get_if<Rejection>(&answer.outcome);
        if (why && why->code == RejectionCode::client_newer) return answer;  // uses up no number
        till_.last_device_seq = submit.device_seq;
        till_.last_hash = submit.hash;
        if (std::holds_alternative<Committed>(answer.outcome)) ++seq_;
        note_pickup(command);
        decided.push_back(command);
        recorded_[command.id] = answer;
        return answer;
    }

    void note_pickup(const Command& command) {
        const auto* ask = std::get_if<PlaceOrder>(&command.body);
        const auto* sale = std::get_if<RecordSale>(&command.body);
        if (!ask && !sale) return;
        const auto& draft = ask ? ask->order : sale->order;
        if (draft.meal.date != till_.pickup_date) till_.last_pickup_count = 0;
        till_.pickup_date = draft.meal.date;
        till_.last_pickup_count = std::max(till_.last_pickup_count, draft.pickup.count);
    }

    TillState till_;
    std::map<CommandId, Answer> recorded_;
    Seq seq_ = 0;
};

}  // namespace canteen::till::test
