#include "tests/support/follower.h"

namespace canteen::testing {
namespace {

bool is_gone(const Ticket& ticket) {
    return ticket.state == TicketState::handed_over || (ticket.state == TicketState::cancelled && ticket.cancel_seen);
}

}  // namespace

bool Follower::take(const FeedFrame& frame) {
    auto& feed = feeds_[frame.feed];
    if (frame.snapshot) {
        if (frame.snapshot->first) feed = {{}, frame.epoch, 0, true};
        if (!feed.in_snapshot) return false;
        add(feed.picture, frame);
        if (!frame.snapshot->last) return true;
        feed.in_snapshot = false;
        feed.seq = frame.seq;
        return true;
    }
    if (feed.in_snapshot || frame.epoch != feed.epoch || frame.after != feed.seq) return false;
    add(feed.picture, frame);
    feed.seq = frame.seq;
    return true;
}

Cursor Follower::cursor(Feed feed) const {
    auto found = feeds_.find(feed);
    if (found == feeds_.end() || found->second.in_snapshot) return {feed, 0, 0};
    return {feed, found->second.epoch, found->second.seq};
}

void Follower::add(Picture& picture, const FeedFrame& frame) {
    for (const auto& ticket : frame.tickets) {
        picture.tickets[ticket.order] = ticket;
        if (is_gone(ticket)) picture.tickets.erase(ticket.order);
    }
    for (const auto& left : frame.portions) picture.portions[left.key] = left;
    for (const auto& menu : frame.menus) picture.menus[menu.meal] = menu;
    for (const auto& member : frame.members_gone) picture.sheets.erase(member);
    for (const auto& sheet : frame.sheets) picture.sheets[sheet.member].clear();
    for (auto sheet : frame.sheets) {
        sheet.version = 0;
        picture.sheets[sheet.member].push_back(sheet);
    }
    for (const auto& use : frame.uses) {
        picture.uses[use.key] = use.used;
        if (use.used == 0) picture.uses.erase(use.key);
    }
    for (const auto& balance : frame.balances) {
        picture.balances[balance.member] = balance;
        if (balance == MemberBalance{balance.member, {}, {}, 0}) picture.balances.erase(balance.member);
    }
}

}  // namespace canteen::testing
