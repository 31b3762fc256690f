// Makes the parts of a till's view from what the till, its counter and its outbox hold now. One thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "canteen/v1/till_page.pb.h"
#include "pos-client/counter/counter.h"
#include "pos-client/counter/giving_back.h"
#include "pos-client/counter/last_visits.h"
#include "pos-client/page/invoice_book.h"
#include "pos-client/page/member_desk.h"
#include "pos-client/page/sale_paper.h"
#include "pos-client/page/shift_desk.h"

namespace canteen::till {

class PartMaker {
public:
    // All of them outlive it.
    struct Basis {
        Till& till;
        Outbox& outbox;
        Counter& counter;
        GivingBack& giving;
        const TillNames& names;
        SalePaper& paper;
        PaperTray& tray;
        const Switches& switches;
        ShiftDesk& shift;
        const MemberDesk& desk;
        const InvoiceBook& invoices;
    };
    explicit PartMaker(const Basis& basis) : basis_(basis) {}

    v1::TillView whole(Timestamp now);
    v1::TillView display(Timestamp now) const;

    // The guests whom a text fits: shown until one is chosen.
    void set_candidates(std::string asked, std::vector<MemberId> guests);
    // The sales that the cashier looks at; "" for today's.
    void list_sales(std::string wanted);

private:
    v1::StatusPart status(Timestamp now) const;
    v1::SetupPart setup() const;
    const v1::MenuPart& menus(Timestamp now);
    v1::PortionsPart portions(Timestamp now) const;
    v1::BasketPart basket(Timestamp now) const;
    v1::CandidatesPart candidates(Timestamp now) const;
    v1::SalePart sale() const;
    v1::ParkedPart parked() const;
    v1::NoticesPart notices() const;
    v1::SalesPart sales(Timestamp now) const;
    v1::RefundPart refund() const;
    v1::ShiftPart shift(Timestamp now) const;
    v1::DeskPart desk(Timestamp now) const;
    Date today(Timestamp now) const { return date_at_site(basis_.till.server_time(now)); }

    Basis basis_;
    std::string asked_;
    std::vector<MemberId> candidates_;
    std::map<MemberId, LastVisit> last_visits_;  // of them
    bool is_listing_ = false;
    std::string wanted_sales_;
    std::string menus_key_;  // of what `menus_` was made
    v1::MenuPart menus_;
};

}  // namespace canteen::till
