// Keeps the ledger's postings, and each account's balance, which a batch writes once. Thread of the connection.
#pragma once

#include <map>
#include <vector>

#include "canteen/domain/base/ids.h"
#include "canteen/domain/model/ledger.h"
#include "canteen/sqlite/connection.h"

namespace canteen {

class LedgerTable {
public:
    explicit LedgerTable(Connection& db) : db_(db) {}

    // Posts one transaction of the ledger: that of the event at `place` of the row. Within a database transaction.
    void post(Seq seq, std::size_t place, OrderId order, const std::vector<Posting>& postings);
    void flush();
    void clear() { moved_.clear(); }

    // Returns 0 if nothing was ever posted.
    Fen balance(const Account& account);
    // Lists members' accounts that are not empty, as they are booked: money owed to a member is negative.
    std::vector<std::pair<Account, Fen>> stored_value();
    // Returns all cash, by its owner.
    std::map<std::string, Fen> drawers();

private:
    Connection& db_;
    std::map<Account, Fen> moved_;
};

}  // namespace canteen
