// Prints what a sale needs once it is sold: a receipt by the switches, the drawer for cash, a slip for the kitchen when
// no screen shows it. Never holds a sale up. One thread.
#pragma once

#include <string>

#include "pos-client/counter/counter.h"
#include "pos-client/page/paper_tray.h"
#include "pos-client/page/slip_maker.h"
#include "pos-client/page/till_settings.h"

namespace canteen::till {

class SalePaper {
public:
    // All of them outlive it.
    SalePaper(const Till& till, const Outbox& outbox, const TillNames& names, PaperTray& tray, const Switches& switches)
        : outbox_(outbox), slips_(till, names), tray_(tray), switches_(switches) {}

    // Prints for the sale just made; whatever was printed for it before is not printed again.
    void on_sold(const LastSale& sale, Timestamp now);
    // Prints the receipt of a kept sale again, as a copy, or as it first was if it never was printed. False: not kept,
    // or there is no printer.
    bool reprint(OrderId order, Timestamp now);
    // Returns what became of the sale's receipt; nothing if none was wanted.
    std::optional<PrintJob> receipt_job(OrderId order) const;

private:
    std::optional<SoldNow> sold_now(OrderId order, Fen given) const;
    bool wants_receipt(const SoldNow& sold) const;
    Document receipt_document(const SoldNow& sold) const;

    const Outbox& outbox_;
    SlipMaker slips_;
    PaperTray& tray_;
    const Switches& switches_;
};

}  // namespace canteen::till
