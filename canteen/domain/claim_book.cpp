#include "canteen/domain/claim_book.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "canteen/domain/booking.h"
#include "canteen/domain/programmer_error.h"

namespace canteen {
namespace {

// Its own discounts, and what it grants though no payer bears it.
Fen waived_of(const Order& order) {
    Fen waived = sum_of(order.draft.shown.shares) - sum_of(order.granted);
    for (const auto& share : order.granted)
        if (share.payer == canteen_payer) waived += share.fen;
    return waived;
}

}  // namespace

ClaimBook::ClaimBook(ClaimPayer payer)
    : payer_(std::move(payer)), account_{AccountKind::receivable, to_string(payer_)} {}

void ClaimBook::add(Seq seq, const Event& event) {
    if (const auto* held = std::get_if<OrderHeld>(&event)) {
        bring_in(held->order);
    } else if (const auto* placed = std::get_if<OrderPlaced>(&event)) {
        bring_in(placed->order);
    } else if (const auto* posted = std::get_if<LedgerPosted>(&event)) {
        book(seq, posted->order, posted->postings);
    } else if (const auto* published = std::get_if<SchemePublished>(&event)) {
        if (published->scheme.id == payer_.scheme) scheme_ = published->scheme;
    }
}

// A sale stated after its hold expired brings the order in anew; nothing was owed for the hold.
void ClaimBook::bring_in(const Order& order) {
    ClaimLine line;
    for (const auto& share : order.granted)
        if (share.scheme == payer_.scheme && share.payer == payer_.payer) line.steps.push_back(share.step);
    if (line.steps.empty()) return;
    const auto& draft = order.draft;
    line.order = draft.id;
    line.meal = draft.meal;
    line.mode = draft.mode;
    line.member = draft.member;
    const auto* version = scheme_ ? scheme_->version_on(draft.meal.date) : nullptr;
    if (version) line.version = version->id;
    line.sold_at = order.placed_at;
    line.food = draft.shown.food;
    line.waived = waived_of(order);
    line.self_pay = draft.shown.to_pay;
    line.device = order.device;
    line.pickup = draft.pickup;
    orders_[draft.id] = std::move(line);
}

// What names no order settles the account and says nothing of a meal.
void ClaimBook::book(Seq seq, OrderId order, const std::vector<Posting>& postings) {
    if (order.is_nil()) return;
    for (const auto& posting : postings) {
        if (posting.account != account_) continue;
        auto found = orders_.find(order);
        require(found != orders_.end(), "a share is booked for an order that names no such payer");
        found->second.share += posting.fen;
        found->second.booked = seq;
    }
}

std::vector<ClaimLine> ClaimBook::draw_up(const ClaimPeriod& period) const {
    std::vector<ClaimLine> lines;
    for (const auto& [id, line] : orders_)
        if (period.contains(line.meal.date) && line.share != Fen{}) lines.push_back(line);
    std::ranges::sort(lines, {}, [](const ClaimLine& line) { return std::tie(line.meal, line.order); });
    return lines;
}

}  // namespace canteen
