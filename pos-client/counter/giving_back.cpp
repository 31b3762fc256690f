#include "pos-client/counter/giving_back.h"

#include <utility>

#include "canteen/wire/client_codec.h"

namespace canteen::till {

std::optional<KeptSaleOf> sale_kept_of(const Outbox& outbox, OrderId order) {
    const auto entry = outbox.sale_of(order);
    if (!entry) return std::nullopt;
    auto command = decode_command(entry->bytes);
    if (auto* ask = std::get_if<PlaceOrder>(&command.body))
        return KeptSaleOf{std::move(ask->order), std::move(ask->tenders), ask->kitchen_told, command.person};
    if (auto* sold = std::get_if<RecordSale>(&command.body))
        return KeptSaleOf{std::move(sold->order), std::move(sold->tenders), sold->kitchen_told, command.person};
    return std::nullopt;
}

Denied GivingBack::begin(OrderId order, const std::vector<RefundLine>& lines, RefundReason reason, Timestamp now,
                         StaffId second) {
    if (stage_ == GivingStage::asked) return denial("sale_under_way");
    const auto known = outbox_.order(order);
    if (!known) return denial("sale_unknown");
    if (known->state == SaleState::asked) return denial("sale_under_way");  // nobody took money for it yet
    end();
    order_ = order;
    pickup_ = known->pickup;
    if (!outbox_.is_with_server(order)) return lines.empty() ? take_back(now, second) : denial("server_needed");
    const auto refund = till_.refund(order, lines, reason, now, second);
    if (!refund) return denial("server_needed");
    question_ = *refund;
    stage_ = GivingStage::asked;
    return std::nullopt;
}

Denied GivingBack::take_back(Timestamp now, StaffId second) {
    const auto sale = sale_kept_of(outbox_, order_);
    const auto taken = till_.cancel(order_, now, second);
    if (taken.how == TakingBack::done && sale) done(sale->tenders);
    if (taken.how == TakingBack::done) return std::nullopt;
    return denial(taken.how == TakingBack::unknown ? "sale_unknown" : "server_needed");
}

void GivingBack::hear(const News& news) {
    if (stage_ != GivingStage::asked || !question_ || question_of(news) != *question_) return;
    if (const auto* committed = std::get_if<RefundCommitted>(&news)) done(committed->paid_back);
    if (const auto* refused = std::get_if<RefundRefused>(&news)) refuse(refused->why);
}

void GivingBack::done(std::vector<Tender> back) {
    back_ = std::move(back);
    stage_ = GivingStage::done;
}

void GivingBack::refuse(const Rejection& why) {
    refused_ = denial_of(why);
    stage_ = GivingStage::refused;
}

void GivingBack::end() {
    stage_ = GivingStage::none;
    order_ = {};
    pickup_.clear();
    question_.reset();
    back_.clear();
    refused_.reset();
}

}  // namespace canteen::till
