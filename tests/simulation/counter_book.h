// Records what really happened at the counter: every sale by its time in the world, and what the cashier was told. The
// tills and the server know less; at the end they must agree with it. One thread.
#pragma once

#include <map>

#include "pos-client/core/news.h"

namespace canteen::simulation {

struct BookedSale {
    OrderDraft draft;
    Timestamp sold_at;  // the world's time, not a till's
    bool was_refused = false;
    bool was_committed = false;
    bool was_stated = false;
    bool was_cancelled = false;
    bool was_kept = false;       // the server refused to take it back
    bool was_refunded = false;   // all of it or a part
    bool was_forgotten = false;  // its till went back to an older file: only the server may still know of it
};

class CounterBook {
public:
    void on_news(const till::News& news, Timestamp now) {
        if (const auto* queued = std::get_if<till::SaleQueued>(&news)) {
            sales_[queued->draft.id] = {queued->draft, now};
        }
        if (const auto* n = std::get_if<till::SaleCommitted>(&news)) mark(n->order, &BookedSale::was_committed);
        if (const auto* n = std::get_if<till::SaleRefused>(&news)) mark(n->order, &BookedSale::was_refused);
        if (const auto* n = std::get_if<till::SaleStated>(&news)) mark(n->order, &BookedSale::was_stated);
        if (const auto* n = std::get_if<till::CancelCommitted>(&news)) mark(n->order, &BookedSale::was_cancelled);
        if (const auto* n = std::get_if<till::CancelRefused>(&news)) mark(n->order, &BookedSale::was_kept);
        if (const auto* n = std::get_if<till::RefundCommitted>(&news)) mark(n->order, &BookedSale::was_refunded);
    }

    void forget(OrderId id) { mark(id, &BookedSale::was_forgotten); }

    const std::map<OrderId, BookedSale>& sales() const { return sales_; }
    const BookedSale* find(OrderId id) const {
        const auto found = sales_.find(id);
        return found == sales_.end() ? nullptr : &found->second;
    }

private:
    void mark(OrderId id, bool BookedSale::* what) {
        const auto found = sales_.find(id);
        if (found != sales_.end()) found->second.*what = true;
    }

    std::map<OrderId, BookedSale> sales_;
};

}  // namespace canteen::simulation
