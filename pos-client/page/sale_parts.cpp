// The sale just made, baskets set aside, sales looked up, and money going back.
#include "canteen/wire/common_wire.h"
#include "canteen/wire/order_wire.h"
#include "pos-client/counter/sales_list.h"
#include "pos-client/page/part_maker.h"
#include "pos-client/page/shown.h"

namespace canteen::till {
namespace {

constexpr std::size_t dishes_named = 3;

const char* word_of(SaleState state) {
    switch (state) {
        case SaleState::asked:
            return "asked";
        case SaleState::sold:
            return "sold";
        case SaleState::refused:
            return "refused";
        case SaleState::cancelled:
            return "cancelled";
    }
    return "asked";
}

const char* word_of(GivingStage stage) {
    switch (stage) {
        case GivingStage::none:
            return "";
        case GivingStage::asked:
            return "asked";
        case GivingStage::done:
            return "done";
        case GivingStage::refused:
            return "refused";
    }
    return "";
}

void show_sale(const ListedSale& listed, const Menu* menu, v1::SaleShown& shown) {
    const auto& draft = listed.sale.draft;
    shown.set_order_id(bytes_of(listed.order.id.bytes));
    shown.set_pickup(listed.order.pickup);
    shown.set_sold_ms(listed.order.sold_at.ms);
    to_wire(draft.meal, *shown.mutable_meal());
    shown.set_mode(enum_to<v1::ServiceMode>(draft.mode));
    shown.set_guest(listed.guest);
    shown.set_last_four(listed.last_four);
    shown.set_to_pay_fen(draft.shown.to_pay.value);
    shown.set_list_fen((draft.shown.food + draft.shown.fee).value);
    for (const auto& line : draft.lines) show(shown_line(line), menu, *shown.add_rows());
    show(listed.sale.tenders, *shown.mutable_tenders());
    show(draft.shown.shares, *shown.mutable_reductions());
    shown.set_state(word_of(listed.order.state));
    shown.set_committed(listed.is_committed);
    shown.set_refunded_fen(listed.back.fen.value);
    for (const auto& [line, amount] : listed.back.lines) {
        auto& back = *shown.add_refunded();
        back.set_line_id(line.value);
        back.set_amount(amount);
    }
}

v1::PaperState state_of(const std::optional<PrintJob>& job) {
    if (!job) return v1::PAPER_NONE;
    switch (job->state) {
        case PrintState::waiting:
        case PrintState::printing:
            return v1::PAPER_WAITING;
        case PrintState::printed:
            return v1::PAPER_PRINTED;
        case PrintState::sent_unconfirmed:
            return v1::PAPER_UNCONFIRMED;
        case PrintState::failed:
        case PrintState::on_demand:
            return v1::PAPER_FAILED;
    }
    return v1::PAPER_NONE;
}

void show_parked(const ParkedBasket& parked, const Till& till, Date today, v1::ParkedBasket& shown) {
    shown.set_basket_id(bytes_of(parked.basket.id.bytes));
    shown.set_parked_ms(parked.at.ms);
    const auto* sheet = till.replica().sheet_of(parked.basket.guest, today);
    if (sheet && !parked.basket.guest.is_nil()) shown.set_guest(sheet->name);
    const auto* menu =
        parked.basket.meal ? till.replica().menu_of(*parked.basket.meal) : till.replica().menu_at(parked.at);
    std::uint32_t portions = 0;
    std::string dishes;
    for (std::size_t i = 0; i < parked.basket.rows.size(); ++i) {
        const auto& line = parked.basket.rows[i].line;
        portions += line.quantity;
        const auto* dish = menu ? menu->find(line.dish) : nullptr;
        if (dish && i < dishes_named) dishes += (dishes.empty() ? "" : "、") + dish->name;
    }
    shown.set_portions(portions);
    shown.set_dishes(dishes);
}

}  // namespace

v1::SalePart PartMaker::sale() const {
    const auto& sale = basis_.counter.sale();
    v1::SalePart part;
    if (sale.stage == SaleStage::none) return part;
    part.set_basket_id(bytes_of(sale.basket.id.bytes));
    part.set_stage(sale.stage == SaleStage::asking ? v1::SALE_ASKING : v1::SALE_SOLD);
    part.set_order_id(bytes_of(sale.order.bytes));
    show_pickup(sale.pickup, *part.mutable_pickup());
    part.set_to_pay_fen(sale.to_pay.value);
    show(sale.tenders, *part.mutable_tenders());
    part.set_given_fen(sale.given.value);
    part.set_change_fen(sale.change().value);
    part.set_committed(sale.is_committed);
    part.set_on_ticket(sale.is_cooked);
    const auto kept = sale.listed.empty() ? std::nullopt : sale_kept_of(basis_.outbox, sale.order);
    for (const auto& exception : sale.listed) {
        auto& listed = *part.add_listed();
        show(exception, listed);
        if (kept) name_dish(basis_.till.replica().menu_of(kept->draft.meal), listed);
        if (kept) name_payers(kept->draft.shown.shares, listed);
    }
    const auto job = basis_.paper.receipt_job(sale.order);
    part.set_paper(state_of(job));
    if (job) part.set_paper_trouble(job->why);
    for (const auto& printer : basis_.tray.printers())
        if (job && job->state == PrintState::waiting && printer.failure != PrinterFailure::none)
            part.set_paper_trouble(std::string(text_code_of(printer.failure)));
    if (const auto holding = basis_.till.holding_of(sale.basket.guest); holding && *holding != Holding{}) {
        part.set_has_balance(true);
        part.set_balance_after_fen((holding->principal + holding->bonus).value);
    }
    return part;
}

v1::ParkedPart PartMaker::parked() const {
    v1::ParkedPart part;
    for (const auto& parked : basis_.counter.parked())
        show_parked(parked, basis_.till, date_at_site(parked.at), *part.add_baskets());
    return part;
}

v1::SalesPart PartMaker::sales(Timestamp now) const {
    v1::SalesPart part;
    if (!is_listing_) return part;
    const auto list = till::list_sales(basis_.outbox, basis_.till.replica(), wanted_sales_, today(now));
    part.set_asked(wanted_sales_);
    part.set_more(list.more);
    for (const auto& sale : list.sales) {
        auto& shown = *part.add_sales();
        show_sale(sale, basis_.till.replica().menu_of(sale.sale.draft.meal), shown);
        shown.set_cashier(basis_.shift.name_of(sale.sale.by));
        if (const auto invoice = basis_.invoices.of(sale.order.id)) {
            shown.mutable_invoice()->set_title(invoice->title);
            shown.mutable_invoice()->set_tax_number(invoice->tax_number);
            shown.mutable_invoice()->set_fen(invoice->fen.value);
            shown.mutable_invoice()->set_state("asked");
        }
    }
    return part;
}

v1::RefundPart PartMaker::refund() const {
    const auto& giving = basis_.giving;
    v1::RefundPart part;
    if (giving.stage() == GivingStage::none) return part;
    part.set_order_id(bytes_of(giving.order().bytes));
    part.set_stage(word_of(giving.stage()));
    part.set_pickup(giving.pickup());
    show(giving.back(), *part.mutable_back());
    if (giving.refused()) show(*giving.refused(), *part.mutable_refused());
    return part;
}

}  // namespace canteen::till
