// What a shift's slip tells: cash, orders, subsidy by payer, portions, and what is not settled yet. Values; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "canteen/domain/base/money.h"
#include "canteen/domain/base/time.h"
#include "canteen/domain/model/order.h"
#include "canteen/texts/language.h"

namespace canteen::till {

// A sum and how many it came from.
struct CountedSum {
    std::uint32_t count = 0;
    Fen sum;
};

enum class SlipMove : std::uint8_t { opening_float, pay_in, pay_out, safe_drop, no_sale };

struct MovedCash {
    SlipMove move = SlipMove::safe_drop;
    Timestamp at;
    std::string person;
    Fen sum;  // as the drawer sees it: what is taken out is negative
};

struct SlipNote {
    Fen note;  // 100'00 is the 100 yuan note
    std::uint32_t count = 0;
};

struct ShiftCash {
    Fen opening_float;
    CountedSum sales, top_ups;
    CountedSum refunds;  // negative
    std::vector<MovedCash> moves{};
    Fen expected;
    std::vector<SlipNote> notes{};
    Fen counted;
};

struct ShiftTender {
    TenderKind kind = TenderKind::cash;
    Fen sum;
};

struct ShiftPayer {
    std::string label;
    CountedSum meals;
};

// A row of the server's journal that the till knows.
struct JournalHead {
    Seq seq = 0;
    Timestamp at;
    std::string hash;  // its beginning in hex, in groups: "9f3c 71aa 0b5e d284"
};

struct ShiftFacts {
    Language language = Language::zh;
    std::string shift, cashier, till;
    Timestamp opened_at, closed_at;
    ShiftCash cash;
    std::vector<ShiftTender> tenders{};
    CountedSum orders;
    std::vector<ShiftPayer> payers{};
    std::uint32_t portions_sold = 0, portions_back = 0;
    std::vector<std::string> not_at_the_server{};  // pickup numbers
    std::uint32_t held_baskets = 0;
    std::optional<JournalHead> journal{};
    std::optional<Timestamp> as_of{};  // when the server was last heard, if it is cut off
};

}  // namespace canteen::till
