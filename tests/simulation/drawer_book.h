// Records what was done at the drawers as the cashiers would tell it: each shift, move, top-up and pay-out, in whose
// name, each sale's money, and what should lie in each drawer. Says at once which bound was passed. Tills and server
// must agree with it. One thread.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "pos-client/core/news.h"
#include "tests/simulation/world.h"

namespace canteen::simulation {

struct BookedFact {
    till::EntryKind kind{};
    Bytes16 id{};
    DeviceId till;
    StaffId by;     // whom the cashiers themselves take to be logged in
    ShiftId shift;  // in which it was done
    Fen fen;        // that moved, or was counted
    bool in_cash = true;
    Fen expected{};              // of a close: what lay in the drawer, as reckoned here
    bool is_certain = true;      // of a close: the till waited for no answer
    bool was_heard = false;      // the till was told that the server has it
    bool was_forgotten = false;  // its till went back to an older file
};

struct SaleMoney {
    OrderDraft draft;
    DeviceId till;
    StaffId by;
    ShiftId shift;
    std::vector<Tender> tenders;
    bool was_taken = false;  // the guest paid
    bool was_stated = false;
    bool was_undone = false;  // refused, taken back or refunded: it uses no right and no bound
};

class DrawerBook {
public:
    explicit DrawerBook(World& world) : world_(world) {}

    // A cashier did it; cash moves with it, but for a pay-out's, which waits for the server.
    void on_fact(BookedFact fact);
    // A top-up that the till took while it could ask nobody.
    void check_top_ups_waiting(DeviceId till);
    void on_sale(SaleMoney sale, bool is_asked);
    // The server is asked for a refund in that shift.
    void on_refund_asked(OrderId order, ShiftId shift) { refund_asked_in_[order] = shift; }
    // `shift`: the one that is open at the till now. What is paid out of another one's drawer was its difference when
    // it was counted, and is today's. `is_alone`: the till has no server; what it states to one is the server's
    // decision.
    void on_news(DeviceId till, ShiftId shift, const till::News& news, bool is_alone);
    // Cash that lay in the drawer before anybody wrote anything down here.
    void put_cash(DeviceId till, Fen fen) { move(till, fen, "before"); }
    // The till took the sale back by itself: the guest has the money again.
    void give_back(OrderId order);
    void mark_older(DeviceId till) { older_.insert(till); }
    void forget(DeviceId till, const till::Entry& entry);
    void find(const std::string& what) { findings_.push_back(what); }

    Fen in_drawer(DeviceId till) const;
    // True if the till once went back to an older file: nobody can say what it thinks of its drawer.
    bool was_older(DeviceId till) const { return older_.contains(till); }
    const std::map<std::pair<till::EntryKind, Bytes16>, BookedFact>& facts() const { return facts_; }
    const std::map<OrderId, SaleMoney>& sales() const { return sales_; }
    const std::vector<std::string>& findings() const { return findings_; }
    // Counts what was reached, so that a test can tell that something was tried.
    std::size_t limits_met() const { return limits_met_; }
    void meet_limit() { ++limits_met_; }

private:
    void move(DeviceId till, Fen fen, const char* why);
    void take(OrderId order);
    void state(OrderId order);
    void undo(OrderId order);
    void check_account_bound(const SaleMoney& stated);
    void check_right(const SaleMoney& sale);
    void pay_back(DeviceId till, ShiftId shift, const till::RefundCommitted& refund);
    void hear(DeviceId till, ShiftId shift, const till::FactCommitted& fact);

    World& world_;
    std::map<std::pair<till::EntryKind, Bytes16>, BookedFact> facts_;
    std::map<OrderId, SaleMoney> sales_;
    std::set<RefundId> refunds_;
    std::map<OrderId, ShiftId> refund_asked_in_;
    std::map<DeviceId, Fen> drawers_;
    std::set<DeviceId> older_;
    std::vector<std::string> findings_;
    std::size_t limits_met_ = 0;
};

}  // namespace canteen::simulation
