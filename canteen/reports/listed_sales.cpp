#include "canteen/reports/listed_sales.h"

#include "canteen/domain/base/hex.h"
#include "canteen/domain/model/names.h"
#include "canteen/domain/sales/short_account.h"
#include "canteen/storage/readers/claim_reader.h"
#include "canteen/storage/readers/report_reader.h"
#include "canteen/wire/protobuf_codec.h"

namespace canteen {
namespace {

std::string meal_of(const Order& order) {
    return to_string(order.draft.meal.date) + " " + name_of(order.draft.meal.slot) + " " +
           to_string(order.draft.pickup);
}

std::string guest_of(const Order& order, const ClaimNames& names) {
    if (order.draft.member.is_nil()) return "a guest without number";
    const auto known = names.members.find(order.draft.member);
    if (known == names.members.end()) return "an erased member";
    return known->second.name + " (" + known->second.number + ")";
}

// `line_of` says what is to be told of an order; "": nothing.
template <class LineOf>
Document list_of(const Books& books, ExceptionCode code, const char* name, LineOf line_of) {
    ProtobufCodec codec;
    const auto names = read_claim_names(books.database, books.keys, codec);
    std::string text;
    std::size_t count = 0;
    for (const auto& order : ReportReader(books.database, codec).listed(code)) {
        const std::string line = line_of(order, names);
        if (line.empty()) continue;
        text += to_hex(order.draft.id.bytes) + " " + line + "\n";
        ++count;
    }
    return {name, "text/plain; charset=utf-8", text + std::to_string(count) + " sales\n", true};
}

}  // namespace

Document doubtful_sales(const Books& books) {
    return list_of(books, ExceptionCode::day_doubtful, "doubtful-sales.txt",
                   [](const Order& order, const ClaimNames& names) -> std::string {
                       if (!order.day_doubtful || order.state == OrderState::cancelled) return "";
                       return "the till says " + meal_of(order) + ", sold " + to_string(date_at_site(order.placed_at)) +
                              " " + to_string(minute_at_site(order.placed_at)) + ", " + guest_of(order, names) + ", " +
                              to_yuan(order.draft.shown.food + order.draft.shown.fee) + " yuan";
                   });
}

Document short_sales(const Books& books) {
    return list_of(books, ExceptionCode::account_short, "short-accounts.txt",
                   [](const Order& order, const ClaimNames& names) -> std::string {
                       const Fen fen = short_of(order);
                       if (fen == Fen{}) return "";
                       return meal_of(order) + ", " + guest_of(order, names) + ", " + to_yuan(fen) + " yuan short";
                   });
}

}  // namespace canteen
