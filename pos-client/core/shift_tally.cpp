#include "pos-client/core/shift_tally.h"

#include <limits>
#include <set>

#include "canteen/domain/ledger/paying.h"
#include "canteen/domain/state/of_shift.h"
#include "canteen/wire/client_codec.h"
#include "pos-client/core/kept_answer.h"
#include "pos-client/core/own_drawer.h"

namespace canteen::till {
namespace {

struct SaleSaid {
    OrderDraft draft;
    std::vector<Tender> tenders;
};

std::optional<SaleSaid> sale_in(const CommandBody& body) {
    if (const auto* ask = std::get_if<PlaceOrder>(&body)) return SaleSaid{ask->order, ask->tenders};
    if (const auto* stated = std::get_if<RecordSale>(&body)) return SaleSaid{stated->order, stated->tenders};
    return std::nullopt;
}

std::uint32_t portions_of(const OrderDraft& draft) {
    std::uint32_t portions = 0;
    for (const auto& line : draft.lines) portions += line.quantity;
    return portions;
}

std::uint32_t amount_of(const OrderLine& line) {
    return line.grams > 0 ? line.grams : line.quantity;
}

std::map<std::string, Fen> borne_by_payers(const OrderDraft& draft) {
    std::map<std::string, Fen> borne;
    for (const auto& share : draft.shown.shares)
        if (share.fen != Fen{}) borne[share.payer] += share.fen;
    return borne;
}

// Goes through one shift, entry by entry. An order counts once, however often it was said.
class Tallying {
public:
    Tallying(const Outbox& outbox, const OwnShift& shift) : outbox_(outbox), shift_(shift) {
        tally_.opening = shift.opening;
    }

    void add(const Entry& entry) {
        const auto command = decode_command(entry.bytes);
        if (shift_of(command.body) != shift_.id) return;
        entry_ = &entry;
        person_ = command.person;
        std::visit([this](const auto& body) { count(body); }, command.body);
    }

    ShiftTally take() {
        for (const auto& [order, sale] : sold_)
            if (is_in(order, SaleState::sold)) count_sold(sale);
        for (const auto& order : taken_back_) count_taken_back(order);
        for (const auto& [order, back] : refunded_) count_refunded(order, back);
        return std::move(tally_);
    }

private:
    bool is_in(OrderId order, SaleState state) const {
        const auto known = outbox_.order(order);
        return known && known->state == state;
    }

    void count(const PlaceOrder& ask) { sold_[ask.order.id] = {ask.order, ask.tenders}; }
    void count(const RecordSale& sale) {
        if (sale.taken_back) {
            taken_back_.insert(sale.order.id);
        } else {
            sold_[sale.order.id] = {sale.order, sale.tenders};
        }
    }
    void count(const CancelOrder& cancel) { taken_back_.insert(cancel.order); }
    void count(const Refund& refund) {
        const auto committed = committed_answer(outbox_, *entry_);
        if (!committed) return;
        give_back(committed->paid_back);
        auto& back = refunded_[refund.order];
        back.is_whole |= refund.lines.empty();
        for (const auto& line : refund.lines) back.amounts[line.line] += line.amount;
    }
    void count(const TopUp& top_up) {
        if (entry_->state != EntryState::refused && top_up.tender.kind == TenderKind::cash)
            tally_.cash_top_ups.add(top_up.tender.amount);
    }
    void count(const PayOut& pay_out) {
        if (committed_answer(outbox_, *entry_) && pay_out.tender.kind == TenderKind::cash)
            tally_.cash_back.add(pay_out.tender.amount);
    }
    void count(const MoveDrawer& move) {
        if (entry_->state == EntryState::refused) return;
        tally_.moves.push_back({{move.id, move.shift, {}, move.kind, move.fen, move.reason, move.at}, person_});
    }
    template <class Other>
    void count(const Other&) {}

    void count_sold(const SaleSaid& sale) {
        ++tally_.orders;
        tally_.portions_sold += portions_of(sale.draft);
        for (const auto& tender : sale.tenders) {
            tally_.tenders[tender.kind].add(tender.amount);
            if (tender.kind == TenderKind::cash) tally_.cash_sales.add(tender.amount);
        }
        for (const auto& [payer, fen] : borne_by_payers(sale.draft)) tally_.payers[payer].add(fen);
    }

    struct Back {
        bool is_whole = false;
        std::map<LineId, std::uint32_t> amounts;  // portions or grams
    };

    // A weighed dish is one portion, back once all of it is; payers bear nothing of an order that came back whole.
    void count_refunded(OrderId order, const Back& back) {
        const auto entry = outbox_.sale_of(order);
        const auto sale = entry ? sale_in(decode_command(entry->bytes).body) : std::nullopt;
        if (!sale) return;
        bool is_whole = true;
        for (const auto& line : sale->draft.lines) {
            const auto found = back.amounts.find(line.id);
            const auto amount = back.is_whole ? amount_of(line) : found == back.amounts.end() ? 0 : found->second;
            tally_.portions_back += line.grams == 0 ? amount : amount >= line.grams ? line.quantity : 0;
            is_whole &= amount >= amount_of(line);
        }
        for (const auto& [payer, fen] : borne_by_payers(sale->draft))
            if (is_whole) free_payer(tally_.payers[payer], fen, sold_.contains(order));
    }

    static void free_payer(Tallied& payer, Fen fen, bool was_counted) {
        payer.fen -= fen;
        if (was_counted) --payer.count;
    }

    // One of an earlier shift: its money goes out of this drawer.
    void count_taken_back(OrderId order) {
        if (sold_.contains(order) || !is_in(order, SaleState::cancelled)) return;
        const auto entry = outbox_.sale_of(order);
        const auto sale = entry ? sale_in(decode_command(entry->bytes).body) : std::nullopt;
        if (!sale) return;
        give_back(sale->tenders);
        tally_.portions_back += portions_of(sale->draft);
        for (const auto& [payer, fen] : borne_by_payers(sale->draft)) free_payer(tally_.payers[payer], fen, false);
    }

    void give_back(const std::vector<Tender>& back) {
        for (const auto& tender : back) {
            tally_.tenders[tender.kind].fen -= tender.amount;
            if (tender.kind == TenderKind::cash && tender.amount != Fen{}) tally_.cash_back.add(tender.amount);
        }
    }

    const Outbox& outbox_;
    const OwnShift& shift_;
    const Entry* entry_ = nullptr;
    std::optional<Person> person_;
    ShiftTally tally_;
    std::map<OrderId, SaleSaid> sold_;
    std::set<OrderId> taken_back_;
    std::map<OrderId, Back> refunded_;
};

}  // namespace

Fen ShiftTally::expected() const {
    Fen cash = opening + cash_sales.fen + cash_top_ups.fen - cash_back.fen;
    for (const auto& [move, person] : moves) cash += move.kind == DrawerMoveKind::pay_in ? move.fen : -move.fen;
    return cash;
}

ShiftTally tally_of(const Outbox& outbox, const OwnShift& shift) {
    Tallying tallying(outbox, shift);
    const auto opening = outbox.first_of({shift.id.bytes});
    for (const auto& entry :
         outbox.kept_from(opening ? opening->device_seq : 0, std::numeric_limits<std::int64_t>::max()))
        tallying.add(entry);
    return tallying.take();
}

}  // namespace canteen::till
