// News of a sale, in the order the cashier should hear it. Values; any thread.
#pragma once

#include <variant>
#include <vector>

#include "canteen/app/message.h"
#include "pos-client/till/entry.h"

namespace canteen::till {

// The sale is on the till's disk: it will not be lost.
struct SaleQueued {
    OrderDraft draft;
    bool asked = true;  // false: stated at once, for want of a connection
};
// The sale is on the server's disk.
struct SaleCommitted {
    OrderId order;
    Seq seq = 0;
    std::vector<Exception> exceptions;
};
// The guest must be told no; nothing was sold.
struct SaleRefused {
    OrderId order;
    Rejection why;
};
// No answer came in time: the cashier takes the money, and the server is told what happened.
struct SaleStated {
    OrderId order;
};
struct CancelCommitted {
    OrderId order;
    CommandId command;
    Seq seq = 0;
};
struct CancelRefused {
    OrderId order;
    CommandId command;
    Rejection why;
};

// The guest gets this money back, now.
struct RefundCommitted {
    OrderId order;
    RefundId refund;
    Seq seq = 0;
    std::vector<Tender> paid_back;
};
struct RefundRefused {
    OrderId order;
    RefundId refund;
    Rejection why;
};

// A fact of shifts, drawer, accounts or cards is on the server's disk; of a pay-out: hand the money out, now.
struct FactCommitted {
    EntryKind kind = EntryKind::drawer_move;
    Bytes16 id{};  // of the shift, move, top-up or pay-out; of a card its member's
    CommandId command;
    Seq seq = 0;
    std::vector<Exception> exceptions;
};
struct FactRefused {
    EntryKind kind = EntryKind::drawer_move;
    Bytes16 id{};
    CommandId command;
    Rejection why;
};

using News = std::variant<SaleQueued, SaleCommitted, SaleRefused, SaleStated, CancelCommitted, CancelRefused,
                          RefundCommitted, RefundRefused, FactCommitted, FactRefused>;

// The question that the news answers: a sale's is its order, a cancellation's its command, a refund's its id, which it
// keeps when it is asked again, a fact's its command.
using Question = std::variant<OrderId, CommandId, RefundId>;
Question question_of(const News& news);

}  // namespace canteen::till
