// Collects what all orders of a journal say about members, tills and days, to hold a claim's lines against. Follows the
// journal order by order. Pure; one thread.
#pragma once

#include <map>
#include <set>

#include "canteen/domain/model/claim_line.h"
#include "canteen/domain/model/event.h"

namespace canteen {

// All that is known of a member's sales.
struct MemberSeen {
    std::uint32_t orders = 0;
    std::uint32_t for_nothing = 0;  // of them, with a share of the payer and without a fen of the member's own
    DeviceId till;                  // of the first
    bool several_tills = false;
};

class OrdersSeen {
public:
    // The payer whose claim is checked.
    explicit OrdersSeen(ClaimPayer payer) : payer_(std::move(payer)) {}

    // Sales and holds that are paid count; one that is taken back later was there all the same.
    void add(const Event& event);

    // Null: not one order.
    const MemberSeen* member(MemberId id) const;
    // Dates of the period with any order.
    std::uint32_t open_days(const ClaimPeriod& period) const;

private:
    struct Sale {
        MemberId member;
        DeviceId till;
        Date date;
        bool for_nothing = false;
    };
    Sale sale_of(const Order& order) const;
    void count(const Sale& sale);

    ClaimPayer payer_;
    std::map<MemberId, MemberSeen> members_;
    std::set<Date> days_;
    std::map<OrderId, Sale> holds_;
};

}  // namespace canteen
