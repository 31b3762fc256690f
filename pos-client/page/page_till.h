// One till as its pages see it: does what they ask, each action once, and says what they show. Sans-I/O; `now` is the
// till's own clock. One thread.
#pragma once

#include <cstdint>
#include <string>

#include "canteen/v1/till_page.pb.h"
#include "pos-client/counter/counter.h"
#include "pos-client/counter/giving_back.h"
#include "pos-client/page/answer_book.h"
#include "pos-client/page/invoice_book.h"
#include "pos-client/page/member_desk.h"
#include "pos-client/page/part_maker.h"
#include "pos-client/page/sale_paper.h"
#include "pos-client/page/shift_desk.h"
#include "pos-client/page/till_names.h"

namespace canteen::till {

inline constexpr std::uint32_t page_protocol = 1;

class PageTill {
public:
    // Whatever the house holds outlives it.
    PageTill(const Counter::House& house, PaperTray& tray, TillNames names, Timestamp now);

    // Does the action and returns its answer; of an action that was done before, its answer alone.
    v1::ActionAnswer answer(const v1::PageFrame& frame, Timestamp now);
    // Takes in what became of sales and refunds.
    void hear(const News& news, Timestamp now);
    // Prints there if no printer is set. An address that is none is ignored.
    void offer_printer(const std::string& address);
    // Prints what a sale needs that was made here, and not at the page.
    void print_sale(OrderId order, Timestamp now);
    // Puts what changed on the disk. Throws SQLite::Exception.
    void save() { counter_.save(); }
    // Returns all parts as they are now, for a cashier's page or for a guest's display.
    v1::TillView view(Timestamp now);
    v1::TillView display(Timestamp now);

    Counter& counter() { return counter_; }
    // As CSV, for whoever writes the invoices.
    std::string invoices() const { return invoices_csv(invoices_, outbox_); }

private:
    using Out = v1::ActionAnswer;
    Denied act(const v1::PageFrame& frame, Timestamp now, Out& out);
    Denied act_on_basket(const v1::PageFrame& frame, Timestamp now, Out& out);
    Denied act_on_sales(const v1::PageFrame& frame, Timestamp now, Out& out);
    Denied on(const v1::TypeField& typed, Timestamp now, Out& out);
    Denied on(const v1::AddDish& wanted, Timestamp now, Out& out);
    Denied on(const v1::ChangeRow& wanted);
    Denied on(const v1::SetMode& wanted);
    Denied on(const v1::PayBasket& wanted, Timestamp now);
    Denied on(const v1::GiveBack& wanted, Timestamp now);
    Denied on(const v1::DismissNotices& wanted);
    Denied on(const v1::Reprint& wanted, Timestamp now);
    Denied on(const v1::SetSwitches& wanted);
    Denied on(const v1::SetPrinter& wanted);
    void use_printers(const std::vector<PrinterSetup>& printers);
    Denied set_printer(PrinterSetup setup, bool is_second);
    Denied on_test_page(const v1::PageFrame& frame, Timestamp now);
    Denied on_scale(Out& out);
    Denied act_on_shift(const v1::PageFrame& frame, Timestamp now);
    Denied act_on_desk(const v1::PageFrame& frame, Timestamp now);
    Denied on(const v1::CloseShiftHere& wanted, Timestamp now);
    Denied on(const v1::MoveDrawerHere& wanted, Timestamp now);
    Denied on(const v1::FindAtDesk& wanted, Timestamp now, Out& out);
    Denied on_card_at_desk(MemberId holder, Timestamp now, Out& out);
    Denied on_people_at_desk(const std::string& asked, bool burst, Timestamp now, Out& out);
    Denied on(const v1::TopUpHere& wanted, Timestamp now);
    Denied on(const v1::PayOutHere& wanted, Timestamp now);
    Denied on(const v1::FoundPortions& wanted, Timestamp now);
    Denied on(const v1::AskInvoice& wanted, Timestamp now);
    Denied act_on_paper(const v1::PageFrame& frame, Timestamp now, Out& out);
    Denied on_dish(DishId dish, Timestamp now, Out& out);
    Denied on_guests(const std::vector<MemberId>& guests, const std::string& asked, Out& out);

    Till& till_;
    Outbox& outbox_;
    PaperTray& tray_;
    TillNames names_;
    Switches switches_;
    Counter counter_;
    GivingBack giving_;
    ShiftDesk shift_;
    MemberDesk desk_;
    InvoiceBook invoices_;
    SalePaper paper_;
    PartMaker parts_;
    AnswerBook answers_;
};

}  // namespace canteen::till
