// Lists the sales of this till for the cashier: today's, or those that a number, time, sum or name fits. Pure but for
// the outbox it reads; one thread.
#pragma once

#include <string>
#include <vector>

#include "pos-client/counter/given_back.h"
#include "pos-client/outbox/outbox.h"
#include "pos-client/till/replica.h"

namespace canteen::till {

inline constexpr std::size_t max_listed_sales = 60;

struct ListedSale {
    KeptOrder order;
    KeptSaleOf sale;
    std::string guest;      // "": without number, or not known any more
    std::string last_four;  // of their ID number
    bool is_committed = false;
    GivenBack back{};
};

struct ListedSales {
    std::vector<ListedSale> sales;  // the newest first
    bool more = false;              // than `max_listed_sales`
};

// `wanted`: "" for all of that day; "A012" (of any kept day), "11:32", "12.60", or a part of a guest's name.
ListedSales list_sales(const Outbox& outbox, const Replica& replica, const std::string& wanted, Date today);

}  // namespace canteen::till
