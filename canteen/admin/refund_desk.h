// Refunds and corrections asked for on the command line: orders are found by pickup number or member. I/O thread.
#pragma once

#include <functional>

#include "canteen/admin/admin_message.h"
#include "canteen/engine/engine.h"

namespace canteen {

struct FoundOrder {
    OrderId id;           // nil: there is none
    std::string problem;  // it could not be looked up
};
// For the log and whoever asked.
FoundOrder not_found(const std::exception& error);
// The order of that number; nil if there is none. Writer's thread; throws StoreError.
OrderId find_order(Store& store, const PickupKey& key);

// words: "refund", the business date, the pickup number, the reason, and the lines: "2x1,3x350" (portions, or grams of
// a weighed line), "" for all that is left. Calls `reply` once, with what the guest gets back.
void refund(Engine& engine, const Post& post, const AdminRequest& request, std::function<void(AdminReply)> reply);

// words: "corrections", the member's number, the first business date to look at. Lists what is proposed; the office
// confirms each as a Refund of reason CORRECTION, or `refund --reason correction`.
void corrections(Engine& engine, const Post& post, const AdminRequest& request, std::function<void(AdminReply)> reply);

// "A012". Nothing if it is no pickup number.
std::optional<PickupNumber> parse_pickup(std::string_view text);
// "2x1,3x350". Nothing if it is no such list.
std::optional<std::vector<RefundLine>> parse_refund_lines(std::string_view text);

}  // namespace canteen
