#include "pos-client/core/own_drawer.h"

#include <limits>
#include <map>
#include <set>
#include <sstream>

#include "canteen/domain/base/hex.h"
#include "canteen/domain/ledger/paying.h"
#include "canteen/domain/state/of_shift.h"
#include "canteen/wire/client_codec.h"
#include "canteen/wire/protobuf_codec.h"

namespace canteen::till {
namespace {

Fen cash_in(const std::vector<Tender>& tenders) {
    return sum_of(tenders, TenderKind::cash);
}

Fen cash_of_sale(const Entry& sale) {
    const auto command = decode_command(sale.bytes);
    if (const auto* ask = std::get_if<PlaceOrder>(&command.body)) return cash_in(ask->tenders);
    const auto* stated = std::get_if<RecordSale>(&command.body);
    return stated ? cash_in(stated->tenders) : Fen{};
}

// Sums up one shift, entry by entry.
class Drawer {
public:
    Drawer(const Outbox& outbox, const OwnShift& shift) : outbox_(outbox), shift_(shift), cash_(shift.opening) {}

    void add(const Entry& entry) {
        const auto command = decode_command(entry.bytes);
        if (shift_of(command.body) != shift_.id) return;
        entry_ = &entry;
        std::visit([this](const auto& body) { count(body); }, command.body);
    }

    // An order counts once, however often it was said.
    Fen sum() const {
        Fen sum = cash_;
        for (const auto& [order, fen] : sold_)
            if (is_in(order, SaleState::sold)) sum += fen;
        for (const auto& order : taken_back_) {
            const auto sale = sold_.contains(order) ? std::nullopt : outbox_.sale_of(order);
            if (sale && is_in(order, SaleState::cancelled)) sum += -cash_of_sale(*sale);
        }
        return sum;
    }

private:
    bool is_in(OrderId order, SaleState state) const {
        const auto known = outbox_.order(order);
        return known && known->state == state;
    }

    void count(const PlaceOrder& ask) { sold_[ask.order.id] = cash_in(ask.tenders); }
    void count(const RecordSale& sale) {
        if (sale.taken_back)
            taken_back_.insert(sale.order.id);
        else
            sold_[sale.order.id] = cash_in(sale.tenders);
    }
    void count(const CancelOrder& cancel) { taken_back_.insert(cancel.order); }
    void count(const Refund&) {
        if (const auto committed = committed_answer()) cash_ += -cash_in(committed->paid_back);
    }
    void count(const TopUp& top_up) {
        if (entry_->state != EntryState::refused) cash_ += cash_in({top_up.tender});
    }
    void count(const PayOut& pay_out) {
        if (committed_answer()) cash_ += -cash_in({pay_out.tender});
    }
    void count(const MoveDrawer& move) {
        if (entry_->state == EntryState::refused) return;
        cash_ += move.kind == DrawerMoveKind::pay_in ? move.fen : -move.fen;
    }
    template <class Other>
    void count(const Other&) {}

    std::optional<Committed> committed_answer() const {
        const auto bytes = outbox_.answer_of(entry_->device_seq);
        if (entry_->state == EntryState::refused || bytes.empty()) return std::nullopt;
        const auto answer = ProtobufCodec().decode_answer(bytes);
        const auto* committed = std::get_if<Committed>(&answer.outcome);
        return committed ? std::optional(*committed) : std::nullopt;
    }

    const Outbox& outbox_;
    const OwnShift& shift_;
    const Entry* entry_ = nullptr;
    Fen cash_;
    std::map<OrderId, Fen> sold_;
    std::set<OrderId> taken_back_;
};

}  // namespace

std::string to_text(const std::optional<OwnShift>& shift) {
    if (!shift) return "";
    return to_hex(shift->id.bytes) + " " + to_hex(shift->cashier.bytes) + " " + std::to_string(shift->opened_at.ms) +
           " " + std::to_string(shift->opening.value);
}

std::optional<OwnShift> kept_shift(const Outbox& outbox) {
    std::istringstream text(outbox.kept(own_shift_name).value_or(""));
    std::string id, cashier;
    OwnShift shift;
    if (!(text >> id >> cashier >> shift.opened_at.ms >> shift.opening.value)) return std::nullopt;
    shift.id = {from_hex<sizeof(Bytes16)>(id).value_or(Bytes16{})};
    shift.cashier = {from_hex<sizeof(Bytes16)>(cashier).value_or(Bytes16{})};
    return shift.id.is_nil() ? std::nullopt : std::optional(shift);
}

Fen expected_cash(const Outbox& outbox, const OwnShift& shift) {
    Drawer drawer(outbox, shift);
    for (const auto& entry : outbox.kept_from(0, std::numeric_limits<std::int64_t>::max())) drawer.add(entry);
    return drawer.sum();
}

}  // namespace canteen::till
