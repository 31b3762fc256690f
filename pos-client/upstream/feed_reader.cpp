#include "pos-client/upstream/feed_reader.h"

#include <algorithm>
#include <utility>

namespace canteen::till {

std::optional<Resume> FeedReader::on_frame(const FeedFrame& frame) {
    if (frame.feed != cursor_.feed) return std::nullopt;
    if (frame.snapshot) return on_snapshot(frame);
    if (frame.epoch != cursor_.epoch) return ask_again();
    if (frame.seq <= cursor_.seq) return std::nullopt;  // the frame came twice
    if (frame.after != cursor_.seq) return ask_again();
    apply(frame);
    cursor_.seq = frame.seq;
    asked_ = false;
    return std::nullopt;
}

std::optional<Resume> FeedReader::on_snapshot(const FeedFrame& frame) {
    if (frame.snapshot->first) {
        snapshot_.clear();
    } else if (snapshot_.empty() || snapshot_.back().seq != frame.seq || snapshot_.back().epoch != frame.epoch) {
        snapshot_.clear();
        return ask_again();
    }
    snapshot_.push_back(frame);
    if (frame.snapshot->last) apply_snapshot();
    return std::nullopt;
}

std::optional<Resume> FeedReader::ask_again() {
    if (std::exchange(asked_, true)) return std::nullopt;
    return Resume{cursor_};
}

void FeedReader::on_closed() {
    snapshot_.clear();
    asked_ = false;
}

void FeedReader::apply(const FeedFrame& frame) {
    for (const auto& menu : frame.menus) replica_.put_menu(menu);
    for (const auto& p : frame.portions) replica_.put_portions(p.key, {p.left, p.sold_out, p.sold_out_since});
    for (const auto& member : frame.members_gone) replica_.drop_sheets_of(member);
    replica_.put_sheets(frame.sheets);
    for (const auto& use : frame.uses) replica_.put_use(use.key, use.used);
    for (const auto& balance : frame.balances)
        replica_.put_holding(balance.member, {balance.principal, balance.bonus, balance.points});
    for (const auto& [staff, pins] : frame.staff) {
        const auto own = std::ranges::find(pins, device_, &SealedPin::till);
        replica_.put_staff({staff, own == pins.end() ? "" : own->sealed});
    }
}

// Keeps the old picture until the new one is whole, so that a cut snapshot leaves something to sell from.
void FeedReader::apply_snapshot() {
    if (cursor_.feed == Feed::menu) replica_.clear_menus();
    if (cursor_.feed == Feed::sheets) replica_.clear_sheets();
    if (cursor_.feed == Feed::uses) replica_.clear_uses();
    if (cursor_.feed == Feed::staff) replica_.clear_staff();
    for (auto& chunk : snapshot_) {
        for (auto& sheet : chunk.sheets) replica_.add_sheet(std::move(sheet));
        chunk.sheets.clear();
        apply(chunk);
    }
    if (cursor_.feed == Feed::uses) replica_.set_holdings_whole(true);
    cursor_.epoch = snapshot_.back().epoch;
    cursor_.seq = snapshot_.back().seq;
    snapshot_.clear();
    asked_ = false;
}

}  // namespace canteen::till
