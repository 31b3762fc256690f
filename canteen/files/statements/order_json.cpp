#include "canteen/files/statements/order_json.h"

#include "canteen/files/statements/export_values.h"
#include "canteen/files/statements/export_words.h"

namespace canteen {
namespace {

namespace json = boost::json;

json::object share(const Share& share) {
    return {{"scheme", share.scheme}, {"step", share.step}, {"payer", share.payer}, {"yuan", json_yuan(share.fen)}};
}

json::object sums_of(const Sums& sums) {
    return {{"food_yuan", json_yuan(sums.food)},
            {"delivery_fee_yuan", json_yuan(sums.fee)},
            {"shares", json_list(sums.shares, share)},
            {"to_pay_yuan", json_yuan(sums.to_pay)}};
}

json::object tender(const Tender& tender) {
    return {{"by", word_of(tender.kind)}, {"yuan", json_yuan(tender.amount)}, {"reference", tender.reference}};
}

json::object line(const OrderLine& line) {
    const auto chosen = [](const ChosenDish& dish) {
        return json::object{{"place", dish.slot}, {"dish", dish.dish.value}};
    };
    return {{"line", line.id.value},
            {"dish", line.dish.value},
            {"portions", line.quantity},
            {"grams", line.grams},
            {"unit_price_yuan", json_yuan(line.unit_price)},
            {"price_grams", line.price_grams},
            {"yuan", json_yuan(line.amount)},
            {"note", line.note},
            {"diet", json_diet(line.flags)},
            {"chosen", json_list(line.chosen, chosen)}};
}

// Writes the ordinal of a right counted in meals, the sum of one counted in fen.
json::object used_right(const UsedRight& used) {
    json::object written{{"scheme", used.key.scheme}, {"right", word_of(used.key.kind)}};
    if (is_amount(used.key.kind)) {
        written["yuan"] = json_yuan(used.fen);
    } else {
        written["ordinal"] = used.ordinal;
    }
    return written;
}

json::object refund(const Refunded& refund) {
    const auto taken = [](const RefundLine& line) {
        return json::object{{"line", line.line.value}, {"portions_or_grams", line.amount}};
    };
    return {{"id", json_id(refund.id.bytes)},   {"at", json_time(refund.at)},
            {"reason", word_of(refund.reason)}, {"lines", json_list(refund.lines, taken)},
            {"left", sums_of(refund.left)},     {"paid_back", json_list(refund.back, tender)}};
}

}  // namespace

json::object order_json(const Order& order) {
    const auto& draft = order.draft;
    return {{"id", json_id(draft.id.bytes)},
            {"placed_at", json_time(order.placed_at)},
            {"date", to_string(draft.meal.date)},
            {"meal", word_of(draft.meal.slot)},
            {"mode", word_of(draft.mode)},
            {"origin", word_of(draft.origin)},
            {"pickup_number", to_string(draft.pickup)},
            {"due", draft.due ? json_time(*draft.due) : json::value(nullptr)},
            {"ordered_by", json_id(draft.ordered_by.bytes)},
            {"identified_by", word_of(draft.identified)},
            {"state", word_of(order.state)},
            {"paid", order.paid},
            {"lines", json_list(draft.lines, line)},
            {"sums", sums_of(draft.shown)},
            {"granted", json_list(order.granted, share)},
            {"tenders", json_list(order.tenders, tender)},
            {"rounding_yuan", json_yuan(order.rounding)},
            {"points", order.points},
            {"uses", json_list(order.rights, used_right)},
            {"refunds", json_list(order.refunds, refund)}};
}

}  // namespace canteen
