#include "pos-client/replay/replay.h"

#include <utility>

namespace canteen::till {

Replay::Replay(std::vector<Checkout> checkouts, std::uint32_t speed, Timestamp start)
    : checkouts_(std::move(checkouts)), speed_(speed), start_(start) {}

bool Replay::is_due(const Checkout& checkout, Timestamp now) const {
    return speed_ == 0 || now >= start_ + checkout.at / speed_;
}

void Replay::step(Till& seller, Timestamp now) {
    while (next_ < checkouts_.size()) {
        const auto& checkout = checkouts_[next_];
        if (!current_ && !is_due(checkout, now)) return;
        if (checkout.cancel) {
            cancel(seller, checkout, now);
            take_next();
            continue;
        }
        if (!current_) current_ = Current{checkout.basket, {}, 0, now, false};
        if (current_->waits || now < current_->not_before) return;
        sell(seller, now);
    }
}

void Replay::sell(Till& seller, Timestamp now) {
    ++current_->tries;
    const auto result = seller.sell(current_->basket, {{checkouts_[next_].pay}}, now);
    if (const auto* why = std::get_if<Rejection>(&result)) return on_refused(*why, now);
    const auto& queued = std::get<SaleQueued>(result);
    current_->order = queued.draft.id;
    current_->waits = true;
    orders_[checkouts_[next_].order] = queued.draft.id;
    made_[queued.draft.id] = {checkouts_[next_].order, queued.draft, false, false};
    if (!queued.asked) sold(queued.draft.id);
}

void Replay::cancel(Till& seller, const Checkout& checkout, Timestamp now) {
    const auto order = orders_.find(checkout.order);
    const auto became = order == orders_.end() ? TakenBack{} : seller.cancel(order->second, now);
    if (became.how == TakingBack::unknown) ++tally_.reasons["order_unknown"];
    if (became.how == TakingBack::needs_server) ++tally_.reasons["needs_server"];
    if (became.how == TakingBack::asked || became.how == TakingBack::done) cancellations_.insert(became.question);
}

void Replay::on_news(const News& news, Timestamp now) {
    if (const auto* committed = std::get_if<SaleCommitted>(&news)) {
        sold(committed->order);
        const auto made = made_.find(committed->order);
        if (made == made_.end()) return;
        if (!std::exchange(made->second.committed, true)) ++tally_.committed;
        tally_.exceptions += committed->exceptions.size();
    } else if (const auto* stated = std::get_if<SaleStated>(&news)) {
        sold(stated->order);
    } else if (const auto* refused = std::get_if<SaleRefused>(&news)) {
        if (current_ && current_->order == refused->order) on_refused(refused->why, now);
    } else if (const auto* done = std::get_if<CancelCommitted>(&news)) {
        if (cancellations_.contains(done->command)) ++tally_.cancelled;
    } else if (const auto* kept = std::get_if<CancelRefused>(&news)) {
        if (cancellations_.contains(kept->command)) ++tally_.reasons[std::string(canteen::name_of(kept->why.code))];
    }
}

// Agrees to a new price for the guest; a new menu comes by itself in a moment.
void Replay::on_refused(const Rejection& why, Timestamp now) {
    const bool changed = why.code == RejectionCode::price_changed || why.code == RejectionCode::menu_changed;
    if (changed && current_->tries < max_tries) {
        current_->basket.agreed = why.sums;
        current_->waits = false;
        current_->not_before = why.sums ? now : now + try_again_after;
        return;
    }
    ++tally_.refused;
    ++tally_.reasons[std::string(canteen::name_of(why.code))];
    take_next();
}

void Replay::sold(OrderId order) {
    const auto made = made_.find(order);
    if (made == made_.end()) return;
    if (!std::exchange(made->second.sold, true)) {
        const auto& draft = made->second.draft;
        ++tally_.sales;
        tally_.lines += draft.lines.size();
        for (const auto& line : draft.lines) tally_.grams += line.grams;
        tally_.food += draft.shown.food;
        tally_.to_pay += draft.shown.to_pay;
    }
    if (current_ && current_->order == order) take_next();
}

void Replay::take_next() {
    current_.reset();
    ++next_;
}

std::string Replay::name_of(OrderId order) const {
    const auto made = made_.find(order);
    return made == made_.end() ? "" : made->second.name;
}

}  // namespace canteen::till
