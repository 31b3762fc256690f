// Keeps refunds for reports and for answers asked again; the order's body holds them too. Thread of the connection.
#pragma once

#include <vector>

#include "canteen/domain/model/event.h"
#include "canteen/sqlite/connection.h"

namespace canteen {

class RefundTable {
public:
    explicit RefundTable(Connection& db) : db_(db) {}

    // Gathers the refund; flush() writes it once the batch's orders are there.
    void note(Seq seq, const OrderRefunded& refunded) { noted_.emplace_back(seq, refunded); }
    void flush();
    void clear() { noted_.clear(); }

private:
    void insert(Seq seq, const OrderRefunded& refunded);

    Connection& db_;
    std::vector<std::pair<Seq, OrderRefunded>> noted_;
};

}  // namespace canteen
