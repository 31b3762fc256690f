// What a sale's receipts tell, as whoever sold it knows it. No benefit category, ID number or phone stands on paper, so
// there is no place for one here. Values; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "canteen/domain/base/money.h"
#include "canteen/domain/base/time.h"
#include "canteen/domain/model/order.h"
#include "canteen/texts/language.h"

namespace canteen::till {

struct ReceiptLine {
    std::string name;
    std::uint32_t quantity = 1;     // portions, or grams if price_grams is set
    std::uint32_t price_grams = 0;  // what the price is for; 0: for a portion
    Fen unit_price;
    Fen amount;
    std::string chosen{};  // of a set meal: "回锅肉、青菜"; "" for none
};

struct ReceiptReduction {
    std::string label;   // "区补贴": a payer's step, or the canteen's own
    std::string bearer;  // "区里": who gives it, for the elder's receipt; "" as the label
    Fen amount;          // positive
    bool is_provisional = false;
};

struct ReceiptTender {
    TenderKind kind = TenderKind::cash;
    Fen amount;
    std::optional<Fen> given{};  // cash as the guest gave it, if the till was told
    Fen change{};
};

struct ReceiptMember {
    std::string name;       // as the till shows it
    std::string last_four;  // of the member's number
};

struct ReceiptBalance {
    Fen left;
    std::optional<Timestamp> as_of{};  // when the server last told, if it was cut off
};

struct ReceiptFacts {
    Language language = Language::zh;
    std::string canteen, address;
    std::string till;     // "1 号收银台", on the slip of a kitchen
    std::string shift;    // "A-12"
    std::string cashier;  // a name
    std::string pickup;   // "A036"
    Timestamp sold_at;    // the server's time as the till knows it
    MealSlot meal = MealSlot::lunch;
    ServiceMode mode = ServiceMode::dine_in;
    std::optional<ReceiptMember> member{};
    std::vector<ReceiptLine> lines{};
    Fen list_price;
    Fen fee;  // of delivery
    std::vector<ReceiptReduction> reductions{};
    Fen to_pay;
    Fen rounded_away;  // of cash
    std::vector<ReceiptTender> tenders{};
    std::optional<ReceiptBalance> balance{};
    bool is_queued = false;  // sold without the server: what it knows is checked later
    std::string qr;          // what a scan of the slip finds; "" for none
};

}  // namespace canteen::till
