// Reads shifts from the tables of a database that may be written meanwhile, each in a short read transaction of its
// own. Any thread, each with its own reader. Throws StoreError for anything that cannot be read.
#pragma once

#include <filesystem>
#include <vector>

#include "canteen/domain/model/ledger.h"
#include "canteen/domain/model/shift.h"
#include "canteen/sqlite/connection.h"

namespace canteen {

struct ReadShift {
    Shift shift;
    Date day;                   // the business date it belongs to: see day_of_shift
    std::vector<Posting> sums;  // what was booked in it, by account
    std::vector<DrawerMove> moves;
    std::uint32_t orders = 0;    // sold and not cancelled
    std::uint32_t portions = 0;  // left after refunds; a weighed line is one
};

class ShiftReader {
public:
    explicit ShiftReader(const std::filesystem::path& database);

    // Those of these business dates, the oldest first.
    std::vector<ReadShift> of_days(Date first, Date last);

private:
    bool sold_meals_of(ShiftId shift, Date day);
    void count_orders(ReadShift& read);

    std::filesystem::path path_;
    Connection db_;
};

}  // namespace canteen
