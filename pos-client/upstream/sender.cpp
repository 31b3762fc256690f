#include "pos-client/upstream/sender.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace canteen::till {
namespace {

std::optional<std::uint64_t> number_in(const Rejection& why, std::string_view param) {
    for (const auto& p : why.params) {
        std::uint64_t value = 0;
        if (p.name == param &&
            std::from_chars(p.value.data(), p.value.data() + p.value.size(), value).ec == std::errc{})
            return value;
    }
    return std::nullopt;
}

}  // namespace

void Sender::on_welcome(const TillState& server) {
    open_ = true;
    under_way_.clear();
    not_before_ = {};
    wait_.reset();
    held_up_ = false;
    stuck_.clear();
    const auto ours = backlog_.head();
    if (ours.device_seq == 0 && server.last_device_seq > 0) {
        backlog_.adopt({server.last_device_seq, server.last_hash, {server.pickup_date, server.last_pickup_count}});
    } else if (server.last_device_seq > ours.device_seq) {
        stuck_ = "outbox_behind";
    } else if (!agrees_with(server)) {
        stuck_ = "chain_broken";
    }
    if (!stuck_.empty()) return;
    backlog_.requeue_after(server.last_device_seq);
    next_ = backlog_.first_queued();
}

// An entry too old to be kept is taken on trust; the server checks what follows it anyway.
bool Sender::agrees_with(const TillState& server) const {
    const auto hash = backlog_.hash_at(server.last_device_seq);
    return !hash || *hash == server.last_hash;
}

void Sender::on_closed() {
    open_ = false;
    under_way_.clear();
}

bool Sender::on_answer(const Answer& answer, Timestamp now) {
    const bool expected = under_way_.erase(answer.device_seq) > 0;
    waiting_since_ = now;
    const auto* why = std::get_if<Rejection>(&answer.outcome);
    if (why) {
        switch (why->code) {
            case RejectionCode::busy:
            case RejectionCode::storage_low:
                send_again_from(answer.device_seq, now);
                return false;
            case RejectionCode::out_of_order:
                // One that was overtaken: the number the server waits for is on its way or comes again.
                if (expected) send_again_from(number_in(*why, "expected").value_or(answer.device_seq), now);
                return false;
            case RejectionCode::chain_broken:
                stuck_ = "chain_broken";
                return false;
            default:
                break;
        }
    }
    wait_.reset();
    held_up_ = false;
    return true;
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
    if (!open_ || !stuck_.empty() || now < not_before_ || next_ > backlog_.head().device_seq) return frames;
    if (under_way_.size() >= max_entries_under_way) return frames;
    const auto entries = backlog_.entries_from(next_, max_entries_under_way - under_way_.size());
    if (entries.empty()) stuck_ = "entries_missing";
    if (under_way_.empty()) waiting_since_ = now;
    for (const auto& entry : entries) {
        frames.push_back({{entry.command, {}}, entry.bytes, entry.device_seq, entry.hash});
        under_way_.insert(entry.device_seq);
        next_ = entry.device_seq + 1;
    }
    return frames;
}

bool Sender::flows() const {
    return open_ && stuck_.empty() && !held_up_ && next_ > backlog_.head().device_seq;
}

bool Sender::overdue(Timestamp now) const {
    return open_ && !under_way_.empty() && now - waiting_since_ > answer_patience;
}

}  // namespace canteen::till
