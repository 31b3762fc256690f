#include "pos-client/upstream/sender.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "canteen/crypto/hash.h"
#include "canteen/domain/base/number.h"
#include "pos-client/upstream/entry_protocol.h"

namespace canteen::till {
namespace {

std::optional<std::uint64_t> number_in(const Rejection& why, std::string_view param) {
    for (const auto& p : why.params)
        if (p.name == param) return whole_number<std::uint64_t>(p.value);
    return std::nullopt;
}

}  // namespace

void Sender::on_welcome(const TillState& server, std::uint32_t protocol, Epoch epoch) {
    open_ = true;
    under_way_.clear();
    not_before_ = {};
    wait_.reset();
    held_up_ = false;
    stuck_.clear();
    server_ = server;
    protocol_ = protocol;
    has_new_chain_ = false;
    unknown_.clear();
    backlog_.raise_pickups({server.pickup_date, server.last_pickup_count});
    fork_ = why_forked();
    doubts_ = false;
    next_ = 0;
    if (compares()) return;
    requeue(epoch);
    next_ = backlog_.first_queued();
}

// Asks again for what this file heard in another epoch: after a restore the server may have answered an entry anew,
// while this file stood at an older copy. Known entries get their recorded answers.
void Sender::requeue(Epoch epoch) {
    const auto heard = backlog_.epoch();
    const bool is_anew = heard != 0 && heard != epoch;
    backlog_.requeue_after(is_anew ? backlog_.base().device_seq : server_.last_device_seq);
    if (heard != epoch) backlog_.note_epoch(epoch);
}

// Trusts an entry that is too old to be kept; the server checks what follows it anyway.
std::string Sender::why_forked() const {
    const auto last = server_.last_device_seq;
    const auto ours = backlog_.head().device_seq;
    if (last > ours) return "outbox_behind";
    if (last < backlog_.base().device_seq) return "entries_missing";
    const auto hash = backlog_.hash_at(last);
    if (doubts_ || (hash && *hash != server_.last_hash)) return "chain_broken";
    return last < ours && backlog_.entries_from(last + 1, 1).empty() ? "entries_missing" : "";
}

void Sender::on_closed() {
    open_ = false;
    under_way_.clear();
    fork_.clear();
}

std::optional<Answer> Sender::on_answer(Answer answer, Timestamp now) {
    const auto entry = answer.command.is_nil() ? std::nullopt : backlog_.entry_of(answer.command);
    const auto number = entry ? entry->device_seq : answer.device_seq;
    const bool was_expected = under_way_.erase(number) > 0;
    waiting_since_ = now;
    if (!is_last(answer, number, was_expected, now)) return std::nullopt;
    if (!compares() && answer.device_seq != number) doubts_ = true;
    // A recorded answer under another number used up none.
    if (compares() && entry && answer.device_seq == number) follow_server(*entry);
    wait_.reset();
    held_up_ = false;
    unknown_.erase(number);
    answer.device_seq = number;
    return answer;
}

// Takes an entry as it stands if it happens to continue the server's chain, as after a restore.
void Sender::follow_server(const Entry& entry) {
    if (entry.device_seq != server_.last_device_seq + 1 || entry.hash != next_link(server_.last_hash, entry.bytes))
        return;
    server_.last_device_seq = entry.device_seq;
    server_.last_hash = entry.hash;
}

bool Sender::is_last(const Answer& answer, std::uint64_t number, bool was_expected, Timestamp now) {
    const auto* why = std::get_if<Rejection>(&answer.outcome);
    if (!why) return true;
    const auto expected = number_in(*why, "expected").value_or(number);
    switch (why->code) {
        case RejectionCode::busy:
        case RejectionCode::storage_low:
            send_again_from(number, now);
            return false;
        case RejectionCode::client_newer:
            stuck_ = "server_older";
            return false;
        case RejectionCode::out_of_order:
            if (compares()) {
                unknown_.insert(number);
            } else if (expected > number) {
                doubts_ = true;  // the server has something else under that number
            } else if (was_expected) {
                // This one was overtaken: the number the server waits for is on its way or comes again.
                send_again_from(expected, now);
            }
            return false;
        case RejectionCode::chain_broken:
            if (compares()) {
                unknown_.insert(number);
            } else if (has_new_chain_) {
                stuck_ = "chain_broken";  // the new chain fits what the server told: somebody has to look
            } else {
                doubts_ = true;
            }
            return false;
        case RejectionCode::key_reused:
            if (!compares()) doubts_ = true;  // such an answer uses up no number
            return true;
        default:
            return true;
    }
}

void Sender::send_again_from(std::uint64_t device_seq, Timestamp now) {
    if (device_seq >= next_) return;
    next_ = device_seq;
    under_way_.erase(under_way_.lower_bound(device_seq), under_way_.end());
    not_before_ = now + wait_.next(random_);
    held_up_ = true;
}

std::vector<Submit> Sender::take(Timestamp now) {
    std::vector<Submit> frames;
    if (!open_ || doubts_ || !stuck_.empty() || now < not_before_) return frames;
    if (under_way_.size() >= max_entries_under_way) return frames;
    const auto entries = next_entries(max_entries_under_way - under_way_.size());
    if (entries.empty() && compares() && under_way_.empty()) {
        begin_new_chain();
        return take(now);
    }
    if (entries.empty() && !compares() && next_ <= backlog_.head().device_seq) doubts_ = true;  // a gap
    if (under_way_.empty()) waiting_since_ = now;
    for (const auto& entry : entries) {
        if (protocol_of_entry(entry.bytes, protocol_) > protocol_) {
            stuck_ = "server_older";
            break;
        }
        frames.push_back({{entry.command, {}}, entry.bytes, entry.device_seq, entry.hash});
        under_way_.insert(entry.device_seq);
        next_ = entry.device_seq + 1;
    }
    return frames;
}

std::vector<Entry> Sender::next_entries(std::size_t limit) const {
    return compares() ? backlog_.kept_from(next_, limit) : backlog_.entries_from(next_, limit);
}

// Runs once every kept entry was answered: by its record, or as not known.
void Sender::begin_new_chain() {
    const auto last = server_.last_device_seq;
    const auto lost = backlog_.head().device_seq - std::min(last, backlog_.head().device_seq);
    const auto missing = lost - std::min(lost, backlog_.kept_after(last));
    backlog_.start_chain({last, server_.last_hash}, unknown_);
    const auto moved = backlog_.head().device_seq - last;
    if (moved > 0 || missing > 0) backlog_.tell_restart({fork_, moved, missing});
    fork_.clear();
    unknown_.clear();
    has_new_chain_ = true;
    next_ = backlog_.first_queued();
}

bool Sender::flows() const {
    return open_ && !compares() && !doubts_ && stuck_.empty() && !held_up_ && next_ > backlog_.head().device_seq;
}

bool Sender::overdue(Timestamp now) const {
    return open_ && !under_way_.empty() && now - waiting_since_ > answer_patience;
}

}  // namespace canteen::till
