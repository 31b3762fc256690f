// The one site this server is: where it stands and its named limits. Values; any thread.
#pragma once

#include <chrono>
#include <string>

#include "canteen/domain/base/money.h"
#include "canteen/domain/model/member.h"

namespace canteen {

// Limits on what tills may take from members' accounts while they are without the server, for each till and meal by
// itself: a balance the till was last told may be spent elsewhere meanwhile.
struct OfflineAccounts {
    std::uint32_t most_sales = 60;
    Fen most_sum{600'00};
    bool operator==(const OfflineAccounts&) const = default;
};

struct Site {
    std::string name;
    AreaCode area;         // street code of the serving site
    AreaCode served_area;  // whose inhabitants are residents of the site; "": those of `area`
    bool own_kitchen = true;
    std::chrono::minutes hold_for{5};          // an order without tenders keeps its portions this long
    std::chrono::minutes late_sale_after{15};  // a statement older than this makes no ticket: it was eaten
    std::chrono::hours keep_ready_for{3};      // a ready ticket nobody fetched is handed over by a Tick after this
    OfflineAccounts offline_accounts{};
};

// How long at most a till waits for an answer to an ask before it states the sale.
inline constexpr std::chrono::milliseconds till_answer_wait{3'000};

}  // namespace canteen
