// Writes an order's lines, shares and tenders as they stand in its row: arrays of JSON arrays, which the views
// order_line, order_share and order_tender take apart for reports and auditors. Pure; any thread.
#pragma once

#include <string>

#include "canteen/domain/model/order.h"

namespace canteen {

// Returns [[line, dish, quantity, grams, fen], ...] by line, whatever order they were sent in.
std::string lines_text(const Order& order);
// Returns [[scheme, step, payer, fen], ...]: what payers bear after all refunds.
std::string shares_text(const Order& order);
// Returns [[kind, fen, reference], ...], as they were paid.
std::string tenders_text(const Order& order);

}  // namespace canteen
