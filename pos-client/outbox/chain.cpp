// Where the till's chain begins, and how what the server lacks moves into a new one.
#include <algorithm>
#include <limits>
#include <sstream>
#include <utility>

#include "canteen/crypto/hash.h"
#include "canteen/domain/base/number.h"
#include "pos-client/outbox/outbox.h"
#include "pos-client/outbox/rows.h"

namespace canteen::till {
namespace {

constexpr const char* base_name = "chain.base";
constexpr const char* epoch_name = "chain.epoch";
constexpr const char* restarts_name = "chain.restarts";
// While they are given new numbers, entries stand this far above their old ones.
constexpr std::uint64_t out_of_the_way = std::uint64_t{1} << 40U;

// The number in words, a colon, the hash's bytes.
std::string text_of(const ChainHead& base) {
    return std::to_string(base.device_seq) + ":" + std::string(as_view(base.hash));
}

ChainHead base_in(const std::string& text) {
    ChainHead base;
    const auto colon = text.find(':');
    if (colon == std::string::npos || text.size() != colon + 1 + base.hash.size()) return base;
    base.device_seq = whole_number<std::uint64_t>(std::string_view(text).substr(0, colon)).value_or(0);
    std::transform(text.begin() + static_cast<std::ptrdiff_t>(colon) + 1, text.end(), base.hash.begin(),
                   [](char c) { return static_cast<std::uint8_t>(c); });
    return base;
}

// The highest numbers up to `last` that are not taken, in ascending order.
std::vector<std::uint64_t> free_numbers(std::uint64_t last, std::size_t count, const std::set<std::uint64_t>& taken) {
    std::vector<std::uint64_t> numbers;
    for (auto number = last; number > 0 && numbers.size() < count; --number)
        if (!taken.contains(number)) numbers.push_back(number);
    std::reverse(numbers.begin(), numbers.end());
    return numbers;
}

}  // namespace

void Outbox::load_base() {
    base_ = base_in(kept(base_name).value_or(""));
}

std::vector<Entry> Outbox::kept_from(std::uint64_t device_seq, std::size_t limit) const {
    std::vector<Entry> entries;
    SQLite::Statement row(db_, std::string(select_entries) + "WHERE device_seq >= ? ORDER BY device_seq LIMIT ?");
    row.bind(1, static_cast<std::int64_t>(device_seq));
    row.bind(2, static_cast<std::int64_t>(limit));
    while (row.executeStep()) entries.push_back(entry_of_row(row));
    return entries;
}

std::uint64_t Outbox::kept_after(std::uint64_t device_seq) const {
    SQLite::Statement row(db_, "SELECT count(*) FROM entries WHERE device_seq > ?");
    row.bind(1, static_cast<std::int64_t>(device_seq));
    row.executeStep();
    return static_cast<std::uint64_t>(row.getColumn(0).getInt64());
}

void Outbox::move_entry(std::uint64_t from, std::uint64_t to) {
    SQLite::Statement update(db_, "UPDATE entries SET device_seq = ? WHERE device_seq = ?");
    update.bind(1, static_cast<std::int64_t>(to));
    update.bind(2, static_cast<std::int64_t>(from + out_of_the_way));
    update.exec();
}

// Those that were answered, and for which the chain has no number left, stay under numbers below all others.
void Outbox::move_below(std::uint64_t from) {
    SQLite::Statement update(db_,
                             "UPDATE entries SET device_seq = (SELECT min(0, min(device_seq)) FROM entries) - 1 "
                             "WHERE device_seq = ?");
    update.bind(1, static_cast<std::int64_t>(from + out_of_the_way));
    update.exec();
}

void Outbox::start_chain(const ChainHead& base, const std::set<std::uint64_t>& moved) {
    std::vector<Entry> follow, displaced;
    std::set<std::uint64_t> stay;
    for (auto& entry : kept_from(0, std::numeric_limits<std::int64_t>::max())) {
        if (entry.state == EntryState::queued || moved.contains(entry.device_seq)) {
            follow.push_back(std::move(entry));
        } else if (entry.device_seq > base.device_seq) {
            displaced.push_back(std::move(entry));
        } else {
            stay.insert(entry.device_seq);
        }
    }
    const auto room = free_numbers(base.device_seq, displaced.size(), stay);
    ChainHead head = base;
    SQLite::Transaction transaction(db_);
    SQLite::Statement shift(db_, "UPDATE entries SET device_seq = device_seq + ? WHERE device_seq >= 0");
    shift.bind(1, static_cast<std::int64_t>(out_of_the_way));
    shift.exec();
    for (const auto number : stay) move_entry(number, number);
    const auto without_room = displaced.size() - room.size();
    for (std::size_t i = 0; i < displaced.size(); ++i) {
        if (i < without_room)
            move_below(displaced[i].device_seq);
        else
            move_entry(displaced[i].device_seq, room[i - without_room]);
    }
    for (const auto& entry : follow) {
        head = {head.device_seq + 1, next_link(head.hash, entry.bytes)};
        move_entry(entry.device_seq, head.device_seq);
        SQLite::Statement update(db_, "UPDATE entries SET hash = ?, state = 1 WHERE device_seq = ?");
        bind_bytes(update, 1, head.hash);
        update.bind(2, static_cast<std::int64_t>(head.device_seq));
        update.exec();
    }
    keep(base_name, text_of(base));
    write_head(head, pickups_);
    transaction.commit();
    head_ = head;
    base_ = base;
}

// A line each: reason, moved, missing.
std::uint64_t Outbox::epoch() const {
    return whole_number<std::uint64_t>(kept(epoch_name).value_or("")).value_or(0);
}

void Outbox::note_epoch(std::uint64_t epoch) {
    keep(epoch_name, std::to_string(epoch));
}

void Outbox::tell_restart(const ChainRestart& restart) {
    keep(restarts_name, kept(restarts_name).value_or("") + restart.reason + " " + std::to_string(restart.moved) + " " +
                            std::to_string(restart.missing) + "\n");
}

std::vector<ChainRestart> Outbox::restarts() const {
    std::vector<ChainRestart> restarts;
    std::istringstream lines(kept(restarts_name).value_or(""));
    for (ChainRestart one; lines >> one.reason >> one.moved >> one.missing;) restarts.push_back(one);
    return restarts;
}

void Outbox::dismiss_notice(std::uint64_t device_seq) {
    SQLite::Statement update(db_, "UPDATE entries SET notice = 0 WHERE device_seq = ? AND notice = 1");
    update.bind(1, static_cast<std::int64_t>(device_seq));
    update.exec();
}

void Outbox::dismiss_notices() {
    db_.exec("UPDATE entries SET notice = 0 WHERE notice = 1");
    keep(restarts_name, "");
}

}  // namespace canteen::till
