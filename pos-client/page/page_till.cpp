#include "pos-client/page/page_till.h"

#include <utility>

#include "canteen/wire/common_wire.h"
#include "canteen/wire/field.h"
#include "pos-client/page/shown.h"

namespace canteen::till {

PageTill::PageTill(const Counter::House& house, PaperTray& tray, TillNames names, Timestamp now)
    : till_(house.till),
      outbox_(house.outbox),
      tray_(tray),
      names_(std::move(names)),
      switches_(kept_switches(house.outbox)),
      counter_(house, now),
      giving_(house.till, house.outbox),
      shift_(house.till, house.outbox, tray, switches_, names_),
      desk_(house.till, house.outbox),
      invoices_(house.outbox, house.seed, house.random),
      paper_(house.till, house.outbox, names_, tray, switches_),
      parts_({house.till, house.outbox, counter_, giving_, names_, paper_, tray, switches_, shift_, desk_, invoices_}) {
    shift_.welcome_back(now);
    invoices_.destroy_old(till_.server_time(now));
    use_printers(kept_printers(outbox_));
    if (counter_.sale().stage == SaleStage::sold) paper_.on_sold(counter_.sale(), now);
}

v1::ActionAnswer PageTill::answer(const v1::PageFrame& frame, Timestamp now) {
    shift_.welcome_back(now);
    if (const auto* known = answers_.find(frame.action_id())) return *known;
    Out out;
    out.set_action_id(frame.action_id());
    try {
        if (const auto why = act(frame, now, out)) {
            show(*why, *out.mutable_refused());
            name_dish(counter_.menu(now), *out.mutable_refused());
        }
    } catch (const Unreadable& error) {
        show(denial_of(error.rejection()), *out.mutable_refused());
    }
    answers_.note(out);
    return out;
}

void PageTill::hear(const News& news, Timestamp now) {
    const bool was_sold = counter_.sale().stage == SaleStage::sold;
    counter_.hear(news, now);
    giving_.hear(news);
    desk_.hear(news);
    if (!was_sold && counter_.sale().stage == SaleStage::sold) paper_.on_sold(counter_.sale(), now);
}

void PageTill::print_sale(OrderId order, Timestamp now) {
    LastSale sale;
    sale.order = order;
    paper_.on_sold(sale, now);
}

v1::TillView PageTill::view(Timestamp now) {
    shift_.welcome_back(now);
    return parts_.whole(now);
}

v1::TillView PageTill::display(Timestamp now) {
    return parts_.display(now);
}

Denied PageTill::act(const v1::PageFrame& frame, Timestamp now, Out& out) {
    using Frame = v1::PageFrame;
    switch (frame.action_case()) {
        case Frame::kPing:
            out.set_token(frame.ping().token());
            return std::nullopt;
        case Frame::kLogIn:
        case Frame::kLogOut:
        case Frame::kUnlockStaff:
        case Frame::kOpenShift:
        case Frame::kCloseShift:
        case Frame::kMoveDrawer:
            return act_on_shift(frame, now);
        case Frame::kOpenDesk:
        case Frame::kCloseDesk:
            return act_on_desk(frame, now);
        case Frame::kFindAtDesk:
            return on(frame.find_at_desk(), now, out);
        case Frame::kTopUp:
        case Frame::kPayOut:
        case Frame::kIssueCard:
        case Frame::kCardLost:
            if (auto why = shift_.may_sell(now)) return why;
            return act_on_desk(frame, now);
        case Frame::kListSales:
        case Frame::kGiveBack:
        case Frame::kAskInvoice:
        case Frame::kFoundPortions:
        case Frame::kEndRefund:
        case Frame::kDismissNotices:
        case Frame::kPayBasket:
        case Frame::kNextGuest:
            return act_on_sales(frame, now, out);
        case Frame::kReprint:
        case Frame::kSetSwitches:
        case Frame::kSetPrinter:
        case Frame::kPrintTestPage:
        case Frame::kReadScale:
            return act_on_paper(frame, now, out);
        default:
            return act_on_basket(frame, now, out);
    }
}

Denied PageTill::act_on_basket(const v1::PageFrame& frame, Timestamp now, Out& out) {
    using Frame = v1::PageFrame;
    const Path at;
    switch (frame.action_case()) {
        case Frame::kTypeField:
            return on(frame.type_field(), now, out);
        case Frame::kAddDish:
            return on(frame.add_dish(), now, out);
        case Frame::kChangeRow:
            return on(frame.change_row());
        case Frame::kRemoveRow:
            return counter_.change_row(frame.remove_row().row(), {{}, 0});
        case Frame::kSetMode:
            return on(frame.set_mode());
        case Frame::kChooseMeal:
            return counter_.choose_meal(from_wire(frame.choose_meal().meal(), at), now);
        case Frame::kChooseGuest:
            parts_.set_candidates("", {});
            return counter_.choose_guest(id_from<MemberId>(frame.choose_guest().member_id(), at), Identified::number);
        case Frame::kDropGuest:
            parts_.set_candidates("", {});
            return counter_.drop_guest();
        case Frame::kFindGuests:
            return on_guests(counter_.find_guests(frame.find_guests().text(), now), frame.find_guests().text(), out);
        case Frame::kClearBasket:
            return counter_.clear(now);
        case Frame::kParkBasket:
            return counter_.park(now);
        case Frame::kResumeBasket:
            return counter_.resume(id_from<BasketId>(frame.resume_basket().basket_id(), at), now);
        case Frame::kAgreePrice:
            return counter_.agree_price(id_from<BasketId>(frame.agree_price().basket_id(), at));
        default:
            return denial("client_newer", {{"path", "action"}});
    }
}

Denied PageTill::act_on_paper(const v1::PageFrame& frame, Timestamp now, Out& out) {
    using Frame = v1::PageFrame;
    switch (frame.action_case()) {
        case Frame::kReprint:
            return on(frame.reprint(), now);
        case Frame::kSetSwitches:
            return on(frame.set_switches());
        case Frame::kSetPrinter:
            return on(frame.set_printer());
        case Frame::kPrintTestPage:
            return on_test_page(frame, now);
        default:
            return on_scale(out);
    }
}

Denied PageTill::act_on_sales(const v1::PageFrame& frame, Timestamp now, Out&) {
    using Frame = v1::PageFrame;
    switch (frame.action_case()) {
        case Frame::kPayBasket:
            if (auto why = shift_.may_sell(now)) return why;
            return on(frame.pay_basket(), now);
        case Frame::kNextGuest:
            return counter_.next_guest();
        case Frame::kListSales:
            parts_.list_sales(frame.list_sales().text());
            return std::nullopt;
        case Frame::kGiveBack:
            if (auto why = shift_.may_sell(now)) return why;
            return on(frame.give_back(), now);
        case Frame::kAskInvoice:
            return on(frame.ask_invoice(), now);
        case Frame::kFoundPortions:
            return on(frame.found_portions(), now);
        case Frame::kEndRefund:
            giving_.end();
            return std::nullopt;
        case Frame::kDismissNotices:
            return on(frame.dismiss_notices());
        default:
            return denial("client_newer", {{"path", "action"}});
    }
}

}  // namespace canteen::till
