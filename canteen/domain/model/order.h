// A guest's order: what was asked, on which basis, what it came to, how it was paid, and where it stands. Values; any
// thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "canteen/domain/base/ids.h"
#include "canteen/domain/base/money.h"
#include "canteen/domain/model/ledger.h"
#include "canteen/domain/model/meal.h"
#include "canteen/domain/model/right_sheet.h"
#include "canteen/domain/model/share.h"
#include "canteen/domain/model/stock.h"
#include "canteen/domain/model/ticket.h"
#include "canteen/domain/model/use.h"

namespace canteen {

inline constexpr std::size_t max_order_lines = 60;
inline constexpr std::uint32_t max_line_quantity = 500;
inline constexpr std::uint32_t max_line_grams = 20'000;
inline constexpr std::size_t max_tenders = 8;
inline constexpr std::size_t max_note_bytes = 120;

// A choice in a set meal: `dish` fills one place of the slot at `slot`.
struct ChosenDish {
    std::uint32_t slot = 0;
    DishId dish;
    bool operator==(const ChosenDish&) const = default;
};

struct OrderLine {
    LineId id;
    DishId dish;
    std::uint32_t quantity = 1;  // portions; 1 for a weighed line
    std::uint32_t grams = 0;     // for a dish sold by weight
    Fen unit_price;
    std::uint32_t price_grams = 0;  // 0: by portion
    Fen amount;                     // quantity * unit_price, or price_by_weight
    std::string note;
    DietFlags flags = 0;
    std::vector<ChosenDish> chosen;
    bool operator==(const OrderLine&) const = default;
};

// The sums an order comes to: food + fee = shares + to_pay. Cash rounding comes after.
struct Sums {
    Fen food;
    Fen fee;
    std::vector<Share> shares;
    Fen to_pay;
    bool operator==(const Sums&) const = default;
};

enum class TenderKind : std::uint8_t {
    cash = 1,
    wechat = 2,
    alipay = 3,
    stored_value = 4,
    allowance = 5,  // of the member's employer, within its terms
    points = 6,     // of the member, at the site's rate
    employer = 7,   // on an employer's account
    bank = 8,       // a transfer; of settlements, never of an order
    unionpay = 9,
    ecny = 10  // the digital yuan
};

struct Tender {
    TenderKind kind = TenderKind::cash;
    Fen amount;
    std::string reference;  // of the payment channel; of allowance and employer its code; "" for cash
    bool operator==(const Tender&) const = default;
};

// An order as the till shows and sends it; `shown` are the sums the guest was told.
struct OrderDraft {
    OrderId id;
    MemberId member;  // nil: a guest without number
    Meal meal;
    ServiceMode mode = ServiceMode::dine_in;
    Origin origin = Origin::counter;
    PickupNumber pickup;
    std::optional<Timestamp> due;  // when the guest comes; absent: as soon as possible
    std::vector<OrderLine> lines;
    MenuVersion menu;
    SheetVersion sheet = 0;
    Sums shown;
    MemberId ordered_by{};  // a carer of the member; nil: the guest themselves
    Identified identified = Identified::not_said;
    bool operator==(const OrderDraft&) const = default;
};

enum class OrderState : std::uint8_t { held = 1, placed = 2, ready = 3, handed_over = 4, cancelled = 5, expired = 6 };

// A right the order uses up: its n-th of the period, or fen of a quota (ordinal 0).
struct UsedRight {
    UseKey key;
    std::uint32_t ordinal = 0;
    Fen fen;
    bool operator==(const UsedRight&) const = default;
};

// The part of a line that is taken back: portions, or grams of a weighed line.
struct RefundLine {
    LineId line;
    std::uint32_t amount = 0;
    bool operator==(const RefundLine&) const = default;
};

// Values are the wire's and the disk's: never renumbered.
// A correction is of a subsidy that facts entered later do not bear out: payers get their part back from the canteen's
// concession, the guest is not asked, and no food is taken back.
enum class RefundReason : std::uint8_t {
    guest_asked = 1,
    wrong_entry = 2,
    not_served = 3,
    quality = 4,
    correction = 5,
    claim_rejected = 6  // of a payer who did not accept the meal in a claim; the canteen bears its part
};

// A refund that was made; everything it moved stands in the ledger.
struct Refunded {
    RefundId id;
    RefundReason reason = RefundReason::guest_asked;
    Timestamp at;
    std::vector<RefundLine> lines;  // as asked; empty: all that was left, or a correction
    Sums left;                      // what the order comes to since
    std::vector<Tender> back;       // what the guest got back, by the way they had paid
    bool operator==(const Refunded&) const = default;
};

struct Order {
    OrderDraft draft;
    DeviceId device;      // that placed it
    Timestamp placed_at;  // server time of the ask, or the till's sale time of a statement
    OrderState state = OrderState::placed;
    bool paid = false;
    std::vector<Share> granted;  // what payers bear: at most what is charged to them; the rest is concession
    std::vector<Tender> tenders;
    Fen rounding;                         // given up in cash, 0 to 9 fen
    std::vector<UsedRight> rights;        // live uses this order holds
    std::vector<Posting> postings;        // booked for it and not taken back
    std::vector<StockMove> consumed;      // what it took (sold) or keeps (held) of stock
    std::optional<Ticket> ticket;         // absent if nothing is cooked or packed, or the sale came late
    std::optional<Timestamp> expires_at;  // of a hold
    std::vector<Refunded> refunds;        // in the order they were made
    std::int64_t points = 0;              // paid with, and not given back
    bool day_doubtful = false;            // sold on a day nobody could believe: of no meal until the office says which
    std::optional<Ticket> to_cook;        // of a hold at the counter: the ticket its payment opens
    ShiftId shift{};                      // of the till in which it was paid; nil: in none
    bool operator==(const Order&) const = default;
};

}  // namespace canteen
