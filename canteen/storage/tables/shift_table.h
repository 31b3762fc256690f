// Keeps tills' shifts, the moves in their drawers, and what was booked in each shift. Thread of the connection.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "canteen/domain/model/event.h"
#include "canteen/sqlite/connection.h"

namespace canteen {

class ShiftTable {
public:
    explicit ShiftTable(Connection& db) : db_(db) {}

    // These run within a transaction. An opening leaves the till's last shift, if it is open, over without a count.
    void open(const Shift& shift);
    void close(const ShiftClosed& closed);
    void move(const DrawerMove& move);
    void state(FactId fact, Seq seq);
    // Gathered, and written by flush().
    void post(ShiftId shift, const std::vector<Posting>& postings);
    void flush();
    void clear() { posted_.clear(); }

    std::optional<Shift> find(ShiftId id);
    std::vector<Shift> open();
    // Shifts opened in this time, the oldest first.
    std::vector<Shift> opened_between(Timestamp from, Timestamp until);
    bool is_stated(FactId fact);
    // Sums booked in the shift, by account.
    std::vector<Posting> sums_of(ShiftId shift);
    std::vector<DrawerMove> moves_of(ShiftId shift);

private:
    Connection& db_;
    std::map<std::pair<ShiftId, Account>, Fen> posted_;
};

}  // namespace canteen
