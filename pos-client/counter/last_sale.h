// The sale just made at this counter, as long as it is shown. Values; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "canteen/domain/model/exception.h"
#include "pos-client/counter/denial.h"
#include "pos-client/counter/working_basket.h"

namespace canteen::till {

// Values are the disk's: never renumbered.
enum class SaleStage : std::uint8_t {
    none = 0,
    asking = 1,  // on the till's disk; the server is asked
    sold = 2,
};

struct LastSale {
    SaleStage stage = SaleStage::none;
    OrderId order{};
    WorkingBasket basket{};  // comes back if the server refuses
    std::string pickup{};    // "A012"
    std::vector<Tender> tenders{};
    Fen to_pay{};
    Fen given{};                      // in cash
    bool is_committed = false;        // on the server's disk
    bool is_cooked = false;           // the kitchen has a ticket of it
    std::vector<Exception> listed{};  // what the server decided otherwise
    bool operator==(const LastSale&) const = default;

    // Returns what goes back of the cash given.
    Fen change() const;
};

}  // namespace canteen::till
