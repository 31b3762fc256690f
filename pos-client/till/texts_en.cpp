// English.
#include <iterator>
#include <utility>

#include "pos-client/till/texts.h"

namespace canteen::till {

namespace {

constexpr std::pair<const char*, const char*> sentences[] = {
    {"refused.busy", "The server is busy; the sale waits on this till."},
    {"refused.storage_low", "The server's disk is nearly full; the sale waits on this till."},
    {"refused.out_of_order", "The server waits for an earlier sale (number {expected})."},
    {"refused.key_reused", "The same command number was used for something else."},
    {"refused.not_permitted", "A till may not do this ({command})."},
    {"refused.client_newer", "This till is newer than the server, which does not know {path}."},
    {"refused.malformed", "The server could not read this ({path}: {what})."},
    {"refused.chain_broken", "The till's chain of sales does not fit the server's."},
    {"refused.ask_expired", "The server's answer would have come too late."},
    {"refused.order_exists", "This order number belongs to another order."},
    {"refused.pickup_number_used", "Pickup number {number} is already given out today."},
    {"refused.order_unknown", "The server does not know this order."},
    {"refused.menu_unknown", "There is no menu for this meal."},
    {"refused.menu_changed", "The menu has changed (version {version})."},
    {"refused.meal_closed", "This meal is served from {from} to {to}."},
    {"refused.dish_unknown", "Dish {dish} is not on the menu."},
    {"refused.line_invalid", "Line {line} is not right: {what}."},
    {"refused.member_unknown", "There is no member of this number."},
    {"refused.price_changed", "The price has changed; tell the guest the new one."},
    {"refused.sold_out", "Dish {dish} is sold out ({left} left)."},
    {"refused.tender_mismatch", "{due|yuan} yuan are due, {given|yuan} were given."},
    {"refused.account_short", "The balance is {balance|yuan} yuan."},
    {"refused.order_cancelled", "The order was cancelled."},
    {"refused.order_expired", "The order was held too long and has ended."},
    {"refused.already_handed_over", "The order was handed over already."},
    {"refused.not_on_ticket", "This line is not on the ticket."},
    {"refused.not_ready", "The order is not ready yet."},
    {"refused.amount_invalid", "The amount is not possible."},
    {"refused.device_unknown", "The server does not know this device."},
    {"refused.letters_taken", "Another till has these letters."},
    {"refused.already_paid", "The order was paid already."},
    {"refused.scheme_older", "A newer version of the scheme is known."},
    {"refused.nothing_to_import", "There is nothing to import."},
    {"listed.oversold", "Sold {amount} more of dish {dish} than were counted."},
    {"listed.right_already_used", "The right of {scheme} was used already; the canteen bears {fen|yuan} yuan."},
    {"listed.price_differs", "Charged {charged|yuan} yuan where {expected|yuan} were expected."},
    {"listed.account_short", "The balance did not reach; {missing|yuan} yuan are missing."},
    {"listed.member_unknown", "The member is not known."},
    {"listed.outside_hours", "Sold outside the meal's hours."},
    {"listed.clock_doubtful", "The till's clock was not believed; the time of receipt stands."},
    {"listed.cancelled_before_sale", "Money was taken for an order that was cancelled."},
    {"listed.statement_differs", "The sale differs from what was accepted."},
    {"listed.pickup_number_used", "The pickup number was given twice."},
    {"listed.menu_unknown", "The meal has no menu."},
    {"listed.dish_unknown", "Dish {dish} is not on the menu."},
    {"trouble.chain_broken", "The till's chain of sales does not fit the server's: call the office."},
    {"trouble.outbox_behind", "The server knows later sales of this till than it does itself: call the office."},
    {"trouble.entries_missing", "The server lacks sales that this till no longer keeps: call the office."},
    {"trouble.signature_wrong", "The server does not accept this till's key: pair it again."},
    {"trouble.device_unknown", "The server does not know this till: pair it again."},
    {"trouble.revoked", "This till was shut out."},
    {"trouble.protocol_too_old", "This till is too old for the server."},
    {"trouble.too_slow", "The connection was too slow."},
    {"trouble.hello_late", "The greeting took too long."},
    {"trouble.malformed", "The server could not read this till's words."},
    {"trouble.replaced", "The same till is connected a second time."},
    {"trouble.not_permitted", "The server does not let this device in as a till."},
    {"trouble.client_newer", "This till is newer than the server."},
    {"till.paired", "Paired as {name}, pickup letters {letters}."},
    {"till.queued",
     "QUEUED {pickup}: food {food|yuan}, fee {fee|yuan}, subsidies {shares|yuan}, to pay {to_pay|yuan} yuan."},
    {"till.committed", "COMMITTED({seq}) {pickup}"},
    {"till.stated", "No answer in time: {pickup} is sold, the server will be told."},
    {"till.refused", "REFUSED {pickup}: {why}"},
    {"till.new_sums", "The price is now: food {food|yuan}, to pay {to_pay|yuan} yuan."},
    {"till.offline", "The server is away; the sale waits on this till."},
    {"till.waiting", "{count} waiting for the server."},
    {"till.waiting_line", "  number {number}: {kind} {pickup}"},
    {"till.kind_ask", "sale asked for"},
    {"till.kind_statement", "sale made"},
    {"till.kind_cancellation", "cancellation"},
    {"till.noticed", "{count} that the server decided otherwise:"},
    {"till.noticed_line", "  {pickup}: {what}"},
    {"till.dismissed", "Dismissed."},
    {"till.cancelled", "CANCELLED({seq}) {pickup}"},
    {"till.cancel_refused", "{pickup} stays: {why}"},
};

}  // namespace

const Catalogue& texts_en() {
    static const Catalogue texts(std::begin(sentences), std::end(sentences));
    return texts;
}

}  // namespace canteen::till
