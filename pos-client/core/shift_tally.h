// Adds up what a till did in one shift, from its own disk: cash, tenders, payers, portions. A sale counts once the
// cashier took the money for it; what the server refused does not. One thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "canteen/domain/model/person.h"
#include "canteen/domain/model/shift.h"
#include "pos-client/outbox/outbox.h"

namespace canteen::till {

struct OwnShift;

struct Tallied {
    std::uint32_t count = 0;
    Fen fen;
    void add(Fen more) {
        ++count;
        fen += more;
    }
    bool operator==(const Tallied&) const = default;
};

struct TalliedMove {
    DrawerMove move;
    std::optional<Person> person{};
};

struct ShiftTally {
    Fen opening;
    Tallied cash_sales, cash_top_ups;
    Tallied cash_back;  // refunds and pay-outs, positive
    std::vector<TalliedMove> moves;
    std::uint32_t orders = 0;
    std::map<TenderKind, Tallied> tenders;  // of orders, less what went back
    std::map<std::string, Tallied> payers;  // of orders that stand; what a part taken back frees only the server knows
    std::uint32_t portions_sold = 0, portions_back = 0;

    // Returns what should be in the drawer.
    Fen expected() const;
};

ShiftTally tally_of(const Outbox& outbox, const OwnShift& shift);

}  // namespace canteen::till
