// Gives money back for a sale of this till, whole or by line: by itself for one that the server does not have, else the
// server says what is left of it. Money is handed over when it is done, not before. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pos-client/core/till.h"
#include "pos-client/counter/denial.h"

namespace canteen::till {

enum class GivingStage : std::uint8_t { none, asked, done, refused };

class GivingBack {
public:
    // Both outlive it.
    GivingBack(Till& till, Outbox& outbox) : till_(till), outbox_(outbox) {}

    // `lines` empty: all that is left; `second` countersigns. Returns why nothing was asked.
    Denied begin(OrderId order, const std::vector<RefundLine>& lines, RefundReason reason, Timestamp now,
                 StaffId second = {});
    void hear(const News& news);
    // The cashier saw what became of it.
    void end();

    GivingStage stage() const { return stage_; }
    OrderId order() const { return order_; }
    const std::string& pickup() const { return pickup_; }
    const std::vector<Tender>& back() const { return back_; }  // what to hand over
    const Denied& refused() const { return refused_; }

private:
    Denied take_back(Timestamp now, StaffId second);
    void done(std::vector<Tender> back);
    void refuse(const Rejection& why);

    Till& till_;
    Outbox& outbox_;
    GivingStage stage_ = GivingStage::none;
    OrderId order_;
    std::string pickup_;
    std::optional<Question> question_;
    std::vector<Tender> back_;
    Denied refused_;
};

// Returns the order and its tenders as this till sold it; nothing if it is not kept.
struct KeptSaleOf {
    OrderDraft draft;
    std::vector<Tender> tenders;
    bool kitchen_told = false;   // by paper
    std::optional<Person> by{};  // who sold it; nothing: nobody had logged in
};
std::optional<KeptSaleOf> sale_kept_of(const Outbox& outbox, OrderId order);

}  // namespace canteen::till
